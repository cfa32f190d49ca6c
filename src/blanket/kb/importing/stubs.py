"""Forms of which nothing but a line of a publisher's list is known."""

from __future__ import annotations

from blanket.kb.format.model import Entry, Form
from blanket.texts import importing as texts


def is_stub(entry: Entry) -> bool:
    """Whether an entry is a form as the importer has made it: nobody has said yet what it is for."""
    return isinstance(entry, Form) and entry.summary.strip() == texts.IMPORT_SUMMARY
