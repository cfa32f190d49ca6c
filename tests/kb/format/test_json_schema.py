"""The schemas for editors: up to date, Danish, and in step with what the entries hold."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from blanket.kb.editing.scaffold import scaffold
from blanket.kb.files import KbFile, kb_files
from blanket.kb.format.json_schema import (
    SCHEMA_FILES,
    SCHEMA_FOLDER,
    schema_line,
    schema_of,
    schema_text,
    write_schemas,
)
from blanket.kb.format.model import MODELS
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.schema import decode
from blanket.paths import shipped
from blanket.texts import editing as texts
from tests.conftest import SMALL_BASE
from tests.kb.samples_rules import SAMPLES

ROOT = Path(__file__).parents[3]
FILES = list(kb_files([shipped("kb")]))
KIND_OF_FOLDER = {
    "opgaver": "opgave",
    "forloeb": "forløb",
    "blanketter": "blanket",
    "steder": "sted",
    "kommuner": "kommune",
}


class _Loader(yaml.SafeLoader):
    """PyYAML's own loading, with timestamps kept as text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(kind: str) -> Any:
    """The validator of the file in docs/skema."""
    schema = json.loads((ROOT / SCHEMA_FOLDER / SCHEMA_FILES[kind]).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def errors(kind: str, text: str) -> list[str]:
    """What the schema finds wrong with a text."""
    return [f"{list(found.path)}: {found.message}" for found in validator(kind).iter_errors(yaml.load(text, _Loader))]


@pytest.mark.parametrize("kind", SCHEMA_FILES)
def test_files_are_up_to_date(kind: str) -> None:
    file = ROOT / SCHEMA_FOLDER / SCHEMA_FILES[kind]
    assert file.read_text(encoding="utf-8") == schema_text(kind), "run: blanket kb skema"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.stem)
def test_shipped_entries_are_valid(file: KbFile) -> None:
    assert errors(file.kind, file.path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.path.stem)
def test_shipped_entries_say_where_their_schema_is(file: KbFile) -> None:
    first = file.path.read_text(encoding="utf-8").splitlines()[0]
    assert first == schema_line(file.kind)
    target = (file.path.parent / first.split("$schema=")[1]).resolve()
    top = shipped("kb").parent.resolve()  # the repository, or what is packed of it: there the schemas stay at home
    assert target == top / SCHEMA_FOLDER / SCHEMA_FILES[file.kind]


@pytest.mark.parametrize("name", SMALL_BASE)
def test_small_base_is_valid(name: str) -> None:
    assert errors(KIND_OF_FOLDER.get(name.split("/")[0], "ord"), SMALL_BASE[name]) == []


# What a schema cannot say (a text of spaces, a line end before the pattern's end), or PyYAML reads in another way.
NOT_FOR_EDITORS = ("only spaces", "id with a line end", "merge key", "endless")
WRONG_FORMS = [
    item for item in SAMPLES if re.match("B02[0-7]", item.code) and not item.name.startswith(NOT_FOR_EDITORS)
]


@pytest.mark.parametrize("sample", WRONG_FORMS, ids=lambda item: f"{item.code} {item.name}")
def test_what_has_the_wrong_form_is_wrong_to_an_editor_too(sample: Any) -> None:
    wrong = []
    for name, text in sample.contents().items():
        kind = KIND_OF_FOLDER.get(name.split("/")[0])
        if kind and decode(read_bytes(text.encode(), Path(name)), MODELS[kind]) is None:
            wrong += errors(kind, text)
    assert wrong


@pytest.mark.parametrize("kind", SCHEMA_FILES)
def test_all_that_is_said_is_danish(kind: str) -> None:
    said = {"En", "Et", "Hv"}

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            assert not isinstance(value.get("title"), str)
            if isinstance(found := value.get("description"), str):
                said.add(found)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    schema = schema_of(kind)
    walk(schema)
    assert all(not re.search(r"\b(the|what|which|and|of|who|when)\b", text) for text in said)
    assert all(name in texts.SCHEMA_PARTS for name in schema.get("$defs", {}))


@pytest.mark.parametrize("kind", SCHEMA_FILES)
def test_every_key_is_explained_and_no_other_allowed(kind: str) -> None:
    schema = schema_of(kind)
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["additionalProperties"] is False
        assert all(key.get("description") for key in part["properties"].values())


@pytest.mark.parametrize("kind", MODELS)
def test_a_scaffold_is_unfinished_to_an_editor_too(kind: str) -> None:
    found = " ".join(errors(kind, scaffold(kind, "et-id")))
    assert "None is not of type" in found
    assert "Additional properties" not in found


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    first = write_schemas(tmp_path / "skema", ["opgave", "ord"])
    assert [(file.name, changed) for file, changed in first] == [("opgave.json", True), ("ordbog.json", True)]
    first[0][0].write_text("{}", encoding="utf-8")
    assert [changed for _, changed in write_schemas(tmp_path / "skema", ["opgave", "ord"])] == [True, False]
