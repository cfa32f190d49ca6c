"""The paper of a visit: made, looked at, read together on the screen, and sent to a printer without leaving a trace.

Here goes the step from a visit's choices to `handing_out` and `paper_files`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from blanket.desk.handing_out import Page, Request, event_of, notes_without_cpr, page_of, place_named, read_back
from blanket.desk.opening import OpenBase, chosen_municipality
from blanket.desk.paper_files import private, was_taken
from blanket.desk.places import PlaceQuery, places_for
from blanket.desk.press import Press
from blanket.desk.visit import Paper, Visit
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.settings import load_settings
from blanket.texts import desk as texts

if TYPE_CHECKING:
    from blanket.guide.paper.citizen import Way
    from blanket.guide.paper.document import Kind


class LeftAsFile(BlanketError):
    """A paper that is on no printer, but lies as a file until the next citizen comes.

    `printers`: one of these would do, when somebody says which.
    """

    def __init__(self, what: str, cure: str, code: Exit, printers: Sequence[str] = ()) -> None:
        super().__init__(what, cure, code)
        self.printers = list(printers)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper that is ready. `notes`: what must be known before it is printed, as that something does not fit.

    `day`: the day that deadlines are counted from, as it was understood; empty when none was given.
    """

    ids: list[str]
    page: Page
    notes: list[str]
    day: str = ""

    @property
    def pages(self) -> int:
        """How many pages it has."""
        from blanket.guide.paper.pdf import page_count  # which imports no Typst

        return page_count(self.page.content)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a paper is made from: it goes to the thread of the base, so it changes no more."""

    ids: list[str]
    way: Way
    paper: Paper


def wanted(visit: Visit, identifiers: list[str]) -> Wanted:
    """What the visit wants printed. `Paper` is copied: the form may go on changing it."""
    from dataclasses import replace

    return Wanted(list(identifiers), visit.way, replace(visit.paper))


def sheet(base: OpenBase, asked: Wanted, press: Press | None = None) -> Sheet:
    """The paper as PDF, made by a press where there is one.

    Raises BlanketError for an entry that is not for citizens, and when nothing is chosen.
    """
    if press:
        press.begin()  # it gets ready while the entries are read
    entries = _entries(base, asked.ids)
    before, base.notes = base.notes, []
    try:
        request = _request(base, asked, "pdf", entries)
        page = page_of(base, entries, request, press)
        return Sheet(asked.ids, page, base.notes, read_back(entries, request))
    finally:
        base.notes = before


def read_together(base: OpenBase, asked: Wanted) -> str:
    """The citizen's page as text, to be read together on the screen: nothing in it or after it is for staff."""
    entries = _entries(base, asked.ids)
    before, base.notes = base.notes, []  # what staff are told of a page stands in the print form
    try:
        return page_of(base, entries, _request(base, asked, "txt", entries)).content.decode()
    finally:
        base.notes = before


def print_sheet(made: Sheet, printer: str | None = None) -> str:
    """Send a paper to a printer: the one that is named, else the remembered one, else the default. Returns its name.

    Raises LeftAsFile when it cannot be printed: it says where the paper lies until the next citizen comes; another
    BlanketError when it cannot be written either.
    """
    from blanket.guide.paper.printing import ChoosePrinter, NoPrinter, send_to_printer

    file = private(made.page.name, made.page.content)
    try:
        name = send_to_printer(file, printer or load_settings().printer)
    except NoPrinter as error:
        raise LeftAsFile(texts.DESK_NO_PRINTER.format(file=file), texts.DESK_NO_PRINTER_CURE, error.code) from error
    except ChoosePrinter as error:
        raise LeftAsFile(error.what, texts.DESK_PRINT_CURE, error.code, error.printers) from error
    except BlanketError as error:
        raise LeftAsFile(error.what, texts.DESK_PRINT_CURE, error.code) from error
    was_taken(file)
    return name


def open_sheet(made: Sheet) -> None:
    """Open a paper in the machine's own viewer, where it can be kept; the file is gone when the next citizen comes.

    Raises BlanketError when it cannot be written, or nothing opens it.
    """
    from blanket.guide.paper.printing import open_in_viewer

    open_in_viewer(private(made.page.name, made.page.content))


def known_printers() -> list[str]:
    """The printers of this machine; none when the system does not say."""
    from blanket.guide.paper.printing import printers

    return printers()


def event_for(base: OpenBase, identifiers: Sequence[str]) -> str:
    """What happened on the day that deadlines of these entries run from; empty when none runs from a day."""
    return event_of([entry for one in identifiers if (entry := lookup.get(base.db, one))])


def meeting_places(base: OpenBase) -> list[tuple[str, str]]:
    """(id, name) of the places where one can meet: the chosen kommune's, with an address.

    A bed for the night and a crisis centre are no such place, nor is an office's address for letters.
    """
    found = places_for(base, PlaceQuery())
    own = [view for view in found.views if found.kommune and view.place.municipality and view.place.sort == "sted"]
    return [
        (view.place.id, view.place.title)
        for view in own
        if view.place.address and not view.staff_only and not view.place.crisis
    ]


def _entries(base: OpenBase, identifiers: Sequence[str]) -> list[Found]:
    found = [entry for one in identifiers if (entry := lookup.get(base.db, one))]
    if not found:
        raise BlanketError(texts.DESK_NOTHING_TO_PRINT)
    return found


def _request(base: OpenBase, asked: Wanted, form: Kind, entries: Sequence[Found]) -> Request:
    """The choices for a page. A day that no deadline of these entries runs from is left out, with a note."""
    paper = asked.paper
    day = paper.day if event_of(entries) else None
    if paper.day and day is None:
        base.note(texts.DESK_DAY_UNUSED)
    return Request(
        form=form,
        way=asked.way,
        large=paper.large,
        card=paper.card,
        day=day,
        helper=" ".join(notes_without_cpr(base, [paper.helper])),
        notes=notes_without_cpr(base, [paper.note] if paper.note.strip() else []),
        municipality=chosen_municipality(base, None),
        place=place_named(base, paper.place),
    )
