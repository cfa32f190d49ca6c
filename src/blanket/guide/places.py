"""Places as a list: which ones, in which order, open or not.

Here goes the choice behind `steder`: by kommune, by weekday, by what they help with, by whether they are open.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from blanket.guide import hours as opening
from blanket.guide import open_now
from blanket.kb.format.model import Place
from blanket.search import lookup, weights
from blanket.search.words import Token, content, query_words, words


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place with its hours in words and whether it is open at the moment asked about."""

    place: Place
    hours: list[str]
    status: opening.Status
    when: str  # the hours of the day asked about, said only as surely as they are known

    @property
    def staff_only(self) -> bool:
        """Whether its number must never reach a citizen."""
        return self.place.audience == "personale"


def list_places(
    db: sqlite3.Connection,
    moment: datetime,
    municipality: str | None,
    *,
    only_open: bool = False,
    day: date | None = None,
    matter: str | None = None,
) -> list[PlaceView]:
    """The places that fit, those open first, then those whose hours are unknown, then the closed ones; by name.

    `municipality`: its places and the national ones; None: all. `only_open`: without those known to be closed.
    `day`: those that have hours on it, known or not. `matter`: those that help with it, a word of it being enough
    when it is the same word in any inflection, or a part of a compound.
    """
    views = []
    for identifier in lookup.ids_of_kind(db, "sted"):
        found = lookup.get(db, identifier)
        assert found is not None
        assert isinstance(found.content, Place)
        place = found.content
        if municipality and place.municipality not in (None, municipality):
            continue
        if day and not opening.rows_on(place.hours, day):
            continue
        if matter and not _helps_with(place, matter):
            continue
        status = opening.status(place.hours, moment)
        if only_open and status.open is False:
            continue
        when = open_now.said(place.hours, moment, sure=open_now.place_confirmed(place, moment.date()))
        views.append(PlaceView(place, opening.said(place.hours), status, when))
    order = {True: 0, None: 1, False: 2}
    views.sort(key=lambda view: (order[view.status.open], view.place.municipality is None, view.place.title))
    return views


def _helps_with(place: Place, matter: str) -> bool:
    """Whether every word of the matter is among what the place helps with, or is its name or purpose."""
    offered = [
        item for text in (*place.helps_with, place.title, place.summary, *place.keywords) for item in words(text)
    ]
    return all(any(_same(asked, item) for item in offered) for asked in content(query_words(matter)))


def _same(asked: Token, offered: Token) -> bool:
    if asked.bare == offered.bare:
        return True
    long_enough = len(asked.bare) >= weights.MIN_SUFFIX
    return long_enough and (offered.bare.startswith(asked.bare) or offered.bare.endswith(asked.bare))
