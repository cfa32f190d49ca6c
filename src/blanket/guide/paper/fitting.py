"""What gives way when a paper is too long: the one place that decides it.

Here goes the order in which pieces are left out, and how many. What a citizen needs to get it right (number, deadline,
steps, exceptions, the warning) is never among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from blanket.guide import labels
from blanket.guide.paper.parts import CitizenGuide
from blanket.texts import papers as texts

MOST_PAGES, MOST_PAGES_LARGE = 2, 4  # of one task
PAGE_BOTTOM = 842 - 43  # points from the top of A4: where the text of a page with close parts ends
ROOM = 17  # points above what was agreed, where it begins no page
GAP = 10  # points between two rows of advice
BEGUN = 60  # letters by which staff know a piece that was left out
HEADING = 34  # points that a heading takes, which goes with its last piece
TOP = 34  # points from the top of A4: where the text of a page with close parts begins
PICTURE = 34  # points that the picture of the other way's address takes at least, more than the words alone
# Letters of a guide's data for each page from which no guide fits with its parts apart: 1,684 is the most of any of the
# shipped ones that does, with a kommune and without.
ROOMY = 1700


class Mark(NamedTuple):
    """Where something stands: its page, from 1, how far down and how high, in points.

    `kind`: råd, efter (them) or slut; only a råd has a height.
    """

    kind: str
    page: int
    down: float
    high: float = 0


class Fit(NamedTuple):
    """How a guide fits: how many pieces are left out, and whether its parts stand close together.

    `stay`: which of the advice stays all the same, by its place from 0: short pieces that the room left is enough for.
    """

    left_out: int = 0
    tight: bool = False
    stay: tuple[int, ...] = ()


class Measure(Protocol):
    """What a guide takes, with its parts close together or apart."""

    def pages(self, guide: CitizenGuide) -> int:
        """How many pages it takes with its parts apart."""

    def within(self, guide: CitizenGuide, limit: int) -> bool:
        """Whether it keeps to so many pages with its parts close together."""

    def letters(self, guide: CitizenGuide) -> int:
        """How long its data is: about how much room it takes."""

    def marks(self, guide: CitizenGuide) -> list[Mark]:
        """Where its advice stands with its parts close together, and what comes after it."""


def fitted(guide: CitizenGuide, measure: Measure, limit: int, *, spare: bool = False) -> Fit:
    """How many pieces have to be left out of a guide to stay within a number of pages: no more than that.

    The room between its parts gives way before any piece. Where the advice would end decides how much of it is left
    out; the pages themselves have the last word. What does not fit with everything left out gets another page, and its
    pieces back. `spare`: also when it fits, its parts stand close together where that saves a page.

    Laying out a paper to measure it takes nearly as long as making it, so the last one that is laid out is mostly the
    one that is printed, and what is surely too long is measured first.
    """
    if spare or measure.letters(guide) <= limit * ROOMY:
        pages = measure.pages(guide)
        if pages <= limit:
            return Fit(tight=spare and pages > 1 and measure.within(guide, pages - 1))
        if measure.within(guide, limit):
            return Fit(tight=True)
    most = _pieces(guide)
    if not most:
        return Fit(tight=True)
    first = int(_has_picture(guide))
    marks = measure.marks(without(guide, first))
    if first and _fits(marks, limit, PICTURE) and measure.within(guide, limit):
        return Fit(tight=True)
    stays, free = _kept(marks, len(guide.advice), limit)
    count = first + len(guide.advice) - stays
    if short := _that_fit(_short_ones(marks, stays, free), guide, measure, limit, count):
        return Fit(count, tight=True, stay=short)
    for more in range(count, most + 1):
        if measure.within(without(guide, more), limit):
            return Fit(more, tight=True, stay=_short_after_forms(guide, measure, limit, more, marks))
        if more == count + 1 and not measure.within(without(guide, most), limit):
            break  # nothing helps
    return fitted(guide, measure, limit + 1, spare=spare)


def _short_after_forms(
    guide: CitizenGuide, measure: Measure, limit: int, count: int, marks: Sequence[Mark]
) -> tuple[int, ...]:
    """The advice that has room once prices or what forms are for are left out: what stood there was longer."""
    if not guide.advice or count <= _has_picture(guide) + len(guide.advice):
        return ()
    ends = measure.marks(without(guide, count))
    free = PAGE_BOTTOM - ends[-1].down if ends and ends[-1].page == limit else 0
    return _that_fit(_short_ones(marks, 0, free), guide, measure, limit, count)


def _that_fit(short: tuple[int, ...], guide: CitizenGuide, measure: Measure, limit: int, count: int) -> tuple[int, ...]:
    """Those of the advice that was reckoned to have room for which the pages say so."""
    while short and not measure.within(without(guide, count, short), limit):
        short = short[:-1]
    return short


def _short_ones(marks: Sequence[Mark], kept: int, free: float) -> tuple[int, ...]:
    """Which of the advice after the pieces that are kept has room in so many points, by its place from 0.

    Where two stand side by side, one of a row that has only one takes no more than what it is higher.
    """
    pieces = [mark for mark in marks if mark.kind == "råd"]
    side_by_side = len(pieces) > 1 and pieces[0][1:3] == pieces[1][1:3]
    beside = pieces[kept - 1].high if side_by_side and kept % 2 else None
    free -= 0 if kept else HEADING
    short: list[int] = []
    for at in range(kept, len(pieces)):
        high = pieces[at].high
        takes = max(0, high - beside) if beside is not None else high + GAP if kept or short else high
        if takes <= free:
            short.append(at)
            free -= takes
            beside = high if side_by_side and beside is None else None
    return tuple(short)


def fitted_sheet(guide: CitizenGuide, measure: Measure, limit: int) -> tuple[CitizenGuide, bool, list[str]]:
    """A sheet for colleagues with no more left out of its places and notes than it takes to stay within its pages.

    Both stand in the order of what they are worth, so the longer list gives way at its end. Returns what is printed of
    it, whether its parts stand close together, and for staff what is left out.
    """
    if measure.pages(guide) <= limit:
        return guide, False, []
    least, most = 0, len(guide.where) + len(guide.advice)
    while least < most:  # each page is made to be measured, so look where half is left
        middle = (least + most) // 2
        within = measure.within(_shortened(guide, middle), limit)
        least, most = (least, middle) if within else (middle + 1, most)
    kept = _shortened(guide, least)
    gone = [
        (texts.LEFT_OUT_PLACES, len(guide.where) - len(kept.where)),
        (texts.LEFT_OUT_NOTES, len(guide.advice) - len(kept.advice)),
    ]
    said = ", ".join(what.format(count=count) for what, count in gone if count)
    return kept, True, [texts.PAPER_LEFT_OUT.format(title=guide.title, what=said)] if said else []


def _shortened(guide: CitizenGuide, count: int) -> CitizenGuide:
    where, advice = list(guide.where), list(guide.advice)
    for _ in range(count):
        (where if len(where) >= len(advice) else advice).pop()
    return replace(guide, where=where, advice=advice)


def without(guide: CitizenGuide, count: int, stay: Sequence[int] = ()) -> CitizenGuide:
    """The guide without so many pieces, but with those of the advice that stay.

    First the picture for a telephone's camera of the other way, which has its address in words: who reads this way
    hardly uses it. Then good to know from its end, then prices but the first, then what forms are for.
    """
    picture = min(count, int(_has_picture(guide)))
    advice = min(count - picture, len(guide.advice))
    fees = min(count - picture - advice, max(len(guide.fees) - 1, 0))
    left = count - picture - advice - fees
    slips = list(guide.slips)
    for at in range(len(slips) - 1, -1, -1):
        if left and slips[at].summary:  # never what goes with a form: it is as short as the words to ask for it
            slips[at] = replace(slips[at], summary="")
            left -= 1
    return replace(
        guide,
        advice=[*guide.advice[: len(guide.advice) - advice], *(guide.advice[at] for at in stay)],
        fees=guide.fees[: len(guide.fees) - fees],
        slips=slips,
        web=replace(guide.web, pictured=False) if guide.web and picture else guide.web,
    )


def told(guide: CitizenGuide, count: int, stay: Sequence[int] = ()) -> list[str]:
    """What staff have to know of the pieces that are left out."""
    kept = without(guide, count, stay)
    first = len(without(guide, count).advice)
    forms = [slip for slip, left in zip(guide.slips, kept.slips, strict=True) if slip != left]
    gone = [
        (texts.LEFT_OUT_ADVICE, [one for at, one in enumerate(guide.advice) if at >= first and at not in stay]),
        (texts.LEFT_OUT_FEES, guide.fees[len(kept.fees) :]),
        (texts.LEFT_OUT_FORMS_FOR, [slip.name for slip in forms if slip.summary]),
    ]
    said = [what.format(what=", ".join(map(_begun, pieces))) for what, pieces in gone if pieces]
    return [texts.PAPER_LEFT_OUT.format(title=guide.title, what=", ".join(said))] if said else []


def _begun(text: str) -> str:
    """The beginning of a piece, as staff can find it on their screen and say it aloud."""
    return f"“{shorten(text, BEGUN, placeholder=' …')}”"


def _kept(marks: list[Mark], advice: int, limit: int) -> tuple[int, float]:
    """How many pieces of advice stay when what comes after them has to end on the last page, and the points left."""
    pieces = [mark for mark in marks if mark.kind == "råd"]
    after = next((mark for mark in marks if mark.kind == "efter"), None)
    end = marks[-1] if marks else None
    if after is None or end is None or len(pieces) != advice or end.page <= limit:
        return advice, 0
    length = end.down - after.down + (end.page - after.page) * PAGE_BOTTOM
    for kept in range(advice - 1, -1, -1):
        begin = pieces[max(kept - 1, 0)]
        if kept:  # two may stand side by side: what follows begins below the higher one
            down = begin.down + max(piece.high for piece in pieces[:kept] if piece[:3] == begin[:3]) + ROOM
        else:
            down = begin.down + ROOM - HEADING
        if begin.page < limit or (begin.page == limit and down + length <= PAGE_BOTTOM):
            top = down if begin.page == limit else TOP
            return kept, PAGE_BOTTOM - top - length
    return 0, 0


def _fits(marks: list[Mark], limit: int, more: float) -> bool:
    """Whether so many points more may fit on the pages; so when nothing is known."""
    return not marks or (marks[-1].page, marks[-1].down + more) <= (limit, PAGE_BOTTOM)


def _pieces(guide: CitizenGuide) -> int:
    details = sum(bool(slip.summary) for slip in guide.slips)
    return _has_picture(guide) + len(guide.advice) + max(len(guide.fees) - 1, 0) + details


def _has_picture(guide: CitizenGuide) -> bool:
    return guide.web is not None and guide.web.pictured and guide.web_heading == labels.OTHER_WAY
