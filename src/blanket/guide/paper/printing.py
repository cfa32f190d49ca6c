"""Sending a file to a printer: CUPS (`lp`) on Linux and macOS, the print verb on Windows.

Here goes talking to the system's printing, and nothing about what is printed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from blanket.errors import BlanketError
from blanket.system import reason
from blanket.texts import papers as texts

WAIT_SECONDS = 30
OPENER_SECONDS = 1.0


class NoPrinter(BlanketError):
    """There is nothing on this machine that prints."""


class ChoosePrinter(BlanketError):
    """Which printer is not clear: none is the default, or the named one is gone. `printers`: those there are."""

    def __init__(self, what: str, printers: list[str]) -> None:
        super().__init__(what, texts.PRINTERS.format(names=", ".join(printers)))
        self.printers = printers


def printers() -> list[str]:
    """The printers of this machine; none when the system does not say."""
    return _windows_printers() if sys.platform == "win32" else _printers()


def send_to_printer(file: Path, printer: str | None) -> str:
    """Print a file. Returns the printer's name, or what stands for the default one.

    `printer`: None for the default printer. Raises BlanketError, which says that the file is still there, when there
    is no print command, no printer, or the printing system says no.
    """
    if sys.platform == "win32":
        return _windows(file, printer)
    lp = shutil.which("lp")
    if lp is None:
        raise NoPrinter(texts.NO_PRINT_COMMAND.format(file=file), texts.PRINT_CURE)
    known = _printers()
    if not known:
        raise NoPrinter(texts.NO_PRINTER.format(file=file), texts.PRINT_CURE)
    if printer is not None and printer not in known:
        raise ChoosePrinter(texts.NO_SUCH_PRINTER.format(name=printer, file=file), known)
    command = [lp, *(["-d", printer] if printer else []), "-t", "blanket", "-o", "media=A4", "--", str(file)]
    result = _run(command, file)
    if result.returncode != 0:
        why = (result.stderr or result.stdout).strip().removesuffix(".")
        if printer is None and "no default" in why.lower():
            raise ChoosePrinter(texts.NO_DEFAULT_PRINTER.format(file=file), known)
        raise BlanketError(texts.PRINT_FAILED.format(why=why, file=file), texts.PRINT_CURE)
    return printer or texts.DEFAULT_PRINTER


def open_in_viewer(file: Path) -> None:
    """Open a file in the program that the system has for it. Raises BlanketError when there is none."""
    try:
        if sys.platform == "win32":
            os.startfile(file)
            return
        opener = "open" if sys.platform == "darwin" else "xdg-open"
        found = shutil.which(opener)
        if found is None:
            raise FileNotFoundError(opener)
        opening = subprocess.Popen(  # goes on when we are done
            [found, str(file)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        with suppress(subprocess.TimeoutExpired):  # it says at once that there is nothing to open it with, or opens
            if opening.wait(OPENER_SECONDS):
                raise FileNotFoundError(opener)
    except OSError as error:
        raise BlanketError(texts.CANNOT_OPEN.format(file=file), texts.CANNOT_OPEN_CURE) from error


def _windows(file: Path, printer: str | None) -> str:
    """Ask the program that opens the file to print it; `printto` names a printer, one of those that Windows knows."""
    known = _windows_printers()
    if printer is not None and known and printer not in known:
        raise ChoosePrinter(texts.NO_SUCH_PRINTER.format(name=printer, file=file), known)
    if printer is not None and '"' in printer:  # it would end the argument that it stands in
        raise BlanketError(texts.NO_SUCH_PRINTER.format(name=printer, file=file), texts.PRINT_CURE)
    try:
        if printer is None:
            os.startfile(file, "print")  # type: ignore[attr-defined,unused-ignore]
        else:
            os.startfile(file, "printto", f'"{printer}"')  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise BlanketError(texts.PRINT_FAILED.format(why=reason(error), file=file), texts.PRINT_CURE) from error
    return printer or texts.DEFAULT_PRINTER


def _windows_printers() -> list[str]:
    """The user's printers as the registry names them; none when it cannot be read.

    https://learn.microsoft.com/en-us/troubleshoot/windows-server/printing/registry-entries-for-printing
    """
    import winreg

    reg: Any = winreg
    names: list[str] = []
    try:
        with reg.OpenKey(reg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows NT\CurrentVersion\Devices") as key:
            for number in range(reg.QueryInfoKey(key)[1]):
                names.append(reg.EnumValue(key, number)[0])
    except OSError:
        return []
    return names


def _printers() -> list[str]:
    """The printers that CUPS knows; none when it does not answer."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return []
    try:
        result = subprocess.run([lpstat, "-e"], capture_output=True, text=True, timeout=WAIT_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return result.stdout.split() if result.returncode == 0 else []


def _run(command: list[str], file: Path) -> subprocess.CompletedProcess[str]:
    english = {**os.environ, "LC_ALL": "C"}  # what `lp` says is looked at
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=WAIT_SECONDS, check=False, env=english)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BlanketError(texts.PRINT_FAILED.format(why=error, file=file), texts.PRINT_CURE) from error
