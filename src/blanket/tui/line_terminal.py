"""The plain face on a terminal: standard input is read on a thread, so that waiting for a line can end by itself.

Here goes how lines come and go; what is answered stands in `lines`.
"""

from __future__ import annotations

import queue
import sys
import threading

from blanket.desk.opening import OpenBase
from blanket.tui.lines import Lines


def run(base: OpenBase, *, width: int, clears: bool, typed: str = "") -> None:
    """The plain face on this terminal. `clears`: whether it knows the codes that clear it.

    `typed`: what was typed before it was open.
    """
    came: queue.Queue[str | None] = queue.Queue()
    asked = threading.Semaphore(0)

    def reading() -> None:
        while True:
            asked.acquire()
            try:
                line = sys.stdin.readline()
            except (OSError, ValueError, KeyboardInterrupt):
                line = ""
            came.put(line.rstrip("\r\n") if line else None)
            if not line:
                return

    threading.Thread(target=reading, daemon=True).start()
    waiting = False

    def read(prompt: str, seconds: float | None) -> str | None:
        nonlocal waiting
        write(prompt)
        if not waiting:  # a line that was asked for and did not come in time is still being read
            asked.release()
        waiting = True
        try:
            line = came.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        waiting = False
        return line

    def write(text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    Lines(base, read, write, width=width, clears=clears).run(typed)
