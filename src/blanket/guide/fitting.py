"""What gives way when a paper is too long: the one place that decides it.

Here goes the order in which pieces are left out, and how many. What a citizen needs to get it right (number, deadline,
steps, exceptions, the warning) is never among them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from blanket import texts
from blanket.guide.parts import CitizenGuide, Slip

MOST_PAGES, MOST_PAGES_LARGE = 2, 4  # of one task
Pages = Callable[[CitizenGuide, bool], int]


@dataclass(frozen=True, slots=True)
class Fit:
    """What is printed of a guide, whether its parts stand close together, and for staff what is not printed."""

    guide: CitizenGuide
    tight: bool = False
    told: tuple[str, ...] = ()


def fitted(guide: CitizenGuide, pages: Pages, limit: int) -> Fit:
    """The guide with no more pieces left out than it takes to stay within a number of pages.

    `pages`: how many pages a guide takes, with its parts close together or not, which gives way before any piece.
    """
    if pages(guide, False) <= limit:
        return Fit(guide)
    low, high = 0, _pieces(guide)
    while low < high:  # the fewest pieces that will do, or all when nothing helps
        middle = (low + high) // 2
        if pages(_without(guide, middle), True) <= limit:
            high = middle
        else:
            low = middle + 1
    return Fit(_without(guide, low), True, tuple(_told(guide, low)))


def _pieces(guide: CitizenGuide) -> int:
    return len(guide.advice) + max(len(guide.fees) - 1, 0) + sum(_has_details(slip) for slip in guide.slips)


def _without(guide: CitizenGuide, count: int) -> CitizenGuide:
    """The guide without so many pieces: good to know from its end, then prices but the first, then forms' details."""
    advice = min(count, len(guide.advice))
    fees = min(count - advice, max(len(guide.fees) - 1, 0))
    left = count - advice - fees
    slips = list(guide.slips)
    for at in range(len(slips) - 1, -1, -1):
        if left and _has_details(slips[at]):
            slips[at] = replace(slips[at], bring="", summary="")
            left -= 1
    return replace(
        guide,
        advice=guide.advice[: len(guide.advice) - advice],
        fees=guide.fees[: len(guide.fees) - fees],
        slips=slips,
    )


def _told(guide: CitizenGuide, count: int) -> list[str]:
    kept = _without(guide, count)
    gone = [
        (texts.LEFT_OUT_ADVICE, len(guide.advice) - len(kept.advice)),
        (texts.LEFT_OUT_FEES, len(guide.fees) - len(kept.fees)),
        (texts.LEFT_OUT_FORMS, sum(map(_has_details, guide.slips)) - sum(map(_has_details, kept.slips))),
    ]
    said = [what.format(count=number) for what, number in gone if number]
    return [texts.PAPER_LEFT_OUT.format(title=guide.title, what=", ".join(said))] if said else []


def _has_details(slip: Slip) -> bool:
    return bool(slip.bring or slip.summary)
