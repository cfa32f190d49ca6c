"""What the installed environment weighs, and what each package costs: on the disk, and to import.

    .venv/bin/python packaging/sizes.py

Of the Python that runs it: only what `blanket` needs is counted, with what that needs in turn.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from statistics import median

from packaging.requirements import Requirement

ROUNDS = 5


def needed(name: str, found: dict[str, Distribution] | None = None) -> dict[str, Distribution]:
    """A package and all that it needs here, by name."""
    found = {} if found is None else found
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return found
    found[key] = distribution(name)
    for line in found[key].requires or []:
        asked = Requirement(line)
        if asked.marker is None or asked.marker.evaluate({"extra": ""}):
            try:
                needed(asked.name, found)
            except PackageNotFoundError:
                print(f"not installed: {asked.name}", file=sys.stderr)
    return found


def size(package: Distribution) -> int:
    """The bytes of a package's files, those that Python compiled among them."""
    files = [package.locate_file(file) for file in package.files or []]
    return sum(file.stat().st_size for file in map(_real, files) if file.is_file())


def _real(file: object) -> Path:
    return Path(str(file))


def module_of(package: Distribution) -> str:
    """What a package is imported as: the folder, or else the file, that it lays beside the others."""
    parts = [file.parts for file in package.files or []]
    folders = sorted({part[0] for part in parts if len(part) == 2 and part[1] == "__init__.py"})
    alone = sorted(part[0].partition(".")[0] for part in parts if len(part) == 1 and part[0].endswith((".py", ".so")))
    known = [name for name in [*folders, *alone] if not name.startswith("_")]
    return known[0] if known else "blanket"


def import_seconds(module: str) -> float:
    """How much more processor time a Python takes that imports this."""
    took: dict[str, list[float]] = {"pass": [], f"import {module}": []}
    for _ in range(ROUNDS):
        for code, times in took.items():
            before = os.times()
            subprocess.run([sys.executable, "-c", code], check=True)
            after = os.times()
            used = after.children_user + after.children_system
            times.append(used - before.children_user - before.children_system)
    bare, loaded = map(median, took.values())
    return loaded - bare


def main() -> None:
    """Print a line a package, the heaviest first, and the whole."""
    packages = needed("blanket")
    sizes = {name: size(package) for name, package in packages.items()}
    for name in sorted(sizes, key=lambda one: -sizes[one]):
        cost = import_seconds(module_of(packages[name])) * 1000
        print(f"{sizes[name] / 1e6:8.2f} MB  {cost:5.0f} ms  {name} {packages[name].version}")
    print(f"{sum(sizes.values()) / 1e6:8.2f} MB in all, {len(sizes)} packages")


if __name__ == "__main__":
    main()
