"""Rows on the screen: how much `find` and `vis` print at 80 columns.

    python -m bench.rows                                   this program
    python -m bench.rows --før /path/to/old/bin/python     an older one beside it
    python -m bench.rows --skriv                           writes the table to docs/maalinger.md

`find` is asked the situations of `skranke.txt` and every second phrase of each set named with --sæt (the practice set,
when none is); `vis` shows every task that the base has. Both with no kommune chosen and with one.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from bench.measurements import write_section
from bench.phrases import PRACTICE

DESK = Path(__file__).parent / "skranke.txt"
KOMMUNE = "odense"
# Runs in the interpreter of the program that is measured, which is why it knows nothing but `main`.
RUNNER = """
import contextlib, io, json, sys
from blanket.cli.app import main
def said(words):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        main(words)
    return out.getvalue()
commands = json.load(sys.stdin)
if commands == "opgaver":
    from pathlib import Path
    from blanket.paths import shipped
    print(json.dumps(sorted(path.stem for path in (shipped("kb") / "opgaver").glob("*.yaml"))))
else:
    print(json.dumps([len(said(words).splitlines()) for words in commands]))
"""


def main() -> None:
    """Print, and with --skriv write, the table."""
    sets = [Path(path) for path in _values("--sæt")] or [PRACTICE]
    desk = [query for query, _ in situations()]
    phrases = [row["q"] for file in sets for row in yaml.safe_load(file.read_text(encoding="utf-8"))[::2]]
    programs = dict([*(("before", path) for path in _values("--før")), ("now", sys.executable)])
    lines = ["```", f"{'rows at 80 columns':44} {'count':>5} {'median':>6} {'95 %':>5} {'highest':>7}"]
    for name, python in programs.items():
        with tempfile.TemporaryDirectory() as home:
            for kommune in ("", KOMMUNE):
                if kommune:
                    _ask(python, home, [["kommune", kommune]])
                tasks = [["vis", task] for task in _ask(python, home, "opgaver")]
                where = f"{name}, {kommune or 'no kommune'}"
                lines.append(_row(f"find, desk ({where})", _ask(python, home, [["find", query] for query in desk])))
                lines.append(_row(f"find, phrases ({where})", _ask(python, home, [["find", q] for q in phrases])))
                lines.append(_row(f"vis, all tasks ({where})", _ask(python, home, tasks), most=22))
    lines.append("```")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Rows on the screen", "python -m bench.rows --skriv", lines)


def situations() -> list[tuple[str, list[str]]]:
    """What a helper types at the desk, and the ids that are right answers."""
    lines = DESK.read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line.strip() and not line.startswith("#")]
    return [(query.strip(), answers.split()) for query, answers in rows]


def _values(option: str) -> list[str]:
    return [sys.argv[at + 1] for at, item in enumerate(sys.argv) if item == option]


def _ask(python: str, home: str, commands: object) -> list[int]:
    """What the program of an interpreter answers, in a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    env = {
        **kept,
        "HOME": home,
        "XDG_CACHE_HOME": f"{home}/cache",
        "XDG_CONFIG_HOME": f"{home}/config",
        "COLUMNS": "80",
    }
    done = subprocess.run(
        [python, "-c", RUNNER],
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        env=env,
        cwd=home,
        check=True,
    )
    answer: list[int] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _row(name: str, rows: list[int], most: int | None = None) -> str:
    rows = sorted(rows)
    line = f"{name:44} {len(rows):5} {statistics.median(rows):6.0f} {rows[int(len(rows) * 0.95)]:5} {rows[-1]:7}"
    within = sum(count <= most for count in rows) / len(rows) if most else 0.0
    return f"{line}   {within:.1%} within {most}" if most else line


if __name__ == "__main__":
    main()
