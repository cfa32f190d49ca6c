"""The frame on top of a paper: the number to ring, what to say, and whom else.

Here goes which number is the big one, when a kommune's number may be printed, and what is said beside a number that
nobody has confirmed. A staff line never is printed.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from blanket.guide import labels
from blanket.guide.days.dates import add_months
from blanket.guide.days.hours_in_words import said as said_hours
from blanket.guide.paper.parts import Box, Phone
from blanket.guide.paper.ringing import (
    SOUTHERN,
    Whom,
    may_be_south,
    rung,
    sends_to_bank,
    sends_to_kommune,
)
from blanket.guide.paper.unknown_numbers import where_it_stands
from blanket.guide.wording import topic
from blanket.kb.files import OWN_OFFICE
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import Contact, Said, Source
from blanket.search import lookup
from blanket.texts import papers as texts

CONFIRMED_MONTHS = 24  # how old the page may be that a kommune's number stands on
_ALWAYS_OPEN = ("112", "114", "1813")
# Where a kommune has a number of its own for some of its work: which words of that contact's note mean which subject.
_OWN_NUMBER_OF = {"omsorg": ("ældre", "pleje"), "handicap": ("handicap", "hjælpemid")}
_BORGERSERVICE = re.compile(r"\bBorgerservice\b")
# What a number beside the first one is for, in its own note: when the first does not answer.
_WHEN_CLOSED = re.compile(r"\b(?:lukket|lukker|uden for)\b", re.IGNORECASE)
# What an entry itself says of finding it closed: whoever loses money by each day does not simply ring again.
_OWN_CLOSED = re.compile(r"Er der lukket\b[^.]+\.")
# A note on what to ask the kommune is a reason to have its number, whatever the steps say.
_ASKED = re.compile(r"(?:Ring|Spørg), ")
_BANK_CLOSED = re.compile(r"\bbanken (?:er|har) lukket\b", re.IGNORECASE)


class Local(NamedTuple):
    """The chosen kommune on paper. `phone`: without a number where none is confirmed. `notes`: for staff.

    `south`: whether the citizen may live in Sønderjylland. `counter`: where its Borgerservice is. `more`: its numbers
    for some of its work, each with a note on what. `today`: the day by which a page is fresh enough to print from.
    """

    phone: Phone
    notes: tuple[str, ...] = ()
    counter: str = ""
    more: tuple[Phone, ...] = ()
    region: str | None = None
    south: bool = True
    today: date | None = None


def local_of(db: sqlite3.Connection, municipality: Municipality | None, today: date) -> Local:
    """The number of the chosen kommune, or a line to write it on.

    A number that only one page gives, or that no page of the last 24 months gives, is not printed: staff get it with
    its page, and write it down when they have looked.
    """
    return _local_of(db, municipality, today)._replace(today=today)


def _local_of(db: sqlite3.Connection, municipality: Municipality | None, today: date) -> Local:
    if municipality is None:
        return Local(Phone(labels.OWN_KOMMUNE, "", line=labels.KOMMUNES_NUMBER))
    staff = lookup.staff_numbers(db)
    counter, south = _counter(db, municipality), may_be_south(municipality.id)
    for at, contact in enumerate(municipality.contacts):
        phone, place = _phone(db, contact)
        if phone is None or phone.number in staff or (place is not None and place.national_line):
            continue  # the national line is nobody's own number
        doubtful = contact.call_first or (place is not None and place.call_first)
        sources = place.sources if place else municipality.sources
        phone.name, phone.line = municipality.title, labels.KOMMUNES_NUMBER
        if not doubtful and _is_fresh(sources, today):
            more = [one for other in municipality.contacts[at + 1 :] if (one := _confirmed(db, other, staff, today))]
            return Local(phone, counter=counter, more=tuple(more), region=municipality.region, south=south)
        page = contact.source or next((source.address or source.name for source in sources), "") or texts.NO_PAGE
        note = texts.NUMBER_UNCONFIRMED.format(
            name=municipality.title, number=phone.number, page=page, date=_newest(sources) or texts.NO_DATE
        )
        line = Phone(municipality.title, "", address=phone.address, line=labels.KOMMUNES_NUMBER)
        return Local(line, (note,), counter, region=municipality.region, south=south)
    line = Phone(municipality.title, "", line=labels.KOMMUNES_NUMBER)
    return Local(line, counter=counter, region=municipality.region, south=south)


def pages_of_numbers(db: sqlite3.Connection, entry: Entry) -> list[Source]:
    """What the numbers rest on that an entry has from places: of each place the newest page that shows a date."""
    contacts = entry.contacts if isinstance(entry, Task | Journey | Form) else ()
    places = [place for contact in contacts if contact.place and (place := _phone(db, contact)[1])]
    dated = ([source for source in place.sources if source.page_date] for place in places)
    return [max(sources, key=lambda source: source.page_date or "") for sources in dated if sources]


def _counter(db: sqlite3.Connection, municipality: Municipality) -> str:
    """The address of a kommune's Borgerservice, where the base has it as a place of its own."""
    found = lookup.get(db, OWN_OFFICE.format(kommune=municipality.id))
    return (found.content.address or "") if found and isinstance(found.content, Place) else ""


def _confirmed(db: sqlite3.Connection, contact: Contact, staff: Collection[str], today: date) -> Phone | None:
    """A kommune's further number with its note on what it is for; None where it may not be printed."""
    phone, place = _phone(db, contact)
    if phone is None or phone.number in staff or not contact.note or contact.call_first:
        return None
    if place is None or place.national_line or place.call_first:
        return None
    return phone if _is_fresh(place.sources, today) else None


def box_of(
    db: sqlite3.Connection,
    contacts: Sequence[Contact],
    local: Local,
    *,
    title: str,
    steps: Sequence[str],
    sending: Sequence[str],
    said: Said | None,
    with_words: bool,
    urgent: bool = False,
    subject: str = "",
    told: list[str],
) -> Box:
    """The frame of one entry.

    `steps`: of the way that is printed. `sending`: all texts that may send the citizen to the kommune. `with_words`:
    whether general words are given where the entry has none of its own. `urgent`: nobody is told to wait.
    `subject`: of the entry, for a kommune that has a number of its own for it. `told`: gets what staff have to be told:
    which numbers nobody has confirmed, as the citizen cannot know that one is wrong.
    """
    staff = lookup.staff_numbers(db)
    numbers = [_contact(db, contact, local, staff) for contact in contacts]
    known = [
        (contact, phone)
        for contact, phone in zip(contacts, numbers, strict=True)
        if phone and (local.south or not (contact.municipality and SOUTHERN.search(contact.note or "")))
    ]
    whom = rung(steps, [("" if c.municipality else phone.name, phone.number) for c, phone in known])
    waits = [_waits(db, contact, local) for contact, _ in known]
    phone, heading = _first(whom, known, waits, local)
    sends = sends_to_kommune(sending, south=local.south)
    others = _others(phone, known, local, sends, urgent=urgent)
    if sends and not sends_to_kommune(sending, south=False):
        why = {local.phone.name: labels.SOUTH}
        others = [replace(one, note=one.note or why.get(one.name, "")) for one in others]
    others += _of_subject([phone, *others], local, subject)
    if sends_to_bank(steps) and not phone.name.startswith("din bank"):
        # Where money may be running out, the bank is rung before whoever only gives advice.
        bank = Phone(labels.BANKS_NUMBER, "", note=labels.NUMBER_OF_BANK, line=labels.BANKS_NUMBER)
        others.insert(0 if urgent else len(others), bank)
    if whom.kind == "other" and not phone.number:
        phone = replace(phone, note=where_it_stands(phone.name, subject))
    phone, others = _told_where(phone, others, local, steps)
    doubted = {one.number for contact, one in known if not contact.municipality and _is_doubtful(db, contact)}
    if unsure := [f"{one.name} {one.number}" for one in (phone, *others) if one.number in doubted]:
        told.append(texts.NUMBERS_IN_DOUBT.format(title=title, numbers=", ".join(unsure)))
    words = said.words if said else _general_words(title) if with_words and whom.kind != "nobody" else ""
    return Box(
        heading=heading,
        phone=phone,
        said=words,
        ready=list(said.ready) if said else [],
        others=others,
        closed=_own_closed(sending) or _when_closed(phone, others, local, urgent=urgent),
    )


def _of_subject(shown: Sequence[Phone], local: Local, subject: str) -> list[Phone]:
    """The kommune's own numbers for a subject, where the kommune is rung and they are not there yet."""
    if not any(phone.name == local.phone.name for phone in shown):
        return []
    words = _OWN_NUMBER_OF.get(subject, ())
    numbers = {phone.number for phone in shown}
    return [
        one for one in local.more if one.number not in numbers and any(word in one.note.casefold() for word in words)
    ]


def _told_where(phone: Phone, others: list[Phone], local: Local, steps: Sequence[str]) -> tuple[Phone, list[Phone]]:
    """The numbers with what a step wants of the kommune beside its own: whom to ask for, and where to show up."""
    text = " ".join(steps)
    if not _BORGERSERVICE.search(text):
        return phone, others
    where = labels.SHOW_UP.format(address=local.counter) if local.counter else ""

    def told(one: Phone) -> Phone:
        if one.name != local.phone.name:
            return one
        note = one.note or ("" if one is phone else labels.ASK_BORGERSERVICE)
        return replace(one, note=note, address=where or one.address)

    return told(phone), [told(one) for one in others]


def _own_closed(texts_of_entry: Sequence[str]) -> str:
    """What the entry's own steps or deadlines say of finding it closed: two answers on one paper are none."""
    found = (_OWN_CLOSED.search(text) for text in texts_of_entry)
    return next((match.group() for match in found if match), "")


def _when_closed(phone: Phone, others: Sequence[Phone], local: Local, *, urgent: bool) -> str:
    """What to do when nobody answers: the number that by its own note is for then; else to ring again, which nobody is
    told whom waiting hurts."""
    later = when_closed(phone, local)
    is_bank = phone.name.startswith("din bank")  # who blocks cards is no help to whoever finds MitID support closed
    fit = (one for one in others if one.number and (is_bank or not _BANK_CLOSED.search(one.note)))
    instead = next((one for one in fit if _WHEN_CLOSED.search(one.note)), None)
    if later and instead:
        return labels.CLOSED_RING.format(name=instead.name, number=instead.number)
    return "" if urgent else later


def _general_words(title: str) -> str:
    """What anybody can say who rings about this."""
    about = topic(title)
    said = labels.SAY_TITLE.format(title=title) if " " in about else labels.SAY_ABOUT.format(topic=about)
    return labels.SAY_THIS.format(about=said if about else "")


def when_closed(phone: Phone, local: Local) -> str:
    """What to do when nobody answers: only a kommune is known to be open on weekdays alone."""
    said = " ".join((*phone.hours, phone.note)).casefold()
    if phone.number in _ALWAYS_OPEN or "døgn" in said:
        return ""
    is_kommune = phone.name == local.phone.name or (phone.number != "" and phone.number == local.phone.number)
    if is_kommune:
        return labels.CLOSED
    return labels.CLOSED_OTHERS if phone.hours else labels.CLOSED_HOURS_UNKNOWN


def _first(whom: Whom, known: list[tuple[Contact, Phone]], waits: Sequence[bool], local: Local) -> tuple[Phone, str]:
    """The big number, and what stands over it. Of a region that is perhaps another: a line. `waits`: of each known."""
    if whom.kind == "contact" and _unknown_region(known[whom.contact][0], local):
        whom = whom._replace(kind="other")
    own = next((phone for contact, phone in known if contact.municipality), local.phone)
    match whom.kind:
        case "kommune":
            return own, _call(own)
        case "number" if whom.contact >= 0:
            return known[whom.contact][1], _call(known[whom.contact][1])
        case "number":
            return Phone("", whom.number), labels.CALL_NUMBER.format(number=whom.number)
        case "contact":
            return known[whom.contact][1], _call(known[whom.contact][1])
        case "other":
            call = labels.CALL_WHEN if whom.when else labels.CALL
            return Phone(whom.said, ""), call.format(when=whom.when, whom=whom.said)
    if not known:
        return own, labels.IN_DOUBT.format(whom=own.name)
    first = next((phone for (_, phone), later in zip(known, waits, strict=True) if not later), own)
    return first, labels.IN_DOUBT.format(whom=first.name)


def _waits(db: sqlite3.Connection, contact: Contact, local: Local) -> bool:
    """Whether the kommune goes before a contact: whoever decides does so before the national line, and before the
    office of a region that is perhaps another."""
    found = lookup.get(db, contact.place) if contact.place else None
    place = found.content if found else None
    return (isinstance(place, Place) and place.national_line is not None) or _unknown_region(contact, local)


def _unknown_region(contact: Contact, local: Local) -> bool:
    """Whether an office is for one region only, and nothing says that the citizen lives there."""
    return contact.region is not None and contact.region != local.region


def _call(phone: Phone) -> str:
    return labels.CALL.format(whom=phone.name)


def _others(
    first: Phone, known: list[tuple[Contact, Phone]], local: Local, sends: bool, *, urgent: bool
) -> list[Phone]:
    """Whom else: the kommune where anything sends there, and all of the entry's own contacts: none is lost.

    The kommune comes first, but where it is urgent and the entry does not name it: then it only helps afterwards,
    and whoever loses money rings the first number that stands there.
    """
    own = next((phone for contact, phone in known if contact.municipality), local.phone)
    asked = any(contact.municipality and _ASKED.match(contact.note or "") for contact, _ in known)
    others = [phone for contact, phone in known if phone is not first and phone is not own and phone.number]
    if (sends or asked) and own is not first:
        last = urgent and not any(contact.municipality for contact, _ in known)
        others.insert(len(others) if last else 0, own)
    unique: dict[str, Phone] = {}
    for phone in others:
        if not phone.number or phone.number != first.number:
            unique.setdefault(phone.number or phone.name, phone)
    return list(unique.values())


def _contact(db: sqlite3.Connection, contact: Contact, local: Local, staff: frozenset[str]) -> Phone | None:
    """A contact's number; the kommune's, which may be a line, where it says so; None for a staff line."""
    if contact.municipality:
        own = _own_place(db, contact, local, staff) or local.phone
        return replace(own, note=" ".join(filter(None, (own.note, contact.note))))
    phone, _ = _phone(db, contact)
    return phone if phone and phone.number not in staff else None


def _own_place(db: sqlite3.Connection, contact: Contact, local: Local, staff: frozenset[str]) -> Phone | None:
    """The number of the place where the kommune, by its own layer, deals with this; named as the kommune, with the
    place in its note. None where it has no such place, or nothing fresh confirms its number."""
    if not contact.place or local.today is None:
        return None
    phone, place = _phone(db, contact)
    if phone is None or place is None or phone.number in staff or place.call_first or contact.call_first:
        return None
    if not _is_fresh(place.sources, local.today):
        return None
    return replace(phone, name=local.phone.name, line=local.phone.line, note=f"{phone.name}.")


def _phone(db: sqlite3.Connection, contact: Contact) -> tuple[Phone | None, Place | None]:
    """A contact's number and the place that it stands at; none of a place that is for staff only.

    The hours are those of the telephone where the contact says them, and else the place's own; but those of a place
    that one goes to are when it can be gone to.
    """
    by_phone = tuple(said_hours(contact.hours)) or ((contact.when,) if contact.when else ())
    if contact.place:
        found = lookup.get(db, contact.place)
        if found is None or not isinstance(found.content, Place) or found.content.audience == "personale":
            return None, None
        place = found.content
        number = contact.phone or place.phone
        if not number:
            return None, place
        of_place = place.hours if place.answers_in_its_hours else ()
        hours = by_phone or tuple(said_hours([row for row in of_place if row.opens]))
        name = place.title.removesuffix(f" ({number})").removesuffix(f" {number}")
        return Phone(name, number, hours, contact.note or "", place.address or ""), place
    if not contact.phone:
        return None, None
    return Phone(contact.name or "", contact.phone, by_phone, contact.note or ""), None


def _is_doubtful(db: sqlite3.Connection, contact: Contact) -> bool:
    """Whether a contact's number rests on one page only, by its own word or by its place's."""
    found = lookup.get(db, contact.place) if contact.place and not contact.phone else None
    place = found.content if found else None
    return contact.call_first or (isinstance(place, Place) and place.call_first)


def _newest(sources: Sequence[Source]) -> str:
    return max((source.page_date or source.read for source in sources), default="")


def _is_fresh(sources: Sequence[Source], today: date) -> bool:
    """Whether some page is of the last 24 months, by its own date or else by the day when it was read."""
    return _newest(sources) >= add_months(today, -CONFIRMED_MONTHS).isoformat()[:7]
