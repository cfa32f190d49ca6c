"""A deadline's number beside its words: whether they say the same, and whether a day may be counted from it at all.

Here goes what both the rules and the handout ask of a deadline; on the way of every handout, so it imports little.
"""

from __future__ import annotations

import re
from typing import Literal

from blanket.kb.format.parts import Span

End = Literal["tidligst", "senest"]

_NUMBERS = (
    "en et",
    "to",
    "tre",
    "fire",
    "fem",
    "seks",
    "syv",
    "otte",
    "ni",
    "ti",
    "elleve",
    "tolv",
    "tretten",
    "fjorten",
)
_IN_WORDS = {word: number for number, words in enumerate(_NUMBERS, 1) for word in words.split()}
# A unit in any inflection -> what it is counted in, and how many of that it is.
_UNITS = {
    **dict.fromkeys(("dag", "dage", "døgn"), ("days", 1)),
    **dict.fromkeys(("hverdag", "hverdage", "arbejdsdag", "arbejdsdage", "bankdage"), ("working days", 1)),
    **dict.fromkeys(("uge", "uger"), ("days", 7)),
    **dict.fromkeys(("måned", "måneder"), ("months", 1)),
    "år": ("months", 12),
}
_AMOUNT = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(_IN_WORDS)}|et halvt)\s+(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
    r"|\b(?P<single>dagen|ugen|måneden|året)(?=,? (?:før|efter))",
    re.IGNORECASE,
)
_SINGLE = {"dagen": ("days", 1), "ugen": ("days", 7), "måneden": ("months", 1), "året": ("months", 12)}
_BEFORE, _AFTER = re.compile(r",? (?:før|inden)\b", re.IGNORECASE), re.compile(r",? efter\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(tidligst|senest|inden|højst)\b", re.IGNORECASE)
# What no day may be counted from: “at once” says more than a number, “as a rule” and a condition say that it may be
# another one. Whether one wants it at all (er du uenig, vil du klage) is no condition.
_URGENT = r"straks|omgående|med det samme|(?:så )?hurtigs?t (?:som )?muligt|snarest"
_LOOSE = r"som regel|normalt|typisk|plejer|oftest|ca\.|cirka|omkring|måske|ikke altid|gælder ikke|i nogle kommuner"
_CONDITION = r"hvis|medmindre|(?<=, )når(?= (?:der|du ikke|I ikke|den|det)\b)|kun når|også når"
_RESERVED = re.compile(rf"\b(?:{_URGENT}|{_LOOSE}|{_CONDITION})(?!\w)", re.IGNORECASE)
_WISH = r"(?!(?:Er du (?:ikke )?(?:u?enig|utilfreds)|Får du (?:et )?(?:nej|afslag)|Vil du|Ønsker du|Gør|Hør|Kør)\b)"
_ASKED = re.compile(rf"(?:^|[.!?] ){_WISH}[A-ZÆØÅ]\w*[rlå] (?:du|I|man|der|din|dit|dine|den|det|barnet|kommunen)\b")


def reservation(text: str) -> str | None:
    """The words that forbid to count a day from a deadline's number; None when there are none."""
    found = _RESERVED.search(text) or _ASKED.search(text)
    return found.group().strip(" .!?") if found else None


def agrees(text: str, span: Span, end: End) -> bool:
    """Whether the words name the number with its unit, before or after the event and as this end as the key says."""
    kind, each = _UNITS[span.unit]
    wanted = (kind, abs(span.count) * each)
    return any(
        amount == wanted and before in (None, span.count < 0) and named in (None, end)
        for amount, before, named in _amounts(text)
    )


def _amounts(text: str) -> list[tuple[tuple[str, int], bool | None, End | None]]:
    """Every amount of time in a text: (what it is, whether it lies before the event, which end it is); None: unsaid."""
    found: list[tuple[tuple[str, int], bool | None, End | None]] = []
    for match in _AMOUNT.finditer(text):
        rest = text[match.end() :]
        before = True if _BEFORE.match(rest) else False if _AFTER.match(rest) else None
        ends = _ENDS.findall(text[: match.start()])
        end: End | None = None if not ends else "tidligst" if ends[-1].casefold() == "tidligst" else "senest"
        found.append((_amount(match), before, end))
    return found


def _amount(match: re.Match[str]) -> tuple[str, int]:
    if match["single"]:
        return _SINGLE[match["single"].casefold()]
    kind, each = _UNITS[match["unit"].casefold()]
    count = match["count"].casefold()
    if count == "et halvt":
        return kind, each // 2
    return kind, each * (int(count) if count.isdigit() else _IN_WORDS[count])
