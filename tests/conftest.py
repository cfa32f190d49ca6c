"""What every test package may use: the least that a valid entry of each kind needs, and a base of one's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from blanket.kb.editing.checked import vouch_for

TASK = """\
id: skift-laege
titel: Skift læge
emne: sundhed
myndighed: Kommunen
kort: Du kan vælge en ny læge.
kontakt:
- navn: Borgerservice
  telefon: "70 12 80 63"
  kilde: https://www.borger.dk/
"""

FORM = """\
id: fd-001a
titel: Ansøgning om fritagelse
udgiver: Kommunen
emne: digital-post
kort: Her beder du om at få post på papir.
status: gælder
"""

JOURNEY = """\
id: doedsfald
titel: En i familien er død
emne: familie
kort: Det, du skal gøre, når en i familien er død.
hændelse: dødsdagen
trin:
- tekst: Ring til lægen.
kontakt:
- navn: Borgerservice
  telefon: "70 12 80 63"
  kilde: https://www.borger.dk/
"""

PLACE = """\
id: mitid-support
navn: MitID Support
slags: telefon
for: borgere
kort: Her kan du få hjælp til MitID.
telefon: "33 98 00 10"
"""

STAFF_PLACE = """\
id: hotline
navn: Hotline for medarbejdere
slags: telefon
for: personale
kort: Ring, når du står med en borger.
telefon: "20 57 07 20"
"""

MUNICIPALITY = """\
id: odense
navn: Odense Kommune
kort: Borgerservice hjælper med digital post.
kontakt:
- navn: Odense Kommune
  telefon: "66 13 13 72"
  kilde: https://www.odense.dk/
"""

GLOSSARY = """\
ord:
- ord: partshøring
  betyder: Du kan sige din mening, før de bestemmer.
"""

# Where each stands in the folder of a knowledge base -> its text. Together they are a base without a problem.
SMALL_BASE: dict[str, str] = {
    "opgaver/skift-laege.yaml": TASK,
    "blanketter/fd-001a.yaml": FORM,
    "forloeb/doedsfald.yaml": JOURNEY,
    "steder/mitid-support.yaml": PLACE,
    "steder/hotline.yaml": STAFF_PLACE,
    "kommuner/odense.yaml": MUNICIPALITY,
    "ordbog.yaml": GLOSSARY,
}


def _makes_links() -> bool:
    """Whether this user may make symbolic links: on Windows not everybody may, and Wine only says that it did."""
    with TemporaryDirectory() as folder:
        link = Path(folder) / "link"
        try:
            link.symlink_to(folder)
        except OSError:
            return False
        return link.is_symlink()


CAN_LINK = _makes_links()
needs_links = pytest.mark.skipif(not CAN_LINK, reason="no symbolic links can be made here")
on_windows = os.name == "nt"

WriteKb = Callable[..., Path]


def write_files(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write files into a folder, byte for byte; None makes a directory of that name. Returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.mkdir(parents=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return folder


@pytest.fixture
def write_kb(tmp_path: Path) -> WriteKb:
    """`write_kb(files, "name")` makes the folder of a knowledge base in the test's own directory."""

    def write(files: Mapping[str, str | bytes | None], name: str = "kb") -> Path:
        return write_files(tmp_path / name, files)

    return write


def vouched(files: Mapping[str, str | bytes | None], *identifiers: str, day: str = "2026-11-01") -> dict[str, str]:
    """The file of vouches in which Mette answers for these entries as they stand in the files."""
    with TemporaryDirectory() as name:
        folder = write_files(Path(name), files)
        vouch_for(identifiers, "Mette", date.fromisoformat(day), None, own=folder, folders=[folder])
        return {"kontrol.tsv": (folder / "kontrol.tsv").read_text(encoding="utf-8")}
