"""Keystrokes from a citizen's words to paper: the desk itself in tmux at 80x24, on the real command.

    python -m bench.skranken
    python -m bench.skranken --skriv             writes the section of docs/maalinger.md

For each situation of `skranke.txt` its words are typed from an empty field, letter by letter, until a right answer is
among the hits shown; it is chosen with the arrows and printed (F2, Enter) on a stand-in printer. Every key counts. A
run counts when the paper that came is of the right entry, shows the way without the net, and a number. Between two of
them F8 is pressed, and then nothing of the one before may stand on the screen, in the scrollback, in a file of the
user's, or on the next paper.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.measurements import write_section
from bench.rows import KOMMUNE, situations

COLUMNS, ROWS = 80, 24
COMMAND = Path(sys.executable).parent / "blanket"
NUMBER = re.compile(r"\b\d\d \d\d \d\d \d\d\b|\b1\d\d\d?\b|\b116 \d{3}\b")
WAIT = 15.0
LETTER_WAIT = 1.5  # for the list to follow a letter, on a busy machine
LP = """#!/bin/sh
for last; do :; done
cp "$last" "$PAPERS.new" && mv "$PAPERS.new" "$PAPERS/$(ls "$PAPERS" | wc -l).pdf"
"""
LPSTAT = "#!/bin/sh\necho laser\n"


@dataclass(frozen=True, slots=True)
class Tried:
    """One situation. `keys`: of the run; 0 when the answer never came. `wrong`: what did not hold, in words."""

    query: str
    keys: int
    letters: int
    wrong: tuple[str, ...]


class Terminal:
    """The desk in a tmux of its own, with a home and a printer of its own."""

    def __init__(self, home: Path) -> None:
        self.home, self.papers = home, home / "papirer"
        self._socket = f"skranken-{os.getpid()}"
        tools = home / "bin"
        for folder in (tools, self.papers):
            folder.mkdir()
        for name, script in (("lp", LP), ("lpstat", LPSTAT)):
            (tools / name).write_text(script)
            (tools / name).chmod(0o755)
        self._env = {
            "HOME": str(home),
            "PATH": f"{tools}{os.pathsep}{COMMAND.parent}{os.pathsep}{os.environ['PATH']}",
            "PAPERS": str(self.papers),
            "LC_ALL": "C.UTF-8",
            **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")},
        }
        subprocess.run(
            [str(COMMAND), "kommune", KOMMUNE, "--rolle", "borgerservice"],
            env=self._env,
            check=True,
            capture_output=True,
        )
        self._tmux("new-session", "-d", "-s", "s", "-x", str(COLUMNS), "-y", str(ROWS), f"{COMMAND}; sleep 30")
        self.until(lambda screen: "linjer?" in screen)
        self.press("Enter")
        self.until(lambda screen: "Søg:" in screen)
        self.press("Escape")

    def titles(self, identifiers: set[str]) -> set[str]:
        """The titles of entries, without the kind."""
        found = set()
        for identifier in identifiers:
            ran = subprocess.run(
                [str(COMMAND), "vis", identifier, "--json"], env=self._env, capture_output=True, text=True, check=False
            )
            entry = json.loads(ran.stdout).get("opslag", {})
            found.add(str(entry.get("titel") or entry.get("navn") or identifier))
        return found

    def press(self, *keys: str) -> None:
        """Press keys by their tmux names."""
        self._tmux("send-keys", "-t", "s", *keys)

    def letter(self, sign: str) -> None:
        """Type one sign."""
        self._tmux("send-keys", "-t", "s", "-l", sign)

    def screen(self, *, all_of_it: bool = False) -> str:
        """What stands there now; with what has scrolled away."""
        return self._tmux("capture-pane", "-p", "-t", "s", *(("-S", "-") if all_of_it else ()))

    def until(self, there, wait: float = WAIT) -> bool:  # type: ignore[no-untyped-def]
        """Wait until the screen is so. Returns whether it came to be."""
        end = time.monotonic() + wait
        while time.monotonic() < end:
            if there(self.screen()):
                return True
            time.sleep(0.03)
        return False

    def close(self) -> None:
        """End the session."""
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self._socket, "-f", os.devnull, *arguments]
        return subprocess.run(command, capture_output=True, text=True, env=self._env, check=True).stdout


def listed(screen: str) -> list[str]:
    """The titles in the list as far as they stand there, in order."""
    return [match[1].strip() for line in screen.splitlines() if (match := re.match(r"[> ][1-9] (.+?)  +\S+", line))]


def paper_text(file: Path) -> str:
    """A paper as text."""
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout


def attempt(terminal: Terminal, query: str, answers: set[str], before: set[str]) -> tuple[Tried, set[str]]:
    """One situation, from an empty field to F8. `before`: what the last one left behind, which may stand nowhere."""
    titles = terminal.titles(answers)
    at = None
    letters = 0
    for sign in query:
        terminal.letter(sign)
        letters += 1
        typed = query[:letters]
        terminal.until(lambda screen, typed=typed: f"Søg: {typed}".rstrip() in screen)
        time.sleep(0.15)
        shown = listed(terminal.screen())
        at = next((number for number, title in enumerate(shown) if _among(title, titles)), None)
        if at is not None:
            break
    if at is None:
        terminal.press("F8")
        time.sleep(0.3)
        return Tried(query, 0, letters, ("the answer never came",)), set()
    terminal.press(*["Down"] * at, "F2")
    chosen = shown[at]
    count = len(list(terminal.papers.iterdir()))
    terminal.until(lambda screen: "Arket er klar" in screen or "Skriv ud:" not in screen)
    form = terminal.screen()
    terminal.press("Enter")
    wrong = []
    end = time.monotonic() + WAIT
    while len(list(terminal.papers.iterdir())) == count and time.monotonic() < end:
        time.sleep(0.05)
    if len(list(terminal.papers.iterdir())) == count:
        wrong.append("no paper came")
        terminal.press("Escape")
    else:
        text = paper_text(terminal.papers / f"{count}.pdf")
        if chosen[:20] not in form:
            wrong.append("the form is of another entry")
        if not NUMBER.search(text):
            wrong.append("no number")
        if any(title in text for title in before if title not in titles):
            wrong.append("something of the last visit on the paper")
    terminal.until(lambda screen: "Søg:" in screen)
    terminal.press("F8")
    if not terminal.until(lambda screen: "Ny borger." in screen):
        wrong.append("the visit was not erased")
    left = terminal.screen(all_of_it=True)
    if any(title in left for title in titles) or f"Søg: {query[:letters]}" in left:
        wrong.append("something of the visit on the screen")
    if _in_files(terminal.home, query[:letters]):
        wrong.append("what was typed in a file")
    return Tried(query, letters + at + 2, letters, tuple(wrong)), titles


def _among(title: str, titles: set[str]) -> bool:
    cut = title.rstrip("…")
    return any(one.startswith(cut) or cut.endswith(one) for one in titles)


def _in_files(home: Path, typed: str) -> bool:
    """Whether a longer text that was typed stands in a file that is not the index or a paper."""
    if len(typed) < 12:
        return False
    files = (file for file in home.rglob("*") if file.is_file() and file.suffix not in (".sqlite", ".pdf"))
    return any(typed.encode() in file.read_bytes() for file in files)


def main() -> None:
    """Print the table, and the sums."""
    if not shutil.which("tmux") or not shutil.which("pdftotext"):
        sys.exit("tmux and pdftotext (poppler) are needed")
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(Path(home))
        tried, before, lines = [], set[str](), ["```"]
        try:
            for query, answers in situations():
                one, before = attempt(terminal, query, set(answers), before)
                tried.append(one)
                lines.append(f"{one.query[:56]:57}{one.keys or '-':>4}  {'; '.join(one.wrong)}".rstrip())
                print(lines[-1], flush=True)
        finally:
            terminal.close()
    good = [one.keys for one in tried if not one.wrong]
    lines.append(
        f"right entry, way and number: {len(good)} of {len(tried)}; keystrokes: median {statistics.median(good)}, "
        f"highest {max(good)}, at most 20: {sum(keys <= 20 for keys in good)}"
    )
    print(lines[-1])
    if "--skriv" in sys.argv:
        write_section("Keystrokes at the desk", "python -m bench.skranken --skriv", [*lines, "```"])


if __name__ == "__main__":
    main()
