"""Showing an entry: its one screen, its full guide or its data, for the role and the kommune of the settings.

Here goes what every face does when somebody has chosen an entry. What is said stands in `guide`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from blanket.desk.layering import as_laid
from blanket.desk.opening import OpenBase, chosen_municipality, noted_settings
from blanket.errors import BlanketError, Exit
from blanket.search.lookup import Found
from blanket.texts import papers as texts
from blanket.texts import screens as screen_texts

if TYPE_CHECKING:
    from datetime import date

    from blanket.guide.days.reckoning import Calendar
    from blanket.guide.screens.screen import Row
    from blanket.guide.screens.staff import StaffGuide

View = Literal["skærm", "net", "kilder", "alt"]


@dataclass(frozen=True, slots=True)
class Guiding:
    """An entry's guide for whoever asks. `uncertain`: what no source answers; a volunteer sees where, not what."""

    guide: StaffGuide
    uncertain: tuple[str, ...]
    volunteer: bool


def guide_for(base: OpenBase, found: Found, municipality: str | None = None) -> Guiding:
    """The guide of an entry. `municipality`: for this one time; None: the saved one.

    Raises BlanketError for an unknown kommune, and for a line that is not for this role.
    """
    from blanket.guide.days.clock import now
    from blanket.guide.screens.may_i import VOLUNTEER
    from blanket.guide.screens.staff import staff_guide
    from blanket.kb.format.model import Place

    chosen = chosen_municipality(base, municipality)
    role = noted_settings(base).role
    found = as_laid(base, found, chosen.id if chosen else None)
    entry = found.content
    if role == VOLUNTEER and isinstance(entry, Place) and entry.audience == "personale":
        raise BlanketError(
            screen_texts.NOT_FOR_VOLUNTEERS.format(name=entry.title), screen_texts.NOT_FOR_VOLUNTEERS_CURE
        )
    guide = staff_guide(base.db, found, chosen, now(), role)
    return Guiding(guide, tuple(getattr(entry, "uncertain", ())), role == VOLUNTEER)


def one_screen(guiding: Guiding, width: int, *, net: bool = False, day: date | None = None) -> list[Row]:
    """The entry on one screen. `net`: a task's steps with the net instead of those without.

    `day`: of the event that deadlines run from, so that their dates are shown. Raises BlanketError (wrong use) when
    the entry has no event.
    """
    from blanket.guide.screens import at_a_glance
    from blanket.guide.screens.screen import rows

    calendar = _calendar(guiding, day) if day else None
    return rows(at_a_glance.screen_of(guiding.guide, guiding.uncertain, digital=net, calendar=calendar), width)


def _calendar(guiding: Guiding, day: date) -> Calendar:
    """What the days of an entry's deadlines are counted from."""
    from blanket.guide.days.dates import today
    from blanket.guide.days.reckoning import Calendar

    event = getattr(guiding.guide.entry, "event", None)
    if not event:
        raise BlanketError(texts.NO_EVENT, texts.NO_EVENT_CURE, Exit.WRONG_USE)
    return Calendar(today(), event, day)


def has_screen(guiding: Guiding) -> bool:
    """Whether the entry has a screen of its own; a word of the glossary is short."""
    return guiding.guide.kind != "ord"


def full_guide(guiding: Guiding, width: int, *, coloured: bool, sources: bool = False, day: date | None = None) -> str:
    """All of the entry as text. `sources`: only what it was written from, and what no source answers.

    A word of the glossary has no list of sources: it is shown as it is. `day`: as in `one_screen`, which says what is
    raised.
    """
    from blanket.guide.rendering import render

    kind = guiding.guide.kind
    template = "kilder" if sources and kind != "ord" else "forloeb" if kind == "forløb" else kind
    days: list[str] = []
    if day:
        from blanket.guide.screens.at_a_glance import days_of_deadlines

        days = days_of_deadlines(guiding.guide.entry, _calendar(guiding, day))
    return render(template, "txt", width=width, colour=coloured, guide=guiding.guide, days=days)


def data_of(guiding: Guiding) -> dict[str, Any]:
    """The same as data, with the entry's YAML keys."""
    from blanket.guide.screens.staff import guide_data

    return guide_data(guiding.guide)
