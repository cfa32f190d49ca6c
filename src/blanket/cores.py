"""How work is shared out over the cores of a machine: whether its processes are forked or started anew."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

# Forking is ready at once. Windows cannot, and on macOS system libraries do not live through it.
FORKS = sys.platform == "linux"


def processes() -> BaseContext:
    """What a pool of processes is given."""
    from multiprocessing import get_context

    return get_context("fork" if FORKS else "spawn")
