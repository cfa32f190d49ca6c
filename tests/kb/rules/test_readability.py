"""LIX, worked out by hand: words per sentence plus the percentage of words of more than six letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.kb.base import load_file
from blanket.kb.files import KbFile
from blanket.kb.format.model import Entry
from blanket.kb.rules.readability import citizen_text, lix, sentences_of, words_of
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, TASK, write_files


def test_short_words_in_short_sentences() -> None:
    # Du kan vælge en ny læge (6) + Det koster et gebyr (4): 10 words, 2 sentences, none long. 10/2 + 0
    assert lix(["Du kan vælge en ny læge. Det koster et gebyr."]) == 5


def test_long_words() -> None:
    # Folkeregisteret behandler anmeldelsen (3) + Du får svar (3): 6 words, 2 sentences, 3 long. 6/2 + 100*3/6
    assert lix(["Folkeregisteret behandler anmeldelsen. Du får svar."]) == 53


def test_a_whole_paragraph() -> None:
    texts = [
        "Har du mistet dit sundhedskort: Bestil et nyt på borger.dk, og betal med kort.",  # 5 (1 long) + 10 words
        "Kommunen sender det med posten inden 14 dage!",  # 7 words, 1 long; 14 is none
    ]
    assert lix(texts) == pytest.approx(22 / 3 + 100 * 2 / 22)


def test_seven_letters_make_a_word_long_and_six_do_not() -> None:
    assert lix(["telefon"]) == 101
    assert lix(["stemme"]) == 1


def test_danish_letters_count_as_one() -> None:
    assert lix(["ærøsød"]) == 1
    assert lix(["blåbærs"]) == 101


def test_every_text_ends_a_sentence_with_or_without_a_full_stop() -> None:
    assert lix(["Ring til os", "Skriv til os."]) == lix(["Ring til os. Skriv til os."]) == 3


@pytest.mark.parametrize("texts", [[], [""], ["  "], ["12 34 56 78."], ["... !"]])
def test_no_words_are_no_trouble(texts: list[str]) -> None:
    assert lix(texts) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Det tager ca. 14 dage.", 1),
        ("Tag fx. MitID med.", 1),
        ("Ring f.eks. til os, bl.a. om pas.", 1),
        ("Søg senest den 1. marts 2026.", 1),
        ("Gå ind på www.borger.dk/pas og log på.", 1),
        ("Det koster 225 kr. i 2024.", 1),
        ("Det koster 225 kr. Du betaler med kort.", 2),
        ("Tag billede, pas osv. Kom så forbi.", 2),
        ("Husk: Tag kortet med.", 2),
        ("Kommer du? Ja! Godt.", 3),
        ("Linje et\nLinje to", 2),
        ("12. 13. 14.", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NemID-login og Nordea’s app", ["NemID-login", "og", "Nordea’s", "app"]),
        ("22 kr. (ca.)", ["kr", "ca"]),
        ("e-Boks – på-", ["e-Boks", "på"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


def entry_of(folder: Path, text: str, kind: str) -> Entry:
    name = f"{text.split()[1]}.yaml"
    content = load_file(KbFile(write_files(folder, {name: text}) / name, kind, 0)).content
    assert isinstance(content, Entry)
    return content


def test_a_task_is_measured_on_all_that_the_citizen_reads_and_on_nothing_else(tmp_path: Path) -> None:
    task = (
        f"{TASK}digital: {{trin: [Log på.]}}\npapir: {{trin: [Ring.]}}\nmedbring: [Pas]\n"
        "frister: [{tekst: Inden 5 dage., kilde: Loven}]\ngebyr: [{tekst: Det er gratis., kilde: Loven}]\n"
        "fuldmagt: Din søn må.\ngodt_at_vide: [Du kan nå det.]\nsøgeord: [nej]\nusikkert: [nej]\n"
        "personale: {må: [nej]}\n"
    )
    assert list(citizen_text(entry_of(tmp_path, task, "opgave"))) == [
        "Du kan vælge en ny læge.", "Log på.", "Ring.", "Pas", "Inden 5 dage.", "Det er gratis.", "Din søn må.",
        "Du kan nå det.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        (FORM, "blanket", ["Her beder du om at få post på papir."]),
        (PLACE, "sted", ["Her kan du få hjælp til MitID."]),
        (JOURNEY, "forløb", ["Det, du skal gøre, når en i familien er død.", "Ring til lægen."]),
        (MUNICIPALITY, "kommune", ["Borgerservice hjælper med digital post."]),
    ],
)
def test_other_kinds_are_measured_on_what_they_show(tmp_path: Path, text: str, kind: str, shown: list[str]) -> None:
    assert list(citizen_text(entry_of(tmp_path, text, kind))) == shown
