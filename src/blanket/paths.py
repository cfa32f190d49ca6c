"""Where things lie: the shipped knowledge base and templates, the user's settings, cache and data.

Here go paths and nothing that reads or writes what they lead to.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from blanket.kb.files import GLOSSARY_FILE, KIND_FOLDERS

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"  # filled when the wheel is built: see pyproject.toml
KB_VARIABLE = "BLANKET_KB"
RELEASE_FILE = "vidensbase.blanket"  # what `kb udgiv` calls a release in a folder, and what is looked for beside us
_SETTINGS = "indstillinger.json"


def shipped(name: str) -> Path:
    """The folder `kb` or `templates`: inside the installed package, or at the top of the repository."""
    packed = _SHIPPED / name
    return packed if packed.is_dir() else _PACKAGE.parent.parent / name


def is_packed(file: Path) -> bool:
    """Whether a file is part of the installed package, which nobody edits."""
    return file.is_relative_to(_SHIPPED)


def kb_folders(extra: list[Path]) -> list[Path]:
    """The folders of the knowledge base, later ones winning: the shipped one, those of BLANKET_KB, then `extra`.

    BLANKET_KB holds folders separated as in PATH (`:` on Linux and macOS, `;` on Windows).
    """
    named = [Path(part) for part in os.environ.get(KB_VARIABLE, "").split(os.pathsep) if part]
    folders = [shipped("kb"), *named, *extra]
    return list(dict.fromkeys(Path(os.path.abspath(folder)) for folder in folders))


def own_folders(extra: list[Path]) -> list[Path]:
    """The folders of one's own that a maintainer works on, the one that is written in last; none when nothing says so.

    The last of `extra`, else the last of BLANKET_KB, else the kb/ folder that the current folder is or has, else the
    current folder when it holds entries, else every folder in it that does: whatever those are called, entries that lie
    there are meant to be seen.
    """
    named = [*(Path(part) for part in os.environ.get(KB_VARIABLE, "").split(os.pathsep) if part), *extra]
    if named:
        return [Path(os.path.abspath(named[-1]))]
    here = Path.cwd()
    for folder in (here / "kb", here):
        if _is_kb(folder):
            return [folder]
    if _holds_entries(here):
        return [here]
    return sorted(folder for folder in here.iterdir() if folder.name[0] != "." and _holds_entries(folder))


def _is_kb(folder: Path) -> bool:
    """Whether a folder is called kb, and holds entries or nothing at all."""
    if folder.name != "kb" or not folder.is_dir():
        return False
    names = {item.name for item in folder.iterdir() if not item.name.startswith(".")}
    known = {*KIND_FOLDERS.values(), GLOSSARY_FILE}
    return bool(names & known) or not names


def _holds_entries(folder: Path) -> bool:
    """Whether a folder has one of the folders that entries stand in, with a file in it."""
    try:
        return any(any((folder / sub).glob("*.y*ml")) for sub in KIND_FOLDERS.values() if (folder / sub).is_dir())
    except OSError:  # not ours to look into
        return False


def release_beside() -> Path | None:
    """The release that lies beside the program, in the folder of what runs or in the one above it; or None.

    In a Windows folder the program is `blanket.exe` or `python/python.exe`; in a virtual environment `bin/python`. The
    current folder is never looked in.
    """
    runs = Path(os.path.abspath(sys.executable or sys.argv[0])).parent
    return next((file for folder in (runs, runs.parent) if (file := folder / RELEASE_FILE).is_file()), None)


def cache_folder() -> Path:
    """The user's cache: the index and the numbers of the last search.

    On Linux and Windows without platformdirs, whose import costs a `find` 5 ms; the folder is the same.
    """
    if sys.platform == "linux":
        return _xdg("XDG_CACHE_HOME", "~/.cache")
    if windows := _app_data("LOCALAPPDATA"):
        return windows / "Cache"
    from platformdirs import user_cache_path

    return user_cache_path("blanket", appauthor=False)


def data_folder() -> Path:
    """What the user makes and keeps: reports of errors, the tally."""
    if sys.platform == "linux":
        return _xdg("XDG_DATA_HOME", "~/.local/share")
    if windows := _app_data("APPDATA"):
        return windows
    from platformdirs import user_data_path

    return user_data_path("blanket", appauthor=False, roaming=True)


def settings_file() -> Path:
    """The user's settings."""
    if sys.platform == "linux":
        return _xdg("XDG_CONFIG_HOME", "~/.config") / _SETTINGS
    if windows := _app_data("APPDATA"):
        return windows / _SETTINGS
    from platformdirs import user_config_path

    return user_config_path("blanket", appauthor=False, roaming=True) / _SETTINGS


def _app_data(variable: str) -> Path | None:
    """Our folder below one of Windows' two: APPDATA follows the user from one PC to the next, LOCALAPPDATA does not.

    None on other systems, and where Windows has not set it.
    """
    named = os.environ.get(variable, "") if sys.platform == "win32" else ""
    return Path(named, "blanket") if os.path.isabs(named) else None  # noqa: PTH117


def _xdg(variable: str, otherwise: str) -> Path:
    """A folder of the XDG Base Directory Specification 0.8, which says to ignore a variable that is not absolute.

    A user without a home (in a container) gets a folder in which nothing can be kept.
    """
    named = os.environ.get(variable, "").strip()
    if Path(named).is_absolute():
        return Path(named, "blanket")
    home = Path(os.path.expanduser(otherwise))  # noqa: PTH111  # Path.expanduser raises without a home
    return (home if home.is_absolute() else Path(os.devnull)) / "blanket"
