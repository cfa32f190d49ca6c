"""docs/vedligehold.md, followed to the letter: every command is run, and what is to be typed comes from an editor."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

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


def test_stumble_19_all_that_the_page_says_can_be_followed(tmp_path: Path) -> None:
    work, typed = tmp_path / "work", tmp_path / "typed"
    work.mkdir()
    typed.mkdir()
    (tmp_path / "editor.py").write_text(EDITOR, encoding="utf-8")
    for number, text in enumerate(text for kind, text in blocks() if kind == "yaml"):
        (typed / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    editor = f'"{sys.executable}" "{tmp_path / "editor.py"}" "{typed}"'
    said: dict[str, list[str]] = {}
    for kind, text in blocks():
        if " " in kind and kind.split()[0] in ("yaml", "csv"):  # a file that the reader saves under that name
            (work / kind.split()[1]).write_text(text, encoding="utf-8")
        if not kind.startswith("sh"):
            continue
        for line in text.splitlines():
            name, *arguments = shlex.split(line)
            if name == "mkdir":
                (work / arguments[0]).mkdir()
                continue
            assert name == "blanket"
            ran = run(tmp_path / "home", *arguments, cwd=work, EDITOR=editor)
            assert (ran.code != 0) == (kind == "sh fejler"), f"{line}\n{ran.out}{ran.err}"
            said.setdefault(" ".join(arguments[:2]), []).append(ran.out + ran.err)
    first, last = [text for text in said["kb tjek"] if "Gør sådan" not in text][:2]
    assert re.search(r"kb.opgaver.laan-boeger\.yaml:3:1 B020 Nøglen “sogeord”.*Mente du “søgeord”\?", first)
    assert "Ingen fejl." in last
    assert "Lån bøger på biblioteket" in said["find lånerkort"][0]
    assert (work / "laan-boeger.pdf").read_bytes().startswith(b"%PDF")
    assert not list(typed.iterdir()), "everything was typed"
    vouches = (work / "kb" / "kontrol.tsv").read_text(encoding="utf-8")
    assert re.search(r"^laan-boeger\t.*Borgerservice", vouches, re.MULTILINE)
    assert "62 23 30 00" in said["vis svendborg"][0]
    assert "Gudme Bibliotek" in said["steder gudme"][0]
    assert "lukket, åbner" in said["steder gudme"][0] or "åben" in said["steder gudme"][0]
    assert "kolonihaven" in said["find nøgle"][0]
    assert (work / "kolonihave.pdf").read_bytes().startswith(b"%PDF")
    assert "De, der passer kolonihaverne" in said["find haveselskabet"][0]
    assert "Mød op i Borgerservice mandag." in (work / "kb/kommuner/svendborg.yaml").read_text(encoding="utf-8")
    assert (work / "kb/udgangspunkt/templates/handout.txt.j2").is_file()
    assert (work / "kb/blanketter/sv-901.yaml").is_file()
    assert "påstande i" in said["kb gennemgå"][0]
    assert (work / "status.html").is_file()
    assert "De, der passer kolonihaverne" in said["find haveselskabet"][1]
