"""Entries as files that a maintainer changes: which file an id stands in, the own copy of it, writing it whole.

Here goes what `ny`, `ret`, `kontrolleret` and `importer` share. What is written is decided by each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from blanket.did_you_mean import nearest_name, said
from blanket.errors import BlanketError, Exit
from blanket.kb.files import GLOSSARY_FILE, GLOSSARY_KIND, KIND_FOLDERS, KbFile, kb_files
from blanket.kb.format.file_rules import CANNOT_READ
from blanket.kb.opening import open_regular
from blanket.system import refused
from blanket.texts import editing as texts
from blanket.texts import papers as paper_texts
from blanket.writing import sweep_drafts, write_whole


def file_of(identifier: str, folders: Sequence[Path]) -> KbFile | None:
    """The file of an id (its name is the id) or of a path, in the folder that wins; None when there is none.

    An id that an entry had before leads to it, and an own file that still has that id is the entry's. `ordbog` is the
    glossary. A file that cannot be read as an entry is found all the same.
    """
    files = list(kb_files(folders))
    if identifier.endswith((".yaml", ".yml")):
        path = Path(identifier).absolute()
        found = [file for file in files if file.path.absolute() == path]
    elif identifier == Path(GLOSSARY_FILE).stem:
        found = [file for file in files if file.kind == GLOSSARY_KIND]
    else:
        entries = [file for file in files if file.kind != GLOSSARY_KIND]
        found = [file for file in entries if file.path.stem == identifier]
        former = {old for file in found for old in _former_ids(file)}
        found += [file for file in entries if file.path.stem in former]
        found = found or [file for file in entries if identifier in _former_ids(file)]
    return max(found, key=lambda file: (file.folder, file.path.suffix == ".yaml"), default=None)


def _former_ids(file: KbFile) -> Sequence[str]:
    """The ids that a file says its entry had before. A file that does not even hold the word is not parsed."""
    from blanket.kb.format.reading import read_bytes

    try:
        with open_regular(file.path) as stream:
            content = stream.read()
    except OSError:
        return ()
    if b"tidligere_id" not in content:
        return ()
    data = read_bytes(content, file.path).data
    old = data.get("tidligere_id") if isinstance(data, dict) else None
    return [identifier for identifier in old if isinstance(identifier, str)] if isinstance(old, list) else ()


def own_path(file: KbFile, own: Path) -> Path:
    """Where an entry stands, or would stand, in the own folder."""
    return own / file.path.name if file.kind == GLOSSARY_KIND else own / KIND_FOLDERS[file.kind] / file.path.name


def is_own(file: KbFile, own: Path, folders: Sequence[Path]) -> bool:
    """Whether a file already stands in the own folder."""
    return folders[file.folder] == own


def write_entry(file: Path, content: str | bytes, *, new: bool = False) -> None:
    """Write an entry's file, whole or not at all. Raises BlanketError when it cannot be; never over one if `new`."""
    if new and file.exists():
        raise BlanketError(paper_texts.FILE_EXISTS.format(file=file), texts.ID_TAKEN_CURE.format(id=file.stem))
    with refused(texts.ENTRY_UNWRITABLE, texts.ENTRY_UNWRITABLE_CURE, file=file):
        write_whole(file, content, durable=True)
    sweep_drafts(file)


def read_entry(file: Path) -> bytes:
    """The bytes of an entry's file. Raises BlanketError when it cannot be read."""
    said = f"{{file}}: {CANNOT_READ.says}"
    with refused(said, CANNOT_READ.cure, Exit.UNUSABLE, file=file), open_regular(file) as stream:
        return stream.read()


def no_such_entry(identifier: str, folders: Sequence[Path]) -> BlanketError:
    """The error for an id that no file has, naming the nearest one."""
    found = nearest_name(identifier, sorted({file.path.stem for file in kb_files(folders)}), 75)
    # A long ending in common is no likeness: lejre-borgerservice is not what svendborg-borgerservice was meant to be.
    alike = found and nearest_name(identifier.split("-")[0], [found.split("-")[0]])
    near = said(found if alike else None)
    return BlanketError(texts.NO_SUCH_ENTRY.format(id=identifier, hint=near), texts.NO_SUCH_ENTRY_CURE)
