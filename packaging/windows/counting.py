"""What a run of pytest came to, by file, from the report that it wrote (JUnit's XML).

Here goes counting, and the section of docs/maalinger.md: a run of some files puts theirs in place of what stood there,
so that all can be run in parts. A run that was ended writes no report: that is said, not counted.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parent.parent.parent
ENDS = ("passed", "failed", "skipped")
TITLE = "Tests on Windows' Python, under Wine"
Files = dict[str, Counter[str]]  # how many tests of a file ended how
Reasons = Counter[tuple[str, str]]  # how many tests of a file were skipped for a reason
_FILE = re.compile(r"^ *(\d+) +(\d+) +(\d+)  (\S+\.py)$", re.MULTILINE)
_REASON = re.compile(r"^ *(\d+)  (\S+\.py): (.+)$", re.MULTILINE)


def count(report: Path) -> tuple[Files, Reasons]:
    """How many tests of each file ended how, and how many were skipped for each reason. Raises OSError (no report)."""
    files: Files = {}
    reasons: Reasons = Counter()
    for case in ElementTree.parse(report).iter("testcase"):
        name = case.get("classname", "").split(".")
        last = next((at for at, part in enumerate(name) if part.startswith("test_")), len(name) - 1)
        file = "/".join(name[: last + 1]) + ".py"
        skipped = case.find("skipped")
        failed = case.find("failure") is not None or case.find("error") is not None
        files.setdefault(file, Counter())["failed" if failed else "passed" if skipped is None else "skipped"] += 1
        if skipped is not None:
            reasons[file, skipped.get("message", "").removeprefix("Skipped: ")] += 1
    return files, reasons


def table(files: Files, reasons: Reasons) -> list[str]:
    """A line a file, the whole, and a line a reason."""
    lines = [f"{'passed':>6} {'failed':>6} {'skipped':>7}"]
    for file in sorted(files):
        lines.append(f"{files[file]['passed']:6} {files[file]['failed']:6} {files[file]['skipped']:7}  {file}")
    whole: Counter[str] = sum(files.values(), Counter())
    lines.append(f"{whole['passed']:6} {whole['failed']:6} {whole['skipped']:7}  in all, {len(files)} files")
    if reasons:
        lines += ["", "skipped, and why"]
        lines += [f"{number:6}  {file}: {reason}" for (file, reason), number in sorted(reasons.items())]
    return lines


def written(text: str) -> tuple[Files, Reasons]:
    """What `write_down` wrote, read again from the section's text; of files that are still there."""
    files: Files = {}
    reasons: Reasons = Counter()
    for *numbers, file in _FILE.findall(text):
        if (ROOT / file).is_file():
            files[file] = Counter(dict(zip(ENDS, map(int, numbers), strict=True)))
    for number, file, reason in _REASON.findall(text):
        if file in files:
            reasons[file, reason] = int(number)
    return files, reasons


def write_start(found: list[str], command: str) -> None:
    """Put what `start.ratios` found into docs/maalinger.md."""
    sys.path.insert(0, str(ROOT))
    from bench.measurements import write_section

    write_section("Start of the Windows folder, under Wine", command, found)


def write_down(reports: list[Path], command: str, also: list[str]) -> None:
    """Put the counts of these reports into docs/maalinger.md. `also`: lines that follow the table."""
    sys.path.insert(0, str(ROOT))
    from bench import measurements

    text = measurements.FILE.read_text(encoding="utf-8")
    files, reasons = written(text.partition(f"## {TITLE}\n")[2].partition("\n## ")[0])
    for report in reports:
        found, why = count(report)
        files |= found
        reasons = Counter({key: number for key, number in reasons.items() if key[0] not in found}) + why
    measurements.write_section(TITLE, command, ["```", *table(files, reasons), *also, "```"])
