"""CPR numbers in a text, in any everyday spelling: the one pattern that searches, notes, names and entries are held to.

Here goes what looks like a CPR number, and nothing about what is done then. Where a text can be both, as a date
followed by four digits, it counts as one: a number too many is cut rather than a person's number kept. On the way of
every `find`, so it imports next to nothing.

Six digits of a birthday and four more; the day of a replacement number is 60 higher (Bekendtgørelse om
folkeregistrering; CPR-kontoret, Personnummeret i CPR-systemet).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# What stands between the digits: blanks, dashes, dots and slashes, also those that word processors and web pages put
# there, and signs that nobody sees. Never a line end.
_SIGNS = (
    " \t\u00a0\u2007\u2009\u202f\u200b\u2060"  # blanks
    "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d_"  # dashes
    "./\u2044\u2215\uff0f\u00b7\u2022"  # dots and slashes
    "-"
)
_GAP = f"[{_SIGNS}]{{0,5}}"
_BREAK = f"[{_SIGNS}]{{1,5}}"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_MONTH = r"(?:0[1-9]|1[0-2])"
_CENTURY = r"(?:18|19|20)\d\d"
_CPR = (
    r"(?<!\d)(?:"
    rf"{_DAY}{_GAP}{_MONTH}{_GAP}(?:{_CENTURY}|\d\d){_GAP}\d{{4}}"  # 010150-1234, 01.01.1950 1234
    rf"|{_CENTURY}{_GAP}{_MONTH}{_GAP}{_DAY}{_BREAK}\d{{4}}|{_CENTURY}{_MONTH}{_DAY}\d{{4}}"  # 1950-01-01-1234
    rf"|(?:{_DAY}|[1-9]){_BREAK}(?:{_MONTH}|[1-9]){_BREAK}(?:{_CENTURY}|\d\d){_BREAK}\d{{4}}"  # 1/1-50 1234
    rf"|{_DAY}[ \u00a0]{_MONTH}[ \u00a0]\d\d[ \u00a0]\d\d[ \u00a0]\d\d(?![ \u00a0]?\d)"  # 01 01 50 12 34
    r")(?!\d)"
)
_DECIMALS = re.compile(r"[.,]\d{1,3}(?!\d)")
_MAYBE = re.compile(rf"\d(?:{_GAP}\d){{6,}}")  # 1/1-50 1234 has eight digits, and nothing else between them


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern, made when a text first has digits enough: making it takes longer than a search."""
    return re.compile(_CPR)


def cpr_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where what looks like a CPR number begins and ends."""
    for digits in _MAYBE.finditer(text):
        for match in _pattern().finditer(text, digits.start(), digits.end()):
            is_amount = match.group().isdigit() and _DECIMALS.match(text, match.end())
            if not is_amount:
                yield match.span()


def cut_cpr(text: str) -> tuple[str, bool]:
    """The text without anything that looks like a CPR number, and whether there was one."""
    spans = list(cpr_spans(text))
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return text, bool(spans)
