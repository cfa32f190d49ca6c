"""What a mutant is, and how it is laid over a copy of the project."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Mutant(NamedTuple):
    """One break, written by hand.

    `room`: the module that it breaks, as in ROOMS. `breaks`: the behaviour that is gone, in a few words. `old`: text
    that stands exactly once in the files of the room; `new`: what stands there instead.
    """

    room: str
    breaks: str
    old: str
    new: str


class Room(NamedTuple):
    """Where a room's mutants live and which fast tests must kill them, as patterns below the top of the project."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


# Patterns, not paths: a module that moves to another folder keeps its mutants.
_SEARCH_TESTS = ("tests/search/test_ranking.py", "tests/search/test_asking.py", "tests/search/test_matching.py")
ROOMS = {
    "ranking": Room(
        ("src/blanket/search/ranking.py", "src/blanket/search/sureness.py"),
        (*_SEARCH_TESTS, "tests/search/test_sureness.py"),
    ),
    "asking": Room(("src/blanket/search/asking.py",), _SEARCH_TESTS),
    "matching": Room(("src/blanket/search/matching.py",), _SEARCH_TESTS),
    "splicing": Room(
        ("src/blanket/**/splicing.py", "src/blanket/**/edits.py", "src/blanket/**/key_order.py"),
        ("tests/**/test_splicing.py", "tests/**/test_checked.py"),
    ),
    "citizen": Room(
        tuple(f"src/blanket/guide/{name}.py" for name in ("paper/citizen", "paper/box", "journeys", "wording")),
        ("tests/**/test_citizen*.py", "tests/**/test_box.py"),
    ),
}


class StaleMutantError(Exception):
    """The text that a mutant replaces stands nowhere, or more than once."""


def find(mutant: Mutant, top: Path) -> tuple[Path, str]:
    """The file that a mutant breaks and its broken text. Raises StaleMutantError."""
    texts = {
        file: file.read_text(encoding="utf-8") for pattern in ROOMS[mutant.room].files for file in top.glob(pattern)
    }
    holding = [file for file, text in texts.items() if mutant.old in text]
    times = sum(texts[file].count(mutant.old) for file in holding)
    if times != 1:
        raise StaleMutantError(f"{mutant.room}: {mutant.breaks}: stands {times} times: {mutant.old!r}")
    return holding[0], texts[holding[0]].replace(mutant.old, mutant.new)
