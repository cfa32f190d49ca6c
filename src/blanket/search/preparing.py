"""From files to rows of the index, without the index: which texts of an entry count, and how much each of its words.

Here goes what can be done for some files alone, on any core: reading them and weighing their words. Words have numbers
of their own here, which `filling` turns into those of the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import msgspec

from blanket.kb.base import as_read, load_file
from blanket.kb.files import KbFile
from blanket.kb.format.model import Entry, Form, kind_of
from blanket.kb.format.roles import Role, texts_of
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
        self._subjects: dict[str, list[int]] = {}  # of each piece between blanks, as `terms` gives them
        self._stops: dict[str, list[int]] = {}

    def terms(self, text: str) -> tuple[list[int], list[int]]:
        """The words of a text that carry a subject, and its stop words beside them, as numbers in order.

        When no word carries a subject, all count as if they did.
        """
        pieces = text.split()
        said = self._said(pieces)
        return (said, [stop for piece in pieces for stop in self._stops[piece]]) if said else (self._all(text), [])

    def subjects(self, text: str) -> list[int]:
        """The first part of `terms` alone."""
        return self._said(text.split()) or self._all(text)

    def known(self) -> list[Term]:
        """All words so far; a word's number is its place."""
        return [
            Term(word.stem, word.bare, word.shown.lower(), sorted({bare(form) for form in forms}))
            for word, forms in zip(self._words, self._forms, strict=True)
        ]

    def _said(self, pieces: Sequence[str]) -> list[int]:
        """The words of pieces that carry a subject. Ten times as quick as looking for words: nearly all are known."""
        try:
            return [*chain.from_iterable(map(self._subjects.__getitem__, pieces))]
        except KeyError:
            for piece in pieces:
                if piece not in self._subjects:
                    self._learn(piece)
            return self._said(pieces)

    def _all(self, text: str) -> list[int]:
        return [self._number(item) for item in words(text)]

    def _learn(self, piece: str) -> None:
        found = words(piece)
        self._subjects[piece] = [self._number(item) for item in found if not item.stop]
        self._stops[piece] = [stop_term(item) for item in found if item.stop]

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


_packer = msgspec.msgpack.Encoder()


def prepare_packed(files: Sequence[KbFile]) -> bytes:
    """The same for another process, which `unpacked` reads: pickle takes twice as long at either end."""
    return _packer.encode(prepare(files))


def unpacked(packed: bytes) -> tuple[list[Prepared], list[Term]]:
    """What `prepare_packed` gave."""
    return msgspec.msgpack.decode(packed, type=tuple[list[Prepared], list[Term]])


def _prepare(file: KbFile, numbering: Numbering) -> Prepared:
    _, content, why = as_read(load_file(file))
    if content is None:
        return Prepared(None, problem=why)
    row = entry_row(content, numbering) if isinstance(content, Entry) else None
    return Prepared(msgspec.json.encode(content).decode(), row)


def entry_row(entry: Entry, numbering: Numbering, *, public: bool = False) -> PreparedRow:
    """What the index keeps of an entry. Its words go into the numbering. `public`: without texts for staff."""
    title, summary = entry.title, entry.summary
    number = entry.number if isinstance(entry, Form) else None
    status = entry.status if isinstance(entry, Form) else None
    columns = (entry.id, kind_of(entry), title, summary, getattr(entry, "subject", None), number, status)
    found = texts_of(entry)
    if public:
        found = [(text, role) for text, role in found if role.reader != "staff"]
    row = weighed_row(columns, [title, *entry.keywords], _texts(found), numbering)
    keys = {number_key(number), number_key(number.rsplit(" ", 1)[0])} - {None} if number else set()
    targets = frozenset(text for text, role in found if role.refers)
    numbers = frozenset(key for key in keys if key)
    return row._replace(targets=targets, numbers=numbers, former=entry.former_ids)


def weighed_row(
    columns: tuple[str | None, ...], phrases: Sequence[str], texts: Iterable[tuple[str, int]], numbering: Numbering
) -> PreparedRow:
    """A row of title and søgeord, and of further texts with what each of them counts."""
    said = [numbering.terms(phrase) for phrase in phrases]
    weighed = [(terms, weights.KEYWORD if at else weights.TITLE) for at, (terms, _) in enumerate(said)]
    weighed += [(numbering.subjects(text), weight) for text, weight in texts]
    return PreparedRow(columns, [[*dict.fromkeys(terms), *stops] for terms, stops in said], _weigh(weighed))


def _weigh(texts: Iterable[tuple[list[int], int]]) -> dict[int, int]:
    """Term -> its weight in an entry, in hundredths. `texts`: the terms of each text, and what the text counts."""
    by_weight: dict[int, list[int]] = {}
    said: list[int] = []  # each term as often as it counts as said
    times_of = {weights.TITLE: weights.TITLE_TIMES, weights.SUMMARY: weights.SUMMARY_TIMES}
    for terms, weight in texts:
        said += terms * times_of.get(weight, 1)
        if weight == weights.KEYWORD and len(set(terms)) > 1:
            weight = weights.PART_OF_KEYWORD
        by_weight.setdefault(weight, []).extend(terms)
    best: dict[int, int] = {}
    for weight, all_terms in sorted(by_weight.items()):  # the strongest last
        best.update(dict.fromkeys(all_terms, weight))
    times = Counter(said)
    return {term: _stressed(times[term], weight) for term, weight in best.items()}


@cache
def _stressed(times: int, weight: int) -> int:
    """An entry that says a word often is more about it: the more, up to OFTEN times; less for a word said once."""
    once = weights.ONCE_ALONE if weight >= weights.KEYWORD else weights.ONCE
    return round(weight * (once + (1 - once) * min(times - 1, weights.OFTEN - 1) / (weights.OFTEN - 1)))


_WEIGHT_OF = {"keyword": weights.KEYWORD, "summary": weights.SUMMARY, "text": weights.TEXT}


def _texts(found: Iterable[tuple[str, Role]]) -> Iterator[tuple[str, int]]:
    """The texts of an entry besides title and søgeord, with what the model says that they weigh."""
    for text, role in found:
        if role.weight in _WEIGHT_OF:
            # what has the weight of a søgeord is a kommune by its id: faaborg-midtfyn
            yield text.replace("-", " ") if role.weight == "keyword" else text, _WEIGHT_OF[role.weight]
