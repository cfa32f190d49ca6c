"""The rules of an entry's form, its keys and values: `schema` looks whether they are kept."""

from __future__ import annotations

from blanket.kb.format.rule import Rule, declare

declare(
    Rule(
        "B020",
        says="Nøglen “{name}” kender vi ikke.{hint}",
        cure="Ret stavemåden, eller slet linjen.",
        why="Det, der står under en ukendt nøgle, bliver aldrig vist.",
        wrong="sogeord: [ny læge]",
        right="søgeord: [ny læge]",
    ),
    Rule(
        "B021",
        says="Nøglen “{name}” mangler.",
        cure="Tilføj den. {description}",
        why="Uden nøglen mangler borgeren noget.",
        wrong="frister:\n- tekst: Svar om 14 dage.",
        right=("frister:\n- tekst: Svar om 14 dage.\n  kilde: https://www.borger.dk/"),
    ),
    Rule(
        "B022",
        says="“{name}” mangler en værdi.",
        cure="Skriv en værdi, eller slet linjen, hvis den kan undværes. {description}",
        why="En nøgle uden værdi er begyndt og ikke gjort færdig.",
        wrong="titel:",
        right="titel: Skift læge",
    ),
    Rule(
        "B023",
        says="“{name}” skal være {expected}, men her står {got}.",
        cure="Ret værdien. Er det en tekst med kolon i, så sæt hele teksten i anførselstegn.",
        why="Et kolon med mellemrum efter gør teksten til en nøgle.",
        wrong="godt_at_vide:\n- Husk: tag kortet med.",
        right='godt_at_vide:\n- "Husk: tag kortet med."',
    ),
    Rule(
        "B024",
        says="“{name}” skal være en liste, men her står {got}.",
        cure="Sæt den i kantede parenteser, [sådan], eller skriv linjer med - foran.",
        why="Her kan stå flere, så her skal stå en liste.",
        wrong="søgeord: ny læge",
        right="søgeord: [ny læge]",
    ),
    Rule(
        "B025",
        says="“{value}” er ikke en af mulighederne.{hint}",
        cure="Vælg en af disse: {choices}.",
        why="Faste ord gør, at man kan søge på dem.",
        wrong="emne: sunhed",
        right="emne: sundhed",
    ),
    Rule(
        "B026",
        says="“{value}” har ikke den rigtige form.",
        cure="{description}",
        why="Den faste form gør, at alle læser det ens.",
        wrong="kilder:\n- {navn: Sundhedsloven, læst: 1/11 2026}",
        right="kilder:\n- {navn: Sundhedsloven, læst: 2026-11-01}",
    ),
    Rule(
        "B027",
        says="“{name}” skal være tekst, men {raw} læses som et tal eller ja/nej.",
        cure='Sæt anførselstegn om: "{raw}".',
        why="YAML læser tal, klokkeslæt, yes og no som andet end tekst.",
        wrong=("kontakt:\n- navn: Lægen\n  telefon: 70128063\n  kilde: https://www.borger.dk/"),
        right=('kontakt:\n- navn: Lægen\n  telefon: "70 12 80 63"\n  kilde: https://www.borger.dk/'),
    ),
    Rule(
        "B028",
        says="“{name}” skal stå uden anførselstegn.",
        cure="Skriv kun {value}.",
        why="Et årstal skal kunne sammenlignes med i år.",
        wrong='gebyr:\n- {tekst: Det er gratis., år: "2026", kilde: Loven}',
        right="gebyr:\n- {tekst: Det er gratis., år: 2026, kilde: Loven}",
    ),
    Rule(
        "B029",
        says="Opslaget passer ikke til formen: {why}.",
        cure="Sammenlign med et opslag, der virker.",
        why="Opslaget ser rigtigt ud, men kan ikke bruges.",
        wrong="tal: ikke et tal",
        right="tal: 3",
    ),
)
