"""What tests of the handout share: the shipped base opened once, bases of one's own, and the tools that read a PDF."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from blanket.guide import cache
from blanket.guide.days.reckoning import Calendar
from blanket.guide.paper.citizen import Choices, handout
from blanket.guide.paper.document import Kind, document
from blanket.guide.paper.parts import Handout
from blanket.paths import shipped
from blanket.search import lookup
from blanket.search.index import open_index
from tests.conftest import SMALL_BASE, write_files

OpenKb = Callable[..., sqlite3.Connection]


def need(tool: str) -> str:
    """The path of a program of the system; without it the test is skipped."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed")
    return found


TODAY = date(2026, 11, 27)  # a Friday


def printed(db: sqlite3.Connection, *identifiers: str, day: date | None = None, **choices: Any) -> Handout:
    """The handout of these entries, made on TODAY. `day`: of the first entry's event."""
    entries = [found for identifier in identifiers if (found := lookup.get(db, identifier))]
    assert len(entries) == len(identifiers)
    event = next((event for found in entries if (event := getattr(found.content, "event", None))), "")
    return handout(db, entries, Choices(calendar=Calendar(TODAY, event, day), **choices))


def made(doc: Handout, kind: Kind = "pdf", *own: Path) -> bytes:
    """The handout as a file's content."""
    return document(doc, kind, own)[0]


def tool_on(pdf: bytes, folder: Path, *command: str) -> str:
    """What a poppler tool says of a PDF: `{}` in the command stands for the file."""
    need(command[0])
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [part.replace("{}", str(file)) for part in command], capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode()


def text_of(pdf: bytes, folder: Path) -> str:
    """The PDF's text in reading order, spaces and line breaks made one."""
    return " ".join(tool_on(pdf, folder, "pdftotext", "-raw", "{}", "-").split())


def lines_of(pdf: bytes, folder: Path) -> list[tuple[float, str]]:
    """(height of the letters in points, text) of every line of a PDF."""
    boxes = tool_on(pdf, folder, "pdftotext", "-bbox-layout", "{}", "-")
    found = re.findall(r'<line [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)</line>', boxes, re.DOTALL)
    return [
        (float(bottom) - float(top), " ".join(re.findall(r">([^<]+)</word>", words))) for top, bottom, words in found
    ]


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where the guides of all these tests keep things."""
    folder = tmp_path_factory.mktemp("kept")
    cache.keep_in(folder)
    return folder


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The shipped knowledge base."""
    return open_index([shipped("kb")], tmp_path_factory.mktemp("index")).db


@pytest.fixture
def open_kb(tmp_path: Path) -> OpenKb:
    """`open_kb({"opgaver/x.yaml": …})` opens the small base with these files laid over it."""

    def opened(files: Mapping[str, str | bytes | None] | None = None) -> sqlite3.Connection:
        folder = write_files(tmp_path / "kb", {**SMALL_BASE, **(files or {})})
        return open_index([folder], tmp_path / "index").db

    return opened
