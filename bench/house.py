"""How large the house is: lines and files of src, the longest files, the longest functions; and of an older commit.

python -m bench.house [--før COMMIT] [--skriv]
"""

from __future__ import annotations

import argparse
import ast
import io
import subprocess
import tarfile
from pathlib import Path

from bench.measurements import write_section

TOP = Path(__file__).parents[1]
BEFORE = "a5d419e"  # the house that was reviewed, before it got its rooms
SHOWN = 5


def main() -> None:
    """Print, and with --skriv write, the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--før", default=BEFORE, dest="before", metavar="COMMIT")
    parser.add_argument("--skriv", action="store_true", dest="write")
    asked = parser.parse_args()
    src = TOP / "src"
    now = {file.relative_to(src).as_posix(): file.read_text(encoding="utf-8") for file in src.rglob("*.py")}
    lines = ["```", *figures("now", now), *figures(asked.before, files_of(asked.before)), "```"]
    print("\n".join(lines))
    if asked.write:
        write_section("Lines of src", "python -m bench.house --skriv", lines)


def files_of(commit: str) -> dict[str, str]:
    """The modules of src as they were."""
    done = subprocess.run(["git", "archive", commit, "src"], cwd=TOP, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        return {
            member.name.removeprefix("src/"): inside.read().decode("utf-8")
            for member in archive
            if member.name.endswith(".py") and (inside := archive.extractfile(member))
        }


def figures(name: str, files: dict[str, str]) -> list[str]:
    """Lines, files and functions, and the longest of each."""
    lines = {name: text.count("\n") for name, text in files.items()}
    functions = [
        (node.end_lineno - node.lineno + 1, f"{name}:{node.lineno} {node.name}")
        for name, text in files.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
    lengths = sorted(length for length, _ in functions)
    longest = sorted(((count, name) for name, count in lines.items()), reverse=True)[:SHOWN]
    return [
        f"{name}: {sum(lines.values())} lines in {len(files)} files,"
        f" {len(functions)} functions (median {lengths[len(lengths) // 2]})",
        *(f"{count:5}  {name}" for count, name in (*longest, *sorted(functions, reverse=True)[:SHOWN])),
    ]


if __name__ == "__main__":
    main()
