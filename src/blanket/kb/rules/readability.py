"""How hard a citizen's text is to read: LIX.

Here goes the measure and which texts of an entry it is taken on. LIX (läsbarhetsindex) is words per sentence plus
the percentage of words of more than six letters: C. H. Björnsson, Läsbarhet, 1968. Under 25 is a children's book,
25-34 light, 35-44 middling, 45-54 hard, 55 and up law and science.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from blanket.kb.format.model import Entry
from blanket.kb.format.roles import Leaf, leaves_of

LIX_LIMIT = 35  # from here on a text is no longer light
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
# Full stops that end no sentence: after abbreviations that always have something behind them, before a small letter
# (1. marts, 225 kr. om året), and inside of addresses and numbers.
_NO_STOP = re.compile(r"\b(?i:ca|fx|bl\.a|dvs|evt|nr|kl|tlf|f\.eks|pr)\.(?=\s+\S)|\.(?=\s+[a-zæøå])|(?<=\w)\.(?=\w)")
_STOP = re.compile(r"[.!?:]+(?=\s|$)|\n")


def lix(texts: Iterable[str]) -> float:
    """LIX of the texts taken together; every text ends a sentence. 0.0 when there are no words."""
    return lix_of([words for text in texts for _, words in sentences_with_words(text)])


def lix_of(sentences: Sequence[Sequence[str]]) -> float:
    """LIX of sentences that are cut into words already; 0.0 when there are none."""
    words = list(chain.from_iterable(sentences))
    if not words:
        return 0.0
    long_words = len([word for word in words if len(word) > 6])
    return len(words) / len(sentences) + 100 * long_words / len(words)


def sentences_with_words(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of a text that hold at least one word, each with its words."""
    guarded = _NO_STOP.sub(lambda match: match.group().replace(".", "․"), text) if "." in text else text
    parts = [(part, tuple(_WORD.findall(part))) for part in _STOP.split(guarded)]
    return [(part.strip().replace("․", "."), words) for part, words in parts if words]


@lru_cache(maxsize=1024)  # several rules ask for the same entry's texts
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text that hold at least one word."""
    return tuple(sentence for sentence, _ in sentences_with_words(text))


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: runs of letters, with inner hyphens and apostrophes; numbers are not words."""
    return tuple(_WORD.findall(text))


def citizen_text(entry: Entry) -> Iterator[str]:
    """The running text that a citizen reads of an entry: summary, steps, deadlines, prices, advice. No headings."""
    return (leaf.text for leaf in leaves_of(entry) if is_running(leaf))


def is_running(leaf: Leaf) -> bool:
    """Whether a text is running text that a citizen reads."""
    return leaf.role.reader == "citizen" and leaf.role.grade == "prose"
