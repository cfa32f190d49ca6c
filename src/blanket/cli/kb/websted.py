"""`blanket kb websted MAPPE`: the whole base as a site for phones, that any web server or USB stick can hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket.cli.options import KbOption, MunicipalityOption, Progress, named_by, preparing
from blanket.cli.outcome import Outcome
from blanket.errors import BlanketError, Exit
from blanket.texts import site as texts
from blanket.texts import usage as usage_texts


def websted(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="MAPPE", help="Den mappe, webstedet skrives i.", readable=False, show_default=False),
    ] = None,
    municipality: MunicipalityOption = None,
    intern: Annotated[
        bool, typer.Option("--intern", help="Medarbejdernes udgave, til et intranet.", show_default=False)
    ] = False,
    despite: Annotated[
        str | None,
        typer.Option(
            "--trods",
            metavar="ROLLE",
            help="Vis også det, ingen har kontrolleret. Skriv, hvem der beslutter det.",
            show_default=False,
        ),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Skriv det hele som et websted til telefon og tablet."""
    from blanket.desk.opening import chosen_municipality, open_base
    from blanket.desk.website import Edition, publish

    if folder is None:
        missing = usage_texts.MISSING_ARGUMENT.format(name="MAPPE")
        raise BlanketError(missing, usage_texts.HELP_TRY.format(command="blanket kb websted"), Exit.WRONG_USE)
    if despite is not None and not despite.strip():
        raise BlanketError(texts.NO_ROLE, "", Exit.WRONG_USE)
    with open_base(named_by(kb), preparing()) as base:
        chosen = chosen_municipality(base, municipality)
        asked = Edition(municipality=chosen, intern=intern, despite=(despite or "").strip())
        site = publish(base, folder, asked, Progress(texts.MAKING))
    size = f"{site.size / 1_000_000:.1f}".replace(".", ",")
    notes = [*base.notes]
    if site.unvouched and despite:
        listed = folder / "ikke-kontrolleret" / "index.html"
        notes.append(texts.DESPITE.format(count=len(site.unvouched), file=listed))
    said = texts.WROTE.format(folder=folder, pages=site.pages, size=size, front=folder / "index.html")
    return Outcome(text=said, notes=notes)
