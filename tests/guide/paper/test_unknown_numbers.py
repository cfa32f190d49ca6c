"""Where a number is found that is not the same for everybody."""

from __future__ import annotations

import pytest

from blanket.guide.paper.unknown_numbers import where_it_stands
from tests.guide.conftest import OpenKb, made, printed
from tests.guide.paper.test_box import task


@pytest.mark.parametrize("subject", ["sikkerhed", "økonomi"])
def test_the_banks_number_is_on_the_card_and_is_not_searched_for(subject: str) -> None:
    said = where_it_stands("din bank", subject)
    assert "bag på dit kort" in said
    assert "Søg det ikke på nettet" in said


@pytest.mark.parametrize("whom", ["din bank", "politiet", "firmaet", "den, der ringede"])
def test_on_a_page_about_fraud_nobody_is_sent_to_the_net(whom: str) -> None:
    assert "Søg det ikke på nettet" in where_it_stands(whom, "sikkerhed")


def test_nobody_has_a_letter_from_an_undertaker() -> None:
    assert "brev" not in where_it_stands("en bedemand", "familie")


def test_the_citizens_own_doctor_stands_on_the_yellow_card() -> None:
    assert "gule sundhedskort" in where_it_stands("din læge")


def test_what_the_step_itself_says_is_not_said_again() -> None:
    assert where_it_stands("nummeret på dit kort") == ""


def test_the_paper_says_it_beside_the_line(open_kb: OpenKb) -> None:
    shown = made(printed(open_kb(task("Ring til din bank.")), "skift-laege"), "txt").decode()
    assert "Søg det ikke på nettet." in " ".join(shown.split())
