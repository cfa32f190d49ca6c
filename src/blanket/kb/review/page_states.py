"""What is known of the pages behind the base: own folder, laesninger/sider.tsv, a line a page.

Here goes that file. `kb tjek --links` writes what it saw of a page's text; a review writes which text it read. A page
is worth another look when the two differ, or when it is dead or has moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from blanket.kb.editing.locking import locked
from blanket.kb.entries import write_entry
from blanket.kb.files import READINGS_FOLDER

FILE = "sider.tsv"
COLUMNS = ("side", "tekst", "gennemgået", "tilstand", "ny", "dag")
DEAD, MOVED = "død", "flyttet"


@dataclass(frozen=True, slots=True)
class PageState:
    """A page as it was last seen. `text`: the fingerprint of its text; empty when it could not be read.

    `reviewed`: that of the text which somebody held the entries up against. `state`: as `links.Answer`; empty when
    nobody has asked. `moved_to`: its new address. `day`: when it was last seen.
    """

    page: str
    text: str = ""
    reviewed: str = ""
    state: str = ""
    moved_to: str = ""
    day: str = ""

    @property
    def changed(self) -> bool:
        """Whether its text is another than the one that was read."""
        return bool(self.text and self.reviewed and self.text != self.reviewed)

    @property
    def wants_a_look(self) -> bool:
        """Whether it is changed, dead or moved."""
        return self.changed or self.state in (DEAD, MOVED)


def read_states(own: Path) -> dict[str, PageState]:
    """Page -> what is known of it. A line that cannot be read is as if nobody had asked."""
    try:
        lines = (own / READINGS_FOLDER / FILE).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    rows = [line.split("\t") for line in lines[1:]]
    return {row[0]: PageState(*row) for row in rows if len(row) == len(COLUMNS) and row[0]}


def seen(own: Path, found: Mapping[str, PageState], today: date) -> None:
    """Write what `--links` saw. The text that is first seen of a page is the one it is compared with from then on.

    Raises BlanketError when the file cannot be written.
    """

    def now(page: str, known: PageState | None) -> PageState:
        fresh = found[page]
        text = fresh.text or (known.text if known else "")
        reviewed = (known.reviewed if known else "") or text
        return PageState(page, text, reviewed, fresh.state, fresh.moved_to, today.isoformat())

    _write(own, lambda known: {page: now(page, known.get(page)) for page in found})


def reviewed(own: Path, pages: Iterable[str]) -> None:
    """Write that pages were held up against what the entries say, as they stand now. Raises BlanketError likewise.

    One that has moved was read where it is now; one that is dead stays so until `--links` sees otherwise.
    """
    wanted = list(pages)

    def now(state: PageState) -> PageState:
        return replace(state, reviewed=state.text, state="" if state.state == MOVED else state.state)

    _write(own, lambda known: {page: now(known[page]) for page in wanted if page in known})


def _write(own: Path, change: Callable[[dict[str, PageState]], dict[str, PageState]]) -> None:
    file = own / READINGS_FOLDER / FILE
    with locked(file):
        known = read_states(own)
        after = {**known, **change(known)}
        if after == known:
            return
        rows = [COLUMNS, *((s.page, s.text, s.reviewed, s.state, s.moved_to, s.day) for _, s in sorted(after.items()))]
        write_entry(file, "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows))
