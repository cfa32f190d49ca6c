"""The maintainers' commands as a kommune uses them: a folder of its own beside the shipped base."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from blanket.paths import shipped
from tests.conftest import PLACE, TASK, WriteKb, write_files
from tests.e2e.conftest import COMMAND, Blanket, environment

SHIPPED = shipped("kb")
FILLED = TASK.replace("skift-laege", "laan-en-cykel").replace("Skift læge", "Lån en cykel")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A kommune's own repository: a folder with an empty kb/ in it."""
    (tmp_path / "egen" / "kb").mkdir(parents=True)
    return tmp_path / "egen"


def editor(tmp_path: Path, *contents: str) -> str:
    """An editor for EDITOR that writes the given texts, one each time it is opened, then leaves the file alone."""
    write_files(tmp_path / "queue", {str(number): content for number, content in enumerate(contents)})
    script = tmp_path / "rediger.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\n"
        f"for first in sorted(Path({str(tmp_path / 'queue')!r}).iterdir())[:1]:\n"
        "    Path(sys.argv[1]).write_bytes(first.read_bytes())\n    first.unlink()\n",
        encoding="utf-8",
    )
    return f'"{sys.executable}" "{script}"'


@pytest.mark.usefixtures("small_base")
def test_from_nothing_to_a_handout(blanket: Blanket, repo: Path, tmp_path: Path) -> None:
    file = repo / "kb/opgaver/laan-en-cykel.yaml"
    made = blanket("kb", "ny", "opgave", "laan-en-cykel", cwd=repo)
    assert made.code == 0, made.err
    assert str(file) in made.out
    program = editor(tmp_path, FILLED.replace("emne: sundhed", "emne: sunhed"), FILLED)
    wrong = blanket("kb", "ret", "laan-en-cykel", cwd=repo, EDITOR=program)
    assert wrong.code == 1
    assert re.search(rf"^{re.escape(str(file))}:3:7 B025 ", wrong.out, re.MULTILINE)
    assert "1 fejl" in wrong.out
    checked = blanket("kb", "tjek", "laan-en-cykel", cwd=repo)
    assert f"{Path('kb/opgaver/laan-en-cykel.yaml')}:3:7 B025 " in checked.out
    right = blanket("kb", "ret", "laan-en-cykel", cwd=repo, EDITOR=program)
    assert right.code == 0, right.out
    assert "er i orden" in right.out
    found = blanket("find", "låne cykel", "--kb", "kb", "--json", cwd=repo)
    assert json.loads(found.out)["resultater"][0]["id"] == "laan-en-cykel"
    printed = blanket("udskriv", "laan-en-cykel", "--kb", "kb", "-f", "txt", "-o", "-", cwd=repo)
    assert "Lån en cykel" in printed.out
    vouched = blanket("kb", "kontrolleret", "laan-en-cykel", "--af", "Mette", "--dato", "2026-11-01", cwd=repo)
    assert vouched.code == 0, vouched.err
    assert file.read_text(encoding="utf-8") == FILLED
    assert "laan-en-cykel\t" in (repo / "kb" / "kontrol.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "folder"),
    [
        ("opgave", "opgaver"),
        ("blanketter", "blanketter"),
        ("STED", "steder"),
        ("forloeb", "forloeb"),
        ("forløb", "forloeb"),
    ],
)
def test_every_kind_is_made(kind: str, folder: str, blanket: Blanket, repo: Path) -> None:
    assert blanket("kb", "ny", kind, "noget-nyt", cwd=repo).code == 0
    assert (repo / "kb" / folder / "noget-nyt.yaml").is_file()


def test_what_ny_refuses(blanket: Blanket, repo: Path) -> None:
    for words, code, says in (
        (("opgave", "skift-laege"), 1, "allerede i brug"),
        (("opgave", "Skift Læge"), 2, "Brug fx skift-laege"),
        (("opgav", "x"), 2, "Mente du “opgave”?"),
        (("opgave",), 2, "ID mangler"),
        (("ord", "x"), 2, "Vælg en af disse"),
    ):
        ran = blanket("kb", "ny", *words, cwd=repo)
        assert (ran.code, ran.out) == (code, ""), words
        assert says in ran.err
    assert list((repo / "kb").iterdir()) == []


def test_where_the_own_folder_is(blanket: Blanket, repo: Path, tmp_path: Path) -> None:
    first, last = tmp_path / "første", tmp_path / "sidste"
    first.mkdir()
    last.mkdir()
    both = os.pathsep.join((str(first), str(last)))
    assert blanket("kb", "ny", "sted", "a-1", cwd=repo, BLANKET_KB=both).code == 0
    assert (
        blanket("--kb", str(last), "kb", "ny", "sted", "a-2", "--kb", str(first), cwd=repo, BLANKET_KB=both).code == 0
    )
    assert blanket("kb", "ny", "sted", "a-3", cwd=repo / "kb").code == 0
    there = [folder for folder in (first, last, repo / "kb") for _ in folder.rglob("*.yaml")]
    assert there == [first, last, repo / "kb"]
    nowhere = blanket("kb", "ny", "sted", "a-4", cwd=tmp_path)
    assert (nowhere.code, nowhere.out) == (2, "")
    assert "--kb MAPPE" in nowhere.err
    wrong = blanket("kb", "ny", "sted", "a-4", "--kb", "findes-ikke", cwd=repo)
    assert wrong.code == 3
    assert not (repo / "findes-ikke").exists()


def test_ret_copies_what_is_shipped(blanket: Blanket, repo: Path, tmp_path: Path) -> None:
    ran = blanket("kb", "ret", "fd", "001a", cwd=repo, EDITOR=editor(tmp_path))
    copy, original = repo / "kb/blanketter/fd-001a.yaml", SHIPPED / "blanketter/fd-001a.yaml"
    assert ran.code == 0, ran.err
    assert str(copy) in ran.err
    assert "ikke ændret" in ran.out
    assert copy.read_bytes() == original.read_bytes()


def test_ret_without_an_editor_or_an_entry(blanket: Blanket, repo: Path) -> None:
    wanting = {"EDITOR": "findes-ikke"} if os.name == "nt" else {}  # Notepad would open there, for somebody to close
    none = blanket("kb", "ret", "skift-laege", cwd=repo, **wanting)
    assert none.code == 1
    assert "skift-laege.yaml" in none.err
    assert list((repo / "kb").iterdir()) == []
    assert blanket("kb", "ret", "qqqqzzzz", cwd=repo).code == 1
    assert blanket("kb", "ret", cwd=repo).code == 2


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_ret_asks_a_person(repo: Path, tmp_path: Path) -> None:
    import pty

    program = editor(tmp_path, "id: [", FILLED)
    write_files(repo / "kb", {"opgaver/laan-en-cykel.yaml": "id: "})
    leader, follower = pty.openpty()
    with subprocess.Popen(
        [str(COMMAND), "kb", "ret", "laan-en-cykel"],
        cwd=repo, env=environment(tmp_path / "home", EDITOR=program),
        stdin=follower, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as ran:  # fmt: skip
        os.write(leader, b"\n")
        out, err = ran.communicate(timeout=60)
    os.close(leader)
    os.close(follower)
    assert ran.returncode == 0
    assert "B004" in err.decode()
    assert "Åbn filen igen og ret? [J/n]" in err.decode()
    assert "er i orden" in out.decode()


def test_what_kontrolleret_refuses(blanket: Blanket, repo: Path) -> None:
    for words, says in (
        (("fd-001a", "--af", "Mette 010190-1234"), "CPR"),
        (("fd-001a", "--af", " "), "Skriv, hvem"),
        (("fd-001a",), "--af mangler"),
        (("fd-001a", "--af", "Mette", "--dato", "1.1.2026"), "ikke en dato"),
        (("fd-001a", "--af", "Mette", "--dato", "2999-01-01"), "fremtiden"),
    ):
        ran = blanket("kb", "kontrolleret", *words, cwd=repo)
        assert (ran.code, ran.out) == (2, ""), words
        assert says in ran.err
    assert blanket("kb", "kontrolleret", "fd-001aa", "--af", "Mette", cwd=repo).code == 1
    assert list((repo / "kb").iterdir()) == []


def test_skema(blanket: Blanket, repo: Path) -> None:
    first = blanket("kb", "skema", cwd=repo)
    assert (first.code, first.out.count("Skrevet: ")) == (0, 6)
    again = blanket("kb", "skema", "forloeb", cwd=repo)
    assert again.out.startswith("Uændret: ")
    names = sorted(file.name for file in (repo / "docs/skema").iterdir())
    assert names == ["blanket.json", "forloeb.json", "kommune.json", "opgave.json", "ordbog.json", "sted.json"]
    shown = blanket("kb", "skema", "sted", "-o", "-", cwd=repo)
    assert json.loads(shown.out) == json.loads((repo / "docs/skema/sted.json").read_text(encoding="utf-8"))
    assert blanket("kb", "skema", "-o", "-", cwd=repo).code == 2
    assert blanket("kb", "skema", cwd=repo.parent).code == 2


def test_status(blanket: Blanket, repo: Path) -> None:
    write_files(repo / "kb", {"steder/mit-sted.yaml": PLACE.replace("mitid-support", "mit-sted")})
    data = json.loads(blanket("kb", "status", "--json", cwd=repo).out)
    assert data["slags"]["sted"]["antal"] == len(list((SHIPPED / "steder").iterdir())) + 1
    text = blanket("kb", "status", cwd=repo)
    assert max(map(len, text.out.splitlines())) <= 80
    assert re.search(rf"^Steder +{data['slags']['sted']['antal']} ", text.out, re.MULTILINE)
    page = blanket("kb", "status", "--html", "side.html", cwd=repo)
    assert page.out == "Skrevet: side.html\n"
    assert (repo / "side.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert blanket("kb", "status", "--html", "side.html", cwd=repo).code == 1
    assert blanket("kb", "status", "--html", "side.html", "--overskriv", cwd=repo).code == 0


def test_status_as_a_table_for_a_spreadsheet(blanket: Blanket, repo: Path) -> None:
    fee = 'gebyr:\n- {tekst: Det koster 225 kr., år: 2020, kilde: "https://www.borger.dk/a"}\n'
    write_files(repo / "kb", {"opgaver/ny.yaml": TASK.replace("skift-laege", "ny").replace("Skift", "=Skift") + fee})
    assert blanket("kb", "status", "--csv", "status.csv", cwd=repo).code == 0
    content = (repo / "status.csv").read_text(encoding="utf-8-sig")
    assert content.splitlines()[0] == "id;titel;slags;eget eller fælles;grund;sidst set;side"
    assert "ny;'=Skift læge;opgave;eget;Beløb, der gælder et tidligere år;;" in content  # nothing calculates
    assert blanket("kb", "status", "--csv", "status.csv", cwd=repo).code == 1
    assert re.search(r"98 kommuner: \d+ med nummer, \d+ med adresse", blanket("kb", "status", cwd=repo).out)


LIST = 'Nr.;Titel;Udgave;Link\r\nÆØ 901;"Ansøgning;\r\nom hjælp";01/2026;https://www.kl.dk/a\r\n;Uden nummer;;\r\n'


@pytest.mark.usefixtures("small_base")
def test_importer(blanket: Blanket, repo: Path) -> None:
    (repo / "liste.csv").write_bytes(LIST.encode("cp1252"))
    shown = blanket("kb", "importer", "liste.csv", cwd=repo)
    assert shown.code == 1
    assert "Nye (1):" in shown.out
    assert "liste.csv:4 Nummeret mangler." in shown.out
    assert "Intet er skrevet." in shown.out
    refused = blanket("kb", "importer", "liste.csv", "--skriv", cwd=repo)
    assert (refused.code, refused.out) == (2, "")
    for option in ("--udgået-mangler", "--udgaaet-mangler"):
        assert "kræver --udgiver" in blanket("kb", "importer", "liste.csv", option, cwd=repo).err
    assert list((repo / "kb").iterdir()) == []
    terms = ("--udgiver", "Testforeningen", "--emne", "bolig")
    wrote = blanket("kb", "importer", "liste.csv", "--skriv", "--json", *terms, cwd=repo)
    assert [item["id"] for item in json.loads(wrote.out)["nye"]] == ["aeoe-901"]
    found = blanket("vis", "ÆØ 901", "--kb", "kb", cwd=repo)
    assert "Ansøgning; om hjælp" in found.out
    again = blanket("kb", "importer", "liste.csv", "--skriv", *terms, cwd=repo)
    assert "Der er intet at skrive." in again.out


def test_help_is_danish_throughout(blanket: Blanket) -> None:
    for command in ("ny", "ret", "kontrolleret", "skema", "status", "importer"):
        ran = blanket("kb", command, "--hjælp")
        assert ran.code == 0
        assert "Brug: blanket kb" in ran.out
        assert not re.search(r"\b(default|required|Options|Show|INTEGER|TEXT|PATH)\b", ran.out)


def test_status_counts_files_that_nobody_reads(blanket: Blanket, write_kb: WriteKb) -> None:
    kb = write_kb({"opgaver/a.yaml": TASK.replace("skift-laege", "a"), "opgaver/b.YAML": TASK})
    assert "ikke bliver læst (se dem med: blanket kb tjek): 1" in blanket("kb", "status", "--kb", str(kb)).out
    assert json.loads(blanket("kb", "status", "--json", "--kb", str(kb)).out)["bliver_ikke_læst"] == 1
