"""The desk's speed: from a letter to its list, from the command to the first frame; and its memory and idle CPU.

    python -m bench.skrankefart                  the shipped base
    python -m bench.skrankefart --mange          100,000 entries beside it (see bench.generator)
    python -m bench.skrankefart --mange FIL      the same, made earlier
    python -m bench.skrankefart --skriv          writes the section of docs/maalinger.md

In process, under Textual's test driver: each phrase of `skranke.txt` letter by letter. The clock runs from the key
event until the frame with the list for that letter is ready to be written to a terminal. CPU time is that of the whole
process over the same span: on a machine that others use too, it says what the desk itself takes. Memory is each
process' own highest resident set; what the two share is counted in both. The start is measured
from a new process to the first frame, beside one that only imports typer, by turns. Where others use the machine,
`chrt -f 1` before the command gives it a core when it wants one; the last line says under what load it was measured.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.measurements import write_section
from bench.rows import situations
from blanket.cli.skranke import FRAMES

os.environ.setdefault("TEXTUAL_FPS", FRAMES)  # as the command does
ROUNDS = 9
LETTERS = 14  # of each phrase
BETWEEN = 0.2  # seconds: who types fast
WAIT = 5.0
FIRST_FRAME = """
import os, time
from blanket.cli.app import app
from blanket.cli.skranke import load_screen
def shown(self):
    print(time.process_time(), flush=True)
    os._exit(0)
DeskApp = load_screen().DeskApp
DeskApp.on_ready = shown
DeskApp().run(headless=True)
"""
TYPER = "import time, typer; print(time.process_time())"
IDLE = """
import asyncio, resource, sys, time
from pathlib import Path
from blanket.tui.app import DeskApp
async def idle():
    app = DeskApp([Path(item) for item in sys.argv[1:]])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(4)
        await pilot.press(*"pension")
        await pilot.pause(2)
        before, began = time.process_time(), time.monotonic()
        await asyncio.sleep(30)
        print(100 * (time.process_time() - before) / (time.monotonic() - began))
asyncio.run(idle())
"""
MEMORY = """
import asyncio, sys
from pathlib import Path
from blanket.tui.app import DeskApp
def highest(process):
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
async def used():
    app, press = DeskApp([Path(item) for item in sys.argv[1:]]), []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(4)
        for words in ("pension", "skifte laege", "doedsfald"):
            await pilot.press(*(("space" if sign == " " else sign) for sign in words), "enter", "escape", "f2")
            await pilot.pause(6)
            press.append(highest(app.desk.printing._press._process.pid))
            await pilot.press("escape", "f8")
            await pilot.pause(0.5)
    return max(press)
press = asyncio.run(used())
print(press, highest("self"))
"""


class Watched:
    """Knows when the frame with a letter's list is ready."""

    def __init__(self, app: Any) -> None:
        from blanket.desk import visit

        self.app, self.taken = app, False
        took, display = visit.take_hits, app._display

        def take(*arguments: Any) -> None:
            took(*arguments)
            self.taken = True

        def shown(screen: Any, update: Any) -> None:
            if update is not None:
                update.render_segments(app.console)  # as a real terminal's driver would
            display(screen, update)

        visit.take_hits, app._display = take, shown

    @property
    def ready(self) -> bool:
        """Whether the list was taken, and nothing of the screen waits to be painted."""
        desk = self.app.desk
        return self.taken and not (desk._dirty_widgets or desk._layout_required or desk._repaint_required)


async def letters(named: list[Path]) -> list[tuple[float, float]]:
    """(milliseconds, milliseconds of CPU) for each letter."""
    from textual import events

    from blanket.tui.app import DeskApp

    app = DeskApp(named)
    spent = []
    async with app.run_test(size=(80, 24)) as pilot:
        watched = Watched(app)
        while not app.desk.ready:
            await pilot.pause(0.1)
        for query, _ in situations():
            await pilot.press("escape", "escape")
            for at in range(1, min(LETTERS, len(query)) + 1):
                await asyncio.sleep(BETWEEN)
                watched.taken = query[:at].endswith(" ")  # a blank changes no list
                begin, cpu = time.perf_counter(), time.process_time()
                sign = query[at - 1]
                app.post_message(events.Key("space" if sign == " " else sign, sign))
                await asyncio.sleep(0)
                while not watched.ready and time.perf_counter() - begin < WAIT:
                    await asyncio.sleep(0.002)
                if sign != " ":
                    spent.append((1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - cpu)))
    return spent


def starts() -> tuple[float, float]:
    """Seconds of CPU of a new process until its first frame, and until typer is imported: middle of ROUNDS runs."""
    times: dict[str, list[float]] = {FIRST_FRAME: [], TYPER: []}
    for _ in range(ROUNDS):
        for code, taken in times.items():
            taken.append(alone(code, []))
    first, imported = times.values()
    return statistics.median(first), statistics.median(imported)


def alone(code: str, named: list[Path]) -> float:
    """The last number that a process of its own prints."""
    return printed(code, named)[-1]


def printed(code: str, named: list[Path]) -> list[float]:
    """What a process of its own prints."""
    command = [sys.executable, "-c", code, *map(str, named)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [float(word) for word in said.split()]


def figures(name: str, named: list[Path]) -> list[str]:
    """Latency and memory of one base, as lines."""
    spent = asyncio.run(letters(named))
    lines = []
    for what, values in (("wall", [wall for wall, _ in spent]), ("CPU", [cpu for _, cpu in spent])):
        values.sort()
        lines.append(
            f"{name + ', letter to list, ' + what:52} median {statistics.median(values):5.1f} ms   "
            f"95 % {values[int(0.95 * len(values))]:5.1f} ms   highest {values[-1]:5.1f} ms"
        )
    press, desk = (kilobytes / 1024 for kilobytes in printed(MEMORY, named)[-2:])
    lines.append(f"{name + ', memory after three papers':52} {desk:.0f} MB at its highest")
    lines.append(f"{name + ', and of the process that makes a paper':52} {press:.0f} MB, while the print form is open")
    return lines


def main() -> None:
    """Print the figures, and with --skriv write them."""
    lines = figures("shipped base", [])
    if "--mange" in sys.argv:
        from bench.generator import one_file

        with tempfile.TemporaryDirectory() as folder:
            made = [Path(word) for word in sys.argv[1:] if not word.startswith("-")]
            lines += figures("100,000 entries", made or [one_file(Path(folder), 100_000)])
    first, typer = starts()
    lines.append(f"{'first frame, CPU':52} {first:.2f} s, import typer {typer:.2f} s: {first / typer:.1f} times")
    lines.append(f"{'idle, share of one core':52} {alone(IDLE, []):.2f} %")
    way = "real-time" if os.sched_getscheduler(0) in (os.SCHED_FIFO, os.SCHED_RR) else "ordinary"
    lines.append(f"load {os.getloadavg()[0]:.0f} on {os.cpu_count()} cores, {way} scheduling")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        command = " ".join(["python -m bench.skrankefart", *sys.argv[1:]])
        write_section("The desk's speed", command, ["```", *lines, "```"])


if __name__ == "__main__":
    main()
