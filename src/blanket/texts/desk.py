"""The desk in full screen, and what both faces of it say."""

from __future__ import annotations

DESK_NOBODY_OUT = "Ingen af de steder, vi kender i {name}, har åbent i dag, så vidt vi ved."
DESK_NO_PLACES = "Vi kender ikke steder i {name}. Ring til kommunen, eller se på dens hjemmeside."
DESK_NO_PLACES_ANYWHERE = "Vi kender ingen steder, der har åbent i dag. Vælg din kommune: blanket kommune NAVN"
DESK_HOTLINE = "Hotline for medarbejdere"
DESK_NO_HOTLINE = "Vi kender ikke en hotline for medarbejdere i {name}. Spørg din leder."
DESK_NO_HOTLINE_ANYWHERE = "Hotlinen er kommunens. Vælg din kommune: blanket kommune NAVN"
DESK_HOTLINE_NOT_OUT = "Giv aldrig nummeret til en borger."
DESK_HOTLINE_VOLUNTEER = "Hotlinen er for ansatte i kommunen. Spørg din leder eller forening."
DESK_CRISIS = "Akut"
DESK_CRISIS_112 = "Fare for liv: 112. Politiet, når det ikke haster: 114."
DESK_TODAY = "i dag"
DESK_CHOOSE_MUNICIPALITY = "Vælg en anden med: blanket kommune NAVN"
DESK_NOTHING_TO_PRINT = "Vælg noget først, så kan det skrives ud."
DESK_IN_BASKET = "I kurven: {title}"
DESK_TWICE_IN_BASKET = "Det ligger allerede i kurven."
DESK_BASKET_EMPTY = "Kurven er tom. Tryk {key} for at lægge et ark i den."
DESK_BASKET_EMPTY_LINES = "Kurven er tom. Skriv læg for at lægge et ark i den."
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
    "role": ("Hvem er du?", ""),
    "sources": ("Kilderne", ""),
    "close": ("Luk skranken", ""),
}
KEY_SAID = {"escape": "Esc", "tab": "Tab", "enter": "Enter", "ctrl+": "Ctrl-"}
DESK_HEAD = "blanket · {kommune} · {role}"
DESK_NO_KOMMUNE = "vælg kommune: {key}"
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
DESK_FOOT_LINKED = "Et nummer i [ ] er en anden vejledning. Skriv nummeret. Esc: tilbage hertil."
DESK_MORE_BELOW = "PageDown: mere"
DESK_KEYS_IN_GUIDE = {
    "(--net)": "({net})",
    "(uden --net)": "({net})",
    "(--kilder)": "({sources})",
    "(--alt)": "(Enter)",
    "skriv et lille kort kun med numre: --kort": "vælg “lille kort kun med numre” ved Slags",
    "blanket kommune NAVN": "{kommune}",
    "(--vis)": "(Esc, så {turn})",
    "(--åbn)": "(Ctrl-O)",
}
DESK_NO_PRINTER = "Ingen printer fundet. Arket ligger her til næste borger:\n{file}"
DESK_NO_PRINTER_CURE = "Åbn arket (--åbn): så kan du gemme det og skrive det ud. Eller læs det sammen (--vis)."
DESK_PRINT_CURE = "Det ligger der, til den næste borger kommer. Åbn det (--åbn), og skriv ud derfra, eller prøv igen."
DESK_PRINTER = "Hvilken printer?"
DESK_PRINTER_WHY = "Der er ikke valgt en på maskinen. Den, du vælger, bliver husket."
DESK_PRINTER_FOOT = "Et nummer eller pil til siden: skift   Enter vælger   Esc fortryder"
DESK_PRINTER_NONE = "Ingen printer fundet."
DESK_OPENED = "Arket åbner i sit eget vindue. Gem det der, hvis du vil beholde det: her er det væk ved næste borger."
DESK_OPENING = "Åbner arket …"
DESK_DAY_UNUSED = "Ingen frist her regnes fra en dag. Dagen står ikke på arket."
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
DESK_MENU_AGAIN = "Der er ikke noget ved {key}. Tryk et af bogstaverne her. Esc fortryder."
DESK_MENU_OTHER_KEY = "den tast"
DESK_FORM = "Skriv ud: {title}"
DESK_FORM_FOOT = """\
Enter skriver ud  Esc fortryder  Pil op/ned: felt  Pil til siden: skift
Ctrl-O åbner arket på skærmen    Ctrl-P vælger printer"""
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
DESK_KOMMUNE_NAME = "Kommunens navn, eller begyndelsen af det"
DESK_KOMMUNE_ONE = "Enter vælger {name}."
DESK_KOMMUNE_AGAIN = "Skriv lidt mere af navnet."
DESK_KOMMUNE_TO_NONE = "Enter: ingen kommune er valgt."
DESK_KOMMUNE_NEAR = "Mente du {name}? Enter vælger den."
DESK_ROLE_FOOT = "1, 2, 3 eller pil til siden: skift   Enter vælger   Esc fortryder"
DESK_ROLE_AGAIN = "Tryk 1, 2 eller 3, og så Enter."
DESK_ROLE_WHY = "Svaret på “må jeg hjælpe?” er ikke det samme for alle."
DESK_ROLE_CHOSEN = "Svarene på “må jeg hjælpe?” er nu til: {name}."
DESK_KOMMUNE_FOOT = "Enter vælger   ingen og Enter: ingen kommune   Esc fortryder"
DESK_KOMMUNE_NONE = ("ingen", "ingen kommune")
DESK_QUIT_HINT = "Luk skranken med {key}."
