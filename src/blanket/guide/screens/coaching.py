"""Doing it together, or for the citizen: what a helper says and does at each kind of step.

Here goes the general advice by kind of step: log in, type, choose, pay, sign. An entry that has more to say says it
itself (`sammen`, `for_borgeren`) and goes first. What may and may not be done follows the entry `graenser-for-hjaelp`
and its sources: codes and signatures are the citizen's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blanket.guide.screens.screen import Row, wrapped_rows
from blanket.guide.screens.staff import StaffGuide
from blanket.kb.format.model import Task
from blanket.texts import screens as texts

# How a kind of step is known by its words; a step may be of several kinds.
_STEP_KINDS = {
    "log": re.compile(r"\blog(ger)? (selv )?(på|ind)\b|\bMitID\b", re.IGNORECASE),
    "type": re.compile(r"\b(skriv(?!\w* under)|tast|udfyld|indtast)", re.IGNORECASE),
    "choose": re.compile(r"\bvælg", re.IGNORECASE),
    "pay": re.compile(r"\bbetal", re.IGNORECASE),
    "sign": re.compile(r"\bskriv\w* under|\bunderskriv|\bgodkend", re.IGNORECASE),
}


def coached(guide: StaffGuide, width: int, *, together: bool) -> list[Row]:
    """The advice for an entry under a heading; nothing for what has no steps. `together`: else it is done for them."""
    entry = guide.entry
    if not isinstance(entry, Task):
        return []
    own = entry.staff.together if together else entry.staff.for_citizen
    steps = [step for way in (entry.digital, entry.paper) if way for step in way.steps]
    said = texts.COACHING_TOGETHER if together else texts.COACHING_FOR
    general = [said[kind] for kind in kinds_of(steps)]
    if not together:
        general.insert(0, texts.COACHING_CONSENT)
    heading = texts.COACHING_HEADINGS[together]
    lines = [row for text in (*own, *general) for row in wrapped_rows(text, width, "  - ", "    ")]
    return [Row(heading, "bold"), *lines]


def kinds_of(steps: Sequence[str]) -> list[str]:
    """The kinds that these steps are of, in the order of `texts.COACHING_TOGETHER`."""
    return [kind for kind, pattern in _STEP_KINDS.items() if any(pattern.search(step) for step in steps)]
