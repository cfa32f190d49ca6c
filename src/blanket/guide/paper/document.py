"""A handout as a file's content, in the format asked for.

Here goes the way from view model to bytes: pictures made, what is too long fitted, template rendered, PDF compiled.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

from msgspec.json import encode
from msgspec.structs import replace

from blanket.errors import BlanketError
from blanket.guide import labels
from blanket.guide.cache import kept
from blanket.guide.paper import fitting
from blanket.guide.paper.fitting import (
    MOST_PAGES,
    MOST_PAGES_LARGE,
    Fit,
    Mark,
    fitted,
    fitted_sheet,
    told,
    without,
)
from blanket.guide.paper.parts import CitizenGuide, Handout
from blanket.guide.paper.pictures import (
    BrokenLogoError,
    Logo,
    as_svg,
    broken_logo,
    icon,
    qr_svg,
    read_logo,
    ready_for_codes,
)
from blanket.guide.rendering import load, render, typst_string
from blanket.paths import shipped
from blanket.printable import clean
from blanket.texts import papers as texts
from blanket.writing import write_whole

Kind = Literal["pdf", "html", "md", "txt"]
KINDS: tuple[Kind, ...] = ("pdf", "html", "md", "txt")
LOGO = "logo.svg"
ADVICE = "raad.typ"
_LONG_WORD = re.compile(r"[^\s/-]{40,}")


def document(handout: Handout, kind: Kind, own_templates: Sequence[Path] = ()) -> tuple[bytes, list[str]]:
    """Render a handout. Returns its bytes (text as UTF-8) and notes for the user.

    `own_templates`: folders whose templates go before the shipped ones, the last first. Where those or the logo cannot
    be used, the page is printed without them, which is noted: nobody is sent home for a picture. Raises BlanketError
    for what is wrong with our own templates.
    """
    given_way: list[str] = []
    while True:
        try:
            content, notes = strict_document(handout, kind, own_templates)
        except BrokenLogoError as error:
            given_way.append(texts.LOGO_LEFT.format(why=error.what))
            handout = replace(handout, logo=None)
        except BlanketError as error:
            if not own_templates:
                raise
            given_way.append(texts.OWN_TEMPLATE_LEFT.format(why=error.what))
            own_templates = ()
        else:
            return content, [*given_way, *notes]


def strict_document(handout: Handout, kind: Kind, own_templates: Sequence[Path] = ()) -> tuple[bytes, list[str]]:
    """As `document`, but nothing gives way: raises BrokenLogoError for a logo, BlanketError for a template."""
    logo = read_logo(handout.logo, handout.logo_alt) if handout.logo else None
    if kind in ("md", "txt"):
        return render("handout", kind, own=own_templates, doc=handout, t=labels).encode(), []
    press = _Press(handout, logo, own_templates)
    handout, notes = _fitted(handout, press)
    if kind == "html":
        text = render(
            "handout",
            "html",
            own=own_templates,
            doc=handout,
            t=labels,
            qr=press.codes,
            icon=lambda name: icon(name).decode(),
            logo=logo.content if logo else b"",
            logo_kind=logo.kind if logo else "",
        )
        return text.encode(), notes
    pdf, more = press.pdf(handout)
    return pdf, [*notes, *more]


def get_ready(kind: Kind, own_templates: Sequence[Path], *, large: bool) -> None:
    """Read what every paper of a kind is made with, so that processes that are forked next have it: programs, templates
    and pictures. Typst itself does not begin here: its threads would not live through a fork."""
    from blanket.guide.paper import pdf  # noqa: F401 - read here, used in `_Press`

    with suppress(BlanketError):  # what is wrong with a template is said of the first paper
        load("handout", "html" if kind == "html" else "typ", tuple(own_templates))
        for tight in (False, True):
            _module(tuple(own_templates), large=large, tight=tight)
    ready_for_codes()
    _print_of_the_press()
    for name in labels.ICONS:
        icon(name)


def _fitted(handout: Handout, press: _Press) -> tuple[Handout, list[str]]:
    """The handout with every task on its pages, and what was left out for that."""
    is_sheet = handout.for_staff and any(guide.where for guide in handout.guides)
    if handout.each or handout.card or (handout.for_staff and not is_sheet):
        return handout, []
    if is_sheet:
        sheet, tight, left = fitted_sheet(handout.guides[0], press, MOST_PAGES_LARGE if handout.large else MOST_PAGES)
        return replace(handout, guides=[sheet], tight=tight), left
    fits = [(guide, press.fit(guide)) for guide in handout.guides]
    tight = any(fit.tight for _, fit in fits)
    notes = [note for guide, fit in fits for note in told(guide, fit.left_out, fit.stay)]
    return replace(handout, guides=[without(guide, fit.left_out, fit.stay) for guide, fit in fits], tight=tight), notes


class _Press:
    """Lays out and makes pages of one handout's guides, and keeps what was found and the last page made: what was
    measured is mostly what is printed."""

    def __init__(self, handout: Handout, logo: Logo | None, own_templates: Sequence[Path]) -> None:
        self.codes = {guide.id: qr_svg(guide.web.address) for guide in handout.guides if guide.web}
        self._logo, self._own = logo, tuple(own_templates)
        alone = len(handout.guides) == 1
        self._bare = handout if alone else replace(handout, box=None, meeting=None, notes=[], extra=[])
        self._laid: dict[tuple[str, bytes | None], list[Mark]] = {}
        self._last: tuple[tuple[str, bytes | None], tuple[bytes, list[str]]] = (("", None), (b"", []))

    def fit(self, guide: CitizenGuide) -> Fit:
        """How a guide fits on its pages, as it was found before, where the same guide was printed then.

        Finding it takes two or three PDFs, so it is kept for what is printed again: never for what somebody typed.
        """
        limit = MOST_PAGES_LARGE if self._bare.large else MOST_PAGES
        typed = self._bare.notes or self._bare.helper or guide.event
        file = None if typed or self._own or self._logo else kept("sider", self._print_of(guide))
        if file is not None:
            with suppress(OSError, ValueError):
                left_out, tight, *stay = file.read_text(encoding="ascii").split()
                return Fit(int(left_out), tight == "tight", tuple(map(int, stay)))
        # A form's own paper is short: close together it is one page, where it would be one and a half.
        fit = fitted(guide, self, limit, spare=self._bare.large or not (guide.ways or guide.groups))
        if file is not None:
            with suppress(OSError):
                words = (fit.left_out, "tight" if fit.tight else "wide", *fit.stay)
                write_whole(file, " ".join(map(str, words)).encode())
        return fit

    def _print_of(self, guide: CitizenGuide) -> str:
        """A fingerprint of all that decides how many pages a guide takes; the day in the head is as long every day."""
        page = replace(self._bare, guides=[guide], printed="")
        return sha256(encode(page) + _print_of_the_press()).hexdigest()

    def pages(self, guide: CitizenGuide, *, tight: bool = False) -> int:
        """How many pages a guide takes, alone, with its parts apart or close together."""
        from blanket.guide.paper.pdf import page_count

        return page_count(self.pdf(replace(self._bare, guides=[guide], tight=tight))[0])

    def within(self, guide: CitizenGuide, limit: int) -> bool:
        """Whether a guide keeps to so many pages, alone, with its parts close together."""
        return self.pages(guide, tight=True) <= limit

    def letters(self, guide: CitizenGuide) -> int:
        """How long a guide's data is: about how much room it takes."""
        with suppress(UnicodeEncodeError):
            return len(encode(guide))
        return 0  # somebody's text holds half a character, which is not printed: the pages are counted

    def marks(self, guide: CitizenGuide) -> list[Mark]:
        """Where the advice of a guide stands with its parts close together, and what comes after it."""
        from blanket.guide.paper.pdf import places_in

        source, files, standing = self._typst(replace(self._bare, guides=[guide], tight=True))
        key = source, files.get(ADVICE)
        if key not in self._laid:
            self._laid[key] = [Mark(*place) for place in places_in(source, files, standing=standing)]
        return self._laid[key]

    def pdf(self, handout: Handout) -> tuple[bytes, list[str]]:
        """The PDF, and notes for the user. Raises BlanketError for a template or logo that cannot be used."""
        from blanket.guide.paper.pdf import can_draw, to_pdf

        source, files, standing = self._typst(handout)
        key = source, files.get(ADVICE)
        if self._last[0] == key:
            return self._last[1]
        try:
            made = to_pdf(source, files, max(guide.dated for guide in handout.guides), standing=standing)
        except BlanketError as error:
            if self._logo and handout.logo and not can_draw(files[LOGO]):
                raise broken_logo(handout.logo) from error
            raise
        self._last = (key, made)
        return made

    def _typst(self, handout: Handout) -> tuple[str, dict[str, bytes], dict[str, bytes]]:
        """The page as Typst source, the pictures that it names, and the files that it has in common with other pages.

        Where room is short there are marks in it: what is laid out to be measured and then printed is laid out once.
        And its advice, of which some is left out, stands in a file of its own: all that stays the same from one try to
        the next keeps its place in its file, by which Typst knows it again, and is not laid out anew.
        """
        names = {identifier: f"qr-{number}.svg" for number, identifier in enumerate(self.codes)}
        files = {names[identifier]: svg for identifier, svg in self.codes.items()}
        measured = handout.tight and len(handout.guides) == 1
        if measured:
            advice = "".join(f"{typst_string(clean(one))}, " for one in handout.guides[0].advice)
            files[ADVICE] = f"#let advice = ({advice})\n".encode()
        if self._logo:
            files[LOGO] = as_svg(self._logo)
        name, module = _module(self._own, large=handout.large, tight=handout.tight)
        source = render(
            "handout",
            "typ",
            own=self._own,
            doc=handout,
            t=labels,
            qr_names=names,
            logo_name=LOGO if self._logo else "",
            long_words=_LONG_WORD.search(repr(handout)) is not None,  # breaking them costs Typst 2 ms a handout
            measured=ADVICE if measured else "",
            module=name,
        )
        return source, files, {name: module} | {f"{sign}.svg": icon(sign) for sign in labels.ICONS}


@cache
def _print_of_the_press() -> bytes:
    """What pages are made by: templates, what gives way and in which words, and Typst."""
    import typst

    files = [shipped("templates") / f"{name}.typ.j2" for name in ("handout", "ark")]
    files += [Path(str(module.__file__)) for module in (fitting, labels)]
    return b"".join(file.read_bytes() for file in files) + str(getattr(typst, "__version__", "")).encode()


@lru_cache(maxsize=8)
def _module(own: Sequence[Path], *, large: bool, tight: bool) -> tuple[str, bytes]:
    """What papers of a kind are made of, as a Typst module, and its name, which another content has not."""
    module = render("ark", "typ", own=own, t=labels, large=large, tight=tight).encode()
    return f"ark-{sha256(module).hexdigest()[:16]}.typ", module
