"""A month of the tally as one page with plots: what a leader shows for what the service is worth.

Here goes which counts stand on it. It leaves the machine, so a count under five is "<5" and a short light bar, whatever
it is, and nothing stands on it that another count could be taken from to tell one from four.
"""

from __future__ import annotations

import textwrap
from collections import Counter

from blanket.desk.tally import FEW, Tally, rows_of
from blanket.texts import days as day_texts
from blanket.texts import tally as texts

MONTHS, ENTRIES = 12, 15  # bars of each plot
NAME_LETTERS = 34  # that have room beside a bar


def month_page(tally: Tally, month: str, titles: dict[str, str]) -> str:
    """The page of one month (`2026-11`) as HTML: no network, no scripts, plots as inline SVG."""
    from blanket.guide.rendering import render
    from blanket.guide.screens.status_page import BAR_WIDEST

    visits, unanswered, *entries = rows_of(tally, month, titles, leaves=True)
    until = [one for one in tally.months if one <= month][:MONTHS]
    by_month = {said_month(one): tally.visits_in(one) for one in reversed(until)}
    by_entry = {titles.get(one, one): count for one, count in _most_used(tally.entries.get(month, Counter()))}
    return render(
        "status",
        "html",
        title=texts.TALLY_PAGE_TITLE.format(month=said_month(month)),
        headings=texts.TALLY_PAGE_HEADINGS,
        rows=[unanswered, *entries],
        total=visits,
        facts=[],
        plots=[
            _plot("besoeg", texts.TALLY_PLOT_VISITS, by_month),
            _plot("opslag", texts.TALLY_PLOT_ENTRIES, by_entry),
        ],
        widest=BAR_WIDEST,
    )


def said_month(month: str) -> str:
    """`november 2026` of `2026-11`."""
    year, number = month.split("-")
    return f"{day_texts.MONTH_NAMES[int(number) - 1]} {year}"


def _most_used(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:ENTRIES]


def _plot(identifier: str, title: str, counts: dict[str, int]) -> object:
    from blanket.guide.screens.status_page import BAR_WIDEST, Bar, Plot

    most = max([*counts.values(), FEW])
    bars = []
    for name, count in counts.items():
        short = textwrap.shorten(name, NAME_LETTERS, placeholder=" …")
        if 0 < count < FEW:
            bars.append(Bar(short, texts.TALLY_FEW, round(BAR_WIDEST * (FEW - 1) / most / 2, 1), 0))
        else:
            size = round(BAR_WIDEST * count / most, 1)
            bars.append(Bar(short, str(count), size, size))
    alt = f"{title}: " + ", ".join(f"{name} {bar.shown}" for name, bar in zip(counts, bars, strict=True)) + "."
    return Plot(identifier, title, alt, bars, note=texts.TALLY_PLOT_NOTE)
