"""What the citizen takes home: the view model behind `udskriv`.

Here goes what is printed, in which order and with what left out, as plain data; templates/handout.* only lay it out.
Never here: staff notes, staff lines, uncertain points, forms that are withdrawn, addresses on staging hosts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import Literal

from blanket import texts
from blanket.errors import BlanketError
from blanket.guide.hours_in_words import said as said_hours
from blanket.guide.parts import CitizenGuide, Handout, Line, Meeting, Phone, Slip, Steps
from blanket.guide.wording import in_words, said_fee, small_print
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import Contact
from blanket.search import lookup
from blanket.search.lookup import Found

Way = Literal["digital", "papir", "begge"]
TWO_PAGES = 95.0  # lines of the PDF at 14 pt: how much of one task is printed, advice giving way to the steps
LETTERS = 64  # of a line of the PDF
MOST_PHONES = 2
NATIONAL_LINE = "borger-dk-1881"  # the number for whoever does not know where to ring; the own kommune goes first


def handout(
    db: sqlite3.Connection,
    entries: Sequence[Found],
    *,
    way: Way = "begge",
    municipality: Municipality | None = None,
    place: Place | None = None,
    notes: Sequence[str] = (),
    large: bool = False,
    full: bool = False,
) -> Handout:
    """Make a handout of one or more entries, in the order given.

    `way`: which of the two ways is printed. `full`: a journey's tasks are printed after its checklist. Raises
    BlanketError for an entry that is not for citizens: a withdrawn form, a staff line, a kommune, a word.
    """
    guides: dict[str, CitizenGuide] = {}
    for found in entries:
        if found.id not in guides:
            guides[found.id] = _guide(db, found, way, municipality)
        if full and isinstance(found.content, Journey):
            for step in found.content.steps:
                task = lookup.get(db, step.task) if step.task and step.reader != "personale" else None
                if task is not None and isinstance(task.content, Task) and task.id not in guides:
                    guides[task.id] = _guide(db, task, way, municipality)
    logo = municipality.logo if municipality else None
    return Handout(
        guides=list(guides.values()),
        title=guides[entries[0].id].title if len({found.id for found in entries}) == 1 else texts.HANDOUT_OF_MANY,
        municipality=municipality.title if municipality else "",
        meeting=_meeting(place) if place else None,
        notes=[note for note in notes if note.strip()],
        large=large,
        logo=_beside(db, municipality, logo.file) if municipality and logo else None,
        logo_alt=logo.alt if logo else "",
    )


def _beside(db: sqlite3.Connection, municipality: Municipality, name: str) -> Path:
    """A file in the folder of a kommune's own file."""
    found = lookup.get(db, municipality.id)
    return found.path.parent / name if found else Path(name)


def _guide(db: sqlite3.Connection, found: Found, way: Way, municipality: Municipality | None) -> CitizenGuide:
    entry = found.content
    match entry:
        case Task():
            guide = _task(db, entry, way, municipality)
        case Journey():
            guide = _journey(db, entry, municipality)
        case Form():
            guide = _form(db, entry, municipality)
        case Place() if entry.audience != "personale":
            guide = _place(entry)
        case _:
            raise BlanketError(texts.NOT_FOR_CITIZEN.format(id=found.id), texts.NOT_FOR_CITIZEN_CURE)
    days = [source.read for source in entry.sources] + ([entry.checked.date] if entry.checked else [])
    guide.dated = max(days, default="")
    return guide


def _task(db: sqlite3.Connection, task: Task, way: Way, municipality: Municipality | None) -> CitizenGuide:
    guide = CitizenGuide(task.id, task.title, task.summary, bring=list(task.bring))
    digital = task.digital if way != "papir" or task.paper is None else None
    paper = task.paper if way != "digital" or task.digital is None else None
    both = digital is not None and paper is not None
    if digital:
        guide.ways.append(Steps(texts.WAY_DIGITAL if both else texts.WAY_ONLY, digital.steps, True))
        _set_address(guide, digital.address)
    if paper:
        guide.ways.append(Steps(texts.WAY_PAPER if both else texts.WAY_ONLY, paper.steps, False))
        guide.slips = [slip for identifier in paper.forms if (slip := _usable_slip(db, identifier))]
    guide.deadlines = [deadline.text for deadline in task.deadlines]
    guide.fees = [said_fee(fee) for fee in task.fees]
    guide.attorney = task.attorney or ""
    guide.advice = list(task.good_to_know)
    guide.phones = _phones(db, task.contacts, municipality)
    guide.own_number = municipality is None and task.authority.startswith("Kommune")
    _leave_room(guide, task.contacts, municipality)
    guide.small = small_print(task.sources, task.checked, task.fees, municipality)
    while guide.advice and lines(guide) > TWO_PAGES:
        guide.advice.pop()
    return guide


def lines(guide: CitizenGuide) -> float:
    """About how many lines of the PDF a guide takes, with room for what was agreed. `document` counts the pages."""

    def text(*paragraphs: str, extra: float = 0.35) -> float:
        return sum(ceil(len(paragraph) / LETTERS) + extra for paragraph in paragraphs if paragraph)

    heading = 1.9
    count = 3 + text(guide.summary) + 10.5  # title; what was agreed, codes, page ends
    for part in (guide.bring, guide.advice):
        count += heading + text(*part) if part else 0
    for way in guide.ways:
        count += heading + text(*way.steps) + (1.4 if way.digital and guide.address else 0)
    for slip in guide.slips:
        label = " " * 11
        count += text(f"{slip.number} {slip.title}", label + slip.get, label + slip.hand_in, extra=0)
        count += text(label + slip.bring, extra=0.2) if slip.bring else 0.2
    for part in (guide.deadlines, guide.fees):
        count += 2 + text(*part, extra=0.5) if part else 0
    count += heading if guide.slips else 0
    count += heading + text(guide.attorney) if guide.attorney else 0
    for phone in guide.phones:
        count += 2.2 + text(phone.name, "; ".join(phone.hours), phone.note, extra=0)
    count += (heading if guide.phones else 0) + (1.5 if guide.own_number else 0) + (5 if guide.address else 0)
    return count + 0.75 * text(" ".join(guide.small))


def _journey(db: sqlite3.Connection, journey: Journey, municipality: Municipality | None) -> CitizenGuide:
    guide = CitizenGuide(journey.id, journey.title, journey.summary, bring=list(journey.bring))
    guide.event = journey.event
    guide.checklist = [Line(step.text, step.deadline or "") for step in journey.steps if step.reader != "personale"]
    guide.fees = [said_fee(fee) for fee in journey.fees]
    guide.attorney = journey.attorney or ""
    guide.advice = list(journey.good_to_know)
    guide.phones = _phones(db, journey.contacts, municipality)
    guide.own_number = municipality is None
    _leave_room(guide, journey.contacts, municipality)
    guide.small = small_print(journey.sources, journey.checked, journey.fees, municipality)
    return guide


def _form(db: sqlite3.Connection, form: Form, municipality: Municipality | None) -> CitizenGuide:
    if form.status == "udgået":
        raise BlanketError(
            texts.FORM_WITHDRAWN.format(name=form.number or form.title), form.replacement or texts.FORM_WITHDRAWN_CURE
        )
    guide = CitizenGuide(form.id, form.title, form.summary, bring=list(form.requires))
    guide.slips = [_slip(form, with_bring=False)]
    _set_address(guide, form.address)
    guide.phones = _phones(db, form.contacts, municipality)
    guide.own_number = municipality is None and not guide.phones
    _leave_room(guide, form.contacts, municipality)
    guide.small = small_print(form.sources, form.checked, (), municipality)
    return guide


def _place(place: Place) -> CitizenGuide:
    guide = CitizenGuide(place.id, place.title, place.summary)
    guide.advice = list(place.good_to_know)
    hours = tuple(said_hours(place.hours))
    by_phone = place.sort == "telefon" and place.phone is not None
    visiting = [place.address or "", *(() if by_phone else hours), place.appointment or ""]
    guide.where = [line for line in [*visiting, texts.MEETING_CALL_FIRST if place.call_first else ""] if line]
    guide.offers = list(place.helps_with)
    if place.phone:
        guide.phones = [Phone(place.title, place.phone, hours if by_phone else ())]
    _set_address(guide, place.web)
    guide.small = small_print(place.sources, place.checked, (), None)
    return guide


def _usable_slip(db: sqlite3.Connection, identifier: str) -> Slip | None:
    found = lookup.get(db, identifier)
    if found is None or not isinstance(found.content, Form):
        return None
    form = found.content
    return _slip(form) if form.status != "udgået" and form.for_citizen else None


def _slip(form: Form, *, with_bring: bool = True) -> Slip:
    address = form.address if form.address and not is_staging(form.address) else None
    return Slip(
        number=form.number or "",
        title=form.title,
        summary=form.summary,
        get=in_words(address) if address else form.available or texts.ASK_KOMMUNE,
        hand_in=form.handed_in or texts.ASK_KOMMUNE,
        bring=" ".join(item if item.endswith((".", "!", "?")) else f"{item}." for item in form.requires)
        if with_bring
        else "",
    )


def _phones(db: sqlite3.Connection, contacts: Sequence[Contact], municipality: Municipality | None) -> list[Phone]:
    """The numbers to print: the entry's own and the kommune's, which goes first when the own is the general line.

    The kommune's stands where the entry has `kommune: ja`.
    """
    staff = lookup.staff_numbers(db)
    of_municipality = [_phone(db, contact) for contact in municipality.contacts] if municipality else []
    local = [phone for phone in of_municipality if phone and phone.number not in staff]
    own: list[tuple[str | None, Phone]] = []
    for contact in contacts:
        found = _noted(local, contact.note) if contact.municipality else _phone(db, contact)
        if found and found.number not in staff:
            own.append((contact.place, found))
    general = all(place == NATIONAL_LINE for place, _ in own)
    ordered = [*local[:1], *(phone for _, phone in own)] if general else [*(phone for _, phone in own), *local[:1]]
    unique = {phone.number: phone for phone in reversed(ordered)}
    return [phone for phone in dict.fromkeys(ordered) if unique.get(phone.number) is phone][:MOST_PHONES]


def _noted(local: list[Phone], note: str | None) -> Phone | None:
    """The kommune's first number, with what this entry says of it; None when there is none."""
    return Phone(local[0].name, local[0].number, local[0].hours, note or local[0].note) if local else None


def _leave_room(guide: CitizenGuide, contacts: Sequence[Contact], municipality: Municipality | None) -> None:
    """Room to write the kommune's number, where an entry sends to it and no kommune is chosen."""
    asked = [contact for contact in contacts if contact.municipality]
    if municipality is None and asked:
        guide.own_number = True
        guide.own_note = asked[0].note or ""


def _phone(db: sqlite3.Connection, contact: Contact) -> Phone | None:
    """A contact's number, its place's unless that is for staff only."""
    if contact.place:
        found = lookup.get(db, contact.place)
        if found is None or not isinstance(found.content, Place) or found.content.audience == "personale":
            return None
        place = found.content
        number = contact.phone or place.phone
        hours = tuple(said_hours([row for row in place.hours if row.opens]))
        return Phone(place.title, number, hours, contact.note or "") if number else None
    if not contact.phone:
        return None
    hours = tuple(said_hours(contact.hours)) or ((contact.when,) if contact.when else ())
    return Phone(contact.name or "", contact.phone, hours, contact.note or "")


def _meeting(place: Place) -> Meeting:
    if place.audience == "personale":
        raise BlanketError(texts.STAFF_PLACE.format(name=place.title), texts.STAFF_PLACE_CURE)
    return Meeting(
        name=place.title,
        address=place.address or "",
        hours=tuple(said_hours(place.hours)),
        appointment=place.appointment or "",
        phone=place.phone or "",
        call_first=place.call_first,
    )


def _set_address(guide: CitizenGuide, address: str | None) -> None:
    if address and not is_staging(address):
        guide.address, guide.address_words = address, in_words(address)
