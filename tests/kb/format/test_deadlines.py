"""A deadline's number is held against its words, and no day is counted where the words make a reservation."""

from __future__ import annotations

import pytest

from blanket.kb.format.deadlines import End, agrees, reservation
from blanket.kb.format.parts import Span, TimeUnit


@pytest.mark.parametrize(
    ("text", "count", "unit", "end"),
    [
        ("Meld flytningen senest 5 dage efter, at du er flyttet.", 5, "dage", "senest"),
        ("Tidligst 28 dage før og senest 5 dage efter indflytningen.", -28, "dage", "tidligst"),
        ("Tidligst 28 dage før og senest 5 dage efter indflytningen.", 5, "dage", "senest"),
        ("Du kan tidligst melde den 28 dage før. Det er 4 uger.", -28, "dage", "tidligst"),
        ("Du kan tidligst søge et halvt år, før du har ret til pension.", -6, "måneder", "tidligst"),
        ("Senest 2 hverdage efter dødsfaldet.", 2, "hverdage", "senest"),
        ("Svar inden syv arbejdsdage.", 7, "hverdage", "senest"),
        ("Senest 28 dage (4 uger) efter fødslen.", 4, "uger", "senest"),
        ("Søg inden 2 år, efter at du opdagede fejlen.", 24, "måneder", "senest"),
        ("Senest når barnet er 6 måneder.", 6, "måneder", "senest"),
        ("Sig det dagen før.", -1, "dage", "senest"),
        ("Send den fem dage efter mødet.", 5, "dage", "senest"),
    ],
)
def test_numbers_that_the_words_say(text: str, count: int, unit: TimeUnit, end: End) -> None:
    assert agrees(text, Span(count=count, unit=unit), end)


@pytest.mark.parametrize(
    ("text", "count", "unit", "end"),
    [
        ("Senest 5 dage efter, at du er flyttet.", 5, "hverdage", "senest"),
        ("Senest 5 dage efter, at du er flyttet.", 8, "dage", "senest"),
        ("Senest 5 dage efter, at du er flyttet.", -5, "dage", "senest"),
        ("Senest 6 uger før flytningen.", 6, "uger", "senest"),
        ("Tidligst 28 dage før flytningen.", -28, "dage", "senest"),
        ("Senest sidste dag i måneden.", 1, "dage", "senest"),
        ("Senest 15 dage efter.", 5, "dage", "senest"),
        ("Betal 5 kr. senest en uge efter.", 5, "uger", "senest"),
    ],
)
def test_numbers_that_the_words_do_not_say(text: str, count: int, unit: TimeUnit, end: End) -> None:
    assert not agrees(text, Span(count=count, unit=unit), end)


@pytest.mark.parametrize(
    "text",
    [
        "Så hurtigt som muligt. Inden 14 dage er hurtigt nok.",
        "Svar hurtigst muligt og inden 7 dage.",
        "Ring med det samme, senest 5 dage efter.",
        "Varslet er som regel 3 måneder.",
        "Normalt senest 8 dage efter dødsfaldet.",
        "Det tager ca. 3 uger.",
        "Senest 14 dage efter fødslen, når der ikke var en jordemoder.",
        "Senest 6 uger før. Har du hemmelig adresse, gælder det ikke altid.",
        "Holder du orlov senere, er det 8 uger efter.",
        "Er du ledig, skal a-kassen have besked senest 8 uger efter fødslen.",
        "Senest 8 dage efter, hvis du er syg.",
        "I nogle kommuner kan du tidligst gøre det 4 uger før.",
    ],
)
def test_words_that_forbid_counting(text: str) -> None:
    assert reservation(text)


@pytest.mark.parametrize(
    "text",
    [
        "Meld flytningen senest 5 dage efter, at du er flyttet.",
        "Søg inden 30 dage efter, at du er flyttet ind. Så får du penge fra den dag.",
        "Er du uenig i svaret, så klag senest 4 uger efter datoen på brevet.",
        "Er du ikke enig, så klag inden 4 uger.",
        "Får du nej, så klag inden 4 uger.",
        "Gør det senest 5 dage efter.",
        "Senest når barnet er 6 måneder.",
        "Vil du klage, så send klagen senest 4 uger efter datoen på brevet.",
        "Send skemaet senest 8 dage efter datoen på brevet. Det gælder også, hvad der end sker.",
    ],
)
def test_words_that_make_no_reservation(text: str) -> None:
    assert reservation(text) is None
