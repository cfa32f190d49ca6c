"""The headings and fixed sentences of a handout, said once for every format.

Here goes what a handout says besides what its entries say. Templates reach it as `t`.
"""

from __future__ import annotations

# --- The head and the box with the number -----------------------------------------------------------------------------
HELPER = "Hjælper: {name}"
FOR_STAFF = "Til personalet"
CALL = "Ring til {whom}"
CALL_WHEN = "{when}? Ring til {whom}"
CALL_BUTTON = "Ring nu"
CALL_NUMBER = "Ring {number}"
IN_DOUBT = "Er du i tvivl? Ring til {whom}"
OWN_KOMMUNE = "din kommune"
KOMMUNES_NUMBER = "Kommunens nummer"
BANKS_NUMBER = "Din banks nummer"
ASK_BORGERSERVICE = "Spørg efter Borgerservice."
SHOW_UP = "Borgerservice: {address}"
NUMBER = "Nummer"
# Where a number stands that is not the same for everybody.
NUMBER_OF_BANK = "Nummeret står bag på dit kort, i bankens app eller på et brev. Søg det ikke på nettet."
NUMBER_OF_DOCTOR = "Nummeret står på dit gule sundhedskort."
NUMBER_OF_CHURCH = "Spørg i kirken, eller søg efter kirken og dit sogn."
NUMBER_OF_UNDERTAKER = "Spørg nogen, du kender, eller søg efter “bedemand” og din by."
NUMBER_OF_LANDLORD = "Nummeret står på lejekontrakten eller på en opkrævning."
NUMBER_OF_COMPANY = "Nummeret står på en regning fra dem."
NUMBER_OF_REGION = "Søg efter navnet på din region, eller spørg din læge."
NUMBER_IN_LETTER = "Nummeret står på et brev fra dem."
NUMBER_IN_LETTER_ONLY = "Nummeret står på et brev fra dem. Søg det ikke på nettet."
NUMBER_VARIES = "Nummeret er ikke det samme for alle. Søg efter navnet og din by."
YOU_CAN_SAY = "Når du ringer, kan du sige"
SAY_THIS = "{about}Jeg kan ikke bruge nettet. Hvad skal jeg gøre?"
SAY_ABOUT = "Jeg vil spørge om {topic}. "  # a single word; a title of more is often something to do
SAY_TITLE = "Jeg ringer om “{title}”. "
HAVE_READY = "Hav klar"
CLOSED = "Er der lukket? Ring igen næste hverdag."
CLOSED_OTHERS = "Er der lukket? Ring igen, når der er åbent."
CLOSED_HOURS_UNKNOWN = "Er der lukket? Ring igen i morgen eller næste hverdag."  # some are open on Saturdays
CLOSED_BED = "Er der lukket, og har du intet sted at sove? Gå hen til {places}."
CLOSED_BED_ANY = "Er der lukket, og har du intet sted at sove? Gå hen på et herberg."
CLOSED_RING = "Er der lukket? Ring til {name} på {number}."
SOUTH = "I Sønderjylland er det her, du ringer til."
ADDRESS = "Adresse"

# --- Deadlines --------------------------------------------------------------------------------------------------------
DEADLINE = "Frist"
WHEN = "Hvornår"  # for what only tells how long something takes or lasts
APPEAL = "Hvis du får nej"
LATEST = "Senest {day}"
EARLIEST = "Tidligst {day}"
LATEST_BLANK = "Senest den"
APPEAL_BLANK = "Når brevet er kommet, så skriv den sidste dag her:"
EARLIEST_BLANK = "Tidligst den"
SEND_BY = "Send brevet senest {day}."
TOO_LATE_TO_SEND = "Et brev når det ikke. Ring i dag, eller gå derhen."
PAST = "Fristen var {day}. Ring i dag."
ASK_DEADLINE = "Spørg om fristen."
WEEKEND = (
    "Den sidste dag er en lørdag, søndag eller helligdag. Derfor står hverdagen før. "
    "(Siger reglen hverdage, tæller lørdag med.)"
)
EVENT = "{event}: {day}."

# --- The parts of a task ----------------------------------------------------------------------------------------------
BRING = "Tag med"
BRING_NOWHERE = HAVE_READY  # where all is done by telephone or post: there is nowhere to take it
WAY_DIGITAL = "Sådan gør du på nettet"
WAY_PAPER = "Sådan gør du uden nettet"
WAY_ONLY = "Sådan gør du"
FOR_WHOM = "Vejen uden nettet er for dig, der ikke kan bruge nettet. Sig det, når du ringer."
BEGIN_AT = "Begynd her: {address}"
OTHER_WAY = "Vil du gøre det på nettet?"
POINT = "Hold telefonens kamera hen over det firkantede mønster, eller"
TYPE = "skriv {address}"
FIND = "find “{what}” på nettet"
TYPE_SHORT = "skriv {address} (den fører dig til {host})"
TYPE_AND_FIND = "skriv {host}, og find “{what}”"
QR = "Firkantet mønster, som fører til {address}"
WHERE = "Hvor og hvornår"
OFFERS = "Det kan du få hjælp til"
FORM = "Blanketten"
FORMS = "Blanketter"
FORM_HERE = "Her får du blanketten."
FORM_GET = "Fås her"
FORM_HAND_IN = "Afleveres"
FORM_BRING = "Det skal med"  # handed in or posted
BRING_NOWHERE = HAVE_READY  # where all is done by telephone or post: there is nowhere to take it
FORM_NEEDS = "Det kræver"
FORM_VERSION = "udgave {version}"
FORM_UNKNOWN = "Spørg, om den stadig bruges."
ASK_KOMMUNE = "spørg din kommune"
PRICE = "Pris og beløb"
ASK_AMOUNT = "Spørg, hvad det koster."
ASK_PRICE = "Spørg, hvad beløbet er nu."
ASK_PRICES = "Spørg, hvad beløbene er nu."  # once, where more than one is of a year that is over
PRICE_OF = "I {year}: {text}"
ATTORNEY = "Hvem må hjælpe dig?"
ADVICE = "Godt at vide"
MEETING = "Her kan du møde os"
QUIET_TIME = "Vil du hellere have en rolig tid?"
LEARN = "Lær det selv:"
INTERPRETER = "Jeg har brug for tolk. Mit sprog er"

# --- A list over time -------------------------------------------------------------------------------------------------
CHECKLIST = "Tjekliste"
RUNS_FROM = "Fristerne regnes fra {event}."
GROUPS = {
    "": "Først",
    "før": "Før {event}",
    "første_uge": "I den første uge",
    "første_måned": "I den første måned",
    "senere": "Senere",
}
GROUP_UNDATED = "Derefter"

# --- What was agreed --------------------------------------------------------------------------------------------------
TODAY = "Det, vi talte om i dag"
TO_DO = "Det skal du gøre"
PAGE = "side"
AGREED = "Det har vi aftalt"
AGREED_SHORT = "Aftalt:"
# What is filled in by hand: words, and how many letters of room after each; the last of a line takes what is left.
AGREED_LINES: tuple[tuple[tuple[str, int], ...], ...] = (
    (("Vi har sendt", 24), ("den", 10)),
    (("Du skal", 26), ("senest", 10)),
    (("Svar kommer omkring", 12), ("fra", 16)),
    (("Vi ringer til dig den", 8), ("kl.", 5), ("fra nummer", 12)),
)

# --- Never left out ---------------------------------------------------------------------------------------------------
FRAUD = "Pas på svindel."
# Without "vi": the paper may come from a volunteer, and be about a firm. `own`: a number to ring, of the two after it.
_FRAUD = (
    "Sig aldrig koden til dit MitID eller dit betalingskort til nogen, heller ikke til familien. "
    "Det offentlige og banken spørger aldrig om den, heller ikke når de ringer. "
    "Spørger nogen? Læg på. {own} Har du sagt koden? Ring til din bank med det samme."
)
FRAUD_TEXT = _FRAUD.format(own="Ring selv til nummeret øverst.")
FRAUD_TEXT_NO_NUMBER = _FRAUD.format(own="Ring selv til et nummer, du kender.")
SOURCES = "Oplysningerne er fra {first} og andre sider"
SOURCES_ONE = "Oplysningerne er fra {first}"
SOURCES_UNKNOWN = "Oplysningerne er fra sider, som alle kan læse"
# How old they are. A page without a date of its own is only known to have stood there on the day when it was read.
SOURCES_DATED = "{pages}, den ældste fra {year}."
SOURCES_DATED_ONE = "{pages}, {year}."
SOURCES_UNDATED = "{pages}. Der står ingen dato på dem. De er læst i {read}."
SOURCES_UNDATED_ONE = "{pages}. Der står ingen dato på den. Den er læst i {read}."
SOURCES_MIXED = "{pages}, den ældste dato er {year}. Sider uden dato er læst i {read}."
# Pages whose names a citizen knows as those of an authority.
KNOWN_PAGES = frozenset(
    ("borger.dk", "rejsekort.dk", "mitid.dk", "digitalpost.dk", "sundhed.dk", "skat.dk", "politi.dk", "nemkonto.dk",
     "familieretshuset.dk", "domstol.dk", "folketinget.dk", "kl.dk", "atp.dk", "valg.dk", "nyidanmark.dk",
     "sundhedsstyrelsen.dk", "faerdselsstyrelsen.dk", "ankestyrelsen.dk", "digst.dk", "lifeindenmark.dk")
)  # fmt: skip
MAY_CHANGE = "Regler og priser kan være ændret."
CHECKED = "Tjekket af {by} {date}."
CHECKED_BLANK = (("Tjekket af", 16), ("den", 10))
FOR_KOMMUNE = "Udskrevet for {name}."
PAGE_OF = "Side {number} af {total}"

# --- Small neutral card -----------------------------------------------------------------------------------------------
CARD = "Numre"

# --- Icons: what each shows, for whoever cannot see it ----------------------------------------------------------------
ICONS = {
    "telefon": "Telefon",
    "kalender": "Kalender",
    "taske": "Taske",
    "liste": "Liste",
    "papir": "Papir",
    "moent": "Penge",
    "mennesker": "To mennesker",
    "info": "Oplysning",
    "blyant": "Blyant",
    "advarsel": "Advarsel",
    "hus": "Hus",
    "ur": "Ur",
    "kort": "Kort",
    "net": "Net",
}
