"""The border to the operating system: what it refuses becomes a Danish sentence and a cure.

Here goes the table from error numbers to Danish, and the one way in which an OSError becomes a `BlanketError`. Every
module that opens, lists, writes or renames says with `refused` what it was about to do; nothing else words a refusal.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from blanket.errors import BlanketError, Exit
from blanket.texts import faults as texts

# Windows' own numbers (winerror), where errno says less: a file that another program holds, a share that is gone, a
# kind of file that no program prints (what the PC's browser alone opens).
_WINDOWS = {
    32: "IN_USE",
    33: "IN_USE",
    53: "NETWORK",
    64: "NETWORK",
    67: "NETWORK",
    206: "TOO_LONG",
    1155: "NO_PROGRAM",
}
_NUMBERS = {
    errno.ENOENT: "MISSING",
    errno.EACCES: "NO_ACCESS",
    errno.EPERM: "NO_ACCESS",
    errno.EISDIR: "IS_FOLDER",
    errno.ENOTDIR: "NO_FOLDER",
    errno.EEXIST: "EXISTS",
    errno.ENOSPC: "FULL",
    getattr(errno, "EDQUOT", -1): "FULL",
    errno.EFBIG: "FULL",
    errno.EROFS: "READ_ONLY",
    errno.EIO: "DAMAGED",
    errno.EBADF: "CLOSED",
    errno.ENAMETOOLONG: "TOO_LONG",
    errno.ELOOP: "LOOP",
    errno.EBUSY: "IN_USE",
    errno.ETXTBSY: "IN_USE",
    errno.EXDEV: "OTHER_DRIVE",
    errno.EMFILE: "TOO_MANY",
    errno.ENFILE: "TOO_MANY",
    errno.ENODEV: "NETWORK",
    errno.ENXIO: "NO_FILE",
    getattr(errno, "ESTALE", -2): "NETWORK",
    getattr(errno, "EHOSTDOWN", -3): "NETWORK",
    errno.ETIMEDOUT: "NETWORK",
}


def reason(error: OSError | ValueError) -> str:
    """Why the system said no, as the end of a Danish sentence ("… kan ikke skrives: du har ikke adgang til den").

    `error` may be a ValueError: that is what Python makes of a path with a NUL in it.
    """
    if isinstance(error, UnicodeError) or not isinstance(error, OSError):
        return texts.SYSTEM_REASONS["BAD_NAME"]
    windows: int = getattr(error, "winerror", 0) or 0
    name = _WINDOWS.get(windows) or _NUMBERS.get(error.errno or 0)
    return texts.SYSTEM_REASONS[name] if name else texts.SYSTEM_OTHER.format(number=windows or error.errno or 0)


def in_words(error: OSError) -> BlanketError:
    """A refusal that nothing closer to it has put into words."""
    what = texts.SYSTEM_SAYS_NO.format(file=error.filename or texts.SYSTEM_NO_FILE, why=reason(error))
    return BlanketError(what, texts.SYSTEM_SAYS_NO_CURE, Exit.UNUSABLE)


@contextmanager
def refused(what: str, cure: str, code: Exit = Exit.NOTHING_FOUND, **values: object) -> Iterator[None]:
    """Turn what the system refuses inside of the block into a BlanketError.

    `what`: a sentence with {why}, and with the names in `values`, as `file`; a `file` of None is the one that the error
    names. Raises BlanketError (`code`) for an OSError, and for a path that no system takes.
    """
    try:
        yield
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise  # whoever reads our output has seen enough: no refusal
        raise BlanketError(what.format(why=reason(error), **values), cure.format(**values), code) from error
    except ValueError as error:
        if "null byte" not in str(error) and "null character" not in str(error):
            raise
        raise BlanketError(what.format(why=reason(error), **values), cure.format(**values), code) from error
