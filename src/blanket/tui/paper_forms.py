"""What is asked before a paper is printed: its choices, and which printer.

Here goes asking; how the paper is made and sent is for `printing`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from blanket.desk.visit import Visit
from blanket.guide.days.clock import now
from blanket.texts import desk as texts
from blanket.tui.forms import Choice, Field, Form
from blanket.tui.painting import day_hint


class PrintForm(Form):
    """The choices for a paper, with sensible answers filled in.

    `changed`: called when something else stands there; `send`: when it is to be printed.
    """

    foot = texts.DESK_FORM_FOOT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "open", show=False, priority=True),
        Binding("ctrl+p", "printer", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        visit: Visit,
        day: str,
        changed: Callable[[PrintForm], None],
        send: Callable[[PrintForm], None],
        *,
        opened: Callable[[PrintForm], None],
        printer: Callable[[PrintForm], None],
    ) -> None:
        super().__init__()
        self.heading = texts.DESK_FORM.format(title=title)
        self._way, self._paper, self._day = visit.way, visit.paper, day
        self._changed, self._print, self._opened, self._printer = changed, send, opened, printer
        self.knows_places = False
        self._later: Any = None

    def lines(self) -> ComposeResult:
        paper = self._paper
        asked = {
            "note": Field(paper.note, id="note"),
            "way": Choice(texts.DESK_FORM_WAYS, self._way, id="way"),
            "large": Choice(texts.DESK_FORM_YES_NO, paper.large, id="large"),
            "day": Field(self._day, id="day"),
            "place": Choice([(paper.place, texts.DESK_FORM_NO_PLACE)], paper.place, id="place"),
            "helper": Field(paper.helper, id="helper"),
            "card": Choice(texts.DESK_FORM_CARD, paper.card, id="card"),
        }
        for name, widget in asked.items():
            with Horizontal(classes="asked"):
                yield Static(texts.DESK_FORM_LABELS[name], classes="label", markup=False)
                yield widget

    def on_mount(self) -> None:
        self._changed(self)

    def value(self, name: str) -> Any:
        """What stands in a line."""
        return self.query_one(f"#{name}", Field | Choice).value  # type: ignore[arg-type]

    def offer_places(self, places: list[tuple[str, str]]) -> None:
        """Where one can meet, once that is known."""
        self.knows_places = True
        if self.is_attached:
            self.query_one("#place", Choice).offer([(None, texts.DESK_FORM_NO_PLACE), *places])

    def hint_at_day(self, event: str) -> None:
        """Whose day is asked for, once the entry's event is known."""
        if self.is_attached:
            self.query_one("#day", Field).placeholder = day_hint(event, now().date())

    @on(Choice.Changed)
    def _choice_changed(self) -> None:
        self._changed(self)

    @on(Input.Changed)
    def _text_changed(self) -> None:
        if self._later:
            self._later.stop()
        self._later = self.set_timer(0.4, lambda: self._changed(self))

    def action_yes(self) -> None:
        """Print what stands there now; the screen closes the form when it is done."""
        self._changed_now()
        self._print(self)

    def action_open(self) -> None:
        """Open what stands there now in a viewer."""
        self._changed_now()
        self._opened(self)

    def action_printer(self) -> None:
        """Choose another printer."""
        self._printer(self)

    def _changed_now(self) -> None:
        if self._later:
            self._later.stop()
        self._changed(self)


class PrinterForm(Form):
    """Which of the printers. Enter gives its name."""

    heading, foot = texts.DESK_PRINTER, texts.DESK_PRINTER_FOOT

    def __init__(self, printers: Sequence[str], chosen: str | None) -> None:
        super().__init__()
        self._printers, self._chosen = list(printers), chosen

    def lines(self) -> ComposeResult:
        named = [(name, f"{number} {name}") for number, name in enumerate(self._printers, 1)]
        yield Static(texts.DESK_PRINTER_WHY, markup=False)
        yield Static("\n".join(name for _, name in named[:9]), markup=False)
        yield Choice(named, self._chosen, id="printer")

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789":
            event.stop()
            self.query_one("#printer", Choice).at = min(int(event.character), len(self._printers)) - 1

    def action_yes(self) -> None:
        self.dismiss(self.query_one("#printer", Choice).value)
