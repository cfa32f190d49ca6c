"""Mending what can be mended safely: phone numbers into pairs, keys at the top into their usual order.

Here goes the surgery on an entry's text. The reader says where a value stands, and the text is cut there: comments,
quotes and line ends stay byte for byte. Every cut is read again, and left out when it changed anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.model import model_of, order_of
from blanket.kb.format.phones import in_pairs, loose_numbers
from blanket.kb.format.reading import Document, Keys, read_bytes
from blanket.kb.format.roles import leaves

_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def mend(content: bytes, file: Path) -> bytes:
    """An entry's file with what can be mended mended; the same bytes when that is nothing or it cannot be read."""
    document = read_bytes(content, file)
    if not isinstance(document.data, dict) or file.parent.name not in KIND_FOLDERS.values():
        return content
    read = {leaf.path for leaf in leaves(model_of(file), document.data) if leaf.role.reader == "citizen"}
    for path, old, new in list(_phones(document.data, document, (), read)):
        document = _with_phone(document, path, old, new)
    document = _sorted(document, order_of(file))
    mark = _BOM if content.startswith(_BOM) else b""
    return mark + document.text.encode()


def _phones(value: Any, document: Document, path: Keys, read: set[Keys]) -> Iterator[tuple[Keys, str, str]]:
    """Where numbers stand that are not in pairs: the path, the number as typed, and in pairs. `read`: by citizens."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _phones(inner, document, (*path, key), read)
    elif path[-1] == "telefon":
        typed = document.places.raw.get(path, str(value))
        pairs = in_pairs(typed)
        if pairs and typed != pairs:
            yield path, typed, pairs
    elif isinstance(value, str) and path in read:
        for found in loose_numbers(value):
            yield path, found.typed, found.pairs


def _with_phone(document: Document, path: Keys, old: str, new: str) -> Document:
    """The document with one number at a path written in pairs; as it was when that cannot be done there alone."""
    start = _offset(document.text, document.places.values[path])
    at = document.text.find(old, start)
    if at < 0:
        return document
    bare = path in document.places.raw  # a number to YAML: it needs quotation marks
    text = document.text[:at] + (f'"{new}"' if bare else new) + document.text[at + len(old) :]
    after = read_bytes(text.encode(), document.file)
    wanted = new if path[-1] == "telefon" else _at(document.data, path).replace(old, new, 1)
    same = not after.problems and _at(after.data, path) == wanted
    rest_is_same = same and _without(after.data, path) == _without(document.data, path)
    return after if rest_is_same else document


def _sorted(document: Document, order: Sequence[str]) -> Document:
    """The document with the keys at the top in order. The comments right above a key go with it."""
    place = {key: number for number, key in enumerate(order)}
    keys = list(document.data)
    wanted = sorted(keys, key=lambda key: place.get(key, len(order)))
    rows = [document.places.keys[(key,)] for key in keys]
    if keys == wanted or any(column != 1 for _, column in rows):
        return document
    lines = _LINE.findall(document.text)
    starts = [line - 1 for line, _ in rows]
    for number in range(1, len(starts)):  # the first key's comments are the file's: they stay on top
        while starts[number] > starts[number - 1] + 1 and _is_loose(lines[starts[number] - 1]):
            starts[number] -= 1
    end = next(sign for line in lines if (sign := line[len(line.rstrip("\r\n")) :]))
    if not lines[-1].endswith(("\r", "\n")):
        lines[-1] += end
    chunks = {key: lines[begin:stop] for key, begin, stop in zip(keys, starts, [*starts[1:], len(lines)], strict=True)}
    text = "".join([*lines[: starts[0]], *(line for key in wanted for line in chunks[key])])
    after = read_bytes(text.encode(), document.file)
    fine = not after.problems and after.data == document.data and list(after.data) == wanted
    return after if fine else document


def _is_loose(line: str) -> bool:
    """A comment at the margin or an empty line: it belongs to what comes below."""
    return line.startswith("#") or not line.strip()


def _offset(text: str, at: tuple[int, int]) -> int:
    lines = _LINE.findall(text)
    return sum(map(len, lines[: at[0] - 1])) + at[1] - 1


def _at(data: Any, path: Keys) -> Any:
    for key in path:
        data = data[key]
    return data


def _without(data: Any, path: Keys) -> Any:
    """The data with nothing at a path, to compare the rest."""
    if not path:
        return None
    copied = dict(data) if isinstance(data, dict) else dict(enumerate(data))
    copied[path[0]] = _without(copied[path[0]], path[1:])
    return copied
