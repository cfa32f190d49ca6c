"""What a command returns, and the one place that prints it.

Here goes everything that reaches stdout and stderr. Commands return an `Outcome` or raise `BlanketError`.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from typing import Any

from blanket.errors import BlanketError, Exit
from blanket.printable import clean_lines

WIDEST = 80


@dataclass(slots=True)
class Outcome:
    """What a command came to. `text`, or `data` as JSON, or `binary` goes to stdout; `notes` to stderr, a line each."""

    text: str = ""
    data: Any = None
    binary: bytes | None = None
    code: Exit = Exit.DONE
    notes: list[str] = field(default_factory=list)


def width() -> int:
    """Characters a line: the terminal's, but never more than 80, nor less than 20."""
    return max(20, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def colour() -> bool:
    """Whether bold and red may be used: a terminal, and NO_COLOR unset (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def use_utf8() -> None:
    """Write UTF-8 whatever the console's code page is, and never fail over a letter it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def show(outcome: Outcome) -> int:
    """Print an outcome. Returns the exit code."""
    for note in outcome.notes:
        print(clean_lines(note), file=sys.stderr)
    if outcome.binary is not None:
        sys.stdout.buffer.write(outcome.binary)
    elif outcome.data is not None:
        import json

        print(json.dumps(outcome.data, ensure_ascii=False, indent=2))
    elif outcome.text:
        print(outcome.text.rstrip("\n"))
    sys.stdout.flush()
    return int(outcome.code)


def show_error(error: BlanketError) -> int:
    """Print what is wrong and what to do. Returns the exit code."""
    print(clean_lines(error.what), file=sys.stderr)
    if error.cure:
        print(clean_lines(error.cure), file=sys.stderr)
    return int(error.code)
