"""Søgeord that are far from all that their entry says, to be read by hand: does the guide really answer them?

    pip install -e '.[akin]' && python -m bench.keywords [ID ...]

A line for an entry with its far søgeord. One is near when a word of it, or a part of such a word, stands in the title,
the summary or a text of the entry, when the glossary leads it there, or when the table of akin words relates it to a
word that stands there. Søgeord in other languages are left out, as no text holds their words.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.akin import LISTS
from blanket.kb.base import load
from blanket.kb.format.model import Entry
from blanket.kb.format.roles import leaves_of
from blanket.paths import shipped
from blanket.search.index import open_index
from blanket.search.matching import bare_key
from blanket.search.sqlite_lexicon import SqliteLexicon
from blanket.search.words import Token, content, query_words, words

AKIN = 0.4  # so much, at least
PART = 4  # letters that two words have in common at their beginning or end


def main() -> None:
    """Print the far søgeord of every entry, or of those that are named."""
    with tempfile.TemporaryDirectory() as cache:
        lexicon = SqliteLexicon(open_index([shipped("kb")], Path(cache)).db)
        entries = load([shipped("kb")]).entries
        count = 0
        for identifier in sys.argv[1:] or sorted(entries):
            far = far_keywords(lexicon, entries[identifier])
            count += len(far)
            if far:
                print(f"{identifier}: {', '.join(far)}")
    print(f"{count} søgeord", file=sys.stderr)


def far_keywords(lexicon: SqliteLexicon, entry: Entry) -> list[str]:
    """The søgeord of an entry that nothing in it comes near to."""
    said = {token.bare for text in _texts(entry) for token in words(text) if not token.stop}
    return [
        phrase
        for phrase in entry.keywords
        if not _is_foreign(phrase) and not _is_led(lexicon, phrase, entry.id) and not _is_near(lexicon, phrase, said)
    ]


def _texts(entry: Entry) -> list[str]:
    own = [entry.title, entry.summary]  # type: ignore[attr-defined]  # every kind has them
    return own + [leaf.text for leaf in leaves_of(entry) if leaf.role.weight in ("summary", "text")]


def _is_near(lexicon: SqliteLexicon, phrase: str, said: set[str]) -> bool:
    found = [token for token in content(query_words(phrase)) if not token.action]
    return not found or any(_is_word_near(lexicon, token, said) for token in found)


def _is_word_near(lexicon: SqliteLexicon, token: Token, said: set[str]) -> bool:
    typed = token.bare
    if typed in said or any(share >= AKIN and found.bare in said for found, share in lexicon.related(typed)):
        return True
    longer = [other for other in said if len(other) >= PART]
    begins = len(typed) >= PART and any(other.startswith(typed) or other.endswith(typed) for other in longer)
    return begins or any(typed.startswith(other) or typed.endswith(other) for other in longer)


def _is_led(lexicon: SqliteLexicon, phrase: str, identifier: str) -> bool:
    """Whether the glossary leads from a phrase, or one word of it, to the entry."""
    tokens = content(query_words(phrase))
    keys = {bare_key(tokens), *(token.bare for token in tokens)}
    return any(identifier in saying.sees for key in keys for saying in lexicon.sayings(key))


def _is_foreign(phrase: str) -> bool:
    """Whether most words of a phrase are commoner in another language than in Danish."""
    from wordfreq import zipf_frequency

    foreign = 0
    found = phrase.lower().split()
    for word in found:
        danish = zipf_frequency(word, "da")
        foreign += any(zipf_frequency(word, language) > danish for language in LISTS if language != "da")
    return 2 * foreign > len(found)


if __name__ == "__main__":
    main()
