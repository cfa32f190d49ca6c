"""Which files a knowledge base has: its folders by kind, and the files in them with their stamps.

Here goes the layout of kb/ on disk and nothing that opens a file. On the way of every `find`, which compares the
stamps with those in the index, so it imports next to nothing.
"""

from __future__ import annotations

import os
import time
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
REFORMS_FILE = "reformer.yaml"  # which changes of law touch which entries: see kb.reforms
AUTHORITIES_FILE = "myndigheder.yaml"  # which hosts are an authority's: see kb.authorities
OWN_OFFICE = "{kommune}-borgerservice"  # the id of the place that is a kommune's Borgerservice
VOUCH_FILE = "kontrol.tsv"  # who vouches for what: see kb.layers.vouches
VOUCH_KIND = "kontrol"
BASIS_FOLDER = "udgangspunkt"  # shared files as they were when a whole copy was made: see kb.layers.overlaps
TEMPLATES_FOLDER = "templates"  # a kommune's own, beside its entries
READINGS_FOLDER = "laesninger"  # the log of what was held up against its source: see kb.review.readings

Stamp = tuple[int, int]  # what changes whenever the file does (see `_stamp`), and its size in bytes
_SECOND = 1_000_000_000  # nanoseconds
_MOST = (1 << 63) - 1
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
        if kind != VOUCH_KIND:
            yield KbFile(Path(path), kind, number, stamp)


def scan(folders: Sequence[Path]) -> Iterator[Found]:
    """The same files without an object for each, and those of vouches: this is done before every search."""
    subs = {sub: kind for kind, sub in KIND_FOLDERS.items()}
    for number, folder in enumerate(folders):
        with os.scandir(folder) as found:
            for item in found:
                if item.name in subs and item.is_dir():
                    with os.scandir(item.path) as inside:
                        for file in inside:
                            if is_entry_name(file.name):
                                yield file.path, subs[item.name], number, _stamp(file)
                elif item.name == GLOSSARY_FILE:
                    yield item.path, GLOSSARY_KIND, number, _stamp(item)
                elif item.name == VOUCH_FILE:
                    yield item.path, VOUCH_KIND, number, _stamp(item)


def is_entry_name(name: str) -> bool:
    """Whether a file in a kind's folder is read as an entry: its ending, no draft of an editor, and a name in UTF-8."""
    return name.endswith((".yaml", ".yml")) and name[0] not in ".~" and (name.isascii() or is_utf8(name))


def is_utf8(name: str) -> bool:
    """Whether a name of the file system is UTF-8; others come with lone surrogates (PEP 383)."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _stamp(item: os.DirEntry[str]) -> Stamp:
    """When a file was last changed, as one number that differs after every change, and its size.

    Its own time of change may be put back (rsync, unzip, a restored backup), so that of the inode goes in too. Some
    drives count in whole or double seconds: a file that was changed just now may change again unseen, so it counts as
    changed until the clock has moved on, as git does with its index.
    """
    try:
        stat = item.stat()
    except OSError:  # a link that leads nowhere: reading it will say so
        return 0, 0
    changed, own = stat.st_mtime_ns, stat.st_ctime_ns
    if changed % _SECOND == 0 and abs(time.time_ns() - changed) < 2 * _SECOND:
        return time.time_ns() & _MOST, stat.st_size
    return (changed ^ own << 1) & _MOST, stat.st_size  # SQLite's numbers have 63 bits; clocks may be far out
