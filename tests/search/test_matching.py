"""Matching: which words of the index a typed word may stand for, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from blanket.search import matching, weights
from blanket.search.sqlite_lexicon import SqliteLexicon
from blanket.search.words import word
from tests.search.conftest import Indexed, task

Holding = Callable[..., SqliteLexicon]


@pytest.fixture
def holding(indexed: Indexed) -> Holding:
    """`holding("Fælde", "Fald")` is the lexicon of a base whose tasks have these titles."""

    def build(*titles: str) -> SqliteLexicon:
        return SqliteLexicon(indexed({f"t-{n}": task(f"t-{n}", title) for n, title in enumerate(titles)}))

    return build


def shown(matches: list[matching.Match]) -> list[str]:
    return [match.shown for match in matches]


def sure(matches: list[matching.Match], word_: str) -> float:
    return next(match.sure for match in matches if match.shown == word_)


@pytest.mark.parametrize(("length", "slips"), [(3, 0), (4, 1), (7, 1), (8, 2), (20, 2)])
def test_longer_words_may_hold_more_slips(length: int, slips: int) -> None:
    assert matching.typo_limit(length) == slips


def test_a_word_of_three_letters_is_never_mistyped(holding: Holding) -> None:
    assert matching.mistyped(holding("Hus"), word("hos")) == []


def test_a_letter_too_few_and_a_letter_too_many(holding: Holding) -> None:
    lexicon = holding("Briller")
    assert shown(matching.mistyped(lexicon, word("briler"))) == ["briller"]
    assert shown(matching.mistyped(lexicon, word("brilller"))) == ["briller"]


def test_of_slips_only_the_fewest_count(holding: Holding) -> None:
    lexicon = holding("Kontakten", "Kontrakten")
    assert shown(matching.mistyped(lexicon, word("kontrakken"))) == ["kontrakten"]


def test_dots_that_were_typed_are_meant_and_missing_ones_forgiven(holding: Holding) -> None:
    lexicon = holding("Fald", "Støtte")
    assert sure(matching.exact(lexicon, word("fald")), "fald") == 1.0
    assert sure(matching.exact(lexicon, word("fælde")), "fald") < 0.75  # another word
    assert 0.9 < sure(matching.exact(lexicon, word("stotte")), "støtte") < 1.0


def test_a_longer_beginning_is_surer(holding: Holding) -> None:
    lexicon = holding("Boligstøtte")
    short = sure(matching.alike(lexicon, word("bol")), "boligstøtte")
    assert sure(matching.alike(lexicon, word("boligst")), "boligstøtte") > short + 0.05


def test_a_compound_is_cut_into_words_of_the_index(holding: Holding) -> None:
    lexicon = holding("Barn", "Penge", "Tandlæge", "Regning")
    assert [(shown(heads), shown(tails)) for heads, tails in matching.parts(lexicon, word("børnepenge"))] == [
        (["barn"], ["penge"])
    ]
    assert matching.parts(lexicon, word("tandlægeregnnig")) == []
    mistyped = matching.parts(lexicon, word("tandlægeregnnig"), mistyped_too=True)
    assert [(shown(heads), shown(tails)) for heads, tails in mistyped] == [(["tandlæge"], ["regning"])]


def test_a_short_word_begins_others_as_it_was_typed_and_not_as_its_stem(holding: Holding) -> None:
    lexicon = holding("Kontrol", "Konebytte")
    assert shown(matching.alike(lexicon, word("kone"))) == ["konebytte"]


def test_what_holds_a_digit_is_like_no_other_word(holding: Holding) -> None:
    lexicon = holding("OD2a12", "OD2b")
    assert matching.alike(lexicon, word("od2")) == matching.mistyped(lexicon, word("od2b1")) == []


def test_of_two_words_as_near_the_one_that_fingers_slip_to_is_surer(holding: Holding) -> None:
    lexicon = holding("Skat", "Smat")
    found = matching.mistyped(lexicon, word("slat"))
    assert sure(found, "skat") > sure(found, "smat") > 0  # k lies beside l, and m far away


def test_two_letters_that_meet_by_a_slip_spell_no_other_one(holding: Holding) -> None:
    lexicon = holding("Førtidspension")
    found = matching.mistyped(lexicon, word("førtidsoension"))
    assert sure(found, "førtidspension") == weights.ONE_SLIP


def test_a_slip_is_seen_in_an_inflection_that_no_entry_has(holding: Holding) -> None:
    lexicon = holding("Personnummer")
    assert shown(matching.mistyped(lexicon, word("personnunmeret"))) == ["personnummer"]
    assert shown(matching.mistyped(lexicon, word("nunmeret"))) == []  # what is before its ending is too short


def test_known_tails_and_short_heads_are_taken_off(holding: Holding) -> None:
    lexicon = holding("Skilsmisse", "Minicrosser", "Indrejseskema", "Udrejse")
    assert shown(matching.without_known_part(lexicon, word("skilsmissebevis"))) == ["skilsmisse"]
    assert shown(matching.without_known_part(lexicon, word("elcrosser"))) == ["minicrosser"]
    assert shown(matching.without_known_part(lexicon, word("udrejseskema"))) == ["udrejse"]


def test_a_word_of_another_language_may_end_otherwise(holding: Holding) -> None:
    lexicon = holding("Wohnung", "Wohngeld", "Emekli")
    assert shown(matching.other_endings(lexicon, word("Wohnungen"))) == ["wohnung"]
    assert matching.other_endings(lexicon, word("Wo")) == []


def test_of_an_unknown_compound_the_end_leads_on(holding: Holding) -> None:
    lexicon = holding("Fuldmagt", "Magt")
    assert shown(matching.known_tail(lexicon, word("kærestefuldmagt"))) == ["fuldmagt"]  # the longest end
    assert matching.known_tail(lexicon, word("overmagt")) == []  # four letters end many words


def test_a_short_word_with_an_ending_is_another_word(holding: Holding) -> None:
    lexicon = holding("Fritage", "Fritidshjem", "Skolebo")
    assert shown(matching.alike(lexicon, word("frit"))) == ["fritidshjem"]
    assert shown(matching.alike(lexicon, word("skole"))) == ["skolebo"]


def test_bare_letters_find_strong_plurals(holding: Holding) -> None:
    lexicon = holding("Barn")
    assert shown(matching.exact(lexicon, word("born"))) == shown(matching.exact(lexicon, word("børn"))) == ["barn"]
