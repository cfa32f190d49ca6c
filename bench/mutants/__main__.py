"""Run the mutants: each in a copy of the project, against the fast tests of its room.

    python -m bench.mutants [ROOM…] [--check] [--skriv]

`--check`: only whether they still fit the code. `--skriv`: what came of all of them goes into docs/maalinger.md.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.measurements import write_section
from bench.mutants.citizen import CITIZEN
from bench.mutants.mutant import ROOMS, Mutant, StaleMutantError, find
from bench.mutants.search import ASKING, MATCHING, RANKING
from bench.mutants.splicing import SPLICING

TOP = Path(__file__).parents[2]
MUTANTS = [*RANKING, *ASKING, *MATCHING, *SPLICING, *CITIZEN]
COPIED, LINKED = ("src", "tests", "bench", "pyproject.toml"), ("kb", "templates", "docs", "README.md")
LONGEST = 300.0  # seconds: a mutant that hangs is seen, too


def main() -> int:
    """Print what the tests did not see. Returns 1 when a mutant is stale or the tests fail without one."""
    wanted = [name for name in sys.argv[1:] if name in ROOMS] or list(ROOMS)
    chosen = [mutant for mutant in MUTANTS if mutant.room in wanted]
    stale = [said for mutant in chosen if (said := _stale(mutant))]
    print("\n".join(stale) or f"{len(chosen)} mutants fit the code.")
    if stale or "--check" in sys.argv:
        return bool(stale)
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout.strip()
    killed: Counter[str] = Counter()
    survived: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        copy = _copy(Path(name))
        for room in wanted:
            if not _passes(copy, room):
                print(f"{room}: the tests fail without a mutant")
                return 1
        for mutant in chosen:
            file, broken = find(mutant, copy)
            whole = file.read_text(encoding="utf-8")
            file.write_text(broken, encoding="utf-8")
            seen = not _passes(copy, mutant.room)
            file.write_text(whole, encoding="utf-8")
            killed[mutant.room] += seen
            if not seen:
                survived.append(f"survived: {mutant.room}: {mutant.breaks}")
            print(f"{'killed  ' if seen else 'SURVIVED'} {mutant.room}: {mutant.breaks}", flush=True)
    lines = [f"{room:10} {killed[room]:3} of {sum(mutant.room == room for mutant in chosen)} killed" for room in wanted]
    lines.append(f"{'all':10} {killed.total():3} of {len(chosen)} killed")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section(
            "Breaks that the fast tests see",
            " ".join(["python -m bench.mutants", *(room for room in wanted if len(wanted) < len(ROOMS)), "--skriv"]),
            [f"On {commit}, each break alone in a copy of the project.", "", "```", *lines, *survived, "```"],
        )
    return 0


def _stale(mutant: Mutant) -> str:
    try:
        find(mutant, TOP)
    except StaleMutantError as error:
        return str(error)
    return ""


def _copy(folder: Path) -> Path:
    """The project in a folder: what may be broken as a copy, the rest as links."""
    for name in COPIED:
        if (TOP / name).is_dir():
            shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(TOP / name, folder / name)
    for name in LINKED:
        (folder / name).symlink_to(TOP / name)
    return folder


def _passes(copy: Path, room: str) -> bool:
    """Whether the fast tests of a room pass in the copy."""
    tests = sorted({str(file) for pattern in ROOMS[room].tests for file in copy.glob(pattern)})
    env = {**os.environ, "PYTHONPATH": f"{copy / 'src'}:{copy}", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not slow", *tests]
    try:
        done = subprocess.run(command, cwd=copy, env=env, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
