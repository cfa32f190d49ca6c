"""Which kommune a name means."""

from __future__ import annotations

import pytest

from blanket.desk.kommuner import kommuner_meant, unknown
from blanket.kb.base import load
from blanket.kb.format.model import Municipality
from blanket.paths import shipped

KNOWN = {
    "aarhus": "Aarhus Kommune",
    "aeroe": "Ærø Kommune",
    "bornholm": "Bornholms Regionskommune",
    "faaborg-midtfyn": "Faaborg-Midtfyn Kommune",
    "fanoe": "Fanø Kommune",
    "frederiksberg": "Frederiksberg Kommune",
    "frederikshavn": "Frederikshavn Kommune",
    "hoeje-taastrup": "Høje-Taastrup Kommune",
    "koebenhavn": "Københavns Kommune",
    "nordfyns": "Nordfyns Kommune",
    "odense": "Odense Kommune",
    "soenderborg": "Sønderborg Kommune",
    "svendborg": "Svendborg Kommune",
    "vejle": "Vejle Kommune",
    "vejen": "Vejen Kommune",
    "morsoe": "Morsø Kommune",
    "vesthimmerlands": "Vesthimmerlands Kommune",
}
SAID = [
    ("Aeroe", "aeroe"),
    ("Ærø", "aeroe"),
    ("ærø kommune", "aeroe"),
    ("Aero", "aeroe"),
    ("Faaborg", "faaborg-midtfyn"),
    ("Fåborg", "faaborg-midtfyn"),
    ("faaborg midtfyn", "faaborg-midtfyn"),
    ("Midtfyn", "faaborg-midtfyn"),
    ("Århus", "aarhus"),
    ("Arhus", "aarhus"),
    ("Høje Tåstrup", "hoeje-taastrup"),
    ("Taastrup", "hoeje-taastrup"),
    ("København", "koebenhavn"),
    ("Kobenhavn", "koebenhavn"),
    ("Københavns Kommune", "koebenhavn"),
    ("Nordfyn", "nordfyns"),
    ("Vesthimmerland", "vesthimmerlands"),
    ("Bornholm", "bornholm"),
    ("Bornholms Regionskommune", "bornholm"),
    ("Kommune Odense", "odense"),
    ("Odense Kommunes", "odense"),
    ("ODENSE", "odense"),
    ("Sonderborg", "soenderborg"),
    ("svend", "svendborg"),
    ("Mors", "morsoe"),
    ("fan", "fanoe"),
]


@pytest.mark.parametrize(("said", "identifier"), SAID)
def test_a_name_is_understood_as_people_write_it(said: str, identifier: str) -> None:
    assert kommuner_meant(said, KNOWN) == ([identifier], True)


@pytest.mark.parametrize(
    ("said", "identifier"), [("svenborg", "svendborg"), ("Odnse", "odense"), ("soenderbrog", "soenderborg")]
)
def test_a_misspelt_name_is_a_guess(said: str, identifier: str) -> None:
    assert kommuner_meant(said, KNOWN) == ([identifier], False)


def test_the_beginning_of_several_names_means_each_of_them() -> None:
    assert kommuner_meant("frederiks", KNOWN) == (["frederiksberg", "frederikshavn"], True)
    assert "Frederiksberg Kommune eller Frederikshavn Kommune" in unknown("frederiks", KNOWN).what


@pytest.mark.parametrize("said", ["", "  ", "kommune", "atlantis", "x", "\x00", "010190-1234", "ø" * 400])
def test_what_is_no_kommune_means_none(said: str) -> None:
    assert kommuner_meant(said, KNOWN).ids == []


@pytest.mark.parametrize("said", ["svenborg", "frederiks", "atlantis", "x"])
def test_what_is_said_about_a_name_is_short(said: str) -> None:
    error = unknown(said, {**KNOWN, **{f"by-{number}": f"By {number} Kommune" for number in range(98)}})
    assert len(f"{error.what} {error.cure}") < 200


def test_each_kommune_is_found_by_its_own_names() -> None:
    known = {one.id: one.title for one in load([shipped("kb")]).entries.values() if isinstance(one, Municipality)}
    assert len(known) == 98
    for identifier, title in known.items():
        for said in (identifier, title, title.removesuffix(" Kommune"), title.upper()):
            assert kommuner_meant(said, known) == ([identifier], True), said
