"""Reforms: which changes of law touch which entries, as the file reformer.yaml of a knowledge base lists them.

Here goes reading that file, what may be wrong with it, and the page that is made of it. It is for those who look after
the base: no search and no handout reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, field

from blanket.kb.files import REFORMS_FILE
from blanket.kb.format.parts import Citation, Id, Part, Text
from blanket.kb.format.problem import Problem
from blanket.kb.format.reading import read_file
from blanket.kb.format.roles import NOBODY, leading_to
from blanket.kb.format.schema import decode
from blanket.texts import checking as texts


class Reform(Part, frozen=True, kw_only=True):
    """A change of law, and the entries that it touches."""

    name: Annotated[Text, Meta(description="Hvad reformen kaldes.", extra=NOBODY)] = field(name="reform")
    in_force: Annotated[Text, Meta(description="Hvornår den gælder, i ord.", extra=NOBODY)] = field(name="i_kraft")
    what: Annotated[Text, Meta(description="Hvad der bliver anderledes.", extra=NOBODY)] = field(name="hvad")
    entries: Annotated[tuple[Id, ...], Meta(min_length=1, description="Id på det, den rører.", extra=leading_to())] = (
        field(name="opslag")
    )
    sources: Annotated[tuple[Citation, ...], Meta(min_length=1, description="Hvor det står.", extra=NOBODY)] = field(
        name="kilde"
    )
    sure: Annotated[Literal["ja", "nej"], Meta(description="nej: ingen myndigheds side er læst.")] = field(
        name="sikker"
    )


class Reforms(Part, frozen=True, kw_only=True):
    """All of them (reformer.yaml)."""

    reforms: Annotated[tuple[Reform, ...], Meta(min_length=1, description="Reformerne.")] = field(name="reformer")


def read_reforms(folders: Sequence[Path], known: Callable[[str], bool]) -> tuple[list[Reform], list[Problem]]:
    """The reforms of all folders, and what is wrong: form, and ids that no entry has or had (B031). Never raises."""
    found: list[Reform] = []
    problems: list[Problem] = []
    for folder in folders:
        file = folder / REFORMS_FILE
        if not file.exists():
            continue
        document = read_file(file)
        content = decode(document, Reforms)
        for number, reform in enumerate(content.reforms if content else ()):
            found.append(reform)
            for at, identifier in enumerate(reform.entries):
                if not known(identifier):
                    document.report("B031", ("reformer", number, "opslag", at), id=identifier, hint="")
        problems += document.problems
    return found, problems


def reforms_page(reforms: Sequence[Reform]) -> str:
    """The reforms as a page of Markdown."""
    lines = [texts.REFORMS_TITLE, "", texts.REFORMS_LEAD]
    for reform in reforms:
        lines += ["", f"## {reform.name}", "", texts.REFORMS_IN_FORCE.format(when=reform.in_force), "", reform.what]
        lines += [] if reform.sure == "ja" else ["", texts.REFORMS_UNSURE]
        lines += ["", texts.REFORMS_ENTRIES.format(ids=", ".join(f"`{identifier}`" for identifier in reform.entries))]
        lines += ["", *(f"- <{source}>" if "://" in source else f"- {source}" for source in reform.sources)]
    return "\n".join(lines) + "\n"
