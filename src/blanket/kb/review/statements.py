"""What an entry states, each with the page that it rests on: the unit of a review.

Here goes the list. A text with a `kilde` of its own rests on that; another on the page that somebody last held it up
against, as the log of readings says; the rest on no page yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import to_builtins

from blanket.kb.format.model import Entry
from blanket.kb.format.roles import Keys, Leaf, leaves
from blanket.kb.review.readings import Reading
from blanket.kb.review.sentences import fingerprint, said_path
from blanket.kb.rules.readability import sentences_of

# Of no page, or of nobody: names, search words, the sources themselves, what is said of uncertain points.
_NO_STATEMENT = ("titel", "navn", "myndighed", "udgiver", "kilder", "usikkert", "kontrolleret", "lag", "ubekræftet")
_FACTS = ("telefon", "mail", "adresse", "nummer", "version")  # labels that can be right or wrong
Known = Mapping[tuple[str, str], Reading]  # (id, fingerprint of a sentence) -> the latest reading of it


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of an entry. `at`: its YAML path. `page`: what it rests on; empty when nobody has said.

    `marks`: the fingerprints of its sentences, as the log of readings knows them. `year`: of an amount, when its
    key says one.
    """

    id: str
    at: str
    text: str
    page: str
    marks: tuple[str, ...]
    year: int | None = None


def statements(entry: Entry, known: Known) -> list[Statement]:
    """Everything of an entry that a page can bear out, in the order of the file. `known`: the log of readings."""
    data = to_builtins(entry)
    found = [
        _statement(entry, data, leaf.path, leaf.text, leaf.role.grade == "label", known)
        for leaf in leaves(type(entry), data)
        if _is_stated(leaf)
    ]
    found += [_statement(entry, data, path, hours, True, known) for path, hours in _hours(data, ()) if path[0] != "lag"]
    return found


def pages_of(entry: Entry) -> list[str]:
    """The pages and documents that an entry names as its sources, in order."""
    return list(dict.fromkeys(source.address or source.name or "" for source in entry.sources))


def _is_stated(leaf: Leaf) -> bool:
    role, key = leaf.role, leaf.path[-1]
    if role.reader == "nobody" or role.refers or leaf.path[0] in _NO_STATEMENT or "tider" in leaf.path:
        return False
    if role.grade != "label":
        return True
    return key in _FACTS and not leaf.text.startswith("http")


def _statement(entry: Entry, data: Any, path: Keys, text: str, label: bool, known: Known) -> Statement:
    own, year = "", None
    inside = data
    for step in path[:-1]:
        inside = inside[step]
        if isinstance(inside, dict):
            own = inside["kilde"] if isinstance(inside.get("kilde"), str) else own
            year = inside.get("år", year)
    if isinstance(year, int):
        text = text if str(year) in text else f"{text} ({year})"
    marks = tuple(map(fingerprint, [text] if label else sentences_of(text)))
    read = next((known[entry.id, mark].page for mark in marks if (entry.id, mark) in known), "")
    return Statement(entry.id, said_path(path), text, own or read, marks, year)


def _hours(data: Any, path: Keys) -> Iterator[tuple[Keys, str]]:
    """Hours as one text each: a row of numbers is right or wrong as a whole."""
    if isinstance(data, dict):
        for key, inner in data.items():
            if key == "tider" and isinstance(inner, list | tuple) and inner:
                yield (*path, key), "; ".join(map(_row, inner))
            else:
                yield from _hours(inner, (*path, key))
    elif isinstance(data, list | tuple):
        for number, inner in enumerate(data):
            yield from _hours(inner, (*path, number))


def _row(row: dict[str, Any]) -> str:
    """A row of hours as it is written: days, from and to, and whatever limits them."""
    days = ", ".join(map(str, row.get("dage", ())))
    span = "-".join(str(row[key]) for key in ("fra", "til") if row.get(key))
    rest = [f"{key} {value}" for key, value in row.items() if key not in ("dage", "fra", "til", "note", "lukket")]
    closed = [f"lukket {one.get('fra')}-{one.get('til')}" for one in row.get("lukket", ())]
    return " ".join(filter(None, (days, span, *rest, *closed, row.get("note", ""))))
