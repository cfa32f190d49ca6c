"""A review by page: what is asked, in which order, and what the answers write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from blanket.kb.base import load
from blanket.kb.editing.reviewed import write_new_address, write_settled
from blanket.kb.review import page_states
from blanket.kb.review.answers import FILE, KNOWLEDGE, read_answers
from blanket.kb.review.page_states import PageState, read_states
from blanket.kb.review.queue import Review, Wanted
from blanket.kb.review.readings import MENDED, STANDS, TIED, UNCERTAIN, read_log
from tests.conftest import SMALL_BASE, WriteKb, write_files
from tests.kb.review import reviewable

TODAY = date(2026, 11, 27)


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return reviewable.write(tmp_path / "kb")


def review(kb: Path, today: date = TODAY) -> Review:
    base = load([kb])
    return Review(base, None, read_answers(kb, base.former, read_log([kb])), read_states(kb), today)


def answer_all(found: Review, ids: tuple[str, ...] = ()) -> None:
    for identifier, items in found.stated.items():
        for item in items if not ids or identifier in ids else ():
            page = item.page or found.base.entries[identifier].sources[0].address or ""
            found.answers.keep(item, STANDS, page, found.today)
        found.look_again(identifier)


def test_a_hundred_claims_on_forty_pages_each_asked_once(kb: Path) -> None:
    pages = review(kb).pages(Wanted())
    items = [(item.id, item.at) for page in pages for item in (*page.tied, *page.loose)]
    assert len(pages) == reviewable.PAGES
    assert len(items) == len(set(items)) == 100
    assert {item.page for page in pages for item in page.tied} == {page.page for page in pages}


def test_what_rests_on_one_page_in_several_entries_comes_together(write_kb: WriteKb) -> None:
    kb = write_kb(SMALL_BASE)
    page = next(page for page in review(kb).pages(Wanted()) if page.page == "https://www.borger.dk/")
    assert [item.text for item in page.tied] == ["70 12 80 63", "70 12 80 63"]
    assert [item.id for item in page.tied] == ["doedsfald", "skift-laege"]


def test_an_answer_is_kept_whole_and_asked_no_more(kb: Path) -> None:
    found = review(kb)
    first = found.pages(Wanted())[0].tied[0]
    found.answers.keep(first, STANDS, first.page, TODAY)
    again = review(kb)
    assert not again.is_open(first)
    assert len([item for page in again.pages(Wanted()) for item in (*page.tied, *page.loose)]) == 99
    assert read_log([kb]).broken == []


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_half_line_at_the_end_is_cut_off_and_nothing_else(kb: Path, cut: int) -> None:
    found = review(kb)
    items = [item for page in found.pages(Wanted()) for item in page.tied][:3]
    for item in items[:2]:
        found.answers.keep(item, STANDS, item.page, TODAY)
    file = kb / "laesninger" / FILE
    file.write_bytes(file.read_bytes()[:-cut])
    again = review(kb)
    again.answers.keep(items[2], STANDS, items[2].page, TODAY)
    last = review(kb)
    assert read_log([kb]).broken == []
    assert not last.is_open(items[0])
    assert not last.is_open(items[2])


def test_a_page_read_sets_the_day_in_all_its_entries_and_leaves_the_rest_of_the_file(kb: Path) -> None:
    found = review(kb)
    answer_all(found, ("opgave-0",))
    before = (kb / "opgaver/opgave-0.yaml").read_text(encoding="utf-8")
    done = write_settled(found, kb, None)
    after = (kb / "opgaver/opgave-0.yaml").read_text(encoding="utf-8")
    assert done.read == ["opgave-0"]
    assert done.vouched == []
    assert after == before.replace("2026-01}", "2026-11-27}")
    assert write_settled(review(kb), kb, None).read == []


def test_a_complete_entry_is_vouched_for_and_an_incomplete_one_is_not(kb: Path) -> None:
    found = review(kb)
    answer_all(found, ("opgave-0", "opgave-1"))
    wrong = found.stated["opgave-1"][0]
    found.answers.keep(wrong, UNCERTAIN, wrong.page, TODAY)
    assert write_settled(found, kb, "Mette").vouched == ["opgave-0"]
    assert "opgave-0" in load([kb]).vouches.held
    assert "opgave-1" not in load([kb]).vouches.held


def test_an_answer_ends_with_the_text_and_after_a_year(kb: Path) -> None:
    answer_all(review(kb))
    assert review(kb).pages(Wanted()) == []
    assert len(review(kb, date(2027, 11, 27)).pages(Wanted())) == reviewable.PAGES
    file = kb / "opgaver/opgave-3.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("senest 5 dage", "senest 6 dage"), encoding="utf-8")
    (page,) = review(kb).pages(Wanted())
    assert [item.text for item in page.tied] == ["Søg senest 6 dage efter."]


def test_what_no_page_bears_out_is_tied_with_one_key(kb: Path) -> None:
    found = review(kb)
    loose = [item for page in found.pages(Wanted()) for item in page.loose if item.id == "opgave-2"]
    other = found.base.entries["opgave-2"].sources[1].address or ""
    found.answers.keep(loose[0], TIED, other, TODAY)
    found.answers.keep(loose[1], STANDS, KNOWLEDGE, TODAY)
    again = review(kb)
    page = next(page for page in again.pages(Wanted()) if page.page == other)
    assert loose[0].text in [item.text for item in page.tied]
    assert not [item for page in again.pages(Wanted()) for item in page.loose if item.id == "opgave-2"]


def test_what_is_reported_wrong_changed_or_due_comes_before_what_nobody_has_looked_at(kb: Path) -> None:
    found = review(kb, date(2026, 1, 15))
    items = {identifier: found.stated[identifier][1] for identifier in found.stated}
    found.answers.keep(items["opgave-5"], UNCERTAIN, items["opgave-5"].page, TODAY)
    changed = items["opgave-6"].page
    found.states = {changed: PageState(changed, "b", "a", "virker", "", "2026-01-10")}
    pages = found.pages(Wanted(), {"opgave-7"})
    assert [page.why for page in pages[:4]] == ["reported", "reported", "wrong", "changed"]
    assert {page.why for page in pages[4:]} == {"new"}
    assert all("opgave-7" in page.ids for page in pages[:2])
    assert [page.page for page in found.pages(Wanted(changed=True))] == [changed]
    assert {page.why for page in review(kb, date(2026, 12, 1)).pages(Wanted(due=True))} == {"wrong", "due"}


def test_a_page_that_changes_after_it_was_read_opens_what_rests_on_it(kb: Path) -> None:
    answer_all(review(kb))
    page = review(kb).stated["opgave-4"][1].page
    page_states.seen(kb, {page: PageState(page, "tekst-1", "", "virker")}, TODAY)
    assert review(kb).pages(Wanted()) == []
    page_states.seen(kb, {page: PageState(page, "tekst-2", "", "virker")}, date(2026, 12, 1))
    later = review(kb, date(2026, 12, 2))
    (waiting,) = later.pages(Wanted())
    assert (waiting.page, waiting.why) == (page, "changed")
    for item in waiting.tied:
        later.answers.keep(item, STANDS, page, later.today)
    write_settled(later, kb, None)
    assert review(kb, date(2026, 12, 2)).pages(Wanted()) == []
    assert not read_states(kb)[page].wants_a_look


def test_a_dead_page_stays_until_it_answers_again(kb: Path) -> None:
    answer_all(review(kb))
    page = review(kb).stated["opgave-4"][1].page
    page_states.seen(kb, {page: PageState(page, "", "", "død")}, date(2026, 12, 1))
    (waiting,) = review(kb, date(2026, 12, 1)).pages(Wanted())
    assert waiting.why == "changed"


def test_january_asks_for_the_amounts_of_earlier_years_first(kb: Path) -> None:
    answer_all(review(kb))
    file = kb / "opgaver/opgave-9.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("år: 2026", "år: 2025"), encoding="utf-8")
    pages = review(kb, date(2027, 1, 4)).pages(Wanted(amounts=True))
    assert pages[0].ids == ["opgave-9"]
    assert len(pages) == reviewable.TASKS
    assert all("kr." in item.text for page in pages for item in page.tied)
    assert not any(page.loose for page in pages)


def test_one_subject_alone(kb: Path) -> None:
    assert review(kb).pages(Wanted(subject="bolig")) == []
    assert len(review(kb).pages(Wanted(subject="sundhed"))) == reviewable.PAGES


def test_a_mended_text_counts_as_read(kb: Path) -> None:
    found = review(kb)
    item = found.stated["opgave-0"][0]
    found.answers.keep(item, MENDED, "https://www.borger.dk/", TODAY)
    assert not review(kb).is_open(replace(item, page="https://www.borger.dk/"))


def test_a_new_address_is_written_wherever_the_old_one_stands_and_nowhere_else(kb: Path) -> None:
    old = reviewable.SITE.format(1)
    write_files(kb, {"opgaver/en-til.yaml": (kb / "opgaver/opgave-5.yaml").read_text(encoding="utf-8")
                     .replace("opgave-5", "en-til").replace("side-11", "side-1")})  # fmt: skip
    assert write_new_address(review(kb), kb, old, "https://www.borger.dk/ny") == 2
    for name in ("opgave-0", "en-til"):
        text = (kb / f"opgaver/{name}.yaml").read_text(encoding="utf-8")
        assert old + "\n" not in text
        assert "https://www.borger.dk/ny" in text
    assert "side-10" in (kb / "opgaver/opgave-5.yaml").read_text(encoding="utf-8")
    assert load([kb]).problems == []
