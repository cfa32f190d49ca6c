"""Try blanket-windows.zip under Wine: a story from end to end, then the suite, on Windows' own Python.

    .venv/bin/python packaging/windows/wine.py [--kept MAPPE] [--minutes 8] [--zip ZIP] [story] [suite] [start]

Everything lies in a folder of its own outside the repository, and nothing needs a display. Nothing can hang: every step
ends at its time, and Wine's server at the end. Where Wine cannot be had, one line says so and the exit code is 0.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from build import LEFT_OUT, RELEASE
from fetching import wheels_of
from start import installed, ratios

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COMPILER = "x86_64-w64-mingw32-gcc"
PROGRAM = "Fælles drev/Borgerservice æøå"
TIMEOUT = "240"  # seconds a test: those that start processes give up sooner
# What only Linux has, or only this repository's own tools: kills, terminals, CUPS, Chromium, and measurements.
NOT_HERE = (
    "tests/e2e/test_killed.py",
    "tests/e2e/test_refused.py",
    "tests/websted",
)


class Wine:
    """A Windows of its own. `left`: seconds until all of it must have ended."""

    def __init__(self, top: Path, minutes: float) -> None:
        self.top = top
        self._until = time.monotonic() + minutes * 60
        unwanted = ("DISPLAY", "WAYLAND_DISPLAY", "BLANKET_KB", "PYTHONPATH", "SOURCE_DATE_EPOCH", "TZ")
        bare = {name: value for name, value in os.environ.items() if name not in unwanted}
        own = {"WINEPREFIX": str(top / "prefix"), "WINEARCH": "win64", "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}
        self.environment = {**bare, **own, "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe="}

    @property
    def left(self) -> float:
        return max(1.0, self._until - time.monotonic())

    def start(self) -> None:
        """Make the Windows. Its services get no pipe of ours, or whoever reads the pipe would wait for them."""
        self._run(["wineserver", "-p"], self.left)
        self._run(["wine", "wineboot", "-i"], self.left)
        for command in (["reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f"], ["wineboot"]):
            self._run(["wine", *command], self.left)
        target = self.top / "prefix/drive_c/windows/system32/bcryptprimitives.dll"
        source = str(HERE / "standin.c")
        subprocess.run([COMPILER, "-shared", "-s", "-o", str(target), source, "-ladvapi32"], check=True, timeout=60)
        share = self.top / "prefix/dosdevices/unc/srv01/deling"  # how Wine finds \\srv01\deling
        share.parent.mkdir(parents=True)
        (self.top / "deling").mkdir()
        share.symlink_to(self.top / "deling")

    def run(self, program: Path, *arguments: str, seconds: float | None = None, **extra: str) -> tuple[int, str]:
        """Run a program; what it says comes through pipes, which Python under Wine needs. Returns (code, output)."""
        command = ["wine", str(program), *arguments]
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**self.environment, **extra},
            start_new_session=True,
        ) as process:
            try:
                said, _ = process.communicate(b"", timeout=min(self.left, seconds or self.left))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                self.stop()
                said, _ = process.communicate()
                return 124, said.decode("utf-8", "replace") + "\nNOT ENDED IN TIME\n"
        return process.returncode, said.decode("utf-8", "replace")

    def stop(self) -> None:
        """End everything that runs in this Windows."""
        self._run(["wineserver", "-k"], 20)

    def _run(self, command: list[str], seconds: float) -> None:
        nothing = subprocess.DEVNULL
        try:
            with subprocess.Popen(
                command, stdin=nothing, stdout=nothing, stderr=nothing, env=self.environment
            ) as process:
                try:
                    process.wait(seconds)
                finally:
                    process.kill()
        except subprocess.TimeoutExpired:
            print(f"not ended in time: {' '.join(command)}")


@contextmanager
def windows(minutes: float) -> Iterator[Wine]:
    """A Windows that is gone afterwards, whatever happens."""
    with tempfile.TemporaryDirectory(prefix="blanket-wine-", ignore_cleanup_errors=True) as folder:
        wine = Wine(Path(folder), minutes)
        try:
            wine.start()
            yield wine
        finally:
            wine.stop()


def lay_out(wine: Wine, packed: Path, kept: Path) -> None:
    """Unzip the folder as a kommune would, once more without its release for the suite, and the tests' packages."""
    program, suite, packages = wine.top / PROGRAM, wine.top / "suite", wine.top / "packages"
    with zipfile.ZipFile(packed) as box:
        box.extractall(program)
    shutil.copytree(program, suite, copy_function=os.link)
    (suite / RELEASE).unlink()
    for file in program.rglob("*"):
        if file.is_file():
            file.chmod(0o444)
    for wheel in wheels_of(HERE / "lock-test.txt", kept):
        zipfile.ZipFile(wheel).extractall(packages)
    for wheel in wheels_of(HERE / "lock.txt", kept):
        if wheel.name.partition("-")[0] in LEFT_OUT:
            zipfile.ZipFile(wheel).extractall(packages)


def tests(wine: Wine, folder: str, *arguments: str) -> bool:
    """Run pytest in the folder's Python and show how it ends. Returns whether all is well."""
    packages = wine.top / "packages"
    usual = (
        "-o",
        "addopts=",
        "-q",
        "-p",
        "no:cacheprovider",
        "--timeout",
        TIMEOUT,
        "-rs",
        "--tb=short",
        "--durations=5",
    )
    began = time.monotonic()
    python = wine.top / folder / "python/python.exe"
    where = ("Z:" + str(HERE / "suite.py"), "Z:" + str(ROOT), "Z:" + str(packages))
    code, said = wine.run(python, *where, *usual, *arguments, BLANKET_SHARE=r"\\srv01\deling")
    print(re.sub(r"^[.sxFE]+ +\[ *\d+%\]\n", "", said, flags=re.MULTILINE).strip())
    print(f"({time.monotonic() - began:.0f} s)")
    return code == 0


def start_times(wine: Wine, kept: Path) -> None:
    """How long `find mitid` takes: the folder's command beside one that pip installed, in turns in this Windows."""
    program = wine.top / PROGRAM
    command = installed(wine, program / "python", kept)
    ratios(wine, program / "blanket.exe", command, program / RELEASE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when everything asked for went well, or Wine is not to be had here."""
    parser = argparse.ArgumentParser(description="Try blanket-windows.zip under Wine.")
    parser.add_argument("parts", nargs="*", choices=["story", "suite", "start"], help="all but start when left out")
    parser.add_argument("--zip", type=Path, default=ROOT / "dist/blanket-windows.zip")
    parser.add_argument("--kept", type=Path, default=ROOT / "build/windows", help="where packages are kept")
    parser.add_argument("--minutes", type=float, default=8)
    asked = parser.parse_args(arguments)
    if missing := [name for name in ("wine", "wineserver", COMPILER) if shutil.which(name) is None]:
        print(f"skipped: {', '.join(missing)} not to be had here")
        return 0
    parts = asked.parts or ["story", "suite"]
    well = True
    with windows(asked.minutes) as wine:
        lay_out(wine, asked.zip, asked.kept)
        if "story" in parts:
            well &= tests(wine, PROGRAM, "packaging/windows/story")
        if "suite" in parts:
            fast = ("-m", "not slow and not browser and not printer", *(f"--ignore={name}" for name in NOT_HERE))
            well &= tests(wine, "suite", "-n", "2", *fast, "tests")
        if "start" in parts:
            start_times(wine, asked.kept)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
