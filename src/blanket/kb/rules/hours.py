"""Rules of opening hours: what limits them is said in keys that the program reckons with, not in a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.model import Entry, Place
from blanket.kb.rules.ground import Finding, RuleContext, rule

_LIMITS = re.compile(
    r"\b(?:u?lige uger?|hver anden uge|i måneden|efter aftale|(?:lukket|ferielukket)\b.*"
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|uge))\b",
    re.IGNORECASE,
)


@rule(
    "B146",
    says="Noten “{note}” begrænser tiden, men programmet kan ikke regne på den.",
    cure="Skriv det med “uger”, “i_måneden”, “lukket” eller “efter_aftale”.",
    why="Ellers siger steder --nu, at der er åbent i en lige uge, i juli eller uden aftale.",
    wrong='# steder/cafe.yaml\ntider: [{dage: [man], fra: "09:00", til: "15:00", note: kun i ulige uger}]',
    right='# steder/cafe.yaml\ntider: [{dage: [man], fra: "09:00", til: "15:00", uger: ulige}]',
    error=False,
)
def a_note_beside_hours_limits_nothing(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Place):
        for number, row in enumerate(entry.hours):
            if row.note and _LIMITS.search(row.note):
                yield ("tider", number, "note"), {"note": row.note}
