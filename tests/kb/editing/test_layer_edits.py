"""A layer is changed where it stands: every way that people write one keeps its comments, and nothing else moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from blanket.errors import BlanketError
from blanket.kb.editing.layer_edits import with_change, with_new_change, without_change
from tests.conftest import MUNICIPALITY

FILE = Path("kommuner/odense.yaml")
BLOCK = """\
lag:
  skift-laege:
    ret:
    # det, vi gør på en anden måde
    - nøgle: papir.trin.1   # numre tælles fra 1
      til: Mød op mandag.
      før: Ring til din kommune.
    - nøgle: kort
      til: 'Vores egne ord.'   # aftalt i marts
    tilføj: {godt_at_vide: [Vi har åbent lørdag.]}
  andet:
    skjul: ja   # bruges ikke
"""
INDENTED = """\
lag:
    skift-laege:
        ret:
            - nøgle: papir.trin.1
              til: >-
                Mød op
                mandag.
              før: Ring til din kommune.

            - nøgle: kort
              til: Vores egne ord.
        tilføj: {godt_at_vide: [Vi har åbent lørdag.]}
    andet: {skjul: ja}
"""
FLOW = """\
lag:
  skift-laege:
    ret: [{nøgle: papir.trin.1, til: Mød op mandag., før: Ring til din kommune.}, {nøgle: kort, til: Vores egne ord.}]
    tilføj: {godt_at_vide: [Vi har åbent lørdag.]}
  andet: {skjul: ja}
"""
WAYS = {"block": BLOCK, "indented": INDENTED, "flow": FLOW}
SPELT = {name: MUNICIPALITY + text for name, text in WAYS.items()}


def data(content: bytes) -> Any:
    return yaml.safe_load(content)


def comments(content: bytes | str) -> list[str]:
    text = content.decode() if isinstance(content, bytes) else content
    return [line.split("#", 1)[1] for line in text.splitlines() if "#" in line]


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("number", "change"),
    [
        (0, {"nøgle": "papir.trin.1", "til": "Mød op tirsdag.", "før": "Ring først."}),
        (0, {"nøgle": "papir.trin.2", "til": "Mød op mandag.", "før": "Ring til din kommune."}),
        (1, {"nøgle": "kort", "til": "Vores egne ord.", "før": "Du kan vælge: en ny læge."}),
        (1, {"nøgle": "kort", "til": ["a", "b"], "før": {"x": [1]}}),
    ],
)
def test_a_change_gets_another_value(way: str, ends: str, number: int, change: dict[str, Any]) -> None:
    before = SPELT[way].replace("\n", ends).encode()
    after = with_change(before, FILE, "skift-laege", number, change)
    wanted = data(before)
    wanted["lag"]["skift-laege"]["ret"][number] = change
    assert data(after) == wanted
    assert comments(after) == comments(before)
    assert after.count(b"\r\n") == (after.count(b"\n") if ends == "\r\n" else 0)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", [0, 1])
def test_a_change_is_taken_out(way: str, number: int) -> None:
    before = SPELT[way].encode()
    after = without_change(before, FILE, "skift-laege", number)
    wanted = data(before)
    del wanted["lag"]["skift-laege"]["ret"][number]
    assert data(after) == wanted
    assert "skjul: ja" in after.decode()
    last = without_change(after, FILE, "skift-laege", 0)
    assert data(last)["lag"]["skift-laege"]["ret"] == []
    assert data(last)["lag"]["andet"] == wanted["lag"]["andet"]


@pytest.mark.parametrize("way", ["block", "indented"])
def test_a_change_more_and_a_layer_more(way: str) -> None:
    before = SPELT[way].encode()
    new = {"nøgle": "titel", "til": "Byt læge", "før": "Skift læge"}
    for said, number in (("skift-laege", 2), ("andet", 0), ("bestil-pas", 0)):
        if said == "andet" and way == "indented":
            continue  # a layer on one line: see below
        after = with_new_change(before, FILE, said, new)
        wanted = data(before)
        wanted["lag"].setdefault(said, {}).setdefault("ret", []).append(new)
        assert number == len(wanted["lag"][said]["ret"]) - 1
        assert data(after) == wanted
        assert comments(after) == comments(before)


def test_the_first_layer_of_a_file() -> None:
    new = {"nøgle": "titel", "til": "Byt læge", "før": "Skift læge"}
    after = with_new_change(MUNICIPALITY.encode(), FILE, "skift-laege", new)
    assert data(after)["lag"] == {"skift-laege": {"ret": [new]}}
    again = with_new_change(after, FILE, "bestil-pas", new)
    assert list(data(again)["lag"]) == ["skift-laege", "bestil-pas"]


def test_what_would_lose_a_comment_is_refused_with_what_to_write() -> None:
    new = {"nøgle": "titel", "til": "Byt læge", "før": "Skift læge"}
    with pytest.raises(BlanketError) as refused:
        with_new_change(
            f"{MUNICIPALITY}lag: {{andet: {{skjul: ja}},  # bruges ikke\n  }}\n".encode(), FILE, "bestil-pas", new
        )
    assert "Byt læge" in refused.value.cure


@pytest.mark.parametrize("text", ["id: [", "- a\n", MUNICIPALITY, MUNICIPALITY + "lag: {}\n"])
def test_a_file_without_that_change_is_left_alone(text: str) -> None:
    with pytest.raises(BlanketError):
        with_change(text.encode(), FILE, "skift-laege", 0, {"nøgle": "kort", "til": "a"})
    with pytest.raises(BlanketError):
        without_change(text.encode(), FILE, "skift-laege", 0)
