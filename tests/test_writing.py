"""Writing a file: whole or not at all, through links, with its mode, and nothing left beside it."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from blanket.writing import draft_of, sweep_drafts, write_whole
from tests.conftest import needs_links, on_windows, write_files

TWO_HOURS = 2 * 3600


@needs_links
def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "delt").mkdir()
    (tmp_path / "delt/a.yaml").write_text("gammel", encoding="utf-8")
    link = tmp_path / "a.yaml"
    link.symlink_to("delt/a.yaml")
    write_whole(link, "ny")
    assert link.is_symlink()
    assert (tmp_path / "delt/a.yaml").read_text(encoding="utf-8") == "ny"


@pytest.mark.skipif(on_windows, reason="Windows knows no modes but write protection, which has a test of its own")
def test_the_mode_of_a_file_that_is_replaced_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("gammel", encoding="utf-8")
    file.chmod(0o664)
    old = os.umask(0o077)
    try:
        write_whole(file, "ny")
    finally:
        os.umask(old)
    assert file.stat().st_mode & 0o777 == 0o664


def test_a_write_protected_file_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("gammel", encoding="utf-8")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_whole(file, "ny")
    assert file.read_text(encoding="utf-8") == "gammel"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_is_no_file_to_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, "ny")


def test_a_draft_that_is_not_finished_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("gammel", encoding="utf-8")

    def stopped() -> None:
        with draft_of(file) as draft:
            draft.write_text("halv", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stopped()
    assert file.read_text(encoding="utf-8") == "gammel"
    assert list(tmp_path.iterdir()) == [file]


def read_when_it_may_be(file: Path) -> str:
    """A file's text. On Windows it cannot be opened in the moment in which it is replaced."""
    for _ in range(200 if on_windows else 0):
        try:
            return file.read_text(encoding="utf-8")
        except PermissionError:
            time.sleep(0.01)
    return file.read_text(encoding="utf-8")


def test_many_writers_of_one_file_never_mix(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    seen: list[str] = []

    def write(sign: str) -> None:
        for _ in range(30):
            write_whole(file, sign * 5000)
            seen.append(read_when_it_may_be(file))

    threads = [threading.Thread(target=write, args=(sign,)) for sign in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 120
    assert all(len(text) == 5000 and len(set(text)) == 1 for text in seen)


def test_drafts_that_a_kill_left_are_swept_away_and_nothing_else(tmp_path: Path) -> None:
    end = ".blanket-udkast"
    names = (f".a.yaml.4711-ab{end}", f".a.yaml.12-cd{end}", ".a.yaml.bak", f".a-2.yaml.4711-ab{end}")
    old, young, backup, other = (write_files(tmp_path, {name: "x"}) / name for name in names)
    for draft in (old, backup, other):
        os.utime(draft, (time.time() - TWO_HOURS,) * 2)
    sweep_drafts(tmp_path / "a.yaml")
    assert sorted(tmp_path.iterdir()) == sorted([young, backup, other])


def test_a_draft_that_cannot_be_swept_away_harms_nobody(tmp_path: Path) -> None:
    draft = tmp_path / ".a.yaml.4711-ab.blanket-udkast"
    draft.mkdir()  # nothing that can be unlinked
    os.utime(draft, (time.time() - TWO_HOURS,) * 2)
    sweep_drafts(tmp_path / "a.yaml")
    assert draft.is_dir()
