"""Printing from the desk: the form, the paper that is made while it stands there, and the way to the printer.

Here goes what happens between F2 and the paper; what the form asks stands in `forms`, how a paper is made in `desk`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

from blanket.desk import choosing
from blanket.desk import visit as desk
from blanket.errors import BlanketError
from blanket.guide.days.clock import now
from blanket.system import in_words
from blanket.texts import desk as texts
from blanket.texts import papers as paper_texts
from blanket.tui.painting import with_keys
from blanket.tui.paper_forms import PrinterForm, PrintForm

if TYPE_CHECKING:
    from blanket.desk import paper
    from blanket.desk.press import Press
    from blanket.tui.screen import Desk


class Printing:
    """What is on its way to paper at one desk: at most one sheet, that of the form which stands open."""

    def __init__(self, at: Desk) -> None:
        self._desk = at
        self._sheet: paper.Sheet | None = None
        self._then: Callable[[PrintForm, paper.Sheet], None] | None = None  # what waits for the paper
        self._asked = 0  # papers so far: only the last one is of what stands in the form
        self._press: Press | None = None

    def forget(self) -> None:
        """Let go of the paper: the citizen has gone."""
        self._sheet, self._then = None, None

    def end(self) -> None:
        """Let the press go, once nothing is asked of the base any more."""
        if self._press:
            self._press.end()

    def stop(self) -> None:
        """Do not print when the paper is ready: something went wrong."""
        self._then = None

    def open(self, *, whole_basket: bool) -> None:
        """The form; what it needs is imported when the first one opens."""
        from blanket.desk.press import Press
        from blanket.guide.days.dates import said_date

        self._press = self._press or Press()
        ids = desk.for_paper(self._desk.visit, whole_basket=whole_basket)
        if not ids:
            self._desk.say(texts.DESK_NOTHING_TO_PRINT)
            self._desk.paint()
            return
        visit = self._desk.visit
        title = texts.DESK_BASKET if whole_basket else visit.chosen.title if visit.chosen else ""
        day = said_date(visit.paper.day) if visit.paper.day else ""
        self._sheet, self._then = None, None
        form = PrintForm(
            title,
            visit,
            day,
            lambda form: self._make(form, ids),
            lambda form: self._when_made(form, self._send),
            opened=lambda form: self._when_made(form, self._open),
            printer=self._ask_printer,
        )
        self._desk.app.push_screen(form, lambda _: self._closed())

    def _closed(self) -> None:
        self._desk.paint()
        # After the paper that is still being made, in the thread that makes it.
        self._desk.ask("sheet", lambda _: self.end(), lambda _: None)

    def _make(self, form: PrintForm, ids: Sequence[str]) -> None:
        """Make the paper of what stands in the form: what does not fit is said before Enter."""
        from blanket.desk import paper
        from blanket.guide.days.dates import parse_day

        self._asked += 1
        number = self._asked
        if not form.knows_places:
            self._desk.ask("places", paper.meeting_places, form.offer_places)
            self._desk.ask("event", lambda base: paper.event_for(base, ids), form.hint_at_day)
        try:
            typed = form.value("day").strip()
            day = parse_day(typed, now().date()) if typed else None
        except BlanketError as error:
            form.say(f"{error.what} {error.cure}")
            self._sheet = None
            return
        visit = self._desk.visit
        visit.paper = replace(
            visit.paper,
            note=form.value("note"),
            way=visit.way_in_form(form.value("way")),
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
            if number != self._asked:
                return  # something else stands in the form by now
            if not form.is_attached:  # Escape was quicker: nothing is printed
                self._then = None
                return
            self._sheet = made
            pages = texts.DESK_FORM_READY[made.pages != 1].format(count=made.pages)
            form.say("\n".join([*([made.day] if made.day else []), pages, *map(with_keys, made.notes)]))
            if self._then:
                self._then(form, made)

        self._desk.ask("sheet", lambda base: paper.sheet(base, asked, self._press), take)

    def _when_made(self, form: PrintForm, then: Callable[[PrintForm, paper.Sheet], None]) -> None:
        """Enter was pressed, or what opens a viewer: the paper of what stands in the form is on its way."""
        self._then = then
        if self._sheet:
            then(form, self._sheet)

    def _open(self, form: PrintForm, made: paper.Sheet) -> None:
        """The paper in the machine's own viewer: where it can be kept, and printed from another place."""
        self._then = None
        form.say(texts.DESK_OPENING)
        visit = self._desk.visit

        def done(_: object) -> None:
            desk.was_left(visit, made.ids)
            form.say(texts.DESK_OPENED)

        def opening() -> None:
            from blanket.desk import paper

            try:
                paper.open_sheet(made)
            except BlanketError as error:
                self._desk.answered(self._desk.take_error, error)
            else:
                self._desk.answered(done, None)

        Thread(target=opening, daemon=True).start()

    def _ask_printer(self, form: PrintForm) -> None:
        """Which printer from now on; the system may take its time to say which there are."""
        from blanket.desk import paper

        def ask(printers: Any) -> None:
            if not printers:
                form.say(texts.DESK_PRINTER_NONE)
            elif form.is_attached:
                self._choose_printer(printers, lambda name: form.say(paper_texts.PRINTER_CHOSEN.format(name=name)))

        def asking() -> None:
            self._desk.answered(ask, paper.known_printers())

        Thread(target=asking, daemon=True).start()

    def _choose_printer(self, printers: Sequence[str], then: Callable[[str], object]) -> None:
        def chosen(name: str | None) -> None:
            if name is None:
                return
            try:
                choosing.choose_printer(name)
            except BlanketError as error:
                self._desk.take_error(error)
                return
            self._desk.reload_settings()
            then(name)

        self._desk.app.push_screen(PrinterForm(printers, self._desk.settings.printer), chosen)

    def _send(self, form: PrintForm, made: paper.Sheet) -> None:
        self._then = None
        form.say(texts.DESK_FORM_PRINTING)
        visit = self._desk.visit

        def done(printer: Any) -> None:
            desk.was_printed(visit, made.ids)
            self._desk.say(paper_texts.PRINTED.format(name=printer))
            if form.is_attached:
                form.dismiss(None)
            self._desk.paint()

        def left(error: paper.LeftAsFile) -> None:
            desk.was_left(visit, made.ids)
            self._desk.take_error(error)
            if error.printers and form.is_attached:
                self._choose_printer(error.printers, lambda _: self._send(form, made))

        def sending() -> None:
            from blanket.desk import paper

            try:
                printer = paper.print_sheet(made)
            except paper.LeftAsFile as error:
                self._desk.answered(left, error)
            except (BlanketError, OSError) as error:
                said = in_words(error) if isinstance(error, OSError) else error
                self._desk.answered(self._desk.take_error, said)
            else:
                self._desk.answered(done, printer)

        Thread(target=sending, daemon=True).start()
