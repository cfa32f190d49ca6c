"""`blanket udskriv HVAD…`: the citizen's handout, to a file, to stdout, to a printer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from blanket.cli.completing import complete_choice, complete_entry, complete_place
from blanket.cli.options import KbOption, MunicipalityOption, Progress, named_by, one_of, preparing
from blanket.cli.outcome import Outcome, to_terminal
from blanket.cli.vis import candidates, nothing_meant
from blanket.desk.all_papers import all_pages
from blanket.desk.handing_out import (
    Page,
    Request,
    day_meant,
    notes_without_cpr,
    page_of,
    place_named,
    read_back,
    staff_page_of,
)
from blanket.desk.meaning import Unclear, entries_meant, without_cpr
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.desk.paper_files import form_of, place_for, print_and_forget, private, save, sweep
from blanket.errors import BlanketError, Exit
from blanket.texts import papers as texts
from blanket.texts import usage as usage_texts

FORMATS = ("pdf", "html", "md", "txt")
WAYS = ("digital", "papir", "begge")


def udskriv(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD…",
            help="Nummer fra sidste søgning, blanketnummer, id eller ord. Gerne flere.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Arkets format: pdf, html, md eller txt.",
            autocompletion=complete_choice(FORMATS),
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("-o", "--ud", metavar="FIL", help="Gem arket i denne fil eller mappe.", show_default=False),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--dag", metavar="DAG", help="Regn frister fra den dag, fx 10-12.", show_default=False),
    ] = None,
    large: Annotated[bool, typer.Option("--stor", help="Lav arket i stor skrift.", show_default=False)] = False,
    way: Annotated[
        str,
        typer.Option(
            "--vej",
            metavar="VEJ",
            help="Vejen på arket: papir, digital eller begge.",
            autocompletion=complete_choice(WAYS),
            show_default=False,
        ),
    ] = "papir",
    note: Annotated[
        list[str] | None,
        typer.Option("--note", metavar="TEKST", help="Skriv en aftale på arket.", show_default=False),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--sted",
            metavar="ID",
            help="Skriv, hvor og hvornår I kan mødes.",
            autocompletion=complete_place,
            show_default=False,
        ),
    ] = None,
    helper: Annotated[
        str,
        typer.Option("--hjælper", "--hjaelper", metavar="NAVN", help="Skriv dit fornavn øverst.", show_default=False),
    ] = "",
    each: Annotated[bool, typer.Option("--trin", help="Sæt ét trin på hver side.", show_default=False)] = False,
    staff: Annotated[
        bool, typer.Option("--personale", help="Lav også et ark til personalet.", show_default=False)
    ] = False,
    card: Annotated[bool, typer.Option("--kort", help="Lav et lille kort kun med numre.", show_default=False)] = False,
    full: Annotated[bool, typer.Option("--fuld", help="Tag et forløbs opgaver med.", show_default=False)] = False,
    every: Annotated[
        bool, typer.Option("--alle", help="Lav ark til alle opgaver i én mappe.", show_default=False)
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overskriv", help="Skriv oven i en fil, der findes.", show_default=False)
    ] = False,
    opened_after: Annotated[
        bool, typer.Option("--åbn", "--aabn", help="Åbn filen bagefter.", show_default=False)
    ] = False,
    to_printer: Annotated[
        bool, typer.Option("--print", "-p", help="Send arket til standardprinteren.", show_default=False)
    ] = False,
    printer: Annotated[
        str | None, typer.Option("--printer", metavar="NAVN", help="Send arket til denne printer.", show_default=False)
    ] = None,
    municipality: MunicipalityOption = None,
    kb: KbOption = None,
) -> Outcome:
    """Lav borgerens ark: til at tage med hjem."""
    way = one_of(way, WAYS, texts.UNKNOWN_WAY, "value")
    chosen = one_of(form, FORMATS, texts.UNKNOWN_FORMAT, "value") if form else None
    if bool(what) == every:
        missing = texts.ALL_AND_WHAT if every else usage_texts.MISSING_ARGUMENT.format(name="HVAD")
        raise _wrong(missing)
    to_stdout = out == "-"
    kind = (chosen or "pdf") if every else form_of(out, chosen)  # type: ignore[arg-type]  # `one_of` has looked
    _refuse_together(every, to_stdout, opened_after, bool(to_printer or printer), staff)
    on = day_meant(day) if day else None
    sweep()
    with open_base(named_by(kb), preparing()) as base:
        words = without_cpr(base, what or ())
        if not words and not every:
            raise nothing_meant("udskriv")
        agreed = notes_without_cpr(base, note or [])
        name = " ".join(notes_without_cpr(base, [helper]))

        def request(base: OpenBase) -> Request:
            return Request(
                form=kind,  # type: ignore[arg-type]
                way=way,  # type: ignore[arg-type]
                large=large,
                full=full,
                each=each,
                card=card,
                day=on,
                helper=name,
                notes=agreed,
                municipality=chosen_municipality(base, municipality),
                place=place_named(base, place),
            )

        def made(base: OpenBase) -> tuple[list[Page], str] | Unclear:
            entries = entries_meant(base, words)
            if isinstance(entries, Unclear):
                return entries
            asked = request(base)
            pages = [page_of(base, entries, asked)]
            if staff:
                pages.append(staff_page_of(base, entries, asked))
            return pages, read_back(entries, asked)

        if every:
            return _all(base, base.ask(request), Path(out or "ark"), overwrite)
        done = base.ask(made)
        if isinstance(done, Unclear):
            return candidates(done, base, as_json=False)
    pages, understood = done
    if understood:  # before anything is written
        print(understood, file=sys.stderr)
    if to_stdout:
        return _to_stdout(pages[0].content, kind, base.notes)
    to = _Goal(out, printer, printing=to_printer or printer is not None, opened=opened_after, overwrite=overwrite)
    return Outcome(text="\n".join(_delivered(pages, to)), notes=base.notes)


def _refuse_together(every: bool, to_stdout: bool, opened: bool, printed: bool, staff: bool) -> None:
    """Raise BlanketError for an option that goes neither with --alle nor with `-o -`."""
    given = (("-o -", to_stdout and every), ("--åbn", opened), ("--printer", printed), ("--personale", staff))
    for option, is_given in given:
        if is_given and (every or to_stdout):
            raise _wrong((texts.ALL_TO_FILES if every else texts.STDOUT_ALONE).format(option=option))


class _Goal(NamedTuple):
    """Where a paper goes: the file or folder named, a printer (None: the default one), a viewer."""

    out: str | None
    printer: str | None
    printing: bool
    opened: bool
    overwrite: bool


def _delivered(pages: list[Page], to: _Goal) -> list[str]:
    """Write, open and print the pages. Returns a line each of what was done."""
    lines: list[str] = []
    for number, page in enumerate(pages):
        if to.out is None and (to.printing or to.opened):
            file, keep = private(page.name, page.content), False
        else:
            file, named = place_for(_second(to.out) if number else to.out, page.name)
            save(file, page.content, overwrite=to.overwrite and named)
            keep = True
            lines.append(texts.WROTE.format(file=file))
        if to.opened:
            from blanket.guide.paper.printing import open_file

            open_file(file)
        if to.printing:
            lines.append(texts.PRINTED.format(name=print_and_forget(file, to.printer, keep=keep or to.opened)))
    return lines


def _second(out: str | None) -> str | None:
    """The name for a second document beside the one that was named."""
    if out is None or Path(out).is_dir() or out.endswith("/"):
        return out
    first = Path(out)
    return str(first.with_name(f"{first.stem}-personale{first.suffix}"))


def _wrong(said: str) -> BlanketError:
    return BlanketError(said, usage_texts.HELP_TRY.format(command="blanket udskriv"), Exit.WRONG_USE)


def _all(base: OpenBase, request: Request, folder: Path, overwrite: bool) -> Outcome:
    """Every task into one folder; each file is whole or not there, also when it is stopped on the way."""
    written = 0
    progress = Progress(texts.WRITING, every=1)
    try:
        for page in all_pages(base, request, progress):
            save(folder / page.name, page.content, overwrite=overwrite)
            written += 1
    except KeyboardInterrupt:
        stopped = texts.STOPPED.format(count=written, folder=folder)
        return Outcome(text=stopped, code=Exit.NOTHING_FOUND, notes=base.notes)
    return Outcome(text=texts.WROTE_ALL.format(count=written, folder=folder), notes=base.notes)


def _to_stdout(content: bytes, form: str, notes: list[str]) -> Outcome:
    if form == "pdf" and to_terminal():
        raise BlanketError(texts.STDOUT_IS_SCREEN, texts.STDOUT_IS_SCREEN_CURE, Exit.WRONG_USE)
    return Outcome(binary=content, notes=notes)
