"""`blanket optælling`: how many visits the desk had and what they were about, for those who must show it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket.cli.options import KbOption, OverwriteOption, named_by, preparing
from blanket.cli.outcome import Outcome
from blanket.desk.opening import open_base
from blanket.desk.paper_files import save
from blanket.desk.tally import Tally, as_csv, load_tally, rows_of
from blanket.desk.tally_page import month_page
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.settings import load_settings, save_settings
from blanket.texts import papers as paper_texts
from blanket.texts import tally as texts

LINES = 20  # entries of a table


def optælling(
    switch_on: Annotated[bool, typer.Option("--til", help="Begynd at tælle.", show_default=False)] = False,
    switch_off: Annotated[bool, typer.Option("--fra", help="Hold op med at tælle.", show_default=False)] = False,
    month: Annotated[
        str | None, typer.Option("--måned", "--maaned", metavar="ÅÅÅÅ-MM", help="En anden måned.", show_default=False)
    ] = None,
    as_file: Annotated[
        Path | None, typer.Option("--csv", metavar="FIL", help="Gem måneden til et regneark.", show_default=False)
    ] = None,
    as_page: Annotated[
        Path | None,
        typer.Option("--side", metavar="FIL", help="Gem måneden som side med søjler.", show_default=False),
    ] = None,
    overwrite: OverwriteOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Tæl besøg ved skranken: hvor mange, og hvad de handlede om."""
    settings = load_settings()
    if switch_on or switch_off:
        save_settings(settings._replace(tally=switch_on))
        return Outcome(text=texts.TALLY_SWITCHED[switch_on])
    tally = load_tally()
    months = tally.months
    if not months:
        return Outcome(text=f"{texts.TALLY_SWITCHED[settings.tally]} {texts.TALLY_EMPTY}")
    chosen = month or months[0]
    if chosen not in months:
        what = texts.TALLY_NO_MONTH.format(month=chosen)
        raise BlanketError(what, texts.TALLY_MONTHS.format(months=", ".join(months)), Exit.WRONG_USE)
    with open_base(named_by(kb), preparing()) as base:
        titles = base.ask(lambda base: {hit.id: hit.title for hit in lookup.as_hits(base.db, sorted(_ids(tally)))})
        written = []
        if as_file:
            save(as_file, as_csv(chosen, rows_of(tally, chosen, titles, leaves=True)), overwrite=overwrite)
            written.append(paper_texts.WROTE.format(file=as_file))
        if as_page:
            save(as_page, month_page(tally, chosen, titles).encode(), overwrite=overwrite)
            written.append(paper_texts.WROTE.format(file=as_page))
    if written:
        return Outcome(text="\n".join(written), notes=base.notes)
    rows = rows_of(tally, chosen, titles, leaves=False)[: LINES + 2]
    width = max(len(what) for what, _ in rows)
    lines = [texts.TALLY_TITLE.format(month=chosen), "", *(f"{what.ljust(width)}  {count:>5}" for what, count in rows)]
    return Outcome(text="\n".join([*lines, "", texts.TALLY_SWITCHED[settings.tally]]), notes=base.notes)


def _ids(tally: Tally) -> set[str]:
    return {identifier for counts in tally.entries.values() for identifier in counts}
