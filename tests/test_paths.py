"""Where things lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from blanket.paths import RELEASE_FILE, cache_folder, kb_folders, release_beside, settings_file, shipped


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("named", ["", "/somewhere/else"])
def test_the_cache_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == platformdirs.user_cache_path("blanket", appauthor=False)


def test_later_folders_come_last_and_none_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    monkeypatch.setenv("BLANKET_KB", os.pathsep.join([str(one), str(two)]))
    assert kb_folders([two, tmp_path]) == [shipped("kb"), one, two, tmp_path]


def test_settings_are_one_file() -> None:
    assert settings_file().name == "indstillinger.json"


@pytest.mark.parametrize("above", [False, True])
def test_a_release_beside_the_program_is_found_and_one_in_the_current_folder_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, above: bool
) -> None:
    program = tmp_path / "blanket" / "python"
    program.mkdir(parents=True)
    monkeypatch.setattr(sys, "executable", str(program / "python.exe"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / RELEASE_FILE).touch()
    assert release_beside() is None
    file = (program.parent if above else program) / RELEASE_FILE
    file.touch()
    assert release_beside() == file
