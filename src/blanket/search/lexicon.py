"""What matching, asking and ranking ask of an index, and nothing else: they are pure, and know neither SQL nor files.

Here goes the shape of the questions and of their answers. `sqlite_lexicon` answers them from the index file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from blanket.search.postings import Phrases


class IndexWord(NamedTuple):
    """A word that entries hold.

    `n`: its number. `stem`, `bare`: as in `words.Token`. `shown`: its shortest form. `df`: how many entries hold it.
    """

    n: int
    stem: str
    bare: str
    shown: str
    df: int


class EntryRow(NamedTuple):
    """What a hit shows of an entry. `phrases`: title and søgeord as terms."""

    id: str
    kind: str
    title: str
    summary: str
    subject: str | None
    number: str | None
    status: str | None
    phrases: Phrases


class Saying(NamedTuple):
    """A line of the glossary.

    `stops`: small words of which the query must hold most, when there are any. `said`: the lay word or phrase. `uses`:
    the entries' words for it. `sees`: ids of entries.
    """

    stops: frozenset[str]
    said: str
    uses: list[str]
    sees: list[str]


class Lexicon(Protocol):
    """The questions. Entries and words go by number; every answer comes in one certain order."""

    def count(self) -> int:
        """How many entries there are."""

    def exact(self, stem: str, bare: str) -> list[IndexWord]:
        """The words with this stem, or this bare stem."""

    def longer(self, key: str, *, at_end: bool, most: int) -> list[IndexWord]:
        """The words whose bare stem begins (ends) with a key and is longer, the shortest first."""

    def forms(self, piece: str, least: int, longest: int, *, at_end: bool, most: int) -> list[tuple[int, str]]:
        """The bare inflections that begin (end) with a piece and have so many letters, each with its word."""

    def words(self, numbers: Iterable[int]) -> list[IndexWord]:
        """The words with these numbers, by number."""

    def holders(self, word: int, most: int) -> list[tuple[int, int]]:
        """The entries that hold a word most strongly, and how strongly in hundredths."""

    def own_words(self, entries: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
        """Entry -> all its words, and how strongly it holds them."""

    def sayings(self, key: str) -> list[Saying]:
        """What the glossary says of a lay word or phrase. `key`: the bare stems of its words, blanks between."""

    def lay_keys(self, piece: str, least: int, longest: int) -> list[str]:
        """The keys of lay words and phrases that begin with a piece and are so long, the shortest first."""

    def related(self, bare: str) -> list[tuple[IndexWord, float]]:
        """The words of entries that are akin to a word with this bare stem, and how much, from 0 to 1."""

    def rows(self, entries: Iterable[int]) -> dict[int, EntryRow]:
        """What hits show of these entries, by id."""

    def numbered(self, key: str, *, lettered: bool) -> set[int]:
        """The forms with a number's key; with `lettered` those whose number goes on with a letter."""

    def with_id(self, identifier: str) -> int | None:
        """The entry with an id, or that had it before."""
