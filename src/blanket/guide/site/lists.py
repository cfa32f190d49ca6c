"""The lists of a site: by subject, by letter, words, places, kommuner, acute help, and what nobody has checked.

Here goes how entries are put together for somebody who looks rather than searches; without JavaScript this is the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from blanket.guide.paper.box import local_of
from blanket.guide.site.parts import Group, KommuneLine, Listed, Meaning
from blanket.kb.format.model import Municipality, Word
from blanket.kb.format.subjects import SUBJECTS
from blanket.search.lookup import Found
from blanket.search.words import fold
from blanket.texts import site as texts

_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
_LAST = "0"  # of what begins with a digit or another sign
_KINDS = ("forløb", "opgave", "blanket", "sted")


class Letter(NamedTuple):
    """A letter of the alphabet that entries begin with. `file`: the name of its page."""

    shown: str
    file: str
    entries: list[Listed]


def by_subject(entries: Iterable[Listed]) -> list[Group]:
    """The entries of each subject, in the order of the fixed list: journeys, tasks, then forms."""
    found: dict[str, list[Listed]] = {}
    for entry in entries:
        if entry.subject:
            found.setdefault(entry.subject, []).append(entry)
    return [
        Group(texts.SUBJECT_NAMES[subject], in_order(found[subject]), anchor=fold(subject))
        for subject in SUBJECTS
        if subject in found
    ]


def by_kind(entries: Iterable[Listed]) -> list[Group]:
    """Entries under the names of their kinds."""
    found: dict[str, list[Listed]] = {}
    for entry in entries:
        found.setdefault(entry.kind, []).append(entry)
    return [Group(texts.KINDS[kind], in_order(found[kind])) for kind in _KINDS if kind in found]


def numbers_first(entries: Iterable[Listed]) -> list[Group]:
    """Entries by kind for somebody in need: lines and places, whose numbers stand in the list, before guides to read,
    and the shortest number (112) before all."""
    groups = sorted(by_kind(entries), key=lambda group: group.entries[0].kind != "sted")
    if groups and groups[0].entries[0].kind == "sted":
        first = sorted(groups[0].entries, key=lambda entry: len(entry.number or "-" * 99))
        groups[0] = Group(groups[0].heading, first)
    return groups


def by_letter(entries: Iterable[Listed]) -> list[Letter]:
    """The entries under the letter that their title begins with, in the order of the Danish alphabet."""
    found: dict[str, list[Listed]] = {}
    for entry in entries:
        found.setdefault(_letter(entry.title), []).append(entry)
    order = [letter for letter in (*_ALPHABET, _LAST) if letter in found]
    shown = {_LAST: "0–9"}
    return [
        Letter(shown.get(letter, letter.upper()), f"{fold(letter)}.html", in_order(found[letter])) for letter in order
    ]


def in_order(entries: Iterable[Listed]) -> list[Listed]:
    """Entries by title, as a Danish dictionary has them."""
    return sorted(entries, key=lambda entry: (alphabetical(entry.title), entry.id))


def alphabetical(text: str) -> list[int]:
    """What to sort a text by: æ, ø and å after z, case and other signs aside."""
    return [_ALPHABET.find(sign) for sign in text.lower() if sign.isalnum()]


def places(entries: Iterable[Listed], names: Mapping[str, str]) -> list[Group]:
    """Places: those of the whole country, then those of each kommune. `names`: of the kommuner, by id."""
    found: dict[str, list[Listed]] = {}
    for entry in entries:
        if entry.kind == "sted":
            found.setdefault(entry.whose, []).append(entry)
    rest = sorted((whose for whose in found if whose), key=lambda whose: alphabetical(names.get(whose, whose)))
    order = [whose for whose in ("", *rest) if whose in found]
    return [
        Group(names.get(whose, whose) if whose else texts.PLACES_COUNTRY, in_order(found[whose]), anchor=whose)
        for whose in order
    ]


def kommuner(db: sqlite3.Connection, found: Sequence[Found], today: date) -> list[KommuneLine]:
    """The kommuner, each with its number where a new page confirms it."""
    lines = []
    for item in found:
        if isinstance(item.content, Municipality):
            phone = local_of(db, item.content, today).phone
            lines.append(KommuneLine(item.id, item.content.title, phone if phone.number else None))
    return sorted(lines, key=lambda line: alphabetical(line.name))


def meanings(found: Sequence[Found], known: Mapping[str, Listed]) -> list[Meaning]:
    """The words that are explained, by the alphabet."""
    words = []
    for item in found:
        if isinstance(item.content, Word) and item.content.means:
            see = [known[identifier] for identifier in item.content.see if identifier in known]
            words.append(Meaning(item.id, item.content.word, item.content.means, see))
    return sorted(words, key=lambda word: alphabetical(word.word))


def _letter(title: str) -> str:
    first = next((sign for sign in title.lower() if sign.isalnum()), "")
    return first if first in _ALPHABET and first else _LAST
