"""The format of the glossary (ordbog.yaml): office words and what they mean, lay words and what they lead to.

Here go the structures of that one file. Its words are no entries: they have no id, and a search leads from them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.parts import Citation, Id, Part, Text
from blanket.kb.format.roles import NOBODY, PHRASE, TITLE, leading_to


class Word(Part, frozen=True, kw_only=True):
    """A word of the glossary: an office word and what it means, or a lay word and the word that the entries use."""

    word: Annotated[Text, Meta(description="Ordet.", extra=TITLE)] = field(name="ord")
    also: Annotated[tuple[Text, ...], Meta(description="Andre måder at sige det på.", extra=NOBODY)] = field(
        name="også", default=()
    )
    means: Annotated[Text | None, Meta(description="Hvad ordet betyder, i almindelige ord.", extra=PHRASE)] = field(
        name="betyder", default=None
    )
    use: Annotated[tuple[Text, ...], Meta(description="De ord, som opgaverne bruger for det samme.", extra=NOBODY)] = (
        field(name="brug", default=())
    )
    see: Annotated[tuple[Id, ...], Meta(description="Id på det, ordet hører til.", extra=leading_to(*KIND_FOLDERS))] = (
        field(name="se", default=())
    )
    source: Annotated[Citation | None, Meta(description="Kilde til betydningen.", extra=NOBODY)] = field(
        name="kilde", default=None
    )
    daily: Annotated[
        Literal["ja"] | None,
        Meta(description="Alle, der får hjælp af en kommune, møder ordet: det forklares ikke."),
    ] = field(name="hverdagsord", default=None)


class Glossary(Part, frozen=True, kw_only=True):
    """All the words (ordbog.yaml)."""

    words: Annotated[tuple[Word, ...], Meta(min_length=1, description="Ordene.")] = field(name="ord")
