"""The one thread that owns an open base, for a face that must never wait: searches, guides and papers are made here.

Here goes whose turn it is. Work has a lane; newer work of a lane takes the place of what still waits there and stops
what is being done, there and in the lanes that it names: a list always belongs to the last letter that was typed.
SQLite's connections belong to one thread, so the base is opened, used, renewed and closed in this one alone.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from blanket.desk.opening import OpenBase, Progress
from blanket.errors import BlanketError, Exit
from blanket.system import in_words

Work = Callable[[OpenBase], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]

RENEW_SECONDS = 3.0  # how often the files are looked at
_SHARE = 300  # looking at them may cost a three-hundredth of a core at most, however many they are
_STEPS = 2000  # of SQLite between two looks at whether there is newer work


class _SupersededError(Exception):
    """Newer work of the same lane has come."""


def _nothing() -> None:
    """What is called where nobody wants to know."""


class Worker:
    """A thread with an open base.

    `renewed`: called when the base has been opened anew. All callbacks are called in this thread: a face hands them on
    to its own. Errors of opening reach the first work that asks.
    """

    def __init__(self, named: Sequence[Path], progress: Progress | None = None, renewed: Callable[[], None] = _nothing):
        self._named, self._progress, self._renewed = list(named), progress, renewed
        self._waiting: dict[str, tuple[Work, Done, Failed]] = {}
        self._lane: str | None = None
        self._stopped: set[str] = set()  # lanes whose running work is no longer wanted
        self._changed = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="base", daemon=True)
        self._thread.start()

    def ask(self, lane: str, work: Work, done: Done, failed: Failed, *, stops: Collection[str] = ()) -> None:
        """Let the base be asked. `work` only reads the base: it may be stopped on its way, or be done twice.

        `stops`: other lanes whose work nobody waits for any more, as a guide once another letter is typed.
        """
        with self._changed:
            for one in (lane, *stops):
                self._waiting.pop(one, None)
            self._waiting[lane] = (work, done, failed)
            self._stopped.update(stops)
            self._changed.notify()

    def end(self) -> None:
        """Do nothing more, close the base, and wait until that is done."""
        with self._changed:
            self._ended = True
            self._waiting.clear()
            self._changed.notify()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        base: OpenBase | None = None
        look = RENEW_SECONDS
        while True:
            with self._changed:
                if not self._waiting and not self._ended:
                    self._changed.wait(look if base else None)
                if self._ended:
                    break
                self._lane = next(iter(self._waiting), None)
                task = self._waiting.pop(self._lane) if self._lane else None
                self._stopped.discard(self._lane or "")
            if task is None:
                look = self._look(base)
                continue
            work, done, failed = task
            try:
                if base is None:
                    base = OpenBase(self._named, self._progress)
                answer = base.ask(partial(self._unless_superseded, work))
            except _SupersededError:
                continue
            except Exception as error:
                if base and isinstance(error, BlanketError) and error.code == Exit.UNUSABLE:
                    base.close()  # damaged beyond mending: the next work opens it anew
                    base = None
                failed(in_words(error) if isinstance(error, OSError) else error)
            else:
                done(answer)
        if base:
            base.close()

    def _unless_superseded(self, work: Work, base: OpenBase) -> Any:
        lane = self._lane

        def superseded() -> bool:
            return self._ended or lane in self._waiting or lane in self._stopped

        base.db.set_progress_handler(superseded, _STEPS)
        try:
            return work(base)
        except sqlite3.OperationalError as error:
            if superseded():
                raise _SupersededError from error
            raise
        finally:
            with suppress(sqlite3.ProgrammingError):  # closed meanwhile: it was damaged, and is made anew
                base.db.set_progress_handler(None, 0)

    def _look(self, base: OpenBase | None) -> float:
        """See whether the files have changed. Returns how long to wait until the next look."""
        if base is None:
            return RENEW_SECONDS
        began = time.monotonic()
        with suppress(BlanketError, sqlite3.Error):
            if base.renew():
                self._renewed()
        return max(RENEW_SECONDS, _SHARE * (time.monotonic() - began))
