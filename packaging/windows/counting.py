"""What a run of pytest came to, by file, from the report that it wrote (JUnit's XML).

Here goes counting, and the section of docs/maalinger.md. A run that was ended
writes no report: that is said, not counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent.parent
ENDS = ("passed", "failed", "skipped")


def count(report: Path) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """How many tests of each file ended how, and how many were skipped for each reason. Raises OSError (no report)."""
    files: dict[str, Counter[str]] = {}
    reasons: Counter[str] = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        name = case.get("classname", "").split(".")
        last = next((at for at, part in enumerate(name) if part.startswith("test_")), len(name) - 1)
        file = "/".join(name[: last + 1]) + ".py"
        skipped = case.find("skipped")
        failed = case.find("failure") is not None or case.find("error") is not None
        files.setdefault(file, Counter())["failed" if failed else "passed" if skipped is None else "skipped"] += 1
        if skipped is not None:
            reasons[skipped.get("message", "").removeprefix("Skipped: ")] += 1
    return files, reasons


def table(files: dict[str, Counter[str]], reasons: Counter[str]) -> list[str]:
    """A line a file, the whole, and a line a reason."""
    lines = [f"{'passed':>6} {'failed':>6} {'skipped':>7}"]
    for file in sorted(files):
        lines.append(f"{files[file]['passed']:6} {files[file]['failed']:6} {files[file]['skipped']:7}  {file}")
    whole: Counter[str] = sum(files.values(), Counter())
    lines.append(f"{whole['passed']:6} {whole['failed']:6} {whole['skipped']:7}  in all, {len(files)} files")
    if reasons:
        lines += ["", "skipped, and why", *(f"{number:6}  {reason}" for reason, number in reasons.most_common())]
    return lines


def write_down(reports: list[Path], command: str, also: list[str]) -> None:
    """Put the counts of these reports into docs/maalinger.md. `also`: lines that follow the table."""
    sys.path.insert(0, str(ROOT))
    from bench.measurements import write_section

    files: dict[str, Counter[str]] = {}
    reasons: Counter[str] = Counter()
    for report in reports:
        found, why = count(report)
        files |= found
        reasons += why
    write_section("Tests on Windows' Python, under Wine", command, ["```", *table(files, reasons), *also, "```"])
