"""Opening a file of the knowledge base: only one that can be read to its end.

Here goes the one way in which an entry's file is opened.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def read_regular(file: Path, most: int) -> bytes:
    """The bytes of a file; only the first of them, and one more than `most`, of a longer one. Raises as `open_regular`.

    Asking for `most` at once would make room for it at every file, which takes longer than reading one.
    """
    with open_regular(file) as stream:
        asked = min(os.fstat(stream.fileno()).st_size, most) + 1
        content = stream.read(asked)
        return content if len(content) < asked else content + stream.read(most + 1 - asked)


def open_regular(file: Path) -> BinaryIO:
    """Open a file to read its bytes. Raises OSError, also for a pipe or a device: opening one may wait for ever.

    A folder is called one: Windows says of it that access is denied.
    """
    mode = os.stat(file).st_mode  # noqa: PTH116  # there may be ten thousand files: this way takes half as long
    if not stat.S_ISREG(mode):
        number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENXIO
        raise OSError(number, os.strerror(number), str(file))
    return open(file, "rb")  # noqa: PTH123  # see above
