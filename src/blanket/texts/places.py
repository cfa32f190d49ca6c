"""The kommune that is chosen, and its places: lists, hours of the day, crisis lines."""

from __future__ import annotations

NO_MUNICIPALITY = "Der er ikke valgt en kommune."
MUNICIPALITY_CHOSEN = "{name} er valgt. Vi kender {local}. Resten gælder i hele landet."
MUNICIPALITY_CHOSEN_BARE = "{name} er valgt. Vi kender ikke noget lokalt der. Svarene er dem, der gælder i hele landet."
KNOWN_NUMBER, BUT_NO_NUMBER, KNOWN_AND = "nummeret", ", men ikke nummeret", " og "
KNOWN_PLACES = ("1 sted", "{count} steder")
KNOWN_NOTES = ("noter om 1 opgave", "noter om {count} opgaver")
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
NO_PLACES = "Ingen steder passer."
NO_PLACES_CURE = "Prøv et andet ord, eller se alle: blanket steder. Steder i andre kommuner: blanket steder --alle"
PLACES_IN = "Steder i {name}:"
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
