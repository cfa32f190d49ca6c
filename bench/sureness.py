"""Whether a search says truly how sure it is: sure first hits that are wrong, right ones shown with a doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bench.phrases import Phrase
from blanket.search.ranking import Hit

Hits = Callable[[str], list[Hit]]  # a query -> hits, best first


class Sureness(NamedTuple):
    """Counts over phrases: first hits shown as sure, those of them that are wrong; right ones, those of them weak."""

    sure: int
    sure_wrong: int
    right: int
    right_weak: int

    def __str__(self) -> str:
        return (
            f"{self.sure_wrong:3} of {self.sure:3} sure are wrong, {self.right_weak:3} of {self.right:3} right are weak"
        )


def sureness(found: Iterable[Phrase], search: Hits) -> Sureness:
    """How truly a search speaks of phrases that have an answer."""
    firsts = [(phrase, hits[0]) for phrase in found if (hits := search(phrase.query))]
    sure = [hit.id in phrase.answers for phrase, hit in firsts if not hit.weak]
    right_weak = [hit.weak for phrase, hit in firsts if hit.id in phrase.answers]
    return Sureness(len(sure), sure.count(False), len(right_weak), right_weak.count(True))


def sure_answers(queries: Iterable[str], search: Hits) -> list[str]:
    """Those of the queries, which have no answer, that are answered as if they had one."""
    return [query for query in queries if (hits := search(query)) and not hits[0].weak]
