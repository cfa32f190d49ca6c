"""Vouches: who answers for an entry as it stood on a day. One file in the own folder, kb/kontrol.tsv.

Here goes reading and writing that file. A vouch holds as long as the entry's fingerprint is the one that it names;
what is compared is settled in `fingerprints`. A line an entry, sorted by id, so that two people's edits merge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from blanket.kb.files import VOUCH_FILE
from blanket.kb.layers.fingerprints import LENGTH
from blanket.system import reason

COLUMNS = ("id", "fingeraftryk", "dato", "navn", "rolle")
_FINGERPRINT = re.compile(rf"[0-9a-f]{{{LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Vouch:
    """Somebody answers for an entry as it stood. `role` is what a paper prints; `name` stays in the file."""

    id: str
    fingerprint: str
    day: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class BrokenVouch:
    """A line that cannot be used, and why, in Danish."""

    file: Path
    line: int
    message: str


def read_vouches(folders: Iterable[Path]) -> tuple[dict[str, list[Vouch]], list[BrokenVouch]]:
    """Id -> its vouches, the latest folder's first; and the lines that cannot be used. Never raises."""
    found: dict[str, list[Vouch]] = {}
    broken: list[BrokenVouch] = []
    for folder in folders:
        for vouch in read_file(folder / VOUCH_FILE, broken):
            found.setdefault(vouch.id, []).insert(0, vouch)
    return found, broken


def read_file(file: Path, broken: list[BrokenVouch]) -> list[Vouch]:
    """The vouches of one file; none when it is not there. What cannot be used goes into `broken`."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "ikke UTF-8"
        broken.append(BrokenVouch(file, 1, f"Filen kan ikke læses: {why}."))
        return []
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or tuple(line.split("\t")) == COLUMNS:
            continue
        vouch = _vouch(line)
        if isinstance(vouch, Vouch):
            found.append(vouch)
        else:
            broken.append(BrokenVouch(file, number, vouch))
    return found


def _vouch(line: str) -> Vouch | str:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS):
        return f"Linjen har {len(cells)} felter; der skal være {len(COLUMNS)}: {', '.join(COLUMNS)}."
    identifier, mark, day, name, role = cells
    if not identifier or not role:
        return "id og rolle skal udfyldes."
    if not _FINGERPRINT.fullmatch(mark):
        return f"“{mark}” er ikke et fingeraftryk på {LENGTH} tegn."
    try:
        date.fromisoformat(day)
    except ValueError:
        return f"“{day}” er ikke en dato; skriv fx 2026-11-27."
    return Vouch(identifier, mark, day, name, role)


def written(vouches: Sequence[Vouch]) -> str:
    """The text of the file: a head, then a line each, sorted by id; of two for an id the later one in the list."""
    kept = {vouch.id: vouch for vouch in vouches}
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join((v.id, v.fingerprint, v.day, v.name, v.role)) for _, v in sorted(kept.items())]
    return "\n".join(lines) + "\n"


def holding(vouches: Iterable[Vouch], fingerprint: str) -> Vouch | None:
    """The vouch that holds for an entry that has this fingerprint now, or None."""
    return next((vouch for vouch in vouches if vouch.fingerprint == fingerprint), None)
