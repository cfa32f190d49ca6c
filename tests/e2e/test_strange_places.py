"""What stands where something else should, on every system: said in Danish, and never in the way of an answer."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import TASK, WriteKb
from tests.e2e.conftest import Blanket, run
from tests.e2e.test_boundary import ENGLISH

TEXT = ("udskriv", "skift-laege", "-f", "txt", "-o", "-")


@pytest.fixture
def blocked(tmp_path: Path) -> dict[str, str]:
    """The user's settings cannot be: their folder is a file."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "blanket").touch()
    return {"XDG_CONFIG_HOME": str(tmp_path / "config"), "APPDATA": str(tmp_path / "config")}


@pytest.mark.parametrize(
    "command", [("vis", "skift-laege"), TEXT, ("steder",), ("find", "læge", "-n", "1")], ids=lambda words: words[0]
)
def test_a_file_where_the_settings_should_lie_hinders_nobody(
    command: tuple[str, ...], blocked: dict[str, str], blanket: Blanket
) -> None:
    ran = blanket(*command, **blocked)
    assert (ran.code, ran.out != "") == (0, True)
    assert "indstillinger.json" in ran.err
    assert not re.search("slet", ran.err, re.IGNORECASE)


def test_what_cannot_be_kept_there_is_said_in_danish(blocked: dict[str, str], blanket: Blanket) -> None:
    ran = blanket("kommune", "odense", **blocked)
    assert ran.code == 3
    assert "kan ikke gemmes" in ran.err
    assert not ENGLISH.search(ran.err)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("find", "læge", "-n", "0"), "fra 1 til"),
        (("udskriv", "skift-laege", "-o", "fil/x.txt"), "fil"),
        (("kb", "byg", "mangler/i.sqlite"), "i.sqlite kan ikke skrives"),
    ],
    ids=["a number out of range", "a file as a folder", "a folder that is not there"],
)
def test_what_is_asked_wrongly_is_answered_in_danish(
    command: tuple[str, ...], said: str, tmp_path: Path, blanket: Blanket
) -> None:
    (tmp_path / "fil").touch()
    ran = blanket(*command, cwd=tmp_path)
    assert ran.code in (1, 2)
    assert said in ran.err
    assert not ENGLISH.search(ran.err + ran.out)


def test_a_template_with_a_mistake_gives_a_paper_and_a_word_in_danish(blanket: Blanket, write_kb: WriteKb) -> None:
    own = write_kb({"templates/handout.txt.j2": "{{ doc.mangler }}"})
    ran = blanket(*TEXT, "--kb", str(own))
    assert (ran.code, "Skift læge" in ran.out) == (0, True)
    assert "handout.txt.j2" in ran.err
    assert not ENGLISH.search(ran.err)


def test_without_a_cache_hits_have_ids_and_numbers_lead_to_them(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    nowhere = {"XDG_CACHE_HOME": str(tmp_path / "fil"), "LOCALAPPDATA": str(tmp_path / "fil")}
    found = run(tmp_path, "find", "boligstøtte", "-n", "1", cwd=None, **nowhere)
    (identifier,) = re.findall("^ {4}([a-z-]+)$", found.out, re.MULTILINE)
    assert f"blanket vis {identifier}" in found.out
    asked = run(tmp_path, "vis", "1", cwd=None, **nowhere)
    assert (asked.code, "blanket vis ID" in asked.err) == (1, True)


def test_keys_whose_letters_are_in_two_parts_are_read(blanket: Blanket, write_kb: WriteKb) -> None:
    text = TASK.replace("skift-laege", "prove") + "se_også: [soeg-boligstoette]\n"
    own = write_kb({"opgaver/prove.yaml": unicodedata.normalize("NFD", text)})
    ran = blanket("vis", "prove", "--alt", "--kb", str(own))
    assert (ran.code, "soeg-boligstoette" in ran.out) == (0, True)
