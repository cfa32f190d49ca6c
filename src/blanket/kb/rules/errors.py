"""Rules that fail: an entry that breaks one contradicts itself or the base, or would do a citizen harm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.did_you_mean import hint
from blanket.kb.format.model import Entry, Form, Glossary, Municipality, Place, Task, kind_of, references
from blanket.kb.format.parts import Hours
from blanket.kb.format.phones import loose_numbers
from blanket.kb.format.reading import Keys
from blanket.kb.rules.denmark import KOMMUNER
from blanket.kb.rules.ground import (
    ADDRESS,
    Finding,
    Rule,
    Surroundings,
    contacts_of,
    is_staging,
    phone_of,
    registrar,
    split_address,
)

ERRORS: dict[str, Rule] = {}
rule = registrar(ERRORS)

FIRST = 3  # a søgetest must find its entry among so many
_ALIKE = 75  # percent of the letters: under that, one id is no misspelling of another
_SEPARATORS = re.compile(r"[\s.()/–-]")  # how a phone number may be broken up
_DIGIT = re.compile(r"\d")
_FULL_ADDRESS = re.compile(r"https?://[^\s<>“”\"']*", re.IGNORECASE)
_HOST = re.compile(r"([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")
# Six digits of a birthday and four more (Bekendtgørelse om folkeregistrering), with hyphen or space or without.
_TEN_DIGITS = re.compile(r"\d{6}[- \u00a0]?\d{4}")
_CPR = re.compile(r"(?<![\d.,])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[- \u00a0]?\d{4}(?![\d,]|\.\d)")


def cpr_numbers(text: str) -> Iterator[int]:
    """B103, which is about a whole file, comments too: where what looks like a CPR number stands, from 0.

    Ten digits inside of an address name a page and are let be; with the hyphen they are a CPR number there too.
    """
    if not _TEN_DIGITS.search(text):
        return
    for match in _CPR.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        in_address = "//" in line.rsplit(" ", 1)[-1]
        if "-" in match.group() or not in_address:
            yield match.start()


@rule("B031")
def reference_exists(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, kinds in references(entry):
        if base.entry(target) is None:
            wanted = [key for key, other in base.entries.items() if kind_of(other) in kinds and key != entry.id]
            yield path, {"id": target, "hint": hint(target, wanted, _ALIKE)}


def words_lead_somewhere(glossary: Glossary, base: Surroundings) -> Iterator[Finding]:
    """The glossary's part of B031: it is no entry, so it is not among the rules."""
    for number, word in enumerate(glossary.words):
        for position, target in enumerate(word.see):
            if base.entry(target) is None:
                yield ("ord", number, "se", position), {"id": target, "hint": hint(target, base.entries, _ALIKE)}


@rule("B032")
def reference_is_of_right_kind(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, kinds in references(entry):
        found = base.entry(target)
        if found is not None and kind_of(found) not in kinds:
            yield path, {"id": target, "kind": kind_of(found), "wanted": " eller ".join(kinds)}


@rule("B034")
def contact_is_place_or_number(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        own = contact.name or contact.phone
        if contact.municipality:  # its number is in its own file, where the kommune cannot be meant
            fine = not own and not contact.place and not isinstance(entry, Municipality)
        else:
            fine = bool(contact.place or (contact.name and contact.phone and contact.source))
        if not fine:
            yield ("kontakt", number), {}


@rule("B035")
def source_says_where(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, source in enumerate(entry.sources):
        if not source.address and not source.name:
            yield ("kilder", number), {}


@rule("B036")
def staff_place_is_no_contact(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        place = base.entry(contact.place)
        if isinstance(place, Place) and place.audience == "personale":
            yield ("kontakt", number), {"place": place.id}


@rule("B037")
def citizen_can_ring(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """Every answer names a number to call (need 4, "always a phone number")."""
    contacts = [contact for _, contact in contacts_of(entry)]
    if contacts and not any(contact.municipality or phone_of(contact, base) for contact in contacts):
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
    phones = [(phone, _SEPARATORS.sub("", phone)) for phone in base.staff_phones]
    for path, text in base.texts(entry):
        if _DIGIT.search(text):
            digits = _SEPARATORS.sub("", text)
            for phone, joined in phones:
                if joined in digits:
                    yield path, {"phone": phone}


@rule("B040")
def citizen_is_not_sent_to_staging(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, text in base.texts(entry):
        for address in ADDRESS.findall(text) if "." in text else ():
            if is_staging(address):
                yield path, {"host": split_address(address).hostname}


@rule("B041")
def withdrawn_form_is_not_used(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if isinstance(entry, Task) and entry.paper:
        for number, form in enumerate(entry.paper.forms):
            found = base.entry(form)
            if isinstance(found, Form) and found.status == "udgået":
                yield ("papir", "blanketter", number), {}


@rule("B042")
def entry_does_not_name_itself(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, target, _ in references(entry):
        if target in (entry.id, *entry.former_ids):
            yield path, {"id": target}


@rule("B043")
def former_id_is_free(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, old in enumerate(entry.former_ids):
        if old in base.entries:
            yield ("tidligere_id", number), {"id": old}


@rule("B044")
def former_id_leads_to_one(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, old in enumerate(entry.former_ids):
        leads_to = base.former.get(old, entry.id)
        if leads_to != entry.id or old in entry.former_ids[:number]:
            yield ("tidligere_id", number), {"id": old, "other": leads_to}


@rule("B101")
def addresses_are_whole(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, source in enumerate(entry.sources):
        if source.address and _is_crooked(source.address):
            yield ("kilder", number, "adresse"), {"address": source.address}
    for path, text in base.texts(entry):
        if "://" in text:
            for address in _FULL_ADDRESS.findall(text):
                if _is_crooked(address if address == text else address.rstrip(".,;:!?)”’")):
                    yield path, {"address": address}


@rule("B102")
def phone_numbers_are_in_pairs(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, text in base.texts(entry):
        for found in loose_numbers(text):
            if found.pairs not in base.staff_phones:  # B039 has said what is wrong with it
                yield path, {"typed": found.typed, "pairs": found.pairs}


@rule("B104")
def search_tests_find_the_entry(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, query in enumerate(entry.search_tests if base.finder else ()):
        assert base.finder
        found = base.finder(query)
        if entry.id not in found[:FIRST]:
            yield ("søgetest", number), {"query": query, "found": ", ".join(found[:FIRST]) or "ingenting"}


@rule("B105")
def kommune_is_one_of_denmarks(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    name, path = (
        (entry.id, "id") if isinstance(entry, Municipality) else (getattr(entry, "municipality", None), "kommune")
    )
    if name and name not in KOMMUNER:
        yield (path,), {"id": name, "hint": hint(name, KOMMUNER, _ALIKE)}


def _is_crooked(address: str) -> bool:
    """Whether an address cannot lead anywhere: no host with a dot in it, a port that is none, two addresses in one."""
    try:
        parts = split_address(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return True
    bad_port = port == 0
    return (
        bad_port
        or not _HOST.fullmatch(host)
        or parts.username is not None
        or "\\" in address
        or (parts.path.startswith("//") or host in ("http", "https"))
        or address[-1] in ",;“”’"
    )


def _hours_of(entry: Entry) -> Iterator[tuple[Keys, Hours]]:
    if isinstance(entry, Place):
        for number, row in enumerate(entry.hours):
            yield ("tider", number), row
    for number, contact in contacts_of(entry):
        for row_number, row in enumerate(contact.hours):
            yield ("kontakt", number, "tider", row_number), row
