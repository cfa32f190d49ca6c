"""Pictures on a handout: QR codes and a kommune's logo.

Here goes what makes or reads a picture; where it stands on the page is the templates' business.
"""

from __future__ import annotations

import base64
import io
import struct
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from blanket.errors import BlanketError, Exit
from blanket.guide.cache import kept
from blanket.paths import shipped
from blanket.system import reason
from blanket.texts import papers as texts
from blanket.writing import write_whole

MOST_BYTES = 500 * 1024
MASK = 3  # any of the eight can be read; looking for the prettiest takes six times as long as all the rest
PNG_END = b"IEND\xaeB`\x82"
PNG_START = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


class Logo(NamedTuple):
    """A kommune's logo: its content, its MIME type, and what it shows."""

    content: bytes
    kind: str
    alt: str


def qr_svg(address: str) -> bytes:
    """A QR code of an address as SVG, UTF-8: the same address gives the same bytes.

    Error correction level M: a fold or a coffee stain may hide 15 percent (ISO/IEC 18004). Kept where guides keep
    things, when that can be written: segno alone takes 40 ms to import.
    """
    file = kept("qr", f"{sha256(address.encode()).hexdigest()}-{MASK}.svg")
    if file is None:
        return _make_qr(address)
    with suppress(OSError):
        found = file.read_bytes()
        if found.startswith(b"<svg") and found.endswith(b"</svg>"):
            return found
    code = _make_qr(address)
    with suppress(OSError):
        write_whole(file, code)
    return code


def ready_for_codes() -> None:
    """Read what codes are made with, where none is kept yet."""
    folder = kept("qr")
    if folder is None or not folder.is_dir():
        import segno  # noqa: F401 - read here, used in `_make_qr`


def qr_png(address: str) -> bytes:
    """The same code as the smallest picture there is, a dot a module: for a site, which has hundreds of them."""
    file = kept("qr", f"{sha256(address.encode()).hexdigest()}-{MASK}.png")
    if file is None:
        return _make_qr(address, "png")
    with suppress(OSError):
        found = file.read_bytes()
        if found.startswith(PNG_START[:8]) and found.endswith(PNG_END):
            return found
    code = _make_qr(address, "png")
    with suppress(OSError):
        write_whole(file, code)
    return code


def _make_qr(address: str, kind: str = "svg") -> bytes:
    import segno

    out = io.BytesIO()
    more = {"xmldecl": False, "svgns": True, "nl": False} if kind == "svg" else {}
    segno.make(address, error="m", micro=False, mask=MASK).save(out, kind=kind, border=2, **more)
    return out.getvalue()


@cache
def icon(name: str) -> bytes:
    """A small picture of ours as SVG: lines only, black, 24 units high."""
    return (shipped("templates") / "ikoner" / f"{name}.svg").read_bytes()


def read_logo(file: Path, alt: str) -> Logo:
    """Read a logo. Raises BrokenLogoError when it is not there, too large, or neither PNG nor SVG."""
    try:
        content = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b""
    except OSError as error:
        raise broken_logo(file, reason(error)) from error
    if content.startswith(PNG_START) and content.endswith(PNG_END):
        return Logo(content, "image/png", alt)
    if b"<svg" in content[:2000]:
        return Logo(content, "image/svg+xml", alt)
    raise broken_logo(file)


def as_svg(logo: Logo) -> bytes:
    """The logo as SVG: a PNG inside one. The Typst package takes pictures as text only, so no PNG as it is."""
    if logo.kind == "image/svg+xml":
        return logo.content
    width, height = struct.unpack(">II", logo.content[16:24])  # PNG, third edition, section 11.2.1
    data = base64.b64encode(logo.content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    ).encode()


class BrokenLogoError(BlanketError):
    """A logo that cannot be used."""


def broken_logo(file: Path, why: str = texts.LOGO_KIND) -> BrokenLogoError:
    """The error for a logo that cannot be used."""
    return BrokenLogoError(texts.LOGO_BROKEN.format(file=file, why=why), texts.LOGO_BROKEN_CURE, Exit.UNUSABLE)
