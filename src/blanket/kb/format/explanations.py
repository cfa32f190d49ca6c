"""Why each problem code is there, with an example that breaks the rule and one that keeps it: `kb tjek --forklar`.

Here go explanations in Danish. Sentence and cure stand in `problem_texts`. Only read when somebody asks.
"""

from __future__ import annotations

import string
from dataclasses import dataclass

HEADING = "{code} ({kind}): {message}"
DO = "Gør sådan: {cure}"
WHY = "Hvorfor: {why}"
WRONG = "Det går galt:"
RIGHT = "Det går godt:"
KINDS = {True: "fejl", False: "råd"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """`why`: what the rule is good for. `wrong` and `right`: lines as they may stand in a file."""

    why: str
    wrong: str
    right: str


def plain(text: str) -> str:
    """A sentence with … for its blanks, and without those that hold a mere hint."""
    blanks = {name: "" if name == "hint" else "…" for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format_map(blanks).strip()


EXPLANATIONS: dict[str, Explanation] = {
    "B001": Explanation(
        "Et opslag, der ikke kan åbnes, kan ingen finde.",
        "opgaver/skift-laege.yaml (en mappe)",
        "opgaver/skift-laege.yaml",
    ),
    "B002": Explanation(
        "Æ, ø og å skrives forskelligt i forskellige tegnsæt. Med UTF-8 ser alle det samme.",
        "titel: Skift l\\xe6ge",
        "titel: Skift læge",
    ),
    "B003": Explanation(
        "Usynlige tegn følger med, når man kopierer fra en hjemmeside. De deler ord, så de ikke kan findes.",
        'titel: "Skift\\u200b læge"',
        "titel: Skift læge",
    ),
    "B004": Explanation(
        "Kan linjen ikke læses, kan hele opslaget ikke bruges.",
        "kort: Husk: tag kortet med",
        'kort: "Husk: tag kortet med"',
    ),
    "B005": Explanation("En meget stor fil er sjældent et opslag.", "(en fil på flere MB)", "(en fil på få KB)"),
    "B006": Explanation("Et opslag har højst fem niveauer.", "trin: [[[[[[[[[[[[[ring]]]]]]]]]]]]]", "trin: [Ring.]"),
    "B007": Explanation(
        "& og * har en særlig betydning i YAML, og de kan få en lille fil til at fylde alt.",
        "titel: *Vigtigt*: læs det",
        'titel: "Vigtigt: læs det"',
    ),
    "B008": Explanation("Ét opslag i hver fil gør det let at finde.", "id: a\n---\nid: b", "id: a"),
    "B009": Explanation(
        "YAML læser kun mellemrum som indrykning.", "digital:\n<tabulator>trin: [Ring.]", "digital:\n  trin: [Ring.]"
    ),
    "B010": Explanation(
        "Mærker kan få andre programmer til at køre kode.", "titel: !Vigtigt læs", 'titel: "!Vigtigt læs"'
    ),
    "B011": Explanation("Hver nøgle er et ord fra den faste liste.", '"": Skift læge', "titel: Skift læge"),
    "B012": Explanation(
        "Med to ens nøgler gælder kun den ene.", "titel: Ny læge\ntitel: Skift læge", "titel: Skift læge"
    ),
    "B013": Explanation("En tom fil er glemt, eller den er ikke blevet gemt.", "# Kommer senere.", "id: skift-laege"),
    "B020": Explanation(
        "Det, der står under en ukendt nøgle, bliver aldrig vist.", "sogeord: [ny læge]", "søgeord: [ny læge]"
    ),
    "B021": Explanation("Uden nøglen mangler borgeren noget.", "id: skift-laege", "id: skift-laege\ntitel: Skift læge"),
    "B022": Explanation("En nøgle uden værdi er begyndt og ikke gjort færdig.", "titel:", "titel: Skift læge"),
    "B023": Explanation(
        "Et kolon med mellemrum efter gør teksten til en nøgle.",
        "godt_at_vide:\n- Husk: tag kortet med.",
        'godt_at_vide:\n- "Husk: tag kortet med."',
    ),
    "B024": Explanation("Her kan stå flere, så her skal stå en liste.", "søgeord: ny læge", "søgeord: [ny læge]"),
    "B025": Explanation("Faste ord gør, at man kan søge på dem.", "emne: sunhed", "emne: sundhed"),
    "B026": Explanation("Den faste form gør, at alle læser det ens.", "læst: 1/11 2026", "læst: 2026-11-01"),
    "B027": Explanation(
        "YAML læser tal, klokkeslæt, yes og no som andet end tekst.", "telefon: 70128063", 'telefon: "70 12 80 63"'
    ),
    "B028": Explanation("Et årstal skal kunne sammenlignes med i år.", 'år: "2026"', "år: 2026"),
    "B029": Explanation("Opslaget ser rigtigt ud, men kan ikke bruges.", "tal: ikke et tal", "tal: 3"),
    "B030": Explanation(
        "Så kan man finde filen, når man kender id'et.",
        "# opgaver/ny-laege.yaml\nid: skift-laege",
        "# opgaver/skift-laege.yaml\nid: skift-laege",
    ),
    "B031": Explanation(
        "En henvisning til ingenting hjælper ingen.", "se_også: [skift-lage]", "se_også: [skift-laege]"
    ),
    "B032": Explanation(
        "Under “blanketter” kan programmet kun bruge blanketter.",
        "blanketter: [mitid-support]",
        "blanketter: [fd-001a]",
    ),
    "B033": Explanation(
        "Med to ens id'er er det kun det ene, der bliver vist.",
        "id: skift-laege (i to filer)",
        "id: skift-laege (i én fil)",
    ),
    "B034": Explanation(
        "Borgeren skal kunne ringe, og nummeret skal kunne efterprøves.",
        'kontakt:\n- navn: Lægen\n  telefon: "70 12 80 63"',
        'kontakt:\n- navn: Lægen\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/',
    ),
    "B035": Explanation(
        "En kilde skal kunne findes igen.",
        "kilder:\n- læst: 2026-11",
        "kilder:\n- {navn: Sundhedsloven § 59, læst: 2026-11}",
    ),
    "B036": Explanation(
        "Personalets linje er til personalet. Ringer borgere dertil, er den optaget.",
        "kontakt:\n- sted: odense-hotline-medarbejdere",
        "kontakt:\n- sted: borger-dk-1881",
    ),
    "B037": Explanation(
        "Der skal altid være et nummer, borgeren kan ringe til.",
        "kontakt:\n- sted: et-sted-uden-telefon",
        "kontakt:\n- sted: borger-dk-1881",
    ),
    "B038": Explanation(
        "Programmet regner ud, om der er åbent nu.",
        'tider:\n- {dage: [man], fra: "09:00"}',
        'tider:\n- {dage: [man], fra: "09:00", til: "15:00"}',
    ),
    "B039": Explanation(
        "Personalets linje må aldrig nå et ark til borgeren.",
        "godt_at_vide: [Ring til personalets linje på …]",
        "personale: {noter: [Ring til personalets linje på …]}",
    ),
    "B040": Explanation(
        "Prøvesider kan forsvinde eller vise forkerte oplysninger.",
        "digital: {adresse: https://x.liveserver.nu/}",
        "digital: {adresse: https://www.borger.dk/}",
    ),
    "B041": Explanation(
        "Kommunen afviser en gammel blanket.",
        "papir:\n  blanketter: [en-der-er-udgaaet]",
        "papir:\n  blanketter: [fd-001a]",
    ),
    "B042": Explanation(
        "Borgeren er der allerede.",
        "id: skift-laege\nse_også: [skift-laege]",
        "id: skift-laege\nse_også: [nyt-sundhedskort]",
    ),
    "B043": Explanation(
        "Et gammelt id fører til det nye opslag. Findes det gamle endnu, kan det ikke føre to steder hen.",
        "id: skift-laege\ntidligere_id: [skift-laege]",
        "id: skift-laege\ntidligere_id: [laegevalg]",
    ),
    "B044": Explanation(
        "Et gammelt id kan kun føre ét sted hen.",
        "id: skift-laege\ntidligere_id: [laegevalg, laegevalg]",
        "id: skift-laege\ntidligere_id: [laegevalg]",
    ),
    "B101": Explanation(
        "En adresse med en slåfejl fører ingen steder hen.",
        "digital: {adresse: https://borger/, trin: [Se.]}",
        "digital: {adresse: https://www.borger.dk/, trin: [Se.]}",
    ),
    "B102": Explanation(
        "To cifre ad gangen er lettest at læse og taste.", "fuldmagt: Ring 70128063.", "fuldmagt: Ring 70 12 80 63."
    ),
    "B103": Explanation(
        "Filerne bliver delt med andre. Et CPR-nummer er en personoplysning.",
        "# Set hos 010190-0000",
        "# Set hos en borger i november",
    ),
    "B104": Explanation(
        "Det, folk siger, skal føre til det rigtige opslag, også når andre opslag kommer til.",
        "søgetest: [noget helt andet]",
        "søgetest: [skift læge]",
    ),
    "B105": Explanation(
        "Så kan programmet vise det, der gælder, hvor borgeren bor.", "kommune: odens", "kommune: odense"
    ),
    "B111": Explanation(
        "Telefonnumre skifter tit, og beløb skifter hver januar. Se numre efter hvert halve år og resten hvert år.",
        "kilder:\n- {navn: Loven, læst: 2024-01}",
        "kilder:\n- {navn: Loven, læst: 2026-11}",
    ),
    "B112": Explanation(
        "LIX måler lange sætninger og lange ord. Under 35 er let for de fleste.",
        "kort: Myndighedens sagsbehandling påbegyndes efterfølgende.",
        "kort: Du får svar fra kommunen.",
    ),
    "B113": Explanation(
        "Man glemmer begyndelsen af en lang sætning.",
        "kort: Du kan skifte læge, når du er flyttet, eller din læge er holdt op, og så skal du vælge en med åbent.",
        "kort: Du kan skifte læge, når du er flyttet. Vælg en læge, som har åbent for nye.",
    ),
    "B114": Explanation(
        "“kort” læses på et øjeblik for at se, om det er det rigtige opslag.",
        "kort: (31 ord)",
        "kort: Du kan vælge en ny læge.",
    ),
    "B115": Explanation(
        "Et trin kan streges ud, når det er gjort. Med to handlinger bliver den ene glemt.",
        "trin:\n- Udfyld skemaet. Send det til kommunen.",
        "trin:\n- Udfyld skemaet.\n- Send det til kommunen.",
    ),
    "B116": Explanation(
        "Fagord er hverdag for os og nye for borgeren.",
        "kort: Du får svar efter en partshøring.",
        "kort: Du får svar efter en partshøring (du kan sige din mening, før de bestemmer).",
    ),
    "B117": Explanation(
        "Beløb ændres hver januar. Et beløb uden år kan være gammelt.",
        "gebyr:\n- {tekst: Det koster 225 kr., kilde: Loven}",
        "gebyr:\n- {tekst: Det koster 230 kr., år: (i år), kilde: Loven}",
    ),
    "B118": Explanation(
        "Myndighedens egen side gælder, når andre siger noget andet.",
        "kilder:\n- {adresse: https://avisen.example/, læst: 2026-11}",
        "kilder:\n- {adresse: https://www.borger.dk/, læst: 2026-11}",
    ),
    "B119": Explanation(
        "En del borgere kan ikke bruge nettet. De skal også kunne hjælpes.",
        "digital: {trin: [Log på.]}",
        "digital: {trin: [Log på.]}\npapir: {trin: [Ring til kommunen.]}",
    ),
    "B120": Explanation(
        "Titlen kan altid findes. Søgeord er til andre ord for det samme.",
        "titel: Skift læge\nsøgeord: [skift læge]",
        "titel: Skift læge\nsøgeord: [ny læge]",
    ),
    "B121": Explanation(
        "Den forkerte opgave kommer måske først. Hører de sammen, så skriv den anden under “se_også”.",
        "søgeord: [ny læge] (i to opgaver)",
        "søgeord: [ny læge] (i én opgave)",
    ),
    "B122": Explanation("Mange trin tager modet fra folk.", "trin: (ni trin)", "trin: (højst otte trin)"),
    "B123": Explanation(
        "Den, der har svært ved det, føler sig dum, når det skal være nemt.",
        "kort: Du skal bare logge på.",
        "kort: Log på med MitID.",
    ),
    "B124": Explanation(
        "Står nøglerne ens i alle filer, er det let at se, hvad der mangler.",
        "titel: Skift læge\nid: skift-laege",
        "id: skift-laege\ntitel: Skift læge",
    ),
    "B151": Explanation(
        "En død adresse hjælper ingen, og ingen kan efterprøve det, der står.",
        "(siden svarer 404)",
        "(siden svarer 200)",
    ),
    "B152": Explanation(
        "En dag holder den gamle adresse op med at vise vej.", "(siden svarer 301)", "(siden svarer 200)"
    ),
    "B153": Explanation(
        "Nogle sider svarer ikke programmer eller ligger nede et øjeblik. Kun et menneske kan se det.",
        "(siden svarer 403)",
        "(siden svarer 200)",
    ),
}
