"""What a release says of itself: which one it is, how old, whose, and whether this program can read it.

Here goes the head of the file that `kb udgiv` makes; writing one and reading one of another format stand in
`releasing`. On the way of every `find`, so it imports next to nothing.

A release is an index with its content beside: the entries as JSON (`entry.body`), the vouches, the glossary. Only that
content is what `RELEASE` numbers. The tables of a search may be of any other `index.FORMAT`: they are then made anew
from the content. So a release is read by the program of its own format and by the next one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

RELEASE = 1  # raise when an entry's JSON would not be understood by the program before; keep what reads the one below
_KEYS = ("udgivelse", "lavet", "program", "kommune")


class Release(NamedTuple):
    """`name`: what the maintainer calls it, mostly its day. `made`: when, ISO 8601 with seconds, UTC. `program`: the
    version that made it. `municipality`: the kommune that is in use where none is chosen; empty for none. `number`: its
    format.
    """

    name: str
    made: str
    program: str
    municipality: str = ""
    number: int = RELEASE

    @property
    def is_newer(self) -> bool:
        """Whether only a newer program can read it."""
        return self.number > RELEASE

    @property
    def is_older(self) -> bool:
        """Whether no program of today reads it any more."""
        return self.number < RELEASE - 1


def release_of(meta: Mapping[str, str]) -> Release | None:
    """What an index's `meta` says of a release; None for an index that is none."""
    number = meta.get("udgivelsesformat", "")
    if not number.isdecimal() or len(number) > 9:
        return None
    name, made, program, municipality = (meta.get(key, "") for key in _KEYS)
    return Release(name, made, program, municipality, int(number))


def as_meta(release: Release) -> dict[str, str]:
    """The same as it is written into `meta`."""
    return {"udgivelsesformat": str(release.number), **dict(zip(_KEYS, release[:4], strict=True))}
