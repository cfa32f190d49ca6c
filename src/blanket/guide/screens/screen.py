"""One entry on one screen: what somebody with a citizen in front of them needs, in the order in which it is needed.

Here goes what stands on the screen of `vis`, and how much of it when room is short; the full guide is `staff` with its
templates. Lines carry a mark that a face may turn into colour. A line that an uncertain point speaks about has `?` in
its margin. No step is ever cut, and what else is left out is counted in the last line.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from blanket.printable import clean
from blanket.texts import screens as texts

SHARED_ROWS = 4
ONE_ROW = (1,)
ROWS = 22  # of a terminal's 24: the line that was typed and the prompt stand there too
MARGIN = "  "
DOUBT = "? "
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ“\"])")


class Row(NamedTuple):
    """A line as it is shown. `mark`: `bold`, `warn` or nothing."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what it says. `parts`: shown from the first on, as many as fit, joined by `between`.

    `most`: rows at most, by how short room is: the last one counts on. 0 leaves the line out. `counts`: what is
    counted in the last line of the screen: (what it is called one and many, how many stand behind the line anyway);
    parts that do not fit are added. `glued`: parts that do not fit are not counted but stand for an `…`. `shared`:
    lines with this on have `SHARED_ROWS` together; one that finds no row left is counted. `end`: stands in brackets
    after a line of the list, whole, also where the line is shortened to one row (`most` is `ONE_ROW`).
    """

    label: str
    parts: Sequence[str]
    between: str = " "
    doubt: bool = False
    mark: str = ""
    most: Sequence[int] = (2,)
    counts: tuple[tuple[str, str], int] | None = None
    glued: bool = True
    indent: int = 7
    shared: bool = False
    end: str = ""


@dataclass(slots=True)
class Screen:
    """What stands on the screen. `facts`: before the list; `heading`, `steps`: the numbered list; `after`: below it.

    `more`: what can be seen otherwise, each with how to see it; `rest`: names and number of what only the full guide
    has. `last`: sentences at the end.
    """

    title: str
    facts: list[Line] = field(default_factory=list)
    heading: str = ""
    steps: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    more: list[str] = field(default_factory=list)
    rest: list[tuple[tuple[str, str], int]] = field(default_factory=list)
    last: list[str] = field(default_factory=list)


_TIGHTEST = 6


def rows(screen: Screen, width: int, most: int = ROWS) -> list[Row]:
    """The screen as lines of at most `width` characters, in at most `most` rows when that can be done.

    Blank lines go first, then second rows of what is least urgent; steps, number and answer always stand.
    """
    shown: list[Row] = []
    for tight in range(_TIGHTEST + 1):
        shown = _laid_out(screen, width, tight)
        if len(shown) <= most:
            break
    return shown


def sentences(text: str) -> list[str]:
    """A text's sentences, for a line that shows whole ones only."""
    return _SENTENCE.split(clean(text))


def _laid_out(screen: Screen, width: int, tight: int) -> list[Row]:
    blank = [Row("")] if tight == 0 else []
    left: dict[tuple[str, str], int] = {}
    shown = [Row(text, "bold") for text in textwrap.wrap(clean(screen.title), width, break_on_hyphens=False)]
    room = SHARED_ROWS
    for line in screen.facts:
        fitted = _fitted(line, width, tight, left, room if line.shared else None)
        room -= len(fitted) if line.shared else 0
        shown += fitted
    if screen.steps:
        shown += blank
        if screen.heading:
            shown += [Row(text, "bold") for text in textwrap.wrap(clean(screen.heading), width, break_on_hyphens=False)]
        for number, line in enumerate(screen.steps, 1):
            shown += _numbered(number, line, width)
    for line in screen.after:
        shown += _fitted(line, width, tight, left)
    foot = _foot(screen, left)
    if foot:
        shown += blank
        shown += [Row(text) for text in textwrap.wrap(foot, width, break_on_hyphens=False, break_long_words=False)]
    return shown


def _fitted(line: Line, width: int, tight: int, left: dict[tuple[str, str], int], room: int | None = None) -> list[Row]:
    """A line's rows: its first parts, whole, as many as its rows hold; a first part too long for them is cut."""
    most = line.most[min(tight, len(line.most) - 1)]
    most = most if room is None else min(most, room)
    kept = _kept(line, width, most) if most else 0
    if line.counts:
        names, others = line.counts
        left[names] = left.get(names, 0) + others + _uncounted(line, kept)
    if not kept:
        return []
    text = line.between.join(line.parts[:kept])
    if kept < len(line.parts) and line.glued:
        text = f"{text} …"
    wrapped = _wrapped(line, text, width)
    if len(wrapped) > most:
        wrapped = _wrapped(line, text, width, most)
    return [Row(row, line.mark) for row in wrapped]


def _uncounted(line: Line, kept: int) -> int:
    """How many of a line's things are not shown: a text counts as one, and not when its beginning stands there."""
    if line.glued:
        return 0 if kept else 1
    return len(line.parts) - kept


def _kept(line: Line, width: int, most: int) -> int:
    """How many parts stand whole in so many rows; one at least."""
    for count in range(len(line.parts), 1, -1):
        end = " …" if count < len(line.parts) and line.glued else ""
        if len(_wrapped(line, line.between.join(line.parts[:count]) + end, width)) <= most:
            return count
    return min(1, len(line.parts))


def _wrapped(line: Line, text: str, width: int, most: int | None = None) -> list[str]:
    label = f"{line.label} ".ljust(line.indent) if line.label else ""
    return textwrap.wrap(
        clean(text),
        width,
        initial_indent=(DOUBT if line.doubt else MARGIN) + label,
        subsequent_indent=MARGIN + " " * line.indent if line.label else MARGIN,
        break_long_words=False,
        break_on_hyphens=False,
        max_lines=most,
        placeholder=" …",
    )


def _numbered(number: int, line: Line, width: int) -> list[Row]:
    first = f"{DOUBT if line.doubt else MARGIN}{number:2}. "
    end = f" [{line.end}]" if line.end else ""
    text = clean(" ".join(line.parts))
    if line.most == ONE_ROW and len(first + text + end) > width:
        text = textwrap.shorten(text, width - len(first + end), placeholder=" …")
    wrapped = textwrap.wrap(
        text + end,
        width,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [Row(row, line.mark) for row in wrapped]


def _foot(screen: Screen, left: dict[tuple[str, str], int]) -> str:
    """The last line: what else there is and how to see it, and what must be known of the whole."""
    for names, count in screen.rest:
        left[names] = left.get(names, 0) + count
    counted = [texts.COUNTED.format(count=count, name=names[count > 1]) for names, count in left.items() if count]
    rest = [texts.SEE_ALL.format(what=", ".join(counted))] if counted else []
    more = [*screen.more, *rest]
    return " ".join([*([texts.MORE.format(what="; ".join(more))] if more else []), *screen.last])


def wrapped_rows(text: str, width: int, first: str = "", rest: str | None = None, mark: str = "") -> list[Row]:
    """A text as rows of at most `width` characters. `rest` goes before all but the first; `first`, when left out."""
    return [
        Row(line, mark)
        for line in textwrap.wrap(
            clean(text),
            width,
            initial_indent=first,
            subsequent_indent=first if rest is None else rest,
            break_on_hyphens=False,
        )
    ]
