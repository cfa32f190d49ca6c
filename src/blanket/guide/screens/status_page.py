"""The state of the knowledge base for people: a plain table for the terminal, and a page with plots for a leader.

Here goes the layout of numbers; the counting stands in `kb.status`, the page itself in templates/status.html.j2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from blanket.guide.rendering import render, wrap
from blanket.kb.format.model import kind_of
from blanket.kb.review.ages import OLD_BEFORE
from blanket.kb.review.status import BaseStatus, KindCount
from blanket.kb.review.unvouched import Unvouched
from blanket.kb.rules.readability import LIX_LIMIT
from blanket.texts import days as day_texts
from blanket.texts import layers as layer_texts
from blanket.texts import status as texts

BAR_WIDEST = 280  # of the plot's 360 units, which a telephone is wide: names above, numbers to the right
LIX_STEP = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `size` of it is drawn, `filled` of that is dark; `shown` stands beside it."""

    name: str
    shown: str
    size: float
    filled: float


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars under a title. `alt` says in words what the bars show; `legend` what dark and light mean."""

    id: str
    title: str
    alt: str
    bars: list[Bar]
    legend: tuple[str, str] | None = None
    note: str = ""


def status_text(status: BaseStatus, width: int) -> str:
    """The state as plain lines: a table of the kinds, then what must be looked at."""
    rows = [texts.STATUS_HEADINGS, *(_cells(row) for row in status.kinds), _cells(status.total)]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, *_own_and_shared(status), strict=True)]
    lines = [texts.STATUS_TITLE.format(day=danish_day(status.today)), ""]
    lines += [_line(row, widths) for row in rows]
    lines += [_line(row, widths) for row in _own_and_shared(status)]
    lines += [_release_line(status)]
    lines += [wrap(_trend(status), width)] if status.trend else []
    lines += ["", *_counts([(texts.STATUS_WORDS, status.words), (texts.STATUS_BROKEN, status.broken)])]
    lines += [f"{texts.STATUS_UNREAD}: {status.unread}"] if status.unread else []
    lines += [wrap(line, width) for line in _no_longer_lines(status)]
    lines += ["", texts.STATUS_DUE]
    lines += _counts([(texts.STATUS_REASONS[reason], len(ids)) for reason, ids in status.due.items()], "  ")
    lines += [*_counts([(texts.STATUS_OLD_AMOUNTS, status.old_amounts)], "  "), texts.STATUS_DUE_LIST]
    lines += ["", wrap(unvouched_line(status.unvouched), width), "", *_kommuner_lines(status, width)]
    lines += ["", *_counts([(texts.STATUS_NO_PAPER, len(status.no_paper))])]
    lines += ["", texts.STATUS_FORMS]
    lines += _counts([(texts.STATUS_FORM_STATES[state], len(ids)) for state, ids in status.forms.items()], "  ")
    for title, counts in ((texts.STATUS_AMOUNTS, status.ages.amounts), (texts.STATUS_CLAIMS, status.ages.claims)):
        lines += ["", title, wrap(_by_year(counts), width, "  ")]
    lines += ["", *_counts([(texts.STATUS_OLD.format(year=OLD_BEFORE), len(status.ages.old))])]
    lines += ["", texts.STATUS_LIX, wrap(_lix_row(status), width, "  ")]
    return "\n".join(line if len(line) <= width else wrap(line, width) for line in lines)


def status_page(status: BaseStatus) -> str:
    """The state as one self-contained page: no network, no scripts, plots as inline SVG."""
    return render(
        "status",
        "html",
        title=texts.STATUS_TITLE.format(day=danish_day(status.today)),
        headings=texts.STATUS_HEADINGS,
        rows=[_cells(row) for row in status.kinds],
        total=_cells(status.total),
        apart=_own_and_shared(status),
        release=[_release_line(status), *([_trend(status)] if status.trend else [])],
        said=[
            *_no_longer_lines(status),
            unvouched_line(status.unvouched),
            *_kommuner_lines(status, 10_000),
        ],
        due=[
            (texts.STATUS_REASONS[reason], [line for line in status.lines if line.reason == reason])
            for reason in status.due
        ],
        own_name=texts.STATUS_OWN_ONE,
        facts=[
            (texts.STATUS_OLD_AMOUNTS, status.old_amounts),
            (texts.STATUS_WORDS, status.words),
            (texts.STATUS_BROKEN, status.broken),
            (texts.STATUS_UNREAD, status.unread),
            (texts.STATUS_NO_PAPER, len(status.no_paper)),
        ],
        plots=[_checked_plot(status), _due_plot(status), _lix_plot(status), _forms_plot(status)],
        widest=BAR_WIDEST,
    )


def due_rows(status: BaseStatus) -> list[tuple[str, ...]]:
    """What is due and what is missing, as rows of a table for a spreadsheet, with a row of headings."""
    rows: list[tuple[str, ...]] = [texts.STATUS_CSV]
    for line in status.lines:
        where = texts.STATUS_OWN_ONE if line.own else texts.STATUS_SHARED_ONE
        rows.append((line.id, line.title, line.kind, where, texts.STATUS_REASONS[line.reason], line.seen, line.page))
    rows += [(name, "", "", texts.STATUS_OWN_ONE, texts.STATUS_OVERTAKEN_ONE, "", "") for name in status.overtaken]
    for entry, own, day in status.ended:
        where = texts.STATUS_OWN_ONE if own else texts.STATUS_SHARED_ONE
        title = entry.title
        rows.append((entry.id, title, kind_of(entry), where, texts.STATUS_ENDED_ONE, day, ""))
    for said, ids in (
        (texts.KOMMUNE_WAITS, status.kommuner.waiting),
        (texts.KOMMUNE_LACKS, status.kommuner.missing),
    ):
        for identifier, facts in ids.items():
            rows.append((identifier, "", "kommune", "", said.format(facts=", ".join(facts)), "", ""))
    return rows


def unvouched_line(counts: Unvouched) -> str:
    """What nobody has vouched for, in one sentence."""
    deadlines, sums, answers = counts
    if not any(count.unvouched for count in counts):
        return texts.ALL_VOUCHED
    return texts.UNVOUCHED.format(
        deadlines=deadlines.unvouched,
        of_deadlines=deadlines.all,
        sums=sums.unvouched,
        of_sums=sums.all,
        answers=answers.unvouched,
        of_answers=answers.all,
    )


def _own_and_shared(status: BaseStatus) -> list[tuple[str, ...]]:
    return [
        (texts.STATUS_OWN, *_cells(status.own)[1:]),
        (texts.STATUS_SHARED, *_cells(status.shared)[1:]),
    ]


def _release_line(status: BaseStatus) -> str:
    if status.before is None:
        return texts.STATUS_NO_RELEASE
    return texts.STATUS_RELEASE.format(which=status.before[0])


def _no_longer_lines(status: BaseStatus) -> list[str]:
    """What was in order until something changed: the kommune's own that is older than the shared base, and vouches."""
    lines = [texts.STATUS_OVERTAKEN.format(ids=", ".join(status.overtaken))] if status.overtaken else []
    ids = [item.entry.id for item in status.ended]
    return [*lines, layer_texts.VOUCHES_ENDED.format(count=len(ids), ids=", ".join(ids))] if ids else lines


def _trend(status: BaseStatus) -> str:
    """What has changed since the last release: the figures that have, with their sign."""
    names = {
        **texts.FIGURES,
        **{f"skal_gennemgås_{reason}": said for reason, said in texts.STATUS_REASONS.items()},
    }
    changed = [f"{names[name]} {value:+d}" for name, value in status.trend.items() if value]
    return texts.STATUS_SINCE.format(changes=", ".join(changed) or texts.STATUS_SAME)


def _kommuner_lines(status: BaseStatus, width: int) -> list[str]:
    """How many kommuner there are, of how many what is known; of a single one that is worked on, what it lacks."""
    found = status.kommuner
    known = {fact: len(ids) for fact, ids in found.known.items()}
    said = texts.KOMMUNER.format(
        count=found.count, phones=known["telefon"], addresses=known["adresse"], hours=known["tider"]
    )
    rest = texts.KOMMUNER_REST.format(waiting=len(found.waiting), missing=len(found.missing))
    lines = [said, rest] if found.count else [texts.NO_KOMMUNER]
    for identifier in status.own_kommuner:
        facts = found.missing.get(identifier, [])
        waits = found.waiting.get(identifier, [])
        lines += [f"{identifier}: {texts.KOMMUNE_LACKS.format(facts=', '.join(facts))}"] if facts else []
        lines += [f"{identifier}: {texts.KOMMUNE_WAITS.format(facts=', '.join(waits))}"] if waits else []
    return [wrap(line, width) for line in lines]


def danish_day(day: date) -> str:
    """A day in words: 22. november 2026."""
    return f"{day.day}. {day_texts.MONTH_NAMES[day.month - 1]} {day.year}"


def _cells(row: KindCount) -> tuple[str, ...]:
    name = texts.STATUS_KINDS.get(row.kind, texts.STATUS_TOTAL)
    return (name, *map(str, (row.entries, row.checked, row.due, row.uncertain)))


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    rest = (cell.rjust(size) for cell, size in zip(cells[1:], widths[1:], strict=True))
    return "  ".join((cells[0].ljust(widths[0]), *rest))


def _counts(rows: list[tuple[str, int]], indent: str = "") -> list[str]:
    size = max(len(name) for name, _ in rows)
    digits = max(len(str(count)) for _, count in rows)
    return [f"{indent}{name.ljust(size)}  {str(count).rjust(digits)}" for name, count in rows]


def _by_year(counts: Mapping[str, int]) -> str:
    """The newest year first, what is unknown last."""
    years = sorted((year for year in counts if year.isdigit()), reverse=True)
    rest = [year for year in counts if not year.isdigit()]
    return ", ".join(f"{year}: {counts[year]}" for year in [*years, *rest]) or texts.STATUS_NONE


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _lix_row(status: BaseStatus) -> str:
    lix = status.lix
    if not lix.values:
        return texts.STATUS_LIX_NONE
    return texts.STATUS_LIX_ROW.format(
        low=_number(lix.low),
        middle=_number(lix.middle),
        high=_number(lix.high),
        limit=LIX_LIMIT,
        count=len(lix.hard),
    )


def _plot(
    identifier: str,
    title: str,
    rows: list[tuple[str, int, int]],
    *,
    legend: tuple[str, str] | None = None,
    note: str = "",
) -> Plot:
    """A plot of (name, how many, how many of them are dark)."""
    most = max((count for _, count, _ in rows), default=0) or 1
    bars = []
    for name, count, dark in rows:
        shown = texts.STATUS_OF.format(part=dark, whole=count) if legend else str(count)
        bars.append(Bar(name, shown, round(BAR_WIDEST * count / most, 1), round(BAR_WIDEST * dark / most, 1)))
    alt = f"{title}: " + ", ".join(f"{bar.name} {bar.shown}" for bar in bars) + "."
    return Plot(identifier, title, alt, bars, legend, note)


def _checked_plot(status: BaseStatus) -> Plot:
    rows = [(texts.STATUS_KINDS[row.kind], row.entries, row.checked) for row in status.kinds]
    legend = (texts.STATUS_PLOT_LEGEND[0], texts.STATUS_PLOT_LEGEND[1])
    return _plot("kontrolleret", texts.STATUS_PLOT_CHECKED, rows, legend=legend)


def _due_plot(status: BaseStatus) -> Plot:
    rows = [(texts.STATUS_REASONS[reason], len(ids), len(ids)) for reason, ids in status.due.items()]
    return _plot("gennemgang", texts.STATUS_PLOT_DUE, rows, note=texts.STATUS_COUNTED)


def _lix_plot(status: BaseStatus) -> Plot:
    steps: dict[int, int] = {}
    for value in status.lix.values.values():
        step = int(value // LIX_STEP) * LIX_STEP
        steps[step] = steps.get(step, 0) + 1
    every = range(min(steps), max(steps) + 1, LIX_STEP) if steps else ()
    rows = [(f"{step}–{step + LIX_STEP - 1}", steps.get(step, 0), steps.get(step, 0)) for step in every]
    return _plot("lix", texts.STATUS_PLOT_LIX, rows, note=f"{_lix_row(status)} {texts.STATUS_LIX_SCALE}")


def _forms_plot(status: BaseStatus) -> Plot:
    rows = [(texts.STATUS_FORM_STATES[state], len(ids), len(ids)) for state, ids in status.forms.items()]
    return _plot("blanketter", texts.STATUS_PLOT_FORMS, rows)
