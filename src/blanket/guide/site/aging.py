"""Sentences that grow old: sums of money and deadlines, which a copy of the site that is too old has to hide.

Here goes finding them in running text. When they are hidden is decided on the reader's own machine: a page on a stick
does not know what day it is read.
"""

from __future__ import annotations

import re
from functools import cache

MOST_DAYS = 90  # how old a copy may be before its sums and deadlines are hidden

_SENTENCE = r"(?<=[.!?])\s+(?=[A-ZÆØÅ])"
_MONEY = r"\d[\d.,]*\s*(?:kr\b|kroner|%|procent|pct\b)|\bgratis\b"
_COUNT = r"(?:\d+|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|fjorten)"
_SPAN = rf"\b{_COUNT}\s+(?:dag|dage|hverdage|arbejdsdage|uge|uger|måned|måneder|år)\b"
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAY = rf"\b\d{{1,2}}\. (?:{_MONTHS})\b"


@cache
def _aging() -> re.Pattern[str]:
    """The pattern, made when a site is: every paper loads this module."""
    return re.compile(rf"{_MONEY}|{_SPAN}|{_DAY}|\bsenest\b|\bfristen?\b", re.IGNORECASE)


def sentences(text: str) -> list[tuple[str, bool]]:
    """The sentences of a text, each with whether it says a sum or a deadline."""
    return [(sentence, _aging().search(sentence) is not None) for sentence in re.split(_SENTENCE, text)]


def ages(text: str) -> bool:
    """Whether any sentence of a text says a sum or a deadline."""
    return _aging().search(text) is not None
