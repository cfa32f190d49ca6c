"""The program around the desk's full screen: how it begins and ends, and what happens when nobody touches it.

Here goes hiding, erasing and closing; what the desk does stands in `screen`.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from blanket.desk.last_search import forget
from blanket.desk.paper_files import sweep
from blanket.desk.worker import Worker
from blanket.settings import load_settings
from blanket.texts import desk as texts
from blanket.tui.covers import Hidden
from blanket.tui.forms import Question
from blanket.tui.keys import keys_said
from blanket.tui.screen import Desk, Renewed

TICK_SECONDS = 5.0


class DeskApp(App[None]):
    """The program around the desk: its end, and what happens when nobody touches it."""

    CSS_PATH = "desk.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, named: Sequence[Path] = (), *, first_time: bool = False, typed: str = "") -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own colours, dark or light
        self.settings = load_settings()
        self._touched = time.monotonic()
        self._worker = Worker(named, renewed=self._renewed)
        self.desk = Desk(self._worker, first_time=first_time, typed=typed)

    def on_mount(self) -> None:
        self.push_screen(self.desk)
        self.set_interval(TICK_SECONDS, self.tick)
        if not self.is_headless:
            self._end_when_told()

    def on_ready(self) -> None:
        """The first frame stands."""
        if not gc.isenabled():  # it was put off until now
            gc.freeze()
            gc.enable()

    def _end_when_told(self) -> None:
        """End as with Ctrl-Q when the window is closed or the process is asked to: the screen must not stay behind."""
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, ValueError, AttributeError):  # Windows knows neither
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit)

    def _renewed(self) -> None:
        self.desk.post_message(Renewed())

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self._touched = time.monotonic()
        await super().on_event(event)

    def tick(self) -> None:
        """See to the clock, to how long nobody has touched a key, and whether anybody still can."""
        if not self.is_headless and not has_terminal():
            self.exit()
            return
        quiet = (time.monotonic() - self._touched) / 60
        if quiet >= self.settings.erase_minutes:
            self._touched = time.monotonic()
            self._close_forms()
            self.desk.acts.new_visit()
            self.push_screen(Hidden())
        elif quiet >= self.settings.hide_minutes and not isinstance(self.screen, Hidden):
            self.push_screen(Hidden())
        elif self.screen is self.desk:
            self.desk.tick()

    def _close_forms(self) -> None:
        while self.screen is not self.desk and len(self.screen_stack) > 1:
            self.pop_screen()

    async def action_quit(self) -> None:
        """Ctrl-Q, wherever it is pressed: the desk closes as its own act says."""
        if not isinstance(self.screen, Question):
            self._close_forms()
            self.desk.acts.close()

    def action_help_quit(self) -> None:
        """Ctrl-C: nothing is lost by it; how the desk is closed is said."""
        self.desk.say(texts.DESK_QUIT_HINT.format(key=keys_said()["close"]))
        self.desk.paint()

    def _fatal_error(self) -> None:
        """A defect of ours ends the desk without Textual's traceback, which shows what was typed: `run` raises it."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        self._worker.end()
        self.desk.printing.end()


def has_terminal() -> bool:
    """Whether the terminal is still there: a window that was closed without a word leaves a process reading nothing."""
    try:
        return sys.__stdin__ is not None and sys.__stdin__.isatty()
    except (OSError, ValueError):
        return False


def run(named: Sequence[Path], *, first_time: bool = False, typed: str = "") -> None:
    """Open the desk on this terminal, until it is closed. Raises what nobody expected, once the terminal is whole.

    `first_time`: the one screen of help stands there. `typed`: what was typed before it was open.
    """
    sweep()
    app = DeskApp(named, first_time=first_time, typed=typed)
    app.run()
    forget()
    sweep()
    if app._exception is not None:
        raise app._exception
