"""Beside an older version: the processor time of each command, in alternating runs of both in one go.

    python -m bench.before                       against a5d419e, the first version that was tried in earnest
    python -m bench.before --mod REV             against another commit
    python -m bench.before --med PYTHON          against an installed one: the python of its environment
    python -m bench.before --alle                all tasks' papers in one run instead; needs pdftotext
    python -m bench.before --skriv               writes the table to docs/maalinger.md

Makes a clone of that commit and an environment for it (and one of the commit at hand, installed alike) in a temporary
folder, each with a cache of its own. ROUNDS alternating runs, TIMES over; the ratio is the middle one of the three.
Processor time, of program and system together: the clock on the wall also counts what else the machine does meanwhile.
With `--alle` both are shown, for a paper: the versions have not the same number of tasks, nor as much on a paper.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measurements import write_section

FIRST = "a5d419e"
ROUNDS, TIMES = 20, 3
TOGETHER = 5
PAPERS_KEPT = ("sider", "qr", "sats", "skabeloner", "skrift")
TOP = Path(__file__).parent.parent
COMMANDS = {
    "find mitid": ["find", "mitid"],
    "find bolistøtte (mistyped)": ["find", "bolistøtte"],
    "vis skift-laege": ["vis", "skift-laege"],
    "udskriv skift-laege, one PDF": ["udskriv", "skift-laege", "--overskriv", "-o", "{work}/ark.pdf"],
}


def main() -> None:
    """Print, and with --skriv write, the table."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        old = Path(_after("--med") or _installed(_after("--mod") or FIRST, work / "old"))
        new = Path(_installed("HEAD", work / "new"))
        if "--alle" in sys.argv:
            _print(_together({"old": old, "new": new}, work), "All papers beside an older version", "--alle --skriv")
            return
        lines = [
            f"{'median of ' + str(TIMES) + ' x ' + str(ROUNDS) + ' pairs':34} {'old ms':>7} {'new ms':>7} {'ratio':>6}"
        ]
        for label, arguments in COMMANDS.items():
            lines.append(_row(label, [part.format(work=work) for part in arguments], old, new, work))
        _print(lines, "Beside an older version", "--skriv")


def _print(lines: list[str], heading: str, options: str) -> None:
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section(heading, f"python -m bench.before {options}", ["```", *lines, "```"])


def _together(runs: dict[str, Path], work: Path) -> list[str]:
    """All papers in one run: what one takes, first with nothing kept of papers made before, then with it."""
    alle = {name: work / f"alle-{name}" for name in runs}
    asked = {name: ["udskriv", "--alle", "--overskriv", "-o", str(folder)] for name, folder in alle.items()}
    for name, python in runs.items():
        _timed(name, python, asked[name], work)  # the index and bytecode are made once
    count = {name: len(list(folder.iterdir())) for name, folder in alle.items()}
    lines = [f"{'a paper, ms, median of ' + str(TOGETHER) + ' pairs':34} {'old':>7} {'new':>7} {'ratio':>6}"]
    for label, kept in (("nothing kept", False), ("made before", True)):
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
        for number in range(TOGETHER):
            for name in sorted(runs, reverse=bool(number % 2)):
                if not kept:
                    for cache in (work / f"home-{name}" / "cache" / "blanket").glob("*"):
                        if cache.name in PAPERS_KEPT:
                            shutil.rmtree(cache)
                began = time.perf_counter()
                spent = _timed(name, runs[name], asked[name], work)
                times[name].append((spent, time.perf_counter() - began))
        for at, clock in enumerate(("processor", "wall")):
            each = {name: statistics.median(one[at] for one in times[name]) / count[name] * 1000 for name in runs}
            ratio = each["new"] / each["old"]
            lines.append(f"{label + ', ' + clock:34} {each['old']:7.1f} {each['new']:7.1f} {ratio:6.3f}")
    carried = {name: [_carried(file) for file in folder.iterdir()] for name, folder in alle.items()}
    for at, what in enumerate(("letters on a paper", "pages")):
        each = {name: sum(one[at] for one in many) / count[name] for name, many in carried.items()}
        lines.append(f"{what:34} {each['old']:7.1f} {each['new']:7.1f} {each['new'] / each['old']:6.3f}")
    return [*lines, f"{'papers':34} {count['old']:7} {count['new']:7}"]


def _carried(pdf: Path) -> tuple[int, int]:
    """The letters and pages of a paper."""
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True)
    return len("".join(done.stdout.split())), done.stdout.count("\f")


def _after(option: str) -> str | None:
    return sys.argv[sys.argv.index(option) + 1] if option in sys.argv else None


def _installed(revision: str, folder: Path) -> str:
    """Install a commit into an environment of its own. Returns its python."""
    subprocess.run(["git", "clone", "-q", str(TOP), str(folder / "source")], check=True)
    subprocess.run(["git", "-C", str(folder / "source"), "checkout", "-q", _full(revision)], check=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run(
        [str(python), "-m", "pip", "install", "-q", str(folder / "source")], check=True, stderr=subprocess.DEVNULL
    )
    return str(python)


def _full(revision: str) -> str:
    done = subprocess.run(["git", "-C", str(TOP), "rev-parse", revision], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _row(label: str, arguments: list[str], old: Path, new: Path, work: Path) -> str:
    runs = {"old": old, "new": new}
    for name, python in runs.items():  # warm: index, bytecode, templates, disk
        for _ in range(2):
            _timed(name, python, arguments, work)
    ratios, olds, news = [], [], []
    for _ in range(TIMES):
        times: dict[str, list[float]] = {"old": [], "new": []}
        for number in range(ROUNDS):
            for name in sorted(runs, reverse=bool(number % 2)):  # neither is always the first
                times[name].append(_timed(name, runs[name], arguments, work))
        olds.append(statistics.median(times["old"]))
        news.append(statistics.median(times["new"]))
        ratios.append(statistics.median(times["new"]) / statistics.median(times["old"]))
    print(label, [f"{ratio:.3f}" for ratio in ratios], file=sys.stderr)
    return (
        f"{label:34} {statistics.median(olds) * 1000:7.0f} {statistics.median(news) * 1000:7.0f}"
        f" {statistics.median(ratios):6.3f}"
    )


def _timed(name: str, python: Path, arguments: list[str], work: Path) -> float:
    """Seconds of processor time of a whole process, in a home of its own."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "BLANKET_KB")}
    home = work / f"home-{name}"
    places = {"HOME": home, "XDG_CACHE_HOME": home / "cache", "XDG_CONFIG_HOME": home / "config", "LOCALAPPDATA": home}
    env = {**kept, **{key: str(path) for key, path in places.items()}}
    command = [str(python.parent / "blanket"), *arguments]
    before = _spent()
    done = subprocess.run(command, env=env, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    took = _spent() - before
    if done.returncode:
        sys.exit(f"{' '.join(command)}: {done.stderr.decode()}")
    return took


def _spent() -> float:
    """Seconds of processor time of all processes that were waited for so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
