"""Spoil thousands of valid entries and check them: never a traceback, never a hang, always file:line:column.

    python -m bench.mutationer [COUNT] [SEED]

Entries are taken from the shipped base and spoilt one to four times: cut, swapped, misspelt, nested, aliased, in other
encodings and line ends. Prints how many were tried, what was found, and the slowest.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from blanket.kb.base import load
from blanket.kb.editing.mending import mend
from blanket.kb.files import kb_files
from blanket.paths import shipped

COUNT, SEED, SLOW = 5000, 2026, 1.0
TODAY = date(2026, 11, 22)
NASTY = [
    b"\t", b"\x00", b"\x1b[2J", "\u202e".encode(), b"\xef\xbb\xbf", b"'", b'"', b"[" * 60, b"{" * 60, b"- " * 60, b"]",
    b"}", b": ", b"? ", b"| ", b"> ", b"&a ", b"*a ", b"!!binary ", b"! ", b"%YAML 9.9\n", b"---\n", b"...\n", b"<<: ",
    b"~", b"\\", b"a0: &a0 [x,x]\na1: &a1 [*a0,*a0]\na2: [*a1,*a1]\n", b"9" * 5000, b"1:1" * 3000, b'"\\ud800"',
    b"\xff\xfe", b"\xe6\xf8", b"010190-0000", b"70128063", b"https://[", b"0x_", b"1e999", b".inf", b"{0}{hint}",
    b"a." * 2000, b"Ring " * 3000,
]  # fmt: skip
WAYS = ("cut", "flip", "swap", "indent", "repeat", "drop", "nasty", "misspell", "retype", "encode", "ends")


def spoil(content: bytes, rng: random.Random) -> bytes:
    """The content, spoilt once."""
    lines = content.splitlines(keepends=True) or [b""]
    at, first, second = rng.randrange(len(content) + 1), rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.choice(WAYS):
        case "cut":
            return content[:at]
        case "flip":
            return content[:at] + rng.randbytes(1) + content[at + 1 :]
        case "swap":
            lines[first], lines[second] = lines[second], lines[first]
        case "indent":
            lines[first] = rng.choice([b" ", b"  ", b"\t", b"      "]) + lines[first]
        case "repeat":
            lines.insert(second, lines[first])
        case "drop":
            del lines[first]
        case "nasty":
            return content[:at] + rng.choice(NASTY) + content[at:]
        case "misspell":
            return re.sub(rb"^([ -]*)(\w)(\w+):", rb"\1\3\2:", content, count=rng.randrange(1, 6), flags=re.MULTILINE)
        case "retype":
            lines[first] = re.sub(
                rb": .*", b": " + rng.choice([b"7", b"[a]", b"{a: b}", b"yes", b"", b"10:30"]), lines[first]
            )
        case "encode":
            return content.decode("utf-8", "replace").encode(rng.choice(["cp1252", "utf-16", "utf-32"]), "replace")
        case _:
            return content.replace(b"\n", rng.choice([b"\r\n", b"\r", b"\n\n"]))
    return b"".join(lines)


def main(count: int = COUNT, seed: int = SEED) -> int:
    """Spoil and check `count` files. Returns how many of them were handled wrongly."""
    rng = random.Random(seed)
    entries = sorted(kb_files([shipped("kb")]), key=lambda file: file.path)
    codes: Counter[str] = Counter()
    wrong: list[str] = []
    clean, slowest = 0, (0.0, "")
    for number in range(count):
        entry = rng.choice(entries)
        content = entry.path.read_bytes()
        for _ in range(rng.randint(1, 4)):
            content = spoil(content, rng)
        with tempfile.TemporaryDirectory() as folder:
            glossary = entry.kind == "ord"
            file = (
                Path(folder) / entry.path.name if glossary else Path(folder) / entry.path.parent.name / entry.path.name
            )
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(content)
            began = time.perf_counter()
            try:
                found = load([Path(folder)], advise=TODAY, finder=lambda _: []).problems
                mend(content, file)
            except Exception as error:
                wrong.append(f"{number} {file.name}: {type(error).__name__}: {error}")
                continue
            took = time.perf_counter() - began
            slowest = max(slowest, (took, f"{number} {file.name}"))
            lines = re.split(r"\r\n|\r|\n", content.decode("utf-8-sig", "replace"))
            for problem in found:
                codes[problem.code] += 1
                if not (1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1):
                    wrong.append(f"{number} {problem}: outside of the file")
            clean += not any(problem.error for problem in found)
            if took > SLOW:
                wrong.append(f"{number} {file.name}: {took:.2f} s")
    print(f"{count} files spoilt (seed {seed}): {count - clean} with errors, {clean} still valid.")
    print("Found: " + ", ".join(f"{code} {times}" for code, times in sorted(codes.items())))
    print(f"Slowest: {slowest[0]:.3f} s ({slowest[1]}).")
    print(f"Tracebacks, places outside of the file, over {SLOW} s: {len(wrong)}.")
    print("\n".join(wrong[:20]))
    return len(wrong)


if __name__ == "__main__":
    sys.exit(1 if main(*map(int, sys.argv[1:3])) else 0)
