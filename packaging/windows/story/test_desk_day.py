"""A day at the desk with the folder alone: find, show, print, the plain desk."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from story.conftest import FOLDER, Blanket, typed, waited
from tests.e2e.conftest import COMMAND, environment

WORDS = "mor kan ikke læse sin digitale post"


def test_the_folder_answers_from_the_release_that_lies_in_it(blanket: Blanket) -> None:
    assert (FOLDER / "vidensbase.blanket").is_file()
    ran = blanket("find", *WORDS.split())
    assert ran.code == 0
    assert ran.out.lstrip().startswith("1. ")
    assert "\r\r" not in ran.out
    assert ran.err == ""  # no index had to be made
    assert "Må jeg hjælpe?" in blanket("vis", "1").out


def test_the_plain_desk_opens_finds_and_shows(home: Path) -> None:
    said = typed(home, f"{WORDS}\n1\nslut\n", "--linjer")
    assert "Skranken i linjer" in said
    assert "Digital Post" in said


def test_double_click_starts_the_same_and_passes_words_on(home: Path) -> None:
    done = subprocess.run(
        ["cmd", "/c", str(FOLDER / "Blanket.cmd"), "find", "mitid"],
        capture_output=True,
        env={**environment(home), "USERPROFILE": str(home)},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "MitID" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("page", ["850", "1252", "65001"])
def test_what_is_written_is_utf8_whatever_the_code_page(home: Path, page: str) -> None:
    line = f'chcp {page} >nul & "{COMMAND}" vis skift-laege'
    done = subprocess.run(
        f'cmd /c "{line}"',
        capture_output=True,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "læge" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("ending", ["pdf", "html", "txt"])
def test_a_page_is_written_under_a_name_with_danish_letters(blanket: Blanket, tmp_path: Path, ending: str) -> None:
    file = tmp_path / "Fælles drev" / f"ark til Åse.{ending}"
    ran = blanket("udskriv", "skift-laege", "-o", str(file))
    assert ran.code == 0, ran.err
    content = file.read_bytes()
    assert b"/BaseFont" in content if ending == "pdf" else "læge" in content.decode("utf-8")


def whole(file: Path) -> bool:
    return file.is_file() and file.read_bytes().rstrip().endswith(b"%%EOF")


def test_a_page_goes_to_the_program_that_prints_or_opens_it(blanket: Blanket, tmp_path: Path) -> None:
    """The print verb and `start`, with a small program in the place of the reader of PDF files."""
    import winreg as registry

    winreg: Any = registry
    script = tmp_path / "læser.py"  # copies what it is given to a file beside itself, named as the verb
    script.write_text("import shutil, sys\nshutil.copy(sys.argv[2], __file__ + sys.argv[1])\n", encoding="utf-8")
    for root, classes in ((winreg.HKEY_CURRENT_USER, "Software\\Classes\\"), (winreg.HKEY_CLASSES_ROOT, "")):
        with suppress(PermissionError):  # Wine looks in the second alone, which is only an administrator's on Windows
            for verb in ("open", "print", "printto"):
                command = f'"{sys.executable}" "{script}" {verb} "%1"'
                assert len(command) < 256, "Wine reads no more of it, and says that no program prints"
                winreg.SetValue(root, rf"{classes}Laeser\shell\{verb}\command", winreg.REG_SZ, command)
            winreg.SetValue(root, rf"{classes}.pdf", winreg.REG_SZ, "Laeser")
    for options, verb in ((["--print"], "print"), (["-o", str(tmp_path / "a.pdf"), "--åbn"], "open")):
        ran = blanket("udskriv", "skift-laege", *options)
        assert ran.code == 0, ran.err
        file = Path(f"{script}{verb}")
        assert waited(partial(whole, file)), verb


def test_a_reader_that_has_seen_enough_ends_it_quietly(home: Path) -> None:
    process = subprocess.Popen(
        [str(COMMAND), "steder", "--alle"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(home)
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read().decode("utf-8", "replace")
    assert process.wait(60) in (0, 3)
    assert "Traceback" not in said
    assert "Exception" not in said


def test_settings_and_cache_lie_in_the_profile_and_nothing_in_the_folder(blanket: Blanket, home: Path) -> None:
    before = sorted(path for path in FOLDER.rglob("*"))
    assert blanket("kommune", "odense").code == 0
    assert blanket("find", "mitid").code == 0
    environ = environment(home)
    assert Path(environ["APPDATA"], "blanket", "indstillinger.json").is_file()
    assert Path(environ["LOCALAPPDATA"], "blanket", "Cache").is_dir()
    assert sorted(path for path in FOLDER.rglob("*")) == before
