"""What a site's pages are made of: plain data, ready for the templates in templates/websted.

Here go the view models; what is put into them is decided in `pages` and `lists`.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from blanket.guide.paper.parts import CitizenGuide, Phone
from blanket.guide.screens.staff import StaffGuide
from blanket.kb.format.model import Municipality

FRONT = "index.html"


class Listed(Struct):
    """An entry as lists show it. `whose`: of a place, the kommune's id; empty for the whole country."""

    id: str
    kind: str
    title: str
    summary: str
    subject: str = ""
    whose: str = ""
    number: str = ""  # of a form; of a place its telephone
    sensitive: bool = False
    vouched: bool = True
    own: str = ""  # of a place for staff: what to say of it

    @property
    def path(self) -> str:
        """Where it stands in the site, from the front page."""
        match self.kind:
            case "ord":
                return f"ordbog/{FRONT}#{self.id}"
            case "kommune":
                return f"kommuner/{FRONT}#{self.id}"
            case _:
                return f"{self.id}/{FRONT}"


class Site(Struct):
    """What holds for every page.

    `address`: where the site is published, without a slash at its end; empty when nobody has said. `despite`: whose
    decision it is to show what nobody has vouched for.
    `files`: name -> the versioned file below `filer/`.
    """

    made: date
    files: dict[str, str]
    municipality: Municipality | None = None
    address: str = ""
    intern: bool = False
    despite: str = ""
    phone: Phone | None = None
    logo: str = ""
    logo_alt: str = ""


class EntryPage(Struct):
    """The page of one entry. `paper`: without the net, or the only way. `digital`: the other way, where there is one.

    `event`: the day that deadlines run from, where the reader may choose it. `gone`: of a form that is no more, what to
    do instead. `data`: the entry as JSON-LD. `staff`: for the staff's edition.
    """

    listed: Listed
    paper: CitizenGuide | None = None
    digital: CitizenGuide | None = None
    event: str = ""
    gone: str = ""
    related: list[Listed] = []
    data: str = ""
    staff: StaffGuide | None = None
    answers: list[str] = []
    extra: list[tuple[str, str]] = []

    @property
    def either(self) -> list[CitizenGuide]:
        """The ways that there are."""
        return [guide for guide in (self.paper, self.digital) if guide]

    @property
    def one_box(self) -> bool:
        """Whether both ways have the same box, but for what stands over it."""
        paper, digital = (guide.box if guide else None for guide in (self.paper, self.digital))
        return paper is not None and digital is not None and replace(digital, heading=paper.heading) == paper

    @property
    def numbered(self) -> bool:
        """Whether there is a number on the page to ring in doubt."""
        boxes = [guide.box for guide in self.either if guide.box]
        return any(phone.number for box in boxes for phone in (box.phone, *box.others))


class Group(Struct):
    """Entries under a heading. `anchor`: where a link leads to it."""

    heading: str
    entries: list[Listed]
    anchor: str = ""
    text: str = ""


class AcuteLine(Struct):
    """Somebody to ring in need, or a place to go to. `whose`: the kommune whose number it is, when it has none."""

    entry: Listed
    number: str
    when: str
    whose: str = ""


class AcuteGroup(Struct):
    """Acute help with one subject: whom to ring, and the guides that say more."""

    heading: str
    lines: list[AcuteLine]
    guides: list[Listed]


class Meaning(Struct):
    """A word of the glossary with what it means, and the entries that it belongs to."""

    id: str
    word: str
    means: str
    see: list[Listed] = []


class KommuneLine(Struct):
    """A kommune with the number that its citizens ring, where one is confirmed. `host`: of its own site, if known."""

    id: str
    name: str
    phone: Phone | None = None
    host: str = ""
