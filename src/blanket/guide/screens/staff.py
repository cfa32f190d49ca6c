"""What staff see of an entry on screen: the view model behind `vis`.

Here goes what is shown and in which words, as plain data; how it is laid out stands in templates/*.txt.j2. A citizen's
handout has its own model, which leaves out what is for staff.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace as replace_part

from blanket.guide.days import hours as opening
from blanket.guide.days import open_now
from blanket.guide.screens.local import LocalView, local_for
from blanket.guide.screens.may_i import VOLUNTEER, HelpAnswer, may_i
from blanket.guide.screens.may_i import said as said_answer
from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import Contact, Source, Staff
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.texts import days as texts
from blanket.texts import screens as screen_texts

if TYPE_CHECKING:
    from blanket.guide.screens.places import PlaceView

_IN_PAIRS = re.compile(r"\d\d \d\d \d\d \d\d")  # a number, and nothing said about it
_MOST_CAREFUL = ("nej", "spørg", "kun_hvis", "ja")


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact as it is shown: `status` is whether it is open now; None when nothing says its hours."""

    name: str
    phone: str | None
    hours: list[str]
    status: opening.Status | None
    note: str | None
    call_first: bool
    staff_only: bool = False
    when: str = ""  # the hours of this day, said only as surely as they are known


@dataclass(frozen=True, slots=True)
class Link:
    """Another entry, by kind, id, title and form number; what it is when it is missing is its id alone."""

    id: str
    kind: str
    title: str
    number: str | None = None
    status: str | None = None


@dataclass(slots=True)
class StaffGuide:
    """All that the template of one kind needs. `entry` is the entry itself; the rest is made from it and the base."""

    entry: Entry | Word
    kind: str
    origin: str | None  # the file, when it is not from the shipped base
    contacts: list[ContactView] = field(default_factory=list)
    local: LocalView | None = None
    local_contacts: list[ContactView] = field(default_factory=list)
    links: dict[str, Link] = field(default_factory=dict)
    used_in: list[Link] = field(default_factory=list)
    hours: list[str] = field(default_factory=list)
    status: opening.Status | None = None
    when: str = ""
    sources: list[str] = field(default_factory=list)
    answer: HelpAnswer | None = None  # may I help with it?
    answer_said: str = ""
    places: list[PlaceView] = field(default_factory=list)  # of a kommune


def staff_guide(
    db: sqlite3.Connection,
    found: Found,
    municipality: Municipality | None,
    moment: datetime,
    role: str | None = None,
) -> StaffGuide:
    """The guide of one entry for those who help. `moment` decides what is open now.

    `role`: whose answer to "may I help" is given. A volunteer sees no line for staff, no internal note and nothing that
    is written for staff alone.
    """
    volunteer = role == VOLUNTEER
    if volunteer and municipality is not None:
        municipality = replace_part(municipality, unconfirmed=())  # which are for staff
    entry = without_staff_words(found.content) if volunteer else found.content
    guide = StaffGuide(entry=entry, kind=found.kind, origin=str(found.path) if found.folder else None)
    guide.links = _links(db, entry)
    guide.used_in = [Link(identifier, kind, title) for kind, identifier, title in lookup.referring(db, found.id)]
    if isinstance(entry, Entry):
        guide.sources = [source_line(source) for source in entry.sources]
    if isinstance(entry, Place):
        guide.hours, guide.status = opening.said(entry.hours), opening.status(entry.hours, moment)
        guide.when = open_now.said(entry.hours, moment, sure=open_now.place_confirmed(entry, moment.date()))
        guide.contacts = _of_its_kommune(db, entry, moment)
    if isinstance(entry, Task | Form | Journey | Municipality):
        guide.contacts = [
            view for contact in entry.contacts if (view := contact_view(db, contact, moment, municipality))
        ]
    if isinstance(entry, Municipality):
        from blanket.guide.screens.places import list_places  # so that a task does not pay for it

        kept = list_places(db, moment, entry.id)
        guide.places = [view for view in kept if view.place.municipality and not (volunteer and view.staff_only)]
    if isinstance(entry, Task | Journey | Form):
        guide.local = local_for(municipality, entry)
        if municipality is not None:
            shown = {view.phone for view in guide.contacts}
            views = [contact_view(db, contact, moment, None) for contact in municipality.contacts]
            guide.local_contacts = [view for view in views if view and view.phone not in shown]
    if volunteer:
        guide.contacts = [view for view in guide.contacts if not view.staff_only]
        guide.local_contacts = [view for view in guide.local_contacts if not view.staff_only]
        if guide.local:
            rules = replace_part(guide.local.staff, may=(), notes=())
            guide.local = replace(guide.local, staff=rules, notes=())
    guide.answer = _help_answer(db, guide, entry, role)
    guide.answer_said = said_answer(guide.answer) if guide.answer else ""
    return guide


def _of_its_kommune(db: sqlite3.Connection, place: Place, moment: datetime) -> list[ContactView]:
    """Whom to ring about a place without a number of its own: its kommune."""
    found = lookup.get(db, place.municipality) if place.municipality and not place.phone else None
    if found is None or not isinstance(found.content, Municipality):
        return []
    view = next((contact_view(db, contact, moment, None) for contact in found.content.contacts), None)
    return [view] if view and view.phone else []


def _help_answer(db: sqlite3.Connection, guide: StaffGuide, entry: Entry | Word, role: str | None) -> HelpAnswer | None:
    """The answer to "may I help"; that of a form is the most careful one of the tasks that use it."""
    if isinstance(entry, Task | Journey):
        return may_i(entry.staff, guide.local, role, private=isinstance(entry, Task) and entry.private)
    if isinstance(entry, Form):
        using = [lookup.get(db, link.id) for link in guide.used_in if link.kind == "opgave"]
        tasks = [found.content for found in using if found and isinstance(found.content, Task)]
        # A task that hands it out says more than one that only points to it.
        own = [task for task in tasks if task.paper and entry.id in task.paper.forms] or tasks
        answers = [may_i(task.staff, guide.local, role, private=task.private) for task in own]
        return min(answers, key=lambda answer: _MOST_CAREFUL.index(answer.answer), default=may_i(Staff(), None, role))
    return None


def without_staff_words(entry: Entry | Word) -> Entry | Word:
    """An entry without what is written for staff alone: what may be done, notes, points that no source answers."""
    if isinstance(entry, Task | Journey):
        return replace_part(entry, staff=replace_part(entry.staff, may=(), notes=()), uncertain=())
    if isinstance(entry, Municipality):
        return replace_part(entry, notes=(), tasks={}, unconfirmed=(), uncertain=())
    return replace_part(entry, uncertain=()) if isinstance(entry, Entry) else entry


def contact_view(
    db: sqlite3.Connection, contact: Contact, moment: datetime, municipality: Municipality | None
) -> ContactView | None:
    """A contact ready to show; None when its place is missing from the base.

    The citizen's own kommune is the chosen one, with the place that its layer names for this, else with its first
    number; where none is chosen it is only named.
    """
    if contact.municipality:
        first = municipality.contacts[0] if municipality and municipality.contacts else None
        first = Contact(place=contact.place) if contact.place else first
        view = contact_view(db, first, moment, None) if first else None
        own = view or _without_number(municipality)
        return replace(own, note=contact.note or own.note)
    if contact.place:
        found = lookup.get(db, contact.place)
        if found is None or not isinstance(found.content, Place):
            return None
        place = found.content
        sure = open_now.place_confirmed(place, moment.date())
        of_place = ContactView(
            name=place.title,
            phone=contact.phone or place.phone,
            hours=opening.said(place.hours),
            status=opening.status(place.hours, moment) if place.hours else None,
            note=contact.note,
            call_first=place.call_first,
            staff_only=place.audience == "personale",
            when=open_now.said(place.hours, moment, sure=sure),
        )
        said = contact.hours or contact.when or not place.answers_in_its_hours
        return replace(of_place, **_by_phone(contact, moment)) if said else of_place
    return ContactView(
        name=contact.name or "",
        phone=contact.phone,
        note=contact.note,
        call_first=contact.call_first,
        **_by_phone(contact, moment),
    )


def _by_phone(contact: Contact, moment: datetime) -> dict[str, Any]:
    """When a contact's own telephone is open: a place's counter may have other hours."""
    in_words = contact.when if contact.when and not contact.hours else None
    return {
        "hours": [in_words] if in_words else opening.said(contact.hours),
        "status": opening.status(contact.hours, moment) if contact.hours else None,
        "when": texts.HOURS_UNCONFIRMED.format(text=in_words)
        if in_words
        else open_now.said(contact.hours, moment, sure=False),
    }


def _without_number(municipality: Municipality | None) -> ContactView:
    """The citizen's kommune where its number is not known: one that only one page gives, for staff, or none."""
    if municipality is None:
        return ContactView(screen_texts.OWN_KOMMUNE, None, [], None, None, call_first=False)
    said = (str(item.value) for item in municipality.unconfirmed if item.what == "telefon" and item.value)
    number = next((one for one in said if _IN_PAIRS.fullmatch(one)), None)
    if number is None:
        name = screen_texts.RING_NO_NUMBER.format(name=municipality.title)
        return ContactView(name, None, [], None, None, call_first=False)
    when = screen_texts.NUMBER_NOT_CONFIRMED
    return ContactView(municipality.title, number, [], None, None, call_first=True, when=when)


def guide_data(guide: StaffGuide) -> dict[str, Any]:
    """The same as data, for --json: the entry with its YAML keys, and what was laid over it."""
    import msgspec

    local = guide.local
    return {
        "slags": guide.kind,
        "opslag": msgspec.to_builtins(guide.entry),
        "kontakter": [
            {
                "navn": view.name,
                "telefon": view.phone,
                "tider": view.hours,
                "åben": view.status.open if view.status else None,
            }
            for view in (*guide.contacts, *guide.local_contacts)
        ],
        "må_jeg": _answer_data(guide.answer),
        "kommune": local.name if local else None,
        "lokalt": msgspec.to_builtins(local.staff) if local else None,
        "fil": guide.origin,
    }


def _answer_data(answer: HelpAnswer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    said = {"rolle": answer.role, "svar": answer.answer, "fordi": answer.because}
    return {**said, "kommune": answer.kommune, "kilde": answer.source}


def _links(db: sqlite3.Connection, entry: Entry | Word) -> dict[str, Link]:
    """Every entry that this one names: id -> what to show of it."""
    from blanket.kb.format.roles import references

    wanted = list(entry.see) if isinstance(entry, Word) else [target for _, target, _ in references(entry)]
    known = lookup.titles(db, wanted)
    return {asked: Link(*row) for asked, row in known.items()}


def source_line(source: Source) -> str:
    """A source as one line: where, its own date, when it was read."""
    where = source.address or source.name or ""
    dates = [f"siden er fra {source.page_date}"] if source.page_date else []
    return f"{where} ({', '.join([*dates, f'læst {source.read}'])})"
