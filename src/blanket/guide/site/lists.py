"""The lists of a site: by subject, by letter, words, places, kommuner, acute help, and what nobody has checked.

Here goes how entries are put together for somebody who looks rather than searches; without JavaScript this is the way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from blanket.guide.days.clock import COPENHAGEN
from blanket.guide.days.hours_in_words import said as said_hours
from blanket.guide.paper.box import local_of
from blanket.guide.screens.acute import acute_by_subject, answers_always
from blanket.guide.screens.places import PlaceView
from blanket.guide.site.parts import AcuteGroup, AcuteLine, Group, KommuneLine, Listed, Meaning, Site
from blanket.kb.format.glossary import Word
from blanket.kb.format.hosts import split_address
from blanket.kb.format.model import Municipality, Place
from blanket.kb.format.subjects import SUBJECTS
from blanket.search.lookup import Found
from blanket.search.words import fold
from blanket.texts import site as texts
from blanket.texts.places import CRISIS_NAMES

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


def acute(db: sqlite3.Connection, site: Site, known: Mapping[str, Listed]) -> list[AcuteGroup]:
    """Whom to ring at once, by subject, in the desk's order, with their weekly hours where those are known."""
    moment = datetime.combine(site.made, time(12), COPENHAGEN)
    own = site.municipality.id if site.municipality else None
    groups = []
    for item in acute_by_subject(db, moment, own, with_staff=False):
        lines = [
            _acute_line(view, known[item.guides.get(view.place.id, view.place.id)])
            for view in item.views
            if item.guides.get(view.place.id, view.place.id) in known
        ]
        guides = [known[task.id] for task in item.tasks if task.id in known]
        groups.append(AcuteGroup(CRISIS_NAMES[item.subject], lines, guides))
    return groups


def _acute_line(view: PlaceView, entry: Listed) -> AcuteLine:
    when = texts.ALWAYS if answers_always(view.place) else ", ".join(said_hours(view.place.hours))
    if view.place.phone or view.ring is None:
        return AcuteLine(entry, view.place.phone or "", when)
    return AcuteLine(entry, view.ring[1], when, view.ring[0])


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
    """The kommuner, each with its number where a new page confirms it, else with its own site."""
    lines = []
    for item in found:
        if isinstance(item.content, Municipality):
            phone = local_of(db, item.content, today).phone
            host = "" if phone.number else own_host(item.content)
            lines.append(KommuneLine(item.id, item.content.title, phone if phone.number else None, host))
    return sorted(lines, key=lambda line: alphabetical(line.name))


def own_host(municipality: Municipality) -> str:
    """The kommune's own site among the pages that were read about it: by its name, or by its initials (`fmk.dk`)."""
    parts = municipality.id.split("-")
    names = {_spelt("".join(parts)), "".join(part[0] for part in parts) + "k"}
    for source in municipality.sources:
        host = (split_address(source.address or "").hostname or "").removeprefix("www.")
        name, _, country = host.rpartition(".")
        if country == "dk" and _spelt(name.removesuffix("kommune").replace("-", "")) in names:
            return host
    return ""


def _spelt(name: str) -> str:
    """A kommune's name as its address may have it: Brøndby is brondby.dk, and broendby in our ids."""
    return name.replace("oe", "o").replace("ae", "a").replace("aa", "a")


def national_line(found: Sequence[Found]) -> Place | None:
    """The country's own line for who does not know where to ring."""
    places = (item.content for item in found if isinstance(item.content, Place))
    return next(
        (place for place in places if place.national_line and place.phone and place.audience == "borgere"), None
    )


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
