"""Every Danish sentence that the program itself says: messages, headings, cures. One place to read and to mend.

Here go texts and nothing that computes. Texts of the knowledge base stand in kb/, the layout of guides in
templates/. Braces are blanks that the caller fills.
"""

from __future__ import annotations

# Why the system said no, as the end of a sentence. `blanket.system` says which error is which.
SYSTEM_REASONS = {
    "MISSING": "den findes ikke",
    "NO_ACCESS": "du har ikke adgang til den",
    "IS_FOLDER": "det er en mappe",
    "NO_FOLDER": "en del af stien er en fil og ikke en mappe",
    "EXISTS": "der ligger allerede noget med det navn",
    "FULL": "der er ikke plads på drevet",
    "READ_ONLY": "drevet kan kun læses",
    "DAMAGED": "drevet svarer med en fejl",
    "TOO_LONG": "navnet eller stien er for lang",
    "LOOP": "det er en genvej, der peger på sig selv",
    "IN_USE": "den er åben i et andet program",
    "OTHER_DRIVE": "den ligger på et andet drev",
    "TOO_MANY": "maskinen har for mange filer åbne",
    "NETWORK": "drevet på nettet svarer ikke",
    "NO_FILE": "det er ikke en almindelig fil",
    "CLOSED": "den er lukket",
    "BAD_NAME": "navnet har tegn, som ikke kan bruges i et filnavn",
}
SYSTEM_OTHER = "maskinen siger nej (fejl {number})"

# --- Messages of the commands --------------------------------------------------------------------------------------

KIND_NAMES = {
    "opgave": "opgave",
    "forløb": "forløb",
    "blanket": "blanket",
    "sted": "sted",
    "kommune": "kommune",
    "ord": "ord",
}

NOTHING_FOUND = "Ingenting fundet for “{query}”."
NOTHING_FOUND_CURE = "Prøv et andet ord for det samme, eller færre ord."
DID_YOU_MEAN = "Mente du:"
DID_YOU_MEAN_ONE = "Mente du “{name}”?"
WEAK_HITS = "Ingen sikre fund: vidensbasen har ikke noget, der passer helt på “{query}”."
NEAREST = "Det nærmeste er:"
RING_INSTEAD = "Er det ikke det, borgeren mener, så ring til {name} på {number}, og spørg."
RING_KOMMUNE_INSTEAD = "Er det ikke det, borgeren mener, så ring til borgerens kommune, og spørg."
RING_AND_ASK = "Vidensbasen har det måske ikke. Så ring til {name} på {number}, og spørg."
RING_KOMMUNE_AND_ASK = "Vidensbasen har det måske ikke. Så ring til borgerens kommune, og spørg."
FOUND_BY = "Fundet på: {why}"
MORE_OF_SUBJECT = "… og {count} til. Se dem alle: blanket find --emne {subject} --antal {all}"
SHOW_HINT = "Vis trin: blanket vis {what}"
ONLY_CPR = "Der er ikke andet end et CPR-nummer at søge på. Skriv aldrig CPR-numre her."
NUMBERS_NOT_KEPT = "Numrene på fundene kan ikke gemmes på denne maskine. Brug id’et, som står under titlen."
EMPTY_QUERY = "Skriv, hvad borgeren siger, fx: blanket find skifte læge"
CPR_CUT = "Noget, der ligner et CPR-nummer, er fjernet fra søgningen. Skriv aldrig CPR-numre her."
CPR_CUT_NOTE = "Noget, der ligner et CPR-nummer, er fjernet fra noten. Skriv aldrig CPR-numre her."
LEFT_OUT_ONE = "1 opslag kan ikke læses og er udeladt. Se hvorfor: blanket kb tjek"
LEFT_OUT = "{count} opslag kan ikke læses og er udeladt. Se hvorfor: blanket kb tjek"
IN_MEMORY = "Der kan ikke gemmes noget i {folder}. Indekset laves på ny hver gang, og fund vælges med id."
PREPARING = "Gør vidensbasen klar, {total} filer …"
BUILDING = "Laver indeks: {done} af {total} filer"

NO_SUCH_KB = "Mappen {folder} kan ikke bruges: {why}."
KB_UNREADABLE = "Opslagene kan ikke læses i {folders}: {why}."
INDEX_UNREADABLE = "Indekset {file} kan ikke læses: {why}."
FOLDER_WANTED = "{file} er et samlet indeks. Her skal bruges en mappe med opslag."
FOLDER_WANTED_CURE = "Lad --kb og BLANKET_KB pege på mappen, som indekset er lavet af."
NAME_NOT_UTF8 = "Navnet {name} har bogstaver, som ikke er skrevet i UTF-8."
NAME_NOT_UTF8_CURE = "Omdøb den, så æ, ø og å står rigtigt."
THIS_FOLDER = "du står i"
NO_SUCH_KB_CURE = "Ret --kb eller BLANKET_KB, så de peger på en mappe med opslag."
EMPTY_KB = "Der er ingen opslag i {folders}."
EMPTY_KB_CURE = "Geninstallér blanket, eller peg på en mappe med opslag med --kb."
BROKEN_ENTRY = "Opslaget “{id}” kan ikke læses:"

SETTINGS_BROKEN = (
    "Indstillingerne i {file} er ikke til at forstå, så der bruges ingen. Vælg kommune igen med: blanket kommune NAVN"
)
SETTINGS_UNREADABLE = "Indstillingerne i {file} kan ikke læses ({why}), så der bruges ingen."
SETTINGS_UNWRITABLE = "Indstillingerne kan ikke gemmes i {file}: {why}."
SETTINGS_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen."

NO_NUMBER = "Der er ikke noget nummer {number} i den sidste søgning."
NO_LAST_SEARCH = "Der er ingen søgning at tage nummer {number} fra."
NO_NUMBER_CURE = "Søg først: blanket find ORD"
NO_LAST_SEARCH_CURE = (
    "Søg først: blanket find ORD. Står der, at numrene ikke kan gemmes, så skriv id’et i stedet: blanket vis ID"
)
HIT_GONE = "Nummer {number} i den sidste søgning var “{id}”. Det opslag er der ikke mere."
UNCLEAR = "“{query}” kan være flere ting. Vælg en af dem:"
UNCLEAR_CURE = "Skriv nummeret: blanket vis {what}"
ONE_AT_A_TIME = "Der vises én ad gangen. Vælg en af dem:"

NO_MUNICIPALITY = "Der er ikke valgt en kommune."
CHOOSE_MUNICIPALITY = "Vælg med: blanket kommune NAVN. Der er lokale oplysninger om {names}."
MUNICIPALITY_CHOSEN = "{name} er valgt. Lokale noter, steder og numre vises nu."
MUNICIPALITY_CLEARED = "Nu er ingen kommune valgt."
ROLE_CHOSEN = "Svarene på “må jeg hjælpe?” er nu til: {name}."
ROLE_NOW = "Svar på “må jeg hjælpe?” er til: {name}. Skift: blanket kommune --rolle frivillig"
ASK_ROLE = "Hvem er du? 1 Borgerservice, 2 anden ansat i kommunen, 3 frivillig. Skriv 1, 2 eller 3: "
UNKNOWN_ROLE = "“{value}” er ikke en rolle.{hint}"
MORE_PLACES = "… og {count} steder til. Se dem alle: blanket steder"
ONLY_STAFF = "kun for personale"
OWN_LABEL = "Egne:"
OWN_ANSWERS = "{answers} egne svar på “må jeg hjælpe?”, egne noter om {tasks} opgaver."
MISSING_LABEL = "Mangler:"
MISSING_HOURS = ("åbningstid for 1 sted", "åbningstid for {count} steder")
MISSING_NUMBERS = ("nummer til 1 sted", "nummer til {count} steder")
MISSING_ANSWERS = (
    "eget svar på “må jeg hjælpe?” for 1 opgave",
    "eget svar på “må jeg hjælpe?” for {count} opgaver",
)
MISSING_SURE = ("sikkert svar på 1 punkt", "sikkert svar på {count} punkter")
NOTHING_MISSING = "intet."
N_MATTERS_HELPED = ("ting, I hjælper med", "ting, I hjælper med")
UNKNOWN_MUNICIPALITY = "Der er ingen lokale oplysninger om “{name}”.{hint}"
MUNICIPALITY_GONE = "Kommunen “{name}” fra indstillingerne findes ikke i vidensbasen."

UNKNOWN_DAY = "Dagen “{day}” kan ikke bruges: {why}."
UNKNOWN_DAY_CURE = "Skriv fx 10. december, 10-12, i morgen, på torsdag eller om 14 dage."
DAY_NOT_READ = "den er ikke til at læse"
DAY_NOT_THERE = "den dag findes ikke"
DAY_OF_OTHER_NAME = "det er {date}"
DAY_TOO_FAR = "den er for langt væk"
NO_PLACES = "Ingen steder passer."
NO_PLACES_CURE = "Prøv et andet ord, eller se alle: blanket steder. Steder i andre kommuner: blanket steder --alle"
PLACES_IN = "Steder i {name}:"
PLACES_IN_ON = "Steder i {name}, {day}:"
PLACES_EVERYWHERE = "Steder:"
PLACES_NATIONAL = "Tilbud i hele landet:"
PLACES_LINES = "Telefoner:"
PLACES_EMERGENCY = "Akutte linjer:"
PLACES_ON = "Det gælder {day}."
PLACES_UNKNOWN = "{count} steder mere, hvis tider ikke er kendt. Ring først. Se dem: blanket steder"
NOT_HELPED_WITH = "Hjælper ikke med {matter}:"
GO_INSTEAD = "Gå i stedet her med {matter}:"
ASK_WHO_HELPS = "Ring til {name}: {number}, og spørg, hvem der hjælper."
ASK_WHO_HELPS_ANYWHERE = "Ring til borgerens kommune, og spørg, hvem der hjælper."
GUIDE_ABOUT_IT = "Vejledning: {title}"
OPEN_IN = "Åbent nu i {name}:"
OPEN_EVERYWHERE = "Åbent nu:"
OPEN_LINES = "Telefoner, der er åbne nu:"
OPEN_UNKNOWN = "Ring først, tiden er ikke kendt:"
OPEN_MORE = "{count} til, som er åbne nu, eller hvis tid ikke er kendt. Se dem: blanket steder"
RING_FIRST = "ring først"
WHEN_RING_FIRST = f"{{when}}, {RING_FIRST}"
UNCONFIRMED_MARK = "?"
UNCONFIRMED_LEGEND = "? efter en tid: den er ikke bekræftet."
SHOW_PLACE_HINT = "Vis et sted: blanket vis {what}"
CRISIS_NAMES = {
    "liv": "Fare for liv",
    "selvmord": "Tanker om selvmord",
    "vold": "Vold",
    "psyke": "Akut psykisk sygdom",
    "misbrug": "Alkohol og stoffer",
    "bolig": "Et sted at sove i nat",
    "svindel": "Svindel: spær kort og MitID",
}
ACUTE_NONE = "Der er ingen akut hjælp om “{subject}” i vidensbasen. Ring 112, hvis der er fare for liv."
UNKNOWN_KIND = "“{kind}” er ikke en slags.{hint}"
UNKNOWN_SHELL = "“{value}” er ikke en skal, vi kender.{hint}"
UNKNOWN_SUBJECT = "“{subject}” er ikke et emne.{hint}"
HELP_KB = "Tag opslag med fra en mappe eller et indeks."
FILE_ALONE = "{file} er et samlet indeks og bruges alene."
FILE_ALONE_CURE = "Lad --kb og BLANKET_KB pege på den ene fil, eller brug kun mapper."
NOT_AN_INDEX = "{file} er ikke et indeks, som denne udgave af blanket kan bruge."
NOT_AN_INDEX_CURE = "Byg den på ny med: blanket kb byg FIL"
DAMAGED = "Indekset er beskadiget."
DAMAGED_CURE = "Prøv igen. Bliver det ved, så er der noget galt med drevet, som det ligger på."
BUILT = "{file}: {count} opslag."
NOT_OVER_THAT = "{file} findes og er ikke et indeks."
NOT_OVER_THAT_CURE = "Vælg et andet navn."

# --- One screen: vis --------------------------------------------------------------------------------------------------

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

# --- Days and hours ---------------------------------------------------------------------------------------------------

DAY_NAMES = {
    "man": "mandag",
    "tir": "tirsdag",
    "ons": "onsdag",
    "tor": "torsdag",
    "fre": "fredag",
    "lør": "lørdag",
    "søn": "søndag",
    "helligdage": "helligdage",
}
HOLIDAY_NAMES = {
    "New Year's Day": "nytårsdag",
    "Maundy Thursday": "skærtorsdag",
    "Good Friday": "langfredag",
    "Easter Sunday": "påskedag",
    "Easter Monday": "2. påskedag",
    "Great Day of Prayers": "store bededag",
    "Ascension Day": "Kristi himmelfartsdag",
    "Pentecost": "pinsedag",
    "Pentecost Monday": "2. pinsedag",
    "Christmas Day": "juledag",
    "Second Day of Christmas": "2. juledag",
    "Workers' Day": "1. maj",
    "Constitution Day": "grundlovsdag",
    "Christmas Eve": "juleaften",
    "New Year's Eve": "nytårsaften",
}
OPEN_NOW = "åbent til kl. {closes}"
OPEN_ALL_DAY = "åbent døgnet rundt"
CLOSED_NOW = "lukket"
OPENS_LATER = "lukket, åbner kl. {opens}"
OPENS_ON = "lukket, åbner {day} kl. {opens}"
OPENS_PERHAPS = "lukket, måske åbent {day} ({why}): ring først"
TIME_UNKNOWN = "tiden er ukendt"
HOURS_UNKNOWN = "åbningstid ukendt, ring først"
HOURS_UNKNOWN_TODAY = "åbent {day}, tiden er ukendt, ring først"
DAY_OPEN = "{day} {span}"
DAY_CLOSED = "ikke åbent {day}"
DAY_HOLIDAY = "ikke åbent {day} ({holiday})"
DAY_PERHAPS = "{day} ({holiday}): ring først, der kan være lukket"
DAY_TIME_UNKNOWN = "åbent {day}, tiden er ikke kendt"
ROUND_THE_CLOCK = "døgnet rundt"
OPEN_NOW_SURE = "åben nu, {text}"
HOURS_NOT_KNOWN = "tiden er ikke kendt"
UNCONFIRMED = " (ikke bekræftet)"
HOURS_UNCONFIRMED = "{text}" + UNCONFIRMED
TODAY = "i dag {span}"
HOLIDAY_CLOSED = "lukket i dag ({holiday})"
HOLIDAY_PERHAPS = "{holiday}: ring først, der kan være lukket"

# --- Typer: what the library itself says, in Danish -------------------------------------------------------------------

HELP_USAGE = "Brug: "
NEARLY_A_COMMAND = "“{word}” er ikke en kommando. Mente du “{line}”?"
NEARLY_A_COMMAND_CURE = "Vil du søge efter ordene, så skriv: blanket find {words}"
HELP_EXAMPLES = "Sådan gør du"
# Command -> what one types and what it does, the everyday ones first.
EXAMPLES = {
    "blanket": (
        ("blanket mor kan ikke læse sin post", "Find det, borgeren siger."),
        ("blanket vis 1", "Se det første fund på én skærm."),
        ("blanket udskriv 1 --print", "Giv borgeren et ark med."),
    ),
    "find": (
        ("blanket find skifte læge", "Find det, borgeren siger."),
        ("blanket find --emne bolig", "Se alt om et emne."),
        ("blanket find flytning --slags blanket", "Find kun blanketter."),
    ),
    "vis": (
        ("blanket vis 1", "Se det første fund på én skærm."),
        ("blanket vis 1 --net", "Se trinene på nettet."),
        ("blanket vis 1 --alt", "Se hele vejledningen."),
    ),
    "udskriv": (
        ("blanket udskriv 1 --print", "Send arket til printeren."),
        ("blanket udskriv 1 --stor", "Lav arket i stor skrift."),
        ('blanket udskriv 1 --note "Vi ringer tirsdag"', "Skriv en aftale på arket."),
    ),
    "steder": (
        ("blanket steder", "Se kommunens steder og dagens tider."),
        ("blanket steder onsdag", "Se, hvem der er der på onsdag."),
        ("blanket steder --hjælper-med pas", "Se, hvem der hjælper med det."),
    ),
    "akut": (
        ("blanket akut", "Se alle kriselinjer og senge."),
        ("blanket akut vold", "Se dem om vold."),
        ("blanket akut bolig", "Se, hvor man kan sove i nat."),
    ),
    "kommune": (
        ("blanket kommune odense", "Vælg Odense."),
        ("blanket kommune", "Se alt det lokale på én skærm."),
        ("blanket kommune --rolle frivillig", "Sig, hvem du er."),
    ),
}
HELP_HEADINGS = {"Options": "Valg", "Arguments": "Argumenter", "Commands": "Kommandoer"}
HELP_OPTION = "Vis denne hjælp."
HELP_BETWEEN = r" Fra \g<least> til \g<most>."
HELP_REQUIRED = "Skal skrives."
HELP_TRY = "Se hjælpen: {command} --hjælp"
NO_SUCH_OPTION = "Valget {option} findes ikke.{hint}"
NO_SUCH_COMMAND = "Kommandoen “{name}” findes ikke."
MISSING_ARGUMENT = "{name} mangler."
MISSING_OPTION = "Valget {name} mangler."
MISSING_COMMAND = "Skriv også, hvilken kommando du vil bruge."
OPTION_NEEDS_VALUE = "Valget {option} skal have en værdi."
BAD_VALUE = "Værdien til {name} kan ikke bruges: {value}"
NOT_A_NUMBER = "{name} skal være et helt tal."
OUT_OF_RANGE = "{name} skal være et helt tal fra {least} til {most}."
TOO_MANY_WORDS = "Der er skrevet for meget: {words}"
WORDS_WITH_DASH_CURE = "Ord, der begynder med -, skrives efter to streger: blanket find -- -5 grader"
BAD_USE = "Kommandoen er ikke skrevet rigtigt."
INTERRUPTED = "Afbrudt."
SYSTEM_SAYS_NO = "{file} kan ikke bruges: {why}."
SYSTEM_NO_FILE = "En fil"
CANNOT_SHOW = "Svaret kan ikke vises: {why}."
CANNOT_SHOW_CURE = "Se efter, om der er plads, og om standard-ud er åben."
SYSTEM_SAYS_NO_CURE = "Se efter, om filen er der, om du må bruge den, og om der er plads på drevet."
UNEXPECTED = "Noget gik galt, som ikke skulle kunne gå galt ({error})."
UNEXPECTED_CURE = "Prøv igen. Bliver det ved, så skriv til den, der vedligeholder blanket, hvad du gjorde."
UNEXPECTED_FILE_CURE = (
    "Prøv igen. Bliver det ved, så send filen {file} til den, der vedligeholder blanket. "
    "Der står intet i den af det, du skrev."
)

# --- Handouts ---------------------------------------------------------------------------------------------------------

MONTH_NAMES = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
OWN_KOMMUNE = "Kommunens nummer"
MEETING_PHONE = "Telefon: {phone}"
MEETING_CALL_FIRST = "Ring, før du går hjemmefra."
NUMBER_UNCONFIRMED = (
    "Nummeret til {name} er ikke bekræftet: {number} ({page}, {date}). "
    "Arket har en linje til det. Ring, og skriv det på."
)
NO_PAGE = "ingen side"
NO_DATE = "uden dato"
PAPERS_CUT = "På {count} ark er der ikke plads til alt. Skriv et af dem alene, så står der, hvad der er udeladt."
PAPER_LEFT_OUT = "Der er ikke plads til alt på arket om “{title}”. Udeladt: {what}."
LEFT_OUT_ADVICE = "godt at vide ({count})"
LEFT_OUT_PLACES = "{count} steder"
LEFT_OUT_NOTES = "{count} noter"
LEFT_OUT_FEES = "pris og beløb ({count})"
LEFT_OUT_FORMS = "om blanketterne ({count})"
OWN_TEMPLATE_LEFT = "Jeres egen skabelon kan ikke bruges, så vores er brugt: {why}"
NOT_FOR_CITIZEN = "“{id}” kan ikke skrives ud til en borger."
NOT_FOR_CITIZEN_CURE = "Du kan skrive opgaver, forløb, blanketter og steder ud."
FORM_WITHDRAWN = "{name} er udgået og skrives ikke ud."
FORM_WITHDRAWN_CURE = "Spørg udgiveren, hvad der gælder nu."
STAFF_PLACE = "{name} er kun for personale og må ikke stå på borgerens ark."
STAFF_PLACE_CURE = "Vælg et sted, som borgere må bruge. Se dem med: blanket steder"
NO_SUCH_PLACE = "Der er ikke noget sted med id “{id}”.{hint}"
UNKNOWN_FORMAT = "“{value}” er ikke et format.{hint}"
UNKNOWN_WAY = "“{value}” er ikke en vej.{hint}"
CHOICES = "Vælg en af disse: {choices}."
CARD_EMPTY = "Der er intet nummer at skrive på et kort."
CARD_EMPTY_CURE = "Vælg en kommune med --kommune, eller skriv nummeret selv."
NO_EVENT = "Ingen frist her regnes fra en dag, du kan vælge."
NO_EVENT_CURE = "Skriv det uden --dag."
COUNTED_FROM = "Regnet fra: {day} ({event})."
COUNTED_FROM_DAY = "Fristerne regnes fra {day}."
COUNTED_AHEAD = ("Det er om 1 dag. Er det rigtigt?", "Det er om {count} dage. Er det rigtigt?")
OTHER_EVENT = "“{title}” regnes fra en anden dag ({event}). Skriv selv datoen på arket."
PAPER_NOT_CHECKED = "Ingen har kontrolleret dette ark. Tjek frist og beløb."
SENSITIVE = "Er det trygt at tage papiret med hjem? Ellers skriv et lille kort kun med numre: --kort"
NOT_A_JOURNEY = "--personale er til forløb, og her er intet."
NOT_A_JOURNEY_CURE = "Skriv forløbets id, fx indflytning-plejehjem."
STAFF_TO_STDOUT = "Med --personale bliver det to dokumenter. Skriv dem til filer."
UNKNOWN_ENDING = "Navnet ender på “{ending}”, og det kan blanket ikke skrive."
OTHER_ENDING = "Navnet ender på “{ending}”, men formatet er {form}."
OTHER_ENDING_CURE = "Lad navn og format passe sammen, eller skriv kun det ene."
FILE_EXISTS = "{file} findes allerede."
FILE_EXISTS_CURE = "Vælg et andet navn med -o, eller skriv --overskriv."
FILE_UNWRITABLE = "{file} kan ikke skrives: {why}."
INDEX_UNWRITABLE_CURE = "Vælg en anden mappe, som findes, og som du må skrive i."
FILE_UNWRITABLE_CURE = "Vælg en anden mappe med -o."
STDOUT_IS_SCREEN = "En PDF kan ikke vises på skærmen."
STDOUT_IS_SCREEN_CURE = "Skriv -o NAVN.pdf, eller send den videre med | eller >."
WROTE = "Skrevet: {file}"
WROTE_ALL = "{count} ark er skrevet i {folder}."
WRITING = "Skriver ark: {done} af {total}"
STOPPED = "Stoppet. {count} hele ark ligger i {folder}."
ALL_AND_WHAT = "Skriv enten HVAD eller --alle."
STDOUT_ALONE = "Med -o - kommer arket på standard-ud. Det kan ikke bruges sammen med {option}."
ALL_TO_FILES = "--alle skriver filer i en mappe. Det kan ikke bruges sammen med {option}."
NO_GLYPH = "Nogle tegn findes ikke i skrifttypen og vises som tomme felter i PDF'en."
TEMPLATE_UNDEFINED = "“{name}” er ikke noget, et ark har"
TEMPLATE_SYNTAX = "skrivemåden er ikke Jinjas"
TEMPLATE_NOT_FOUND = "skabelonen “{name}” findes ikke"
TEMPLATE_FORBIDDEN = "det må en skabelon ikke"
TEMPLATE_NOT_UTF8 = "filen er ikke gemt som UTF-8"
TEMPLATE_NO_VALUE = "linjen kan ikke regnes ud"
TYPST_UNKNOWN = "“{name}” findes ikke i Typst"
TYPST_NO_FILE = "filen er ikke en del af arket"
TYPST_NO_PACKAGE = "pakker kan ikke hentes"
TYPST_WRONG = "skrivemåden er ikke Typsts"
TEMPLATE_BROKEN = "Skabelonen {name} kan ikke bruges (linje {line}): {why}"
TYPST_PACKAGE = "Skabelonen handout.typ.j2 vil hente noget udefra ({name})."
TYPST_PACKAGE_CURE = "En skabelon må kun bruge arkets egne filer. Slet linjen, eller skriv \\@, hvis det er tekst."
NO_LETTERS = "Der ville ikke stå et eneste bogstav på arket."
NO_LETTERS_CURE = "Slet mappen skrift i blankets cache, og prøv igen. Hjælper det ikke, så installér blanket igen."
TYPST_BROKEN = "Skabelonen handout.typ.j2 giver ikke gyldig Typst: {why}"
TYPST_BROKEN_AT = "Skabelonen handout.typ.j2 giver ikke gyldig Typst (linje {line} i den færdige tekst: {text}): {why}"
TEMPLATE_BROKEN_CURE = "Ret skabelonen, eller slet den, så bruges den, der følger med."
LOGO_BROKEN = "Logoet {file} kan ikke bruges: {why}."
LOGO_KIND = "det er hverken SVG eller PNG, eller den er for stor"
LOGO_MISSING = "Logoet {name} ligger ikke sammen med indekset, så arket er uden logo."
NOT_UNPACKED = "Logo og skabeloner fra udgivelsen kan ikke gemmes på maskinen, så arket er uden dem."
IS_STUB = "“{id}” er kun en linje fra en liste: ingen har skrevet, hvad blanketten bruges til, så den udskrives ikke."
IS_STUB_CURE = "Hent blanketten hos udgiveren. Den, der vedligeholder, kan skrive den færdig: blanket kb ret {id}"
LOGO_LEFT = "Arket er uden logo: {why}"
LOGO_BROKEN_CURE = "Brug en SVG- eller PNG-fil under 500 KB, og ret kommunens fil."
NO_PRINT_COMMAND = "Der er intet udskriftsprogram på maskinen. Arket ligger i {file}."
NO_PRINTER = "Der er ingen printer, eller udskriftstjenesten er ikke startet. Arket ligger i {file}."
NO_DEFAULT_PRINTER = "Der er ikke valgt en standardprinter. Arket ligger i {file}."
NO_SUCH_PRINTER = "Printeren “{name}” findes ikke. Arket ligger i {file}."
PRINT_FAILED = "Arket kunne ikke skrives ud: {why} Det ligger i {file}."
PRIVATE_UNTIL = "Filen bliver slettet, næste gang du starter blanket eller skriver ud. Behold den med -o FIL."
PRINT_CURE = "Åbn filen, og skriv ud derfra, eller vælg en printer med --printer NAVN."
PRINTED = "Sendt til printeren {name}."
DEFAULT_PRINTER = "(den, der er valgt som standard)"
PRINTERS = "Vælg en af disse printere med --printer: {names}"
CANNOT_OPEN = "{file} kan ikke åbnes herfra."
CANNOT_OPEN_CURE = "Åbn filen fra din stifinder."

# --- Maintainers' commands --------------------------------------------------------------------------------------------

NO_OWN_FOLDER = "Det er ikke til at vide, hvilken mappe der skal skrives i."
NO_OWN_FOLDER_CURE = "Skriv --kb MAPPE, sæt BLANKET_KB, eller gå til den mappe, som jeres kb/ ligger i."
ENTRY_UNWRITABLE = "{file} kan ikke skrives: {why}."
ENTRY_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen, og om der er plads. Den gamle fil er, som den var."
NO_SUCH_ENTRY = "Der er ikke noget opslag med id “{id}”.{hint}"
NO_SUCH_ENTRY_CURE = "Find det med: blanket find ORD. Eller lav det med: blanket kb ny SLAGS ID"
COPIED = "{source} følger med programmet. Jeres egen kopi ligger nu i {file}."

BAD_ID = "“{id}” kan ikke bruges som id.{hint}"
BAD_ID_CURE = "Brug små bogstaver a-z, tal og bindestreg, fx skift-laege. Skriv ae, oe og aa for æ, ø og å."
NO_FILE_NAME = "“{name}” kan ikke være navnet på en fil i Windows."
NO_FILE_NAME_CURE = "Vælg et andet navn uden : ? * < > | og anførselstegn. Navne som nul, con og aux er optaget."
RESERVED_ID = "“{id}” er optaget: det betyder noget andet for YAML, for Windows eller for blanket."
RESERVED_ID_CURE = "Sæt et ord mere på, fx {id}-hjaelp."
ID_TAKEN = "id “{id}” er allerede i brug: {file}"
ID_TAKEN_CURE = "Ret opslaget med: blanket kb ret {id}. Eller vælg et andet id."
SCAFFOLD_MADE = "Skrevet: {file}"
SCAFFOLD_NEXT = "Udfyld det: blanket kb ret {id}{kb}"
SCAFFOLD_HEAD = (
    "Linjer, der begynder med # og et mellemrum, forklarer. De andre linjer med # kan du tage i brug: slet deres #.",
    "Nøglerne uden # skal udfyldes. Se bagefter, om alt er godt: blanket kb tjek",
)
SCAFFOLD_CHOICES = "Vælg: {choices}."
SCAFFOLD_REQUIRED = "Skal udfyldes."

NO_EDITOR = "Der er ikke valgt et program at rette i. Filen er {file}."
NO_EDITOR_CURE = "Sæt VISUAL eller EDITOR, fx EDITOR=nano. Eller åbn filen selv, og tjek den med: blanket kb tjek"
BAD_EDITOR = "Anførselstegnene i {name} passer ikke sammen: {value}"
EDITOR_MISSING = "Programmet {program} fra {name} findes ikke på maskinen. Filen er {file}."
EDITOR_FAILED = "Programmet {program} sluttede med en fejl ({code}). Filen er {file}."
EDITOR_FAILED_CURE = "Filen er ikke slettet. Prøv igen, eller åbn den med et andet program."
EDIT_AGAIN = "Åbn filen igen og ret? [J/n] "
EDIT_NO_ANSWERS = ("n", "nej", "no")
EDITED_OK = "{file} er i orden."
EDITED_ERRORS = "{file} har {count} fejl. Ret den med: blanket kb ret {id}"
EDITED_ONE_ERROR = "{file} har 1 fejl. Ret den med: blanket kb ret {id}"
EDITED_UNCHANGED = "{file} er ikke ændret."
EDITED_UNCHANGED_COPY = "{file} er ikke ændret. Slet kopien, hvis I hellere vil bruge den, der følger med."
EDITED_GONE = "{file} er væk, efter at programmet blev lukket."
EDITED_GONE_CURE = "Her er teksten, som den var før. Gem den igen, hvis den ikke skulle slettes.\n\n{text}"

NO_NAME = "Skriv, hvem der har kontrolleret opslaget."
NAME_CURE = "Skriv et navn eller en afdeling, fx: --af “Mette, Borgerservice”"
NAME_IS_CPR = "Navnet må ikke indeholde et CPR-nummer."
BAD_NAME = "Navnet må kun være på én linje og uden usynlige tegn."
BAD_DATE = "“{value}” er ikke en dato."
BAD_DATE_CURE = "Skriv år, måned og dag, fx {today}."
FUTURE_DATE = "{value} ligger ude i fremtiden."
CHECK_FIRST = "{file} har fejl, og så kan opslaget ikke være kontrolleret."
CHECK_FIRST_CURE = "Ret det først: blanket kb ret {id}"
NOT_AN_ENTRY = "Ordbogen kan ikke kontrolleres som ét opslag."
NOT_AN_ENTRY_CURE = "Skriv id på en opgave, et forløb, en blanket, et sted eller en kommune."
CANNOT_SPLICE = "{file} er skrevet på en måde, som programmet ikke kan rette i uden at røre ved resten."
CANNOT_SPLICE_CURE = "Ret selv filen: {wanted}"

SCHEMA_WRITTEN = "Skrevet: {file}"
SCHEMA_UNCHANGED = "Uændret: {file}"
SCHEMA_NEEDS_KIND = "Skriv også, hvilken slags der skal vises."
SCHEMA_NO_FOLDER = "Det er ikke til at vide, hvor skemaerne skal ligge."
SCHEMA_NO_FOLDER_CURE = "Skriv -o MAPPE. Opslagene henviser til docs/skema ved siden af jeres kb/."
# What each part of an entry is. The model's own docstrings are English and never shown.
SCHEMA_PARTS = {
    "Task": "En opgave: noget, som en borger skal have gjort.",
    "Form": "En blanket: et papir, som borgeren kan udfylde. Selve blanketten følger ikke med.",
    "Journey": "Et forløb: en hændelse i livet som en tjekliste.",
    "Place": "Et sted, en telefon eller et tilbud.",
    "Municipality": "En kommune: det lokale, som lægges oven på det fælles.",
    "Closed": "En periode, hvor der er lukket.",
    "Layer": "Hvad en kommune siger anderledes i ét fælles opslag.",
    "Change": "Én nøgle, som kommunen siger anderledes.",
    "Unconfirmed": "Noget, som kun én side siger, og som kommunen ikke har bekræftet.",
    "Glossary": "Ordbogen: kontorets ord og folks egne ord.",
    "Word": "Et ord, og hvad det betyder, eller hvad opgaverne kalder det.",
    "Source": "En kilde, og hvornår den er læst.",
    "Checked": "Et menneske står inde for hele opslaget.",
    "Hours": "En række åbningstider.",
    "Contact": "Hvem borgeren kan ringe til: et sted, eller et navn med nummer og kilde.",
    "Deadline": "En frist med sin egen kilde.",
    "Span": "Så lang tid før eller efter hændelsen.",
    "Said": "Det, borgeren kan sige i telefonen, og det, hun skal have klar.",
    "MayI": "Må jeg hjælpe? Et svar til hver slags hjælper.",
    "Answer": "Et svar på “må jeg hjælpe?” med grund og kilde.",
    "Fee": "En pris eller et beløb med år og kilde.",
    "Staff": "Kun for personalet; kommer aldrig på et ark til borgeren.",
    "DigitalWay": "Vejen med selvbetjening.",
    "PaperWay": "Vejen uden digital selvbetjening.",
    "JourneyStep": "Et punkt på tjeklisten.",
    "Logo": "Kommunens logo, til borgerens ark.",
    "Referral": "Noget, personalet ikke hjælper med, og hvor borgeren så kan gå hen.",
}

STATUS_TITLE = "Vidensbasen den {day}"
STATUS_HEADINGS = ("Slags", "Antal", "Kontrolleret", "Skal gennemgås", "Usikre punkter")
STATUS_KINDS = {
    "opgave": "Opgaver",
    "forløb": "Forløb",
    "blanket": "Blanketter",
    "sted": "Steder",
    "kommune": "Kommuner",
}
STATUS_TOTAL = "I alt"
STATUS_WORDS = "Ord i ordbogen"
STATUS_BROKEN = "Filer, der ikke kan læses"
STATUS_UNREAD = "Filer, der ligner opslag og ikke bliver læst (se dem med: blanket kb tjek)"
IMPORT_HALF = "{done} af {total} filer er skrevet, og dem kan du regne med. Kør importen igen, når det er i orden."
STATUS_DUE = "Skal gennemgås"
STATUS_REASONS = {
    "kontakter": "Telefonnumre (over 6 måneder)",
    "beløb": "Beløb (set efter et tidligere år)",
    "tidligere_år": "Beløb, der gælder et tidligere år",
    "indhold": "Andet (over 12 måneder)",
}
STATUS_NO_PAPER = "Opgaver uden vejen på papir"
STATUS_LIX = "Hvor let er det at læse? (LIX for opgaver og forløb)"
STATUS_LIX_ROW = "Lettest {low}, midterst {middle}, sværest {high}. Over {limit}: {count}."
STATUS_LIX_NONE = "Der er ingen tekst at måle."
STATUS_FORMS = "Blanketter"
STATUS_FORM_STATES = {"gælder": "Tilbydes i dag", "ukendt": "Ikke bekræftet", "udgået": "Udgået"}
STATUS_COUNTED = (
    "Et opslag skal gennemgås, når det er længe siden, et menneske kontrollerede det, eller kilderne blev læst: "
    "telefonnumre efter 6 måneder, priser og beløb hvert nye år, resten efter 12 måneder."
)
STATUS_LIX_SCALE = "Under 25 er meget let, 25 til 34 er let, 35 til 44 er middel, 45 og over er svært."
STATUS_PLOT_CHECKED = "Opslag, der er kontrolleret af et menneske"
STATUS_PLOT_LEGEND = ("Kontrolleret", "Mangler kontrol")
STATUS_PLOT_DUE = "Opslag, der skal gennemgås"
STATUS_PLOT_LIX = "Opgaver og forløb efter læsetal (LIX)"
STATUS_PLOT_FORMS = "Blanketter efter status"
STATUS_OF = "{part} af {whole}"
PAGE_EXISTS_CURE = "Vælg et andet navn, eller skriv --overskriv."

CSV_UNREADABLE = "{file} kan ikke læses: {why}."
CSV_UNREADABLE_CURE = "Se efter, at filen findes, og at den ikke er åben i et andet program."
CSV_TOO_BIG = "{file} er for stor: grænsen er {limit} MB."
CSV_TOO_BIG_CURE = "Del listen i flere filer."
CSV_IS_EXCEL = "{file} er et regneark og ikke en CSV-fil."
CSV_IS_EXCEL_CURE = "Åbn den i Excel, og vælg Filer, Gem som, CSV UTF-8 (semikolonsepareret)."
CSV_NO_HEADINGS = "{file}:1 Der er ingen linje med overskrifter."
CSV_NO_HEADINGS_CURE = "Den første linje skal have “nummer” og “titel” og gerne “version” og “adresse”."
CSV_BAD_QUOTES = "Anførselstegnene passer ikke sammen."
CSV_BAD_QUOTES_CURE = "Sæt et anførselstegn til sidst i feltet, eller skriv to for hvert, der hører til teksten."
CSV_COLUMNS = "Rækken har {count} felter, og overskrifterne er {wanted}."
CSV_COLUMNS_CURE = "Sæt anførselstegn om et felt med semikolon eller komma i."
CSV_NO_NUMBER = "Nummeret mangler."
CSV_NO_NUMBER_CURE = "Skriv det, eller lav blanketten i hånden: blanket kb ny blanket ID"
CSV_BAD_NUMBER = "“{number}” ligner ikke et blanketnummer."
CSV_BAD_NUMBER_CURE = "Skriv nummeret, som det står på blanketten, fx FD 001A."
CSV_NO_TITLE = "Titlen mangler."
CSV_NO_TITLE_CURE = "Skriv blankettens titel."
CSV_BAD_ADDRESS = "“{address}” kan ikke bruges som adresse."
CSV_BAD_ADDRESS_CURE = "Skriv hele den offentlige adresse, fra https:// og frem."
CSV_TWICE = "{number} står også på linje {line}."
CSV_TWICE_CURE = "Slet den ene række."
CSV_SEVERAL = "{number} passer på flere opslag: {ids}."
CSV_SEVERAL_CURE = "Skriv --udgiver, så det er klart, hvem der udgiver den, eller ret opslaget i hånden."
CSV_ID_TAKEN = "id “{id}” er allerede i brug: {file}"
CSV_ID_TAKEN_CURE = "Lav blanketten i hånden med et andet id: blanket kb ny blanket ID"
CSV_BAD_ENTRY = "Rækken bliver ikke til et rigtigt opslag: {why}"
IMPORT_NEEDS = "Nye blanketter skal have en udgiver og et emne."
IMPORT_NEEDS_CURE = "Skriv --udgiver NAVN og --emne EMNE."
IMPORT_MISSING_NEEDS = "--udgået-mangler kræver --udgiver, så det er klart, hvis blanketter listen dækker."
IMPORT_NEW = "Nye ({count}):"
IMPORT_CHANGED = "Ændret ({count}):"
IMPORT_WITHDRAWN = "Udgået ({count}):"
IMPORT_MISSING = "Står ikke på listen ({count}):"
IMPORT_RETURNED = "Står på listen, men er udgået hos jer. Se selv efter ({count}):"
IMPORT_BAD = "Rækker, der ikke kan bruges ({count}):"
IMPORT_SAME = "Uændret: {count}."
IMPORT_USED_IN = "Bruges i: {ids}"
IMPORT_MISSING_HINT = "De er ikke ændret. Er listen hel, kan du skrive --udgået-mangler."
IMPORT_MISSING_UNSURE = "De er ikke ændret, for nogle rækker kan ikke læses. Ret dem først."
IMPORT_NOTHING_WRITTEN = "Intet er skrevet. Er det rigtigt, så kør kommandoen igen med --skriv."
IMPORT_WROTE = "{count} filer er skrevet i {folder}. Se efter, om alt er godt: blanket kb tjek"
IMPORT_WROTE_ONE = "1 fil er skrevet i {folder}. Se efter, om alt er godt: blanket kb tjek"
IMPORT_NO_WORK = "Der er intet at skrive."
IMPORT_SUMMARY = "Spørg udgiveren, hvad blanketten bruges til."
IMPORT_WITHDRAWN_SUMMARY = "Blanketten er udgået."
IMPORT_ON_LIST = "Står på listen {file}, indlæst {day}."
IMPORT_MARKED = "Står som udgået på listen {file}, indlæst {day}."
IMPORT_NOT_ON_LIST = "Står ikke længere på listen {file}, indlæst {day}."
IMPORT_UNCERTAIN = "Taget fra en liste. Hvad den bruges til, og hvem der udfylder den, er ikke undersøgt."

# --- kb tjek ----------------------------------------------------------------------------------------------------------

CHECK_OK = "Ingen fejl."
CHECK_ERRORS = ("1 fejl.", "{count} fejl.")
CHECK_ADVICE = ("1 råd.", "{count} råd.")
CHECK_HIDDEN = ("1 råd vises ikke; se det med --råd.", "{count} råd vises ikke; se dem med --råd.")
CHECKING = "Tjekker: {done} af {total} filer"
MENDED = "Rettet: {file}"
NOT_MENDED_SHIPPED = "{count} filer følger med programmet og rettes ikke her. Lav din egen kopi: blanket kb ret ID"
NO_SUCH_FILE = "Filen {file} findes ikke."
NOT_IN_KB = "{file} ligger ikke, hvor et opslag kan ligge."
NOT_IN_KB_CURE = "Læg filen i en mappe, der hedder opgaver, blanketter, forloeb, steder eller kommuner."
UNKNOWN_CODE = "“{code}” er ikke en kode.{hint}"
UNKNOWN_CODE_CURE = "Koder ser sådan ud: B101. Se dem alle i docs/vedligehold.md."

LINKS_NETWORK = "Spørger {count} adresser på nettet. Det er den eneste kommando i blanket, der bruger nettet."
LINKS_LEFT_OUT = "Denne udgave af blanket kan ikke spørge på nettet: den er lavet uden den del, der kan."
LINKS_LEFT_OUT_CURE = "Kør blanket kb tjek --links på en maskine, hvor programmet er installeret med pip eller pipx."
LINKS_ASKING = "Spørger: {done} af {total} adresser"
LINKS_STOPPED = "Stoppet. {done} af {total} adresser nåede at svare. Kør igen i dag, så fortsætter den, hvor den slap."
LINKS_DONE = (
    "{count} adresser: {works} virker, {moved} er flyttet, {dead} virker ikke, {unsure} gav intet sikkert svar."
)
LINKS_OFFLINE = "Ingen af adresserne kan findes. Der er nok ingen forbindelse til nettet."
LINKS_OFFLINE_CURE = "Se efter, om maskinen er på nettet, og prøv igen."

RULE_HEADING = "{code} ({kind}): {message}"
RULE_DO = "Gør sådan: {cure}"
RULE_WHY = "Hvorfor: {why}"
RULE_WRONG = "Det går galt:"
RULE_RIGHT = "Det går godt:"
RULE_KINDS = {True: "fejl", False: "råd"}

# --- The desk ---------------------------------------------------------------------------------------------------------

DESK_OUT_TODAY = "Ude i dag"
DESK_NOBODY_OUT = "Ingen steder har åbent i dag, så vidt vi ved."
DESK_HOTLINE = "Hotline for medarbejdere"
DESK_NO_HOTLINE = "Vi kender ingen hotline for medarbejdere her. Er der valgt en kommune?"
DESK_HOTLINE_NOT_OUT = "Giv aldrig nummeret til en borger."
DESK_HOTLINE_VOLUNTEER = "Hotlinen er for ansatte i kommunen. Spørg din leder eller forening."
DESK_CRISIS = "Akut"
DESK_CRISIS_112 = "Fare for liv: 112. Politiet, når det ikke haster: 114."
DESK_TODAY = "i dag"
DESK_CHOOSE_MUNICIPALITY = "Vælg en anden med: blanket kommune NAVN"
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

DESK_PRINTED = "Sendt til printeren{name}."
DESK_NOTHING_TO_PRINT = "Vælg noget først, så kan det skrives ud."
DESK_IN_BASKET = "I kurven: {title}"
DESK_TWICE_IN_BASKET = "Det ligger allerede i kurven."
DESK_BASKET_EMPTY = "Kurven er tom. Tryk {key} for at lægge et ark i den."
DESK_BASKET_EMPTY_LINES = "Kurven er tom. Skriv k for at lægge et ark i den."
DESK_BASKET = "Kurven: dagens ark"
DESK_NEW_VISIT = "Ny borger. Alt fra før er slettet her."
DESK_ASK_NEW = "Der ligger noget i kurven, som ikke er skrevet ud. Ny borger alligevel?"
DESK_ASK_CLOSE = "Der ligger noget i kurven, som ikke er skrevet ud. Luk alligevel?"
DESK_WEAK = "Usikkert: vidensbasen har måske ikke noget om det."
DESK_WEAK_RING = "Usikkert. Er det ikke her, så ring til {name}: {number}"
DESK_WEAK_RING_SHORT = "Usikkert. Ring: {number}"
DESK_NOTHING = "Ingenting fundet. Prøv færre eller andre ord."
DESK_NOTHING_RING = "Eller ring til {name}: {number}"
DESK_HIDDEN = "Skærmen er skjult."

# Of the full screen. What each key does, once: the footer, the list behind Tab and the help are made of it.
KEY_NAMES = {
    "print": ("Skriv ud", "skriv ud"),
    "put": ("Læg i kurven", "i kurven"),
    "basket": ("Se kurven, og skriv dagens ark", "se kurven"),
    "places": ("Hvem er ude i dag?", "ude i dag"),
    "net": ("Trinene på nettet", "net"),
    "crisis": ("Akut: hvem skal der ringes til?", "akut"),
    "next": ("Ny borger: slet alt her på skærmen", "ny borger"),
    "hotline": ("Hotline for medarbejdere", "hotline"),
    "menu": ("Alle taster", "mere"),
    "help": ("Hjælp", "hjælp"),
    "mitid": ("Har borgeren MitID her?", ""),
    "together": ("Sammen eller for borgeren?", ""),
    "turn": ("Vend skærmen: læs borgerens ark sammen", ""),
    "hide": ("Skjul skærmen", ""),
    "report": ("Meld en fejl", ""),
    "kommune": ("Vælg kommune", ""),
    "sources": ("Kilderne", ""),
    "close": ("Luk skranken", ""),
}
KEY_SAID = {"escape": "Esc", "tab": "Tab", "enter": "Enter", "ctrl+": "Ctrl-"}
DESK_HEAD = "blanket · {kommune} · {role}"
DESK_NO_KOMMUNE = "ingen kommune valgt"
DESK_CLOCK = "{day} {date}. {month}. kl. {hour}.{minute:02}"
DESK_FIELD = "Søg: "
DESK_BASKET_COUNT = "kurv: {count}"
DESK_HINT = "Skriv det, borgeren siger. Listen følger med for hvert bogstav."
DESK_WAIT = "Gør vidensbasen klar …"
DESK_MITID = {None: "MitID her? {key}", True: "MitID: ja", False: "MitID: nej"}
DESK_TOGETHER = {None: "Sammen? {key}", True: "sammen", False: "for borgeren"}
DESK_FOOT = (
    ("1-9 vælg", "Enter hele vejledningen", "print", "put", "basket"),
    ("places", "net", "crisis", "next", "hotline", "menu", "help"),
)
DESK_FOOT_READING = "Esc tilbage   PageUp/PageDown rul   eller skriv bare videre"
DESK_KEYS_IN_GUIDE = {
    "(--net)": "({net})",
    "(uden --net)": "({net})",
    "(--kilder)": "({sources})",
    "(--alt)": "(Enter)",
    "skriv et lille kort kun med numre: --kort": "vælg “lille kort kun med numre” ved Slags",
    "blanket kommune NAVN": "{kommune}",
    "(--vis)": "(Esc, så {turn})",
}
DESK_NO_PRINTER = "Ingen printer fundet. Arket ligger her til næste borger:\n{file}"
DESK_NO_PRINTER_CURE = "Tænd printeren, og prøv igen, eller læs arket sammen (--vis)."
DESK_PRINT_CURE = "Den ligger der, til den næste borger kommer. Åbn den, og skriv ud derfra, eller prøv igen."
DESK_NO_NET = "Der er ingen trin på nettet her."
DESK_MITID_SAID = {
    None: "MitID: ikke sagt. Arket viser vejen uden nettet.",
    True: "MitID er ved hånden. Skærm og ark viser vejen på nettet.",
    False: "MitID er ikke ved hånden. Skærm og ark viser vejen uden nettet.",
}
DESK_TOGETHER_SAID = {
    None: "Ikke sagt: sammen eller for borgeren.",
    True: "I gør det sammen. Gode råd står under vejledningen.",
    False: "Du gør det for borgeren. Det, du må, står under vejledningen.",
}
DESK_HELP = """\
Skriv det, borgeren siger. Du behøver ikke skrive det hele: listen følger med.
Pil op og ned vælger, eller skriv fundets nummer til sidst.
Vejledningen til det valgte står nedenunder. Enter viser det hele.
{print} skriver borgerens ark ud. {put} lægger det i kurven, så flere ark bliver ét.
{next} sletter alt, når den næste borger kommer. Esc er altid ét skridt tilbage.
Tryk {menu} for at se resten. {close} lukker skranken. Alt kan gøres uden F-taster: Tab og så et bogstav.
Skærmen skjuler sig selv efter {minutes} minutter. Det, du skriver, gemmes ingen steder.
Kun når du melder en fejl, gemmes det, du ser, før du siger ja.

Begynd bare at skrive. Så forsvinder den her tekst."""
DESK_MENU = "Tryk et bogstav. Esc fortryder."
DESK_FORM = "Skriv ud: {title}"
DESK_FORM_FOOT = "Enter skriver ud  Esc fortryder  Pil op/ned: felt  Pil til siden: skift"
DESK_FORM_LABELS = {
    "note": "Det har vi aftalt",
    "way": "Vej",
    "large": "Stor skrift",
    "day": "Dagen",
    "place": "Hvor vi mødes",
    "helper": "Dit fornavn",
    "card": "Slags",
}
DESK_FORM_WAYS = (("papir", "uden nettet"), ("digital", "på nettet"), ("begge", "begge veje"))
DESK_FORM_YES_NO = ((False, "nej"), (True, "ja"))
DESK_FORM_CARD = ((False, "ark"), (True, "lille kort kun med numre"))
DESK_FORM_NO_PLACE = "står ikke på arket"
DESK_FORM_DAY = ("{event}, fx {day}; tomt er også godt", "{event}, fx {day}", "{event}")
DESK_FORM_NO_DAY = "ingen frist her regnes fra en dag: lad den stå tom"
DESK_FORM_DEATH = "død"  # in the name of an event that lies behind whoever asks
DESK_FORM_WORKING = "Laver arket …"
DESK_FORM_READY = ("Arket er klar: 1 side.", "Arket er klar: {count} sider.")
DESK_FORM_PRINTING = "Skriver ud …"
DESK_BASKET_FOOT = "Enter skriver ud   Et nummer tager ud   Esc tilbage"
DESK_ASK_FOOT = "j ja   n nej"
DESK_ASK_AGAIN = "Tryk j for ja eller n for nej."
DESK_TURN_FOOT = "Esc tilbage   PageUp/PageDown rul   Ctrl og + gør bogstaverne større"
DESK_HIDDEN_HOW = "Tryk på en tast for at komme tilbage."
DESK_REPORT_LINE = "Hvilken linje? (skriv den af)"
DESK_REPORT_BECAUSE = "Forkert, fordi"
DESK_REPORT_FOOT = "Enter viser, hvad der gemmes   Esc fortryder"
DESK_REPORT_SURE = "Enter gemmer   Esc fortryder"
DESK_KOMMUNE_NAME = "Kommunens navn"
DESK_KOMMUNE_FOOT = "Enter vælger   Esc fortryder"
DESK_QUIT_HINT = "Luk skranken med {key}."
DESK_RENEWED = "Vidensbasen er fornyet."

TALLY_UNWRITABLE = "Optællingen kan ikke gemmes i {file}: {why}."
TALLY_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen, og om der er plads."
TALLY_SWITCHED = {
    True: "Besøg tælles. Hold op med: blanket optælling --fra",
    False: "Besøg tælles ikke. Begynd med: blanket optælling --til",
}
TALLY_EMPTY = "Der er ikke talt noget endnu."
TALLY_TITLE = "Optælling for {month}"
TALLY_VISITS = "Besøg"
TALLY_UNANSWERED = "Søgninger uden svar"
TALLY_FEW = "<5"
TALLY_PAGE_TITLE = "Skranken i {month}"
TALLY_PAGE_HEADINGS = ("Hvad", "Antal")
TALLY_PLOT_VISITS = "Besøg måned for måned"
TALLY_PLOT_ENTRIES = "Det, flest besøg handlede om"
TALLY_PLOT_NOTE = "<5: færre end fem. Tallet står her ikke, så ingen kan genkendes."
TALLY_NO_MONTH = "“{month}” er ikke en måned, der er talt i."
TALLY_MONTHS = "Der er talt i: {months}."
TALLY_CSV_HEADINGS = ("Måned", "Hvad", "Antal")

LINES_PROMPT = "blanket> "
LINES_WELCOME = "Skranken i linjer. Skriv det, borgeren siger, eller ? for hjælp. Slut med: slut"
LINES_HELP = """\
Skriv ord for at søge. Skriv et nummer for at vælge et fund.
p eller skriv ud: skriv arket ud.
pp: skriv kurven ud som dagens ark.
k: læg i kurven. kurv: se kurven.
n: trin på nettet. alt: hele vejledningen. kilder: kilderne.
m: har borgeren MitID ved hånden? s: sammen eller for borgeren?
a eller akut: hvem skal der ringes til?
ud: hvem er ude i dag? h eller hotline: hotline for medarbejdere. o: kommunen.
note og en tekst: det har I aftalt. dag og en dato: dagen, fristerne regnes fra.
stor: stor skrift. kort: et lille kort kun med numre. kommune og et navn: vælg kommune.
vis: læs borgerens ark sammen.
f eller meld fejl: meld en fejl.
l eller skjul: skjul skærmen. ny: næste borger.
? eller hjælp: denne hjælp. slut eller q: luk skranken.
Søg efter et af de her ord: skriv et punktum foran."""
LINES_KEYS_IN_GUIDE = {
    "(--net)": "(skriv n)",
    "(uden --net)": "(skriv fundets nummer)",
    "(--kilder)": "(skriv kilder)",
    "(--alt)": "(skriv alt)",
    "skriv et lille kort kun med numre: --kort": "skriv kort, og så p: et lille kort kun med numre",
    "blanket kommune NAVN": "kommune og navnet",
    "(--vis)": "(skriv vis)",
}
LINES_CARD = {True: "Et lille kort kun med numre", False: "Et almindeligt ark"}
LINES_HIDDEN = "Skærmen er skjult. Tryk Enter for at komme tilbage."
LINES_ERASED = "Der er gået lang tid. Besøget er slettet."
LINES_YES = ("j", "ja", "y", "yes")
LINES_NO = ("n", "nej", "no")
LINES_NO_CHOICE = "Søg først, og vælg et nummer."
LINES_MITID = {None: "MitID: ikke sagt", True: "MitID: ved hånden", False: "MitID: ikke ved hånden"}
LINES_TOGETHER = {
    None: "Ikke sagt: sammen eller for borgeren",
    True: "I gør det sammen",
    False: "Du gør det for borgeren",
}
LINES_WAY = {"papir": "vejen uden nettet", "digital": "vejen på nettet", "begge": "begge veje"}
LINES_LARGE = {True: "Stor skrift", False: "Almindelig skrift"}
LINES_NOTE = "På arket: {note}"
LINES_FORM = "Ark: {title}. {way}{large}{place}{helper}. Enter eller j skriver ud, n fortryder: "
LINES_FORM_PLACE = ". I mødes: {name}"
LINES_FORM_HELPER = ". Fra: {name}"
LINES_ASK_PRINT_FIRST = "Det ligner noget nyt. Skal arket skrives ud først? [j/n] "
LINES_NOT_PRINTED = "Ikke skrevet ud."
LINES_ASK_PLACE = "Hvor mødes I? Skriv et nummer. Enter: det står ikke på arket. "
LINES_NO_SUCH_PLACE = "Der er ikke et sted med det nummer. Stedet står ikke på arket."
LINES_ASK_HELPER = "Dit fornavn på arket? Enter: det står ikke på arket. "
LINES_ASK_HELPER_AGAIN = "Dit fornavn på arket? Enter beholder {name}, - sletter det. "
ASK_LINES = (
    "Velkommen. To spørgsmål, kun denne ene gang. Skriver du bare det, borgeren siger, åbner skranken med det samme.",
    "1. Skranken kan stå på hele skærmen eller i linjer, som en skærmlæser kan læse.",
    "Vil du have linjer? Skriv j eller n. Enter er nej: ",
)
ASK_WHO = (
    "2. Hvem er du? Svaret på “må jeg hjælpe?” er ikke det samme for alle.",
    "Skriv 1 for Borgerservice, 2 for anden ansat i kommunen, 3 for frivillig. Enter er 1: ",
)
OPENING = "Åbner skranken …"

REPORT_WHAT = "Hvad er forkert i “{title}”? "
REPORT_LINE = "Hvilken linje? Skriv den af, eller tryk Enter: "
REPORT_BECAUSE = "Forkert, fordi: "
REPORT_SHOWN = "Det her gemmes på maskinen til dem, der vedligeholder vidensbasen:"
REPORT_ASK = "Gem det? Enter gemmer, n fortryder: "
REPORT_KEPT = "Gemt. Tak."
REPORT_NOT_KEPT = "Ikke gemt."
REPORT_UNWRITABLE = "Fejlmeldingen kan ikke gemmes i {file}: {why}."
REPORT_UNWRITABLE_CURE = "Skriv den ned, og giv den til den, der vedligeholder vidensbasen."

UNREAD_ENDING = "navnet skal ende på .yaml med små bogstaver"
UNREAD_FOLDER = "den ligger ikke direkte i en af mapperne {folders}"
UNREAD_HIDDEN = "navnet er ikke skrevet i UTF-8"
NAME_FITS_MANY = "“{name}” står i navnet på {count} filer: {some} …"
NAME_FITS_MANY_CURE = "Skriv mere af navnet eller hele id'et. Alle opslag bliver tjekket uden navn."
FILE_IS_INDEX = "{file} er et samlet indeks og ikke et opslag."
FILE_IS_INDEX_CURE = "Tjek den mappe, indekset er bygget af."
WRONG_ENDING_CURE = "Giv filen et navn, der ender på .yaml."
CSV_EMPTY = "Listen {file} er tom: der er ingen blanketter på den."
CSV_EMPTY_CURE = "Hent listen igen. Intet er ændret."
CSV_DOUBTFUL = "{file} er gemt i et tegnsæt, som ikke kan læses sikkert: “{text}”."
CSV_DOUBTFUL_CURE = "Åbn den i Excel, og vælg Filer, Gem som, CSV UTF-8 (semikolonsepareret)."
IMPORT_MOST_GO = "{gone} blanketter ville udgå, og kun {stay} ville blive. Er listen hel?"
IMPORT_MOST_GO_CURE = "Er det rigtigt, så skriv også --alligevel."
UNREAD = "{count} filer ligner opslag, men ligger, hvor de ikke bliver læst. Se dem med: blanket kb tjek"
UNREAD_ONE = "1 fil ligner et opslag, men ligger, hvor den ikke bliver læst. Se den med: blanket kb tjek"

REFORMS_TITLE = "# Reformer, der rører opslagene"
REFORMS_LEAD = "Siden er lavet af kb/reformer.yaml med `python -m bench.reforms`. Ret filen og ikke siden."
REFORMS_IN_FORCE = "Gælder fra: {when}"
REFORMS_UNSURE = "Usikkert: loven selv eller en myndigheds side er ikke læst."
REFORMS_ENTRIES = "Opslag: {ids}"

STATUS_AMOUNTS = "Beløb efter det år, de gælder for"
STATUS_CLAIMS = "Sætninger til borgere efter året på den nyeste side, opslaget bygger på"
STATUS_OLD = "Opslag, der kun bygger på sider fra før {year}"
STATUS_NONE = "ingen"
