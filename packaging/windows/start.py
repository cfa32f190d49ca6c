"""Start time: the folder's command beside one that pip installed, in turns in the same Windows.

Here goes installing as pip does it, and the stop watch. What both run is the same: Windows' Python, the same wheels.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import Protocol
from zipfile import ZipFile

import embedded
from fetching import wheels_of

HERE = Path(__file__).parent
TURNS = 15
# With `import site`, as a Python that was installed has it.
USUAL = "python311.zip\r\n.\r\nimport site\r\n"
INSTALL = "import sys; sys.path.insert(0, sys.argv.pop(1)); from pip._internal.cli.main import main; sys.exit(main())"


class Runs(Protocol):
    """What is wanted of `wine.Wine`."""

    top: Path

    def run(self, program: Path, *arguments: str, seconds: float | None = None, **extra: str) -> tuple[int, str]:
        """Run a program. Returns its exit code and what it said."""


def installed(windows: Runs, python: Path, kept: Path) -> Path:
    """Install the program with pip into a Python of its own. Returns its command. Raises RuntimeError (pip)."""
    target = windows.top / "installed"
    shutil.copytree(python, target)
    (target / embedded.PATHS).write_bytes(USUAL.encode())
    tools = {file.name.partition("-")[0]: file for file in wheels_of(HERE / "tools.txt", kept)}
    pip = windows.top / "pip"
    with ZipFile(tools["pip"]) as box:
        box.extractall(pip)
    wheels = windows.top / "wheels"
    wheels.mkdir()
    for wheel in [*wheels_of(HERE / "lock.txt", kept), next(kept.glob("blanket-*.whl"))]:
        shutil.copy(wheel, wheels)
    asked = ("install", "-q", "--no-index", "--no-warn-script-location", "--find-links", f"Z:{wheels}", "blanket")
    code, said = windows.run(target / "python.exe", "-c", INSTALL, f"Z:{pip}", *asked)
    command = target / "Scripts/blanket.exe"
    if code != 0 or not command.is_file():
        raise RuntimeError(said)
    return command


def ratios(windows: Runs, folder: Path, usual: Path, release: Path) -> list[str]:
    """The median of both, in turns after one that warms up, and their ratio, as a table."""
    took: dict[Path, list[float]] = {folder: [], usual: []}
    for turn in range(TURNS + 1):
        for command, times in took.items():
            seconds = _timed(partial(windows.run, command, "find", "mitid", "--kb", f"Z:{release}"))
            if turn:
                times.append(seconds)
    one, other = (median(times) for times in took.values())
    return table(one, other)


def table(folder: float, usual: float) -> list[str]:
    """What `ratios` found, in seconds, as docs/maalinger.md has it."""
    return [
        "```",
        f"find mitid, median of {TURNS} in turns, seconds",
        "folder  installed with pip  folder / installed",
        f"{folder:6.3f}  {usual:18.3f}  {folder / usual:18.2f}",
        "```",
    ]


def _timed(work: Callable[[], tuple[int, str]]) -> float:
    began = time.perf_counter()
    code, said = work()
    if code != 0:
        sys.exit(said)
    return time.perf_counter() - began
