"""Printing from the desk: the form, the paper that is made while it stands there, and the way to the printer.

Here goes what happens between F2 and the paper; what the form asks stands in `forms`, how a paper is made in `desk`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

from blanket.desk import visit as desk
from blanket.errors import BlanketError
from blanket.guide.days.clock import now
from blanket.system import in_words
from blanket.texts import desk as texts
from blanket.texts import papers as paper_texts
from blanket.tui.forms import PrintForm
from blanket.tui.painting import with_keys

if TYPE_CHECKING:
    from blanket.desk import paper
    from blanket.desk.press import Press
    from blanket.tui.screen import Desk


class Printing:
    """What is on its way to paper at one desk: at most one sheet, that of the form which stands open."""

    def __init__(self, at: Desk) -> None:
        self._desk = at
        self._sheet: paper.Sheet | None = None
        self._print_now = False
        self._asked = 0  # papers so far: only the last one is of what stands in the form
        self._press: Press | None = None

    def forget(self) -> None:
        """Let go of the paper: the citizen has gone."""
        self._sheet, self._print_now = None, False

    def end(self) -> None:
        """Let the press go, once nothing is asked of the base any more."""
        if self._press:
            self._press.end()

    def stop(self) -> None:
        """Do not print when the paper is ready: something went wrong."""
        self._print_now = False

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
        self._sheet, self._print_now = None, False
        form = PrintForm(title, visit, day, lambda form: self._make(form, ids), self._send_when_made)
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
                self._print_now = False
                return
            self._sheet = made
            pages = texts.DESK_FORM_READY[made.pages != 1].format(count=made.pages)
            form.say("\n".join([*([made.day] if made.day else []), pages, *map(with_keys, made.notes)]))
            if self._print_now:
                self._send(form, made)

        self._desk.ask("sheet", lambda base: paper.sheet(base, asked, self._press), take)

    def _send_when_made(self, form: PrintForm) -> None:
        """Enter was pressed: the paper of what stands in the form is on its way."""
        self._print_now = True
        if self._sheet:
            self._send(form, self._sheet)

    def _send(self, form: PrintForm, made: paper.Sheet) -> None:
        self._print_now = False
        form.say(texts.DESK_FORM_PRINTING)
        visit = self._desk.visit

        def done(printer: Any) -> None:
            desk.was_printed(visit, made.ids)
            self._desk.say(paper_texts.PRINTED.format(name=printer))
            if form.is_attached:
                form.dismiss(None)
            self._desk.paint()

        def left(error: BlanketError) -> None:
            desk.was_left(visit, made.ids)
            self._desk.take_error(error)

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
