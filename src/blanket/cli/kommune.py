"""`blanket kommune [NAVN]`: show or choose whose local layer is used."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.outcome import Outcome, colour, width
from blanket.cli.session import KbOption, Session, chosen_municipality, session
from blanket.search import lookup


def kommune(
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAVN", help="Kommunens navn, fx Odense.", show_default=False)
    ] = None,
    none: Annotated[bool, typer.Option("--ingen", help="Vælg ingen kommune.", show_default=False)] = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis eller vælg, hvilken kommune lokale oplysninger er for."""
    from blanket.settings import Settings, save_settings

    if none:
        save_settings(Settings())
        return Outcome(text=texts.MUNICIPALITY_CLEARED)
    with session(kb) as opened:
        chosen = chosen_municipality(opened, " ".join(name) if name else None)
        if name and chosen is not None:
            save_settings(Settings(municipality=chosen.id))
            return Outcome(text=texts.MUNICIPALITY_CHOSEN.format(name=chosen.title), notes=opened.notes)
        if chosen is None:
            known = ", ".join(lookup.ids_of_kind(opened.db, "kommune"))
            text = f"{texts.NO_MUNICIPALITY}\n{texts.CHOOSE_MUNICIPALITY.format(names=known)}"
            return Outcome(text=text, notes=opened.notes)
        return Outcome(text=_shown(opened, chosen.id), notes=opened.notes)


def _shown(opened: Session, identifier: str) -> str:
    from blanket.guide.hours import now
    from blanket.guide.rendering import render
    from blanket.guide.staff import staff_guide

    found = lookup.get(opened.db, identifier)
    assert found is not None
    guide = staff_guide(opened.db, found, None, now())
    return render("kommune", "txt", width=width(), colour=colour(), guide=guide)
