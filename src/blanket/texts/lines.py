"""The desk in lines, and the two questions before the first desk."""

from __future__ import annotations

LINES_PROMPT = "blanket> "
LINES_WELCOME = "Skranken i linjer. Skriv det, borgeren siger, eller hjælp. Slut med: slut"
LINES_HELP = """\
Skriv ord for at søge. Skriv et nummer for at vælge et fund.
udskriv: skriv arket ud. åbn: åbn arket i et vindue, hvor det kan gemmes.
læg: læg arket i kurven. kurv: se kurven. dagsark: skriv kurven ud som ét ark.
net: trin på nettet. alt: hele vejledningen. kilder: kilderne.
mitid ja eller mitid nej: har borgeren MitID ved hånden?
sammen: I gør det sammen. for borgeren: du gør det.
akut: hvem skal der ringes til? ude: hvem er ude i dag? hotline: for medarbejdere.
note og en tekst: det har I aftalt. dag og en dato: dagen, fristerne regnes fra.
stor: stor skrift. kort: et lille kort kun med numre.
vis: læs borgerens ark sammen. fejl: meld en fejl.
kommune og et navn: vælg kommune. rolle: hvem er du?
skjul: skjul skærmen. ny: næste borger. slut: luk skranken. hjælp: denne hjælp.
Korte navne: p udskriv, k læg, pp dagsark, n net, m MitID, s sammen eller for borgeren,
a akut, h hotline, f fejl, l skjul, q slut, ? hjælp.
Søg efter et af de her ord: skriv et punktum foran."""
LINES_KEYS_IN_GUIDE = {
    "(--net)": "(skriv net)",
    "(uden --net)": "(skriv fundets nummer)",
    "(--kilder)": "(skriv kilder)",
    "(--alt)": "(skriv alt)",
    "skriv et lille kort kun med numre: --kort": "skriv kort, og så udskriv: et lille kort kun med numre",
    "blanket kommune NAVN": "kommune og navnet",
    "(--vis)": "(skriv vis)",
    "(--åbn)": "(skriv åbn)",
}
LINES_CARD = {True: "Et lille kort kun med numre", False: "Et almindeligt ark"}
LINES_ASK_KOMMUNE = "Mente du {name}? [j/n] "
LINES_KOMMUNE_AS_IT_WAS = "Kommunen er, som den var. Skriv kommune og navnet igen."
LINES_HIDDEN = "Skærmen er skjult. Tryk Enter for at komme tilbage."
LINES_ERASED = "Der er gået lang tid. Besøget er slettet."
LINES_YES = ("j", "ja", "y", "yes")
LINES_NO = ("n", "nej", "no")
LINES_STOP = ("fortryd", "annuller", "stop")
LINES_STOPPED = "Fortrudt. Der er ikke sket noget."
LINES_NO_CHOICE = "Søg først, og vælg et nummer."
LINES_ASK_ROLE = "Hvem er du? 1 Borgerservice, 2 anden ansat i kommunen, 3 frivillig. Enter: som før. "
LINES_ROLE_AGAIN = "Det forstod jeg ikke. Skriv 1 for Borgerservice, 2 for anden ansat i kommunen, 3 for frivillig. "
LINES_ROLE_CURE = "Skriv rolle og 1, 2 eller 3: 1 Borgerservice, 2 anden ansat i kommunen, 3 frivillig."
LINES_MITID = {None: "MitID: ikke sagt", True: "MitID: ved hånden", False: "MitID: ikke ved hånden"}
LINES_TOGETHER = {
    None: "Ikke sagt: sammen eller for borgeren",
    True: "I gør det sammen",
    False: "Du gør det for borgeren",
}
LINES_WAY = {"papir": "vejen uden nettet", "digital": "vejen på nettet", "begge": "begge veje"}
LINES_LARGE = {True: "Stor skrift", False: "Almindelig skrift"}
LINES_NOTE = "På arket: {note}"
LINES_FORM = "Ark: {title}. {way}{large}{place}{helper}. Enter eller j skriver ud, n fortryder: "
LINES_FORM_PLACE = ". I mødes: {name}"
LINES_FORM_HELPER = ". Fra: {name}"
LINES_ASK_PRINT_FIRST = "Det ligner noget nyt. Skal arket skrives ud først? [j/n] "
LINES_OPENED = "Arket åbner i sit eget vindue. Gem det der, hvis du vil beholde det: det er væk her ved næste borger."
LINES_ASK_PRINTER = "Hvilken printer? Skriv et nummer, så bliver den husket. Enter fortryder. "
LINES_NOT_PRINTED = "Ikke skrevet ud."
LINES_ASK_PLACE = "Hvor mødes I? Skriv et nummer. Enter: det står ikke på arket. "
LINES_NO_SUCH_PLACE = "Der er ikke et sted med det nummer. Stedet står ikke på arket."
LINES_ASK_HELPER = "Dit fornavn på arket? Enter: det står ikke på arket. "
LINES_ASK_HELPER_AGAIN = "Dit fornavn på arket? Enter beholder {name}, - sletter det. "
ASK_AGAIN = "Det forstod jeg ikke. Svar på spørgsmålet, eller skriv det, borgeren siger."
ROLE_WORDS = (
    ("frivillig", ("frivillig",)),
    ("borgerservice", ("borgerservice", "borger service")),
    ("ansat", ("ansat", "sosu", "visitator", "bibliotekar")),
)
ASK_FIRST = (
    "Velkommen. Ét spørgsmål, kun denne ene gang. Skriver du bare det, borgeren siger, åbner skranken med det samme.",
    "Velkommen. To spørgsmål, kun denne ene gang. Skriver du bare det, borgeren siger, åbner skranken med det samme.",
)
ASK_LINES = (
    "Skranken kan stå på hele skærmen eller i linjer, som en skærmlæser kan læse.",
    "Vil du have linjer? Skriv j eller n. Enter er nej: ",
)
ASK_WHO = (
    "Hvem er du? Svaret på “må jeg hjælpe?” er ikke det samme for alle.",
    "Skriv 1 for Borgerservice, 2 for anden ansat i kommunen, 3 for frivillig. Enter er 1: ",
)
OPENING = "Åbner skranken …"
