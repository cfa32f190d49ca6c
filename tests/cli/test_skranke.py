"""The first start of the desk: what is asked, what is kept, and that nothing that was typed is lost or left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from blanket.cli import skranke
from blanket.errors import BlanketError
from blanket.settings import Settings, load_settings
from blanket.texts import lines as texts

Started = Callable[..., tuple[Settings, str, list[str]]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Started:
    """`start("j", "3")` answers the questions; gives settings, what is left of the words, and what was asked."""
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")

    def started(*answers: str, asks_lines: bool = True) -> tuple[Settings, str, list[str]]:
        waiting, asked = list(answers), []

        def ask(prompt: str) -> str:
            asked.append(prompt)
            if not waiting:
                raise EOFError
            return waiting.pop(0)

        return *skranke._first_start(ask, asks_lines=asks_lines), asked

    return started


@pytest.mark.parametrize(
    ("answers", "lines", "role"),
    [
        (("", ""), False, "borgerservice"),
        (("j", "3"), True, "frivillig"),
        (("nej", "2"), False, "ansat"),
        (("Ja", "Frivillig"), True, "frivillig"),
    ],
)
def test_both_questions_are_asked_once_and_kept(
    start: Started, answers: tuple[str, str], lines: bool, role: str
) -> None:
    settings, typed, asked = start(*answers)
    assert (settings.lines, settings.role, typed, len(asked)) == (lines, role, "", 2)
    assert load_settings() == settings
    assert start()[2] == []


@pytest.mark.parametrize("before", [(), ("n",)])
def test_a_citizens_words_are_no_answer_and_go_into_the_field(start: Started, before: tuple[str, ...]) -> None:
    settings, typed, _ = start(*before, "far skal på plejehjem om 14 dage")
    assert typed == "far skal på plejehjem om 14 dage"
    assert settings.role is None
    assert len(start("1", "1", asks_lines=not before)[2]) >= 1


@pytest.mark.parametrize(
    ("answers", "role", "typed"),
    [
        (("Lise fra Borgerservice",), "borgerservice", ""),
        (("frivillig på biblioteket",), "frivillig", ""),
        (("hej", "3"), "frivillig", ""),
        (("hvad", "min mand er død"), None, "min mand er død"),
        (("hvad", "pas"), None, "pas"),
    ],
)
def test_who_somebody_is_is_understood_loosely_and_one_strange_word_is_asked_about(
    start: Started, answers: tuple[str, ...], role: str | None, typed: str
) -> None:
    settings, left, asked = start(*answers, asks_lines=False)
    assert (settings.role, left, len(asked)) == (role, typed, len(answers))


def test_a_question_that_is_alone_has_a_welcome_and_no_number(start: Started) -> None:
    (asked,) = start("1", asks_lines=False)[2]
    assert asked.startswith(texts.ASK_FIRST[0][:20])
    assert "1. " not in asked
    assert "2. " not in asked


def test_of_two_questions_the_first_has_the_welcome(start: Started) -> None:
    first, second = start("n", "1")[2]
    assert (first[:10], "1. " in first) == (texts.ASK_FIRST[1][:10], True)
    assert second.startswith("2. ")


def test_what_was_typed_is_taken_off_the_terminal(start: Started, capsys: pytest.CaptureFixture[str]) -> None:
    start("far skal på plejehjem om 14 dage")
    assert capsys.readouterr().out.endswith("A\x1b[J")


def test_no_word_of_a_question_is_broken_at_the_edge(start: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    asked = start("", "")[2]
    words = {word for prompt in asked for word in prompt.split()}
    said = (texts.ASK_FIRST[1], "1.", *texts.ASK_LINES, "2.", *texts.ASK_WHO)
    assert words == {word for part in said for word in part.split()}
    assert all(len(line) < 60 for prompt in asked for line in prompt.splitlines())


def test_answers_that_cannot_be_kept_stop_nothing(
    start: Started, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(settings: Settings) -> None:
        raise BlanketError("Indstillingerne kan ikke gemmes.")

    monkeypatch.setattr(skranke, "save_settings", refuse)
    settings, _, _ = start("j", "3")
    assert (settings.lines, settings.role) == (True, "frivillig")
    assert "kan ikke gemmes" in capsys.readouterr().err
