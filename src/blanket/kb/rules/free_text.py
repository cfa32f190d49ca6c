"""Rules of amounts and telephone numbers in free text, mere advice: a number can be checked where it has a source.

Free text is what citizens and staff read in sentences. Names, labels and sources are none, nor is what is uncertain
anyway or still waits for the kommune to confirm it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.model import Entry, Place
from blanket.kb.format.phones import MAYBE_NUMBER, numbers_in
from blanket.kb.rules.ground import Finding, RuleContext, contacts_of, rule

AMOUNT = re.compile(
    r"\b\d[\d.]*(?:,\d+)?[ \u00a0](?:kr\b|kroner\b|mio\b|millioner\b)|\b(?:kr\.?|kroner) \d", re.IGNORECASE
)
YEAR = re.compile(r"\b20\d\d\b")
# A text may also say that nobody knows the year, or that the amount is the law's own.
SAYS_NO_YEAR = re.compile(
    r"\b(?:uden (?:år|årstal|dato)|intet år|ingen årstal|år(?:et)? (?:er )?(?:ikke oplyst|ukendt)|står i loven)\b",
    re.IGNORECASE,
)
_CURRENCY = frozenset({"kr", "kroner", "mio", "millioner"})  # one of them stands in every amount


@rule(
    "B131",
    says="Beløbet “{amount}” har intet år.",
    cure="Skriv, hvilket år det gælder for, eller hvordan man får det at vide.",
    why="Beløb ændres hver januar. Med et år kan man se, om det er gammelt.",
    wrong="godt_at_vide: [Det koster 225 kr.]",
    right="godt_at_vide: [Det kostede 225 kr. i 2024. Spørg, hvad det er nu.]",
    error=False,
)
def amount_names_its_year(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """What stands under `gebyr` has a key for its year, which B117 looks at."""
    free = context.of(entry).free
    for path, text in () if free.pieces.isdisjoint(_CURRENCY) else free:
        found = AMOUNT.search(text) if path[0] != "gebyr" else None
        if found and not YEAR.search(text) and not SAYS_NO_YEAR.search(text):
            yield path, {"amount": found.group()}


@rule(
    "B132",
    says="Nummeret {phone} står kun her i teksten: intet sted og ingen kontakt har det.",
    cure="Lav et sted eller en kontakt med nummeret og en kilde, eller ret det.",
    why="Et nummer midt i en tekst har ingen kilde, og ingen ser, når det skifter.",
    wrong="godt_at_vide: [Ring 70 12 80 99.]",
    right="godt_at_vide: [Ring 70 12 80 63.]",
    error=False,
)
def phone_is_one_that_is_known(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, text in context.of(entry).free.holding(MAYBE_NUMBER):
        for number in numbers_in(text):
            if number not in _known(context):
                yield path, {"phone": number}


def _known(context: RuleContext) -> frozenset[str]:
    """The numbers that places and contacts have."""
    if "phones" not in context.kept:
        places = {entry.phone for entry in context.entries.values() if isinstance(entry, Place)}
        contacts = {contact.phone for entry in context.entries.values() for _, contact in contacts_of(entry)}
        context.kept["phones"] = frozenset(number for number in places | contacts if number)
    known: frozenset[str] = context.kept["phones"]
    return known
