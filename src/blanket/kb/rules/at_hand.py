"""The entry at hand: its texts, walked once for all rules, and joined, so that a pattern goes over all of them at once.

Here goes what makes fifty rules cheap: most find nothing, and see so in one look at the joined texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from blanket.kb.format.roles import Keys, Leaf
from blanket.kb.rules.readability import is_running, sentences_with_words

BETWEEN = "\n\0\n"  # between two texts: no text holds NUL (B003), and most patterns stop at a line end
_PIECE = re.compile(r"\w+")
_UNCERTAIN = ("usikkert", "ubekræftet")


def pieces_of(text: str) -> list[str]:
    """The runs of letters and digits of a text, in small letters."""
    return _PIECE.findall(text.casefold())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that a citizen reads, the path of the text it is in, and its words without numbers."""

    path: Keys
    text: str
    words: tuple[str, ...]


class Texts:
    """Some of an entry's texts, in order, each with the path to it."""

    def __init__(self, found: Iterable[Leaf]) -> None:
        self._found = [(leaf.path, leaf.text) for leaf in found]

    def __iter__(self) -> Iterator[tuple[Keys, str]]:
        return iter(self._found)

    @cached_property
    def joined(self) -> str:
        """All of them as one text, with something between that no pattern takes for a part of one."""
        return BETWEEN.join([text for _, text in self._found])

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The runs of letters and digits that stand in them, in small letters."""
        return frozenset(pieces_of(self.joined))

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(text) + len(BETWEEN) for _, text in self._found[:-1]), initial=0))

    def holding(self, pattern: re.Pattern[str]) -> Iterator[tuple[Keys, str]]:
        """Those in which a pattern may be found: nearly always none, which takes one search. The pattern names no start
        and no end of a text.
        """
        last = -1
        for match in pattern.finditer(self.joined):
            number = bisect_right(self._starts, match.start()) - 1
            if number > last:
                last = number
                yield self._found[number]


class AtHand:
    """An entry's texts by who reads them and how. `citizen`: all that a citizen may come to read, names, numbers and
    addresses too. `running`: running text of a citizen's. `free`: all that somebody reads in sentences, but for what is
    uncertain anyway or still waits for the kommune to confirm it. `references`: the ids that it names.
    """

    def __init__(self, leaves: list[Leaf]) -> None:
        self.leaves = leaves

    @cached_property
    def citizen(self) -> Texts:
        return Texts(leaf for leaf in self.leaves if leaf.role.reader == "citizen")

    @cached_property
    def running(self) -> Texts:
        return Texts(leaf for leaf in self.leaves if is_running(leaf))

    @cached_property
    def free(self) -> Texts:
        return Texts(
            leaf
            for leaf in self.leaves
            if leaf.role.reader != "nobody" and leaf.role.grade != "label" and leaf.path[0] not in _UNCERTAIN
        )

    @cached_property
    def read(self) -> Texts:
        """Every text that anybody reads."""
        return Texts(leaf for leaf in self.leaves if leaf.role.reader != "nobody")

    @cached_property
    def references(self) -> list[tuple[Keys, str, tuple[str, ...]]]:
        return [(leaf.path, leaf.text, leaf.role.refers) for leaf in self.leaves if leaf.role.refers]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The running text in sentences."""
        return [
            Sentence(path, sentence, words)
            for path, text in self.running
            for sentence, words in sentences_with_words(text)
        ]
