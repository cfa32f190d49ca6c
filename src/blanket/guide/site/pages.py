"""The page of one entry: the citizen's guide for both ways, what belongs to it, and for staff what staff may see.

Here goes what a page holds. Which entries a site has is chosen by `desk.website`; the lists stand in `lists`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from blanket.errors import BlanketError
from blanket.guide.days.reckoning import Calendar, same_event
from blanket.guide.paper.box import local_of
from blanket.guide.paper.citizen import Choices, Way, handout
from blanket.guide.paper.parts import CitizenGuide
from blanket.guide.screens.may_i import ANSWER_FIELDS, may_i
from blanket.guide.screens.may_i import said as said_answer
from blanket.guide.screens.staff import staff_guide
from blanket.guide.site.linked import as_linked_data
from blanket.guide.site.parts import EntryPage, Listed, Site
from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Place, Task
from blanket.search import lookup
from blanket.search.lookup import Found


def listed(found: Found) -> Listed:
    """An entry, or an explained word, as lists show it."""
    entry = found.content
    if isinstance(entry, Word):
        return Listed(found.id, found.kind, entry.word, entry.means or "")
    assert isinstance(entry, Task | Journey | Form | Place | Municipality)
    number = entry.number if isinstance(entry, Form) else entry.phone if isinstance(entry, Place) else None
    return Listed(
        found.id,
        found.kind,
        entry.title,
        entry.summary,
        subject=getattr(entry, "subject", ""),
        whose=(entry.municipality or "") if isinstance(entry, Place) else "",
        number=number or "",
        sensitive=getattr(entry, "sensitive", None) is not None,
        vouched=entry.checked is not None,
    )


def is_public(found: Found, municipality: str | None) -> bool:
    """Whether an entry is for citizens, and in use in the kommune of the site (None: the whole country's)."""
    entry = found.content
    if found.hidden:
        return False
    if isinstance(entry, Place):
        return entry.audience != "personale" and (not municipality or entry.municipality in (None, municipality))
    if isinstance(entry, Municipality):
        return municipality in (None, entry.id)
    return True


def number_of(db: sqlite3.Connection, found: Found, today: date) -> str:
    """The number that a hit shows: a place's, a kommune's where it is confirmed, the first of a task in need."""
    entry = found.content
    match entry:
        case Place():
            return entry.phone or ""
        case Municipality():
            return local_of(db, entry, today).phone.number
        case Task() if entry.crisis and entry.contacts:
            contact = entry.contacts[0]
            place = lookup.get(db, contact.place) if contact.place else None
            public = place if place and isinstance(place.content, Place) and is_public(place, None) else None
            return contact.phone or (number_of(db, public, today) if public else "")
        case _:
            return ""


def entry_page(db: sqlite3.Connection, found: Found, site: Site, known: Mapping[str, Listed]) -> EntryPage:
    """The page of an entry that is neither a word nor a kommune. `known`: the entries that have a page."""
    entry = found.content
    assert isinstance(entry, Entry)
    page = EntryPage(known[found.id])
    if isinstance(entry, Form) and entry.status == "udgået":
        page.gone = entry.replacement or ""
    elif not (isinstance(entry, Place) and entry.audience == "personale"):
        page.paper = _guide(db, found, site, "papir", page)
        if isinstance(entry, Task) and entry.digital and entry.paper:
            page.digital = _guide(db, found, site, "digital", page)
    page.event = _event(entry, page.either)
    page.related = related(entry, known)
    page.data = as_linked_data(entry, page, site)
    if site.intern:
        page.staff = staff_guide(db, found, site.municipality, datetime.combine(site.made, time(12)))
        if isinstance(entry, Task | Journey):
            answers = (may_i(entry.staff, page.staff.local, role) for role in ANSWER_FIELDS)
            page.answers = [said_answer(answer) for answer in answers]
    return page


def related(entry: Entry, known: Mapping[str, Listed]) -> list[Listed]:
    """What is often needed too: of a journey its tasks in order, of a withdrawn form what takes its place."""
    ids: list[str] = []
    if isinstance(entry, Journey):
        ids = [step.task for step in entry.steps if step.task and step.reader != "personale"]
    if isinstance(entry, Form):
        ids = list(entry.replaced_by)
    if isinstance(entry, Task) and entry.paper:
        ids = list(entry.paper.forms)
    ids += getattr(entry, "see_also", ())
    return [known[identifier] for identifier in dict.fromkeys(ids) if identifier in known and identifier != entry.id]


def _guide(db: sqlite3.Connection, found: Found, site: Site, way: Way, page: EntryPage) -> CitizenGuide | None:
    choices = Choices(calendar=Calendar(site.made), way=way, municipality=site.municipality)
    try:
        made = handout(db, [found], choices)
    except BlanketError:  # not for citizens: its page says what it is, and no more
        return None
    page.extra = made.extra
    return made.guides[0]


def _event(entry: Entry, guides: Sequence[CitizenGuide]) -> str:
    """The event whose day the reader may choose: where some deadline is counted from it."""
    event = getattr(entry, "event", None)
    if not event:
        return ""
    dues = [due for guide in guides for due in (*guide.due, *guide.appeals)]
    dues += [line.due for guide in guides for group in guide.groups for line in group.lines if line.due]
    spans = [due.span for due in dues if due.span]
    own = [span for span in spans if span.since is None or same_event(span.since, event)]
    for due in dues:  # what runs from another day is not counted from this one
        if due.span and due.span not in own:
            due.span = None
    return event if own else ""
