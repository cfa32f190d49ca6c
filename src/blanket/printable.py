"""Text that may reach a terminal or a page: no control characters, no marks that turn the direction of writing.

Here goes the one table of such signs, and the few that we send a terminal ourselves. Knowledge base, file names, what
was typed and what the system says all come through here before they are shown.
"""

from __future__ import annotations

import re
from functools import cache

BOLD, RED, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[0m"  # what a terminal shows so (ECMA-48, SGR)


@cache
def unseen_marks() -> re.Pattern[str]:
    """What may not be shown, made when a text first holds what is not printable.

    C0 and C1 control characters but tab and line feed; bidi marks (Unicode TR 9); byte order mark; lone surrogates.
    """
    return re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def clean(text: object) -> str:
    """A text on one line without such signs; line breaks and runs of blanks become one blank."""
    joined = " ".join(str(text).split())
    return joined if joined.isprintable() else unseen_marks().sub("", joined)


def clean_lines(text: str) -> str:
    """A text of several lines, where each such sign becomes �: so that a message shows that something stood there."""
    return text if text.isprintable() else unseen_marks().sub("�", text)


def for_terminal(text: str) -> str:
    """As `clean_lines`, but our own signs for bold and red stay: any other came with a name or a text."""
    if text.replace("\n", "").isprintable():
        return text
    parts = re.split(r"(\x1b\[(?:1|31|0)m)", text)
    return "".join(part if part in (BOLD, RED, PLAIN) else clean_lines(part) for part in parts)
