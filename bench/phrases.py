"""Search phrases with the right answers, and how a list of answers is scored.

`oevesaet.yaml`, the practice set: headings, questions and words from public pages of kommuner and others. `svag`: too
ambiguous alone to be counted with the rest. Its misses were looked at for missing words, so it flatters.
`kontrolsaet.yaml`, the control set: phrases of the same kinds and from the desk, which no word was chosen by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.mistyping import mistype

PRACTICE = Path(__file__).parent / "oevesaet.yaml"
CONTROL = Path(__file__).parent / "kontrolsaet.yaml"
Search = Callable[[str], list[str]]  # a query -> ids, best first


@dataclass(frozen=True, slots=True)
class Phrase:
    """A query and the ids that are right answers to it."""

    query: str
    answers: frozenset[str]
    kind: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the queries whose first (first three) hits hold a right answer, and the mean reciprocal rank."""

    count: int
    hit1: float
    hit3: float
    mrr: float

    def __str__(self) -> str:
        return f"{self.hit1:.3f}  {self.hit3:.3f}  {self.mrr:.3f}"


def phrases(known: set[str], file: Path = PRACTICE) -> list[Phrase]:
    """The phrases of a set, but for those whose answers are all missing from the base."""
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    found = [Phrase(row["q"], frozenset(row["svar"]), row["slags"], bool(row.get("svag"))) for row in rows]
    return [phrase for phrase in found if phrase.answers & known]


def mistyped(found: Iterable[Phrase], seeds: Iterable[int] = (1, 2, 3)) -> list[Phrase]:
    """Each phrase mistyped once for every seed."""
    return [replace(phrase, query=mistype(phrase.query, seed)) for phrase in found for seed in seeds]


def score(found: list[Phrase], search: Search) -> Score:
    """How well a search answers the phrases."""
    first = three = 0
    reciprocal = 0.0
    for phrase in found:
        rank = next((n for n, identifier in enumerate(search(phrase.query)[:10], 1) if identifier in phrase.answers), 0)
        first += rank == 1
        three += 1 <= rank <= 3
        reciprocal += 1 / rank if rank else 0.0
    count = max(1, len(found))
    return Score(len(found), first / count, three / count, reciprocal / count)
