"""Opening a file of the knowledge base: only one that can be read to its end.

Here goes the one way in which an entry's file is opened.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_regular(file: Path) -> BinaryIO:
    """Open a file to read its bytes. Raises OSError, also for a pipe or a device: opening one may wait for ever."""
    mode = os.stat(file).st_mode  # noqa: PTH116  # there may be ten thousand files: this way takes half as long
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):  # a folder says so itself
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(file))
    return open(file, "rb")  # noqa: PTH123  # see above
