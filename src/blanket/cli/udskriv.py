"""`blanket udskriv HVAD…`: the citizen's handout, to a file, to stdout, to a printer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket import texts
from blanket.cli.completion import complete_entry
from blanket.cli.find import one_of
from blanket.cli.outcome import Outcome
from blanket.cli.session import (
    KbOption,
    MunicipalityOption,
    Session,
    chosen_municipality,
    named_paths,
    session,
)
from blanket.cli.vis import Unclear, candidates, find_entry
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.lookup import Found
from blanket.search.words import cut_cpr

if TYPE_CHECKING:
    from blanket.guide.parts import Handout
    from blanket.kb.format.model import Municipality, Place

FORMATS = ("pdf", "html", "md", "txt")
WAYS = ("digital", "papir", "begge")


def udskriv(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD…",
            help="Id, blanketnummer, nummer fra sidste søgning eller ord; gerne flere.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help="pdf (standard), html, md eller txt.", show_default=False
        ),
    ] = "pdf",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--ud", metavar="FIL", help="Filens navn; - er standard-ud.", show_default=False),
    ] = None,
    large: Annotated[bool, typer.Option("--stor", help="Stor skrift.", show_default=False)] = False,
    way: Annotated[
        str, typer.Option("--vej", metavar="VEJ", help="digital, papir eller begge (standard).", show_default=False)
    ] = "begge",
    note: Annotated[
        list[str] | None,
        typer.Option("--note", metavar="TEKST", help="Skrives under “Det har vi aftalt”.", show_default=False),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--sted", metavar="ID", help="Hvor og hvornår I kan mødes.", show_default=False)
    ] = None,
    full: Annotated[bool, typer.Option("--fuld", help="Skriv også et forløbs opgaver ud.", show_default=False)] = False,
    every: Annotated[
        bool, typer.Option("--alle", help="Skriv alle opgaver ud i én mappe (-o MAPPE).", show_default=False)
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overskriv", help="Skriv oven i en fil, der findes.", show_default=False)
    ] = False,
    opened_after: Annotated[
        bool, typer.Option("--åbn", "--aabn", help="Åbn filen bagefter.", show_default=False)
    ] = False,
    to_printer: Annotated[
        bool, typer.Option("--print", "-p", help="Send til den printer, der er valgt som standard.", show_default=False)
    ] = False,
    printer: Annotated[
        str | None, typer.Option("--printer", metavar="NAVN", help="Send til denne printer.", show_default=False)
    ] = None,
    municipality: MunicipalityOption = None,
    kb: KbOption = None,
) -> Outcome:
    """Lav borgerens ark: til at tage med hjem."""
    form = one_of(form, FORMATS, texts.UNKNOWN_FORMAT, "value")
    way = one_of(way, WAYS, texts.UNKNOWN_WAY, "value")
    if bool(what) == every:
        missing = texts.ALL_AND_WHAT if every else texts.MISSING_ARGUMENT.format(name="HVAD")
        raise BlanketError(missing, texts.HELP_TRY.format(command="blanket udskriv"), Exit.WRONG_USE)
    to_stdout = out is not None and str(out) == "-"
    for option, given in (("-o -", to_stdout and every), ("--åbn", opened_after), ("--printer", to_printer or printer)):
        if given and (every or to_stdout):
            said = texts.ALL_TO_FILES if every else texts.STDOUT_ALONE
            raise BlanketError(
                said.format(option=option), texts.HELP_TRY.format(command="blanket udskriv"), Exit.WRONG_USE
            )
    with session(kb) as opened:
        maker = _Maker(
            opened,
            form=form,
            way=way,
            large=large,
            full=full,
            notes=note or [],
            municipality=chosen_municipality(opened, municipality),
            place=_place(opened, place),
            named=named_paths(kb),
        )
        if every:
            return _all(maker, out or Path("ark"), overwrite)
        try:
            entries = _entries(opened, what or [])
        except Unclear as unclear:
            return candidates(unclear, opened, as_json=False)
        content = maker.make(entries)
        if to_stdout:
            return _to_stdout(content, form, opened.notes)
        file = out or Path(_name(entries, large, form))
        write_new(file, content, overwrite=overwrite)
        lines = [texts.WROTE.format(file=file)]
        if opened_after:
            from blanket.guide.printing import open_file

            open_file(file)
        if to_printer or printer:
            from blanket.guide.printing import send_to_printer

            lines.append(texts.PRINTED.format(name=send_to_printer(file, printer)))
        return Outcome(text="\n".join(lines), notes=opened.notes)


class _Maker:
    """Makes handouts with one set of choices."""

    def __init__(
        self,
        opened: Session,
        *,
        form: str,
        way: str,
        large: bool,
        full: bool,
        notes: list[str],
        municipality: Municipality | None,
        place: Place | None,
        named: list[Path],
    ) -> None:
        self.opened, self.form, self.way, self.large, self.full = opened, form, way, large, full
        self.notes = [self._without_cpr(note) for note in notes]
        self.municipality, self.place = municipality, place
        self.index_file = next((path for path in named if path.is_file()), None)
        own = [self.index_file.parent] if self.index_file else named
        self.templates = [folder / "templates" for folder in own if (folder / "templates").is_dir()]

    def make(self, entries: list[Found]) -> bytes:
        """The handout of these entries as the file's content."""
        from blanket.guide.document import document

        content, notes = document(self.view(entries), self.form, self.templates)  # type: ignore[arg-type]
        self.opened.notes.extend(note for note in notes if note not in self.opened.notes)
        return content

    def view(self, entries: list[Found]) -> Handout:
        """The handout's view model."""
        from blanket.guide.citizen import handout

        made = handout(
            self.opened.db,
            entries,
            way=self.way,  # type: ignore[arg-type]
            municipality=self.municipality,
            place=self.place,
            notes=self.notes,
            large=self.large,
            full=self.full,
        )
        if made.logo and self.index_file:
            made.logo = self._logo_beside(self.index_file, made.logo.name)
        return made

    def _logo_beside(self, index_file: Path, name: str) -> Path | None:
        """The logo beside the one-file index that was handed out; None, with a note, when it was left behind."""
        if (logo := index_file.with_name(name)).is_file():
            return logo
        if (note := texts.LOGO_MISSING.format(name=name)) not in self.opened.notes:
            self.opened.notes.append(note)
        return None

    def _without_cpr(self, note: str) -> str:
        text, cut = cut_cpr(note)
        if cut:
            self.opened.notes.append(texts.CPR_CUT_NOTE)
        return text


def _entries(opened: Session, what: list[str]) -> list[Found]:
    """The entries asked for: each argument one, or all of them together the words for one."""
    cut = [cut_cpr(item) for item in what]
    what = [item for item, _ in cut if item.strip()]
    if any(was_cut for _, was_cut in cut):
        opened.notes.append(texts.CPR_CUT)
    if not what:
        missing = texts.MISSING_ARGUMENT.format(name="HVAD")
        raise BlanketError(missing, texts.HELP_TRY.format(command="blanket udskriv"), Exit.WRONG_USE)
    if len(what) > 1 and not all(_names_one(opened, item) for item in what):
        return [find_entry(opened, " ".join(what))]
    return [find_entry(opened, item) for item in what]


def _names_one(opened: Session, text: str) -> bool:
    """Whether a single argument is an id, a form number or a number of the last search."""
    return text.strip().isdigit() or lookup.names_entry(opened.db, text)


def _place(opened: Session, identifier: str | None) -> Place | None:
    from blanket.kb.format.model import Place

    if identifier is None:
        return None
    found = lookup.get(opened.db, identifier)
    if found is None or not isinstance(found.content, Place):
        from blanket.kb.format.schema import nearest

        near = nearest(identifier, lookup.ids_of_kind(opened.db, "sted"))
        hint = f" Mente du {near}?" if near else ""
        raise BlanketError(texts.NO_SUCH_PLACE.format(id=identifier, hint=hint), texts.STAFF_PLACE_CURE)
    return found.content


def _all(maker: _Maker, folder: Path, overwrite: bool) -> Outcome:
    """Every task into one folder; each file is whole or not there, also when it is stopped on the way."""
    identifiers = lookup.ids_of_kind(maker.opened.db, "opgave")
    written = 0
    try:
        for number, identifier in enumerate(_counted(identifiers), 1):
            found = lookup.get(maker.opened.db, identifier)
            assert found is not None
            write_new(folder / _name([found], maker.large, maker.form), maker.make([found]), overwrite=overwrite)
            written = number
    except KeyboardInterrupt:
        stopped = texts.STOPPED.format(count=written, folder=folder)
        return Outcome(text=stopped, code=Exit.NOTHING_FOUND, notes=maker.opened.notes)
    return Outcome(text=texts.WROTE_ALL.format(count=written, folder=folder), notes=maker.opened.notes)


def _counted(items: list[str]) -> Iterator[str]:
    """The items, with a line on stderr that counts them where somebody is watching."""
    for done, item in enumerate(items):
        if sys.stderr.isatty():
            print("\r" + texts.WRITING.format(done=done + 1, total=len(items)), end="", file=sys.stderr, flush=True)
        yield item
    if sys.stderr.isatty():
        print(file=sys.stderr)


def _to_stdout(content: bytes, form: str, notes: list[str]) -> Outcome:
    if form == "pdf" and sys.stdout.isatty():
        raise BlanketError(texts.STDOUT_IS_SCREEN, texts.STDOUT_IS_SCREEN_CURE, Exit.WRONG_USE)
    return Outcome(binary=content, notes=notes)


def _name(entries: list[Found], large: bool, form: str) -> str:
    """A telling name: the first entry's id, `-m-fl` for more, `-stor` for large print."""
    more = "-m-fl" if len(entries) > 1 else ""
    return f"{entries[0].id}{more}{'-stor' if large else ''}.{form}"


def write_new(file: Path, content: bytes, *, overwrite: bool) -> None:
    """Write a file, whole or not at all. Raises BlanketError when it may not be replaced or cannot be written."""
    from blanket.settings import write_whole

    if file.exists() and not overwrite:
        raise BlanketError(texts.FILE_EXISTS.format(file=file), texts.FILE_EXISTS_CURE)
    try:
        write_whole(file, content)
    except OSError as error:
        raise BlanketError(
            texts.FILE_UNWRITABLE.format(file=file, why=error.strerror), texts.FILE_UNWRITABLE_CURE
        ) from error
