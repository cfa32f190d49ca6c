"""Every entry of the shipped base as it is handed out: formats, sizes, pages, letters a line, what is hidden."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.guide import labels
from blanket.guide.paper.document import KINDS, document
from blanket.guide.paper.pdf import page_count
from blanket.kb.format.model import Form, Place
from blanket.search import lookup
from blanket.texts import papers as texts
from tests.guide.conftest import lines_of, made, need, printed, tool_on

pytestmark = pytest.mark.slow

# (large print, most pages) of all but a journey, and of a journey, whose list alone fills more than two.
PAGES = {False: ((False, 2), (True, 4)), True: ((False, 3), (True, 4))}
LEFT_OUT = re.compile(re.escape(texts.PAPER_LEFT_OUT).replace(r"\{title\}", ".+").replace(r"\{what\}", ".+"))
SMALL_PRINT = {False: 12.5, True: 16.0}  # points high: what is lower is small print or the foot of the page
STAGING = re.compile(r"liveserver|testserver|gopublic|azurewebsites|://(pp|production|admin)\.|beta-|skat\.dk/test")


def for_citizens(db: sqlite3.Connection, kind: str) -> list[str]:
    """The ids of a kind that a citizen may be handed."""
    entries = [found for i in lookup.ids_of_kind(db, kind) if (found := lookup.get(db, i))]
    return [
        found.id
        for found in entries
        if not (isinstance(found.content, Form) and found.content.status == "udgået")
        and not (isinstance(found.content, Place) and found.content.audience == "personale")
    ]


@pytest.mark.parametrize("kind", ["opgave", "forløb", "blanket", "sted"])
def test_every_entry_prints_in_all_formats_and_in_large_print(base: sqlite3.Connection, kind: str) -> None:
    identifiers = for_citizens(base, kind)
    assert identifiers
    too_long: set[str] = set()
    for identifier in identifiers:
        for form in KINDS[1:]:
            assert made(printed(base, identifier), form)
        for large, limit in PAGES[kind == "forløb"]:
            pdf, notes = document(printed(base, identifier, large=large), "pdf")
            assert pdf.startswith(b"%PDF-1.7"), identifier
            assert all(LEFT_OUT.fullmatch(note) for note in notes), (identifier, notes)
            if page_count(pdf) > limit:
                too_long.add(identifier)
    assert not too_long


@pytest.mark.parametrize("large", [False, True])
def test_at_most_70_letters_a_line_and_nothing_hidden_in_print(
    base: sqlite3.Connection, tmp_path: Path, large: bool
) -> None:
    need("pdftotext")
    every = [i for kind in ("opgave", "forløb", "blanket", "sted") for i in for_citizens(base, kind)]
    staff = [
        found.content.phone
        for i in lookup.ids_of_kind(base, "sted")
        if (found := lookup.get(base, i)) and isinstance(found.content, Place) and found.content.audience == "personale"
    ]
    for start in range(1 if large else 0, len(every), 40 * (1 + large)):
        pdf = made(printed(base, *every[start : start + 40], large=large))
        lines = lines_of(pdf, tmp_path)
        assert len(lines) >= 10 * len(every[start : start + 40])
        wide = [text for height, text in lines if height > SMALL_PRINT[large] and len(text) > 70 and ". ." not in text]
        assert not wide
        text = tool_on(pdf, tmp_path, "pdftotext", "-raw", "{}", "-")
        assert not STAGING.search(text)
        assert not [number for number in staff if number and number in text]


def test_withdrawn_forms_and_staff_places_are_refused(base: sqlite3.Connection) -> None:
    for kind in ("blanket", "sted"):
        for identifier in set(lookup.ids_of_kind(base, kind)) - set(for_citizens(base, kind)):
            with pytest.raises(BlanketError):
                printed(base, identifier)


@pytest.mark.parametrize("large", [False, True])
def test_whom_to_ring_stands_on_the_first_page(base: sqlite3.Connection, tmp_path: Path, large: bool) -> None:
    need("pdftotext")
    # With the most numbers on a paper, the frame is the highest: those about fraud and safety.
    safety = [i for kind in ("opgave", "forløb") for i in for_citizens(base, kind) if _subject(base, i) == "sikkerhed"]
    assert len(safety) >= 3
    for identifier in safety:
        doc = printed(base, identifier, large=large)
        box = doc.guides[0].box
        assert box
        text = tool_on(made(doc), tmp_path, "pdftotext", "-raw", "-l", "1", "{}", "-")
        assert (box.phone.number or f"{box.phone.line or labels.NUMBER}:") in text, identifier


def _subject(db: sqlite3.Connection, identifier: str) -> str:
    found = lookup.get(db, identifier)
    return getattr(found.content, "subject", "") if found else ""
