"""Reporting an error: what somebody at a desk saw was wrong, kept on the machine for those who maintain the base.

Here goes the local queue: one JSON object a line. It is the one place where something that was typed is kept, so the
face shows the very text first, and a CPR number is cut. Nobody's name is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from blanket import __version__
from blanket.cpr import cut_cpr
from blanket.paths import data_folder
from blanket.printable import clean
from blanket.system import refused
from blanket.texts import reports as texts
from blanket.writing import write_whole

_FILE = "meldinger.jsonl"
_SETTLED = "klarede-meldinger.jsonl"
MOST_LETTERS = 1000  # of one text


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `id`: the entry's; empty when nothing was found. `linje`: the line that is wrong. Keys are those of
    the file, so they are Danish. `søgning`: what was searched for, when that is what the report is about."""

    dag: str
    id: str
    linje: str
    forkert_fordi: str
    søgning: str = ""
    udgave: str = __version__

    @property
    def as_text(self) -> str:
        """The line as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def report(day: date, identifier: str, line: str, because: str, query: str = "") -> Report:
    """A report without CPR numbers, control characters and more than `MOST_LETTERS` a text."""
    line, because, query = (clean(cut_cpr(text)[0])[:MOST_LETTERS] for text in (line, because, query))
    return Report(day.isoformat(), identifier, line, because, query)


def keep_report(said: Report) -> Path:
    """Add a report to the queue. Returns its file. Raises BlanketError when it cannot be written."""
    file = queue()
    with refused(texts.REPORT_UNWRITABLE, texts.REPORT_UNWRITABLE_CURE, file=file):
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(said.as_text + "\n")
    return file


def read_reports() -> Iterator[Report]:
    """The reports that lie in the queue, oldest first; lines that are none are passed over."""
    try:
        lines = queue().read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for line in lines:
        try:
            yield Report(**json.loads(line))
        except (ValueError, TypeError):
            continue


def settle_report(said: Report) -> None:
    """Take a report out of the queue; it is kept beside it. Raises BlanketError when that cannot be written."""
    file = queue()
    with refused(texts.REPORT_UNWRITABLE, texts.REPORT_UNWRITABLE_CURE, file=file):
        lines = file.read_text(encoding="utf-8").splitlines()
        if said.as_text not in lines:
            return
        with file.with_name(_SETTLED).open("a", encoding="utf-8") as stream:
            stream.write(said.as_text + "\n")
        lines.remove(said.as_text)
        write_whole(file, "".join(line + "\n" for line in lines))


def queue() -> Path:
    """The file that reports lie in."""
    return data_folder() / _FILE
