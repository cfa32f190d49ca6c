"""A life event as a list over time: which steps belong before it, to its first week, its first month, or later."""

from __future__ import annotations

from blanket.guide import labels
from blanket.guide.days.reckoning import Calendar, due_of
from blanket.guide.paper.parts import Group, Line, Step
from blanket.kb.format.model import Journey, JourneyStep
from blanket.kb.format.parts import Span

FIRST_WEEK, FIRST_MONTH = 7, 31  # days
_DAYS = {"dage": 1, "hverdage": 1.4, "uger": 7, "måneder": 30.4, "år": 365.25}


def groups_of(journey: Journey, calendar: Calendar, *, staff: bool) -> list[Group]:
    """The steps for citizens, or those for staff, by time; within a time they keep their order.

    A step that says nothing of its time stays with the one before it; those before the first that does come first.
    """
    order = list(labels.GROUPS)
    timed: dict[str, list[Line]] = {}
    at = ""
    for step in journey.steps:
        at = _time_of(step) or at
        if step.reader == ("borger" if staff else "personale"):
            continue
        timed.setdefault(at, []).append(_line(step, journey.event, calendar))
    if len(timed) == 1:
        return [Group(labels.CHECKLIST, lines) for lines in timed.values()]
    return [Group(labels.GROUPS[at].format(event=journey.event), timed[at]) for at in order if at in timed]


def _line(step: JourneyStep, event: str, calendar: Calendar) -> Line:
    if not step.deadline:
        return Line(Step.of(step.text))
    return Line(Step.of(step.text), due_of(step.deadline, step.earliest, step.latest, event, calendar, by_letter=False))


def _time_of(step: JourneyStep) -> str:
    """Which group a step says that it belongs to; empty when it says nothing."""
    if step.when:
        return step.when
    span = step.latest or step.earliest
    if span is None or span.since:
        return ""
    return _group(span)


def _group(span: Span) -> str:
    days = span.count * _DAYS[span.unit]
    if days < 0:
        return "før"
    return "første_uge" if days <= FIRST_WEEK else "første_måned" if days <= FIRST_MONTH else "senere"
