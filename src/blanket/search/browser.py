"""The index for a browser: the public part of a base, filled by the same code, and written as data for web/src.

Here goes which words of a base leave it, and how they are packed. The rules of search that are words or numbers (small
words, weights, irregular forms) go along, so that a browser has none of its own; `web/src` holds the same steps as
`words`, `matching`, `asking` and `ranking`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from blanket.kb.base import without_collecting
from blanket.kb.files import GLOSSARY_KIND
from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry
from blanket.search import akin, lookup, matching, postings, weights, words
from blanket.search.filling import Where, insert, word_row
from blanket.search.index import Opened, create_tables
from blanket.search.lookup import Found
from blanket.search.preparing import Numbering, entry_row
from blanket.search.vocabulary import Vocabulary
from blanket.search.words import word

_ONE_UNIT = "\uffff"  # JavaScript counts what comes after as two
SIGNS = "".join(chr(number) for number in range(33, 127) if chr(number) not in '"\\|')  # that JSON leaves as they are
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@without_collecting()
def public_index(db: sqlite3.Connection, found: Iterable[Found], *, staff: bool = False) -> Opened:
    """An index, in memory, of these entries of a base as they came out of it: laid, and without texts for staff.

    `staff`: with them. The glossary and the akin words are those of the base.
    """
    made = sqlite3.connect(":memory:", isolation_level=None, factory=Opened)
    create_tables(made)
    made.execute("BEGIN")
    vocabulary, numbering = Vocabulary(made), Numbering()
    rows = []
    for item in sorted(found, key=lambda item: (item.kind == GLOSSARY_KIND, item.id)):  # as `filling` has them
        entry = item.content
        if isinstance(entry, Word):
            row = word_row(item.id, entry, numbering)
        else:
            assert isinstance(entry, Entry)
            row = entry_row(entry, numbering, public=not staff)
        rows.append((Where(item.id, 0), msgspec.json.encode(entry).decode(), row))
    numbers = vocabulary.numbers(numbering.known())
    for where, body, row in rows:
        insert(made, vocabulary, where, body, row, numbers)
        former = [(old, row.columns[0]) for old in row.former]
        made.executemany("INSERT OR IGNORE INTO former (old, id, path) VALUES (?, ?, '')", former)
    vocabulary.settle()
    for table, width in (("lay", 5), ("akin", 2)):
        marks = ",".join("?" * width)
        made.executemany(f"INSERT INTO {table} VALUES ({marks})", db.execute(f"SELECT * FROM {table}"))
    made.execute("INSERT INTO meta VALUES ('entries', (SELECT count(*) FROM entry))")
    made.execute("COMMIT")
    return made


def as_scripts(db: sqlite3.Connection) -> tuple[str, str]:
    """A public index as two classic scripts: what every search needs, and the akin words."""
    return f"self.blanketIndeks={as_json(_data(db))};", f"self.blanketNaboord={as_json('|'.join(_akin(db)))};"


def _data(db: sqlite3.Connection) -> dict[str, Any]:
    """Everything but the akin words. Entries and words get numbers from 0, in the order of the index."""
    entry_of = _renumbered(db.execute("SELECT n FROM entry ORDER BY n"))
    term_of = _renumbered(db.execute("SELECT n FROM term ORDER BY n"))
    ids = {identifier for (identifier,) in db.execute("SELECT id FROM entry")}
    sensitive = lookup.sensitive_among(db, sorted(ids))
    return {
        "regler": _rules(),
        "tegn": SIGNS,
        "bredde": width_of(len(term_of)),
        "ord": [list(column) for column in zip(*_terms(db, entry_of), strict=True)],
        "opslag": [
            [*columns, _phrases(phrases, term_of)]
            for *columns, phrases in db.execute(
                "SELECT id, kind, title, summary, subject, number, status, phrases FROM entry ORDER BY n"
            )
        ],
        "numre": [[key, entry_of[n]] for key, n in db.execute("SELECT key, entry FROM number ORDER BY key, entry")],
        "følsomme": list(sensitive),
        "før": dict(db.execute("SELECT old, min(id) FROM former GROUP BY old")),
        "lægmand": [
            [key, stops, said, uses, " ".join(one for one in sees.split() if one in ids)]
            for key, stops, said, uses, sees in db.execute("SELECT * FROM lay ORDER BY key, stops")
        ],
    }


def _terms(db: sqlite3.Connection, entry_of: dict[int, int]) -> Iterator[tuple[str, str, str, str]]:
    """Of each word: stem, shown (empty when it is the stem), inflections (`+en` is the bare stem and more), holders."""
    forms: dict[int, list[str]] = {}
    query = "SELECT form.term, form.bare, term.bare FROM form JOIN term ON n = form.term ORDER BY form.bare, form.term"
    for n, form, stem in db.execute(query):
        forms.setdefault(n, []).append(f"+{form[len(stem) :]}" if form.startswith(stem) else form)
    held = dict(db.execute("SELECT term, entries FROM posting"))
    for n, stem, shown in db.execute("SELECT n, stem, shown FROM term ORDER BY n"):
        holders = ((entry_of[entry], weight) for entry, weight in postings.from_blob(held[n]))
        yield stem, "" if shown == stem else shown, " ".join(forms.get(n, ())), _packed(holders)


def _packed(numbers: Iterable[tuple[int, int]]) -> str:
    """Numbers by weight: `100 3 1f,55 7` is 3 and 50 with 100, then 7 with 55; rising numbers as their distances."""
    parts: list[str] = []
    last = before = -1
    for number, weight in numbers:
        if weight != last:
            parts.append(f"{',' if parts else ''}{weight}")
            last, before = weight, -1
        parts.append(f" {_base36(number - before)}")
        before = number
    return "".join(parts)


def _phrases(blob: bytes, term_of: dict[int, int]) -> str:
    """Phrases as `1a 2b,3c`; a small word as its own number behind an exclamation mark."""
    said = postings.split_phrases(postings.from_phrases(blob))
    return ",".join(
        " ".join(f"!{_base36(term)}" if words.is_stop_term(term) else _base36(term_of[term]) for term in phrase)
        for phrase in said
    )


def _akin(db: sqlite3.Connection) -> Iterator[str]:
    """A line for a word: its bare stem, a blank, and the index's words for it by tenths; not those without any.

    The stems come sorted, so each is written as how many letters it shares with the one before (35 at most), and the
    rest. The words of so many tenths stand behind that digit, each as wide as `width_of` says.
    """
    before = ""
    stems = {stem: n for n, (stem,) in enumerate(db.execute("SELECT stem FROM term ORDER BY n"))}
    width = width_of(len(stems))
    codes = [_wide(n, width) for n in range(len(stems))]
    number_of = cache(lambda shown: stems.get(word(shown).stem))
    for bare, near in akin.table(db):
        found = {n: tenths for shown, tenths in near if (n := number_of(shown)) is not None}
        if found:
            by_tenths: dict[int, list[str]] = {}
            for n in sorted(found):
                by_tenths.setdefault(found[n], []).append(codes[n])
            packed = " ".join(f"{_DIGITS[tenths]}{''.join(by_tenths[tenths])}" for tenths in sorted(by_tenths)[::-1])
            shared = 0
            while shared < min(35, len(bare), len(before)) and bare[shared] == before[shared] <= _ONE_UNIT:
                shared += 1
            before = bare
            yield f"{_DIGITS[shared]}{bare[shared:]} {packed}"


def _rules() -> dict[str, Any]:
    """What the steps of search need to know of words, and their numbers."""
    return {
        "vægte": {name: value for name, value in vars(weights).items() if name.isupper()},
        "uregelmæssige": words.IRREGULAR,
        "danske_småord": sorted(words.DANISH_STOPS),
        "fremmede_småord": sorted(words.OTHER_STOPS),
        "gerninger": sorted(words.ACTION_WORDS),
        "dobbelte": "".join(sign for sign in "bcdfghjklmnpqrstvwxz" if words.keeps_double(sign)),
        "haler": matching.TAILS,
        "hoveder": matching.HEADS,
        "led": matching.LINKS,
        "endelser": matching.ENDINGS,
        "spørger_efter": words.ASKS_FOR,
        "blanketord": words.FORM_WORDS,
    }


def _renumbered(rows: Iterable[Sequence[int]]) -> dict[int, int]:
    return {n: place for place, (n,) in enumerate(rows)}


def width_of(count: int) -> int:
    """How many signs of `SIGNS` a number takes where there are so many of them."""
    return 1 if count <= len(SIGNS) else 1 + width_of(-(-count // len(SIGNS)))


def _wide(number: int, width: int) -> str:
    """A number in signs that need no mark between them."""
    digits = ""
    for _ in range(width):
        number, rest = divmod(number, len(SIGNS))
        digits = SIGNS[rest] + digits
    return digits


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"


def as_json(data: object) -> str:
    """Data as a browser reads it: no blanks, real letters."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
