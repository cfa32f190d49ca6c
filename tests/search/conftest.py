"""A small base, indexed in memory, for tests of matching and ranking."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from blanket.search.index import open_index
from tests.conftest import GLOSSARY, TASK, WriteKb

Indexed = Callable[..., sqlite3.Connection]


def task(identifier: str, title: str, keywords: str = "", text: str = "Noget andet.", more: str = "") -> str:
    """A task with these words and nothing else that could be found."""
    body = TASK.replace("id: skift-laege", f"id: {identifier}").replace("titel: Skift læge", f'titel: "{title}"')
    body = body.replace("Du kan vælge en ny læge.", text)
    return body + (f"søgeord: [{keywords}]\n" if keywords else "") + more


@pytest.fixture
def indexed(write_kb: WriteKb, tmp_path: Path) -> Indexed:
    """`indexed({"skift-laege": task(...)})` indexes tasks by id, with a glossary if one is given."""

    def index(tasks: Mapping[str, str], glossary: str = GLOSSARY, **others: str) -> sqlite3.Connection:
        files = {f"opgaver/{identifier}.yaml": text for identifier, text in tasks.items()}
        folder = write_kb(
            {**files, "ordbog.yaml": glossary, **{name.replace("__", "/"): text for name, text in others.items()}}
        )
        return open_index([folder], tmp_path / "cache").db

    return index
