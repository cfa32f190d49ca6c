"""`blanket kb ny SLAGS ID`: a new entry's file, explained and ready to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket.cli.options import KbOption, as_typed, named_by, one_of
from blanket.cli.outcome import Outcome
from blanket.desk.opening import own_of
from blanket.kb.files import KIND_FOLDERS, TEMPLATES_FOLDER
from blanket.paths import shipped
from blanket.search.words import fold
from blanket.texts import editing as texts
from blanket.texts import finding as finding_texts
from blanket.texts import layers as layer_texts

TEMPLATE = "skabelon"


def ny(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="SLAGS", help="opgave, blanket, sted, forløb, kommune eller skabelon.", show_default=False
        ),
    ],
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="Kort navn til opslaget, fx skift-laege.", show_default=False)
    ],
    kb: KbOption = None,
) -> Outcome:
    """Lav et nyt opslag, som er klar til at blive udfyldt."""
    from blanket.kb.editing.scaffold import make_entry

    chosen = one_of(kind, (*KIND_FOLDERS, TEMPLATE), finding_texts.UNKNOWN_KIND, "kind")
    own, folders = own_of(named_by(kb))
    if chosen == TEMPLATE:
        return _template(identifier, own)
    if chosen == "kommune":
        from blanket.cli.kb.new_kommune import new_kommune

        return new_kommune(identifier, own, folders, as_typed(named_by(kb)))
    suggestion = "-".join("".join(sign if sign.isalnum() else " " for sign in fold(identifier)).split())
    file = make_entry(chosen, identifier, own=own, folders=folders, suggestion=suggestion)
    lines = [
        texts.SCAFFOLD_MADE.format(file=file),
        texts.SCAFFOLD_NEXT.format(id=identifier, kb=as_typed(named_by(kb))),
    ]
    return Outcome(text="\n".join(lines))


def _template(name: str, own: Path) -> Outcome:
    """A copy of a template that comes with the program, and what later changes of it are told from."""
    from blanket.kb.entries import write_entry
    from blanket.kb.files import BASIS_FOLDER

    known = sorted(file.name for file in shipped(TEMPLATES_FOLDER).glob("handout.*.j2"))
    name = one_of(name, tuple(known), layer_texts.NO_SUCH_TEMPLATE, "name")
    content = (shipped(TEMPLATES_FOLDER) / name).read_bytes()
    write_entry(own / TEMPLATES_FOLDER / name, content, new=True)
    write_entry(own / BASIS_FOLDER / TEMPLATES_FOLDER / name, content)
    return Outcome(text=texts.SCAFFOLD_MADE.format(file=own / TEMPLATES_FOLDER / name))
