"""Rules that an entry must keep beyond its form: one small function a rule, each with a code of `problem_texts`.

A rule gets one entry and the base, and yields the places where it is broken. `errors` holds what must be mended,
`advice` what a maintainer should look at, `ground` what they share. What a file's form must be (keys, types) belongs
in `kb.format.model`; how it is read in `kb.format.reading`.
"""

from blanket.kb.rules.advice import ADVICE, keys_out_of_order
from blanket.kb.rules.errors import ERRORS as RULES
from blanket.kb.rules.errors import cpr_numbers, words_lead_somewhere
from blanket.kb.rules.ground import (
    Finder,
    Finding,
    Rule,
    Surroundings,
    citizen_texts,
    contacts_of,
    is_staging,
    phone_of,
)

__all__ = [
    "ADVICE",
    "RULES",
    "Finder",
    "Finding",
    "Rule",
    "Surroundings",
    "citizen_texts",
    "contacts_of",
    "cpr_numbers",
    "is_staging",
    "keys_out_of_order",
    "phone_of",
    "words_lead_somewhere",
]
