"""Handing out: from entries and choices to the citizen's page as a file, on a printer, or in a viewer.

Here goes what every face does with a page once its entries are chosen. What stands on it is settled in `guide`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blanket.cpr import cut_cpr
from blanket.desk.layering import to_hand_out
from blanket.desk.opening import OpenBase, noted_settings
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.system import refused
from blanket.texts import finding as finding_texts
from blanket.texts import opening as opening_texts
from blanket.texts import papers as texts
from blanket.texts import screens as screen_texts

if TYPE_CHECKING:
    from datetime import date

    from blanket.desk.press import Press
    from blanket.guide.paper.citizen import Choices, Reader, Way
    from blanket.guide.paper.document import Kind
    from blanket.guide.paper.parts import Handout
    from blanket.kb.format.model import Municipality, Place

_FEW_TASKS = 2  # of a form, that a note has room for
CARD_NAME = "numre"  # of a file that says nothing about what it holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The choices for a page.

    `day`: of the event that deadlines run from. `helper`: a first name for the head line. `notes`: what was agreed.
    `full`: a journey's tasks are printed after its list. `each`: one step a page. `card`: only the numbers. `reader`:
    for staff, a journey's steps are theirs.
    """

    form: Kind = "pdf"
    way: Way = "papir"
    large: bool = False
    full: bool = False
    each: bool = False
    card: bool = False
    day: date | None = None
    helper: str = ""
    notes: Sequence[str] = ()
    municipality: Municipality | None = None
    place: Place | None = None
    reader: Reader = "borger"


class Page(NamedTuple):
    """A page that is ready: the name for its file, and its content (text as UTF-8)."""

    name: str
    content: bytes


def page_of(base: OpenBase, entries: Sequence[Found], request: Request, press: Press | None = None) -> Page:
    """The page of these entries. What staff have to be told, as what does not fit, is said in the base's notes.

    `press`: makes it in a process of its own; without one it is made here.
    Raises BlanketError for an entry that is not for citizens, for a day that no deadline runs from, and for a template
    or logo that cannot be used.
    """
    page, notes = _page_and_notes(base, entries, request, press)
    for note in notes:
        base.note(note)
    return page


def strict_page(base: OpenBase, entries: Sequence[Found], request: Request) -> None:
    """Make a page and throw it away. Raises BlanketError where logo or own templates would give way."""
    from blanket.guide.paper.document import strict_document

    strict_document(handout_of(base, entries, request), request.form, own_templates(base))


def _page_and_notes(
    base: OpenBase, entries: Sequence[Found], request: Request, press: Press | None = None
) -> tuple[Page, list[str]]:
    if press:
        document = press.document
    else:
        from blanket.guide.paper.document import document

    made = _sheet(base, entries[0], request) if _is_sheet(entries) else handout_of(base, entries, request)
    content, notes = document(made, request.form, own_templates(base))
    return Page(file_name(entries, request), content), notes


def staff_page_of(base: OpenBase, entries: Sequence[Found], request: Request) -> Page:
    """A journey's steps for staff, as a document of its own. Raises BlanketError when none of the entries is one."""
    journeys = [found for found in entries if found.kind == "forløb"]
    if not journeys:
        raise BlanketError(texts.NOT_A_JOURNEY, texts.NOT_A_JOURNEY_CURE, Exit.WRONG_USE)
    asked = replace(request, reader="personale", notes=(), full=False, card=False, each=False)
    page = page_of(base, journeys, asked)
    name = Path(page.name)
    return Page(f"{name.stem}-personale{name.suffix}", page.content)


def file_name(entries: Sequence[Found], request: Request) -> str:
    """A telling name: the first entry's id, `-m-fl` for more, `-stor` for large print; a card's tells nothing."""
    if request.card:
        return f"{CARD_NAME}.{request.form}"
    if _is_sheet(entries):
        return f"{screen_texts.WHO_CAN_FILE.format(id=entries[0].id)}{'-stor' if request.large else ''}.{request.form}"
    more = "-m-fl" if len(entries) > 1 else ""
    return f"{entries[0].id}{more}{'-stor' if request.large else ''}.{request.form}"


def read_back(entries: Sequence[Found], request: Request) -> str:
    """The day that was understood, as `day_read_back` says it; empty when none was given."""
    return "" if request.day is None else day_read_back(request.day, event_of(entries))


def day_read_back(day: date, event: str) -> str:
    """A day with weekday, year and event; one that lies ahead with how far, for a slip of the finger.

    `event`: empty where it is not known what happened on the day.
    """
    from blanket.guide.days.dates import said_date, today

    said = (texts.COUNTED_FROM if event else texts.COUNTED_FROM_DAY).format(day=said_date(day), event=event)
    ahead = (day - today()).days
    return f"{said} {texts.COUNTED_AHEAD[ahead != 1].format(count=ahead)}" if ahead > 0 else said


def day_meant(typed: str) -> date:
    """The day that a text means. Raises BlanketError when it is none."""
    from blanket.guide.days.dates import parse_day, today

    return parse_day(typed, today())


def place_named(base: OpenBase, identifier: str | None) -> Place | None:
    """The place with an id; None for None. Raises BlanketError, with a suggestion, when there is no such place."""
    from blanket.kb.format.model import Place

    if identifier is None:
        return None
    found = lookup.get(base.db, identifier)
    if found is None or not isinstance(found.content, Place):
        from blanket.did_you_mean import hint

        near = hint(identifier, lookup.ids_of_kind(base.db, "sted"))
        raise BlanketError(texts.NO_SUCH_PLACE.format(id=identifier, hint=near), texts.STAFF_PLACE_CURE)
    return found.content


def notes_without_cpr(base: OpenBase, notes: Sequence[str]) -> list[str]:
    """Notes for the page without anything that looks like a CPR number; says so when there was one."""
    cut = [cut_cpr(note) for note in notes]
    if any(was_cut for _, was_cut in cut):
        base.note(finding_texts.CPR_CUT_NOTE)
    return [note for note, _ in cut]


def _is_sheet(entries: Sequence[Found]) -> bool:
    """Whether a kommune alone is asked for: its sheet for colleagues is made, which is for staff."""
    return len(entries) == 1 and entries[0].kind == "kommune"


def _sheet(base: OpenBase, found: Found, request: Request) -> Handout:
    """Who can do what in a kommune. Raises BlanketError for a volunteer: it has the line for staff."""
    from blanket.guide.days.clock import now
    from blanket.guide.screens.colleagues import sheet
    from blanket.guide.screens.may_i import VOLUNTEER
    from blanket.kb.format.model import Municipality

    if noted_settings(base).role == VOLUNTEER:
        raise BlanketError(screen_texts.VOLUNTEER_NO_SHEET, screen_texts.NOT_FOR_VOLUNTEERS_CURE)
    assert isinstance(found.content, Municipality)
    return sheet(base.db, found.content, now(), large=request.large)


def handout_of(base: OpenBase, entries: Sequence[Found], request: Request) -> Handout:
    """What stands on the page of these entries; what staff have to be told is said in the base's notes.

    Raises BlanketError as `page_of` does.
    """
    from blanket.guide.paper.citizen import card, handout
    from blanket.guide.paper.for_staff import before_it_is_handed_over

    entries = to_hand_out(base, entries, request.municipality.id if request.municipality else None)
    _refuse_stubs(entries)
    choices = _choices(base, entries, request)
    made = (card if request.card else handout)(base.db, entries, choices)
    said = [*choices.told, *before_it_is_handed_over(made), *_of_forms(base, entries), *_warnings(entries, request)]
    for note in said:
        base.note(note)
    if made.logo and base.file:
        made.logo = _logo_beside(base, base.file, made.logo.name)
    return made


def _refuse_stubs(entries: Sequence[Found]) -> None:
    """Raise BlanketError for a form of which only its publisher's list is known: its page would tell nothing."""
    from blanket.kb.format.model import Entry
    from blanket.kb.importing.stubs import is_stub

    for found in entries:
        if isinstance(found.content, Entry) and is_stub(found.content):
            raise BlanketError(texts.IS_STUB.format(id=found.id), texts.IS_STUB_CURE.format(id=found.id))


def _choices(base: OpenBase, entries: Sequence[Found], request: Request) -> Choices:
    from blanket.guide.days.dates import today
    from blanket.guide.days.reckoning import Calendar
    from blanket.guide.paper.citizen import Choices

    event = event_of(entries) if request.day else ""
    if request.day and not event:
        raise BlanketError(texts.NO_EVENT, texts.NO_EVENT_CURE, Exit.WRONG_USE)
    return Choices(
        calendar=Calendar(today(), event, request.day),
        way=request.way,
        municipality=request.municipality,
        place=request.place,
        notes=request.notes,
        helper=request.helper,
        large=request.large,
        full=request.full,
        each=request.each,
        reader=request.reader,
        volunteer=noted_settings(base).role == "frivillig",
    )


def event_of(entries: Sequence[Found]) -> str:
    """The event that the day is of: that of the first entry that has one."""
    return next((event for found in entries if (event := getattr(found.content, "event", None))), "")


def _of_forms(base: OpenBase, entries: Sequence[Found]) -> Iterator[str]:
    """That a form's paper is about it and is not the form, and which task has a paper of its own for it."""
    from blanket.kb.format.model import Form

    ids = {found.id for found in entries}
    for found in entries:
        if not isinstance(found.content, Form):
            continue
        yield texts.ABOUT_THE_FORM
        using = [(id_, title) for kind, id_, title in lookup.referring(base.db, found.id) if kind == "opgave"]
        named = [texts.TASK_NAMED.format(title=title, id=id_) for id_, title in using if id_ not in ids]
        if 1 <= len(named) <= _FEW_TASKS and len(named) == len(using):
            yield texts.TASK_OF_FORM.format(tasks=texts.TASK_OR.join(named))


def _warnings(entries: Sequence[Found], request: Request) -> Iterator[str]:
    """What staff should think of before they hand it over, each once."""
    from blanket.guide.days.reckoning import same_event

    event = event_of(entries) if request.day else ""
    for found in entries:
        own = getattr(found.content, "event", None)
        if event and own and not same_event(own, event):
            title = getattr(found.content, "title", found.id)
            yield texts.OTHER_EVENT.format(title=title, event=own)
    if not all(getattr(found.content, "checked", None) for found in entries):
        yield texts.PAPER_NOT_CHECKED
    if not request.card and any(getattr(found.content, "sensitive", None) for found in entries):
        yield texts.SENSITIVE


def own_templates(base: OpenBase) -> list[Path]:
    """The folders with templates of a kommune's own: in its kb folders, or with its one-file index."""
    own = [base.file.parent, *_came_with(base)] if base.file else base.named
    with refused(
        opening_texts.NO_SUCH_KB, opening_texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=", ".join(map(str, own))
    ):
        return [folder / "templates" for folder in own if (folder / "templates").is_dir()]


def _logo_beside(base: OpenBase, index_file: Path, name: str) -> Path | None:
    """The logo that came with the release, or lies beside the one-file index; None, with a note, when there is none."""
    for logo in (*(folder / "logo" / name for folder in _came_with(base)), index_file.with_name(name)):
        if logo.is_file():
            return logo
    base.note(texts.LOGO_MISSING.format(name=name))
    return None


def _came_with(base: OpenBase) -> list[Path]:
    """The folder that the files of a release are unpacked in; none, with a note, where nothing can be kept."""
    from blanket.desk.releases import unpacked

    try:
        folder = unpacked(base)
    except OSError:
        base.note(texts.NOT_UNPACKED)
        return []
    return [folder] if folder else []
