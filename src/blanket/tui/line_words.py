"""The words that the plain face takes for something to do, whatever else they might be searched for.

Each act has one clear word; what else people type for it, letters included, leads to that word: nobody should learn a
letter to be understood.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from blanket.desk.visit import Pane
from blanket.texts import lines as texts
from blanket.texts import screens as screen_texts

_MORE = screen_texts.MORE.split("{")[0]  # the line that counts what else there is begins so

PANES: dict[str, Pane] = {
    "net": "net",
    "alt": "alt",
    "kilder": "kilder",
    "akut": "akut",
    "ude": "steder",
    "hotline": "hotline",
}
ENDS = ("slut", "exit", "quit", "q", "luk")
ACTS = (
    *(
        "hjælp",
        "udskriv",
        "åbn",
        "læg",
        "kurv",
        "dagsark",
        "m",
        "mitid",
        "s",
        "sammen",
        "for borgeren",
        "skjul",
        "fejl",
    ),
    *("vis", "ny", "stor", "kort", "kommune", "rolle", "note", "dag", *PANES),
)
WITH_WORDS = ("kommune", "rolle", "note", "dag", "mitid")  # these take what is written after them
OF_A_HIT = ("udskriv", "læg", "vis", "net", "alt", "kilder")  # a number after these chooses first: udskriv 2
OTHER_WORDS = {
    "?": "hjælp",
    "hjaelp": "hjælp",
    "help": "hjælp",
    "p": "udskriv",
    "print": "udskriv",
    "skriv ud": "udskriv",
    "aabn": "åbn",
    "åbn arket": "åbn",
    "k": "læg",
    "laeg": "læg",
    "i kurven": "læg",
    "læg i kurven": "læg",
    "læg i kurv": "læg",
    "kurven": "kurv",
    "se kurv": "kurv",
    "se kurven": "kurv",
    "pp": "dagsark",
    "dagens ark": "dagsark",
    "udskriv kurv": "dagsark",
    "udskriv kurven": "dagsark",
    "skriv kurven ud": "dagsark",
    "n": "net",
    "a": "akut",
    "ud": "ude",
    "ude i dag": "ude",
    "h": "hotline",
    "o": "kommune",
    "r": "rolle",
    "l": "skjul",
    "f": "fejl",
    "meld fejl": "fejl",
    "meld en fejl": "fejl",
    "ny borger": "ny",
    "næste": "ny",
    "næste borger": "ny",
}


class Asked(NamedTuple):
    """Something to do. `words`: what was written after it; `number`: of the hit it is about, when one was named."""

    act: str
    words: str = ""
    number: int | None = None


def asked_in(said: str) -> Asked | None:
    """What a line asks for; None when it is to be searched. `said`: with single blanks."""
    lower = said.lower()
    if (whole := OTHER_WORDS.get(lower, lower)) in ACTS and whole != "mitid":  # which is searched, most of all
        return Asked(whole)
    first, _, rest = said.rpartition(" ")
    act = OTHER_WORDS.get(first.lower(), first.lower())
    if act in OF_A_HIT and rest.rstrip(".)").isdigit() and len(rest) < len("1000"):
        return Asked(act, number=int(rest.rstrip(".)")))
    first, _, rest = said.partition(" ")
    act = OTHER_WORDS.get(first.lower(), first.lower())
    if act in WITH_WORDS and (act != "mitid" or rest.lower() in texts.LINES_YES + texts.LINES_NO):
        return Asked(act, rest)
    return None


def with_words(text: str) -> str:
    """A line with what is typed here, where it names an option of the command line."""
    for option, word in texts.LINES_KEYS_IN_GUIDE.items():
        text = text.replace(option, word)
    return text


def with_words_rows(rows: list[str], width: int) -> list[str]:
    """Lines of a guide with what is typed here. The last of them, which count what else there is, are laid out anew."""
    begins = next((at for at, row in enumerate(rows) if row.startswith(_MORE)), len(rows))
    foot = textwrap.wrap(with_words(" ".join(rows[begins:])), width, break_on_hyphens=False, break_long_words=False)
    return [*map(with_words, rows[:begins]), *foot]
