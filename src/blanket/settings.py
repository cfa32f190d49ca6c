"""The user's settings: which kommune's local layer is used. One small JSON file.

Here goes reading and writing settings, and nothing about what they mean. No name, search or CPR number is ever stored.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from blanket import texts
from blanket.errors import BlanketError, Exit
from blanket.paths import settings_file


class Settings(NamedTuple):
    """`municipality`: the id of the chosen kommune, or None."""

    municipality: str | None = None


def load_settings() -> Settings:
    """The saved settings, or empty ones when there are none.

    Raises BlanketError (unusable) when the file is there and is not what this program writes.
    """
    import json  # here, because `write_whole` is on the way of every find

    file = settings_file()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        chosen = data["kommune"]
        if not (chosen is None or isinstance(chosen, str)):
            raise ValueError
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BlanketError(
            texts.SETTINGS_BROKEN.format(file=file), texts.SETTINGS_BROKEN_CURE, Exit.UNUSABLE
        ) from error
    return Settings(municipality=chosen)


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises BlanketError when the folder cannot be written."""
    import json

    file = settings_file()
    try:
        write_whole(file, json.dumps({"kommune": settings.municipality}, ensure_ascii=False) + "\n")
    except OSError as error:
        raise BlanketError(
            texts.SETTINGS_UNWRITABLE.format(file=file, why=error.strerror),
            texts.SETTINGS_UNWRITABLE_CURE,
            Exit.UNUSABLE,
        ) from error


def write_whole(file: Path, content: str | bytes) -> None:
    """Write a file whole or not at all: a temporary file beside it, then a rename. Text is written as UTF-8.

    Raises OSError when the folder cannot be made or written; the old file is then as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    draft = file.with_name(f".{file.name}.{os.getpid()}")  # not tempfile: 8 ms of import on the way of every find
    try:
        draft.write_bytes(data)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
