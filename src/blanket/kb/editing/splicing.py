"""Changing a few keys of an entry's file and nothing else: comments, order, quotes and line ends stay byte for byte.

Here goes the text surgery. ruamel.yaml keeps the shipped files as they are, but lays out anew what a kommune's own
editor leaves behind: Windows line ends, byte order marks, lists indented in other ways, text over several lines
(measured, see tests/kb/test_checked.py for such a file). So the parser only says where a value stands, and the text is
cut there. What comes out is read again and compared before anybody may write it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from blanket import texts
from blanket.errors import BlanketError
from blanket.kb.format.reading import read_bytes

Value = str | Mapping[str, str]
BOM = "\ufeff"
_Edit = tuple[int, int, str]  # from, to, the new text


def set_keys(content: bytes, file: Path, changes: Mapping[str, Value], order: Sequence[str]) -> bytes:
    """The content of an entry's file with keys at the top set to other values.

    `changes`: key -> text, or -> a mapping of texts. `order`: where a key goes that is not there yet: after the nearest
    one before it. `file` only names it in errors. Raises BlanketError when the file has problems, or is written in a
    way (all on one line, a text where keys are meant) that cannot be changed without touching the rest.
    """
    before = read_bytes(content, file)
    if not isinstance(before.data, dict):
        raise _cannot(file, changes)
    text = content.decode("utf-8")
    mark = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    root = yaml.compose(body, Loader=yaml.SafeLoader)  # the slow loader: its marks count characters of `body`
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise _cannot(file, changes)
    edits: list[_Edit] = []
    for key, value in changes.items():
        edits += _edits(root, body, key, value, order) or _refuse(file, changes)
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        body = body[:start] + new + body[end:]
    result = (mark + body).encode()
    after = read_bytes(result, file)
    if after.problems or after.data != {**before.data, **changes}:
        raise _cannot(file, changes)
    return result


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


def _edits(root: yaml.MappingNode, body: str, key: str, value: Value, order: Sequence[str]) -> list[_Edit]:
    """The cuts that set one key; none when it cannot be done."""
    node = _child(root, key)
    if node is None:
        return _insertion(root, body, mapping_lines(key, value), order[: order.index(key)])
    if isinstance(value, str):
        return [_replacement(node, body, value)] if isinstance(node, yaml.ScalarNode) else []
    if not isinstance(node, yaml.MappingNode) or {inner.value for inner, _ in node.value} != set(value):
        return []
    found = [(_child(node, inner), text) for inner, text in value.items()]
    return [_replacement(inner, body, text) for inner, text in found if isinstance(inner, yaml.ScalarNode)]


def _replacement(node: yaml.ScalarNode, body: str, value: str) -> _Edit:
    start, end = node.start_mark.index, node.end_mark.index
    if node.value == value:
        return start, end, body[start:end]
    tail = _line_end(body) if node.style in ("|", ">") and body[start:end].endswith(("\n", "\r")) else ""
    return start, end, scalar(value, node.style) + tail


def _insertion(root: yaml.MappingNode, body: str, lines: list[str], before: Iterable[str]) -> list[_Edit]:
    """A new key after the last of those that go before it; comments at the end of that line stay there."""
    there = [node for name in before if (node := _child(root, name)) is not None]
    if not there:
        return []
    at = max(_end(node) for node in there)
    eol = _line_end(body)
    if at and body[at - 1] in "\r\n":  # a block text ends with its line
        return [(at, at, "".join(line + eol for line in lines))]
    while at < len(body) and body[at] not in "\r\n":
        at += 1
    if at == len(body):
        return [(at, at, "".join(eol + line for line in lines))]
    at += 2 if body.startswith("\r\n", at) else 1
    return [(at, at, "".join(line + eol for line in lines))]


def _end(node: yaml.Node) -> int:
    """Where a value's last character stands. The parser's own mark of a block is where the next thing begins."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _end(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _end(node.value[-1])
    index: int = node.end_mark.index
    return index


def _child(node: yaml.MappingNode, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _line_end(body: str) -> str:
    """The file's own line end: the first one in it."""
    first = min((at for at in (body.find("\n"), body.find("\r")) if at >= 0), default=-1)
    if first < 0:
        return "\n"
    return "\r\n" if body.startswith("\r\n", first) else body[first]


def _refuse(file: Path, changes: Mapping[str, Value]) -> list[_Edit]:
    raise _cannot(file, changes)


def _cannot(file: Path, changes: Mapping[str, Value]) -> BlanketError:
    wanted = "\n".join(line for key, value in changes.items() for line in mapping_lines(key, value))
    return BlanketError(texts.CANNOT_SPLICE.format(file=file), texts.CANNOT_SPLICE_CURE.format(wanted="\n" + wanted))
