"""Changing a few keys of an entry's file and nothing else: comments, order, quotes and line ends stay byte for byte.

Here goes the text surgery. ruamel.yaml keeps the shipped files as they are, but lays out anew what a kommune's own
editor leaves behind: Windows line ends, byte order marks, lists indented in other ways, text over several lines
(measured, see tests/kb/test_checked.py for such a file). So the parser only says where a value stands, and the text is
cut there, as `edits` does it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from unicodedata import normalize

import yaml

from blanket.errors import BlanketError
from blanket.kb.editing.edits import Edit, encoded, line_end, verified
from blanket.kb.format.reading import read_bytes
from blanket.texts import editing as texts

Value = str | Mapping[str, str]


def set_keys(content: bytes, file: Path, changes: Mapping[str, Value], order: Sequence[str]) -> bytes:
    """The content of an entry's file with keys at the top set to other values.

    `changes`: key -> text, or -> a mapping of texts. `order`: where a key goes that is not there yet: after the nearest
    one before it. `file` only names it in errors. Raises BlanketError when the file has problems, or is written in a
    way (all on one line, a text where keys are meant) that cannot be changed without touching the rest.
    """
    before = read_bytes(content, file)
    changes = {key: _composed(value) for key, value in changes.items()}
    if not isinstance(before.data, dict):
        raise _cannot(file, changes)
    root = yaml.compose(before.text, Loader=yaml.SafeLoader)  # the slow loader: its marks count characters
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise _cannot(file, changes)
    edits: list[Edit] = []
    for key, value in changes.items():
        found = _edits(root, before.text, key, value, order)
        if not found:
            raise _cannot(file, changes)
        edits += found
    after = verified(before, edits, {**before.data, **changes})
    if after is None:
        raise _cannot(file, changes)
    return encoded(after, content)


def scalar(value: str, style: str | None = None) -> str:
    """A text as a YAML value on one line: in the given quotes, else bare where that is safe, else in double quotes."""
    if style == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def is_plain(value: str) -> bool:
    """Whether a text without quotes reads back as the same text, also inside of brackets."""
    if not value or "\n" in value or "\r" in value:
        return False
    read = read_bytes(f"a: {value}\nb: [{value}, x]\n".encode(), Path())
    return bool(read.data == {"a": value, "b": [value, "x"]})


def mapping_lines(key: str, value: Value) -> list[str]:
    """A key with its value as lines of YAML, without line ends."""
    if isinstance(value, str):
        return [f"{key}: {scalar(value)}"]
    return [f"{key}:", *(f"  {inner}: {scalar(text)}" for inner, text in value.items())]


def _edits(root: yaml.MappingNode, body: str, key: str, value: Value, order: Sequence[str]) -> list[Edit]:
    """The cuts that set one key; none when it cannot be done."""
    node = child_of(root, key)
    if node is None:
        return _insertion(root, body, mapping_lines(key, value), order[: order.index(key)])
    if isinstance(value, str):
        return [_replacement(node, body, value)] if isinstance(node, yaml.ScalarNode) else []
    if not isinstance(node, yaml.MappingNode):
        return []  # one with other keys is refused when what comes out is compared
    found = [(child_of(node, inner), text) for inner, text in value.items()]
    return [_replacement(inner, body, text) for inner, text in found if isinstance(inner, yaml.ScalarNode)]


def _replacement(node: yaml.ScalarNode, body: str, value: str) -> Edit:
    start, end = node.start_mark.index, node.end_mark.index
    if node.value == value:
        return Edit(start, end, body[start:end])
    tail = line_end(body) if node.style in ("|", ">") and body[start:end].endswith(("\n", "\r")) else ""
    return Edit(start, end, scalar(value, node.style) + tail)


def _insertion(root: yaml.MappingNode, body: str, lines: list[str], before: Iterable[str]) -> list[Edit]:
    """A new key after the last of those that go before it; none when there is none of them."""
    there = [node for name in before if (node := child_of(root, name)) is not None]
    if not there:
        return []
    eol = line_end(body)
    at = _past_line(body, max(end_of(node) for node in there))
    if at == len(body) and body[-1] not in "\r\n":  # the last line has no end
        return [Edit(at, at, "".join(eol + line for line in lines))]
    return [Edit(at, at, "".join(line + eol for line in lines))]


def _past_line(body: str, at: int) -> int:
    """Where the line after a value begins. A comment behind the value stays on its line."""
    if at and body[at - 1] in "\r\n":  # a block text ends with its line
        return at
    while at < len(body) and body[at] not in "\r\n":
        at += 1
    return min(len(body), at + (2 if body.startswith("\r\n", at) else 1))


def end_of(node: yaml.Node) -> int:
    """Where a value's last character stands. The parser's own mark of a block is where the next thing begins."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return end_of(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return end_of(node.value[-1])
    index: int = node.end_mark.index
    return index


def child_of(node: yaml.MappingNode, key: str) -> Any:
    """The value of a key; None when it is not there."""
    return next((value for name, value in node.value if normalize("NFC", name.value) == key), None)


def _composed(value: Value) -> Value:
    """The value in NFC, as it is read back."""
    if isinstance(value, str):
        return normalize("NFC", value)
    return {key: normalize("NFC", inner) for key, inner in value.items()}


def _cannot(file: Path, changes: Mapping[str, Value]) -> BlanketError:
    wanted = "\n".join(line for key, value in changes.items() for line in mapping_lines(key, value))
    return BlanketError(texts.CANNOT_SPLICE.format(file=file), texts.CANNOT_SPLICE_CURE.format(wanted="\n" + wanted))
