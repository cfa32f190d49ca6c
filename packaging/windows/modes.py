"""What the desk does to a console's modes, seen from the program that started it. Run by `consoles.py`.

    python.exe modes.py FOLDER end|kill PROGRAM [ARGUMENTS]

Writes to modes.txt in the folder, a line each time: the modes of input and output before, while the desk is open, and
after it. The folder is the desk's profile, with its two first questions answered.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

SECONDS = 100
OPENS = 6.0  # seconds from a console without lines until the desk takes keys
LINE_INPUT = 0x2
READ_WRITE, SHARED, EXISTING = 0xC0000000, 3, 3


def modes() -> tuple[int, int]:
    """The modes of this console's input and output. https://learn.microsoft.com/en-us/windows/console/setconsolemode"""
    kernel: Any = ctypes.__dict__["windll"].kernel32
    found = []
    for name in ("CONIN$", "CONOUT$"):
        handle = kernel.CreateFileW(name, READ_WRITE, SHARED, None, EXISTING, 0, None)
        mode = ctypes.c_ulong()
        if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            raise OSError(f"{name}: no console")
        kernel.CloseHandle(handle)
        found.append(mode.value)
    return found[0], found[1]


def wait(process: subprocess.Popen[bytes], *, lines: bool) -> None:
    """Until the console gives lines, or gives none; until the program has ended, or for SECONDS."""
    until = time.monotonic() + SECONDS
    while bool(modes()[0] & LINE_INPUT) != lines and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)


def main() -> None:
    """Start the program, wait until it has changed the modes, and let it end; for `kill`, kill one before that."""
    folder, way, *command = sys.argv[1:]
    settings = Path(folder, "blanket", "indstillinger.json")
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"rolle": "borgerservice", "linjer": false}', encoding="utf-8")
    profile = {**os.environ, "APPDATA": folder, "LOCALAPPDATA": folder}

    def say(when: str) -> None:
        found = modes()
        with Path(folder, "modes.txt").open("a", encoding="utf-8") as stream:
            stream.write(f"{when}\t{found[0]}\t{found[1]}\n")

    say("before")
    runs = ("killed", "after") if way == "kill" else ("after",)
    for ends in runs:
        with subprocess.Popen(command, env=profile) as process:
            if len(runs) == 2 and ends == "after":  # on a console that looks as if it were open: it is put right first
                wait(process, lines=True)
            wait(process, lines=False)
            time.sleep(OPENS)
            if ends == "killed":
                process.kill()
            else:
                say("open")  # from here keys are struck
            process.wait(SECONDS)
        time.sleep(0.5)
        say(ends)


if __name__ == "__main__":
    main()
