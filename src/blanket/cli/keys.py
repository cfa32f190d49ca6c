"""One key as an answer: the way that longer work with many small questions is done at a keyboard.

Here goes reading a key from a terminal, and from anything else that stands in its place, as a screen reader's own
console or a test.
"""

from __future__ import annotations

import sys
from collections.abc import Collection

import typer

STOP = "q"
_ENDS = ("\x03", "\x04", "\x1b")  # Ctrl-C, Ctrl-D, Escape


def read_key(choices: Collection[str]) -> str:
    """The first key that is one of the choices; STOP when the input has ended or somebody wants out.

    On a terminal no Enter is needed. Elsewhere white space between the answers is passed over.
    """
    while True:
        key = _next().lower()
        if not key or key in _ENDS:
            return STOP
        if key in choices:
            return key
        if not key.isspace() and sys.stderr.isatty():
            print("\a", end="", file=sys.stderr, flush=True)


def read_line(question: str) -> str:
    """A line that somebody types; empty when there is none."""
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() if sys.stdin else ""


def has_person() -> bool:
    """Whether somebody sits at a terminal, to be asked."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def _next() -> str:
    if sys.stdin is None:
        return ""
    if not sys.stdin.isatty():
        return sys.stdin.read(1)
    try:
        return str(typer.getchar())
    except EOFError:
        return ""
