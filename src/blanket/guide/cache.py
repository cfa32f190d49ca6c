"""Where guides may keep what is costly to make: holidays, QR codes, type, compiled templates.

Here goes one folder, which `desk` hands in: a guide knows no settings and no user. Without one nothing is kept, and
everything is made each time.
"""

from __future__ import annotations

from pathlib import Path

_handed_in: list[Path] = []


def keep_in(folder: Path | None) -> None:
    """Keep things below this folder from now on; None: keep nothing."""
    _handed_in[:] = [] if folder is None else [folder]


def kept(*parts: str) -> Path | None:
    """The path of a thing that is kept, whether it is there yet or not; None when nothing is kept."""
    return _handed_in[0].joinpath(*parts) if _handed_in else None
