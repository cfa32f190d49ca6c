"""Which hosts speak for an authority, as the file myndigheder.yaml of a knowledge base lists them.

Here goes reading that file and the question asked of it. It is for those who look after the base: no search and no
handout reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Meta, field

from blanket.kb.files import AUTHORITIES_FILE
from blanket.kb.format.parts import Part
from blanket.kb.format.problem import Problem
from blanket.kb.format.reading import read_file
from blanket.kb.format.roles import NOBODY
from blanket.kb.format.schema import decode
from blanket.paths import shipped

Host = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", description="Et netsted uden https:// og www., fx odense.dk."),
]


class Authorities(Part, frozen=True, kw_only=True):
    """The hosts (myndigheder.yaml)."""

    kommuner: Annotated[tuple[Host, ...], Meta(description="Kommunernes netsteder.", extra=NOBODY)] = ()
    state: Annotated[tuple[Host, ...], Meta(description="Statens og regionernes netsteder.", extra=NOBODY)] = field(
        name="staten", default=()
    )


def read_authorities(folders: Sequence[Path]) -> tuple[frozenset[str], list[Problem]]:
    """The hosts of the shipped file and of all folders, and what is wrong with the folders' files. Never raises."""
    hosts: set[str] = set()
    problems: list[Problem] = []
    for folder in dict.fromkeys([shipped("kb"), *folders]):
        file = folder / AUTHORITIES_FILE
        if file.exists():
            document = read_file(file)
            content = decode(document, Authorities)
            hosts.update(*(content.kommuner, content.state) if content else ())
            problems += document.problems if folder in folders else []
    return frozenset(hosts), problems


def is_authority(host: str, authorities: frozenset[str]) -> bool:
    """Whether a host is that of one of the authorities, or a part of one (post.borger.dk is borger.dk's)."""
    return ".".join(host.casefold().rsplit(".", 2)[-2:]) in authorities
