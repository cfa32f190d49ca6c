"""The desk on a real console of Windows': Wine gives its programs one when it is started on a pseudo-terminal.

Here goes what can only be tried from outside: keys struck on the whole screen, and the console's modes before, while
and after (`modes.py` reads them on the inside).
"""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

MODES = Path(__file__).parent / "modes.py"
LINE_INPUT = 0x2  # of the modes: what is typed comes by lines, as a shell wants it
QUIT = "\x11"  # Ctrl-Q
SECONDS = 150


def on_a_console(
    folder: Path, environment: Mapping[str, str], python: Path, way: str, keys: str, command: Sequence[str]
) -> tuple[list[int], str]:
    """Start a command through `modes.py` on a console, and strike these keys when it has opened.

    Returns the modes of the console's input before, while and after, as far as it came, and what was drawn.
    """
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / "modes.txt"
    report.unlink(missing_ok=True)
    leader, follower = pty.openpty()
    os.set_blocking(leader, False)
    shown, left = b"", keys
    with subprocess.Popen(
        ["wine", str(python), f"Z:{MODES}", f"Z:{folder}", way, *command],
        stdin=follower, stdout=follower, stderr=follower,
        env={**environment, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}, start_new_session=True,
    ) as process:  # fmt: skip
        os.close(follower)
        until = time.monotonic() + SECONDS
        while process.poll() is None and time.monotonic() < until:
            if select.select([leader], [], [], 0.3)[0]:
                try:
                    shown += os.read(leader, 65536)
                except OSError:
                    break
            elif left and report.is_file() and "open\t" in report.read_text(encoding="utf-8"):
                os.write(leader, left[0].encode())
                left = left[1:]
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    os.close(leader)
    lines = report.read_text(encoding="utf-8").splitlines() if report.is_file() else []
    return [int(line.split("\t")[1]) for line in lines], shown.decode("utf-8", "replace")


def try_them(top: Path, environment: Mapping[str, str], python: Path, program: Path) -> list[str]:
    """What is wrong, a line each; nothing when the desk opens on a console, answers keys, and leaves it as it was."""
    wrong = []
    found, shown = on_a_console(top / "ends", environment, python, "end", "mitid" + QUIT, [str(program)])
    if "MitID" not in shown:
        wrong.append("console: the full screen showed no answer to what was typed")
    if len(found) != 3 or found[0] != found[2] or found[1] & LINE_INPUT:
        wrong.append(f"console: modes before, while and after an end: {found}")
    # Killed, it can put nothing back, and Windows keeps the modes for the shell: the next start puts them right.
    killed, _ = on_a_console(top / "killed", environment, python, "kill", QUIT, [str(program)])
    if len(killed) != 4 or killed[2] & LINE_INPUT or killed[3] != killed[0]:
        wrong.append(f"console: modes before, after a kill, in the next one, after it: {killed}")
    return wrong
