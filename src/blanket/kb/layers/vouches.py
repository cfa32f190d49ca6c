"""Vouches: who answers for an entry as it stood on a day. One file in the own folder, kb/kontrol.tsv.

Here goes reading and writing that file. A vouch holds as long as the entry's fingerprint is the one that it names;
what is compared is settled in `fingerprints`. A line an entry, sorted by id, so that two people's edits merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from blanket.kb.files import VOUCH_FILE
from blanket.kb.layers.fingerprints import LENGTH
from blanket.kb.tab_lines import BrokenLine, LineError, cells_of, day_of, fingerprint_of, lines_of
from blanket.texts import checking as texts

COLUMNS = ("id", "fingeraftryk", "dato", "navn", "rolle")


@dataclass(frozen=True, slots=True)
class Vouch:
    """Somebody answers for an entry as it stood. `role` is what a paper prints; `name` stays in the file."""

    id: str
    fingerprint: str
    day: str
    name: str
    role: str


def read_vouches(folders: Iterable[Path]) -> tuple[list[tuple[int, Vouch]], list[BrokenLine]]:
    """The vouches of all folders in order, each with its folder's number, and the lines that cannot be used."""
    broken: list[BrokenLine] = []
    found = [
        (number, vouch) for number, folder in enumerate(folders) for vouch in read_file(folder / VOUCH_FILE, broken)
    ]
    return found, broken


def read_file(file: Path, broken: list[BrokenLine]) -> list[Vouch]:
    """The vouches of one file; none when it is not there. What cannot be used goes into `broken`."""
    found = []
    for number, line in enumerate(lines_of(file, broken), 1):
        if not line.strip() or line.startswith("#") or tuple(line.rstrip("\r\n").split("\t")) == COLUMNS:
            continue
        try:
            found.append(_vouch(line))
        except LineError as error:
            broken.append(BrokenLine(file, number, str(error)))
    return found


def _vouch(line: str) -> Vouch:
    identifier, mark, day, name, role = cells_of(line, COLUMNS)
    if not identifier or not role:
        raise LineError(texts.VOUCH_EMPTY)
    return Vouch(identifier, fingerprint_of(mark, LENGTH), day_of(day).isoformat(), name, role)


def written(vouches: Sequence[Vouch]) -> str:
    """The text of the file: a head, then a line each, sorted by id; of two for an id the later one in the list."""
    kept = {vouch.id: vouch for vouch in vouches}
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((v.id, v.fingerprint, v.day, v.name, v.role)) for _, v in sorted(kept.items())]
    return "\n".join(lines) + "\n"


def holding(vouches: Iterable[Vouch], fingerprint: str) -> Vouch | None:
    """The vouch that holds for an entry that has this fingerprint now, or None."""
    return next((vouch for vouch in vouches if vouch.fingerprint == fingerprint), None)
