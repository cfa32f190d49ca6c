"""Logos and templates tried for real: what `kb tjek` and `kb udgiv` make a page with before a citizen waits for one.

Here goes the trial of the own folders' files that no YAML rule can see through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from blanket.desk.handing_out import Request, strict_page
from blanket.desk.opening import OpenBase
from blanket.errors import BlanketError
from blanket.guide.paper.document import KINDS
from blanket.guide.paper.pdf import can_draw
from blanket.guide.paper.pictures import BrokenLogoError, as_svg, read_logo
from blanket.kb.base import Base
from blanket.kb.format.model import Municipality
from blanket.kb.format.problem import Problem, problem
from blanket.kb.format.reading import read_file
from blanket.paths import shipped
from blanket.search import lookup
from blanket.texts import releases as texts

TEMPLATES = "templates"


def try_out(base: Base, folders: Sequence[Path]) -> list[Problem]:
    """What is wrong with the logos of the base's kommuner (B057) and with the templates of its folders (B058)."""
    return [*_logos(base), *_templates(folders)]


def logos_of(base: Base) -> dict[Path, Municipality]:
    """The logo files that kommuner of the base name, each beside the file that names it."""
    return {
        base.origin[identifier].path.parent / entry.logo.file: entry
        for identifier, entry in base.entries.items()
        if isinstance(entry, Municipality) and entry.logo
    }


def templates_of(folders: Sequence[Path]) -> list[Path]:
    """The templates of one's own in some folders."""
    return [file for folder in folders for file in sorted((folder / TEMPLATES).glob("*.j2")) if file.is_file()]


def _logos(base: Base) -> Iterator[Problem]:
    for file, kommune in logos_of(base).items():
        assert kommune.logo
        try:
            logo = read_logo(file, kommune.logo.alt)
            why = "" if can_draw(as_svg(logo)) else _NO_PICTURE
        except BrokenLogoError as error:
            why = error.what
        if why:
            document = read_file(base.origin[kommune.id].path)
            yield problem(document.file, document.place(("logo", "fil")), "B057", why=why.rstrip("."))


_NO_PICTURE = texts.LOGO_NO_PICTURE


def _templates(folders: Sequence[Path]) -> list[Problem]:
    files = templates_of(folders)
    if not files:
        return []
    ours = {file.name for file in shipped(TEMPLATES).glob("*.j2")}
    said = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    found = [
        problem(file, (1, 1), "B058", why=texts.TEMPLATE_UNUSED.format(names=", ".join(sorted(ours))))
        for file in files
        if file.name not in ours and file.name not in said
    ]
    base = OpenBase(list(folders[1:]))
    try:
        tasks = lookup.ids_of_kind(base.db, "opgave")
        entry = lookup.get(base.db, tasks[0]) if tasks else None
        for kind in KINDS if entry else ():
            try:
                assert entry
                strict_page(base, [entry], Request(form=kind))
            except BlanketError as error:
                file = next(
                    (file for file in reversed(files) if f".{_ENDINGS.get(kind, kind)}." in file.name), files[-1]
                )
                found.append(problem(file, (1, 1), "B058", why=error.what.rstrip(".")))
    finally:
        base.close()
    return found


_ENDINGS = {"pdf": "typ"}
