"""Shell completion: entry ids for HVAD, and `blanket fuldførelse SHELL`, which prints the script for a shell."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.commands import COMPLETE
from blanket.cli.options import named_by, one_of
from blanket.cli.outcome import Outcome
from blanket.desk.opening import open_base
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.words import fold

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
MOST = 40


def fuldførelse(
    shell: Annotated[
        str | None, typer.Argument(metavar="SHELL", help="bash, zsh, fish, powershell eller pwsh.", show_default=False)
    ] = None,
) -> Outcome:
    """Skriv det script, der får tabulatortasten til at fuldføre id'er."""
    from typer._completion_shared import get_completion_script

    if shell is None:
        missing = texts.MISSING_ARGUMENT.format(name="SHELL")
        raise BlanketError(missing, texts.CHOICES.format(choices=", ".join(SHELLS)), Exit.WRONG_USE)
    chosen = one_of(shell, SHELLS, texts.UNKNOWN_SHELL, "value")
    return Outcome(text=get_completion_script(prog_name="blanket", complete_var=COMPLETE, shell=chosen))


class _Offered(str):
    """An id that is offered whatever was typed: Typer drops what does not begin with it (læge for laege)."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


def complete_entry(incomplete: str) -> list[tuple[str, str]]:
    """(id, title) of entries whose id begins with what is typed; when none does, of those with a title word that does.

    Never raises: a shell that completes must not be disturbed.
    """
    try:
        with open_base(named_by(None)) as base:
            rows = lookup.beginning_with(base.db, fold(incomplete), MOST)
    except Exception:
        return []
    return [(_Offered(identifier), title) for identifier, title in rows]
