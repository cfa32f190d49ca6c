"""How the knowledge base is doing: what there is, what a person checked, and what must be looked over.

Here goes the counting. How it is shown belongs in `guide.screens.status_page`.
"""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from blanket.kb.base import Base
from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.model import Entry, Form, Journey, Municipality, Task, kind_of
from blanket.kb.review.ages import OLD_BEFORE, Ages, ages_of
from blanket.kb.review.due import REASONS, Reason, due
from blanket.kb.review.overview import DueEntry, Kommuner, due_entries, kommuner_of
from blanket.kb.review.unvouched import Unvouched, unvouched
from blanket.kb.rules.readability import LIX_LIMIT, citizen_text, lix

FORM_STATES = ("gælder", "ukendt", "udgået")


@dataclass(slots=True)
class KindCount:
    """One kind of entry: how many, how many a person checked, how many are due, and how many points are uncertain."""

    kind: str
    entries: int = 0
    checked: int = 0
    due: int = 0
    uncertain: int = 0


@dataclass(slots=True)
class Spread:
    """LIX of tasks and journeys. `values`: id -> LIX."""

    values: dict[str, float] = field(default_factory=dict)

    @property
    def low(self) -> float:
        """The lightest text's LIX; 0.0 without texts."""
        return min(self.values.values(), default=0.0)

    @property
    def middle(self) -> float:
        """The median; 0.0 without texts."""
        return statistics.median(self.values.values()) if self.values else 0.0

    @property
    def high(self) -> float:
        """The hardest text's LIX; 0.0 without texts."""
        return max(self.values.values(), default=0.0)

    @property
    def hard(self) -> list[str]:
        """The ids over the limit, the hardest first."""
        over = [identifier for identifier, value in self.values.items() if value > LIX_LIMIT]
        return sorted(over, key=lambda identifier: -self.values[identifier])


class Ended(NamedTuple):
    """An entry whose vouch an edit has ended, and the day of it."""

    entry: Entry
    own: bool
    day: str


@dataclass(slots=True)
class BaseStatus:
    """The state of the base on a day. `due`: reason -> ids. `forms`: status -> ids. `broken`: files not to be read.

    `unread`: files that look like entries where nobody reads them. `own`, `shared`: the entries of the own folders and
    of the shared base, counted apart. `own_kommuner`: the kommuner that an
    own folder has a file of. `lines`: what is due, a line each. `before`: the last release, as it is said, and
    its figures. `overtaken`: what of the own folder is older than the shared base, by id or template. `ended`: those
    that somebody vouched for before an edit, with whether they are own ones and the day of the vouch.
    """

    today: date
    kinds: list[KindCount]
    words: int = 0
    broken: int = 0
    unread: int = 0
    due: dict[Reason, list[str]] = field(default_factory=dict)
    no_paper: list[str] = field(default_factory=list)
    lix: Spread = field(default_factory=Spread)
    forms: dict[str, list[str]] = field(default_factory=dict)
    ages: Ages = field(default_factory=Ages)
    own: KindCount = field(default_factory=lambda: KindCount("egne"))
    shared: KindCount = field(default_factory=lambda: KindCount("fælles"))
    kommuner: Kommuner = field(default_factory=Kommuner)
    lines: list[DueEntry] = field(default_factory=list)
    unvouched: Unvouched = field(default_factory=Unvouched)
    own_kommuner: list[str] = field(default_factory=list)
    before: tuple[str, Mapping[str, int]] | None = None
    overtaken: list[str] = field(default_factory=list)
    ended: list[Ended] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, int]:
        """The numbers that are compared from one release to the next."""
        total = self.total
        return {
            "opslag": total.entries,
            "kontrolleret": total.checked,
            "skal_gennemgås": total.due,
            "usikre_punkter": total.uncertain,
            **{f"skal_gennemgås_{reason}": len(ids) for reason, ids in self.due.items()},
        }

    @property
    def trend(self) -> dict[str, int]:
        """How the figures have changed since the last release; empty without one."""
        before = self.before[1] if self.before else {}
        return {name: value - before[name] for name, value in self.figures.items() if name in before}

    @property
    def old_amounts(self) -> int:
        """How many amounts, in keys and in free text, are of an earlier year."""
        years = self.ages.amounts.items()
        return sum(count for year, count in years if year.isdigit() and int(year) < self.today.year)

    @property
    def total(self) -> KindCount:
        """All kinds taken together."""
        rows = self.kinds
        return KindCount(
            "",
            sum(row.entries for row in rows),
            sum(row.checked for row in rows),
            sum(row.due for row in rows),
            sum(row.uncertain for row in rows),
        )


def status_of(base: Base, today: date) -> BaseStatus:
    """Count what there is in a base, as seen on a day."""
    status = counted(base, today)
    for entry in _sorted(base.entries):
        if isinstance(entry, Task | Journey):
            status.lix.values[entry.id] = round(lix(citizen_text(entry)), 1)
    status.ages = ages_of(base.entries.values())
    status.ages.old.sort()
    status.kommuner = kommuner_of(base)
    status.lines = due_entries(base, today)
    status.unvouched = unvouched(base.entries.values())
    status.ended = [
        Ended(base.entries[identifier], base.origin[identifier].folder > 0, vouch.day)
        for identifier, vouch in sorted(base.vouches.ended.items())
    ]
    status.own_kommuner = sorted(
        identifier
        for identifier, file in base.origin.items()
        if file.folder and isinstance(base.entries[identifier], Municipality)
    )
    return status


def counted(base: Base, today: date) -> BaseStatus:
    """Only what needs no text read again, the figures of a release among it: see `BaseStatus.figures`."""
    counts = {kind: KindCount(kind) for kind in KIND_FOLDERS}
    status = BaseStatus(today, list(counts.values()), len(base.words), len(base.broken))
    status.due = {reason: [] for reason in REASONS}
    status.forms = {state: [] for state in FORM_STATES}
    for entry in _sorted(base.entries):
        reasons = due(entry, today)
        origin = base.origin.get(entry.id)
        for row in (counts[kind_of(entry)], status.own if origin and origin.folder else status.shared):
            row.entries += 1
            row.checked += entry.checked is not None
            row.due += bool(reasons)
            row.uncertain += len(entry.uncertain)
        for reason in reasons:
            status.due[reason].append(entry.id)
        if isinstance(entry, Task) and entry.paper is None:
            status.no_paper.append(entry.id)
        if isinstance(entry, Form):
            status.forms[entry.status].append(entry.id)
    return status


def status_data(status: BaseStatus) -> dict[str, Any]:
    """The state as plain data for `--json`."""

    def row(count: KindCount) -> dict[str, Any]:
        return {
            "antal": count.entries,
            "kontrolleret": count.checked,
            "skal_gennemgås": count.due,
            "usikre_punkter": count.uncertain,
        }

    return {
        "dato": status.today.isoformat(),
        "i_alt": row(status.total),
        "egne": row(status.own),
        "fælles": row(status.shared),
        "slags": {count.kind: row(count) for count in status.kinds},
        "ord": status.words,
        "kan_ikke_læses": status.broken,
        "bliver_ikke_læst": status.unread,
        "ældre_end_det_fælles": status.overtaken,
        "skal_gennemgås": dict(status.due),
        "opslag_der_skal_gennemgås": [
            {
                "grund": line.reason,
                "id": line.id,
                "titel": line.title,
                "slags": line.kind,
                "eget": line.own,
                "side": line.page,
                "sidst_set": line.seen,
            }
            for line in status.lines
        ],
        "ikke_længere_kontrolleret": {item.entry.id: item.day for item in status.ended},
        "kommuner": {
            "antal": status.kommuner.count,
            **{f"med_{fact}": len(ids) for fact, ids in status.kommuner.known.items()},
            "venter_på_bekræftelse": status.kommuner.waiting,
            "mangler": status.kommuner.missing,
        },
        "ikke_kontrolleret": {
            "frister": status.unvouched.deadlines.unvouched,
            "beløb": status.unvouched.sums.unvouched,
            "må_jeg_svar": status.unvouched.answers.unvouched,
        },
        "beløb_fra_tidligere_år": status.old_amounts,
        "sidste_udgivelse": status.before[0] if status.before else None,
        "siden_sidste_udgivelse": status.trend,
        "uden_papirvej": status.no_paper,
        "lix": {
            "mindst": status.lix.low,
            "midterst": round(status.lix.middle, 1),
            "højest": status.lix.high,
            f"over_{LIX_LIMIT}": status.lix.hard,
        },
        "blanketter": dict(status.forms),
        "beløb_efter_år": dict(sorted(status.ages.amounts.items())),
        "udsagn_efter_sidens_år": dict(sorted(status.ages.claims.items())),
        f"kun_sider_før_{OLD_BEFORE}": status.ages.old,
    }


def _sorted(entries: Mapping[str, Entry]) -> list[Entry]:
    return [entries[identifier] for identifier in sorted(entries)]
