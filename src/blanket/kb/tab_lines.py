"""Files with a line for each thing and tabs between its cells: the vouches (kontrol.tsv) and the logs of readings.

Here goes what both have in common: how such a file is read, and what is said of a line that cannot be used. One bad
line takes no other with it, and is named to whoever keeps the base.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from blanket.system import reason
from blanket.texts import checking as texts

_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # what fromisoformat takes beside it (20261127, 2026-W48-5) nobody types


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that cannot be used, and why, in Danish."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class LineError(Exception):
    """Why a line cannot be used, in Danish."""


def lines_of(file: Path, broken: list[BrokenLine]) -> list[str]:
    """The lines of a file with their ends; none when it is not there, nor when it cannot be read: see `broken` then."""
    try:
        return file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else texts.NOT_UTF8
        broken.append(BrokenLine(file, 1, texts.LINES_UNREADABLE.format(why=why)))
        return []


def cells_of(line: str, columns: tuple[str, ...]) -> list[str]:
    """The cells of a line. Raises LineError when there are not as many as columns."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(columns):
        said = texts.LINE_CELLS.format(count=len(cells), wanted=len(columns), columns=", ".join(columns))
        raise LineError(said)
    return cells


def fingerprint_of(cell: str, length: int) -> str:
    """A cell that holds a fingerprint of so many signs. Raises LineError."""
    if not re.fullmatch(rf"[0-9a-f]{{{length}}}", cell):
        raise LineError(texts.LINE_FINGERPRINT.format(cell=cell, length=length))
    return cell


def day_of(cell: str) -> date:
    """A cell that holds a day. Raises LineError."""
    try:
        if _DAY.fullmatch(cell):
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise LineError(texts.LINE_DAY.format(cell=cell))
