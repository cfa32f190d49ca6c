"""In which order an entry's keys are written, and which kind of entry a file's folder says it holds."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import fields

from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.model import MODELS, Entry

_LAST = ("søgetest", "kilder", "kontrolleret", "usikkert")  # what every kind has, in the order of the shipped files


def key_order(model: type[Entry]) -> list[str]:
    """The YAML keys of a kind of entry in the order in which they are written."""
    shared = {field.encode_name for field in fields(Entry)}
    own = [field.encode_name for field in fields(model) if field.encode_name not in shared]
    own.insert(own.index("emne") if "emne" in own else 1, "søgeord")
    return ["id", "tidligere_id", *own, *_LAST]


def order_of(file: Path) -> list[str]:
    """The order of keys for the kind of entry that a file's folder says it holds."""
    return key_order(model_of(file))


def model_of(file: Path) -> type[Entry]:
    """The kind of entry that a file's folder says it holds."""
    return MODELS[next(kind for kind, folder in KIND_FOLDERS.items() if folder == file.parent.name)]
