"""What each part of the full screen shows, made from the visit: lines of text with a mark for bold and for the choice.

Here goes the layout within a line and nothing that knows when it is painted. Nothing is said by colour alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache

from textual.content import Content

from blanket.desk.visit import Visit
from blanket.guide.screens.screen import Row
from blanket.printable import clean
from blanket.search.ranking import Hit
from blanket.texts import days as day_texts
from blanket.texts import desk as texts
from blanket.texts import finding as finding_texts
from blanket.tui.keys import BY_NAME, foot_label, keys_said

RULE_ENDS = 3  # the line's own signs around a message
HINT_ROOM = 57  # signs that a field of the print form has room for (see desk.tcss)
MARKS = {"bold": "bold", "warn": "bold"}


def head(kommune: str, role: str, moment: datetime, width: int) -> str:
    """The first line: whose desk it is, and the time."""
    left = texts.DESK_HEAD.format(
        kommune=kommune or texts.DESK_NO_KOMMUNE.format(key=keys_said()["kommune"]), role=role
    )
    right = texts.DESK_CLOCK.format(
        day=list(day_texts.DAY_NAMES.values())[moment.weekday()],
        date=moment.day,
        month=day_texts.MONTH_NAMES[moment.month - 1][:3],
        hour=moment.hour,
        minute=moment.minute,
    )
    return both_ends(left, right, width)


def both_ends(left: str, right: str, width: int) -> str:
    """One line with something at both ends; the left one is shortened when they do not fit."""
    room = width - len(right) - 1
    if len(left) > room:
        left = left[: max(0, room - 1)] + "…"
    return f"{left}{' ' * (width - len(left) - len(right))}{right}"


def answers(visit: Visit) -> str:
    """The two questions with their answers, and how much is in the basket."""
    keys = keys_said()
    said = [
        texts.DESK_MITID[visit.mitid].format(key=keys["mitid"]),
        texts.DESK_TOGETHER[visit.together].format(key=keys["together"]),
        texts.DESK_BASKET_COUNT.format(count=len(visit.basket)),
    ]
    return " · ".join(said)


def rule(width: int, said: str = "", end: str = "") -> str:
    """A line across, with a message in it when there is one; a long message takes more lines, and none of it is cut.

    `end`: stands at the end of the line, when there is room.
    """
    parts = [f"{clean(part)} " for part in said.split("\n")] if said else [""]
    parts[0] = f"─ {parts[0]}" if said else ""
    lines = [
        line
        for part in parts
        for line in textwrap.wrap(part, width, break_on_hyphens=False, drop_whitespace=False) or [""]
    ]
    last = f" {end} ─" if end and len(lines[-1]) + len(end) + RULE_ENDS <= width else ""
    return "\n".join([*lines[:-1], lines[-1] + "─" * (width - len(lines[-1]) - len(last)) + last])


def hit_lines(hits: Sequence[Hit], marked: int, rows: int, width: int) -> list[tuple[str, bool]]:
    """The hits that fit, around the marked one: (line, whether it is marked)."""
    first = max(0, min(marked - rows + 1, len(hits) - rows)) if marked >= rows else 0
    shown = []
    for at, hit in enumerate(hits[first : first + rows], first):
        kind = f"{finding_texts.KIND_NAMES[hit.kind]}{', udgået' if hit.status == 'udgået' else ''}"
        title = clean(f"{hit.number} {hit.title}" if hit.number else hit.title)
        line = both_ends(f"{'>' if at == marked else ' '}{at + 1} {title}", kind, width)
        shown.append((line, at == marked))
    return shown


def hit_list(visit: Visit, rows: int, width: int, *, ready: bool) -> Content:
    """The list, or what stands there when there is none. What is doubtful says so in its last line."""
    if not visit.hits:
        return Content(texts.DESK_WAIT if not ready else _nothing(visit) if visit.query else texts.DESK_HINT)
    lines = hit_lines(visit.hits, visit.marked, rows, width)
    parts: list[str | tuple[str, str]] = []
    for at, (line, marked) in enumerate(lines):
        parts += ["\n"] if at else []
        parts.append((line, "bold reverse") if marked else line)
    return Content.assemble(*parts)


def _nothing(visit: Visit) -> str:
    if not visit.ring:
        return texts.DESK_NOTHING
    return f"{texts.DESK_NOTHING}\n{texts.DESK_NOTHING_RING.format(name=visit.ring[0], number=visit.ring[1])}"


def doubt(visit: Visit, width: int) -> str:
    """The sentence over a doubtful list. A number in it is never cut: on a narrow screen the name gives way."""
    if not visit.weak or not visit.hits:
        return ""
    if not visit.ring:
        return texts.DESK_WEAK
    said = texts.DESK_WEAK_RING.format(name=visit.ring[0], number=visit.ring[1])
    return said if len(said) <= width - RULE_ENDS else texts.DESK_WEAK_RING_SHORT.format(number=visit.ring[1])


def rows_content(rows: Sequence[Row]) -> Content:
    """Lines with marks, as the guide is made of."""
    parts: list[str | tuple[str, str]] = []
    for at, row in enumerate(rows):
        parts += ["\n"] if at else []
        text = with_keys(row.text)
        parts.append((text, MARKS[row.mark]) if row.mark in MARKS else text)
    return Content.assemble(*parts)


def with_keys(text: str) -> str:
    """A text with what is pressed here, where it names an option of the command line."""
    keys = keys_said()
    for option, key in texts.DESK_KEYS_IN_GUIDE.items():
        text = text.replace(option, key.format(**keys))
    return text


@lru_cache(maxsize=8)
def foot(width: int, *, reading: bool, linked: bool = False) -> Content:
    """The keys, in two lines; each can be clicked. `linked`: what is read has numbers that lead on."""
    if reading:
        return Content(texts.DESK_FOOT_READING + (f"\n{texts.DESK_FOOT_LINKED}" if linked else ""))
    lines = []
    for parts in texts.DESK_FOOT:
        labels = [foot_label(part) for part in parts]
        gap = "  " if sum(len(label) for label, _ in labels) + 3 * (len(labels) - 1) > width else "   "
        lines.append(Content(gap).join([_clickable(label, action) for label, action in labels]))
    return Content("\n").join(lines)


def _clickable(label: str, action: str) -> Content:
    if not action:
        return Content(label)
    return Content.from_markup(f"[@click=screen.act('{action}')]$label[/]", label=label)


def help_text(hide_minutes: int) -> str:
    """The one screen of help."""
    return texts.DESK_HELP.format(minutes=hide_minutes, **keys_said())


def day_hint(event: str, today: date) -> str:
    """What stands in the empty field for a day: the entry's own event, with a day that fits it as an example.

    `event`: empty where no deadline runs from a day. What there is no room for goes.
    """
    if not event:
        return texts.DESK_FORM_NO_DAY
    example = today + timedelta(days=-7 if texts.DESK_FORM_DEATH in event else 14)
    day = f"{example.day}. {day_texts.MONTH_NAMES[example.month - 1]}"
    hints = [hint.format(event=event, day=day) for hint in texts.DESK_FORM_DAY]
    return next((hint for hint in hints if len(hint) <= HINT_ROOM), hints[-1])


def menu_lines() -> list[tuple[str, str, str]]:
    """(letter, what it does, its key) of everything behind Tab."""
    return [(act.letter, texts.KEY_NAMES[name][0], act.said) for name, act in BY_NAME.items() if act.letter]
