"""Where a page goes: the file that a name means, a free name, or a private file that is gone again.

Here goes files and printers. What stands on the page is settled before.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from blanket.errors import BlanketError, Exit
from blanket.paths import cache_folder
from blanket.settings import load_settings
from blanket.system import refused
from blanket.texts import papers as texts
from blanket.texts import usage as usage_texts
from blanket.writing import write_whole

if TYPE_CHECKING:
    from blanket.guide.paper.document import Kind

ENDINGS: dict[str, Kind] = {".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".txt": "txt"}
_PRIVATE = "til-visning"  # below the user's cache: pages that a viewer may still have open


def form_of(out: str | None, chosen: Kind | None) -> Kind:
    """The format: the one chosen, else that of the name's ending, else PDF.

    Raises BlanketError (wrong use) when name and format do not fit, and for an ending that is none of ours.
    """
    ending = "" if out in (None, "-") or _is_folder(out or "") else Path(out or "").suffix.lower()
    if not ending:
        return chosen or "pdf"
    meant = ENDINGS.get(ending)
    choices = usage_texts.CHOICES.format(choices=", ".join(dict.fromkeys(ENDINGS.values())))
    if meant is None:
        raise BlanketError(texts.UNKNOWN_ENDING.format(ending=ending), choices, Exit.WRONG_USE)
    if chosen and chosen != meant:
        said = texts.OTHER_ENDING.format(ending=ending, form=chosen)
        raise BlanketError(said, texts.OTHER_ENDING_CURE, Exit.WRONG_USE)
    return meant


def place_for(out: str | None, name: str) -> tuple[Path, bool]:
    """The file that a page is written to, and whether it was named: one that was not takes a free name.

    `out`: what the user named: a file, with or without an ending, or a folder, where `name` is used. None: here.
    Raises BlanketError (wrong use) for a name that no file can have on Windows, when this is Windows.
    """
    if out is None:
        return free(Path(name)), False
    if _is_folder(out):
        return free(Path(out) / name), False
    file = Path(out)
    if sys.platform == "win32" and is_no_windows_name(file.name):
        raise BlanketError(texts.NO_FILE_NAME.format(name=file.name), texts.NO_FILE_NAME_CURE, Exit.WRONG_USE)
    return (file if file.suffix else file.with_name(file.name + Path(name).suffix)), True


def is_no_windows_name(name: str) -> bool:
    """Whether Windows opens no file called so: a device (nul.pdf), or with a sign that means something else to it.

    `a:b.pdf` would become a hidden stream of the file `a`.
    https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
    """
    return PureWindowsPath(name).is_reserved() or any(sign in name for sign in '<>:"|?*')


def free(file: Path) -> Path:
    """The file itself when there is none yet, else the next free name: `skift-laege-2.pdf`."""
    with refused(texts.FILE_UNWRITABLE, texts.FILE_UNWRITABLE_CURE, file=file):
        return next(one for one in _numbered(file) if not one.exists())


def save(file: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a page, whole or not at all. Raises BlanketError when it may not be replaced or cannot be written."""
    with refused(texts.FILE_UNWRITABLE, texts.FILE_UNWRITABLE_CURE, file=file):
        if file.exists() and not overwrite:
            raise BlanketError(texts.FILE_EXISTS.format(file=file), texts.FILE_EXISTS_CURE)
        write_whole(file, content)


def private(name: str, content: bytes) -> Path:
    """Write a page where only the user can read it, until it is printed or the next page is shown."""
    parent = cache_folder() / _PRIVATE
    with refused(texts.FILE_UNWRITABLE, texts.FILE_UNWRITABLE_CURE, file=parent):
        parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="", dir=parent))  # read, write and enter for the user alone
        file = folder / name
        file.write_bytes(content)
    return file


def sweep() -> None:
    """Take away the private pages of earlier runs; one that is still in use stays until the next time."""
    with suppress(OSError):  # FileNotFoundError too: there were none
        for folder in (cache_folder() / _PRIVATE).iterdir():
            shutil.rmtree(folder, ignore_errors=True)


def print_and_forget(file: Path, printer: str | None, *, keep: bool) -> str:
    """Send a page to a printer, the remembered one where none is named. Returns the printer's name.

    A private page (not `keep`) is deleted as soon as the printing system has taken it; Windows' print verb only hands
    it on, so there it stays until the next start, as it does when printing fails: the error says where it lies, and
    until when.
    """
    from blanket.guide.paper.printing import send_to_printer

    try:
        name = send_to_printer(file, printer or load_settings().printer)
    except BlanketError as error:
        if keep:
            raise
        raise BlanketError(f"{error.what} {texts.PRIVATE_UNTIL}", error.cure, error.code) from error
    if not keep:
        was_taken(file)
    return name


def was_taken(file: Path) -> None:
    """Delete a private page that the printing system has taken. Windows' print verb still reads it: there it stays."""
    if sys.platform != "win32":
        shutil.rmtree(file.parent, ignore_errors=True)


def _numbered(file: Path) -> Iterator[Path]:
    yield file
    number = 2
    while True:
        yield file.with_name(f"{file.stem}-{number}{file.suffix}")
        number += 1


def _is_folder(out: str) -> bool:
    """Whether a name is that of a folder: one that is there, or that ends as only a folder's can."""
    return out.endswith(("/", os.sep)) or Path(out).is_dir()
