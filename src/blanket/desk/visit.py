"""One citizen's visit at the desk: what was typed, found, chosen, put together and agreed, until the next one comes.

Here goes the model behind every face of the desk, as plain data and functions: no screen, no database, no file. A face
hands in what was typed and what was found, and asks what to show and what to print.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from blanket.cpr import cut_cpr
from blanket.search.ranking import Hit

if TYPE_CHECKING:
    from datetime import date

    from blanket.desk.finding import Hits
    from blanket.guide.paper.citizen import Way

MOST_TYPED = 400  # letters of a query: what is pasted beyond them says nothing more
MOST_BASKET = 12  # entries on one paper
Pane = Literal["skærm", "alt", "net", "kilder", "steder", "akut", "hotline", "kommune", "kurv", "hjælp", "mere"]
OF_ENTRY: tuple[Pane, ...] = ("skærm", "alt", "net", "kilder")  # the panes that show the chosen entry

# A digit alone at the end chooses a hit: `skifte læge 2`, `skifte læge2`. After another digit it is part of a number.
# Another one after it chooses again: `skifte læge 2 5`.
_CHOICE = re.compile(r"(?P<query>.*?[^\d\s])?\s*(?:[1-9]\s+)*(?P<digit>[1-9])\s*")
# Six digits of a birthday and what follows of a CPR number (see `search.words`): on its way to being one.
_CPR_BEGUN = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[- ]?\d{0,4}(?!\d)")


@dataclass(slots=True)
class Paper:
    """What the print form holds. `way`: None as long as it follows from the visit. `helper`: a first name.

    `card`: only the numbers, for whoever must not be found with a page.
    """

    way: Way | None = None
    large: bool = False
    day: date | None = None
    note: str = ""
    place: str | None = None
    helper: str = ""
    card: bool = False


@dataclass(frozen=True, slots=True)
class Before:
    """What stood there before something was chosen in a pane's list, so that one step back leads to it.

    `typed`: what stood in the field when the pane was opened.
    """

    typed: str
    query: str
    pane: Pane
    hits: list[Hit]
    weak: bool
    ring: tuple[str, str] | None
    marked: int


@dataclass(slots=True)
class Visit:
    """One visit. `together`: they do it together (True), the helper does it (False), or nobody has said.

    `typed`: what stands in the field; `over`: what stood there when the pane was opened.
    `mitid`: whether the citizen has MitID at hand: on the phone, a code display. `marked`: the place of the chosen hit.
    `listed`: what is numbered in the pane that stands open; `before`: what choosing there left. `subject`: of acute
    help, None for all of it; `by_words`: it was asked for in the field. `basket`: ids that go on one paper with their
    titles. `printed`, `read`: ids, for the tally. `unanswered`: searches that ended without an answer. `unprinted`:
    something was put into the basket since the last paper.
    """

    typed: str = ""
    over: str = ""
    query: str = ""
    hits: list[Hit] = field(default_factory=list)
    weak: bool = False
    ring: tuple[str, str] | None = None
    marked: int = 0
    pane: Pane = "skærm"
    together: bool | None = None
    mitid: bool | None = None
    listed: list[Hit] = field(default_factory=list)
    before: Before | None = None
    subject: str | None = None
    by_words: bool = False
    basket: dict[str, str] = field(default_factory=dict)
    paper: Paper = field(default_factory=Paper)
    unprinted: bool = False
    printed: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    unanswered: int = 0

    @property
    def chosen(self) -> Hit | None:
        """The hit that is marked; None when there is none."""
        return self.hits[self.marked] if 0 <= self.marked < len(self.hits) else None

    @property
    def way(self) -> Way:
        """Which way the paper shows: as the form says, else as MitID is at hand or not; without the net otherwise."""
        return self.paper.way or self._usual_way

    @property
    def _usual_way(self) -> Way:
        return "digital" if self.mitid else "papir"

    def way_in_form(self, way: Way) -> Way | None:
        """What the form's way is kept as: None where it is the visit's own anyway, so that it goes on following it."""
        return None if way == self._usual_way else way


# --- Typing and choosing ----------------------------------------------------------------------------------------------


def as_kept(typed: str) -> tuple[str, bool]:
    """What was typed as it may stay: no CPR number, no line breaks, `MOST_TYPED` letters at most; and whether one went.

    What is not touched stays as it is, blanks included: the cursor stands in it.
    """
    flat = re.sub(r"[\r\n\t]+", " ", typed)[:MOST_TYPED]
    cut, was_cut = cut_cpr(flat)
    return (cut if was_cut else flat), was_cut


def masked(typed: str) -> str:
    """What was typed with a CPR number that is on its way covered, sign for sign."""
    return _CPR_BEGUN.sub(lambda found: "•" * len(found.group()), typed)


def choice_in(typed: str) -> tuple[str, int | None]:
    """What is searched for, and the hit's number when a single digit at the end chooses one.

    A digit alone chooses among what stands there: the query is then empty.
    """
    found = _CHOICE.fullmatch(typed)
    if found is None:
        return typed, None
    return (found["query"] or "").strip(), int(found["digit"])


def search_for(visit: Visit, typed: str, *, is_number: bool = False) -> str | None:
    """Take in what was typed. Returns what must be searched for, or None when the hits that stand there stay.

    `is_number`: the text as a whole is a form's number or an id, so its last digit chooses nothing.
    """
    visit.typed = typed
    number_typed = _after(typed, visit.over)
    if visit.listed and number_typed.isdigit():
        return None if choose_listed(visit, int(number_typed)) else " ".join(typed.split())
    query, number = (typed, None) if is_number else choice_in(typed)
    query = " ".join(query.split())
    if number is not None and (not query or query == visit.query) and visit.hits:
        choose(visit, number)
        return None
    if number is None or not visit.hits:
        query = " ".join(typed.split())
    visit.pane, visit.listed, visit.before, visit.by_words = "skærm", [], None, False
    if query == visit.query:
        visit.marked = 0
        return None
    visit.query = query
    return query


def _after(typed: str, before: str) -> str:
    """What was typed behind what stood in the field when a list was opened."""
    return typed.removeprefix(before).strip()


def take_hits(visit: Visit, found: Hits) -> None:
    """Show what was found: the best is marked. Guesses stand in the list as doubtful hits."""
    visit.hits = found.hits or found.near
    visit.weak = found.weak or not found.hits
    visit.ring = found.ring
    visit.marked = 0


def move(visit: Visit, by: int) -> None:
    """Mark another hit, so many further down (or up); it stops at both ends."""
    visit.marked = max(0, min(len(visit.hits) - 1, visit.marked + by))
    if visit.pane not in OF_ENTRY:
        visit.pane = "skærm"


def choose(visit: Visit, number: int) -> bool:
    """Mark the hit with a number as it stands on the screen. Returns whether there is such a hit."""
    if not 1 <= number <= len(visit.hits):
        return False
    visit.marked = number - 1
    return True


def choose_listed(visit: Visit, number: int) -> bool:
    """Choose what has a number in the pane that stands open: its list takes the place of the hits."""
    if not 1 <= number <= len(visit.listed):
        return False
    if visit.before is None:
        visit.before = Before(visit.over, visit.query, visit.pane, visit.hits, visit.weak, visit.ring, visit.marked)
    visit.hits, visit.weak, visit.ring = list(visit.listed), False, None
    visit.marked, visit.pane, visit.query = number - 1, "skærm", ""
    return True


def open_pane(visit: Visit, pane: Pane) -> None:
    """Show something in the place of the guide; the same again shows the guide. What is read is remembered."""
    visit.listed, visit.before, visit.subject, visit.by_words, visit.over = [], None, None, False, visit.typed
    visit.pane = "skærm" if visit.pane == pane else pane
    if visit.pane in ("alt", "net", "kilder") and (hit := visit.chosen):
        visit.read.add(hit.id)


def open_acute(visit: Visit, typed: str, subject: str | None) -> None:
    """Show acute help because it was typed for: `akut`, or with a subject. Nothing else is meant by it."""
    visit.typed = typed
    open_pane(visit, "skærm")
    visit.pane, visit.subject, visit.by_words = "akut", subject, True
    visit.query, visit.hits, visit.weak, visit.ring, visit.marked = " ".join(typed.split()), [], False, None, 0


def back(visit: Visit) -> str | None:
    """One step back: from a pane to the guide, from what was chosen in a list to the list, else to an empty field.

    Returns what the field holds from now on; None when it stays as it is. It never ends anything.
    """
    if visit.before and visit.pane == "skærm":
        before, visit.before = visit.before, None
        visit.pane, visit.query, visit.listed, visit.typed = before.pane, before.query, [], before.typed
        visit.hits, visit.weak, visit.ring, visit.marked = before.hits, before.weak, before.ring, before.marked
        return before.typed
    if visit.pane != "skærm" and not visit.by_words:
        visit.pane = "skærm"
        return None
    if visit.by_words:
        visit.query, visit.pane, visit.subject, visit.by_words = "", "skærm", None, False
    if visit.query and not visit.hits:
        visit.unanswered += 1
    visit.listed, visit.typed, visit.over = [], "", ""
    visit.query, visit.hits, visit.weak, visit.ring, visit.marked = "", [], False, None, 0
    return ""


# --- Questions, basket, paper -----------------------------------------------------------------------------------------


def next_answer(answer: bool | None) -> bool | None:
    """The next answer of a question that one key goes through: not said, yes, no, not said."""
    return {None: True, True: False, False: None}[answer]


def put_in_basket(visit: Visit, hit: Hit) -> bool:
    """Put an entry on the paper that is being gathered. Returns whether it was put there: not twice, not too many."""
    if hit.id in visit.basket or len(visit.basket) >= MOST_BASKET:
        return False
    visit.basket[hit.id] = hit.title
    visit.unprinted = True
    return True


def take_out(visit: Visit, number: int) -> str | None:
    """Take the entry with a number out of the basket. Returns its title, or None when there is no such number."""
    ids = list(visit.basket)
    if not 1 <= number <= len(ids):
        return None
    title = visit.basket.pop(ids[number - 1])
    visit.unprinted = bool(visit.basket)
    return title


def for_paper(visit: Visit, *, whole_basket: bool) -> list[str]:
    """The ids that go on the paper: the basket's, or the chosen entry's alone."""
    if whole_basket:
        return list(visit.basket)
    return [visit.chosen.id] if visit.chosen else []


def was_printed(visit: Visit, identifiers: list[str]) -> None:
    """The paper is out: what was agreed goes with it, and the choices of the visit stay."""
    visit.printed.update(identifiers)
    was_left(visit, identifiers)
    visit.paper = replace(visit.paper, note="")


def was_left(visit: Visit, identifiers: list[str]) -> None:
    """The paper lies as a file: who was told so need not be asked about the basket again."""
    if set(visit.basket) <= set(identifiers):
        visit.unprinted = False


def asks_before_next(visit: Visit) -> bool:
    """Whether the next citizen must be confirmed: something was gathered and is not on paper yet."""
    return visit.unprinted and bool(visit.basket)
