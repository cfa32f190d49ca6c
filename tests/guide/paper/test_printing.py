"""Sending a file to the printer: a made-up `lp`, and the real CUPS with its PDF printer where that is running."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.guide.paper.printing import open_in_viewer, send_to_printer
from tests.guide.conftest import need


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    file = tmp_path / "ark.pdf"
    file.write_bytes(b"%PDF")
    return file


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing in it but what the test puts there."""
    if sys.platform == "win32":
        pytest.skip("CUPS and xdg-open are not on Windows")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def failure(sheet: Path, printer: str | None) -> BlanketError:
    with pytest.raises(BlanketError) as error:
        send_to_printer(sheet, printer)
    assert str(sheet) in error.value.what
    assert error.value.cure
    assert sheet.exists()
    return error.value


def test_no_print_command(sheet: Path, programs: Path) -> None:
    assert "intet udskriftsprogram" in failure(sheet, "PDF").what


def test_no_printer_at_all(sheet: Path, programs: Path) -> None:
    program(programs, "lp", "exit 1")
    program(programs, "lpstat", "exit 1")
    assert "ingen printer" in failure(sheet, None).what


def test_an_unknown_printer_names_those_that_there_are(sheet: Path, programs: Path) -> None:
    program(programs, "lp", "exit 0")
    program(programs, "lpstat", "echo Kontor; echo Skranke")
    error = failure(sheet, "Kontoret")
    assert "Kontoret" in error.what
    assert "Kontor, Skranke" in error.cure


def test_no_default_printer(sheet: Path, programs: Path) -> None:
    program(programs, "lp", '[ "$LC_ALL" = C ] && echo "lp: Error - no default destination available." >&2; exit 1')
    program(programs, "lpstat", "echo Kontor")
    error = failure(sheet, None)
    assert "standardprinter" in error.what
    assert "Kontor" in error.cure


def test_what_the_printing_system_says_is_passed_on(sheet: Path, programs: Path) -> None:
    program(programs, "lp", "echo 'lp: The printer is on fire' >&2; exit 1")
    program(programs, "lpstat", "echo Kontor")
    assert "on fire" in failure(sheet, "Kontor").what


def test_what_lp_is_asked_for(sheet: Path, programs: Path, tmp_path: Path) -> None:
    program(programs, "lp", f'printf "%s\\n" "$@" > {tmp_path}/asked')
    program(programs, "lpstat", "echo Kontor")
    assert send_to_printer(sheet, "Kontor") == "Kontor"
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[:2] == ["-d", "Kontor"]
    assert "media=A4" in asked
    assert asked[-2:] == ["--", str(sheet)]


def test_a_file_that_nothing_can_open(sheet: Path, programs: Path) -> None:
    with pytest.raises(BlanketError, match="kan ikke åbnes"):
        open_in_viewer(sheet)


def test_an_opener_that_finds_nothing_to_open_it_with_is_no_success(sheet: Path, programs: Path) -> None:
    for name in ("xdg-open", "open"):
        program(programs, name, "exit 3")
    with pytest.raises(BlanketError, match="kan ikke åbnes"):
        open_in_viewer(sheet)


def test_a_file_is_opened_by_the_systems_program(sheet: Path, programs: Path, tmp_path: Path) -> None:
    for name in ("xdg-open", "open"):
        program(programs, name, f'printf "%s" "$1" > {tmp_path}/opened')
    open_in_viewer(sheet)
    for _ in range(100):
        if (tmp_path / "opened").exists() and (tmp_path / "opened").read_text():
            break
        time.sleep(0.05)
    assert (tmp_path / "opened").read_text() == str(sheet)


def windows(monkeypatch: pytest.MonkeyPatch, *printers: str) -> list[tuple[str, ...]]:
    """As on a Windows that knows these printers. Returns what it is asked to start."""
    asked: list[tuple[str, ...]] = []

    class Key:
        def __enter__(self) -> Key:
            return self

        def __exit__(self, *error: object) -> None:
            pass

    registry = types.ModuleType("winreg")
    registry.HKEY_CURRENT_USER = 1  # type: ignore[attr-defined]
    registry.OpenKey = lambda root, path: Key()  # type: ignore[attr-defined]
    registry.QueryInfoKey = lambda key: (0, len(printers), 0)  # type: ignore[attr-defined]
    registry.EnumValue = lambda key, number: (printers[number], "winspool,Ne00:", 1)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "winreg", registry)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", lambda *told: asked.append(tuple(map(str, told))), raising=False)
    return asked


def test_windows_prints_on_a_printer_that_it_knows(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = windows(monkeypatch, "Kontor", "Skranke")
    assert send_to_printer(sheet, "Skranke") == "Skranke"
    assert asked == [(str(sheet), "printto", '"Skranke"')]


@pytest.mark.parametrize("name", ["Kontoret", 'x" & calc "'])
def test_windows_is_asked_for_no_printer_that_it_does_not_know(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked = windows(monkeypatch, "Kontor")
    assert "Kontor" in failure(sheet, name).cure
    assert asked == []


def test_a_name_with_a_quotation_mark_is_never_handed_to_windows(sheet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = windows(monkeypatch)
    assert failure(sheet, 'x" & calc "')
    assert asked == []


@pytest.mark.parametrize(("number", "says"), [(1155, "intet program"), (193, "fejl 193")])
def test_what_windows_cannot_do_is_said_in_words_or_by_its_own_number(
    sheet: Path, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    """1155: no program prints such files, as where the browser shows them. Python's errno tells less."""
    windows(monkeypatch)

    def says_no(*_: object) -> None:
        error = OSError(8, "Exec format error", str(sheet))
        error.winerror = number  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(os, "startfile", says_no, raising=False)
    found = failure(sheet, None)
    assert says in str(found)
    assert f"{sheet}" in str(found)
    assert "--printer" in found.cure


# --- The real thing: Debian's cups with printer-driver-cups-pdf, a printer called PDF (.ci/run makes it) --------------


def pdf_printer() -> None:
    if sys.platform == "win32":
        pytest.skip("CUPS and xdg-open are not on Windows")
    need("lp")
    known = subprocess.run(["lpstat", "-e"], capture_output=True, text=True, timeout=30, check=False).stdout.split()
    if "PDF" not in known:
        pytest.skip("CUPS has no printer called PDF; .ci/run makes it")


def test_cups_prints_the_handout(base: object, tmp_path: Path) -> None:
    from tests.guide.conftest import made, printed

    pdf_printer()
    import pwd

    folders = [Path(pwd.getpwuid(os.getuid()).pw_dir) / "PDF", Path("/var/spool/cups-pdf/ANONYMOUS")]
    sheet = tmp_path / "skift-laege.pdf"
    sheet.write_bytes(made(printed(base, "skift-laege")))  # type: ignore[arg-type]
    began = time.time() - 1
    assert send_to_printer(sheet, "PDF") == "PDF"
    for _ in range(150):
        out = [f for folder in folders if folder.is_dir() for f in folder.glob("*.pdf") if f.stat().st_mtime > began]
        if out and out[0].read_bytes().rstrip().endswith(b"%%EOF"):
            break
        time.sleep(0.2)
    assert out
    info = subprocess.run(["pdfinfo", str(out[0])], capture_output=True, text=True, check=True).stdout
    assert "Pages:           2" in info
    assert "A4" in info


def test_cups_without_its_server(sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when cupsd is stopped: nobody listens where the programs look for it."""
    if shutil.which("lp") is None:
        pytest.skip("lp is not installed")
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    assert "udskriftstjenesten" in failure(sheet, "PDF").what


def test_cups_does_not_know_the_printer(sheet: Path) -> None:
    pdf_printer()
    assert "PDF" in failure(sheet, "findes-ikke").cure
