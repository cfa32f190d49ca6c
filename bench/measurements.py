"""docs/maalinger.md: figures with date and versions, written by the commands that made them."""

from __future__ import annotations

import platform
import re
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FILE = Path(__file__).parent.parent / "docs" / "maalinger.md"
PACKAGES = ("blanket", "typer", "rapidfuzz", "PyStemmer", "msgspec", "PyYAML", "jinja2", "typst", "bm25s", "tantivy")
HEAD = """# Measurements

Made by the commands named; do not edit by hand. Machines are shared and noisy: read ratios, not times.
"""


def write_section(title: str, command: str, lines: list[str]) -> None:
    """Put a section into docs/maalinger.md in place of the one with the same title."""
    text = FILE.read_text(encoding="utf-8") if FILE.exists() else HEAD
    text = re.sub(rf"\n## {re.escape(title)}\n.*?(?=\n## |\Z)", "", text, flags=re.DOTALL).rstrip("\n")
    made = f"{date.today().isoformat()}, `{command}`, Python {platform.python_version()}, {versions()}."
    section = "\n".join([f"## {title}", "", made, "", *lines])
    FILE.write_text(f"{text}\n\n{section}\n", encoding="utf-8")


def versions() -> str:
    """The versions of what was measured, of those that are installed."""
    found = []
    for package in PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)
