"""Acute help by subject: lines and beds, then the tasks that say more; the same order at the desk and on the site.

Here goes who is rung first: whoever answers at any hour, then who is open, last who has no number.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from datetime import datetime

from blanket.guide.screens.places import PlaceView, list_places
from blanket.kb.format.model import Place, Task
from blanket.kb.format.parts import CRISES, WEEKDAYS
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.search.words import fold
from blanket.texts.days import UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Acute:
    """Acute help with one subject: places and lines, and the tasks that say more.

    `guides`: place id -> the task that is about ringing that very line: it is shown for it, and not beside it.
    """

    subject: str
    views: list[PlaceView]
    tasks: list[Found]
    guides: dict[str, str] = field(default_factory=dict)

    @property
    def numbered(self) -> list[str]:
        """The ids in the order in which they are numbered: places, then tasks; a line with a guide leads to that."""
        places = [self.guides.get(view.place.id, view.place.id) for view in self.views]
        return [*places, *(task.id for task in self.tasks)]


def acute_by_subject(
    db: sqlite3.Connection, moment: datetime, municipality: str | None, *, with_staff: bool = True
) -> list[Acute]:
    """Acute help by subject. `municipality`: its places and the national ones; None: all. `with_staff`: lines for
    staff too."""
    views = [view for view in list_places(db, moment, municipality) if view.place.crisis]
    views = [view for view in views if with_staff or not view.staff_only]
    views.sort(key=_how_soon)
    tasks = [lookup.get(db, identifier) for identifier in lookup.ids_of_crisis(db)]
    answer = []
    for name in CRISES:
        fitting = [view for view in views if name in view.place.crisis]
        about = [found for found in tasks if found and isinstance(found.content, Task) and name in found.content.crisis]
        if fitting or about:
            guides = {view.place.id: found.id for view in fitting for found in about if _is_about(found, view)}
            others = [found for found in about if found.id not in guides.values()]
            answer.append(Acute(name, fitting, others, guides))
    return answer


def answers_always(place: Place) -> bool:
    """Whether somebody answers at any hour of any day."""
    always = [row for row in place.hours if (row.opens, row.closes) == ("00:00", "24:00")]
    return bool(place.phone) and set(WEEKDAYS) <= {day for row in always for day in row.days}


def _how_soon(view: PlaceView) -> tuple[bool, bool, int, bool, bool]:
    """Where a place stands: one with only its kommune's number last; first who always answers; then open now, hours
    unknown, closed; confirmed hours before others; the kommune's own first."""
    soon = {True: 0, None: 1, False: 2}[view.status.open]
    unsure = view.when.endswith(UNCONFIRMED)
    place = view.place
    return place.phone is None, not answers_always(place), soon, unsure, place.municipality is None


def _is_about(found: Found, view: PlaceView) -> bool:
    """Whether a task is about ringing this place: it bears its name."""
    title = getattr(found.content, "title", "")
    return bool(view.place.phone) and f" {fold(view.place.title)} " in f" {fold(title)} "
