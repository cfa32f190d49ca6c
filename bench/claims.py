"""Claims drawn as a citizen and staff meet them: from the printed sheet and the shown screen, the riskiest kinds.

    python -m bench.claims --seed 20261127 [--count 60] [--without FILE…]

Each task and journey is printed (`udskriv ID -f txt -o -`) and shown (`vis ID`) by the command itself, with no kommune
chosen: what the layout shortens is drawn shortened. A claim is one sentence of one item. What stands on many sheets
alike and what only says that something is not known are left out. Equally many of each kind of harm, at most one of an
entry while there are entries enough. Prints TSV: number, id, where, kind, sentence, item. `--without`: lists drawn
before, whose claims are not drawn again.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from blanket.cli.app import main as command
from blanket.kb.base import load
from blanket.kb.format.model import kind_of
from blanket.kb.review.sentences import kinds_of
from blanket.kb.rules.readability import sentences_of
from blanket.paths import shipped

COMMON = 6  # what stands on so many sheets is the layout's, or a saying of the house
SHEET, SCREEN = "ark", "skærm"


class Harm(NamedTuple):
    """A kind of harm: the kinds of claim that can do it, as `sentences` knows them, and further words that do."""

    kinds: tuple[str, ...]
    words: re.Pattern[str] = re.compile(r"(?!)")


# What drew a claim: the first kind that a sentence is of.
HARM = {
    "må jeg": Harm(
        (),
        re.compile(
            r"Må jeg hjælpe\?|^Må(?: ikke)?:|fuldmagt|\bmå (?:ikke )?(?:hjælpe|søge|ringe|skrive|underskrive)",
            re.IGNORECASE,
        ),
    ),
    "penge": Harm(("beløb",), re.compile(r"procent|gebyr|\d ?%", re.IGNORECASE)),
    "frist": Harm(
        ("senest", "tidligst"),
        re.compile(r"\bfrist|\binden\b|\b(?:dag|dage|uger?|måned(?:er)?|år) (?:efter|før)\b", re.IGNORECASE),
    ),
    "ord": Harm(("altid", "kun", "aldrig", "gratis", "automatisk", "ingen", "alle", "af sig selv")),
    "tal": Harm(("tal",)),
}
_ITEM = re.compile(
    r"- |\[ \] |(?:\? )?\s*(?:\d+\. |[A-ZÆØÅ][\wæøå ]{1,14}: |Må jeg hjælpe\? )|[A-ZÆØÅ][^.:]*: ?[\d ]{8,}$"
)
# Lines to write on, what the program says of itself, and what is said not to be known.
_NO_CLAIM = re.compile(
    r"_{4,}|^Oplysningerne er fra|^Fristerne regnes|\(--alt\)|\(--kilder\)|\bkilder? (?:siger|nævner)|i en kilde"
    r"|ikke fundet|^(?:en )?fuldmagt, hvis",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence as it is met, the item that it stands in, and the kind of harm that it can do."""

    id: str
    where: str
    kind: str
    text: str
    item: str


def main(arguments: list[str]) -> int:
    """Draw and print. Returns 1 when there were too few claims."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description=__doc__)
    parser.add_argument("--kb", type=Path, default=shipped("kb"), help="the folder of the knowledge base")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--without", type=Path, nargs="+", default=[], metavar="FILE")
    asked = parser.parse_args(arguments)
    ids = [entry.id for entry in load([asked.kb]).entries.values() if kind_of(entry) in ("opgave", "forløb")]
    known = {tuple(line.split("\t")[1:5:3]) for file in asked.without for line in file.read_text("utf-8").splitlines()}
    found = [claim for claim in _claims(sorted(ids), asked.kb) if (claim.id, claim.text) not in known]
    drawn = draw(found, asked.count, random.Random(asked.seed))
    print("nr", "id", "hvor", "slags", "sætning", "hele punktet", sep="\t")
    for number, claim in enumerate(drawn, 1):
        print(number, claim.id, claim.where, claim.kind, claim.text, claim.item, sep="\t")
    return int(len(drawn) < asked.count)


def draw(found: Iterable[Claim], count: int, chance: random.Random) -> list[Claim]:
    """So many claims, of each kind of harm in turn; an entry again only when no other has one of the kind."""
    by_kind: dict[str, list[Claim]] = {kind: [] for kind in HARM}
    for claim in found:
        by_kind[claim.kind].append(claim)
    for claims in by_kind.values():
        chance.shuffle(claims)
    drawn: list[Claim] = []
    used: Counter[str] = Counter()
    while len(drawn) < count and any(by_kind.values()):
        for claims in by_kind.values():
            if claims and len(drawn) < count:
                chosen = min(claims, key=lambda claim: used[claim.id])  # the first of those, and they are shuffled
                claims.remove(chosen)
                used[chosen.id] += 1
                drawn.append(chosen)
    return drawn


def items_of(shown: str) -> Iterator[str]:
    """The items of a sheet or a screen, each on one line: its bullets, steps, labelled lines and paragraphs."""
    for paragraph in re.split(r"\n\s*\n", shown):
        item: list[str] = []
        for line in paragraph.splitlines():
            if item and (_ITEM.match(line.lstrip()) or item[-1].endswith(":")):
                yield " ".join(item)
                item = []
            item.append(line.strip())
        if item:
            yield " ".join(item)


def harm_of(sentence: str) -> str | None:
    """The first kind of harm that a sentence can do."""
    made = set(kinds_of(sentence))
    return next((kind for kind, harm in HARM.items() if made & set(harm.kinds) or harm.words.search(sentence)), None)


def _claims(ids: list[str], kb: Path) -> list[Claim]:
    """Every claim of these entries that can do harm, without what many of them say alike."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}, COLUMNS="80")
        pages = [
            (identifier, where, list(items_of(_shown(identifier, where, kb))))
            for identifier in ids
            for where in (SHEET, SCREEN)
        ]
    common = Counter(
        sentence for _, _, items in pages for sentence in {each for item in items for each in sentences_of(item)}
    )
    claims: dict[tuple[str, str], Claim] = {}
    for identifier, where, items in pages:
        for item in items:
            for sentence in sentences_of(item):
                text = _plain(sentence)
                kind = harm_of(sentence)
                if kind and common[sentence] < COMMON and len(text.split()) > 2 and not _NO_CLAIM.search(text):
                    claims.setdefault((identifier, text), Claim(identifier, where, kind, text, item))
    return list(claims.values())


def _plain(sentence: str) -> str:
    """A sentence without its bullet and number."""
    return re.sub(r"^(?:\? )?(?:- |\[ \] )?(?:\? )?(?:\d+\. )?", "", sentence.strip()).strip()


def _shown(identifier: str, where: str, kb: Path) -> str:
    """What the command puts out, run in this process: 500 new ones took six minutes on a busy machine."""
    words = ["udskriv", identifier, "-f", "txt", "-o", "-"] if where == SHEET else ["vis", identifier]
    bytes_out = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(bytes_out, "utf-8")) as out, redirect_stderr(io.StringIO()):
        if code := command(["--kb", str(kb), *words]):
            raise SystemExit(f"blanket {' '.join(words)}: {code}")
        out.flush()
    return bytes_out.getvalue().decode("utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
