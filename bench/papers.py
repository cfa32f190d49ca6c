"""The table of papers: every task and journey, normal and large, without a kommune and with every one of the base.

    python -m bench.papers            needs pdftotext (Debian: poppler-utils)
    python -m bench.papers 5          every fifth task and journey only
    python -m bench.papers --skriv    writes the table to docs/maalinger.md too

Pages (median, 95 per cent, highest), whether the number stands on page 1, whether a paper that sends to the kommune has
its number or a line for it, whether the big number is the first step's, pages without anything to do, the longest
printed address, lines cut, large papers of more than twice the pages, last pages that are nearly empty, and what was
left out for room. PDFs are made
without a kommune and for one; for the others, what the frame holds is looked at.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.measurements import write_section
from blanket.guide import cache, labels
from blanket.guide.days.dates import today
from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, handout
from blanket.guide.paper.document import document
from blanket.guide.paper.parts import CitizenGuide, Handout
from blanket.guide.paper.ringing import may_be_south, rung, sends_to_kommune
from blanket.kb.format.model import Municipality
from blanket.paths import shipped
from blanket.search import lookup
from blanket.search.index import open_index

PRINTED_FOR = "odense"
A4 = 595.3  # points wide
_ADDRESS = re.compile(r"(?<![\w@.])(?:[\w-]+\.)+(?:dk|com|eu|org|net)(?:/[\w./?=&%-]*)?")
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>')
TOP, BOTTOM = 34, 795  # points from the top of A4: where the text of a page begins and ends


@dataclass
class Row:
    """What was found of a set of papers."""

    pages: dict[str, int] = field(default_factory=dict)
    wrong: Counter[str] = field(default_factory=Counter)
    papers: int = 0
    left_out: int = 0
    longest: str = ""


def pages_of(pdf: bytes, folder: Path) -> tuple[list[str], list[str], bool]:
    """The text of each page, the words that reach beyond the paper's edge or its margin, and whether the last page is
    nearly empty: of several, one that holds only what was agreed, or a sixth of a page at most."""
    file = folder / "ark.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True)
    pages, cut = [], []
    empty = False
    for page in done.stdout.decode().split("<page ")[1:]:
        words = _WORD.findall(page)
        pages.append(" ".join(word for _, _, _, word in words).replace("&amp;", "&").replace("\N{NO-BREAK SPACE}", " "))
        cut += [word for left, right, _, word in words if float(left) < 30 or float(right) > A4 - 30]
        lowest = max((low for _, _, down, _ in words if (low := float(down)) < BOTTOM + 5), default=0)
        empty = lowest - TOP < (BOTTOM - TOP) / 6 or pages[-1].startswith(labels.AGREED)
    return pages, cut, empty and len(pages) > 1


def steps_of(guide: CitizenGuide) -> list[str]:
    """The steps that are printed."""
    steps = [step.text for way in guide.ways for step in way.steps]
    return steps + [line.step.text for group in guide.groups for line in group.lines]


def of_the_frame(guide: CitizenGuide, municipality: str | None) -> list[str]:
    """What is wrong with whom a paper rings."""
    wrong = []
    steps = steps_of(guide)
    assert guide.box is not None
    phones = (guide.box.phone, *guide.box.others)
    local = any(not phone.number or "ommune" in phone.name for phone in phones)
    dues = [*guide.due, *guide.appeals]
    if sends_to_kommune([*steps, *(due.text for due in dues)], south=may_be_south(municipality)) and not local:
        wrong.append("sends to the kommune without number or line")
    whom = rung(steps, [])
    if whom.kind == "number" and whom.number != guide.box.phone.number:
        wrong.append("big number not the first step's")
    if whom.kind == "other" and not (guide.box.phone.number or whom.said.casefold() == guide.box.phone.name.casefold()):
        wrong.append("big number not the first step's")
    return wrong


def of_the_pages(guide: CitizenGuide, pages: list[str]) -> list[str]:
    """What is wrong with how a paper fell on its pages."""
    assert guide.box is not None
    wrong = []
    shown = guide.box.phone.number
    if (shown or labels.NUMBER) not in pages[0] and labels.KOMMUNES_NUMBER not in pages[0]:
        wrong.append("no number on page 1")
    steps = [" ".join(step.split())[:18] for step in steps_of(guide)]
    if not any(step in page for step in steps for page in pages):
        wrong.append("no step on any page")
    for page in pages[1:]:
        doing = (labels.AGREED, labels.ADVICE, labels.BRING, labels.FORM, labels.PRICE, labels.ATTORNEY)
        if not any(part in page for part in (*doing, *steps)):
            wrong.append("a page with nothing to do")
    return wrong


def look(db: sqlite3.Connection, identifiers: list[str], municipality: Municipality | None, large: bool) -> Row:
    """Print the papers of all these, and look at them."""
    row = Row()
    with tempfile.TemporaryDirectory() as name:
        for identifier in identifiers:
            doc = _made(db, identifier, municipality, large=large)
            pdf, notes = document(doc, "pdf")
            pages, cut, empty = pages_of(pdf, Path(name))
            row.papers += 1
            row.pages[identifier] = len(pages)
            row.left_out += bool(notes)
            row.wrong["lines cut"] += len(cut)
            for said in [
                *of_the_frame(doc.guides[0], municipality and municipality.id),
                *of_the_pages(doc.guides[0], pages),
                *(f"cut: {w}" for w in cut),
                *(["last page nearly empty"] if empty else []),
            ]:
                print(f"    {identifier}{' large' if large else ''}: {said}", file=sys.stderr)
                row.wrong[said] += not said.startswith("cut")
            row.longest = max([row.longest, *_ADDRESS.findall(" ".join(pages))], key=len)
    return row


def frames(db: sqlite3.Connection, identifiers: list[str], kommuner: list[Municipality]) -> Row:
    """Look at the frames of all these papers for every kommune."""
    row = Row()
    for municipality in kommuner:
        for identifier in identifiers:
            row.papers += 1
            made = _made(db, identifier, municipality, large=False)
            row.wrong.update(of_the_frame(made.guides[0], municipality.id))
    return row


def _made(db: sqlite3.Connection, identifier: str, municipality: Municipality | None, *, large: bool) -> Handout:
    found = lookup.get(db, identifier)
    assert found is not None
    return handout(db, [found], Choices(calendar=Calendar(today()), municipality=municipality, large=large))


def line(label: str, row: Row, tasks: set[str]) -> str:
    """A row of the table."""
    wrong = [f"{row.wrong[key]:6}" for key in _COLUMNS]
    if not row.pages:
        return f"{label:24} {row.papers:6}  {'':22} {''.join(wrong)}"
    counts = sorted(row.pages.values())
    most = max((pages for one, pages in row.pages.items() if one in tasks), default=0)
    pages = f"{median(counts):4.0f} {counts[int(len(counts) * 0.95)]:4} {counts[-1]:4} {most:6}"
    return f"{label:24} {row.papers:6}  {pages:22} {''.join(wrong)} {row.left_out:5} {len(row.longest):4}"


_COLUMNS = (
    *("no number on page 1", "sends to the kommune without number or line", "big number not the first step's"),
    *("no step on any page", "a page with nothing to do", "lines cut", "more than twice the pages"),
    "last page nearly empty",
)


def main() -> None:
    """Print, and with --skriv write, the table."""
    step = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1)
    with tempfile.TemporaryDirectory() as name:
        cache.keep_in(Path(name))
        db = open_index([shipped("kb")], Path(name)).db
        tasks = set(lookup.ids_of_kind(db, "opgave"))
        identifiers = [*sorted(tasks), *lookup.ids_of_kind(db, "forløb")][::step]
        named = (lookup.get(db, one) for one in lookup.ids_of_kind(db, "kommune"))
        kommuner = [found.content for found in named if found and isinstance(found.content, Municipality)]
        own = next(one for one in kommuner if one.id == PRINTED_FOR)
        rows = []
        for label, municipality in (("no kommune", None), (PRINTED_FOR, own)):
            normal, large = (look(db, identifiers, municipality, size) for size in (False, True))
            longer = [one for one, pages in large.pages.items() if pages > 2 * normal.pages[one]]
            large.wrong["more than twice the pages"] = len(longer)
            print(longer, normal.longest, large.longest, file=sys.stderr)
            print([one for one, pages in normal.pages.items() if pages > 2], file=sys.stderr)
            rows += [line(label, normal, tasks), line(f"{label}, large", large, tasks)]
            print(*rows[-2:], sep="\n", file=sys.stderr, flush=True)
        rows.append(line(f"{len(kommuner)} kommuner, frames", frames(db, identifiers, kommuner), tasks))
    head = [
        "pages: median, 95 %, highest, highest of a task; then papers with: " + "; ".join(_COLUMNS) + ";",
        "papers with something left out for room; letters of the longest printed address",
        f"{'':24} papers  pages{'':17} {''.join(f'{letter:>6}' for letter in 'abcdefgh')}   out  address",
    ]
    print("\n".join([*head, *rows]))
    if "--skriv" in sys.argv:
        write_section("Papers", "python -m bench.papers --skriv", ["```", *head, *rows, "```"])


if __name__ == "__main__":
    main()
