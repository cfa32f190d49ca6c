"""Editing an entry in the maintainer's own editor: which program, which file, and what is wrong afterwards.

Here goes the round of open, check, open again. Asking and showing are the caller's, by the functions it passes in.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from blanket import texts
from blanket.errors import BlanketError
from blanket.kb.entries import is_own, own_path, read_entry, write_entry
from blanket.kb.files import KbFile
from blanket.kb.format.problem import Problem
from blanket.system import reason

# Editors with a window of their own that give the terminal back at once, and what makes them wait.
_WAIT = {"code": "--wait", "code-insiders": "--wait", "codium": "--wait", "subl": "--wait", "zed": "--wait"}


@dataclass(slots=True)
class Edited:
    """What came of it. `copied_from`: the shipped file, when `file` is a new copy. `problems`: of this file alone."""

    file: Path
    changed: bool
    problems: list[Problem] = field(default_factory=list)
    copied_from: Path | None = None

    @property
    def errors(self) -> int:
        """How many of the problems make the entry unusable."""
        return sum(found.error for found in self.problems)


def editor_command(file: Path, environ: Mapping[str, str], *, windows: bool) -> list[str]:
    """The program to edit with, and the file: VISUAL, else EDITOR, else Notepad on Windows.

    Raises BlanketError, naming the file, when none is set, or the one that is set is not there.
    """
    name = next((name for name in ("VISUAL", "EDITOR") if environ.get(name, "").strip()), None)
    if name is None:
        if windows:
            return ["notepad", str(file)]
        raise BlanketError(texts.NO_EDITOR.format(file=file), texts.NO_EDITOR_CURE)
    try:
        # POSIX rules would eat the backslashes of a Windows path, so there quotes are taken off by hand.
        words = (
            [word.strip('"') for word in shlex.split(environ[name], posix=False)]
            if windows
            else (shlex.split(environ[name]))
        )
    except ValueError as error:
        raise BlanketError(texts.BAD_EDITOR.format(name=name, value=environ[name]), texts.NO_EDITOR_CURE) from error
    program = shutil.which(words[0], path=environ.get("PATH"))
    if program is None:
        what = texts.EDITOR_MISSING.format(program=words[0], name=name, file=file)
        raise BlanketError(what, texts.NO_EDITOR_CURE)
    wait = _WAIT.get(Path(words[0]).stem.lower())
    waiting = [wait] if wait and not {wait, "-w"} & set(words) else []
    return [program, *words[1:], *waiting, str(file)]


def edit(
    file: KbFile,
    *,
    own: Path,
    folders: Sequence[Path],
    command: Callable[[Path], list[str]],
    check: Callable[[Path], list[Problem]],
    again: Callable[[list[Problem]], bool],
    copied: Callable[[Path, Path], None] | None = None,
) -> Edited:
    """Open an entry in an editor until it is in order, or the maintainer has had enough.

    An entry of another folder is copied into the own one first; `copied` is then told (from, to). `command`: the
    program and its arguments for a file. `check`: what is wrong with the file. `again`: is shown that, and says whether
    to open the file once more.
    Raises BlanketError when the program cannot be started or fails, and when the file is gone afterwards.
    """
    target = file.path if is_own(file, own, folders) else own_path(file, own)
    command_line = command(target)  # before anything is copied: without an editor nothing happens
    before = read_entry(file.path)
    result = Edited(target, changed=False)
    if target != file.path:
        write_entry(target, before, new=True)
        result.copied_from = file.path
        if copied:
            copied(file.path, target)
    while True:
        _run(command_line, target)
        if not target.exists():
            text = before.decode("utf-8", "replace")
            raise BlanketError(texts.EDITED_GONE.format(file=target), texts.EDITED_GONE_CURE.format(text=text))
        result.changed = read_entry(target) != before
        result.problems = check(target)
        if not result.errors or not again(result.problems):
            return result


def _run(command: list[str], file: Path) -> None:
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        what = texts.EDITOR_MISSING.format(program=command[0], name="VISUAL/EDITOR", file=file)
        raise BlanketError(f"{what} ({reason(error)})".strip(), texts.NO_EDITOR_CURE) from error
    if code:
        what = texts.EDITOR_FAILED.format(program=Path(command[0]).name, code=code, file=file)
        raise BlanketError(what, texts.EDITOR_FAILED_CURE)
