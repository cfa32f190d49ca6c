"""Maintainers' work on single entries: making, editing, vouching for, the editor schema."""

from __future__ import annotations

ENTRY_UNWRITABLE = "{file} kan ikke skrives: {why}."
ENTRY_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen, og om der er plads. Den gamle fil er, som den var."
NO_SUCH_ENTRY = "Der er ikke noget opslag med id “{id}”.{hint}"
NO_SUCH_ENTRY_CURE = "Find det med: blanket find ORD. Eller lav det med: blanket kb ny SLAGS ID"
COPIED = "{source} følger med programmet. Jeres egen kopi ligger nu i {file}."

BAD_ID = "“{id}” kan ikke bruges som id.{hint}"
BAD_ID_CURE = "Brug små bogstaver a-z, tal og bindestreg, fx skift-laege. Skriv ae, oe og aa for æ, ø og å."
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
EDITED_ERRORS = "{file} har {count} fejl. Ret den med: blanket kb ret {id}{kb}"
EDITED_ONE_ERROR = "{file} har 1 fejl. Ret den med: blanket kb ret {id}{kb}"
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
