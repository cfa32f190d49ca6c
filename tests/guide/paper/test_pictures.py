"""QR codes, and a kommune's logo."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from blanket.errors import BlanketError, Exit
from blanket.guide.paper import pictures
from blanket.guide.paper.document import Kind, document, strict_document
from blanket.guide.paper.parts import Handout
from blanket.guide.paper.pictures import MOST_BYTES, qr_svg, read_logo
from tests.conftest import MUNICIPALITY
from tests.guide.conftest import OpenKb, made, printed, tool_on
from tests.guide.paper.test_citizen import municipality

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def with_logo(open_kb: OpenKb, name: str, content: bytes | None) -> Handout:
    own = MUNICIPALITY + f"logo: {{fil: {name}, alt: Odenses byvåben}}\n"
    files: dict[str, str | bytes | None] = {"kommuner/odense.yaml": own}
    if content is not None:
        files[f"kommuner/{name}"] = content
    db = open_kb(files)
    return printed(db, "skift-laege", municipality=municipality(db))


def test_a_code_is_kept_in_the_cache_and_made_anew_when_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "kept", tmp_path.joinpath)
    code = qr_svg("https://www.borger.dk/")
    kept = next((tmp_path / "qr").iterdir())
    assert kept.read_bytes() == code
    kept.write_bytes(code[:100])
    assert qr_svg("https://www.borger.dk/") == code == kept.read_bytes()
    monkeypatch.setattr(pictures, "kept", (tmp_path / "qr" / kept.name).joinpath)  # no folder can be made there
    assert qr_svg("https://www.borger.dk/") == code


def test_the_same_address_gives_the_same_code() -> None:
    assert qr_svg("https://www.borger.dk/") == qr_svg("https://www.borger.dk/")
    assert qr_svg("https://www.borger.dk/") != qr_svg("https://www.borger.dk/a")


@pytest.mark.parametrize(("name", "content", "kind"), [("logo.svg", SVG, "svg+xml"), ("logo.png", PNG, "png")])
def test_a_logo_is_on_the_page_with_its_words(
    open_kb: OpenKb, tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    doc = with_logo(open_kb, name, content)
    page = made(doc, "html").decode()
    found = re.search(r'<img src="data:image/([^;]+);base64,([^"]+)" alt="Odenses byvåben">', page)
    assert found is not None
    assert found[1] == kind
    assert base64.b64decode(found[2]) == content
    pdf = made(doc)
    assert b"pdfuaid:part>1<" in pdf
    assert pdf != made(printed(open_kb(), "skift-laege"))
    assert "Skift læge" in tool_on(pdf, tmp_path, "pdftotext", "{}", "-")


@pytest.mark.parametrize("kind", ["pdf", "html"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("logo.svg", None), ("logo.png", b"GIF89a"), ("logo.svg", b""), ("logo.png", PNG[:8] + b"x" * MOST_BYTES)],
)
def test_without_a_logo_that_can_be_used_printing_goes_on_and_says_so(
    open_kb: OpenKb, name: str, content: bytes | None, kind: Kind
) -> None:
    """Stumble 9."""
    doc = with_logo(open_kb, name, content)
    page, notes = document(doc, kind)
    assert page
    assert "uden logo" in notes[0]
    assert name in notes[0]
    with pytest.raises(BlanketError) as error:  # and `kb tjek` says it before anybody prints
        strict_document(doc, kind)
    assert "SVG" in error.value.cure
    assert error.value.code == Exit.UNUSABLE


@pytest.mark.parametrize(("name", "content"), [("logo.png", PNG[:40]), ("logo.svg", b"<svg <<<")])
def test_a_damaged_logo_is_blamed_and_not_the_template(open_kb: OpenKb, name: str, content: bytes) -> None:
    doc = with_logo(open_kb, name, content)
    with pytest.raises(BlanketError, match=r"Logoet .*kan ikke bruges"):
        strict_document(doc, "pdf")
    page, notes = document(doc, "pdf")
    assert page.startswith(b"%PDF")
    assert any("uden logo" in note for note in notes)


def test_no_logo_no_picture(open_kb: OpenKb) -> None:
    db = open_kb()
    assert printed(db, "skift-laege", municipality=municipality(db)).logo is None


def test_reading_a_logo_tells_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"<?xml version='1.0'?>" + SVG)
    assert read_logo(tmp_path / "a.svg", "Ord").kind == "image/svg+xml"


def test_a_broken_template_is_not_blamed_on_a_sound_logo(open_kb: OpenKb, tmp_path: Path) -> None:
    (tmp_path / "handout.typ.j2").write_text("#findes-ikke()", encoding="utf-8")
    with pytest.raises(BlanketError, match="findes-ikke"):
        strict_document(with_logo(open_kb, "logo.svg", SVG), "pdf", [tmp_path])
