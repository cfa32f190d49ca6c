"""Cutting a text: edits, laid over a document and looked at again before anybody may write what comes out.

Here goes the one way in which a file that people wrote is changed. The reader says where something stands, the text is
cut there and nowhere else, and the result is read again: a cut that changed anything but what was meant is thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from blanket.kb.format.problem import Position
from blanket.kb.format.reading import Document, Keys, read_bytes

BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class Edit(NamedTuple):
    """From and to, as places in a text from 0, and the text that stands there afterwards."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; they do not overlap."""
    for edit in sorted(edits, reverse=True):  # from behind, so that the places in front of it stay true
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def verified(
    document: Document, edits: Sequence[Edit], wanted: Any, order: Sequence[str] | None = None
) -> Document | None:
    """The document with the edits made, read again; None when its data is not what is wanted.

    `order`: how the keys at the top must stand, when that is the point.
    """
    after = read_bytes(edited(document.text, edits).encode(), document.file)
    if after.problems or after.data != wanted or (order is not None and list(after.data) != list(order)):
        return None
    return after


def encoded(document: Document, content: bytes) -> bytes:
    """The document as it is written: with a byte order mark when `content`, as it was, had one."""
    return (BOM if content.startswith(BOM.encode()) else "").encode() + document.text.encode()


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, as YAML counts them."""
    return _LINE.findall(text)


def line_end(text: str) -> str:
    """The text's own line end: the first one in it."""
    return next((line[len(line.rstrip("\r\n")) :] for line in lines_of(text) if line[-1] in "\r\n"), "\n")


def offset(text: str, at: Position) -> int:
    """Where a line and column are in a text, from 0."""
    return sum(map(len, lines_of(text)[: at[0] - 1])) + at[1] - 1


def value_at(data: Any, path: Keys) -> Any:
    """What stands at a path."""
    for key in path:
        data = data[key]
    return data


def with_value(data: Any, path: Keys, value: Any) -> Any:
    """The data with another value at a path; what is not on the way there is shared."""
    if not path:
        return value
    if isinstance(data, dict):
        return {**data, path[0]: with_value(data[path[0]], path[1:], value)}
    return [with_value(inner, path[1:], value) if at == path[0] else inner for at, inner in enumerate(data)]
