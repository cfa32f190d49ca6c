"""Ranking: which entry wins, by rule and not by phrase."""

from __future__ import annotations

import sqlite3

import pytest

from blanket.search.engine import guesses, search
from blanket.search.ranking import Hit
from tests.conftest import FORM
from tests.search.conftest import Indexed, task

HOUSING = {
    "boligstoette": task("boligstoette", "Søg boligstøtte", "hjælp til huslejen"),
    "laege": task("laege", "Skift læge", "lægevalg, lægehus"),
    "flyt": task("flyt", "Meld flytning", "ny adresse, folkeregister"),
    "tand": task(
        "tand", "Tilskud til tandlæge", "tandpleje", "Får du kontanthjælp, kan du få tilskud til læge og tandlæge."
    ),
}


def ids(db: sqlite3.Connection, query: str) -> list[str]:
    return [hit.id for hit in search(db, query)]


def first(db: sqlite3.Connection, query: str) -> Hit:
    return search(db, query)[0]


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("boligstøtte", "boligstoette"),
        ("boligstøtten", "boligstoette"),
        ("bolig støtte", "boligstoette"),
        ("bolistøtte", "boligstoette"),
        ("boligstotte", "boligstoette"),
        ("boilgstøtte", "boligstoette"),
        ("støtte", "boligstoette"),
        ("lægeskift", "laege"),
        ("ny laege", "laege"),
        ("folke register", "flyt"),
        ("tandlæge tilskud", "tand"),
    ],
)
def test_the_same_word_in_other_clothes(indexed: Indexed, query: str, right: str) -> None:
    assert first(indexed(HOUSING), query).id == right


def test_one_shared_word_does_not_beat_the_whole_phrase(indexed: Indexed) -> None:
    assert ids(indexed(HOUSING), "ny læge")[0] == "laege"


def test_exact_before_beginning_before_typo(indexed: Indexed) -> None:
    db = indexed(
        {
            "hund": task("hund", "Hund"),
            "hundetegn": task("hundetegn", "Hundetegn"),
            "hunt": task("hunt", "Hunt"),
        }
    )
    assert ids(db, "hund")[:2] == ["hund", "hundetegn"]


def test_title_before_text(indexed: Indexed) -> None:
    db = indexed({"a-text": task("a-text", "Andet", text="Her står xylofon."), "b-title": task("b-title", "Xylofon")})
    assert ids(db, "xylofon")[0] == "b-title"


def test_a_rare_word_weighs_more_than_a_common_one(indexed: Indexed) -> None:
    tasks = {f"kort-{n}": task(f"kort-{n}", f"Kort nummer {n}") for n in range(9)}
    db = indexed({**tasks, "fisk": task("fisk", "Fisketegn")})
    assert ids(db, "fisketegn kort")[0] == "fisk"


def test_form_numbers_stand_above_words(indexed: Indexed) -> None:
    form = FORM + "nummer: FD 001A\n"
    db = indexed({"x": task("x", "FD blanket 001")}, **{"blanketter__fd-001a.yaml": form})
    assert ids(db, "fd1a")[0] == "fd-001a"
    assert first(db, "FD-001A").why == "nummer FD 001A"


def test_the_glossary_leads_lay_words_to_ours_and_to_entries(indexed: Indexed) -> None:
    glossary = "ord:\n- ord: det gule kort\n  brug: [sundhedskort]\n- ord: ryge og rejse\n  se: [flyt]\n"
    db = indexed({**HOUSING, "kort": task("kort", "Få nyt sundhedskort")}, glossary)
    assert ids(db, "mit gule kort er væk")[0] == "kort"
    assert ids(db, "ryge rejse")[0] == "flyt"


def test_a_lay_phrase_with_one_telling_word_needs_its_small_words_too(indexed: Indexed) -> None:
    glossary = "ord:\n- ord: vil ikke leve\n  se: [livslinien]\n"
    tasks = {"livslinien": task("livslinien", "Tal med nogen"), "pension": task("pension", "Pension at leve af")}
    db = indexed(tasks, glossary)
    assert [hit.id for hit in search(db, "jeg vil ikke leve mere")][:1] == ["livslinien"]
    assert [hit.id for hit in search(db, "hvad skal jeg leve af")] == ["pension"]


def test_letters_with_dots_are_meant_and_bare_ones_may_be_short_for_them(indexed: Indexed) -> None:
    db = indexed({"kort": task("kort", "Spær dit kort"), "spor": task("spor", "Slet dine spor")})
    assert ids(db, "spar kortet")[0] == "kort"
    assert ids(db, "spærre kortet")[0] == "kort"
    assert ids(db, "sporre")[0] == "spor"
    assert first(db, "spørre mit kort").id == "kort"


def test_nothing_real_is_nothing(indexed: Indexed) -> None:
    db = indexed(HOUSING)
    assert ids(db, "asdfgh") == []
    assert ids(db, "pizza") == []


def test_a_weak_best_hit_is_said_to_be_weak(indexed: Indexed) -> None:
    hit = first(indexed(HOUSING), "kvantemekanik elefant tandlæge")
    assert hit.weak
    assert not first(indexed(HOUSING), "boligstøtte").weak


def test_a_short_word_that_only_looks_alike_is_weak(indexed: Indexed) -> None:
    db = indexed(
        {"hent": task("hent", "Hent en pakke"), "svind": task("svind", "Muskelsvind"), "hus": task("hus", "Hus")}
    )
    assert first(db, "hest").weak
    assert first(db, "mus").weak
    assert not first(db, "hus").weak
    assert not first(db, "hest og hus").weak


def test_a_short_word_that_is_only_half_alike_is_no_guess(indexed: Indexed) -> None:
    assert guesses(indexed({"x": task("x", "Få barn", "ciąża")}), "pizza") == []


def test_near_words_are_guesses(indexed: Indexed) -> None:
    db = indexed(HOUSING)
    assert search(db, "fltnig") == []
    assert [hit.id for hit in guesses(db, "fltnig")] == ["flyt"]
    assert guesses(db, "qqqqqqqq") == []


def test_the_same_question_gives_the_same_list(indexed: Indexed) -> None:
    db = indexed({f"ens-{n}": task(f"ens-{n}", "Ens") for n in range(5)})
    lists = {tuple(ids(db, "ens")) for _ in range(3)}
    assert lists == {tuple(f"ens-{n}" for n in range(5))}


@pytest.mark.parametrize(
    ("query", "why"),
    [("bolistøtte", "boligstøtte ≈ bolistøtte"), ("støtte", "støtte i boligstøtte"), ("lægeskift", "læge + skift")],
)
def test_why_is_said_in_words(indexed: Indexed, query: str, why: str) -> None:
    assert first(indexed(HOUSING), query).why == why


def test_hostile_queries_are_only_queries(indexed: Indexed) -> None:
    db = indexed(HOUSING)
    for query in ("'; DROP TABLE entry; --", '"', "*", "læge OR 1=1", "\x00", "x" * 10_000, "𝕏 🙂 مرحبا", "%", "_"):
        search(db, query)
        guesses(db, query)
    assert ids(db, "boligstøtte")[0] == "boligstoette"


def test_only_the_kinds_and_subjects_asked_for(indexed: Indexed) -> None:
    db = indexed(
        HOUSING, **{"blanketter__fd-001a.yaml": FORM.replace("Ansøgning om fritagelse", "Ansøgning om boligstøtte")}
    )
    assert {hit.kind for hit in search(db, "boligstøtte", kinds=frozenset({"blanket"}))} == {"blanket"}
    assert {hit.id for hit in search(db, "boligstøtte", subject="digital-post")} == {"fd-001a"}
