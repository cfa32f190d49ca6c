"""Before a paper is handed over, staff know which deadline is over and where they write a number by hand."""

from __future__ import annotations

from datetime import date

import pytest

from blanket.guide.paper.for_staff import before_it_is_handed_over
from blanket.texts import papers as texts
from tests.conftest import JOURNEY, TASK
from tests.guide.conftest import OpenKb, printed

DEADLINE = "  senest: {antal: 5, enhed: dage}\n"


def task(step: str, more: str = "") -> dict[str, str]:
    return {"opgaver/skift-laege.yaml": f'{TASK}papir: {{trin: ["{step}"]}}\n{more}'}


def test_each_line_for_a_number_is_named_as_it_stands_on_the_paper(open_kb: OpenKb) -> None:
    files = task("Ring til en bedemand. Har du sagt koden, så ring straks til din bank, og gå til kommunen.")
    (said,) = before_it_is_handed_over(printed(open_kb(files), "skift-laege"))
    lines = "“Ring til en bedemand” og ved “Kommunens nummer” og ved “Din banks nummer”"
    assert said == f"Skriv nummeret i hånden på arket ved {lines}."


def test_a_line_that_several_papers_of_a_day_have_is_named_once(open_kb: OpenKb) -> None:
    files = task("Ring til din kommune.")
    text = files["opgaver/skift-laege.yaml"].replace("skift-laege", "byt-laege")
    doc = printed(open_kb({**files, "opgaver/byt-laege.yaml": text}), "skift-laege", "byt-laege")
    assert before_it_is_handed_over(doc) == [texts.WRITE_NUMBERS.format(lines="“Kommunens nummer”")]


def test_nothing_is_said_where_every_number_is_there(open_kb: OpenKb) -> None:
    assert before_it_is_handed_over(printed(open_kb(task("Ring 112, hvis livet er i fare.")), "skift-laege")) == []


@pytest.mark.parametrize("kind", ["task", "journey"])
def test_a_deadline_that_is_over_is_said_with_its_day(open_kb: OpenKb, kind: str) -> None:
    rule = "Senest 5 dage efter dødsfaldet."
    files = {
        "task": task("Ring 112.", f"hændelse: dødsdagen\nfrister:\n- tekst: {rule}\n{DEADLINE}  kilde: Kommunen\n"),
        "journey": {
            "forloeb/doedsfald.yaml": JOURNEY.replace(
                "Ring til lægen.", f"Ring 112.\n  frist: {rule}\n{DEADLINE.rstrip()}"
            )
        },
    }[kind]
    identifier, title = {"task": ("skift-laege", "Skift læge"), "journey": ("doedsfald", "En i familien er død")}[kind]
    db = open_kb(files)
    assert before_it_is_handed_over(printed(db, identifier, day=date(2026, 11, 26))) == []
    assert before_it_is_handed_over(printed(db, identifier, day=date(2026, 11, 16))) == [
        f"På arket om “{title}”: Fristen var fredag den 20. november 2026. Ring i dag."
    ]
