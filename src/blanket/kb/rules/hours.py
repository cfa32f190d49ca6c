"""Rules of opening hours: what limits them is said in keys that the program reckons with, not in a note."""

from __future__ import annotations

from collections.abc import Iterator

from blanket.kb.format.model import Entry, Place
from blanket.kb.format.parts import Hours
from blanket.kb.format.roles import Keys
from blanket.kb.rules.ground import Finding, RuleContext, contacts_of, rule


@rule(
    "B146",
    says="Noten “{note}” begrænser tiden, men programmet kan ikke regne på den.",
    cure="Skriv det med “uger”, “i_måneden”, “lukket” eller “efter_aftale”.",
    why="Ellers kan steder --nu kun sige “måske åbent: ring først”, også når der er åbent.",
    wrong='# steder/cafe.yaml\ntider: [{dage: [man], fra: "09:00", til: "15:00", note: kun i ulige uger}]',
    right='# steder/cafe.yaml\ntider: [{dage: [man], fra: "09:00", til: "15:00", uger: ulige}]',
    error=False,
)
def a_note_beside_hours_limits_nothing(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, row in hours_of(entry):
        if row.limited_by_note:
            yield (*path, "note"), {"note": row.note}


def hours_of(entry: Entry) -> Iterator[tuple[Keys, Hours]]:
    """The rows of hours of a place, and of the contacts of an entry."""
    if isinstance(entry, Place):
        for number, row in enumerate(entry.hours):
            yield ("tider", number), row
    for number, contact in contacts_of(entry):
        for row_number, row in enumerate(contact.hours):
            yield ("kontakt", number, "tider", row_number), row
