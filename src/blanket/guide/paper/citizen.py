"""What the citizen takes home: the view model behind `udskriv`.

Here goes what is printed, in which order and with what left out, as plain data; templates/handout.* only lay it out.
Never here: staff notes, staff lines, uncertain points, forms that are withdrawn, addresses on staging hosts.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from blanket.errors import BlanketError
from blanket.guide import labels
from blanket.guide.days.dates import said_date
from blanket.guide.days.hours_in_words import said as said_hours
from blanket.guide.days.reckoning import Calendar, due
from blanket.guide.journeys import groups_of
from blanket.guide.paper.box import Local, box_of, local_of, pages_of_numbers, when_closed
from blanket.guide.paper.parts import Box, CitizenGuide, Due, Handout, Meeting, Phone, Slip, Step, Steps
from blanket.guide.wording import foot, on_site, said_among, said_fees, typable, vouched, web_of
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Form, Journey, Municipality, Place, Task
from blanket.kb.importing.stubs import is_stub
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.texts import papers as texts

Way = Literal["digital", "papir", "begge"]
Reader = Literal["borger", "personale"]
# Where a code, a card or somebody at the door is part of it, the warning stands in a frame.
_RISKY = re.compile(
    r"\b(?:MitID|NemKonto|MobilePay|Apple-id|kodeviser\w*|\w*bank\w*|betalingskort\w*|dankort\w*|døren|dørspionen)\b",
    re.IGNORECASE,
)
_EXAMPLE_OF = re.compile(r"\(her ([^)]+)\)")  # of a form that every kommune has: whose is described
_ONLINE = re.compile(r"\bMitID\b.*\bpå nettet\b|\bselv logger på\b")  # of what to bring: no use on the way without it
# Somewhere to go, or somebody who comes: where nothing is, there is nowhere to take anything.
_GOES = re.compile(
    r"\b(?:[Mm]ød(?!er)|[Gg]å |[Kk]om |[Tt]ag |[Bb]estil |[Aa]flever|[Mm]øde[rt]?\b|[Ss]amtale|[Bb]esøg|[Vv]is |"
    r"[Bb]orgerservice|[Bb]ibliotek|[Ll]æge|[Bb]ank|[Kk]irke|[Aa]dvokat|[Ss]kranke|[Pp]olitistation|[Ii]t-hjælp|"
    r"tage med|kontrol\b)"
)
_CONDITION = re.compile(r"At\b")  # of what a form wants: nothing that anybody can bring
_BED = "bolig"  # of what is acute: a bed for the night
_APPEAL = re.compile(r"\b(?:[Kk]lag\w*|[Aa]nk\w+|[Ff]år du (?:nej|afslag)|[Ee]r du uenig)\b")
# A day to keep. Without one, a text only tells how long something takes or lasts.
_BINDING = re.compile(r"\b(?:senest|inden|før|straks|med det samme|i dag|frist\w*|sidste dag)\b", re.IGNORECASE)
_SENT = re.compile(r"\b(?:Send|send|Post|Skriv et brev)\b")


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What is chosen for a paper. `helper`: a first name. `reader`: for staff, a journey's steps are theirs.

    `full`: a journey's tasks are printed after its list. `each`: one step a page. `volunteer`: who hands it out does
    not do so for the kommune.
    """

    calendar: Calendar
    way: Way = "papir"
    municipality: Municipality | None = None
    place: Place | None = None
    notes: Sequence[str] = ()
    helper: str = ""
    large: bool = False
    full: bool = False
    each: bool = False
    reader: Reader = "borger"
    volunteer: bool = False
    told: list[str] = field(default_factory=list)  # what staff have to be told


def handout(db: sqlite3.Connection, entries: Sequence[Found], choices: Choices) -> Handout:
    """Make a handout of one or more entries, in the order given.

    What staff have to be told is added to `choices.told`. Raises BlanketError for an entry that is not for citizens: a
    withdrawn form, a staff line, a kommune, a word.
    """
    local = local_of(db, choices.municipality, choices.calendar.today)
    guides: dict[str, CitizenGuide] = {}
    for found in entries:
        if found.id not in guides:
            guides[found.id] = _guide(db, found, choices, local)
        if choices.full and isinstance(found.content, Journey):
            for step in found.content.steps:
                task = lookup.get(db, step.task) if step.task and step.reader != "personale" else None
                if task is not None and isinstance(task.content, Task) and task.id not in guides:
                    guides[task.id] = _guide(db, task, choices, local)
    municipality = choices.municipality
    logo = municipality.logo if municipality and not choices.volunteer else None
    many = len({found.id for found in entries}) > 1
    choices.told.extend(note for note in local.notes if _shows(list(guides.values()), local))
    return Handout(
        guides=list(guides.values()),
        title=labels.TODAY if many else guides[entries[0].id].title,
        municipality=municipality.title if municipality else "",
        sender=municipality.title if municipality and not choices.volunteer else "",
        printed=said_date(choices.calendar.today),
        helper=choices.helper,
        meeting=_meeting(choices.place) if choices.place else None,
        notes=[note for note in choices.notes if note.strip()],
        extra=_own_lines(municipality),
        box=_box_of_many(local, list(guides.values())) if many else None,
        large=choices.large,
        each=choices.each,
        for_staff=choices.reader == "personale",
        logo=_beside(db, municipality, logo.file) if municipality and logo else None,
        logo_alt=logo.alt if logo else "",
    )


def card(db: sqlite3.Connection, entries: Sequence[Found], choices: Choices) -> Handout:
    """The numbers of these entries alone, on a small card: no title, logo or name that says what they are about.

    Raises BlanketError as `handout` does, and when there is no number.
    """
    full = handout(db, entries, choices)
    boxes = [guide.box for guide in full.guides if guide.box]
    numbers = {phone.number: phone.hours for box in boxes for phone in (box.phone, *box.others) if phone.number}
    if not numbers:
        raise BlanketError(texts.CARD_EMPTY, texts.CARD_EMPTY_CURE)
    first = full.guides[0]
    bare = CitizenGuide("kort", labels.CARD, "", dated=first.dated)
    return Handout([bare], labels.CARD, card=[Phone("", number, hours) for number, hours in numbers.items()])


def _shows(guides: list[CitizenGuide], local: Local) -> bool:
    """Whether a paper has the line where the kommune's number is to be written."""
    boxes = [guide.box for guide in guides if guide.box]
    return any(phone.name == local.phone.name for box in boxes for phone in (box.phone, *box.others))


def _box_of_many(local: Local, guides: list[CitizenGuide]) -> Box:
    """Of a list of several: the kommune where it has a number, else what the first entry has."""
    first = next((guide.box.phone for guide in guides if guide.box and guide.box.phone.number), local.phone)
    phone = local.phone if local.phone.number or not first.number else first
    return Box(labels.IN_DOUBT.format(whom=phone.name), phone, closed=when_closed(phone, local))


def _own_lines(municipality: Municipality | None) -> list[tuple[str, str]]:
    """The kommune's own lines for a person: (words in bold, the rest); an empty rest is a line to write on."""
    if municipality is None:
        return []
    lines = [(labels.QUIET_TIME, municipality.quiet_time or ""), (labels.LEARN, municipality.learn or "")]
    shown = [line for line in lines if line[1]]
    return [*shown, (labels.INTERPRETER, "")] if municipality.interpreter else shown


def _beside(db: sqlite3.Connection, municipality: Municipality, name: str) -> Path:
    """A file in the folder of a kommune's own file."""
    found = lookup.get(db, municipality.id)
    return found.path.parent / name if found else Path(name)


def _guide(db: sqlite3.Connection, found: Found, choices: Choices, local: Local) -> CitizenGuide:
    entry = found.content
    match entry:
        case Task():
            guide = _task(db, entry, choices, local)
        case Journey():
            guide = _journey(db, entry, choices, local)
        case Form():
            guide = _form(db, entry, choices, local)
        case Place() if entry.audience != "personale":
            guide = _place(entry, choices)
        case _:
            raise BlanketError(texts.NOT_FOR_CITIZEN.format(id=found.id), texts.NOT_FOR_CITIZEN_CURE)
    days = [source.read for source in entry.sources] + ([entry.checked.date] if entry.checked else [])
    guide.dated = max(days, default="")
    unsigned = isinstance(entry, Place) or choices.volunteer
    guide.foot = foot([*entry.sources, *pages_of_numbers(db, entry)], None if unsigned else choices.municipality)
    guide.checked = vouched(entry.checked)
    if guide.web and choices.municipality and choices.municipality.web:
        guide.web = on_site(guide.web, choices.municipality.web, found.id)
    return guide


def _task(db: sqlite3.Connection, task: Task, choices: Choices, local: Local) -> CitizenGuide:
    guide = CitizenGuide(task.id, task.title, task.summary)
    paper = task.paper if choices.way != "digital" or task.digital is None else None
    digital = task.digital if choices.way != "papir" or task.paper is None else None
    both = digital is not None and paper is not None
    printed: list[str] = []
    if paper:
        heading = labels.WAY_PAPER if task.digital else labels.WAY_ONLY
        lead = labels.FOR_WHOM if task.digital and task.digital.mandatory else ""
        guide.ways.append(Steps(heading, [Step.of(text) for text in paper.steps], digital=False, lead=lead))
        guide.slips = [slip for identifier in paper.forms if (slip := _usable_slip(db, identifier, local, task.bring))]
        printed += paper.steps
    if task.digital:
        guide.web = web_of(task.digital.address, task.digital.steps, task.title)
    if digital:
        heading = labels.WAY_DIGITAL if both or task.paper else labels.WAY_ONLY
        lead = labels.BEGIN_AT.format(address=guide.web.words) if guide.web else ""
        guide.ways.append(Steps(heading, [Step.of(text) for text in digital.steps], digital=True, lead=lead))
        printed += digital.steps
    guide.web_heading = "" if digital else labels.OTHER_WAY
    sent = any(_SENT.search(step) for step in printed) if paper else False
    for one in task.deadlines:
        # Under the heading of what has to be done in time, an appeal would read as a duty.
        later = guide.ways and _APPEAL.search(one.text) and not _APPEAL.search(task.title)
        counted = due(one, task.event or "", choices.calendar, by_letter=sent)
        of_letter = one.latest is not None and "brev" in (one.latest.since or "")
        if counted.blank and (later or of_letter):  # nobody can write it down before the letter has come
            counted.blank = labels.APPEAL_BLANK
        (guide.appeals if later else guide.due).append(counted)
    guide.due_heading = labels.DEADLINE if any(_binds(one) for one in guide.due) else labels.WHEN
    guide.event = _event(task.event, choices.calendar, guide)
    guide.bring = [item for item in task.bring if digital or not task.paper or not _ONLINE.search(item)]
    if not any(_GOES.search(text) for text in (*printed, *task.bring)):
        guide.bring_heading = labels.BRING_NOWHERE
    guide.fees = said_fees(task.fees, choices.calendar.today.year)
    guide.attorney = task.attorney or ""
    guide.advice = list(task.good_to_know)
    guide.box = box_of(
        db,
        task.contacts,
        local,
        title=task.title,
        steps=printed,
        sending=[*printed, *(one.text for one in task.deadlines)],
        said=task.said,
        with_words=paper is not None,
        # Whose card or code is in somebody's hands must not wait for a line to open.
        urgent=_is_urgent(task),
        subject=task.subject,
        told=choices.told,
    )
    if _BED in task.crisis and not guide.box.closed:
        guide.box.closed = _bed_tonight(db, choices.municipality)
    guide.fraud = any(_RISKY.search(text) for text in (*printed, *task.bring))
    return guide


def _bed_tonight(db: sqlite3.Connection, municipality: Municipality | None) -> str:
    """Where to go when nobody answers, for whoever has no bed: the kommune's own places for that."""
    found = [lookup.get(db, one) for one in lookup.ids_of_kind(db, "sted")] if municipality else []
    places = [one.content for one in found if one and isinstance(one.content, Place)]
    beds = [
        f"{place.title}, {place.address}"
        for place in places
        if _BED in place.crisis and place.address and municipality and place.municipality == municipality.id
    ]
    return labels.CLOSED_BED.format(places=" eller ".join(beds)) if beds else labels.CLOSED_BED_ANY


def _is_urgent(task: Task) -> bool:
    """Whether waiting hurts: a crisis, or money that is running out."""
    return bool(task.crisis) or task.subject == "sikkerhed"


def _begins_with(db: sqlite3.Connection, journey: Journey) -> Task | None:
    first = next((step.task for step in journey.steps if step.task), None)
    found = lookup.get(db, first) if first else None
    return found.content if found and isinstance(found.content, Task) else None


def _binds(one: Due) -> bool:
    """Whether a text under the deadlines names a day that the citizen must keep."""
    return bool(one.day or one.blank) or _BINDING.search(one.text) is not None


def _event(event: str | None, calendar: Calendar, guide: CitizenGuide) -> str:
    """The event and its day, where a date was counted from it."""
    if not event or not calendar.day or not any(one.day for one in (*guide.due, *guide.appeals)):
        return ""
    return labels.EVENT.format(event=event[:1].upper() + event[1:], day=said_date(calendar.day))


def _journey(db: sqlite3.Connection, journey: Journey, choices: Choices, local: Local) -> CitizenGuide:
    staff = choices.reader == "personale"
    guide = CitizenGuide(journey.id, journey.title, journey.summary, bring=[] if staff else list(journey.bring))
    guide.groups = groups_of(journey, choices.calendar, staff=staff)
    if choices.calendar.day:
        guide.event = labels.EVENT.format(
            event=journey.event[:1].upper() + journey.event[1:], day=said_date(choices.calendar.day)
        )
    elif any((span := step.latest or step.earliest) and not span.since for step in journey.steps):
        guide.event = labels.RUNS_FROM.format(event=journey.event)
    lines = [line.step.text for group in guide.groups for line in group.lines]
    first = _begins_with(db, journey)
    guide.box = box_of(
        db,
        journey.contacts,
        local,
        title=journey.title,
        steps=lines,
        sending=lines,
        said=None if staff else journey.said,
        with_words=False,
        urgent=journey.subject == "sikkerhed" or (first is not None and _is_urgent(first)),
        told=choices.told,
    )
    if first and _BED in first.crisis and not guide.box.closed:
        guide.box.closed = _bed_tonight(db, choices.municipality)
    if not staff:
        guide.fees = said_fees(journey.fees, choices.calendar.today.year)
        guide.attorney = journey.attorney or ""
        guide.advice = list(journey.good_to_know)
        guide.fraud = any(_RISKY.search(text) for text in lines)
    return guide


def _form(db: sqlite3.Connection, form: Form, choices: Choices, local: Local) -> CitizenGuide:
    if form.status == "udgået":
        raise BlanketError(
            texts.FORM_WITHDRAWN.format(name=form.number or form.title), form.replacement or texts.FORM_WITHDRAWN_CURE
        )
    guide = CitizenGuide(form.id, form.title, form.summary)
    slip, guide.bring_heading = _slip(form), labels.FORM_BRING
    guide.bring = [item for item in form.requires if not _CONDITION.match(item)]
    slip.bring = slip.summary = slip.title = ""  # they stand on their own on this paper
    guide.slips = [slip]
    guide.web = web_of(form.address, (), form.title)
    guide.web_heading = labels.FORM_HERE
    if guide.web and not form.available:
        slip.get = ""
    guide.box = box_of(
        db,
        form.contacts,
        local,
        title=form.title,
        steps=(),
        sending=(slip.get, slip.hand_in),
        said=form.said,
        with_words=False,
        told=choices.told,
    )
    return guide


def _place(place: Place, choices: Choices) -> CitizenGuide:
    guide = CitizenGuide(place.id, place.title, place.summary)
    guide.advice = list(place.good_to_know)
    hours = tuple(said_hours(place.hours))
    by_phone = place.sort == "telefon" and place.phone is not None
    visiting = [place.address or "", *(() if by_phone else hours), place.appointment or ""]
    doubt = texts.MEETING_CALL_FIRST if place.call_first and not by_phone else ""
    guide.where = [line for line in [*visiting, doubt] if line]
    guide.offers = list(place.helps_with)
    if place.phone:
        if place.call_first and by_phone:
            choices.told.append(texts.NUMBERS_IN_DOUBT.format(title=place.title, numbers=place.phone))
        phone = Phone(place.title, place.phone, hours if by_phone else ())
        guide.box = Box(labels.CALL.format(whom=place.title), phone)
    guide.web = web_of(place.web, (), place.title)
    return guide


def _usable_slip(db: sqlite3.Connection, identifier: str, local: Local, named: Sequence[str]) -> Slip | None:
    """A form in short; None for one that a citizen does not get. `named`: what the task already says to bring."""
    found = lookup.get(db, identifier)
    if found is None or not isinstance(found.content, Form):
        return None
    form = found.content
    if form.status == "udgået" or not form.for_citizen:
        return None
    slip = _slip(form, named)
    example = _EXAMPLE_OF.search(form.publisher)
    if example and example[1] not in local.phone.name:  # another town's form: one's own has its own
        slip.get = slip.hand_in = labels.ASK_KOMMUNE
        slip.summary = slip.doubt = ""
    return slip


def _slip(form: Form, named: Sequence[str] = ()) -> Slip:
    address = form.address if form.address and not is_staging(form.address) else None
    return Slip(
        number=form.number or "",
        title=form.title,
        summary="" if is_stub(form) else form.summary,
        # A place before a page: who reads it does without the net, and the page has its own part.
        get=form.available or (typable(address) if address else "") or labels.ASK_KOMMUNE,
        hand_in=form.handed_in or labels.ASK_KOMMUNE,
        bring=_sentences([item for item in form.requires if not (_CONDITION.match(item) or said_among(item, named))]),
        needs=_sentences([item for item in form.requires if _CONDITION.match(item)]),
        version=labels.FORM_VERSION.format(version=form.version) if form.version else "",
        doubt=labels.FORM_UNKNOWN if form.status == "ukendt" else "",
    )


def _sentences(items: Sequence[str]) -> str:
    return " ".join(item if item.endswith((".", "!", "?")) else f"{item}." for item in items)


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
