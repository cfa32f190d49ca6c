"""The fixed list of subjects that tasks, journeys and forms are sorted under.

Here goes the list alone: `find --emne` reads it on the way of every search, so this imports next to nothing.
"""

from __future__ import annotations

from typing import Literal, get_args

Subject = Literal[
    "identitet",
    "digital-post",
    "fuldmagt",
    "folkeregister",
    "sundhed",
    "pension",
    "bolig",
    "familie",
    "økonomi",
    "arbejde",
    "omsorg",
    "handicap",
    "udsatte",
    "sikkerhed",
    "hverdag",
]
SUBJECTS: tuple[str, ...] = get_args(Subject)
