"""Which fields of an entry are text, for whom, and what they weigh: said once, on the model, and walked in one way.

Here go the roles that `model` and `parts` give their fields (msgspec keeps them in `Meta(extra=…)`), and the walk over
an entry's texts that search, rules, readability, references and the list of sentences share. A field without a role is
a defect: a test looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from msgspec import Struct, inspect, to_builtins

Keys = tuple[str | int, ...]
Reader = Literal["citizen", "staff", "nobody"]
# prose: running text, measured for how light it is. phrase: says something, but in no sentences. label: names, numbers,
# addresses and ids.
Grade = Literal["prose", "phrase", "label"]
Weight = Literal["", "title", "keyword", "summary", "text"]  # what it counts in a search: see `search.weights`


class Role(NamedTuple):
    """What a text is. `refers`: the kinds of entry that it names one of by its id; nothing when it is no id."""

    reader: Reader
    grade: Grade
    weight: Weight
    refers: tuple[str, ...]


class Leaf(NamedTuple):
    """A text of an entry, and the path of YAML keys and list numbers that leads to it."""

    path: Keys
    text: str
    role: Role


def role(reader: Reader, grade: Grade = "label", weight: Weight = "", refers: tuple[str, ...] = ()) -> dict[str, Any]:
    """A role as a field of the model carries it."""
    return {"role": Role(reader, grade, weight, refers)}


TITLE = role("citizen", "label", "title")
SUMMARY = role("citizen", "prose", "summary")
PROSE = role("citizen", "prose", "text")
UNSEARCHED_PROSE = role("citizen", "prose")
PHRASE = role("citizen", "phrase", "text")
UNSEARCHED_PHRASE = role("citizen", "phrase")
OFFER = role("citizen", "phrase", "summary")  # what a place is for: as telling as its summary
LABEL = role("citizen")
SEARCHED_LABEL = role("citizen", "label", "text")
STAFF = role("staff", "prose", "text")
UNSEARCHED_STAFF = role("staff", "prose")
NOBODY = role("nobody")
OWN_ID = role("nobody")
# On a field that holds a part: nothing below it is searched; its keys are ids that lead to these kinds.
UNSEARCHED = {"searched": False}


def leading_to(*kinds: str) -> dict[str, Any]:
    """The role of an id of another entry, which may be of these kinds."""
    return role("citizen", refers=kinds)


def keys_leading_to(*kinds: str) -> dict[str, Any]:
    """The role of a mapping whose keys are ids of such entries, and which is not searched."""
    return {"keys": Role("nobody", "label", "", kinds), "searched": False}


class _Node(NamedTuple):
    """What may stand at a place: a text with a role, keys with their own nodes, or many of one node."""

    role: Role | None = None
    fields: dict[str, _Node] | None = None
    every: _Node | None = None
    keys: Role | None = None


def leaves(model: type, data: Any) -> list[Leaf]:
    """The texts of plain data that has, more or less, the form of a model. What does not fit is passed over."""
    found: list[Leaf] = []
    _walk(_node(model), data, (), found)
    return found


def leaves_of(entry: Struct) -> list[Leaf]:
    """The texts of an entry, or of a word of the glossary."""
    return leaves(type(entry), to_builtins(entry))


def texts_of(entry: Struct) -> list[tuple[str, Role]]:
    """The same without the paths, which ten thousand entries that are indexed need not be told."""
    found: list[tuple[str, Role]] = []
    _gather(_node(type(entry)), to_builtins(entry), found)
    return found


def references(entry: Struct) -> Iterator[tuple[Keys, str, tuple[str, ...]]]:
    """Every id that an entry names: (path of YAML keys to it, the id, the kinds that it may be of)."""
    return ((leaf.path, leaf.text, leaf.role.refers) for leaf in leaves_of(entry) if leaf.role.refers)


def _walk(node: _Node, data: Any, path: Keys, found: list[Leaf]) -> None:
    """Take in what is below a place. No generator: one for every level would take as long as all the rest."""
    role, fields, every, keys = node
    if isinstance(data, str):
        if role is not None:
            found.append(Leaf(path, data, role))
    elif isinstance(data, dict):
        for key, inner in data.items():
            below = fields.get(key) if fields else every
            if keys:
                found.append(Leaf((*path, key), key, keys))
            if below:
                _walk(below, inner, (*path, key), found)
    elif every and isinstance(data, list | tuple):
        for number, inner in enumerate(data):
            _walk(every, inner, (*path, number), found)


def _gather(node: _Node, data: Any, found: list[tuple[str, Role]]) -> None:
    """As `_walk`, but for texts and roles alone."""
    role, fields, every, keys = node
    if isinstance(data, str):
        if role is not None:
            found.append((data, role))
    elif isinstance(data, dict):
        for key, inner in data.items():
            if keys:
                found.append((key, keys))
            if below := fields.get(key) if fields else every:
                _gather(below, inner, found)
    elif every and isinstance(data, list | tuple):
        for inner in data:
            _gather(every, inner, found)


@cache
def _node(model: type) -> _Node:
    return _made(inspect.type_info(model), {}) or _Node()


def _made(kind: inspect.Type, extra: dict[str, Any]) -> _Node | None:
    """The node of a type. `extra`: what the field says that it belongs to; None where no text can be."""
    while isinstance(kind, inspect.Metadata | inspect.UnionType):
        if isinstance(kind, inspect.Metadata):
            extra = {**(kind.extra or {}), **extra}
            kind = kind.type
        else:
            kind = next(option for option in kind.types if not isinstance(option, inspect.NoneType))
    match kind:
        case inspect.StrType():
            found: Role = extra["role"]
            return _Node(role=found if extra.get("searched", True) else found._replace(weight=""))
        case inspect.VarTupleType() | inspect.ListType():
            every = _made(kind.item_type, extra)
            return _Node(every=every) if every else None
        case inspect.DictType():
            below = _passed_on(extra)
            return _Node(every=_made(kind.value_type, below), keys=extra.get("keys"))
        case inspect.StructType():
            below = _passed_on(extra)
            inside = {field.encode_name: _made(field.type, below) for field in kind.fields}
            return _Node(fields={name: node for name, node in inside.items() if node})
        case _:  # numbers, choices, yes and no
            return None


def _passed_on(extra: dict[str, Any]) -> dict[str, Any]:
    """What a field says that holds for all below it."""
    return {} if extra.get("searched", True) else UNSEARCHED
