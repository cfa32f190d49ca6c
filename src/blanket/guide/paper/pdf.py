"""From Typst source to PDF.

Here goes the use of the Typst compiler: fonts, the PDF/UA-1 check, the time stamp, characters no font has. The page
itself is laid out in templates/handout.typ.j2.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from calendar import timegm
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from blanket.errors import BlanketError, Exit
from blanket.guide.cache import kept
from blanket.texts import papers as texts
from blanket.writing import write_whole

FONT_FILES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
LATEST = 253402300799  # the last second of the year 9999
FONT = "Source Sans Pro"
PAGE_HEIGHT = 842  # points, of A4
END = "til"  # the mark where a piece ends that has one where it begins
MOST_SHOWN = 100  # letters of a line with a mistake
# A package, which Typst would fetch from the net. In values an @ is written otherwise: see `rendering.typst_string`.
_PACKAGE = re.compile(r"@[\w-]+/")
_NOBODY = "http://127.0.0.1:9"  # the discard port (RFC 863): a proxy that nobody answers at
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
ACCESSIBLE = ["ua-1"]  # PDF/UA-1, ISO 14289-1: Typst refuses to write a file that breaks what it can check


def to_pdf(
    source: str, files: dict[str, bytes], dated: str = "", *, standing: Mapping[str, bytes] = {}
) -> tuple[bytes, list[str]]:
    """Make a PDF of Typst source and the files that it names. `standing`: those that many pages have in common.

    Returns the PDF and notes for the user. Same input, same bytes: the time in the file is SOURCE_DATE_EPOCH (seconds
    since 1970, https://reproducible-builds.org/specs/source-date-epoch/), else `dated` (2026-11-03, 2026-11 or 2026),
    else 1970. A character that the handout's font
    lacks is looked for among Typst's own fonts, then the system's; one that none has is shown as an empty box, and the
    file is then not marked as PDF/UA. Raises BlanketError when the template is not valid Typst or wants a package, when
    Typst gives up over the letters (a mark of one script on a letter of another), and when there would be no letter on
    the page.
    """
    import typst

    if found := _PACKAGE.search(source):
        raise BlanketError(texts.TYPST_PACKAGE.format(name=found.group()), texts.TYPST_PACKAGE_CURE, Exit.UNUSABLE)
    error: Exception | None = None
    with _alone() as root:
        main = {"main.typ": source.encode(), **files, **_left_over(root, standing)}
        for fonts, standards in (("own", ACCESSIBLE), ("typst", ACCESSIBLE), ("system", ACCESSIBLE), ("system", [])):
            try:
                pdf = _compiler(fonts, kept("skrift"), root).compile(
                    main, format="pdf", pdf_standards=standards, timestamp=_timestamp(dated)
                )
            except typst.TypstError as failure:
                error = failure
                if "could not be displayed" not in str(failure):
                    break
            except BaseException as failure:
                if type(failure).__name__ != "PanicException":  # no module names its class
                    raise
                raise BlanketError(texts.TYPST_GAVE_UP, texts.TYPST_GAVE_UP_CURE, Exit.UNUSABLE) from failure
            else:
                assert isinstance(pdf, bytes)
                if b"/BaseFont" not in pdf:
                    raise BlanketError(texts.NO_LETTERS, texts.NO_LETTERS_CURE, Exit.UNUSABLE)
                return pdf, [] if standards else [texts.NO_GLYPH]
    raise BlanketError(_said(error, source), texts.TEMPLATE_BROKEN_CURE, Exit.UNUSABLE)


@contextmanager
def _alone() -> Iterator[str]:
    """A folder to be Typst's root, with what papers have in common at most, and no way to the net.

    A template may put the name of a package together as it runs, so what Typst would fetch is sent to nobody.
    """
    names = [name for small in _PROXIES for name in (small, small.upper())] + ["no_proxy", "NO_PROXY"]
    before = {name: os.environ.get(name) for name in names}
    os.environ.update({name: "" if name.lower() == "no_proxy" else _NOBODY for name in names})
    try:
        if folder := kept("sats"):
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
        if folder and folder.is_dir():
            yield str(folder)
        else:
            with tempfile.TemporaryDirectory(prefix="blanket-") as root:
                yield root
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@lru_cache(maxsize=4)
def _compiler(which: str, copies: Path | None, root: str) -> Any:
    """A compiler, kept for a whole run: what it has read of the root it reads again only where that has changed."""
    import typst

    return typst.Compiler({"main.typ": b""}, root=root, font_paths=_fonts(which, copies))


def _left_over(root: str, standing: Mapping[str, bytes]) -> dict[str, bytes]:
    """Lay the files that papers have in common into Typst's root, once a run; returns those that cannot be."""
    return {name: content for name, content in standing.items() if not _lies(Path(root) / name, content)}


@lru_cache(maxsize=256)
def _lies(file: Path, content: bytes) -> bool:
    """Whether a file holds this, written anew where it does not."""
    with suppress(OSError):
        if file.is_file() and file.read_bytes() == content:
            return True
        write_whole(file, content)
        return True
    return False


def places_in(
    source: str, files: Mapping[str, bytes], *, standing: Mapping[str, bytes] = {}
) -> list[tuple[str, int, float, float]]:
    """Where a page's marks stand: (what it is, page, points from the top, points high) of each, in order; empty when
    unknown.

    The page says it in one list, `<marks>` of templates/ark.typ.j2. Laying out costs two thirds of making a
    PDF; Typst remembers it, so making the PDF of the same source next costs the other third.
    """
    import typst

    with suppress(typst.TypstError, KeyError, ValueError), _alone() as root:
        main: Any = {"main.typ": source.encode(), **files, **_left_over(root, standing)}
        compiler: Any = typst.Compiler(main, root=root, font_paths=_fonts("own", kept("skrift")))
        found = compiler.query("<marks>", field="value", one=True)
        return _with_heights(json.loads(found) if isinstance(found, str) else found)
    return []


def _with_heights(marks: list[tuple[str, int, float]]) -> list[tuple[str, int, float, float]]:
    """The marks with the height of what begins at each: down to the mark where that ends, or none."""
    nexts = [*marks[1:], ("", 0, 0.0)]
    return [
        (kind, page, down, end - down + (last - page) * PAGE_HEIGHT if after == END else 0.0)
        for (kind, page, down), (after, last, end) in zip(marks, nexts, strict=True)
        if kind != END
    ]


def can_draw(picture: bytes) -> bool:
    """Whether Typst can draw a picture (SVG), on a page that is sound but for it."""
    page = '#set document(title: "logo")\n#set text(lang: "da")\n#image("logo.svg", alt: "logo")\nlogo'
    try:
        to_pdf(page, {"logo.svg": picture})
    except BlanketError:
        return False
    return True


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has: Typst writes its page objects uncompressed."""
    return len(re.findall(rb"/Type */Page\b", pdf))


def _said(error: Exception | None, source: str) -> str:
    """What Typst says, with the line that it says it of: of the rendered text, which the template became."""
    place = re.search(r"main\.typ:(\d+):", getattr(error, "diagnostic", "") or "")
    why = _why(str(error))
    if not place:
        return texts.TYPST_BROKEN.format(why=why)
    number = int(place[1])
    line = source.splitlines()[number - 1].strip()[:MOST_SHOWN]
    return texts.TYPST_BROKEN_AT.format(line=number, text=line, why=why)


def _why(said: str) -> str:
    """What is wrong, in Danish: Typst says it in English, with the path of a folder that is gone by now."""
    if unknown := re.match(r"unknown variable: (\S+)", said):
        return texts.TYPST_UNKNOWN.format(name=unknown[1])
    if said.startswith(("file not found", "path `")) or "project root" in said:
        return texts.TYPST_NO_FILE
    return texts.TYPST_NO_PACKAGE if "package" in said else texts.TYPST_WRONG


@lru_cache(maxsize=4)
def _fonts(which: str, copies: Path | None) -> Any:
    """The handout's font alone, with those that Typst carries, or with the system's too. Read once a run.

    A copy that is no font is made anew, and where that does not help the package's own files serve.
    """
    import typst

    fonts: Any = None
    for folder in (font_folder(copies), font_folder(copies, anew=True), font_folder(None)):
        fonts = typst.Fonts(
            include_system_fonts=which == "system", include_embedded_fonts=which != "own", font_paths=[folder]
        )
        if FONT in fonts.families():
            break
    return fonts


def font_folder(copies: Path | None, *, anew: bool = False) -> Path:
    """A folder with the handout's type: Source Sans Pro (SIL Open Font License), regular and bold.

    The package font-source-sans-pro holds every weight twice, as TrueType and as CFF; Typst would read all of them and
    take either. So the two files that are meant are copied to the folder `copies`, once, and again when a copy has
    another size than the original (`anew`: in any case). Without such a folder, or where it cannot be written, the
    package's own folder serves.
    """
    spec = find_spec("font_source_sans_pro")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent / "files"
    if copies is None:
        return package
    try:
        for name in FONT_FILES:
            copy, original = copies / name, package / name
            if anew or not copy.is_file() or copy.stat().st_size != original.stat().st_size:
                write_whole(copy, original.read_bytes())
    except OSError:
        return package
    return copies


def _timestamp(dated: str) -> int:
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if value.isascii() and value.isdigit():
        return min(int(value), LATEST)
    year, month, day = ([int(part) for part in dated.split("-") if part] + [1, 1, 1])[:3] if dated else (1970, 1, 1)
    return timegm((year, month, day, 0, 0, 0))
