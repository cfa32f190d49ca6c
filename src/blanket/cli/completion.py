"""`blanket fuldførelse SHELL`: the script that makes a shell's tabulator key ask `completing`."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket.cli.commands import COMPLETE
from blanket.cli.options import one_of
from blanket.cli.outcome import Outcome
from blanket.errors import BlanketError, Exit
from blanket.texts import usage as texts

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


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
