"""The speed of handouts: one as a whole process beside `import typer`, and two hundred in one run.

python -m bench.handout            prints the figures
python -m bench.handout --skriv    writes them to docs/maalinger.md too
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.measurements import write_section

COMMAND = Path(sys.executable).with_name("blanket")
RUNS = 20
MOST_TIMES, MOST_EACH = 3.2, 25.0  # times `import typer`; milliseconds a handout on top of start-up


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes as a whole process."""
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    """Print, and with --skriv write, the figures."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        home = {**compiled, "HOME": folder, "XDG_CACHE_HOME": folder, "XDG_CONFIG_HOME": folder}
        one = [str(COMMAND), "udskriv", "skift-laege", "--overskriv", "-o", f"{folder}/ark.pdf"]
        peer = [sys.executable, "-c", "import typer"]
        every = [str(COMMAND), "udskriv", "--alle", "--overskriv", "-o", f"{folder}/alle"]
        seconds(one, home)  # the index, the fonts and the templates are made once
        pairs = [(seconds(one, home), seconds(peer, home)) for _ in range(RUNS)]
        ours, theirs = (median(pair[side] for pair in pairs) for side in (0, 1))
        together = [(seconds(every, home), seconds(one, home)) for _ in range(3)]
        count = len(list(Path(folder, "alle").iterdir()))
        each = median((whole - single) / (count - 1) * 1000 for whole, single in together)
    lines = [
        f"One handout to PDF: {ours * 1000:.0f} ms, `import typer` {theirs * 1000:.0f} ms (medians of {RUNS}"
        f" alternating runs): {ours / theirs:.2f} times, limit {MOST_TIMES}.",
        "",
        f"`--alle`, {count} handouts: {each:.1f} ms each on top of one alone (median of 3), limit {MOST_EACH:.0f}.",
    ]
    print("\n".join(lines))
    if "--skriv" in sys.argv[1:]:
        write_section("Speed of handouts", "python -m bench.handout --skriv", lines)


if __name__ == "__main__":
    main()
