"""Searching and what a search leads to: what was found, what was meant, hit numbers."""

from __future__ import annotations

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
BROKEN_ENTRY = "Opslaget “{id}” kan ikke læses:"

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
UNKNOWN_KIND = "“{kind}” er ikke en slags.{hint}"
UNKNOWN_SUBJECT = "“{subject}” er ikke et emne.{hint}"
