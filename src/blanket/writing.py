"""Writing a file whole or not at all: the one way in which anything of ours comes onto a disk.

Here goes the draft beside the file, the rename, and what must outlive it: links, modes, write protection. On the way of
every `find` (the numbers of its hits are kept), so it imports next to nothing.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DRAFT = ".blanket-udkast"
_HELD = (5, 32, 33)  # Windows' numbers: access denied, sharing violation, lock violation
PATIENCE = 4.0  # seconds: somebody waits at the screen
_HOUR = 3600.0  # seconds: a younger draft may be another process's


def write_whole(file: Path, content: str | bytes, *, durable: bool = False) -> None:
    """Write a file whole or not at all. Text is written as UTF-8.

    A link is followed, and what it leads to is written; the mode of a file that is there is kept. `durable`: the
    content is on the disk before the name changes (fsync), for what somebody has typed. Raises OSError when the folder
    cannot be made or written or the file is write-protected; the old file is then as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    with draft_of(file) as draft, open(draft, "wb") as stream:  # noqa: PTH123  # a Path's open costs every find more
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())


@contextmanager
def draft_of(file: Path, *, new_folder: bool = True, patience: float | None = None) -> Iterator[Path]:
    """A draft beside a file, to be written in the block; at its end it takes the file's place, or is thrown away.

    Each process and call has a draft of its own, so that two that write the same file never mix. `new_folder`: make the
    folder when it is not there. `patience`: how many seconds to try to take the place of a file that Windows keeps for
    somebody who has it open; None: PATIENCE. Raises OSError as `write_whole` does.
    """
    target = Path(os.path.realpath(file))
    mode = _mode_to_keep(target)
    if new_folder:
        target.parent.mkdir(parents=True, exist_ok=True)
    elif not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))
    draft = target.with_name(f".{target.name[:80]}.{os.getpid()}-{os.urandom(3).hex()}{_DRAFT}")
    try:
        yield draft
        if mode is not None:
            with suppress(OSError):  # a share may know no modes
                os.chmod(draft, mode)  # noqa: PTH101
        _take_place(draft, target, PATIENCE if patience is None else patience)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _take_place(draft: Path, target: Path, patience: float) -> None:
    """Give a draft its file's name, at once.

    Windows refuses that while another program has the file open, if only to copy it or to look for viruses: then it is
    tried again for a while.
    """
    until = time.monotonic() + patience
    while True:
        try:
            os.replace(draft, target)  # noqa: PTH105
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD or time.monotonic() > until:
                raise
        time.sleep(0.02)


def sweep_drafts(file: Path) -> None:
    """Delete what a killed write of this file left beside it. Drafts of the last hour may be another process's."""
    target = Path(os.path.realpath(file))
    with suppress(OSError):
        for name in os.listdir(target.parent):
            if name.startswith(f".{target.name[:80]}.") and name.endswith(_DRAFT):
                draft = target.parent / name
                with suppress(OSError):
                    if draft.stat().st_mtime < time.time() - _HOUR:
                        draft.unlink()


def _mode_to_keep(target: Path) -> int | None:
    """The mode of the file that is about to be replaced. Raises PermissionError when it is write-protected."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    mode = found.st_mode & 0o7777
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    # root may write anything, but a file without a single write bit was protected by somebody on purpose
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return mode
