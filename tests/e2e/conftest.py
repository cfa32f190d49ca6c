"""The installed command in a process of its own, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CAN_LINK, SMALL_BASE, write_files

ROOT = Path(__file__).parents[2]


def _command() -> Path:
    """The installed command beside this Python; on Windows in its Scripts, or in the folder that both came in."""
    beside = Path(sys.executable).parent
    places = [beside, beside / "Scripts", beside.parent] if os.name == "nt" else [beside]
    name = "blanket.exe" if os.name == "nt" else "blanket"
    return next((place / name for place in places if (place / name).is_file()), beside / name)


COMMAND = _command()
SECONDS = 240 if os.name == "nt" else 120  # publishing the whole base under Wine, on a machine that has other work


@dataclass(frozen=True)
class Ran:
    """What a run left: exit code, standard output and standard error, as text."""

    code: int
    out: str
    err: str


Blanket = Callable[..., Ran]


def environment(home: Path, **extra: str) -> dict[str, str]:
    """The process's environment: a home of its own, nothing of the developer's settings, 80 columns."""
    kept = {
        name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT", "LANG", "TMPDIR") if name in os.environ
    }
    places = {
        "HOME": home,
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
    }
    windows = {"LOCALAPPDATA": home / "cache", "APPDATA": home / "config"}
    return {**kept, **{name: str(path) for name, path in {**places, **windows}.items()}, "COLUMNS": "80", **extra}


def _text(said: bytes) -> str:
    """What was said, with the line ends of Python's own texts: Windows' programs end lines in two signs."""
    return said.decode("utf-8", "replace").replace(os.linesep, "\n")


def run(home: Path, *arguments: str, cwd: Path | None = None, **extra: str) -> Ran:
    """Run `blanket` with these arguments and environment variables; fails the test on a traceback."""
    done = subprocess.run(
        [str(COMMAND), *arguments],
        capture_output=True,
        env=environment(home, **extra),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
        check=False,
    )
    ran = Ran(done.returncode, _text(done.stdout), _text(done.stderr))
    assert "Traceback" not in ran.err
    assert "Traceback" not in ran.out
    return ran


@pytest.fixture(scope="session")
def warm_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that the whole test run shares, with the shipped base's index in it."""
    home = tmp_path_factory.mktemp("home")
    run(home, "find", "mitid")
    return home


@pytest.fixture(scope="session")
def small_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's own code with a small base for its shipped one: what goes into PYTHONPATH."""
    top = tmp_path_factory.mktemp("program")
    (top / "src").mkdir()
    for ours, link in ((ROOT / "src" / "blanket", top / "src" / "blanket"), (ROOT / "templates", top / "templates")):
        link.symlink_to(ours, target_is_directory=True)
    write_files(top / "kb", {**SMALL_BASE, "naboord.txt": ""})
    return top / "src"


@pytest.fixture
def small_base(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command finds a few entries as its shipped base: reading all of it says nothing of what is tried here.

    Where no links can be made the command keeps its own base, which holds what the small one does.
    """
    if CAN_LINK:
        monkeypatch.setenv("PYTHONPATH", str(request.getfixturevalue("small_program")))


@pytest.fixture
def blanket(warm_home: Path) -> Blanket:
    """`blanket("find", "mitid")` runs the command in the shared home."""

    def call(*arguments: str, cwd: Path | None = None, **extra: str) -> Ran:
        return run(warm_home, *arguments, cwd=cwd, **extra)

    return call


@pytest.fixture
def fresh(tmp_path: Path) -> Blanket:
    """The same in a home that nobody has used."""

    def call(*arguments: str, cwd: Path | None = None, **extra: str) -> Ran:
        return run(tmp_path / "home", *arguments, cwd=cwd, **extra)

    return call
