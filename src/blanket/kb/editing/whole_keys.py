"""Setting, adding and taking out whole keys at the top of an entry's file; what stands beside them stays byte for byte.

Here goes what the program itself writes into a kommune's file: values of any form, laid out anew as a block. Comments
inside such a block go with it; those above a key stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from blanket.errors import BlanketError
from blanket.kb.editing.edits import encoded, line_end, lines_of
from blanket.kb.format.reading import read_bytes
from blanket.texts import editing as texts


def with_keys(content: bytes, file: Path, changes: Mapping[str, Any], order: Sequence[str]) -> bytes:
    """The content of a file with keys at the top set to values of any form; None takes a key out.

    `order`: where a key goes that is not there yet: after the nearest one before it. Raises BlanketError when the file
    has problems, or cannot be changed without touching the rest.
    """
    before = read_bytes(content, file)
    if not isinstance(before.data, dict) or before.problems:
        raise _cannot(file, changes)
    rows = {key: before.places.keys[(key,)] for key in before.data}
    if any(column != 1 for _, column in rows.values()):
        raise _cannot(file, changes)
    lines = lines_of(before.text)
    eol = line_end(before.text)
    if lines and lines[-1][-1] not in "\r\n":
        lines[-1] += eol
    keys = list(before.data)
    starts = [rows[key][0] - 1 for key in keys]
    ends = [_end_of(lines, start, stop) for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)]
    blocks = {key: lines[start:end] for key, start, end in zip(keys, starts, ends, strict=True)}
    between = {key: lines[end:stop] for key, end, stop in zip(keys, ends, [*starts[1:], len(lines)], strict=True)}
    wanted = {**before.data, **changes}
    for key, value in changes.items():
        block = [] if value is None else [line + eol for line in dumped({key: value}).splitlines()]
        if key in blocks:
            blocks[key] = block
        elif block:
            above = [name for name in order[: order.index(key)] if name in blocks]
            at = keys.index(above[-1]) + 1 if above else len(keys)
            keys.insert(at, key)
            blocks[key], between[key] = block, []
            if above:
                between[key], between[above[-1]] = between[above[-1]], []
    text = "".join(lines[: starts[0]]) + "".join("".join((*blocks[key], *between[key])) for key in keys)
    after = read_bytes(text.encode(), file)
    if after.problems or after.data != {key: value for key, value in wanted.items() if value is not None}:
        raise _cannot(file, changes)
    return encoded(after, content)


def dumped(data: Mapping[str, Any]) -> str:
    """Data as a block of YAML, in the order given, real Danish letters, a text a line."""
    return yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=100_000)


def _end_of(lines: list[str], start: int, stop: int) -> int:
    """Where a key's own lines end: before the empty lines and comments at the margin above the next key."""
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1
    return stop


def _cannot(file: Path, changes: Mapping[str, Any]) -> BlanketError:
    wanted = dumped({key: value for key, value in changes.items() if value is not None})
    return BlanketError(texts.CANNOT_SPLICE.format(file=file), texts.CANNOT_SPLICE_CURE.format(wanted="\n" + wanted))
