"""The rules of addresses that are asked on the net: `links` looks whether they are kept.

Apart from it, so that whoever only names the rules imports no network.
"""

from __future__ import annotations

from blanket.kb.format.rule import Rule, Sample, declare

declare(
    Rule(
        "B151",
        says="{address} virker ikke: {why}.",
        cure="Find den nye side, eller skriv en anden kilde.",
        why="En død adresse hjælper ingen, og ingen kan efterprøve det, der står.",
        wrong=Sample("(siden svarer 404)", status=404),
        right=Sample("(siden svarer 200)", status=200),
    ),
    Rule(
        "B152",
        says="{address} er flyttet.",
        cure="Læs den nye side, og skriv {new}",
        why="En dag holder den gamle adresse op med at vise vej.",
        wrong=Sample("(siden svarer 301)", status=301, location="https://www.borger.dk/ny"),
        right=Sample("(siden svarer 200)", status=200),
        error=False,
    ),
    Rule(
        "B153",
        says="{address} gav intet sikkert svar: {why}.",
        cure="Åbn siden i en browser, og se efter.",
        why=("Nogle sider svarer ikke programmer eller ligger nede et øjeblik. Kun et menneske kan se det."),
        wrong=Sample("(siden svarer 403)", status=403),
        right=Sample("(siden svarer 200)", status=200),
        error=False,
    ),
)

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
LINK_PRIVATE = "den ligger på jeres eget net; spørg den med --også-egne"
LINK_FRONT_PAGE = "den sender videre til forsiden"
LINK_SAYS_GONE = "siden siger selv, at den ikke findes"
