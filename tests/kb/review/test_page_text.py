"""The text of a page without what surrounds it: what counts as a change, and which pages say that they are gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import httpx
import pytest

from blanket.kb.review import link_rules
from blanket.kb.review.links import Answer, Manners, ask, sources_in
from blanket.kb.review.page_states import PageState, read_states, seen
from blanket.kb.review.page_text import says_gone, text_of
from tests.conftest import TASK, WriteKb

ADDRESS = "https://sider.example.dk/side"
LONG = "Du skal melde flytning senest fem dage efter, at du er flyttet. " * 12


def page(text: str, title: str = "Flytning", around: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title><style>p{{}}</style></head><body><nav>{around}</nav>"
        f"<main><h1>{title}</h1><p>{text}</p></main><script>{around}</script><footer>{around}</footer></body></html>"
    )


def asked(content: str | bytes, kind: str = "text/html; charset=utf-8", status: int = 200) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        sent = content.encode() if isinstance(content, str) else content
        return httpx.Response(status, headers={"content-type": kind}, content=b"" if request.method == "HEAD" else sent)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    return ask(client, ADDRESS, Manners(private=True), read=True)


def test_what_surrounds_the_text_is_no_change_and_a_word_is() -> None:
    first = asked(page(LONG, around="besøg nr. 1"))
    assert first.state == "virker"
    assert first.text
    assert asked(page(LONG, around="besøg nr. 2")).text == first.text
    assert asked(page(LONG.replace(" ", "\n  "))).text == first.text
    assert asked(page(LONG.replace("fem", "seks", 1))).text != first.text


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Siden findes ikke", "Prøv at søge i stedet."),
        ("404", "Ups."),
        ("Fejl 404 - Odense Kommune", LONG),
        ("Page not found", LONG),
        ("Odense Kommune", "Vi kan desværre ikke finde den side, du leder efter."),
        ("Ups", "Siden er fjernet eller har fået en ny adresse."),
    ],
)
def test_a_page_that_says_it_is_gone_is_dead_whatever_it_answers(title: str, text: str) -> None:
    assert asked(page(text, title)) == Answer("død", why=link_rules.LINK_SAYS_GONE)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Flytning", LONG),
        ("Hvis du ikke kan finde din læge", LONG),
        ("Blanket 404 A findes hos kommunen".replace("404", "4040"), LONG),
        ("Nummeret findes ikke", "Kan du ikke finde dit sundhedskort, så bestil et nyt."),
    ],
)
def test_a_page_about_something_that_is_not_there_lives(title: str, text: str) -> None:
    assert asked(page(text, title)).state == "virker"


@pytest.mark.parametrize("content", [b"%PDF-1.7 x", b"\xff\xfe\x00", b""])
def test_what_is_no_html_is_compared_byte_for_byte(content: bytes) -> None:
    first = asked(content, "application/pdf")
    assert first.state == "virker"
    assert asked(content, "application/pdf").text == first.text
    assert asked(content + b"y", "application/pdf").text != first.text


@pytest.mark.parametrize(
    "html", ["", "<", "<main>", "</p></main>x<h1>", "<title>a", "\x00", "<a b='" * 50, "&#x110000;"]
)
def test_whatever_stands_on_a_page_it_is_read(html: str) -> None:
    heading, text = text_of(html)
    assert says_gone(heading, text) in (True, False)
    assert asked(html, "text/html; charset=findes-ikke").state == "virker"


def test_only_what_entries_rest_on_is_read(write_kb: WriteKb) -> None:
    kb = write_kb({"opgaver/skift-laege.yaml": f"{TASK}fuldmagt: Se https://a.dk/b.\n"
                   "kilder: [{adresse: 'https://kilde.dk/', læst: 2026-11}]\n"})  # fmt: skip
    assert sources_in([kb / "opgaver/skift-laege.yaml"]) == {"https://www.borger.dk/", "https://kilde.dk/"}


def test_the_first_text_is_what_later_ones_are_compared_with(tmp_path: Path) -> None:
    day = date(2026, 11, 27)
    for text, changed in (("a", False), ("a", False), ("b", True), ("", True), ("a", False)):
        seen(tmp_path, {ADDRESS: PageState(ADDRESS, text, "", "virker")}, day)
        assert read_states(tmp_path)[ADDRESS].changed is changed
    seen(tmp_path, {ADDRESS: PageState(ADDRESS, "", "", "flyttet", "https://ny.dk/")}, day)
    assert read_states(tmp_path)[ADDRESS].moved_to == "https://ny.dk/"
    assert read_states(tmp_path)[ADDRESS].wants_a_look
