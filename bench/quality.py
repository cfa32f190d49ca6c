"""Search quality on the practice set and the control set, ours and ready-made engines' on the same entries in one run.

python -m bench.quality            prints the table
python -m bench.quality --skriv    writes it to docs/maalinger.md too
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from pathlib import Path

from bench.measurements import write_section
from bench.peers import all_peers
from bench.phrases import (
    CONTROL,
    FOREIGN,
    HALF_TYPED,
    NEW_CONTROL,
    NEW_PRACTICE,
    Phrase,
    Search,
    half_typed,
    living_ids,
    mistyped,
    off_topic,
    phrases,
    score,
)
from bench.sureness import Hits, sure_answers, sureness
from blanket.kb.base import load
from blanket.kb.format.model import Entry, Journey, Task
from blanket.kb.rules.readability import citizen_text
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index

WHOLE_SETS = 4  # the first sets: phrases as they were said, each in one set


def hits_of(db: sqlite3.Connection) -> Hits:
    """Our search over an index."""
    return lambda query: search(db, query, limit=10)


def ours(db: sqlite3.Connection) -> Search:
    """The ids that our search finds."""
    return lambda query: [hit.id for hit in search(db, query, limit=10)]


def typing(db: sqlite3.Connection) -> Search:
    """The ids that our search finds while the last word is being typed."""
    return lambda query: [hit.id for hit in search(db, query, limit=10, half_typed=True)]


def entry_texts() -> dict[str, tuple[str, str]]:
    """Id -> (title and søgeord, all that a citizen reads) of the tasks and journeys, for the peers."""
    entries: list[Entry] = [
        entry for entry in load([shipped("kb")]).entries.values() if isinstance(entry, Task | Journey)
    ]
    return {
        entry.id: (" ".join([entry.title, *entry.keywords]), " ".join(citizen_text(entry)))  # type: ignore[attr-defined]
        for entry in entries
    }


def main() -> None:
    """Print, and with --skriv write, the tables."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        lines = ["```", *_engines(db), "", *_kinds(db), "", *_half_typed(db), "", *_sureness(db), "```"]
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Search quality", "python -m bench.quality --skriv", lines)


def sets_of(db: sqlite3.Connection) -> dict[str, list[Phrase]]:
    """The sets of phrases that have an answer, by name."""
    living = living_ids(db)
    practice = [phrase for phrase in phrases(living) if not phrase.weak]
    found = {"practice": practice, "new practice": phrases(living, NEW_PRACTICE), "control": phrases(living, CONTROL)}
    found["new control"] = phrases(living, NEW_CONTROL)
    foreign = [phrase for group in found.values() for phrase in group if phrase.kind in FOREIGN]
    return found | {"foreign": foreign, "mistyped": mistyped(practice), "ctrl mistyped": mistyped(found["control"])}


def _engines(db: sqlite3.Connection) -> list[str]:
    """All sets, ours beside ready-made engines."""
    sets = sets_of(db)
    lines = ["hit@1, hit@3, hit@8", " " * 29 + "".join(f"{f'{name}, {len(found)}':23}" for name, found in sets.items())]
    for name, engine in {"blanket": ours(db), **all_peers(entry_texts())}.items():
        lines.append(f"{name:29}" + "  ".join(f"{score(found, engine)!s:21}" for found in sets.values()))
    return [line.rstrip() for line in lines]


def _kinds(db: sqlite3.Connection) -> list[str]:
    """The sets by kind of phrase."""
    lines = [f"{'by kind of phrase':29}  hit@1, 3, 8            count"]
    for name, found in list(sets_of(db).items())[:WHOLE_SETS]:
        for kind in sorted({phrase.kind for phrase in found}):
            group = [phrase for phrase in found if phrase.kind == kind]
            lines.append(f"{f'{name}, {kind}':29}  {score(group, ours(db))}   {len(group):4}")
    return lines


def _half_typed(db: sqlite3.Connection) -> list[str]:
    """What the first letters of the last word find, beside the whole of the same phrases."""
    lines = ["the last word half typed        hit@5, and with the whole word"]
    for name, found in list(sets_of(db).items())[:WHOLE_SETS]:
        for letters in HALF_TYPED:
            half, whole = half_typed(found, letters)
            begun, done = score(half, typing(db)).hit5, score(whole, ours(db)).hit5
            lines.append(f"{f'{name}, {letters} letters':29}  {begun:.3f}  {done:.3f}")
    return lines


def _sureness(db: sqlite3.Connection) -> list[str]:
    """Whether a first hit is as sure as it says."""
    sets = sets_of(db)
    lines = [f"{name:29}  {sureness(sets[name], hits_of(db))}" for name in list(sets)[: WHOLE_SETS + 1]]
    found = off_topic()
    return [*lines, f"{'off-topic':29}  {len(sure_answers(found, hits_of(db)))} of {len(found)} get a sure answer"]


if __name__ == "__main__":
    main()
