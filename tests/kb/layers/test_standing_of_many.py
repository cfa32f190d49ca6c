"""A base of many kommuner: which vouches hold, and how few fingerprints it takes to see it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from blanket.kb.base import Base, load
from blanket.kb.format.model import Municipality
from blanket.kb.layers import fingerprints
from blanket.kb.layers import standing as room
from blanket.kb.layers.standing import Standing, mark_of, standing
from blanket.kb.layers.vouches import Vouch
from tests.conftest import MUNICIPALITY, PLACE, SMALL_BASE, WriteKb

TASK = SMALL_BASE["opgaver/skift-laege.yaml"] + (
    "- sted: mitid-support\n- {navn: Kontoret, telefon: '11 22 33 44', kilde: Loven, region: nordjylland}\n"
)
# What a kommune's file says -> whether the task is another one there.
SAID = {
    "aarhus": ("lag: {skift-laege: {tilføj: {godt_at_vide: [Kom bare.]}}}\n", True),
    "billund": ("lag: {mitid-support: {ret: [{nøgle: telefon, til: '99 99 99 99', før: '33 98 00 10'}]}}\n", True),
    "esbjerg": ("region: syddanmark\n", True),
    "fanoe": ("opgaver: {skift-laege: {noter: [Spørg Mette.]}}\n", True),
    "aalborg": ("region: nordjylland\n", False),
    "odense": ("lag: {doedsfald: {tilføj: {godt_at_vide: [Kom bare.]}}}\n", False),
    "vejle": ("", False),
}


@pytest.fixture
def base(write_kb: WriteKb) -> Base:
    kommuner = {
        f"kommuner/{name}.yaml": MUNICIPALITY.replace("odense", name).replace("Odense", name.title()) + said
        for name, (said, _) in SAID.items()
    }
    files = {**SMALL_BASE, "opgaver/skift-laege.yaml": TASK, "steder/mitid-support.yaml": PLACE, **kommuner}
    found = load([write_kb(files)])
    assert len(kommuner_of(found)) == len(SAID)
    return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The entries whose fingerprints were made, one each time."""
    made: list[str] = []

    def counting(entry: Any, *rest: Any) -> str:
        made.append(entry.id)
        return fingerprints.of_entry(entry, *rest)

    monkeypatch.setattr(room, "of_entry", counting)
    return made


def kommuner_of(base: Base) -> dict[str, Municipality]:
    return {one.id: one for one in base.entries.values() if isinstance(one, Municipality)}


def seen(base: Base, mark: str) -> Standing:
    vouch = Vouch("skift-laege", mark, date(2026, 11, 1).isoformat(), "Mette", "Borgerservice")
    return standing(base.entries, base.former, kommuner_of(base).values(), {vouch.id: [vouch]})


@pytest.mark.parametrize("name", SAID)
def test_a_vouch_holds_of_the_entry_as_any_kommune_has_it(base: Base, name: str) -> None:
    task = base.entries["skift-laege"]
    mark = mark_of(task, base.entries, kommuner_of(base)[name])
    assert (mark != mark_of(task, base.entries, None)) is SAID[name][1]
    assert "skift-laege" in seen(base, mark).held


def test_a_vouch_of_the_shared_entry_takes_one_fingerprint_however_many_kommuner(
    base: Base, counted: list[str]
) -> None:
    mark = mark_of(base.entries["skift-laege"], base.entries, None)
    counted.clear()
    assert "skift-laege" in seen(base, mark).held
    assert counted == ["skift-laege"]


def test_an_ended_vouch_takes_one_fingerprint_more_a_kommune_that_changes_what_is_printed(
    base: Base, counted: list[str]
) -> None:
    assert "skift-laege" in seen(base, "0" * 16).ended
    assert len(counted) == 1 + sum(changes for _, changes in SAID.values())
