"""Words: spellings that must be one word, and words that must stay apart."""

from __future__ import annotations

import pytest

from blanket.search.words import (
    content,
    fold,
    is_form_number,
    is_other_language,
    number_key,
    number_keys,
    query_words,
    word,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("læge", "laege"),
        ("læge", "LÆGE"),
        ("boligstøtte", "boligstotte"),
        ("boligstøtten", "boligstøtte"),
        ("flytter", "flytte"),
        ("børn", "barn"),
        ("tænder", "tand"),
        ("hjulpet", "hjælp"),
        ("ledige", "ledig"),
        ("ledighed", "ledig"),
        ("billigste", "billig"),
        ("lejligheder", "lejlighed"),
        ("leveret", "levering"),
        ("på", "paa"),
        ("sundhedscentre", "sundhedscenter"),
        ("centeret", "centret"),
        ("museer", "museum"),
        ("gymnasiet", "gymnasier"),
        ("Führerschein", "fuhrerschein"),
    ],
)
def test_spellings_and_inflections_are_one_word(one: str, other: str) -> None:
    assert word(one).bare == word(other).bare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ledig", "leder"), ("bolig", "bold"), ("skifteret", "skifte"), ("pas", "pæn"), ("lejlighed", "leje"),
        ("billet", "bil"), ("billigst", "bil"), ("værelse", "være"), ("rettigheder", "retten"), ("levering", "leve"),
        ("fødder", "føde"), ("indsigt", "indsigelse"), ("varighed", "vare"), ("sidde", "side"),
    ],
)  # fmt: skip
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert word(one).stem != word(other).stem


@pytest.mark.parametrize("typed", ["FD 001A", "fd001a", "FD-1A", "fd 1a", "Fd.001a", "FD001 A"])
def test_a_form_number_in_every_spelling(typed: str) -> None:
    assert number_key(typed) == "fd1a"


@pytest.mark.parametrize(
    ("typed", "key"),
    [("04.003", "4003"), ("04003", "4003"), ("LÆ 125", "lae125"), ("5-800-014-0815", "58000140815"), ("OD2/A", "od2a")],
)
def test_other_styles_of_number(typed: str, key: str) -> None:
    assert number_key(typed) == key


@pytest.mark.parametrize("typed", ["læge", "mitid", "2 a", "", "boligstøtte 2026 ansøgning"])
def test_what_is_no_form_number(typed: str) -> None:
    assert number_key(typed) is None


def test_a_number_inside_a_query_is_found() -> None:
    assert "fd1a" in number_keys("jeg skal bruge blanket FD 001A i dag")


def test_a_hyphenated_word_is_its_parts_and_itself() -> None:
    assert [item.folded for item in words("e-Boks")] == ["e", "boks", "eboks"]


def test_stop_words_go_unless_there_is_nothing_else() -> None:
    assert [item.folded for item in content(query_words("jeg skal have ny læge"))] == ["ny", "laege"]
    assert [item.folded for item in content(query_words("hvad er det"))] == ["hvad", "er", "det"]


def test_fold_takes_every_mark_off() -> None:
    assert fold("Ærø Ångström São") == "aeroe aangstroem sao"


@pytest.mark.parametrize(
    "query", ["what do I need", "ich möchte umziehen", "jak dostać kartę", "як отримати", "I lost my card"]
)
def test_a_query_in_another_language_is_known_by_its_small_words(query: str) -> None:
    assert is_other_language(query_words(query))


@pytest.mark.parametrize(
    "query", ["hvad skal jeg gøre", "mitid", "flytte til England", "min mand er død", "it-hjælp", "bor i by"]
)
def test_danish_is_not_another_language(query: str) -> None:
    assert not is_other_language(query_words(query))


@pytest.mark.parametrize("typed", ["DP 200", "fd001a", "04.003", "FA1 2"])
def test_a_number_of_a_form_is_known_by_its_look(typed: str) -> None:
    assert is_form_number(typed) == (typed != "FA1 2")
