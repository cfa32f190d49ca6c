"""A kommune on one screen: its numbers, its places with this day's hours, its own answers, and what is missing.

Here goes the choice for `kommune`; how much of it fits is for `screen`.
"""

from __future__ import annotations

from blanket.guide.screens.place_rows import short_when
from blanket.guide.screens.places import PlaceView
from blanket.guide.screens.screen import Line, Screen, sentences
from blanket.guide.screens.staff import StaffGuide
from blanket.guide.wording import in_words
from blanket.kb.format.layer_parts import Unconfirmed
from blanket.kb.format.model import Municipality
from blanket.texts import layers as layer_texts
from blanket.texts import places as texts
from blanket.texts import screens as screen_texts

MOST_PLACES = 8


def kommune_screen(guide: StaffGuide) -> Screen:
    """What is local. A volunteer's guide comes without lines for staff and notes."""
    kommune = guide.entry
    assert isinstance(kommune, Municipality)
    screen = Screen(kommune.title)
    for at, view in enumerate(guide.contacts):
        text = screen_texts.RING_NUMBER.format(
            name=view.name, number=view.phone or screen_texts.NO_PHONE, when=view.when
        )
        note = [view.note] if view.note else []
        screen.facts.append(
            Line(screen_texts.OR_LABEL if at else screen_texts.RING_LABEL, [text, *note], doubt=view.call_first)
        )
    if kommune.unconfirmed:
        facts = [said_unconfirmed(item) for item in kommune.unconfirmed]
        screen.facts.append(
            Line(
                layer_texts.UNCONFIRMED_LABEL,
                facts,
                doubt=True,
                most=(4, 3, 2, 1),
                counts=(layer_texts.N_UNCONFIRMED, 0),
            )
        )
    shown = sorted(guide.places, key=_most_useful)[:MOST_PLACES]
    screen.facts += [Line("", [_place(view)], doubt=view.place.call_first, most=(1,)) for view in shown]
    others = len(guide.places) - len(shown)
    if others:
        screen.facts.append(Line("", [texts.MORE_PLACES.format(count=others)], most=(1,)))
    if kommune.helps_not_with:
        matters = [item.text for item in kommune.helps_not_with]
        screen.facts.append(
            Line(
                screen_texts.HELPS_NOT_LABEL,
                matters,
                between="; ",
                mark="warn",
                most=(3, 2, 1),
                counts=(screen_texts.N_MATTERS, 0),
                glued=False,
            )
        )
    answers = sum(staff.may_i is not None for staff in kommune.tasks.values())
    own = texts.OWN_ANSWERS.format(answers=answers, tasks=len(kommune.tasks))
    screen.facts.append(Line(texts.OWN_LABEL, [own]))
    screen.facts.append(Line(texts.MISSING_LABEL, sentences(_missing(guide, kommune)), mark="warn", most=(3, 3, 2)))
    if guide.sources:
        screen.more.append(screen_texts.SEE_SOURCES.format(count=len(guide.sources)))
    screen.rest = [(texts.N_MATTERS_HELPED, len(kommune.helps_with)), (screen_texts.N_NOTES, len(kommune.notes))]
    checked = kommune.checked
    screen.last = [
        screen_texts.CHECKED_BY.format(date=checked.date, by=checked.by) if checked else screen_texts.NOT_CHECKED
    ]
    return screen


def said_unconfirmed(item: Unconfirmed) -> str:
    """A fact that only one page gives, with the page and its date."""
    dated = layer_texts.PAGE_OF.format(date=item.page_date) if item.page_date else layer_texts.PAGE_UNDATED
    return layer_texts.UNCONFIRMED.format(text=item.text.rstrip("."), page=in_words(item.source), dated=dated)


def _most_useful(view: PlaceView) -> tuple[bool, bool, bool, str]:
    """Places where one can go before phone lines, those with known times and a number first."""
    place = view.place
    return place.sort != "sted", not any(row.opens for row in place.hours), place.phone is None, place.title


def _place(view: PlaceView) -> str:
    staff_only = f" ({texts.ONLY_STAFF})" if view.staff_only else ""
    number = f" {view.place.phone}" if view.place.phone else ""
    return f"{view.place.title}{staff_only}{number}: {short_when(view)}"


def _missing(guide: StaffGuide, kommune: Municipality) -> str:
    """What a maintainer would have to find out, counted; nothing missing says so."""
    places = guide.places
    counted = (
        (texts.MISSING_HOURS, sum(not view.place.hours for view in places)),
        (texts.MISSING_NUMBERS, sum(not view.place.phone for view in places)),
        (texts.MISSING_ANSWERS, sum(staff.may_i is None for staff in kommune.tasks.values())),
        (texts.MISSING_SURE, len(kommune.uncertain)),
    )
    found = [names[count != 1].format(count=count) for names, count in counted if count]
    return ", ".join(found) if found else texts.NOTHING_MISSING
