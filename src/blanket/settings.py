"""The user's settings: one small JSON file of the user's own.

Here goes reading and writing settings, and nothing about what they mean. No name, search or CPR number is ever stored.
Keys that this version does not know are kept: a newer one may have written them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from blanket import texts
from blanket.errors import Exit
from blanket.paths import settings_file
from blanket.system import reason, refused
from blanket.writing import write_whole

ROLES = ("borgerservice", "ansat", "frivillig")
_MUNICIPALITY, _ROLE = "kommune", "rolle"


@dataclass(frozen=True, slots=True)
class Settings:
    """`municipality`: the id of the chosen kommune, or None. `role`: one of ROLES, or None before it is said.

    `others`: keys that this version does not know. `note`: why the file could not be used, as a Danish sentence; empty
    when it could.
    """

    municipality: str | None = None
    role: str | None = None
    others: dict[str, Any] = field(default_factory=dict)
    note: str = ""


def load_settings() -> Settings:
    """The saved settings; empty ones when there are none, with a `note` when there are and they cannot be used.

    Settings never stand in the way of a citizen: the caller shows the note and goes on. A value of the wrong kind
    counts as not being there.
    """
    file = settings_file()
    try:
        written = file.read_text(encoding="utf-8-sig")  # Notepad and PowerShell 5 write a byte order mark
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(note=texts.SETTINGS_UNREADABLE.format(file=file, why=reason(error)))
    except ValueError:
        return Settings(note=texts.SETTINGS_BROKEN.format(file=file))
    import json  # only where there are settings: it is on the way of every `find`

    try:
        data = json.loads(written)
    except ValueError:
        return Settings(note=texts.SETTINGS_BROKEN.format(file=file))
    if not isinstance(data, dict):
        return Settings(note=texts.SETTINGS_BROKEN.format(file=file))
    chosen = data.pop(_MUNICIPALITY, None)
    usable = isinstance(chosen, str) and chosen.strip() != "" and chosen.isprintable()
    role = data.pop(_ROLE, None)
    sound = (usable or chosen in (None, "")) and role in (None, *ROLES)
    note = "" if sound else texts.SETTINGS_BROKEN.format(file=file)
    return Settings(chosen if usable else None, role if role in ROLES else None, data, note)


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises BlanketError when they cannot be written."""
    file = settings_file()
    import json

    role = {_ROLE: settings.role} if settings.role else {}
    data = {_MUNICIPALITY: settings.municipality, **role, **settings.others}
    with refused(texts.SETTINGS_UNWRITABLE, texts.SETTINGS_UNWRITABLE_CURE, Exit.UNUSABLE, file=file):
        write_whole(file, json.dumps(data, ensure_ascii=False) + "\n")
