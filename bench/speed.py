"""Speed and memory: whole processes and single searches, with peers in the same run.

    python -m bench.speed              knowledge bases of 200 to 10,000 entries
    python -m bench.speed --alt        100,000 too (takes some minutes to build)
    python -m bench.speed --skriv      writes the tables to docs/maalinger.md

Whole processes run in turn, so that a busy machine slows all alike; figures are medians, and ratios to
`python -c "import typer"`, the least that a Typer command costs.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.generator import one_file
from bench.measurements import write_section
from bench.phrases import living_ids, phrases
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index, open_one_file

ROUNDS = 20
COMMAND = str(Path(sys.executable).parent / "blanket")


def main() -> None:
    """Print, and with --skriv write, the tables."""
    sizes = [200, 1000, 10_000, *([100_000] if "--alt" in sys.argv else [])]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        bases = {size: one_file(work, size) for size in sizes}
        lines = ["```", *_processes(work, bases), "", *_searches(bases), "", *_index(work), "```"]
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Speed and memory", "python -m bench.speed --alt --skriv", lines)


def _processes(work: Path, bases: dict[int, Path]) -> list[str]:
    """Whole processes: median time, ratio to the floor, peak memory."""
    shown = work / "texts"
    shown.mkdir()
    for path in shipped("kb").rglob("*.yaml"):
        shutil.copy(path, shown / path.name)
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = {**compiled, "XDG_CACHE_HOME": str(work / "cache"), "XDG_CONFIG_HOME": str(work / "config")}
    completing = {**env, "_BLANKET_COMPLETE": "complete_bash", "COMP_WORDS": "blanket vis ski", "COMP_CWORD": "2"}
    commands: dict[str, tuple[list[str], dict[str, str]]] = {
        'python -c "import typer"': ([sys.executable, "-c", "import typer"], env),
        "blanket find mitid": ([COMMAND, "find", "mitid"], env),
        "blanket find bolistøtte": ([COMMAND, "find", "bolistøtte"], env),
        "blanket vis skift-laege": ([COMMAND, "vis", "skift-laege"], env),
        "completion of ski": ([COMMAND], completing),
    }
    for size, file in bases.items():
        if size >= 10_000:
            commands[f"find, {size:,} entries in one file"] = ([COMMAND, "find", "skifte læge", "--kb", str(file)], env)
    for peer, arguments in {"rg": ["rg", "-i", "mitid", str(shown)], "tldr": ["tldr", "--version"]}.items():
        if shutil.which(peer):
            commands[" ".join(arguments[:2])] = (arguments, env)
    for arguments, environment in commands.values():  # warm: index, bytecode, disk
        subprocess.run(arguments, capture_output=True, env=environment, check=False)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, (arguments, environment) in commands.items():
            began = time.perf_counter()
            process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
            process.wait()
            times[name].append(time.perf_counter() - began)
    floor = statistics.median(times['python -c "import typer"'])
    lines = [f"{'whole process, median of ' + str(ROUNDS):42} {'ms':>6} {'ratio':>6} {'MB':>5}"]
    for name, values in times.items():
        median = statistics.median(values)
        lines.append(f"{name:42} {median * 1000:6.0f} {median / floor:6.2f} {_peak(*commands[name]):5.0f}")
    return lines


def _peak(arguments: list[str], environment: dict[str, str]) -> float:
    """The most memory that a command held, in MB; 0 where the system does not tell (only Linux does)."""
    if not Path("/proc/self/status").exists():
        return 0.0
    # A process's own high-water mark starts anew at exec, unlike that in wait4, which begins with its parent's.
    script = (
        "import runpy, sys, re\nsys.argv = sys.argv[1:]\n"
        "try:\n    runpy.run_path(sys.argv[0], run_name='__main__')\nexcept SystemExit:\n    pass\n"
        "print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read()).group(1), file=sys.stderr)"
    )
    if arguments[0] != COMMAND:
        return 0.0
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    return int(done.stderr.split()[-1]) / 1024


def _searches(bases: dict[int, Path]) -> list[str]:
    """Single searches in process: the practice set's phrases against bases of every size, in processor time."""
    lines = [f"{'one search, in process':42} {'median':>7} {'p95':>6}  ms"]
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        (count,) = db.execute("SELECT count(*) FROM entry").fetchone()
        queries = [phrase.query for phrase in phrases(living_ids(db))]
        lines.append(_timed(f"shipped base, {count} entries", db, queries))
    for size, file in bases.items():
        lines.append(_timed(f"{size:,} entries", open_one_file(file).db, queries))
    return lines


def _timed(name: str, db: object, queries: list[str]) -> str:
    times = []
    for query in queries:
        began = time.process_time()
        search(db, query)  # type: ignore[arg-type]
        times.append((time.process_time() - began) * 1000)
    times.sort()
    return f"{name:42} {statistics.median(times):7.1f} {times[int(len(times) * 0.95)]:6.1f}"


def _index(work: Path) -> list[str]:
    """Building the shipped base's index, and bringing it up to date after one edit."""
    folder = work / "own"
    shutil.copytree(shipped("kb"), folder)
    lines = [f"{'index':42} {'s':>7}"]
    for name in ("first build", "nothing changed", "one file edited"):
        if name == "one file edited":
            file = folder / "opgaver" / "skift-laege.yaml"
            file.write_text(file.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        began = time.perf_counter()
        open_index([folder], work / "index").db.close()
        lines.append(f"{name:42} {time.perf_counter() - began:7.3f}")
    return lines


if __name__ == "__main__":
    main()
