"""`blanket kb status`: how the knowledge base is doing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket import texts
from blanket.cli.options import JsonOption, KbOption, named_by
from blanket.cli.outcome import Outcome, width
from blanket.desk.opening import maintained
from blanket.errors import BlanketError


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
    overwrite: Annotated[
        bool, typer.Option("--overskriv", help="Skriv oven i en side, der findes.", show_default=False)
    ] = False,
    kb: KbOption = None,
) -> Outcome:
    """Vis, hvor meget der er, hvad der er kontrolleret, og hvad der skal gennemgås."""
    from datetime import date

    from blanket.kb.base import load
    from blanket.kb.review.status import status_data, status_of
    from blanket.kb.unread import unread_files

    _, folders = maintained(named_by(kb))
    found = status_of(load(folders), date.today())
    found.unread = len(unread_files(folders))
    if page is not None:
        from blanket.guide.screens.status_page import status_page
        from blanket.kb.entries import write_entry

        if page.exists() and not overwrite:
            raise BlanketError(texts.FILE_EXISTS.format(file=page), texts.PAGE_EXISTS_CURE)
        write_entry(page, status_page(found))
        note = texts.WROTE.format(file=page)
        return Outcome(data=status_data(found), notes=[note]) if as_json else Outcome(text=note)
    if as_json:
        return Outcome(data=status_data(found))
    from blanket.guide.screens.status_page import status_text

    return Outcome(text=status_text(found, width()))
