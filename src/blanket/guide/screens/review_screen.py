"""A review on the screen: the page, why it is here, and one statement at a time, in few and plain lines.

Here goes the layout. Who sits here has the page open beside it and twenty minutes a week.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from blanket.kb.review.answers import KNOWLEDGE
from blanket.kb.review.page_states import DEAD, MOVED
from blanket.kb.review.queue import Page
from blanket.kb.review.statements import Statement
from blanket.texts import review as texts

MOST_ROWS = 20


def queue_rows(pages: Sequence[Page], width: int) -> list[str]:
    """What waits, a line a page."""
    rows = [texts.REVIEW_ROWS_HEAD]
    for number, page in enumerate(pages[:MOST_ROWS], 1):
        row = texts.REVIEW_ROW.format(
            number=number,
            count=len(page.tied) + len(page.loose),
            why=texts.REVIEW_WHY[page.why],
            page=short_page(page.page),
        )
        rows.append(row if len(row) <= width else row[: width - 1] + "…")
    if len(pages) > MOST_ROWS:
        rows.append(texts.REVIEW_MORE.format(count=len(pages) - MOST_ROWS))
    return rows


def counted(pages: Sequence[Page]) -> str:
    """How much waits, in one sentence."""
    items = {(item.id, item.at) for page in pages for item in (*page.tied, *page.loose)}
    ids = {identifier for page in pages for identifier in page.ids}
    return texts.REVIEW_COUNT.format(pages=len(pages), count=len(items), entries=len(ids))


def page_head(page: Page, number: int, total: int, width: int) -> list[str]:
    """What stands above a page's statements."""
    lines = [texts.PAGE_HEAD.format(number=number, total=total, page=page.page)]
    if page.page == KNOWLEDGE:
        lines = [texts.PAGE_HEAD.format(number=number, total=total, page=texts.PAGE_NONE)]
    elif not page.page.startswith("http"):
        lines += textwrap.wrap(texts.PAGE_DOCUMENT, width)
    if page.state and page.state.state == DEAD:
        lines += textwrap.wrap(texts.PAGE_DEAD, width)
    elif page.state and page.state.state == MOVED:
        lines.append(texts.PAGE_MOVED.format(new=page.state.moved_to))
    elif texts.PAGE_WHY[page.why]:
        lines.append(texts.PAGE_WHY[page.why])
    count = len(page.tied) + len(page.loose)
    entries = texts.PAGE_ENTRIES[len(page.ids) != 1].format(count=len(page.ids))
    return [*lines, texts.PAGE_COUNT[count != 1].format(count=count, entries=entries)]


def statement_lines(item: Statement, number: int, total: int, width: int) -> list[str]:
    """One statement, whole."""
    said = texts.STATEMENT.format(number=number, total=total, at=said_at(item.at), text=item.text)
    return textwrap.wrap(said, width, subsequent_indent="    ")


def loose_lines(title: str, pages: Sequence[str], width: int) -> list[str]:
    """What is asked of texts that rest on no page yet: the entry's pages, numbered."""
    lines = textwrap.wrap(texts.LOOSE_HEAD.format(title=title), width)
    return [*lines, *(texts.LOOSE_PAGE.format(number=number, page=short_page(p)) for number, p in enumerate(pages, 1))]


def said_at(at: str) -> str:
    """A path as people say it: `frister[0].tekst` is frister 1."""
    numbered = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", at)
    return numbered.removesuffix(".tekst").replace(".", ", ").replace("_", " ")


def short_page(page: str) -> str:
    """An address without what all have."""
    return re.sub(r"^https?://(www\.)?", "", page).rstrip("/")
