"""What covers the whole screen: hidden, and turned towards the citizen.

Here goes what a citizen may see. Nothing of the staff's screen shines through.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from blanket.texts import desk as texts


class Hidden(Screen[None]):
    """An empty screen; any key brings the visit back, a click too."""

    def compose(self) -> ComposeResult:
        yield Static(f"{texts.DESK_HIDDEN}\n{texts.DESK_HIDDEN_HOW}", id="hidden", markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_click(self) -> None:
        self.dismiss(None)


class Turned(Screen[None]):
    """The citizen's page, with room around it, to be read together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+t,enter", "dismiss(None)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("down", "line(1)", show=False),
        Binding("up", "line(-1)", show=False),
    ]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="turned", can_focus=False):
            yield Static(Content(spread(self._text)), id="turned-text")
        yield Static(texts.DESK_TURN_FOOT, id="turned-foot", markup=False)

    def action_page(self, by: int) -> None:
        """A page down or up."""
        scroll = self.query_one("#turned", VerticalScroll)
        scroll.scroll_to(y=scroll.scroll_y + by * max(1, scroll.size.height - 2), animate=False)

    def action_line(self, by: int) -> None:
        """A line down or up."""
        scroll = self.query_one("#turned", VerticalScroll)
        scroll.scroll_to(y=scroll.scroll_y + by, animate=False)


def spread(text: str) -> str:
    """A page with an empty line between all lines: easier to point at and to follow."""
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n\n".join(line for line in lines if line)
