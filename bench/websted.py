"""The site: how long its export takes and how large it is, for the shipped base and for ten thousand entries.

    python -m bench.websted [--stor]

Wall and processor seconds of the whole command, its index being there; `--stor`: also ten thousand entries.
"""

from __future__ import annotations

import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.generator import generate

COMMAND = Path(sys.executable).parent / "blanket"
SCRIPTS = ("side-", "soeg-", "indeks-", "naboord-")  # with the front page, what is loaded before the first answer


def measured(work: Path, named: list[str]) -> str:
    """One export: its seconds, files and bytes."""
    home = {f"XDG_{name}_HOME": str(work / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    environment = {**os.environ, **home}
    subprocess.run([COMMAND, "find", "mitid", *named], env=environment, capture_output=True, check=False)  # the index
    folder = work / f"site-{len(named)}"
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = [COMMAND, "kb", "websted", str(folder), "--trods", "Lederen", *named]
    subprocess.run(done, env=environment, capture_output=True, check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    whole = sum(path.stat().st_size for path in files)
    first = [folder / "index.html", *(path for path in files if path.name.startswith(SCRIPTS))]
    sent = sum(len(gzip.compress(path.read_bytes(), 6)) for path in first)
    return (
        f"{pages} pages: {wall:.1f} s, {cpu:.1f} s of processor time; {whole / 1e6:.2f} MB, "
        f"front page {first[0].stat().st_size / 1e3:.0f} KB, {sent / 1e6:.2f} MB compressed before the first answer"
    )


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        for _ in range(3):
            print("shipped:", measured(work, []))
        if "--stor" in sys.argv:
            generate(10_000, work / "kb")
            print("10,000 entries more:", measured(work, ["--kb", str(work / "kb")]))


if __name__ == "__main__":
    main()
