"""What every command's line has in common: its options, choices typed in any spelling, and the line of progress.

Here goes the shared part of parsing. What the values then do is settled in `desk`.
"""

from __future__ import annotations

import inspect
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from blanket.cli.completing import complete_municipality, complete_path
from blanket.errors import BlanketError, Exit
from blanket.search.words import fold
from blanket.texts import opening as texts
from blanket.texts import usage as usage_texts

KbOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--kb",
        metavar="STI",
        help=usage_texts.HELP_KB,
        autocompletion=complete_path,
        readable=False,
        show_default=False,
    ),
]
MunicipalityOption = Annotated[
    str | None,
    typer.Option(
        "--kommune",
        metavar="NAVN",
        help="Brug denne kommune for denne ene gang.",
        autocompletion=complete_municipality,
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Svar som JSON til andre programmer.", show_default=False)]
OverwriteOption = Annotated[
    bool, typer.Option("--overskriv", help="Skriv oven i en fil, der findes.", show_default=False)
]

SHOW_PROGRESS_AFTER = 1.0  # seconds
MANY = 100  # files: reading so many is felt, so it is said

Given = TypeVar("Given")
Answer = TypeVar("Answer")
Choice = TypeVar("Choice", bound=str)

_before_the_command: list[Path] = []


def use_top_folders(folders: list[Path] | None) -> None:
    """Remember the --kb given before the command."""
    _before_the_command[:] = folders or []


def named_by(kb: list[Path] | None) -> list[Path]:
    """The folders or the file that --kb names, before the command and after it."""
    return [*_before_the_command, *(kb or [])]


def as_typed(named: list[Path]) -> str:
    """The --kb that the next command needs too; empty where BLANKET_KB or the current folder says it."""
    return "".join(f' --kb "{folder}"' if " " in str(folder) else f" --kb {folder}" for folder in named)


def one_of(value: str, choices: tuple[Choice, ...], message: str, name: str) -> Choice:
    """The choice that a value is, singular or plural, in any spelling of æ ø å.

    Raises BlanketError with a suggestion when it is none. `message` has {hint} and a blank called `name`.
    """
    for choice in choices:
        if fold(value) in {fold(choice) + ending for ending in ("", "e", "r", "er", "ter")}:
            return choice
    from blanket.did_you_mean import hint

    raise BlanketError(
        message.format(**{name: value, "hint": hint(value, choices)}),
        usage_texts.CHOICES.format(choices=", ".join(choices)),
        Exit.WRONG_USE,
    )


def taking(options: Callable[..., Given]) -> Callable[[Callable[[Given], Answer]], Callable[..., Answer]]:
    """Make a command of a function that takes all its options as one: the fields of a dataclass are the options.

    Typer reads a command's signature, so the command bears that of the dataclass.
    """
    types = get_type_hints(options, include_extras=True)
    fields = [each.replace(annotation=types[each.name]) for each in inspect.signature(options).parameters.values()]

    def made(command: Callable[[Given], Answer]) -> Callable[..., Answer]:
        @wraps(command)
        def run(**given: Any) -> Answer:
            return command(options(**given))

        run.__signature__ = inspect.Signature(fields)  # type: ignore[attr-defined]
        run.__annotations__ = types
        return run

    return made


class Progress:
    """On stderr: one line when much is about to be done, and one that counts once it has taken a while on a terminal.

    `said`: the counting line, with {done} and {total}. `every`: how often it is written anew. `first`: the one line.
    """

    def __init__(self, said: str = texts.BUILDING, every: int = 20, first: str = "") -> None:
        self._began = time.monotonic()
        self._said, self._every, self._first = said, every, first
        self._last = 0

    def __call__(self, done: int, total: int) -> None:
        if self._first and total >= MANY:
            print(self._first.format(total=total), file=sys.stderr, flush=True)
        self._first = ""
        if not sys.stderr.isatty() or time.monotonic() - self._began < SHOW_PROGRESS_AFTER:
            return
        if done - self._last >= self._every or done == total:
            self._last = done
            said = self._said.format(done=done, total=total)
            shown = " " * len(said) + "\r" if done == total else said  # nothing stays behind what is typed next
            print("\r" + shown, end="", file=sys.stderr, flush=True)


def preparing() -> Progress:
    """The progress of making the index."""
    return Progress(first=texts.PREPARING)
