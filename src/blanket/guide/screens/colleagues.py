"""Who can do what: a kommune's sheet for colleagues in care homes, libraries and elsewhere.

Here goes what stands on it. It is for staff: the one paper that shows the line for staff, and it is marked so.
Places stand in the order of how many guides lead to them, never of who is open while it is printed.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from blanket.guide import labels
from blanket.guide.days.dates import said_date
from blanket.guide.paper.parts import Box, CitizenGuide, Group, Handout, Line, Phone, Step
from blanket.guide.screens.may_i import ANSWER_FIELDS
from blanket.guide.screens.places import PlaceView, list_places
from blanket.guide.screens.staff import ContactView, contact_view
from blanket.guide.wording import foot, vouched
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from blanket.texts import screens as texts

MOST_MATTERS = 3  # of what a place helps with: the whole list stands in the program


def sheet(db: sqlite3.Connection, kommune: Municipality, moment: datetime, *, large: bool = False) -> Handout:
    """The sheet of one kommune: its numbers and the staff line, what it helps with and what not, its places."""
    views = [view for contact in kommune.contacts if (view := contact_view(db, contact, moment, None))]
    places = [view for view in list_places(db, moment, kommune.id) if view.place.municipality]
    guide = CitizenGuide(kommune.id, texts.WHO_CAN_TITLE.format(name=kommune.title), texts.WHO_CAN_SUMMARY)
    phones = [_phone(view) for view in views if view.phone]
    lines = [_staff_line(view) for view in places if view.staff_only and view.place.phone]
    if phones:
        heading = labels.IN_DOUBT.format(whom=phones[0].name)
        guide.box = Box(heading, phones[0], others=[*lines, *phones[1:]])
    guide.offers = list(kommune.helps_with)
    open_to_all = [view for view in places if not view.staff_only and view.place.helps_with]
    named = lookup.times_named(db, [view.place.id for view in open_to_all])
    open_to_all.sort(key=lambda view: (-named[view.place.id], view.place.title))
    guide.where = [_place(view) for view in open_to_all if _known(view)]
    answers = _own_answers(db, kommune)
    guide.groups = [Group(texts.WHO_CAN_ANSWERS, [Line(Step("", text)) for text in answers])] if answers else []
    guide.advice = [*_refusals(kommune), *kommune.notes]
    guide.foot = foot(kommune.sources, None)
    guide.checked = vouched(kommune.checked)
    guide.dated = max((source.read for source in kommune.sources), default="")
    return Handout(
        guides=[guide],
        title=guide.title,
        municipality=kommune.title,
        printed=said_date(moment.date()),
        large=large,
        for_staff=True,
    )


def _phone(view: ContactView) -> Phone:
    return Phone(view.name, view.phone or "", tuple(view.hours), view.note or "")


def _staff_line(view: PlaceView) -> Phone:
    return Phone(view.place.title, view.place.phone or "", tuple(view.hours), texts.STAFF_ONLY)


def _place(view: PlaceView) -> str:
    """A place in one or two lines: its own number, hours and address, and the first of what it helps with."""
    place = view.place
    helps = "; ".join(place.helps_with[:MOST_MATTERS]) + (" …" if len(place.helps_with) > MOST_MATTERS else "")
    return texts.WHO_CAN_PLACE.format(place=f"{place.title}, {'; '.join(_known(view))}", helps=helps)


def _known(view: PlaceView) -> list[str]:
    """How to get there: a place of which nothing of it is known is only in the program."""
    place = view.place
    return [*([place.phone] if place.phone else []), *view.hours, *([place.address] if place.address else [])]


def _refusals(kommune: Municipality) -> list[str]:
    said = []
    for item in kommune.helps_not_with:
        text = texts.INSTEAD.format(text=item.text, instead=item.instead) if item.instead else item.text
        said.append(texts.WHO_CAN_NOT.format(text=text))
    return said


def _own_answers(db: sqlite3.Connection, kommune: Municipality) -> list[str]:
    """The kommune's own answers to "may I help", a line for each role of each task."""
    titles = lookup.titles(db, list(kommune.tasks))
    said = []
    for identifier, staff in kommune.tasks.items():
        for role, name in ANSWER_FIELDS.items():
            answer = getattr(staff.may_i, name, None)
            if answer and identifier in titles:
                form = texts.MAY_I_ANSWERS[answer.answer].format(why=answer.because)
                said.append(f"{titles[identifier][2]} ({texts.ROLE_NAMES[role]}): {form}")
    return said
