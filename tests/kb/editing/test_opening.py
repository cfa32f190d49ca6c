"""Editing with a scripted editor: which program, which file, and that nothing is lost."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.kb.base import load
from blanket.kb.editing.opening import edit, editor_command
from blanket.kb.entries import file_of, own_path
from blanket.kb.format.problem import Problem
from tests.conftest import GLOSSARY, SMALL_BASE, TASK, WriteKb

FILE = Path("opgaver/skift-laege.yaml")
BAD = TASK.replace("emne: sundhed", "emne: sunhed")


@pytest.fixture
def programs(tmp_path: Path) -> dict[str, str]:
    """An environment in which some editors can be found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("nano", "code", "my editor"):
        (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return {"PATH": str(folder)}


@pytest.mark.parametrize(
    ("set_to", "words"),
    [
        ({"EDITOR": "nano"}, ["nano"]),
        ({"EDITOR": "nano", "VISUAL": "code"}, ["code", "--wait"]),
        ({"EDITOR": "nano", "VISUAL": "  "}, ["nano"]),
        ({"EDITOR": "code -n -w"}, ["code", "-n", "-w"]),
        ({"EDITOR": "'my editor' --title 'to ord'"}, ["my editor", "--title", "to ord"]),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
def test_the_program_that_was_chosen(set_to: dict[str, str], words: list[str], programs: dict[str, str]) -> None:
    command = editor_command(FILE, {**programs, **set_to}, windows=False)
    assert [Path(command[0]).name, *command[1:]] == [*words, str(FILE)]


def test_notepad_on_windows_and_nowhere_else() -> None:
    assert editor_command(FILE, {}, windows=True) == ["notepad", str(FILE)]
    with pytest.raises(BlanketError, match=r"skift-laege\.yaml") as refused:
        editor_command(FILE, {"EDITOR": ""}, windows=False)
    assert "EDITOR" in refused.value.cure


@pytest.mark.skipif(os.name == "nt", reason="the programs are shell scripts")
def test_backslashes_of_windows_stay(tmp_path: Path) -> None:
    program = tmp_path / "Mine\\ed.exe"
    program.write_text("", encoding="utf-8")
    program.chmod(0o755)
    command = editor_command(FILE, {"EDITOR": f'"{program}" -n'}, windows=True)
    assert command == [str(program), "-n", str(FILE)]


@pytest.mark.parametrize(("value", "says"), [("findes-ikke -x", "findes-ikke"), ("nano 'a", "Anførselstegnene")])
def test_a_program_that_cannot_be_used(value: str, says: str, programs: dict[str, str]) -> None:
    with pytest.raises(BlanketError, match=says):
        editor_command(FILE, {**programs, "VISUAL": value}, windows=False)


def checker(*folders: Path) -> Callable[[Path], list[Problem]]:
    """What is wrong with a file among those of some folders."""
    return lambda file: [found for found in load(folders).problems if found.file == file]


class Scripted:
    """An editor that writes the given texts, one each time it is opened; None deletes the file."""

    def __init__(self, tmp_path: Path, *contents: str | None) -> None:
        self.opened: list[Path] = []
        self.asked: list[list[Problem]] = []
        self._tmp, self._contents = tmp_path, list(contents)

    def command(self, file: Path) -> list[str]:
        script = self._tmp / "editor.py"
        queue = self._tmp / "queue"
        queue.mkdir(exist_ok=True)
        for number, content in enumerate(self._contents):
            (queue / str(number)).write_text("-" if content is None else content, encoding="utf-8", newline="")
        script.write_text(
            "import sys\nfrom pathlib import Path\n"
            f"first = sorted(Path({str(queue)!r}).iterdir())[0]\n"
            "text = first.read_text(encoding='utf-8')\nfirst.unlink()\nfile = Path(sys.argv[1])\n"
            "file.unlink() if text == '-' else file.write_text(text, encoding='utf-8', newline='')\n",
            encoding="utf-8",
        )
        self.opened.append(file)
        return [sys.executable, str(script), str(file)]

    def again(self, answer: bool) -> Callable[[list[Problem]], bool]:
        def ask(problems: list[Problem]) -> bool:
            self.asked.append(problems)
            return answer

        return ask


def test_shipped_entry_is_copied_first(write_kb: WriteKb, tmp_path: Path) -> None:
    base, own = write_kb(SMALL_BASE, "base"), write_kb({}, "own")
    file = file_of("skift-laege", [base, own])
    assert file is not None
    told: list[tuple[Path, Path]] = []
    editor = Scripted(tmp_path, TASK.replace("Skift læge", "Ny læge"))
    done = edit(
        file, own=own, folders=[base, own], command=editor.command, check=checker(own), again=editor.again(True),
        copied=lambda source, target: told.append((source, target)),
    )  # fmt: skip
    assert (done.file, done.changed, done.problems) == (own / FILE, True, [])
    assert told == [(base / FILE, own / FILE)]
    assert (base / FILE).read_text(encoding="utf-8") == TASK
    assert "Ny læge" in (own / FILE).read_text(encoding="utf-8")


def test_own_entry_is_edited_where_it_is_though_it_is_broken(write_kb: WriteKb, tmp_path: Path) -> None:
    base, own = write_kb(SMALL_BASE, "base"), write_kb({str(FILE): "id: ["}, "own")
    file = file_of("skift-laege", [base, own])
    assert file is not None
    editor = Scripted(tmp_path, TASK)
    done = edit(
        file, own=own, folders=[base, own], command=editor.command, check=checker(own), again=editor.again(False)
    )
    assert (done.file, done.copied_from, done.errors) == (own / FILE, None, 0)


def test_it_is_opened_again_until_it_is_right(write_kb: WriteKb, tmp_path: Path) -> None:
    own = write_kb(SMALL_BASE)
    file = file_of("skift-laege", [own])
    assert file is not None
    editor = Scripted(tmp_path, BAD, "id: [", TASK + "# nu\n")
    done = edit(file, own=own, folders=[own], command=editor.command, check=checker(own), again=editor.again(True))
    assert [[found.code for found in problems] for problems in editor.asked] == [["B025"], ["B004"]]
    assert (done.errors, done.changed) == (0, True)


def test_enough_is_enough_and_the_file_stays_as_it_was_left(write_kb: WriteKb, tmp_path: Path) -> None:
    own = write_kb(SMALL_BASE)
    file = file_of("skift-laege", [own])
    assert file is not None
    editor = Scripted(tmp_path, BAD)
    done = edit(file, own=own, folders=[own], command=editor.command, check=checker(own), again=editor.again(False))
    assert done.errors == 1
    assert (own / FILE).read_text(encoding="utf-8") == BAD


def test_a_deleted_file_is_not_lost(write_kb: WriteKb, tmp_path: Path) -> None:
    own = write_kb(SMALL_BASE)
    file = file_of("skift-laege", [own])
    assert file is not None
    editor = Scripted(tmp_path, None)
    with pytest.raises(BlanketError, match="er væk") as refused:
        edit(file, own=own, folders=[own], command=editor.command, check=checker(own), again=editor.again(True))
    assert TASK in refused.value.cure


def test_without_an_editor_nothing_is_copied(write_kb: WriteKb) -> None:
    base, own = write_kb(SMALL_BASE, "base"), write_kb({}, "own")
    file = file_of("skift-laege", [base, own])
    assert file is not None

    def none(path: Path) -> list[str]:
        return editor_command(path, {}, windows=False)

    with pytest.raises(BlanketError, match="Der er ikke valgt et program"):
        edit(file, own=own, folders=[base, own], command=none, check=checker(own), again=lambda problems: False)
    assert list(own.iterdir()) == []


def test_a_program_that_fails_is_said(write_kb: WriteKb) -> None:
    own = write_kb(SMALL_BASE)
    file = file_of("skift-laege", [own])
    assert file is not None
    fails = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(BlanketError, match=r"fejl \(3\)"):
        edit(file, own=own, folders=[own], command=lambda path: fails, check=checker(own), again=lambda problems: True)
    gone = ["/findes/ikke"]
    with pytest.raises(BlanketError, match="findes ikke"):
        edit(file, own=own, folders=[own], command=lambda path: gone, check=checker(own), again=lambda problems: True)
    assert (own / FILE).read_text(encoding="utf-8") == TASK


def test_files_are_found_by_id_path_and_name_of_the_glossary(write_kb: WriteKb) -> None:
    base, own = write_kb(SMALL_BASE, "base"), write_kb({str(FILE): TASK, "opgaver/ordbog.yaml": TASK}, "own")
    folders = [base, own]

    def found(what: str) -> Path | None:
        file = file_of(what, folders)
        return file.path if file else None

    assert found("skift-laege") == own / FILE
    assert found(str(base / FILE)) == base / FILE
    assert found("fd-001a") == base / "blanketter/fd-001a.yaml"
    assert found("ordbog") == base / "ordbog.yaml"
    assert found("findes-ikke") is None
    glossary = file_of("ordbog", folders)
    assert glossary is not None
    assert own_path(glossary, own) == own / "ordbog.yaml"
    assert GLOSSARY in (base / "ordbog.yaml").read_text(encoding="utf-8")


def test_the_second_of_two_who_edit_one_entry_is_told_and_nothing_is_lost(write_kb: WriteKb, tmp_path: Path) -> None:
    """Stumble 18."""
    own = write_kb(SMALL_BASE)
    file = file_of("skift-laege", [own])
    assert file is not None
    first, second = TASK.replace("Skift læge", "Ny læge"), TASK.replace("en ny læge", "en anden læge")
    both = (
        f"import pathlib, sys\npathlib.Path({str(own / FILE)!r}).write_text({first!r}, encoding='utf-8')\n"
        f"pathlib.Path(sys.argv[1]).write_text({second!r}, encoding='utf-8')"
    )

    def while_another_saves(path: Path) -> list[str]:
        return [sys.executable, "-c", both, str(path)]

    with pytest.raises(BlanketError, match="rettet af en anden") as refused:
        edit(file, own=own, folders=[own], command=while_another_saves, check=checker(own), again=lambda problems: True)
    assert (own / FILE).read_text(encoding="utf-8") == first
    kept = own / "opgaver" / "skift-laege.min-udgave.yaml.txt"
    assert kept.read_text(encoding="utf-8") == second
    assert str(kept) in refused.value.what
    assert [found.code for found in load([own]).problems] == ["B015"]  # nobody forgets it
    assert len(list((own / "opgaver").iterdir())) == 2


def test_whoever_opens_an_entry_that_another_has_open_is_told_at_once(write_kb: WriteKb, tmp_path: Path) -> None:
    own = write_kb(SMALL_BASE)
    draft = own / "opgaver" / ".skift-laege.ret-4711.yaml"
    draft.write_text(TASK + "# halvt\n", encoding="utf-8")
    file = file_of("skift-laege", [own])
    assert file is not None
    seen: list[list[Path]] = []
    editor = Scripted(tmp_path, TASK + "# nu\n")
    edit(
        file, own=own, folders=[own], command=editor.command, check=checker(own), again=editor.again(False),
        others=seen.append,
    )  # fmt: skip
    assert seen == [[draft]]
    assert sorted(path.name for path in (own / "opgaver").iterdir()) == [draft.name, "skift-laege.yaml"]
