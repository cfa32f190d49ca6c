"""The handbooks name every command, and every option by one of its spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from blanket.cli.app import app

DOCS = "".join(
    (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8")
    for name in ("haandbog.md", "vedligehold.md", "drift.md")
)


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    context = command.make_context(name, [], resilient_parsing=True)
    if hasattr(command, "list_commands"):
        for each in command.list_commands(context):
            yield from commands(command.get_command(context, each), f"{name} {each}")
    yield name, command


def is_said(word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", DOCS) is not None


@pytest.mark.parametrize(("name", "command"), list(commands(typer.main.get_command(app), "blanket")))
def test_a_command_and_its_options_stand_in_the_handbooks(name: str, command: Any) -> None:
    assert is_said(name)
    options = [each.opts for each in command.params if each.param_type_name == "option"]
    assert [spellings for spellings in options if not any(map(is_said, spellings))] == []
