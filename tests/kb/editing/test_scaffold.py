"""A new entry's file: every key of the model, explained; refused where it would hurt."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

from blanket.errors import BlanketError, Exit
from blanket.kb.editing.scaffold import check_id, make_entry, scaffold
from blanket.kb.files import KIND_FOLDERS, KbFile
from blanket.kb.format.json_schema import SCHEMA_FOLDER, schema_line, write_schemas
from blanket.kb.format.key_order import key_order
from blanket.kb.format.model import MODELS, Entry
from blanket.kb.format.parts import Contact, Weekday
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.schema import decode
from blanket.kb.format.subjects import SUBJECTS
from tests.conftest import SMALL_BASE, WriteKb

KINDS = list(KIND_FOLDERS)


def uncommented(text: str) -> str:
    """The scaffold with every key taken into use: a `#` that is not followed by a space and a letter is taken away."""
    lines = [line for line in text.splitlines() if not re.match(r"# \S", line)]
    return "\n".join(re.sub(r"^( *)#(?=[^#])", r"\1", line) for line in lines) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_the_model_stands_in_it(kind: str) -> None:
    read = read_bytes(uncommented(scaffold(kind, "et-id")).encode(), Path("a.yaml"))
    assert read.problems == []
    assert list(read.data) == key_order(MODELS[kind])
    assert set(read.data) == {field.encode_name for field in msgspec.structs.fields(MODELS[kind])}
    if "kontakt" in read.data:
        assert set(read.data["kontakt"][0]) == {field.encode_name for field in msgspec.structs.fields(Contact)}


@pytest.mark.parametrize("kind", KINDS)
def test_required_keys_are_live_and_no_other(kind: str) -> None:
    read = read_bytes(scaffold(kind, "et-id").encode(), Path("a.yaml"))
    required = {field.encode_name for field in msgspec.structs.fields(MODELS[kind]) if field.required}
    assert set(read.data) == required


@pytest.mark.parametrize("kind", KINDS)
def test_every_description_of_the_model_stands_in_it(kind: str) -> None:
    text = " ".join(scaffold(kind, "et-id").replace("\n#", " ").split())
    for field in msgspec.structs.fields(MODELS[kind]):
        if field.encode_name != "id":
            description = get_args(field.type)[-1].description  # the last is the field's own
            assert " ".join(description.split()) in text, field.encode_name


@pytest.mark.parametrize("kind", KINDS)
def test_first_line_is_for_the_editor_and_lines_are_short(kind: str) -> None:
    lines = scaffold(kind, "et-id").splitlines()
    assert lines[0] == schema_line(kind)
    assert max(map(len, lines)) <= 130
    assert not any(line.endswith(" ") for line in lines)


def test_unfinished_entry_is_never_shown() -> None:
    document = read_bytes(scaffold("opgave", "et-id").encode(), Path("et-id.yaml"))
    assert decode(document, MODELS["opgave"]) is None
    assert {found.code for found in document.problems} == {"B022"}


def test_choices_stand_in_their_own_order() -> None:
    assert ", ".join(SUBJECTS) in " ".join(scaffold("opgave", "a").replace("\n#", " ").split())
    assert "man, tir, ons, tor" in scaffold("sted", "a")
    assert get_args(Weekday)[0] == "man"


def test_filled_in_it_is_an_entry() -> None:
    values = {"titel": "Ny", "emne": "bolig", "myndighed": "Kommunen", "kort": "Kort.", "sted": "mitid-support"}
    text = scaffold("opgave", "ny")
    for key, value in values.items():
        text = re.sub(rf"^(- )?{key}:(?=\s)", rf"\g<0> {value}", text, count=1, flags=re.MULTILINE)
    document = read_bytes(text.encode(), Path("ny.yaml"))
    entry = decode(document, MODELS["opgave"])
    assert document.problems == []
    assert isinstance(entry, Entry)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_written_where_its_kind_lies(kind: str, write_kb: WriteKb) -> None:
    own = write_kb({})
    file = make_entry(kind, "et-id", own=own, folders=[own])
    assert file == own / KIND_FOLDERS[kind] / "et-id.yaml"
    assert file.read_text(encoding="utf-8") == scaffold(kind, "et-id").partition("\n")[2]


def test_an_editor_is_pointed_to_a_schema_only_where_there_is_one(write_kb: WriteKb) -> None:
    """Stumble 20: a line that leads nowhere makes VS Code complain on every file."""
    own = write_kb({})
    first = make_entry("opgave", "et-id", own=own, folders=[own]).read_text(encoding="utf-8")
    assert "$schema" not in first
    write_schemas(own.parent / SCHEMA_FOLDER, ["opgave"])
    second = make_entry("opgave", "to-id", own=own, folders=[own]).read_text(encoding="utf-8")
    assert second.splitlines()[0] == schema_line("opgave")


@pytest.mark.parametrize("kind", KINDS)
def test_no_list_is_begun_in_brackets(kind: str) -> None:
    """Stumble 4: in [a, b] a comma of a text makes two items of it."""
    assert "[]" not in scaffold(kind, "et-id")


@pytest.mark.parametrize(
    "typed",
    [
        "Skift Læge",
        "skift--laege",
        "-a",
        "a_b",
        "a/../b",
        "",
        "con",
        "lpt1",
        "ordbog",
        "no",
        "on",
        "null",
        "true",
        "12",
        "007",
        "0x1f",
    ],
)
def test_what_can_be_no_file_name_is_refused(typed: str) -> None:
    with pytest.raises(BlanketError) as refused:
        check_id(typed, "skift-laege")
    assert refused.value.code == Exit.WRONG_USE
    assert refused.value.cure


def test_a_better_id_is_suggested() -> None:
    with pytest.raises(BlanketError, match="Brug fx skift-laege"):
        check_id("Skift læge", "skift-laege")


def test_a_taken_id_is_refused_whatever_kind_and_folder(write_kb: WriteKb) -> None:
    shipped, own = write_kb(SMALL_BASE, "shipped"), write_kb({"steder/halv.yaml": "id: ["}, "own")
    for taken in ("skift-laege", "fd-001a", "odense", "halv"):
        with pytest.raises(BlanketError, match=taken) as refused:
            make_entry("opgave", taken, own=own, folders=[shipped, own])
        assert "blanket kb ret" in refused.value.cure
    assert not (own / "opgaver").exists()


def test_never_over_a_file(write_kb: WriteKb, monkeypatch: pytest.MonkeyPatch) -> None:
    own = write_kb({"opgaver/ny.yaml": "# mit"})

    def blind(identifier: str, folders: Any) -> KbFile | None:
        return None

    monkeypatch.setattr("blanket.kb.editing.scaffold.file_of", blind)  # as when it is made between looking and writing
    with pytest.raises(BlanketError, match="findes allerede"):
        make_entry("opgave", "ny", own=own, folders=[own])
    assert (own / "opgaver/ny.yaml").read_text(encoding="utf-8") == "# mit"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "opgaver").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(BlanketError, match="kan ikke skrives"):
        make_entry("opgave", "ny", own=tmp_path, folders=[])
