"""Every task's page in one go, on all cores of the machine.

Here goes which papers are made and by whom. What one of them is, is settled in `handing_out`.
"""

from __future__ import annotations

import os
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blanket.cores import FORKS, processes
from blanket.desk.handing_out import Page, Request, file_name, handout_of, own_templates
from blanket.desk.opening import OpenBase, Progress
from blanket.errors import BlanketError, Exit
from blanket.guide.cache import keep_in
from blanket.paths import cache_folder
from blanket.search import lookup
from blanket.texts import papers as texts

if TYPE_CHECKING:
    from concurrent.futures import Future

    from blanket.guide.paper.document import Kind
    from blanket.guide.paper.parts import Handout

PARALLEL_FROM = 20  # papers from which starting processes pays
AHEAD = 4  # papers a process that wait for it: none idles, and no more than these lie in memory
# What is told of each paper, by its first words, and how it is told of all of them together.
_COUNTED = {
    said.split("{")[0]: together
    for said, together in (
        (texts.NUMBERS_IN_DOUBT, texts.PAPERS_IN_DOUBT),
        (texts.WRITE_NUMBERS, texts.PAPERS_TO_WRITE),
        (texts.PAPER_LEFT_OUT, texts.PAPERS_CUT),
    )
}


class _Work(NamedTuple):
    """A page to be made: the name for its file, notes for staff so far, and what `document` takes."""

    name: str
    notes: Sequence[str]
    handout: Handout
    kind: Kind
    own_templates: Sequence[Path]


class _Made(NamedTuple):
    """A page that was made, with notes for staff; or, where `wrong` is set, why it cannot be."""

    content: bytes = b""
    notes: Sequence[str] = ()
    wrong: tuple[str, str, Exit] | None = None


def all_pages(base: OpenBase, request: Request, progress: Progress | None = None) -> Iterator[Page]:
    """Every task's page, in the order of their ids. What holds for many, as being cut short, is said once with how many
    they are, in the base's notes.

    `progress`: called with (pages made, pages in all). Raises BlanketError as `handing_out.page_of` does; the pages
    before are whole.
    """
    identifiers = base.ask(lambda base: lookup.ids_of_kind(base.db, "opgave"))
    own = own_templates(base)
    work = (base.ask(partial(_work, one, request, own)) for one in identifiers)
    cores = os.cpu_count() or 1
    apart = len(identifiers) >= PARALLEL_FROM and cores > 1 and request.form in ("pdf", "html")
    counts: Counter[str] = Counter()
    for number, (one, made) in enumerate(_made_apart(work, cores) if apart else _made_here(work), 1):
        if made.wrong:
            raise BlanketError(*made.wrong)
        if progress:
            progress(number, len(identifiers))
        for note in (*one.notes, *made.notes):
            begun = next((begun for begun in _COUNTED if note.startswith(begun)), "")
            counts[begun] += 1
            if not begun:
                base.note(note)
        yield Page(one.name, made.content)
    for begun, together in _COUNTED.items():
        if counts[begun]:
            base.note(together.format(count=counts[begun]))


def _work(identifier: str, request: Request, own: Sequence[Path], base: OpenBase) -> _Work:
    found = lookup.get(base.db, identifier)
    assert found is not None, identifier
    before, base.notes = base.notes, []
    try:
        handout = handout_of(base, [found], request)
        return _Work(file_name([found], request), base.notes, handout, request.form, own)
    finally:
        base.notes = before


def _made_here(work: Iterator[_Work]) -> Iterator[tuple[_Work, _Made]]:
    for one in work:
        yield one, _make(one)


def _made_apart(work: Iterator[_Work], cores: int) -> Iterator[tuple[_Work, _Made]]:
    """The pages in their order, made by as many processes as there are cores; entries are read in this one."""
    from concurrent.futures import ProcessPoolExecutor

    first = next(work, None)
    if first is None:
        return
    if FORKS:
        from blanket.guide.paper.document import get_ready

        get_ready(first.kind, first.own_templates, large=first.handout.large)  # once, not in each process
    pool = ProcessPoolExecutor(
        max_workers=cores, mp_context=processes(), initializer=_begin, initargs=(cache_folder(),)
    )
    waiting: deque[tuple[_Work, Future[_Made]]] = deque()
    try:
        for one in chain([first], work):
            waiting.append((one, pool.submit(_make, one)))
            if len(waiting) > AHEAD * cores:
                first, made = waiting.popleft()
                yield first, made.result()
        for first, made in waiting:
            yield first, made.result()
    finally:  # stopped on the way: what nobody waits for any more is not made
        pool.shutdown(cancel_futures=True)


def _begin(folder: Path) -> None:
    """What a process of its own does first. Ctrl-C goes to all of them: the first one says when to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    keep_in(folder)


def _make(work: _Work) -> _Made:
    from blanket.guide.paper.document import document

    try:
        return _Made(*document(work.handout, work.kind, work.own_templates))
    except BlanketError as error:
        return _Made(wrong=(error.what, error.cure, error.code))
