"""The words that the plain face takes for something to do, whatever else they might be searched for."""

from __future__ import annotations

from blanket.desk.visit import Pane
from blanket.texts import lines as texts

PANES: dict[str, Pane] = {
    "n": "net",
    "alt": "alt",
    "kilder": "kilder",
    "a": "akut",
    "akut": "akut",
    "ud": "steder",
    "h": "hotline",
    "hotline": "hotline",
    "o": "kommune",
}
ENDS = ("slut", "exit", "quit", "q", "luk")
# What else people type for an act: nobody should learn a letter to be understood.
OTHER_WORDS = {
    "hjælp": "?",
    "hjaelp": "?",
    "help": "?",
    "print": "p",
    "udskriv": "p",
    "skriv ud": "p",
    "skjul": "l",
    "meld fejl": "f",
    "ny borger": "ny",
    "næste": "ny",
    "næste borger": "ny",
    "se kurven": "kurv",
    "i kurven": "k",
    "læg i kurven": "k",
    "læg i kurv": "k",
    "ude i dag": "ud",
}


def with_words(text: str) -> str:
    """A line with what is typed here, where it names an option of the command line."""
    for option, word in texts.LINES_KEYS_IN_GUIDE.items():
        text = text.replace(option, word)
    return text
