"""From files to rows of the index, without the index: which texts of an entry count, and how much each of its words.

Here goes what can be done for some files alone, on any core: reading them and weighing their words. Words have numbers
of their own here, which `filling` turns into those of the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from blanket.kb.base import load_file
from blanket.kb.files import KbFile
from blanket.kb.format.model import Entry, Form, kind_of
from blanket.kb.format.roles import Leaf, leaves_of
from blanket.search import weights
from blanket.search.words import Token, bare, number_key, stop_term, words


class PreparedRow(NamedTuple):
    """What the index keeps of an entry.

    `columns`: id, kind, title, summary, subject, number, status. `phrases`: title and søgeord as terms, with stop words
    as they count in every index. `weights`: term -> hundredths. `targets`: the ids that it names. `numbers`: the
    spellings of its form number. `former`: the ids that it had before.
    """

    columns: tuple[str | None, ...]
    phrases: list[list[int]]
    weights: dict[int, int]
    targets: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    former: tuple[str, ...] = ()


class Prepared(NamedTuple):
    """One file. `body`: its content as JSON, None when it cannot be used. `row`: of an entry, not of a glossary."""

    body: str | None
    row: PreparedRow | None = None
    problem: str | None = None


class Term(NamedTuple):
    """A word that some texts hold. `shown`: its shortest form. `forms`: its inflections as they stand, bare."""

    stem: str
    bare: str
    shown: str
    forms: list[str]


class Numbering:
    """The words of some texts, numbered from 0 as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[Token] = []  # the shortest form of each
        self._forms: list[set[str]] = []  # as they stand, folded
        self._pieces: dict[str, tuple[list[int], list[int]]] = {}  # as `terms` gives them

    def terms(self, text: str) -> tuple[list[int], list[int]]:
        """The words of a text that carry a subject, and its stop words beside them, as numbers in order.

        When no word carries a subject, all count as if they did.
        """
        subjects: list[int] = []
        stops: list[int] = []
        for piece in text.split():  # five times as quick as looking for words, and nearly every piece is known
            known = self._pieces.get(piece) or self._learn(piece)
            subjects += known[0]
            stops += known[1]
        if not subjects:
            return [self._number(item) for item in words(text)], []
        return subjects, stops

    def known(self) -> list[Term]:
        """All words so far; a word's number is its place."""
        return [
            Term(word.stem, word.bare, word.shown.lower(), sorted({bare(form) for form in forms}))
            for word, forms in zip(self._words, self._forms, strict=True)
        ]

    def _learn(self, piece: str) -> tuple[list[int], list[int]]:
        found = words(piece)
        subjects = [self._number(item) for item in found if not item.stop]
        self._pieces[piece] = known = (subjects, [stop_term(item) for item in found if item.stop])
        return known

    def _number(self, found: Token) -> int:
        number = self._numbers.setdefault(found.stem, len(self._words))
        if number == len(self._words):
            self._words.append(found)
            self._forms.append(set())
        elif len(found.shown) < len(self._words[number].shown):
            self._words[number] = found
        self._forms[number].add(found.folded)
        return number


def prepare(files: Sequence[KbFile]) -> tuple[list[Prepared], list[Term]]:
    """Read files, and weigh the words of their entries. Returns each file's part in order, and the words."""
    numbering = Numbering()
    return [_prepare(file, numbering) for file in files], numbering.known()


def _prepare(file: KbFile, numbering: Numbering) -> Prepared:
    loaded = load_file(file)
    if loaded.content is None:
        first = min(loaded.document.problems)
        return Prepared(None, problem=f"{first}\n{first.cure}")
    row = entry_row(loaded.content, numbering) if isinstance(loaded.content, Entry) else None
    return Prepared(msgspec.json.encode(loaded.content).decode(), row)


def entry_row(entry: Entry, numbering: Numbering, *, public: bool = False) -> PreparedRow:
    """What the index keeps of an entry. Its words go into the numbering. `public`: without texts for staff."""
    title, summary = entry.title, entry.summary  # type: ignore[attr-defined]  # every kind has them
    number = entry.number if isinstance(entry, Form) else None
    status = entry.status if isinstance(entry, Form) else None
    columns = (entry.id, kind_of(entry), title, summary, getattr(entry, "subject", None), number, status)
    found = [leaf for leaf in leaves_of(entry) if not public or leaf.role.reader != "staff"]
    row = weighed_row(columns, [title, *entry.keywords], _texts(found), numbering)
    keys = {number_key(number), number_key(number.rsplit(" ", 1)[0])} - {None} if number else set()
    targets = frozenset(leaf.text for leaf in found if leaf.role.refers)
    numbers = frozenset(key for key in keys if key)
    return row._replace(targets=targets, numbers=numbers, former=entry.former_ids)


def weighed_row(
    columns: tuple[str | None, ...], phrases: Sequence[str], texts: Iterable[tuple[str, int]], numbering: Numbering
) -> PreparedRow:
    """A row of title and søgeord, and of further texts with what each of them counts."""
    said = [numbering.terms(phrase) for phrase in phrases]
    weighed = [(terms, weights.KEYWORD if at else weights.TITLE) for at, (terms, _) in enumerate(said)]
    weighed += [(numbering.terms(text)[0], weight) for text, weight in texts]
    return PreparedRow(columns, [[*dict.fromkeys(terms), *stops] for terms, stops in said], _weigh(weighed))


def _weigh(texts: Iterable[tuple[Sequence[int], int]]) -> dict[int, int]:
    """Term -> its weight in an entry, in hundredths. `texts`: the terms of each text, and what the text counts."""
    best: dict[int, int] = {}
    said: dict[int, int] = {}  # how often
    times_of = {weights.TITLE: weights.TITLE_TIMES, weights.SUMMARY: weights.SUMMARY_TIMES}
    for terms, weight in texts:
        times = times_of.get(weight, 1)
        if weight == weights.KEYWORD and len(set(terms)) > 1:
            weight = weights.PART_OF_KEYWORD
        for term in terms:
            if best.get(term, 0) < weight:
                best[term] = weight
            said[term] = said.get(term, 0) + times
    return {term: _stressed(said[term], weight) for term, weight in best.items()}


@cache
def _stressed(times: int, weight: int) -> int:
    """An entry that says a word often is more about it: the more, up to OFTEN times; less for a word said once."""
    once = weights.ONCE_ALONE if weight >= weights.KEYWORD else weights.ONCE
    return round(weight * (once + (1 - once) * min(times - 1, weights.OFTEN - 1) / (weights.OFTEN - 1)))


def _texts(found: Iterable[Leaf]) -> Iterator[tuple[str, int]]:
    """The texts of an entry besides title and søgeord, with what the model says that they weigh."""
    weight_of = {"keyword": weights.KEYWORD, "summary": weights.SUMMARY, "text": weights.TEXT}
    for leaf in found:
        if leaf.role.weight == "keyword":  # a kommune by its id: faaborg-midtfyn
            yield leaf.text.replace("-", " "), weights.KEYWORD
        elif leaf.role.weight in weight_of:
            yield leaf.text, weight_of[leaf.role.weight]
