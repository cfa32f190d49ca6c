"""What all rules stand on: the shape of a rule, what it may ask of the base, and which texts a citizen reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from blanket.kb.format.glossary import Word
from blanket.kb.format.model import Entry, Place
from blanket.kb.format.parts import Contact
from blanket.kb.format.reading import Document, Keys
from blanket.kb.format.roles import leaves, leaves_of
from blanket.kb.format.rule import Rule, Sample, declare
from blanket.kb.rules.at_hand import AtHand

Finding = tuple[Keys, dict[str, Any]]  # where it is broken; what fills the blanks of the code's sentence
Finder = Callable[[str], list[str]]  # a query -> the ids of its first hits, the best first

# An address in running text, with or without https://. A full stop or bracket after it is no part of it.
ADDRESS = re.compile(r"(?<![\w.-])(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s()<>“”\"']*)?", re.IGNORECASE)


@dataclass
class RuleContext:
    """What a rule may ask of the rest of the base.

    `entries`: id -> entry. `staff_phones`: the numbers that are for staff only. `words`: the glossary. `today`: for
    what grows old. `finder`: how a search is made; None when søgetest are not to be tried. `former`: an id that an
    entry had before -> the id that it has now. `authorities`: the hosts that speak for one.
    `shared`: the ids of entries that all kommuner read.
    """

    entries: Mapping[str, Entry]
    staff_phones: frozenset[str] = frozenset()
    words: Mapping[str, Word] = field(default_factory=dict)
    today: date = date.max
    finder: Finder | None = None
    former: Mapping[str, str] = field(default_factory=dict)
    authorities: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    kept: dict[str, Any] = field(default_factory=dict)
    _seen: tuple[Entry | None, AtHand] = (None, AtHand([]))

    def entry(self, identifier: str | None) -> Entry | None:
        """The entry that an id, or one that it had before, leads to."""
        found = self.entries.get(identifier or "")
        return found or self.entries.get(self.former.get(identifier or "", ""))

    def look_at(self, entry: Entry, data: object) -> None:
        """Take an entry's texts from its plain data, which reading has at hand."""
        self._seen = (entry, AtHand(leaves(type(entry), data)))

    def of(self, entry: Entry) -> AtHand:
        """The texts of an entry. Kept for the entry at hand: many rules ask for the same."""
        if self._seen[0] is not entry:
            self._seen = (entry, AtHand(leaves_of(entry)))
        return self._seen[1]


Check = Callable[[Entry, RuleContext], Iterator[Finding]]


def rule(
    code: str,
    *,
    says: str,
    cure: str,
    why: str,
    wrong: str | Sample,
    right: str | Sample,
    error: bool = True,
    mend: Callable[[Document], Document | None] | None = None,
) -> Callable[[Check], Check]:
    """A decorator: the function checks this rule. What the arguments are: see `Rule`."""

    def register(check: Check) -> Check:
        declare(Rule(code, says, cure, why, wrong, right, error, check, mend))
        return check

    return register


def contacts_of(entry: Entry) -> Iterator[tuple[int, Contact]]:
    """The contacts of an entry, numbered; none for the kinds that have none."""
    return enumerate(getattr(entry, "contacts", ()))


def phone_of(contact: Contact, context: RuleContext) -> str | None:
    """The number that a contact leads to: its own, or its place's when that is not for staff only."""
    if contact.phone:
        return contact.phone
    place = context.entry(contact.place)
    return place.phone if isinstance(place, Place) and place.audience != "personale" else None


def citizen_texts(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """All texts of an entry that a citizen may come to read, with their paths; the model says which."""
    return ((leaf.path, leaf.text) for leaf in leaves_of(entry) if leaf.role.reader == "citizen")
