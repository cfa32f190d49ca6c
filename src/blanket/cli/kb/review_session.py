"""A review at the keyboard: pages are opened, what rests on them is shown, and each key is kept before the next.

Here goes the asking. What is asked stands in `blanket.kb.review.queue`, what an answer writes in `answers` and
`blanket.kb.editing.reviewed`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from blanket.cli.keys import STOP, read_key
from blanket.cli.outcome import Outcome, tell, width
from blanket.desk.reports import Report, read_reports, settle_report
from blanket.errors import BlanketError
from blanket.guide.screens.review_screen import loose_lines, page_head, short_page, statement_lines
from blanket.kb.base import load
from blanket.kb.editing.checked import own_kommune
from blanket.kb.editing.reviewed import write_new_address, write_settled
from blanket.kb.review.answers import KNOWLEDGE, read_answers
from blanket.kb.review.page_states import DEAD, MOVED, read_states
from blanket.kb.review.queue import Page, Review, Wanted
from blanket.kb.review.readings import MENDED, STANDS, TIED, UNCERTAIN, read_log
from blanket.kb.review.statements import Statement, pages_of
from blanket.texts import review as texts

SHOWN = 10  # lines that cannot be used
_VERDICTS = {"j": STANDS, "u": STANDS, "n": UNCERTAIN}


def review_of(own: Path, folders: Sequence[Path], progress: Callable[[int, int], None] | None = None) -> Review:
    """Everything that can be reviewed in some folders, with the answers of the own one."""
    base = load(folders, progress=progress)
    answers = read_answers(own, base.former, read_log(folders))
    return Review(base, own_kommune(base), answers, read_states(own), date.today())


class Session:
    """One sitting. `by`: who vouches for what becomes complete. `pages`: what waited when it began."""

    def __init__(self, review: Review, own: Path, folders: Sequence[Path], wanted: Wanted, *, opens: bool) -> None:
        self._review, self._own, self._folders, self._opens = review, own, folders, opens
        self._named = [*(folder for folder in folders[1:] if folder != own), own]
        narrow = wanted != Wanted()
        self.reports = [] if narrow else list(read_reports())
        self.pages = review.pages(wanted, {said.id for said in self.reports})
        self.by: str | None = None
        self._answered = self._pages_done = 0
        self._vouched: list[str] = []
        self._wrong: list[str] = []
        self._stopped = False

    def run(self) -> None:
        """Ask until all is answered or somebody has had enough. Raises BlanketError when an answer cannot be kept."""
        self._settle(None)  # what a killed run left undone
        self._report([said for said in self.reports if said.id not in self._review.base.entries])
        for number, page in enumerate(self.pages, 1):
            if self._stopped:
                break
            self._one_page(page, number)

    def outcome(self) -> Outcome:
        """What came of it."""
        left = len(self.pages) - self._pages_done
        lines = [
            texts.REVIEW_DONE.format(
                count=self._answered, pages=self._pages_done, vouched=len(self._vouched), left=left
            )
        ]
        if self._wrong:
            lines.append(texts.REVIEW_WRONG.format(count=len(self._wrong), id=self._wrong[0]))
        if self._stopped:
            lines.append(texts.REVIEW_STOPPED)
        return Outcome(text="\n".join(lines), notes=self.notes if self.by else [*self.notes, texts.REVIEW_NO_NAME])

    @property
    def notes(self) -> list[str]:
        """What cannot be used of the answers that are kept."""
        broken = self._review.answers.broken
        if not broken:
            return []
        return [*map(str, broken[:SHOWN]), texts.REVIEW_LINES_BROKEN.format(count=len(broken))]

    def _one_page(self, page: Page, number: int) -> None:
        items = [item for item in (*page.tied, *page.loose) if self._review.is_open(self._fresh(item))]
        if not items:
            self._pages_done += 1
            return
        self._say(["", *page_head(page, number, len(self.pages), width())])
        self._open(page)
        self._report([said for said in self.reports if said.id in page.ids])
        self._moved(page)
        entry, legend = "", ""
        total = len(items)
        skipped = False
        while items and not self._stopped:
            item = items.pop(0)
            asked = total - len(items)
            is_loose = not self._fresh(item).page
            if item.id != entry or (is_loose and legend != texts.KEYS_LOOSE):
                self._head(item, page, is_loose)
            keys = texts.KEYS_LOOSE if is_loose else texts.KEYS
            self._say([*statement_lines(item, asked, total, width()), *([keys] if keys != legend else [])])
            entry, legend = item.id, keys
            key = self._answer(item, page, is_loose, items)
            skipped = skipped or key in ("s", STOP)
        if not self._stopped:
            self._pages_done += not skipped
            self._settle(page.ids)

    def _head(self, item: Statement, page: Page, is_loose: bool) -> None:
        title = getattr(self._review.base.entries[item.id], "title", item.id)
        if is_loose:
            self._say(["", *loose_lines(title, self._others(item, page), width())])
        else:
            self._say(["", f"{title} ({item.id})"])

    def _others(self, item: Statement, page: Page) -> list[str]:
        """The other pages of an entry: those that a text can be tied to by a number."""
        return [one for one in pages_of(self._review.base.entries[item.id]) if one != page.page][:9]

    def _answer(self, item: Statement, page: Page, is_loose: bool, items: list[Statement]) -> str:
        others = self._others(item, page) if is_loose else []
        choices = {"j", "n", "r", "s", STOP} | ({"u"} if is_loose else set())
        if page.page == KNOWLEDGE:
            choices -= {"j"}
        key = read_key(choices | {str(number) for number in range(1, len(others) + 1)})
        if key == STOP:
            self._stopped = True
        elif key.isdecimal():
            self._tie(item, others[int(key) - 1])
        elif key == "r":
            self._mend(item, page, items)
        elif key in _VERDICTS:
            where = KNOWLEDGE if key == "u" else page.page
            self._keep(item, _VERDICTS[key], where, texts.NOTE_WRONG if key == "n" else "")
            if key == "n":
                self._wrong.append(item.id)
        if key in texts.ANSWERED and key != "r":
            self._say([f"    {texts.ANSWERED[key]}"])
        return key

    def _keep(self, item: Statement, verdict: str, page: str, note: str = "") -> None:
        self._review.answers.keep(item, verdict, page, self._review.today, note)
        self._review.look_again(item.id)
        self._answered += 1

    def _tie(self, item: Statement, page: str) -> None:
        """Put a text under another page of its entry: there it is asked about, now or another day."""
        self._review.answers.keep(item, TIED, page, self._review.today)
        self._review.look_again(item.id)
        tied = self._fresh(item)
        later = next((one for one in self.pages if one.page == page), None)
        if later:
            later.tied.append(tied)
        self._say([f"    {texts.TIED.format(page=short_page(page))}"])

    def _mend(self, item: Statement, page: Page, items: list[Statement]) -> None:
        """Open the entry. What differs at the same place afterwards counts as mended; the rest is asked about."""
        self._open_entry(item.id)
        self._review.base = load(self._folders)
        self._review.kommune = own_kommune(self._review.base)
        self._review.look_again(item.id)
        now = self._fresh(item)
        if now.marks != item.marks:
            self._keep(now, MENDED, page.page, texts.NOTE_MENDED)
            self._say([f"    {texts.ANSWERED['r']}"])
        else:  # nothing has been answered
            items.insert(0, now)
        fresh = {one.at: one for one in self._review.stated[item.id]}
        items[:] = [fresh.get(one.at, one) if one.id == item.id else one for one in items]

    def _open_entry(self, identifier: str) -> None:
        """What `kb ret` does with an entry: one's own is opened, for a shared one the layer is offered first."""
        from blanket.cli.kb.ret import ret

        try:
            self._say([ret([identifier], kb=self._named).text])
        except BlanketError as error:
            self._say([error.what, error.cure])

    def _fresh(self, item: Statement) -> Statement:
        """The statement as it is known now: an answer or an edit may have tied it to a page, or changed it."""
        return next((one for one in self._review.stated[item.id] if one.at == item.at), item)

    def _report(self, reports: Sequence[Report]) -> None:
        """Show what staff reported; a key says whether it is settled."""
        for said in reports:
            if self._stopped:
                return
            line = texts.REPORTED if said.linje else texts.REPORTED_LINELESS
            shown = line.format(day=said.dag, line=said.linje, because=said.forkert_fordi or said.søgning)
            known = said.id in self._review.base.entries
            self._say(["", shown, texts.REPORT_KEYS])
            key = read_key({"k", "s", STOP} | ({"r"} if known else set()))
            if key == "r":
                self._open_entry(said.id)
                self._review.base = load(self._folders)
                self._review.look_again(said.id)
                key = "k"
            if key == "k":
                settle_report(said)
            self._stopped = key == STOP
            self.reports = [one for one in self.reports if one is not said]

    def _moved(self, page: Page) -> None:
        """Offer to write a page's new address into the own entries."""
        if self._stopped or not page.state or page.state.state != MOVED or not page.state.moved_to:
            return
        self._say([f"{texts.KEYS_MOVED}   s {texts.ANSWERED['s']}"])
        key = read_key({"f", "s", STOP})
        self._stopped = key == STOP
        if key == "f":
            count = write_new_address(self._review, self._own, page.page, page.state.moved_to)
            self._say([texts.MOVED_WRITTEN.format(count=count) if count else texts.MOVED_NOWHERE])

    def _open(self, page: Page) -> None:
        if not self._opens or not page.page.startswith("http") or (page.state and page.state.state == DEAD):
            return
        import webbrowser

        address = page.state.moved_to if page.state and page.state.moved_to else page.page
        try:
            opened = webbrowser.open(address)
        except (webbrowser.Error, OSError):
            opened = False
        self._say([texts.PAGE_OPENED if opened else texts.PAGE_NOT_OPENED])

    def _settle(self, ids: Sequence[str] | None) -> None:
        done = write_settled(self._review, self._own, self.by, ids)
        self._vouched += done.vouched
        if done.vouched:
            self._say([texts.VOUCHED_NOW.format(ids=", ".join(done.vouched))])

    def _say(self, lines: Sequence[str]) -> None:
        tell("\n".join(line for line in lines if line is not None))
