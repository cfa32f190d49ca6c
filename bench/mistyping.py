"""Mistyped queries: what people really hit on a Danish keyboard, made from right ones with a fixed seed.

One slip a word of four letters or more, in one or two words of the query: a letter dropped, doubled, swapped with the
next, or a neighbour key; æ ø å spelt out or bare; a silent d or g left out or put in; a compound split in two.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

ROWS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")
SPELT = {"æ": ("ae", "e", "a"), "ø": ("oe", "o"), "å": ("aa", "a", "o")}
SILENT = (
    ("nd", "n"),
    ("ld", "l"),
    ("rd", "r"),
    ("gt", "t"),
    ("ig", "i"),
    ("hv", "v"),
    ("hj", "j"),
    ("nn", "n"),
    ("tt", "t"),
)
HEADS = (
    "bolig",
    "pension",
    "syge",
    "sundheds",
    "børne",
    "folke",
    "helbreds",
    "pleje",
    "læge",
    "tand",
    "skatte",
    "konto",
    "post",
)


def mistype(query: str, seed: int) -> str:
    """The query with one or two slips. The same query and seed give the same result."""
    random_ = random.Random(f"{seed}:{query}")
    words = query.split()
    long_words = [number for number, word in enumerate(words) if len(re.sub(r"\W", "", word)) >= 4]
    if not long_words:
        return query
    for number in random_.sample(long_words, min(len(long_words), 1 if len(long_words) < 4 else 2)):
        slips: list[Callable[[str, random.Random], str]] = [_drop, _double, _swap, _neighbour, _neighbour]
        if re.search("[æøå]", words[number], re.IGNORECASE):
            slips += [_spell, _spell, _spell]
        if any(pair[0] in words[number].lower() for pair in SILENT):
            slips += [_silent]
        if any(words[number].lower().startswith(head) and len(words[number]) > len(head) + 3 for head in HEADS):
            slips += [_split]
        words[number] = random_.choice(slips)(words[number], random_)
    return " ".join(words)


def _inside(word: str, random_: random.Random) -> int:
    return random_.randrange(1, max(2, len(word) - 1))


def _drop(word: str, random_: random.Random) -> str:
    at = _inside(word, random_)
    return word[:at] + word[at + 1 :]


def _double(word: str, random_: random.Random) -> str:
    at = _inside(word, random_)
    return word[: at + 1] + word[at] + word[at + 1 :]


def _swap(word: str, random_: random.Random) -> str:
    at = _inside(word, random_)
    return word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


def _neighbour(word: str, random_: random.Random) -> str:
    at = _inside(word, random_)
    for row in ROWS:
        place = row.find(word[at].lower())
        if place >= 0:
            keys = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            return word[:at] + random_.choice(keys) + word[at + 1 :]
    return _drop(word, random_)


def _spell(word: str, random_: random.Random) -> str:
    places = [at for at, sign in enumerate(word) if sign.lower() in SPELT]
    at = random_.choice(places)
    return word[:at] + random_.choice(SPELT[word[at].lower()]) + word[at + 1 :]


def _silent(word: str, random_: random.Random) -> str:
    full, short = random_.choice([pair for pair in SILENT if pair[0] in word.lower()])
    at = word.lower().index(full)
    return word[:at] + short + word[at + len(full) :]


def _split(word: str, random_: random.Random) -> str:
    del random_
    head = next(head for head in HEADS if word.lower().startswith(head))
    return f"{word[: len(head)]} {word[len(head) :]}"
