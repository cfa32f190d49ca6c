"""Where things lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from blanket.paths import RELEASE_FILE, cache_folder, data_folder, kb_folders, release_beside, settings_file, shipped


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs itself is asked")
@pytest.mark.parametrize("named", ["", "/somewhere/else"])
def test_the_cache_is_where_platformdirs_says(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    assert cache_folder() == platformdirs.user_cache_path("blanket", appauthor=False)


@pytest.mark.parametrize("given", ["/home/users/åse", ""])
def test_windows_keeps_settings_where_they_follow_the_user_and_the_cache_where_it_does_not(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("APPDATA", given and f"{given}/Roaming")
    monkeypatch.setenv("LOCALAPPDATA", given and f"{given}/Local")
    places = [settings_file().parent, data_folder(), cache_folder()]
    if given:
        assert places == [
            Path(f"{given}/{name}") for name in ("Roaming/blanket", "Roaming/blanket", "Local/blanket/Cache")
        ]
    else:  # no such variable: platformdirs knows what Windows itself would say
        assert all(place.is_absolute() for place in places)


def test_later_folders_come_last_and_none_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    monkeypatch.setenv("BLANKET_KB", os.pathsep.join([str(one), str(two)]))
    assert kb_folders([two, tmp_path]) == [shipped("kb"), one, two, tmp_path]


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
