"""Changing a kommune's layer: one change put in, given another value, or taken out; the rest stays byte for byte.

Here goes where the text is cut, comments and all; as in `edits`, what comes out is read again and must be what was
meant. A change that cannot be cut in is refused, with what to write by hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from blanket.errors import BlanketError
from blanket.kb.editing.edits import Edit, encoded, line_end, verified
from blanket.kb.editing.splicing import child_of, end_of, scalar
from blanket.kb.editing.whole_keys import dumped, with_keys
from blanket.kb.format.key_order import order_of
from blanket.kb.format.reading import Document, read_bytes
from blanket.texts import editing as texts

LAYERS, CHANGES = "lag", "ret"


def with_change(content: bytes, file: Path, said: str, number: int, change: Mapping[str, Any]) -> bytes:
    """The content of a kommune's file with one change of a layer saying something else.

    `said`: the id that the layer is of. `number`: which of its changes, from 0. `change`: its keys, as written. Raises
    BlanketError when the file cannot be changed there and nowhere else.
    """
    before = read_bytes(content, file)
    wanted = _data(before)
    item = _node(before, said, number)
    if wanted is None or not isinstance(item, yaml.MappingNode):
        raise _cannot(file, said, change)
    old = wanted[LAYERS][said][CHANGES][number]
    wanted[LAYERS][said][CHANGES][number] = dict(change)
    edits: list[Edit] = []
    there = {key.value: (key, value) for key, value in item.value}
    for key, value in change.items():
        if key in there:
            edits += _replaced(before.text, *there[key], old.get(key), value, flow=bool(item.flow_style))
    new = [key for key in change if key not in there]
    if new:
        edits.append(_appended(before.text, item, {key: change[key] for key in new}))
    return _written(before, edits, wanted, content) or _refuse(file, said, change)


def without_change(content: bytes, file: Path, said: str, number: int) -> bytes:
    """The same with one change taken out: the shared value counts again. Raises BlanketError as `with_change` does."""
    before = read_bytes(content, file)
    wanted = _data(before)
    changes = _node(before, said)
    if wanted is None or not isinstance(changes, yaml.SequenceNode) or number >= len(changes.value):
        raise _cannot(file, said, {})
    del wanted[LAYERS][said][CHANGES][number]
    if len(changes.value) == 1:
        edits = [Edit(changes.start_mark.index, end_of(changes), "[]")]
        if not changes.flow_style:  # below its key, where nothing may stand at the margin
            colon = before.text.rindex(":", 0, changes.start_mark.index)
            edits = [Edit(colon + 1, end_of(changes), " []")]
    else:
        text, item = before.text, changes.value[number]
        if changes.flow_style:
            after = number + 1 < len(changes.value)
            begin = item.start_mark.index if after else end_of(changes.value[number - 1])
            edits = [Edit(begin, changes.value[number + 1].start_mark.index if after else end_of(item), "")]
        else:
            begin = text.rfind("\n", 0, item.start_mark.index) + 1
            stop = text.find("\n", end_of(item))
            edits = [Edit(begin, len(text) if stop < 0 else stop + 1, "")]
    return _written(before, edits, wanted, content) or _refuse(file, said, {})


def with_new_change(content: bytes, file: Path, said: str, change: Mapping[str, Any]) -> bytes:
    """The same with one more change; the layer is begun when there is none. Raises BlanketError likewise."""
    before = read_bytes(content, file)
    wanted = _data(before)
    if wanted is None:
        raise _cannot(file, said, change)
    layers = wanted.setdefault(LAYERS, {}) or {}
    wanted[LAYERS] = layers
    layers.setdefault(said, {}).setdefault(CHANGES, []).append(dict(change))
    edit = _room_for(before, said, dict(change))
    return (edit and _written(before, [edit], wanted, content)) or laid_anew(content, file, said, layers)


def _room_for(before: Document, said: str, change: dict[str, Any]) -> Edit | None:
    """Where a new change goes: behind the others of its layer, else as a layer's first, else as a new layer."""
    if before.problems:
        return None
    root = yaml.compose(before.text, Loader=yaml.SafeLoader)
    layers = child_of(root, LAYERS) if isinstance(root, yaml.MappingNode) else None
    layer = child_of(layers, said) if isinstance(layers, yaml.MappingNode) else None
    changes = child_of(layer, CHANGES) if isinstance(layer, yaml.MappingNode) else None
    if changes is not None and _is_block(changes, yaml.SequenceNode):
        return _below(
            before.text, end_of(changes), changes.start_mark.column, dumped({CHANGES: [change]}).splitlines()[1:]
        )
    if changes is not None:
        return None
    if layer is not None and _is_block(layer, yaml.MappingNode):
        return _below(before.text, end_of(layer), layer.start_mark.column, dumped({CHANGES: [change]}).splitlines())
    if layer is None and layers is not None and _is_block(layers, yaml.MappingNode):
        lines = dumped({said: {CHANGES: [change]}}).splitlines()
        return _below(before.text, end_of(layers), layers.start_mark.column, lines)
    return None


def _is_block(node: Any, kind: type[yaml.CollectionNode]) -> bool:
    return isinstance(node, kind) and bool(node.value) and not node.flow_style


def _below(text: str, at: int, column: int, lines: Iterable[str]) -> Edit:
    """Lines put below the one that a value ends on, whatever comment stands behind it there."""
    eol = line_end(text)
    indented = [" " * column + line for line in lines]
    if text[at - 1 : at] == "\n":  # a block text ends with its line
        return Edit(at, at, "".join(line + eol for line in indented))
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop - text[:stop].endswith("\r")
    return Edit(max(at, stop), max(at, stop), "".join(eol + line for line in indented))


def laid_anew(content: bytes, file: Path, said: str, layers: Mapping[str, Any]) -> bytes:
    """The content with all layers written anew. Raises BlanketError when comments would be lost by that."""
    before = read_bytes(content, file)
    root = yaml.compose(before.text, Loader=yaml.SafeLoader)
    there = child_of(root, LAYERS) if isinstance(root, yaml.MappingNode) else None
    if there is not None and "#" in before.text[there.start_mark.index : end_of(there)]:
        raise _cannot(file, said, layers.get(said, {}))
    return with_keys(content, file, {LAYERS: dict(layers)}, order_of(file))


def _data(before: Document) -> Any:
    """The file's data, to be changed; None when it cannot be used."""
    return None if before.problems or not isinstance(before.data, dict) else json.loads(json.dumps(before.data))


def _node(before: Document, said: str, number: int | None = None) -> Any:
    """Where the changes of a layer stand, or one of them; None when they do not."""
    if before.problems:
        return None
    node = yaml.compose(before.text, Loader=yaml.SafeLoader)
    for key in (LAYERS, said, CHANGES):
        node = child_of(node, key) if isinstance(node, yaml.MappingNode) else None
    if number is None:
        return node
    return node.value[number] if isinstance(node, yaml.SequenceNode) and number < len(node.value) else None


def _replaced(text: str, key: yaml.Node, node: yaml.Node, old: Any, value: Any, *, flow: bool) -> list[Edit]:
    if old == value:
        return []
    begin, end = node.start_mark.index, end_of(node)
    if isinstance(node, yaml.ScalarNode) and isinstance(value, str):
        tail = line_end(text) if node.style in ("|", ">") and text[begin:end].endswith(("\n", "\r")) else ""
        return [Edit(begin, end, (_flowing(value) if flow else scalar(value, node.style)) + tail)]
    colon = text.index(":", key.end_mark.index)
    if "#" in text[colon:begin]:
        return []  # a comment before the block would be lost: nothing is cut, and the check afterwards refuses it
    return [Edit(colon + 1, end, " " + _flowing(value))]


def _appended(text: str, item: yaml.MappingNode, new: Mapping[str, Any]) -> Edit:
    """Keys put behind the last one of a change, which may have a comment on its line."""
    at = end_of(item.value[-1][1])
    if item.flow_style:
        return Edit(at, at, "".join(f", {key}: {_flowing(value)}" for key, value in new.items()))
    column = item.value[0][0].start_mark.column
    return _below(text, at, column, [f"{key}: {_flowing(value)}" for key, value in new.items()])


def _flowing(value: Any) -> str:
    """A value on one line: bare text where that is safe, else as JSON, which is YAML too."""
    return scalar(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _written(before: Document, edits: list[Edit], wanted: Any, content: bytes) -> bytes | None:
    after = verified(before, edits, wanted)
    return encoded(after, content) if after else None


def _cannot(file: Path, said: str, change: Mapping[str, Any]) -> BlanketError:
    wanted = dumped({LAYERS: {said: dict(change)}})
    return BlanketError(texts.CANNOT_SPLICE.format(file=file), texts.CANNOT_SPLICE_CURE.format(wanted="\n" + wanted))


def _refuse(file: Path, said: str, change: Mapping[str, Any]) -> bytes:
    raise _cannot(file, said, {CHANGES: [dict(change)]} if change else {})
