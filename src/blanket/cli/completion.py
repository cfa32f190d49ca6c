"""`blanket fuldførelse SHELL`: the script that makes a shell's tabulator key ask `completing`. How it is read."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from typing import Annotated

import typer
from typer._click.shell_completion import add_completion_class
from typer._completion_classes import PowerShellComplete, completion_init

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


class _PowerShell(PowerShellComplete):
    """Typer reads PowerShell's line as bash would, where `\\` is no part of a path: `--kb C:\\egen` became `C:egen`."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one that is being typed, and that one."""
        begun = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        line = shlex.shlex(os.environ.get("_TYPER_COMPLETE_ARGS", ""), posix=True)
        line.whitespace_split, line.commenters, line.escape = True, "", ""
        words: list[str] = []
        with suppress(ValueError):  # a quotation that is not closed yet: the word that is being typed
            words.extend(line)
        return words[1 : -1 if begun and words[-1:] == [begun] else None], begun


def understand_shells() -> None:
    """Prepare for the question of a shell: what the user has typed so far stands in the environment."""
    completion_init()
    for shell in ("powershell", "pwsh"):
        add_completion_class(_PowerShell, shell)
