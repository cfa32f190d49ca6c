"""Files that are read by several processes are read as one alone reads them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from blanket.kb.format import reading_many
from blanket.kb.format.reading import read_file
from blanket.kb.format.reading_many import read_files
from tests.conftest import TASK

FILES = {
    "plain": TASK,
    "with a mark": f"\ufeff{TASK}",
    "a number": "antal: 3\nandel: 0.5\nja: ja\nsand: true\n",
    "a long number": "antal: 123456789012345678901234567890\n",
    "broken": "id: [a\ntitel: b\n",
    "a key without a value": "id: a\ntitel:\n",
    "an anchor": "id: &a b\ntitel: *a\n",
    "nothing": "",
    "letters in two parts": "titel: A\u030arhus\n",
}


@pytest.mark.skipif(sys.platform != "linux", reason="one process reads all where none can be forked")
@pytest.mark.parametrize("at_a_time", [1, 2, 100])
def test_several_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_a_time: int) -> None:
    monkeypatch.setattr(reading_many, "PARALLEL_FROM", 1)
    monkeypatch.setattr(reading_many, "AT_A_TIME", at_a_time)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    files = [tmp_path / f"{name}.yaml" for name in FILES]
    for file, text in zip(files, FILES.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    files += [tmp_path / "gone.yaml", tmp_path]
    (tmp_path / "no letters.yaml").write_bytes(b"titel: \xff\n")
    files.append(tmp_path / "no letters.yaml")
    found = list(read_files(files))
    assert found == [read_file(file) for file in files]
    assert [document.places for document in found] == [read_file(file).places for file in files]
    assert found[0].tidy
    assert any(document.problems for document in found)
