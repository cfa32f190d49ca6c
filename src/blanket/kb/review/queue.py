"""Which pages are to be read, and in which order, with what rests on each in all entries.

Here goes the choosing. First what staff reported, then what is wrong or whose page has changed, is dead or has moved,
then what is due, then what nobody has looked at yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from blanket.kb.base import Base
from blanket.kb.format.model import Entry, Municipality
from blanket.kb.layers.laying import laid_for
from blanket.kb.review.answers import KNOWLEDGE, Answers
from blanket.kb.review.due import due
from blanket.kb.review.page_states import PageState
from blanket.kb.review.statements import Statement, pages_of, statements
from blanket.kb.rules.free_text import AMOUNT, YEAR


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. `due`: only entries that are. `subject`: only of this. `amounts`: only sums, old years first.

    `changed`: only pages that have changed, are dead or have moved.
    """

    due: bool = False
    subject: str = ""
    amounts: bool = False
    changed: bool = False


@dataclass(slots=True)
class Page:
    """A page to be read. `tied`: what rests on it. `loose`: what its entries say that rests on no page yet.

    `why`: reported, wrong, changed, due or new: what brought it here.
    """

    page: str
    why: str = "new"
    tied: list[Statement] = field(default_factory=list)
    loose: list[Statement] = field(default_factory=list)
    state: PageState | None = None

    @property
    def ids(self) -> list[str]:
        """The entries that rest on it, each once."""
        return list(dict.fromkeys(item.id for item in (*self.tied, *self.loose)))


WHY = ("reported", "wrong", "changed", "due", "new")


@dataclass(slots=True)
class Review:
    """Everything that can be reviewed in a base. `stated`: id -> what the entry says, as the own kommune has it."""

    base: Base
    kommune: Municipality | None
    answers: Answers
    states: Mapping[str, PageState]
    today: date
    stated: dict[str, list[Statement]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for identifier in sorted(self.base.entries):
            self.look_again(identifier)

    def look_again(self, identifier: str) -> None:
        """Take an entry's statements anew, after an edit or a tie."""
        entry = self.base.entries.get(identifier)
        self.stated[identifier] = statements(laid_for(entry, self.kommune).entry, self.answers.known) if entry else []

    def is_open(self, item: Statement) -> bool:
        """Whether a statement waits for somebody. A page that has changed since opens what rests on it again."""
        return self.answers.state(item, self.today) != "stands" or self._overtaken(item)

    def complete(self, identifier: str) -> bool:
        """Whether everything that an entry says was answered, and stands."""
        items = self.stated[identifier]
        return bool(items) and not any(map(self.is_open, items))

    def _overtaken(self, item: Statement) -> bool:
        state = self.states.get(item.page)
        return state is not None and state.wants_a_look and self.answers.day_of(item).isoformat() < state.day

    def pages(self, wanted: Wanted, reported: Collection[str] = ()) -> list[Page]:
        """The pages to be read, the most pressing first. `reported`: ids that staff reported an error in."""
        found: dict[str, Page] = {}
        for entry in self._entries(wanted):
            for item in self.stated[entry.id]:
                if self._asked(item, wanted) and item.page:
                    self._page(found, item.page).tied.append(item)
            self._place_loose(entry, found, wanted)
        for page in found.values():
            page.why = self._why(page, reported)
        kept = [page for page in found.values() if page.tied or page.loose]
        if wanted.changed:
            kept = [page for page in kept if page.why == "changed"]
        if wanted.amounts:
            return sorted(kept, key=lambda page: (min(map(year_of, page.tied)), page.page))
        return sorted(kept, key=lambda page: (WHY.index(page.why), -len(page.tied), page.page))

    def _entries(self, wanted: Wanted) -> Iterator[Entry]:
        for identifier, entry in sorted(self.base.entries.items()):
            if wanted.subject and getattr(entry, "subject", None) != wanted.subject:
                continue
            if wanted.due and not due(entry, self.today):
                continue
            if self.stated[identifier]:
                yield entry

    def _asked(self, item: Statement, wanted: Wanted) -> bool:
        if wanted.amounts:
            if not (AMOUNT.search(item.text) or item.year):
                return False
            return self.answers.state(item, self.today, since=date(self.today.year, 1, 1)) != "stands"
        return self.is_open(item)

    def _place_loose(self, entry: Entry, found: dict[str, Page], wanted: Wanted) -> None:
        """Put what rests on no page yet under one page of its entry, so that it is shown once."""
        loose = [item for item in self.stated[entry.id] if not item.page and self.is_open(item)]
        if wanted.amounts or wanted.changed or not loose:
            return
        pages = pages_of(entry) or [item.page for item in self.stated[entry.id] if item.page]
        here = next((page for page in pages if page in found), pages[0] if pages else KNOWLEDGE)
        self._page(found, here).loose += loose

    def _page(self, found: dict[str, Page], page: str) -> Page:
        return found.setdefault(page, Page(page, state=self.states.get(page)))

    def _why(self, page: Page, reported: Collection[str]) -> str:
        if any(identifier in reported for identifier in page.ids):
            return "reported"
        if any(self.answers.state(item, self.today) == "wrong" for item in page.tied):
            return "wrong"
        if page.state and page.state.wants_a_look:
            return "changed"
        if any(due(self.base.entries[identifier], self.today) for identifier in page.ids):
            return "due"
        return "new"


def year_of(item: Statement) -> int:
    """The year that an amount is for: its key's, else the last that its text names; 0 when nobody says."""
    return item.year or max(map(int, YEAR.findall(item.text)), default=0)
