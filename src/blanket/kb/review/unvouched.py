"""What nobody has vouched for, of what can cost a citizen money or a right: deadlines, sums, may-I answers.

Here goes the counting. Which vouches hold is settled in `layers.standing`; an entry carries the one that does.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from blanket.kb.format.model import Entry, Journey, Task


class Count(NamedTuple):
    """How many there are, and how many of them nobody has vouched for."""

    all: int = 0
    unvouched: int = 0

    def plus(self, many: int, *, vouched: bool) -> Count:
        """The same with some more."""
        return Count(self.all + many, self.unvouched + (0 if vouched else many))


class Unvouched(NamedTuple):
    """Deadlines, sums and answers to "may I help", each with how many nobody has vouched for."""

    deadlines: Count = Count()
    sums: Count = Count()
    answers: Count = Count()


def unvouched(entries: Iterable[Entry]) -> Unvouched:
    """Count what stands in some entries, each with the vouch that holds for it, or with none."""
    deadlines, sums, answers = Unvouched()
    for entry in entries:
        if not isinstance(entry, Task | Journey):
            continue
        vouched = entry.checked is not None
        steps = sum(step.deadline is not None for step in entry.steps) if isinstance(entry, Journey) else 0
        deadlines = deadlines.plus(steps or len(getattr(entry, "deadlines", ())), vouched=vouched)
        sums = sums.plus(len(entry.fees), vouched=vouched)
        may_i = entry.staff.may_i
        said = (may_i.citizen_service, may_i.employees, may_i.volunteers) if may_i else ()
        answers = answers.plus(sum(answer is not None for answer in said), vouched=vouched)
    return Unvouched(deadlines, sums, answers)
