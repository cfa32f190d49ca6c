"""How large the house is: lines and files of src, the longest files, the longest functions.

python -m bench.house
"""

from __future__ import annotations

import ast
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
SHOWN = 5


def main() -> None:
    """Print the figures."""
    files = {file.relative_to(SRC).as_posix(): file.read_text(encoding="utf-8") for file in SRC.rglob("*.py")}
    lines = {name: text.count("\n") for name, text in files.items()}
    functions = [
        (node.end_lineno - node.lineno + 1, f"{name}:{node.lineno} {node.name}")
        for name, text in files.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    ]
    lengths = sorted(length for length, _ in functions)
    median = lengths[len(lengths) // 2]
    print(f"{sum(lines.values())} lines in {len(files)} files, {len(functions)} functions (median {median})")
    for count, name in sorted(((count, name) for name, count in lines.items()), reverse=True)[:SHOWN]:
        print(f"{count:5}  {name}")
    for count, name in sorted(functions, reverse=True)[:SHOWN]:
        print(f"{count:5}  {name}")


if __name__ == "__main__":
    main()
