"""What stands on the desk's full screen: the visit, painted into its parts when something has changed.

Here goes when a part is painted anew and how wide it is; how a line looks stands in `painting`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from blanket import texts
from blanket.desk import listing
from blanket.desk import visit as desk
from blanket.guide.days.hours import now
from blanket.settings import ROLES
from blanket.tui import painting

if TYPE_CHECKING:
    from blanket.tui.screen import Desk

WIDE = 110  # columns from which list and guide stand side by side
TALL = 32  # rows from which all hits have room above the guide
LIST_ROWS, TALL_LIST_ROWS = 5, 8
GUIDE_SECONDS = 0.06  # after the last letter


class Picture:
    """The parts of one desk's screen."""

    def __init__(self, on: Desk) -> None:
        self._desk = on
        self._soon: Timer | None = None

    def all_but_guide(self) -> None:
        """Everything but the guide, which comes from the base."""
        width, height = self._desk.app.size
        visit = self._desk.visit
        wide = width >= WIDE
        self._desk.set_class(wide, "wide")
        self._desk.set_class(height >= TALL, "tall")
        self._desk.set_class(visit.pane != "skærm", "reading")
        moment = now()
        role = texts.ROLE_NAMES[self._desk.settings.role or ROLES[0]]
        self._desk.query_one("#head", Static).update(Content(painting.head(self._desk.kommune, role, moment, width)))
        self._desk.query_one("#answers", Static).update(Content(painting.answers(visit)))
        self._desk.query_one("#rule", Static).update(
            Content(painting.rule(width, self._desk.said or painting.doubt(visit)))
        )
        self._desk.query_one("#between", Static).update(Content(painting.rule(width)))
        list_width = width * 2 // 5 if wide else width
        rows = height - 5 if wide else TALL_LIST_ROWS if height >= TALL else LIST_ROWS
        self._desk.query_one("#list", Static).update(painting.hit_list(visit, rows, list_width, ready=self._desk.ready))
        self._desk.query_one("#foot", Static).update(painting.foot(width, reading=visit.pane != "skærm"))

    def guide(self) -> None:
        visit, width = self._desk.visit, self._guide_width()
        if visit.pane == "hjælp":
            self._show(Content(painting.help_text(self._desk.settings.hide_minutes)))
            return
        wanted = listing.beside(visit)
        if wanted.id is None and visit.pane in desk.OF_ENTRY:
            self._show(Content(""))
            return

        def take(rows: Any) -> None:
            if listing.beside(self._desk.visit) == wanted:
                self._show(painting.rows_content(rows))

        self._desk.ask("pane", lambda base: listing.pane_rows(base, wanted, width), take)

    def guide_soon(self) -> None:
        """The guide once the next letter has had its chance: no list waits behind a guide that nobody reads."""
        if self._soon:
            self._soon.stop()
        self._soon = self._desk.set_timer(GUIDE_SECONDS, self.guide)

    def _show(self, content: Content) -> None:
        self._desk.query_one("#guide-text", Static).update(content)
        self._desk.query_one("#guide", VerticalScroll).scroll_home(animate=False)

    def _guide_width(self) -> int:
        width = self._desk.app.size.width
        beside = width >= WIDE and self._desk.visit.pane == "skærm"
        return max(20, min(100, width - width * 2 // 5 - 3 if beside else width - 1))

    def clock(self) -> None:
        role = texts.ROLE_NAMES[self._desk.settings.role or ROLES[0]]
        said = painting.head(self._desk.kommune, role, now(), self._desk.app.size.width)
        head = self._desk.query_one("#head", Static)
        if str(head.content) != said:
            head.update(Content(said))
