"""Three versions of one value become one, where both changes can stand: what it was, ours, what is shared now.

Here goes the merge of plain values. Which lines or words belong together is merge3's work; a text is merged word by
word, since most of our texts are one line.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from merge3 import Merge3
from msgspec import UNSET

# A number with its marks is one word: 1.245 is another sum than 1.225, and not the same one with other digits in it.
_WORD = re.compile(r"\d(?:[\d.,:/-]*\d)?|\w+|\s+|[^\w\s]")


class Piece(NamedTuple):
    """A piece of a text that became another; either may be empty."""

    old: str
    new: str


def merged(was: Any, ours: Any, now: Any) -> Any:
    """The value in which our change and the shared one both stand; UNSET when they are about the same thing."""
    if was == now or ours == now:
        return ours
    if was == ours:
        return now
    if isinstance(was, str) and isinstance(ours, str) and isinstance(now, str):
        words = merged_parts(*(_WORD.findall(text) for text in (was, ours, now)))
        return UNSET if words is None else "".join(words)
    if isinstance(was, dict) and isinstance(ours, dict) and isinstance(now, dict):
        return _mapping(was, ours, now)
    if isinstance(was, list) and isinstance(ours, list) and isinstance(now, list):
        items = merged_parts(*([json.dumps(item, ensure_ascii=False, sort_keys=True) for item in each]
                               for each in (was, ours, now)))  # fmt: skip
        return UNSET if items is None else [json.loads(item) for item in items]
    return UNSET


def _mapping(was: dict[str, Any], ours: dict[str, Any], now: dict[str, Any]) -> Any:
    found = {}
    for key in dict.fromkeys((*ours, *now)):
        value = merged(was.get(key, UNSET), ours.get(key, UNSET), now.get(key, UNSET))
        if value is UNSET and key in ours and key in now:
            return UNSET
        if value is not UNSET:
            found[key] = value
        elif was.get(key, UNSET) not in (ours.get(key, UNSET), now.get(key, UNSET)):
            return UNSET  # one took it away, the other changed it
    return found


def merged_parts(was: Sequence[str], ours: Sequence[str], now: Sequence[str]) -> list[str] | None:
    """Words, items or lines with both changes made; None when both changed the same ones."""
    found: list[str] = []
    for region in Merge3(was, ours, now).merge_regions():
        kind, begin, end = region[0], int(region[1] or 0), int(region[2] or 0)
        if kind == "conflict":
            return None
        found += {"unchanged": was, "same": ours, "a": ours, "b": now}[kind][begin:end]
    return found


def changes(old: str, new: str) -> list[Piece]:
    """What became what between two texts, in whole words, so that nobody has to look for it."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[list[int]] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if found and not "".join(before[found[-1][1] : a]).strip(" .,;:"):  # only a space between two: one change
            found[-1][1], found[-1][3] = b, d
        else:
            found.append([a, b, c, d])
    return [Piece("".join(before[a:b]).strip(), "".join(after[c:d]).strip()) for a, b, c, d in found]
