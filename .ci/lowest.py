"""The lowest version of every direct dependency, as constraints for pip: `python .ci/lowest.py [EXTRA…]`.

Reads pyproject.toml. A dependency without a lower bound is an error: nobody could say what it was tried with. Linters
and type checkers are left out, since they are used in their newest version alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

NEWEST_ONLY = ("mypy", "ruff", "types-")
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<bounds>[^;]*)(?:;.*)?")


def lowest(extras: list[str]) -> list[str]:
    """`name==version` for each dependency of the project and of these extras."""
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(item for extra in extras for item in project["optional-dependencies"][extra])]
    found = []
    for requirement in named:
        parts = _REQUIREMENT.fullmatch(requirement.strip())
        if parts is None or parts["name"].startswith(NEWEST_ONLY):
            continue
        bound = re.search(r">=\s*([\w.]+)", parts["bounds"])
        if bound is None:
            sys.exit(f"{requirement}: no lower bound")
        found.append(f"{parts['name']}=={bound[1]}")
    return found


if __name__ == "__main__":
    print("\n".join(lowest(sys.argv[1:])))
