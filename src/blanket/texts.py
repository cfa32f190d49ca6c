"""Every Danish sentence that the program itself says: messages, headings, cures. One place to read and to mend.

Here go texts and nothing that computes. Texts of the knowledge base stand in kb/, the layout of guides in
templates/. Braces are blanks that the caller fills.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What a problem code says. `error` is False for advice: the file can be used all the same."""

    message: str
    cure: str
    error: bool = True


# B00x-B01x: the file cannot be read. B02x: the form is wrong. B03x: the entry contradicts itself or the base.
PROBLEMS: dict[str, ProblemText] = {
    "B001": ProblemText(
        "Filen kan ikke åbnes: {why}.",
        "Se efter, at filen findes, og at du har lov til at læse den.",
    ),
    "B002": ProblemText(
        "Tegnet {byte} er ikke UTF-8.",
        "Gem filen igen som UTF-8. I Notesblok: Filer, Gem som, Kodning: UTF-8.",
    ),
    "B003": ProblemText("Styretegnet {sign} må ikke stå i en fil.", "Slet det usynlige tegn her."),
    "B004": ProblemText(
        "Linjen er ikke gyldig YAML.",
        "Se på indrykning (altid mellemrum), kolon med mellemrum efter, og anførselstegn her eller lige over.",
    ),
    "B005": ProblemText(
        "Filen er for stor: grænsen er {limit} KB.", "Del den i flere filer. Ét opslag hører til i én fil."
    ),
    "B006": ProblemText(
        "Der er for mange niveauer i filen: grænsen er {limit}.",
        "Se, hvordan et andet opslag er bygget op, og ryk linjerne tilbage.",
    ),
    "B007": ProblemText(
        "Et ord, der begynder med & eller *, læses her som en henvisning, og dem bruger vi ikke.",
        "Sæt teksten i anførselstegn, eller skriv den helt ud.",
    ),
    "B008": ProblemText("Der er mere end ét dokument i filen (---).", "Lad hvert opslag få sin egen fil."),
    "B009": ProblemText("Der er et tabulatortegn i indrykningen.", "Ryk ind med mellemrum i stedet."),
    "B010": ProblemText("Mærket {tag} bruger vi ikke.", "Slet mærket, eller sæt teksten i anførselstegn."),
    "B011": ProblemText("En nøgle skal være et enkelt ord.", "Skriv nøglen som ord efterfulgt af kolon."),
    "B012": ProblemText(
        "Nøglen “{key}” står to gange; første gang på linje {line}.", "Slet den ene, eller saml dem under én nøgle."
    ),
    "B013": ProblemText("Filen er tom.", "Skriv et opslag i den, eller slet filen."),
    "B020": ProblemText("Nøglen “{name}” kender vi ikke.{hint}", "Ret stavemåden, eller slet linjen."),
    "B021": ProblemText("Nøglen “{name}” mangler.", "Tilføj den. {description}"),
    "B022": ProblemText(
        "“{name}” mangler en værdi.", "Skriv en værdi, eller slet linjen, hvis den kan undværes. {description}"
    ),
    "B023": ProblemText(
        "“{name}” skal være {expected}, men her står {got}.",
        "Ret værdien. Er det en tekst med kolon i, så sæt hele teksten i anførselstegn.",
    ),
    "B024": ProblemText(
        "“{name}” skal være en liste, men her står {got}.",
        "Sæt den i kantede parenteser, [sådan], eller skriv linjer med - foran.",
    ),
    "B025": ProblemText("“{value}” er ikke en af mulighederne.{hint}", "Vælg en af disse: {choices}."),
    "B026": ProblemText("“{value}” har ikke den rigtige form.", "{description}"),
    "B027": ProblemText(
        "“{name}” skal være tekst, men {raw} læses som et tal eller ja/nej.", 'Sæt anførselstegn om: "{raw}".'
    ),
    "B028": ProblemText("“{name}” skal stå uden anførselstegn.", "Skriv kun {value}."),
    "B029": ProblemText("Opslaget passer ikke til formen: {why}.", "Sammenlign med et opslag, der virker."),
    "B030": ProblemText("id er “{id}”, men filen hedder “{stem}”.", "Lad id og filnavn være det samme."),
    "B031": ProblemText("Der findes ikke noget med id “{id}”.{hint}", "Ret id'et, eller opret det, der mangler."),
    "B032": ProblemText("“{id}” er {kind}, og her skal stå {wanted}.", "Brug id på den rigtige slags."),
    "B033": ProblemText("id “{id}” bruges også i {other}.", "Giv det ene et andet id."),
    "B034": ProblemText(
        "En kontakt skal have enten “sted” eller “navn”, “telefon” og “kilde”.",
        "Henvis til et sted, eller skriv det, der mangler.",
    ),
    "B035": ProblemText("En kilde skal have “adresse” eller “navn”.", "Skriv sidens adresse eller dokumentets navn."),
    "B036": ProblemText(
        "“{place}” er kun for personale og må ikke stå som kontakt for borgere.",
        "Henvis til et sted, som borgere må ringe til.",
    ),
    "B037": ProblemText("Der er intet nummer, som borgeren kan ringe til.", "Tilføj en kontakt med et telefonnummer."),
    "B038": ProblemText(
        "“{opens}” til “{closes}” er ikke et tidsrum.",
        "Skriv både “fra” og “til”, og ikke det samme. Døgnåbent er fra “00:00” til “24:00”.",
    ),
    "B039": ProblemText(
        "Nummeret {phone} er kun for personale og må ikke stå her.",
        "Slet det, eller skriv det i et sted for personale.",
    ),
    "B040": ProblemText(
        "Adressen er en prøveside ({host}), som borgere ikke må sendes til.", "Find den offentlige side."
    ),
    "B041": ProblemText("Blanketten er udgået og må ikke bruges i en opgave.", "Henvis til den, der har afløst den."),
    "B042": ProblemText("“{id}” henviser til sig selv.", "Slet henvisningen."),
}

# Why a file cannot be opened. What is not named here is said in the system's own words.
FILE_ERRORS: dict[type[OSError], str] = {
    FileNotFoundError: "den findes ikke",
    PermissionError: "du har ikke adgang til den",
    IsADirectoryError: "det er en mappe",
}

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
WEAK_HITS = "Ingen sikre fund. Det nærmeste er:"
SHOW_HINT = "Vis trin: blanket vis 1"
EMPTY_QUERY = "Skriv, hvad borgeren siger, fx: blanket find skifte læge"
CPR_CUT = "Et CPR-nummer er fjernet fra søgningen. Skriv aldrig CPR-numre her."
LEFT_OUT_ONE = "1 opslag kan ikke læses og er udeladt. Se hvorfor: blanket kb tjek"
LEFT_OUT = "{count} opslag kan ikke læses og er udeladt. Se hvorfor: blanket kb tjek"
IN_MEMORY = "Indekset kan ikke gemmes i {folder}; det laves på ny hver gang."
BUILDING = "Laver indeks: {done} af {total} filer"

NO_SUCH_KB = "Mappen {folder} findes ikke eller kan ikke læses."
NO_SUCH_KB_CURE = "Ret --kb eller BLANKET_KB, så de peger på en mappe med opslag."
EMPTY_KB = "Der er ingen opslag i {folders}."
EMPTY_KB_CURE = "Geninstallér blanket, eller peg på en mappe med opslag med --kb."
BROKEN_ENTRY = "Opslaget “{id}” kan ikke læses:"

SETTINGS_BROKEN = "Indstillingerne i {file} kan ikke læses."
SETTINGS_BROKEN_CURE = "Slet filen, og vælg kommune igen med: blanket kommune NAVN"
SETTINGS_UNWRITABLE = "Indstillingerne kan ikke gemmes i {file}: {why}."
SETTINGS_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen."

NO_NUMBER = "Der er ikke noget nummer {number} i den sidste søgning."
NO_LAST_SEARCH = "Der er ingen søgning at tage nummer {number} fra."
NO_NUMBER_CURE = "Søg først: blanket find ORD"
UNCLEAR = "“{query}” kan være flere ting. Vælg en af dem:"
UNCLEAR_CURE = "Skriv nummeret: blanket vis 1"

NO_MUNICIPALITY = "Der er ikke valgt en kommune."
CHOOSE_MUNICIPALITY = "Vælg med: blanket kommune NAVN. Der er lokale oplysninger om {names}."
MUNICIPALITY_CHOSEN = "{name} er valgt. Lokale noter, steder og numre vises nu."
MUNICIPALITY_CLEARED = "Nu er ingen kommune valgt."
UNKNOWN_MUNICIPALITY = "Der er ingen lokale oplysninger om “{name}”.{hint}"
MUNICIPALITY_GONE = "Kommunen “{name}” fra indstillingerne findes ikke i vidensbasen."

UNKNOWN_DAY = "“{day}” er ikke en ugedag."
UNKNOWN_DAY_CURE = "Skriv mandag, tirsdag, onsdag, torsdag, fredag, lørdag eller søndag."
NO_PLACES = "Ingen steder passer."
UNKNOWN_KIND = "“{kind}” er ikke en slags.{hint}"
UNKNOWN_SUBJECT = "“{subject}” er ikke et emne.{hint}"
UNREADABLE_DB = "Indekset blev beskadiget og er lavet på ny."

KB_OK = "{count} opslag. Ingen fejl."
KB_PROBLEMS = "{count} opslag. {errors} fejl, {advice} råd."

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
HOURS_UNKNOWN = "åbningstid ukendt, ring først"
HOURS_UNKNOWN_TODAY = "åbent {day}, tiden er ukendt, ring først"
HOLIDAY_CLOSED = "lukket i dag ({holiday})"
HOLIDAY_PERHAPS = "{holiday}: ring først, der kan være lukket"

# --- Typer: what the library itself says, in Danish -------------------------------------------------------------------

HELP_USAGE = "Brug: "
HELP_HEADINGS = {"Options": "Valg", "Arguments": "Argumenter", "Commands": "Kommandoer"}
HELP_OPTION = "Vis denne hjælp."
HELP_TRY = "Se hjælpen: {command} --hjælp"
NO_SUCH_OPTION = "Valget {option} findes ikke.{hint}"
NO_SUCH_COMMAND = "Kommandoen “{name}” findes ikke."
MISSING_ARGUMENT = "{name} mangler."
MISSING_OPTION = "Valget {name} mangler."
MISSING_COMMAND = "Skriv også, hvilken kommando du vil bruge."
OPTION_NEEDS_VALUE = "Valget {option} skal have en værdi."
BAD_VALUE = "Værdien til {name} kan ikke bruges: {value}"
BAD_USE = "Kommandoen er ikke skrevet rigtigt."
INTERRUPTED = "Afbrudt."
UNEXPECTED = "Noget gik galt, som ikke skulle kunne gå galt: {error}"
UNEXPECTED_CURE = "Prøv igen. Bliver det ved, så skriv til den, der vedligeholder blanket, hvad du gjorde."

# --- Handouts ---------------------------------------------------------------------------------------------------------

MONTH_NAMES = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
HANDOUT_OF_MANY = "Det har vi talt om i dag"
WAY_DIGITAL = "Sådan gør du på nettet"
WAY_PAPER = "Sådan gør du uden nettet"
WAY_ONLY = "Sådan gør du"
PLACE_WHERE = "Her finder du os"
ASK_KOMMUNE = "spørg din kommune"
MEETING_PHONE = "Telefon: {phone}"
MEETING_CALL_FIRST = "Ring, før du går hjemmefra."
SMALL_SOURCES = "Kilder: {names}."
SMALL_READ = "Kilderne er læst i {date}."
SMALL_CHECKED = "Kontrolleret {date} af {by}."
SMALL_YEARS = "Beløb gælder {years}."
SMALL_KOMMUNE = "Udskrevet for {name}."
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
FILE_EXISTS = "{file} findes allerede."
FILE_EXISTS_CURE = "Vælg et andet navn med -o, eller skriv --overskriv."
FILE_UNWRITABLE = "{file} kan ikke skrives: {why}."
FILE_UNWRITABLE_CURE = "Vælg en anden mappe med -o."
STDOUT_IS_SCREEN = "En PDF kan ikke vises på skærmen."
STDOUT_IS_SCREEN_CURE = "Skriv -o NAVN.pdf, eller send den videre med | eller >."
WROTE = "Skrevet: {file}"
WROTE_ALL = "{count} ark er skrevet i {folder}."
WRITING = "Skriver ark: {done} af {total}"
STOPPED = "Stoppet. {count} hele ark ligger i {folder}."
ALL_AND_WHAT = "Skriv enten HVAD eller --alle."
SKIPPED = "{id} er ikke skrevet: {why}"
NO_GLYPH = "Nogle tegn findes ikke i skrifttypen og vises som tomme felter i PDF'en."
TEMPLATE_BROKEN = "Skabelonen {name} kan ikke bruges (linje {line}): {why}"
TEMPLATE_BROKEN_CURE = "Ret skabelonen, eller slet den, så bruges den, der følger med."
LOGO_BROKEN = "Logoet {file} kan ikke bruges: {why}."
LOGO_KIND = "det er hverken SVG eller PNG, eller den er for stor"
LOGO_BROKEN_CURE = "Brug en SVG- eller PNG-fil under 500 KB, og ret kommunens fil."
NO_PRINT_COMMAND = "Der er intet udskriftsprogram på maskinen. Arket ligger i {file}."
NO_PRINTER = "Der er ingen printer. Arket ligger i {file}."
NO_SUCH_PRINTER = "Printeren “{name}” findes ikke. Arket ligger i {file}."
PRINT_FAILED = "Arket kunne ikke skrives ud: {why} Det ligger i {file}."
PRINT_CURE = "Åbn filen, og skriv ud derfra, eller vælg en printer med --printer NAVN."
PRINTED = "Sendt til printeren {name}."
DEFAULT_PRINTER = "(den, der er valgt som standard)"
PRINTERS = "Vælg en af disse printere med --printer: {names}"
CANNOT_OPEN = "{file} kan ikke åbnes herfra."
CANNOT_OPEN_CURE = "Åbn filen fra din stifinder."
