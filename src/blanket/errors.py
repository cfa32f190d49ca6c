"""The one exception that reaches a user, and the exit codes.

Here goes what every part of the program may raise when a user, a file or the machine is in the way. `cli` turns it
into a message on stderr; nothing else catches it but to add what it knows.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command's exit code says. Explained for users in docs/haandbog.md."""

    DONE = 0
    NOTHING_FOUND = 1  # or: problems found
    WRONG_USE = 2
    UNUSABLE = 3  # the knowledge base or the settings cannot be used


class BlanketError(Exception):
    """Something is wrong that the user can do something about.

    `what` is wrong (with the place, where there is one); `cure`: what to do; `code`: how the command ends.
    """

    def __init__(self, what: str, cure: str = "", code: Exit = Exit.NOTHING_FOUND) -> None:
        super().__init__(what)
        self.what = what
        self.cure = cure
        self.code = code
