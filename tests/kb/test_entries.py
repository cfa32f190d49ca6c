"""Writing an entry: whole, and without anything left beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.kb.entries import write_entry
from tests.conftest import TASK, write_files


def test_a_new_entry_never_takes_the_place_of_one_that_is_there(tmp_path: Path) -> None:
    file = write_files(tmp_path, {"skift-laege.yaml": TASK}) / "skift-laege.yaml"
    with pytest.raises(BlanketError):
        write_entry(file, "id: en-anden\n", new=True)
    assert file.read_text(encoding="utf-8") == TASK
