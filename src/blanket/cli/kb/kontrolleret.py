"""`blanket kb kontrolleret ID… --af NAVN`: a person vouches for entries as they stand."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket.cli.completing import complete_entry
from blanket.cli.options import KbOption, named_by
from blanket.cli.outcome import Outcome
from blanket.cpr import cut_cpr
from blanket.desk.opening import own_of
from blanket.errors import BlanketError, Exit
from blanket.texts import editing as editing_texts
from blanket.texts import layers as texts
from blanket.texts import usage as usage_texts


def kontrolleret(
    identifiers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID…",
            help="Et eller flere opslags id.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--af", metavar="NAVN", help="Hvem der har kontrolleret det hele.", show_default=False),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--rolle", metavar="TEKST", help="Det, arket skriver, fx Borgerservice, Svendborg.", show_default=False
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--dato", metavar="DATO", help="Hvornår, fx 2026-11-30; ellers i dag.", show_default=False),
    ] = None,
    move: Annotated[
        bool,
        typer.Option("--flyt", help="Flyt gamle “kontrolleret” fra jeres opslag til kontrol.tsv.", show_default=False),
    ] = False,
    kb: KbOption = None,
) -> Outcome:
    """Skriv, at et menneske har kontrolleret et opslag, som det står nu."""
    from datetime import date

    from blanket.kb.base import load
    from blanket.kb.editing.checked import checked_day, move_old, vouch_for

    if move:
        own, folders = own_of(named_by(kb))
        moved = move_old(load(folders), own)
        if not moved:
            return Outcome(text=texts.VOUCHES_NONE_TO_MOVE)
        return Outcome(text=texts.VOUCHES_MOVED.format(count=len(moved), file=moved[0].file))
    if not identifiers:
        raise BlanketError(
            texts.VOUCH_NEEDS_ID, usage_texts.HELP_TRY.format(command="blanket kb kontrolleret"), Exit.WRONG_USE
        )
    if by is None:
        missing = usage_texts.MISSING_ARGUMENT.format(name="--af")
        raise BlanketError(missing, usage_texts.HELP_TRY.format(command="blanket kb kontrolleret"), Exit.WRONG_USE)
    if cut_cpr(by)[1]:
        raise BlanketError(editing_texts.NAME_IS_CPR, editing_texts.NAME_CURE, Exit.WRONG_USE)
    when = checked_day(day, date.today())
    own, folders = own_of(named_by(kb))
    done = vouch_for([item.strip() for item in identifiers], by, when, role, own=own, folders=folders)
    lines = []
    for item in done:
        said = texts.VOUCHED if item.changed else texts.VOUCHED_ALREADY
        vouch = item.vouch
        lines.append(said.format(id=vouch.id, date=vouch.day, name=vouch.name, role=vouch.role, file=item.file))
    return Outcome(text="\n".join(lines))
