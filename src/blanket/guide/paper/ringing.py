"""Whom the first step that rings rings: the kommune, a contact of the entry, a number in the step, or somebody else.

Here goes reading that from the step's words. Which number is then printed is for `citizen`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

_NUMBER = re.compile(r"\b(\d\d \d\d \d\d \d\d|116 \d{3}|112|114|1813|1881)\b")
_CALL = re.compile(r"\b[Rr]ing(?:er)?\b(?: (?:selv|straks|først|i dag|også|ellers))*(?: til)?\b")
_WHOM = re.compile(
    r"(?P<whom>[^.,;:(?]+?)(?= (?:på \d|og|eller|hvis|når|for at|i dag|med det samme|den første)\b|[.,;:(?]|$)"
)
_RUNG_UP = re.compile(r"Læg på\b")  # somebody else rang: whom to ring oneself comes after
_SENT_TO_BANK = re.compile(r"\b[Rr]ing(?: straks| selv)* til (?:din|jeres) bank\b")
_BANK = "din bank"  # everybody has one, with a number of its own
# Whose code or card is in somebody's hands rings the bank before anybody who only gives advice.
_BANK_AT_ONCE = re.compile(r"(?P<when>Har du [^.,;:?]+), så ring (?:straks |selv )*til (?:din|jeres) bank\b")
# A number that only the citizen has: the papers of everybody else would show somebody else's.
_OWN_NUMBER = re.compile(r"(?:(?:det |dit )?nummer(?:et)?)\b[^.,]*?(?:, der står)? (?P<where>(?:i|på) [^.,;:()]+)")
_WHICH = re.compile(r", (?:der|du|som|de) [^.,;:()]+")  # which one is meant: a part of the name
_IF = re.compile(r"\b(?:hvis|når|før)\b")
_KOMMUNE = re.compile(
    r"\b(?:kommune\w*|borgerservice|folkeregister\w*|visitation\w*|pladsanvisning\w*)\b", re.IGNORECASE
)
# Sending somebody there: where the text only tells what the kommune does, no number is needed for it.
_SENT_THERE = re.compile(r"\b(?:kommunen?s?|kommuner|borgerservice|folkeregistret)\b", re.IGNORECASE)
# What only holds where the kommune, not the church, registers births, names and deaths.
SOUTHERN = re.compile(r"\([^)]*Sønderjylland[^)]*\)|[^.?!()]*\bSønderjylland\b[^.?!]*[.?!]?")
# The kommuner that are in Sønderjylland, whole or in part (Christiansfeld, Rødding and the land south of Ribe).
_IN_THE_SOUTH = frozenset(("aabenraa", "esbjerg", "haderslev", "kolding", "soenderborg", "toender", "vejen"))
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(("danmark", "support", "center", "kundecenter", "styrelsen", "dine", "eller", "region", "hjælp"))
SAME = 6  # letters that two words must share at their beginning to be the same name


class Whom(NamedTuple):
    """Who is rung. `number`: when the step says it. `contact`: the place among the contacts. `said`: in its words.

    `when`: what has happened to who rings there; empty: everybody does.
    """

    kind: Literal["kommune", "contact", "number", "other", "nobody"]
    number: str = ""
    contact: int = -1
    said: str = ""
    when: str = ""


def rung(steps: Sequence[str], contacts: Sequence[tuple[str, str]]) -> Whom:
    """Whom the first step rings. `contacts`: name and number of each; the citizen's own kommune has no name.

    Where the first step rings nobody, the first one that begins with ringing somebody known says whom; where none
    does, it is left to the entry's first contact: whom to ring when in doubt.
    """
    first = _rung_in(steps[0], contacts) if steps else None
    if first is not None and not _RUNG_UP.match(steps[0]):
        return first
    for step in steps[1:]:
        if bank := _BANK_AT_ONCE.match(step):
            return Whom("other", said=_BANK, when=bank["when"])
        if step.startswith("Ring ") and (not _IF.search(step) or _OWN_NUMBER.match(step.removeprefix("Ring til "))):
            whom = _rung_in(step, contacts)
            if whom is not None and whom.said.startswith(_BANK):
                return whom._replace(said=_BANK)
            if whom is not None and (whom.kind in ("kommune", "contact", "number") or whom.said.startswith("nummeret")):
                return whom
    return Whom("nobody")


def _rung_in(step: str, contacts: Sequence[tuple[str, str]]) -> Whom | None:
    """Whom a step rings; None when it says nothing of ringing."""
    call = _CALL.search(step)
    if call is None:
        return None
    if found := _NUMBER.search(step):
        place = next((at for at, (_, number) in enumerate(contacts) if number == found[1]), -1)
        return Whom("number", found[1], place)
    rest = step[call.end() :].lstrip()
    if own := _OWN_NUMBER.match(rest):
        return Whom("other", said=f"nummeret {own['where']}")
    match = _WHOM.match(rest)
    said = match["whom"].strip() if match else ""
    which = _WHICH.match(rest[match.end() :]) if match else None
    place = _named(said, contacts)
    if place >= 0:
        return Whom("contact", contact=place, said=said)
    if _KOMMUNE.search(said) or (not said and _KOMMUNE.search(step)) or said.startswith("og bestil tid i Borg"):
        return Whom("kommune", said=said)
    if not call.group().endswith("til") and _KOMMUNE.search(step):
        return Whom("kommune", said=said)
    if call.group().endswith("til") and said:
        return Whom("other", said=said + (which.group() if which else ""))
    return Whom("nobody")


def sends_to_kommune(texts: Sequence[str], *, south: bool = True) -> bool:
    """Whether any of these texts sends the citizen to the kommune or to Borgerservice.

    `south`: what only holds in Sønderjylland counts too.
    """
    return any(_SENT_THERE.search(text if south else SOUTHERN.sub("", text)) for text in texts)


def may_be_south(municipality: str | None) -> bool:
    """Whether who lives in a kommune, or somewhere unknown, may live in Sønderjylland."""
    return municipality is None or municipality in _IN_THE_SOUTH


def sends_to_bank(steps: Sequence[str]) -> bool:
    """Whether any of these steps rings the citizen's own bank, be it on a condition."""
    return any(_SENT_TO_BANK.search(step) for step in steps)


def _named(said: str, contacts: Sequence[tuple[str, str]]) -> int:
    """The contact that words name: the one that shares the most of its name with them; -1 when none does."""
    words = [word.casefold() for word in _WORD.findall(said)]
    best, found = 0, -1
    for at, (name, _) in enumerate(contacts):
        names = [word.casefold() for word in _WORD.findall(name)]
        shared = sum(1 if word in _COMMON else 3 for word in words if any(_alike(word, other) for other in names))
        if shared > best and any(word not in _COMMON and any(_alike(word, other) for other in names) for word in words):
            best, found = shared, at
    return found


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if _KOMMUNE.fullmatch(one) or _KOMMUNE.fullmatch(other):
        return False  # borger.dk's line is not Borgerservice
    return min(len(one), len(other)) >= SAME and (one.startswith(other) or other.startswith(one))
