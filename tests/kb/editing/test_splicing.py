"""Setting keys: where a new one goes, what is refused, and that what is written reads back as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.kb.editing.edits import Edit, edited, verified
from blanket.kb.editing.splicing import set_keys
from blanket.kb.format.key_order import key_order
from blanket.kb.format.model import MODELS
from blanket.kb.format.reading import read_bytes
from tests.conftest import PLACE, TASK

ORDER = key_order(MODELS["opgave"])
KEY = {"kontrolleret": {"dato": "2026-11-22", "af": "Mette"}}
LINES = "kontrolleret:\n  dato: 2026-11-22\n  af: Mette\n"


def changed(text: str, changes: dict[str, object] | None = None, order: list[str] = ORDER) -> str:
    return set_keys(text.encode(), Path("a.yaml"), changes or KEY, order).decode()  # type: ignore[arg-type]


def refused(text: str, changes: dict[str, object] | None = None) -> bool:
    try:
        changed(text, changes)
    except BlanketError:
        return True
    return False


def test_what_would_read_back_as_something_else_is_refused() -> None:
    """A block text at the very end has no line end of its own; with a key below it, it gets one."""
    assert refused("id: a\nkort: |\n  Tekst")
    assert changed("id: a\nkort: |-\n  Tekst") == f"id: a\nkort: |-\n  Tekst\n{LINES.rstrip()}"


@pytest.mark.parametrize(
    "there",
    [
        "{dato: 2026-01-01, af: Per, mere: x}",
        "{dato: 2026-01-01}",
        "{dato: 2026-01-01, hvem: Per}",
        "\n  dato: 2026-01-01\n  af: [Per]",
    ],
)
def test_an_old_mapping_with_other_keys_is_refused(there: str) -> None:
    assert refused(f"{TASK}kontrolleret: {there}\n")


@pytest.mark.parametrize("text", ["{id: a, titel: b}\n", "{id: a,\n titel: b}\n", "---\n{id: a}\n"])
def test_a_file_on_one_line_is_refused(text: str) -> None:
    assert refused(text)
    assert refused(text, {"id": "b"})


@pytest.mark.parametrize("value", ["[a, b]", "[a,\n  b]", "[a,\n  b\n  ]", "[]", "{a: b,\n  c: d}"])
@pytest.mark.parametrize("remark", ["", "   # sidst"])
def test_a_new_key_goes_below_a_list_in_brackets(value: str, remark: str) -> None:
    text = f"id: a\nsøgetest: {value}{remark}\n# slut\n"
    assert changed(text) == text.replace("# slut\n", f"{LINES}# slut\n")


@pytest.mark.parametrize(("kind", "title"), [("opgave", "titel"), ("sted", "navn"), ("kommune", "navn")])
def test_the_order_of_keys_begins_with_what_the_entry_is_called(kind: str, title: str) -> None:
    assert key_order(MODELS[kind])[:4] == ["id", "tidligere_id", title, "søgeord"]


def test_a_key_goes_to_its_place_where_there_is_no_subject() -> None:
    order = key_order(MODELS["sted"])
    assert changed(PLACE, {"målgruppe": "Alle"}, order) == PLACE.replace("telefon:", "målgruppe: Alle\ntelefon:")


def test_several_keys_are_set_at_once() -> None:
    text = changed(TASK, {"titel": "Ny læge", "fuldmagt": "Spørg.", **KEY})
    data = read_bytes(text.encode(), Path("a.yaml")).data
    assert (data["titel"], data["fuldmagt"], data["kontrolleret"]) == ("Ny læge", "Spørg.", KEY["kontrolleret"])


@pytest.mark.parametrize("value", ["a\nb", "a'b", "a'b\nc", "linje\n"])
@pytest.mark.parametrize("quotes", ["'", '"', ""])
def test_a_value_reads_back_whatever_quotes_were_there(value: str, quotes: str) -> None:
    text = changed(TASK.replace("Skift læge", f"{quotes}Skift læge{quotes}"), {"titel": value})
    assert read_bytes(text.encode(), Path("a.yaml")).data["titel"] == value


def test_edits_are_made_from_behind_so_that_places_stay_true() -> None:
    edits = [Edit(0, 1, "xyz"), Edit(4, 5, ""), Edit(2, 2, "-")]
    assert edited("abcde", edits) == "xyzb-cd"


def test_only_what_was_meant_is_let_through() -> None:
    document = read_bytes(b"a: 1\nb: 2\n", Path("a.yaml"))
    swapped = [Edit(0, 10, "b: 2\na: 1\n")]
    after = verified(document, swapped, {"a": 1, "b": 2})
    assert after is not None
    assert after.text == "b: 2\na: 1\n"
    assert verified(document, swapped, {"a": 1, "b": 2}, order=["a", "b"]) is None
    assert verified(document, [Edit(3, 4, "2")], {"a": 1, "b": 2}) is None
    assert verified(document, [Edit(3, 4, "[")], {"a": 1, "b": 2}) is None
