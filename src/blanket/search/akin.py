"""Akin words: a word that no entry holds leads to the entries' nearest words, by a table that was made offline.

Here goes the table's way from its files into the index and out again. `naboord.txt` is made by `python -m bench.akin`:
a line for a word, sorted, with its bare stem, a tab, and the entries' words for it, those after a digit being so many
tenths akin (`9 fodterapi 7 fodklinik fod`). `naboord-egne.txt` is written by hand: `ord: naboord, naboord` adds,
`ord: -naboord` strikes one, `ord: -` strikes all. The index keeps blocks of lines, so that a search reads one.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from blanket.search.postings import DamagedIndexError
from blanket.search.words import Token, word

TABLE, OWN_TABLE = "naboord.txt", "naboord-egne.txt"
LINES_IN_BLOCK = 100
ALL = 10  # tenths: as akin as can be


def stamp(folders: Sequence[Path]) -> str:
    """Which of these files there are, and how they were when they were last changed."""
    return "\n".join(f"{path} {stat.st_mtime_ns} {stat.st_size}" for path, stat in _files(folders, TABLE, OWN_TABLE))


def fill(db: sqlite3.Connection, folders: Sequence[Path]) -> None:
    """Put the table into the index in place of what was there. The last folder's `naboord.txt` counts."""
    lines: list[str] = []
    for path, _ in _files(folders, TABLE):
        lines = [line for line in _lines(path) if not line.startswith("#")]
    own = [line for path, _ in _files(folders, OWN_TABLE) for line in _lines(path)]
    if own:
        lines = _with_own(lines, own)
    blocks = (lines[start : start + LINES_IN_BLOCK] for start in range(0, len(lines), LINES_IN_BLOCK))
    packed = ((block[0].partition("\t")[0], zlib.compress("\n".join(block).encode(), 1)) for block in blocks)
    db.execute("DELETE FROM akin")
    db.executemany("INSERT OR REPLACE INTO akin VALUES (?, ?)", packed)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('akin', ?)", (stamp(folders),))


def related(db: sqlite3.Connection, bare: str) -> list[tuple[Token, float]]:
    """The entries' words that are akin to a word, and how much, from 0 to 1. `bare`: its bare stem."""
    row = db.execute("SELECT lines FROM akin WHERE first <= ? ORDER BY first DESC LIMIT 1", (bare,)).fetchone()
    if row is None:
        return []
    try:
        text = zlib.decompress(row[0]).decode()
    except (zlib.error, UnicodeDecodeError, TypeError) as error:
        raise DamagedIndexError("akin") from error
    start = f"\n{text}".find(f"\n{bare}\t")
    if start < 0:
        return []
    line = text[start:].partition("\n")[0]
    return [(word(shown), tenths / 10) for shown, tenths in _words(line.partition("\t")[2])]


def table(db: sqlite3.Connection) -> Iterator[tuple[str, Iterator[tuple[str, int]]]]:
    """The whole table: each word's bare stem, and the entries' words for it, as they stand there, with their tenths."""
    for (lines,) in db.execute("SELECT lines FROM akin ORDER BY first"):
        for line in zlib.decompress(lines).decode().splitlines():
            bare, _, rest = line.partition("\t")
            yield bare, _words(rest)


def line_of(bare: str, words: Iterable[tuple[str, int]]) -> str:
    """A line of the table. `words`: each with its tenths, the most akin first."""
    parts, said = [], 0
    for shown, tenths in words:
        if tenths != said:
            parts.append(str(tenths))
            said = tenths
        parts.append(shown)
    return f"{bare}\t{' '.join(parts)}"


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a line with their tenths."""
    tenths = ALL
    for part in text.split():
        if part.isdecimal():
            tenths = min(ALL, int(part))
        else:
            yield part, tenths


def _with_own(lines: list[str], own: Iterable[str]) -> list[str]:
    """The table with what was added and struck by hand."""
    table = dict(line.split("\t", 1) for line in lines if "\t" in line)
    for line in own:
        said, colon, rest = line.partition(":")
        if not colon or said.startswith("#"):
            continue
        key = word(said.strip()).bare
        words = dict(_words(table.get(key, "")))
        for item in map(str.strip, rest.split(",")):
            if item == "-":
                words.clear()
            elif item.startswith("-"):
                words.pop(item[1:].strip(), None)
            elif item:
                words[item] = ALL
        table[key] = line_of(key, sorted(words.items(), key=lambda pair: -pair[1])).partition("\t")[2]
    return [f"{key}\t{words}" for key, words in sorted(table.items())]


def _files(folders: Sequence[Path], *names: str) -> Iterator[tuple[Path, os.stat_result]]:
    for folder in folders:
        for name in names:
            path = folder / name
            with suppress(OSError):
                yield path, path.stat()


def _lines(path: Path) -> list[str]:
    """The lines of a file; none when it cannot be read, as a guess more or less is no reason to stop."""
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    return []
