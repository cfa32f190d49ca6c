"""What every number of search is worth: switched off, a quarter less, a quarter more, on every set.

    python -m bench.sensitivity            prints the table (about half an hour)
    python -m bench.sensitivity NAME ...   only these numbers
    python -m bench.sensitivity --fra      only switched off: a third of the time
    python -m bench.sensitivity --skriv    writes it to docs/maalinger.md too; of some numbers, to a section of its own

Columns: phrases gained or lost by it, at the first place and among three, in the practice, new practice, control and
mistyped sets; among five with a half-typed word; wrong answers shown as sure, right ones shown as weak, and sure
answers to off-topic questions. One standard error is about four phrases in the practice and control sets.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measurements import write_section
from bench.phrases import CONTROL, NEW_PRACTICE, Phrase, half_typed, living_ids, mistyped, off_topic, phrases, rank_of
from blanket.paths import shipped
from blanket.search import preparing, weights
from blanket.search.engine import search
from blanket.search.index import open_index

# Number -> its value when what it stands for is switched off. Those of INDEXED take effect with a new index.
OFF: dict[str, Any] = {
    "SPELT_BARE": 0.0, "OTHER_WORD": 0.0, "PREFIX_LEAST": 0.0, "PREFIX_FULL": 0.0, "SUFFIX_LEAST": 0.0,
    "SUFFIX_FULL": 0.0, "KNOWN_PART": 0.0, "PART": 0.0, "PART_HEAD": 0.0, "PART_TAIL": 0.0, "ONE_SLIP": 0.0,
    "TWO_SLIPS": 0.0, "OTHER_ENDING": 0.0, "WHOLE_IF_BEGUN": 1.0, "BEGUN_LEAST": 0.0,
    "BEGUN_FULL": 0.0, "MIN_PREFIX": 99, "MIN_SUFFIX": 99, "MIN_PART": 99, "TWO_SLIPS_FROM": 99, "SURE_STEM_FROM": 1,
    "MIN_OTHER": 99, "ACTION": 1.0, "RARITY": 0.0, "RARITY_LEAST": 0.0, "STOP": 0.0, "SAID": 0.0,
    "SAID_IN_PART": 1.0, "AKIN": 0.0, "PHRASE": 0.0, "KIND_ASKED_FOR": 0.66, "FORM_HINTED": 0.66, "NAMED": 0.0,
    "WITHDRAWN": 1.0, "CANDIDATES": 1000, "NOTHING": 0.0, "FAINT": 1.0, "FAR_BEHIND": 0.0, "SURE": 0.0,
    "SURE_PHRASE": 0.0, "SURE_LEAD": 0.0, "SURE_LENGTH": 0.0, "SURE_AKIN": 0.0, "SURE_TOLD": 0.0, "SURE_TOPIC": 0.0,
    "SURE_COVERED": 0.0, "SURE_RARE": 99.0, "MOST_AKIN": 1000, "WORD_ITSELF": 1.0, "NEAR": 0.0, "TAIL": 0.0,
    "MIN_REST": 0, "MOST_MEANT": 0, "MOST_BEGUN_LAY": 0, "AS_TELLING": 99.0, "BEHIND": 1.0,
}  # fmt: skip
INDEXED: dict[str, Any] = {
    "KEYWORD": 30, "PART_OF_KEYWORD": 99, "SUMMARY": 30, "TEXT": 0, "ONCE": 1.0, "ONCE_ALONE": 1.0, "OFTEN": 2,
    "TITLE_TIMES": 1, "SUMMARY_TIMES": 1,
}  # fmt: skip
HEAD = f"{'number':18} {'value':>6}  practice   new prac.  control    mistyped   half   sure:wrong,weak  off-topic"


class Sets:
    """The phrases that everything is measured with."""

    def __init__(self, db: sqlite3.Connection) -> None:
        living = living_ids(db)
        practice = [phrase for phrase in phrases(living) if not phrase.weak]
        self.whole = [practice, phrases(living, NEW_PRACTICE), phrases(living, CONTROL)]
        self.groups = [*self.whole, mistyped(practice, (1,))]
        self.half: list[Phrase] = [phrase for group in self.whole for phrase in half_typed(group, 3)[0][::2]]

    def measure(self, db: sqlite3.Connection) -> list[int]:
        """Hits at 1 and 3 of each group, at 5 of half-typed words; wrong but sure, right but weak, sure off-topic."""
        found = []
        wrong = weak = 0
        for group in self.groups:
            ranks = []
            for phrase in group:
                hits = search(db, phrase.query)
                ranks.append(rank_of(phrase, [hit.id for hit in hits]))
                if hits and group in self.whole:
                    wrong += ranks[-1] != 1 and not hits[0].weak
                    weak += ranks[-1] == 1 and hits[0].weak
            found += [sum(rank == 1 for rank in ranks), sum(1 <= rank <= 3 for rank in ranks)]
        half = (rank_of(phrase, [hit.id for hit in search(db, phrase.query, half_typed=True)]) for phrase in self.half)
        found.append(sum(1 <= rank <= 5 for rank in half))
        sure = [query for query in off_topic() if (hits := search(db, query, limit=1)) and not hits[0].weak]
        return [*found, wrong, weak, len(sure)]


def main() -> None:
    """Print, and with --skriv write, the table."""
    named = [name for name in sys.argv[1:] if name in OFF | INDEXED]
    wanted = named or [*OFF, *INDEXED]
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        sets = Sets(db)
        now = sets.measure(db)
        lines = [HEAD, _line("as it is", "", now)]
        print("\n".join(lines), flush=True)
        for name in wanted:
            for value in _values(name, only_off="--fra" in sys.argv):
                lines.append(_line(name, f"{value:.3g}", _changed(sets, db, name, value), now))
                print(lines[-1], flush=True)
    if "--skriv" in sys.argv:
        title = "What the newest numbers of search are worth" if named else "What the numbers of search are worth"
        command = " ".join(["python -m bench.sensitivity", *sys.argv[1:]])
        write_section(title, command, ["```", *lines, "```"])


def _values(name: str, *, only_off: bool) -> Iterator[float]:
    """The values that a number is tried with: off, a quarter less, a quarter more."""
    value = getattr(weights, name)
    yield (OFF | INDEXED)[name]
    for share in () if only_off else (0.75, 1.25):
        moved = value * share
        yield max(1, round(moved)) if isinstance(value, int) else moved


def _changed(sets: Sets, db: sqlite3.Connection, name: str, value: float) -> list[int]:
    """What is measured with one number changed."""
    before = getattr(weights, name)
    setattr(weights, name, value)
    preparing._stressed.cache_clear()
    try:
        if name not in INDEXED:
            return sets.measure(db)
        with tempfile.TemporaryDirectory() as cache:
            return sets.measure(open_index([shipped("kb")], Path(cache)).db)
    finally:
        setattr(weights, name, before)
        preparing._stressed.cache_clear()


def _line(name: str, value: str, found: list[int], now: list[int] | None = None) -> str:
    shown = [f"{one - other:+d}" for one, other in zip(found, now, strict=True)] if now else [str(one) for one in found]
    pairs = "  ".join(f"{shown[at]:>4} {shown[at + 1]:>4}" for at in range(0, 8, 2))
    return f"{name:18} {value:>6} {pairs}  {shown[8]:>5}   {shown[9]:>6} {shown[10]:>6}   {shown[11]:>8}"


if __name__ == "__main__":
    main()
