"""Asking: what the words of a query stand for, what each weighs and where it is found."""

from __future__ import annotations

import sqlite3

import pytest

from blanket.search.asking import Evidence, QueryWord, rarity, understand, weight_of
from blanket.search.engine import search
from blanket.search.matching import Match
from blanket.search.sqlite_lexicon import SqliteLexicon
from blanket.search.words import query_words, word
from tests.search.conftest import Indexed, task


def understood(db: sqlite3.Connection, query: str) -> list[QueryWord]:
    lexicon = SqliteLexicon(db)
    return understand(lexicon, query_words(query), lexicon.count())


def points(db: sqlite3.Connection, query: str) -> float:
    return search(db, query)[0].points


def ids(db: sqlite3.Connection, query: str) -> list[str]:
    return [hit.id for hit in search(db, query)]


def test_of_two_matches_the_surer_and_of_two_findings_the_stronger_one_stays() -> None:
    sure, unsure = Match(1, 0.9, "exact", "læge", 1), Match(1, 0.5, "prefix", "læge", 1)
    strong, faint = Evidence(0.8, sure), Evidence(0.2, unsure)
    for matches, findings in (((sure, unsure), (strong, faint)), ((unsure, sure), (faint, strong))):
        item = QueryWord(word("læge"))
        item.add(matches)
        for found in findings:
            item.put(7, found)
        assert item.matches == {1: sure}
        assert item.evidence == {7: strong}


def test_the_rarer_a_word_the_more_it_weighs_and_never_nothing() -> None:
    assert rarity(1, 500) > rarity(50, 500) > rarity(500, 500)
    assert rarity(500, 500) == rarity(490, 500) > 0.3


def test_a_word_that_only_looks_like_others_is_rarer_than_they_and_commoner_than_an_unknown_one() -> None:
    item = QueryWord(word("bol"))
    item.add([Match(1, 0.7, "prefix", "bolig", 30), Match(2, 0.7, "prefix", "boldbane", 20)])
    assert rarity(50, 500) < weight_of(item, 500) < rarity(0, 500)


def test_a_mistyped_word_of_doing_weighs_as_one() -> None:
    item = QueryWord(word("hjjælp"))
    item.meant = [Match(1, 0.94, "typo", "hjælp", 30)]
    item.add(item.meant)
    assert weight_of(item, 500) < rarity(30, 500)


def test_a_mistyped_word_finds_what_begins_with_the_word_that_is_meant(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Handicap"), "b": task("b", "Handicapkørsel"), "c": task("c", "Pas")})
    assert ids(db, "hanidcap") == ids(db, "handicap") == ["a", "b"]


def test_a_small_word_that_is_a_slip_gives_way_to_a_word_of_the_entries_that_fingers_slip_to(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Min sidste vilje"), "b": task("b", "Min sidste skat")})
    assert ids(db, "min sidste vije")[0] == "a"  # vije is one letter from vide too, that says nothing


def test_a_slip_of_a_whole_word_is_seen_beside_a_known_tail(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Rejsekort"), "b": task("b", "Rejse med kort varsel")})
    assert ids(db, "rejssekort")[0] == "a"


def test_what_is_done_weighs_less_than_what_it_is_about(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Forny"), "b": task("b", "Kort")})
    assert ids(db, "forny kort")[0] == "b"


def test_the_tail_of_a_compound_says_what_it_is(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Fisk"), "b": task("b", "Suppe")})
    assert ids(db, "fiskesuppe") == ["b", "a"]


def test_a_mistyped_small_word_says_as_little_as_the_small_word(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Boligstøtte"), "b": task("b", "Hvede")})
    assert points(db, "ikkke boligstøtte") == points(db, "ikke boligstøtte")
    assert ids(db, "hvade") == ["b"]  # alone it is a word like others


def test_a_mistyped_small_word_counts_as_the_small_word_in_a_lay_phrase(indexed: Indexed) -> None:
    glossary = "ord:\n- ord: ikke digital\n  se: [b]\n"
    db = indexed({"a": task("a", "Digital post"), "b": task("b", "Meld flytning")}, glossary)
    assert ids(db, "er ikkke digital") == ids(db, "er ikke digital") == ["b", "a"]


def test_nobody_errs_in_the_first_letter_of_a_small_word(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Lav noget"), "b": task("b", "Kager")})
    assert ids(db, "lave kager") == ["b"]  # kage is no tage


@pytest.mark.parametrize("typed", ["fjensyn", "fjernsyyn", "fjersnyn"])
def test_a_mistyped_lay_word_leads_where_the_lay_word_does(indexed: Indexed, typed: str) -> None:
    tasks = {"a": task("a", "Noget"), "b": task("b", "Meld flytning")}
    db = indexed(tasks, "ord:\n- ord: fjernsyn\n  se: [b]\n")
    assert ids(db, typed) == ["b"]


def test_a_lay_phrase_may_hold_a_mistyped_word(indexed: Indexed) -> None:
    tasks = {"a": task("a", "Kortnummer"), "b": task("b", "Meld flytning")}
    db = indexed(tasks, "ord:\n- ord: gav kortnummer\n  se: [b]\n")
    assert ids(db, "gav kortnummmer")[0] == "b"


@pytest.mark.parametrize("begun", ["fjer", "fjerns", "stort fjer"])
def test_a_lay_word_may_be_only_begun(indexed: Indexed, begun: str) -> None:
    tasks = {"a": task("a", "Noget"), "b": task("b", "Meld flytning"), "c": task("c", "Andet")}
    glossary = "ord:\n- ord: fjernsyn\n  se: [b]\n- ord: stort fjernsyn\n  se: [b]\n"
    db = indexed(tasks, glossary)
    assert [hit.id for hit in search(db, begun, half_typed=True)] == ["b"]
    assert ids(db, begun) == []


def test_one_lay_word_does_not_beat_a_title_that_is_in_the_query(indexed: Indexed) -> None:
    tasks = {"a": task("a", "Få feriepenge udbetalt"), "b": task("b", "Skattekort")}
    db = indexed(tasks, "ord:\n- ord: fritidsjob\n  se: [b]\n")
    assert ids(db, "feriepenge fra fritidsjob") == ["a", "b"]


def test_a_word_of_the_glossary_is_no_mistyped_small_word(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Hvede"), "b": task("b", "Meld flytning")}, "ord:\n- ord: båd\n  se: [b]\n")
    assert "b" in ids(db, "båd hvede")  # båd is nearly både


def test_the_glossary_leads_to_a_whole_word_more_surely_than_to_one_of_two(indexed: Indexed) -> None:
    tasks = {"a": task("a", "Læge")}
    whole = indexed(tasks, "ord:\n- ord: doktor\n  brug: [læge]\n")
    sure = points(whole, "doktor")
    whole.close()
    assert points(indexed(tasks, "ord:\n- ord: doktor\n  brug: [dygtig læge]\n"), "doktor") < sure


@pytest.mark.parametrize("said", ["gul", "gul båd", "gul båd sejler", "gul båd sejler hurtigt"])
def test_a_phrase_of_up_to_four_words_leads_to_an_entry(indexed: Indexed, said: str) -> None:
    db = indexed({"a": task("a", "Noget"), "b": task("b", "Meld flytning")}, f"ord:\n- ord: {said}\n  se: [b]\n")
    assert ids(db, f"min {said}")[0] == "b"
