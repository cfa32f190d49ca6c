"""The desk on a terminal of its own: a window that is closed, a full disk, an index that is replaced do no harm."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import MUNICIPALITY, TASK, write_files
from tests.e2e.conftest import COMMAND, environment, run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind"),
]
SECONDS = 60.0
TYPED = "qwxzqwxzq"
SETTINGS = {"kommune": "odense", "rolle": "borgerservice", "linjer": False, "optælling": True}
CODES = re.compile(r"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b[()][A-Z0-9]")
PRINT, NEXT, CLOSE = "\x1bOQ", "\x1b[19~", "\x11"  # F2, F8, Ctrl-Q


class Terminal:
    """A desk on a pseudo-terminal of 80x24. `full`: no file can be written any more."""

    def __init__(self, home: Path, base: Path, *, full: bool = False) -> None:
        import fcntl
        import resource
        import struct
        import termios

        settings = home / "config" / "blanket" / "indstillinger.json"
        settings.parent.mkdir(parents=True)
        settings.write_text(json.dumps(SETTINGS), encoding="utf-8")
        self.hand, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.said = ""

        def before() -> None:
            if full:
                resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

        env = {**environment(home, TERM="xterm-256color", LC_ALL="C.UTF-8"), "BLANKET_KB": str(base)}
        del env["COLUMNS"]
        self.process = subprocess.Popen(
            [str(COMMAND)],
            env=env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=before,  # no thread of ours runs
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        os.write(self.hand, keys.encode())

    def until(self, words: str) -> None:
        """Read until words have been shown since the last time; fails after a while."""
        end = time.monotonic() + SECONDS
        while words not in CODES.sub("", self.said):
            assert time.monotonic() < end, CODES.sub(" ", self.said)
            if select.select([self.hand], [], [], 0.2)[0]:
                self.said += os.read(self.hand, 65536).decode("utf-8", "replace")
        self.said = ""

    def rest(self) -> str:
        """What is still said until the end."""
        while True:
            try:
                more = os.read(self.hand, 65536)
            except OSError:  # Linux' way to say that nobody holds the other end
                return self.said
            if not more:
                return self.said
            self.said += more.decode("utf-8", "replace")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


Opened = Callable[..., Terminal]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write_files(tmp_path / "kb", {"opgaver/skift-laege.yaml": TASK, "kommuner/odense.yaml": MUNICIPALITY})


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    terminals: list[Terminal] = []

    def open_on(base: Path, *, full: bool = False) -> Terminal:
        terminals.append(Terminal(tmp_path / "home", base, full=full))
        terminals[-1].until("Skriv det, borgeren siger")
        return terminals[-1]

    yield open_on
    for one in terminals:
        one.close()


def typed_in_files(folder: Path) -> list[Path]:
    words = TYPED.encode()
    return [file for file in folder.rglob("*") if file.is_file() and words in file.read_bytes()]


def test_a_window_that_is_closed_ends_the_desk_and_leaves_nothing(base: Path, opened: Opened, tmp_path: Path) -> None:
    terminal = opened(base)
    terminal.type(TYPED)
    terminal.until("Ingenting fundet")
    os.close(terminal.hand)  # no signal comes: the session has no terminal of its own
    assert terminal.process.wait(timeout=SECONDS) is not None
    assert typed_in_files(tmp_path) == []


@pytest.mark.parametrize("sent", ["SIGHUP", "SIGTERM"])  # by name: Windows has not both
def test_a_signal_ends_the_desk_as_its_own_key_does(base: Path, opened: Opened, tmp_path: Path, sent: str) -> None:
    terminal = opened(base)
    terminal.type(TYPED)
    terminal.until("Ingenting fundet")
    terminal.process.send_signal(getattr(signal, sent))
    assert "\x1b[?1049l" in terminal.rest()  # the screen that was there before the desk is back
    assert terminal.process.wait(timeout=SECONDS) == 0
    assert typed_in_files(tmp_path) == []


def test_on_a_full_disk_the_desk_searches_says_what_cannot_be_done_and_ends_in_good_order(
    base: Path, opened: Opened
) -> None:
    terminal = opened(base, full=True)
    terminal.type("skift-laege")
    terminal.until("Skift læge")
    terminal.type(PRINT)
    terminal.until("Skriv ud:")
    terminal.type("\r")
    terminal.until("plads på drevet")
    terminal.type("\x1b")
    time.sleep(1)
    terminal.type(NEXT)
    terminal.until("Ny borger")
    terminal.type(CLOSE)
    assert "Traceback" not in terminal.rest()
    assert terminal.process.wait(timeout=SECONDS) == 0


def test_an_index_that_is_replaced_is_noticed_and_the_visit_goes_on(base: Path, opened: Opened, tmp_path: Path) -> None:
    home, file = tmp_path / "home-of-maintainers", tmp_path / "odense.blanket"

    def build() -> None:
        made = tmp_path / "ny.blanket"
        made.unlink(missing_ok=True)
        assert run(home, "kb", "byg", str(made), "--kb", str(base)).code == 0
        shutil.move(made, file)

    build()
    terminal = opened(file)
    terminal.type("skift-laege")
    terminal.until("Skift læge")
    (base / "opgaver" / "skift-laege.yaml").write_text(TASK.replace("Skift læge", "Find ny læge"), encoding="utf-8")
    build()
    terminal.until("Find ny læge")
    terminal.type(CLOSE)
    terminal.rest()
    assert terminal.process.wait(timeout=SECONDS) == 0


@pytest.mark.skipif(shutil.which("tmux") is None, reason="only a real terminal's scrollback can be looked through")
def test_of_one_visit_in_lines_nothing_is_left_for_the_next(base: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    settings = home / "config" / "blanket" / "indstillinger.json"
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps(SETTINGS | {"linjer": True}), encoding="utf-8")
    env = {**environment(home, TERM="xterm-256color", LC_ALL="C.UTF-8"), "BLANKET_KB": str(base)}

    def tmux(*arguments: str) -> str:
        command = ["tmux", "-L", f"linjer-{os.getpid()}", "-f", os.devnull, *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    def all_of_it() -> str:
        return tmux("capture-pane", "-p", "-t", "s", "-S", "-")

    def type_until(line: str, words: str) -> None:
        tmux("send-keys", "-t", "s", line, "Enter")
        end = time.monotonic() + SECONDS
        while words not in all_of_it():
            assert time.monotonic() < end, all_of_it()
            time.sleep(0.1)

    tmux("new-session", "-d", "-s", "s", "-x", "80", "-y", "24", f"{COMMAND} --linjer")
    try:
        type_until("", "blanket>")
        assert "Laver indeks" not in all_of_it()
        type_until(f"note {TYPED}", TYPED)
        for _ in range(8):  # more than one screen, so that it scrolls away
            type_until("skift læge", ". Skift læge")
            type_until("1", "Må jeg hjælpe?")
        type_until(f"{TYPED} igen", "Ingenting fundet")
        type_until("ny", "Ny borger.")
        for words in (TYPED, "Skift læge", "Må jeg hjælpe?"):
            assert words not in all_of_it()
        type_until("fritagelse", "1. ")
        assert TYPED not in all_of_it()
        assert typed_in_files(tmp_path) == []
        last = [file for file in home.rglob("*") if file.is_file() and b"skift-laege" in file.read_bytes()]
        assert [file for file in last if "sqlite" not in file.name and file.suffix != ".db"] == []
    finally:
        tmux("kill-server")
