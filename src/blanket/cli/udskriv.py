"""`blanket udskriv HVAD…`: the citizen's handout, to a file, to stdout, to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket import texts
from blanket.cli.completing import complete_choice, complete_entry, complete_place
from blanket.cli.options import KbOption, MunicipalityOption, Progress, named_by, one_of, preparing
from blanket.cli.outcome import Outcome, to_terminal
from blanket.cli.vis import candidates, nothing_meant
from blanket.desk.handing_out import (
    Request,
    all_pages,
    file_name,
    notes_without_cpr,
    page_of,
    place_named,
    save,
)
from blanket.desk.meaning import Unclear, entries_meant, without_cpr
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.errors import BlanketError, Exit

if TYPE_CHECKING:
    from blanket.search.lookup import Found

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
            "--format",
            "-f",
            metavar="FORMAT",
            help="pdf (standard), html, md eller txt.",
            autocompletion=complete_choice(FORMATS),
            show_default=False,
        ),
    ] = "pdf",
    out: Annotated[
        Path | None,
        typer.Option("-o", "--ud", metavar="FIL", help="Filens navn; - er standard-ud.", show_default=False),
    ] = None,
    large: Annotated[bool, typer.Option("--stor", help="Stor skrift.", show_default=False)] = False,
    way: Annotated[
        str,
        typer.Option(
            "--vej",
            metavar="VEJ",
            help="digital, papir eller begge (standard).",
            autocompletion=complete_choice(WAYS),
            show_default=False,
        ),
    ] = "begge",
    note: Annotated[
        list[str] | None,
        typer.Option("--note", metavar="TEKST", help="Skrives under “Det har vi aftalt”.", show_default=False),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--sted",
            metavar="ID",
            help="Hvor og hvornår I kan mødes.",
            autocompletion=complete_place,
            show_default=False,
        ),
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
    with open_base(named_by(kb), preparing()) as base:
        words = without_cpr(base, what or ())
        if not words and not every:
            raise nothing_meant("udskriv")
        agreed = notes_without_cpr(base, note or [])

        def request(base: OpenBase) -> Request:
            return Request(
                form=form,  # type: ignore[arg-type]  # `one_of` has looked
                way=way,  # type: ignore[arg-type]
                large=large,
                full=full,
                notes=agreed,
                municipality=chosen_municipality(base, municipality),
                place=place_named(base, place),
            )

        def made(base: OpenBase) -> tuple[list[Found], Request, bytes] | Unclear:
            entries = entries_meant(base, words)
            if isinstance(entries, Unclear):
                return entries
            asked = request(base)
            return entries, asked, page_of(base, entries, asked)

        if every:
            return _all(base, base.ask(request), out or Path("ark"), overwrite)
        done = base.ask(made)
        if isinstance(done, Unclear):
            return candidates(done, base, as_json=False)
    entries, asked, content = done
    if to_stdout:
        return _to_stdout(content, form, base.notes)
    file = out or Path(file_name(entries, asked))
    save(file, content, overwrite=overwrite)
    lines = [texts.WROTE.format(file=file)]
    if opened_after:
        from blanket.guide.printing import open_file

        open_file(file)
    if to_printer or printer:
        from blanket.guide.printing import send_to_printer

        lines.append(texts.PRINTED.format(name=send_to_printer(file, printer)))
    return Outcome(text="\n".join(lines), notes=base.notes)


def _all(base: OpenBase, request: Request, folder: Path, overwrite: bool) -> Outcome:
    """Every task into one folder; each file is whole or not there, also when it is stopped on the way."""
    written = 0
    progress = Progress(texts.WRITING, every=1)
    try:
        for name, content in all_pages(base, request, progress):
            save(folder / name, content, overwrite=overwrite)
            written += 1
    except KeyboardInterrupt:
        stopped = texts.STOPPED.format(count=written, folder=folder)
        return Outcome(text=stopped, code=Exit.NOTHING_FOUND, notes=base.notes)
    return Outcome(text=texts.WROTE_ALL.format(count=written, folder=folder), notes=base.notes)


def _to_stdout(content: bytes, form: str, notes: list[str]) -> Outcome:
    if form == "pdf" and to_terminal():
        raise BlanketError(texts.STDOUT_IS_SCREEN, texts.STDOUT_IS_SCREEN_CURE, Exit.WRONG_USE)
    return Outcome(binary=content, notes=notes)
