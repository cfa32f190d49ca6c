"""`blanket steder [ORD]`: places and phone lines, by words, by day, open now, or for a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket import texts
from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, in_colour, width
from blanket.desk.last_search import remember
from blanket.desk.meaning import without_cpr
from blanket.desk.opening import open_base
from blanket.desk.places import Asked, Places, places_for
from blanket.errors import Exit

if TYPE_CHECKING:
    from blanket.guide.screens.place_rows import Group
    from blanket.guide.screens.places import PlaceView

DAYS = ("i dag", "i morgen", *list(texts.DAY_NAMES.values())[:7])


def steder(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="ORD…", help="Et sted, en by eller en dag, fx paraplyen onsdag.", show_default=False),
    ] = None,
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
            "--hjælper-med",
            "--hjaelper-med",
            metavar="ORD",
            help="Hvem hjælper med det, hvem gør ikke, og hvor så?",
            show_default=False,
        ),
    ] = None,
    everywhere: Annotated[
        bool, typer.Option("--alle", help="Tag steder i andre kommuner med.", show_default=False)
    ] = False,
    municipality: MunicipalityOption = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis steder og telefoner med dagens tider."""
    with open_base(named_by(kb), preparing()) as base:
        said = without_cpr(base, words or ())
        asked = Asked(words=said, day=day, now=now, matter=helps_with, everywhere=everywhere)
        found = base.ask(lambda base: places_for(base, asked, municipality))
    code = Exit.DONE if found.views or found.refused else Exit.NOTHING_FOUND
    from blanket.guide.screens.place_rows import grouped

    groups = grouped(found.views, found.kommune)
    remember([view.place.id for group in groups for view in group.views])
    if as_json:
        return Outcome(data=_all_data(found), code=code, notes=base.notes)
    if code is Exit.NOTHING_FOUND:
        return Outcome(text=f"{texts.NO_PLACES}\n{texts.NO_PLACES_CURE}", code=code, notes=base.notes)
    return Outcome(text=_text(found, groups, helps_with), notes=base.notes, paged=True)


def _text(found: Places, groups: list[Group], matter: str | None) -> str:
    from blanket.guide.days.dates import said_date
    from blanket.guide.screens.place_rows import legend, place_rows, refusal_rows

    rows: list[tuple[str, str]] = []
    if found.day:
        rows.append((texts.PLACES_ON.format(day=said_date(found.day)), ""))
    rows += place_rows(groups, width())
    if matter and found.refused:
        rows += [("", ""), *refusal_rows(found.refused, matter, width())]
    if found.unknown:
        rows += [("", ""), (texts.PLACES_UNKNOWN.format(count=found.unknown), "")]
    if groups:
        rows += [("", ""), *legend(found.views), (texts.SHOW_PLACE_HINT.format(what=1), "")]
    return in_colour(rows, coloured=colour())


def _all_data(found: Places) -> dict[str, Any]:
    data: dict[str, Any] = {"steder": [_data(view) for view in found.views]}
    data["dag"] = found.day.isoformat() if found.day else None
    data["hjælper_ikke_med"] = [
        {"hvem": item.who, "tekst": item.text, "i_stedet": item.instead} for item in found.refused
    ]
    return data


def _data(view: PlaceView) -> dict[str, Any]:
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
        "dagen": view.when,
        "tider": view.hours,
    }
