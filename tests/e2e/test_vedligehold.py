"""docs/vedligehold.md, followed to the letter: every command is run, and what is to be typed comes from an editor."""

from __future__ import annotations

import os
import re
import shlex
import stat
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import run

PAGE = Path(__file__).parents[2] / "docs" / "vedligehold.md"
EDITOR = """\
import pathlib, sys
here, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
pieces = sorted(here.glob("*.yaml"))
piece = pieces[0].read_text(encoding="utf-8")
pieces[0].unlink()
if piece.count("\\n") > 1:
    file.write_text(piece, encoding="utf-8")
else:  # one line, to be put in the place of line 3
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[2] = piece
    file.write_text("".join(lines), encoding="utf-8")
"""


def blocks() -> list[tuple[str, str]]:
    """What stands behind the three marks, and the block's text."""
    page = PAGE.read_text(encoding="utf-8")
    return re.findall(r"^```(\S[^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(os.name == "nt", reason="the scripted editor is a shell line")
def test_from_nothing_to_a_checked_entry(tmp_path: Path) -> None:
    work, typed = tmp_path / "work", tmp_path / "typed"
    work.mkdir()
    typed.mkdir()
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    for number, text in enumerate(text for kind, text in blocks() if kind == "yaml"):
        (typed / f"{number}.yaml").write_text(text, encoding="utf-8")
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} "{tmp_path}/editor.py" "{typed}" "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    said: dict[str, list[str]] = {}
    for kind, text in blocks():
        if not kind.startswith("sh"):
            continue
        for line in text.splitlines():
            name, *arguments = shlex.split(line)
            if name == "mkdir":
                (work / arguments[0]).mkdir()
                continue
            assert name == "blanket"
            ran = run(tmp_path / "home", *arguments, cwd=work, EDITOR=str(editor))
            assert (ran.code != 0) == (kind == "sh fejler"), f"{line}\n{ran.out}{ran.err}"
            said.setdefault(" ".join(arguments[:2]), []).append(ran.out + ran.err)
    first, last, _ = (text for text in said["kb tjek"] if "Gør sådan" not in text)
    assert re.search(r"kb/opgaver/laan-boeger\.yaml:3:1 B020 Nøglen “sogeord”.*Mente du “søgeord”\?", first)
    assert "Ingen fejl." in last
    assert "Lån bøger på biblioteket" in said["find lånerkort"][0]
    assert (work / "laan-boeger.pdf").read_bytes().startswith(b"%PDF")
    assert not list(typed.iterdir()), "everything was typed"
    vouches = (work / "kb" / "kontrol.tsv").read_text(encoding="utf-8")
    assert re.search(r"^laan-boeger\t.*Borgerservice", vouches, re.MULTILINE)
