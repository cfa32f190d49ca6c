"""Every problem code: found at its exact place, said in Danish, with something to do about it."""

from __future__ import annotations

import os
import string
from pathlib import Path

import pytest

from blanket.kb.base import load
from blanket.kb.format.problem import Problem, problem, short
from blanket.kb.format.reading import read_file
from blanket.kb.format.schema import decode
from blanket.kb.review.all_rules import ALL_RULES
from tests.conftest import SMALL_BASE, WriteKb
from tests.kb.samples import Sample
from tests.kb.samples_rules import SAMPLES


def problems_of(sample: Sample, write_kb: WriteKb) -> tuple[Path, list[Problem]]:
    folder = write_kb(sample.contents())
    if sample.model is None:
        return folder, sample.problems(folder)
    (name,) = sample.files
    document = read_file(folder / name)
    assert decode(document, sample.model) is None
    return folder, document.problems


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.code} {sample.name}".strip())
def test_sample_is_found_at_its_place_and_nothing_else_is(sample: Sample, write_kb: WriteKb) -> None:
    folder, problems = problems_of(sample, write_kb)
    file, line, column = sample.position()
    assert [(found.code, found.file, found.line, found.column) for found in problems] == [
        (sample.code, folder / file, line, column)
    ]
    (found,) = problems
    assert str(found).startswith(f"{folder / file}:{line}:{column} {sample.code} ")
    assert sample.says in f"{found.message} {found.cure}".replace(os.sep, "/")
    assert found.error is ALL_RULES[sample.code].error
    for text in (found.message, found.cure):
        assert text == text.strip() != "", "every problem says what is wrong and what to do"
        assert text.isprintable(), "one line, and nothing in it that a terminal obeys"
        assert len(text) < 500, "what is quoted from the file is cut"


def test_every_code_has_a_sample_and_every_sample_a_code() -> None:
    tried = {"B057", "B058"}  # no file alone shows them: tests/desk/test_trying.py makes pages
    assert {sample.code for sample in SAMPLES} == set(ALL_RULES) - tried


def test_no_two_samples_share_a_name() -> None:
    names = [(sample.code, sample.name) for sample in SAMPLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", ALL_RULES)
def test_sentences_are_whole_and_end_with_a_full_stop(code: str) -> None:
    text = ALL_RULES[code]
    for sentence in (text.says, text.cure):
        blanks = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
        filled = sentence.format_map(dict.fromkeys(blanks, ""))
        ends_with_blank = sentence.endswith("}")  # what fills it brings its own full stop, or is a hint
        assert sentence[:1].isupper() or sentence[:1] in "“{i", sentence
        assert filled.rstrip().endswith(".") or ends_with_blank, sentence


def test_the_small_base_of_the_tests_has_no_problem(write_kb: WriteKb) -> None:
    base = load([write_kb(SMALL_BASE)])
    assert base.problems == []
    assert base.broken == []
    assert len(base.entries) == len(SMALL_BASE) - 1  # the glossary is no entry


def test_problem_reads_like_a_place_in_an_editor() -> None:
    found = problem(Path("kb/opgaver/a.yaml"), (3, 7), "B003", sign="U+0000")
    assert str(found) == f"{Path('kb/opgaver/a.yaml')}:3:7 B003 Styretegnet U+0000 må ikke stå i en fil."


def test_braces_in_a_file_are_not_taken_for_blanks() -> None:
    found = problem(Path("a.yaml"), (1, 1), "B020", name="{hint}{0}", hint="")
    assert "“{hint}{0}”" in found.message


def test_problems_sort_by_file_then_place() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 3)]
    found = sorted(problem(Path(file), (line, column), "B008") for file, line, column in places)
    assert [(str(one.file), one.line, one.column) for one in found] == [
        ("a", 2, 3), ("a", 2, 9), ("a", 10, 1), ("b", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"), [("kort", "kort"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 57 + "…"), ("a\n\tb", "a↵⇥b")]
)
def test_quoted_text_is_cut_and_kept_on_one_line(text: str, shown: str) -> None:
    assert short(text) == shown
