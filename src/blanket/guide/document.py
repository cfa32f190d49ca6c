"""A handout as a file's content, in the format asked for.

Here goes the way from view model to bytes: pictures made, template rendered, PDF compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from blanket.guide.citizen import Handout
from blanket.guide.pictures import qr_svg, read_logo
from blanket.guide.rendering import render

Kind = Literal["pdf", "html", "md", "txt"]
KINDS: tuple[Kind, ...] = ("pdf", "html", "md", "txt")


def document(handout: Handout, kind: Kind, own_templates: Sequence[Path] = ()) -> tuple[bytes, list[str]]:
    """Render a handout. Returns its bytes (text as UTF-8) and notes for the user.

    `own_templates`: folders whose templates go before the shipped ones, the last first. Raises BlanketError for a
    template or logo that cannot be used.
    """
    logo = read_logo(handout.logo, handout.logo_alt) if handout.logo else None
    if kind in ("md", "txt"):
        return render("handout", kind, own=own_templates, doc=handout).encode(), []
    codes = {guide.id: qr_svg(guide.address) for guide in handout.guides if guide.address}
    if kind == "html":
        text = render(
            "handout",
            "html",
            own=own_templates,
            doc=handout,
            qr=codes,
            logo=logo.content if logo else b"",
            logo_kind=logo.kind if logo else "",
        )
        return text.encode(), []
    from blanket.guide.pdf import to_pdf

    names = {identifier: f"qr-{number}.svg" for number, identifier in enumerate(codes)}
    source = render(
        "handout", "typ", own=own_templates, doc=handout, qr_names=names, logo_name=logo.name if logo else ""
    )
    files = {names[identifier]: svg for identifier, svg in codes.items()}
    if logo:
        files[logo.name] = logo.content
    return to_pdf(source, files)
