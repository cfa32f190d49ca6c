"""The entry format: what may stand in a file of the knowledge base, and what the program calls it.

Here go the closed structures of the five kinds of entry and nothing else: no reading, no rules that need more than one
entry. The words have `glossary`. Field names are English in code and Danish in YAML (`name=`); every field carries a
Danish description, which is what editors and error messages show. The pages docs/vedligehold.md and `blanket kb skema`
are made from what stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, field
from msgspec.structs import replace

from blanket.kb.files import KIND_FOLDERS
from blanket.kb.format.layer_parts import Layer, Logo, Referral, Unconfirmed
from blanket.kb.format.parts import (
    Checked,
    Contact,
    Crisis,
    Deadline,
    DigitalWay,
    Fee,
    Hours,
    Id,
    JourneyStep,
    PaperWay,
    Part,
    PhoneNumber,
    Region,
    Said,
    Source,
    Staff,
    Text,
    Url,
)
from blanket.kb.format.roles import (
    LABEL,
    NOBODY,
    OFFER,
    OWN_ID,
    PHRASE,
    PROSE,
    SEARCHED_LABEL,
    SUMMARY,
    TITLE,
    UNSEARCHED,
    UNSEARCHED_PHRASE,
    UNSEARCHED_PROSE,
    UNSEARCHED_STAFF,
    keys_leading_to,
    leading_to,
    role,
)
from blanket.kb.format.subjects import Subject

KOMMUNE = role("citizen", "label", "keyword")  # of a place: as telling as a søgeord

# --- Fields that several kinds share ---------------------------------------------------------------------------------

SubjectOf = Annotated[Subject, Meta(description="Emne fra den faste liste.")]
WhatAndWhen = Annotated[
    Text, Meta(description="Hvad er det, og hvornår har jeg brug for det? Højst 30 ord.", extra=SUMMARY)
]
Sensitive = Annotated[
    Literal["ja"] | None,
    Meta(
        description="ja: det kan være farligt eller pinligt at have papiret liggende (vold, selvmord, overgreb, gæld)."
    ),
]
Crises = Annotated[
    tuple[Crisis, ...],
    Meta(description="Det, man kan få akut hjælp til her: en kriselinje eller et sted at sove. Står i blanket akut."),
]
SaidOnTheLine = Annotated[Said | None, Meta(description="Det, borgeren kan sige, når hun ringer.")]
Attorney = Annotated[Text | None, Meta(description="Hvem der må gøre det for borgeren, og hvordan.", extra=PROSE)]
AlwaysANumber = Annotated[
    tuple[Contact, ...], Meta(min_length=1, description="Hvem borgeren kan ringe til. Der er altid et nummer.")
]
GoodToKnow = Annotated[tuple[Text, ...], Meta(description="Godt at vide for borgeren.", extra=PROSE)]
SeeAlso = Annotated[
    tuple[Id, ...], Meta(description="Id på det, man ofte også har brug for.", extra=leading_to(*KIND_FOLDERS))
]


class Entry(Part, frozen=True, kw_only=True):
    """What every kind of entry has."""

    if TYPE_CHECKING:  # every kind says what they are, under its own key and at its own place in the file
        title: str
        summary: str

    id: Annotated[Id, Meta(description="Kort navn; det samme som filens navn.", extra=OWN_ID)]
    former_ids: Annotated[
        tuple[Id, ...], Meta(description="Id, som opslaget havde før; de fører stadig hertil.", extra=OWN_ID)
    ] = field(name="tidligere_id", default=())
    keywords: Annotated[
        tuple[Text, ...], Meta(description="Ord, som folk siger, og som ikke står i titel og tekst.", extra=NOBODY)
    ] = field(name="søgeord", default=())
    search_tests: Annotated[
        tuple[Text, ...], Meta(description="Søgninger, som skal finde dette blandt de tre første.", extra=NOBODY)
    ] = field(name="søgetest", default=())
    sources: Annotated[tuple[Source, ...], Meta(description="Kilderne til det hele.")] = field(
        name="kilder", default=()
    )
    checked: Annotated[Checked | None, Meta(description="Mangler, til et menneske har kontrolleret det hele.")] = field(
        name="kontrolleret", default=None
    )
    uncertain: Annotated[
        tuple[Text, ...],
        Meta(description="Det, kilderne ikke svarer på. Vises kun for personalet.", extra=UNSEARCHED_STAFF),
    ] = field(name="usikkert", default=())


class Task(Entry, frozen=True, kw_only=True):
    """Something that a citizen needs done (opgave)."""

    title: Annotated[Text, Meta(description="Opgaven, som borgeren ville sige det.", extra=TITLE)] = field(name="titel")
    subject: SubjectOf = field(name="emne")
    authority: Annotated[Text, Meta(description="Hvem der bestemmer.", extra=PHRASE)] = field(name="myndighed")
    private: Annotated[bool, Meta(description="Ja, når det er en privat løsning og ikke det offentliges opgave.")] = (
        field(name="privat", default=False)
    )
    for_authority: Annotated[
        Literal["ja"] | None,
        Meta(
            description="Ja, når siden er til den, der arbejder hos en myndighed: borgere ser den sidst, når de søger."
        ),
    ] = field(name="til_myndighed", default=None)
    summary: WhatAndWhen = field(name="kort")
    sensitive: Sensitive = field(name="følsom", default=None)
    crisis: Crises = field(name="akut", default=())
    event: Annotated[
        Text | None,
        Meta(
            description="Den dag, fristerne regnes fra, fx dagen, du flytter. Udelades, når der ingen er.", extra=LABEL
        ),
    ] = field(name="hændelse", default=None)
    said: SaidOnTheLine = field(name="sig", default=None)
    digital: Annotated[DigitalWay | None, Meta(description="Vejen med selvbetjening.")] = None
    paper: Annotated[PaperWay | None, Meta(description="Vejen uden digital selvbetjening.")] = field(
        name="papir", default=None
    )
    bring: Annotated[
        tuple[Text, ...], Meta(description="Det, borgeren skal have med eller have klar.", extra=PROSE)
    ] = field(name="medbring", default=())
    deadlines: Annotated[tuple[Deadline, ...], Meta(description="Frister med kilde.")] = field(
        name="frister", default=()
    )
    fees: Annotated[tuple[Fee, ...], Meta(description="Pris og beløb med år og kilde.")] = field(
        name="gebyr", default=()
    )
    attorney: Attorney = field(name="fuldmagt", default=None)
    contacts: AlwaysANumber = field(name="kontakt")
    good_to_know: GoodToKnow = field(name="godt_at_vide", default=())
    staff: Annotated[Staff, Meta(description="Kun for personalet; kommer aldrig på et ark til borgeren.")] = field(
        name="personale", default=Staff()
    )
    see_also: SeeAlso = field(name="se_også", default=())


class Form(Entry, frozen=True, kw_only=True):
    """A paper form (blanket). The form itself is linked, never bundled."""

    number: Annotated[Text | None, Meta(description="Nummer, som udgiveren skriver det. Gæt aldrig.", extra=LABEL)] = (
        field(name="nummer", default=None)
    )
    title: Annotated[Text, Meta(description="Blankettens titel.", extra=TITLE)] = field(name="titel")
    publisher: Annotated[Text, Meta(description="Hvem der udgiver den.", extra=SEARCHED_LABEL)] = field(name="udgiver")
    subject: SubjectOf = field(name="emne")
    summary: Annotated[Text, Meta(description="Hvad den bruges til. Højst 30 ord.", extra=SUMMARY)] = field(name="kort")
    sensitive: Sensitive = field(name="følsom", default=None)
    said: Annotated[Said | None, Meta(description="Det, borgeren kan sige, når hun ringer om blanketten.")] = field(
        name="sig", default=None
    )
    filled_by: Annotated[Text | None, Meta(description="Hvem der udfylder den.", extra=PHRASE)] = field(
        name="udfyldes_af", default=None
    )
    for_citizen: Annotated[bool, Meta(description="Nej, når kommune, læge eller arbejdsgiver udfylder den.")] = field(
        name="til_borger", default=True
    )
    handed_in: Annotated[Text | None, Meta(description="Hvor og hvordan den afleveres.", extra=PROSE)] = field(
        name="afleveres", default=None
    )
    requires: Annotated[tuple[Text, ...], Meta(description="Det, der skal med.", extra=UNSEARCHED_PROSE)] = field(
        name="kræver", default=()
    )
    version: Annotated[Text | None, Meta(description="Udgave, fx 01/2020.", extra=LABEL)] = None
    status: Annotated[
        Literal["gælder", "ukendt", "udgået"],
        Meta(description="gælder: tilbydes i dag. ukendt: ikke bekræftet. udgået: brug den ikke."),
    ]
    status_basis: Annotated[Text | None, Meta(description="Hvad status bygger på.", extra=UNSEARCHED_STAFF)] = field(
        name="status_grundlag", default=None
    )
    replaced_by: Annotated[
        tuple[Id, ...], Meta(description="Id på det, der har afløst den.", extra=leading_to("blanket", "opgave"))
    ] = field(name="afløst_af", default=())
    replacement: Annotated[Text | None, Meta(description="Hvad man gør i stedet, når den er udgået.", extra=PROSE)] = (
        field(name="i_stedet", default=None)
    )
    address: Annotated[Url | None, Meta(description="Hvor den hentes.", extra=LABEL)] = field(
        name="adresse", default=None
    )
    available: Annotated[
        Text | None, Meta(description="Hvor den fås, når den ikke kan hentes.", extra=UNSEARCHED_PHRASE)
    ] = field(name="fås", default=None)
    contacts: Annotated[tuple[Contact, ...], Meta(description="Hvem borgeren kan ringe til.")] = field(
        name="kontakt", default=()
    )
    see_also: SeeAlso = field(name="se_også", default=())


class Journey(Entry, frozen=True, kw_only=True):
    """A life event as a checklist of tasks in order (forløb)."""

    title: Annotated[Text, Meta(description="Hændelsen, som borgeren ville sige det.", extra=TITLE)] = field(
        name="titel"
    )
    subject: SubjectOf = field(name="emne")
    summary: WhatAndWhen = field(name="kort")
    sensitive: Sensitive = field(name="følsom", default=None)
    event: Annotated[Text, Meta(description="Den dag, fristerne regnes fra, fx indflytningsdagen.", extra=LABEL)] = (
        field(name="hændelse")
    )
    said: SaidOnTheLine = field(name="sig", default=None)
    steps: Annotated[tuple[JourneyStep, ...], Meta(min_length=1, description="Tjeklisten i rækkefølge.")] = field(
        name="trin"
    )
    bring: Annotated[tuple[Text, ...], Meta(description="Det, man skal have klar.", extra=PROSE)] = field(
        name="medbring", default=()
    )
    fees: Annotated[tuple[Fee, ...], Meta(description="Pris og beløb med år og kilde.", extra=UNSEARCHED)] = field(
        name="gebyr", default=()
    )
    attorney: Attorney = field(name="fuldmagt", default=None)
    contacts: AlwaysANumber = field(name="kontakt")
    good_to_know: GoodToKnow = field(name="godt_at_vide", default=())
    staff: Annotated[
        Staff, Meta(description="Kun for personalet; kommer aldrig på et ark til borgeren.", extra=UNSEARCHED)
    ] = field(name="personale", default=Staff())
    see_also: SeeAlso = field(name="se_også", default=())


class Place(Entry, frozen=True, kw_only=True):
    """A place, phone line or offer (sted). It says whom it is for: a staff line never reaches a citizen."""

    title: Annotated[Text, Meta(description="Stedets navn.", extra=TITLE)] = field(name="navn")
    sort: Annotated[Literal["sted", "telefon", "tilbud"], Meta(description="Et sted, en telefon eller et tilbud.")] = (
        field(name="slags")
    )
    audience: Annotated[
        Literal["borgere", "personale"],
        Meta(description="Hvem det er for. personale: nummeret må aldrig nå et ark til borgeren."),
    ] = field(name="for")
    municipality: Annotated[
        Id | None, Meta(description="Kommunens id; udelades, når det gælder hele landet.", extra=KOMMUNE)
    ] = field(name="kommune", default=None)
    region: Annotated[
        Region | None, Meta(description="Den region, hvis borgere stedet er for; udelades, når det er for alle.")
    ] = None
    national_line: Annotated[
        Literal["ja"] | None,
        Meta(description="ja: landets telefon for den, der ikke ved, hvor man skal ringe; kommunen går altid forud."),
    ] = field(name="landslinje", default=None)
    summary: Annotated[Text, Meta(description="Hvad man kan få her. Højst 30 ord.", extra=SUMMARY)] = field(name="kort")
    sensitive: Sensitive = field(name="følsom", default=None)
    crisis: Crises = field(name="akut", default=())
    target: Annotated[Text | None, Meta(description="Hvem det er tænkt til.", extra=OFFER)] = field(
        name="målgruppe", default=None
    )
    helps_with: Annotated[tuple[Text, ...], Meta(description="Det, man kan få hjælp til.", extra=OFFER)] = field(
        name="hjælper_med", default=()
    )
    helps_not_with: Annotated[
        tuple[Text, ...], Meta(description="Det, man ikke kan få hjælp til.", extra=UNSEARCHED_PHRASE)
    ] = field(name="hjælper_ikke_med", default=())
    appointment: Annotated[Text | None, Meta(description="Om man skal bestille tid.", extra=UNSEARCHED_PHRASE)] = field(
        name="aftale", default=None
    )
    address: Annotated[Text | None, Meta(description="Vej, postnummer og by.", extra=SEARCHED_LABEL)] = field(
        name="adresse", default=None
    )
    phone: Annotated[PhoneNumber | None, Meta(description="Telefonnummer.", extra=LABEL)] = field(
        name="telefon", default=None
    )
    mail: Annotated[Text | None, Meta(description="Mailadresse.", extra=LABEL)] = None
    web: Annotated[Url | None, Meta(description="Hjemmeside.", extra=LABEL)] = None
    hours: Annotated[
        tuple[Hours, ...],
        Meta(description="Åbningstid; tom, når den ikke er kendt. For slags: sted står telefontiden ved kontakt."),
    ] = field(name="tider", default=())
    call_first: Annotated[bool, Meta(description="Ja, når oplysningerne er usikre: ring først.")] = field(
        name="ring_først", default=False
    )
    good_to_know: Annotated[tuple[Text, ...], Meta(description="Godt at vide.", extra=PROSE)] = field(
        name="godt_at_vide", default=()
    )
    see_also: SeeAlso = field(name="se_også", default=())

    @property
    def answers_in_its_hours(self) -> bool:
        """Whether its hours are those of its telephone: those of a place that one goes to say when to go there."""
        return self.sort != "sted"


class Municipality(Entry, frozen=True, kw_only=True):
    """What is local to one kommune, laid over the shared entries."""

    title: Annotated[Text, Meta(description="Kommunens navn.", extra=TITLE)] = field(name="navn")
    summary: Annotated[Text, Meta(description="Hvad denne kommune hjælper med. Højst 30 ord.", extra=SUMMARY)] = field(
        name="kort"
    )
    contacts: Annotated[
        tuple[Contact, ...],
        Meta(description="Det nummer, borgerne i kommunen ringer til. Uden det får arket en linje at skrive det på."),
    ] = field(name="kontakt", default=())
    region: Annotated[
        Region | None, Meta(description="Den region, kommunen ligger i. Så vises kun den regions kontorer.")
    ] = None
    helps_with: Annotated[tuple[Text, ...], Meta(description="Det, personalet hjælper med.", extra=PHRASE)] = field(
        name="hjælper_med", default=()
    )
    helps_not_with: Annotated[tuple[Referral, ...], Meta(description="Det, personalet ikke hjælper med.")] = field(
        name="hjælper_ikke_med", default=()
    )
    notes: Annotated[tuple[Text, ...], Meta(description="Noter til alle medarbejdere.", extra=UNSEARCHED_STAFF)] = (
        field(name="noter", default=())
    )
    tasks: Annotated[
        dict[Id, Staff],
        Meta(
            description="Lokale tilføjelser til en opgave: må_jeg, må, må_ikke, noter.",
            extra=keys_leading_to("opgave", "forløb"),
        ),
    ] = field(name="opgaver", default_factory=dict)
    layers: Annotated[
        dict[Id, Layer],
        Meta(
            description="Det lokale lag: hvad der er anderledes i et fælles opslag, nøgle for nøgle.",
            extra=keys_leading_to(*KIND_FOLDERS),
        ),
    ] = field(name="lag", default_factory=dict)
    unconfirmed: Annotated[
        tuple[Unconfirmed, ...],
        Meta(description="Det, kun én side siger. Kun personalet ser det, til kommunen har bekræftet det."),
    ] = field(name="ubekræftet", default=())
    settled: Annotated[
        tuple[Text, ...],
        Meta(description="Det ubekræftede i den fælles fil, som kommunen har taget stilling til.", extra=NOBODY),
    ] = field(name="afklaret", default=())
    quiet_time: Annotated[
        Text | None,
        Meta(description="Til arket: hvordan man får en rolig tid, fx før åbningstid.", extra=UNSEARCHED_PROSE),
    ] = field(name="rolig_tid", default=None)
    learn: Annotated[
        Text | None, Meta(description="Til arket: hvor man kan lære det selv, fx et kursus.", extra=UNSEARCHED_PROSE)
    ] = field(name="lær_det_selv", default=None)
    interpreter: Annotated[
        Literal["ja"] | None, Meta(description="ja: arket får linjen “Jeg har brug for tolk: ____”.")
    ] = field(name="tolk", default=None)
    logo: Annotated[Logo | None, Meta(description="Logo øverst på borgerens ark.")] = None
    web: Annotated[
        Url | None,
        Meta(
            description="Hvor I har lagt siderne fra blanket kb websted. Så står der korte adresser på arket.",
            examples=["https://svendborg.dk/hjaelp"],
            extra=LABEL,
        ),
    ] = None


MODELS: dict[str, type[Entry]] = {
    "opgave": Task,
    "forløb": Journey,
    "blanket": Form,
    "sted": Place,
    "kommune": Municipality,
}


def kind_of(entry: Entry) -> str:
    """The Danish name of an entry's kind: `opgave`, `forløb`, `blanket`, `sted` or `kommune`."""
    return next(kind for kind, model in MODELS.items() if type(entry) is model)


def renamed(entry: Entry, newer: Entry) -> Entry:
    """An entry of a file that still has a former id of `newer`, under the new id."""
    former = dict.fromkeys((*newer.former_ids, *entry.former_ids))
    return replace(entry, id=newer.id, former_ids=tuple(old for old in former if old != newer.id))
