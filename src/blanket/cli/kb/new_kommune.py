"""`blanket kb ny kommune ID`: twelve questions, and the kommune's own files are there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from blanket.cli.keys import has_person
from blanket.cli.outcome import Outcome, tell
from blanket.cpr import cut_cpr
from blanket.errors import BlanketError, Exit
from blanket.printable import clean
from blanket.texts import editing as editing_texts
from blanket.texts import new_kommune as texts

if TYPE_CHECKING:
    from blanket.kb.base import Base
    from blanket.kb.editing.new_kommune import Draft

_LEAVE_OUT = "-"


def new_kommune(identifier: str, own: Path, folders: Sequence[Path], named: str) -> Outcome:
    """Ask and write; without somebody at the keyboard, write the explained file alone.

    `named`: the --kb that the next command needs too, as it is typed.
    Raises BlanketError when there is no such kommune, or its own file is there already.
    """
    from blanket.did_you_mean import hint
    from blanket.kb.base import load
    from blanket.kb.editing.new_kommune import Draft, keep, kommune_named, take_up, write, write_scaffold
    from blanket.kb.files import KIND_FOLDERS
    from blanket.kb.rules.denmark import KOMMUNER
    from blanket.paths import data_folder

    base = load(folders)
    kommune = kommune_named(base, identifier.strip().casefold())
    if kommune is None:
        what = texts.KOMMUNE_UNKNOWN.format(id=identifier, hint=hint(identifier, sorted(KOMMUNER)))
        raise BlanketError(what, editing_texts.BAD_ID_CURE, Exit.WRONG_USE)
    file = own / KIND_FOLDERS["kommune"] / f"{kommune.id}.yaml"
    if file.exists():
        cure = texts.KOMMUNE_THERE_CURE.format(id=kommune.id)
        raise BlanketError(texts.KOMMUNE_THERE.format(file=file), cure)
    if not has_person():
        written = write_scaffold(kommune, own)
        lines = [
            editing_texts.SCAFFOLD_MADE.format(file=written),
            editing_texts.SCAFFOLD_NEXT.format(id=kommune.id, kb=named),
        ]
        return Outcome(text="\n".join(lines))
    draft = Draft(kommune, date.today())
    kept = data_folder() / f"ny-kommune-{kommune.id}.json"
    take_up(draft, own, kept)
    try:
        _ask(draft, base, lambda: keep(draft, own, kept))
    except KeyboardInterrupt:
        tell("\n" + (texts.KOMMUNE_KEPT if draft.answers else texts.KOMMUNE_NOTHING))
        raise
    if not draft.answers:
        return Outcome(text=texts.KOMMUNE_NOTHING)
    files = write(draft, own)
    with suppress(OSError):
        kept.unlink(missing_ok=True)
    return _told(kommune.id, files, folders)


def _ask(draft: Draft, base: Base, keep: Callable[[], None]) -> None:
    """Ask all questions. `keep`: called after each answer."""
    from blanket.kb.editing.new_kommune import QUESTIONS, Known, known, usable

    intro = texts.KOMMUNE_GOES_ON if draft.earlier else texts.KOMMUNE_INTRO
    tell(intro.format(name=draft.kommune.title))
    for number, question in enumerate(QUESTIONS, 1):
        if question.needs and question.needs not in draft.answers:
            continue
        there = known(base, draft.kommune, question)
        if earlier := draft.earlier.get(question.key):
            source = draft.earlier_sources.get(question.key, "")
            there.insert(0, Known(earlier, source, earlier))
        tell("\n" + texts.KOMMUNE_QUESTION.format(number=number, count=len(QUESTIONS), text=question.text))
        for item in there:
            said = texts.KOMMUNE_EARLIER if item.text == earlier else texts.KOMMUNE_KNOWN
            tell(said.format(text=item.text, source=item.source))
        while True:
            print(texts.KOMMUNE_ASK, end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            typed = clean(cut_cpr(line)[0]).strip()
            accepted = there[0] if there and not typed and line else None
            if typed == _LEAVE_OUT or not line or (not typed and not (accepted and accepted.value)):
                break
            try:
                draft.answers[question.key] = usable(question, accepted.value if accepted else typed)
            except BlanketError as error:
                tell(error.what)
                continue
            if accepted and accepted.source:
                draft.sources[question.key] = accepted.source.split(",")[0]
            with suppress(OSError):  # who cannot keep them can still answer them all
                keep()
            break


def _told(identifier: str, files: Sequence[Path], folders: Sequence[Path]) -> Outcome:
    """What was written, what is wrong with it, and who can do what in the kommune."""
    from blanket.kb.review.checking import check

    report = check(folders, frozenset(files), date.today())
    lines = [texts.KOMMUNE_WRITTEN.format(file=file) for file in files]
    lines += [f"{found} {found.cure}" for found in report.problems if found.error]
    if not report.errors:
        lines += [texts.KOMMUNE_SOUND, texts.KOMMUNE_NEXT.format(id=identifier), ""]
        lines += [_who_can_what(identifier, folders)]
    return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND if report.errors else Exit.DONE)


def _who_can_what(identifier: str, folders: Sequence[Path]) -> str:
    """The kommune's sheet for colleagues, as text."""
    from blanket.desk.handing_out import Request, page_of
    from blanket.desk.opening import chosen_municipality, open_base
    from blanket.search import lookup

    with open_base(list(folders[1:]) or list(folders)) as base:
        kommune = chosen_municipality(base, identifier)
        found = lookup.get(base.db, identifier)
        assert found is not None, "it was just written"
        return page_of(base, [found], Request(form="txt", municipality=kommune)).content.decode()
