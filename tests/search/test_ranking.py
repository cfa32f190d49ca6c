"""Ranking: which entry wins, by rule and not by phrase."""

from __future__ import annotations

import sqlite3

import pytest

from blanket.search import weights
from blanket.search.engine import guesses, search
from blanket.search.ranking import Hit
from tests.conftest import FORM, PLACE
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
    assert [hit.id for hit in search(db, "hvad vil jeg leve af")] == ["pension"]  # half of them is not enough


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


def test_a_short_word_that_only_looks_like_another_is_never_sure(indexed: Indexed) -> None:
    db = indexed({"hest": task("hest", "Hest", "hest"), "laege": task("laege", "Skift læge", "lægevalg")})
    assert [(first(db, query).id, first(db, query).weak) for query in ("hest", "heest", "hets", "lægevlag")] == [
        ("hest", False),
        ("hest", True),
        ("hest", True),
        ("laege", False),  # a longer word with a slip is no guess
    ]


def test_a_word_of_the_title_is_not_sure_beside_a_rare_word_that_nothing_covers(indexed: Indexed) -> None:
    db = indexed(HOUSING | {f"t-{n}": task(f"t-{n}", f"Sag {n}") for n in range(60)})
    assert not first(db, "tandlæge").weak
    assert first(db, "tandlæge kvantemekanik").weak


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


def test_a_title_with_three_slips_is_a_guess_and_a_part_of_a_keyword_is_none(indexed: Indexed) -> None:
    tasks = {"a": task("a", "Xylofonspil"), "b": task("b", "Noget", keywords="fagotkoncert på scenen")}
    db = indexed(tasks)
    assert search(db, "xylovonspxk") == []
    assert [hit.id for hit in guesses(db, "xylovonspxk")] == ["a"]
    assert search(db, "fagtokoncrte") == []
    assert guesses(db, "fagtokoncrte") == []


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


def form(identifier: str, title: str, more: str = "") -> str:
    """A form with a title, and further keys."""
    return FORM.replace("id: fd-001a", f"id: {identifier}").replace("Ansøgning om fritagelse", title) + more


def test_an_id_is_its_entry_before_all_words(indexed: Indexed) -> None:
    hit = first(indexed({**HOUSING, "andet": task("andet", "Flyt")}), " FLYT")
    assert (hit.id, hit.points, hit.why) == ("flyt", 100.0, "id")


def test_a_withdrawn_form_stands_below_its_living_twin(indexed: Indexed) -> None:
    gone = form("a", "Rullestol").replace("status: gælder", "status: udgået")
    db = indexed({}, **{"blanketter__a.yaml": gone, "blanketter__b.yaml": form("b", "Rullestol")})
    assert ids(db, "rullestol") == ["b", "a"]


def test_what_is_far_behind_the_best_is_left_out(indexed: Indexed) -> None:
    tasks = {"a": task("a", "Xylofon på kursus"), "b": task("b", "Andet", "kursus i violin og bratsch")}
    db = indexed(tasks)
    assert ids(db, "xylofon kursus") == ["a"]
    assert [hit.id for hit in search(db, "xylofon kursus", everything=True)] == ["a", "b"]


def test_what_was_not_read_of_a_common_word_is_read_for_the_best(
    indexed: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = {f"kort-{n}": task(f"kort-{n}", "Kort", "kort, kortet") for n in range(5)}
    db = indexed({**tasks, "fisk": task("fisk", "Fisk uden", text="Du skal have et kort.")})
    whole = search(db, "fisk kort")
    monkeypatch.setattr(weights, "MOST_EXACT", 2)
    assert search(db, "fisk kort")[0] == whole[0]


def test_whoever_asks_for_a_form_gets_the_form_first(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Boligstøtte", "skema")}, **{"blanketter__b.yaml": form("b", "Skema til boligstøtte")})
    assert ids(db, "boligstøtte") == ["a", "b"]
    assert ids(db, "skema til boligstøtte")[0] == "b"
    assert ids(db, "boligstøtteskema")[0] == "b"


def test_a_task_before_a_form_that_fits_a_little_better(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Søg boligstøtte")}, **{"blanketter__b.yaml": form("b", "Boligstøtte")})
    assert ids(db, "boligstøtte") == ["a", "b"]


def test_ties_go_by_kind_and_then_by_id(indexed: Indexed) -> None:
    place = PLACE.replace("mitid-support", "a").replace("MitID Support", "Rullestol")
    forms = {f"blanketter__{name}.yaml": form(name, "Rullestol") for name in ("b", "c")}
    db = indexed({}, **{"steder__a.yaml": place}, **forms)
    assert ids(db, "rullestol") == ["b", "c", "a"]


def test_a_number_that_goes_on_with_a_letter_is_found_when_there_is_no_other(indexed: Indexed) -> None:
    lettered = {"blanketter__a.yaml": form("a", "Ansøgning", "nummer: DP 200A\n")}
    assert ids(indexed({}, **lettered), "dp 200") == ["a"]
    whole = {"blanketter__b.yaml": form("b", "Ansøgning", "nummer: DP 200\n")}
    assert search(indexed({}, **lettered, **whole), "dp 200")[0].id == "b"


def test_a_form_number_among_words_stands_above_what_the_words_mean(indexed: Indexed) -> None:
    numbered = {"blanketter__a.yaml": form("a", "Ansøgning", "nummer: FD 001A\n")}
    db = indexed({"b": task("b", "Xylofon og kage")}, **numbered)
    hit = first(db, "fd 001a xylofon og kage")
    assert (hit.id, hit.weak) == ("a", False)
    assert hit.points > 99


def test_at_most_three_reasons_are_said(indexed: Indexed) -> None:
    hit = first(indexed({"a": task("a", "Hund kat hest fisk fugl")}), "hund kat hest fisk fugl")
    assert len(hit.why.split(", ")) == 3


def test_a_word_that_stands_only_in_a_text_is_no_guess(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Noget", text="Her står bratsch.", more="godt_at_vide: [Du får en xylofon.]\n")})
    assert guesses(db, "xyolfonn") == []


def test_a_narrow_search_sees_what_the_best_of_all_would_hide(indexed: Indexed) -> None:
    tasks = {f"t-{n:03}": task(f"t-{n:03}", "Rullestol") for n in range(45)}
    db = indexed(tasks, **{"blanketter__z.yaml": form("z", "Ansøgning", "søgeord: [hjælp til rullestol]\n")})
    assert [hit.id for hit in search(db, "rullestol", kinds=frozenset({"blanket"}))] == ["z"]


def test_small_words_tell_two_titles_apart(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Med kort"), "b": task("b", "Uden kort")})
    assert ids(db, "uden kort")[0] == "b"


def test_what_a_text_says_once_is_better_than_nothing_and_weak(indexed: Indexed) -> None:
    db = indexed(
        {f"t-{n}": task(f"t-{n}", f"Titel {n}", more="godt_at_vide: [Du får en xylofon.]\n") for n in range(5)}
    )
    hits = search(db, "xylofon")
    assert len(hits) == 3
    assert all(hit.weak for hit in hits)


@pytest.mark.parametrize("begun", ["bo", "bol", "boligs", "boligstøt", "hjælp til husle"])
def test_the_last_word_may_be_only_begun(indexed: Indexed, begun: str) -> None:
    hits = search(indexed(HOUSING), begun, half_typed=True)
    assert hits[0].id == "boligstoette"


def test_a_word_that_is_whole_may_still_be_a_beginning(indexed: Indexed) -> None:
    db = indexed({"a": task("a", "Ældre"), "b": task("b", "Ældrecheck")})
    assert [hit.id for hit in search(db, "ældre", half_typed=True)] == ["a", "b"]


@pytest.mark.parametrize("number", ["dp 999", "DP999", "04.999"])
def test_a_number_that_no_form_has_is_not_answered_by_another_form(indexed: Indexed, number: str) -> None:
    db = indexed({}, **{"blanketter__a.yaml": form("a", "DP ansøgning 04", "nummer: DP 200\n")})
    assert search(db, number) == []
    assert guesses(db, number) == []
    assert ids(db, "dp 200") == ["a"]


def test_a_form_that_is_named_counts_more_than_one_that_only_holds_the_words(indexed: Indexed) -> None:
    named = form("b", "Andet", "søgeord: [kræve penge ind]\n")
    holds = form("a", "Andet", "søgeord: [kræve penge ind fra en anden]\n")
    first_, second = search(
        indexed({}, **{"blanketter__a.yaml": holds, "blanketter__b.yaml": named}), "kræve penge ind"
    )
    assert first_.id == "b"
    assert first_.points > 1.25 * second.points
