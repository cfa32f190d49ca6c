"""`blanket steder`: places and phone lines, open now, on a day, or for a matter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket import texts
from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, width
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.errors import Exit

if TYPE_CHECKING:
    from blanket.guide.places import PlaceView

DAYS = ("i dag", "i morgen", *list(texts.DAY_NAMES.values())[:7])


def steder(
    now: Annotated[
        bool, typer.Option("--nu", help="Kun dem, der er åbne nu, eller hvis tid er ukendt.", show_default=False)
    ] = False,
    day: Annotated[
        str | None,
        typer.Option(
            "--dag",
            metavar="DAG",
            help="Kun åbne den dag, fx torsdag eller 10-12.",
            autocompletion=complete_choice(DAYS),
            show_default=False,
        ),
    ] = None,
    helps_with: Annotated[
        str | None,
        typer.Option(
            "--hjælper-med", "--hjaelper-med", metavar="ORD", help="Kun dem, der hjælper med dette.", show_default=False
        ),
    ] = None,
    municipality: MunicipalityOption = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis steder og telefoner, og om de er åbne."""
    on = _day(day) if day else None
    with open_base(named_by(kb), preparing()) as base:
        views = base.ask(lambda base: _views(base, municipality, now, on, helps_with))
    code = Exit.DONE if views else Exit.NOTHING_FOUND
    if as_json:
        return Outcome(data={"steder": [_data(view) for view in views]}, code=code, notes=base.notes)
    if not views:
        return Outcome(text=texts.NO_PLACES, code=code, notes=base.notes)
    from blanket.guide.rendering import render

    return Outcome(text=render("steder", "txt", width=width(), colour=colour(), views=views), notes=base.notes)


def _views(
    base: OpenBase, municipality: str | None, only_open: bool, day: date | None, matter: str | None
) -> list[PlaceView]:
    from blanket.guide.hours import now
    from blanket.guide.places import list_places

    chosen = chosen_municipality(base, municipality)
    return list_places(base.db, now(), chosen.id if chosen else None, only_open=only_open, day=day, matter=matter)


def _day(typed: str) -> date:
    from blanket.guide.dates import parse_day
    from blanket.guide.hours import now

    return parse_day(typed, now().date())


def _data(view: Any) -> dict[str, Any]:
    place = view.place
    return {
        "id": place.id,
        "navn": place.title,
        "telefon": place.phone,
        "adresse": place.address,
        "kommune": place.municipality,
        "for": place.audience,
        "åben": view.status.open,
        "nu": view.status.text,
        "tider": view.hours,
    }
