"""`blanket kommune [NAVN]`: show or choose whose local layer is used, and who the helper is."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from blanket.cli.completing import complete_municipality
from blanket.cli.options import KbOption, named_by, one_of, preparing
from blanket.cli.outcome import Outcome, colour, in_colour, width
from blanket.desk.choosing import choose_municipality, choose_no_municipality, choose_role, role_chosen
from blanket.desk.guiding import guide_for, one_screen
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.search import lookup
from blanket.settings import ROLES
from blanket.texts import opening as opening_texts
from blanket.texts import places as texts
from blanket.texts import screens as screen_texts


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
    role: Annotated[
        str | None,
        typer.Option(
            "--rolle", metavar="ROLLE", help="Du er borgerservice, ansat eller frivillig.", show_default=False
        ),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Vis eller vælg kommunen, og hvem du er."""
    said: list[str] = []
    if role:
        said.append(_chosen_role(one_of(role, ROLES, texts.UNKNOWN_ROLE, "value")))
    if none:
        choose_no_municipality()
        return Outcome(text="\n".join([*said, texts.MUNICIPALITY_CLEARED]))
    if role and not name:
        return Outcome(text="\n".join(said))
    with open_base(named_by(kb), preparing()) as base:
        if name:
            chosen = base.ask(lambda base: chosen_municipality(base, " ".join(name)))
            assert chosen is not None  # an unknown one raises
            said.append(base.ask(lambda base: choose_municipality(base, chosen)))
            if role_chosen() is None and sys.stdin.isatty() and sys.stdout.isatty():
                said.append(_chosen_role(_asked_role()))
            return Outcome(text="\n".join(said), notes=base.notes)
        return Outcome(text=base.ask(_shown), notes=base.notes)


def _chosen_role(role: str) -> str:
    choose_role(role)
    return texts.ROLE_CHOSEN.format(name=screen_texts.ROLE_NAMES[role])


def _asked_role() -> str:
    """Who the helper is, asked once; an empty answer is the usual one."""
    answer = input(texts.ASK_ROLE).strip() or "1"
    return ROLES[int(answer) - 1] if answer in ("1", "2", "3") else one_of(answer, ROLES, texts.UNKNOWN_ROLE, "value")


def _shown(base: OpenBase) -> str:
    chosen = chosen_municipality(base, None)
    found = lookup.get(base.db, chosen.id) if chosen else None
    role = texts.ROLE_NOW.format(name=screen_texts.ROLE_NAMES[role_chosen() or ROLES[0]])
    if found is None:
        return f"{texts.NO_MUNICIPALITY}\n{opening_texts.CHOOSE_MUNICIPALITY_HOW}\n{role}"
    return in_colour([*one_screen(guide_for(base, found), width()), (role, "")], coloured=colour())
