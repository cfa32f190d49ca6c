"""A life event as a list over time: which steps belong before it, to its first week, its first month, or later."""

from __future__ import annotations

from blanket.guide import labels
from blanket.guide.days.reckoning import Calendar, due_of
from blanket.guide.paper.parts import Group, Line, Step
from blanket.kb.format.model import Journey
from blanket.kb.format.parts import JourneyStep, Span

FIRST_WEEK, FIRST_MONTH = 7, 31  # days
_DAYS = {"dage": 1, "hverdage": 1.4, "uger": 7, "måneder": 30.4, "år": 365.25}


def groups_of(journey: Journey, calendar: Calendar, *, staff: bool) -> list[Group]:
    """The steps for citizens, or those for staff, by time; within a time they keep their order.

    A step that says nothing of its time never stands under somebody else's: those before the first that does come
    first, the others in a group of their own after the time that they follow.
    """
    timed: dict[str, list[Line]] = {}
    undated: list[Line] = []
    follows = ""
    for step in journey.steps:
        if step.reader == ("borger" if staff else "personale"):
            continue
        at, line = _time_of(step), _line(step, journey.event, calendar)
        if at or not any(timed):
            timed.setdefault(at, []).append(line)
        else:
            follows = follows or list(timed)[-1]
            undated.append(line)
    order = list(labels.GROUPS)
    groups: list[Group] = []
    for at in order:
        if at in timed:
            groups.append(Group(labels.GROUPS[at].format(event=journey.event), timed[at]))
        if undated and at == follows:
            groups.append(Group(labels.GROUP_UNDATED, undated))
    if len(groups) == 1:
        groups[0].heading = labels.CHECKLIST
    return groups


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
