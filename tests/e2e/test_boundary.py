"""Where the program meets its surroundings: streams, arguments, folders and settings that are not as they should be."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from blanket.cli.commands import COMMANDS
from tests.conftest import TASK, WriteKb
from tests.e2e.conftest import COMMAND, Blanket, environment, run

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="Linux's own files and names")


def test_errors_under_json_are_json(blanket: Blanket) -> None:
    for arguments, code in (
        (("vis", "xqxqxq"), 1),
        (("find", "--ukendt"), 2),
        (("find", "x", "--kb", "findes-ikke"), 3),
    ):
        ran = blanket(*arguments, "--json")
        answer = json.loads(ran.out)
        assert ran.code == code
        assert answer["version"] == 1
        assert answer["fejl"].keys() == {"kode", "besked", "gør"}
        assert answer["fejl"]["kode"] == code


def test_an_answer_in_json_has_its_own_keys_and_a_version(blanket: Blanket) -> None:
    answer = json.loads(blanket("find", "skifte læge", "--json").out)
    assert answer["version"] == 1
    assert answer.keys() >= {"søgning", "resultater"}  # what other programs read stays where it is


def test_no_json_carries_a_mark_that_turns_the_direction_of_writing(blanket: Blanket) -> None:
    ran = blanket("find", "læge\u202e", "--json")
    assert "\u202e" not in ran.out
    assert json.loads(ran.out)["søgning"].startswith("læge")


@LINUX
@pytest.mark.parametrize("where", ["/dev/full", "closed"])
def test_an_answer_that_cannot_be_shown_is_said_so(where: str, warm_home: Path) -> None:
    shell = f"{COMMAND} find læge {'>&-' if where == 'closed' else '>' + where}"
    ran = subprocess.run(["bash", "-c", shell], env=environment(warm_home), capture_output=True, text=True, check=False)
    assert ran.returncode == 3
    assert "kan ikke vises" in ran.stderr
    assert "Exception" not in ran.stderr
    assert "Traceback" not in ran.stderr


@LINUX
def test_a_terminal_in_latin_1_is_understood(warm_home: Path) -> None:
    ran = subprocess.run(
        [os.fsencode(COMMAND), b"find", b"skifte l\xe6ge", b"--json"],
        env=environment(warm_home),
        capture_output=True,
        check=False,
    )
    answer = json.loads(ran.stdout)
    assert answer["søgning"] == "skifte læge"
    assert answer["resultater"][0]["id"] == "skift-laege"


@LINUX
def test_a_folder_whose_name_is_no_utf8_is_named(warm_home: Path, write_kb: WriteKb, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/k\xf8b")
    write_kb({"opgaver/skift-laege.yaml": TASK}).rename(odd)
    ran = run(warm_home, "find", "læge", "--kb", odd)
    assert ran.code == 3
    assert "UTF-8" in ran.err


@LINUX
def test_a_file_whose_name_is_no_utf8_stops_nothing(warm_home: Path, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/a.yaml": TASK.replace("skift-laege", "a").replace("Skift læge", "Kvabsort")})
    odd = os.fsdecode(os.fsencode(folder) + b"/opgaver/l\xe6ge.yaml")
    Path(odd).write_text("id: x", encoding="utf-8")
    assert "Kvabsort" in run(warm_home, "find", "kvabsort", "--kb", str(folder)).out


@LINUX
def test_commands_from_a_folder_that_is_deleted(warm_home: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    for command in ("kb tjek skift-laege", "kb status", "find læge --kb kb"):
        shell = f"cd {gone}; rmdir {gone}; {COMMAND} {command}; code=$?; mkdir {gone}; exit $code"
        ran = subprocess.run(
            ["bash", "-c", shell], env=environment(warm_home), capture_output=True, text=True, check=False
        )
        assert ran.returncode == 3, command
        assert "Mappen du står i" in ran.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\ufeff{}", False),
        ("{}", False),
        ('{"kommune": ""}', False),
        ('{"kommune": null, "rolle": "frivillig"}', False),
        ('{"kommune": "\\ud800"}', True),
        ("[]", True),
        ("{not json", True),
        ('{"kommune": 4}', True),
    ],
)
def test_settings_never_stand_in_the_way(content: str, said: bool, warm_home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    (folder / "blanket").mkdir(parents=True)
    (folder / "blanket" / "indstillinger.json").write_text(content, encoding="utf-8")
    ran = run(warm_home, "vis", "skift-laege", XDG_CONFIG_HOME=str(folder), APPDATA=str(folder))
    assert ran.code == 0
    assert "Skift læge" in ran.out
    assert ("indstillinger.json" in ran.err) == said


def test_choosing_a_kommune_keeps_settings_of_a_newer_version(warm_home: Path, tmp_path: Path) -> None:
    file = tmp_path / "config" / "blanket" / "indstillinger.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"nyt": [1]}', encoding="utf-8")
    folder = str(tmp_path / "config")
    assert run(warm_home, "kommune", "odense", XDG_CONFIG_HOME=folder, APPDATA=folder).code == 0
    assert json.loads(file.read_text(encoding="utf-8")) == {"kommune": "odense", "nyt": [1]}


@LINUX
def test_a_relative_xdg_folder_is_ignored(tmp_path: Path, warm_home: Path) -> None:
    run(tmp_path / "home", "find", "læge", cwd=tmp_path, XDG_CACHE_HOME="rel")
    assert not (tmp_path / "rel").exists()


DAMAGE = [
    "UPDATE entry SET phrases = x'ff' WHERE id = 'skift-laege'",
    "UPDATE entry SET phrases = x'ffffffff' WHERE id = 'skift-laege'",
    "UPDATE posting SET entries = x'000102'",
    "UPDATE meta SET value = 'x' WHERE key = 'left_out'",
    "UPDATE meta SET value = 'x' WHERE key = 'entries'",
    "UPDATE entry SET body = '{' WHERE id = 'skift-laege'",
    "DROP TABLE posting",
]


@pytest.mark.usefixtures("small_base")
@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_anywhere_in_the_cache_is_mended(damage: str, tmp_path: Path, write_kb: WriteKb) -> None:
    base = str(write_kb({"opgaver/kvabsort.yaml": TASK.replace("skift-laege", "kvabsort")}))
    home = tmp_path / "home"
    run(home, "find", "læge", "--kb", base)
    (index,) = (home / "cache" / "blanket").rglob("*.sqlite")
    with sqlite3.connect(index) as db:
        db.execute(damage)
    db.close()
    assert "Skift læge" in run(home, "find", "skifte læge", "--kb", base).out
    shown = run(home, "vis", "skift-laege", "--kb", base)
    assert (shown.code, shown.out.splitlines()[0]) == (0, "Skift læge")


def test_a_damaged_file_of_a_share_leaves_the_users_own_cache(
    warm_home: Path, tmp_path: Path, write_kb: WriteKb
) -> None:
    base = write_kb({"opgaver/kvabsort.yaml": TASK.replace("skift-laege", "kvabsort")})
    file = tmp_path / "faelles.sqlite"
    assert run(warm_home, "kb", "byg", str(file), "--kb", str(base)).code == 0
    with sqlite3.connect(file) as db:
        db.execute("UPDATE entry SET body = '{'")
    db.close()
    before = sorted((warm_home / "cache" / "blanket").rglob("*.sqlite"))
    ran = run(warm_home, "vis", "kvabsort", "--kb", str(file))
    assert (ran.code, before != []) == (3, True)
    assert "beskadiget" in ran.err
    assert sorted((warm_home / "cache" / "blanket").rglob("*.sqlite")) == before


def test_indexes_of_folders_that_are_gone_are_deleted(tmp_path: Path, write_kb: WriteKb) -> None:
    home = tmp_path / "home"
    base = write_kb({"opgaver/a.yaml": TASK.replace("skift-laege", "a")})
    run(home, "find", "læge", "--kb", str(base))
    (old,) = (home / "cache" / "blanket").rglob("*.sqlite")
    base.rename(tmp_path / "flyttet")
    run(home, "find", "læge", "--kb", str(tmp_path / "flyttet"))
    assert not old.exists()


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen(warm_home: Path, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/a.yaml": TASK.replace("skift-laege", "a").replace("Skift læge", "Kvabsort")})
    file = folder / "opgaver" / "a.yaml"
    os.utime(file, (1_700_000_000, 1_700_000_000))
    assert "Kvabsort" in run(warm_home, "find", "kvabsort", "--kb", str(folder)).out
    file.write_text(file.read_text(encoding="utf-8").replace("Kvabsort", "Kvabhvid"), encoding="utf-8")
    os.utime(file, (1_700_000_000, 1_700_000_000))
    assert "Kvabhvid" in run(warm_home, "find", "kvabhvid", "--kb", str(folder)).out


@LINUX
@pytest.mark.parametrize("year", ["1901-01-01", "2300-01-01"])
def test_a_clock_that_is_far_out_stops_nothing(year: str, warm_home: Path, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/a.yaml": TASK.replace("skift-laege", "a").replace("Skift læge", "Kvabsort")})
    subprocess.run(["touch", "-d", year, str(folder / "opgaver" / "a.yaml")], check=True)
    assert "Kvabsort" in run(warm_home, "find", "kvabsort", "--kb", str(folder)).out


def test_a_users_command_that_is_a_defect_writes_a_file_without_a_word_of_what_was_typed(tmp_path: Path) -> None:
    program = (
        "import sys; sys.argv = ['blanket', 'hemmelig', 'søgning', '010190-1234']\n"
        "import blanket.desk.finding as finding\n"
        "import blanket.cli.find as find\n"
        "def broken(*a, **k): raise ZeroDivisionError('hemmelig 010190-1234')\n"
        "find.hits_for = broken\n"
        "from blanket.cli.app import main\n"
        "sys.exit(main())\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment(tmp_path), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 3
    assert "Noget gik galt" in ran.stderr
    (file,) = tmp_path.rglob("fejl.txt")
    assert str(file) in ran.stderr
    written = file.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    for typed in ("hemmelig", "søgning", "010190", "1234"):
        assert typed not in written
        assert typed not in ran.stderr


def test_letters_in_two_parts_are_understood_in_options_and_words(warm_home: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "--hjælper-med")
    assert run(warm_home, "steder", decomposed, "flytning").code in (0, 1)
    ran = run(warm_home, "find", unicodedata.normalize("NFD", "skifte læge"), "--json")
    assert json.loads(ran.out)["søgning"] == "skifte læge"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_said_so(warm_home: Path, write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/a.yaml": TASK})
    folder.chmod(0)
    ran = run(warm_home, "find", "x", "--kb", str(folder))
    folder.chmod(0o755)
    assert ran.code == 3
    assert "du har ikke adgang" in ran.err


KB_COMMANDS = (
    "tjek", "ny", "ret", "kontrolleret", "bekræft", "flet", "gennemgå", "status", "udgiv", "skema", "importer", "byg",
    "websted",
)  # fmt: skip
EVERY = [*((name,) for name in COMMANDS), *(("kb", name) for name in KB_COMMANDS), ("optælling",)]
ENGLISH = re.compile(r"\b(?:Error|Usage|Invalid|Missing|No such|Got|Try|argument|required|valid|is not|Permission)\b")


@pytest.mark.slow
@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_no_command_says_a_word_of_english_when_it_is_used_wrongly(command: tuple[str, ...], blanket: Blanket) -> None:
    for wrong in (
        ["--findes-ikke"],
        ["--kb"],
        ["x", "y", "z", "--kb", "findes-ikke"],
        ["--format", "x", "--antal", "x"],
    ):
        ran = blanket(*command, *wrong)
        assert ran.code in (1, 2, 3), wrong
        assert not ENGLISH.search(ran.err + ran.out), wrong
