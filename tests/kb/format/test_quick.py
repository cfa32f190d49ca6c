"""The short way through a file and the careful one: the same data, and the same verdict on it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings

from blanket.kb.files import KIND_FOLDERS, kb_files
from blanket.kb.format import reading
from blanket.kb.format.model import MODELS
from blanket.kb.format.quick import Unusual, quick_data
from blanket.kb.format.reading import Document, read_bytes
from blanket.kb.format.schema import decode
from blanket.paths import shipped
from tests.conftest import TASK
from tests.kb.mutated import mutated_entries

KINDS = {folder: kind for kind, folder in KIND_FOLDERS.items()}
needs_c = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without its parser in C")


def with_care(content: bytes, file: Path) -> Document:
    """The file read by its events alone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(yaml, "__with_libyaml__", False)
        return read_bytes(content, file)


@settings(max_examples=400, deadline=None)
@given(mutated_entries())
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"godt_at_vide: [1e3, 0x1F, 0o7, 1_0, .5, 12:30:45, '7', no]\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"godt_at_vide: [2026-01-01, =, <<, 0x_, -, +1, .inf, .nan]\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode().replace(b"skift-laege", b"|\n  skift-laege\n")))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"privat: 1\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"gebyr: [{tekst: a, \xc3\xa5r: 2026.0, kilde: abcd}]\n"))
@example(("opgaver/skift-laege.yaml", TASK.encode() + b"gebyr: [{tekst: a, \xc3\xa5r: true, kilde: abcd}]\n"))
def test_both_ways_through_a_file_find_the_same(entry: tuple[str, bytes]) -> None:
    name, content = entry
    file = Path(name)
    short, careful = read_bytes(content, file), with_care(content, file)
    assert repr(short.data) == repr(careful.data)  # repr: nan is no equal of itself, and 1 is one of True
    assert short.problems == careful.problems
    assert short.places == careful.places
    if kind := KINDS.get(file.parent.name):
        model = MODELS[kind]
        assert decode(short, model) == decode(careful, model)
        assert short.problems == careful.problems


@needs_c
def test_nearly_the_whole_shipped_base_goes_the_short_way() -> None:
    files = [file.path for file in kb_files([shipped("kb")])]
    careful = [file for file in files if not read_bytes(file.read_bytes(), file).tidy]
    assert len(careful) < len(files) / 20


@needs_c
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "-  ", "? ", "[{a: "])
def test_what_nests_deep_is_not_given_to_a_parser_that_calls_itself(opening: str) -> None:
    with pytest.raises(Unusual):
        quick_data(opening * 100_000)


@needs_c
def test_steps_of_blanks_are_not_given_to_it_either() -> None:
    with pytest.raises(Unusual):
        quick_data("".join(" " * level + "a:\n" for level in range(5_000)))


def test_reading_does_without_the_parser_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    monkeypatch.setattr(reading, "_LOADER", yaml.SafeLoader)
    assert read_bytes(TASK.encode(), Path("a.yaml")).data["id"] == "skift-laege"
