"""What HVAD means: a hit's number as it stands on the screen, an id, a form's number, or words that mean one entry.

Here goes the step from what somebody typed to an entry, or to the candidates when it may be several. How words are
searched is settled in `search`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from blanket.cpr import cut_cpr
from blanket.desk.last_search import last_hit
from blanket.desk.opening import OpenBase
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.texts import finding as texts

if TYPE_CHECKING:
    from blanket.search.ranking import Hit

MOST_AT_ONCE = 20  # hits that a range such as 1-8 may name

_NUMBER = r"[0-9]{1,2}[.)]?"  # of a hit; longer ones are form numbers
# Compiled where they are first used: a find needs neither.
_ONE = rf"(?:{_NUMBER}|[0-9]{{1,2}}\s?-\s?[0-9]{{1,2}}[.)]?)"
_BETWEEN = r"\s*[,;+&]\s*|\s+(?:og\s+)?"


class Unclear(NamedTuple):
    """HVAD may be several entries. `heading`: the Danish sentence above them."""

    query: str
    candidates: Sequence[Hit]
    heading: str


def entry_meant(base: OpenBase, words: Sequence[str]) -> Found | Unclear:
    """The one entry that HVAD stands for, or the candidates.

    Raises BlanketError when there is none (nothing found), when nothing is left of HVAD (wrong use), and when the
    entry's file cannot be read (unusable).
    """
    query = " ".join(words)
    numbers = hit_numbers(words)
    if numbers and len(numbers) > 1:
        found = [_of_hit(base, number) for number in numbers]
        hits = lookup.as_hits(base.db, [entry.id for entry in found])
        return Unclear(query, hits, texts.ONE_AT_A_TIME)
    if numbers:
        return _of_hit(base, numbers[0])
    return _of_words(base, query)


def entries_meant(base: OpenBase, words: Sequence[str]) -> list[Found] | Unclear:
    """The entries that several HVAD stand for: each argument one, or all of them together the words for one.

    Raises BlanketError as `entry_meant` does.
    """
    numbers = hit_numbers(words)
    if numbers:
        return [_of_hit(base, number) for number in dict.fromkeys(numbers)]
    each = len(words) > 1 and all(hit_numbers([item]) or lookup.names_entry(base.db, item) for item in words)
    found: list[Found] = []
    for item in words if each else [" ".join(words)]:
        one = entry_meant(base, [item])
        if isinstance(one, Unclear):
            return one
        found.append(one)
    return found


def hit_numbers(words: Sequence[str]) -> list[int] | None:
    """The hits' numbers that a text is made of, as they may be written: `1`, `1.`, `1)`, `1,2`, `1 og 2`, `1-3`.

    None when it is anything else. A range counts upwards and holds MOST_AT_ONCE hits at most.
    """
    numbers: list[int] = []
    for part in re.split(_BETWEEN, " ".join(words).strip()):
        if not re.fullmatch(_ONE, part):
            return None
        first, _, last = part.rstrip(".)").partition("-")
        begin, end = int(first), int(last or first)
        if not 0 <= end - begin < MOST_AT_ONCE:
            return None
        numbers.extend(range(begin, end + 1))
    return numbers


def without_cpr(base: OpenBase, words: Sequence[str]) -> list[str]:
    """The words without anything that looks like a CPR number, also one that is split over several of them.

    Notes it when there was one.
    """
    cut = [cut_cpr(item) for item in words]
    kept = [item for item, _ in cut if item.strip()]
    together, across = cut_cpr(" ".join(kept))
    if across or any(was_cut for _, was_cut in cut):
        base.note(texts.CPR_CUT)
    return together.split() if across else kept


def _of_hit(base: OpenBase, number: int) -> Found:
    identifier = last_hit(number)
    found = lookup.get(base.db, identifier)
    if found is None:
        raise BlanketError(texts.HIT_GONE.format(number=number, id=identifier), texts.NO_NUMBER_CURE)
    return found


def _of_words(base: OpenBase, query: str) -> Found | Unclear:
    query = query.strip()
    if why := lookup.broken(base.db, query.lower()):
        message, _, cure = why.partition("\n")
        raise BlanketError(f"{texts.BROKEN_ENTRY.format(id=query)}\n{message}", cure, Exit.UNUSABLE)
    meant = lookup.meant_by(base.db, query)
    if meant.id is None and meant.candidates:
        return Unclear(query, meant.candidates, texts.UNCLEAR.format(query=query))
    found = lookup.get(base.db, meant.id) if meant.id is not None else None
    if found is None:
        raise BlanketError(texts.NOTHING_FOUND.format(query=query), texts.NOTHING_FOUND_CURE)
    return found
