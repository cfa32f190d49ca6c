"""`blanket vis HVAD`: one entry on one screen; all of it, its sources or its digital steps when asked for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from blanket.cli.completing import complete_entry
from blanket.cli.find import Shown
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, in_colour, width
from blanket.desk.guiding import View, data_of, full_guide, guide_for, has_screen, one_screen
from blanket.desk.last_search import remember
from blanket.desk.meaning import Unclear, entry_meant, without_cpr
from blanket.desk.opening import OpenBase, open_base
from blanket.errors import BlanketError, Exit
from blanket.texts import finding as finding_texts
from blanket.texts import usage as texts


def vis(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD",
            help="Et nummer fra den sidste søgning, et blanketnummer, et id eller ord.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    net: Annotated[bool, typer.Option("--net", help="Vis trinene på nettet.", show_default=False)] = False,
    everything: Annotated[bool, typer.Option("--alt", help="Vis hele vejledningen.", show_default=False)] = False,
    sources: Annotated[
        bool, typer.Option("--kilder", help="Vis kilderne, og hvad de ikke svarer på.", show_default=False)
    ] = False,
    day: Annotated[
        str | None,
        typer.Option("--dag", metavar="DAG", help="Regn frister fra den dag, fx 10-12.", show_default=False),
    ] = None,
    municipality: MunicipalityOption = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis det vigtigste på én skærm: må jeg hjælpe, frist, nummer og trin."""
    if not " ".join(what or ()).strip():
        raise nothing_meant("vis")
    on = _day(day) if day else None
    with open_base(named_by(kb), preparing()) as base:
        words = without_cpr(base, what or ())
        if not words:
            raise nothing_meant("vis")
        if as_json:
            return base.ask(lambda base: _as_data(base, words, municipality))
        view: View = "alt" if everything else "kilder" if sources else "net" if net else "skærm"
        return base.ask(lambda base: _shown(base, words, municipality, view, on))


def _day(typed: str) -> date:
    from blanket.desk.handing_out import day_meant

    return day_meant(typed)


def _as_data(base: OpenBase, words: list[str], municipality: str | None) -> Outcome:
    found = entry_meant(base, words)
    if isinstance(found, Unclear):
        return candidates(found, base, as_json=True)
    return Outcome(data=data_of(guide_for(base, found, municipality)), notes=base.notes)


def _shown(base: OpenBase, words: list[str], municipality: str | None, view: View, day: date | None) -> Outcome:
    found = entry_meant(base, words)
    if isinstance(found, Unclear):
        return candidates(found, base, as_json=False)
    guiding = guide_for(base, found, municipality)
    if view in ("skærm", "net") and has_screen(guiding):
        text = in_colour(one_screen(guiding, width(), net=view == "net", day=day), coloured=colour())
        return Outcome(text=text, notes=base.notes)
    text = full_guide(guiding, width(), coloured=colour(), sources=view == "kilder" and has_screen(guiding), day=day)
    return Outcome(text=text, notes=base.notes, paged=True)


def nothing_meant(command: str) -> BlanketError:
    """The error for a command without HVAD."""
    missing = texts.MISSING_ARGUMENT.format(name="HVAD")
    return BlanketError(missing, texts.HELP_TRY.format(command=f"blanket {command}"), Exit.WRONG_USE)


def candidates(unclear: Unclear, base: OpenBase, as_json: bool) -> Outcome:
    """What is shown when HVAD may be several entries: the candidates, numbered for the next command."""
    kept = remember([hit.id for hit in unclear.candidates])
    if as_json:
        data = {
            "søgning": unclear.query,
            "kandidater": [{"id": hit.id, "slags": hit.kind, "titel": hit.title} for hit in unclear.candidates],
        }
        return Outcome(data=data, code=Exit.NOTHING_FOUND, notes=base.notes)
    lines = [
        unclear.heading,
        *Shown(width(), colour(), with_ids=not kept).lines(unclear.candidates),
        "",
        finding_texts.UNCLEAR_CURE.format(what=1 if kept else unclear.candidates[0].id),
    ]
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND, notes=base.notes)
