"""`blanket akut [EMNE]`: crisis lines and beds for the night, by subject."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, in_colour, width
from blanket.desk.last_search import remember
from blanket.desk.opening import open_base
from blanket.desk.places import acute_help, acute_subject
from blanket.errors import BlanketError, Exit
from blanket.texts import desk as desk_texts
from blanket.texts import finding as finding_texts
from blanket.texts import places as texts
from blanket.texts import usage as usage_texts

if TYPE_CHECKING:
    from blanket.guide.screens.acute import Acute

SUBJECTS = ("liv", "selvmord", "vold", "psyke", "misbrug", "bolig", "svindel")


def akut(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="EMNE",
            help="liv, selvmord, vold, psyke, misbrug, bolig eller svindel.",
            autocompletion=complete_choice(SUBJECTS),
            show_default=False,
        ),
    ] = None,
    municipality: MunicipalityOption = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis kriselinjer og steder at sove i nat."""
    wanted = acute_subject(subject) if subject else None
    if subject and wanted is None:  # `blanket akut ORD` is a search already: this is for `--json` and the like
        raise BlanketError(
            texts.ACUTE_NONE.format(subject=subject), usage_texts.CHOICES.format(choices=", ".join(SUBJECTS))
        )
    with open_base(named_by(kb), preparing()) as base:
        found = base.ask(lambda base: acute_help(base, wanted, municipality))
    remember([identifier for item in found for identifier in item.numbered])
    code = Exit.DONE if found else Exit.NOTHING_FOUND
    if as_json:
        return Outcome(data={"akut": [_data(item) for item in found]}, code=code, notes=base.notes)
    if not found:
        return Outcome(text=texts.ACUTE_NONE.format(subject=subject or ""), code=code, notes=base.notes)
    return Outcome(text=_text(found), notes=base.notes)


def _text(found: list[Acute]) -> str:
    from blanket.guide.screens.place_rows import acute_rows, legend

    rows = acute_rows([(item.subject, item.views, [task.content for task in item.tasks]) for item in found], width())
    views = [view for item in found for view in item.views]
    first = [(line, "bold") for line in textwrap.wrap(desk_texts.DESK_CRISIS_112, width())]
    end = [("", ""), *legend(views), (finding_texts.SHOW_HINT.format(what=1), "")]
    return in_colour([*first, *rows, *end], coloured=colour())


def _data(item: Acute) -> dict[str, Any]:
    places = [
        {"id": view.place.id, "navn": view.place.title, "telefon": view.place.phone, "tider": view.hours}
        for view in item.views
    ]
    return {"emne": item.subject, "steder": places, "opgaver": [task.id for task in item.tasks]}
