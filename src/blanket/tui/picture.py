"""What stands on the desk's full screen: the visit, painted into its parts when something has changed.

Here goes when a part is painted anew and how wide it is; how a line looks stands in `painting`. A letter must be on the
screen at once, so a part that has not changed is left alone, and only the guide may change the layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from blanket.desk import listing
from blanket.desk import visit as desk
from blanket.guide.days.clock import now
from blanket.settings import ROLES
from blanket.texts import desk as texts_desk
from blanket.texts import screens as texts
from blanket.tui import painting

if TYPE_CHECKING:
    from blanket.tui.screen import Desk

WIDE = 110  # columns from which list and guide stand side by side
TALL = 32  # rows from which all hits have room above the guide
LIST_ROWS, TALL_LIST_ROWS = 5, 8
GUIDE_SECONDS = 0.12  # after the last list: who types on sees no guide, and no letter waits behind one


class Picture:
    """The parts of one desk's screen."""

    def __init__(self, on: Desk) -> None:
        self._desk = on
        self._soon: Timer | None = None
        self._shown: dict[str, Content] = {}
        self._rows = 0  # of the guide

    def all_but_guide(self) -> None:
        """Everything but the guide, which comes from the base."""
        width, height = self._desk.app.size
        visit = self._desk.visit
        reading, wide = visit.pane != "skærm", width >= WIDE
        for name, is_so in (("wide", wide), ("tall", height >= TALL), ("reading", reading)):
            if self._desk.has_class(name) is not is_so:
                self._desk.set_class(is_so, name)
        self.clock()
        self._put("answers", Content(painting.answers(visit) if wide else ""), layout=True)  # its room is the field's
        self._put("rule", Content(painting.rule(width, self._desk.said or painting.doubt(visit, width))), layout=True)
        self.edge()
        if not reading:
            list_width = width * 2 // 5 if wide else width
            rows = height - 5 if wide else TALL_LIST_ROWS if height >= TALL else LIST_ROWS
            self._put("list", painting.hit_list(visit, rows, list_width, ready=self._desk.ready))
        self._foot()

    def _foot(self) -> None:
        visit = self._desk.visit
        linked = bool(visit.pane == "alt" and visit.listed)
        content = painting.foot(self._desk.app.size.width, reading=visit.pane != "skærm", linked=linked)
        self._put("foot", content)

    def edge(self) -> None:
        """The line over the guide; whether the guide goes on below the screen stands in it."""
        width = self._desk.app.size.width
        guide = self._desk.query_one("#guide", VerticalScroll)
        more = texts_desk.DESK_MORE_BELOW if self._rows > round(guide.scroll_target_y) + guide.size.height else ""
        self._put("between", Content(painting.rule(width, painting.answers(self._desk.visit), more)))

    def guide(self) -> None:
        """What stands in the guide's place: it is asked of the base, and shown if it is still wanted then."""
        if self._soon:
            self._soon.stop()
        visit, width = self._desk.visit, self._guide_width()
        if visit.pane == "hjælp":
            self._show(Content(painting.help_text(self._desk.settings.hide_minutes)))
            return
        wanted = listing.beside(visit, linked=visit.pane == "alt")
        if wanted.id is None and visit.pane in desk.OF_ENTRY:
            self._show(Content(""))
            return

        def take(shown: Any) -> None:
            now = self._desk.visit
            if listing.beside(now, linked=now.pane == "alt") == wanted:
                rows, numbered = shown
                if wanted.pane not in desk.OF_ENTRY or wanted.linked:
                    self._desk.visit.listed = numbered
                    self._foot()
                self._show(painting.rows_content(rows))

        self._desk.ask("pane", lambda base: listing.pane(base, wanted, width), take)

    def guide_soon(self) -> None:
        """The guide once the next letter has had its chance."""
        if self._soon:
            self._soon.stop()
        self._soon = self._desk.set_timer(GUIDE_SECONDS, self.guide)

    def no_guide_yet(self) -> None:
        """A new letter came: no guide is begun before its list is there."""
        if self._soon:
            self._soon.stop()

    def clock(self) -> None:
        """The first line: whose desk it is, and the time."""
        role = texts.ROLE_NAMES[self._desk.settings.role or ROLES[0]]
        self._put("head", Content(painting.head(self._desk.kommune, role, now(), self._desk.app.size.width)))

    def _put(self, part: str, content: Content, *, layout: bool = False) -> None:
        """Paint a part whose size is fixed, when it has changed."""
        if self._is_new(part, content):
            self._desk.query_one(f"#{part}", Static).update(content, layout=layout)

    def _show(self, content: Content) -> None:
        self._rows = content.plain.count("\n") + 1 if content.plain else 0
        if self._is_new("guide-text", content):
            self._desk.query_one("#guide-text", Static).update(content)
        self._desk.query_one("#guide", VerticalScroll).scroll_home(animate=False)
        self._desk.call_after_refresh(self.edge)

    def _is_new(self, part: str, content: Content) -> bool:
        before, self._shown[part] = self._shown.get(part), content
        return before is None or not before.is_same(content)

    def _guide_width(self) -> int:
        width = self._desk.app.size.width
        beside = width >= WIDE and self._desk.visit.pane == "skærm"
        return max(20, min(100, width - width * 2 // 5 - 3 if beside else width - 1))
