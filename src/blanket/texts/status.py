"""The state of the base: `kb status` and its page."""

from __future__ import annotations

STATUS_TITLE = "Vidensbasen den {day}"
STATUS_HEADINGS = ("Slags", "Antal", "Kontrolleret", "Skal gennemgås", "Usikre punkter")
STATUS_KINDS = {
    "opgave": "Opgaver",
    "forløb": "Forløb",
    "blanket": "Blanketter",
    "sted": "Steder",
    "kommune": "Kommuner",
}
STATUS_TOTAL = "I alt"
STATUS_WORDS = "Ord i ordbogen"
STATUS_BROKEN = "Filer, der ikke kan læses"
STATUS_UNREAD = "Filer, der ligner opslag og ikke bliver læst (se dem med: blanket kb tjek)"
STATUS_OVERTAKEN = "Jeres rettelser og kopier, hvor det fælles er ændret siden (se dem med: blanket kb flet): {ids}"
STATUS_OVERTAKEN_ONE = "det fælles er ændret siden"
STATUS_ENDED_ONE = "ikke længere kontrolleret: teksten er ændret"
STATUS_DUE = "Skal gennemgås"
STATUS_REASONS = {
    "kontakter": "Telefonnumre (over 6 måneder)",
    "beløb": "Beløb (set efter et tidligere år)",
    "tidligere_år": "Beløb, der gælder et tidligere år",
    "indhold": "Andet (over 12 måneder)",
}
STATUS_NO_PAPER = "Opgaver uden vejen på papir"
STATUS_LIX = "Hvor let er det at læse? (LIX for opgaver og forløb)"
STATUS_LIX_ROW = "Lettest {low}, midterst {middle}, sværest {high}. Over {limit}: {count}."
STATUS_LIX_NONE = "Der er ingen tekst at måle."
STATUS_FORMS = "Blanketter"
STATUS_FORM_STATES = {"gælder": "Tilbydes i dag", "ukendt": "Ikke bekræftet", "udgået": "Udgået"}
STATUS_COUNTED = (
    "Et opslag skal gennemgås, når det er længe siden, et menneske kontrollerede det, eller kilderne blev læst: "
    "telefonnumre efter 6 måneder, priser og beløb hvert nye år, resten efter 12 måneder."
)
STATUS_LIX_SCALE = "Under 25 er meget let, 25 til 34 er let, 35 til 44 er middel, 45 og over er svært."
STATUS_PLOT_CHECKED = "Opslag, der er kontrolleret af et menneske"
STATUS_PLOT_LEGEND = ("Kontrolleret", "Mangler kontrol")
STATUS_PLOT_DUE = "Opslag, der skal gennemgås"
STATUS_PLOT_LIX = "Opgaver og forløb efter læsetal (LIX)"
STATUS_PLOT_FORMS = "Blanketter efter status"
STATUS_OF = "{part} af {whole}"
PAGE_EXISTS_CURE = "Vælg et andet navn, eller skriv --overskriv."

STATUS_AMOUNTS = "Beløb efter det år, de gælder for"
STATUS_CLAIMS = "Sætninger til borgere efter året på den nyeste side, opslaget bygger på"
STATUS_OLD = "Opslag, der kun bygger på sider fra før {year}"
STATUS_NONE = "ingen"

UNVOUCHED = (
    "Ingen har kontrolleret: {deadlines} af {of_deadlines} frister, {sums} af {of_sums} beløb og"
    " {answers} af {of_answers} svar på “må jeg hjælpe?”."
)
ALL_VOUCHED = "Alle frister, beløb og svar på “må jeg hjælpe?” er kontrolleret af et menneske."

STATUS_OWN = "  heraf egne"
STATUS_SHARED = "  heraf fælles"
STATUS_OWN_ONE = "eget"
STATUS_SHARED_ONE = "fælles"
STATUS_NO_RELEASE = "Herfra er der ikke udgivet noget endnu: blanket kb udgiv MAPPE"
STATUS_RELEASE = "Sidste udgivelse: {which}"
STATUS_SINCE = "Siden da: {changes}."
STATUS_SAME = "ingen ændringer"
STATUS_OLD_AMOUNTS = "Beløb fra tidligere år, også midt i tekster"
STATUS_DUE_LIST = "  Alle med id og side: blanket kb status --csv FIL"
STATUS_CSV = ("id", "titel", "slags", "eget eller fælles", "grund", "sidst set", "side")
FIGURES = {
    "opslag": "opslag",
    "kontrolleret": "kontrolleret",
    "skal_gennemgås": "skal gennemgås",
    "usikre_punkter": "usikre punkter",
}
KOMMUNER = "{count} kommuner: {phones} med nummer, {addresses} med adresse, {hours} med åbningstider."
KOMMUNER_REST = "{waiting} har noget, der venter på kommunens ja (blanket kb bekræft). {missing} mangler noget helt."
NO_KOMMUNER = "Der er ingen kommuner i basen."
KOMMUNE_WAITS = "venter på ja: {facts}"
KOMMUNE_LACKS = "mangler: {facts}"
