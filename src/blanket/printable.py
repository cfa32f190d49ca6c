"""Text that may reach a terminal or a page: no control characters, no marks that turn the direction of writing.

Here goes the one table of such signs. Knowledge base, file names, what was typed and what the system says all come
through here before they are shown.
"""

from __future__ import annotations

import re

# C0 and C1 control characters but tab and line feed; bidi marks (Unicode TR 9); byte order mark; lone surrogates.
UNSEEN_MARKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: object) -> str:
    """A text on one line without such signs; line breaks and runs of blanks become one blank."""
    return UNSEEN_MARKS.sub("", " ".join(str(text).split()))


def clean_lines(text: str) -> str:
    """A text of several lines, where each such sign becomes �: so that a message shows that something stood there."""
    return UNSEEN_MARKS.sub("�", text)
