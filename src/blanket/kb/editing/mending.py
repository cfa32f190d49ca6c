"""Mending: what `kb tjek --ret` does to a file, rule by rule.

Here goes nothing but the order of it. What a rule mends stands on the rule itself (`Rule.mend`).
"""

from __future__ import annotations

from pathlib import Path

from blanket.kb.editing.edits import encoded
from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.rule import RULES
from blanket.kb.rules import CHECKED  # noqa: F401  # the rules have declared themselves


def mend(content: bytes, file: Path) -> bytes:
    """An entry's file with what can be mended mended; the same bytes when that is nothing or it cannot be read."""
    document = read_bytes(content, file)
    if not isinstance(document.data, dict) or file.parent.name not in KIND_FOLDERS.values():
        return content
    for _, rule in sorted(RULES.items()):
        if rule.mend:
            document = rule.mend(document) or document
    return encoded(document, content)
