"""What a command returns, and the one place that prints it.

Here goes how an answer or an error reaches stdout and stderr. Commands return an `Outcome` or raise `BlanketError`;
only progress, and questions to a person at the keyboard, are printed where they arise.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from blanket.errors import BlanketError, Exit
from blanket.printable import BOLD, PLAIN, RED, clean_lines, for_terminal, unseen_marks

WIDEST = 80
JSON_VERSION = 1  # of the keys that other programs read: raised when one changes its meaning or goes


class Outcome(NamedTuple):
    """What a command came to: `text`, or `data` as JSON, or `binary` goes to stdout; `notes` to stderr, a line each.

    `paged`: the text is read a page at a time, on a terminal that it is longer than.
    """

    text: str = ""
    data: dict[str, Any] | None = None
    binary: bytes | None = None
    paged: bool = False
    code: Exit = Exit.DONE
    notes: Sequence[str] = ()


def width() -> int:
    """Characters a line: the terminal's, but never more than 80, nor less than 20."""
    return max(20, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def colour() -> bool:
    """Whether bold and red may be used: a terminal, and NO_COLOR unset (https://no-color.org)."""
    return to_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def to_terminal() -> bool:
    """Whether stdout is a terminal; no when it is closed."""
    return sys.stdout is not None and sys.stdout.isatty()


def in_colour(rows: Iterable[tuple[str, str]], *, coloured: bool) -> str:
    """Lines with a mark (`bold`, `warn` or nothing) as text, with terminal colours when they may be used."""
    codes = {"bold": BOLD, "warn": RED} if coloured else {}
    return "\n".join(f"{codes[mark]}{text}{PLAIN}" if mark in codes else text for text, mark in rows)


def use_utf8() -> None:
    """Write UTF-8 whatever the console's code page is, and never fail over a letter it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def show(outcome: Outcome) -> int:
    """Print an outcome. Returns the exit code. Raises OSError when stdout is full, and when it is closed."""
    for note in outcome.notes:
        tell(note)
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    if outcome.binary is not None:
        sys.stdout.buffer.write(outcome.binary)
    elif outcome.data is not None:
        print(_json(outcome.data))
    elif outcome.text:
        text = for_terminal(outcome.text)
        if not (outcome.paged and _paged(text)):
            print(text.rstrip("\n"))
    sys.stdout.flush()
    return int(outcome.code)


def _paged(text: str) -> bool:
    """Show a long text a page at a time. Returns whether that could be done: a terminal, and a program for it."""
    import shlex
    import subprocess

    rows = shutil.get_terminal_size((WIDEST, 24)).lines
    pager = shlex.split(os.environ.get("PAGER") or "less", posix=os.name != "nt")
    if not to_terminal() or text.count("\n") < rows or not pager or not shutil.which(pager[0]):
        return False
    env = {"LESS": "FRX", "LESSCHARSET": "utf-8", **os.environ}
    subprocess.run(pager, input=text.encode(), env=env, check=False)
    return True


def show_error(error: BlanketError, *, as_json: bool = False) -> int:
    """Print what is wrong and what to do: on stderr, or as JSON on stdout. Returns the exit code."""
    if as_json and sys.stdout is not None:
        said = {"kode": int(error.code), "besked": clean_lines(error.what), "gør": clean_lines(error.cure)}
        print(_json({"fejl": said}))
        sys.stdout.flush()
        return int(error.code)
    tell(error.what)
    if error.cure:
        tell(error.cure)
    return int(error.code)


def let_go_of_stdout() -> None:
    """Let what is still to be written to stdout go nowhere, so that the end of the process does not complain of it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno() if sys.stdout is not None else 1)
    except (OSError, ValueError):
        pass


def tell(line: str) -> None:
    """A line on stderr, without signs that move a cursor. Where it is closed or full, there is nobody left to tell."""
    with suppress(OSError, ValueError):
        if sys.stderr is not None:
            print(clean_lines(line), file=sys.stderr, flush=True)


def _json(data: Any) -> str:
    """The one envelope of all JSON: the version of its keys, then the answer's own or the error's."""
    import json

    text = json.dumps({"version": JSON_VERSION, **data}, ensure_ascii=False, indent=2)
    return text if text.isprintable() else unseen_marks().sub(lambda mark: f"\\u{ord(mark.group()):04x}", text)
