"""Try blanket-windows.zip under Wine: a story from end to end, then the suite, on Windows' own Python.

    .venv/bin/python packaging/windows/wine.py [--kept MAPPE] [--minutes 8] [--zip ZIP] [story] [suite] [start]
    .venv/bin/python packaging/windows/wine.py --minutes 60 --skriv full       every test, counted in docs/maalinger.md
    .venv/bin/python packaging/windows/wine.py --skriv full --tests tests/tui  some of them, counted among the others

`suite` is the rooms that are tried in a few minutes (FEW), beside the story; `full` all but what only Linux has, a file
at a time: each is written down before the next begins, so that a run that is ended keeps what it has.

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
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from build import RELEASE
from consoles import try_them
from counting import count, table, write_down, write_start
from fetching import wheels_of
from start import installed, ratios

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COMPILER = "x86_64-w64-mingw32-gcc"
PROGRAM = "Fælles drev/Borgerservice æøå"
TIMEOUT = "300"  # seconds a test: those that start processes give up sooner
FILE_TIMEOUT = 1200.0  # seconds a file, on a machine that has other work
PARTS = ("story", "suite", "full", "start")
FEW = ("tests/kb", "tests/search", "tests/desk", "tests/test_cpr.py", "tests/test_paths.py", "tests/test_writing.py")
NOTHING_RUN = 5  # pytest's exit code where no test of a file was asked for
# Not asked for, and why: a line each, counted with what is skipped.
NOT_HERE = {
    "tests/e2e/test_killed.py": "SIGKILL, mounts and signals: Linux alone",
    "tests/e2e/test_refused.py": "forks a process for every refusal",
    "tests/websted": "the site is made by maintainers, and read by browsers: nothing of it is on staff's PCs",
}
FAST = "not slow and not browser and not printer"
# What is left out of the other files, and why.
MARKED = "tests marked slow, browser or printer: they take long, or need Chromium or CUPS; Linux runs them"


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
                return 124, _text(said) + "\nNOT ENDED IN TIME\n"
            except BaseException:  # whoever ends us does not wait for it
                os.killpg(process.pid, signal.SIGKILL)
                raise
        return process.returncode, _text(said)

    def stop(self) -> None:
        """End everything that runs in this Windows."""
        self._run(["wineserver", "-k"], 20)
        self._run(["wineserver", "-w"], 20)  # until it has ended

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


def _text(said: bytes) -> str:
    """What a program said: ours as UTF-8, others (pytest) in Windows' own letters."""
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode("cp1252", "replace")


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


def run_tests(wine: Wine, folder: str, name: str, *arguments: str, seconds: float | None = None) -> tuple[bool, Path]:
    """Run pytest in the folder's Python and show how it ends. Returns whether all is well, and its report."""
    report = wine.top / f"{Path(name).stem}.xml"
    report.unlink(missing_ok=True)
    quiet = ("-o", "addopts=", "-q", "-p", "no:cacheprovider", "--timeout", TIMEOUT, "--tb=short", "--durations=5")
    began = time.monotonic()
    python = wine.top / folder / "python/python.exe"
    where = (f"Z:{HERE / 'suite.py'}", f"Z:{ROOT}", f"Z:{wine.top / 'packages'}")
    asked = (*quiet, f"--junitxml=Z:{report}", *arguments)
    code, said = wine.run(python, *where, *asked, seconds=seconds, BLANKET_SHARE=r"\\srv01\deling")
    lines = [f"== {name}", re.sub(r"^[.sxFE]+ +\[ *\d+%\]\n", "", said, flags=re.MULTILINE).strip()]
    lines += table(*count(report)) if report.is_file() else ["no report: it did not end by itself"]
    print("\n".join([*lines, f"({time.monotonic() - began:.0f} s)"]), flush=True)
    return code in (0, NOTHING_RUN), report


def one_by_one(wine: Wine, asked: list[str], arguments: Sequence[str], written: bool) -> bool:
    """Run each file by itself, and write its count down before the next begins. Returns whether all is well."""
    files = [file for name in asked for file in (sorted((ROOT / name).rglob("test_*.py")) or [ROOT / name])]
    well = True
    for file in (file.relative_to(ROOT).as_posix() for file in files):
        if any(file.startswith(name) for name in NOT_HERE):
            continue
        # A test that does not end in its time ends the process it runs in: a worker, and the others go on.
        fine, report = run_tests(wine, "suite", file, "-n", "1", *arguments, file, seconds=FILE_TIMEOUT)
        well &= fine
        if written and report.is_file():
            write_down([report], "packaging/windows/wine.py full", not_asked())
        elif not report.is_file():
            well = False
    return well


def not_asked() -> list[str]:
    """The lines that follow the table."""
    return ["", "not asked for, and why", *(f"{name}: {why}" for name, why in NOT_HERE.items()), MARKED]


def consoles(wine: Wine) -> bool:
    """The whole screen on a console. Returns whether all is well."""
    began = time.monotonic()
    program = wine.top / PROGRAM
    wrong = try_them(wine.top / "consoles", wine.environment, program / "python/python.exe", program / "blanket.exe")
    said = wrong or ["console: the desk answers keys; its modes are put back, and right again after a kill"]
    print("\n".join([*said, f"({time.monotonic() - began:.0f} s)"]), flush=True)
    return not wrong


def start_times(wine: Wine, kept: Path) -> list[str]:
    """How long `find mitid` takes: the folder's command beside one that pip installed, in turns in this Windows."""
    program = wine.top / PROGRAM
    command = installed(wine, program / "python", kept)
    found = ratios(wine, program / "blanket.exe", command, program / RELEASE)
    print("\n".join(found))
    return found


def _part(name: str) -> str:
    """One of PARTS. argparse's own `choices` refuses a list as the default of what may be left out."""
    if name not in PARTS:
        raise argparse.ArgumentTypeError(f"{name}: not one of {', '.join(PARTS)}")
    return name


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when everything asked for went well, or Wine is not to be had here."""
    parser = argparse.ArgumentParser(description="Try blanket-windows.zip under Wine.")
    parser.add_argument("parts", nargs="*", default=["story", "suite"], type=_part, help=", ".join(PARTS))
    parser.add_argument("--zip", type=Path, default=ROOT / "dist/blanket-windows.zip")
    parser.add_argument("--kept", type=Path, default=ROOT / "build/windows", help="where packages are kept")
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--skriv", action="store_true", help="write the counts to docs/maalinger.md")
    parser.add_argument("--tests", nargs="+", default=["tests"], help="what `full` runs")
    parser.add_argument("-m", default=FAST, help="which marks, as pytest has them")
    parser.add_argument("-k", default="", help="only tests whose name holds this, as pytest has it")
    asked = parser.parse_args(arguments)
    if missing := [name for name in ("wine", "wineserver", COMPILER) if shutil.which(name) is None]:
        print(f"skipped: {', '.join(missing)} not to be had here")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whoever ends us ends that Windows, too
    parts = asked.parts
    only = ("-k", asked.k) if asked.k else ()
    fast = ("-m", asked.m, *(f"--ignore={name}" for name in NOT_HERE))
    with windows(asked.minutes) as wine, ThreadPoolExecutor(2) as both:
        lay_out(wine, asked.zip, asked.kept)
        running = []
        if "story" in parts:
            running.append(both.submit(run_tests, wine, PROGRAM, "story", *only, "packaging/windows/story"))
        if "suite" in parts:
            running.append(both.submit(run_tests, wine, "suite", "suite", *only, *fast, *FEW))
        ended = [one.result() for one in running]
        well = all(fine for fine, _ in ended)
        if "full" in parts:
            well &= one_by_one(wine, asked.tests, (*only, *fast), asked.skriv)
        if "story" in parts and not only:
            well &= consoles(wine)
        if "start" in parts:
            found = start_times(wine, asked.kept)
            if asked.skriv:
                write_start(found, "packaging/windows/wine.py start")
        if asked.skriv and ended:
            reports = [report for _, report in ended if report.is_file()]
            write_down(reports, f"packaging/windows/wine.py {' '.join(parts)}", not_asked())
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
