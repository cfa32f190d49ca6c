"""The tally: how many visits, which entries were read or printed, and how many searches had no answer. Off until it is
switched on.

Here goes one small file of the user's own: visits a day, entries a month, unanswered searches a month. No row a
visit, no hour, nothing about PC or helper, never words or names, never an entry that is sensitive. What leaves the
machine says "<5" for every count under five, so that nobody can be recognised in a small number.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from blanket.desk.opening import OpenBase
from blanket.desk.visit import Visit
from blanket.kb.editing.locking import locked
from blanket.paths import data_folder
from blanket.search import lookup
from blanket.system import refused
from blanket.texts import tally as texts
from blanket.writing import write_whole

FEW = 5  # counts below it leave the machine as "<5"
_FILE = "optaelling.json"
_VISITS, _ENTRIES, _UNANSWERED = "besøg", "opslag", "uden_svar"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(slots=True)
class Tally:
    """`visits`: day -> how many. `entries`: month -> id -> how many. `unanswered`: month -> how many."""

    visits: Counter[str] = field(default_factory=Counter)
    entries: dict[str, Counter[str]] = field(default_factory=dict)
    unanswered: Counter[str] = field(default_factory=Counter)

    def add(self, day: date, entries: Collection[str], unanswered: int) -> None:
        """Count one visit."""
        month = day.isoformat()[:7]
        self.visits[day.isoformat()] += 1
        self.entries.setdefault(month, Counter()).update(set(entries))
        if unanswered:
            self.unanswered[month] += unanswered

    @property
    def months(self) -> list[str]:
        """The months that something was counted in, the newest first."""
        return sorted({*(day[:7] for day in self.visits), *self.entries, *self.unanswered}, reverse=True)

    def visits_in(self, month: str) -> int:
        """How many visits a month had."""
        return sum(count for day, count in self.visits.items() if day.startswith(month))


def tally_file() -> Path:
    """Where the counts lie."""
    return data_folder() / _FILE


def load_tally() -> Tally:
    """What was counted until now; nothing where there is no file, or none that can be read."""
    try:
        data = json.loads(tally_file().read_text(encoding="utf-8"))
        months = {month: Counter(counts) for month, counts in data.get(_ENTRIES, {}).items()}
        return Tally(Counter(data.get(_VISITS, {})), months, Counter(data.get(_UNANSWERED, {})))
    except (OSError, ValueError, AttributeError, TypeError):
        return Tally()


def keep_visit(day: date, entries: Collection[str], unanswered: int) -> None:
    """Add one visit to the counts; two desks at once each add theirs. Raises BlanketError when it cannot be written."""
    file = tally_file()
    with refused(texts.TALLY_UNWRITABLE, texts.TALLY_UNWRITABLE_CURE, file=file), locked(file):
        tally = load_tally()
        tally.add(day, entries, unanswered)
        data = {_VISITS: tally.visits, _ENTRIES: tally.entries, _UNANSWERED: tally.unanswered}
        write_whole(file, json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n")


def is_counted(visit: Visit) -> bool:
    """Whether anything was done in a visit: an empty one is none."""
    return bool(visit.read or visit.printed or visit.unanswered or visit.hits)


def countable(base: OpenBase, visit: Visit) -> set[str]:
    """The entries of a visit that may be counted: those read or printed that are not sensitive."""
    touched = sorted(visit.read | visit.printed)
    return set(touched) - set(lookup.sensitive_among(base.db, touched))


# --- What leaves the machine ------------------------------------------------------------------------------------------


def rows_of(tally: Tally, month: str, titles: dict[str, str], *, leaves: bool) -> list[tuple[str, str]]:
    """(what, how many) of a month: visits, searches without an answer, then entries, the most used first.

    `leaves`: the counts leave the machine, so small ones are not told apart.
    """

    def said(count: int) -> str:
        return texts.TALLY_FEW if leaves and 0 < count < FEW else str(count)

    counts = tally.entries.get(month, Counter())
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        (texts.TALLY_VISITS, said(tally.visits_in(month))),
        (texts.TALLY_UNANSWERED, said(tally.unanswered[month])),
        *((titles.get(identifier, identifier), said(count)) for identifier, count in ordered),
    ]


def as_csv(month: str, rows: list[tuple[str, str]]) -> bytes:
    """The rows as Excel reads them in Danish: semicolons, a byte order mark, and no cell that Excel could run."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(texts.TALLY_CSV_HEADINGS)
    writer.writerows([month, harmless(what), harmless(count)] for what, count in rows)
    return "\ufeff".encode() + stream.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection): one that begins like one gets a quote."""
    return f"'{cell}" if cell.startswith(_BEGINS_A_FORMULA) else cell
