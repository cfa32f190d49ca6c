"""`blanket` alone on a terminal: the desk, which stays open until it is closed.

Here goes which face it gets and what is asked at the first start. The faces themselves stand in `tui`, and are imported
only when the desk opens.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from blanket import texts
from blanket.cli.options import preparing
from blanket.cli.outcome import Outcome, width
from blanket.desk.opening import OpenBase, named_paths
from blanket.settings import load_settings, save_settings

# What calls itself so cannot place a letter where it is told to; an empty name says nothing.
_SIMPLE_TERMINALS = ("", "dumb", "unknown", "emacs", "network", "lpr")
LEAST_COLUMNS, LEAST_ROWS = 60, 16  # of the full screen


def is_wanted() -> bool:
    """Whether somebody sits before a terminal: then `blanket` alone opens the desk, and shows its help otherwise."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_desk(kb: list[Path], *, lines: bool) -> Outcome:
    """Open the desk, and stay there until it is closed. `lines`: the plain face, whatever the settings say."""
    named = named_paths(kb)
    if not lines and _can_full_screen():
        first_time = load_settings().lines is None
        if not _wants_lines(input):
            from blanket.tui.app import run as run_screen

            run_screen(named, first_time=first_time)
            return Outcome()
    from blanket.tui.lines import run as run_lines

    base = OpenBase(named, preparing(), copied=True)
    try:
        run_lines(base, width=width() - 1, clears=_knows_codes())
    finally:
        base.close()
    return Outcome()


def _can_full_screen() -> bool:
    """Whether the terminal can show the full screen; a screen reader cannot be seen, so it is asked about."""
    size = shutil.get_terminal_size((80, 24))
    big_enough = size.columns >= LEAST_COLUMNS and size.lines >= LEAST_ROWS
    return big_enough and _knows_codes() and find_spec("textual") is not None


def _knows_codes() -> bool:
    return os.name == "nt" or os.environ.get("TERM", "").lower() not in _SIMPLE_TERMINALS


def _wants_lines(ask: Callable[[str], str]) -> bool:
    """What was answered at the first start; asked now when this is it, and kept."""
    settings = load_settings()
    if settings.lines is None:
        answer = ask(texts.ASK_LINES).strip().lower()
        settings = settings._replace(lines=answer in texts.LINES_YES)
        save_settings(settings)
    return bool(settings.lines)
