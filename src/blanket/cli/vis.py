"""`blanket vis HVAD`: the whole guide of one entry on screen."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.completing import complete_entry
from blanket.cli.find import Shown
from blanket.cli.options import JsonOption, KbOption, MunicipalityOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, width
from blanket.desk.last_search import remember
from blanket.desk.meaning import Unclear, entry_meant, without_cpr
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.errors import BlanketError, Exit


def vis(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD",
            help="Et id, et blanketnummer, et nummer fra den sidste søgning eller ord.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    municipality: MunicipalityOption = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis hele vejledningen på skærmen."""
    if not " ".join(what or ()).strip():
        raise nothing_meant("vis")
    with open_base(named_by(kb), preparing()) as base:
        words = without_cpr(base, what or ())
        if not words:
            raise nothing_meant("vis")
        return base.ask(lambda base: _shown(base, words, municipality, as_json))


def _shown(base: OpenBase, words: list[str], municipality: str | None, as_json: bool) -> Outcome:
    found = entry_meant(base, words)
    if isinstance(found, Unclear):
        return candidates(found, base, as_json)
    chosen = chosen_municipality(base, municipality)
    from blanket.guide.hours import now
    from blanket.guide.rendering import render
    from blanket.guide.staff import guide_data, staff_guide

    guide = staff_guide(base.db, found, chosen, now())
    if as_json:
        return Outcome(data=guide_data(guide), notes=base.notes)
    template = "forloeb" if found.kind == "forløb" else found.kind
    return Outcome(text=render(template, "txt", width=width(), colour=colour(), guide=guide), notes=base.notes)


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
        texts.UNCLEAR_CURE.format(what=1 if kept else unclear.candidates[0].id),
    ]
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND, notes=base.notes)
