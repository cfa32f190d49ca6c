"""`blanket --version`: the program, and the release that it uses."""

from __future__ import annotations

from pathlib import Path

from blanket import __version__
from blanket.cli.outcome import Outcome
from blanket.desk.opening import OpenBase, named_paths
from blanket.errors import BlanketError
from blanket.texts import releases as texts


def version_told(kb: list[Path]) -> Outcome:
    """The program's version, and which release it uses, how old that is, whose, and where it lies.

    A file that cannot be used is told beside it: whoever asks for the version mostly has trouble.
    """
    lines, notes = [f"blanket {__version__}"], []
    try:
        named = named_paths(kb)
        if len(named) == 1 and not named[0].is_dir():
            base = OpenBase(named)
            notes = base.notes
            lines += _release(base)
            base.close()
    except BlanketError as error:
        notes = [error.what, error.cure]
    return Outcome(text="\n".join(lines), notes=notes)


def _release(base: OpenBase) -> list[str]:
    from blanket.desk.releases import said_of

    file = texts.VERSION_FILE.format(file=base.file)
    release = base.release
    if release is None:
        return [file]
    whose = texts.VERSION_WHOSE.format(id=release.municipality) if release.municipality else ""
    return [texts.VERSION_RELEASE.format(said=said_of(release), whose=whose), file]
