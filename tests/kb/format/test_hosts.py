"""Addresses in running text: as they stand, without the sentence's own signs."""

from __future__ import annotations

import pytest

from blanket.kb.format.hosts import addresses_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se https://www.borger.dk/flytning.", ["https://www.borger.dk/flytning"]),
        ("(http://odense.dk/a), HTTPS://B.dk/!”", ["http://odense.dk/a", "HTTPS://B.dk/"]),
        ("https://www.borger.dk/hvad?", ["https://www.borger.dk/hvad?"]),  # the whole text: kept to the letter
        ("www.borger.dk og borger.dk/flytning", []),
        ("https://", ["https://"]),
    ],
)
def test_an_address_is_found_without_the_signs_of_its_sentence(text: str, found: list[str]) -> None:
    assert addresses_in(text) == found
