"""Where a street address is one: what facts call an address is often a sentence about where something was.

Here goes that one question, for what a kommune confirms and for what it is asked.
"""

from __future__ import annotations

import re

_STREET = re.compile(r"[^\W\d]\.? \d+\w?\b")  # Kirkevej 7
_SENTENCE = re.compile(r"[;:]|[^\W\d]{4}\.(?:\s|$)|\d\. [A-ZÆØÅ]")  # Kgs. Lyngby and 2. sal end none
_LONGEST = 80


def is_address(value: object) -> bool:
    """Whether a text is a street and a number, and no sentence about where something was or will be."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    return _STREET.search(value) is not None and _SENTENCE.search(value) is None
