"""What a handout is made of: plain data, ready to print.

Here go the view models that templates/handout.* lay out; what is put into them is decided in `citizen`. msgspec's
structures: dataclasses take half a millisecond each to make, on the way of every handout.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from blanket.guide import labels
from blanket.kb.format.parts import Span
from blanket.texts import papers as texts

# A step's first word is said in bold when it tells what to do. These begin a step too, and are none: conditions,
# questions, pronouns. A verb in the present ends with an r (Har, Bor, Får); an imperative does so in a few words only.
_NO_VERB = frozenset(
    ("du", "den", "det", "de", "din", "dit", "dine", "i", "når", "hvis", "nu", "efter", "på", "kan", "vil", "skal",
     "må", "barnet", "kommunen", "breve", "adgangen", "skiftet", "så", "først", "derefter", "bagefter", "normalt",
     "ved", "med", "til", "fra", "om", "alle", "nogle", "ingen", "en", "et", "er", "har", "var", "haster", "skylder")
)  # fmt: skip
_IMPERATIVE_R = frozenset(
    ("gør", "hør", "kør", "før", "spar", "svar", "lær", "spær", "rør", "aflever", "lever", "aktiver", "opdater",
     "noter", "registrer", "kopier", "installer", "dokumenter", "overfør", "besvar", "forklar", "kontroller")
)  # fmt: skip
_PARTICLES = frozenset(("op", "ind", "ned", "hen", "på", "ud", "af", "med", "fat"))
_SEPARABLE = frozenset(("log", "mød", "gå", "læg", "skriv", "klik", "tryk", "find", "få", "tag", "sæt", "slå", "hold"))
_ONE_LINE = 56  # letters that are sure to fit on one line of a paper in normal print
_FIRST = re.compile(r"([A-ZÆØÅ][a-zæøåé]+)(?: ([a-zæøå]+)\b)?")


def verb_of(step: str) -> str:
    """What a step begins with when that is the thing to do (`Ring`, `Log på`); empty when it is something else."""
    match = _FIRST.match(step)
    if match is None:
        return ""
    word = match[1].casefold()
    if word in _NO_VERB or (word.endswith("r") and word not in _IMPERATIVE_R):
        return ""
    if word in _SEPARABLE and match[2] in _PARTICLES:
        return match.group()
    return match[1]


class Step(Struct):
    """One thing to do. `verb`: its beginning, said in bold; `rest`: what follows, after a space where there is one."""

    verb: str
    rest: str
    spaced: bool = False

    @classmethod
    def of(cls, text: str) -> Step:
        """The step that a text says."""
        verb = verb_of(text)
        rest = text[len(verb) :]
        return cls(verb, rest.lstrip(), spaced=bool(verb) and rest[:1] == " ")

    @property
    def text(self) -> str:
        """The whole step."""
        return self.verb + (" " if self.spaced else "") + self.rest


class Steps(Struct):
    """One way to do it. `heading`: over the steps; `lead`: a sentence between; `address`: where it begins, typable."""

    heading: str
    steps: list[Step]
    digital: bool
    lead: str = ""


class Phone(Struct):
    """A number that the citizen may ring; without a number there is a line to write it on, with the words `line`."""

    name: str
    number: str
    hours: tuple[str, ...] = ()
    note: str = ""
    address: str = ""
    line: str = ""


class Box(Struct):
    """The frame on top: whom to ring first, what to say and have at hand, and whom else.

    `heading`: over the number. `phone`: the number, or the name that stands at the line for it. `closed`: what to do
    when nobody answers.
    """

    heading: str
    phone: Phone
    said: str = ""
    ready: list[str] = []
    others: list[Phone] = []
    closed: str = ""

    @property
    def letters(self) -> int:
        """How many letters stand in it."""
        phones = (self.phone, *self.others)
        words = [self.heading, self.said, *self.ready, *(text for one in phones for text in (*one.hours, one.note))]
        return sum(map(len, words))


class Due(Struct):
    """A deadline. `text`: the rule in words. `day`: the day that was counted, as a sentence; `blank`: words at a line
    to write it on. `letter`: by when a letter has to be sent. `last`: `day` is the last one, or was;
    `past`: it is over, which staff are told.

    `span`: what `blank` is counted by once the day is known, where another page counts (the site does); `sent`: whether
    a letter then needs a day of its own.
    """

    text: str
    day: str = ""
    blank: str = ""
    letter: str = ""
    last: bool = False
    past: bool = False
    span: Span | None = None
    sent: bool = False


class Slip(Struct):
    """A paper form in short: what it is called and for, where to get it, where to hand it in, what to bring.

    `needs`: what must be so, which nobody can bring.
    """

    number: str
    title: str
    summary: str
    get: str
    hand_in: str
    bring: str
    version: str = ""
    doubt: str = ""
    needs: str = ""

    @property
    def where(self) -> list[str]:
        """Where to get it and where to hand it in: on one line where that is short."""
        got = f"{labels.FORM_GET}: {self.get}" if self.get else ""
        lines = [line for line in (got, f"{labels.FORM_HAND_IN}: {self.hand_in}") if line]
        joined = ". ".join(lines)
        return [joined] if len(joined) <= _ONE_LINE else lines

    @property
    def name(self) -> str:
        """Number, title and version, as far as there are any."""
        return ", ".join(filter(None, (": ".join(filter(None, (self.number, self.title))), self.version)))


class Line(Struct):
    """One line of a checklist."""

    step: Step
    due: Due | None = None


class Group(Struct):
    """Lines of a checklist that belong to the same time."""

    heading: str
    lines: list[Line]


class Web(Struct):
    """The page to begin on. `address`: whole, for the QR code. `words`: as it is typed. `how`: what to do with it.

    `source`: the authority's own page, where `address` is that of a kommune's site. `pictured`: with its QR code.
    """

    address: str
    words: str
    how: str
    source: str = ""
    pictured: bool = True

    @property
    def sentence(self) -> str:
        """What to do with it as a sentence of its own."""
        return f"{self.how[:1].upper()}{self.how[1:]}."


class Meeting(Struct):
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


class CitizenGuide(Struct):
    """One entry for the citizen. Every field is ready to print; an empty one is left out by the template.

    `appeals`: deadlines that only run once the answer is no. `web`: the page to begin on, in the box of the digital way
    or as the other way. `fraud`: whether the warning stands in a frame. `checked`: who vouches; empty: there is a line
    for it. `dated`: the newest day, month or year that the entry's facts were read or checked.
    """

    id: str
    title: str
    summary: str
    box: Box | None = None
    due: list[Due] = []
    due_heading: str = labels.DEADLINE  # whether any of them is a day that the citizen must keep
    appeals: list[Due] = []
    bring: list[str] = []
    bring_heading: str = labels.BRING
    ways: list[Steps] = []
    web: Web | None = None
    web_heading: str = ""
    where: list[str] = []  # of a place: address, hours, whether to book
    offers: list[str] = []  # of a place: what it helps with
    groups: list[Group] = []
    event: str = ""  # what the deadlines run from, and the day that was given for it
    fees: list[str] = []
    attorney: str = ""
    advice: list[str] = []
    slips: list[Slip] = []
    fraud: bool = False
    foot: list[str] = []
    checked: str = ""
    dated: str = ""


class Handout(Struct):
    """A document for one citizen: one or more guides, and what holds for all of them.

    `title`: of the document, and of its first page when there are several guides. `sender`: who hands it out, none
    for a volunteer; `printed`, `helper`: the rest of the head line.
    `box`: the frame of a first page that lists the guides. `extra`: the kommune's own lines. `large`: large print.
    `tight`: less room between its parts. `each`: one step a page. `for_staff`: a list for staff, without what was
    agreed. `card`: only these numbers, without anything that says what they are about. `notes`: what was agreed.
    `logo`: file and alt text.
    """

    guides: list[CitizenGuide]
    title: str
    municipality: str = ""
    sender: str = ""
    printed: str = ""
    helper: str = ""
    meeting: Meeting | None = None
    notes: list[str] = []
    extra: list[tuple[str, str]] = []
    box: Box | None = None
    large: bool = False
    tight: bool = False
    each: bool = False
    for_staff: bool = False
    card: list[Phone] = []
    logo: Path | None = None
    logo_alt: str = ""

    @property
    def fraud_text(self) -> str:
        """What to do when somebody asks for a code: the number on top may be a line that nobody has filled in."""
        boxes = [self.box] if self.agenda else [guide.box for guide in self.guides]
        has_number = all(box is not None and box.phone.number for box in boxes)
        return labels.FRAUD_TEXT if has_number else labels.FRAUD_TEXT_NO_NUMBER

    @property
    def agenda(self) -> bool:
        """Whether the first page is a list of what was talked about."""
        return len(self.guides) > 1 and not self.each and self.box is not None
