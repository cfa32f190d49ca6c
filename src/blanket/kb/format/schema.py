"""The form check: does the data of one file have the keys and values that the model asks for?

Here goes the walk over data and model side by side. msgspec stops at the first error and names no line; this walk
reads msgspec's own description of the model (`msgspec.inspect`), so the model stays the only source of truth, and
reports everything that is wrong, in Danish, at its place.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from contextlib import suppress
from functools import cache
from typing import Any, TypeVar, cast, get_args

import msgspec
from msgspec import inspect

from blanket.did_you_mean import hint
from blanket.kb.format import form_rules  # noqa: F401  # declared with the check that reports them
from blanket.kb.format.parts import Clock, Day, Id, PhoneNumber, Url
from blanket.kb.format.problem import short
from blanket.kb.format.reading import Document, Keys

T = TypeVar("T")

# Pattern -> what it asks for, in Danish. A field's own description says what it holds and hides that of its form.
_FORMS: dict[str, str] = {
    get_args(form)[1].pattern: get_args(form)[1].description for form in (Id, Url, PhoneNumber, Day, Clock)
}


def decode(document: Document, model: type[T]) -> T | None:
    """Turn a document into an object of `model`.

    Returns None, with problems added to the document, when its form is wrong or it could not be read.
    """
    if document.problems:
        return None
    if document.tidy:  # then msgspec, which is fifty times faster than the walk, finds all that the walk finds
        with suppress(msgspec.ValidationError):
            return msgspec.convert(document.data, model)
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


def _check(
    document: Document, value: Any, kind: inspect.Type, path: Keys, *, description: str = "", key: bool = False
) -> None:
    """Report what is wrong with a value at a path; with `key=True` it is the key there that is looked at."""
    if document.full:
        return
    while isinstance(kind, inspect.Metadata):
        description = (kind.extra_json_schema or {}).get("description", description)
        kind = kind.type
    if value is None and path:  # also where the key may be left out: a key without a value is one half written
        document.report("B022", path, of_key=True, name=_name(path), description=description)
        return
    if isinstance(kind, inspect.UnionType):
        rest = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
        _check(document, value, rest[0], path, description=description)
        return
    match kind:
        case inspect.StructType():
            _check_struct(document, value, kind, path)
        case inspect.VarTupleType() | inspect.ListType():
            _check_list(document, value, kind, path, description)
        case inspect.DictType():
            _check_dict(document, value, kind, path)
        case inspect.StrType():
            _check_text(document, value, kind, path, description, key)
        case inspect.IntType():
            _check_number(document, value, kind, path, description)
        case inspect.BoolType():
            if not isinstance(value, bool):
                _report_kind(document, value, path, "true (ja) eller false (nej)")
        case inspect.LiteralType():
            _check_choice(document, value, kind, path)
        case _:  # a type that the model has and this walk does not know: msgspec checks it
            return


def _check_struct(document: Document, value: Any, kind: inspect.StructType, path: Keys) -> None:
    if not isinstance(value, dict):
        first = [field for field in kind.fields if field.required] or list(kind.fields)
        wanted = ", ".join(field.encode_name for field in first[:3])
        _report_kind(document, value, path, f"skrevet med nøgler ({wanted})")
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, inner in value.items():
        if document.full:
            return
        if key in fields:
            _check(document, inner, fields[key].type, (*path, key))
        else:
            free = [name for name in fields if name not in value]
            document.report("B020", (*path, key), of_key=True, name=short(key), hint=hint(key, free))
    for name, wanted_field in fields.items():
        if wanted_field.required and name not in value:
            document.report("B021", path, name=name, description=_description(wanted_field.type))


def _check_list(
    document: Document, value: Any, kind: inspect.VarTupleType | inspect.ListType, path: Keys, description: str
) -> None:
    if not isinstance(value, list):
        document.report("B024", path, name=_name(path), got=_shown(document, path, value))
        return
    if kind.min_length and len(value) < kind.min_length:
        document.report("B022", path, of_key=True, name=_name(path), description=description)
    for number, inner in enumerate(value):
        _check(document, inner, kind.item_type, (*path, number))


def _check_dict(document: Document, value: Any, kind: inspect.DictType, path: Keys) -> None:
    if not isinstance(value, dict):
        _report_kind(document, value, path, "skrevet med nøgler")
        return
    for key, inner in value.items():
        _check(document, key, kind.key_type, (*path, key), key=True)
        _check(document, inner, kind.value_type, (*path, key))


def _check_number(document: Document, value: Any, kind: inspect.IntType, path: Keys, description: str) -> None:
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
        document.report("B028", path, name=_name(path), value=value)
    elif isinstance(value, bool) or not isinstance(value, int):
        _report_kind(document, value, path, "et helt tal")
    elif kind.ge is not None and kind.le is not None and not kind.ge <= value <= kind.le:
        limits = f"{description} Skriv et tal fra {kind.ge} til {kind.le}."
        document.report("B026", path, value=document.places.raw.get(path, value), description=limits)


def _check_choice(document: Document, value: Any, kind: inspect.LiteralType, path: Keys) -> None:
    choices = [str(choice) for choice in kind.values]
    if isinstance(value, dict | list):
        _report_kind(document, value, path, "et af ordene " + ", ".join(choices))
    elif value not in kind.values:
        typed = document.places.raw.get(path, str(value))
        document.report("B025", path, value=short(typed), choices=", ".join(choices), hint=hint(typed, choices))


def _check_text(document: Document, value: Any, kind: inspect.StrType, path: Keys, description: str, key: bool) -> None:
    if not isinstance(value, str):
        if isinstance(value, dict | list):
            _report_kind(document, value, path, "tekst")
        else:
            document.report("B027", path, name=_name(path), raw=document.places.raw.get(path, value))
    elif not value.strip():
        document.report("B022", path, of_key=True, name=_name(path), description=description)
    elif kind.pattern and not re.fullmatch(kind.pattern, value):
        document.report("B026", path, key, value=short(value), description=_FORMS.get(kind.pattern, description))
    elif len(value) < (kind.min_length or 0):
        document.report("B026", path, key, value=short(value), description=description)


def _report_kind(document: Document, value: Any, path: Keys, expected: str) -> None:
    """Report that something else than this stands there."""
    document.report("B023", path, name=_name(path), expected=expected, got=_shown(document, path, value))


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
            return f"“{short(document.places.raw.get(path, str(value)))}”"
