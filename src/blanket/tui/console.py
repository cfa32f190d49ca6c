"""Windows' console, as a program that was killed on it may have left it.

A console keeps its modes when the program that set them is killed: letters then neither show nor come by lines. A shell
that puts its own back hides that; who starts the desk from another program is left with it.
"""

from __future__ import annotations

import sys
from typing import Any

_INPUT = -10
# https://learn.microsoft.com/en-us/windows/console/setconsolemode
_BY_LINES = 0x2
# What a new console has: Ctrl-C, lines, letters that show, the mouse, inserting, marking text with the mouse.
_USUAL = 0x1 | _BY_LINES | 0x4 | 0x10 | 0x20 | 0x40 | 0x80 | 0x100
_CODES_AS_KEYS = 0x200


def put_right() -> None:
    """Let input come by lines again, as the desk found it the first time. Nothing on other systems, or without one."""
    if sys.platform != "win32":
        return
    import ctypes

    kernel: Any = ctypes.windll.kernel32
    kernel.GetStdHandle.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.GetStdHandle(_INPUT))
    mode = ctypes.c_ulong()
    if kernel.GetConsoleMode(handle, ctypes.byref(mode)) and not mode.value & _BY_LINES:
        kernel.SetConsoleMode(handle, mode.value & ~_CODES_AS_KEYS | _USUAL)
