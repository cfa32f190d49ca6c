"""The rules of any file, whatever it holds: `reading` and `quick` look whether they are kept."""

from __future__ import annotations

from blanket.kb.format.rule import Rule, Sample, declare

MAX_BYTES = 512 * 1024  # the whole shipped glossary is a tenth of this

CANNOT_READ = Rule(
    "B001",
    says="Filen kan ikke åbnes: {why}.",
    cure="Se efter, at filen findes, og at du har lov til at læse den.",
    why="Et opslag, der ikke kan åbnes, kan ingen finde.",
    wrong=Sample("opgaver/skift-laege.yaml (en mappe)", lambda: {"opgaver/skift-laege.yaml": None}),
    right=Sample("opgaver/skift-laege.yaml (en fil)"),
)
declare(
    CANNOT_READ,
    Rule(
        "B002",
        says="Tegnet {byte} er ikke UTF-8.",
        cure="Gem filen igen som UTF-8. I Notesblok: Filer, Gem som, Kodning: UTF-8.",
        why="Æ, ø og å skrives forskelligt i forskellige tegnsæt. Med UTF-8 ser alle det samme.",
        wrong=Sample(
            "titel: Skift l\\xe6ge", lambda: {"opgaver/skift-laege.yaml": "titel: Skift læge".encode("latin-1")}
        ),
        right="titel: Skift læge",
    ),
    Rule(
        "B003",
        says="Styretegnet {sign} må ikke stå i en fil.",
        cure="Slet det usynlige tegn her.",
        why=("Usynlige tegn følger med, når man kopierer fra en hjemmeside. De deler ord, så de ikke kan findes."),
        wrong='titel: "Skift\\u200b læge"',
        right="titel: Skift læge",
    ),
    Rule(
        "B004",
        says="Linjen er ikke gyldig YAML.",
        cure=("Se på indrykning (altid mellemrum), kolon med mellemrum efter, og anførselstegn her eller lige over."),
        why="Kan linjen ikke læses, kan hele opslaget ikke bruges.",
        wrong="kort: Husk: tag kortet med",
        right='kort: "Husk: tag kortet med"',
    ),
    Rule(
        "B005",
        says="Filen er for stor: grænsen er {limit} KB.",
        cure="Del den i flere filer. Ét opslag hører til i én fil.",
        why="En meget stor fil er sjældent et opslag.",
        wrong=Sample("(en fil på flere MB)", lambda: {"opgaver/skift-laege.yaml": b"#" * (MAX_BYTES + 1)}),
        right=Sample("(en fil på få KB)"),
    ),
    Rule(
        "B006",
        says="Der er for mange niveauer i filen: grænsen er {limit}.",
        cure="Se, hvordan et andet opslag er bygget op, og ryk linjerne tilbage.",
        why="Et opslag har højst fem niveauer.",
        wrong="søgeord: [[[[[[[[[[[[[ring]]]]]]]]]]]]]",
        right="søgeord: [ring]",
    ),
    Rule(
        "B007",
        says="Et ord, der begynder med & eller *, læses her som en henvisning, og dem bruger vi ikke.",
        cure="Sæt teksten i anførselstegn, eller skriv den helt ud.",
        why="& og * har en særlig betydning i YAML, og de kan få en lille fil til at fylde alt.",
        wrong="titel: *Vigtigt*: læs det",
        right='titel: "Vigtigt: læs det"',
    ),
    Rule(
        "B008",
        says="Der er mere end ét dokument i filen (---).",
        cure="Lad hvert opslag få sin egen fil.",
        why="Ét opslag i hver fil gør det let at finde.",
        wrong=("titel: Skift læge\n---\ntitel: Ny læge"),
        right="titel: Skift læge",
    ),
    Rule(
        "B009",
        says="Der er et tabulatortegn i indrykningen.",
        cure="Ryk ind med mellemrum i stedet.",
        why="YAML læser kun mellemrum som indrykning.",
        wrong="digital:\n<tabulator>trin: [Ring.]",
        right="digital:\n  trin: [Ring.]",
    ),
    Rule(
        "B010",
        says="Mærket {tag} bruger vi ikke.",
        cure="Slet mærket, eller sæt teksten i anførselstegn.",
        why="Mærker kan få andre programmer til at køre kode.",
        wrong="titel: !Vigtigt læs",
        right='titel: "!Vigtigt læs"',
    ),
    Rule(
        "B011",
        says="En nøgle skal være et enkelt ord.",
        cure="Skriv nøglen som ord efterfulgt af kolon.",
        why="Hver nøgle er et ord fra den faste liste.",
        wrong='"": Skift læge',
        right="titel: Skift læge",
    ),
    Rule(
        "B012",
        says="Nøglen “{key}” står to gange; første gang på linje {line}.",
        cure="Slet den ene, eller saml dem under én nøgle.",
        why="Med to ens nøgler gælder kun den ene.",
        wrong="titel: Ny læge\ntitel: Skift læge",
        right="titel: Skift læge",
    ),
    Rule(
        "B015",
        says="Filen ligner et opslag, men bliver ikke læst: {why}.",
        cure="Giv den navnet id.yaml, og læg den i mappen for sin slags, fx opgaver.",
        why="Et opslag, som ingen læser, kan ingen finde, og ingen får at vide, at det mangler.",
        wrong=Sample("opgaver/skift-laege.yaml.txt", lambda: {"opgaver/skift-laege.yaml.txt": b"id: skift-laege\n"}),
        right=Sample("opgaver/skift-laege.yaml"),
    ),
    Rule(
        "B014",
        says="Der er et hårdt mellemrum, hvor YAML skal bruge et almindeligt.",
        cure="Slet det usynlige tegn her, og skriv et mellemrum.",
        why="Et hårdt mellemrum følger med fra Word og fra hjemmesider. YAML læser det som et bogstav.",
        wrong=Sample(
            "kort:<hårdt mellemrum>Du kan vælge en ny læge.",
            lambda: {"opgaver/skift-laege.yaml": "kort:\u00a0Du kan vælge en ny læge.\n".encode()},
        ),
        right="kort: Du kan vælge en ny læge.",
    ),
    Rule(
        "B013",
        says="Filen er tom.",
        cure="Skriv et opslag i den, eller slet filen.",
        why="En tom fil er glemt, eller den er ikke blevet gemt.",
        wrong=Sample("# Kommer senere.", lambda: {"opgaver/skift-laege.yaml": b"# Kommer senere."}),
        right="id: skift-laege",
    ),
)
