"""The pictures of handouts in docs/billeder, made from the shipped base.

    python -m bench.pictures          needs pdftoppm (Debian: poppler-utils)

Made anew when a template changes; the same base and templates give the same pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "billeder"
HANDOUTS = {
    "almindelig": ["skift-laege"],
    "stor-skrift": ["skift-laege", "--stor"],
    "forloeb": ["indflytning-plejehjem"],
}
DOTS_PER_INCH = "60"


def main() -> None:
    """Write the first page of each handout as PNG."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = str(Path(sys.executable).parent / "blanket")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        env = {**os.environ, "XDG_CACHE_HOME": str(work / "cache"), "XDG_CONFIG_HOME": str(work / "config")}
        for title, arguments in HANDOUTS.items():
            pdf = work / f"{title}.pdf"
            subprocess.run([command, "udskriv", *arguments, "-o", str(pdf)], check=True, env=env, capture_output=True)
            out = str(FOLDER / title)
            subprocess.run(["pdftoppm", "-r", DOTS_PER_INCH, "-singlefile", "-gray", "-png", str(pdf), out], check=True)
            print(f"{out}.png")


if __name__ == "__main__":
    main()
