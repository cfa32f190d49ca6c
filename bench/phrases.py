"""Search phrases with the right answers, and how a list of answers is scored.

`oevesaet.yaml`, the practice set: headings, questions and words from public pages of kommuner and others. `svag`: too
ambiguous alone to be counted with the rest. Its misses were looked at for missing words, so it flatters.
`oevesaet2.yaml`, the new practice set: everyday words, relatives' words, forms and one-word queries, collected later.
`kontrolsaet.yaml`, the control set: phrases of the same kinds and from the desk, which no word was chosen by. Rules
were: those for mistyped small words and lay words, ends of compounds, short beginnings and bare plurals came of reading
its misses, so it flatters them, and only phrases that nobody has seen say how well a search answers.
`nykontrol.yaml`, the new control set: fresh phrases, written before anybody looked at a søgeord. The first 165 were
measured before anything was mended by them (first right 0.824, among three 0.897, mistyped 0.782 and 0.871; 16 of 121
sure first hits wrong, 31 of 136 right ones weak). The other 79 were measured after words were mended by those: 0.810
and 0.911 before as after, 9 of 68 sure ones wrong, 5 of 64 right ones weak, so these mends helped no other phrase. That
is what a search is worth on phrases that nobody has seen. Since then the misses of all chose lay words, four answers
were added, and sureness was fitted to the first 165 too, so it is practice. Of control, søgeord of kinds that it misses
were mended (plates, a child's medicine, when school starts), and two phrases got a second answer that is as right.
`udenfor.yaml`, the off-topic set: questions that the base does not answer.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bench.mistyping import mistype

PRACTICE = Path(__file__).parent / "oevesaet.yaml"
NEW_PRACTICE = Path(__file__).parent / "oevesaet2.yaml"
CONTROL = Path(__file__).parent / "kontrolsaet.yaml"
NEW_CONTROL = Path(__file__).parent / "nykontrol.yaml"
OFF_TOPIC = Path(__file__).parent / "udenfor.yaml"
FOREIGN = ("engelsk", "fremmedsprog")  # kinds of phrase
HALF_TYPED = (3, 4, 5)  # letters of the last word
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
    """Shares of the queries whose first (three, five, eight) hits hold a right answer, and the mean reciprocal rank."""

    count: int
    hit1: float
    hit3: float
    hit5: float
    hit8: float
    mrr: float

    def __str__(self) -> str:
        return f"{self.hit1:.3f}  {self.hit3:.3f}  {self.hit8:.3f}"


def living_ids(db: sqlite3.Connection) -> dict[str, str]:
    """Every id that an index knows -> the id of its entry today: entries keep the ids that they had before."""
    former: dict[str, str] = dict(db.execute("SELECT old, id FROM former"))
    return former | {identifier: identifier for (identifier,) in db.execute("SELECT id FROM entry")}


def phrases(living: Mapping[str, str], file: Path = PRACTICE) -> list[Phrase]:
    """The phrases of a set, but for those whose answers are all missing from the base."""
    found = []
    for row in yaml.safe_load(file.read_text(encoding="utf-8")):
        answers = frozenset(living[identifier] for identifier in row["svar"] if identifier in living)
        if answers:
            found.append(Phrase(row["q"], answers, row["slags"], bool(row.get("svag"))))
    return found


def mistyped(found: Iterable[Phrase], seeds: Iterable[int] = (1, 2, 3)) -> list[Phrase]:
    """Each phrase mistyped once for every seed."""
    return [replace(phrase, query=mistype(phrase.query, seed)) for phrase in found for seed in seeds]


def half_typed(found: Iterable[Phrase], letters: int) -> tuple[list[Phrase], list[Phrase]]:
    """The phrases with only so many letters of their last word, and the same phrases whole.

    Those whose last word is no longer than that are left out.
    """
    whole = [(phrase, *phrase.query.rpartition(" ")) for phrase in found]
    pairs = [
        (replace(phrase, query=before + blank + last[:letters]), phrase)
        for phrase, before, blank, last in whole
        if len(last) > letters and last[:letters].isalpha()
    ]
    return [half for half, _ in pairs], [phrase for _, phrase in pairs]


def off_topic() -> list[str]:
    """The questions that the base does not answer."""
    return [row["q"] for row in yaml.safe_load(OFF_TOPIC.read_text(encoding="utf-8"))]


def score(found: list[Phrase], search: Search) -> Score:
    """How well a search answers the phrases."""
    ranks = [rank_of(phrase, search(phrase.query)) for phrase in found]
    reciprocal = sum(1 / rank for rank in ranks if rank) / max(1, len(ranks))
    return Score(len(ranks), share(ranks, 1), share(ranks, 3), share(ranks, 5), share(ranks, 8), reciprocal)


def rank_of(phrase: Phrase, answers: list[str]) -> int:
    """The place of the first right answer among the first ten, from 1; 0 when there is none."""
    return next((n for n, identifier in enumerate(answers[:10], 1) if identifier in phrase.answers), 0)


def share(ranks: list[int], up_to: int) -> float:
    """The share of the ranks that are among the first so many."""
    return sum(1 <= rank <= up_to for rank in ranks) / max(1, len(ranks))
