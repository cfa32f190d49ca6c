"""The weights of sureness, fitted anew: how much each sign of a first hit says that it is right.

    pip install -e '.[fit]' && python -m bench.fitting

Logistic regression over the first hits of practice, new practice and new control, of these mistyped once (which count
less, being the same phrases), and of the off-topic set, where every hit is wrong. The control set has no part in it.
For some numbers of sure answers to off-topic questions it prints the threshold, and what it says of the control set.
The numbers in `search/weights.py` are these, rounded; the threshold there was chosen for the whole, with the conditions
that no regression knows (a rare word missed, too little covered, a mere guess), by `python -m bench.quality`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import NamedTuple

from sklearn.linear_model import LogisticRegression

from bench.phrases import Phrase, mistyped, off_topic
from bench.quality import sets_of
from blanket.paths import shipped
from blanket.search import ranking, sureness
from blanket.search.index import open_index
from blanket.search.sqlite_lexicon import SqliteLexicon
from blanket.search.sureness import Signs

NAMES = ("phrase", "lead", "length", "akin", "told", "much")
MISTYPED = 0.3  # of what a phrase itself counts
ALLOWED = (10, 12, 14, 15)  # sure answers to off-topic questions


class First(NamedTuple):
    """A first hit. `right`: whether it answers its question. `counts`: how much it says in the fitting."""

    signs: Signs
    right: bool
    counts: float

    @property
    def row(self) -> list[float]:
        """Its signs as numbers, in the order of NAMES."""
        return [float(getattr(self.signs, name)) for name in NAMES]


def main() -> None:
    """Print the weights and what they would say."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        sets, lexicon = sets_of(db), SqliteLexicon(db)
        whole = [*sets["practice"], *sets["new practice"], *sets["new control"]]
        wrong = firsts(lexicon, [Phrase(query, frozenset(), "", weak=False) for query in off_topic()])
        found = firsts(lexicon, whole) + firsts(lexicon, mistyped(whole, (4,)), MISTYPED) + wrong
        control = firsts(lexicon, sets["control"])
    model = LogisticRegression(C=100, max_iter=5000)
    model.fit([one.row for one in found], [one.right for one in found], sample_weight=[one.counts for one in found])
    for name, weight in zip(NAMES, model.coef_[0], strict=True):
        print(f"{name:8} {weight:6.2f}")
    off = sorted(_sums(model, wrong), reverse=True)
    for allowed in ALLOWED:
        least = off[allowed]
        sure = [one.right for one, total in zip(control, _sums(model, control), strict=True) if total > least]
        right = sum(one.right for one in control)
        print(
            f"above {least:5.2f}: {allowed} of {len(wrong)} off-topic sure; control: {sure.count(False)} of "
            f"{len(sure)} sure are wrong, {right - sure.count(True)} of {right} right are weak"
        )


def firsts(lexicon: SqliteLexicon, phrases: list[Phrase], counts: float = 1.0) -> list[First]:
    """The first hits of some phrases, with their signs. A hit by its number or id has none and is left out."""
    seen: list[Signs] = []
    judge = sureness.is_sure

    def noticing(*asked: object) -> bool:
        seen.append(sureness.signs_of(*asked))  # type: ignore[arg-type]  # what is_sure is asked
        return False

    ranking.is_sure = noticing
    try:
        found = []
        for phrase in phrases:
            seen.clear()
            hits = ranking.rank(lexicon, phrase.query, limit=1)
            if seen:
                found.append(First(seen[0], hits[0].id in phrase.answers, counts))
        return found
    finally:
        ranking.is_sure = judge


def _sums(model: LogisticRegression, found: list[First]) -> list[float]:
    return [sum(weight * sign for weight, sign in zip(model.coef_[0], one.row, strict=True)) for one in found]


if __name__ == "__main__":
    main()
