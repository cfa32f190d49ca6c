"""Looking after a kommune's own entries on Windows, and handing them out while others read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from story.conftest import Blanket, open_elsewhere
from tests.conftest import PLACE, TASK
from tests.e2e.conftest import COMMAND, environment

OWN = TASK.replace("skift-laege", "vores-aeroe").replace("Skift læge", "Ærøs egen opgave")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A kommune's own folder, below a name with blanks and Danish letters."""
    folder = tmp_path / "Ærø Kommune" / "kb"
    (folder / "opgaver").mkdir(parents=True)
    return folder


def test_new_edited_checked_and_published(blanket: Blanket, own: Path, tmp_path: Path) -> None:
    new = blanket("kb", "ny", "sted", "raadhuset-her", "--kb", str(own))
    assert new.code == 0, new.err
    place = PLACE.replace("mitid-support", "raadhuset-her").replace("MitID Support", "Rådhuset på Ærø")
    (own / "steder/raadhuset-her.yaml").write_bytes(place.replace("\n", "\r\n").encode())
    (own / "opgaver/vores-aeroe.yaml").write_bytes(OWN.replace("\n", "\r\n").encode("utf-8-sig"))
    checked = blanket("kb", "tjek", str(own), "--kb", str(own))
    assert checked.code == 0, checked.out
    editor = tmp_path / "redigér.py"
    editor.write_text(
        "import sys\nfile = sys.argv[1]\ntext = open(file, 'rb').read()\n"
        "open(file, 'wb').write(text.replace(b'\\xc3\\x86r\\xc3\\xb8s egen', b'\\xc3\\x86r\\xc3\\xb8s nye'))\n",
        encoding="utf-8",
    )
    edited = blanket("kb", "ret", "vores-aeroe", "--kb", str(own), EDITOR=f'"{sys.executable}" "{editor}"')
    assert edited.code == 0, edited.err
    assert "Ærøs nye" in (own / "opgaver/vores-aeroe.yaml").read_text(encoding="utf-8-sig")
    release = tmp_path / "Fælles drev" / "vidensbase.blanket"
    release.parent.mkdir()
    published = blanket("kb", "udgiv", str(release.parent), "--kb", str(own))
    assert published.code == 0, published.err
    assert "Ærøs nye opgave" in blanket("find", "ærøs", "nye", "opgave", "--kb", str(release)).out


def test_a_release_on_a_share_is_replaced_while_others_ask_it(blanket: Blanket, own: Path, home: Path) -> None:
    share = os.environ.get("BLANKET_SHARE", "")
    if not share:
        pytest.skip("no share named in BLANKET_SHARE")
    (own / "opgaver/vores-aeroe.yaml").write_text(OWN, encoding="utf-8")
    release = Path(share, "vidensbase.blanket")
    assert blanket("kb", "byg", str(release), "--kb", str(own)).code == 0
    code = (
        "import subprocess, sys\nbad = 0\n"
        "for _ in range(12):\n"
        "    done = subprocess.run(sys.argv[1:], capture_output=True)\n"
        "    bad += done.returncode != 0 or b'Traceback' in done.stderr\n"
        "print(bad)\n"
    )
    asking = [str(COMMAND), "find", "mitid", "--kb", str(release)]
    with subprocess.Popen(
        [sys.executable, "-c", code, *asking], env=environment(home), stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as readers:
        replaced = 0
        while readers.poll() is None:
            ran = blanket("kb", "byg", str(release), "--kb", str(own))
            assert ran.code == 0, ran.err
            replaced += 1
        assert readers.stdout is not None
        assert readers.stdout.read().strip() == b"0"
    assert replaced >= 1


def test_a_page_that_somebody_has_open_stays_and_it_is_said(blanket: Blanket, tmp_path: Path) -> None:
    file = tmp_path / "ark.pdf"
    assert blanket("udskriv", "skift-laege", "-o", str(file)).code == 0
    before = file.read_bytes()
    with open_elsewhere(file):
        ran = blanket("udskriv", "skift-laege", "--stor", "-o", str(file), "--overskriv")
    assert ran.code == 1
    assert "ark.pdf" in ran.err
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["ark.pdf"]


def test_an_index_that_somebody_has_open_hinders_nobody(blanket: Blanket, own: Path, home: Path) -> None:
    file = own / "opgaver/vores-aeroe.yaml"
    file.write_text(OWN, encoding="utf-8")
    assert "Ærøs egen" in blanket("find", "ærøs", "egen", "--kb", str(own)).out
    cache = Path(environment(home)["LOCALAPPDATA"], "blanket", "Cache")
    for index in cache.glob("*.sqlite"):
        with open_elsewhere(index):
            file.write_text(OWN.replace("egen", "anden"), encoding="utf-8")
            assert "Ærøs anden" in blanket("find", "ærøs", "anden", "--kb", str(own)).out
            file.write_text(OWN, encoding="utf-8")


def test_a_thousand_files_are_read_by_several_processes(blanket: Blanket, own: Path) -> None:
    for number in range(1000):
        text = OWN.replace("vores-aeroe", f"vores-{number}")
        (own / f"opgaver/vores-{number}.yaml").write_text(text, encoding="utf-8")
    ran = blanket("find", "ærøs", "egen", "--kb", str(own))
    assert ran.code == 0, ran.err
    assert "Ærøs egen opgave" in ran.out


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "CON"])
def test_a_name_that_windows_keeps_for_devices_is_no_id(blanket: Blanket, own: Path, name: str) -> None:
    ran = blanket("kb", "ny", "opgave", name, "--kb", str(own))
    assert ran.code == 2
    assert list((own / "opgaver").iterdir()) == []


@pytest.mark.parametrize("name", ["nul.pdf", "con.pdf", "a:b.pdf", "hvad?.pdf", "x" * 300 + ".pdf"])
def test_a_page_that_no_file_can_be_called_is_refused_in_danish(blanket: Blanket, tmp_path: Path, name: str) -> None:
    ran = blanket("udskriv", "skift-laege", "-o", str(tmp_path / name))
    assert ran.code in (1, 2)
    assert "kan ikke" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_path_longer_than_260_letters_works_or_is_named(blanket: Blanket, tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*(["Borgerservice og digital hjælp til alle"] * 7))
    try:
        deep.mkdir(parents=True)
    except OSError:
        pytest.skip("this Windows makes no folder with so long a path")
    assert len(str(deep)) > 260
    ran = blanket("udskriv", "skift-laege", "-o", str(deep / "ark.pdf"))
    assert (ran.code == 0 and (deep / "ark.pdf").is_file()) or (ran.code == 1 and "kan ikke" in ran.err)
