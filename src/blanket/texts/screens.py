"""One screen for staff (`vis`): may I help, labels, what is counted, coaching."""

from __future__ import annotations

WHO_CAN_TITLE = "Hvem kan hvad i {name}"
WHO_CAN_SUMMARY = "Til kolleger på plejehjem, biblioteker og andre steder. Giv ikke arket til borgere."
WHO_CAN_ANSWERS = "Må jeg hjælpe? Kommunens egne svar"
WHO_CAN_PLACE = "{place}: {helps}"
WHO_CAN_NOT = "Ikke: {text}"
WHO_CAN_FILE = "hvem-kan-hvad-{id}"
VOLUNTEER_NO_SHEET = "Arket til kolleger er kun for personale."
NOT_FOR_VOLUNTEERS = "{name} er kun for personale."
NOT_FOR_VOLUNTEERS_CURE = "Spørg din leder eller Borgerservice. Se steder for alle med: blanket steder"
ROLE_NAMES = {"borgerservice": "Borgerservice", "ansat": "ansat i kommunen", "frivillig": "frivillig"}
MAY_I = "Må jeg hjælpe? {answer}."
MAY_I_WHOSE = "{line} (Svar til: {who}.)"
MAY_I_ANSWERS = {
    "ja": "Ja: {why}",
    "kun_hvis": "Kun hvis {why}",
    "nej": "Nej: {why}",
    "spørg": "Spørg din leder: {why}",
}
MAY_I_ASK_VOLUNTEER = "Spørg din leder eller forening: {why}"
MAY_I_PRIVATE = "det er en privat løsning og ikke kommunens opgave"
MAY_I_UNKNOWN = "vi kender ikke reglen her"
MAY_LABEL = "Må:"
MAY_NOT_LABEL = "Må ikke:"
NOT_WITH_LABEL = "{name} hjælper ikke med:"
INSTEAD = "{text}. I stedet: {instead}"
DECIDES_LABEL = "Bestemmer:"
DEADLINE_LABEL = "Frist:"
BRING_LABEL = "Med:"
FEE_LABEL = "Pris:"
RING_LABEL = "Ring:"
OR_LABEL = "Eller:"
FORMS_LABEL = "Blanketter:"
WITHOUT_NET = "Uden nettet:"
ON_NET = "På nettet:"
ON_NET_FROM = "På nettet, fra {address}:"
CHECKLIST = "Tjekliste. Frister regnes fra {event}:"
AT_THE_LATEST = "senest {count} {unit} {side}"
AT_THE_EARLIEST = "tidligst {count} {unit} {side}"
LATEST_DAY, EARLIEST_DAY = "senest {day}", "tidligst {day}"
DEADLINE_PAST = "fristen var {day}"
ONE_UNIT = {"dage": "dag", "hverdage": "hverdag", "uger": "uge", "måneder": "måned", "år": "år"}
BEFORE, AFTER = "før", "efter"
HAS_DEADLINE = "frist"
MORE = "Mere: {what}."
SEE_ALL = "{what} (--alt)"
COUNTED = "{count} {name}"
SEE_NET = "{count} trin på nettet (--net)"
SEE_PAPER = "{count} trin uden nettet (uden --net)"
SEE_SOURCES = "{count} kilder (--kilder)"
SEE_ONE_SOURCE = "1 kilde (--kilder)"
NOT_CHECKED = "Ikke kontrolleret af nogen."
CHECKED_BY = "Kontrolleret {date} af {by}."
DOUBT_LEGEND = "? er usikkert."
RING_NUMBER = "{name} {number}, {when}."
RING_OWN_KOMMUNE = "borgerens kommune. Vælg den her, så står nummeret: blanket kommune NAVN."
RING_NO_NUMBER = "{name}. Vi kender ikke nummeret. Se på kommunens hjemmeside eller et brev derfra."
NUMBER_NOT_CONFIRMED = "nummeret er ikke bekræftet"
STAFF_ONLY = "KUN FOR PERSONALE OG FRIVILLIGE. Giv ikke nummeret til borgere."
FOR_CITIZENS = "For borgere: nummeret må gerne gives videre."
FOR_CITIZENS_ALONE = "For borgere."
KOMMUNES_NUMBER = "{number} ({name})"
TODAY_LABEL = "I dag:"
NO_PHONE = "intet kendt nummer"
HOURS_LABEL = "Tider:"
ADDRESS_LABEL = "Adresse:"
APPOINTMENT_LABEL = "Aftale:"
CALL_FIRST = "Ring først: oplysningerne er usikre."
TARGET_LABEL = "For:"
HELPS_LABEL = "Hjælper med:"
HELPS_NOT_LABEL = "Hjælper ikke med:"
FORM_STATES = {
    "gælder": "gælder i dag",
    "ukendt": "ikke bekræftet. Spørg udgiveren, om den stadig bruges",
    "udgået": "UDGÅET: brug den ikke",
}
FORM_STATUS_LABEL = "Status:"
INSTEAD_LABEL = "I stedet:"
PUBLISHER_LABEL = "Udgiver:"
FILLED_BY_LABEL = "Udfyldes af:"
NOT_BY_CITIZEN = "Borgeren udfylder den ikke selv."
GET_LABEL = "Fås:"
HAND_IN_LABEL = "Afleveres:"
ASK_PUBLISHER = "ikke kendt, spørg udgiveren"
USED_IN_LABEL = "Bruges i:"
N_RULES = ("regel", "regler")
N_DEADLINES = ("frist", "frister")
N_BRING = ("ting", "ting")
N_FEES = ("pris", "priser")
N_NUMBERS = ("nummer", "numre")
N_ADVICE = ("råd", "råd")
N_NOTES = ("note", "noter")
N_FORMS = ("blanket", "blanketter")
N_TASKS = ("opgave", "opgaver")
N_MATTERS = ("emne", "emner")

OWN_KOMMUNE = "Kommunens nummer"

COACHING_HEADINGS = {True: "Når I gør det sammen:", False: "Når du gør det for borgeren:"}
COACHING_CONSENT = "Spørg først: “Må jeg gøre det for dig?” Ja gælder kun i dag og kun det her."
# By kind of step (guide/screens/coaching.py). The rules behind them stand in kb/opgaver/graenser-for-hjaelp.yaml.
COACHING_TOGETHER = {
    "log": "Log på: borgeren holder selv telefonen og taster selv. Se væk, mens koden tastes.",
    "type": "Skriv: læs spørgsmålet højt, og vent. Lad borgeren skrive selv.",
    "choose": "Vælg: læs mulighederne højt. Borgeren vælger.",
    "pay": "Betal: læs beløb og navn højt. Borgeren taster selv.",
    "sign": "Skriv under: læs det hele højt først. Borgeren skriver selv under.",
}
COACHING_FOR = {
    "log": "Log på: brug aldrig borgerens MitID. Kun dit eget, og kun med fuldmagt til netop den opgave.",
    "type": "Skriv: læs det højt for borgeren, før det sendes.",
    "choose": "Vælg: borgeren bestemmer, også når det går langsomt.",
    "pay": "Betal: nej. Tag aldrig imod kort og kode.",
    "sign": "Skriv under: nej. Det gør borgeren selv, eller den, der har fuldmagt.",
}
