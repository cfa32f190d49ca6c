"""The full screen of the desk: a field that always has the cursor, hits that follow each letter, and the guide below.

Here goes what is typed, and which key leads where. The visit is `desk.visit`'s; `picture` paints it, `acts` does what
the keys ask for, `printing` makes the paper, `forms` asks. The base lives in a thread of its own (`desk.worker`), so
typing never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static

from blanket.desk import listing
from blanket.desk import visit as desk
from blanket.desk.opening import OpenBase
from blanket.desk.places import acute_words
from blanket.desk.visit import Pane, Visit
from blanket.desk.worker import Worker
from blanket.errors import BlanketError
from blanket.search.words import number_key
from blanket.settings import Settings, load_settings
from blanket.texts import desk as texts
from blanket.texts import finding as finding_texts
from blanket.tui.acts import Acts, started
from blanket.tui.forms import CprCut, Field, Form, KommuneForm
from blanket.tui.keys import ACTS, MENU
from blanket.tui.painting import with_keys
from blanket.tui.picture import Picture
from blanket.tui.printing import Printing

HELP = "?"
_PANES: dict[str, Pane] = {
    "places": "steder",
    "net": "net",
    "crisis": "akut",
    "hotline": "hotline",
    "help": "hjælp",
    "sources": "kilder",
}


class Answered(Message):
    """The thread of the base has an answer, or an error, for what was asked in a lane."""

    def __init__(self, take: Callable[[Any], None], answer: Any) -> None:
        super().__init__()
        self.take, self.answer = take, answer


class Renewed(Message):
    """The files of the base have changed, and it was opened anew."""


class Desk(Screen[None]):
    """The desk."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(act.key, f"act('{act.name}')", show=False, priority=True) for act in (*ACTS, MENU)),
        Binding("f10", "act('menu')", show=False, priority=True),
        Binding("escape", "back", show=False, priority=True),
        Binding("enter", "whole", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("pageup", "scroll(-1)", show=False, priority=True),
        Binding("pagedown", "scroll(1)", show=False, priority=True),
    ]

    def __init__(self, worker: Worker, *, first_time: bool, typed: str = "") -> None:
        super().__init__()
        self._typed_before = typed
        self.visit = Visit()
        self._worker = worker
        self.ready = False
        self.kommune, self.said = "", ""
        self._numbers: frozenset[str] = frozenset()
        self.acts, self.printing, self._picture = Acts(self), Printing(self), Picture(self)
        self._cpr_said = False  # the letters that are left once a CPR number is cut are no new ones
        if first_time and not typed:
            self.visit.pane = "hjælp"

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Horizontal(id="line"):
            yield Static(texts.DESK_FIELD, id="label", markup=False)
            yield Field(id="query")
            yield Static(id="answers", markup=False)
        yield Static(id="rule", markup=False)
        with Container(id="body"):
            yield Static(id="list", markup=False)
            yield Static(id="between", markup=False)
            with VerticalScroll(id="guide", can_focus=False):
                yield Static(id="guide-text", markup=False)
        yield Static(id="foot", markup=False)

    def on_mount(self) -> None:
        field = self.query_one("#query", Field)
        field.focus()
        self.paint()
        if self._typed_before:
            field.insert_text_at_cursor(self._typed_before)
        self.call_after_refresh(self.ask, "start", started, self.take_start)  # the first frame does not wait for it

    # --- Asking the base ----------------------------------------------------------------------------------------------

    def ask(
        self, lane: str, work: Callable[[OpenBase], Any], take: Callable[[Any], None], stops: Collection[str] = ()
    ) -> None:
        """Let the thread of the base do some work; `take` gets what came of it, in the desk's own thread.

        `stops`: lanes whose work nobody waits for any more.
        """

        def done(answer: Any) -> None:
            self.answered(take, answer)

        def failed(error: Exception) -> None:
            self.answered(self.take_error, error)

        self._worker.ask(lane, work, done, failed, stops=stops)

    def answered(self, take: Callable[[Any], None], answer: Any) -> None:
        """From another thread: an answer to be taken in the desk's own."""
        self.post_message(Answered(take, answer))

    def on_answered(self, message: Answered) -> None:
        message.take(message.answer)

    def on_renewed(self) -> None:
        self.ask("start", started, self.take_start)
        self.search_again()

    def take_error(self, error: Exception) -> None:
        """Say what went wrong, where it is looked at."""
        if not isinstance(error, BlanketError):
            raise error
        between = "\n" if "\n" in error.what else " "  # a path on a line of its own stays whole
        said = with_keys(f"{error.what}{between}{error.cure}".strip())
        form = self.app.screen
        if isinstance(form, KommuneForm):
            said = f"{error.what} {texts.DESK_KOMMUNE_AGAIN}"  # the key is what opened it
        (form if isinstance(form, Form) else self).say(said)  # what is said in a form goes with it
        self.printing.stop()
        self.paint()

    def take_start(self, answer: tuple[str, frozenset[str], list[str]]) -> None:
        """What `started` came to."""
        self.kommune, self._numbers, notes = answer
        self.ready = True
        if notes:
            self.say(notes[0])
        self.paint()

    # --- Typing -------------------------------------------------------------------------------------------------------

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value
        if typed != self.query_one("#query", Field).value:
            return  # an older letter: a newer one is on its way
        if not self._cpr_said:
            self.say("")
        self._cpr_said = False
        if typed == HELP:
            self._help_asked()
            return
        if (acute := acute_words(typed)) is not None:
            desk.open_acute(self.visit, typed, acute or None)
            self.paint()
            self.paint_guide()
            return
        is_number = (number_key(typed) or "") in self._numbers
        reading = self.visit.pane != "skærm"
        self._picture.no_guide_yet()
        query = desk.search_for(self.visit, typed, is_number=is_number)
        if query is None:
            self.paint()
            self.paint_guide()
        else:
            if reading:
                self.paint()
            self._search(query, typed)

    def _help_asked(self) -> None:
        """`?` alone in the field is the plain face's word for help."""
        with self.prevent(Input.Changed):
            self.query_one("#query", Field).value = ""
        self._open("hjælp")

    def _search(self, query: str, typed: str) -> None:
        visit = self.visit

        def take(found: Any) -> None:
            if self.visit is visit and visit.query == query:
                desk.take_hits(visit, found)
                self.paint()
                self._picture.guide_soon()

        self.ask("hits", lambda base: listing.hits_typed(base, query, typed), take, stops=("pane",))

    def search_again(self) -> None:
        """The list anew, after the base or the kommune has changed."""
        if self.visit.query:
            self._search(self.visit.query, self.query_one("#query", Field).value)

    @on(CprCut)
    def _cpr_cut(self) -> None:
        self.say(finding_texts.CPR_CUT)
        self._cpr_said = True
        self.paint()

    # --- Painting -----------------------------------------------------------------------------------------------------

    def say(self, sentence: str) -> None:
        """Say something in the line over the guide, the next time it is painted."""
        self.said = sentence

    def paint(self) -> None:
        """Everything but the guide, which comes from the base."""
        self._picture.all_but_guide()

    def paint_guide(self) -> None:
        """What stands beside the list."""
        self._picture.guide()

    @property
    def settings(self) -> Settings:
        """The user's settings, as they were when the desk was opened or last changed here."""
        return self.app.settings  # type: ignore[attr-defined, no-any-return]

    def reload_settings(self) -> None:
        """Take the settings that were just saved."""
        self.app.settings = load_settings()  # type: ignore[attr-defined]

    def on_resize(self) -> None:
        self.paint()
        self.paint_guide()

    def tick(self) -> None:
        """The clock."""
        self._picture.clock()

    # --- Keys ---------------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Another hit; in a text that is being read, another line."""
        if self.visit.pane not in ("skærm", "net"):
            self._scroll_by(by)
            return
        desk.move(self.visit, by)
        self.paint()
        self.paint_guide()

    def action_scroll(self, by: int) -> None:
        """The guide, a page down or up."""
        self._scroll_by(by * max(1, self.query_one("#guide", VerticalScroll).size.height - 2))

    def _scroll_by(self, lines: int) -> None:
        guide = self.query_one("#guide", VerticalScroll)
        guide.scroll_to(y=guide.scroll_y + lines, animate=False)
        self.call_after_refresh(self._picture.edge)

    def action_back(self) -> None:
        """One step back; never the end of the desk."""
        typed = desk.back(self.visit)
        if typed is not None:
            with self.prevent(Input.Changed):
                self.query_one("#query", Field).value = typed
                self.query_one("#query", Field).cursor_position = len(typed)
        self.say("")
        self.paint()
        self.paint_guide()

    def action_whole(self) -> None:
        """The whole guide of what is chosen."""
        if self.visit.pane == "hjælp":
            self.action_back()
        elif self.visit.chosen:
            self._open("alt")

    def action_act(self, name: str) -> None:
        """What a key, a letter behind Tab or a click asks for."""
        self.say("")
        if name in _PANES:
            self._open(_PANES[name])
        else:
            getattr(self.acts, name)()

    def _open(self, pane: Pane) -> None:
        desk.open_pane(self.visit, pane)
        self.paint()
        self.paint_guide()

    def on_click(self, event: events.Click) -> None:
        if event.widget is self.query_one("#list", Static):
            rows = self.query_one("#list", Static).size.height
            first = max(0, self.visit.marked - rows + 1) if self.visit.marked >= rows else 0
            if desk.choose(self.visit, first + event.y + 1):
                self.paint()
                self.paint_guide()
        elif event.widget is self.query_one("#answers", Static):
            self.acts.mitid()
