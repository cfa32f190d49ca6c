"""Places as lines on a screen: those where one can go first, then phone lines, emergency lines last.

Here goes the order and the layout of `steder` and `akut`. Each is numbered, so that the next command can name it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blanket.guide.screens.places import PlaceView, Refusal
from blanket.guide.screens.screen import Row
from blanket.printable import clean
from blanket.texts import days as day_texts
from blanket.texts import places as texts
from blanket.texts import screens as screen_texts

FIRST_OF_ALL = "liv"  # danger to life: its lines come first


class Group(NamedTuple):
    """Places below a heading. `short`: one line each, for phone lines. `timeless`: the heading says their hours."""

    heading: str
    views: list[PlaceView]
    short: bool = False
    timeless: bool = False


def grouped(views: Sequence[PlaceView], name: str | None) -> list[Group]:
    """Places in the order in which they are of use. `name`: of the chosen kommune, if one is."""
    emergency = [view for view in views if view.place.crisis and view.place.municipality is None]
    others = [view for view in views if view not in emergency]
    lines = [view for view in others if view.place.sort == "telefon"]
    at_place = [view for view in others if view not in lines]
    own = [view for view in at_place if view.place.municipality]
    national = [view for view in at_place if not view.place.municipality]
    lines.sort(key=lambda view: view.place.municipality is None)
    groups = [
        Group(texts.PLACES_IN.format(name=name) if name else texts.PLACES_EVERYWHERE, own),
        Group(texts.PLACES_NATIONAL, national),
        Group(texts.PLACES_LINES, lines, short=True),
        Group(texts.PLACES_EMERGENCY, emergency, short=True),
    ]
    return [group for group in groups if group.views]


def place_rows(groups: Sequence[Group], width: int, *, apart: bool = True) -> list[Row]:
    """The groups as lines, numbered through. `apart`: with an empty line between them."""
    rows: list[Row] = []
    number = 0
    for group in groups:
        rows += [Row("")] if rows and apart else []
        rows += [Row(group.heading, "bold")]
        for view in group.views:
            number += 1
            timeless = group.timeless and view.when == day_texts.HOURS_NOT_KNOWN
            rows += _short(number, view, width, timeless=timeless) if group.short else _whole(number, view, width)
    return rows


def open_now_groups(views: Sequence[PlaceView], name: str | None, named: Mapping[str, int]) -> list[Group]:
    """Places for a screen that says who can be reached now: the kommune's own that are open, lines for an emergency,
    lines that are open; then the kommune's own whose hours nobody knows. Each by how many guides lead to it.
    """
    known = [view for view in views if view.status.open]
    own = [view for view in known if view.place.municipality]
    emergency = [view for view in known if view.place.crisis and not view.place.municipality]
    others = [view for view in known if view not in own and view not in emergency]
    unknown = [view for view in views if not view.status.open and view.place.municipality and not view.staff_only]
    emergency.sort(key=lambda view: view.place.crisis[0] != FIRST_OF_ALL)
    groups = [
        Group(texts.OPEN_IN.format(name=name) if name else texts.OPEN_EVERYWHERE, _by_need(own, named), short=True),
        Group(texts.PLACES_EMERGENCY, emergency, short=True),
        Group(texts.OPEN_LINES, _by_need(others, named), short=True),
        Group(texts.OPEN_UNKNOWN, _by_need(unknown, named) if name else [], short=True, timeless=True),
    ]
    return [group for group in groups if group.views]


def one_screen(groups: Sequence[Group], width: int, most: int) -> tuple[list[Row], list[PlaceView]]:
    """As many of each group, the first ones, as stand in `most` rows together; and which those are."""
    shown = list(groups)
    longest = max((len(group.views) for group in groups), default=0)
    for count in range(longest, 0, -1):
        shown = [group._replace(views=group.views[:count]) for group in groups]
        if len(place_rows(shown, width, apart=False)) <= most:
            break
    return place_rows(shown, width, apart=False), [view for group in shown for view in group.views]


def _by_need(views: Sequence[PlaceView], named: Mapping[str, int]) -> list[PlaceView]:
    return sorted(views, key=lambda view: -named.get(view.place.id, 0))


def refusal_rows(refused: Sequence[Refusal], matter: str, width: int) -> list[Row]:
    """Who does not help with a matter, those who say it in the same words together."""
    if not refused:
        return []
    who: dict[str, list[str]] = {}
    for item in refused:
        who.setdefault(item.text, []).append(item.who)
    rows = [Row(texts.NOT_HELPED_WITH.format(matter=clean(matter)), "bold")]
    for text, names in who.items():
        rows += [Row(line, "warn") for line in _lines(f"{'; '.join(names)}: {text}", width, "  ")]
    return rows


def instead_rows(
    matter: str,
    said: Sequence[str],
    views: Sequence[PlaceView],
    tasks: Sequence[str],
    ring: tuple[str, str] | None,
    width: int,
) -> list[Row]:
    """Where the citizen goes instead with a matter: in the kommune's words, the place, whom to ask, the guide.

    `said`: the kommune's words. `tasks`: titles. Places come first, then tasks, numbered through.
    """
    rows = [Row(texts.GO_INSTEAD.format(matter=clean(matter)), "bold")]
    for sentence in dict.fromkeys(said):
        rows += [Row(line) for line in _lines(sentence, width, "  ")]
    for number, view in enumerate(views, 1):
        rows += _whole(number, view, width)
    if not said and not views:
        ask = texts.ASK_WHO_HELPS.format(name=ring[0], number=ring[1]) if ring else texts.ASK_WHO_HELPS_ANYWHERE
        rows += [Row(line) for line in _lines(ask, width, "  ")]
    for number, title in enumerate(tasks, len(views) + 1):
        rows += [Row(line) for line in _lines(texts.GUIDE_ABOUT_IT.format(title=title), width, f"{number:2}. ")]
    return rows


def acute_rows(found: Sequence[tuple[str, Sequence[PlaceView], Sequence[object]]], width: int) -> list[Row]:
    """Acute help by subject: lines and beds, one line each, then the tasks that say more; numbered through."""
    rows: list[Row] = []
    number = 0
    for subject, views, tasks in found:
        rows.append(Row(texts.CRISIS_NAMES[subject], "bold"))
        for view in views:
            number += 1
            rows += _short(number, view, width)
        for task in tasks:
            number += 1
            rows += [Row(text) for text in _lines(getattr(task, "title", ""), width, f"{number:2}. ")]
    return rows


def _whole(number: int, view: PlaceView, width: int) -> list[Row]:
    """A place: name and number; the hours of the day; what it helps with, and what not."""
    place = view.place
    rows = [Row(text) for text in _lines(f"{_name(view)}{_number(view)}", width, f"{number:2}. ")]
    when = short_when(view)
    if place.call_first and not when.endswith(texts.RING_FIRST):
        when = texts.WHEN_RING_FIRST.format(when=when)
    rows.append(Row(_one_line(when, width)))
    if place.address:
        rows.append(Row(_one_line(place.address, width)))
    for label, items, mark in (
        (screen_texts.HELPS_LABEL, place.helps_with, ""),
        (screen_texts.HELPS_NOT_LABEL, place.helps_not_with, "warn"),
    ):
        if items:
            rows.append(Row(_one_line(f"{label} {'; '.join(items)}", width), mark))
    return rows


def _short(number: int, view: PlaceView, width: int, *, timeless: bool = False) -> list[Row]:
    text = f"{_name(view)}{_number(view)}" + ("" if timeless else f", {short_when(view)}")
    return [Row(line) for line in _lines(text, width, f"{number:2}. ")]


def legend(views: Sequence[PlaceView]) -> list[Row]:
    """What the mark after a time means, when one stands there."""
    return [Row(texts.UNCONFIRMED_LEGEND)] if any(view.when.endswith(day_texts.UNCONFIRMED) for view in views) else []


def short_when(view: PlaceView) -> str:
    """The hours of the day, with one sign where they are not confirmed: in a list the words would drown the rest."""
    sure = view.when.removesuffix(day_texts.UNCONFIRMED)
    return view.when if sure == view.when else f"{sure} {texts.UNCONFIRMED_MARK}"


def _name(view: PlaceView) -> str:
    return f"{view.place.title} ({texts.ONLY_STAFF})" if view.staff_only else view.place.title


def _number(view: PlaceView) -> str:
    if view.place.phone:
        return f": {view.place.phone}"
    return f": {screen_texts.KOMMUNES_NUMBER.format(number=view.ring[1], name=view.ring[0])}" if view.ring else ""


def _lines(text: str, width: int, first: str) -> list[str]:
    return textwrap.wrap(
        clean(text),
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _one_line(text: str, width: int) -> str:
    return "    " + textwrap.shorten(clean(text), width - 4, placeholder=" …")
