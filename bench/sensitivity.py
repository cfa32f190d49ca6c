"""What every number of search is worth: switched off, a quarter less, a quarter more, on every set.

    python -m bench.sensitivity            prints the table (about half an hour, on all cores)
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
from concurrent.futures import ProcessPoolExecutor
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
    "SUFFIX_FULL": 0.0, "KNOWN_PART": 0.0, "PART": 0.0, "PART_HEAD": 0.0, "PART_TAIL": 0.0, "NO_SLIP": 0.0,
    "ONE_SLIP": 0.0, "TWO_SLIPS": 0.0, "MORE_SLIPS": 0.0, "UNLIKELY": 1.0, "WORD_ITSELF": 1.0, "OTHER_ENDING": 0.0,
    "MIN_OTHER": 99, "OTHER_SHARE": 2.0, "WHOLE_IF_BEGUN": 1.0, "BEGUN_LEAST": 0.0, "BEGUN_FULL": 0.0, "MIN_BEGUN": 99,
    "MOST_TO_COME": 0, "MOST_BEGUN": 0, "MIN_BEGUN_LAY": 99, "MOST_BEGUN_LAY": 0, "MIN_PREFIX": 99, "MIN_SUFFIX": 99,
    "MIN_PART": 99, "ONE_SLIP_FROM": 99, "TWO_SLIPS_FROM": 99, "MORE_SLIPS_FROM": 99, "SURE_INFLECTED_FROM": 99,
    "SURE_START_FROM": 1, "MIN_REST": 0, "MIN_TAIL": 99, "TAIL": 0.0, "SURE_STEM_FROM": 1, "ACTION": 1.0, "NEAR": 0.0,
    "RARITY": 0.0, "RARITY_LEAST": 0.0, "STOP": 0.0, "SAID": 0.0, "SAID_IN_PART": 1.0, "AS_TELLING": 99.0,
    "BEHIND": 1.0, "NEARLY_AS_GOOD": 99.0, "MOST_SAID": 1, "MOST_MEANT": 0, "AKIN": 0.0, "PHRASE": 0.0,
    "KIND": dict.fromkeys(weights.KIND, 1.0), "KIND_ASKED_FOR": 0.66, "FORM_HINTED": 0.66, "NAMED": 0.0,
    "NAMED_FIT": 2.0, "WITHDRAWN": 1.0, "CANDIDATES": 1000, "NOTHING": 0.0, "FAINT": 1.0, "FAR_BEHIND": 0.0,
    "SHORT": dict.fromkeys(weights.SHORT, 0), "GUESS": 0.0, "SURE": 0.0, "SURE_PHRASE": 0.0, "SURE_LEAD": 0.0,
    "SURE_MOST_LEAD": 1.0, "SURE_LENGTH": 0.0, "SURE_WORDS": 99, "SURE_AKIN": 0.0, "SURE_TOLD": 0.0, "SURE_RARE": 99.0,
    "SURE_FEW": 0, "SURE_COVERED": 0.0, "SURE_TOPIC": 0.0, "SURE_TOPIC_FROM": 99.0,
    "TRUST": dict.fromkeys(weights.TRUST, 1.0), "MOST_AKIN": 1000,
}  # fmt: skip
INDEXED: dict[str, Any] = {
    "TITLE": 30, "KEYWORD": 30, "PART_OF_KEYWORD": 99, "SUMMARY": 30, "TEXT": 0, "ONCE": 1.0, "ONCE_ALONE": 1.0,
    "OFTEN": 2, "TITLE_TIMES": 1, "SUMMARY_TIMES": 1,
}  # fmt: skip
# Number -> why no set can say what it is worth.
UNMEASURED = {
    "EXACT": "what all others are measured by",
    "COVERAGE": "the other half of PHRASE",
    "NUMBER": "a number is typed or it is not: tests",
    "MOST_FAINT": "how many are shown: tests",
    "QUIET": "of the desk's list, which is judged by hand: bench/lister.yaml",
    "MOST_WHY": "words, not an order: tests",
    "CLEAR_POINTS": "one entry that is meant, not a list: tests",
    "CLEAR_LEAD": "one entry that is meant, not a list: tests",
    "WHOLE_LEAD": "one entry that is meant, not a list: tests",
    "MOST_ALIKE": "cost", "MOST_FORMS": "cost", "MOST_HOLDERS": "cost", "MOST_EXACT": "cost", "MOST_GUESSED": "cost",
}  # fmt: skip
HEAD = f"{'number':19} {'value':>6}  practice   new prac.  control    mistyped   half   sure:wrong,weak  off-topic"

_kept: tempfile.TemporaryDirectory[str]
_db: sqlite3.Connection
_sets: Sets


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
    wanted = [
        (name, label, value)
        for name in named or [*OFF, *INDEXED]
        for label, value in _values(name, only_off="--fra" in sys.argv)
    ]
    with ProcessPoolExecutor(initializer=_open) as workers:
        now = workers.submit(_measured, "", None).result()
        lines = [HEAD, _line("as it is", "", now)]
        print("\n".join(lines), flush=True)
        rows = workers.map(_measured, [name for name, _, _ in wanted], [value for _, _, value in wanted])
        for (name, label, _), found in zip(wanted, rows, strict=True):
            lines.append(_line(name, label, found, now))
            print(lines[-1], flush=True)
    if "--skriv" in sys.argv:
        title = "What the newest numbers of search are worth" if named else "What the numbers of search are worth"
        command = " ".join(["python -m bench.sensitivity", *sys.argv[1:]])
        write_section(title, command, ["```", *lines, "```"])


def _values(name: str, *, only_off: bool) -> Iterator[tuple[str, Any]]:
    """What a number is tried with, and how that is called: off, a quarter less, a quarter more."""
    value, off = getattr(weights, name), (OFF | INDEXED)[name]
    yield "off" if isinstance(off, dict) else f"{off:.3g}", off
    for label, share in () if only_off else (("-1/4", 0.75), ("+1/4", 1.25)):
        moved = (
            {key: _moved(one, share) for key, one in value.items()} if isinstance(value, dict) else _moved(value, share)
        )
        yield label if isinstance(moved, dict) else f"{moved:.3g}", moved


def _moved(value: float, share: float) -> float:
    """A quarter away; a count at least by one, and never to nothing."""
    if not isinstance(value, int):
        return value * share
    return max(1, min(value - 1, round(value * share)) if share < 1 else max(value + 1, round(value * share)))


def _open() -> None:
    """What a worker keeps: an index of its own, and the phrases."""
    global _kept, _db, _sets
    _kept = tempfile.TemporaryDirectory()
    _db = open_index([shipped("kb")], Path(_kept.name)).db
    _sets = Sets(_db)


def _measured(name: str, value: Any) -> list[int]:
    """What is measured with one number changed; as it is, for no name."""
    if not name:
        return _sets.measure(_db)
    before = getattr(weights, name)
    setattr(weights, name, value)
    preparing._stressed.cache_clear()
    try:
        if name not in INDEXED:
            return _sets.measure(_db)
        with tempfile.TemporaryDirectory() as cache:
            return _sets.measure(open_index([shipped("kb")], Path(cache)).db)
    finally:
        setattr(weights, name, before)
        preparing._stressed.cache_clear()


def _line(name: str, value: str, found: list[int], now: list[int] | None = None) -> str:
    shown = [f"{one - other:+d}" for one, other in zip(found, now, strict=True)] if now else [str(one) for one in found]
    pairs = "  ".join(f"{shown[at]:>4} {shown[at + 1]:>4}" for at in range(0, 8, 2))
    return f"{name:19} {value:>6} {pairs}  {shown[8]:>5}   {shown[9]:>6} {shown[10]:>6}   {shown[11]:>8}"


if __name__ == "__main__":
    main()
