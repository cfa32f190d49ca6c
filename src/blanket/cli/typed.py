"""What somebody typed, as text: arguments whose bytes are no UTF-8.

Here goes what is true of the bytes of an argument, before any command reads it.
"""

from __future__ import annotations

import os

from blanket.kb.files import is_utf8


def readable(argument: str) -> str:
    """An argument with its letters right.

    A terminal in Latin-1 sends æ, ø and å as single bytes, and Python hands on what it cannot read as lone surrogates
    (PEP 383). Such bytes are read as UTF-8 and, where they are none, as Windows-1252; but the name of a file that is
    there stays as it is.
    """
    if is_utf8(argument):
        return argument
    try:
        if os.path.lexists(argument.partition("=")[2] if argument.startswith("--") else argument):
            return argument
    except (OSError, ValueError):
        pass
    content = os.fsencode(argument)
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
