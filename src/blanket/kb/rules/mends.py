"""What some rules mend by themselves: phone numbers into pairs, keys at the top into their usual order.

Here goes how a whole file is mended for one rule; the rule names the function (`Rule.mend`). How a text is cut, and
looked at again, stands in `blanket.kb.editing.edits`. Comments, quotes and line ends stay byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from blanket.kb.editing.edits import Edit, line_end, lines_of, offset, value_at, verified, with_value
from blanket.kb.format.key_order import model_of, order_of
from blanket.kb.format.phones import in_pairs, loose_numbers
from blanket.kb.format.reading import Document, Keys
from blanket.kb.format.roles import leaves


class _Phone(NamedTuple):
    """A number that is not in pairs: where, as it was typed, in pairs, and whether it is all that stands there."""

    path: Keys
    typed: str
    pairs: str
    whole: bool


def phones_in_pairs(document: Document) -> Document | None:
    """B102: the document with its phone numbers in pairs; None when none of them needs it."""
    mended = None
    for phone in [*_whole_phones(document, document.data, ()), *_phones_in_text(document)]:
        mended = _with_phone(mended or document, phone) or mended
    return mended


def _whole_phones(document: Document, value: Any, path: Keys) -> Iterator[_Phone]:
    """The values of keys called `telefon`, also those that YAML takes for numbers."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _whole_phones(document, inner, (*path, key))
    elif path[-1] == "telefon":
        typed = document.places.raw.get(path, str(value))
        pairs = in_pairs(typed)
        if pairs and typed != pairs:
            yield _Phone(path, typed, pairs, whole=True)


def _phones_in_text(document: Document) -> Iterator[_Phone]:
    """Numbers in what citizens read."""
    for leaf in leaves(model_of(document.file), document.data):
        if leaf.role.reader == "citizen" and leaf.path[-1] != "telefon":
            for found in loose_numbers(leaf.text):
                yield _Phone(leaf.path, found.typed, found.pairs, whole=False)


def _with_phone(document: Document, phone: _Phone) -> Document | None:
    """The document with one number in pairs; None when that cannot be done there alone."""
    at = document.text.find(phone.typed, offset(document.text, document.places.values[phone.path]))
    if at < 0:
        return None
    bare = phone.path in document.places.raw  # a number to YAML: it needs quotation marks
    edit = Edit(at, at + len(phone.typed), f'"{phone.pairs}"' if bare else phone.pairs)
    now = phone.pairs if phone.whole else value_at(document.data, phone.path).replace(phone.typed, phone.pairs, 1)
    return verified(document, [edit], with_value(document.data, phone.path, now))


def keys_in_order(document: Document) -> Document | None:
    """B124: the document with the keys at the top in order; None when there is nothing to do, or it cannot be done."""
    order = order_of(document.file)
    place = {key: number for number, key in enumerate(order)}
    keys = list(document.data)
    wanted = sorted(keys, key=lambda key: place.get(key, len(order)))
    rows = [document.places.keys[(key,)] for key in keys]
    if keys == wanted or any(column != 1 for _, column in rows):
        return None
    chunks = _chunks(document.text, [line - 1 for line, _ in rows])
    start = len(document.text) - sum(map(len, chunks))
    if not chunks[-1].endswith(("\r", "\n")):
        chunks[-1] += line_end(document.text)
    by_key = dict(zip(keys, chunks, strict=True))
    edit = Edit(start, len(document.text), "".join(by_key[key] for key in wanted))
    return verified(document, [edit], document.data, wanted)


def _chunks(text: str, starts: list[int]) -> list[str]:
    """A text from its first key on, in a piece for each key. `starts`: the keys' lines, from 0.

    The comments right above a key go with it, but for the first one: they are the file's, and stay on top.
    """
    lines = lines_of(text)
    for number in range(1, len(starts)):
        while starts[number] > starts[number - 1] + 1 and _is_loose(lines[starts[number] - 1]):
            starts[number] -= 1
    return ["".join(lines[begin:stop]) for begin, stop in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _is_loose(line: str) -> bool:
    """A comment at the margin or an empty line: it belongs to what comes below."""
    return line.startswith("#") or not line.strip()
