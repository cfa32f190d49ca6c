"""Files that look like entries and that nobody reads are named; what is no entry is let be; a pipe is never opened."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.kb.base import load, load_file
from blanket.kb.entries import read_entry
from blanket.kb.files import kb_files
from blanket.kb.review.checking import check, files_meant
from blanket.kb.unread import unread_files
from tests.conftest import SMALL_BASE, TASK, WriteKb
from tests.kb.samples import swapped

TODAY = date(2026, 11, 22)


def test_every_place_where_an_entry_is_not_read_is_named(write_kb: WriteKb) -> None:
    """Stumble 7."""
    names = ["opgaver/a.YAML", "opgaver/b.yaml.txt", "opgaver/2026/d.yaml", "forløb/e.yaml", "f.yaml", "opgave/g.yaml",
             "ordbog.yml"]  # fmt: skip
    folder = write_kb({**SMALL_BASE, **dict.fromkeys(names, TASK)})
    if not (folder / "OPGAVER").exists():  # where capitals count, as they do not on Windows, this is another folder
        names.append("Opgaver/c.yaml")
        folder = write_kb({**SMALL_BASE, **dict.fromkeys(names, TASK)}, "capitals")
    assert [found.file for found in unread_files([folder])] == sorted(folder / name for name in names)
    assert check([folder], None, TODAY).errors == len(names)


def test_a_folder_above_the_base_holds_nothing_but_files_that_are_not_read(write_kb: WriteKb) -> None:
    folder = write_kb(SMALL_BASE, "egen/kb").parent
    assert len(unread_files([folder])) == len(SMALL_BASE)


def test_what_is_no_entry_is_let_be(write_kb: WriteKb) -> None:
    others: dict[str, str | bytes | None] = {
        "opgaver/.skjult.yaml": TASK, "opgaver/~kladde.yaml": TASK, "opgaver/skift-laege.yaml~": TASK,
        ".github/workflow.yml": "name: tjek\nid: x\n", "mkdocs.yml": "site_name: kb\n", "noter.txt": "id: x\n",
        "laesninger/anna.tsv": "id\tfelt\n", "opgaver/tom.YAML": b"",
    }  # fmt: skip
    assert unread_files([write_kb({**SMALL_BASE, **others})]) == []


def test_a_check_of_named_files_names_no_others(write_kb: WriteKb) -> None:
    folder = write_kb({**SMALL_BASE, "f.yaml": TASK})
    assert check([folder], frozenset([folder / "opgaver/skift-laege.yaml"]), TODAY).errors == 0


# --- What a name stands for -----------------------------------------------------------------------------------------


def test_a_name_is_a_part_of_a_files_name_and_not_of_its_path(write_kb: WriteKb) -> None:
    folder = write_kb(SMALL_BASE)
    assert files_meant(["laege"], [folder])[0] == {folder / "opgaver/skift-laege.yaml"}
    for part in ("opgaver", "yaml"):
        with pytest.raises(BlanketError):
            files_meant([part], [folder])


def test_a_part_of_many_names_is_asked_about(write_kb: WriteKb) -> None:
    many = {f"opgaver/a-{n}.yaml": swapped(TASK, "skift-laege", f"a-{n}") for n in range(6)}
    with pytest.raises(BlanketError, match="6 filer: a-0, a-1"):
        files_meant(["a-"], [write_kb(many)])


@pytest.mark.parametrize(
    ("name", "says"), [("opgaver/a.YAML", "små bogstaver"), ("i.sqlite", "indeks"), ("noter.txt", "ligger ikke")]
)
def test_a_file_that_no_entry_can_be_is_called_what_it_is(write_kb: WriteKb, name: str, says: str) -> None:
    folder = write_kb({**SMALL_BASE, name: "id: a\n"})
    with pytest.raises(BlanketError, match=says):
        files_meant([str(folder / name)], [folder])


# --- How it is written ----------------------------------------------------------------------------------------------


def test_keys_and_texts_with_letters_in_two_parts_are_the_same_keys_and_texts(write_kb: WriteKb) -> None:
    text = f"{TASK}se_også: [fd-001a]\nsøgeord: [på øen]\n"
    whole = load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": text}, "whole")])
    parts = unicodedata.normalize("NFD", text)
    assert parts != text
    split = load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": parts}, "split")])
    assert split.problems == []
    assert split.entries == whole.entries


def test_the_same_key_in_one_and_in_two_parts_stands_twice(write_kb: WriteKb) -> None:
    twice = f"{TASK}se_også: [fd-001a]\n" + unicodedata.normalize("NFD", "se_også: [fd-001a]\n")
    base = load([write_kb({**SMALL_BASE, "opgaver/skift-laege.yaml": twice})])
    assert [found.code for found in base.problems] == ["B012"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(write_kb: WriteKb) -> None:
    folder = write_kb(SMALL_BASE)
    pipe = folder / "opgaver/b.yaml"
    os.mkfifo(pipe)
    (file,) = [file for file in kb_files([folder]) if file.path == pipe]
    assert [found.code for found in load_file(file).document.problems] == ["B001"]
    with pytest.raises(BlanketError, match="ikke en almindelig fil"):
        read_entry(pipe)


def test_a_folder_named_like_a_file_says_that_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(BlanketError, match="mappe"):
        read_entry(tmp_path / "a.yaml")
