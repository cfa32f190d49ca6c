"""A handout as a file's content, in the format asked for.

Here goes the way from view model to bytes: pictures made, what is too long fitted, template rendered, PDF compiled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from blanket import texts
from blanket.errors import BlanketError
from blanket.guide import labels
from blanket.guide.fitting import MOST_PAGES, MOST_PAGES_LARGE, Fit, fitted
from blanket.guide.parts import CitizenGuide, Handout
from blanket.guide.pictures import Logo, as_svg, broken_logo, icon, qr_svg, read_logo
from blanket.guide.rendering import TemplateMisfitError, render

Kind = Literal["pdf", "html", "md", "txt"]
KINDS: tuple[Kind, ...] = ("pdf", "html", "md", "txt")
LOGO = "logo.svg"
_LONG_WORD = re.compile(r"[^\s/-]{40,}")
# Letters that a page holds at the least: a guide of fewer needs no look at whether it fits.
SURELY_FITS, SURELY_FITS_LARGE = 1500, 1300


def document(handout: Handout, kind: Kind, own_templates: Sequence[Path] = ()) -> tuple[bytes, list[str]]:
    """Render a handout. Returns its bytes (text as UTF-8) and notes for the user.

    `own_templates`: folders whose templates go before the shipped ones, the last first. One that cannot be used gives
    way to ours, which is noted. Raises BlanketError for a logo that cannot be used.
    """
    logo = read_logo(handout.logo, handout.logo_alt) if handout.logo else None
    if not own_templates:
        return _document(handout, kind, logo, ())
    try:
        return _document(handout, kind, logo, own_templates)
    except TemplateMisfitError as error:
        content, notes = _document(handout, kind, logo, ())
        return content, [texts.OWN_TEMPLATE_LEFT.format(why=error.what), *notes]


def _document(
    handout: Handout, kind: Kind, logo: Logo | None, own_templates: Sequence[Path]
) -> tuple[bytes, list[str]]:
    if kind in ("md", "txt"):
        return render("handout", kind, own=own_templates, doc=handout, t=labels).encode(), []
    codes = {guide.id: qr_svg(guide.web.address) for guide in handout.guides if guide.web}
    handout, notes = _fitted(handout, codes, logo, own_templates)
    if kind == "html":
        text = render(
            "handout",
            "html",
            own=own_templates,
            doc=handout,
            t=labels,
            qr=codes,
            icon=lambda name: icon(name).decode(),
            logo=logo.content if logo else b"",
            logo_kind=logo.kind if logo else "",
        )
        return text.encode(), notes
    pdf, more = _pdf(handout, codes, logo, own_templates)
    return pdf, [*notes, *more]


def _fitted(
    handout: Handout, codes: dict[str, bytes], logo: Logo | None, own_templates: Sequence[Path]
) -> tuple[Handout, list[str]]:
    """The handout with every task on its pages, and what was left out for that."""
    from blanket.guide.pdf import page_count

    if handout.each or handout.for_staff:
        return handout, []
    limit = MOST_PAGES_LARGE if handout.large else MOST_PAGES
    room = limit * (SURELY_FITS_LARGE if handout.large else SURELY_FITS)
    alone = len(handout.guides) == 1
    bare = replace(handout, box=None, meeting=handout.meeting if alone else None, notes=handout.notes if alone else [])

    def pages(guide: CitizenGuide, tight: bool) -> int:
        return page_count(_pdf(replace(bare, guides=[guide], tight=tight), codes, logo, own_templates)[0])

    guides: list[CitizenGuide] = []
    notes: list[str] = []
    tight = False
    for guide in handout.guides:
        fit = Fit(guide) if _letters(guide, handout) < room else fitted(guide, pages, limit)
        guides.append(fit.guide)
        notes += fit.told
        tight = tight or fit.tight
    return replace(handout, guides=guides, tight=tight), notes


def _letters(guide: CitizenGuide, handout: Handout) -> int:
    """About how much stands on a guide's pages; headings, boxes and lines to write on count as well."""
    return len(repr(guide)) + sum(map(len, handout.notes)) if guide.advice or guide.fees or guide.slips else 0


def _pdf(
    handout: Handout, codes: dict[str, bytes], logo: Logo | None, own_templates: Sequence[Path]
) -> tuple[bytes, list[str]]:
    from blanket.guide.pdf import compiles, to_pdf

    names = {identifier: f"qr-{number}.svg" for number, identifier in enumerate(codes)}
    files = {names[identifier]: svg for identifier, svg in codes.items()}
    files |= {f"{name}.svg": icon(name) for name in labels.ICONS}
    if logo:
        files[LOGO] = as_svg(logo)
    source = render(
        "handout",
        "typ",
        own=own_templates,
        doc=handout,
        t=labels,
        qr_names=names,
        logo_name=LOGO if logo else "",
        long_words=_LONG_WORD.search(repr(handout)) is not None,  # breaking them costs Typst 2 ms a handout
    )
    try:
        return to_pdf(source, files, max(guide.dated for guide in handout.guides))
    except BlanketError as error:
        if logo and handout.logo and not compiles(f'#image("{LOGO}", alt: "logo")', files):
            raise broken_logo(handout.logo) from error
        raise
