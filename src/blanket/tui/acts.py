"""What the keys of the full screen do: each act by its name in `keys`.

Here goes the step from a key to the visit and to what lies over the desk for a moment.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import Input

from blanket.desk import choosing
from blanket.desk import visit as desk
from blanket.desk.last_search import forget
from blanket.desk.opening import OpenBase, chosen_municipality, known_municipalities
from blanket.desk.paper_files import sweep
from blanket.desk.releases import in_use
from blanket.desk.visit import Visit
from blanket.errors import BlanketError
from blanket.search import lookup
from blanket.settings import ROLES
from blanket.texts import desk as texts
from blanket.texts import lines as line_texts
from blanket.texts import reports as report_texts
from blanket.texts import screens as screen_texts
from blanket.tui.covers import Hidden, Turned
from blanket.tui.forms import Basket, Field, KommuneForm, Menu, Question, ReportForm, RoleForm
from blanket.tui.keys import ACTS, keys_said

if TYPE_CHECKING:
    from blanket.tui.screen import Desk


class Acts:
    """The acts of one desk. A method's name is that of the act."""

    def __init__(self, at: Desk) -> None:
        self._desk = at

    def print(self) -> None:
        """The print form of the chosen entry."""
        self._desk.printing.open(whole_basket=False)

    def menu(self) -> None:
        def chosen(letter: str | None) -> None:
            if letter:
                self._desk.action_act(next(act.name for act in ACTS if act.letter == letter))

        self._desk.app.push_screen(Menu(), chosen)

    def close(self) -> None:
        """The end of the desk; what is gathered and not handed out is asked about first."""

        def end() -> None:
            self._count(self._desk.app.exit)

        if not desk.asks_before_next(self._desk.visit):
            end()
            return
        self._desk.app.push_screen(Question(texts.DESK_ASK_CLOSE), lambda yes: end() if yes else None)

    def mitid(self) -> None:
        self._desk.visit.mitid = desk.next_answer(self._desk.visit.mitid)
        self._desk.say(texts.DESK_MITID_SAID[self._desk.visit.mitid])
        self._desk.paint()
        self._desk.paint_guide()

    def together(self) -> None:
        self._desk.visit.together = desk.next_answer(self._desk.visit.together)
        self._desk.say(texts.DESK_TOGETHER_SAID[self._desk.visit.together])
        self._desk.paint()
        self._desk.paint_guide()

    def put(self) -> None:
        hit = self._desk.visit.chosen
        if hit is None:
            self._desk.say(line_texts.LINES_NO_CHOICE)
        elif desk.put_in_basket(self._desk.visit, hit):
            self._desk.say(texts.DESK_IN_BASKET.format(title=hit.title))
        else:
            self._desk.say(texts.DESK_TWICE_IN_BASKET)
        self._desk.paint()

    def basket(self) -> None:
        if not self._desk.visit.basket:
            self._desk.say(texts.DESK_BASKET_EMPTY.format(key=keys_said()["put"]))
            self._desk.paint()
            return

        def answered(yes: bool | None) -> None:
            self._desk.paint()
            if yes:
                self._desk.printing.open(whole_basket=True)

        visit = self._desk.visit
        self._desk.app.push_screen(
            Basket(lambda: list(visit.basket.values()), lambda number: desk.take_out(visit, number)), answered
        )

    def next(self) -> None:
        if not desk.asks_before_next(self._desk.visit):
            self.new_visit()
            return
        self._desk.app.push_screen(Question(texts.DESK_ASK_NEW), lambda yes: self.new_visit() if yes else None)

    def new_visit(self) -> None:
        """Forget the citizen: the field, the list, the basket, what was agreed, and the numbers of earlier searches."""
        self._count()
        self._desk.visit = Visit()
        self._desk.printing.forget()
        forget()
        sweep()
        with self._desk.prevent(Input.Changed):
            self._desk.query_one("#query", Field).value = ""
        self._desk.say(texts.DESK_NEW_VISIT)
        self._desk.paint()
        self._desk.paint_guide()

    def _count(self, then: Callable[[], object] = bool) -> None:
        """Count the visit that ends, when visits are counted; `then` is called when that is done."""
        visit = self._desk.visit
        if not self._desk.settings.tally:
            then()
            return
        from blanket.desk import tally  # what is not on the first frame is imported when it is wanted

        if not tally.is_counted(visit):
            then()
            return

        def keep(entries: set[str]) -> None:
            try:
                tally.keep_visit(date.today(), entries, visit.unanswered)
            except BlanketError as error:
                self._desk.say(error.what)
            then()

        self._desk.ask(f"tally {id(visit)}", lambda base: tally.countable(base, visit), keep)

    def hide(self) -> None:
        self._desk.app.push_screen(Hidden())

    def turn(self) -> None:
        from blanket.desk import paper

        ids = desk.for_paper(self._desk.visit, whole_basket=False)
        asked = paper.wanted(self._desk.visit, ids)

        def turn(text: str) -> None:
            self._desk.app.push_screen(Turned(text))

        self._desk.ask("turn", lambda base: paper.read_together(base, asked), turn)

    def kommune(self) -> None:
        def choose(name: str, form: KommuneForm) -> None:
            def chosen(said: str) -> None:
                form.dismiss(None)
                self._settings_changed(said)

            self._desk.ask("kommune", lambda base: choosing.kommune_named(base, name), chosen)

        form = KommuneForm(choose)
        self._desk.app.push_screen(form)
        self._desk.ask("kommuner", known_municipalities, form.offer)

    def role(self) -> None:
        """Who the helper is; it decides what the guide says about helping."""

        def chosen(role: str | None) -> None:
            if role is None:
                return
            try:
                choosing.choose_role(role)
            except BlanketError as error:
                self._desk.take_error(error)
                return
            self._settings_changed(texts.DESK_ROLE_CHOSEN.format(name=screen_texts.ROLE_NAMES[role]))

        self._desk.app.push_screen(RoleForm(self._desk.settings.role or ROLES[0]), chosen)

    def _settings_changed(self, said: str) -> None:
        """Another kommune or role: what stands on the screen is made anew."""
        self._desk.reload_settings()
        self._desk.ask("start", started, self._desk.take_start)
        self._desk.search_again()
        self._desk.say(said)
        self._desk.paint()
        self._desk.paint_guide()

    def report(self) -> None:
        from blanket.desk import reports

        hit = self._desk.visit.chosen
        query = "" if hit else self._desk.visit.query

        def made(line: str, because: str) -> reports.Report:
            return reports.report(date.today(), hit.id if hit else "", line, because, query)

        def keep(said: reports.Report | None) -> None:
            if said:
                try:
                    reports.keep_report(said)
                except BlanketError as error:
                    self._desk.take_error(error)
                    return
            self._desk.say(report_texts.REPORT_KEPT if said else report_texts.REPORT_NOT_KEPT)
            self._desk.paint()

        title = hit.title if hit else self._desk.visit.query
        self._desk.app.push_screen(ReportForm(title, made, has_line=hit is not None), keep)


def started(base: OpenBase) -> tuple[str, frozenset[str], list[str]]:
    """What the desk must know of the base: the kommune's name, form numbers that end in one digit, and notes."""
    chosen = chosen_municipality(base, None)
    notes, base.notes = base.notes, []
    which = in_use(base)
    return chosen.title if chosen else "", lookup.short_numbers(base.db), [*notes, *([which] if which else [])]
