"""May I help with this: whose answer counts, and that nobody is ever told a yes that nobody gave."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.screens.staff import StaffGuide, staff_guide
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from tests.conftest import FORM, MUNICIPALITY, TASK
from tests.guide.conftest import OpenKb

NOON = datetime(2026, 11, 25, 12, tzinfo=COPENHAGEN)
ANSWERED = f"""{TASK}personale:
  må_jeg:
    borgerservice: {{svar: ja, fordi: kommunen skal hjælpe, kilde: "https://www.borger.dk/"}}
    ansatte: {{svar: kun_hvis, fordi: borgeren selv taster sine koder, kilde: "https://www.borger.dk/"}}
    frivillige: {{svar: nej, fordi: det kræver tavshedspligt, kilde: "https://www.borger.dk/"}}
  må: [Ringe sammen med borgeren.]
  noter: [En intern note.]
"""
OWN = f"""{MUNICIPALITY}opgaver:
  skift-laege:
    må_jeg:
      ansatte: {{svar: nej, fordi: det gør Borgerservice, kilde: "Odense, 2026-10-01"}}
    noter: [En lokal note.]
"""


def guide(db: Any, role: str | None, kommune: bool = False) -> StaffGuide:
    found, chosen = lookup.get(db, "skift-laege"), lookup.get(db, "odense")
    assert found is not None
    assert chosen is not None
    assert isinstance(chosen.content, Municipality)
    return staff_guide(db, found, chosen.content if kommune else None, NOON, role)


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("borgerservice", "Må jeg hjælpe? Ja: kommunen skal hjælpe."),
        (None, "Må jeg hjælpe? Ja: kommunen skal hjælpe. (Svar til: Borgerservice.)"),
        ("ansat", "Må jeg hjælpe? Kun hvis borgeren selv taster sine koder. (Svar til: ansat i kommunen.)"),
        ("frivillig", "Må jeg hjælpe? Nej: det kræver tavshedspligt. (Svar til: frivillig.)"),
    ],
)
def test_each_role_has_its_own_answer(open_kb: OpenKb, role: str | None, line: str) -> None:
    assert guide(open_kb({"opgaver/skift-laege.yaml": ANSWERED}), role).answer_said == line


def test_the_kommunes_own_answer_counts_before_the_national_one(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": ANSWERED, "kommuner/odense.yaml": OWN})
    assert (
        "Nej: det gør Borgerservice. (Svar til: ansat i kommunen, Odense Kommune.)"
        in guide(db, "ansat", True).answer_said
    )
    assert "Kun hvis" in guide(db, "ansat").answer_said
    assert "Ja:" in guide(db, "borgerservice", True).answer_said  # it says nothing to them


@pytest.mark.parametrize("role", ["borgerservice", "ansat", "frivillig"])
def test_where_nobody_has_answered_one_asks(open_kb: OpenKb, role: str) -> None:
    answer = guide(open_kb(), role).answer
    assert answer is not None
    assert answer.answer == "spørg"
    assert not answer.known


def test_a_private_matter_says_so(open_kb: OpenKb) -> None:
    db = open_kb({"opgaver/skift-laege.yaml": TASK.replace("myndighed:", "privat: true\nmyndighed:")})
    assert "Spørg din leder: det er en privat løsning" in guide(db, "borgerservice").answer_said
    assert "Spørg din leder eller forening" in guide(db, "frivillig").answer_said


def test_a_volunteers_guide_holds_nothing_that_is_written_for_staff(open_kb: OpenKb) -> None:
    contact = "kontakt:\n- sted: hotline\n"
    task = ANSWERED.replace("kontakt:\n", contact, 1) + "usikkert: [Et internt spørgsmål.]\n"
    db = open_kb({"opgaver/skift-laege.yaml": task, "kommuner/odense.yaml": OWN})
    for text in ("intern note", "lokal note", "20 57 07 20", "internt spørgsmål", "Ringe sammen"):
        assert text in repr(guide(db, "borgerservice", True))
        assert text not in repr(guide(db, "frivillig", True))


def test_a_form_has_the_answer_of_the_task_that_hands_it_out(open_kb: OpenKb) -> None:
    handed_out = ANSWERED + "papir: {trin: [Ring.], blanketter: [fd-001a]}\n"
    pointing = (
        ANSWERED.replace("id: skift-laege", "id: flyt").replace("svar: ja", "svar: kun_hvis") + "se_også: [fd-001a]\n"
    )
    db = open_kb(
        {"opgaver/skift-laege.yaml": handed_out, "opgaver/flyt.yaml": pointing, "blanketter/fd-001a.yaml": FORM}
    )
    found = lookup.get(db, "fd-001a")
    assert found is not None
    shown = staff_guide(db, found, None, NOON, "borgerservice")
    assert shown.answer is not None
    assert shown.answer.answer == "ja"
