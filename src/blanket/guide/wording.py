"""Dates, amounts, addresses and the foot of a paper, in the words that a citizen reads.

Here goes how single values are said on a handout, and nothing about which of them are printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from blanket.guide import labels
from blanket.guide.paper.parts import Web
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Municipality
from blanket.kb.format.parts import Checked, Fee, Source
from blanket.texts import days as texts

LONGEST_ADDRESS = 40  # letters of an address that anybody can type
_AMOUNT = re.compile(r"\d[\d.,]* (?:kr|procent)")
_QUOTED = re.compile(r"“([^”]{3,60})”")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_STEM = 6  # letters by which two words are taken for forms of one
_LONGER = re.compile(r"[^\W\d_]{4,}")
_GETTING = re.compile(r"(?:Søg|Få)(?: om)?(?: en| et)? ")
# A question or a sentence: nobody finds a page by it.
_SENTENCE = re.compile(r"^[Nn]år\b|\b(?:at|ikke|jeg|du|dig|din|dit|dine|min|mit|mine)\b")


def said_fees(fees: Sequence[Fee], year: int) -> list[str]:
    """Prices on paper, in this year: an uncertain one is a question, and one of a year that is over is not for sure.

    To ask is said once, before the first of them; not where the text says it, nor of what is free.
    """
    old = [fee for fee in fees if _is_over(fee, year)]
    asked = labels.ASK_PRICES if len(old) > 1 else labels.ASK_PRICE
    said = []
    for fee in fees:
        if fee.uncertain:
            said.append(labels.ASK_AMOUNT)
        elif _is_over(fee, year):
            named = str(fee.year) in fee.text
            text = fee.text if named else labels.PRICE_OF.format(year=fee.year, text=fee.text)
            said.append(f"{asked} {text}" if fee is old[0] else text)
        else:
            said.append(said_fee(fee))
    return said


def said_among(item: str, others: Sequence[str]) -> bool:
    """Whether others name the same thing, so that two lists on one paper do not say it in two ways.

    They do when every word of some length begins as a word of theirs: `Lejekontrakten` is `Din lejekontrakt`. Of a
    signature and of another form, named by its number, nothing is taken for granted.
    """
    if "underskrift" in item.casefold() or any(letter.isdigit() for letter in item):
        return False
    words = {word[:_STEM] for other in others for word in _LONGER.findall(other.casefold())}
    own = [word[:_STEM] for word in _LONGER.findall(item.casefold())]
    return bool(own) and all(word in words for word in own)


def _is_over(fee: Fee, year: int) -> bool:
    """Whether an amount is of a year that is over, so that it has to be asked about."""
    if fee.uncertain or fee.year is None or fee.year >= year or "Spørg" in fee.text:
        return False
    return "gratis" not in fee.text or _AMOUNT.search(fee.text) is not None


def said_fee(fee: Fee) -> str:
    """The text, with its year when the text itself does not say it."""
    return fee.text if fee.year is None or str(fee.year) in fee.text else f"{fee.text} ({fee.year})"


def in_words(address: str) -> str:
    """An address as it can be typed: without scheme, `www.` and a slash at the end."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def web_of(address: str | None, steps: Sequence[str], title: str) -> Web | None:
    """How a page is reached: its address when it is short, else its host and what to look for there.

    What to look for is what the first step has in quotation marks, else what the title is about; where it says that in
    a sentence of its own, the host alone. None for a staging copy.
    """
    if not address or is_staging(address):
        return None
    words = in_words(address)
    if len(words) <= LONGEST_ADDRESS:
        return Web(address, words, labels.TYPE.format(address=words))
    quoted = _QUOTED.search(steps[0]) if steps else None
    what = quoted[1] if quoted else topic(title)
    host = words.split("/", 1)[0].split("?", 1)[0]
    if not what and len(host) <= LONGEST_ADDRESS:
        return Web(address, host, labels.TYPE.format(address=host))
    what = what or title
    if len(host) > LONGEST_ADDRESS:
        return Web(address, what, labels.FIND.format(what=what))
    return Web(address, host, labels.TYPE_AND_FIND.format(host=host, what=what))


def topic(title: str) -> str:
    """What a title is about, as one says or looks for it: `Få et hjælpemiddel (rollator m.m.)` is `hjælpemiddel`.

    Empty where the title is a question or a sentence.
    """
    about = _GETTING.sub("", _BRACKETS.sub("", title).split(",", 1)[0], count=1).strip()
    if not about or "?" in title or _SENTENCE.search(about) or title.startswith(f"{about}, om "):
        return ""
    return about[0].lower() + about[1:] if about[1:].islower() else about


def on_site(web: Web, site: str, identifier: str) -> Web:
    """The same page by its short address in a kommune's site, which leads on to the authority's; the old one if longer.

    `site`: where the kommune has its site. The authority's own site is said in words.
    """
    address = f"{site.rstrip('/')}/{identifier}"
    words, host = in_words(address), in_words(web.address).split("/", 1)[0].split("?", 1)[0]
    if len(words) > LONGEST_ADDRESS:
        return web
    return Web(address, words, labels.TYPE_SHORT.format(address=words, host=host), source=web.address)


def typable(address: str) -> str:
    """An address as it may stand in running text: whole, else its host; empty when both are long."""
    words = in_words(address)
    host = words.split("/", 1)[0]
    return next((text for text in (words, host) if len(text) <= LONGEST_ADDRESS), "")


def foot(sources: Sequence[Source], municipality: Municipality | None) -> list[str]:
    """The foot: whose pages it is from, how old the oldest is, that things may have changed, for which kommune.

    A page that shows no date of its own is not of the year when it was read: only when that was is said of it.
    Only what a citizen knows is named: a name that says nothing, or the wrong thing, costs the paper its trust.
    """
    lines = []
    public = [source for source in sources if source.name or (source.address and not is_staging(source.address))]
    if public:
        name = next((host for source in public if (host := _host(source)) in labels.KNOWN_PAGES), "")
        one = len(public) == 1
        pages = (labels.SOURCES_ONE if one else labels.SOURCES) if name else labels.SOURCES_UNKNOWN
        lines.append(_how_old(pages.format(first=name), public, one=one and bool(name)))
        lines.append(labels.MAY_CHANGE)
    if municipality:
        lines.append(labels.FOR_KOMMUNE.format(name=municipality.title))
    return lines


def _how_old(pages: str, sources: Sequence[Source], *, one: bool) -> str:
    """Whose pages, and how old they are. `one`: a single page, whose own date stands alone."""
    year = min((source.page_date[:4] for source in sources if source.page_date), default="")
    read = said_day(min((source.read for source in sources if not source.page_date), default="")[:7])
    if not read:
        return (labels.SOURCES_DATED_ONE if one else labels.SOURCES_DATED).format(pages=pages, year=year)
    if not year:
        return (labels.SOURCES_UNDATED_ONE if one else labels.SOURCES_UNDATED).format(pages=pages, read=read)
    return labels.SOURCES_MIXED.format(pages=pages, year=year, read=read)


def _host(source: Source) -> str:
    return (urlsplit(source.address or "").hostname or "").removeprefix("www.")


def vouched(checked: Checked | None) -> str:
    """Who vouches for it, as a sentence; empty when nobody does."""
    return labels.CHECKED.format(by=checked.by, date=_when(checked.date)) if checked else ""


def _when(day: str) -> str:
    """`den 3. november 2026`, `i november 2026`, `i 2026`."""
    return f"{'den' if len(day) > len('2026-11') else 'i'} {said_day(day)}"


def said_day(day: str) -> str:
    """A date of the model in Danish: `2026-11-03` is 3. november 2026, `2026-11` november 2026."""
    year, *rest = day.split("-")
    if not rest:
        return year
    month = texts.MONTH_NAMES[int(rest[0]) - 1]
    return f"{int(rest[1])}. {month} {year}" if len(rest) > 1 else f"{month} {year}"
