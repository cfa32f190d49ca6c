"""Reviewing the base page by page."""

from __future__ import annotations

ANSWER_UNWRITABLE = "Svaret kan ikke gemmes i {file}: {why}."
ANSWER_UNWRITABLE_CURE = "Se efter, om du må skrive i mappen, og om der er plads. De andre svar er gemt."

REVIEW_NOTHING = "Der er intet at gennemgå."
REVIEW_COUNT = "{pages} sider med {count} påstande i {entries} opslag."
REVIEW_ROW = "{number:>4} {count:>4}  {why:<9} {page}"
REVIEW_ROWS_HEAD = "      påst.  hvorfor   side"
REVIEW_MORE = "… og {count} sider mere."
REVIEW_BEGIN = "Gennemgå dem med: blanket kb gennemgå"
REVIEW_WHY = {
    "reported": "meldt",
    "wrong": "forkert",
    "changed": "ændret",
    "due": "forfalden",
    "new": "ikke set",
}
REVIEW_WHO = "Hvem er du? Navnet står i kontrol.tsv og aldrig på et ark. Enter: svar uden at stå inde for noget: "
REVIEW_NO_NAME = "Uden navn bliver svarene gemt, men ingen opslag kontrolleret. Skriv --af NAVN næste gang."

PAGE_HEAD = "Side {number} af {total}: {page}"
PAGE_OPENED = "Siden er åbnet i browseren."
PAGE_NOT_OPENED = "Siden kan ikke åbnes herfra. Åbn den selv."
PAGE_DOCUMENT = "Det er et dokument og ikke en side på nettet. Find det frem."
PAGE_NONE = "Det, der ikke hviler på en side."
PAGE_WHY = {
    "reported": "En medarbejder har meldt en fejl.",
    "wrong": "Her er noget, der sidst ikke passede.",
    "changed": "Siden er ændret, siden den sidst blev læst.",
    "due": "Det er længe siden, den blev læst.",
    "new": "",
}
PAGE_DEAD = "Siden findes ikke mere. Find en anden kilde, og ret opslaget med r."
PAGE_MOVED = "Siden er flyttet til {new}"
PAGE_COUNT = ("1 påstand i {entries}.", "{count} påstande i {entries}.")
PAGE_ENTRIES = ("1 opslag", "{count} opslag")
REPORTED = "Meldt {day}: “{line}” er forkert, fordi: {because}"
REPORTED_LINELESS = "Meldt {day}: forkert, fordi: {because}"
REPORT_KEYS = "k klaret   s lad den stå   r ret opslaget   q slut"

STATEMENT = "{number} af {total} · {at}: {text}"
LOOSE_HEAD = "Hører ikke til nogen side endnu ({title}). Står det på denne side?"
LOOSE_PAGE = "   {number} {page}"
KEYS = "j står der   n står der ikke   r ret   s spring over   q slut"
KEYS_LOOSE = "j står her   1-9 hører til en anden side   u egen viden   n passer ikke   r ret   s spring over   q slut"
KEYS_MOVED = "f skriv den nye adresse i jeres egne opslag"
ANSWERED = {"j": "står der", "n": "står der ikke", "s": "sprunget over", "u": "egen viden", "r": "rettes"}
TIED = "hører til {page}"
NOTE_WRONG = "passede ikke ved gennemgang"
NOTE_MENDED = "rettet ved gennemgang"
MOVED_WRITTEN = "Den nye adresse er skrevet i {count} filer."
MOVED_NOWHERE = "Adressen står ikke i jeres egne opslag, så intet er skrevet."

REVIEW_LINES_BROKEN = "{count} linjer kan ikke læses, og svarene i dem bliver spurgt igen. Ret dem eller slet dem."
VOUCHED_NOW = "Kontrolleret: {ids}."
REVIEW_DONE = "{count} svar på {pages} sider. Kontrolleret nu: {vouched} opslag. Tilbage: {left} sider."
REVIEW_WRONG = "Passer ikke: {count}. Ret dem med: blanket kb ret {id}"
REVIEW_STOPPED = "Stoppet. Alle svar er gemt; fortsæt med: blanket kb gennemgå"
PAGES_WAIT = (
    "{count} sider, som opslagene hviler på, er ændret, flyttet eller væk. Se dem med: blanket kb gennemgå --ændrede"
)
