"""`blanket kb byg FIL`: the one-file index that a kommune hands out on a network share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from blanket.cli.options import KbOption, Progress, named_by
from blanket.cli.outcome import Outcome
from blanket.desk.opening import folders_of
from blanket.errors import BlanketError, Exit
from blanket.kb.unread import unread_files
from blanket.search.index import build_file
from blanket.system import refused
from blanket.texts import opening as texts
from blanket.texts import papers as paper_texts
from blanket.texts import usage as usage_texts


def byg(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FIL", help="Den fil, indekset skrives i.", readable=False, show_default=False),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Byg ét samlet indeks, som andre kan bruge med --kb FIL."""
    if file is None:
        missing = usage_texts.MISSING_ARGUMENT.format(name="FIL")
        raise BlanketError(missing, usage_texts.HELP_TRY.format(command="blanket kb byg"), Exit.WRONG_USE)
    from blanket.desk.publishing import refuse_other_files

    folders = folders_of(named_by(kb))
    refuse_other_files(file)
    with refused(paper_texts.FILE_UNWRITABLE, paper_texts.INDEX_UNWRITABLE_CURE, file=file):
        count, left_out = build_file(folders, file, Progress())
    notes = [texts.LEFT_OUT_ONE if left_out == 1 else texts.LEFT_OUT.format(count=left_out)] if left_out else []
    if unread := len(unread_files(folders)):
        notes.append(texts.UNREAD_ONE if unread == 1 else texts.UNREAD.format(count=unread))
    code = Exit.NOTHING_FOUND if notes else Exit.DONE  # a script that hands it out must see that something is missing
    return Outcome(text=texts.BUILT.format(file=file, count=count), notes=notes, code=code)
