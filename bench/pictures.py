"""The pictures of papers in docs/billeder, made from the shipped base.

    python -m bench.pictures                  needs pdftoppm (Debian: poppler-utils)
    python -m bench.pictures --med PYTHON     the "foer" pictures too: the python of an environment with the older one

Made anew when a template changes; the same base, templates and day give the same pictures. "foer" shows the same papers
as a5d419e printed them, the first version that was tried in earnest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "billeder"
DAY = "1795132800"  # 20 November 2026, for SOURCE_DATE_EPOCH
HANDOUTS = {
    "almindelig": ["skift-laege"],
    "stor-skrift": ["skift-laege", "--stor"],
    "forloeb": ["indflytning-plejehjem"],
}
# Before and after: each is drawn for Odense, whose number and places both versions know.
COMPARED = {
    "pas": ["bestil-pas"],
    "folkepension": ["soeg-folkepension"],
    "doedsfald": ["anmeld-doedsfald"],
    "fritagelse": ["fritagelse-digital-post"],
    "boligstoette": ["soeg-boligstoette"],
    "flytter": ["flytter"],
    "snydt": ["udsat-for-svindel"],
    "nemkonto-stor": ["nemkonto", "--stor"],
}
DAYS = {"flytter": ["--dag", "15-12-2026"]}  # what only the newer version can do
DOTS_PER_INCH = "60"


def picture(blanket: Path, arguments: list[str], name: str) -> None:
    """Write the first page of a handout as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        home = {"XDG_CACHE_HOME": str(work / "cache"), "XDG_CONFIG_HOME": str(work / "config"), "HOME": folder}
        env = {**os.environ, **home, "SOURCE_DATE_EPOCH": DAY}
        pdf = work / "ark.pdf"
        command = [str(blanket), "udskriv", *arguments, "-o", str(pdf)]
        subprocess.run(command, check=True, env=env, cwd=work, capture_output=True)
        out = FOLDER / name
        drawn = ["pdftoppm", "-r", DOTS_PER_INCH, "-singlefile", "-gray", "-png", str(pdf), str(out)]
        subprocess.run(drawn, check=True, capture_output=True)
        print(f"{out}.png")


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    ours = Path(sys.executable).with_name("blanket")
    for title, arguments in HANDOUTS.items():
        picture(ours, arguments, title)
    old = Path(sys.argv[sys.argv.index("--med") + 1]).with_name("blanket") if "--med" in sys.argv else None
    for title, arguments in COMPARED.items():
        asked = [*arguments, "--kommune", "odense"]
        if old:
            picture(old, asked, f"{title}-foer")
        picture(ours, [*asked, *DAYS.get(title, [])], f"{title}-efter")


if __name__ == "__main__":
    main()
