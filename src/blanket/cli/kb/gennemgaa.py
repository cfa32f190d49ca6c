"""`blanket kb gennemgå`: the base is held up against its sources, one page at a time."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket.cli.completing import complete_choice
from blanket.cli.keys import has_person, read_line
from blanket.cli.options import KbOption, Progress, named_by, one_of
from blanket.cli.outcome import Outcome, width
from blanket.cpr import cut_cpr
from blanket.desk.opening import own_of
from blanket.errors import BlanketError, Exit
from blanket.kb.format.subjects import SUBJECTS
from blanket.texts import checking as checking_texts
from blanket.texts import editing as texts
from blanket.texts import finding as finding_texts
from blanket.texts import review as review_texts


def gennemgå(
    due: Annotated[
        bool, typer.Option("--forfaldne", help="Kun opslag, der skal ses efter nu.", show_default=False)
    ] = False,
    changed: Annotated[
        bool,
        typer.Option("--ændrede", "--aendrede", help="Kun sider, der er ændret, flyttet eller væk.",
                     show_default=False),
    ] = False,
    amounts: Annotated[
        bool, typer.Option("--beløb", "--beloeb", help="Kun beløb, de ældste år først.", show_default=False)
    ] = False,
    subject: Annotated[
        str | None,
        typer.Option("--emne", metavar="EMNE", help="Kun dette emne, fx bolig.",
                     autocompletion=complete_choice(SUBJECTS), show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--af", metavar="NAVN", help="Hvem der står inde for det.", show_default=False),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--liste", help="Vis kun, hvad der venter.", show_default=False)
    ] = False,
    stay: Annotated[
        bool, typer.Option("--uden-browser", help="Åbn ikke siderne.", show_default=False)
    ] = False,
    kb: KbOption = None,
) -> Outcome:  # fmt: skip
    """Hold opslagene op mod deres kilder, én side ad gangen."""
    from blanket.cli.kb.review_session import Session, review_of
    from blanket.guide.screens.review_screen import counted, queue_rows
    from blanket.kb.editing.checked import usable_name
    from blanket.kb.review.queue import Wanted

    chosen = one_of(subject, SUBJECTS, finding_texts.UNKNOWN_SUBJECT, "subject") if subject else ""
    if by and cut_cpr(by)[1]:
        raise BlanketError(texts.NAME_IS_CPR, texts.NAME_CURE, Exit.WRONG_USE)
    own, folders = own_of(named_by(kb))
    review = review_of(own, folders, Progress(checking_texts.CHECKING))
    session = Session(review, own, folders, Wanted(due, chosen, amounts, changed), opens=not stay)
    if not session.pages and not session.reports:
        session.by = usable_name(by) if by else None
        session.run()  # what a killed run, or one without a name, left undone
        return Outcome(text=review_texts.REVIEW_NOTHING, notes=session.notes)
    if only_list:
        lines = [*queue_rows(session.pages, width()), "", counted(session.pages), review_texts.REVIEW_BEGIN]
        return Outcome(text="\n".join(lines), notes=session.notes)
    if by is None and has_person():
        by = read_line(review_texts.REVIEW_WHO)
        if cut_cpr(by)[1]:
            raise BlanketError(texts.NAME_IS_CPR, texts.NAME_CURE, Exit.WRONG_USE)
    session.by = usable_name(by) if by else None
    session.run()
    return session.outcome()
