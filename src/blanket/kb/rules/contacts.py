"""Rules of telephone numbers and hours: a citizen can always ring, and never a line that is for staff."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.model import (
    Entry,
    Municipality,
    Place,
)
from blanket.kb.format.phones import MAYBE_NUMBER, loose_numbers
from blanket.kb.rules.ground import (
    Finding,
    RuleContext,
    contacts_of,
    phone_of,
    rule,
)
from blanket.kb.rules.hours import hours_of
from blanket.kb.rules.mends import phones_in_pairs

_SEPARATOR = r"[\s.()/–-]"  # how a phone number may be broken up
_SEPARATORS = re.compile(_SEPARATOR)
_EIGHT_DIGITS = re.compile(rf"\d(?:{_SEPARATOR}*\d){{7}}")


@rule(
    "B034",
    says="En kontakt skal have enten “sted”, “kommune: ja” eller “navn”, “telefon” og “kilde”.",
    cure="Henvis til et sted, skriv det, der mangler, eller slet det, der er for meget.",
    why="Borgeren skal kunne ringe, og nummeret skal kunne efterprøves.",
    wrong=('kontakt:\n- navn: Lægen\n  telefon: "70 12 80 63"'),
    right=('kontakt:\n- navn: Lægen\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/'),
)
def contact_is_place_or_number(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        own = contact.name or contact.phone
        if contact.municipality:  # its number is in its own file, where the kommune cannot be meant
            fine = not own and not contact.place and not isinstance(entry, Municipality)
        else:
            fine = bool(contact.place or (contact.name and contact.phone and contact.source))
        if not fine:
            yield ("kontakt", number), {}


@rule(
    "B036",
    says="“{place}” er kun for personale og må ikke stå som kontakt for borgere.",
    cure="Henvis til et sted, som borgere må ringe til.",
    why="Personalets linje er til personalet. Ringer borgere dertil, er den optaget.",
    wrong=(
        "# steder/medarbejderlinje.yaml\n"
        "for: personale\n"
        "# opgaver/skift-laege.yaml\n"
        "kontakt:\n"
        "- sted: medarbejderlinje\n"
        "- sted: mitid-support"
    ),
    right="kontakt:\n- sted: mitid-support",
)
def staff_place_is_no_contact(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, contact in contacts_of(entry):
        place = context.entry(contact.place)
        if isinstance(place, Place) and place.audience == "personale":
            yield ("kontakt", number), {"place": place.id}


@rule(
    "B037",
    says="Der er intet nummer, som borgeren kan ringe til.",
    cure="Tilføj en kontakt med et telefonnummer.",
    why="Der skal altid være et nummer, borgeren kan ringe til.",
    wrong=("# steder/biblioteket.yaml\nnavn: Biblioteket\n# opgaver/skift-laege.yaml\nkontakt:\n- sted: biblioteket"),
    right=(
        "# steder/biblioteket.yaml\n"
        "navn: Biblioteket\n"
        'telefon: "70 12 80 63"\n'
        "# opgaver/skift-laege.yaml\n"
        "kontakt:\n"
        "- sted: biblioteket"
    ),
)
def citizen_can_ring(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """Every answer names a number to call (need 4, "always a phone number")."""
    contacts = [contact for _, contact in contacts_of(entry)]
    if contacts and not any(contact.municipality or phone_of(contact, context) for contact in contacts):
        yield ("kontakt",), {}


@rule(
    "B038",
    says="“{opens}” til “{closes}” er ikke et tidsrum.",
    cure="Skriv både “fra” og “til”, og ikke det samme. Døgnåbent er fra “00:00” til “24:00”.",
    why="Programmet regner ud, om der er åbent nu.",
    wrong=('# steder/biblioteket.yaml\ntider:\n- {dage: [man], fra: "09:00"}'),
    right=('# steder/biblioteket.yaml\ntider:\n- {dage: [man], fra: "09:00", til: "15:00"}'),
)
def hours_are_a_span(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, row in hours_of(entry):
        if (row.opens is None) != (row.closes is None) or (row.opens and row.opens == row.closes):
            yield path, {"opens": row.opens or "", "closes": row.closes or ""}


@rule(
    "B039",
    says="Nummeret {phone} er kun for personale og må ikke stå her.",
    cure="Slet det, eller skriv det i et sted for personale.",
    why="Personalets linje må aldrig nå et ark til borgeren.",
    wrong=(
        "# steder/medarbejderlinje.yaml\n"
        "for: personale\n"
        'telefon: "70 12 80 70"\n'
        "# opgaver/skift-laege.yaml\n"
        "godt_at_vide: [Ring 70 12 80 70.]"
    ),
    right=(
        "# steder/medarbejderlinje.yaml\n"
        "for: personale\n"
        'telefon: "70 12 80 70"\n'
        "# opgaver/skift-laege.yaml\n"
        "personale: {noter: [Ring 70 12 80 70.]}"
    ),
)
def staff_number_stays_with_staff(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """No staff line in anything that a citizen may read: whatever is not for staff or about uncertainty."""
    if isinstance(entry, Place) and entry.audience == "personale":
        return
    phones = [(phone, _SEPARATORS.sub("", phone)) for phone in context.staff_phones]
    for path, text in context.of(entry).citizen.holding(_EIGHT_DIGITS) if phones else ():
        digits = _SEPARATORS.sub("", text)
        for phone, joined in phones:
            if joined in digits:
                yield path, {"phone": phone}


@rule(
    "B102",
    says="Telefonnummeret {typed} står ikke i par.",
    cure="Skriv {pairs}, eller kør tjek med --ret.",
    why="To cifre ad gangen er lettest at læse og taste.",
    wrong="fuldmagt: Ring 70128063.",
    right="fuldmagt: Ring 70 12 80 63.",
    mend=phones_in_pairs,
)
def phone_numbers_are_in_pairs(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, text in context.of(entry).citizen.holding(MAYBE_NUMBER):
        for found in loose_numbers(text):
            if found.national not in context.staff_phones:  # B039 has said what is wrong with it
                yield path, {"typed": found.typed, "pairs": found.pairs}
