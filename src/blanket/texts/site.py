"""What the site says, in Danish: headings and fixed sentences of its pages, and messages of the command that makes it.

Here goes what stands around the entries. What a paper says too stands in `guide.labels`. Templates reach it as `s`.
"""

from __future__ import annotations

# --- Every page -------------------------------------------------------------------------------------------------------
NAME = "Hjælp til det offentlige"
SHORT_NAME = "Hjælp"
ABOUT = "Hvem du skal ringe til, hvad du skal have med, og hvad du skal gøre, også når du ikke bruger nettet."
SKIP = "Gå til indholdet"
FRONT = "Forsiden"
MADE = "Lavet {day}."
TRUST_UNTIL = "Efter {day} kan beløb og frister være ændret."
LICENCE = "Teksterne må bruges af alle efter CC BY 4.0."
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.da"
DATA = "Åbne data"
ACCESSIBILITY = "Tilgængelighedserklæring"
UNCHECKED = "Ingen har tjekket siden endnu."
UNCHECKED_CALL = "Er du i tvivl, så ring til nummeret her på siden."
UNCHECKED_KOMMUNE = "Er du i tvivl, så ring til din kommune."
UNCHECKED_SOME = "Sider, som ingen har kontrolleret"
UNCHECKED_ABOUT = "Ingen har skrevet under på, at disse sider er rigtige. {role} viser dem alligevel."
INTERN = "Intern udgave til medarbejdere. Del den ikke med borgere."
LEAVE = "Forlad siden"
LEAVE_TO = "https://www.dmi.dk/"  # the weather: what anybody may be looking at
LEAVE_WHY = "Knappen åbner vejret. Denne side gemmes ikke på telefonen."
GONE = "Blanketten er udgået. Brug den ikke."

# --- One entry --------------------------------------------------------------------------------------------------------
WHICH_WAY = "Hvordan vil du gøre det?"
WAY_PAPER = "Uden nettet"
WAY_DIGITAL = "På nettet"
WHICH_DAY = "Hvilken dato er {event}?"
WHICH_DAY_WHY = "Så regner vi datoerne ud. Dagen bliver på din telefon."
GO_TO = "Gå til {host}"
FIND_FORM = "Gå til {host}, og find “{form}”"
TO = "til {whom}"
FIND_KOMMUNE = "Find din kommunes nummer"  # what the button does: it opens a list
PRINT = "Skriv ud"
RELATED = "Se også"
STEPS_OF = "Læs mere om hvert punkt"
WITHIN = "Emne: {subject}"

# --- The front page and the lists -------------------------------------------------------------------------------------
ASK = "Hvad har du brug for hjælp til?"
ASK_HINT = "Skriv det med dine egne ord. Det, du skriver, bliver på din telefon."
SEARCH = "Søg"
ACUTE = "Akut hjælp"
ACUTE_112 = "Ring 112, hvis der er fare for liv."
ACUTE_CALL = "Er der fare for liv? Ring 112"
ALWAYS = "Døgnet rundt"
OF_KOMMUNE = "{name}s hovednummer"
SUBJECTS = "Find det efter emne"
LIFE = "Når livet ændrer sig"
ALL = "Alt fra A til Å"
ALL_ABOUT = "Alle sider efter det første bogstav"
WORDS = "Svære ord"
WORDS_ABOUT = "Ord fra breve og skemaer, og hvad de betyder."
PLACES = "Steder og telefonnumre"
PLACES_COUNTRY = "Hele landet"
KOMMUNER = "Find din kommunes nummer"
KOMMUNER_ABOUT = "Her står kun numre, som en ny side bekræfter. Mangler din kommunes nummer, så kan du spørge her:"
KOMMUNE_WHICH = "Hvilken kommune bor du i?"
KOMMUNE_HINT = "Skriv de første bogstaver."
KOMMUNE_UNKNOWN = "Vi har ikke nummeret."
KOMMUNE_OWN = "Se på {host}"
KOMMUNE_ASK = "Ring til {name}"
KOMMUNE_ASK_FOR = ", og bed om nummeret til Borgerservice i {kommune}."
OTHERS = "Andet"
KINDS = {
    "opgave": "Sådan gør du",
    "forløb": "Når livet ændrer sig",
    "blanket": "Blanketter",
    "sted": "Steder og telefonnumre",
    "kommune": "Kommuner",
    "ord": "Svære ord",
}
SUBJECT_NAMES = {
    "identitet": "MitID, pas og kort",
    "digital-post": "Breve og Digital Post",
    "fuldmagt": "Fuldmagt og værge",
    "folkeregister": "Flytning og navn",
    "sundhed": "Læge og sygehus",
    "pension": "Pension",
    "bolig": "Bolig og boligstøtte",
    "familie": "Familie og børn",
    "økonomi": "Penge og skat",
    "arbejde": "Arbejde og sygdom",
    "omsorg": "Hjemmehjælp og plejehjem",
    "handicap": "Handicap",
    "udsatte": "Hjælp i en svær tid",
    "sikkerhed": "Svindel og sikkerhed",
    "hverdag": "Hverdag",
}

# --- Said by the scripts ----------------------------------------------------------------------------------------------
# What somebody types who may be in need; a word that begins so counts too.
URGENT_WORDS = "akut alarm ambulance førstehjælp krise livsfare livstruende nødhjælp nødsituation 112"
# What somebody types who wants a page on paper: nothing else is asked when every word is one of these.
PRINT_WORDS = "print printe printer udprint udskriv udskrive udskrift skriv skrive ud papir på siden side en"
PRINT_HOW = "Åbn siden, og tryk på “Skriv ud” øverst. Har du ingen printer, så spørg på biblioteket."
HELP_SUBJECTS = "Find det efter emne"
HELP_ANYBODY = "Spørg, hvor du skal ringe hen."
SCRIPT = {
    "spørg": ASK,
    "spørg_hjælp": ASK_HINT,
    "akut": ACUTE,
    "akut_112": ACUTE_112,
    "akut_ord": URGENT_WORDS,
    "print": PRINT,
    "intet": "Vi fandt ingenting. Prøv et andet ord for det samme, eller brug et af disse:",
    "usikker": "Det her passer måske ikke. Nederst står, hvem du kan ringe til.",
    "fund": "{antal} sider",
    "et_fund": "1 side",
    "tryk_ord": PRINT_WORDS,
    "tryk_titel": "Skriv en side ud på papir",
    "tryk_sådan": PRINT_HOW,
    "ingen_kommune": "Vi kender ingen kommune, der begynder sådan. Prøv de første tre bogstaver.",
    "kommuner": "{antal} kommuner",
    "cpr": "Skriv ikke CPR-numre her. Det er taget ud af søgningen.",
    "henter": "Henter …",
    "alder": "Det er {dage} dage siden.",
    "spørg_om": "Ring og spørg.",
    "gammel": "Denne udgave er gammel. Ring.",
    "gammel_mere": "Beløb og frister er skjult, fordi de kan være ændret.",
    "ny": "Der er en nyere udgave af disse sider.",
    "hent_ny": "Hent den nye",
}

# --- The accessibility statement --------------------------------------------------------------------------------------
WAS_ADDRESS = "https://was.digst.dk/"

# --- For staff --------------------------------------------------------------------------------------------------------
STAFF = "Til personalet"
STAFF_MAY = "Må"
STAFF_MAY_NOT = "Må ikke"
STAFF_NOTES = "Noter"
STAFF_TOGETHER = "Når I gør det sammen"
STAFF_FOR = "Når du gør det for borgeren"
STAFF_LOCAL = "Lokalt: {name}"
STAFF_NOT_WITH = "Hjælper ikke med"
STAFF_UNCERTAIN = "Usikkert"
STAFF_SOURCES = "Kilder"
STAFF_LINE = "Kun for medarbejdere. Giv ikke nummeret til borgere."

# --- The command ------------------------------------------------------------------------------------------------------
WROTE = "Webstedet ligger i {folder}: {pages} sider, {size} MB. Åbn {front}."
UNVOUCHED = "{count} af {total} opslag har ingen kontrolleret, så webstedet blev ikke lavet: {ids}."
UNVOUCHED_ONE = "1 af {total} opslag har ingen kontrolleret, så webstedet blev ikke lavet: {ids}."
UNVOUCHED_CURE = (
    "Kontrollér dem (blanket kb kontrolleret ID), eller skriv, hvem der beslutter at vise dem alligevel: --trods ROLLE."
)
DESPITE = "{count} opslag, som ingen har kontrolleret, er med. Hver side siger det. Hele listen: {file}"
NOT_OURS = "Mappen {folder} har andet i sig end et websted, som blanket har lavet."
NOT_OURS_CURE = "Vælg en tom mappe, eller en mappe med et tidligere websted."
NO_WRITE = "Webstedet kan ikke skrives i {folder}: {why}."
NO_WRITE_CURE = "Vælg en anden mappe, eller skaf adgang."
TAKEN = "Opslaget “{id}” har samme navn som en mappe, webstedet selv bruger."
TAKEN_CURE = "Giv opslaget et andet id."
NOTHING = "Der er ingen opslag, borgere må se."
MAKING = "Laver sider: {done} af {total}"
NO_ROLE = "Skriv, hvem der beslutter det, fx --trods “leder af Borgerservice”."

# --- Without a connection ---------------------------------------------------------------------------------------------
OFFLINE = "Denne side er ikke gemt på telefonen"
OFFLINE_WHY = "Den vises kun, når der er net. Ring 112, hvis der er fare for liv. Disse sider kan du se nu:"
