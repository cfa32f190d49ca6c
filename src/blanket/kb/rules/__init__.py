"""Rules that an entry must keep beyond its form: one function a rule, with all that is to be said of it beside it.

A rule gets one entry and what it may ask of the base, and yields the places where it is broken. `references`,
`contacts`, `sources`, `promises` and `privacy` hold what must be mended and what a maintainer should look at;
`language` and `shape` only advise; `ground` is what they share. What a file's form must be (keys, types) belongs in
`kb.format`.
"""

from blanket.kb.format.rule import RULES
from blanket.kb.rules import (  # noqa: F401  # they declare
    contacts,
    cut_texts,
    free_text,
    hours,
    language,
    layers,
    privacy,
    promises,
    references,
    shape,
    sources,
    unproved,
)
from blanket.kb.rules.cut_texts import cut_by_a_remark
from blanket.kb.rules.ground import (
    Finder,
    Finding,
    RuleContext,
    citizen_texts,
    contacts_of,
    phone_of,
)
from blanket.kb.rules.privacy import cpr_numbers
from blanket.kb.rules.references import words_lead_somewhere
from blanket.kb.rules.shape import keys_out_of_order

# The rules that look at one entry, in the order of their codes.
CHECKED = tuple(found for _, found in sorted(RULES.items()) if found.check)

__all__ = [
    "CHECKED",
    "Finder",
    "Finding",
    "RuleContext",
    "citizen_texts",
    "contacts_of",
    "cpr_numbers",
    "cut_by_a_remark",
    "keys_out_of_order",
    "phone_of",
    "words_lead_somewhere",
]
