"""What the machine or the program itself refuses: the system's no, settings, defects, what is cut short."""

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
    "NO_PROGRAM": "pc'en har intet program, der kan det med den slags filer",
    "BAD_NAME": "navnet har tegn, som ikke kan bruges i et filnavn",
}
SYSTEM_OTHER = "maskinen siger nej (fejl {number})"

DID_YOU_MEAN_ONE = "Mente du “{name}”?"

SETTINGS_BROKEN = (
    "Indstillingerne i {file} er ikke til at forstå, så der bruges ingen. Vælg kommune igen med: blanket kommune NAVN"
)
SETTINGS_UNREADABLE = "Indstillingerne i {file} kan ikke læses ({why}), så der bruges ingen."
SETTINGS_UNWRITABLE = "Indstillingerne kan ikke gemmes i {file}: {why}."
SETTINGS_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen."

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
