"""The short way through a sound file: YAML text -> plain data, in a fraction of the careful reader's time.

Here goes what makes ten thousand files quick to read. PyYAML's C parser builds its tree, which costs half of what its
events cost, and only the data is kept. Nothing is reported from here: whatever is unusual makes `quick_data` give up,
and `reading` goes through the file with care. Both give the same data for the same text; a test holds them to it.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_RESOLVER: Any = yaml.resolver.Resolver()
_CONSTRUCTOR: Any = yaml.constructor.SafeConstructor()
_NUMBERS = {"tag:yaml.org,2002:int": "construct_yaml_int", "tag:yaml.org,2002:float": "construct_yaml_float"}
_MAY_BE_NO_TEXT = frozenset(_RESOLVER.yaml_implicit_resolvers) | {""}  # the signs that begin numbers, true, null ...

MAX_DEPTH = 12  # the deepest entry nests five levels
MAX_NUMBER = 20  # characters; what is longer stays text, for Python neither reads nor writes numbers of any length

# Anchors, aliases, tags, escapes that may hide control characters, tabs, further documents. The expression takes longer
# than all the rest, so it is asked only about files that hold one of its signs.
_UNUSUAL = re.compile(r"(?<!\w)[&*!]|[\\\t]|^(?:---|\.\.\.|%)|\r(?!\n)", re.MULTILINE)
_SIGNS = ("&", "*", "!", "\\", "\t", "---", "...", "%", "\r")
# The C parser calls itself for every level, without a limit: what could nest deeper than this is not given to it.
# So many levels take under 384 KB of stack; a kommune's layer of a hundred entries holds six hundred of these signs.
_OPENERS = ("[", "{", "- ", "? ")
_MOST_OPENERS, _MOST_BLANKS = 800, 60


class Unusual(Exception):
    """The file has to be read with care."""


if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class _Parser(CParser):
        """The C parser with a resolver that only tells plain scalars from quoted ones."""

        def resolve(self, kind: object, value: object, implicit: object) -> object:  # noqa: ARG002
            return implicit

        def descend_resolver(self, parent: object, index: object) -> None:
            """PyYAML's resolver follows paths here; nothing in an entry depends on one."""

        def ascend_resolver(self) -> None:
            """See `descend_resolver`."""


def quick_data(text: str) -> Any:
    """The data of a YAML text: dicts with str keys, lists, str, int, float, bool.

    Raises Unusual for everything that may be wrong, or that needs a closer look: broken YAML, anchors, tags, escapes,
    duplicate keys, deep nesting, keys without a value, texts that are empty or begin or end with a blank.
    """
    if not yaml.__with_libyaml__ or (any(sign in text for sign in _SIGNS) and _UNUSUAL.search(text)):
        raise Unusual
    if " " * _MOST_BLANKS in text or sum(map(text.count, _OPENERS)) > _MOST_OPENERS:
        raise Unusual
    try:
        root = _Parser(text).get_single_node()
    except yaml.YAMLError as error:
        raise Unusual from error
    return _data(root, MAX_DEPTH)


def _data(node: Any, deeper: int) -> Any:
    value = node.value if node else None
    if isinstance(value, str):
        if node.tag[0]:  # plain: YAML strips it, and may take it for a number
            value = plain_value(value)
            if value is None:
                raise Unusual
        elif not value or value[0].isspace() or value[-1].isspace():
            raise Unusual
        return value
    if not value or not deeper:
        raise Unusual
    if isinstance(value[0], tuple):
        made: dict[str, Any] = {}
        for key, inner in value:
            name = key.value
            if not isinstance(name, str) or not name or name in made:
                raise Unusual
            made[name] = _data(inner, deeper - 1)
        return made
    return [_data(inner, deeper - 1) for inner in value]


def plain_value(typed: str) -> str | int | float | bool | None:
    """What a scalar without quotation marks stands for. Dates stay as typed: the model has its own form for them."""
    if typed[:1] not in _MAY_BE_NO_TEXT:
        return typed
    tag = _RESOLVER.resolve(yaml.ScalarNode, typed, (True, False))
    if tag == "tag:yaml.org,2002:null":
        return None
    if tag == "tag:yaml.org,2002:bool":
        found: bool = _CONSTRUCTOR.bool_values[typed.lower()]
        return found
    if tag in _NUMBERS and len(typed) <= MAX_NUMBER:
        try:
            number: int | float = getattr(_CONSTRUCTOR, _NUMBERS[tag])(yaml.ScalarNode(tag, typed))
        except ValueError:  # e.g. 0x_ : looks like a number, is none
            return typed
        return number
    return typed
