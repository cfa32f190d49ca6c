"""Vouching for an entry changes the lines of one key, and every other byte stays."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blanket.errors import BlanketError, Exit
from blanket.kb.base import load
from blanket.kb.editing.checked import checked_day, move_old, vouch_for
from blanket.kb.editing.splicing import is_plain, scalar, set_keys
from blanket.kb.files import kb_files
from blanket.kb.format.key_order import key_order, order_of
from blanket.kb.format.model import MODELS
from blanket.kb.format.reading import read_bytes
from blanket.paths import shipped
from tests.conftest import FORM, SMALL_BASE, TASK, WriteKb

DAY = date(2026, 11, 22)
KEY = {"kontrolleret": {"dato": "2026-11-22", "af": "Mette, Borgerservice"}}
LINES = ["kontrolleret:", "  dato: 2026-11-22", '  af: "Mette, Borgerservice"']
ORDER = key_order(MODELS["opgave"])
ALL_FILES = [file for file in kb_files([shipped("kb")]) if file.kind in MODELS]

# Everything that a writer of YAML would lay out anew.
ODD = """\
# yaml-language-server: $schema=../../docs/skema/opgave.json

#   Øverst
id:   skift-laege      # id
'titel': 'Skift læge'
søgeord: [ lægeskift,   "ny læge",
    egen læge ]   # tre
emne: sundhed
myndighed: >-
  Kommunen
  (Borgerservice)
kort: "Du kan vælge
  en ny læge."
kontakt:
    -   navn: Borgerservice
        telefon: "70 12 80 63"
        kilde: https://www.borger.dk/en-meget-lang-adresse/som-ikke-maa-brydes/fordi-den-er-lang/og-saa-lidt-til/x
kilder:
- {adresse: "https://www.borger.dk/", læst: 2026-11}   # læst

# om det usikre
usikkert:
  - |
    Ved ikke.

# slut
"""


def changed(text: str) -> str:
    """The text with the key set."""
    return set_keys(text.encode(), Path("a.yaml"), KEY, ORDER).decode()


def test_it_goes_after_the_sources_and_touches_nothing() -> None:
    before, after = ODD.splitlines(keepends=True), changed(ODD).splitlines(keepends=True)
    at = before.index('- {adresse: "https://www.borger.dk/", læst: 2026-11}   # læst\n') + 1
    assert after == [*before[:at], *(line + "\n" for line in LINES), *before[at:]]


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", [True, False])
def test_line_ends_byte_order_mark_and_missing_last_line_end_stay(eol: str, mark: str, end: bool) -> None:
    text = mark + (TASK if end else TASK.rstrip("\n")).replace("\n", eol)
    new = eol.join(LINES)
    assert changed(text) == (text + new + eol if end else text + eol + new)


OLD_AND_NEW = [
    ('{dato: 2025-01-02, af: "Per"} # ok\n', '{dato: 2026-11-22, af: "Mette, B"} # ok\n'),
    ("\n  # hvem\n  af: 'Per'\n\n  dato: '2025'\n", "\n  # hvem\n  af: 'Mette, B'\n\n  dato: '2026-11-22'\n"),
    ("\n  dato: 2025-01\n  af: |\n    Per\n", '\n  dato: 2026-11-22\n  af: "Mette, B"\n'),
    ("\n  dato: 2026-11-22\n  af: >-\n    Mette,\n    B\n", "\n  dato: 2026-11-22\n  af: >-\n    Mette,\n    B\n"),
]


@pytest.mark.parametrize(("there", "then"), OLD_AND_NEW)
def test_an_old_one_is_changed_where_it_stands(there: str, then: str) -> None:
    key = {"kontrolleret": {"dato": "2026-11-22", "af": "Mette, B"}}
    result = set_keys(f"{TASK}kontrolleret: {there}# slut\n".encode(), Path("a.yaml"), key, ORDER)
    assert result.decode() == f"{TASK}kontrolleret: {then}# slut\n"


def test_the_same_again_changes_nothing() -> None:
    assert changed(changed(ODD)) == changed(ODD)


def test_a_block_text_just_before_it() -> None:
    text = f"{TASK}søgetest:\n- |+\n  ny læge\n\nusikkert: [a]\n"
    assert changed(text) == f"{TASK}søgetest:\n- |+\n  ny læge\n\n" + "\n".join(LINES) + "\nusikkert: [a]\n"


def test_document_marks_stay() -> None:
    assert changed(f"---\n{TASK}...\n") == f"---\n{TASK}" + "\n".join(LINES) + "\n...\n"


@pytest.mark.parametrize(
    "text", ["{id: a, titel: b}\n", "id: [\n", "- a\n", "", f"{TASK}kontrolleret: ja da\n", "tal: 1\n"]
)
def test_what_cannot_be_cut_safely_is_refused_with_the_lines_to_write(text: str) -> None:
    with pytest.raises(BlanketError) as refused:
        changed(text)
    assert LINES[-1] in refused.value.cure


@pytest.mark.parametrize("file", ALL_FILES, ids=lambda file: file.path.stem)
def test_every_shipped_entry_keeps_its_other_lines(file: object) -> None:
    path = file.path  # type: ignore[attr-defined]
    before = path.read_bytes()
    after = set_keys(before, path, KEY, order_of(path))
    assert without_vouching(after.decode()) == without_vouching(before.decode())
    assert read_bytes(after, path).data["kontrolleret"] == KEY["kontrolleret"]


def without_vouching(text: str) -> str:
    return re.sub(r"^kontrolleret:(?:.*\n)(?: .*\n)*", "", text, flags=re.MULTILINE)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Cn"]), min_size=1).map(str.strip))
def test_any_name_reads_back(name: str) -> None:
    if not name:
        return
    read = read_bytes(f"a: {scalar(name)}\nb: {{c: {scalar(name)}}}\n".encode(), Path("a.yaml"))
    composed = normalize("NFC", name)
    assert read.data == {"a": composed, "b": {"c": composed}}


def test_a_name_with_letters_in_two_parts_is_set_in_one() -> None:
    split = normalize("NFD", "Åse på Ø")
    text = set_keys(TASK.encode(), Path("a.yaml"), {"kontrolleret": {"dato": "2026-11-22", "af": split}}, ORDER)
    assert text.decode().endswith("af: Åse på Ø\n")


@pytest.mark.parametrize("value", ["ja", "Mette", "2026-11-22", "FD 001A", "Spørg: Mette".replace(":", ";")])
def test_plain_where_that_is_safe(value: str) -> None:
    assert is_plain(value)


@pytest.mark.parametrize(
    "value", ["yes", "2024", "a: b", "a, b", "#a", "a #b", "[a", "*a", "", "a\nb", "02.034", "null"]
)
def test_quoted_where_it_is_not(value: str) -> None:
    assert scalar(value).startswith('"')


def test_a_vouch_is_a_line_beside_the_entries_and_touches_none_of_them(write_kb: WriteKb) -> None:
    base, own = write_kb(SMALL_BASE, "base"), write_kb({}, "own")
    (done,) = vouch_for(["fd-001a"], " Mette ", DAY, None, own=own, folders=[base, own])
    assert (done.changed, done.file) == (True, own / "kontrol.tsv")
    assert (done.vouch.name, done.vouch.role) == ("Mette", "Borgerservice")
    assert (base / "blanketter/fd-001a.yaml").read_text(encoding="utf-8") == FORM
    assert [path.name for path in own.iterdir()] == ["kontrol.tsv"]
    (again,) = vouch_for(["fd-001a"], "Mette", DAY, None, own=own, folders=[base, own])
    assert not again.changed


def test_an_old_key_is_moved_and_nothing_else_of_the_file(write_kb: WriteKb) -> None:
    old = FORM + "# om kontrol\nkontrolleret:\n  dato: 2026-11\n  af: Mette\n# slut\n"
    own = write_kb({**SMALL_BASE, "blanketter/fd-001a.yaml": old})
    (done,) = move_old(load([own, own]), own)
    assert (done.vouch.day, done.vouch.name) == ("2026-11-01", "Mette")
    assert (own / "blanketter/fd-001a.yaml").read_text(encoding="utf-8") == FORM + "# om kontrol\n# slut\n"
    assert load([own]).vouches.held["fd-001a"].name == "Mette"


@pytest.mark.parametrize(
    ("identifier", "says"), [("fd-001b", "Mente du “fd-001a”"), ("ordbog", "Ordbogen"), ("halv", "har fejl")]
)
def test_what_nobody_can_vouch_for(identifier: str, says: str, write_kb: WriteKb) -> None:
    own = write_kb({**SMALL_BASE, "opgaver/halv.yaml": "id: halv\n"})
    with pytest.raises(BlanketError, match=says):
        vouch_for([identifier], "Mette", DAY, None, own=own, folders=[own])


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[31m", "a\u202eb", "a\tb"])
def test_names_that_no_file_may_hold(name: str, write_kb: WriteKb) -> None:
    own = write_kb(SMALL_BASE)
    with pytest.raises(BlanketError) as refused:
        vouch_for(["fd-001a"], name, DAY, None, own=own, folders=[own])
    assert refused.value.code == Exit.WRONG_USE
    assert not (own / "kontrol.tsv").exists()


def test_a_file_of_vouches_with_a_broken_line_is_not_written_over(write_kb: WriteKb) -> None:
    own = write_kb({**SMALL_BASE, "kontrol.tsv": "halv linje\n"})
    with pytest.raises(BlanketError, match=r"kontrol\.tsv:1"):
        vouch_for(["fd-001a"], "Mette", DAY, None, own=own, folders=[own])
    assert (own / "kontrol.tsv").read_text(encoding="utf-8") == "halv linje\n"


def test_days() -> None:
    assert checked_day(None, DAY) == DAY
    assert checked_day("2026-11-01", DAY) == date(2026, 11, 1)
    for wrong in ("i går", "2026-02-30", "2026-11", "20261101", "01-11-2026", "2026-11-23", ""):
        with pytest.raises(BlanketError):
            checked_day(wrong, DAY)
