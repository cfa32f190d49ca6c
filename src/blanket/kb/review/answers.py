"""What somebody answered in a review, kept with each key: own folder, laesninger/gennemgang.tsv.

Here goes that one file of the log of readings. A line is written whole, at its end, before the next question; what a
killed run left half-written was never shown as done, and is cut off.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from blanket.kb.editing.locking import locked
from blanket.kb.files import READINGS_FOLDER
from blanket.kb.review.due import OTHER_MONTHS, months_after
from blanket.kb.review.readings import COLUMNS, MENDED, STANDS, UNCERTAIN, Log, Reading, read_file
from blanket.kb.review.statements import Statement
from blanket.kb.tab_lines import BrokenLine
from blanket.system import refused
from blanket.texts import review as texts

FILE = "gennemgang.tsv"
KNOWLEDGE = "egen viden"  # in the place of a page: the kommune knows it itself
State = Literal["open", "stands", "wrong"]


@dataclass(slots=True)
class Answers:
    """The answers so far. `known`: all readings, to see what belongs to which page; `own`: those of reviews alone.

    `broken`: the lines of any log that cannot be used, whose answers are asked for again.
    """

    file: Path
    known: dict[tuple[str, str], Reading] = field(default_factory=dict)
    own: dict[tuple[str, str], Reading] = field(default_factory=dict)
    broken: list[BrokenLine] = field(default_factory=list)

    def state(self, item: Statement, today: date, *, since: date | None = None) -> State:
        """What was answered about a statement. An answer grows old after a year, and is not older than `since`."""
        found = [self.own.get((item.id, mark)) for mark in item.marks]
        if any(answer is not None and answer.verdict == UNCERTAIN for answer in found):
            return "wrong"
        for answer in found:
            if answer is None or answer.verdict not in (STANDS, MENDED):
                return "open"
            if today >= months_after(answer.day, OTHER_MONTHS) or (since and answer.day < since):
                return "open"
        return "stands" if found else "open"

    def day_of(self, item: Statement) -> date:
        """When a statement was answered that has been."""
        return min(self.own[item.id, mark].day for mark in item.marks)

    def keep(self, item: Statement, verdict: str, page: str, day: date, note: str = "") -> None:
        """Write an answer, so that it is there whatever happens next. Raises BlanketError when it cannot be written."""
        rows = [(item.id, item.at, mark, page, day.isoformat(), verdict, note) for mark in item.marks]
        lines = ["\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows]
        with refused(texts.ANSWER_UNWRITABLE, texts.ANSWER_UNWRITABLE_CURE, file=self.file), locked(self.file):
            _append(self.file, "".join(lines).encode())
        for row, mark in zip(rows, item.marks, strict=True):
            reading = Reading(item.id, item.at, mark, page, day, verdict, row[-1], self.file, 0)
            self.known[item.id, mark] = self.own[item.id, mark] = reading


def read_answers(own: Path, former: Mapping[str, str], log: Log) -> Answers:
    """The answers of the own folder. `log`: that of all folders, which says what belongs to which page."""
    answers = Answers(own / READINGS_FOLDER / FILE, broken=log.broken)
    mine = Log()
    if answers.file.exists():
        read_file(answers.file, mine)
    for readings, kept in ((log.readings, answers.known), (mine.readings, answers.own)):
        for reading in readings:
            if reading.page or kept is answers.own:
                kept[former.get(reading.id, reading.id), reading.fingerprint] = reading
    return answers


def _append(file: Path, lines: bytes) -> None:
    """Put lines at a file's end, on the disk before this returns. A half line at its end is cut off first."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    descriptor = os.open(file, flags, 0o666)
    try:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        whole = _whole(descriptor, size)
        os.lseek(descriptor, whole, os.SEEK_SET)
        if os.read(descriptor, size - whole).count(b"\t") == len(COLUMNS) - 1:
            whole, lines = size, b"\n" + lines  # an editor left the last line without its end
        elif whole != size:
            os.ftruncate(descriptor, whole)
        os.lseek(descriptor, whole, os.SEEK_SET)
        if not whole:
            lines = ("\t".join(COLUMNS) + "\n").encode() + lines
        written = 0
        while written < len(lines):
            written += os.write(descriptor, lines[written:])
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _whole(descriptor: int, size: int) -> int:
    """Where a file's last whole line ends."""
    at = size
    while at:
        begin = max(0, at - 4096)
        os.lseek(descriptor, begin, os.SEEK_SET)
        newline = os.read(descriptor, at - begin).rfind(b"\n")
        if newline >= 0:
            return begin + newline + 1
        at = begin
    return 0
