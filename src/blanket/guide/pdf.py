"""From Typst source to PDF.

Here goes the use of the Typst compiler: fonts, the PDF/UA-1 check, the time stamp, characters no font has. The page
itself is laid out in templates/handout.typ.j2.
"""

from __future__ import annotations

import os
import re
from calendar import timegm
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from blanket import texts
from blanket.errors import BlanketError, Exit
from blanket.paths import cache_folder
from blanket.writing import write_whole

FONT_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
LATEST = 253402300799  # the last second of the year 9999
MOST_SHOWN = 100  # letters of a line with a mistake
ACCESSIBLE = ["ua-1"]  # PDF/UA-1, ISO 14289-1: Typst refuses to write a file that breaks what it can check


def to_pdf(source: str, files: dict[str, bytes], dated: str = "") -> tuple[bytes, list[str]]:
    """Make a PDF of Typst source and the pictures that it names.

    Returns the PDF and notes for the user. Same input, same bytes: the time in the file is SOURCE_DATE_EPOCH (seconds
    since 1970, https://reproducible-builds.org/specs/source-date-epoch/), else `dated` (2026-11-03, 2026-11 or 2026),
    else 1970. A character that the handout's font
    lacks is looked for among Typst's own fonts, then the system's; one that none has is shown as an empty box, and the
    file is then not marked as PDF/UA. Raises BlanketError when the template is not valid Typst.
    """
    import typst

    compiler: Any = typst.compile  # its type stubs do not know that a dict of files may be compiled
    main = {"main.typ": source.encode(), **files}
    error: Exception | None = None
    for fonts, standards in (("own", ACCESSIBLE), ("typst", ACCESSIBLE), ("system", ACCESSIBLE), ("system", [])):
        try:
            pdf = compiler(
                main, font_paths=_fonts(fonts), format="pdf", pdf_standards=standards, timestamp=_timestamp(dated)
            )
        except typst.TypstError as failure:
            error = failure
            if "could not be displayed" not in str(failure):
                break
        else:
            assert isinstance(pdf, bytes)
            return pdf, [] if standards else [texts.NO_GLYPH]
    raise BlanketError(_said(error, source), texts.TEMPLATE_BROKEN_CURE, Exit.UNUSABLE)


def compiles(source: str, files: dict[str, bytes]) -> bool:
    """Whether Typst source compiles with the pictures that it names."""
    try:
        to_pdf(source, files)
    except BlanketError:
        return False
    return True


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes its page objects uncompressed."""
    return len(re.findall(rb"/Type */Page\b", pdf))


def _said(error: Exception | None, source: str) -> str:
    """What Typst says, with the line that it says it of: of the rendered text, which the template became."""
    place = re.search(r"main\.typ:(\d+):", getattr(error, "diagnostic", "") or "")
    if not place:
        return texts.TYPST_BROKEN.format(why=error)
    number = int(place[1])
    line = source.splitlines()[number - 1].strip()[:MOST_SHOWN]
    return texts.TYPST_BROKEN_AT.format(line=number, text=line, why=error)


@lru_cache(maxsize=3)
def _fonts(which: str) -> Any:
    """The handout's font alone, with those that Typst carries, or with the system's too. Read once a run."""
    import typst

    return typst.Fonts(
        include_system_fonts=which == "system",
        include_embedded_fonts=which != "own",
        font_paths=[font_folder()],
    )


def font_contents() -> dict[str, bytes]:
    """CSS font weight -> the font file: what a page must carry to look like the PDF on any machine."""
    folder = font_folder()
    return {weight: (folder / name).read_bytes() for weight, name in zip(("400", "700"), FONT_FILES, strict=True)}


def font_folder() -> Path:
    """A folder with the handout's type: Source Sans Pro (SIL Open Font License), regular and bold.

    The package font-source-sans-pro holds every weight twice, as TrueType and as CFF; Typst would read all of them and
    take either. So the two files that are meant are copied to the user's cache, once. Where that cannot be written,
    the package's own folder serves.
    """
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent / "files"
    own = cache_folder() / "skrift"
    try:
        for name in FONT_FILES:
            if not (own / name).exists():
                write_whole(own / name, (package / name).read_bytes())
    except OSError:
        return package
    return own


def _timestamp(dated: str) -> int:
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if value.isascii() and value.isdigit():
        return min(int(value), LATEST)
    year, month, day = ([int(part) for part in dated.split("-") if part] + [1, 1, 1])[:3] if dated else (1970, 1, 1)
    return timegm((year, month, day, 0, 0, 0))
