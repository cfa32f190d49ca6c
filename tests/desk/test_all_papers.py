"""Of many papers at once, staff are told how many need something, not of each what."""

from __future__ import annotations

from blanket.desk.all_papers import all_pages
from blanket.desk.handing_out import Request
from blanket.texts import papers as texts
from tests.conftest import TASK
from tests.desk.conftest import Opened


def test_how_many_papers_need_a_number_is_said_once(desk: Opened) -> None:
    rings = TASK + 'papir: {trin: ["Ring til din kommune."]}\n'
    own = {
        f"opgaver/{one}.yaml": rings.replace("skift-laege", one) for one in ("skift-laege", "byt-laege", "find-laege")
    }
    base = desk(own)
    names = [page.name for page in all_pages(base, Request(form="txt"))]
    assert {"skift-laege.txt", "byt-laege.txt", "find-laege.txt"} <= set(names)
    assert texts.PAPERS_TO_WRITE.format(count=3) in base.notes
    assert not [note for note in base.notes if "Kommunens nummer" in note]
