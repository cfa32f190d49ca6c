"""The handbook for maintainers names every code with its sentence and cure.

After a change of rules: python -m tests.test_docs_codes
"""

from __future__ import annotations

from pathlib import Path

from blanket.kb.format.rule import plain
from blanket.kb.review.all_rules import ALL_RULES
from blanket.texts import checking as texts

PAGE = Path(__file__).parent.parent / "docs" / "vedligehold.md"
BEGIN, END = "<!-- koder: begynd -->\n", "<!-- koder: slut -->"


def table() -> str:
    rows = ["| Kode | Slags | Hvad der er galt | Gør sådan |", "| --- | --- | --- | --- |"]
    for code, rule in ALL_RULES.items():
        rows.append(f"| {code} | {texts.RULE_KINDS[rule.error]} | {_cell(rule.says)} | {_cell(rule.cure)} |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return plain(text).replace("|", "\\|")


def test_every_code_stands_in_the_page_with_its_sentence_and_cure() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page[page.index(BEGIN) + len(BEGIN) : page.index(END)] == table(), "run: python -m tests.test_docs_codes"


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page[: page.index(BEGIN) + len(BEGIN)] + table() + page[page.index(END) :], encoding="utf-8")
