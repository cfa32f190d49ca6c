"""The user's settings: one small JSON file of the user's own.

Here goes reading and writing settings, and nothing about what they mean. No name, search or CPR number is ever stored.
Keys that this version does not know are kept: a newer one may have written them.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from blanket.errors import Exit
from blanket.paths import settings_file
from blanket.system import reason, refused
from blanket.texts import faults as texts
from blanket.writing import write_whole

ROLES = ("borgerservice", "ansat", "frivillig")
_MUNICIPALITY, _ROLE, _RELEASE = "kommune", "rolle", "vidensbase"
_PRINTER = "printer"
_LINES, _HIDE, _ERASE, _TALLY = "linjer", "skjul_efter", "slet_efter", "optælling"
HIDE_MINUTES, ERASE_MINUTES = 3, 30
MOST_MINUTES = 24 * 60


class Settings(NamedTuple):
    """`municipality`: the id of the chosen kommune, or None. `role`: one of ROLES, or None before it is said.

    `others`: keys that this version does not know. `note`: why the file could not be used, as a Danish sentence; empty
    when it could. Of the desk: `lines`: the plain face is wanted, or None before it is said; `hide_minutes`,
    `erase_minutes`: without a key until the visit is hidden, and erased; `tally`: visits are counted. `release`: the
    file that `kb udgiv` made, used when neither --kb nor BLANKET_KB names anything. `no_municipality`: the user wants
    none, not even that of a release. `printer`: the one that papers go to; None: the machine's default one.
    """

    municipality: str | None = None
    role: str | None = None
    others: Mapping[str, Any] = {}
    note: str = ""
    lines: bool | None = None
    hide_minutes: int = HIDE_MINUTES
    erase_minutes: int = ERASE_MINUTES
    tally: bool = False
    release: str | None = None
    no_municipality: bool = False
    printer: str | None = None


def load_settings() -> Settings:
    """The saved settings; empty ones when there are none, with a `note` when there are and they cannot be used.

    Settings never stand in the way of a citizen: the caller shows the note and goes on. A value of the wrong kind
    counts as not being there.
    """
    file = settings_file()
    try:
        written = file.read_text(encoding="utf-8-sig")  # Notepad and PowerShell 5 write a byte order mark
    except FileNotFoundError:
        if not os.path.isfile(file.parent):  # noqa: PTH113  # a Path raises where it may not look
            return Settings()
        no_folder = NotADirectoryError(errno.ENOTDIR, "")  # Windows calls a path that leads through a file missing
        return Settings(note=texts.SETTINGS_UNREADABLE.format(file=file, why=reason(no_folder)))
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
    desk = {_LINES: data.pop(_LINES, None), _TALLY: data.pop(_TALLY, False)}
    minutes = {_HIDE: data.pop(_HIDE, HIDE_MINUTES), _ERASE: data.pop(_ERASE, ERASE_MINUTES)}
    release, printer = data.pop(_RELEASE, None), data.pop(_PRINTER, None)
    sound = (usable or chosen in (None, "")) and role in (None, *ROLES) and all(map(_is_minutes, minutes.values()))
    sound = sound and isinstance(release, str | None)
    return Settings(
        chosen if usable else None,
        role if role in ROLES else None,
        data,
        "" if sound else texts.SETTINGS_BROKEN.format(file=file),
        lines=desk[_LINES] if isinstance(desk[_LINES], bool) else None,
        hide_minutes=minutes[_HIDE] if _is_minutes(minutes[_HIDE]) else HIDE_MINUTES,
        erase_minutes=minutes[_ERASE] if _is_minutes(minutes[_ERASE]) else ERASE_MINUTES,
        tally=desk[_TALLY] is True,
        release=release if isinstance(release, str) and release.strip() else None,
        no_municipality=chosen == "",
        printer=printer if isinstance(printer, str) and printer.strip() and printer.isprintable() else None,
    )


def _is_minutes(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_MINUTES


def save_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises BlanketError when they cannot be written."""
    file = settings_file()
    import json

    role = {_ROLE: settings.role} if settings.role else {}
    file_used = {_RELEASE: settings.release} if settings.release else {}
    printer = {_PRINTER: settings.printer} if settings.printer else {}
    kommune = "" if settings.no_municipality else settings.municipality
    data = {_MUNICIPALITY: kommune, **role, **file_used, **printer, **_desk_data(settings), **settings.others}
    with refused(texts.SETTINGS_UNWRITABLE, texts.SETTINGS_UNWRITABLE_CURE, Exit.UNUSABLE, file=file):
        write_whole(file, json.dumps(data, ensure_ascii=False) + "\n")


def _desk_data(settings: Settings) -> dict[str, Any]:
    """The desk's keys, without those that nobody has set."""
    usual = Settings()
    said = {
        _LINES: (settings.lines, usual.lines),
        _HIDE: (settings.hide_minutes, usual.hide_minutes),
        _ERASE: (settings.erase_minutes, usual.erase_minutes),
        _TALLY: (settings.tally, usual.tally),
    }
    return {key: value for key, (value, default) in said.items() if value != default}
