"""The pieces that entries are made of: small values with their form, and the parts that several kinds share.

Here go the closed structures below the level of an entry. Field names are English in code and Danish in YAML (`name=`);
every field carries a Danish description, which is what editors and error messages show.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta, field

from blanket.kb.format.roles import (
    LABEL,
    NOBODY,
    PROSE,
    STAFF,
    UNSEARCHED_PHRASE,
    UNSEARCHED_PROSE,
    UNSEARCHED_STAFF,
    leading_to,
)

# --- Texts and small values -------------------------------------------------------------------------------------

Text = Annotated[str, Meta(min_length=1, description="Tekst, som ikke må være tom.")]
Id = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        description="Kort navn med små bogstaver a-z, tal og bindestreg; det samme som filens navn.",
        examples=["skift-laege"],
    ),
]
Url = Annotated[
    str,
    Meta(pattern=r"^https?://[^\s]+$", description="Fuld adresse, der begynder med https:// eller http://."),
]
Citation = Annotated[
    str, Meta(min_length=4, description="Hvor oplysningen står: en adresse (https://…) eller et dokuments navn.")
]
# Danish numbers have eight digits, written in pairs; authorities also have short ones: 112, 114, 1813, 1881, 116 111
# (Energistyrelsen, Den danske nummerplan).
PhoneNumber = Annotated[
    str,
    Meta(
        pattern=r"^(\d\d \d\d \d\d \d\d|\d{3,4}|116 \d{3})$",
        description="Telefonnummer i par, i anførselstegn.",
        examples=["70 12 80 63", "114"],
    ),
]
# Days that there are, from 1900 to 2099: the months' lengths, and the leap years of the Gregorian calendar.
_YEAR = r"(?:19|20)\d\d"
_LEAP_DAY = r"(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29"
Day = Annotated[
    str,
    Meta(
        pattern=rf"^(?:{_YEAR}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?|-(?:0[13-9]|1[0-2])-(?:29|30)"
        rf"|-(?:0[13578]|1[02])-31)?|{_LEAP_DAY})$",
        description='En dag, der findes (eller år, måned), fx 2026-11-30. Skriv et år alene i anførselstegn: "2024".',
    ),
]
Clock = Annotated[
    str, Meta(pattern=r"^([01]\d|2[0-4]):[0-5]\d$", description='Klokkeslæt i anførselstegn, fx "09:30".')
]
DayOfPeriod = Annotated[
    str,
    Meta(
        pattern=r"^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        description='En dag som 2026-07-01, eller "07-01", når det gælder hvert år.',
    ),
]
Year = Annotated[int, Meta(ge=2000, le=2100, description="Det år, beløbet gælder for.")]

Weekday = Literal["man", "tir", "ons", "tor", "fre", "lør", "søn", "helligdage"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)[:7]


# What an acute need may be about: a crisis line or a bed for the night. In the order of `blanket akut`.
Crisis = Literal["liv", "selvmord", "vold", "psyke", "misbrug", "bolig", "svindel"]
CRISES: tuple[str, ...] = get_args(Crisis)


class Part(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True, omit_defaults=True):
    """A piece of an entry: closed, unchangeable, written by keyword."""


class Source(Part, frozen=True, kw_only=True):
    """Where the facts come from, and when somebody read it."""

    address: Annotated[Url | None, Meta(description="Sidens adresse.", extra=NOBODY)] = field(
        name="adresse", default=None
    )
    name: Annotated[Text | None, Meta(description="Dokumentets navn, når det ikke ligger på nettet.", extra=NOBODY)] = (
        field(name="navn", default=None)
    )
    read: Annotated[Day, Meta(description="Hvornår kilden sidst blev læst.", extra=NOBODY)] = field(name="læst")
    page_date: Annotated[Day | None, Meta(description="Den dato, kilden selv viser.", extra=NOBODY)] = field(
        name="sidens_dato", default=None
    )


class Checked(Part, frozen=True, kw_only=True):
    """A person vouches for the whole entry."""

    date: Annotated[Day, Meta(description="Hvornår et menneske kontrollerede det hele.", extra=NOBODY)] = field(
        name="dato"
    )
    by: Annotated[Text, Meta(description="Hvem der kontrollerede det.", extra=NOBODY)] = field(name="af")


class Closed(Part, frozen=True, kw_only=True):
    """A period in which a row of opening hours does not hold: each year when only month and day are given."""

    first: Annotated[DayOfPeriod, Meta(description="Den første lukkede dag.", extra=LABEL)] = field(name="fra")
    last: Annotated[DayOfPeriod, Meta(description="Den sidste lukkede dag.", extra=LABEL)] = field(name="til")
    why: Annotated[Text | None, Meta(description="Hvorfor, fx sommerferie.", extra=LABEL)] = field(
        name="tekst", default=None
    )


_NOTE_LIMITS = re.compile(
    r"\b(?:u?lige uger?|hver anden uge|i måneden|efter aftale|(?:lukket|ferielukket)\b.*"
    r"\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|uge))\b",
    re.IGNORECASE,
)


class Hours(Part, frozen=True, kw_only=True):
    """One row of opening hours. No times means that the days are known and the times are not."""

    days: Annotated[tuple[Weekday, ...], Meta(description="Ugedage; tom, når dagene ikke er kendt.")] = field(
        name="dage", default=()
    )
    opens: Annotated[Clock | None, Meta(description="Åbner klokken; tom, når det ikke er kendt.", extra=LABEL)] = field(
        name="fra", default=None
    )
    closes: Annotated[Clock | None, Meta(description="Lukker klokken; tom, når det ikke er kendt.", extra=LABEL)] = (
        field(name="til", default=None)
    )
    weeks: Annotated[Literal["lige", "ulige"] | None, Meta(description="Kun i lige eller ulige uger.")] = field(
        name="uger", default=None
    )
    of_month: Annotated[
        Literal["første", "anden", "tredje", "fjerde", "sidste"] | None,
        Meta(description="Kun dén af ugedagen i måneden."),
    ] = field(name="i_måneden", default=None)
    closed: Annotated[tuple[Closed, ...], Meta(description="Perioder, hvor der er lukket, fx i juli.")] = field(
        name="lukket", default=()
    )
    by_appointment: Annotated[Literal["ja"] | None, Meta(description="ja: kun efter aftale.")] = field(
        name="efter_aftale", default=None
    )
    note: Annotated[Text | None, Meta(description="Kort bemærkning, fx om sommertid.", extra=LABEL)] = None

    @property
    def limited_by_note(self) -> bool:
        """Whether the note says that the row does not always hold, in words that nobody can reckon with."""
        return self.note is not None and _NOTE_LIMITS.search(self.note) is not None


# The regions by law; Hovedstaden and Sjælland become Østdanmark on 1 January 2027.
Region = Literal["hovedstaden", "midtjylland", "nordjylland", "sjælland", "syddanmark", "østdanmark"]


class Contact(Part, frozen=True, kw_only=True):
    """Whom the citizen may ring: a place of the knowledge base (`sted`), the own kommune, or a name and a number."""

    place: Annotated[
        Id | None, Meta(description="Id på et sted; så hentes navn, nummer og tider der.", extra=leading_to("sted"))
    ] = field(name="sted", default=None)
    municipality: Annotated[
        Literal["ja"] | None,
        Meta(description="ja: borgerens egen kommune. I dens lag kan kontakt.1.sted sige, hvor der ringes til."),
    ] = field(name="kommune", default=None)
    name: Annotated[Text | None, Meta(description="Hvem man ringer til, når det ikke er et sted.", extra=LABEL)] = (
        field(name="navn", default=None)
    )
    phone: Annotated[PhoneNumber | None, Meta(description="Telefonnummer.", extra=LABEL)] = field(
        name="telefon", default=None
    )
    when: Annotated[Text | None, Meta(description="Telefontid med ord.", extra=UNSEARCHED_PHRASE)] = field(
        name="tid", default=None
    )
    hours: Annotated[tuple[Hours, ...], Meta(description="Telefontid, som programmet kan regne på.")] = field(
        name="tider", default=()
    )
    note: Annotated[Text | None, Meta(description="Hvad man ringer om.", extra=UNSEARCHED_PHRASE)] = None
    source: Annotated[Citation | None, Meta(description="Kilde til nummeret.", extra=NOBODY)] = field(
        name="kilde", default=None
    )
    call_first: Annotated[bool, Meta(description="Ja, når kun én kilde giver nummeret.")] = field(
        name="ring_først", default=False
    )
    region: Annotated[
        Region | None,
        Meta(description="Vises kun for den regions borgere."),
    ] = None


TimeUnit = Literal["dage", "hverdage", "uger", "måneder", "år"]


class Span(Part, frozen=True, kw_only=True):
    """How far a deadline lies from the event that it runs from."""

    count: Annotated[
        int, Meta(ge=-1000, le=1000, description="Antal fra hændelsen; minus er før: -6 uger er seks uger før.")
    ] = field(name="antal")
    unit: Annotated[TimeUnit, Meta(description="Enheden, som kilden skriver den.")] = field(name="enhed")
    since: Annotated[
        Text | None,
        Meta(description="Hvad der regnes fra, når det ikke er opslagets hændelse, fx datoen på brevet.", extra=LABEL),
    ] = field(name="fra", default=None)
    must_arrive: Annotated[
        Literal["ja"] | None, Meta(description="ja: det skal være kommet frem inden fristen, ikke kun sendt.")
    ] = field(name="fremme", default=None)


Earliest = Annotated[
    Span | None, Meta(description="Tidligst så længe efter hændelsen. Kun når ordene siger tallet uden forbehold.")
]
Latest = Annotated[
    Span | None, Meta(description="Senest så længe efter hændelsen. Kun når ordene siger tallet uden forbehold.")
]


class Deadline(Part, frozen=True, kw_only=True):
    """A deadline changes with time, and so carries its own source; with a number, a day can be counted from it."""

    text: Annotated[Text, Meta(description="Fristen i en hel sætning.", extra=PROSE)] = field(name="tekst")
    earliest: Earliest = field(name="tidligst", default=None)
    latest: Latest = field(name="senest", default=None)
    uncertain: Annotated[
        Literal["ja"] | None, Meta(description="ja: fristen er ikke til at stole på. Arket siger, at man skal spørge.")
    ] = field(name="usikker", default=None)
    source: Annotated[Citation, Meta(description="Kilde til netop denne oplysning.", extra=NOBODY)] = field(
        name="kilde"
    )


class Said(Part, frozen=True, kw_only=True):
    """What the citizen can say when she rings, and what she has at hand."""

    words: Annotated[
        Text,
        Meta(
            description="En eller to sætninger, som borgeren kan læse højt i telefonen. Skriv jeg.",
            extra=UNSEARCHED_PROSE,
        ),
    ] = field(name="ord")
    ready: Annotated[
        tuple[Text, ...],
        Meta(description="Det, borgeren skal have ved hånden, når hun ringer.", extra=UNSEARCHED_PROSE),
    ] = field(name="hav_klar", default=())


class Fee(Part, frozen=True, kw_only=True):
    """What it costs, or what one gets, with the year that the amount is for."""

    text: Annotated[Text, Meta(description="Prisen eller beløbet i en hel sætning.", extra=PROSE)] = field(name="tekst")
    year: Annotated[Year | None, Meta(description="Det år, beløbet gælder for.")] = field(name="år", default=None)
    uncertain: Annotated[
        Literal["ja"] | None, Meta(description="ja: beløbet er ikke til at stole på. Arket siger, at man skal spørge.")
    ] = field(name="usikker", default=None)
    source: Annotated[Citation, Meta(description="Kilde til netop dette beløb.", extra=NOBODY)] = field(name="kilde")


class Answer(Part, frozen=True, kw_only=True):
    """Whether somebody may help with it, and why."""

    answer: Annotated[
        Literal["ja", "kun_hvis", "nej", "spørg"],
        Meta(description="Svaret på “må jeg hjælpe?”. Uden kilde er det altid spørg."),
    ] = field(name="svar")
    because: Annotated[
        Text, Meta(description="Hvorfor, i stikord; ved kun_hvis: betingelsen.", extra=UNSEARCHED_STAFF)
    ] = field(name="fordi")
    source: Annotated[
        Citation | None, Meta(description="Kilde til svaret. Ja, kun_hvis og nej skal have en.", extra=NOBODY)
    ] = field(name="kilde", default=None)


class MayI(Part, frozen=True, kw_only=True):
    """The answer to “may I help with this?” for each kind of helper. Who is not named has to ask."""

    citizen_service: Annotated[Answer | None, Meta(description="Medarbejdere i Borgerservice.")] = field(
        name="borgerservice", default=None
    )
    employees: Annotated[
        Answer | None, Meta(description="Andre ansatte i kommunen: plejehjem, bibliotek, jobcenter, værested.")
    ] = field(name="ansatte", default=None)
    volunteers: Annotated[Answer | None, Meta(description="Frivillige.")] = field(name="frivillige", default=None)


class Staff(Part, frozen=True, kw_only=True):
    """What is for staff only: never on a handout."""

    may_i: Annotated[MayI | None, Meta(description="Må jeg hjælpe? Et svar til hver slags hjælper.")] = field(
        name="må_jeg", default=None
    )
    may: Annotated[tuple[Text, ...], Meta(description="Hvad medarbejderen må hjælpe med.", extra=STAFF)] = field(
        name="må", default=()
    )
    may_not: Annotated[tuple[Text, ...], Meta(description="Hvad medarbejderen ikke må.", extra=UNSEARCHED_STAFF)] = (
        field(name="må_ikke", default=())
    )
    notes: Annotated[tuple[Text, ...], Meta(description="Stikord: det, der går galt, først.", extra=STAFF)] = field(
        name="noter", default=()
    )
    together: Annotated[
        tuple[Text, ...],
        Meta(
            description="Når I gør det sammen: hvad du siger og gør ud over det, der gælder alle opgaver.",
            extra=UNSEARCHED_STAFF,
        ),
    ] = field(name="sammen", default=())
    for_citizen: Annotated[
        tuple[Text, ...],
        Meta(
            description="Når du gør det for borgeren: samtykke, og hvad du gør ud over det, der gælder alle.",
            extra=UNSEARCHED_STAFF,
        ),
    ] = field(name="for_borgeren", default=())


class DigitalWay(Part, frozen=True, kw_only=True):
    """The steps with self-service."""

    address: Annotated[Url | None, Meta(description="Den side, borgeren begynder på.", extra=LABEL)] = field(
        name="adresse", default=None
    )
    mandatory: Annotated[
        Literal["ja"] | None,
        Meta(description="ja: man skal bruge selvbetjeningen, når man kan. Arket siger, hvem papirvejen er for."),
    ] = field(name="pligt", default=None)
    steps: Annotated[tuple[Text, ...], Meta(min_length=1, description="Trin, én ting i hvert.", extra=PROSE)] = field(
        name="trin"
    )


class PaperWay(Part, frozen=True, kw_only=True):
    """The steps without digital self-service, and the forms that they need."""

    steps: Annotated[tuple[Text, ...], Meta(min_length=1, description="Trin, én ting i hvert.", extra=PROSE)] = field(
        name="trin"
    )
    forms: Annotated[
        tuple[Id, ...], Meta(description="Id på de blanketter, der bruges.", extra=leading_to("blanket"))
    ] = field(name="blanketter", default=())


class JourneyStep(Part, frozen=True, kw_only=True):
    """One line of a life event's checklist."""

    text: Annotated[Text, Meta(description="Det, der skal gøres.", extra=PROSE)] = field(name="tekst")
    task: Annotated[
        Id | None,
        Meta(description="Id på opgaven, der forklarer hvordan.", extra=leading_to("opgave", "forløb", "blanket")),
    ] = field(name="opgave", default=None)
    reader: Annotated[
        Literal["borger", "personale", "begge"],
        Meta(description="Hvem trinet er for: borger og pårørende, plejehjemmets personale eller begge."),
    ] = field(name="for", default="begge")
    deadline: Annotated[Text | None, Meta(description="Fristen i ord.", extra=UNSEARCHED_PROSE)] = field(
        name="frist", default=None
    )
    earliest: Earliest = field(name="tidligst", default=None)
    latest: Latest = field(name="senest", default=None)
    when: Annotated[
        Literal["før", "første_uge", "første_måned", "senere"] | None,
        Meta(description="Hvornår det skal gøres, når fristen ikke siger det."),
    ] = field(name="hvornår", default=None)
    source: Annotated[Citation | None, Meta(description="Kilde til fristen.", extra=NOBODY)] = field(
        name="kilde", default=None
    )
