"""A program for test_killed: runs one blanket command many times and kills it, each time at another moment.

Called with the folder to work in, the folder of a shipped base, a number to draw moments from, how many times, and the
command's arguments. Everything is imported before the first fork, and the disk is slow, so that many kills hit the
middle of writing. Prints JSON: how many runs were killed, how many of those left only old files, only new ones or some
of both, and every file that was neither.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Any

from blanket import paths, writing
from blanket.cli import app

Tree = dict[str, bytes]
PIECE = 100  # bytes


def tree(top: Path) -> Tree:
    """Every file that a person sees: path in the folder -> content. Drafts that a kill leaves have a dot in front."""
    files = (path for path in top.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(top)): path.read_bytes() for path in files}


def restore(top: Path, old: Tree) -> None:
    """Make the folder what it was, leaving alone what did not change."""
    for path in sorted(top.rglob("*"), reverse=True):
        name = str(path.relative_to(top))
        if path.is_dir():
            if not any(path.iterdir()) and not any(Path(kept).is_relative_to(name) for kept in old):
                path.rmdir()
        elif name not in old:
            path.unlink()
    for name, content in old.items():
        if not (top / name).exists() or (top / name).read_bytes() != content:
            (top / name).parent.mkdir(parents=True, exist_ok=True)
            (top / name).write_bytes(content)


class SlowStream:
    """A file on a disk that takes its time: it lands piece by piece."""

    def __init__(self, file: Path) -> None:
        self._stream = file.open("wb")

    def __enter__(self) -> SlowStream:
        return self

    def __exit__(self, *error: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, data: bytes) -> int:
        for at in range(0, len(data), PIECE):
            self._stream.write(data[at : at + PIECE])
            self._stream.flush()
            time.sleep(0.001)
        return len(data)


def start(arguments: list[str]) -> int:
    """Begin the command in a process of its own. Returns its number."""
    pid = os.fork()
    if pid == 0:
        writing.open = lambda file, mode: SlowStream(file)  # type: ignore[attr-defined]
        with contextlib.suppress(BaseException), contextlib.redirect_stdout(io.StringIO()):
            sys.stderr = io.StringIO()
            os._exit(app.main(arguments))
        os._exit(99)
    return pid


def timed(top: Path, old: Tree, arguments: list[str]) -> tuple[float, int]:
    """Let the command end. Returns its seconds and its status; the folder is left as the command leaves it."""
    restore(top, old)
    began = time.monotonic()
    _, status = os.waitpid(start(arguments), 0)
    return time.monotonic() - began, status


def main() -> None:
    """See the top of the file."""
    top, shipped = Path(sys.argv[1]), Path(sys.argv[2])
    chance, times, arguments = random.Random(int(sys.argv[3])), int(sys.argv[4]), sys.argv[5:]
    packed = paths.shipped
    paths.shipped = lambda name: shipped if name == "kb" else packed(name)
    os.chdir(top)
    old = tree(top)
    with contextlib.redirect_stdout(io.StringIO()):
        app.main(arguments)  # here, for its imports
    restore(top, old)
    took, status = min(timed(top, old, arguments) for _ in range(3))  # one alone may have met a busy machine
    new = tree(top)
    counts = dict.fromkeys(("killed", "old", "new", "between"), 0)
    counts |= {"code": os.waitstatus_to_exitcode(status), "changed": len(new.items() - old.items())}
    wrong: set[str] = set()
    for _ in range(times):
        restore(top, old)
        pid = start(arguments)
        time.sleep(1.05 * took * chance.random())
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        left = tree(top)
        counts["killed"] += os.WIFSIGNALED(status)
        counts["old" if left == old else "new" if left == new else "between"] += 1
        wrong |= {name for name, content in left.items() if content not in (old.get(name), new.get(name))}
        wrong |= old.keys() - left.keys()
    print(json.dumps({**counts, "wrong": sorted(wrong)}))


if __name__ == "__main__":
    main()
