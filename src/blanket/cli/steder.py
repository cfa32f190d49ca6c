"""`blanket steder [ORD]`: places and phone lines, by words, by day, open now, or for a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, in_colour, width
from blanket.desk.last_search import remember
from blanket.desk.meaning import without_cpr
from blanket.desk.opening import open_base
from blanket.desk.places import PlaceQuery, Places, places_for
from blanket.errors import Exit
from blanket.texts import days as day_texts
from blanket.texts import finding as finding_texts
from blanket.texts import places as texts

if TYPE_CHECKING:
    from blanket.guide.screens.places import PlaceView
    from blanket.guide.screens.screen import Row

DAYS = ("i dag", "i morgen", *list(day_texts.DAY_NAMES.values())[:7])


def steder(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="ORD…", help="Et sted, en by eller en dag, fx paraplyen onsdag.", show_default=False),
    ] = None,
    now: Annotated[
        bool, typer.Option("--nu", help="Vis på én skærm, hvem I kan få fat i nu.", show_default=False)
    ] = False,
    day: Annotated[
        str | None,
        typer.Option(
            "--dag",
            metavar="DAG",
            help="Kun steder, der er åbne den dag, fx torsdag.",
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
            help="Vis, hvem der hjælper med det, og hvem ikke.",
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
        matter = " ".join(without_cpr(base, [helps_with])) if helps_with else None
        asked = PlaceQuery(words=said, day=day, now=now, matter=matter, everywhere=everywhere)
        found = base.ask(lambda base: places_for(base, asked, municipality))
    code = Exit.DONE if found.is_answer else Exit.NOTHING_FOUND
    rows, numbered = _shown(found, asked)
    remember(numbered)
    if as_json:
        return Outcome(data=_all_data(found), code=code, notes=base.notes)
    if code is Exit.NOTHING_FOUND:
        ask = [texts.ASK_WHO_HELPS.format(name=found.ring[0], number=found.ring[1])] if found.ring else []
        return Outcome(text="\n".join([texts.NO_PLACES, *ask, texts.NO_PLACES_CURE]), code=code, notes=base.notes)
    return Outcome(text=in_colour(rows, coloured=colour()), notes=base.notes, paged=True)


def _shown(found: Places, asked: PlaceQuery) -> tuple[list[Row], list[str]]:
    """The lines, and the ids of what is numbered in them."""
    from blanket.guide.days.dates import said_date
    from blanket.guide.screens.place_rows import grouped, instead_rows, legend, place_rows, refusal_rows
    from blanket.guide.screens.screen import Row

    if found.is_now:
        return _now(found)
    matter = asked.matter or ""
    rows = [Row(texts.PLACES_ON.format(day=said_date(found.day)))] if found.day else []
    if found.views or not matter:
        groups = grouped(found.views, found.kommune)
        rows += place_rows(groups, width())
        shown = [view for group in groups for view in group.views]
        numbered = [view.place.id for view in shown]
    else:
        said = [item.instead for item in found.refused if item.instead]
        shown, titles = found.instead, [hit.title for hit in found.tasks]
        rows += instead_rows(matter, said, shown, titles, found.ring, width())
        numbered = [*(view.place.id for view in shown), *(hit.id for hit in found.tasks)]
    if found.refused:
        rows += [Row(""), *refusal_rows(found.refused, matter, width())]
    if found.unknown:
        rows += [Row(""), Row(texts.PLACES_UNKNOWN.format(count=found.unknown))]
    if numbered:
        hint = texts.SHOW_PLACE_HINT if shown else finding_texts.SHOW_HINT
        rows += [Row(""), *legend(shown), Row(hint.format(what=1))]
    return rows, numbered


def _now(found: Places) -> tuple[list[Row], list[str]]:
    """Who can be reached now, on one screen: what does not stand there is counted."""
    from blanket.guide.screens.place_rows import legend, one_screen, open_now_groups
    from blanket.guide.screens.screen import ROWS, Row, wrapped_rows

    foot = 3  # the count, what `?` means, how to see one
    rows, shown = one_screen(open_now_groups(found.views, found.kommune, found.named), width(), ROWS - foot)
    left = len(found.views) - len(shown)
    rows += wrapped_rows(texts.OPEN_MORE.format(count=left), width()) if left else []
    rows += [*legend(shown), *([Row(texts.SHOW_PLACE_HINT.format(what=1))] if shown else [])]
    return rows, [view.place.id for view in shown]


def _all_data(found: Places) -> dict[str, Any]:
    data: dict[str, Any] = {"steder": [_data(view) for view in found.views]}
    data["dag"] = found.day.isoformat() if found.day else None
    data["hjælper_ikke_med"] = [
        {"hvem": item.who, "tekst": item.text, "i_stedet": item.instead} for item in found.refused
    ]
    data["i_stedet"] = [_data(view) for view in found.instead]
    data["opgaver"] = [hit.id for hit in found.tasks]
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
