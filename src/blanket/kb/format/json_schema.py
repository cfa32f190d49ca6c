"""JSON Schema for editors: what may stand in each kind of file, with Danish explanations.

Here goes the way from the model to the files in docs/skema, which the first line of every entry points to. msgspec
makes the schema; what it says in English (docstrings) and what `tjek` does not allow (a key without a value) is
taken out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from blanket.kb.files import GLOSSARY_KIND
from blanket.kb.format.glossary import Glossary
from blanket.kb.format.model import MODELS
from blanket.texts import editing as texts

SCHEMA_FILES = {
    "opgave": "opgave.json",
    "forløb": "forloeb.json",
    "blanket": "blanket.json",
    "sted": "sted.json",
    "kommune": "kommune.json",
    GLOSSARY_KIND: "ordbog.json",
}
SCHEMA_FOLDER = "docs/skema"  # beside kb/
# The draft that yaml-language-server reads best (https://github.com/redhat-developer/yaml-language-server).
DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_line(kind: str) -> str:
    """The first line of a file of this kind: where its schema is, as yaml-language-server reads it."""
    up = ".." if kind == GLOSSARY_KIND else "../.."
    return f"# yaml-language-server: $schema={up}/{SCHEMA_FOLDER}/{SCHEMA_FILES[kind]}"


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file (`ord` is the glossary)."""
    model: type = Glossary if kind == GLOSSARY_KIND else MODELS[kind]
    made = msgspec.json.schema(model)
    parts = {name: _part(name, part) for name, part in made["$defs"].items()}
    top = parts.pop(model.__name__)
    return {"$schema": DRAFT, **top, **({"$defs": parts} if parts else {})}


def schema_text(kind: str) -> str:
    """The JSON Schema of one kind as it is written to its file."""
    import json

    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path, kinds: list[str]) -> list[tuple[Path, bool]]:
    """Write the schemas of some kinds into a folder. Returns each file, and whether it was changed.

    Raises BlanketError when a file cannot be written.
    """
    from blanket.kb.entries import write_entry

    done = []
    for kind in kinds:
        file, text = folder / SCHEMA_FILES[kind], schema_text(kind)
        changed = not file.is_file() or file.read_bytes() != text.encode()
        if changed:
            write_entry(file, text)
        done.append((file, changed))
    return done


def _part(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """One structure: its name and docstring, which are English, give way to what it is in Danish."""
    rest = {key: value for key, value in part.items() if key not in ("title", "description")}
    return {"description": texts.SCHEMA_PARTS[name], **_plain(rest)}


def _plain(schema: Any) -> Any:
    """A schema without null (a key without a value is an error to `tjek`), and without defaults that say nothing."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: _plain(value) for key, value in schema.items()}
    if result.get("default", False) in (None, [], (), {}):
        del result["default"]
    if "anyOf" in result:
        options = [option for option in result.pop("anyOf") if option != {"type": "null"}]
        assert len(options) == 1, "the model has no other unions"
        result = {**options[0], **result}  # the field's own description hides that of its type
    return result
