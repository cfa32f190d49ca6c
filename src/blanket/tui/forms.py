"""What lies over the desk for a moment: the print form, the basket, a report, the kommune, a question, the menu.

Here goes asking; what the answers do is done by the desk's screen. Each is closed by Escape, and Enter is its yes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from blanket.desk.kommuner import KommunerMeant, either, kommuner_meant
from blanket.desk.visit import as_kept, masked
from blanket.settings import ROLES
from blanket.texts import desk as texts
from blanket.texts import finding as finding_texts
from blanket.texts import opening as opening_texts
from blanket.texts import reports as report_texts
from blanket.texts import screens as screen_texts
from blanket.tui.keys import ACTS
from blanket.tui.painting import menu_lines

if TYPE_CHECKING:
    from blanket.desk.reports import Report


class Field(Input):
    """A line to type in: no frame, no blinking cursor, a CPR number covered while it is typed and then gone."""

    def __init__(self, value: str = "", *, id: str, placeholder: str = "") -> None:  # noqa: A002  # Textual's name
        super().__init__(value, id=id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    @property
    def _value(self) -> Any:
        shown = super()._value
        covered = masked(shown.plain)
        if covered != shown.plain:
            shown.plain = covered
        return shown

    def _watch_value(self, value: str) -> None:
        kept, was_cut = as_kept(value)
        if kept != value:
            if was_cut:
                self.screen.post_message(CprCut())
            self.value = kept
            self.cursor_position = len(kept)
            return
        super()._watch_value(value)


class CprCut(Message):
    """Something like a CPR number was typed and is gone."""


class Choice(Static):
    """A line with a few answers; the arrows to the sides go through them."""

    can_focus = True
    at: reactive[int] = reactive(0)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "next(1)", show=False),
        Binding("left", "next(-1)", show=False),
    ]

    class Changed(Message):
        """Another answer."""

    def __init__(self, choices: Sequence[tuple[Any, str]], value: Any, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.choices = list(choices)
        self.set_reactive(Choice.at, next((at for at, (one, _) in enumerate(self.choices) if one == value), 0))

    @property
    def value(self) -> Any:
        """The answer."""
        return self.choices[self.at][0]

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Other answers, once they are known; the one that was chosen stays where it is among them."""
        chosen = self.value
        self.choices = list(choices)
        self.at = next((at for at, (one, _) in enumerate(self.choices) if one == chosen), 0)
        self.refresh()

    def render(self) -> Content:
        name = self.choices[self.at][1]
        return Content(f"‹ {name} ›" if len(self.choices) > 1 else name)

    def action_next(self, by: int) -> None:
        self.at = (self.at + by) % len(self.choices)
        self.post_message(self.Changed())

    def on_click(self) -> None:
        self.action_next(1)


class Form(ModalScreen[Any]):
    """Lines with labels; up and down go through them, Enter says yes, Escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("enter", "yes", show=False, priority=True),
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    heading, foot = "", ""

    def compose(self) -> ComposeResult:
        with Vertical(id="form"):
            yield Static(self.heading, id="form-heading", markup=False)
            yield from self.lines()
            yield Static("", id="form-said", markup=False)
            yield Static(self.foot, id="form-foot", markup=False)

    def lines(self) -> ComposeResult:
        """The labels and what is asked."""
        yield from ()

    def say(self, sentence: str) -> None:
        """Say something under the lines, as long as the form stands there."""
        for line in self.query("#form-said").results(Static):  # none before it stands, and none after it is closed
            line.update(Content(sentence))

    @on(CprCut)
    def _cpr_cut(self) -> None:
        self.say(finding_texts.CPR_CUT_NOTE)

    def action_yes(self) -> None:
        """What Enter does."""
        self.dismiss(True)


class Basket(Form):
    """What is in the basket. Enter prints, a number takes out."""

    heading, foot = texts.DESK_BASKET, texts.DESK_BASKET_FOOT

    def __init__(self, titles: Callable[[], list[str]], take_out: Callable[[int], object]) -> None:
        super().__init__()
        self._titles, self._take_out = titles, take_out

    def lines(self) -> ComposeResult:
        yield Static("", id="basket", markup=False)

    def on_mount(self) -> None:
        listed = [f"{number} {title}" for number, title in enumerate(self._titles(), 1)]
        self.query_one("#basket", Static).update(Content("\n".join(listed)))

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character in "123456789":
            event.stop()
            self._take_out(int(event.character))
            if self._titles():
                self.on_mount()
            else:
                self.dismiss(None)


class Question(Form):
    """One question: j or n. Enter is no answer to it: what it asks about cannot be had back."""

    foot = texts.DESK_ASK_FOOT

    def __init__(self, question: str) -> None:
        super().__init__()
        self.heading = question

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.lower() in "jyn":
            event.stop()
            self.dismiss(event.character.lower() != "n")

    def action_yes(self) -> None:
        self.say(texts.DESK_ASK_AGAIN)


class ReportForm(Form):
    """What is wrong in an entry, and why; then the very text that is kept."""

    foot = texts.DESK_REPORT_FOOT

    def __init__(self, title: str, made: Callable[[str, str], Report], *, has_line: bool) -> None:
        super().__init__()
        self.heading = report_texts.REPORT_WHAT.format(title=title)
        self._made, self._has_line = made, has_line
        self._shown: Report | None = None

    def lines(self) -> ComposeResult:
        if self._has_line:
            yield Static(texts.DESK_REPORT_LINE, classes="label")
            yield Field(id="line")
        yield Static(texts.DESK_REPORT_BECAUSE, classes="label")
        yield Field(id="because")

    def action_yes(self) -> None:
        because = self.query_one("#because", Field).value
        if not because.strip():
            self.query_one("#because", Field).focus()
            return
        said = self._made(self.query_one("#line", Field).value if self._has_line else "", because)
        if said == self._shown:
            self.dismiss(said)
            return
        self._shown = said
        self.say(f"{report_texts.REPORT_SHOWN}\n{said.as_text}")
        self.query_one("#form-foot", Static).update(Content(texts.DESK_REPORT_SURE))


class KommuneForm(Form):
    """The kommune by name; which one Enter takes is said while the name is typed. `choose` gets a name or an id."""

    heading, foot = texts.KEY_NAMES["kommune"][0], texts.DESK_KOMMUNE_FOOT

    def __init__(self, choose: Callable[[str, KommuneForm], None]) -> None:
        super().__init__()
        self._choose = choose
        self._known: dict[str, str] = {}

    def lines(self) -> ComposeResult:
        yield Static(texts.DESK_KOMMUNE_NAME, classes="label")
        yield Field(id="kommune")

    def offer(self, known: dict[str, str]) -> None:
        """The kommuner that there are, once they are known: id -> title."""
        self._known = known
        if self.is_attached:
            self._typed()

    @on(Input.Changed)
    def _typed(self) -> None:
        found = self._meant()
        titles = [self._known[identifier] for identifier in found.ids]
        if self._written.lower() in texts.DESK_KOMMUNE_NONE:
            self.say(texts.DESK_KOMMUNE_TO_NONE)
        elif len(titles) == 1:
            self.say((texts.DESK_KOMMUNE_ONE if found.sure else texts.DESK_KOMMUNE_NEAR).format(name=titles[0]))
        else:
            self.say(
                opening_texts.MUNICIPALITY_UNCLEAR.format(name=self._written, names=either(titles)) if titles else ""
            )

    @property
    def _written(self) -> str:
        return self.query_one("#kommune", Field).value.strip()

    def _meant(self) -> KommunerMeant:
        return kommuner_meant(self._written, self._known)

    def action_yes(self) -> None:
        if self._written:
            ids = self._meant().ids
            none = self._written.lower() in texts.DESK_KOMMUNE_NONE
            self._choose(ids[0] if len(ids) == 1 and not none else self._written, self)


class RoleForm(Form):
    """Who the helper is. Enter gives it."""

    heading, foot = texts.KEY_NAMES["role"][0], texts.DESK_ROLE_FOOT

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role

    def lines(self) -> ComposeResult:
        yield Static(texts.DESK_ROLE_WHY, classes="label", markup=False)
        named = [(role, f"{number} {screen_texts.ROLE_NAMES[role]}") for number, role in enumerate(ROLES, 1)]
        yield Static("\n".join(name for _, name in named), classes="listed", markup=False)
        yield Choice(named, self._role, id="role")

    def on_key(self, event: events.Key) -> None:
        if not event.is_printable or event.character == " ":
            return
        event.stop()
        if event.character in [str(number) for number in range(1, len(ROLES) + 1)]:
            self.query_one("#role", Choice).at = int(event.character) - 1
            self.say("")
        else:
            self.say(texts.DESK_ROLE_AGAIN)

    def action_yes(self) -> None:
        self.dismiss(self.query_one("#role", Choice).value)


class Menu(Form):
    """Everything that the screen does, by a letter."""

    heading, foot = texts.KEY_NAMES["menu"][0], texts.DESK_MENU

    def lines(self) -> ComposeResult:
        for letter, what, key in menu_lines():
            yield Static(
                Content.from_markup(
                    "[@click=screen.pick('$letter')]$line[/]", letter=letter, line=f"{letter}  {what}  ({key})"
                )
            )

    def on_key(self, event: events.Key) -> None:
        own = next((act.letter for act in ACTS if act.key == event.key), None)
        if own or event.is_printable or event.key in ("pageup", "pagedown"):
            event.stop()
            self.action_pick(own or (event.character or "").lower() if event.is_printable or own else "")

    def action_pick(self, letter: str) -> None:
        """Close with the letter that was pressed, when it stands for something; say so when it does not."""
        if letter in [one for one, _, _ in menu_lines()]:
            self.dismiss(letter)
        else:
            said = texts.DESK_MENU_AGAIN.format(key=letter.strip() or texts.DESK_MENU_OTHER_KEY)
            self.query_one("#form-foot", Static).update(Content(said))

    def action_yes(self) -> None:
        self.dismiss(None)
