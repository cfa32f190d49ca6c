"""What `kb ret` offers first for a shared entry: to say one line differently, and keep all the rest shared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from blanket.cli.editor import typed_text
from blanket.cli.keys import read_line
from blanket.cli.outcome import Outcome, tell, width
from blanket.errors import BlanketError, Exit
from blanket.texts import layers as texts

if TYPE_CHECKING:
    from blanket.kb.base import Base
    from blanket.kb.files import KbFile
    from blanket.kb.format.model import Entry, Municipality


def say_differently(file: KbFile, own: Path, folders: Sequence[Path], key: str, value: str) -> Outcome:
    """Write one line of the kommune's layer. Raises BlanketError when it does not fit, or no kommune is known."""
    from blanket.kb.base import load
    from blanket.kb.editing.own_layer import say

    base = load(folders)
    entry = _entry(base, file)
    written = say(entry, key.strip(), value.strip(), _kommune(base), own)
    return Outcome(text=texts.LAYER_SAID.format(file=written, key=key.strip(), id=entry.id, text=value.strip()))


def offer_layer(file: KbFile, own: Path, folders: Sequence[Path]) -> Outcome | None:
    """Show the lines of a shared entry and ask which one is another here. None: the whole file is wanted."""
    from blanket.kb.base import load
    from blanket.kb.editing.own_layer import hide, lines_of_entry, say

    base = load(folders)
    try:
        kommune, entry = _kommune(base), _entry(base, file)
    except BlanketError:  # no kommune, or an entry that is broken: there is nothing to lay anything over
        return None
    lines = lines_of_entry(entry, kommune)
    rows = [_row(number, line.key, line.text, line.own) for number, line in enumerate(lines, 1)]
    head = texts.LAYER_OFFER.format(title=getattr(entry, "title", entry.id), kommune=kommune.title)
    tell("\n".join([*_wrapped(head), "", *rows, ""]))
    while True:
        answer = read_line(texts.LAYER_OFFER_ASK).lower()
        if answer == "h":
            return None
        if answer == "s":
            written = hide(entry, kommune, own)
            return Outcome(text=texts.LAYER_HIDDEN.format(file=written, id=entry.id, kommune=kommune.title))
        if not answer:
            return Outcome(text=texts.LAYER_OFFER_NONE)
        if answer.rstrip(".").isdecimal() and 1 <= int(answer.rstrip(".")) <= len(lines):
            break
        tell(texts.LAYER_OFFER_NO_NUMBER.format(typed=answer))
    line = lines[int(answer.rstrip(".")) - 1]
    text = " ".join(typed_text(line.text, texts.MERGE_WRITE).split())
    if not text or text == line.text:
        return Outcome(text=texts.LAYER_OFFER_NONE)
    written = say(entry, line.key, text, kommune, own)
    return Outcome(text=texts.LAYER_SAID.format(file=written, key=line.key, id=entry.id, text=text))


def _row(number: int, key: str, text: str, own: bool) -> str:
    from blanket.guide.screens.three_versions import said_key

    said = texts.LAYER_OFFER_OWN.format(text=text) if own else text
    row = texts.LAYER_OFFER_ROW.format(number=number, key=said_key(key), text=" ".join(said.split()))
    return row if len(row) <= width() else row[: width() - 1] + "…"


def _wrapped(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width())


def _entry(base: Base, file: KbFile) -> Entry:
    from blanket.kb.entries import no_such_entry

    stem = file.path.stem
    entry = base.entries.get(base.former.get(stem, stem))
    if entry is None or file.path in base.broken:
        raise no_such_entry(stem, [])
    return entry


def _kommune(base: Base) -> Municipality:
    """The one kommune of the own folder, else the one that was chosen. Raises BlanketError when there is none."""
    from blanket.kb.editing.checked import own_kommune
    from blanket.kb.format.model import Municipality
    from blanket.settings import load_settings

    chosen = base.entries.get(load_settings().municipality or "")
    found = own_kommune(base) or (chosen if isinstance(chosen, Municipality) else None)
    if found is None:
        raise BlanketError(texts.LAYER_NEEDS_KOMMUNE, texts.LAYER_NEEDS_KOMMUNE_CURE, Exit.WRONG_USE)
    return found
