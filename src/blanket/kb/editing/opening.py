"""Editing an entry in the maintainer's own editor: which program, which file, and what is wrong afterwards.

Here goes the round of open, check, open again. Asking and showing are the caller's, by the functions it passes in.
What is edited is a draft beside the file, so that two people who edit one entry never write over each other.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from blanket.errors import BlanketError
from blanket.kb.editing.locking import locked
from blanket.kb.entries import is_own, own_path, read_entry, write_entry
from blanket.kb.files import BASIS_FOLDER, KbFile
from blanket.kb.format.problem import Problem
from blanket.system import reason
from blanket.texts import editing as texts
from blanket.texts import layers as layer_texts

_DRAFT = ".ret-"  # in the name of what is open in an editor
_VERSION = "min-udgave"
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
    others: Callable[[list[Path]], None] | None = None,
) -> Edited:
    """Open an entry in an editor until it is in order, or the maintainer has had enough.

    An entry of another folder is copied into the own one first; `copied` is then told (from, to). `command`: the
    program and its arguments for a file. `check`: what is wrong with the file. `again`: is shown that, and says whether
    to open the file once more. `others`: is told the drafts of this entry that somebody else has open, or left.
    Raises BlanketError when the program cannot be started or fails, when the file is gone afterwards, and when somebody
    else has changed the entry meanwhile: their edit stands, and this one is kept beside it.
    """
    target = file.path if is_own(file, own, folders) else own_path(file, own)
    command(target)  # before anything is copied: without an editor nothing happens
    before = read_entry(file.path)
    result = Edited(target, changed=False)
    if target != file.path:
        before = _begin(file, target, own, before)
        result.copied_from = file.path
        if copied:
            copied(file.path, target)
    kept = read_entry(target)
    if others and (open_now := sorted(target.parent.glob(f".{target.stem}{_DRAFT}*{target.suffix}"))):
        others(open_now)
    with _draft(target, kept) as draft:
        command_line = command(draft)
        while True:
            run_editor(command_line, target)
            if not draft.exists():
                text = before.decode("utf-8", "replace")
                raise BlanketError(texts.EDITED_GONE.format(file=draft), texts.EDITED_GONE_CURE.format(text=text))
            mine = read_entry(draft)
            if mine != kept:
                _keep(target, kept, mine, draft)
                kept = mine
            result.changed = kept != before
            result.problems = check(target)
            if not result.errors or not again(result.problems):
                return result


@contextmanager
def _draft(file: Path, content: bytes) -> Iterator[Path]:
    """A draft beside a file, under a name that no entry has. It goes, unless it holds what the file has not."""
    draft = file.with_name(f".{file.stem}{_DRAFT}{os.getpid()}{file.suffix}")
    write_entry(draft, content)
    try:
        yield draft
    finally:
        with suppress(OSError):
            if draft.read_bytes() in (content, file.read_bytes()):
                draft.unlink()


def _keep(file: Path, known: bytes, mine: bytes, draft: Path) -> None:
    """Write what was edited, when the file still is as it was known; else keep the draft, and raise BlanketError."""
    with locked(file):
        if file.exists() and read_entry(file) == known:
            write_entry(file, mine)
            return
    version = next(path for number in range(1, 1000) if not (path := _version_of(file, number)).exists())
    draft.rename(version)
    what = layer_texts.EDITED_BY_ANOTHER.format(file=file, mine=version)
    raise BlanketError(what, layer_texts.EDITED_BY_ANOTHER_CURE)


def _version_of(file: Path, number: int) -> Path:
    """A name for a version that lost: with an ending that `kb tjek` tells of until somebody has looked at it."""
    return file.with_name(f"{file.stem}.{_VERSION}{'' if number == 1 else number}{file.suffix}.txt")


def _begin(file: KbFile, target: Path, own: Path, shared: bytes) -> bytes:
    """Put the shared entry, or what is laid over it, into the own folder. Returns what was written."""
    from blanket.kb.base import load_file
    from blanket.kb.editing.own_layer import beginning
    from blanket.kb.format.model import Municipality

    content = load_file(file).content if file.kind == "kommune" else None
    if isinstance(content, Municipality):  # laid over the shared one, key by key: a copy would hide its changes
        shared = beginning(content).encode()
    else:
        write_entry(own / BASIS_FOLDER / target.relative_to(own), shared)  # what later changes are told from
    write_entry(target, shared, new=True)
    return shared


def run_editor(command: list[str], file: Path) -> None:
    """Run an editor until it is closed. Raises BlanketError when it cannot be started or fails."""
    try:
        code = subprocess.run(command, check=False).returncode
    except OSError as error:
        what = texts.EDITOR_MISSING.format(program=command[0], name="VISUAL/EDITOR", file=file)
        raise BlanketError(f"{what} ({reason(error)})".strip(), texts.NO_EDITOR_CURE) from error
    if code:
        what = texts.EDITOR_FAILED.format(program=Path(command[0]).name, code=code, file=file)
        raise BlanketError(what, texts.EDITOR_FAILED_CURE)
