"""What somebody typed, as text: arguments whose bytes are no UTF-8, and letters written in two parts.

Here goes what is true of the bytes of an argument, before any command reads it.
"""

from __future__ import annotations

import os
import unicodedata

from blanket.kb.files import is_utf8


def readable(argument: str) -> str:
    """An argument with its letters right.

    A terminal in Latin-1 sends æ, ø and å as single bytes, and Python hands on what it cannot read as lone surrogates
    (PEP 383). Such bytes are read as UTF-8 and, where they are none, as Windows-1252. A letter in two parts (å as a and
    a ring, as macOS writes it) becomes one, as the commands and options have it (NFC, Unicode TR 15). But the name of a
    file that is there stays as it is.
    """
    if argument.isascii() or _names_a_file(argument):
        return argument
    if not is_utf8(argument):
        content = os.fsencode(argument)
        try:
            argument = content.decode()
        except UnicodeDecodeError:
            argument = content.decode("cp1252", "replace")
    return unicodedata.normalize("NFC", argument)


def _names_a_file(argument: str) -> bool:
    try:
        return os.path.lexists(argument.partition("=")[2] if argument.startswith("--") else argument)
    except (OSError, ValueError):
        return False
