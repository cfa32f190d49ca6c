"""Who may import whom: the arrows of docs/arkitektur.md go one way, and what a room may not know stays out of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import blanket

SOURCE = Path(blanket.__file__).parent
# From the top to the bottom: a room may import those to its right, and the small modules beside the rooms.
ROOMS = ("cli", "tui", "desk", "guide", "search", "kb")
FACES = ("cli", "tui")
# A room -> what only others may know. Importing a module also counts when it is done inside of a function.
KEPT_OUT = {
    "typer": FACES,
    "textual": ("tui",),
    "rich": ("tui",),
    "blanket.settings": (*FACES, "desk"),
    "blanket.paths.cache_folder": (*FACES, "desk"),
    "sqlite3": ("search", "desk", "guide"),  # guide and desk hand the connection on, and only search speaks SQL
    "httpx": ("kb",),
}
SQL = ("SELECT ", "INSERT ", "DELETE FROM", "UPDATE ", "PRAGMA ")


def files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(file: Path) -> str:
    """The first folder below the package; empty for the modules beside the rooms."""
    return file.relative_to(SOURCE).parts[0] if file.parent != SOURCE else ""


def imported(file: Path) -> Iterator[str]:
    """Every module that a file imports, at its top or inside of a function."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_arrows_go_one_way(file: Path) -> None:
    room = room_of(file)
    for module in imported(file):
        parts = module.split(".")
        if parts[0] != "blanket" or len(parts) < 2 or parts[1] not in ROOMS:
            continue
        if room in ROOMS:
            assert ROOMS.index(parts[1]) >= ROOMS.index(room), f"{room} imports {module}"
        elif room == "":
            allowed = file.stem in ("__main__", "paths") or parts[1] == "kb"
            assert allowed, f"{file.name} stands below the rooms and imports {module}"


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_what_a_room_may_not_know_stays_out_of_it(file: Path) -> None:
    for module in imported(file):
        for known, rooms in KEPT_OUT.items():
            if module == known or module.startswith(known + "."):
                assert room_of(file) in rooms, f"{file.relative_to(SOURCE)} imports {module}"


@pytest.mark.parametrize("file", files(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_sql_stands_in_search_alone(file: Path) -> None:
    if room_of(file) == "search":
        return
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.lstrip().startswith(SQL), f"{file.name}:{node.lineno}"


def test_only_the_faces_print_and_exit() -> None:
    loud = []
    for file in files():
        if room_of(file) in FACES or file.name == "__main__.py":
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = (
                called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
            )
            if name in ("print", "exit"):
                loud.append(f"{file.relative_to(SOURCE)}:{node.lineno}")  # type: ignore[attr-defined]
    assert loud == []
