"""`blanket kb ny SLAGS ID`: a new entry's file, explained and ready to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket import texts
from blanket.cli.options import KbOption, named_by, one_of
from blanket.cli.outcome import Outcome
from blanket.desk.opening import own_of
from blanket.kb.files import KIND_FOLDERS
from blanket.search.words import fold


def ny(
    kind: Annotated[
        str,
        typer.Argument(metavar="SLAGS", help="opgave, blanket, sted, forløb eller kommune.", show_default=False),
    ],
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Kort navn til opslaget, fx skift-laege.", show_default=False)
    ],
    kb: KbOption = None,
) -> Outcome:
    """Lav et nyt opslag, som er klar til at blive udfyldt."""
    from blanket.kb.editing.scaffold import make_entry

    chosen = one_of(kind, tuple(KIND_FOLDERS), texts.UNKNOWN_KIND, "kind")
    own, folders = own_of(named_by(kb))
    if chosen == "kommune":
        from blanket.cli.kb.new_kommune import new_kommune

        return new_kommune(identifier, own, folders)
    suggestion = "-".join("".join(sign if sign.isalnum() else " " for sign in fold(identifier)).split())
    file = make_entry(chosen, identifier, own=own, folders=folders, suggestion=suggestion)
    lines = [
        texts.SCAFFOLD_MADE.format(file=file),
        texts.SCAFFOLD_NEXT.format(id=identifier, kb=_as_typed(named_by(kb))),
    ]
    return Outcome(text="\n".join(lines))


def _as_typed(named: list[Path]) -> str:
    """The --kb that the next command needs too; empty where BLANKET_KB or the current folder says it."""
    return "".join(f' --kb "{folder}"' if " " in str(folder) else f" --kb {folder}" for folder in named)
