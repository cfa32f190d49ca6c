"""The time in Denmark: apart from `hours`, so that the desk's first frame need not know what an opening hour is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")  # on Windows from the package tzdata


def now() -> datetime:
    """The time in Denmark, wherever the machine is."""
    return datetime.now(COPENHAGEN)
