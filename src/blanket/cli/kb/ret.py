"""`blanket kb ret HVAD`: open an entry in the maintainer's editor, and check it afterwards."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket import layer_texts, texts
from blanket.cli.completing import complete_entry
from blanket.cli.kb.tjek import finder_of
from blanket.cli.options import KbOption, named_by
from blanket.cli.outcome import Outcome
from blanket.cli.vis import candidates
from blanket.cpr import cut_cpr
from blanket.desk.meaning import Unclear, entry_meant
from blanket.desk.opening import open_base, own_of
from blanket.errors import BlanketError, Exit

if TYPE_CHECKING:
    from blanket.kb.editing.opening import Edited
    from blanket.kb.files import KbFile
    from blanket.kb.format.problem import Problem


def ret(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD",
            help="Et id, et blanketnummer, et nummer fra sidste søgning, ordbog eller ord.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Ret et opslag i dit eget program, og tjek det bagefter."""
    from blanket.kb.editing.opening import edit, editor_command

    query = cut_cpr(" ".join(what or []))[0].strip()
    if not query:
        missing = texts.MISSING_ARGUMENT.format(name="HVAD")
        raise BlanketError(missing, texts.HELP_TRY.format(command="blanket kb ret"), Exit.WRONG_USE)
    own, folders = own_of(named_by(kb))
    file = _file(query, folders, [*(kb or []), own])
    if isinstance(file, Outcome):
        return file
    windows = os.name == "nt"
    done = edit(
        file,
        own=own,
        folders=folders,
        command=partial(editor_command, environ=os.environ, windows=windows),
        check=partial(_checked, folders=folders),
        again=_again,
        copied=lambda source, target: print(texts.COPIED.format(source=source, file=target), file=sys.stderr),
        others=_others,
    )
    return _told(done)


def _file(query: str, folders: list[Path], kb: list[Path]) -> KbFile | Outcome:
    """The file that HVAD stands for; the candidates when it may be several. A broken entry is found by its id."""
    from blanket.kb.entries import file_of, no_such_entry

    found = file_of(query, folders)
    if found is not None:
        return found
    with open_base(kb) as base:
        entry = base.ask(lambda base: entry_meant(base, [query]))
        if isinstance(entry, Unclear):
            return candidates(entry, base, as_json=False)
        file = file_of(str(entry.path), folders)
    if file is None:  # taken away since the index was made
        raise no_such_entry(entry.id, folders)
    return file


def _others(drafts: list[Path]) -> None:
    """Say whose drafts of the entry are open, and since when."""
    from datetime import datetime

    since = [f"{file} ({datetime.fromtimestamp(file.stat().st_mtime):%d.%m.%Y %H.%M})" for file in drafts]
    print(layer_texts.OTHERS_EDIT.format(drafts=", ".join(since)), file=sys.stderr, flush=True)


def _checked(file: Path, folders: list[Path]) -> list[Problem]:
    """What is wrong with one file as part of the whole base, advice and søgetest included."""
    from datetime import date

    from blanket.kb.review.checking import check

    with finder_of(folders) as finder:
        report = check(folders, frozenset({file}), date.today(), advice=True, finder=finder)
    return [found for found in report.problems if found.file == file]


def _again(problems: list[Problem]) -> bool:
    """Show what is wrong and ask; without a person at the keyboard the answer is no."""
    if not sys.stdin.isatty():
        return False
    for found in problems:
        print(f"{found} {found.cure}", file=sys.stderr)
    print(texts.EDIT_AGAIN, end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() not in texts.EDIT_NO_ANSWERS


def _told(done: Edited) -> Outcome:
    lines = [f"{found} {found.cure}" for found in done.problems]
    if done.errors:
        said = texts.EDITED_ONE_ERROR if done.errors == 1 else texts.EDITED_ERRORS
    elif not done.changed:
        said = texts.EDITED_UNCHANGED_COPY if done.copied_from else texts.EDITED_UNCHANGED
    else:
        said = texts.EDITED_OK
    lines.append(said.format(file=done.file, count=done.errors, id=done.file.stem))
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND if done.errors else Exit.DONE)
