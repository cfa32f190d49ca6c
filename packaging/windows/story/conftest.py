"""The Windows folder as its user meets it: `blanket.exe` in a process of its own, with a profile of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.conftest import COMMAND, Ran, environment, run

FOLDER = Path(sys.executable).parent.parent
Blanket = Callable[..., Ran]

collect_ignore_glob = [] if os.name == "nt" else ["test_*.py"]  # for Windows' own Python: see wine.py


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with a name as people have them."""
    return tmp_path_factory.mktemp("Åse Ærø")


@pytest.fixture
def blanket(home: Path) -> Blanket:
    """`blanket("find", "mitid")` runs the folder's command."""

    def call(*arguments: str, cwd: Path | None = None, **extra: str) -> Ran:
        return run(home, *arguments, cwd=cwd, **extra)

    return call


def typed(home: Path, lines: str, *arguments: str) -> str:
    """What the command says to somebody who types these lines."""
    done = subprocess.run(
        [str(COMMAND), *arguments],
        input=lines.encode(),
        capture_output=True,
        env=environment(home),
        timeout=90,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8")


@contextmanager
def open_elsewhere(file: Path, seconds: float = 30.0) -> Iterator[None]:
    """Another process that has the file open, as Windows' programs do: nobody may rename over it or delete it."""
    code = "import sys, time; f = open(sys.argv[1], 'rb'); print('x', flush=True); time.sleep(float(sys.argv[2]))"
    with subprocess.Popen([sys.executable, "-c", code, str(file), str(seconds)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


def waited(until: Callable[[], bool], seconds: float = 30.0) -> bool:
    """Whether something came true in that time."""
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        time.sleep(0.1)
    return until()
