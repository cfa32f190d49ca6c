"""One writer at a time for a file that several people change: a small file beside it says who has it.

Here goes the lock. It is made in one step (`open` with `x`), also on a Windows share; one that a killed process left
behind is taken over once it is old, and at once where this machine can see that the process is gone.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from blanket.errors import BlanketError
from blanket.texts import layers as texts

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
            descriptor = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
            with suppress(OSError):
                os.write(descriptor, _own_mark())
            os.close(descriptor)
            break
        except FileExistsError:
            with suppress(OSError):
                if time.time() - lock.stat().st_mtime > OLD or _is_left_behind(lock):
                    lock.unlink()
                    continue
            if time.monotonic() - began > WAIT:
                what = texts.SOMEBODY_WRITES.format(file=file)
                raise BlanketError(what, texts.SOMEBODY_WRITES_CURE.format(lock=lock)) from None
            time.sleep(0.02)
        except PermissionError:  # Windows, while another process deletes it; or a folder that may not be written in
            if time.monotonic() - began > WAIT or not os.access(lock.parent, os.W_OK):
                break
            time.sleep(0.02)
    try:
        yield
    finally:
        _let_go(lock)


def _let_go(lock: Path) -> None:
    """Take the lock away. Windows refuses while somebody, a virus scanner too, has it open: that lasts a moment."""
    until = time.monotonic() + WAIT
    while True:
        try:
            lock.unlink()
            return
        except PermissionError:
            if time.monotonic() > until or not os.access(lock.parent, os.W_OK):
                return
            time.sleep(0.02)
        except OSError:
            return


def _own_mark() -> bytes:
    return f"{platform.node()}\t{os.getpid()}".encode()


def _is_left_behind(lock: Path) -> bool:
    """Whether a process of this machine made the lock and is no more. Windows cannot be asked without harm."""
    if os.name == "nt":  # nor may it be opened there: who holds it could not take it away
        return False
    node, _, number = lock.read_bytes().decode("utf-8", "replace").partition("\t")
    if node != platform.node() or not number.isdecimal():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass
    return False
