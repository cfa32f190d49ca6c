"""`blanket udskriv HVAD…`: the citizen's handout, to a file, to stdout, to a printer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from blanket.cli.options import Progress, named_by, one_of, preparing, taking
from blanket.cli.outcome import Outcome, tell, to_terminal
from blanket.cli.udskriv_options import FORMATS, WAYS, Typed
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


@taking(Typed)
def udskriv(typed: Typed) -> Outcome:
    """Lav borgerens ark: til at tage med hjem."""
    looks = _looked_at(typed)
    sweep()
    with open_base(named_by(typed.kb), preparing()) as base:
        words = without_cpr(base, typed.what or ())
        if not words and not typed.every:
            from blanket.cli.vis import nothing_meant  # with all that a screen takes

            raise nothing_meant("udskriv")
        agreed = notes_without_cpr(base, typed.note or [])
        looks = replace(looks, notes=agreed, helper=" ".join(notes_without_cpr(base, [typed.helper])))

        def request(base: OpenBase) -> Request:
            municipality = chosen_municipality(base, typed.municipality)
            return replace(looks, municipality=municipality, place=place_named(base, typed.place))

        if typed.every:
            return _all(base, base.ask(request), Path(typed.out or "ark"), typed.overwrite)
        done = base.ask(lambda base: _made(base, words, request, staff=typed.staff))
        if isinstance(done, Unclear):
            from blanket.cli.vis import candidates

            return candidates(done, base, as_json=False)
    pages, understood = done
    if understood:  # before anything is written
        tell(understood)
    if typed.out == "-":
        return _to_stdout(pages[0].content, looks.form, base.notes)
    return Outcome(text="\n".join(_delivered(pages, typed)), notes=base.notes)


def _looked_at(typed: Typed) -> Request:
    """What needs no base of what was typed. Raises BlanketError for a value or two options that do not go."""
    way = one_of(typed.way, WAYS, texts.UNKNOWN_WAY, "value")
    chosen = one_of(typed.form, FORMATS, texts.UNKNOWN_FORMAT, "value") if typed.form else None
    if bool(typed.what) == typed.every:
        missing = texts.ALL_AND_WHAT if typed.every else usage_texts.MISSING_ARGUMENT.format(name="HVAD")
        raise _wrong(missing)
    kind = (chosen or "pdf") if typed.every else form_of(typed.out, chosen)
    _refuse_together(typed)
    return Request(
        form=kind,
        way=way,
        large=typed.large,
        full=typed.full,
        each=typed.each,
        card=typed.card,
        day=day_meant(typed.day) if typed.day else None,
    )


def _refuse_together(typed: Typed) -> None:
    """Raise BlanketError for an option that goes neither with --alle nor with `-o -`."""
    to_stdout = typed.out == "-"
    given = (
        ("-o -", to_stdout and typed.every),
        ("--åbn", typed.opened_after),
        ("--printer", typed.to_printer or bool(typed.printer)),
        ("--personale", typed.staff),
    )
    for option, is_given in given:
        if is_given and (typed.every or to_stdout):
            raise _wrong((texts.ALL_TO_FILES if typed.every else texts.STDOUT_ALONE).format(option=option))


def _made(
    base: OpenBase, words: list[str], request: Callable[[OpenBase], Request], *, staff: bool
) -> tuple[list[Page], str] | Unclear:
    """The pages of what is meant, and how a short HVAD was understood."""
    entries = entries_meant(base, words)
    if isinstance(entries, Unclear):
        return entries
    asked = request(base)
    pages = [page_of(base, entries, asked)]
    if staff:
        pages.append(staff_page_of(base, entries, asked))
    return pages, read_back(entries, asked)


def _delivered(pages: list[Page], to: Typed) -> list[str]:
    """Write, open and print the pages. Returns a line each of what was done."""
    printing = to.to_printer or to.printer is not None
    lines: list[str] = []
    for number, page in enumerate(pages):
        if to.out is None and (printing or to.opened_after):
            file, keep = private(page.name, page.content), False
        else:
            file, named = place_for(_second(to.out) if number else to.out, page.name)
            save(file, page.content, overwrite=to.overwrite and named)
            keep = True
            lines.append(texts.WROTE.format(file=file))
        if to.opened_after:
            from blanket.guide.paper.printing import open_in_viewer

            open_in_viewer(file)
        if printing:
            lines.append(texts.PRINTED.format(name=print_and_forget(file, to.printer, keep=keep or to.opened_after)))
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
    from blanket.desk.all_papers import all_pages

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
