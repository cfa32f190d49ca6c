"""A layer takes the place of single keys, leaves the shared entry alone, and says what it could not do."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import yaml

from blanket.kb.format.layer_parts import Layer
from blanket.kb.format.model import Form, Municipality, Task
from blanket.kb.layers.fingerprints import of_entry, of_value
from blanket.kb.layers.laying import as_data, lay
from blanket.kb.layers.merging import with_own
from tests.conftest import FORM, MUNICIPALITY, TASK

MORE = "papir: {trin: [Ring., Skriv.]}\ngebyr: [{tekst: Det koster 225 kr., år: 2026, kilde: Loven}]\n"


def task(text: str = TASK + MORE) -> Task:
    return msgspec.convert(yaml.safe_load(text), Task)


def layer(text: str) -> Layer:
    return msgspec.convert(yaml.safe_load(text), Layer)


def kommune(more: str) -> Municipality:
    return msgspec.convert(yaml.safe_load(MUNICIPALITY + more), Municipality)


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("ret: [{nøgle: kort, til: Vores.}]", ("kort",), "Vores."),
        ("ret: [{nøgle: papir.trin.2, til: Mød op.}]", ("papir", "trin"), ["Ring.", "Mød op."]),
        ("ret: [{nøgle: kontakt.1.telefon, til: 66 13 13 72}]", ("kontakt", 0, "telefon"), "66 13 13 72"),
        ("ret: [{nøgle: gebyr.1.tekst, til: Her koster det 150 kr.}]", ("gebyr", 0, "tekst"), "Her koster det 150 kr."),
        ("tilføj: {papir.trin: [Vent.]}", ("papir", "trin"), ["Ring.", "Skriv.", "Vent."]),
        ("tilføj: {godt_at_vide: [Vi har kaffe.]}", ("godt_at_vide",), ["Vi har kaffe."]),
        ("tilføj: {personale.noter: [Husk nøglen.]}", ("personale", "noter"), ["Husk nøglen."]),
        (
            "tilføj: {personale.må_jeg: {ansatte: {svar: nej, fordi: sådan, kilde: Os selv}}}",
            ("personale", "må_jeg", "ansatte", "svar"),
            "nej",
        ),
        ("tilføj: {kontakt.1.sted: vores-sted}", ("kontakt", 0, "sted"), "vores-sted"),
        ("tilføj: {fuldmagt: Din søn må.}", ("fuldmagt",), "Din søn må."),
    ],
)
def test_what_a_layer_says_is_what_comes_out(text: str, key: tuple[Any, ...], value: object) -> None:
    shared = task()
    before = as_data(shared)
    laid = lay(shared, layer(text))
    found = as_data(laid.entry)
    for step in key:
        found = found[step]
    assert found == value
    assert as_data(shared) == before
    assert [trouble.why for trouble in laid.troubles if trouble.why not in ("unmarked",)] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ret: [{nøgle: papir.trin.3, til: Vent.}]", "missing"),
        ("ret: [{nøgle: papir.trin.0, til: Vent.}]", "missing"),
        ("ret: [{nøgle: fuldmagt, til: Vent.}]", "missing"),
        ("ret: [{nøgle: kort, til: [a]}]", "unfit"),
        ("ret: [{nøgle: id, til: andet}]", "unfit"),
        ("ret: [{nøgle: papir.trin, til: []}]", "unfit"),
        ("tilføj: {kort: Noget.}", "missing"),
        ("tilføj: {ukendt: Noget.}", "unfit"),
        ("tilføj: {papir.trin: [1]}", "unfit"),
    ],
)
def test_what_cannot_be_laid_is_left_out_named_and_hinders_nothing_else(text: str, why: str) -> None:
    also = layer(text)
    good = layer("ret: [{nøgle: titel, til: Byt læge, før: Skift læge}]")
    both = Layer(changes=(*also.changes, *good.changes), added=also.added)
    laid = lay(task(), both)
    assert [trouble.why for trouble in laid.troubles] == [why]
    assert laid.entry == msgspec.structs.replace(task(), title="Byt læge")


@pytest.mark.parametrize(
    ("was", "why"),
    [("før: Skift læge", []), ("før: Skift din læge", ["outdated"]), ("", ["unmarked"])],
)
def test_a_shared_value_that_changes_is_noticed(was: str, why: list[str]) -> None:
    text = "ret: [{nøgle: titel, til: Byt læge" + (f", {was}" if was else "") + "}]"
    assert [trouble.why for trouble in lay(task(), layer(text)).troubles] == why


def test_a_shared_value_that_says_the_same_by_now_is_noticed() -> None:
    laid = lay(task(), layer("ret: [{nøgle: titel, til: Skift læge, før: Læge}]"))
    assert [trouble.why for trouble in laid.troubles] == ["same"]


def test_an_own_file_is_laid_over_the_shared_one_key_by_key() -> None:
    shared = kommune(
        "noter: [Fælles.]\nsøgeord: [Fyn]\n"
        "lag:\n  skift-laege:\n    ret: [{nøgle: kort, til: A}, {nøgle: titel, til: B}]\n"
        "ubekræftet:\n- {hvad: adresse, tekst: Vej 1, kilde: Avisen, læst: 2026-11}\n"
        "- {hvad: tider, tekst: mandag, kilde: Avisen, læst: 2026-11}\n"
    )
    own = msgspec.convert(
        {
            "id": "odense",
            "navn": "Odense Kommune",
            "kort": "Vores.",
            "søgeord": ["Odense C"],
            "lag": {"skift-laege": {"ret": [{"nøgle": "kort", "til": "C"}]}},
            "afklaret": ["adresse"],
        },
        Municipality,
    )
    both = with_own(shared, own)
    assert both.summary == "Vores."
    assert both.contacts == shared.contacts
    assert both.notes == ("Fælles.",)
    assert both.keywords == ("Fyn", "Odense C")
    assert {change.key: change.to for change in both.layers["skift-laege"].changes} == {"kort": "C", "titel": "B"}
    assert [item.what for item in both.unconfirmed] == ["tider"]


def nobody(_: str) -> None:
    return None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Skift læge", "Byt læge"),
        ("225 kr.", "1.225 kr."),
        ("70 12 80 63", "70 12 80 64"),
        ("år: 2026", "år: 2027"),
        ("emne: sundhed", "emne: bolig"),
        ("papir:", "digital: {trin: [Log på.], pligt: ja}\npapir:"),
    ],
)
def test_what_somebody_reads_counts(old: str, new: str) -> None:
    text = TASK + MORE
    assert text.count(old) == 1
    assert of_entry(task(text.replace(old, new)), nobody) != of_entry(task(), nobody)


@pytest.mark.parametrize(
    "more",
    [
        "søgeord: [egen læge]\n",
        "søgetest: [ny læge]\n",
        "kilder: [{navn: Bogen, læst: 2026-11}]\n",
        "tidligere_id: [laege]\n",
        "kontrolleret: {dato: 2026-11, af: Mette}\n",
    ],
)
def test_what_nobody_reads_does_not(more: str) -> None:
    assert of_entry(task(TASK + MORE + more), nobody) == of_entry(task(), nobody)


def test_a_form_that_is_printed_counts_and_what_is_seen_also_does_not() -> None:
    form = msgspec.convert(yaml.safe_load(FORM), Form)
    other = msgspec.structs.replace(form, title="Et andet skema")
    uses = task(TASK + "papir: {trin: [Ring.], blanketter: [fd-001a]}\n")
    sees = task(TASK + "se_også: [fd-001a]\n")
    assert of_entry(uses, lambda _: form) != of_entry(uses, lambda _: other)
    assert of_entry(sees, lambda _: form) == of_entry(sees, lambda _: other)


def test_values_are_the_same_in_whatever_order_their_keys_stand() -> None:
    assert of_value({"a": 1, "b": [2]}) == of_value({"b": [2], "a": 1}) != of_value({"a": 1, "b": [3]})
