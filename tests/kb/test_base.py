"""Whole folders: which entry wins, what is left out, and that the base which is shipped is in order."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from blanket.kb.base import Base, load
from blanket.kb.files import kb_files
from blanket.kb.format.model import Place
from blanket.kb.rules import citizen_texts
from blanket.paths import shipped
from tests.conftest import FORM, GLOSSARY, PLACE, SMALL_BASE, STAFF_PLACE, TASK, WriteKb, needs_links
from tests.kb.samples import swapped

STAFF_NUMBER = "20570720"  # Odense's line for staff and volunteers: never for citizens


def title_of(base: Base, identifier: str) -> str:
    return str(getattr(base.entries[identifier], "title"))  # noqa: B009  # every kind has a title


def test_every_kind_is_found_in_its_folder(write_kb: WriteKb) -> None:
    folder = write_kb(SMALL_BASE)
    base = load([folder])
    assert sorted(base.entries) == ["doedsfald", "fd-001a", "hotline", "mitid-support", "odense", "skift-laege"]
    assert base.origin["skift-laege"].path == folder / "opgaver" / "skift-laege.yaml"
    assert base.origin["skift-laege"].kind == "opgave"
    assert list(base.words) == ["partshøring"]


def test_later_folder_wins(write_kb: WriteKb) -> None:
    first = write_kb(SMALL_BASE, "first")
    second = write_kb({"opgaver/skift-laege.yaml": swapped(TASK, "Skift læge", "Ny læge i Odense")}, "second")
    base = load([first, second])
    assert base.problems == []
    assert title_of(base, "skift-laege") == "Ny læge i Odense"
    assert base.origin["skift-laege"].path.is_relative_to(second)
    assert title_of(load([second, first]), "skift-laege") == "Skift læge"
    assert len(base.entries) == len(load([first]).entries)


def test_later_folder_wins_over_another_kind_too(write_kb: WriteKb) -> None:
    first = write_kb({"blanketter/fd-001a.yaml": FORM}, "first")
    second = write_kb({"opgaver/fd-001a.yaml": swapped(TASK, "skift-laege", "fd-001a")}, "second")
    base = load([first, second])
    assert base.problems == []
    assert title_of(base, "fd-001a") == "Skift læge"


def test_later_folder_wins_a_word_of_the_glossary_and_the_others_stay(write_kb: WriteKb) -> None:
    first = write_kb({"ordbog.yaml": f"{GLOSSARY}- ord: agterskrivelse\n"}, "first")
    second = write_kb({"ordbog.yaml": "ord:\n- ord: partshøring\n  betyder: Lokalt.\n"}, "second")
    base = load([first, second])
    assert base.words["partshøring"].means == "Lokalt."
    assert set(base.words) == {"partshøring", "agterskrivelse"}


def test_an_entry_that_is_overruled_is_not_held_to_the_rules(write_kb: WriteKb) -> None:
    """What was wrong with it is mended by the one that wins."""
    first = write_kb({"opgaver/skift-laege.yaml": f"{TASK}se_også: [findes-ikke]\n"}, "first")
    second = write_kb({"opgaver/skift-laege.yaml": TASK}, "second")
    assert load([first, second]).problems == []


def test_a_broken_entry_in_a_later_folder_leaves_the_earlier_one(write_kb: WriteKb) -> None:
    first = write_kb({"opgaver/skift-laege.yaml": TASK}, "first")
    second = write_kb({"opgaver/skift-laege.yaml": "id: skift-laege\n"}, "second")
    base = load([first, second])
    assert title_of(base, "skift-laege") == "Skift læge"
    assert base.broken == [second / "opgaver" / "skift-laege.yaml"]


def test_same_id_twice_in_one_folder_keeps_the_first_and_leaves_the_other_out(write_kb: WriteKb) -> None:
    folder = write_kb(
        {"blanketter/fd-001a.yaml": FORM, "opgaver/fd-001a.yaml": swapped(TASK, "skift-laege", "fd-001a")}
    )
    base = load([folder])
    assert [found.code for found in base.problems] == ["B033"]
    assert title_of(base, "fd-001a") == "Ansøgning om fritagelse"
    assert base.broken == [folder / "opgaver" / "fd-001a.yaml"]


def test_one_broken_file_does_not_take_the_others_with_it(write_kb: WriteKb) -> None:
    folder = write_kb({**SMALL_BASE, "opgaver/aa.yaml": "a: [", "opgaver/zz.yaml": b"\xff", "steder/dir.yaml": None})
    base = load([folder])
    assert len(base.entries) == len(SMALL_BASE) - 1
    assert sorted(base.broken) == [folder / "opgaver/aa.yaml", folder / "opgaver/zz.yaml", folder / "steder/dir.yaml"]
    assert sorted({found.file for found in base.problems}) == sorted(base.broken)


def test_a_broken_glossary_leaves_the_entries(write_kb: WriteKb) -> None:
    base = load([write_kb({**SMALL_BASE, "ordbog.yaml": "ord:\n- partshøring\n"})])
    assert [(found.code, found.line, found.column) for found in base.problems] == [("B023", 2, 3)]
    assert "skift-laege" in base.entries
    assert base.words == {}


def test_problems_come_sorted_by_file_and_line(write_kb: WriteKb) -> None:
    spoilt = f"xx: 1\n{TASK}yy: 2\n"
    base = load([write_kb({"opgaver/b.yaml": spoilt, "opgaver/a.yaml": spoilt, "blanketter/c.yaml": "zz: 1\n"})])
    assert base.problems == sorted(base.problems)
    assert base.problems[0].file.stem == "c"


def test_other_files_and_folders_are_left_alone(write_kb: WriteKb) -> None:
    others: dict[str, str | bytes | None] = {
        "opgaver/.skift-laege.yaml.swp": b"\x00", "opgaver/.skjult.yaml": "a: [", "opgaver/~skift.yaml": "a: [",
        "opgaver/skift-laege.yaml~": "a: [", "opgaver/LICENSE": "x", "LICENSE": "x", "andet/x.yaml": "a: [",
        "x.yaml": "a: [",
    }  # fmt: skip
    folder = write_kb({**SMALL_BASE, **others})
    assert len(list(kb_files([folder]))) == len(SMALL_BASE)
    assert load([folder]).problems == []


def test_a_folder_without_anything_is_an_empty_base(tmp_path: Path) -> None:
    assert load([tmp_path]) == Base()


def test_no_folder_is_an_empty_base() -> None:
    assert load([]) == Base()


def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        load([tmp_path / "gone"])


@needs_links
def test_a_link_that_leads_nowhere_is_a_broken_file(write_kb: WriteKb) -> None:
    folder = write_kb(SMALL_BASE)
    link = folder / "steder" / "link.yaml"
    link.symlink_to(folder / "gone.yaml")
    base = load([folder])
    assert base.broken == [link]
    assert [found.code for found in base.problems] == ["B001"]


def test_a_staff_line_in_a_local_folder_is_kept_from_the_shared_entries(write_kb: WriteKb) -> None:
    shared = write_kb({"opgaver/skift-laege.yaml": f"{TASK}fuldmagt: Ring 20 57 07 20.\n"}, "shared")
    local = write_kb({"steder/hotline.yaml": STAFF_PLACE}, "local")
    assert load([shared]).problems == []
    assert [found.code for found in load([shared, local]).problems] == ["B039"]


def test_entries_with_windows_line_ends_and_byte_order_mark_are_like_any_other(write_kb: WriteKb) -> None:
    windows = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in SMALL_BASE.items()}
    base = load([write_kb(windows)])
    assert base.problems == []
    assert base.entries == load([write_kb(SMALL_BASE, "linux")]).entries


# --- The base that is shipped ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped_base() -> Base:
    return load([shipped("kb")])


# This one reads kb/ itself: it fails while an entry there is being written or names one that is not written yet.
def test_the_shipped_base_has_no_broken_file_and_no_error(shipped_base: Base) -> None:
    assert shipped_base.entries
    assert shipped_base.broken == []
    errors = [f"{found} {found.cure}" for found in shipped_base.problems if found.error]
    assert errors == []


def _holds_staff_number(text: str) -> bool:
    return STAFF_NUMBER in re.sub(r"\s", "", text)


def test_the_staff_number_is_in_no_shipped_text_for_citizens(shipped_base: Base) -> None:
    for entry in shipped_base.entries.values():
        if isinstance(entry, Place) and entry.audience == "personale":
            continue
        for path, text in citizen_texts(entry):
            assert not _holds_staff_number(text), f"{entry.id}: {path}"


def test_the_staff_number_is_shipped_only_in_a_place_for_staff(shipped_base: Base) -> None:
    holders = [
        entry
        for entry in shipped_base.entries.values()
        if _holds_staff_number(msgspec.json.encode(entry).decode("utf-8"))
    ]
    assert holders, "the guard has something to guard"
    for entry in holders:
        assert isinstance(entry, Place), entry.id
        assert entry.audience == "personale", entry.id


def test_the_staff_number_is_in_no_other_shipped_file_either(shipped_base: Base) -> None:
    """Also in files that could not be read, and in remarks."""
    for file in kb_files([shipped("kb")]):
        if _holds_staff_number(file.path.read_text(encoding="utf-8", errors="replace")):
            entry = shipped_base.entries.get(file.path.stem)
            assert isinstance(entry, Place), file.path
            assert entry.audience == "personale", file.path


def test_the_guard_knows_the_number_in_every_spacing() -> None:
    assert _holds_staff_number("Ring 20 57 07 20.")
    assert _holds_staff_number("Ring 2057\u00a00720.")
    assert not _holds_staff_number(PLACE)
