"""A defect of the program: what the user is told, and the file that can be sent to those who mend it.

Here goes the one message that is not the user's to act on. The file says where in the program it happened, and nothing
that was typed: no query, no name, no CPR number.
"""

from __future__ import annotations

import sys
from pathlib import Path

from blanket import __version__
from blanket.cli.commands import COMMANDS
from blanket.errors import BlanketError, Exit
from blanket.paths import cache_folder
from blanket.texts import faults as texts
from blanket.writing import write_whole

_FILE = "fejl.txt"  # the last one alone: nothing piles up


def defect(error: Exception) -> BlanketError:
    """The error to show for a defect. Writes the file to send; where it cannot be kept, the message says it all."""
    where = _where(error)
    what = texts.UNEXPECTED.format(error=f"{type(error).__name__}, {where[-1] if where else '?'}")
    file = cache_folder() / _FILE
    try:
        write_whole(file, _report(error, where))
    except OSError:
        return BlanketError(what, texts.UNEXPECTED_CURE, Exit.UNUSABLE)
    return BlanketError(what, texts.UNEXPECTED_FILE_CURE.format(file=file), Exit.UNUSABLE)


def _where(error: BaseException) -> list[str]:
    """The places that the error went through: modules and lines, never what stood in variables."""
    import traceback  # only when something is wrong: this module is on the way of every find

    steps = traceback.extract_tb(error.__traceback__)
    return [f"{_shown(Path(step.filename))}:{step.lineno} {step.name}" for step in steps]


def _shown(file: Path) -> str:
    """The last parts of a path: enough to find the module, and no user's name."""
    return "/".join(file.parts[-3:])


def _report(error: Exception, where: list[str]) -> str:
    import platform

    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    kinds = []
    cause: BaseException | None = error
    while cause is not None:
        kinds.append(type(cause).__name__)
        cause = cause.__cause__ or cause.__context__
    command = next((argument for argument in sys.argv[1:2] if argument in COMMANDS), "")  # other words are a search
    lines = [f"blanket {__version__}", system, f"kommando: {command}", " <- ".join(kinds), *where]
    return "\n".join(lines) + "\n"
