"""The whole knowledge base: folders of YAML files -> entries by id, with where each came from and what is wrong.

Here goes what needs more than one file: which files there are, that a later folder wins, and that references
lead somewhere. One file is read by `reading` and `schema`; rules stand in `rules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from blanket.kb.files import GLOSSARY_KIND, KbFile, kb_files
from blanket.kb.model import MODELS, Entry, Glossary, Place, Word
from blanket.kb.problem import Problem
from blanket.kb.reading import Document, read_file
from blanket.kb.rules import RULES, Surroundings, words_lead_somewhere
from blanket.kb.schema import decode


@dataclass(slots=True)
class Loaded:
    """A file that was read: its entry (or glossary), or None with problems in the document."""

    file: KbFile
    document: Document
    content: Entry | Glossary | None


@dataclass(slots=True)
class Base:
    """Everything that the folders hold.

    `entries`: id -> the entry that wins. `origin`: id -> the file it came from. `words`: the glossary; a later folder's
    word wins. `problems`: of every file, sorted by file and line. `broken`: the files that could not be used.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    origin: dict[str, KbFile] = field(default_factory=dict)
    words: dict[str, Word] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: list[Path] = field(default_factory=list)


def load_file(file: KbFile) -> Loaded:
    """Read one file and check its form. Never raises for what the file holds."""
    document = read_file(file.path)
    if file.kind == GLOSSARY_KIND:
        return Loaded(file, document, decode(document, Glossary))
    entry = decode(document, MODELS[file.kind])
    if entry is not None and entry.id != file.path.stem:
        document.report("B030", ("id",), id=entry.id, stem=file.path.stem)
        entry = None
    return Loaded(file, document, entry)


def load(folders: Sequence[Path]) -> Base:
    """Read and check whole folders; a later folder's entry wins over an earlier one's with the same id."""
    base = Base()
    loaded = [load_file(file) for file in sorted(kb_files(folders), key=lambda file: (file.folder, file.path))]
    winners: dict[str, Loaded] = {}
    for item in loaded:
        if isinstance(item.content, Entry):
            other = winners.get(item.content.id)
            if other is not None and other.file.folder == item.file.folder:
                item.document.report("B033", ("id",), id=item.content.id, other=other.file.path)
                item.content = None
                continue
            winners[item.content.id] = item
            base.entries[item.content.id] = item.content
            base.origin[item.content.id] = item.file
        elif isinstance(item.content, Glossary):
            base.words.update({word.word: word for word in item.content.words})
    for item in loaded:
        if item.content is None:
            base.broken.append(item.file.path)
    _apply_rules([*winners.values(), *(item for item in loaded if isinstance(item.content, Glossary))], base)
    for item in loaded:
        base.problems.extend(item.document.problems)
    base.problems.sort()
    return base


def _apply_rules(items: Iterable[Loaded], base: Base) -> None:
    staff = frozenset(
        entry.phone
        for entry in base.entries.values()
        if isinstance(entry, Place) and entry.audience == "personale" and entry.phone
    )
    around = Surroundings(base.entries, staff)
    for item in items:
        if isinstance(item.content, Glossary):
            for path, values in words_lead_somewhere(item.content, around):
                item.document.report("B031", path, **values)
            continue
        assert isinstance(item.content, Entry)
        for code, check in RULES.items():
            for path, values in check(item.content, around):
                names_key = path[-1:] == (values.get("id"),)  # a kommune's `opgaver` have ids for keys
                item.document.report(code, path, key=names_key, **values)
