"""Every number of search stands in the bench that says what it is worth, or with the reason why none can."""

from __future__ import annotations

from bench.sensitivity import INDEXED, OFF, UNMEASURED
from blanket.search import weights


def test_every_number_is_measured_or_says_why_not() -> None:
    numbers = {name for name in vars(weights) if name.isupper()}
    assert numbers == {*OFF, *INDEXED, *UNMEASURED}
