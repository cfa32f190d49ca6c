"""The options of `blanket udskriv`, each once: its spelling, its help, and what holds without it.

Here goes the line as it was typed. What values mean is settled in `cli/udskriv` and `desk`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from blanket.cli.completing import complete_choice, complete_entry, complete_place
from blanket.cli.options import KbOption, MunicipalityOption, OverwriteOption

if TYPE_CHECKING:  # a help text needs neither msgspec nor what makes a paper
    from blanket.guide.paper.citizen import Way
    from blanket.guide.paper.document import Kind

FORMATS: tuple[Kind, ...] = ("pdf", "html", "md", "txt")
WAYS: tuple[Way, ...] = ("digital", "papir", "begge")


@dataclass(frozen=True)
class Typed:
    """What was typed for a paper: what goes on it, what it looks like, whose it is, and where it goes.

    `every`: of all tasks, into a folder. `staff`: a paper for staff, too. `card`: numbers alone.
    """

    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVAD…",
            help="Nummer fra sidste søgning, blanketnummer, id eller ord. Gerne flere.",
            autocompletion=complete_entry,
            show_default=False,
        ),
    ] = None
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
    ] = None
    out: Annotated[
        str | None,
        typer.Option("-o", "--ud", metavar="FIL", help="Gem arket i denne fil eller mappe.", show_default=False),
    ] = None
    day: Annotated[
        str | None,
        typer.Option("--dag", metavar="DAG", help="Regn frister fra den dag, fx 10-12.", show_default=False),
    ] = None
    large: Annotated[bool, typer.Option("--stor", help="Lav arket i stor skrift.", show_default=False)] = False
    way: Annotated[
        str,
        typer.Option(
            "--vej",
            metavar="VEJ",
            help="Vejen på arket: papir, digital eller begge.",
            autocompletion=complete_choice(WAYS),
            show_default=False,
        ),
    ] = "papir"
    note: Annotated[
        list[str] | None,
        typer.Option("--note", metavar="TEKST", help="Skriv en aftale på arket.", show_default=False),
    ] = None
    place: Annotated[
        str | None,
        typer.Option(
            "--sted",
            metavar="ID",
            help="Skriv, hvor og hvornår I kan mødes.",
            autocompletion=complete_place,
            show_default=False,
        ),
    ] = None
    helper: Annotated[
        str,
        typer.Option("--hjælper", "--hjaelper", metavar="NAVN", help="Skriv dit fornavn øverst.", show_default=False),
    ] = ""
    each: Annotated[bool, typer.Option("--trin", help="Sæt ét trin på hver side.", show_default=False)] = False
    staff: Annotated[bool, typer.Option("--personale", help="Lav også et ark til personalet.", show_default=False)] = (
        False
    )
    card: Annotated[bool, typer.Option("--kort", help="Lav et lille kort kun med numre.", show_default=False)] = False
    full: Annotated[bool, typer.Option("--fuld", help="Tag et forløbs opgaver med.", show_default=False)] = False
    every: Annotated[bool, typer.Option("--alle", help="Lav ark til alle opgaver i én mappe.", show_default=False)] = (
        False
    )
    overwrite: OverwriteOption = False
    opened_after: Annotated[bool, typer.Option("--åbn", "--aabn", help="Åbn filen bagefter.", show_default=False)] = (
        False
    )
    to_printer: Annotated[
        bool, typer.Option("--print", "-p", help="Send arket til standardprinteren.", show_default=False)
    ] = False
    printer: Annotated[
        str | None, typer.Option("--printer", metavar="NAVN", help="Send arket til denne printer.", show_default=False)
    ] = None
    municipality: MunicipalityOption = None
    kb: KbOption = None
