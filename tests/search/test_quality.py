"""Search quality on the practice set must not fall: a change that costs more than a point is seen at once.

The figures are those that `python -m bench.quality` printed when the ranking or the words were last changed on purpose.
The practice set was used to find missing words, so these figures guard against a fall; they do not promise the same
quality on phrases that nobody has looked at.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.phrases import Phrase, Search, living_ids, mistyped, phrases, score
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index

HIT_1, HIT_3 = 0.925, 0.975
MISTYPED_1, MISTYPED_3 = 0.898, 0.961
POINT = 0.01


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> tuple[Search, list[Phrase]]:
    db = open_index([shipped("kb")], tmp_path_factory.mktemp("cache")).db
    plain = [phrase for phrase in phrases(living_ids(db)) if not phrase.weak]
    return (lambda query: [hit.id for hit in search(db, query, limit=10)]), plain


def test_quality_does_not_fall(engine: tuple[Search, list[Phrase]]) -> None:
    find, plain = engine
    assert len(plain) > 200
    result = score(plain, find)
    assert result.hit1 >= HIT_1 - POINT
    assert result.hit3 >= HIT_3 - POINT


@pytest.mark.slow
def test_quality_on_mistyped_phrases_does_not_fall(engine: tuple[Search, list[Phrase]]) -> None:
    find, plain = engine
    result = score(mistyped(plain), find)
    assert result.hit1 >= MISTYPED_1 - POINT
    assert result.hit3 >= MISTYPED_3 - POINT


def test_no_code_names_a_phrase_of_the_practice_set(engine: tuple[Search, list[Phrase]]) -> None:
    """Rules and words are general: no phrase of three words or more stands in the program."""
    _, plain = engine
    code = "\n".join(path.read_text(encoding="utf-8").lower() for path in Path("src").rglob("*.py"))
    named = [phrase.query for phrase in plain if len(phrase.query.split()) >= 3 and phrase.query.lower() in code]
    assert named == []
