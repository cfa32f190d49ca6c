"""A handout as a file's content, in the format asked for.

Here goes the way from view model to bytes: pictures made, template rendered, PDF compiled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from blanket.errors import BlanketError
from blanket.guide.parts import Handout
from blanket.guide.pictures import Logo, as_svg, broken_logo, qr_svg, read_logo
from blanket.guide.rendering import render

Kind = Literal["pdf", "html", "md", "txt"]
KINDS: tuple[Kind, ...] = ("pdf", "html", "md", "txt")
LOGO = "logo.svg"
_LONG_WORD = re.compile(r"[^\s/-]{40,}")
MOST_PAGES, MOST_PAGES_LARGE = 2, 4  # of a handout of one entry, as long as there is advice to leave out


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
        from blanket.guide.pdf import font_contents  # the page carries the PDF's type: same page ends

        text = render(
            "handout",
            "html",
            own=own_templates,
            doc=handout,
            qr=codes,
            logo=logo.content if logo else b"",
            logo_kind=logo.kind if logo else "",
            fonts=font_contents(),
        )
        return text.encode(), []
    return _pdf(handout, codes, logo, own_templates)


def _pdf(
    handout: Handout, codes: dict[str, bytes], logo: Logo | None, own_templates: Sequence[Path]
) -> tuple[bytes, list[str]]:
    """The PDF. A handout of one entry gives up its last pieces of advice, one by one, to stay on its pages."""
    from blanket.guide.pdf import compiles, page_count, to_pdf

    names = {identifier: f"qr-{number}.svg" for number, identifier in enumerate(codes)}
    files = {names[identifier]: svg for identifier, svg in codes.items()}
    if logo:
        files[LOGO] = as_svg(logo)
    long_words = _LONG_WORD.search(repr(handout)) is not None  # breaking them costs Typst 2 ms a handout
    limit = MOST_PAGES_LARGE if handout.large else MOST_PAGES
    while True:
        source = render(
            "handout",
            "typ",
            own=own_templates,
            doc=handout,
            qr_names=names,
            logo_name=LOGO if logo else "",
            long_words=long_words,
        )
        try:
            pdf, notes = to_pdf(source, files, max(guide.dated for guide in handout.guides))
        except BlanketError as error:
            if logo and handout.logo and not compiles(f'#image("{LOGO}", alt: "logo")', files):
                raise broken_logo(handout.logo) from error
            raise
        guide = handout.guides[0]
        if len(handout.guides) > 1 or not guide.advice or page_count(pdf) <= limit:
            return pdf, notes
        handout = replace(handout, guides=[replace(guide, advice=guide.advice[:-1])])
