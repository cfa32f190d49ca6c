"""Which fields are text, and for whom: every field says so, and what it says is what the handout shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import Struct

from blanket.kb.format.glossary import Glossary, Word
from blanket.kb.format.model import MODELS, Entry
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.roles import leaves, leaves_of, references
from blanket.kb.format.schema import decode
from tests.conftest import JOURNEY, MUNICIPALITY, TASK

# A task with a word of its own in every text: the word says whom it is for.
MARKED = (
    TASK.replace("Du kan vælge en ny læge.", "Borgerkort.")
    + """\
søgeord: [ingenord]
digital: {adresse: "https://www.borger.dk/", trin: [Borgernet.]}
papir: {trin: [Borgerpapir.]}
medbring: [Borgertaske]
frister: [{tekst: Borgerfrist., kilde: Ingenkilde}]
gebyr: [{tekst: Borgerpris., kilde: Ingenkilde}]
fuldmagt: Borgerfuldmagt.
godt_at_vide: [Borgerråd.]
personale: {må: [Personalemå.], må_ikke: [Personaleikke.], noter: [Personalenote.]}
usikkert: [Personaletvivl.]
kilder: [{navn: Ingenkilde, læst: 2026-11}]
"""
)


def entry_of(text: str, kind: str) -> Entry:
    found = decode(read_bytes(text.encode(), Path("x.yaml")), MODELS[kind])
    assert found is not None
    return found


@pytest.mark.parametrize("model", [*MODELS.values(), Glossary, Word])
def test_every_text_of_the_model_has_a_role(model: type[Struct]) -> None:
    assert list(leaves(model, {})) == []  # the walk is laid out for the whole model, and a field without a role fails


def test_a_text_is_for_whom_its_field_says() -> None:
    for leaf in leaves_of(entry_of(MARKED, "opgave")):
        for word, reader in (("Borger", "citizen"), ("Personale", "staff"), ("ngen", "nobody")):
            if leaf.text.startswith(word) and leaf.path[0] != "kontakt":
                assert leaf.role.reader == reader, leaf


def test_references_stand_where_ids_stand_keys_of_a_kommune_too() -> None:
    text = MUNICIPALITY + "hjælper_ikke_med: [{tekst: a, opgaver: [ny-laege]}]\nopgaver: {skift-laege: {noter: [b]}}\n"
    assert list(references(entry_of(text, "kommune"))) == [
        (("hjælper_ikke_med", 0, "opgaver", 0), "ny-laege", ("opgave", "forløb")),
        (("opgaver", "skift-laege"), "skift-laege", ("opgave", "forløb")),
    ]


def test_data_that_does_not_fit_the_model_is_passed_over() -> None:
    data = {"titel": ["a"], "kort": "b", "kontakt": "c", "xx": "d", "papir": {"trin": [1, "e", None]}, "digital": []}
    assert [(leaf.path, leaf.text) for leaf in leaves(MODELS["opgave"], data)] == [
        (("kort",), "b"),
        (("papir", "trin", 1), "e"),
    ]


def test_a_field_may_keep_all_that_is_in_it_out_of_the_search() -> None:
    staff = "personale: {noter: [a]}\n"
    for kind, text, weight in (("opgave", TASK + staff, "text"), ("forløb", JOURNEY + staff, "")):
        (note,) = [leaf for leaf in leaves_of(entry_of(text, kind)) if leaf.path[0] == "personale"]
        assert (note.role.reader, note.role.weight) == ("staff", weight)
