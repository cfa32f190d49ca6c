"""The full screen of the desk: a field that always has the cursor, hits that follow each letter, and the guide below.

Here goes when something is painted and what each key does. The visit is `desk.visit`'s, how a line looks stands in
`painting`, what is asked in `forms`. The base lives in a thread of its own (`desk.worker`), so typing never waits.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from blanket import texts
from blanket.desk import choosing, listing, paper, reports, tally
from blanket.desk import visit as desk
from blanket.desk.last_search import forget
from blanket.desk.opening import OpenBase, chosen_municipality
from blanket.desk.paper_files import sweep
from blanket.desk.visit import Pane, Visit
from blanket.desk.worker import Worker
from blanket.errors import BlanketError
from blanket.guide.days.dates import parse_day, said_date
from blanket.guide.days.hours import now
from blanket.search import lookup
from blanket.search.words import number_key
from blanket.settings import ROLES, load_settings
from blanket.tui import painting
from blanket.tui.covers import Hidden, Turned
from blanket.tui.forms import Basket, CprCut, Field, Form, KommuneForm, Menu, PrintForm, Question, ReportForm
from blanket.tui.keys import ACTS, MENU, keys_said

WIDE = 110  # columns from which list and guide stand side by side
TALL = 32  # rows from which all hits have room above the guide
LIST_ROWS, TALL_LIST_ROWS = 5, 8
TICK_SECONDS = 5.0
GUIDE_SECONDS = 0.06  # after the last letter
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

    def __init__(self, worker: Worker, *, first_time: bool) -> None:
        super().__init__()
        self.visit = Visit()
        self._worker = worker
        self._ready = False
        self._kommune, self._said = "", ""
        self._numbers: frozenset[str] = frozenset()
        self._sheet: paper.Sheet | None = None
        self._print_now = False
        self._soon: Timer | None = None
        self._cpr_said = False  # the letters that are left once a CPR number is cut are no new ones
        if first_time:
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
        self.query_one("#query", Field).focus()
        self._paint()
        self.call_after_refresh(self._ask, "start", _started, self._take_start)  # the first frame does not wait for it

    # --- Asking the base ----------------------------------------------------------------------------------------------

    def _ask(self, lane: str, work: Callable[[OpenBase], Any], take: Callable[[Any], None]) -> None:
        def done(answer: Any) -> None:
            self.post_message(Answered(take, answer))

        def failed(error: Exception) -> None:
            self.post_message(Answered(self._take_error, error))

        self._worker.ask(lane, work, done, failed)

    def on_answered(self, message: Answered) -> None:
        message.take(message.answer)

    def on_renewed(self) -> None:
        self._ask("start", _started, self._take_start)
        self._search_again()

    def _take_error(self, error: Exception) -> None:
        if not isinstance(error, BlanketError):
            raise error
        self._say(f"{error.what} {error.cure}".strip())
        if isinstance(self.app.screen, Form):
            self.app.screen.say(f"{error.what} {error.cure}".strip())
        self._print_now = False
        self._paint()

    def _take_start(self, started: tuple[str, frozenset[str], list[str]]) -> None:
        self._kommune, self._numbers, notes = started
        self._ready = True
        if notes:
            self._say(notes[0])
        self._paint()

    # --- Typing -------------------------------------------------------------------------------------------------------

    @on(Input.Changed, "#query")
    def _typed(self, event: Input.Changed) -> None:
        typed = event.value
        if typed != self.query_one("#query", Field).value:
            return  # an older letter: a newer one is on its way
        if not self._cpr_said:
            self._say("")
        self._cpr_said = False
        is_number = (number_key(typed) or "") in self._numbers
        reading = self.visit.pane != "skærm"
        query = desk.search_for(self.visit, typed, is_number=is_number)
        if query is None:
            self._paint()
            self._paint_guide()
        else:
            if reading:
                self._paint()
            self._search(query, typed)

    def _search(self, query: str, typed: str) -> None:
        visit = self.visit

        def take(found: Any) -> None:
            if self.visit is visit and visit.query == query:
                desk.take_hits(visit, found)
                self._paint()
                self._paint_guide_soon()

        self._ask("hits", lambda base: listing.hits_typed(base, query, typed), take)

    def _search_again(self) -> None:
        if self.visit.query:
            self._search(self.visit.query, self.query_one("#query", Field).value)

    @on(CprCut)
    def _cpr_cut(self) -> None:
        self._say(texts.CPR_CUT)
        self._cpr_said = True
        self._paint()

    # --- Painting -----------------------------------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        self._said = sentence

    def _paint(self) -> None:
        """Everything but the guide, which comes from the base."""
        width, height = self.app.size
        visit = self.visit
        wide = width >= WIDE
        self.set_class(wide, "wide")
        self.set_class(height >= TALL, "tall")
        self.set_class(visit.pane != "skærm", "reading")
        moment = now()
        role = texts.ROLE_NAMES[self.app_settings.role or ROLES[0]]
        self.query_one("#head", Static).update(Content(painting.head(self._kommune, role, moment, width)))
        self.query_one("#answers", Static).update(Content(painting.answers(visit)))
        self.query_one("#rule", Static).update(Content(painting.rule(width, self._said or painting.doubt(visit))))
        self.query_one("#between", Static).update(Content(painting.rule(width)))
        list_width = width * 2 // 5 if wide else width
        rows = height - 5 if wide else TALL_LIST_ROWS if height >= TALL else LIST_ROWS
        self.query_one("#list", Static).update(painting.hit_list(visit, rows, list_width, ready=self._ready))
        self.query_one("#foot", Static).update(painting.foot(width, reading=visit.pane != "skærm"))

    @property
    def app_settings(self) -> Any:
        """The user's settings, as they were when the desk was opened or last changed here."""
        return self.app.settings  # type: ignore[attr-defined]

    def _paint_guide(self) -> None:
        visit, width = self.visit, self._guide_width()
        if visit.pane == "hjælp":
            self._show(Content(painting.help_text(self.app_settings.hide_minutes)))
            return
        wanted = listing.beside(visit)
        if wanted.id is None and visit.pane in desk.OF_ENTRY:
            self._show(Content(""))
            return

        def take(rows: Any) -> None:
            if listing.beside(self.visit) == wanted:
                self._show(painting.rows_content(rows))

        self._ask("pane", lambda base: listing.pane_rows(base, wanted, width), take)

    def _paint_guide_soon(self) -> None:
        """The guide once the next letter has had its chance: no list waits behind a guide that nobody reads."""
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(GUIDE_SECONDS, self._paint_guide)

    def _show(self, content: Content) -> None:
        self.query_one("#guide-text", Static).update(content)
        self.query_one("#guide", VerticalScroll).scroll_home(animate=False)

    def _guide_width(self) -> int:
        width = self.app.size.width
        beside = width >= WIDE and self.visit.pane == "skærm"
        return max(20, min(100, width - width * 2 // 5 - 3 if beside else width - 1))

    def on_resize(self) -> None:
        self._paint()
        self._paint_guide()

    def tick(self) -> None:
        """The clock."""
        self._paint_head_only()

    def _paint_head_only(self) -> None:
        role = texts.ROLE_NAMES[self.app_settings.role or ROLES[0]]
        said = painting.head(self._kommune, role, now(), self.app.size.width)
        head = self.query_one("#head", Static)
        if str(head.content) != said:
            head.update(Content(said))

    # --- Keys ---------------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Another hit; in a text that is being read, another line."""
        if self.visit.pane not in ("skærm", "net"):
            self._scroll_by(by)
            return
        desk.move(self.visit, by)
        self._paint()
        self._paint_guide()

    def action_scroll(self, by: int) -> None:
        """The guide, a page down or up."""
        self._scroll_by(by * max(1, self.query_one("#guide", VerticalScroll).size.height - 2))

    def _scroll_by(self, lines: int) -> None:
        guide = self.query_one("#guide", VerticalScroll)
        guide.scroll_to(y=guide.scroll_y + lines, animate=False)

    def action_back(self) -> None:
        """One step back; never the end of the desk."""
        if desk.back(self.visit):
            with self.prevent(Input.Changed):
                self.query_one("#query", Field).value = ""
        self._say("")
        self._paint()
        self._paint_guide()

    def action_whole(self) -> None:
        """The whole guide of what is chosen."""
        if self.visit.pane == "hjælp":
            self.action_back()
        elif self.visit.chosen:
            self._open("alt")

    def action_act(self, name: str) -> None:
        """What a key, a letter behind Tab or a click asks for."""
        self._say("")
        if name in _PANES:
            self._open(_PANES[name])
        else:
            getattr(self, f"_do_{name}")()

    def _open(self, pane: Pane) -> None:
        desk.open_pane(self.visit, pane)
        self._paint()
        self._paint_guide()

    def on_click(self, event: events.Click) -> None:
        if event.widget is self.query_one("#list", Static):
            rows = self.query_one("#list", Static).size.height
            first = max(0, self.visit.marked - rows + 1) if self.visit.marked >= rows else 0
            if desk.choose(self.visit, first + event.y + 1):
                self._paint()
                self._paint_guide()
        elif event.widget is self.query_one("#answers", Static):
            self._do_mitid()

    def _do_menu(self) -> None:
        def chosen(letter: str | None) -> None:
            if letter:
                self.action_act(next(act.name for act in ACTS if act.letter == letter))

        self.app.push_screen(Menu(), chosen)

    def _do_close(self) -> None:
        self._count(self.app.exit)

    def _do_mitid(self) -> None:
        self.visit.mitid = desk.next_answer(self.visit.mitid)
        self._paint()
        self._paint_guide()

    def _do_together(self) -> None:
        self.visit.together = desk.next_answer(self.visit.together)
        self._paint()
        self._paint_guide()

    def _do_put(self) -> None:
        hit = self.visit.chosen
        if hit is None:
            self._say(texts.LINES_NO_CHOICE)
        elif desk.put_in_basket(self.visit, hit):
            self._say(texts.DESK_IN_BASKET.format(title=hit.title))
        else:
            self._say(texts.DESK_TWICE_IN_BASKET)
        self._paint()

    def _do_basket(self) -> None:
        if not self.visit.basket:
            self._say(texts.DESK_BASKET_EMPTY.format(key=keys_said()["put"]))
            self._paint()
            return

        def answered(yes: bool | None) -> None:
            self._paint()
            if yes:
                self._print(whole_basket=True)

        visit = self.visit
        self.app.push_screen(
            Basket(lambda: list(visit.basket.values()), lambda number: desk.take_out(visit, number)), answered
        )

    def _do_next(self) -> None:
        if not desk.asks_before_next(self.visit):
            self.new_visit()
            return
        self.app.push_screen(Question(texts.DESK_ASK_NEW), lambda yes: self.new_visit() if yes else None)

    def new_visit(self) -> None:
        """Forget the citizen: the field, the list, the basket, what was agreed, and the numbers of earlier searches."""
        self._count()
        self.visit = Visit()
        self._sheet = None
        forget()
        sweep()
        with self.prevent(Input.Changed):
            self.query_one("#query", Field).value = ""
        self._say(texts.DESK_NEW_VISIT)
        self._paint()
        self._paint_guide()

    def _count(self, then: Callable[[], object] = bool) -> None:
        """Count the visit that ends, when visits are counted; `then` is called when that is done."""
        visit = self.visit
        if not self.app_settings.tally or not tally.is_counted(visit):
            then()
            return

        def keep(entries: set[str]) -> None:
            try:
                tally.keep_visit(date.today(), entries, visit.unanswered)
            except BlanketError as error:
                self._say(error.what)
            then()

        self._ask(f"tally {id(visit)}", lambda base: tally.countable(base, visit), keep)

    def _do_hide(self) -> None:
        self.app.push_screen(Hidden())

    def _do_turn(self) -> None:
        ids = desk.for_paper(self.visit, whole_basket=False)
        asked = paper.wanted(self.visit, ids)

        def turn(text: str) -> None:
            self.app.push_screen(Turned(text))

        self._ask("turn", lambda base: paper.read_together(base, asked), turn)

    def _do_kommune(self) -> None:
        def choose(name: str, form: KommuneForm) -> None:
            def chosen(found: Any) -> None:
                choosing.choose_municipality(found)
                self.app.settings = load_settings()  # type: ignore[attr-defined]
                form.dismiss(None)
                self._ask("start", _started, self._take_start)
                self._search_again()
                self._paint_guide()

            self._ask("kommune", lambda base: chosen_municipality(base, name), chosen)

        self.app.push_screen(KommuneForm(choose))

    def _do_report(self) -> None:
        hit = self.visit.chosen
        query = "" if hit else self.visit.query

        def made(line: str, because: str) -> reports.Report:
            return reports.report(date.today(), hit.id if hit else "", line, because, query)

        def keep(said: reports.Report | None) -> None:
            if said:
                try:
                    reports.keep_report(said)
                except BlanketError as error:
                    self._take_error(error)
                    return
            self._say(texts.REPORT_KEPT if said else texts.REPORT_NOT_KEPT)
            self._paint()

        title = hit.title if hit else self.visit.query
        self.app.push_screen(ReportForm(title, made, has_line=hit is not None), keep)

    # --- Printing -----------------------------------------------------------------------------------------------------

    def _do_print(self) -> None:
        self._print(whole_basket=False)

    def _print(self, *, whole_basket: bool) -> None:
        ids = desk.for_paper(self.visit, whole_basket=whole_basket)
        if not ids:
            self._say(texts.DESK_NOTHING_TO_PRINT)
            self._paint()
            return
        visit = self.visit
        title = texts.DESK_BASKET if whole_basket else visit.chosen.title if visit.chosen else ""
        day = said_date(visit.paper.day) if visit.paper.day else ""
        self._sheet, self._print_now = None, False
        form = PrintForm(title, visit, day, lambda form: self._make(form, ids), self._send_when_made)
        self.app.push_screen(form, lambda _: self._paint())

    def _make(self, form: PrintForm, ids: Sequence[str]) -> None:
        """Make the paper of what stands in the form: what does not fit is said before Enter."""
        if not form.knows_places:
            self._ask("places", paper.meeting_places, form.offer_places)
        try:
            typed = form.value("day").strip()
            day = parse_day(typed, now().date()) if typed else None
        except BlanketError as error:
            form.say(f"{error.what} {error.cure}")
            self._sheet = None
            return
        visit = self.visit
        visit.paper = replace(
            visit.paper,
            note=form.value("note"),
            way=form.value("way"),
            large=form.value("large"),
            day=day,
            place=form.value("place"),
            helper=form.value("helper"),
            card=form.value("card"),
        )
        asked = paper.wanted(visit, list(ids))
        self._sheet = None
        form.say(texts.DESK_FORM_WORKING)

        def take(made: paper.Sheet) -> None:
            if not form.is_attached:  # Escape was quicker: nothing is printed
                self._print_now = False
                return
            self._sheet = made
            pages = texts.DESK_FORM_READY[made.pages != 1].format(count=made.pages)
            form.say("\n".join([*([made.day] if made.day else []), pages, *made.notes]))
            if self._print_now:
                self._send(form, made)

        self._ask("sheet", lambda base: paper.sheet(base, asked), take)

    def _send_when_made(self, form: PrintForm) -> None:
        """Enter was pressed: the paper of what stands in the form is on its way."""
        self._print_now = True
        if self._sheet:
            self._send(form, self._sheet)

    def _send(self, form: PrintForm, made: paper.Sheet) -> None:
        self._print_now = False
        form.say(texts.DESK_FORM_PRINTING)
        visit = self.visit

        def done(printer: Any) -> None:
            desk.was_printed(visit, made.ids)
            self._say(texts.PRINTED.format(name=printer))
            if form.is_attached:
                form.dismiss(None)
            self._paint()

        def sending() -> None:
            try:
                printer = paper.print_sheet(made)
            except BlanketError as error:
                self.post_message(Answered(self._take_error, error))
            else:
                self.post_message(Answered(done, printer))

        Thread(target=sending, daemon=True).start()


def _started(base: OpenBase) -> tuple[str, frozenset[str], list[str]]:
    """What the desk must know of the base: the kommune's name, form numbers that end in one digit, and notes."""
    chosen = chosen_municipality(base, None)
    notes, base.notes = base.notes, []
    return chosen.title if chosen else "", lookup.short_numbers(base.db), notes


class DeskApp(App[None]):
    """The program around the desk: its end, and what happens when nobody touches it."""

    CSS_PATH = "desk.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", show=False, priority=True)]

    def __init__(self, named: Sequence[Path] = (), *, first_time: bool = False) -> None:
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"  # the terminal's own colours, dark or light
        self.settings = load_settings()
        self._touched = time.monotonic()
        self._worker = Worker(named, renewed=self._renewed)
        self.desk = Desk(self._worker, first_time=first_time)

    def on_mount(self) -> None:
        self.push_screen(self.desk)
        self.set_interval(TICK_SECONDS, self.tick)

    def _renewed(self) -> None:
        self.desk.post_message(Renewed())

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self._touched = time.monotonic()
        await super().on_event(event)

    def tick(self) -> None:
        """See to the clock, and to how long nobody has touched a key."""
        quiet = (time.monotonic() - self._touched) / 60
        if quiet >= self.settings.erase_minutes:
            self._touched = time.monotonic()
            self._close_forms()
            self.desk.new_visit()
            self.push_screen(Hidden())
        elif quiet >= self.settings.hide_minutes and not isinstance(self.screen, Hidden):
            self.push_screen(Hidden())
        elif self.screen is self.desk:
            self.desk.tick()

    def _close_forms(self) -> None:
        while self.screen is not self.desk and len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help_quit(self) -> None:
        """Ctrl-C: nothing is lost by it; how the desk is closed is said."""
        self.desk._say(texts.DESK_QUIT_HINT.format(key=keys_said()["close"]))
        self.desk._paint()

    def _fatal_error(self) -> None:
        """A defect of ours ends the desk without Textual's traceback, which shows what was typed: `run` raises it."""
        self._close_messages_no_wait()

    def on_unmount(self) -> None:
        self._worker.end()


def run(named: Sequence[Path], *, first_time: bool = False) -> None:
    """Open the desk on this terminal, until it is closed. Raises what nobody expected, once the terminal is whole."""
    app = DeskApp(named, first_time=first_time)
    app.run()
    forget()
    sweep()
    if app._exception is not None:
        raise app._exception
