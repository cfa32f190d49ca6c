"""A copied paper is still read: pages copied twice on an office copier, beside the pages themselves.

    python -m bench.copies            needs pdftoppm (Debian: poppler-utils), tesseract (tesseract-ocr-dan)
    python -m bench.copies --skriv    writes the figures to docs/maalinger.md too

Each page is drawn in grey at 150 dots an inch, as it is scanned. A copy blurs it (each dot becomes the middle of those
around it), adds noise, darkens what is dark, and loses what is nearly white. What is copied twice is read by tesseract,
a program that sees worse than a person does; the share of the words of the page's text that it finds is printed.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measurements import write_section
from blanket.guide.days.dates import today
from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, handout
from blanket.guide.paper.document import document
from blanket.paths import shipped
from blanket.search import lookup
from blanket.search.index import open_index

IDENTIFIERS = ("skift-laege", "soeg-folkepension", "udsat-for-svindel")
DOTS_PER_INCH = "150"
COPIES = 2
NOISE = 14  # of 255: the most that a dot becomes lighter or darker
DARK, LIGHT = 60, 215  # what is darker becomes black, what is lighter white; between them the contrast is stretched
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d ]*\d")

# A page in grey: how many dots wide it is, and its dots.
Page = tuple[int, bytes]


def copied(page: Page, chance: random.Random) -> Page:
    """The page as a copier gives it back."""
    width, dots = page
    stretched = bytes(min(255, max(0, (tone - DARK) * 255 // (LIGHT - DARK))) for tone in range(256))
    grain = [chance.randint(-NOISE, NOISE) for _ in range(4099)]  # a prime: no pattern falls in with the lines
    end = len(dots) - width
    around = (dots[: end - width], dots[2 * width :], dots[width - 1 : end - 1], dots[width + 1 : end + 1])
    blurred = bytes(
        min(255, max(0, (4 * dot + up + down + left + right) // 8 + grain[at % 4099]))
        for at, (dot, up, down, left, right) in enumerate(zip(dots[width:end], *around, strict=True))
    )
    return width, (dots[:width] + blurred + dots[end:]).translate(stretched)


def words_of(text: str) -> list[str]:
    """The words and numbers of a text."""
    return [word.casefold().replace(" ", "") for word in _WORD.findall(text)]


def read(page: Page, folder: Path) -> list[str]:
    """The words that tesseract reads on a page."""
    width, dots = page
    file = folder / "side.pgm"
    file.write_bytes(f"P5 {width} {len(dots) // width} 255\n".encode() + dots)
    command = ["tesseract", str(file), "-", "-l", "dan", "--dpi", DOTS_PER_INCH]
    return words_of(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def pages_of(pdf: Path) -> list[Page]:
    """The pages in grey."""
    command = ["pdftoppm", "-r", DOTS_PER_INCH, "-gray", str(pdf), str(pdf.with_suffix(""))]
    subprocess.run(command, capture_output=True, check=True)
    pages = []
    for file in sorted(pdf.parent.glob(f"{pdf.stem}-*.pgm")):
        content = file.read_bytes()
        head = re.match(rb"P5\s(\d+)\s\d+\s255\s", content)
        assert head is not None
        pages.append((int(head[1]), content[head.end() :]))
    return pages


def share(found: list[str], wanted: list[str]) -> float:
    """How many of the wanted words are among those found."""
    there = set(found)
    return sum(word in there for word in wanted) / len(wanted)


def main() -> None:
    """Print, and with --skriv write, the share of words that are read before and after."""
    for tool in ("pdftoppm", "pdftotext", "tesseract"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is not installed: nothing was measured.")
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    if "dan" not in languages.split():
        sys.exit("tesseract knows no Danish (tesseract-ocr-dan): nothing was measured.")
    chance = random.Random(13)
    lines = [f"{'first page, words read by tesseract':38} {'words':>6} {'itself':>7} {'copied':>7}"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = open_index([shipped("kb")], folder).db
        for identifier in IDENTIFIERS:
            for large in (False, True):
                found = lookup.get(db, identifier)
                assert found is not None
                pdf = folder / f"{identifier}{'-stor' if large else ''}.pdf"
                made = handout(db, [found], Choices(calendar=Calendar(today()), large=large))
                pdf.write_bytes(document(made, "pdf")[0])
                text = subprocess.run(["pdftotext", "-l", "1", str(pdf), "-"], capture_output=True, check=True).stdout
                wanted = words_of(text.decode())
                page = pages_of(pdf)[0]
                before = share(read(page, folder), wanted)
                for _ in range(COPIES):
                    page = copied(page, chance)
                after = share(read(page, folder), wanted)
                lines.append(f"{pdf.stem:38} {len(wanted):6} {before:7.1%} {after:7.1%}")
                print(lines[-1], flush=True)
    if "--skriv" in sys.argv:
        write_section("Copied twice", "python -m bench.copies --skriv", ["```", *lines, "```"])


if __name__ == "__main__":
    main()
