"""The rule of privacy: nothing that looks like a CPR number stands in any file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.rule import Rule, declare

declare(
    Rule(
        "B103",
        says="Her står noget, der ligner et CPR-nummer.",
        cure="Slet det. Opslag må aldrig rumme oplysninger om et menneske.",
        why="Filerne bliver delt med andre. Et CPR-nummer er en personoplysning.",
        wrong="# Set hos 010190-0000",
        right="# Set hos en borger",
    ),
)


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
