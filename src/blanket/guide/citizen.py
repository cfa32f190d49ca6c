"""What the citizen takes home: the view model behind `udskriv`.

Here goes what is printed, in which order and with what left out, as plain data; templates/handout.* only lay it out.
Never here: staff notes, staff lines, uncertain points, forms that are withdrawn, addresses on staging hosts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from blanket import texts
from blanket.errors import BlanketError
from blanket.guide import hours as opening
from blanket.kb.model import Checked, Contact, Fee, Form, Journey, Municipality, Place, Source, Task
from blanket.kb.rules import is_staging
from blanket.search import lookup
from blanket.search.lookup import Found

Way = Literal["digital", "papir", "begge"]
TWO_PAGES = 92.0  # lines of the PDF at 14 pt: how much of one task is printed, advice giving way to the steps
LETTERS = 64  # of a line of the PDF
MOST_HOSTS = 6  # sources named in the small print
MOST_PHONES = 2
NATIONAL_LINE = "borger-dk-1881"  # the number for whoever does not know where to ring; the own kommune goes first


@dataclass(frozen=True, slots=True)
class Steps:
    """One way to do it. `digital`: with self-service. `heading`: over the steps."""

    heading: str
    steps: tuple[str, ...]
    digital: bool
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that the citizen may ring."""

    name: str
    number: str
    hours: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A paper form in short: what it is called, where to get it, where to hand it in, what to bring."""

    number: str
    title: str
    summary: str
    get: str
    hand_in: str
    bring: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a checklist."""

    text: str
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where and when to meet us."""

    name: str
    address: str
    hours: tuple[str, ...]
    appointment: str
    phone: str
    call_first: bool

    @property
    def lines(self) -> list[str]:
        """What is printed under the name, a line each."""
        phone = texts.MEETING_PHONE.format(phone=self.phone) if self.phone else ""
        first = texts.MEETING_CALL_FIRST if self.call_first else ""
        return [line for line in (self.address, *self.hours, self.appointment, phone, first) if line]


@dataclass(slots=True)
class CitizenGuide:
    """One entry for the citizen. Every field is ready to print; an empty one is left out by the template."""

    id: str
    title: str
    summary: str
    bring: list[str] = field(default_factory=list)
    ways: list[Steps] = field(default_factory=list)
    checklist: list[Line] = field(default_factory=list)
    event: str = ""
    deadlines: list[str] = field(default_factory=list)
    fees: list[str] = field(default_factory=list)
    attorney: str = ""
    advice: list[str] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    own_number: bool = False  # room to write the kommune's number
    address: str = ""  # the page to begin on, whole, for the QR code
    address_words: str = ""
    small: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Handout:
    """A document for one citizen: one or more guides, and what holds for all of them.

    `large`: large print. `notes`: what was agreed, to print in "Det har vi aftalt". `logo`: file and alt text.
    """

    guides: list[CitizenGuide]
    title: str
    municipality: str = ""
    meeting: Meeting | None = None
    notes: list[str] = field(default_factory=list)
    large: bool = False
    logo: Path | None = None
    logo_alt: str = ""


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
    guides: list[CitizenGuide] = []
    for found in entries:
        guides.append(_guide(db, found, way, municipality))
        if full and isinstance(found.content, Journey):
            for identifier in dict.fromkeys(step.task for step in found.content.steps if step.task):
                task = lookup.get(db, identifier)
                if task is not None and isinstance(task.content, Task) and identifier not in {g.id for g in guides}:
                    guides.append(_guide(db, task, way, municipality))
    return Handout(
        guides=guides,
        title=guides[0].title if len(guides) == 1 else texts.HANDOUT_OF_MANY,
        municipality=municipality.title if municipality else "",
        meeting=_meeting(place) if place else None,
        notes=[note for note in notes if note.strip()],
        large=large,
    )


def _guide(db: sqlite3.Connection, found: Found, way: Way, municipality: Municipality | None) -> CitizenGuide:
    match found.content:
        case Task() as task:
            return _task(db, task, way, municipality)
        case Journey() as journey:
            return _journey(db, journey, municipality)
        case Form() as form:
            return _form(db, form, municipality)
        case Place() as place if place.audience != "personale":
            return _place(place)
        case _:
            raise BlanketError(texts.NOT_FOR_CITIZEN.format(id=found.id), texts.NOT_FOR_CITIZEN_CURE)


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
    guide.fees = [_fee(fee) for fee in task.fees]
    guide.attorney = task.attorney or ""
    guide.advice = list(task.good_to_know)
    guide.phones = _phones(db, task.contacts, municipality)
    guide.own_number = municipality is None and task.authority.startswith("Kommune")
    guide.small = _small(task.sources, task.checked, task.fees, municipality)
    while guide.advice and lines(guide) > TWO_PAGES:
        guide.advice.pop()
    return guide


def lines(guide: CitizenGuide) -> float:
    """About how many lines of the PDF a guide takes, with room for what was agreed: enough to keep it on two pages."""

    def text(*paragraphs: str, extra: float = 0.35) -> float:
        return sum(ceil(len(paragraph) / LETTERS) + extra for paragraph in paragraphs if paragraph)

    heading = 1.9
    count = 3 + text(guide.summary) + 10.5  # title; what was agreed, codes, page ends
    for part in (guide.bring, guide.advice):
        count += heading + text(*part) if part else 0
    for way in guide.ways:
        count += heading + text(*way.steps) + (1.4 if way.digital and guide.address else 0)
    for slip in guide.slips:
        bring = ", ".join(slip.bring)
        count += text(f"{slip.number} {slip.title}", f"{slip.get}{slip.hand_in}{' ' * 24}", bring, extra=0.2)
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
    guide.fees = [_fee(fee) for fee in journey.fees]
    guide.attorney = journey.attorney or ""
    guide.advice = list(journey.good_to_know)
    guide.phones = _phones(db, journey.contacts, municipality)
    guide.own_number = municipality is None
    guide.small = _small(journey.sources, journey.checked, journey.fees, municipality)
    return guide


def _form(db: sqlite3.Connection, form: Form, municipality: Municipality | None) -> CitizenGuide:
    if form.status == "udgået":
        raise BlanketError(
            texts.FORM_WITHDRAWN.format(name=form.number or form.title), form.replacement or texts.FORM_WITHDRAWN_CURE
        )
    guide = CitizenGuide(form.id, form.title, form.summary, slips=[_slip(form)])
    _set_address(guide, form.address)
    guide.phones = _phones(db, form.contacts, municipality)
    guide.own_number = municipality is None and not guide.phones
    guide.small = _small(form.sources, form.checked, (), municipality)
    return guide


def _place(place: Place) -> CitizenGuide:
    guide = CitizenGuide(place.id, place.title, place.summary)
    guide.advice = list(place.good_to_know)
    meeting = _meeting(place)
    lines = [meeting.address, *meeting.hours, meeting.appointment]
    guide.ways = [Steps(texts.PLACE_WHERE, tuple(line for line in lines if line), False)] if any(lines) else []
    if place.helps_with:
        guide.bring = []
        guide.checklist = [Line(item) for item in place.helps_with]
        guide.event = ""
    if place.phone:
        guide.phones = [Phone(place.title, place.phone, tuple(opening.said(place.hours)))]
    _set_address(guide, place.web)
    guide.small = _small(place.sources, place.checked, (), None)
    return guide


def _usable_slip(db: sqlite3.Connection, identifier: str) -> Slip | None:
    found = lookup.get(db, identifier)
    if found is None or not isinstance(found.content, Form):
        return None
    form = found.content
    return _slip(form) if form.status != "udgået" and form.for_citizen else None


def _slip(form: Form) -> Slip:
    address = form.address if form.address and not is_staging(form.address) else None
    return Slip(
        number=form.number or "",
        title=form.title,
        summary=form.summary,
        get=(address and in_words(address)) or (form.available or texts.ASK_KOMMUNE).rstrip("."),
        hand_in=(form.handed_in or texts.ASK_KOMMUNE).rstrip("."),
        bring=form.requires,
    )


def _phones(db: sqlite3.Connection, contacts: Sequence[Contact], municipality: Municipality | None) -> list[Phone]:
    """The numbers to print: the entry's own and the kommune's, which goes first when the own is the general line."""
    own = [(contact.place, phone) for contact in contacts if (phone := _phone(db, contact))]
    local = [phone for contact in municipality.contacts if (phone := _phone(db, contact))] if municipality else []
    general = all(place == NATIONAL_LINE for place, _ in own)
    ordered = [*local[:1], *(phone for _, phone in own)] if general else [*(phone for _, phone in own), *local[:1]]
    unique = {phone.number: phone for phone in reversed(ordered)}
    return [phone for phone in dict.fromkeys(ordered) if unique.get(phone.number) is phone][:MOST_PHONES]


def _phone(db: sqlite3.Connection, contact: Contact) -> Phone | None:
    """A contact's number, its place's unless that is for staff only."""
    if contact.place:
        found = lookup.get(db, contact.place)
        if found is None or not isinstance(found.content, Place) or found.content.audience == "personale":
            return None
        place = found.content
        number = contact.phone or place.phone
        hours = tuple(opening.said([row for row in place.hours if row.opens]))
        return Phone(place.title, number, hours, contact.note or "") if number else None
    if not contact.phone:
        return None
    hours = tuple(opening.said(contact.hours)) or ((contact.when,) if contact.when else ())
    return Phone(contact.name or "", contact.phone, hours, contact.note or "")


def _meeting(place: Place) -> Meeting:
    if place.audience == "personale":
        raise BlanketError(texts.STAFF_PLACE.format(name=place.title), texts.STAFF_PLACE_CURE)
    return Meeting(
        name=place.title,
        address=place.address or "",
        hours=tuple(opening.said(place.hours)),
        appointment=place.appointment or "",
        phone=place.phone or "",
        call_first=place.call_first,
    )


def _fee(fee: Fee) -> str:
    """The text, with its year when the text itself does not say it."""
    return fee.text if fee.year is None or str(fee.year) in fee.text else f"{fee.text} ({fee.year})"


def _set_address(guide: CitizenGuide, address: str | None) -> None:
    if address and not is_staging(address):
        guide.address, guide.address_words = address, in_words(address)


def in_words(address: str) -> str:
    """An address as it can be typed: without scheme, `www.` and a slash at the end."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _small(
    sources: Sequence[Source], checked: Checked | None, fees: Sequence[Fee], municipality: Municipality | None
) -> list[str]:
    """The small print: where it comes from, when it was read or checked, for which kommune and year."""
    lines = []
    public = [source.address for source in sources if source.address and not is_staging(source.address)]
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in public]
    names = list(dict.fromkeys([*hosts, *(source.name for source in sources if source.name)]))[:MOST_HOSTS]
    if names:
        lines.append(texts.SMALL_SOURCES.format(names=", ".join(names)))
    if checked:
        lines.append(texts.SMALL_CHECKED.format(date=said_day(checked.date), by=checked.by))
    elif sources:
        lines.append(texts.SMALL_READ.format(date=said_day(max(source.read for source in sources))))
    years = sorted({fee.year for fee in fees if fee.year})
    if years:
        lines.append(texts.SMALL_YEARS.format(years=" og ".join(map(str, years))))
    if municipality:
        lines.append(texts.SMALL_KOMMUNE.format(name=municipality.title))
    return lines


def said_day(day: str) -> str:
    """A date of the model in Danish: `2026-11-03` is 3. november 2026, `2026-11` november 2026."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = texts.MONTH_NAMES[int(rest[0]) - 1]
    return f"{int(rest[1])}. {month} {year}" if len(rest) > 1 else f"{month} {year}"
