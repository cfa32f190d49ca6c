"""Places as a list: which ones, in which order, open or not.

Here goes the choice behind `steder`: by kommune, by day, by what they help with, by whether they are open; and where
the citizen goes instead, when nobody there helps with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from blanket.guide.days import hours as opening
from blanket.guide.days import open_now
from blanket.kb.format.model import Municipality, Place
from blanket.printable import clean
from blanket.search import lookup, weights
from blanket.search.words import Token, content, query_words, words


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place with its hours in words and whether it is open at the moment asked about."""

    place: Place
    hours: list[str]
    status: opening.Status
    when: str  # the hours of the day asked about, said only as surely as they are known
    ring: tuple[str, str] | None = None  # (name, number) of its kommune, when it has no number of its own
    is_over: bool = False  # it was open earlier on the day of the moment, and is not again

    @property
    def staff_only(self) -> bool:
        """Whether its number must never reach a citizen."""
        return self.place.audience == "personale"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not helped with: who says so, in which words, and where the citizen goes instead.

    `tasks`: ids of the tasks that it is about, where the kommune says so.
    """

    who: str
    text: str
    instead: str | None = None
    tasks: tuple[str, ...] = ()


def list_places(
    db: sqlite3.Connection,
    moment: datetime,
    municipality: str | None,
    *,
    only_open: bool = False,
    day: date | None = None,
    matter: str | None = None,
    among: Sequence[str] | None = None,
) -> list[PlaceView]:
    """The places that fit, those open first, then those whose hours are unknown, then the closed ones; by name.

    `municipality`: its places, its region's and the national ones; None: all. `only_open`: without those known to be
    closed. `day`: those that have hours on it, known or not. `matter`: those that help with it, a word of it being
    enough when it is the same word in any inflection, or a part of a compound. `among`: only these ids, in this
    order, whatever their hours.
    """
    views = []
    region = lookup.region_of(db, municipality)
    for place in _places(db, lookup.ids_of_kind(db, "sted") if among is None else among):
        if municipality and place.municipality not in (None, municipality):
            continue
        if None not in (region, place.region) and place.region != region:
            continue
        if day and among is None and not opening.rows_on(place.hours, day):
            continue
        if matter and not helps_with(place, matter):
            continue
        status = opening.status(place.hours, moment)
        if only_open and status.open is False:
            continue
        sure = open_now.place_confirmed(place, moment.date())
        elsewhen = day and day != moment.date()
        when = (
            open_now.said_on(place.hours, day, sure=sure)
            if day and elsewhen
            else open_now.said(place.hours, moment, sure=sure)
        )
        own = place.municipality if not place.phone else None
        ring = lookup.number_of_municipality(db, own) if own else None
        over = opening.is_over(place.hours, moment)
        views.append(PlaceView(place, opening.said(place.hours), status, when, ring, over))
    if among is None:
        order = {True: 0, None: 1, False: 2}
        views.sort(key=lambda view: (order[view.status.open], view.place.municipality is None, view.place.title))
    return views


def places_in_words(views: Sequence[PlaceView], said: str) -> list[PlaceView]:
    """The places that a sentence names, by their name or by their street and number."""
    spelt = clean(said)
    return [view for view in views if any(name and name in spelt for name in (view.place.title, _street(view.place)))]


def _street(place: Place) -> str:
    """`Østre Stationsvej 15` of an address; empty where it has no number: a town's name alone names no place."""
    street = (place.address or "").split(",")[0].strip()
    return street if any(sign.isdigit() for sign in street) else ""


def refusals(db: sqlite3.Connection, matter: str, municipality: Municipality | None) -> list[Refusal]:
    """Who does not help with a matter: the kommune with where to go instead, then the places that say so."""
    found = []
    if municipality:
        for item in municipality.helps_not_with:
            if _holds(matter, [item.text]):
                found.append(Refusal(municipality.title, item.text, item.instead, item.tasks))
    for place in _places(db, lookup.ids_of_kind(db, "sted")):
        near = municipality is None or place.municipality == municipality.id
        said = [text for text in place.helps_not_with if _holds(matter, [text])]
        if near and said:
            found.append(Refusal(place.title, "; ".join(said)))
    return found


def _places(db: sqlite3.Connection, identifiers: Sequence[str]) -> list[Place]:
    found = [lookup.get(db, identifier) for identifier in identifiers]
    return [entry.content for entry in found if entry and isinstance(entry.content, Place)]


def helps_with(place: Place, matter: str) -> bool:
    """Whether every word of the matter is among what the place helps with, or is its name or purpose.

    Not when the place itself says that it does not help with it.
    """
    if _holds(matter, place.helps_not_with):
        return False
    return _holds(matter, [*place.helps_with, place.title, place.summary, *place.keywords])


def _holds(matter: str, said: Sequence[str]) -> bool:
    offered = [item for text in said for item in words(text)]
    return all(any(_same(asked, item) for item in offered) for asked in content(query_words(matter)))


def _same(asked: Token, offered: Token) -> bool:
    if asked.bare == offered.bare:
        return True
    long_enough = len(asked.bare) >= weights.MIN_SUFFIX
    return long_enough and (offered.bare.startswith(asked.bare) or offered.bare.endswith(asked.bare))
