"""`blanket kb bekræft KOMMUNE [HVAD…]`: the kommune says that what one page gives is true."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from blanket.cli.completing import complete_municipality
from blanket.cli.options import KbOption, named_by
from blanket.cli.outcome import Outcome
from blanket.desk.opening import own_of
from blanket.kb.format.layer_parts import Fact
from blanket.texts import layers as texts


def bekræft(
    identifier: Annotated[
        str,
        typer.Argument(
            metavar="KOMMUNE", help="Kommunens id.", autocompletion=complete_municipality, show_default=False
        ),
    ],
    kinds: Annotated[
        list[str] | None,
        typer.Argument(metavar="HVAD…", help="Fx telefon eller tider; ellers det hele.", show_default=False),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Bekræft det, som kun én side siger om en kommune."""
    from datetime import date

    from blanket.kb.editing.confirming import confirm, kinds_named

    own, folders = own_of(named_by(kb))
    named = kinds_named(kinds or [], get_args(Fact))
    kommune, files, count = confirm(identifier.strip(), named, date.today(), own=own, folders=folders)
    shown = ", ".join(map(str, files))
    return Outcome(text=texts.CONFIRMED.format(name=kommune.title, count=count, file=shown))
