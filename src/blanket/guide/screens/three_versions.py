"""Three versions of one thing on one screen: what it was, what is shared now, what the kommune says itself.

Here goes the layout, as plain lines: a heading in words, each version whole, and what became what, so that nobody has
to compare two paragraphs letter by letter.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from msgspec import UNSET

from blanket.kb.editing.settling import Region
from blanket.kb.layers.overlaps import Copy, Overlap
from blanket.kb.layers.three_way import changes
from blanket.texts import layers as texts

MOST_CHANGES = 4  # named in words; with more, the versions themselves say it better


def of_key(overlap: Overlap, width: int) -> list[str]:
    """One key of a layer. The suggestion stands last, when there is one."""
    title = getattr(overlap.entry, "title", overlap.entry.id)
    lines = [texts.MERGE_HEAD.format(title=title, id=overlap.entry.id), said_key(overlap.key), ""]
    if overlap.was is UNSET:
        lines += [texts.MERGE_UNMARKED]
    elif overlap.why == "missing" and not overlap.moved:
        lines += [texts.MERGE_MISSING]
    if overlap.was is not UNSET:
        lines += _version(texts.MERGE_WAS, overlap.was, width)
    if overlap.now is not UNSET and overlap.why != "same":
        lines += _version(texts.MERGE_NOW, overlap.now, width)
    lines += _version(texts.MERGE_OURS, overlap.ours, width)
    if overlap.why == "same":
        lines += ["", texts.MERGE_SAME]
    elif overlap.moved:
        lines += ["", *textwrap.wrap(texts.MERGE_MOVED.format(key=said_key(overlap.moved)), width)]
    elif overlap.now is not UNSET and overlap.was is not UNSET:
        lines += ["", *_in_words(overlap.was, overlap.now, width)]
        if overlap.merged is not UNSET:
            lines += _version(texts.MERGE_BOTH, overlap.merged, width)
        elif overlap.was != overlap.ours:
            lines += textwrap.wrap(texts.MERGE_CONFLICT, width)
    return lines


def of_copy(copy: Copy, found: Sequence[Region], width: int) -> list[str]:
    """A whole file of one's own: what the shared one changed that ours can take over as it is."""
    head = [texts.MERGE_HEAD.format(title=texts.MERGE_WHOLE, id=copy.id), ""]
    if copy.why == "same":
        return [*head, *textwrap.wrap(texts.MERGE_COPY_SAME, width)]
    if copy.why == "unmarked":
        return [*head, *textwrap.wrap(texts.MERGE_COPY_UNMARKED.format(file=copy.own), width)]
    taken = [line for region in found if region.shared for line in region.lines if line.strip()]
    both = sum(region.both is not None for region in found)
    lines = [*head, *textwrap.wrap(texts.MERGE_COPY_CHANGED.format(count=len(taken)), width)]
    lines += [piece for line in taken for piece in _wrapped(line.strip(), width)]
    if both:
        lines += ["", *textwrap.wrap(texts.MERGE_COPY_BOTH.format(count=both), width)]
    return lines


def of_lines(region: Region, width: int) -> list[str]:
    """Lines of a file that both changed."""
    assert region.both is not None
    was, ours, now = ("\n".join(lines) for lines in region.both)
    versions = [(texts.MERGE_WAS, was), (texts.MERGE_NOW, now), (texts.MERGE_OURS, ours)]
    lines = [line for label, text in versions for line in _version(label, text, width)]
    return [*lines, "", *_in_words(was, now, width)]


def said_key(key: str) -> str:
    """A key as people say it: `papir.trin.2` is papir, trin 2."""
    return re.sub(r"\.(\d+)", r" \1", key.replace("_", " ")).replace(".", ", ")


def said_value(value: Any) -> str:
    """A value as people read it: a text bare, a list a line each, the rest by its keys."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "\n".join(f"- {said_value(item)}" for item in value) or texts.MERGE_EMPTY
    if isinstance(value, dict):
        return "\n".join(f"{key}: {said_value(inner)}" for key, inner in value.items())
    return json.dumps(value, ensure_ascii=False)


def _version(label: str, value: Any, width: int) -> list[str]:
    text = said_value(value).strip("\n")
    return [label, *(piece for line in (text.splitlines() or [texts.MERGE_EMPTY]) for piece in _wrapped(line, width))]


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent="    ", subsequent_indent="    ") or [""]


def _in_words(was: Any, now: Any, width: int) -> list[str]:
    """What the shared base changed, in words."""
    found = changes(said_value(was), said_value(now))
    if not 0 < len(found) <= MOST_CHANGES:
        return []
    lines = []
    for old, new in found:
        said = texts.MERGE_BECAME if old and new else texts.MERGE_CAME if new else texts.MERGE_WENT
        lines += textwrap.wrap(said.format(old=old.replace("\n", " "), new=new.replace("\n", " ")), width)
    return lines
