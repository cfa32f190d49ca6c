"""What every problem code says, in Danish, and what to do about it.

Here go sentence and cure of every code. Why there is such a rule stands in `explanations`, what breaks it in `kb`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProblemText:
    """What a problem code says. `error` is False for advice: the file can be used all the same."""

    message: str
    cure: str
    error: bool = True


# B00x-B01x: the file cannot be read. B02x: the form is wrong. B03x: the entry contradicts itself or the base.
PROBLEMS: dict[str, ProblemText] = {
    "B001": ProblemText(
        "Filen kan ikke åbnes: {why}.",
        "Se efter, at filen findes, og at du har lov til at læse den.",
    ),
    "B002": ProblemText(
        "Tegnet {byte} er ikke UTF-8.",
        "Gem filen igen som UTF-8. I Notesblok: Filer, Gem som, Kodning: UTF-8.",
    ),
    "B003": ProblemText("Styretegnet {sign} må ikke stå i en fil.", "Slet det usynlige tegn her."),
    "B004": ProblemText(
        "Linjen er ikke gyldig YAML.",
        "Se på indrykning (altid mellemrum), kolon med mellemrum efter, og anførselstegn her eller lige over.",
    ),
    "B005": ProblemText(
        "Filen er for stor: grænsen er {limit} KB.", "Del den i flere filer. Ét opslag hører til i én fil."
    ),
    "B006": ProblemText(
        "Der er for mange niveauer i filen: grænsen er {limit}.",
        "Se, hvordan et andet opslag er bygget op, og ryk linjerne tilbage.",
    ),
    "B007": ProblemText(
        "Et ord, der begynder med & eller *, læses her som en henvisning, og dem bruger vi ikke.",
        "Sæt teksten i anførselstegn, eller skriv den helt ud.",
    ),
    "B008": ProblemText("Der er mere end ét dokument i filen (---).", "Lad hvert opslag få sin egen fil."),
    "B009": ProblemText("Der er et tabulatortegn i indrykningen.", "Ryk ind med mellemrum i stedet."),
    "B010": ProblemText("Mærket {tag} bruger vi ikke.", "Slet mærket, eller sæt teksten i anførselstegn."),
    "B011": ProblemText("En nøgle skal være et enkelt ord.", "Skriv nøglen som ord efterfulgt af kolon."),
    "B012": ProblemText(
        "Nøglen “{key}” står to gange; første gang på linje {line}.", "Slet den ene, eller saml dem under én nøgle."
    ),
    "B013": ProblemText("Filen er tom.", "Skriv et opslag i den, eller slet filen."),
    "B020": ProblemText("Nøglen “{name}” kender vi ikke.{hint}", "Ret stavemåden, eller slet linjen."),
    "B021": ProblemText("Nøglen “{name}” mangler.", "Tilføj den. {description}"),
    "B022": ProblemText(
        "“{name}” mangler en værdi.", "Skriv en værdi, eller slet linjen, hvis den kan undværes. {description}"
    ),
    "B023": ProblemText(
        "“{name}” skal være {expected}, men her står {got}.",
        "Ret værdien. Er det en tekst med kolon i, så sæt hele teksten i anførselstegn.",
    ),
    "B024": ProblemText(
        "“{name}” skal være en liste, men her står {got}.",
        "Sæt den i kantede parenteser, [sådan], eller skriv linjer med - foran.",
    ),
    "B025": ProblemText("“{value}” er ikke en af mulighederne.{hint}", "Vælg en af disse: {choices}."),
    "B026": ProblemText("“{value}” har ikke den rigtige form.", "{description}"),
    "B027": ProblemText(
        "“{name}” skal være tekst, men {raw} læses som et tal eller ja/nej.", 'Sæt anførselstegn om: "{raw}".'
    ),
    "B028": ProblemText("“{name}” skal stå uden anførselstegn.", "Skriv kun {value}."),
    "B029": ProblemText("Opslaget passer ikke til formen: {why}.", "Sammenlign med et opslag, der virker."),
    "B030": ProblemText("id er “{id}”, men filen hedder “{stem}”.", "Lad id og filnavn være det samme."),
    "B031": ProblemText("Der findes ikke noget med id “{id}”.{hint}", "Ret id'et, eller opret det, der mangler."),
    "B032": ProblemText("“{id}” er {kind}, og her skal stå {wanted}.", "Brug id på den rigtige slags."),
    "B033": ProblemText("id “{id}” bruges også i {other}.", "Giv det ene et andet id."),
    "B034": ProblemText(
        "En kontakt skal have enten “sted”, “kommune: ja” eller “navn”, “telefon” og “kilde”.",
        "Henvis til et sted, skriv det, der mangler, eller slet det, der er for meget.",
    ),
    "B035": ProblemText("En kilde skal have “adresse” eller “navn”.", "Skriv sidens adresse eller dokumentets navn."),
    "B036": ProblemText(
        "“{place}” er kun for personale og må ikke stå som kontakt for borgere.",
        "Henvis til et sted, som borgere må ringe til.",
    ),
    "B037": ProblemText("Der er intet nummer, som borgeren kan ringe til.", "Tilføj en kontakt med et telefonnummer."),
    "B038": ProblemText(
        "“{opens}” til “{closes}” er ikke et tidsrum.",
        "Skriv både “fra” og “til”, og ikke det samme. Døgnåbent er fra “00:00” til “24:00”.",
    ),
    "B039": ProblemText(
        "Nummeret {phone} er kun for personale og må ikke stå her.",
        "Slet det, eller skriv det i et sted for personale.",
    ),
    "B040": ProblemText(
        "Adressen er en prøveside ({host}), som borgere ikke må sendes til.", "Find den offentlige side."
    ),
    "B041": ProblemText("Blanketten er udgået og må ikke bruges i en opgave.", "Henvis til den, der har afløst den."),
    "B042": ProblemText("“{id}” henviser til sig selv.", "Slet henvisningen."),
    "B043": ProblemText(
        "“{id}” er ikke et tidligere id: der findes et opslag med det navn.",
        "Slet det her, eller giv opslaget et andet id.",
    ),
    "B044": ProblemText("“{id}” står også som tidligere id i {other}.", "Lad det stå ét sted."),
    # --- B10x: rules that came later, and fail too ---
    "B101": ProblemText("“{address}” er ikke en hel adresse.", "Hent adressen fra browserens adressefelt igen."),
    "B102": ProblemText("Telefonnummeret {typed} står ikke i par.", "Skriv {pairs}, eller kør tjek med --ret."),
    "B103": ProblemText(
        "Her står noget, der ligner et CPR-nummer.", "Slet det. Opslag må aldrig rumme oplysninger om et menneske."
    ),
    "B104": ProblemText(
        "Søgningen “{query}” finder ikke opslaget blandt de tre første. Den finder: {found}.",
        "Tilføj et søgeord, eller ret søgetesten.",
    ),
    "B105": ProblemText("“{id}” er ikke en af Danmarks 98 kommuner.{hint}", "Skriv kommunens id, fx faaborg-midtfyn."),
    # --- B11x-B12x: advice ---
    "B111": ProblemText(
        "{what}.", "Læs kilderne igen, ret det, der er ændret, og skriv den nye dato i “læst”.", error=False
    ),
    "B112": ProblemText(
        "Teksten er svær at læse: LIX er {lix}, og grænsen er {limit}.",
        "Del lange sætninger, og brug kortere ord. Begynd her.",
        error=False,
    ),
    "B113": ProblemText("En sætning har {count} ord; højst {limit} er godt.", "Del den i to.", error=False),
    "B114": ProblemText("“kort” har {count} ord; højst {limit} er godt.", "Slet det, som trinene siger.", error=False),
    "B115": ProblemText(
        "Der er to handlinger i trinet: {first} og {second}.", "Giv hver handling sit eget trin.", error=False
    ),
    "B116": ProblemText(
        "“{word}” er et fagord, som ikke er forklaret.",
        "Brug et almindeligt ord, eller forklar det i parentes. Ordbogen siger: {means}",
        error=False,
    ),
    "B117": ProblemText("{said}.", "Find beløbet for {year}, og skriv det med år og kilde.", error=False),
    "B118": ProblemText(
        "Ingen af kilderne er fra en myndighed.",
        "Find en side fra kommune, region eller stat, eller skriv under “usikkert”, at du ikke fandt en kilde.",
        error=False,
    ),
    "B119": ProblemText(
        "Vejen uden digital selvbetjening mangler.",
        "Tilføj “papir” med trin, eller skriv under “usikkert”, at en vej på papir ikke er fundet.",
        error=False,
    ),
    "B120": ProblemText("Søgeordet “{word}” siger det samme som titlen.", "Slet det.", error=False),
    "B121": ProblemText("“{word}” fører også til {others}.", "Lad ordet stå der, hvor det passer bedst.", error=False),
    "B122": ProblemText(
        "Der er {count} trin; højst {limit} er godt.", "Saml dem i færre, eller del opgaven i to.", error=False
    ),
    "B123": ProblemText(
        "“{word}” hører ikke til i en vejledning.",
        "Slet ordet, eller skriv, hvad man gør. Det, der er let for os, er det ikke for alle.",
        error=False,
    ),
    "B124": ProblemText(
        "Nøglen “{key}” står ikke på sin plads.", "Sæt nøglerne i den vante orden: kør tjek med --ret.", error=False
    ),
    # --- B15x: what a page answers, asked with --links only ---
    "B151": ProblemText("{address} virker ikke: {why}.", "Find den nye side, eller skriv en anden kilde."),
    "B152": ProblemText("{address} er flyttet.", "Læs den nye side, og skriv {new}", error=False),
    "B153": ProblemText(
        "{address} gav intet sikkert svar: {why}.", "Åbn siden i en browser, og se efter.", error=False
    ),
}

# Why an address is dead or uncertain: what fills the blank of B151 and B153.
LINK_LOOPS = "den sender rundt i ring"
LINK_SLOW = "den svarede ikke i tide"
LINK_NO_NAME = "navnet findes ikke på nettet"
LINK_NO_SERVER = "der er ingen, der svarer"
LINK_NO_ADDRESS = "den er ikke en hel adresse"
LINK_DROPPED = "forbindelsen blev afbrudt"
LINK_CERTIFICATE = "sidens certifikat kan ikke godkendes"
LINK_GONE = "siden findes ikke ({status})"
LINK_STATUS = "den svarede {status}"
LINK_FRONT_PAGE = "den sender videre til forsiden"
