"""`blanket kb status`: how the knowledge base is doing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket.cli.options import JsonOption, KbOption, OverwriteOption, named_by
from blanket.cli.outcome import Outcome, width
from blanket.desk.opening import maintained
from blanket.errors import BlanketError
from blanket.texts import papers as texts
from blanket.texts import status as status_texts

if TYPE_CHECKING:
    from blanket.kb.review.status import BaseStatus


def status(
    as_json: JsonOption = False,
    page: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FIL",
            help="Skriv en side med billeder, fx til en leder.",
            readable=False,
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            "--csv",
            metavar="FIL",
            help="Skriv det, der skal gennemgås og mangler, som tabel til Excel.",
            readable=False,
            show_default=False,
        ),
    ] = None,
    overwrite: OverwriteOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis, hvor meget der er, hvad der er kontrolleret, og hvad der skal gennemgås."""
    from blanket.kb.review.status import status_data

    found = _found(named_by(kb))
    written = _written(found, page, table, overwrite)
    if as_json:
        return Outcome(data=status_data(found), notes=written)
    if written:
        return Outcome(text="\n".join(written))
    from blanket.guide.screens.status_page import status_text

    return Outcome(text=status_text(found, width()))


def _found(named: list[Path]) -> BaseStatus:
    """The state of the folders, with the last release that was made from the own one."""
    from datetime import date

    from blanket.desk.publishing import last_release
    from blanket.desk.releases import said_of
    from blanket.kb.base import load
    from blanket.kb.layers.overlaps import overtaken
    from blanket.kb.review.status import status_of
    from blanket.kb.unread import unread_files
    from blanket.paths import shipped

    own, folders = maintained(named)
    base = load(folders)
    found = status_of(base, date.today())
    if own:
        found.overtaken = overtaken(base, folders, own, shipped("templates"))
    found.unread = len(unread_files(folders))
    if before := last_release(own):
        found.before = said_of(before[0]), before[1]
    return found


def _written(found: BaseStatus, page: Path | None, table: Path | None, overwrite: bool) -> list[str]:
    """Write the files that were asked for, none of them over one that is there. Returns what to say."""
    from blanket.guide.screens.status_page import due_rows, status_page
    from blanket.kb.entries import write_entry

    wanted = [file for file in (page, table) if file is not None]
    for file in wanted:
        if file.exists() and not overwrite:
            raise BlanketError(texts.FILE_EXISTS.format(file=file), status_texts.PAGE_EXISTS_CURE)
    if page is not None:
        write_entry(page, status_page(found))
    if table is not None:
        write_entry(table, _as_csv(due_rows(found)))
    return [texts.WROTE.format(file=file) for file in wanted]


def _as_csv(rows: list[tuple[str, ...]]) -> str:
    """Rows as a Danish Excel opens them: semicolons, a byte order mark, and nothing that calculates."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()
