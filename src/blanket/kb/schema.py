"""The form check: does the data of one file have the keys and values that the model asks for?

Here goes the walk over data and model side by side. msgspec stops at the first error and names no line; this walk
reads msgspec's own description of the model (`msgspec.inspect`), so the model stays the only source of truth, and
reports everything that is wrong, in Danish, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec
from msgspec import inspect

from blanket.kb.reading import Document, Keys

T = TypeVar("T")


def decode(document: Document, model: type[T]) -> T | None:
    """Turn a document into an object of `model`.

    Returns None, with problems added to the document, when its form is wrong or it could not be read.
    """
    if document.problems:
        return None
    _check(document, document.data, _type_of(cast("Hashable", model)), ())
    if document.problems:
        return None
    try:
        return msgspec.convert(document.data, model)
    except msgspec.ValidationError as error:  # the walk and msgspec disagree: still a problem of the file, not a crash
        document.report("B029", why=str(error))
        return None


@cache
def _type_of(model: Any) -> inspect.Type:
    return inspect.type_info(model)


def _check(document: Document, value: Any, kind: inspect.Type, path: Keys) -> None:
    description = ""
    while isinstance(kind, inspect.Metadata):
        description = (kind.extra_json_schema or {}).get("description", description)
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        if value is None and kind.includes_none:
            return
        rest = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
        _check(document, value, rest[0], path)
        return
    if value is None and path:
        document.report("B022", path, key=True, name=path[-1], description=description)
        return
    match kind:
        case inspect.StructType():
            _check_struct(document, value, kind, path)
        case inspect.VarTupleType() | inspect.ListType():
            _check_list(document, value, kind, path)
        case inspect.DictType():
            _check_dict(document, value, kind, path)
        case inspect.StrType():
            _check_text(document, value, kind, path, description)
        case inspect.IntType():
            if isinstance(value, bool) or not isinstance(value, int):
                document.report(
                    "B023", path, name=_name(path), expected="et helt tal", got=_shown(document, path, value)
                )
            elif (kind.ge is not None and value < kind.ge) or (kind.le is not None and value > kind.le):
                document.report("B026", path, value=value, description=description)
        case inspect.BoolType():
            if not isinstance(value, bool):
                document.report(
                    "B023",
                    path,
                    name=_name(path),
                    expected="true (ja) eller false (nej)",
                    got=_shown(document, path, value),
                )
        case inspect.LiteralType():
            if value not in kind.values:
                choices = ", ".join(str(choice) for choice in kind.values)
                near = nearest(str(value), [str(choice) for choice in kind.values])
                document.report("B025", path, value=value, choices=choices, hint=_hint(near))
        case _:  # a type that the model has and this walk does not know: msgspec checks it
            return


def _check_struct(document: Document, value: Any, kind: inspect.StructType, path: Keys) -> None:
    if not isinstance(value, dict):
        wanted = ", ".join(field.encode_name for field in kind.fields[:3])
        document.report(
            "B023", path, name=_name(path), expected=f"nøgler som {wanted}", got=_shown(document, path, value)
        )
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, inner in value.items():
        if key in fields:
            _check(document, inner, fields[key].type, (*path, key))
        else:
            free = [name for name in fields if name not in value]
            document.report("B020", (*path, key), key=True, name=key, hint=_hint(nearest(key, free)))
    for name, wanted_field in fields.items():
        if wanted_field.required and name not in value:
            document.report("B021", path, name=name, description=_description(wanted_field.type))


def _check_list(document: Document, value: Any, kind: inspect.VarTupleType | inspect.ListType, path: Keys) -> None:
    if not isinstance(value, list):
        document.report("B024", path, name=_name(path), got=_shown(document, path, value))
        return
    if kind.min_length and len(value) < kind.min_length:
        document.report("B022", path, key=True, name=_name(path), description="")
    for number, inner in enumerate(value):
        _check(document, inner, kind.item_type, (*path, number))


def _check_dict(document: Document, value: Any, kind: inspect.DictType, path: Keys) -> None:
    if not isinstance(value, dict):
        document.report("B023", path, name=_name(path), expected="nøgler", got=_shown(document, path, value))
        return
    for key, inner in value.items():
        _check(document, key, kind.key_type, (*path, key))
        _check(document, inner, kind.value_type, (*path, key))


def _check_text(document: Document, value: Any, kind: inspect.StrType, path: Keys, description: str) -> None:
    if not isinstance(value, str):
        if isinstance(value, dict | list):
            document.report("B023", path, name=_name(path), expected="tekst", got=_shown(document, path, value))
        else:
            document.report("B027", path, name=_name(path), raw=document.raw.get(path, value))
    elif not value.strip():
        document.report("B022", path, key=True, name=_name(path), description=description)
    elif (kind.pattern and not re.search(kind.pattern, value)) or len(value) < (kind.min_length or 0):
        document.report("B026", path, value=_short(value), description=description)


def nearest(word: str, choices: list[str]) -> str | None:
    """The choice that a misspelt word most likely stands for, or None when none is near. Case is ignored."""
    from rapidfuzz import fuzz, process  # only when something is wrong

    found = process.extractOne(word.lower(), choices, scorer=fuzz.ratio, processor=None, score_cutoff=60)
    return found[0] if found else None


def _hint(name: str | None) -> str:
    return f" Mente du “{name}”?" if name else ""


def _name(path: Keys) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "filen")


def _description(kind: inspect.Type) -> str:
    return (kind.extra_json_schema or {}).get("description", "") if isinstance(kind, inspect.Metadata) else ""


def _shown(document: Document, path: Keys, value: Any) -> str:
    match value:
        case dict():
            return "nøgler"
        case list():
            return "en liste"
        case None:
            return "ingenting"
        case _:
            return f"“{_short(document.raw.get(path, str(value)))}”"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
