"""`blanket kb`: the maintainers' commands put together."""

from __future__ import annotations

import typer

from blanket.cli.danish import CONTEXT_SETTINGS, METAVAR, DanishCommand, DanishGroup
from blanket.cli.kb import (
    bekraeft,
    byg,
    flet,
    gennemgaa,
    importer,
    kontrolleret,
    ny,
    ret,
    skema,
    status,
    tjek,
    udgiv,
    websted,
)

app = typer.Typer(
    cls=DanishGroup,
    rich_markup_mode=None,
    context_settings=CONTEXT_SETTINGS,
    options_metavar=METAVAR,
    help="For dem, der vedligeholder vidensbasen.",
    add_completion=False,
)

for command in (
    tjek.tjek,
    ny.ny,
    ret.ret,
    kontrolleret.kontrolleret,
    bekraeft.bekræft,
    flet.flet,
    gennemgaa.gennemgå,
    importer.importer,
    status.status,
    udgiv.udgiv,
    skema.skema,
    byg.byg,
    websted.websted,
):
    app.command(cls=DanishCommand, options_metavar=METAVAR, context_settings=CONTEXT_SETTINGS)(command)
