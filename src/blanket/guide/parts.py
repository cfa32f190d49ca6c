"""What a handout is made of: plain data, ready to print.

Here go the view models that templates/handout.* lay out; what is put into them is decided in `citizen`. Plain classes:
frozen ones with slots and equality take 5 ms more to make, on the way of every handout.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from blanket import texts


@dataclass(eq=False)
class Steps:
    """One way to do it. `digital`: with self-service. `heading`: over the steps."""

    heading: str
    steps: tuple[str, ...]
    digital: bool


@dataclass(eq=False)
class Phone:
    """A number that the citizen may ring."""

    name: str
    number: str
    hours: tuple[str, ...] = ()
    note: str = ""


@dataclass(eq=False)
class Slip:
    """A paper form in short: what it is called, where to get it, where to hand it in, what to bring."""

    number: str
    title: str
    summary: str
    get: str
    hand_in: str
    bring: str


@dataclass(eq=False)
class Line:
    """One line of a checklist."""

    text: str
    deadline: str = ""


@dataclass(eq=False)
class Meeting:
    """Where and when to meet us."""

    name: str
    address: str
    hours: tuple[str, ...]
    appointment: str
    phone: str
    call_first: bool

    @property
    def lines(self) -> list[str]:
        """What is printed under the name, a line each."""
        phone = texts.MEETING_PHONE.format(phone=self.phone) if self.phone else ""
        first = texts.MEETING_CALL_FIRST if self.call_first else ""
        return [line for line in (self.address, *self.hours, self.appointment, phone, first) if line]


@dataclass(eq=False)
class CitizenGuide:
    """One entry for the citizen. Every field is ready to print; an empty one is left out by the template."""

    id: str
    title: str
    summary: str
    bring: list[str] = field(default_factory=list)
    ways: list[Steps] = field(default_factory=list)
    where: list[str] = field(default_factory=list)  # of a place: address, hours, whether to book
    offers: list[str] = field(default_factory=list)  # of a place: what it helps with
    checklist: list[Line] = field(default_factory=list)
    event: str = ""
    deadlines: list[str] = field(default_factory=list)
    fees: list[str] = field(default_factory=list)
    attorney: str = ""
    advice: list[str] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    own_number: bool = False  # room to write the kommune's number
    own_note: str = ""  # what to ring the kommune about
    address: str = ""  # the page to begin on, whole, for the QR code
    address_words: str = ""
    small: list[str] = field(default_factory=list)
    dated: str = ""  # the newest day, month or year that the entry's facts were read or checked


@dataclass(eq=False)
class Handout:
    """A document for one citizen: one or more guides, and what holds for all of them.

    `large`: large print. `notes`: what was agreed, to print in "Det har vi aftalt". `logo`: file and alt text.
    """

    guides: list[CitizenGuide]
    title: str
    municipality: str = ""
    meeting: Meeting | None = None
    notes: list[str] = field(default_factory=list)
    large: bool = False
    logo: Path | None = None
    logo_alt: str = ""
