"""Reading many YAML files: on every core, where there are so many that it pays.

Here goes only how the work is shared out; what one file says is found by `reading`. Another process gives back the text
and data of a file that is plain YAML without a fault; every other one is read here, where its problems have places.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from blanket.cores import FORKS, processes
from blanket.kb.format.reading import Document, read_file

PARALLEL_FROM = 1000  # files: below that, another process costs more than it saves
AT_A_TIME = 500  # files: what comes back is taken in while the next ones are read

_Plain = tuple[str, Any] | None  # text and data
_packer = msgspec.msgpack.Encoder()


def read_files(files: Sequence[Path]) -> Iterator[Document]:
    """The documents of files, in their order. Never raises for what a file holds."""
    cores = os.cpu_count() or 1
    if len(files) < PARALLEL_FROM or cores == 1 or not FORKS:
        yield from map(read_file, files)
        return
    from concurrent.futures import ProcessPoolExecutor

    parts = [files[start : start + AT_A_TIME] for start in range(0, len(files), AT_A_TIME)]
    with ProcessPoolExecutor(min(cores, len(parts)), processes()) as pool:
        found = chain.from_iterable(map(_unpacked, pool.map(_packed, parts)))
        for file, plain in zip(files, found, strict=True):
            yield Document(file, *plain, tidy=True) if plain else read_file(file)


def _packed(files: Sequence[Path]) -> bytes:
    """Of each file what can be handed over, as MessagePack: pickle takes twice as long at either end."""
    documents = map(read_file, files)
    plain: list[_Plain] = [
        (document.text, document.data) if document.tidy and not document.problems else None for document in documents
    ]
    try:
        return _packer.encode(plain)
    except OverflowError:  # a number of more than 64 bits: the model says what is wrong with it
        return _packer.encode([None] * len(plain))


def _unpacked(packed: bytes) -> list[_Plain]:
    found: list[_Plain] = msgspec.msgpack.decode(packed, type=list[tuple[str, Any] | None])
    return found
