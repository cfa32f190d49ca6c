"""Text is text in every format: whatever stands in a field comes out as it is, and only web addresses are links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from html.parser import HTMLParser
from multiprocessing import get_context
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blanket.cli.udskriv_options import FORMATS, WAYS
from blanket.guide import cache
from blanket.guide.paper.citizen import Way
from blanket.guide.paper.document import Kind, document
from blanket.guide.paper.parts import (
    Box,
    CitizenGuide,
    Due,
    Group,
    Handout,
    Line,
    Meeting,
    Phone,
    Slip,
    Step,
    Steps,
    Web,
)
from blanket.guide.paper.pdf import to_pdf
from blanket.guide.rendering import is_link, markdown_text, typst_string, wrap
from blanket.printable import clean
from tests.guide.conftest import made, text_of, tool_on

HOSTILE = {
    "html": "<script>alert(1)</script> <b>fed</b> &amp; <!-- --> </style>",
    "typst": '#panic() #read("main.typ") $x^2$ = *fed* _kursiv_ `kode` <etiket> @henvisning // /* \\ \\u{41}',
    "markdown": "[tekst](https://ond.dk) ![](x) *_[] # 1. - + > | ~~x~~ <https://ond.dk> &copy; \\",
    "jinja": "{{ 7 * 7 }} {% for x in y %} {# nej #}",
    "quotes": "\"dobbelt\" 'enkelt' “danske” ’",
    "arabic": "\u0645\u0631\u062d\u0628\u0627",
    "dashes": "--- -- ... ~ '' ``",
}


class Page(HTMLParser):
    """The text, tags and links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self.links = "", set[str](), list[str]()
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]


def everywhere(text: str, address: str = "https://www.borger.dk/") -> Handout:
    """A handout with a text in every field that a text can be in."""
    phone = Phone(text, text, (text,), text, text)
    guide = CitizenGuide(
        id="a",
        title=text,
        summary=text,
        box=Box(text, phone, text, [text], [phone], text),
        due=[Due(text, day=text, letter=text, last=True), Due(text, blank=text)],
        bring=[text],
        ways=[Steps(text, [Step(text, text, spaced=True)], digital=True, lead=text)],
        web=Web(address, text, text),
        web_heading=text,
        appeals=[Due(text, day=text)],
        where=[text],
        offers=[text],
        groups=[Group(text, [Line(Step("", text), Due(text, day=text))])],
        event=text,
        fees=[text],
        attorney=text,
        advice=[text],
        slips=[Slip(text, text, text, text, text, text, text, text)],
        fraud=True,
        foot=[text],
        checked=text,
    )
    meeting = Meeting(text, text, (text,), text, text, True)
    return Handout([guide], text, text, text, text, text, meeting, [text], [(text, text)])


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# Quotation marks and dashes are what the handout's font has for them; pdftotext gives the letters of a word that is
# written from right to left in either order.
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_comes_out_as_that_text(tmp_path: Path, text: str) -> None:
    doc = everywhere(text)
    fields = squeezed(made(doc, "txt").decode()).count(squeezed(text))
    assert fields > 20
    page = Page(made(doc, "html").decode())
    assert squeezed(page.text).count(squeezed(text)) > 20
    assert not page.tags & {"script", "b", "x"}
    assert all(link.startswith(("https://www.borger.dk/", "tel:")) for link in page.links)
    in_pdf = squeezed(tool_on(made(doc), tmp_path, "pdftotext", "-raw", "{}", "-"))
    assert max(in_pdf.count(squeezed(text)), in_pdf.count(squeezed(text)[::-1])) > 15


def fingerprints(texts: Sequence[str]) -> list[str]:
    """Of the papers with these texts in every field, made one after another in this process."""
    return [sha256(made(everywhere(text))).hexdigest() for text in texts]


@pytest.mark.slow
def test_what_was_printed_before_changes_no_byte_of_a_paper(tmp_path: Path) -> None:
    """Typst keeps what it has laid out, with whichever fonts it took: each order, in a process of its own, is one."""
    texts = [
        *HOSTILE.values(),
        "\u0939\u093f\u0928\u094d\u0926\u0940",
        "\U0001f642 \u6f22",
        "\u05e9\u05dc\u05d5\u05dd",
        HOSTILE["arabic"],
    ]
    orders = [texts, texts[::-1], sorted(texts)]
    with ProcessPoolExecutor(
        2, get_context("spawn"), initializer=cache.keep_in, initargs=(tmp_path,), max_tasks_per_child=1
    ) as processes:
        made_in = [
            dict(zip(order, prints, strict=True))
            for order, prints in zip(orders, processes.map(fingerprints, orders), strict=True)
        ]
    assert made_in[0] == made_in[1] == made_in[2]
    alone = dict(zip(texts, fingerprints(texts), strict=True))
    assert alone == made_in[0]  # and in this one, which has printed what other tests did


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_markdown_shows_hostile_text_as_that_text(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    page = Page(markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(made(everywhere(text), "md").decode()))
    assert squeezed(page.text).count(squeezed(text)) > 20
    assert not page.tags & {"script", "b", "img", "em", "code", "del", "s"}
    assert set(page.links) <= {"https://www.borger.dk/"}


def test_control_characters_never_come_out(tmp_path: Path) -> None:
    doc = everywhere("før\x00\x07\x1b[31m\x9b\u202e\r\n\ud800efter")
    for form in ("html", "md", "txt"):
        page = made(doc, form).decode()
        assert "før" in page
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", page)
    assert "efter" in text_of(made(doc), tmp_path)


def test_a_word_of_ten_thousand_letters_is_printed_whole(tmp_path: Path) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(10_000))
    doc = Handout([CitizenGuide("a", "Titel", "Kort", ways=[Steps("Sådan", [Step("", word)], digital=False)])], "Titel")
    for form in ("html", "txt"):
        assert word in made(doc, form).decode()
    pdf = made(doc)
    letters = re.sub(r"(Titel)?Side\d+af\d+(Titel)?|\f", "", squeezed(text_of(pdf, tmp_path)))
    assert word in letters
    boxes = tool_on(pdf, tmp_path, "pdftotext", "-bbox", "{}", "-")
    assert all(float(x) < 596 for x in re.findall(r'<word [^>]*xMax="([\d.]+)"', boxes))
    assert all(float(y) < 842 for y in re.findall(r'<word [^>]*yMax="([\d.]+)"', boxes))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "//ond.dk"]
)
def test_only_web_mail_and_telephone_become_links(tmp_path: Path, address: str) -> None:
    doc = everywhere("ord", address)
    assert not is_link(address)
    html = Page(made(doc, "html").decode())
    assert all(link.startswith("tel:") for link in html.links)
    assert address not in made(doc, "md").decode()
    assert b"/URI" not in made(doc)


@pytest.mark.parametrize("address", ["https://borger.dk", "http://x.dk/a b", "mailto:a@b.dk", "tel:70128063"])
def test_what_may_be_a_link(address: str) -> None:
    assert is_link(address)


def test_an_address_with_a_quotation_mark_stays_inside_its_attribute() -> None:
    page = Page(made(everywhere("ord", 'https://borger.dk/"onmouseover="x'), "html").decode())
    assert 'https://borger.dk/"onmouseover="x' in page.links


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_one_string_in_typst(text: str) -> None:
    text = clean(text)
    source = f"#metadata({typst_string(text)}) <x>\n#assert({typst_string(text)}.len() == {len(text.encode())})\n"
    assert to_pdf('#set document(title: "x")\n= T\n' + source, {})[0].startswith(b"%PDF")


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_is_text_in_markdown(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    text = clean(text)
    page = Page(markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render("før " + markdown_text(text)))
    assert squeezed(page.text) == squeezed("før " + text)
    assert page.tags <= {"p"}


def test_no_template_can_run_code_or_forget_to_escape(tmp_path: Path) -> None:
    (tmp_path / "handout.html.j2").write_text("{{ doc.title }}{{ doc.title|upper }}{% set x = doc.title %}{{ x }}")
    page = document(everywhere("<script>"), "html", [tmp_path])[0].decode()
    assert "<" not in page


def test_lines_of_text_are_as_wide_as_asked_and_addresses_stay_whole() -> None:
    lines = wrap("ord " * 40 + "https://www.borger.dk/" + "x" * 90, 40, "- ").splitlines()
    assert all(len(line) <= 40 for line in lines[:-1])
    assert lines[1].startswith("  ")
    assert lines[-1].strip() == "https://www.borger.dk/" + "x" * 90


def test_plain_text_is_at_most_78_signs_wide() -> None:
    page = made(everywhere("ord " * 60), "txt").decode()
    assert max(map(len, page.splitlines())) <= 78


def test_a_page_needs_nothing_from_outside() -> None:
    page = Page(made(everywhere("ord"), "html").decode())
    assert not page.tags & {"script", "link", "iframe", "object", "embed"}
    assert "url(" not in made(everywhere("ord"), "html").decode()


def test_ways_and_formats_are_spelled_as_on_the_command_line() -> None:
    assert get_args(Way) == WAYS
    assert get_args(Kind) == FORMATS
