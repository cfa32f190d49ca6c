"""The handbook for maintainers names every code, every code is explained, and the examples are what they say.

After a change of sentences: python -m tests.test_docs_codes
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

from blanket.kb.base import load
from blanket.kb.format.explanations import EXPLANATIONS, plain
from blanket.kb.format.problem_texts import PROBLEMS
from blanket.kb.rules import ADVICE, RULES
from tests.conftest import WriteKb
from tests.kb.samples import GOOD_TASK, TODAY

PAGE = Path(__file__).parent.parent / "docs" / "vedligehold.md"
BEGIN, END = "<!-- koder: begynd -->\n", "<!-- koder: slut -->"


def table() -> str:
    rows = ["| Kode | Slags | Hvad der er galt | Gør sådan |", "| --- | --- | --- | --- |"]
    for code, text in sorted(PROBLEMS.items()):
        kind = "fejl" if text.error else "råd"
        rows.append(f"| {code} | {kind} | {_cell(text.message)} | {_cell(text.cure)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return plain(text).replace("|", "\\|")


def test_every_code_stands_in_the_page_with_its_sentence_and_cure() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page[page.index(BEGIN) + len(BEGIN) : page.index(END)] == table(), "run: python -m tests.test_docs_codes"


def test_every_code_is_explained() -> None:
    assert list(EXPLANATIONS) == sorted(PROBLEMS)
    for text in EXPLANATIONS.values():
        assert text.why.endswith(".")
        assert text.wrong != text.right


@pytest.mark.parametrize("code", ["B101", "B102", "B103", "B115", "B119", "B120", "B123"])
def test_the_example_that_fails_fails_and_the_one_that_passes_passes(code: str, write_kb: WriteKb) -> None:
    assert code in {**RULES, **ADVICE, "B103": None}
    for name, example in (("wrong", EXPLANATIONS[code].wrong), ("right", EXPLANATIONS[code].right)):
        data = yaml.safe_load(GOOD_TASK)
        changed = yaml.safe_load(example) or {}
        if "trin" in changed:
            changed = {"papir": changed}
        if "digital" in changed and name == "wrong" and code == "B119":
            del data["papir"]
        text = msgspec.json.encode({**data, **changed}).decode() + f"\n{example if example[0] == '#' else ''}\n"
        found = load([write_kb({"opgaver/skift-laege.yaml": text}, name)], advise=TODAY).problems
        assert (code in {one.code for one in found}) == (name == "wrong")


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page[: page.index(BEGIN) + len(BEGIN)] + table() + page[page.index(END) :], encoding="utf-8")
