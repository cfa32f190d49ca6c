"""The desk beside what terminal users pick from lists with: fzf over the same titles, and papis' picker.

    python -m bench.pickers                        the desk and fzf
    python -m bench.pickers --papis STI            also papis, installed in an environment of its own (its command)
    python -m bench.pickers --skriv                writes the section of docs/maalinger.md

Each runs on a pseudo-terminal of 80x24 that `pyte` reads, so what counts is what stands on the screen. The start is the
time until the first list (of the desk: its field) stands there. Then each phrase of `skranke.txt` is typed letter by
letter: from the key until the list has changed for the last time. fzf and papis compare letters; the desk knows words,
inflections and mistypings, and makes the guide beside it. CPU time is that of the program and its children.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import shlex
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.measurements import write_section
from bench.rows import situations
from blanket.kb.base import load
from blanket.paths import shipped

LETTERS, PHRASES = 10, 12
SETTLED = 0.6  # seconds without a change of the list: no more comes for this letter
COLUMNS, ROWS = 80, 24
CLEAR = "\x15"  # Ctrl-U


@dataclass(frozen=True, slots=True)
class Picker:
    """One program. `command` runs in a shell; `ready`: it can be typed to; `listed`: the lines of its list."""

    name: str
    command: str
    ready: Callable[[list[str]], bool]
    listed: Callable[[list[str]], list[str]]
    clear: str = CLEAR


class Shown:
    """A program on a pseudo-terminal, and what stands on it."""

    def __init__(self, picker: Picker, home: Path) -> None:
        import pyte

        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._hand, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        places = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
        env = {**os.environ, **places, "HOME": str(home), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        env.pop("COLUMNS", None)
        self.process = subprocess.Popen(
            ["setsid", "--ctty", "sh", "-c", picker.command], env=env, stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)

    def read(self, seconds: float) -> bool:
        """Take in what is written within so long. Returns whether anything was."""
        if not select.select([self._hand], [], [], seconds)[0]:
            return False
        said = os.read(self._hand, 65536)
        if b"\x1b[6n" in said:  # where is the cursor? prompt_toolkit waits for the answer
            os.write(self._hand, b"\x1b[1;1R")
        self._stream.feed(said)
        return True

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._hand, keys.encode())

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [line.rstrip() for line in self._screen.display]

    def cpu(self) -> float:
        """Seconds of CPU of the program and its children."""
        ticks = os.sysconf("SC_CLK_TCK")
        spent = 0.0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == self.process.pid:  # the session that setsid began
                spent += (int(fields[11]) + int(fields[12])) / ticks
        return spent

    def close(self) -> None:
        """End it."""
        os.close(self._hand)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def measured(picker: Picker, home: Path) -> str:
    """One program's line of the table."""
    began = time.perf_counter()
    shown = Shown(picker, home)
    while not picker.ready(shown.lines):
        shown.read(0.05)
        if time.perf_counter() - began > 60:
            raise RuntimeError(f"{picker.name} did not open:\n" + "\n".join(shown.lines))
    start = time.perf_counter() - began
    while shown.read(2.0):
        pass
    spent, cpu = [], shown.cpu()
    for query, _ in situations()[:PHRASES]:
        for sign in query[:LETTERS]:
            before, key = picker.listed(shown.lines), time.perf_counter()
            shown.type(sign)
            changed = None
            while time.perf_counter() - key < SETTLED:
                if shown.read(0.02) and (now := picker.listed(shown.lines)) != before:
                    before, changed = now, time.perf_counter()
            if changed is not None:
                spent.append(1000 * (changed - key))
        shown.type(picker.clear)
        while shown.read(SETTLED):
            pass
    cpu = 1000 * (shown.cpu() - cpu) / (PHRASES * LETTERS)
    shown.close()
    spent.sort()
    return (
        f"{picker.name:24} {1000 * start:7.0f} {statistics.median(spent):8.1f} {spent[int(0.95 * len(spent))]:8.1f}"
        f" {cpu:8.1f} {len(spent):8}"
    )


def main() -> None:
    """Print the table, and with --skriv write it."""
    entries = load([shipped("kb")]).entries.values()
    titles = [title for entry in entries if (title := getattr(entry, "title", ""))]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "titles.txt").write_text("\n".join(titles), encoding="utf-8")
        settings = home / "config" / "blanket" / "indstillinger.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps({"rolle": "borgerservice", "linjer": False}), encoding="utf-8")
        command = Path(sys.executable).parent / "blanket"
        env = {**os.environ, **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}}
        subprocess.run([command, "find", "mitid"], env=env, capture_output=True, check=True)  # the index is there
        pickers = [
            Picker(
                "blanket, the desk",
                shlex.quote(str(command)),
                lambda lines: any("Skriv det, borgeren siger" in line for line in lines),
                lambda lines: lines[3:8],
                "\x1b",
            )
        ]
        if shutil.which("fzf"):
            pickers.append(
                Picker(
                    "fzf, titles",
                    f"fzf < {shlex.quote(str(home / 'titles.txt'))}",
                    lambda lines: any(f"{len(titles)}/{len(titles)}" in line for line in lines),
                    lambda lines: lines[: ROWS - 2],
                )
            )
        if "--papis" in sys.argv:
            papis = sys.argv[sys.argv.index("--papis") + 1]
            for number, title in enumerate(titles):
                document = home / "papers" / str(number)
                document.mkdir(parents=True)
                written = json.dumps({"title": title, "author": "B", "papis_id": f"{number:032x}"})  # is YAML as well
                (document / "info.yaml").write_text(written, encoding="utf-8")
            library = f"{shlex.quote(papis)} -l {shlex.quote(str(home / 'papers'))}"
            subprocess.run(["sh", "-c", f"{library} list --all >/dev/null"], env={**env, "HOME": folder}, check=True)
            pickers.append(
                Picker(
                    "papis, its picker",
                    f"{library} edit",
                    lambda lines: sum(bool(line.strip()) for line in lines) > ROWS // 2,
                    lambda lines: lines[:-2],
                )
            )
        head = f"{len(titles)} titles, 80x24".ljust(24)
        lines = ["```", f"{head} {'start ms':>7} {'median':>7} {'95 %':>8} {'CPU':>8} {'letters':>8}"]
        lines += [measured(picker, home) for picker in pickers]
        lines.append("```")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("The desk beside other pickers", "python -m bench.pickers --papis STI --skriv", lines)


if __name__ == "__main__":
    main()
