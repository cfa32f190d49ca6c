"""What the PDF is made of: its own type whatever happened to the copies, and nothing from outside of the page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from blanket.errors import BlanketError, Exit
from blanket.guide import cache
from blanket.guide.paper import pdf
from blanket.guide.paper.pdf import FONT_FILES, to_pdf

PAGE = '#set document(title: "x")\n#set text(lang: "da", font: "Source Sans Pro")\n= Titel\n'


@pytest.fixture
def copies(tmp_path: Path, kept: Path) -> Iterator[Path]:
    """A folder of this test's own for what guides keep; the fonts are read anew."""
    cache.keep_in(tmp_path)
    pdf._fonts.cache_clear()
    yield tmp_path / "skrift"
    cache.keep_in(kept)
    pdf._fonts.cache_clear()


@pytest.mark.parametrize("damage", [b"", b"x" * 100, None], ids=["empty", "cut", "of the right size"])
def test_a_damaged_copy_of_the_type_is_made_anew(copies: Path, damage: bytes | None) -> None:
    sound = to_pdf(PAGE, {})[0]
    for name in FONT_FILES:
        file = copies / name
        file.write_bytes(b"\0" * file.stat().st_size if damage is None else damage)
    pdf._fonts.cache_clear()
    assert to_pdf(PAGE, {})[0] == sound
    assert b"SourceSansPro" in sound


def test_where_nothing_is_kept_the_package_serves(copies: Path) -> None:
    cache.keep_in(None)
    assert b"SourceSansPro" in to_pdf(PAGE, {})[0]
    assert not copies.exists()


def test_a_page_without_a_letter_is_an_error() -> None:
    with pytest.raises(BlanketError) as error:
        to_pdf('#set document(title: "x")\n#set text(lang: "da")\n#box(width: 1cm, height: 1cm)\n', {})
    assert error.value.code == Exit.UNUSABLE


def test_where_typst_gives_up_over_a_mark_it_is_said() -> None:
    """An Arabic vowel sign on a Hebrew letter: Typst 0.15 falls over it."""
    with pytest.raises(BlanketError) as error:
        to_pdf(PAGE + '#"\u05e9\u064d\u200c"', {})
    assert "tegn" in error.value.what
    assert error.value.code == Exit.UNUSABLE
    assert b"SourceSansPro" in to_pdf(PAGE, {})[0]  # and the next paper is whole


@pytest.mark.parametrize(
    "line",
    [
        '#import "@preview/tidy:0.4.3": x',
        '#let p = "\\u{40}preview/tidy:0.4.3"\n#import p: *',
        '#let p = "@pre" + "view/tidy:0.4.3"\n#import p: *',
        '#read("secret.txt")',
        '#read("../secret.txt")',
        '#image("/etc/hostname")',
    ],
)
def test_nothing_comes_from_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    (tmp_path / "secret.txt").write_text("hemmeligt")
    monkeypatch.chdir(tmp_path)
    proxy = os.environ.get("HTTPS_PROXY")
    with pytest.raises(BlanketError) as error:
        to_pdf(PAGE + line + "\n", {})
    assert error.value.code == Exit.UNUSABLE
    assert os.environ.get("HTTPS_PROXY") == proxy


def test_an_at_sign_in_a_value_is_text() -> None:
    from blanket.guide.rendering import typst_string

    assert to_pdf(PAGE + "#" + typst_string("skriv til @preview/x eller a@b.dk/c") + "\n", {})[1] == []
