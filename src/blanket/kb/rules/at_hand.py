"""The entry at hand: its texts, walked once for all rules, and joined, so that a pattern goes over all of them at once.

Here goes what makes fifty rules cheap: most find nothing, and see so in one look at the joined texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from blanket.kb.format.roles import Keys, Leaf
from blanket.kb.rules.readability import sentences_with_words

BETWEEN = "\n\0\n"  # between two texts: no text holds NUL (B003), and most patterns stop at a line end
_PIECE = re.compile(r"\w+")
_UNCERTAIN = ("usikkert", "ubekræftet")


def pieces_of(text: str) -> list[str]:
    """The runs of letters and digits of a text, in small letters."""
    return _PIECE.findall(text.casefold())


class Sentence(NamedTuple):
    """A sentence that a citizen reads, the path of the text it is in, and its words without numbers."""

    path: Keys
    text: str
    words: tuple[str, ...]


class Texts:
    """Some of an entry's texts, in order, each with the path to it."""

    __slots__ = ("_found", "_joined", "_pieces")

    def __init__(self, found: list[tuple[Keys, str]]) -> None:
        self._found = found
        self._joined: str | None = None
        self._pieces: frozenset[str] | None = None

    def __iter__(self) -> Iterator[tuple[Keys, str]]:
        return iter(self._found)

    @property
    def joined(self) -> str:
        """All of them as one text, with something between that no pattern takes for a part of one."""
        if self._joined is None:
            self._joined = BETWEEN.join([text for _, text in self._found])
        return self._joined

    @property
    def pieces(self) -> frozenset[str]:
        """The runs of letters and digits that stand in them, in small letters."""
        if self._pieces is None:
            self._pieces = frozenset(pieces_of(self.joined))
        return self._pieces

    def holding(self, pattern: re.Pattern[str]) -> Iterator[tuple[Keys, str]]:
        """Those in which a pattern may be found: nearly always none, which takes one search. The pattern names no start
        and no end of a text, and nothing of it fits NUL.
        """
        matches = pattern.finditer(self.joined)
        begin = 0  # of the text that is looked at next
        texts = iter(self._found)
        for match in matches:
            while match.start() >= begin:
                found = next(texts)
                begin += len(found[1]) + len(BETWEEN)
                if match.start() < begin:
                    yield found


class AtHand:
    """An entry's texts by who reads them and how.

    `read`: every text that anybody reads. `citizen`: all that a citizen may come to read, names, numbers and addresses
    too. `running`: running text of a citizen's. `free`: all that somebody reads in sentences, but for what is uncertain
    anyway or still waits for the kommune to confirm it. `references`: the ids that it names, with the kinds that each
    may be of.
    """

    __slots__ = ("_sentences", "citizen", "free", "leaves", "read", "references", "running")

    def __init__(self, leaves: list[Leaf]) -> None:
        self.leaves = leaves
        read: list[tuple[Keys, str]] = []
        citizen: list[tuple[Keys, str]] = []
        running: list[tuple[Keys, str]] = []
        free: list[tuple[Keys, str]] = []
        self.references: list[tuple[Keys, str, tuple[str, ...]]] = []
        self._sentences: list[Sentence] | None = None
        for path, text, (reader, grade, _, refers) in leaves:
            if refers:
                self.references.append((path, text, refers))
            if reader == "nobody":
                continue
            found = (path, text)
            read.append(found)
            if reader == "citizen":
                citizen.append(found)
                if grade == "prose":
                    running.append(found)
            if grade != "label" and path[0] not in _UNCERTAIN:
                free.append(found)
        self.read, self.citizen, self.running, self.free = Texts(read), Texts(citizen), Texts(running), Texts(free)

    @property
    def sentences(self) -> list[Sentence]:
        """The running text in sentences."""
        if self._sentences is None:
            self._sentences = [
                Sentence(path, sentence, words)
                for path, text in self.running
                for sentence, words in sentences_with_words(text)
            ]
        return self._sentences
