"""Which files a knowledge base has: its folders by kind, and the files in them with their stamps.

Here goes the layout of kb/ on disk and nothing that opens a file. On the way of every `find`, which compares the
stamps with those in the index, so it imports next to nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

# Kind as it is shown to users -> folder under kb/. The order is the order of listings.
KIND_FOLDERS = {
    "opgave": "opgaver",
    "forløb": "forloeb",
    "blanket": "blanketter",
    "sted": "steder",
    "kommune": "kommuner",
}
GLOSSARY_FILE = "ordbog.yaml"
GLOSSARY_KIND = "ord"
KINDS = (*KIND_FOLDERS, GLOSSARY_KIND)
READINGS_FOLDER = "laesninger"  # the log of what was held up against its source: see kb.review.readings

Stamp = tuple[int, int]  # a file's time of change in nanoseconds, and its size in bytes
Found = tuple[str, str, int, Stamp]  # path, kind, folder and stamp, as in KbFile


class KbFile(NamedTuple):
    """A file of the knowledge base.

    `kind`: what its folder says it holds. `folder`: which of the given folders it is in, from 0; the highest wins.
    `stamp`: as it was when it was listed.
    """

    path: Path
    kind: str
    folder: int
    stamp: Stamp = (0, 0)


def kb_files(folders: Sequence[Path]) -> Iterator[KbFile]:
    """The files of the given folders, in no certain order: YAML files in the folder of a kind, and the glossary.

    Raises OSError when a folder itself cannot be listed. A kind without a folder has no entries.
    """
    for path, kind, number, stamp in scan(folders):
        yield KbFile(Path(path), kind, number, stamp)


def scan(folders: Sequence[Path]) -> Iterator[Found]:
    """The same files without an object for each: this is done before every search."""
    subs = {sub: kind for kind, sub in KIND_FOLDERS.items()}
    for number, folder in enumerate(folders):
        with os.scandir(folder) as found:
            for item in found:
                if item.name in subs and item.is_dir():
                    with os.scandir(item.path) as inside:
                        for file in inside:
                            if file.name.endswith((".yaml", ".yml")) and file.name[0] not in ".~":
                                yield file.path, subs[item.name], number, _stamp(file)
                elif item.name == GLOSSARY_FILE:
                    yield item.path, GLOSSARY_KIND, number, _stamp(item)


def _stamp(item: os.DirEntry[str]) -> Stamp:
    try:
        stat = item.stat()
    except OSError:  # a link that leads nowhere: reading it will say so
        return 0, 0
    return stat.st_mtime_ns, stat.st_size
