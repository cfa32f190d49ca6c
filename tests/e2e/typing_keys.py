"""A person at a terminal, for tests: keys are struck one at a time, each when the program waits for one."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from tests.e2e.conftest import COMMAND, Ran, environment

QUIET = 0.25  # seconds without output: the program waits for a key


def at_a_terminal(
    home: Path, arguments: Sequence[str], keys: Sequence[str], cwd: Path, *, begin: str = "", **extra: str
) -> Ran:
    """Run `blanket` on a pseudo-terminal and strike these keys. What stands on the terminal is `out`.

    `begin`: no key is struck before this is shown.
    """
    import fcntl
    import pty
    import termios

    def sits_down() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C is one
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a suite that runs in the background has it ignored

    leader, follower = pty.openpty()
    with subprocess.Popen(
        [str(COMMAND), *arguments],
        cwd=cwd, env=environment(home, TERM="dumb", **extra), stdin=follower, stdout=follower, stderr=follower,
        start_new_session=True, preexec_fn=sits_down,
    ) as ran:  # fmt: skip
        os.close(follower)
        shown, left = b"", list(keys)
        last = time.monotonic()
        asked = False
        while ran.poll() is None or select.select([leader], [], [], 0)[0]:
            if select.select([leader], [], [], 0.05)[0]:
                try:
                    piece = os.read(leader, 65536)
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
                asked, last = begin.encode() in shown, time.monotonic()
            elif asked and left and time.monotonic() - last > QUIET:
                os.write(leader, left.pop(0).encode())
                last = time.monotonic()
            elif time.monotonic() - last > 60:
                ran.kill()
        code = ran.wait(timeout=10)
    os.close(leader)
    out = shown.decode("utf-8", "replace").replace("\r\n", "\n")
    assert "Traceback" not in out
    assert not left, f"keys that nobody asked for: {left}\n{out}"
    return Ran(code, out, "")
