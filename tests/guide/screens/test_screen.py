"""The one screen: how much of an entry fits, what is left out and counted, and where `?` stands."""

from __future__ import annotations

import statistics
from datetime import date, datetime
from typing import Any

import pytest

from blanket.desk.guiding import Guiding, full_guide, one_screen
from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.reckoning import Calendar
from blanket.guide.screens import at_a_glance, doubts
from blanket.guide.screens.screen import ROWS, Line, Row, Screen, rows, sentences
from blanket.guide.screens.staff import staff_guide
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from tests.conftest import TASK
from tests.guide.conftest import OpenKb

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)
THINGS = ("ting", "ting")


def said(screen: Screen, width: int = 80, most: int = ROWS) -> str:
    return "\n".join(row.text for row in rows(screen, width, most))


def shown(db: Any, identifier: str, *, role: str | None = None, kommune: str | None = None, net: bool = False) -> str:
    found = lookup.get(db, identifier)
    assert found is not None
    chosen = lookup.get(db, kommune) if kommune else None
    municipality = chosen.content if chosen and isinstance(chosen.content, Municipality) else None
    guide = staff_guide(db, found, municipality, NOON, role)
    uncertain = getattr(found.content, "uncertain", ())
    return "\n".join(row.text for row in rows(at_a_glance.screen_of(guide, uncertain, digital=net), 80))


def test_whole_parts_stand_and_the_rest_is_counted() -> None:
    items = ["a" * 40, "b" * 40, "c" * 40, "d" * 40]
    screen = Screen("T", [Line("Med:", items, between="; ", counts=(THINGS, 0), glued=False)])
    text = said(screen)
    assert "a" * 40 in text
    assert "b" * 40 in text
    assert "c" not in text
    assert "2 ting (--alt)" in text


def test_a_text_is_shortened_between_sentences() -> None:
    first, second = "Søg senest 5 dage efter.", "Det gælder " + "ikke " * 40
    screen = Screen("T", [Line("Frist:", [first, second], most=(2,))])
    assert f"{first} …" in said(screen)
    assert "gælder" not in said(screen)


def test_sentences_are_not_broken_at_abbreviations() -> None:
    assert sentences("Regn med ca. 3 uger. Spørg kl. 9.") == ["Regn med ca. 3 uger.", "Spørg kl. 9."]


def test_no_step_is_cut_however_short_the_room() -> None:
    steps = [f"Trin {number} " + "ord " * 30 + f"slut{number}." for number in range(12)]
    screen = Screen("T", [Line("Pris:", ["p " * 90])], "Uden nettet:", [Line("", [step]) for step in steps])
    text = said(screen, most=10)
    assert all(f"slut{number}." in text for number in range(12))


def test_what_is_least_urgent_goes_first_when_room_is_short() -> None:
    lines = [Line("Pris:", ["p " * 60], most=(2, 1)), Line("Frist:", ["f " * 60])]
    loose, tight = rows(Screen("T", lines), 80), rows(Screen("T", lines), 80, most=4)
    assert len(loose) == 5
    assert len(tight) == 4
    assert sum(row.text.count("f") for row in tight) == sum(row.text.count("f") for row in loose)


def test_lines_that_share_rows_never_take_more_than_four() -> None:
    lines = [Line("", ["ord " * 30], shared=True, counts=(THINGS, 0)) for _ in range(3)]
    text = said(Screen("T", lines))
    assert len([line for line in text.splitlines() if "ord" in line]) == 4
    assert "1 ting (--alt)" in text


def test_a_doubted_line_has_its_mark_in_the_margin() -> None:
    shown = rows(Screen("T", [Line("Pris:", ["5 kr."], doubt=True), Line("Frist:", ["i dag"])]), 80)
    assert [row.text[0] for row in shown[1:3]] == ["?", " "]


def test_rows_stay_within_the_width() -> None:
    screen = Screen("Titel " * 30, [Line("Med:", ["ord " * 50])], "H", [Line("", ["ord " * 50])])
    assert max(len(row.text) for row in rows(screen, 40)) <= 40
    assert all(isinstance(row, Row) for row in rows(screen, 40))


DOUBTED = TASK.replace(
    "kort: Du",
    """frister:
- {tekst: Skift inden 5 dage., kilde: "https://www.borger.dk/"}
- {tekst: Hent papiret bagefter., kilde: "https://www.borger.dk/"}
gebyr:
- {tekst: Det koster 225 kr., år: 2024, kilde: "https://www.borger.dk/"}
medbring: [dit sundhedskort]
papir:
  trin: [Ring til kommunen., Bed lægehuset om en udskrift af journalen.]
digital:
  trin: [Log på.]
godt_at_vide: [Du kan vente.]
kort: Du""",
)


def with_doubt(text: str) -> str:
    return f"{DOUBTED}usikkert: [{text}]\n"


@pytest.mark.parametrize(
    ("doubt", "line"),
    [
        ("Gebyret for 2026 er ikke fundet.", "Pris:"),
        ("Fristen står kun i én kilde.", "Frist:"),
        ("Telefontiden er ikke fundet.", "Ring:"),
        ("Om frivillige må, er ikke fundet.", "Må jeg hjælpe?"),
        ("Hvilke papirer der skal med, er ikke fundet.", "Med:"),
        ("At lægehuset giver en udskrift af journalen, er ikke fundet.", " 2. "),
    ],
)
def test_an_uncertain_point_marks_the_line_it_is_about_and_no_other(open_kb: OpenKb, doubt: str, line: str) -> None:
    text = shown(open_kb({"opgaver/skift-laege.yaml": with_doubt(doubt)}), "skift-laege")
    marked = [row for row in text.splitlines() if row.startswith("? ")]
    assert [row[2 : 2 + len(line)] for row in marked] == [line]
    assert "? er usikkert" in text


def test_a_price_that_nobody_knows_is_said_to_be_unknown(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": f"{TASK}usikkert: [Prisen er ikke fundet.]\n"})
    assert "? Pris:  Prisen er ikke fundet." in shown(db, "skift-laege")


def test_the_last_line_counts_what_is_not_shown(open_kb: OpenKb) -> None:
    text = shown(open_kb({"opgaver/skift-laege.yaml": DOUBTED}), "skift-laege")
    assert "1 trin på nettet (--net)" in text
    assert "1 frist" in text
    assert "1 råd" in text
    assert "Ikke kontrolleret" in text


def test_with_net_the_digital_steps_stand_instead(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": DOUBTED})
    assert "Log på." in shown(db, "skift-laege", net=True)
    assert "Ring til kommunen." not in shown(db, "skift-laege", net=True)


def test_form_numbers_are_no_telephone_numbers() -> None:
    assert doubts.about(["Blankettens nummer er ikke fundet.", "Lovens nummer er ikke fundet."], "nummer") == []


@pytest.mark.slow
def test_nine_of_ten_shipped_tasks_stand_on_one_screen(base: Any) -> None:
    for kommune in (None, "odense"):
        counts = [len(shown(base, task, kommune=kommune).splitlines()) for task in lookup.ids_of_kind(base, "opgave")]
        assert sum(count <= ROWS for count in counts) / len(counts) >= 0.9
        assert max(counts) <= 34
        assert statistics.median(counts) <= ROWS


@pytest.mark.parametrize("kind", ["forløb", "blanket", "sted", "kommune"])
def test_entries_of_other_kinds_stand_on_one_screen(base: Any, kind: str) -> None:
    for identifier in lookup.ids_of_kind(base, kind):
        assert len(shown(base, identifier, kommune="odense").splitlines()) <= 23


@pytest.mark.slow
def test_every_shipped_task_answers_may_i_help_in_whole_words(base: Any) -> None:
    for task in lookup.ids_of_kind(base, "opgave"):
        found = lookup.get(base, task)
        assert found is not None
        for role in ("borgerservice", "ansat", "frivillig"):
            answer = staff_guide(base, found, None, NOON, role).answer_said
            assert answer.startswith("Må jeg hjælpe? ")
            assert answer in " ".join(shown(base, task, role=role).replace("\n? ", "\n  ").split())


def test_a_long_answer_is_never_left_out_of_the_may_i_line(open_kb: OpenKb) -> None:
    because = "ingen kilde siger, at frivillige må tolke; børn under 15 år må ikke tolke hos læge og på sygehus"
    staff = f'personale: {{må_jeg: {{frivillige: {{svar: spørg, fordi: "{because}"}}}}}}\n'
    text = shown(open_kb({"opgaver/skift-laege.yaml": TASK + staff}), "skift-laege", role="frivillig")
    assert because in " ".join(text.split())


def test_a_journey_shows_its_dates_when_its_day_is_given(base: Any) -> None:
    found = lookup.get(base, "indflytning-plejehjem")
    assert found is not None
    event = getattr(found.content, "event", "")
    calendar = Calendar(NOON.date(), event, date(2026, 12, 10))
    screen = at_a_glance.screen_of(staff_guide(base, found, None, NOON), (), calendar=calendar)
    text = "\n".join(row.text for row in rows(screen, 80))
    assert "torsdag den 10. december 2026" in " ".join(text.split())
    assert "[senest tir. 15. dec.]" in text  # moving: five days after
    assert "[senest 5 dage efter]" not in text


def test_a_task_shows_the_date_of_its_first_deadline(open_kb: OpenKb) -> None:
    dated = DOUBTED.replace("frister:", "hændelse: dagen\nfrister:").replace(
        "{tekst: Skift inden 5 dage.,", "{tekst: Skift senest 5 dage efter., senest: {antal: 5, enhed: dage},"
    )
    db = open_kb({"opgaver/skift-laege.yaml": dated})
    found = lookup.get(db, "skift-laege")
    assert found is not None
    calendar = Calendar(NOON.date(), "dagen", date(2026, 12, 10))
    screen = at_a_glance.screen_of(staff_guide(db, found, None, NOON), (), calendar=calendar)
    assert "Frist: Senest tirsdag den 15. december 2026." in "\n".join(row.text for row in rows(screen, 80))


TWO_DEADLINES = """\
hændelse: dagen
frister:
- {tekst: Spørg i god tid., kilde: tester}
- {tekst: Skift senest 5 dage efter., senest: {antal: 5, enhed: dage}, kilde: tester}
"""


@pytest.mark.parametrize("whole", [False, True])
def test_the_deadline_that_has_a_day_is_the_one_that_is_shown_and_one_that_is_over_says_so(
    open_kb: OpenKb, whole: bool
) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": TASK + TWO_DEADLINES})
    found = lookup.get(db, "skift-laege")
    assert found is not None
    guiding = Guiding(staff_guide(db, found, None, NOON), (), volunteer=False)
    on = date(2020, 11, 2)
    if whole:
        text = full_guide(guiding, 80, coloured=False, day=on)
    else:
        text = "\n".join(row.text for row in one_screen(guiding, 80, day=on))
    assert "Fristen var fredag den 6. november 2020. Ring i dag." in " ".join(text.split())
