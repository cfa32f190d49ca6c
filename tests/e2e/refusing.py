"""What a command does when the system refuses it something: run by test_refused.py, in a process of its own.

The command runs once to see which calls it makes on our own files, in each area (base, cache, settings, output). Then
each kind of call in each area is refused in turn, once at its first and once at its last, with each error, in a forked
process. Prints, as JSON, a list with what every run left.

Arguments: the top folder (holds base, cache, settings, output), the shipped base, the command's arguments.
"""

from __future__ import annotations

import builtins
import contextlib
import errno
import hashlib
import importlib
import io
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from blanket import paths, writing
from blanket.cli import app

ERRORS = ("EACCES", "ENOSPC", "EIO", "ENOENT", "EROFS")
AREAS = ("base", "cache", "settings", "output")
Call = tuple[str, str]  # what is done, and in which area


class Gate:
    """Counts calls, and refuses one of them when `refuse` is set: (call, which of them, error number)."""

    def __init__(self, top: Path) -> None:
        self._top = str(top)
        self.seen: dict[Call, int] = {}
        self.refuse: tuple[Call, int, int] | None = None

    def pass_through(self, what: str, file: object) -> None:
        """Count a call on a file of ours; raises OSError when it is the one to be refused."""
        with contextlib.suppress(TypeError, ValueError):
            path = os.path.abspath(os.fsdecode(file))  # type: ignore[arg-type]
            if path.startswith(self._top + os.sep):
                area = Path(path[len(self._top) + 1 :]).parts[0]
                call = (what, area)
                self.seen[call] = self.seen.get(call, 0) + 1
                if self.refuse and self.refuse[0] == call and self.refuse[1] == self.seen[call]:
                    number = self.refuse[2]
                    raise OSError(number, os.strerror(number), path)


class Stream:
    """An open file whose reading and writing go through the gate."""

    def __init__(self, stream: Any, gate: Gate, file: object) -> None:
        self._stream, self._gate, self._file = stream, gate, file

    def read(self, *arguments: Any) -> Any:
        self._gate.pass_through("read", self._file)
        return self._stream.read(*arguments)

    def write(self, data: Any) -> Any:
        self._gate.pass_through("write", self._file)
        return self._stream.write(data)

    def __enter__(self) -> Stream:
        self._stream.__enter__()
        return self

    def __exit__(self, *error: Any) -> Any:
        return self._stream.__exit__(*error)

    def __iter__(self) -> Any:
        return iter(self._stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def put_up(gate: Gate) -> None:
    """Lead every way to the system that our code takes through the gate."""
    plain_open = io.open

    def gated_open(file: Any, *arguments: Any, **named: Any) -> Any:
        gate.pass_through("open", file)
        return Stream(plain_open(file, *arguments, **named), gate, file)

    io.open = builtins.open = gated_open
    for name, what in {
        "stat": "stat",
        "scandir": "listdir",
        "listdir": "listdir",
        "mkdir": "mkdir",
        "replace": "rename",
        "rename": "rename",
    }.items():
        setattr(os, name, gated(getattr(os, name), what, gate))


def gated(plain: Callable[..., Any], what: str, gate: Gate) -> Callable[..., Any]:
    """A function of `os` behind the gate."""

    def call(file: Any = ".", *arguments: Any, **named: Any) -> Any:
        if not isinstance(file, int):
            gate.pass_through(what, file)
        return plain(file, *arguments, **named)

    return call


def fingerprints(top: Path) -> dict[str, str]:
    """Every file below a folder with a checksum of its content."""
    return {
        str(file.relative_to(top)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }


def is_whole(file: Path) -> bool:
    """Whether a file that a refusal made other than usual (an entry less, a plainer page) has beginning and end."""
    content = file.read_bytes()
    match file.suffix:
        case ".pdf":
            return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
        case ".html":
            return content.startswith(b"<!") and content.rstrip().endswith(b"</html>")
        case ".sqlite":
            with contextlib.closing(sqlite3.connect(file)) as db:
                found = [line for (line,) in db.execute("PRAGMA integrity_check")]
                # SQLite 3.40 takes columns between those of the key of a table without rowid for NULL
                return not [line for line in found if line != "ok" and not line.startswith("NULL value in")]
    return False


def restore(top: Path, kept: dict[str, bytes]) -> None:
    """Put the folder back as it was."""
    for file in sorted(top.rglob("*"), reverse=True):
        name = str(file.relative_to(top))
        if file.is_file() and name not in kept:
            file.unlink()
        elif file.is_dir() and not any(other.startswith(name + os.sep) for other in kept) and name not in AREAS:
            with contextlib.suppress(OSError):
                file.rmdir()
    for name, content in kept.items():
        file = top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.is_file() or file.read_bytes() != content:
            file.write_bytes(content)


def in_a_fork(top: Path, arguments: list[str], refuse: tuple[Call, int, int] | None) -> dict[str, Any]:
    """Run the command in a forked process. Returns its code, what it said and, when nothing was refused, its calls."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err, tempfile.TemporaryFile("w+") as more:
        pid = os.fork()
        if pid == 0:
            code = 99
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
                sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
                gate = Gate(top)
                gate.refuse = refuse
                put_up(gate)
                code = app.main(arguments)
                calls = [[*call, count] for call, count in gate.seen.items()]
                more.write(json.dumps({"calls": calls, "modules": list(sys.modules)}))
                more.flush()
            finally:
                os._exit(code)
        _, status = os.waitpid(pid, 0)
        for stream in (out, err, more):
            stream.seek(0)
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": out.read(),
            "err": err.read(),
            **json.loads(more.read() or '{"calls": [], "modules": []}'),
        }


def main() -> None:
    """See the top of the file."""
    top, shipped, arguments = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    packed = paths.shipped
    paths.shipped = lambda name: shipped if name == "kb" else packed(name)
    os.chdir(top)
    kept = {str(file.relative_to(top)): file.read_bytes() for file in top.rglob("*") if file.is_file()}
    old = fingerprints(top)
    in_a_fork(top, arguments, None)  # once, for its caches outside of ours and the imports' bytecode
    restore(top, kept)
    plain = in_a_fork(top, arguments, None)
    new = fingerprints(top)
    for name in plain.pop("modules"):  # once here, and not in each of a hundred forks: none of them is below `top`
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    runs = []
    for what, area, count in sorted(map(tuple, plain["calls"])):
        for which in sorted({1, count}):
            for name in ERRORS:
                restore(top, kept)
                ran = in_a_fork(top, arguments, ((what, area), which, getattr(errno, name)))
                left = fingerprints(top)
                # an index is made anew whenever it is damaged, so it is no file that must be whole
                mine = {file: print_ for file, print_ in left.items() if not file.startswith("cache")}
                changed = [file for file, print_ in mine.items() if print_ not in (old.get(file), new.get(file))]
                wrong = [file for file in changed if not is_whole(top / file)]
                lost = [file for file in old if file not in left and not file.startswith("cache")]
                del ran["modules"]
                runs.append(
                    {"what": what, "area": area, "which": which, "error": name, "wrong": wrong, "lost": lost, **ran}
                )
    print(json.dumps({"plain": plain, "runs": runs}))


if __name__ == "__main__":
    assert writing.__file__  # ours, not another's of the name
    main()
