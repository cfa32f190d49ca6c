"""What a page on the net says: its text without what surrounds it, and whether it says that it is not there.

Here goes reading HTML that somebody else wrote, with the parser of the standard library, which takes anything. Only the
fingerprint of a text is ever kept.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from html.parser import HTMLParser

MARK = 16  # hexadecimal digits
_ENOUGH = 200  # letters: a <main> with less is no content
_SHORT = 600  # letters: a page that says no more than that is about itself
_ASIDE = frozenset(
    ["script", "style", "noscript", "svg", "template", "nav", "header", "footer", "form", "iframe", "aside", "head"]
)
_EMPTY = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_GONE = re.compile(
    r"\b404\b|\bpage not found\b|\bnot found\s*$"
    r"|\b(?:siden?|page|adressen)\b[^.!?]{0,40}\b(?:findes ikke|ikke fundet|ikke findes|er fjernet|er slettet"
    r"|does not exist|doesn.t exist|could not be found)"
    r"|\b(?:kan|kunne) (?:vi )?(?:desværre )?ikke finde(?: den)? side",
    re.IGNORECASE,
)


class _Reader(HTMLParser):
    """Takes the text out of HTML. `heading`: of title and h1. `main`: inside of main or article. `body`: all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading: list[str] = []
        self.main: list[str] = []
        self.body: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            self._open.append("main" if ("role", "main") in attrs else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"] or "h1" in self._open:
            self.heading.append(data)
        if _ASIDE.isdisjoint(self._open):
            self.body.append(data)
            if "main" in self._open or "article" in self._open:
                self.main.append(data)


def text_of(html: str) -> tuple[str, str]:
    """The heading of a page and its text, without menus and scripts, in single spaces."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    main, body = _spaced(reader.main), _spaced(reader.body)
    return _spaced(reader.heading), main if len(main) >= _ENOUGH else body


def says_gone(heading: str, text: str) -> bool:
    """Whether a page that answers as if all were well says that it is not there (a soft 404)."""
    return bool(_GONE.search(heading)) or (len(text) < _SHORT and bool(_GONE.search(text)))


def mark_of_text(text: str | bytes) -> str:
    """The fingerprint that a later text is compared with."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()[:MARK]


def _spaced(pieces: list[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(" ".join(pieces).split()))
