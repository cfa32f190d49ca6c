"""Handing out: from entries and choices to the citizen's page as a file, on a printer, or in a viewer.

Here goes what every face does with a page once its entries are chosen. What stands on it is settled in `guide`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from blanket import texts
from blanket.cpr import cut_cpr
from blanket.desk.opening import OpenBase, Progress
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.system import refused
from blanket.writing import write_whole

if TYPE_CHECKING:
    from blanket.guide.citizen import Way
    from blanket.guide.document import Kind
    from blanket.guide.parts import Handout
    from blanket.kb.format.model import Municipality, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The choices for a page. `notes`: what was agreed. `full`: a journey's tasks are printed after its list."""

    form: Kind = "pdf"
    way: Way = "begge"
    large: bool = False
    full: bool = False
    notes: Sequence[str] = ()
    municipality: Municipality | None = None
    place: Place | None = None


def page_of(base: OpenBase, entries: Sequence[Found], request: Request) -> bytes:
    """The page of these entries as a file's content; text as UTF-8. What does not fit is said in the base's notes.

    Raises BlanketError for an entry that is not for citizens, and for a template or logo that cannot be used.
    """
    from blanket.guide.document import document

    content, notes = document(_handout(base, entries, request), request.form, _own_templates(base))
    for note in notes:
        base.note(note)
    return content


def all_pages(base: OpenBase, request: Request, progress: Progress | None = None) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of every task's page. `progress`: called with (pages made, pages in all)."""
    identifiers = base.ask(lambda base: lookup.ids_of_kind(base.db, "opgave"))
    for number, identifier in enumerate(identifiers, 1):
        if progress:
            progress(number, len(identifiers))
        yield base.ask(lambda base, identifier=identifier: _one_page(base, identifier, request))  # type: ignore[misc]


def _one_page(base: OpenBase, identifier: str, request: Request) -> tuple[str, bytes]:
    found = lookup.get(base.db, identifier)
    assert found is not None, identifier
    return file_name([found], request), page_of(base, [found], request)


def file_name(entries: Sequence[Found], request: Request) -> str:
    """A telling name: the first entry's id, `-m-fl` for more, `-stor` for large print."""
    more = "-m-fl" if len(entries) > 1 else ""
    return f"{entries[0].id}{more}{'-stor' if request.large else ''}.{request.form}"


def save(file: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a page, whole or not at all. Raises BlanketError when it may not be replaced or cannot be written."""
    with refused(texts.FILE_UNWRITABLE, texts.FILE_UNWRITABLE_CURE, file=file):
        if file.exists() and not overwrite:
            raise BlanketError(texts.FILE_EXISTS.format(file=file), texts.FILE_EXISTS_CURE)
        write_whole(file, content)


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
        base.note(texts.CPR_CUT_NOTE)
    return [note for note, _ in cut]


def _handout(base: OpenBase, entries: Sequence[Found], request: Request) -> Handout:
    from blanket.guide.citizen import handout

    made = handout(
        base.db,
        entries,
        way=request.way,
        municipality=request.municipality,
        place=request.place,
        notes=request.notes,
        large=request.large,
        full=request.full,
    )
    if made.logo and base.file:
        made.logo = _logo_beside(base, base.file, made.logo.name)
    return made


def _own_templates(base: OpenBase) -> list[Path]:
    """The folders with templates of a kommune's own: in its kb folders, or beside its one-file index."""
    own = [base.file.parent] if base.file else base.named
    with refused(texts.NO_SUCH_KB, texts.NO_SUCH_KB_CURE, Exit.UNUSABLE, folder=", ".join(map(str, own))):
        return [folder / "templates" for folder in own if (folder / "templates").is_dir()]


def _logo_beside(base: OpenBase, index_file: Path, name: str) -> Path | None:
    """The logo beside the one-file index that was handed out; None, with a note, when it was left behind."""
    logo = index_file.with_name(name)
    if logo.is_file():
        return logo
    base.note(texts.LOGO_MISSING.format(name=name))
    return None
