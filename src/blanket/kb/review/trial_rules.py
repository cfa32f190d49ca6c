"""The rules of what can only be tried: a kommune's logo and its own templates. `desk.trying` tries them."""

from __future__ import annotations

from blanket.kb.format.rule import Rule, Sample, declare

_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def _template(line: str) -> Sample:
    return Sample(f"templates/handout.txt.j2: {line}", lambda: {"templates/handout.txt.j2": line.encode()})


declare(
    Rule(
        "B057",
        says="Logoet kan ikke bruges: {why}.",
        cure="Læg en SVG- eller PNG-fil under 500 KB i samme mappe som kommunens fil, og skriv dens navn.",
        why="Ellers står der intet logo på borgerens ark.",
        wrong=Sample("odense.svg er en GIF-fil", lambda: {"kommuner/odense.svg": b"GIF89a"}),
        right=Sample("odense.svg er en SVG-fil", lambda: {"kommuner/odense.svg": _SVG}),
    ),
    Rule(
        "B058",
        says="Skabelonen kan ikke bruges: {why}.",
        cure="Ret skabelonen. Sammenlign med vores i mappen templates, som følger med programmet.",
        why="Ellers ser borgerens ark ud som vores og ikke som jeres.",
        wrong=_template("{{ doc.findes_ikke }}"),
        right=_template("{{ doc.title }}"),
    ),
)
