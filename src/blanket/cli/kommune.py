"""`blanket kommune [NAVN]`: show or choose whose local layer is used."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.completing import complete_municipality
from blanket.cli.options import KbOption, named_by, preparing
from blanket.cli.outcome import Outcome, colour, width
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.search import lookup


def kommune(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAVN",
            help="Kommunens navn, fx Odense.",
            autocompletion=complete_municipality,
            show_default=False,
        ),
    ] = None,
    none: Annotated[bool, typer.Option("--ingen", help="Vælg ingen kommune.", show_default=False)] = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis eller vælg, hvilken kommune lokale oplysninger er for."""
    from dataclasses import replace

    from blanket.settings import load_settings, save_settings

    settings = load_settings()
    if none:
        save_settings(replace(settings, municipality=None))
        return Outcome(text=texts.MUNICIPALITY_CLEARED)
    with open_base(named_by(kb), preparing()) as base:
        if name:
            chosen = base.ask(lambda base: chosen_municipality(base, " ".join(name)))
            assert chosen is not None  # an unknown one raises
            save_settings(replace(settings, municipality=chosen.id))
            return Outcome(text=texts.MUNICIPALITY_CHOSEN.format(name=chosen.title), notes=base.notes)
        return Outcome(text=base.ask(_shown), notes=base.notes)


def _shown(base: OpenBase) -> str:
    from blanket.guide.hours import now
    from blanket.guide.rendering import render
    from blanket.guide.staff import staff_guide

    chosen = chosen_municipality(base, None)
    found = lookup.get(base.db, chosen.id) if chosen else None
    if found is None:
        known = ", ".join(lookup.ids_of_kind(base.db, "kommune"))
        return f"{texts.NO_MUNICIPALITY}\n{texts.CHOOSE_MUNICIPALITY.format(names=known)}"
    guide = staff_guide(base.db, found, None, now())
    return render("kommune", "txt", width=width(), colour=colour(), guide=guide)
