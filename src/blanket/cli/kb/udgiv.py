"""`blanket kb udgiv FIL|MAPPE`: check everything, and make the one file that a kommune hands out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from blanket.cli.completing import complete_municipality
from blanket.cli.kb.tjek import finder_of, shown
from blanket.cli.options import KbOption, Progress, named_by
from blanket.cli.outcome import Outcome
from blanket.desk.opening import maintained
from blanket.errors import BlanketError, Exit
from blanket.texts import checking as checking_texts
from blanket.texts import releases as texts
from blanket.texts import usage as usage_texts

if TYPE_CHECKING:
    from blanket.desk.publishing import Published


def udgiv(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="FIL|MAPPE",
            help="Filen, eller mappen, hvor vidensbase.blanket lægges.",
            readable=False,
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--navn", metavar="TEKST", help="Hvad udgivelsen hedder; ellers dagen.", show_default=False),
    ] = None,
    municipality: Annotated[
        str | None,
        typer.Option(
            "--kommune",
            metavar="ID",
            help="Kommunen, når ingen er valgt; ellers den i jeres mappe.",
            autocompletion=complete_municipality,
            show_default=False,
        ),
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--trods", help="Udgiv trods fejl; det, der ikke kan bruges, udelades.", show_default=False)
    ] = False,
    kb: KbOption = None,
) -> Outcome:
    """Tjek det hele, og udgiv det som én fil til alle."""
    from blanket.desk.publishing import Terms, publish

    if file is None:
        missing = usage_texts.MISSING_ARGUMENT.format(name="FIL|MAPPE")
        raise BlanketError(missing, usage_texts.HELP_TRY.format(command="blanket kb udgiv"), Exit.WRONG_USE)
    own, folders = maintained(named_by(kb))
    terms = Terms(name, municipality, anyway, Progress(checking_texts.CHECKING), Progress())
    with finder_of(folders) as finder:
        done = publish(file, own, folders, finder, terms)
    return Outcome(text="\n".join(_told(done)), notes=[str(found) for found in done.problems])


def _told(done: Published) -> list[str]:
    from blanket.guide.screens.status_page import unvouched_line

    release = done.release
    lines = [texts.PUBLISHED.format(file=shown(done.file), count=done.entries, name=release.name)]
    lines.append(
        texts.PUBLISHED_FOR.format(id=release.municipality) if release.municipality else texts.PUBLISHED_FOR_NOBODY
    )
    if done.attached:
        lines.append(texts.PUBLISHED_WITH.format(names=", ".join(done.attached)))
    if done.left_out:
        names = ", ".join(str(shown(file)) for file in done.left_out)
        lines.append(texts.PUBLISHED_WITHOUT.format(count=len(done.left_out), names=names))
    return [*lines, unvouched_line(done.unvouched)]
