"""Pictures on a handout: QR codes and a kommune's logo.

Here goes what makes or reads a picture; where it stands on the page is the templates' business.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from blanket import texts
from blanket.errors import BlanketError, Exit

MOST_BYTES = 500 * 1024
_KINDS = {b"\x89PNG\r\n\x1a\n": ("image/png", "logo.png")}


@dataclass(frozen=True, slots=True)
class Logo:
    """A kommune's logo: its content, its MIME type, a name for it inside a document, and what it shows."""

    content: bytes
    kind: str
    name: str
    alt: str


def qr_svg(address: str) -> bytes:
    """A QR code of an address as SVG, UTF-8: the same address gives the same bytes.

    Error correction level M: a fold or a coffee stain may hide 15 percent (ISO/IEC 18004).
    """
    import segno

    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False, svgns=True, nl=False)
    return out.getvalue()


def read_logo(file: Path, alt: str) -> Logo:
    """Read a logo. Raises BlanketError when it is not there, too large, or neither PNG nor SVG."""
    try:
        content = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b""
    except OSError as error:
        raise broken_logo(file, error.strerror or str(error)) from error
    for start, (kind, name) in _KINDS.items():
        if content.startswith(start):
            return Logo(content, kind, name, alt)
    if b"<svg" in content[:2000]:
        return Logo(content, "image/svg+xml", "logo.svg", alt)
    raise broken_logo(file)


def broken_logo(file: Path, why: str = texts.LOGO_KIND) -> BlanketError:
    """The error for a logo that cannot be used."""
    return BlanketError(texts.LOGO_BROKEN.format(file=file, why=why), texts.LOGO_BROKEN_CURE, Exit.UNUSABLE)
