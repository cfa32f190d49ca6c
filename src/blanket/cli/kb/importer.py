"""`blanket kb importer FIL.csv`: a publisher's list of forms becomes form entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, named_by, one_of
from blanket.cli.outcome import Outcome
from blanket.desk.opening import own_of
from blanket.errors import BlanketError, Exit
from blanket.kb.format.subjects import SUBJECTS
from blanket.search.words import number_key
from blanket.texts import finding as finding_texts
from blanket.texts import importing as texts

if TYPE_CHECKING:
    from blanket.kb.importing.importing import FormChange, Plan


def importer(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FIL.csv", help="Liste med nummer og titel, gerne version og adresse.", show_default=False
        ),
    ],
    write: Annotated[
        bool, typer.Option("--skriv", help="Skriv det; ellers vises det kun.", show_default=False)
    ] = False,
    publisher: Annotated[
        str | None,
        typer.Option("--udgiver", metavar="NAVN", help="Hvem der udgiver blanketterne.", show_default=False),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(
            "--emne",
            metavar="EMNE",
            help="Emnet, som listen handler om, fx bolig.",
            autocompletion=complete_choice(SUBJECTS),
            show_default=False,
        ),
    ] = None,
    mark_missing: Annotated[
        bool,
        typer.Option(
            "--udgået-mangler",
            "--udgaaet-mangler",
            help="Udgiverens blanketter (under emnet), der ikke står på listen, er udgået.",
            show_default=False,
        ),
    ] = False,
    sure: Annotated[
        bool, typer.Option("--alligevel", help="Skriv det, også når de fleste blanketter udgår.", show_default=False)
    ] = False,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Hent blanketter fra en liste, fx fra Excel."""
    from datetime import date

    from blanket.kb.base import load
    from blanket.kb.importing import importing
    from blanket.kb.importing.form_lists import read_list

    about = one_of(subject, SUBJECTS, finding_texts.UNKNOWN_SUBJECT, "subject") if subject else None
    if mark_missing and not publisher:
        raise BlanketError(texts.IMPORT_MISSING_NEEDS, texts.IMPORT_NEEDS_CURE, Exit.WRONG_USE)
    own, folders = own_of(named_by(kb))
    terms = importing.Terms(
        own, folders, date.today(), publisher=publisher, subject=about, mark_missing=mark_missing, sure=sure
    )
    found = importing.plan(read_list(file, number_key), load(folders), terms, number_key)
    if write:
        importing.needs(found, terms)
        importing.write(found)
    code = Exit.NOTHING_FOUND if found.bad else Exit.DONE
    if as_json:
        return Outcome(data=_data(found, written=write), code=code)
    lines = [*_listing(found, mark_missing), *_ending(found, own, written=write)]
    if found.new and not write and not (publisher and about):
        lines.append(f"{texts.IMPORT_NEEDS} {texts.IMPORT_NEEDS_CURE}")
    return Outcome(text="\n".join(lines), code=code)


def _listing(found: Plan, mark_missing: bool) -> list[str]:
    lines: list[str] = []
    for heading, changes in (
        (texts.IMPORT_NEW, found.new),
        (texts.IMPORT_CHANGED, found.changed),
        (texts.IMPORT_WITHDRAWN, found.withdrawn),
    ):
        if changes:
            lines += [heading.format(count=len(changes)), *(line for item in changes for line in _change(item)), ""]
    if found.missing:
        lines += [texts.IMPORT_MISSING.format(count=len(found.missing)), f"  {', '.join(found.missing)}"]
        lines += [texts.IMPORT_MISSING_UNSURE if mark_missing else texts.IMPORT_MISSING_HINT, ""]
    if found.returned:
        lines += [texts.IMPORT_RETURNED.format(count=len(found.returned)), f"  {', '.join(found.returned)}", ""]
    if found.bad:
        lines += [texts.IMPORT_BAD.format(count=len(found.bad)), *(f"  {row}" for row in found.bad), ""]
    return [*lines, texts.IMPORT_SAME.format(count=found.same)]


def _change(item: FormChange) -> list[str]:
    used = [f"    {texts.IMPORT_USED_IN.format(ids=', '.join(item.used_in))}"] if item.used_in else []
    return [f"  {item.number} {item.title}", f"    {item.file}", *(f"    {line}" for line in item.diff), *used]


def _ending(found: Plan, own: Path, *, written: bool) -> list[str]:
    count = len(found.changes)
    if not count:
        return [texts.IMPORT_NO_WORK]
    if not written:
        return [texts.IMPORT_NOTHING_WRITTEN]
    said = texts.IMPORT_WROTE_ONE if count == 1 else texts.IMPORT_WROTE
    return [said.format(count=count, folder=own)]


def _data(found: Plan, *, written: bool) -> dict[str, Any]:
    def plain(item: FormChange) -> dict[str, Any]:
        return {
            "id": item.id,
            "nummer": item.number,
            "titel": item.title,
            "fil": str(item.file),
            "ændring": list(item.diff),
            "bruges_i": list(item.used_in),
        }

    return {
        "skrevet": written,
        "nye": [plain(item) for item in found.new],
        "ny_version": [plain(item) for item in found.changed],
        "udgået": [plain(item) for item in found.withdrawn],
        "mangler": found.missing,
        "på_listen_men_udgået": found.returned,
        "uændret": found.same,
        "fejl": [
            {"fil": str(row.file), "linje": row.line, "besked": row.message, "gør": row.cure} for row in found.bad
        ],
    }
