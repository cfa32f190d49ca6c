"""The desk in a real terminal: 80x24 in tmux, every situation of `skranke.txt`, `find` and then `vis N`.

    python -m bench.skranke                 with no kommune chosen, then with one
    python -m bench.skranke --vis mitid     prints the screens of the situations that hold a text

Counts where a right entry is among the best three, and where after `vis N` its title, the line that says whether one
may help, and whom to ring stand on the screen without scrolling. For a place the line says whether its number may be
given on. Where no kommune is chosen and the citizen's own is rung, the line that says so counts, and is counted apart.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.rows import KOMMUNE, situations

COLUMNS, ROWS = 80, 24
BEST = 3
COMMAND = str(Path(sys.executable).parent / "blanket")
MAY_I = re.compile(r"Må jeg hjælpe\?|For borgere|KUN FOR PERSONALE")
NUMBER = re.compile(r"\b\d\d \d\d \d\d \d\d\b|\b1\d\d\d?\b|\b116 \d{3}\b")
DONE = "klar-til-naeste"


@dataclass(frozen=True, slots=True)
class Seen:
    """What was on the screen. `rank`: of the first right hit, 0 for none among the best three."""

    query: str
    rank: int
    title: bool = False
    may_i: bool = False
    number: bool = False
    no_kommune: bool = False
    screen: str = ""

    @property
    def whole(self) -> bool:
        """Whether all that must stand there stood there."""
        return self.title and self.may_i and (self.number or self.no_kommune)


def main() -> None:
    """Print what was seen, and the sums."""
    shown = [sys.argv[at + 1] for at, item in enumerate(sys.argv) if item == "--vis"]
    for kommune in ("", KOMMUNE):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:  # the shell may still write there
            terminal = _Terminal(Path(home))
            try:
                if kommune:
                    terminal.run(f"kommune {kommune} --rolle borgerservice")
                seen = [_try(terminal, query, set(answers)) for query, answers in situations()]
            finally:
                terminal.close()
        print(f"\n{COLUMNS}x{ROWS}, {kommune or 'no kommune'}\n{'situation':58} hit  title  may I  number")
        for item in seen:
            marks = [item.title, item.may_i, item.number or ("own" if item.no_kommune else False)]
            said = "  ".join(f"{mark if isinstance(mark, str) else 'yes' if mark else '-':>5}" for mark in marks)
            print(f"{item.query[:57]:58} {item.rank or '-':>3}  {said}")
            if any(text in item.query for text in shown):
                print(item.screen)
        right = [item for item in seen if item.rank]
        print(
            f"right among the best {BEST}: {len(right)} of {len(seen)}, first: {sum(item.rank == 1 for item in seen)}; "
            f"title, may I and whom to ring without scrolling: {sum(item.whole for item in right)} of {len(right)}; "
            f"with a number: {sum(item.number for item in right)}"
        )


class _Terminal:
    """A tmux session of its own, with a home of its own."""

    def __init__(self, home: Path) -> None:
        self._socket, self._home = f"skranke-{os.getpid()}", home
        self._env = {
            **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "PS1": "$ ",
            "LC_ALL": "C.UTF-8",
        }
        self._tmux("new-session", "-d", "-s", "s", "-x", str(COLUMNS), "-y", str(ROWS), "bash --norc --noprofile")
        self.run("find mitid")  # makes the index

    def run(self, arguments: str, *, wait: float = 60) -> str:
        """Type a `blanket` line, wait for the prompt, and return what is on the screen."""
        done = self._home / DONE
        done.unlink(missing_ok=True)
        self._tmux("send-keys", "-t", "s", "-l", f"blanket {arguments}")
        self._tmux("send-keys", "-t", "s", "Enter")
        self._tmux("send-keys", "-t", "s", "-l", f"touch {done}")  # typed ahead: it shows as one more line
        self._tmux("send-keys", "-t", "s", "Enter")
        until = time.monotonic() + wait
        while not done.exists() and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.1)
        return self._tmux("capture-pane", "-p", "-t", "s")

    def ids(self, query: str) -> list[str]:
        """The ids that a search finds, in this home."""
        said = subprocess.run(
            [COMMAND, "find", query, "--json"], capture_output=True, text=True, env=self._env, check=False
        )
        return [hit["id"] for hit in json.loads(said.stdout)["resultater"]]

    def title(self, identifier: str) -> str:
        """The title of an entry."""
        said = subprocess.run(
            [COMMAND, "vis", identifier, "--json"], capture_output=True, text=True, env=self._env, check=False
        )
        entry = json.loads(said.stdout)["opslag"]
        return str(entry.get("titel") or entry["navn"])

    def close(self) -> None:
        """End the session."""
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        env = {**self._env, "PATH": f"{Path(COMMAND).parent}{os.pathsep}{self._env.get('PATH', '')}"}
        done = subprocess.run(
            ["tmux", "-L", self._socket, "-f", os.devnull, *arguments],
            capture_output=True,
            text=True,
            env=env,
            check=True,
        )
        return done.stdout


def _try(terminal: _Terminal, query: str, answers: set[str]) -> Seen:
    found = terminal.ids(query)[:BEST]
    rank = next((number for number, identifier in enumerate(found, 1) if identifier in answers), 0)
    terminal.run(f"find {shlex.quote(query)}")
    if not rank:
        return Seen(query, 0)
    screen = terminal.run(f"vis {rank}")
    title = terminal.title(found[rank - 1])
    ring = next((line for line in screen.splitlines() if re.match(r"[ ?] (Ring|Eller): ", line)), "")
    return Seen(
        query,
        rank,
        title=title[:40] in screen,
        may_i=bool(MAY_I.search(screen)),
        number=bool(NUMBER.search(ring)) or bool(NUMBER.search(screen.partition("Ring:")[2][:120])),
        no_kommune="borgerens kommune" in ring,
        screen=screen,
    )


if __name__ == "__main__":
    main()
