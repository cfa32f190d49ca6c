"""Every rule's own samples: the wrong one breaks the rule, the right one does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest

from blanket.kb.base import load
from blanket.kb.editing.mending import mend
from blanket.kb.format.problem import Problem
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.rule import Rule, Sample
from blanket.kb.format.schema import decode
from blanket.kb.review.all_rules import ALL_RULES
from blanket.kb.review.checking import check
from blanket.kb.review.links import Manners, ask, link_problems, links_in
from blanket.search.engine import search
from blanket.search.index import open_index
from tests.conftest import FORM, GLOSSARY, JOURNEY, MUNICIPALITY, PLACE, SMALL_BASE, write_files

TODAY = date(2026, 11, 22)
TASK_FILE = "opgaver/skift-laege.yaml"
# An entry of every kind that a sample's lines are laid over, by folder.
ENTRIES = {
    "opgaver": "id: ID\ntitel: Om ID\nemne: sundhed\nmyndighed: Kommunen\nkort: Du kan vælge en ny læge.\n"
    'kontakt:\n- navn: Borgerservice\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/\n',
    "blanketter": FORM.replace("fd-001a", "ID"),
    "forloeb": JOURNEY.replace("doedsfald", "ID"),
    "steder": PLACE.replace("mitid-support", "ID").replace('telefon: "33 98 00 10"\n', ""),
    "kommuner": MUNICIPALITY.replace("odense", "ID"),
}
FILE_LINE = re.compile(r"# ((?:[a-z]+/[\w-]+|ordbog)\.yaml)")
KEY = re.compile(r"[^\s#-][^:]*:")


TRIED = ("B057", "B058")  # a page must be made: see tests/desk/test_trying.py


class Foreign(msgspec.Struct):
    """A model with a type that the form check leaves to msgspec: nothing that can be written breaks B029."""

    tal: float


def files_of(sample: str | Sample) -> Mapping[str, str | bytes | None]:
    """The files of a sample."""
    if isinstance(sample, Sample):
        return sample.files()
    files: dict[str, str | bytes | None] = {}
    text = sample.replace("(i år)", str(TODAY.year)).replace("(i denne måned)", f"{TODAY:%Y-%m}")
    for name, lines in by_file(text.replace("<tabulator>", "\t")).items():
        folder, _, rest = name.partition("/")
        entry = GLOSSARY if not rest else ENTRIES[folder].replace("ID", rest.removesuffix(".yaml"))
        files[name] = laid_over(entry, lines)
    return files


def by_file(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = TASK_FILE
    for line in text.splitlines():
        if match := FILE_LINE.fullmatch(line):
            name = match[1]
        else:
            found.setdefault(name, []).append(line)
    return found


def laid_over(entry: str, lines: list[str]) -> str:
    """The entry with its keys at the top replaced by the lines', where the first of them stood, or at the end."""
    new = {line.split(":")[0] for line in lines if KEY.match(line)}
    kept: list[str] = []
    at = None
    skipping = False
    for line in entry.splitlines():
        if KEY.match(line):
            skipping = line.split(":")[0] in new
            at = len(kept) if skipping and at is None else at
        if not skipping:
            kept.append(line)
    at = len(kept) if at is None else at
    return "\n".join([*kept[:at], *lines, *kept[at:]]) + "\n"


def found_in(rule: Rule, sample: str | Sample, folder: Path) -> list[Problem]:
    """What is found in a sample, advice included; søgetest are tried in an index of it."""
    if isinstance(sample, Sample) and sample.status:
        return answered(sample, folder)
    if rule.code == "B029":
        document = read_bytes(str(sample).encode(), Path())
        decode(document, Foreign)
        return document.problems
    files = files_of(sample)
    if any(name.startswith("egen/") for name in files):  # about a shared folder and an own one
        write_files(folder, files)
        return check([folder / "fælles", folder / "egen"], None, TODAY, advice=True).problems
    write_files(folder / "kb", {**SMALL_BASE, **files})
    db: Any = None

    def finder(query: str) -> list[str]:
        nonlocal db
        db = db or open_index([folder / "kb"], folder / "cache").db
        return [hit.id for hit in search(db, query, limit=3)]

    problems = load([folder / "kb"], advise=TODAY, finder=finder).problems
    return [found for found in problems if found.file.relative_to(folder / "kb").as_posix() in files]


def answered(sample: Sample, folder: Path) -> list[Problem]:
    """What is found when every page answers as the sample says."""
    links = links_in([write_files(folder, SMALL_BASE) / TASK_FILE])

    def page(request: httpx.Request) -> httpx.Response:
        if sample.location and str(request.url) != sample.location:
            return httpx.Response(sample.status, headers={"location": sample.location})
        return httpx.Response(200 if sample.location else sample.status)

    client = httpx.Client(transport=httpx.MockTransport(page))
    return link_problems(links, {link.address: ask(client, link.address, Manners()) for link in links})


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL_RULES.values() if rule.code not in TRIED], ids=lambda rule: rule.code
)
def test_the_wrong_sample_breaks_the_rule_and_the_right_one_does_not(rule: Rule, tmp_path: Path) -> None:
    wrong, right = found_in(rule, rule.wrong, tmp_path / "wrong"), found_in(rule, rule.right, tmp_path / "right")
    assert rule.code in [found.code for found in wrong]
    assert rule.code not in [found.code for found in right]
    assert [str(found) for found in right if found.error] == []


@pytest.mark.parametrize("rule", [rule for rule in ALL_RULES.values() if rule.mend], ids=lambda rule: rule.code)
def test_a_rule_that_mends_by_itself_mends_its_wrong_sample(rule: Rule, tmp_path: Path) -> None:
    files = files_of(rule.wrong)
    mended = {name: mend(str(text).encode(), tmp_path / "kb" / name).decode() for name, text in files.items()}
    assert mended != files
    write_files(tmp_path / "kb", {**SMALL_BASE, **mended})
    assert rule.code not in [found.code for found in load([tmp_path / "kb"], advise=TODAY).problems]


@pytest.mark.parametrize("rule", ALL_RULES.values(), ids=lambda rule: rule.code)
def test_a_rule_says_why_it_is_there_in_whole_sentences(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert rule.why[:1].isupper() or rule.why[:1] in "“&"
