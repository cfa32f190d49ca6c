"""What the tabulator key may offer: ids, kommuner, places, choices and folders.

Here go the functions that options and arguments name as their completion. They never raise: a shell that completes must
not be disturbed. The command that writes a shell's script stands in `completion`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import typer

from blanket.search.words import fold

MOST = 40
Offers = list[tuple[str, str]]


class Offered(str):
    """An answer that is offered whatever was typed: Typer drops what does not begin with it (læge for laege)."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


def complete_entry(ctx: typer.Context, incomplete: str) -> Offers:
    """(id, title) of entries whose id begins with what is typed, or else a word of whose title does."""
    return _from_base(ctx, incomplete, None)


def complete_place(ctx: typer.Context, incomplete: str) -> Offers:
    """The same for places."""
    return _from_base(ctx, incomplete, "sted")


def complete_municipality(ctx: typer.Context, incomplete: str) -> Offers:
    """The same for the kommuner that the base knows."""
    return _from_base(ctx, incomplete, "kommune")


def complete_path(incomplete: str) -> Sequence[str]:
    """Folders and files that begin with what is typed; a folder with a stroke at its end.

    What is typed stays as it is: on Windows both kinds of stroke lead to a folder, and a shell wants its own back.
    """
    folder, name = os.path.split(incomplete)
    typed = incomplete.removesuffix(name)
    stroke = "\\" if os.path.normcase("/") == "\\" and typed.endswith("\\") else "/"
    begins = os.path.normcase(name)  # Windows' folders are the same in capitals
    try:
        found = sorted(item for item in Path(folder or ".").iterdir() if os.path.normcase(item.name).startswith(begins))
        return [Offered(typed + item.name + (stroke if item.is_dir() else "")) for item in found][:MOST]
    except OSError:
        return []


def complete_choice(choices: Sequence[str]) -> Callable[[str], list[str]]:
    """A completion of a fixed list."""

    def complete(incomplete: str) -> list[str]:
        return [Offered(choice) for choice in choices if fold(choice).startswith(fold(incomplete))]

    return complete


def _from_base(ctx: typer.Context, incomplete: str, kind: str | None) -> Offers:
    try:
        from blanket.desk.opening import open_base
        from blanket.search import lookup

        with open_base(_named(ctx)) as base:
            rows = lookup.beginning_with(base.db, fold(incomplete), MOST, kind)
    except Exception:
        return []
    return [(Offered(identifier), title) for identifier, title in rows]


def _named(ctx: typer.Context) -> list[Path]:
    """The --kb of the line that is being typed, before the command and after it."""
    found: list[Path] = []
    at: typer.Context | None = ctx
    while at is not None:
        for name in ("kb_folders", "kb"):
            found = [*(Path(folder) for folder in at.params.get(name) or ()), *found]
        at = at.parent  # type: ignore[assignment]  # the library's own context class
    return found
