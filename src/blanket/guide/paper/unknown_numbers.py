"""Where a number is found that is not the same for everybody: said beside the line that it is written on.

Here goes which sentence is for whom. Nobody who rings the bank is told to search the net, nor anybody on a page about
fraud: a false number may stand first there.
"""

from __future__ import annotations

import re

from blanket.guide import labels

_SAFETY = "sikkerhed"  # the subject of fraud
# Whom one rings, in the words of the step; the first that fits says where the number is.
_KINDS = (
    (re.compile(r"\bbank", re.IGNORECASE), labels.NUMBER_OF_BANK),
    (re.compile(r"\blæge", re.IGNORECASE), labels.NUMBER_OF_DOCTOR),
    (re.compile(r"\bkirkekontor", re.IGNORECASE), labels.NUMBER_OF_CHURCH),
    (re.compile(r"\bbedemand", re.IGNORECASE), labels.NUMBER_OF_UNDERTAKER),
    (re.compile(r"\b(?:udlejer|vicevært)", re.IGNORECASE), labels.NUMBER_OF_LANDLORD),
    (re.compile(r"\bfirma", re.IGNORECASE), labels.NUMBER_OF_COMPANY),
    (re.compile(r"\bregion\b", re.IGNORECASE), labels.NUMBER_OF_REGION),
    (
        re.compile(r"\b(?:a-kasse|afdeling|myndighed|brevet|svaret|boligstøtte|aftale|uddannelsessted)", re.IGNORECASE),
        labels.NUMBER_IN_LETTER,
    ),
)
_ALREADY_SAID = "nummeret "  # “nummeret på dit kort”: the step says where it stands


def where_it_stands(whom: str, subject: str = "") -> str:
    """Where the citizen finds the number of somebody. `whom`: in the step's words; `subject`: of the entry."""
    if not whom or whom.startswith(_ALREADY_SAID):
        return ""
    said = next((sentence for kind, sentence in _KINDS if kind.search(whom)), "")
    if subject == _SAFETY:
        return said if said == labels.NUMBER_OF_BANK else labels.NUMBER_IN_LETTER_ONLY
    return said or labels.NUMBER_VARIES
