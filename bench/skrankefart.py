"""The desk's speed: from a letter to its list, and from the command to the first paint.

    python -m bench.skrankefart [STI]        STI: another knowledge base (see bench.generator) beside the shipped one

In process, under Textual's test driver: each phrase of `skranke.txt` letter by letter; the clock runs from the key
event until the list for that letter is on the screen. The start is measured from a new process to the first frame,
beside a process that only imports typer. Prints figures; writes nothing.
"""

from __future__ import annotations

import asyncio
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.rows import situations

ROUNDS = 7
LETTERS = 14  # of each phrase
WAIT = 5.0
FIRST_FRAME = """
from blanket.cli.app import app
from blanket.tui.app import DeskApp
DeskApp.on_ready = lambda self: self.exit()
DeskApp().run(headless=True)
"""


async def letters(named: list[Path]) -> list[float]:
    """Milliseconds for each letter."""
    from textual.widgets import Static

    from blanket.tui.app import DeskApp
    from blanket.tui.forms import Field

    app, spent = DeskApp(named), []
    async with app.run_test(size=(80, 24)) as pilot:
        shown = app.desk.query_one("#list", Static)
        field = app.desk.query_one("#query", Field)
        await pilot.pause(3.0)
        for query, _ in situations():
            await pilot.press("escape", "escape")
            for at in range(1, min(LETTERS, len(query)) + 1):
                before = shown.content
                begin = time.perf_counter()
                field.insert_text_at_cursor(query[at - 1])
                while shown.content is before and time.perf_counter() - begin < WAIT:
                    await asyncio.sleep(0.001)
                spent.append(1000 * (time.perf_counter() - begin))
                await pilot.pause(0.05)
    return spent


def starts() -> tuple[float, float]:
    """Seconds from a new process to the first frame, and for `import typer` alone: the middle of ROUNDS."""

    def middle(code: str) -> float:
        times = []
        for _ in range(ROUNDS):
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
            times.append(time.perf_counter() - begin)
        return statistics.median(times)

    return middle(FIRST_FRAME), middle("import typer")


def main() -> None:
    """Print the figures."""
    spent = sorted(asyncio.run(letters([Path(item) for item in sys.argv[1:]])))
    print(
        f"letter to list, {len(spent)} letters: median {statistics.median(spent):.1f} ms, "
        f"95 % {spent[int(0.95 * len(spent))]:.1f} ms, highest {spent[-1]:.1f} ms"
    )
    first, typer = starts()
    print(f"first frame {first:.2f} s, import typer {typer:.2f} s: {first / typer:.1f} times")


if __name__ == "__main__":
    main()
