"""Rules that an entry must keep beyond its form: one small function a rule, each with a code of `texts.PROBLEMS`.

Here go rules and nothing else. A rule gets one entry and the base, and yields the places where it is broken. What
a file's form must be (keys, types) belongs in `model`; how it is read in `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from blanket.kb.model import Contact, Entry, Form, Glossary, Hours, Place, Task, kind_of, references
from blanket.kb.reading import Keys
from blanket.kb.schema import nearest

Finding = tuple[Keys, dict[str, Any]]  # where it is broken; what fills the blanks of the code's sentence


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may ask of the rest of the base: id -> entry, and the phone numbers that are for staff only."""

    entries: Mapping[str, Entry]
    staff_phones: frozenset[str]


Rule = Callable[[Entry, Surroundings], Iterator[Finding]]
RULES: dict[str, Rule] = {}

_ALIKE = 75  # percent of the letters: under that, one id is no misspelling of another

# Hosts that hold staging copies of public sites: good enough to read a fact on, never to send a citizen to.
_STAGING = re.compile(
    r"(^|\.)(liveserver\.nu|testserver\.nu|gopublic\.\w+|[\w-]*gopublic[\w.-]*|azurewebsites\.net)$"
    r"|^(pp|production|admin)\.|^beta-"
)
# An address in running text, with or without https://. A full stop or bracket after it is no part of it.
_ADDRESS = re.compile(r"(?<![\w.-])(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/[^\s()<>“”\"']*)?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.()/–-]")  # how a phone number may be broken up


def rule(code: str) -> Callable[[Rule], Rule]:
    """Register a rule under its code."""

    def register(function: Rule) -> Rule:
        RULES[code] = function
        return function

    return register


def is_staging(address: str) -> bool:
    """Whether an address is a staging copy of a public site, where no citizen may be sent."""
    parts = _split(address)
    host = parts.hostname or ""
    return bool(_STAGING.search(host)) or (host.endswith("skat.dk") and parts.path.startswith("/test"))


def _split(address: str) -> SplitResult:
    """The parts of an address, which may lack its https://; empty parts when it is none."""
    try:
        return urlsplit(address if "://" in address else f"//{address}")
    except ValueError:  # https://[
        return urlsplit("")


def contacts_of(entry: Entry) -> Iterator[tuple[int, Contact]]:
    """The contacts of an entry, numbered; none for the kinds that have none."""
    return enumerate(getattr(entry, "contacts", ()))


@rule("B031")
def reference_exists(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, kinds in references(entry):
        if target not in base.entries:
            wanted = [key for key, other in base.entries.items() if kind_of(other) in kinds and key != entry.id]
            yield path, {"id": target, "hint": _hint(target, wanted)}


def words_lead_somewhere(glossary: Glossary, base: Surroundings) -> Iterator[Finding]:
    """The glossary's part of B031: it is no entry, so it is not among the rules."""
    for number, word in enumerate(glossary.words):
        for position, target in enumerate(word.see):
            if target not in base.entries:
                yield ("ord", number, "se", position), {"id": target, "hint": _hint(target, base.entries)}


def _hint(target: str, wanted: Iterable[str]) -> str:
    near = nearest(target, list(wanted), _ALIKE)
    return f" Mente du “{near}”?" if near else ""


@rule("B032")
def reference_is_of_right_kind(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, kinds in references(entry):
        found = base.entries.get(target)
        if found is not None and kind_of(found) not in kinds:
            yield path, {"id": target, "kind": kind_of(found), "wanted": " eller ".join(kinds)}


@rule("B034")
def contact_is_place_or_number(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        if not contact.place and not (contact.name and contact.phone and contact.source):
            yield ("kontakt", number), {}


@rule("B035")
def source_says_where(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, source in enumerate(entry.sources):
        if not source.address and not source.name:
            yield ("kilder", number), {}


@rule("B036")
def staff_place_is_no_contact(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        place = base.entries.get(contact.place or "")
        if isinstance(place, Place) and place.audience == "personale":
            yield ("kontakt", number), {"place": place.id}


@rule("B037")
def citizen_can_ring(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """Every answer names a number to call (need 4, "always a phone number")."""
    contacts = [contact for _, contact in contacts_of(entry)]
    if contacts and not any(phone_of(contact, base.entries) for contact in contacts):
        yield ("kontakt",), {}


@rule("B038")
def hours_are_a_span(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, row in _hours_of(entry):
        if (row.opens is None) != (row.closes is None) or (row.opens and row.opens == row.closes):
            yield path, {"opens": row.opens or "", "closes": row.closes or ""}


@rule("B039")
def staff_number_stays_with_staff(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """No staff line in anything that a citizen may read: whatever is not for staff or about uncertainty."""
    if isinstance(entry, Place) and entry.audience == "personale":
        return
    for path, text in citizen_texts(entry):
        digits = _SEPARATORS.sub("", text)
        for phone in base.staff_phones:
            if _SEPARATORS.sub("", phone) in digits:
                yield path, {"phone": phone}


@rule("B040")
def citizen_is_not_sent_to_staging(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, text in citizen_texts(entry):
        for address in _ADDRESS.findall(text):
            if is_staging(address):
                yield path, {"host": _split(address).hostname}


@rule("B041")
def withdrawn_form_is_not_used(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if isinstance(entry, Task) and entry.paper:
        for number, form in enumerate(entry.paper.forms):
            found = base.entries.get(form)
            if isinstance(found, Form) and found.status == "udgået":
                yield ("papir", "blanketter", number), {}


@rule("B042")
def entry_does_not_name_itself(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, _ in references(entry):
        if target == entry.id:
            yield path, {"id": target}


def phone_of(contact: Contact, entries: Mapping[str, Entry]) -> str | None:
    """The number that a contact leads to: its own, or its place's when that is not for staff only."""
    if contact.phone:
        return contact.phone
    place = entries.get(contact.place or "")
    return place.phone if isinstance(place, Place) and place.audience != "personale" else None


def citizen_texts(entry: Entry) -> Iterator[tuple[Keys, str]]:
    """All texts of an entry that a citizen may come to read, with their paths.

    That is everything but what is for staff (`personale`, `opgaver` and `noter` of a kommune), what is uncertain,
    sources, and words that are only searched.
    """
    import msgspec

    hidden = {
        "personale",
        "usikkert",
        "kilder",
        "kilde",
        "søgeord",
        "søgetest",
        "kontrolleret",
        "status_grundlag",
        "noter",
    }

    def walk(value: object, path: Keys) -> Iterator[tuple[Keys, str]]:
        if isinstance(value, str):
            yield path, value
        elif isinstance(value, Mapping):
            for key, inner in value.items():
                if key not in hidden and not (path == () and key == "opgaver"):
                    yield from walk(inner, (*path, key))
        elif isinstance(value, list | tuple):
            for number, inner in enumerate(value):
                yield from walk(inner, (*path, number))

    return walk(msgspec.to_builtins(entry), ())


def _hours_of(entry: Entry) -> Iterator[tuple[Keys, Hours]]:
    if isinstance(entry, Place):
        for number, row in enumerate(entry.hours):
            yield ("tider", number), row
    for number, contact in contacts_of(entry):
        for row_number, row in enumerate(contact.hours):
            yield ("kontakt", number, "tider", row_number), row
