"""`blanket` alone on a terminal: the desk, which stays open until it is closed.

Here goes which face it gets and what is asked at the first start. The faces themselves stand in `tui`, and are imported
only when the desk opens.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from blanket.cli.options import preparing
from blanket.cli.outcome import Outcome, tell, width
from blanket.desk.choosing import role_meant
from blanket.desk.opening import OpenBase, named_paths
from blanket.errors import BlanketError
from blanket.settings import Settings, load_settings, save_settings
from blanket.texts import lines as texts
from blanket.tui.console import put_right

# What calls itself so cannot place a letter where it is told to; an empty name says nothing.
_SIMPLE_TERMINALS = ("", "dumb", "unknown", "emacs", "network", "lpr")
LEAST_COLUMNS, LEAST_ROWS = 60, 16  # of the full screen
FRAMES = (
    "240"  # a second at most: Textual's 60 let a letter wait 17 ms for nothing; nothing is drawn when nothing changes
)


def is_wanted() -> bool:
    """Whether somebody sits before a terminal: then `blanket` alone opens the desk, and shows its help otherwise."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_desk(kb: list[Path], *, lines: bool) -> Outcome:
    """Open the desk, and stay there until it is closed. `lines`: the plain face, whatever the settings say."""
    named = named_paths(kb)
    put_right()
    first_time = load_settings().lines is None
    try:
        settings, typed = _first_start(input, asks_lines=not lines and _can_full_screen())
    except EOFError:
        return Outcome()
    if not lines and _can_full_screen() and not settings.lines:
        print(texts.OPENING, end="\r", flush=True)
        screen = load_screen()
        print(" " * len(texts.OPENING), end="\r", flush=True)
        screen.run(named, first_time=first_time, typed=typed)
        return Outcome()
    from blanket.tui.line_terminal import run as run_lines

    base = OpenBase(named, preparing())
    try:
        run_lines(base, width=width() - 1, clears=_knows_codes(), typed=typed)
    finally:
        base.close()
    return Outcome()


def load_screen() -> ModuleType:
    """The module of the full screen, imported as quickly as can be: what is imported stays, so no garbage is looked for
    until the first frame stands (`DeskApp.on_ready`).
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # read by Textual as it is imported
    gc.disable()
    from blanket.tui import app

    return app


def _can_full_screen() -> bool:
    """Whether the terminal can show the full screen; a screen reader cannot be seen, so it is asked about."""
    size = shutil.get_terminal_size((80, 24))
    big_enough = size.columns >= LEAST_COLUMNS and size.lines >= LEAST_ROWS
    return big_enough and _knows_codes() and find_spec("textual") is not None


def _knows_codes() -> bool:
    return os.name == "nt" or os.environ.get("TERM", "").lower() not in _SIMPLE_TERMINALS


def _first_start(ask: Callable[[str], str], *, asks_lines: bool) -> tuple[Settings, str]:
    """Ask what has not been answered yet, and keep it: lines or the full screen, and who the helper is.

    Returns the settings, and what was typed instead of an answer: who begins with the citizen's words gets them in the
    field, and is asked at the next start. Leaves nothing on the terminal. Raises EOFError at the end of the input.
    """
    settings = load_settings()
    asks_lines = asks_lines and settings.lines is None
    count = asks_lines + (settings.role is None)
    if asks_lines:
        question = _question(texts.ASK_LINES, 1, count)
        answer = _understood(ask, question, lambda said: said.lower() in ("", *texts.LINES_YES, *texts.LINES_NO))
        if answer.lower() not in ("", *texts.LINES_YES, *texts.LINES_NO):
            return settings, answer
        settings = settings._replace(lines=answer.lower() in texts.LINES_YES)
        _keep(settings)
    if settings.role is None:
        answer = _understood(ask, _question(texts.ASK_WHO, count, count), lambda said: not said or role_meant(said))
        role = role_meant(answer or "1")
        if role is None:
            return settings, answer
        settings = settings._replace(role=role)
        _keep(settings)
    return settings, ""


def _understood(ask: Callable[[str], str], question: list[str], fits: Callable[[str], object]) -> str:
    """The answer to a question. One word that is none is asked about again, once: more are what a citizen says."""
    answer = _asked(ask, question)
    if fits(answer) or len(answer.split()) > 1:
        return answer
    return _asked(ask, [texts.ASK_AGAIN, *question[-1:]])


def _question(said: Sequence[str], number: int, count: int) -> list[str]:
    """A question, with a welcome before the first one; one that is alone has no number."""
    welcome = [texts.ASK_FIRST[count - 1]] if number == 1 else []
    return [*welcome, f"{number}. {said[0]}" if count > 1 else said[0], *said[1:]]


def _asked(ask: Callable[[str], str], said: Sequence[str]) -> str:
    """What was answered. Question and answer are taken off the terminal again: it may be a citizen's words."""
    columns = shutil.get_terminal_size((80, 24)).columns
    lines = [line for part in said for line in textwrap.wrap(part, columns - 1, break_on_hyphens=False)]
    answer = ask("\n".join(lines) + " ")
    if _knows_codes():
        rows = len(lines) + (len(lines[-1]) + 1 + len(answer)) // columns
        print(f"\x1b[{rows}A\x1b[J", end="", flush=True)
    return answer.strip()


def _keep(settings: Settings) -> None:
    """Keep an answer. Where it cannot be kept the desk opens all the same, and asks again at the next start."""
    try:
        save_settings(settings)
    except BlanketError as error:
        tell(f"{error.what} {error.cure}")
