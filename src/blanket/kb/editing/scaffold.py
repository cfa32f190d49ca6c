"""A new entry's file: every key that its kind may have, explained, ready to be filled in.

Here goes how a scaffold is laid out. Keys and explanations come from the model itself, so they are never out of step
with what `tjek` asks for. Required keys stand ready without a value, so an unfinished entry is never shown to anybody;
the others are commented out.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from msgspec import inspect

from blanket.errors import BlanketError, Exit
from blanket.kb.entries import file_of, write_entry
from blanket.kb.files import GLOSSARY_FILE, KIND_FOLDERS
from blanket.kb.format.json_schema import SCHEMA_FILES, SCHEMA_FOLDER, schema_line
from blanket.kb.format.key_order import key_order
from blanket.kb.format.model import MODELS
from blanket.kb.format.parts import Id, Weekday
from blanket.kb.format.quick import plain_value
from blanket.kb.format.subjects import SUBJECTS
from blanket.texts import editing as texts

WIDEST = 100
# Names of devices: Windows opens no file called so, whatever its ending.
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)


@dataclass(frozen=True, slots=True)
class _Key:
    """What a key asks for: its type without wrappers, and every remark on it."""

    name: str
    kind: inspect.Type
    required: bool
    description: str
    default: object = None


def make_entry(kind: str, identifier: str, *, own: Path, folders: Sequence[Path], suggestion: str = "") -> Path:
    """Write the scaffold of a new entry into the own folder. Returns its file.

    `suggestion`: an id near to the one typed, shown when that one has not the form of an id. Raises BlanketError when
    the id cannot be used or is taken in any of the folders, and when the file cannot be written.
    """
    check_id(identifier, suggestion)
    taken = file_of(identifier, folders)
    if taken is not None:
        raise BlanketError(
            texts.ID_TAKEN.format(id=identifier, file=taken.path), texts.ID_TAKEN_CURE.format(id=identifier)
        )
    file = own / KIND_FOLDERS[kind] / f"{identifier}.yaml"
    text = scaffold(kind, identifier)
    if not (own.parent / SCHEMA_FOLDER / SCHEMA_FILES[kind]).is_file():
        text = text.partition("\n")[2]  # an editor complains of a schema that is not there: `kb skema` writes it
    write_entry(file, text, new=True)
    return file


def check_id(identifier: str, suggestion: str = "") -> None:
    """Raises BlanketError for what has not the form of an id, or cannot be a file's name everywhere."""
    pattern = get_args(Id)[1].pattern
    if not re.fullmatch(pattern, identifier):
        hint = f" Brug fx {suggestion}." if re.fullmatch(pattern, suggestion) else ""
        raise BlanketError(texts.BAD_ID.format(id=identifier, hint=hint), texts.BAD_ID_CURE, Exit.WRONG_USE)
    misread = plain_value(identifier) != identifier  # no, 12: YAML takes them for something else
    if misread or identifier in _DEVICES or identifier == Path(GLOSSARY_FILE).stem:  # `ret ordbog` is the glossary
        raise BlanketError(
            texts.RESERVED_ID.format(id=identifier), texts.RESERVED_ID_CURE.format(id=identifier), Exit.WRONG_USE
        )


def scaffold(kind: str, identifier: str) -> str:
    """The text of a new entry's file.

    A line that begins with `# ` and a letter explains; any other line with a `#` is YAML once its `#` is taken away.
    """
    info = cast("inspect.StructType", inspect.type_info(MODELS[kind]))
    keys = {field.encode_name: _key(field) for field in info.fields}
    lines = [schema_line(kind), *(f"# {line}" for line in texts.SCAFFOLD_HEAD)]
    for name in key_order(MODELS[kind]):
        key = keys[name]
        if name == "id":
            lines += ["", f"id: {identifier}"]
            continue
        lines += ["", *_remarks(key)]
        lines += [line if key.required else f"#{line}" for line in _key_lines(key)]
    return "\n".join(lines) + "\n"


def _key(field: inspect.Field) -> _Key:
    """A field of the model as a key: the first description, from outside in, is the field's own."""
    description, kind = "", field.type
    while True:
        if isinstance(kind, inspect.Metadata):
            description = description or (kind.extra_json_schema or {}).get("description", "")
            kind = kind.type
        elif isinstance(kind, inspect.UnionType):
            kind = next(option for option in kind.types if not isinstance(option, inspect.NoneType))
        else:
            return _Key(field.encode_name, kind, field.required, description, field.default)


def _remarks(key: _Key) -> list[str]:
    """What stands above a key at the top: what it is for, what may stand there, and whether it must."""
    parts = [key.description, _choices(key), texts.SCAFFOLD_REQUIRED if key.required else ""]
    return textwrap.wrap(
        " ".join(filter(None, parts)),
        WIDEST,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _choices(key: _Key) -> str:
    kind = _item(key.kind)
    if not isinstance(kind, inspect.LiteralType):
        return ""
    # msgspec sorts the values; lists that are used in other places keep the order that they have there
    known = next((order for order in (SUBJECTS, get_args(Weekday)) if set(order) == set(kind.values)), kind.values)
    return texts.SCAFFOLD_CHOICES.format(choices=", ".join(map(str, known)))


def _key_lines(key: _Key) -> list[str]:
    """A key at the top as YAML that waits for its values."""
    match key.kind:
        case inspect.StructType():
            return [f"{key.name}:", *("  " + line for line in _struct_lines(key.kind, key.required))]
        case inspect.VarTupleType() | inspect.ListType():
            item = _item(key.kind)
            if not isinstance(item, inspect.StructType):
                return [f"{key.name}:", "-"]  # never [a, b]: a comma in a text would make two items of it
            inner = list(_struct_lines(item, key.required))
            return [f"{key.name}:", *_as_item(inner)]
        case inspect.DictType():
            value = cast("inspect.StructType", key.kind.value_type)
            return [f"{key.name}:", "  id:", *("    " + line for line in _struct_lines(value, False))]
        case _:
            return [f"{key.name}:{_value(key)}"]


def _struct_lines(kind: inspect.StructType, live: bool) -> Iterator[str]:
    """The keys of a part, one a line, each with its remark. In a `live` part those that may be left out are commented.

    A part whose keys may all be left out has its first one live: without any key it would be nothing.
    """
    keys = [_key(field) for field in kind.fields]
    first = not any(key.required for key in keys)
    for number, key in enumerate(keys):
        off = live and not key.required and not (first and number == 0)
        listed = isinstance(key.kind, inspect.VarTupleType | inspect.ListType)
        remark = " ".join(filter(None, (key.description, _choices(key))))
        yield f"{'#' if off else ''}{key.name}:{'' if listed else _value(key)}  # {remark}"
        if listed:
            yield f"{'#' if off else ''}-"


def _as_item(lines: list[str]) -> list[str]:
    """Lines as one item of a list: the first that is not commented out gets the dash, and the others follow."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    lines = [lines[first], *lines[:first], *lines[first + 1 :]]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _item(kind: Any) -> Any:
    """What a list is made of, without wrappers; the type itself when it is no list."""
    while isinstance(kind, inspect.Metadata | inspect.VarTupleType | inspect.ListType):
        kind = kind.type if isinstance(kind, inspect.Metadata) else kind.item_type
    return kind


def _value(key: _Key) -> str:
    """What already stands at a key: where there are only two answers, the one that is not meant by leaving it out."""
    if not isinstance(key.kind, inspect.BoolType):
        return ""
    return " false" if key.default is True else " true"
