"""Office words: which words of a citizen's text the glossary explains, and whether the text does it too.

Kept silent: a word in the entry's own title (the whole entry explains it), one that stands in brackets or has them
near, one whose text says it in the glossary's words, and those that the glossary calls daily (`hverdagsord: ja`):
everybody meets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry
from blanket.kb.format.reading import Keys
from blanket.kb.rules.at_hand import Sentence, pieces_of
from blanket.kb.rules.ground import RuleContext
from blanket.kb.rules.readability import words_of

Phrases = dict[str, list[tuple[list[str], Word]]]  # first word -> the words of the phrase, and the glossary's entry

_ENDINGS = ("", "en", "et", "n", "t", "er", "r", "erne", "rne", "ens", "ets", "s", "ers", "ne", "e")


def unexplained(entry: Entry, context: RuleContext) -> Iterator[tuple[Keys, str, str]]:
    """The office words that an entry uses and nowhere explains, each where it stands first, with its meaning."""
    phrases, begin = _kept_phrases(context)
    at_hand = context.of(entry)
    if at_hand.free.pieces.isdisjoint(begin):
        return
    title = entry.title.casefold()
    first: dict[str, tuple[Keys, Word]] = {}
    explained: set[str] = set()
    whole = dict(at_hand.running)
    for sentence in at_hand.sentences:
        for word in _office_words(sentence, phrases):
            if word.word.casefold() in title or word.word in explained:
                continue
            if _explains(whole[sentence.path], word):
                explained.add(word.word)
            first.setdefault(word.word, (sentence.path, word))
    for name, (path, word) in first.items():
        if name not in explained:
            yield path, name, word.means or ""


def _office_words(sentence: Sentence, phrases: Phrases) -> Iterator[Word]:
    said = [word.casefold() for word in sentence.words]
    for at, word in enumerate(said):
        for phrase, item in phrases.get(word, ()):
            written = sentence.words[at : at + len(phrase)]
            if said[at + 1 : at + len(phrase)] == phrase[1:] and _same_capitals(item.word, " ".join(written)):
                yield item


def _same_capitals(word: str, written: str) -> bool:
    """Whether capitals inside of a word stand in the text too: AltID is not altid, EU is not eu."""
    return all(sign == other for sign, other in zip(word[1:], written[1:], strict=False) if sign.isupper())


def _explains(text: str, word: Word) -> bool:
    """Whether a text has brackets after the word or around it, says “det er”, or uses the meaning's own words."""
    folded = text.casefold()
    at = folded.find(word.word.casefold())
    near = folded[max(0, at - 40) : at + len(word.word) + 25]
    if "(" in near or any(sign in folded for sign in ("det er", "dvs.", "betyder", "hedder", "kalde")):
        return True
    telling = {part.casefold() for part in words_of(word.means or "") if len(part) > 5}
    return len(telling & {part.casefold() for part in words_of(text)}) >= 2


def _kept_phrases(context: RuleContext) -> tuple[Phrases, frozenset[str]]:
    """The phrases of the glossary, and the pieces of words that they begin with."""
    if "office words" not in context.kept:
        phrases = _phrases(context.words)
        context.kept["office words"] = (
            phrases,
            frozenset(piece for first in phrases for piece in pieces_of(first)[:1]),
        )
    found: tuple[Phrases, frozenset[str]] = context.kept["office words"]
    return found


def _phrases(words: Mapping[str, Word]) -> Phrases:
    found: Phrases = {}
    for item in words.values():
        name = item.word.casefold()
        if not item.means or item.use or item.daily:
            continue
        *before, last = name.split()
        for ending in _ENDINGS:
            phrase = [*before, last + ending]
            found.setdefault(phrase[0], []).append((phrase, item))
    return found
