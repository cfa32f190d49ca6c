"""`blanket vis HVAD`: the whole guide of one entry on screen."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.completion import complete_entry
from blanket.cli.outcome import Outcome, colour, width
from blanket.cli.session import (
    JsonOption,
    KbOption,
    MunicipalityOption,
    Session,
    chosen_municipality,
    last_hit,
    remember,
    session,
)
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.ranking import Hit
from blanket.search.words import cut_cpr

MOST_DIGITS = 2  # a number of the last search; longer ones are form numbers


class Unclear(Exception):
    """HVAD may be several entries."""

    def __init__(self, query: str, candidates: list[Hit]) -> None:
        super().__init__(query)
        self.query, self.candidates = query, candidates


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
    query, cut = cut_cpr(" ".join(what or []))
    if not query.strip():
        raise BlanketError(
            texts.MISSING_ARGUMENT.format(name="HVAD"), texts.HELP_TRY.format(command="blanket vis"), Exit.WRONG_USE
        )
    with session(kb) as opened:
        if cut:
            opened.notes.append(texts.CPR_CUT)
        try:
            found = find_entry(opened, query)
        except Unclear as unclear:
            return candidates(unclear, opened, as_json)
        chosen = chosen_municipality(opened, municipality)
        from blanket.guide.hours import now
        from blanket.guide.rendering import render
        from blanket.guide.staff import guide_data, staff_guide

        guide = staff_guide(opened.db, found, chosen, now())
        if as_json:
            return Outcome(data=guide_data(guide), notes=opened.notes)
        template = "forloeb" if found.kind == "forløb" else found.kind
        return Outcome(text=render(template, "txt", width=width(), colour=colour(), guide=guide), notes=opened.notes)


def find_entry(opened: Session, query: str) -> lookup.Found:
    """The entry that HVAD stands for.

    Raises `Unclear` with the candidates when it may be several, and BlanketError when there is none, or when the
    entry's file cannot be read (unusable).
    """
    query = query.strip()
    if query.isdigit() and len(query) <= MOST_DIGITS:
        identifier = last_hit(int(query))
    else:
        if why := lookup.broken(opened.db, query.lower()):
            message, _, cure = why.partition("\n")
            raise BlanketError(f"{texts.BROKEN_ENTRY.format(id=query)}\n{message}", cure, Exit.UNUSABLE)
        meant = lookup.meant_by(opened.db, query)
        if meant.id is None and meant.candidates:
            raise Unclear(query, meant.candidates)
        if meant.id is None:
            raise BlanketError(texts.NOTHING_FOUND.format(query=query), texts.NOTHING_FOUND_CURE)
        identifier = meant.id
    found = lookup.get(opened.db, identifier)
    if found is None:
        raise BlanketError(texts.NOTHING_FOUND.format(query=identifier), texts.NO_NUMBER_CURE)
    return found


def candidates(unclear: Unclear, opened: Session, as_json: bool) -> Outcome:
    """What is shown when HVAD may be several entries: the candidates, numbered for the next command."""
    from blanket.cli.find import hit_lines

    remember([hit.id for hit in unclear.candidates])
    if as_json:
        data = {
            "søgning": unclear.query,
            "kandidater": [{"id": hit.id, "slags": hit.kind, "titel": hit.title} for hit in unclear.candidates],
        }
        return Outcome(data=data, code=Exit.NOTHING_FOUND, notes=opened.notes)
    lines = [
        texts.UNCLEAR.format(query=unclear.query),
        *hit_lines(unclear.candidates, width(), colour()),
        "",
        texts.UNCLEAR_CURE,
    ]
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND, notes=opened.notes)
