"""Write docs/reformer.md from kb/reformer.yaml: python -m bench.reforms"""

from __future__ import annotations

import sys
from pathlib import Path

from blanket.kb.reforms import read_reforms, reforms_page

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reformer.md"


def main() -> int:
    """Write the page. Returns 1, and prints why, when the file cannot be used."""
    reforms, problems = read_reforms([ROOT / "kb"], bool)
    for found in problems:
        print(found, file=sys.stderr)
    if not problems:
        PAGE.write_text(reforms_page(reforms), encoding="utf-8")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
