"""What stands on the one screen of each kind of entry, and in which order.

Here goes the choice for `vis`; how much of it fits is for `screen`. Title and who decides; may I help; the first
deadline, what to bring, the price, the number; then the way without the net in numbered steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from blanket.guide.screens import doubts
from blanket.guide.screens.screen import ONE_ROW, SHARED_ROWS, Line, Screen, sentences
from blanket.guide.screens.staff import ContactView, StaffGuide
from blanket.guide.wording import in_words, said_fee
from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Place, Task
from blanket.kb.format.parts import WEEKDAYS, Fee, JourneyStep, Span, Staff
from blanket.texts import days as day_texts
from blanket.texts import screens as texts

if TYPE_CHECKING:
    from blanket.guide.days.reckoning import Calendar
    from blanket.kb.format.deadlines import End

Uncertain = Sequence[str]


def screen_of(
    guide: StaffGuide, uncertain: Uncertain, *, digital: bool = False, calendar: Calendar | None = None
) -> Screen:
    """The screen of a task, life event, form, place or kommune.

    `uncertain`: what no source answers, for the `?` in the margin. `digital`: a task's steps with the net. `calendar`:
    the day of the event, that deadlines are counted from.
    """
    match guide.entry:
        case Task():
            return task_screen(guide, uncertain, digital=digital, calendar=calendar)
        case Journey():
            return journey_screen(guide, uncertain, calendar)
        case Form():
            return form_screen(guide, uncertain)
        case Municipality():
            from blanket.guide.screens.kommune_screen import kommune_screen  # so that a task does not pay for it

            return kommune_screen(guide)
        case _:
            return place_screen(guide, uncertain)


def task_screen(
    guide: StaffGuide, uncertain: Uncertain, *, digital: bool = False, calendar: Calendar | None = None
) -> Screen:
    """A task. `digital`: its steps with the net instead of those without. `uncertain`: what no source answers."""
    task = guide.entry
    assert isinstance(task, Task)
    screen = Screen(task.title)
    screen.facts = [
        Line(texts.DECIDES_LABEL, [task.authority], most=(2, 2, 1)),
        *_help_lines(guide, uncertain),
        *_deadline(task, uncertain, calendar),
        *_bring(task.bring, uncertain),
        *_fee(task.fees, uncertain),
        *_ring(guide, uncertain),
    ]
    on_net = digital or not task.paper
    way = task.digital if on_net else task.paper
    if way:
        unsure = doubts.doubted_steps(uncertain, way.steps)
        screen.steps = [Line("", [step], doubt=at in unsure) for at, step in enumerate(way.steps)]
    screen.heading = texts.WITHOUT_NET if not on_net else texts.ON_NET
    if on_net and task.digital and task.digital.address:
        screen.heading = texts.ON_NET_FROM.format(address=in_words(task.digital.address))
    if task.paper and not on_net:
        screen.after = _links(guide, texts.FORMS_LABEL, task.paper.forms)
    if task.digital and not on_net:
        screen.more.append(texts.SEE_NET.format(count=len(task.digital.steps)))
    if task.paper and on_net:
        screen.more.append(texts.SEE_PAPER.format(count=len(task.paper.steps)))
    _foot(screen, guide)
    return screen


def journey_screen(guide: StaffGuide, uncertain: Uncertain, calendar: Calendar | None = None) -> Screen:
    """A life event: its list in order, with dates when the day of the event is known."""
    journey = guide.entry
    assert isinstance(journey, Journey)
    screen = Screen(journey.title)
    screen.facts = [
        *_help_lines(guide, uncertain),
        *_bring(journey.bring, uncertain, (2, 2, 2, 1, 1, 1, 0)),
        *_fee(journey.fees, uncertain, (2, 2, 1, 1, 0)),
        *_ring(guide, uncertain),
    ]
    event = journey.event
    if calendar and calendar.day:
        from blanket.guide.days.dates import said_date

        event = f"{event}, {said_date(calendar.day)}"
    screen.heading = texts.CHECKLIST.format(event=event)
    for step in journey.steps:
        screen.steps.append(Line("", [step.text], most=ONE_ROW, end=_short_deadline(step, journey.event, calendar)))
    _foot(screen, guide)
    return screen


def _short_deadline(step: JourneyStep, event: str, calendar: Calendar | None) -> str:
    """The deadline in a few words, for a list of one line each; its own words stand in the full guide."""
    ends: tuple[tuple[Span | None, End, str, str], ...] = (
        (step.latest, "senest", texts.AT_THE_LATEST, texts.LATEST_DAY),
        (step.earliest, "tidligst", texts.AT_THE_EARLIEST, texts.EARLIEST_DAY),
    )
    for span, end, form, dated in ends:
        if span and span.count:
            day = _counted(step, span, end, event, calendar)
            if day and calendar and end == "senest" and day < calendar.today:
                return texts.DEADLINE_PAST.format(day=_short_day(day, calendar))
            if day and calendar:
                return dated.format(day=_short_day(day, calendar))
            unit = texts.ONE_UNIT[span.unit] if abs(span.count) == 1 else span.unit
            return form.format(count=abs(span.count), unit=unit, side=texts.BEFORE if span.count < 0 else texts.AFTER)
    return texts.HAS_DEADLINE if step.deadline else ""


def _counted(step: JourneyStep, span: Span, end: End, event: str, calendar: Calendar | None) -> date | None:
    """The day of a step's deadline, where its words let it be counted; a last day never on a weekend or holiday."""
    start = calendar.day_of(span, event) if calendar else None
    if start is None or not step.deadline:
        return None
    from blanket.guide.days.reckoning import counted, weekday_before
    from blanket.kb.format.deadlines import agrees, reservation

    if reservation(step.deadline) or not agrees(step.deadline, span, end):
        return None
    day = counted(start, span, end)
    return weekday_before(day) if end == "senest" else day


def _short_day(day: date, calendar: Calendar) -> str:
    """`fre. 11. dec.`, with the year when it is not this one."""
    said = f"{WEEKDAYS[day.weekday()]}. {day.day}. {day_texts.MONTH_NAMES[day.month - 1][:3]}."
    return said if day.year == calendar.today.year else f"{said} {day.year}"


def form_screen(guide: StaffGuide, uncertain: Uncertain) -> Screen:
    """A paper form: whether it is still used, who fills it in, where it is got and handed in."""
    form = guide.entry
    assert isinstance(form, Form)
    status = texts.FORM_STATES[form.status]
    screen = Screen(f"{form.number} {form.title}" if form.number else form.title)
    screen.facts = [
        Line(texts.FORM_STATUS_LABEL, [status], mark="" if form.status == "gælder" else "warn"),
        *([Line(texts.INSTEAD_LABEL, [form.replacement], most=(3,))] if form.replacement else []),
        *_links(guide, texts.INSTEAD_LABEL, form.replaced_by),
        Line(texts.PUBLISHER_LABEL, [form.publisher], most=(1,)),
        *_help_lines(guide, uncertain),
        *([Line(texts.FILLED_BY_LABEL, [form.filled_by])] if form.filled_by else []),
        *([] if form.for_citizen else [Line("", [texts.NOT_BY_CITIZEN], mark="warn")]),
        Line(texts.GET_LABEL, [_where_to_get(form)], most=(3,)),
        Line(texts.HAND_IN_LABEL, [form.handed_in or texts.ASK_PUBLISHER], most=(3,)),
        *_bring(form.requires, uncertain),
        *_ring(guide, uncertain),
        *_links(guide, texts.USED_IN_LABEL, [link.id for link in guide.used_in], texts.N_TASKS),
    ]
    _foot(screen, guide)
    return screen


def place_screen(guide: StaffGuide, uncertain: Uncertain) -> Screen:
    """A place: may the citizen have the number, the number and hours, where it is, what it helps with and what not."""
    place = guide.entry
    assert isinstance(place, Place)
    screen = Screen(place.title)
    staff_only = place.audience == "personale"
    audience = texts.STAFF_ONLY if staff_only else texts.FOR_CITIZENS if place.phone else texts.FOR_CITIZENS_ALONE
    unsure = place.call_first or bool(doubts.about(uncertain, "nummer"))
    screen.facts = [
        Line("", [audience], mark="warn" if staff_only else "bold"),
        Line("", sentences(place.summary), most=(3, 3, 2)),
        Line(texts.RING_LABEL, [_number_of(guide, place)], doubt=unsure),
        Line(texts.TODAY_LABEL, [guide.when]),
        *([Line(texts.HOURS_LABEL, guide.hours, between="; ", glued=False)] if guide.hours else []),
        *([Line(texts.ADDRESS_LABEL, [place.address])] if place.address else []),
        *([Line(texts.APPOINTMENT_LABEL, sentences(place.appointment))] if place.appointment else []),
        *([Line("", [texts.CALL_FIRST], mark="warn")] if place.call_first else []),
        *([Line(texts.TARGET_LABEL, [place.target])] if place.target else []),
    ]
    for label, items, mark in (
        (texts.HELPS_LABEL, place.helps_with, ""),
        (texts.HELPS_NOT_LABEL, place.helps_not_with, "warn"),
    ):
        counts = (texts.N_MATTERS, 0)
        if items:
            screen.facts.append(
                Line(label, items, between="; ", mark=mark, most=(4, 4, 3, 2), counts=counts, glued=False)
            )
    if place.web:
        screen.facts.append(Line("", [place.web], most=(1, 1, 1, 0)))
    _foot(screen, guide)
    return screen


def _number_of(guide: StaffGuide, place: Place) -> str:
    """A place's number, or that of its kommune where it has none."""
    if place.phone or not guide.contacts:
        return place.phone or texts.NO_PHONE
    own = guide.contacts[0]
    return texts.KOMMUNES_NUMBER.format(number=own.phone, name=own.name)


def _where_to_get(form: Form) -> str:
    found = [in_words(form.address)] if form.address else []
    return ". ".join([*found, *([form.available] if form.available else [])]) or texts.ASK_PUBLISHER


def _help_lines(guide: StaffGuide, uncertain: Uncertain) -> list[Line]:
    """May I help: the answer, then what is not allowed, what the kommune does not do, what is allowed."""
    if guide.answer is None:
        return []
    unsure = bool(doubts.about(uncertain, "hjælp"))
    question, *answer = sentences(guide.answer_said)
    whole = [" ".join([question, *answer[:1]]), *answer[1:]]  # a question without its answer helps nobody
    lines = [Line("", whole, doubt=unsure, mark="bold", most=(SHARED_ROWS,), shared=True)]
    rules = _rules(guide)
    allowed = [rule for rule in rules[1:] if not rule[2]]
    shown = [*rules[:1], *allowed[:1]]
    for at, (label, text, mark) in enumerate(shown):
        others = 0 if at else len(rules) - len(shown)
        most = (2, 2, 2, 1, 1, 0) if at == 0 else (1, 1, 1, 0)
        counts = (texts.N_RULES, others)
        lines.append(Line(label, sentences(text), mark=mark, most=most, counts=counts, indent=0, shared=True))
    return lines


def _rules(guide: StaffGuide) -> list[tuple[str, str, str]]:
    """(label, text, mark) of what is not allowed, then of what is; the kommune's own before the national ones."""
    local, staff = guide.local, getattr(guide.entry, "staff", Staff())
    rules = []
    for item in local.not_with if local else ():
        instead = texts.INSTEAD.format(text=item.text, instead=item.instead) if item.instead else item.text
        rules.append((texts.NOT_WITH_LABEL.format(name=local.name if local else ""), instead, "warn"))
    for text in (*(local.staff.may_not if local else ()), *staff.may_not):
        rules.append((texts.MAY_NOT_LABEL, text, "warn"))
    rules += [(f"{local.name}:", text, "") for text in local.staff.may] if local else []
    return [*rules, *((texts.MAY_LABEL, text, "") for text in staff.may)]


def _deadline(task: Task, uncertain: Uncertain, calendar: Calendar | None) -> list[Line]:
    """The first deadline, with its date when the day that it runs from is known."""
    unsure = doubts.about(uncertain, "frist")
    if not task.deadlines:
        return _only_doubt(texts.DEADLINE_LABEL, unsure)
    days = days_of_deadlines(task, calendar) if calendar else []
    at = next((at for at, day in enumerate(days) if day), 0)  # a day that was asked for goes before what has none
    first = task.deadlines[at]
    counts = (texts.N_DEADLINES, len(task.deadlines) - 1)
    said, most = sentences(first.text), (2, 2, 2, 2, 2, 2, 1)
    said = [days[at], *said] if days and days[at] else said
    return [Line(texts.DEADLINE_LABEL, said, doubt=bool(unsure or first.uncertain), most=most, counts=counts)]


def days_of_deadlines(entry: Entry | Word, calendar: Calendar) -> list[str]:
    """The day, as a sentence, of each deadline of a task or each step of a life event; empty where none is counted."""
    from blanket.guide.days.reckoning import due_of  # only where dates are asked for

    event = getattr(entry, "event", None) or ""
    if isinstance(entry, Journey):
        spans = [(step.deadline or "", step.earliest, step.latest) for step in entry.steps]
    else:
        known = getattr(entry, "deadlines", ())  # an uncertain one has no day
        spans = [(one.text, *((None, None) if one.uncertain else (one.earliest, one.latest))) for one in known]
    counted = (due_of(*span, event, calendar, by_letter=False).day for span in spans)
    return [f"{day.rstrip('.')}." if day else "" for day in counted]


def _bring(items: Sequence[str], uncertain: Uncertain, most: Sequence[int] = (2, 2, 2, 1)) -> list[Line]:
    unsure = doubts.about(uncertain, "med")
    if not items:
        return []
    line = Line(
        texts.BRING_LABEL,
        items,
        between="; ",
        doubt=bool(unsure),
        most=most,
        counts=(texts.N_BRING, 0),
        glued=False,
    )
    return [line]


def _fee(fees: Sequence[Fee], uncertain: Uncertain, most: Sequence[int] = (2, 2, 1)) -> list[Line]:
    unsure = doubts.about(uncertain, "pris")
    if not fees:
        return _only_doubt(texts.FEE_LABEL, unsure)
    counts = (texts.N_FEES, len(fees) - 1)
    doubt = bool(unsure or fees[0].uncertain)
    return [Line(texts.FEE_LABEL, sentences(said_fee(fees[0])), doubt=doubt, most=most, counts=counts)]


def _only_doubt(label: str, unsure: Sequence[str]) -> list[Line]:
    """A line for what nothing is known of but that it is not known; first to go when room is short."""
    return [Line(label, [unsure[0]], doubt=True, most=(1, 1, 0))] if unsure else []


def _ring(guide: StaffGuide, uncertain: Uncertain) -> list[Line]:
    """The number to ring, with this day's hours; the entry's next number if there is room."""
    views = [*guide.contacts, *guide.local_contacts]
    if not views:
        return []
    unsure = bool(doubts.about(uncertain, "nummer"))
    first, others = views[0], [view for view in views[1:] if view.phone]
    lines = [Line(texts.RING_LABEL, _said(first), doubt=unsure or first.call_first, most=(2, 2, 1))]
    if others:
        own = others[0] in guide.contacts
        counts = (texts.N_NUMBERS, len(others) - 1)
        most = (1, 1, 1, 0) if own else (0,)
        lines.append(Line(texts.OR_LABEL, _said(others[0]), doubt=others[0].call_first, most=most, counts=counts))
    return lines


def _said(view: ContactView) -> list[str]:
    """Whom to ring, the number and when; then what for."""
    note = [view.note] if view.note else []
    if view.phone is None:
        return [view.name if view.name != texts.OWN_KOMMUNE else texts.RING_OWN_KOMMUNE, *note]
    return [texts.RING_NUMBER.format(name=view.name, number=view.phone, when=view.when), *note]


def _links(
    guide: StaffGuide, label: str, identifiers: Sequence[str], names: tuple[str, str] = texts.N_FORMS
) -> list[Line]:
    links = [guide.links[identifier] for identifier in identifiers if identifier in guide.links]
    links += [link for link in guide.used_in if link.id in identifiers and link not in links]
    if not links:
        return []
    named = [f"{link.number} [{link.id}]" if link.number else f"{link.title} [{link.id}]" for link in links]
    return [Line(label, named, between=", ", most=(2, 2, 1), counts=(names, 0), glued=False)]


def _foot(screen: Screen, guide: StaffGuide) -> None:
    """What else there is: counted, with how to see it; and whether anybody vouches for it."""
    entry = guide.entry
    if guide.sources:
        count = len(guide.sources)
        screen.more.append(texts.SEE_ONE_SOURCE if count == 1 else texts.SEE_SOURCES.format(count=count))
    staff = getattr(entry, "staff", None)
    notes = (len(staff.notes) if staff else 0) + (len(guide.local.staff.notes) if guide.local else 0)
    screen.rest = [
        (texts.N_ADVICE, len(getattr(entry, "good_to_know", ()))),
        (texts.N_NOTES, notes),
    ]
    checked = getattr(entry, "checked", None)
    said = texts.CHECKED_BY.format(date=checked.date, by=checked.by) if checked else texts.NOT_CHECKED
    screen.last = [said]
    if any(line.doubt for line in (*screen.facts, *screen.steps)):
        screen.last.append(texts.DOUBT_LEGEND)
