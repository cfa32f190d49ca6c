"""A kommune's local layer: vouches, several people, what is unconfirmed, merging, saying one thing differently."""

from __future__ import annotations

# --- Layers -----------------------------------------------------------------------------------------------------------

LAYER_OUTDATED = "Det fælles opslag er ændret, siden kommunen rettede: {keys}. Se det med: blanket kb flet {id}"
COPY_OUTDATED = "Det fælles opslag er ændret, siden I lavede jeres egen kopi. Se det med: blanket kb flet {id}"
OVERTAKEN = (
    "Det fælles er ændret ét sted, hvor I har rettet. Se det, og flet det: blanket kb flet",
    "Det fælles er ændret {count} steder, hvor I har rettet. Se dem, og flet dem: blanket kb flet",
)
LAYER_HIDES = "Kommunen har skjult “{id}”: det bruges ikke her."
LAYER_HIDES_CURE = "Vælg et andet opslag, eller vælg en anden kommune med --kommune."

# --- Vouches ----------------------------------------------------------------------------------------------------------

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
VOUCH_LINE_CURE = "Ret linjen eller slet den, og prøv igen."

# --- Several people ---------------------------------------------------------------------------------------------------

SOMEBODY_WRITES = "{file} bliver skrevet af en anden lige nu."
SOMEBODY_WRITES_CURE = "Prøv igen om lidt. Er ingen i gang, så slet {lock}."

EDITED_BY_ANOTHER = "{file} er rettet af en anden, mens du havde den åben. Din udgave er ikke tabt: {mine}"
EDITED_BY_ANOTHER_CURE = "Åbn begge, flyt det over, du vil beholde, og slet din udgave."
OTHERS_EDIT = "En anden har opslaget åbent, eller en rettelse er ikke gjort færdig: {drafts}"

# --- What a kommune has not confirmed ---------------------------------------------------------------------------------

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

# --- Three versions become one ----------------------------------------------------------------------------------------

MERGE_NOTHING = "Der er intet at flette: jeres lag passer til det fælles."
MERGE_NOTHING_OF = "Der er intet at flette i {id}."
MERGE_COUNT = ("1 ting at tage stilling til.", "{count} ting at tage stilling til.")
MERGE_AT = "{number} af {count}"
MERGE_HEAD = "{title} ({id})"
SHARED_ENTRY = "Det fælles opslag"
SHARED_TEMPLATE = "Den fælles skabelon"
MERGE_WHOLE = "Jeres egen kopi af hele filen"
MERGE_WAS = "Da I rettede, stod der fælles:"
MERGE_NOW = "Nu står der fælles:"
MERGE_OURS = "Hos jer står der:"
MERGE_BOTH = "Forslag, hvor begge ændringer er med:"
MERGE_EMPTY = "(intet)"
MERGE_BECAME = "Ændret i det fælles: “{old}” er blevet til “{new}”."
MERGE_CAME = "Nyt i det fælles: “{new}”."
MERGE_WENT = "Slettet i det fælles: “{old}”."
MERGE_UNMARKED = "Ingen har skrevet, hvad der stod fælles, da I rettede. Passer jeres stadig?"
MERGE_MISSING = "Det, I rettede, findes ikke mere i det fælles. Jeres rettelse kommer ikke med."
MERGE_SAME = "Det fælles siger nu det samme som jer. Rettelsen behøves ikke mere."
MERGE_MOVED = "Det, I rettede, er flyttet i det fælles. Forslag: flyt jeres rettelse med til {key}."
MERGE_CONFLICT = "I har begge ændret de samme ord, så de kan ikke flettes. Vælg en af dem, eller skriv det selv."
MERGE_COPY_SAME = "Kopien siger det samme som det fælles. Uden den får I også de næste ændringer."
MERGE_COPY_UNMARKED = "{file} skygger for det fælles, og ingen ved, hvad der stod fælles, da kopien blev lavet."
MERGE_COPY_CHANGED = "Det fælles er ændret, siden I lavede kopien. {count} linjer kan jeres kopi få med, som de er:"
MERGE_COPY_BOTH = "{count} steder har I begge ændret de samme linjer. Dem spørger vi om, ét sted ad gangen."
MERGE_CHOICES = {
    "f": "brug forslaget",
    "j": "behold jeres",
    "n": "brug det fælles",
    "r": "skriv det selv",
    "s": "spring over",
    "q": "slut",
}
MERGE_DONE = {
    "forslag": "Flettet: {what}.",
    "vores": "Jeres beholdt: {what}.",
    "fælles": "Det fælles bruges: {what}.",
}
MERGE_ASIDE = "Jeres kopi ligger i {file}, hvis I fortryder."
MERGE_LEFT = "{count} står tilbage. Se dem med: blanket kb flet"
MERGE_HOW = "Vælg på en skærm med: blanket kb flet. Eller skriv --brug forslag, --brug vores eller --brug fælles."
MERGE_NO_SUGGESTION = "Der er intet forslag til {what}: vælg --brug vores eller --brug fælles."
MERGE_NOT_OFFERED = "{what}: det, I rettede, findes ikke mere, så jeres kan ikke beholdes."
MERGE_SPOILT = "{file} ville ikke kunne bruges, så den er ikke skrevet. Ret den med: blanket kb ret {id}"
MERGE_WRITE = "Skriv teksten, som den skal stå (Enter fortryder): "
MERGE_UNKNOWN = "“{value}” er ikke et valg.{hint}"

# --- Saying one thing differently -------------------------------------------------------------------------------------

OWN_KOMMUNE_HEAD = ("Her står kun det, der er jeres. Resten kommer fra den fælles fil om kommunen.",)
NO_SUCH_KEY = "“{key}” fører ikke til noget i {id}."
NO_SUCH_KEY_CURE = "Skriv en af disse: {keys}"
LAYER_OFFER = (
    "“{title}” er et fælles opslag. Er kun en enkelt linje anderledes i {kommune}, så skriv dens nummer. "
    "Resten følger stadig med, når det fælles bliver rettet."
)
LAYER_OFFER_ROW = "{number:>3} {key}: {text}"
LAYER_OFFER_OWN = "{text} (jeres)"
LAYER_OFFER_ASK = "Nummer, s skjul opslaget, h ret hele filen i jeres egen kopi, Enter fortryd: "
LAYER_OFFER_NONE = "Intet er ændret."
LAYER_OFFER_NO_NUMBER = "“{typed}” er ikke et af numrene."
LAYER_SAID = "Skrevet i {file}: {key} i {id} siger nu “{text}”."
LAYER_HIDDEN = "Skrevet i {file}: {id} bruges ikke i {kommune}."
LAYER_NEEDS_KOMMUNE = "Det er ikke til at vide, hvilken kommunes lag det er."
LAYER_NEEDS_KOMMUNE_CURE = (
    "Lav kommunens fil med: blanket kb ny kommune ID. Eller vælg kommunen med: blanket kommune NAVN"
)
LAYER_NEEDS_BOTH = "--nøgle og --til hører sammen."
LAYER_NEEDS_BOTH_CURE = "Skriv fx --nøgle papir.trin.1 --til “Mød op mandag.”"
LAYER_NOT_SHARED = "{id} er jeres eget opslag. Ret i det selv: blanket kb ret {id}"
LAYER_INSTEAD = (
    "Er kun en linje anderledes hos jer, så er jeres lag bedre: blanket kb ret {id} --nøgle NØGLE --til TEKST"
)
NO_SUCH_TEMPLATE = "“{name}” er ikke en af skabelonerne.{hint}"
