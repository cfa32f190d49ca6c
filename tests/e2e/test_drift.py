"""docs/drift.md, followed to the letter with real git: a kommune's repository, the shared base, the hook, the night."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from tests.conftest import MUNICIPALITY, PLACE, SMALL_BASE, TASK, write_files
from tests.e2e.conftest import environment

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "drift.md"
NIGHT = "sh nat.sh /srv/deling\n"
SHARED = {
    **SMALL_BASE,
    "opgaver/skift-laege.yaml": TASK.replace("kontakt:\n", "kontakt:\n- sted: mitid-support\n"),
    "naboord.txt": "",
}
OWN = MUNICIPALITY.replace("odense", "svendborg").replace("Odense", "Svendborg") + (
    "lag:\n  skift-laege:\n    ret:\n"
    "    - {nøgle: kort, til: Hos os vælger du lægen på biblioteket., før: Du kan vælge en ny læge.}\n"
    "kilder:\n- {navn: Svendborg Kommune, læst: 2026-11}\n"
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the page's commands are those of a server with sh"),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine"),
]


def blocks() -> dict[str, str]:
    """The blocks that are to be typed, by their first line."""
    found = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return {text.splitlines()[0]: text for text in found}


@dataclass
class Machine:
    """A maintainer's machine: a folder to type commands in, with git, pre-commit and the submodule's program."""

    here: Path
    env: Mapping[str, str]
    typed: list[str] = field(default_factory=list)

    def type(self, text: str, *, fails: bool = False) -> str:
        """Type a block; the folder that it ends in is where the next one begins. Returns what was said."""
        script = f"set -eu\n{text}\npwd >{shlex.quote(str(self.here.parent / 'here'))}\n"
        done = subprocess.run(
            ["sh", "-c", script], cwd=self.here, env=dict(self.env), capture_output=True, timeout=300, check=False
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        assert (done.returncode != 0) == fails, f"{text}\n{said}"
        assert "Traceback" not in said
        if not fails:
            self.here = Path((self.here.parent / "here").read_text().strip())
        return said

    def page(self, first: str) -> str:
        """Type the page's block that begins with a line."""
        self.typed.append(first)
        return self.type(blocks()[first])


def shared_base(tmp_path: Path) -> Path:
    """The shared repository, with the program, a small base and a tag; and the bare one that others reach."""
    work = tmp_path / "fælles"
    for name in ("src", "templates", "docs/eksempler"):
        shutil.copytree(ROOT / name, work / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("pyproject.toml", ".gitignore"):
        shutil.copy(ROOT / name, work)
    write_files(work / "kb", SHARED)
    return work


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    bare, programs = tmp_path / "git" / "blanket.git", tmp_path / "bin"
    programs.mkdir()
    (tmp_path / "arbejde").mkdir()
    # What `pip install -e ./blanket` makes: the command, with the code of whatever tag the submodule stands at.
    command = programs / "blanket"
    code = f'PYTHONPATH="{tmp_path}/arbejde/svendborg/blanket/src"'
    command.write_text(f'#!/bin/sh\n{code} exec {shlex.quote(sys.executable)} -m blanket "$@"\n')
    (programs / "pre-commit").write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m pre_commit "$@"\n')
    for file in programs.iterdir():
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    settings = {
        f"url.{bare.parent.as_uri()}/.insteadOf": "https://git.eksempel.dk/",
        "protocol.file.allow": "always",
        "user.name": "Mette",
        "user.email": "mette@svendborg.example",
    }
    env = environment(
        tmp_path / "home",
        PATH=f"{programs}{os.pathsep}{os.environ['PATH']}",
        GIT_CONFIG_COUNT=str(len(settings)),
        **{f"GIT_CONFIG_KEY_{number}": key for number, key in enumerate(settings)},
        **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(settings.values())},
    )
    (tmp_path / "home").mkdir()
    machine = Machine(shared_base(tmp_path), env)
    machine.type(
        f"git init -q -b main . && git add . && git commit -qm Fælles && git tag v0.2.0\ngit clone -q --bare . {bare}"
    )
    machine.type(f"git remote add origin {bare}")
    machine.here = tmp_path / "arbejde"
    return machine


def test_a_kommune_follows_the_shared_base_publishes_and_gives_back(machine: Machine, tmp_path: Path) -> None:
    """Stumble 12, and item 5 of the plan: submodules, tags, the hook and the night."""
    machine.page("git init -b main svendborg")
    machine.page("pre-commit install")
    own, sharing = machine.here, tmp_path / "deling"
    sharing.mkdir()
    write_files(own / "kb", {"kommuner/svendborg.yaml": OWN})
    machine.type("git add . && git commit -qm 'Vores lag'")
    machine.type(
        f"git clone -q --bare . {tmp_path}/git/svendborg.git && git remote add origin {tmp_path}/git/svendborg.git"
    )
    machine.type("git fetch -q && git branch -q -u origin/main")

    said = machine.type(NIGHT.replace("/srv/deling", str(sharing)))
    assert "er udgivet som" in said
    page = machine.type(f"blanket udskriv skift-laege --kb {sharing}/vidensbase.blanket --format txt -o -")
    assert "Hos os vælger du lægen på biblioteket." in page

    # The shared base moves on: the kommune is told what changed below its layer.
    fælles = tmp_path / "fælles"
    shared_file = fælles / "kb" / "opgaver" / "skift-laege.yaml"
    newer = SHARED["opgaver/skift-laege.yaml"].replace("en ny læge", "en ny læge gratis")
    shared_file.write_text(newer, encoding="utf-8")
    at_the_shared = Machine(fælles, machine.env)
    at_the_shared.type("git commit -qam Gratis && git tag v0.3.0 && git push -q origin main v0.3.0")
    said = machine.page("git -C blanket fetch --tags")
    assert "v0.3.0" in said
    assert re.search(r"svendborg\.yaml:\d+:\d+ B143 “kort” i skift-laege", said)
    machine.page("git add blanket kb")
    machine.type("git push -q")
    assert "er udgivet som" in machine.type(NIGHT.replace("/srv/deling", str(sharing)))

    # An improvement goes back to the shared base as a branch, and the kommune stays at its tag.
    machine.page("git -C blanket switch -c ret-skift-laege")
    ours = own / "blanket" / "kb" / "opgaver" / "skift-laege.yaml"
    ours.write_text(newer.replace("70 12 80 63", "70 12 80 64"), encoding="utf-8")
    machine.page('git -C blanket commit -am "Skift læge: nyt nummer, set på borger.dk"')
    assert "70 12 80 64" in at_the_shared.type(
        "git fetch -q && git show origin/ret-skift-laege:kb/opgaver/skift-laege.yaml"
    )
    assert machine.type("git status --porcelain") == ""
    assert "70 12 80 63" in ours.read_text(encoding="utf-8")
    machine.typed.append(NIGHT.strip())
    assert set(machine.typed) == set(blocks()), "every block of the page was typed"

    # A night with something broken publishes nothing, says what, and ends with a code that cron sees.
    before = (sharing / "vidensbase.blanket").read_bytes()
    write_files(own / "kb", {"opgaver/ny.yaml": "id: ny\ntitel: [\n"})
    said = machine.type(NIGHT.replace("/srv/deling", str(sharing)), fails=True)
    assert "ny.yaml:" in said
    assert (sharing / "vidensbase.blanket").read_bytes() == before


def test_the_hook_checks_the_whole_base_whatever_was_touched(machine: Machine) -> None:
    """Stumble 8: a deletion and a new name break others, and neither is a file that a hook would be given."""
    machine.page("git init -b main svendborg")
    machine.page("pre-commit install")
    task = TASK.replace("skift-laege", "ny-opgave") + "se_også: [anden-opgave]\n"
    other = TASK.replace("skift-laege", "anden-opgave")
    place = PLACE.replace("mitid-support", "vores-sted")
    write_files(machine.here / "kb", {"opgaver/ny-opgave.yaml": task, "opgaver/anden-opgave.yaml": other})
    write_files(machine.here / "kb", {"steder/vores-sted.yaml": place})
    machine.type("git add . && git commit -qm Opgaver")
    assert "B031" in machine.type("git rm -q kb/opgaver/anden-opgave.yaml && git commit -qm Slet", fails=True)
    machine.type("git reset -q --hard")
    renamed = "git mv kb/steder/vores-sted.yaml kb/steder/andet-sted.yaml && git commit -qm Navn"
    assert "B030" in machine.type(renamed, fails=True)


def test_the_samples_are_whole(tmp_path: Path) -> None:
    """The CI sample fetches the submodule that it installs; the hook for others asks for the whole base."""
    steps = yaml.safe_load((ROOT / "docs/eksempler/github-actions.yaml").read_text(encoding="utf-8"))["jobs"]["tjek"][
        "steps"
    ]
    checkout = next(step for step in steps if step.get("uses", "").startswith("actions/checkout"))
    assert checkout["with"]["submodules"] is True
    assert next(step["run"] for step in steps if "blanket kb tjek" in step.get("run", "")) == "blanket kb tjek --kb kb"
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
