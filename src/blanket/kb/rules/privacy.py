"""The rule of privacy: nothing that looks like a CPR number stands in any file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.cpr import cpr_spans
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


_IN_ADDRESS = re.compile(r"\d{6}-\d{4}")  # the only spelling that an address has for nothing else


def cpr_numbers(text: str) -> Iterator[int]:
    """B103, which is about a whole file, comments too: where what looks like a CPR number stands, from 0.

    Digits inside of an address name a page and are let be, but for six and four with a hyphen.
    """
    for start, end in cpr_spans(text):
        before = text[text.rfind("\n", 0, start) + 1 : start]
        in_address = "//" in before.rsplit(" ", 1)[-1]
        if not in_address or _IN_ADDRESS.fullmatch(text, start, end):
            yield start
