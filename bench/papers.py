"""The table of papers: every task and journey, normal and large, without a kommune and with those of the base.

    python -m bench.papers            needs pdftotext (Debian: poppler-utils)
    python -m bench.papers 5          every fifth task and journey only

Pages (median, 95 per cent, highest), whether the number stands on page 1, whether a paper that sends to the kommune has
its number or a line for it, whether the big number is the first step's, pages without anything to do, the longest
printed address, and what was cut for room.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median

from blanket.guide import cache, labels
from blanket.guide.days.dates import today
from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, handout
from blanket.guide.paper.document import document
from blanket.guide.paper.parts import CitizenGuide, Handout
from blanket.guide.paper.ringing import rung, sends_to_kommune
from blanket.kb.format.model import Municipality
from blanket.paths import shipped
from blanket.search import lookup
from blanket.search.index import open_index

_NUMBER = re.compile(r"\b(\d\d \d\d \d\d \d\d|116 \d{3}|112|114|1813|1881)\b")
_ADDRESS = re.compile(r"(?<![\w@.])(?:[\w-]+\.)+(?:dk|com|eu|org|net)(?:/[\w./?=&%-]*)?")


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    file = folder / "ark.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def findings(guide: CitizenGuide, pages: list[str]) -> list[str]:
    """What is wrong with one paper."""
    wrong = []
    steps = [step.text for way in guide.ways for step in way.steps]
    steps += [line.step.text for group in guide.groups for line in group.lines]
    assert guide.box is not None
    phones = (guide.box.phone, *guide.box.others)
    shown = guide.box.phone.number or labels.KOMMUNES_NUMBER
    if shown not in pages[0] and f"{labels.NUMBER}:" not in pages[0]:
        wrong.append("no number on page 1")
    named = {guide.box.phone.name.casefold()}
    local = any(not phone.number or "ommune" in phone.name for phone in phones)
    if sends_to_kommune([*steps, *(due.text for due in guide.due)]) and not local:
        wrong.append("sends to the kommune without its number or line")
    whom = rung(steps, [])
    if steps and (found := _NUMBER.search(steps[0])) and whom.kind == "number" and found[1] != guide.box.phone.number:
        wrong.append(f"the first step rings {found[1]}, the big number is {guide.box.phone.number}")
    if whom.kind == "other" and not (guide.box.phone.number or whom.said.casefold() in named):
        wrong.append(f"the first step rings {whom.said}")
    last = pages[-1]
    if labels.AGREED not in last and not any(step[:25] in last for step in steps):
        wrong.append("a last page with nothing to do")
    return wrong


def look(db: sqlite3.Connection, identifiers: list[str], municipality: Municipality | None, *, large: bool) -> None:
    """Print one row of the table."""
    counts: list[int] = []
    wrong: Counter[str] = Counter()
    cut, longest = 0, ""
    with tempfile.TemporaryDirectory() as name:
        for identifier in identifiers:
            found = lookup.get(db, identifier)
            assert found is not None
            doc: Handout = handout(
                db, [found], Choices(calendar=Calendar(today()), municipality=municipality, large=large)
            )
            pdf, notes = document(doc, "pdf")
            pages = pages_of(pdf, Path(name))
            counts.append(len(pages))
            cut += bool(notes)
            for said in findings(doc.guides[0], pages):
                wrong[said if said.startswith(("no ", "sends", "a last")) else "other number"] += 1
                print(f"    {identifier}: {said}")
            longest = max([longest, *_ADDRESS.findall(" ".join(pages))], key=len)
    counts.sort()
    who = municipality.id if municipality else "no kommune"
    print(
        f"{who:16} {'large' if large else 'normal':7} papers {len(counts)}, pages median {median(counts):.0f},"
        f" 95 % {counts[int(len(counts) * 0.95)]}, highest {counts[-1]}; {dict(wrong) or 'nothing wrong'};"
        f" cut {cut}; longest address {len(longest)} ({longest})",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    step = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as name:
        cache.keep_in(Path(name))
        db = open_index([shipped("kb")], Path(name)).db
        identifiers = [*lookup.ids_of_kind(db, "opgave"), *lookup.ids_of_kind(db, "forløb")][::step]
        kommuner = [found.content for i in lookup.ids_of_kind(db, "kommune") if (found := lookup.get(db, i))]
        for large in (False, True):
            look(db, identifiers, None, large=large)
        for kommune in kommuner:
            assert isinstance(kommune, Municipality)
            look(db, identifiers, kommune, large=False)


if __name__ == "__main__":
    main()
