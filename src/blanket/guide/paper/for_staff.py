"""What staff have to do or say of a paper before they hand it over, read off the paper itself.

Here goes what every face says before it prints. What a paper leaves out for room is told where that is decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from blanket.guide.paper.parts import Due, Handout
from blanket.texts import papers as texts


def before_it_is_handed_over(handout: Handout) -> list[str]:
    """The sentences for staff: which deadlines are over, and where they have to write a number by hand."""
    said = [
        texts.PASSED.format(title=guide.title, day=one.day)
        for guide in handout.guides
        for one in (*guide.due, *guide.appeals, *(line.due for group in guide.groups for line in group.lines))
        if isinstance(one, Due) and one.past
    ]
    if lines := list(dict.fromkeys(_lines(handout))):
        said.append(texts.WRITE_NUMBERS.format(lines=texts.WRITE_NUMBERS_AND.join(map("“{}”".format, lines))))
    return said


def _lines(handout: Handout) -> Iterator[str]:
    """The words at each line that waits for a number, as they stand on the paper."""
    for box in (handout.box, *(guide.box for guide in handout.guides)):
        if box is None:
            continue
        if not box.phone.number:
            yield box.phone.line or box.heading
        yield from (phone.line or phone.name for phone in box.others if not phone.number)
