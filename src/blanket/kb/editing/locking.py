"""One writer at a time for a file that several people change: a small file beside it says who has it.

Here goes the lock. It is made in one step (`open` with `x`), also on a Windows share; one that a killed process left
behind is taken over once it is old.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from blanket import layer_texts
from blanket.errors import BlanketError

OLD = 30.0  # seconds: no write takes so long
WAIT = 10.0


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """While a file is read, changed and written, nobody else does the same. Raises BlanketError after WAIT seconds."""
    lock = file.with_name(f".{file.name}.lås")
    began = time.monotonic()
    file.parent.mkdir(parents=True, exist_ok=True)
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            with suppress(OSError):
                if time.time() - lock.stat().st_mtime > OLD:
                    lock.unlink()
                    continue
            if time.monotonic() - began > WAIT:
                what = layer_texts.SOMEBODY_WRITES.format(file=file)
                raise BlanketError(what, layer_texts.SOMEBODY_WRITES_CURE.format(lock=lock)) from None
            time.sleep(0.02)
        except PermissionError:  # Windows, while another process deletes it; or a folder that may not be written in
            if time.monotonic() - began > WAIT or not os.access(lock.parent, os.W_OK):
                break
            time.sleep(0.02)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
