"""`blanket kb ret HVAD`: open an entry in the maintainer's editor, and check it afterwards."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket.cli.completing import complete_entry
from blanket.cli.kb.layer_offer import offer_layer, say_differently
from blanket.cli.kb.tjek import finder_of
from blanket.cli.keys import has_person
from blanket.cli.options import KbOption, as_typed, named_by
from blanket.cli.outcome import Outcome, tell
from blanket.cli.vis import candidates
from blanket.cpr import cut_cpr
from blanket.desk.meaning import Unclear, entry_meant
from blanket.desk.opening import open_base, own_of
from blanket.errors import BlanketError, Exit
from blanket.kb.files import GLOSSARY_KIND
from blanket.texts import editing as texts
from blanket.texts import layers as layer_texts
from blanket.texts import usage as usage_texts

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
    key: Annotated[
        str | None,
        typer.Option(
            "--nøgle", "--noegle", metavar="NØGLE", help="Sig kun denne nøgle anderledes i jeres kommune.",
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Option("--til", metavar="TEKST", help="Med --nøgle: det, der skal stå hos jer.", show_default=False),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--hele", help="Lav jeres egen kopi af hele filen uden at spørge.", show_default=False)
    ] = False,
    kb: KbOption = None,
) -> Outcome:  # fmt: skip
    """Ret et opslag i dit eget program, og tjek det bagefter."""
    from blanket.kb.editing.opening import edit, editor_command
    from blanket.kb.entries import is_own

    query = cut_cpr(" ".join(what or []))[0].strip()
    if not query:
        missing = usage_texts.MISSING_ARGUMENT.format(name="HVAD")
        raise BlanketError(missing, usage_texts.HELP_TRY.format(command="blanket kb ret"), Exit.WRONG_USE)
    own, folders = own_of(named_by(kb))
    file = _file(query, folders, [*(kb or []), own])
    if isinstance(file, Outcome):
        return file
    if (key is None) != (value is None):
        raise BlanketError(layer_texts.LAYER_NEEDS_BOTH, layer_texts.LAYER_NEEDS_BOTH_CURE, Exit.WRONG_USE)
    shared = not is_own(file, own, folders) and file.kind not in (GLOSSARY_KIND, "kommune")
    if key is not None and value is not None:
        if not shared:
            raise BlanketError(layer_texts.LAYER_NOT_SHARED.format(id=file.path.stem), code=Exit.WRONG_USE)
        return say_differently(file, own, folders, key, value)
    if shared and not whole and has_person():
        said = offer_layer(file, own, folders)
        if said is not None:
            return said
    windows = os.name == "nt"
    done = edit(
        file,
        own=own,
        folders=folders,
        command=partial(editor_command, environ=os.environ, windows=windows),
        check=partial(_checked, folders=folders),
        again=_again,
        copied=partial(_copied, layered=shared),
        others=_others,
    )
    return _told(done, as_typed(named_by(kb)))


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
    tell(layer_texts.OTHERS_EDIT.format(drafts=", ".join(since)))


def _copied(source: Path, target: Path, *, layered: bool) -> None:
    tell(texts.COPIED.format(source=source, file=target))
    if layered:
        tell(layer_texts.LAYER_INSTEAD.format(id=target.stem))


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
        tell(f"{found} {found.cure}")
    print(texts.EDIT_AGAIN, end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    return bool(answer) and answer.strip().lower() not in texts.EDIT_NO_ANSWERS


def _told(done: Edited, named: str) -> Outcome:
    """What came of it. `named`: the --kb that the next command needs too."""
    lines = [f"{found} {found.cure}" for found in done.problems]
    if done.errors:
        said = texts.EDITED_ONE_ERROR if done.errors == 1 else texts.EDITED_ERRORS
    elif not done.changed:
        said = texts.EDITED_UNCHANGED_COPY if done.copied_from else texts.EDITED_UNCHANGED
    else:
        said = texts.EDITED_OK
    lines.append(said.format(file=done.file, count=done.errors, id=done.file.stem, kb=named))
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND if done.errors else Exit.DONE)
