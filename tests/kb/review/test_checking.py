"""What `kb tjek` looks at: nothing is done for answers that nobody asked for."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.kb.review.checking import check
from tests.conftest import TASK, WriteKb

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("only", "without", "searches"), [((), (), 1), (("B104",), (), 1), ((), ("B104",), 0), (("B020",), (), 0)]
)
def test_searches_are_only_made_when_their_rule_is_asked_for(
    write_kb: WriteKb, only: tuple[str, ...], without: tuple[str, ...], searches: int
) -> None:
    made: list[str] = []

    def finder(query: str) -> list[str]:
        made.append(query)
        return []

    folder = write_kb({"opgaver/skift-laege.yaml": f"{TASK}søgetest: [ny læge]\n"})
    report = check([folder], None, TODAY, finder=finder, only=only, without=without)
    assert len(made) == searches
    assert report.errors == searches
