"""`blanket` alone on a terminal: the desk, which stays open until it is closed.

Here goes which face it gets and what is asked at the first start. The faces themselves stand in `tui`, and are imported
only when the desk opens.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from blanket.cli.options import preparing
from blanket.cli.outcome import Outcome, width
from blanket.desk.opening import OpenBase, named_paths

# What calls itself so cannot place a letter where it is told to; an empty name says nothing.
_SIMPLE_TERMINALS = ("", "dumb", "unknown", "emacs", "network", "lpr")


def is_wanted() -> bool:
    """Whether somebody sits before a terminal: then `blanket` alone opens the desk, and shows its help otherwise."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_desk(kb: list[Path]) -> Outcome:
    """Open the desk, and stay there until it is closed."""
    from blanket.tui.lines import run as run_lines

    base = OpenBase(named_paths(kb), preparing(), copied=True)
    try:
        run_lines(base, width=width() - 1, clears=_knows_codes())
    finally:
        base.close()
    return Outcome()


def _knows_codes() -> bool:
    return os.name == "nt" or os.environ.get("TERM", "").lower() not in _SIMPLE_TERMINALS
