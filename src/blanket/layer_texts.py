"""What is said of local layers, vouches and releases, in Danish. The rest stands in `texts`."""

# --- Layers -------------------------------------------------------------------------------------------------------

LAYER_OUTDATED = "Det fælles opslag er ændret, siden kommunen rettede: {keys}. Se det med: blanket kb flet {id}"
LAYER_HIDES = "Kommunen har skjult “{id}”: det bruges ikke her."
LAYER_HIDES_CURE = "Vælg et andet opslag, eller vælg en anden kommune med --kommune."

# --- Vouches ------------------------------------------------------------------------------------------------------

NO_OWN_KOMMUNE_ROLE = "Borgerservice"
ROLE_OF_KOMMUNE = "Borgerservice, {name}"
VOUCHED = "{id} er kontrolleret {date} af {name}. Arket siger: {role}. Skrevet i {file}."
VOUCHED_ALREADY = "{id} er allerede kontrolleret {date} af {name}."
VOUCH_NEEDS_ID = "Skriv et eller flere id'er, eller --flyt."
VOUCHES_MOVED = "{count} gamle “kontrolleret” er flyttet til {file}."
VOUCHES_NONE_TO_MOVE = "Der er ingen gamle “kontrolleret” at flytte."
VOUCHES_ENDED = "Ikke længere kontrolleret, fordi teksten er ændret: {count} opslag ({ids})."
VOUCHES_LOST = "I kontrol.tsv står {count} id, som ikke findes ({ids})."
VOUCHES_OLD = "“kontrolleret” i {count} filer gælder ikke mere ({ids}). Flyt dem: blanket kb kontrolleret --flyt"
VOUCH_FILE_BROKEN = "{file}:{line}: {message}"
VOUCH_FILE_BROKEN_CURE = "Ret linjen eller slet den, og prøv igen."

# --- Several people -----------------------------------------------------------------------------------------------

SOMEBODY_WRITES = "{file} bliver skrevet af en anden lige nu."
SOMEBODY_WRITES_CURE = "Prøv igen om lidt. Er ingen i gang, så slet {lock}."

EDITED_BY_ANOTHER = "{file} er rettet af en anden, mens du havde den åben. Din udgave er ikke tabt: {mine}"
EDITED_BY_ANOTHER_CURE = "Åbn begge, flyt det over, du vil beholde, og slet din udgave."
OTHERS_EDIT = "En anden har opslaget åbent, eller en rettelse er ikke gjort færdig: {drafts}"

# --- What a kommune has not confirmed ------------------------------------------------------------------------------

UNCONFIRMED_LABEL = "Ikke bekræftet af kommunen"
UNCONFIRMED = "{text} ({page}, {dated})"
N_UNCONFIRMED = ("oplysning", "oplysninger")
PAGE_OF = "siden er fra {date}"
PAGE_UNDATED = "siden er uden dato"
CONFIRMED = "{name}: {count} er bekræftet og skrevet i {file}."
NOTHING_TO_CONFIRM = "{name} har intet at bekræfte af den slags."
NOTHING_TO_CONFIRM_CURE = "Se, hvad der er, med: blanket vis {id} --alt"
CONFIRM_CHOICES = "Det kan være {choices}."
OWN_OFFICE = "Borgerservice i {name}."

# --- Hours that do not hold every week -----------------------------------------------------------------------------

IN_WEEKS = "kun i {weeks} uger"
OF_MONTH = "{which} {days} i måneden"
CLOSED_IN = "lukket {period}"
BY_APPOINTMENT = "kun efter aftale"
ONLY_BY_APPOINTMENT = "kun efter aftale: ring først"
CLOSED_BECAUSE = "lukket: {why}"
DAY_WITH_DATE = "{day} den {number}. {month}"
