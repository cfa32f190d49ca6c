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


def test_whoever_asks_for_errors_alone_is_told_of_each_and_of_no_advice(write_kb: WriteKb) -> None:
    wrong = TASK.replace("sundhed", "sunhed")
    ahead = TASK.replace("skift-laege", "ny").replace("læst: 2026", "læst: 2031") + "søgetest: [findes ikke]\n"
    ahead += "" if "2031" in ahead else "kilder: [{navn: Loven, læst: 2031-01}]\n"
    folder = write_kb({"opgaver/skift-laege.yaml": wrong, "opgaver/ny.yaml": ahead})
    every, errors = (check([folder], None, TODAY, only_errors=alone, finder=lambda _: []) for alone in (False, True))
    assert {found.code for found in errors.problems} >= {"B025", "B045", "B104"}
    assert errors.problems == [found for found in every.problems if found.error]
    assert every.hidden > errors.hidden == 0
