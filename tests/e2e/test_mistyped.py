"""A first word that is nearly a command is asked about, and changes nothing; whatever else is typed is a search."""

from __future__ import annotations

import re

import pytest

from tests.e2e.conftest import Blanket


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("udskrive 1", "blanket udskriv 1"),
        ("udskirv 1", "blanket udskriv 1"),
        ("print 1", "blanket udskriv 1"),
        ("print FD 001A", "blanket udskriv FD 001A"),
        ("visk 1", "blanket vis 1"),
        ("Vis 1", "blanket vis 1"),
        ("VIS 1,2", "blanket vis 1,2"),
        ("visk skift-laege", "blanket vis skift-laege"),
        ("udskrive --stor 1", "blanket udskriv --stor 1"),
        ("1", "blanket vis 1"),
        ("2)", "blanket vis 2)"),
        ("1 og 2", "blanket vis 1 og 2"),
        ("sted", "blanket steder"),
        ("komune", "blanket kommune"),
        ("kommunen", "blanket kommune"),
        ("hjælp", "blanket --hjælp"),
        ("--stort", "blanket udskriv … --stor"),
        ("udskriv 1 --stort", "--stor"),
    ],
)
def test_nearly_a_command_is_asked_about(blanket: Blanket, typed: str, meant: str) -> None:
    ran = blanket(*typed.split(" "))
    assert ran.code == 2
    assert f"Mente du “{meant}”?" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "said",
    [
        "kommunen vil ikke hjælpe",
        "sted at bo",
        "flytning",
        "visa",
        "udskrivning fra hospital",
        "vise sygesikring i lægehuset",
    ],
)
def test_what_a_citizen_says_is_a_search(blanket: Blanket, said: str) -> None:
    ran = blanket(*said.split(" "))
    assert "Mente du “blanket" not in ran.err
    assert " 1. " in ran.out


def test_the_question_leaves_the_numbers_of_the_last_search_alone(blanket: Blanket) -> None:
    blanket("find", "skifte", "læge")
    before = blanket("vis", "2").out
    blanket("udskrive", "1")
    blanket("1")
    assert blanket("vis", "2").out == before


def test_the_question_says_how_to_search_for_the_words(blanket: Blanket) -> None:
    assert "blanket find print 1" in blanket("print", "1").err


@pytest.mark.parametrize("command", ["", "find", "vis", "udskriv", "steder", "akut", "kommune"])
def test_help_names_three_everyday_examples_before_the_options(blanket: Blanket, command: str) -> None:
    out = blanket(*command.split(), "--hjælp").out
    examples, options = out.split("Sådan gør du:")[1].split("Valg:")
    assert examples.count("  blanket ") == 3
    assert "--hjælp" in options


@pytest.mark.parametrize("command", ["", "find", "vis", "udskriv", "steder", "akut", "kommune", "optælling"])
def test_an_options_help_is_one_whole_sentence_on_one_line(blanket: Blanket, command: str) -> None:
    """A screen reader reads line by line, and a sign such as `;` or `[1<=x]` aloud."""
    lines = blanket(*command.split(), "--hjælp").out.split("Valg:\n")[1].split("\n\n")[0].splitlines()
    helps = []
    for line in lines:
        option, _, said = line.strip().partition("  ")
        if option.startswith("-"):
            helps.append(said.strip())
        else:  # the option's names were too long for its help to stand beside them
            assert not helps[-1], lines
            helps[-1] = option
    assert all(re.fullmatch(r"[A-ZÆØÅ][^;()<>\[\]=]*\.", said) for said in helps), helps


@pytest.mark.parametrize("command", [[], ["kb"]])
def test_no_commands_help_is_cut(blanket: Blanket, command: list[str]) -> None:
    assert "..." not in blanket(*command, "--hjælp").out
