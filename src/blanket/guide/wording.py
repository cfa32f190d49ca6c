"""Dates, amounts, addresses and the small print, in the words that a citizen reads.

Here goes how single values are said on a handout, and nothing about which of them are printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from blanket import texts
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Municipality
from blanket.kb.format.parts import Checked, Fee, Source

MOST_HOSTS = 6  # sources named in the small print


def said_fee(fee: Fee) -> str:
    """The text, with its year when the text itself does not say it."""
    return fee.text if fee.year is None or str(fee.year) in fee.text else f"{fee.text} ({fee.year})"


def in_words(address: str) -> str:
    """An address as it can be typed: without scheme, `www.` and a slash at the end."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def small_print(
    sources: Sequence[Source], checked: Checked | None, fees: Sequence[Fee], municipality: Municipality | None
) -> list[str]:
    """The small print: where it comes from, when it was read or checked, for which kommune and year."""
    lines = []
    public = [source.address for source in sources if source.address and not is_staging(source.address)]
    hosts = [(urlsplit(address).hostname or "").removeprefix("www.") for address in public]
    names = list(dict.fromkeys([*hosts, *(source.name for source in sources if source.name)]))[:MOST_HOSTS]
    if names:
        lines.append(texts.SMALL_SOURCES.format(names=", ".join(names)))
    if checked:
        lines.append(texts.SMALL_CHECKED.format(date=_when(checked.date), by=checked.by))
    elif sources:
        lines.append(texts.SMALL_READ.format(date=_when(max(source.read for source in sources))))
    years = sorted({fee.year for fee in fees if fee.year})
    if years:
        lines.append(texts.SMALL_YEARS.format(years=" og ".join(map(str, years))))
    if municipality:
        lines.append(texts.SMALL_KOMMUNE.format(name=municipality.title))
    return lines


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
