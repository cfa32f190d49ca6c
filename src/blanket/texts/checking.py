"""`kb tjek`: what was looked at, addresses, rules, files that are not read; the page of reforms."""

from __future__ import annotations

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
LINKS_LEFT_OUT_CURE = (
    'Installér den: pip install "blanket[links]". I Windows-mappen kan den ikke lægges til; brug en anden maskine.'
)
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

UNREAD_ENDING = "navnet skal ende på .yaml med små bogstaver"
UNREAD_FOLDER = "den ligger ikke direkte i en af mapperne {folders}"
UNREAD_HIDDEN = "navnet er ikke skrevet i UTF-8"
NAME_FITS_MANY = "“{name}” står i navnet på {count} filer: {some} …"
NAME_FITS_MANY_CURE = "Skriv mere af navnet eller hele id'et. Alle opslag bliver tjekket uden navn."
FILE_IS_INDEX = "{file} er et samlet indeks og ikke et opslag."
FILE_IS_INDEX_CURE = "Tjek den mappe, indekset er bygget af."
WRONG_ENDING_CURE = "Giv filen et navn, der ender på .yaml."

REFORMS_TITLE = "# Reformer, der rører opslagene"
REFORMS_LEAD = "Siden er lavet af kb/reformer.yaml med `python -m bench.reforms`. Ret filen og ikke siden."
REFORMS_IN_FORCE = "Gælder fra: {when}"
REFORMS_UNSURE = "Usikkert: loven selv eller en myndigheds side er ikke læst."
REFORMS_ENTRIES = "Opslag: {ids}"

CHECK_SHARED = "{count} opslag, alle fra den fælles base; ingen mappe med egne opslag er med."
CHECK_OWN = "{count} opslag, heraf {own} egne i {folders}."

# --- Files of lines with tabs: vouches and readings -------------------------------------------------------------------

NOT_UTF8 = "den er ikke UTF-8"
LINES_UNREADABLE = "Filen kan ikke læses: {why}."
LINE_CELLS = "Linjen har {count} felter; der skal være {wanted}: {columns}."
LINE_FINGERPRINT = "“{cell}” er ikke et fingeraftryk på {length} tegn."
LINE_DAY = "“{cell}” er ikke en dato; skriv fx 2026-11-27."
VOUCH_EMPTY = "id og rolle skal udfyldes."
LOG_HEAD = "Første linje skal være: {columns}, med tabulator imellem."
LOG_EMPTY = "id og felt skal udfyldes."
LOG_VERDICT = "“{cell}” er ikke en dom; vælg en af disse: {verdicts}."
LOG_NO_PAGE = "Skriv den side, hvor det står."
