"""Everybody's licence: what is in the Windows folder, who made it, and under which terms.

Here goes reading what packages say of themselves (core metadata) and the texts that they carry.
"""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesHeaderParser
from pathlib import Path
from zipfile import ZipFile

FOLDER = "LICENSER"
_TEXTS = re.compile(r"(licen[cs]e|copying|notice|authors|ofl)", re.IGNORECASE)
# Packages that carry no text of the licence that they name: what of theirs says it.
TOLD = {
    "font-source-sans-pro": "SIL Open Font License 1.1 (https://openfontlicense.org). Copyright Adobe, with the"
    " reserved font name “Source”. Text: lib/font_source_sans_pro/files/LICENSE.txt",
}
HEAD = """\
Det her er med i mappen
=======================

blanket selv: EUPL-1.2, vidensbasen CC BY 4.0, naboord CC BY-SA 4.0 (lib/blanket-*.dist-info/licenses).
Python: se python/LICENSE.txt. Den nævner også OpenSSL, SQLite, libffi, zlib, bzip2, xz og Microsofts C-bibliotek.
blanket.exe: distlibs "simple launcher", som pip bruger (LICENSER/distlib).

Pakker i lib:

"""


def collect(lib: Path, folder: Path) -> None:
    """Write LICENSER.txt, and copy every package's licence texts into the folder LICENSER.

    Raises ValueError for a package that names no licence, or carries no text and is not told of here.
    """
    lines = []
    for info in sorted(lib.glob("*.dist-info"), key=lambda one: one.name.lower()):
        said = BytesHeaderParser().parsebytes((info / "METADATA").read_bytes())
        name = said["Name"]
        carried = [file for file in sorted(info.rglob("*")) if file.is_file() and _TEXTS.search(file.name)]
        for file in carried:
            target = folder / FOLDER / name / "-".join(file.relative_to(info).parts[-2:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
        if not carried:
            (folder / FOLDER / name).mkdir(parents=True)
            (folder / FOLDER / name / "LICENSE.txt").write_text(_told(name, said), encoding="utf-8")
        lines.append(f"{name} {said['Version']}: {_terms(said)}\n    {_home(said)}")
    text = HEAD + "\n".join(lines) + "\n"
    (folder / FOLDER / "LICENSER.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))


def of_launcher(wheel: ZipFile, folder: Path) -> None:
    """The licence of the launcher, from the wheel that it comes in."""
    for name in sorted(wheel.namelist()):
        if ".dist-info/" in name and _TEXTS.search(name.rpartition("/")[2]):
            target = folder / FOLDER / "distlib" / name.rpartition("/")[2]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(wheel.read(name))


def _told(name: str, said: Message) -> str:
    if name.lower() not in TOLD:
        raise ValueError(f"{name} carries no licence text: {_terms(said)}")
    return TOLD[name.lower()] + "\n"


def _terms(said: Message) -> str:
    """The licence as the package names it: an expression, a classifier, or the first line of what it wrote."""
    written = str(said["License"] or "").strip().split("\n")[0]
    classed = [str(one).rpartition(" :: ")[2] for one in said.get_all("Classifier", []) if "License ::" in str(one)]
    found = said["License-Expression"] or (written if 0 < len(written) < 60 else "") or ", ".join(classed)
    if not found:
        raise ValueError(f"{said['Name']} names no licence")
    return str(found)


def _home(said: Message) -> str:
    links = [str(link).split(", ", 1)[-1] for link in said.get_all("Project-URL", [])]
    return str(said["Home-page"] or (links[0] if links else ""))
