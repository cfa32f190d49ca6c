"""Reading one file: what comes out as data, and that no file, however broken, can stop the program."""

from __future__ import annotations

import os
import re
import tempfile
import time
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings

from blanket.kb.base import load
from blanket.kb.format import reading
from blanket.kb.format.file_rules import MAX_BYTES
from blanket.kb.format.quick import MAX_DEPTH
from blanket.kb.format.reading import MAX_PROBLEMS, Document, read_bytes, read_file
from tests.conftest import SMALL_BASE, TASK, WriteKb, write_files
from tests.kb.mutated import mutated_entries
from tests.kb.samples import Sample
from tests.kb.samples_rules import SAMPLES

FILE = Path("a.yaml")


def read(text: str) -> Document:
    return read_bytes(text.encode("utf-8"), FILE)


def codes(document: Document) -> list[str]:
    return [found.code for found in document.problems]


# --- What comes out -------------------------------------------------------------------------------------------------


def test_plain_data_comes_out_with_the_place_of_every_key_and_value() -> None:
    document = read("id: a\nkontakt:\n- navn: Lægen\n  tider: [{fra: '9'}]\n")
    assert document.problems == []
    assert document.data == {"id": "a", "kontakt": [{"navn": "Lægen", "tider": [{"fra": "9"}]}]}
    assert document.place(("kontakt",), key=True) == (2, 1)
    assert document.place(("kontakt", 0, "navn")) == (3, 9)
    assert document.place(("kontakt", 0, "tider", 0, "fra"), key=True) == (4, 12)


def test_a_path_that_is_not_there_has_the_place_of_its_nearest_parent() -> None:
    document = read("id: a\ndigital:\n  trin: [b]\n")
    assert document.place(("digital", "trin", 7)) == (3, 9)
    assert document.place(("findes", "ikke")) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("70128063", 70128063),
        ('"70 12 80 63"', "70 12 80 63"),
        ("10:30", 630),  # YAML 1.1 counts in sixties: the form check then says what to do
        ("yes", True),
        ("Nej", "Nej"),
        ("2026-11-30", "2026-11-30"),  # no date objects: the model has its own form for dates
        ("0x_", "0x_"),
        ("9" * 5000, "9" * 5000),
        ("~", None),
        ("'æøå 😀'", "æøå 😀"),
        ('"\\u00e6\\tb\\n"', "æ\tb\n"),
        ("|\n  to\n  linjer\n", "to\nlinjer\n"),
    ],
)
def test_values_are_read_as_typed(typed: str, value: object) -> None:
    document = read(f"a: {typed}\n")
    assert document.problems == []
    assert document.data == {"a": value}


def test_what_is_no_text_is_kept_as_it_was_typed_too() -> None:
    document = read("a: 10:30\nb: [YES]\nc: '10:30'\n")
    assert document.places.raw[("a",)] == "10:30"
    assert document.places.raw[("b", 0)] == "YES"
    assert ("c",) not in document.places.raw


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Linux", "Windows", "old Mac"])
def test_line_ends_of_every_system_give_the_same_places(end: str) -> None:
    document = read(f"id: a{end}{end}titel: Læge{end}søgeord: [b, c]{end}")
    assert document.data == {"id": "a", "titel": "Læge", "søgeord": ["b", "c"]}
    assert document.place(("titel",)) == (3, 8)
    assert document.place(("søgeord", 1)) == (4, 14)


def test_byte_order_mark_is_accepted_and_moves_no_column() -> None:
    document = read_bytes(b"\xef\xbb\xbf" + TASK.encode(), FILE)
    assert document.problems == []
    assert document.data["id"] == "skift-laege"
    assert document.place(("id",)) == (1, 5)


def test_columns_count_characters_not_bytes() -> None:
    document = read("æøå: [😀, b]\n")
    assert document.place(("æøå", 1)) == (1, 10)


def test_a_tab_inside_a_line_is_no_problem() -> None:
    assert read("a:\tb\nc: d\te\n").data == {"a": "b", "c": "d\te"}


def test_deepest_nesting_that_is_allowed_can_be_read() -> None:
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == []
    assert codes(read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))) == ["B006"]


def test_largest_file_that_is_allowed_can_be_read() -> None:
    text = b"a: b\n#"
    assert read_bytes(text + b"x" * (MAX_BYTES - len(text)), FILE).data == {"a": "b"}
    assert codes(read_bytes(text + b"x" * (MAX_BYTES - len(text) + 1), FILE)) == ["B005"]


# --- What is wrong --------------------------------------------------------------------------------------------------


def test_every_duplicate_key_is_reported_in_one_go() -> None:
    document = read("a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n")
    assert document.data is None
    assert [(found.code, found.line, found.column) for found in document.problems] == [
        ("B012", 2, 11),
        ("B012", 3, 1),
        ("B012", 4, 1),
    ]


def test_the_same_key_in_two_places_is_no_duplicate() -> None:
    assert read("a: {b: 1}\nc: {b: 1}\nd: [{b: 1}, {b: 1}]\n").problems == []


def test_one_file_never_has_more_problems_than_anybody_would_read() -> None:
    assert len(read("a: 1\n" * 500).problems) == MAX_PROBLEMS


def test_a_broken_file_gives_no_data() -> None:
    assert read("a: 1\nb: [\n").data is None


def test_aliases_cannot_blow_a_file_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 60)]
    started = time.process_time()
    assert codes(read("\n".join(lines))) == ["B007"]
    assert time.process_time() - started < 1


def test_no_tag_ever_builds_an_object(tmp_path: Path) -> None:
    trace = tmp_path / "was-here"
    assert codes(read(f"a: !!python/object/apply:os.mkdir ['{trace.as_posix()}']\n")) == ["B010"]
    assert not trace.exists()


def test_a_file_that_is_gone_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    (found,) = read_file(tmp_path / "gone.yaml").problems
    assert (found.code, found.line, found.column) == ("B001", 1, 1)
    assert "den findes ikke" in found.message


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything; Windows has no such permissions"
)
def test_a_file_that_may_not_be_read_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(TASK, encoding="utf-8")
    file.chmod(0)
    (found,) = read_file(file).problems
    assert found.code == "B001"
    assert "adgang" in found.message


@pytest.mark.parametrize(
    "sample", [sample for sample in SAMPLES if not sample.model], ids=lambda sample: f"{sample.code} {sample.name}"
)
def test_places_are_the_same_without_the_parser_in_c(
    sample: Sample, write_kb: WriteKb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_LOADER", yaml.SafeLoader)
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    folder = write_kb(sample.contents())
    file, line, column = sample.position()
    assert [(found.code, found.file, found.line, found.column) for found in sample.problems(folder)] == [
        (sample.code, folder / file, line, column)
    ]


# --- Whatever a file holds ------------------------------------------------------------------------------------------


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(mutated_entries())
@example(("opgaver/skift-laege.yaml", b""))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b'digital: {adresse: "https://[", trin: [a]}\n'))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"godt_at_vide: [" + b"a." * 100_000 + b"]\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"godt_at_vide: [" + b"a" * 200_000 + b"]\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode().replace(b"\n", b"\r\n")))
def test_no_spoilt_entry_raises_or_takes_long_and_every_problem_is_inside_of_its_file(
    entry: tuple[str, bytes],
) -> None:
    name, content = entry
    with tempfile.TemporaryDirectory() as folder:
        spoilt = write_files(Path(folder), {**SMALL_BASE, name: content}) / name
        started = time.process_time()
        base = load([Path(folder)])
        assert time.process_time() - started < 1
        lines = re.split(r"\r\n|\r|\n", content.decode("utf-8-sig", "replace"))
        for found in base.problems:
            assert found.message
            assert found.cure
            assert not {"Cc", "Cs"} & {unicodedata.category(sign) for sign in found.message + found.cure}
            if found.file == spoilt:
                assert 1 <= found.line <= len(lines)
                assert 1 <= found.column <= len(lines[found.line - 1]) + 1
        if spoilt in base.broken:
            assert any(found.file == spoilt for found in base.problems), "what is left out is explained"
