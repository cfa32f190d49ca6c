"""`blanket kb kontrolleret ID --af NAVN`: a person vouches for an entry."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.completing import complete_entry
from blanket.cli.options import KbOption, named_by
from blanket.cli.outcome import Outcome
from blanket.cpr import cut_cpr
from blanket.desk.opening import own_of
from blanket.errors import BlanketError, Exit


def kontrolleret(
    identifier: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Opslagets id.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ],
    by: Annotated[
        str, typer.Option("--af", metavar="NAVN", help="Hvem der har kontrolleret det hele.", show_default=False)
    ],
    day: Annotated[
        str | None,
        typer.Option("--dato", metavar="DATO", help="Hvornår, fx 2026-11-30; ellers i dag.", show_default=False),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Skriv, at et menneske har kontrolleret et opslag."""
    from datetime import date

    from blanket.kb.editing.checked import checked_day, set_checked

    if cut_cpr(by)[1]:
        raise BlanketError(texts.NAME_IS_CPR, texts.NAME_CURE, Exit.WRONG_USE)
    when = checked_day(day, date.today())
    own, folders = own_of(named_by(kb))
    done = set_checked(identifier.strip(), by, when, own=own, folders=folders)
    notes = [texts.COPIED.format(source=done.copied_from, file=done.file)] if done.copied_from else []
    said = texts.CHECKED_SET if done.changed else texts.CHECKED_ALREADY
    values = {"id": done.id, "date": when.isoformat(), "by": by.strip(), "file": done.file}
    return Outcome(text=said.format(**values), notes=notes)
