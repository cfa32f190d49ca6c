"""Rules of ids: what an entry names is there, is of the right kind, and leads one way."""

from __future__ import annotations

from collections.abc import Iterator

from blanket.did_you_mean import hint
from blanket.kb.format.glossary import Glossary
from blanket.kb.format.model import Entry, Form, Municipality, Task, kind_of
from blanket.kb.format.quick import plain_value
from blanket.kb.format.rule import Rule, declare
from blanket.kb.rules.denmark import KOMMUNER
from blanket.kb.rules.ground import (
    Finding,
    RuleContext,
    rule,
)

declare(
    Rule(
        "B030",
        says="id er “{id}”, men filen hedder “{stem}”.",
        cure="Lad id og filnavn være det samme.",
        why="Så kan man finde filen, når man kender id'et.",
        wrong="# opgaver/ny-laege.yaml\nid: skift-laege",
        right="# opgaver/ny-laege.yaml\nid: ny-laege",
    ),
    Rule(
        "B033",
        says="id “{id}” bruges også i {other}.",
        cure="Giv det ene et andet id.",
        why="Med to ens id'er er det kun det ene, der bliver vist.",
        wrong=("# opgaver/ny-laege.yaml\nid: ny-laege\n# blanketter/ny-laege.yaml\nid: ny-laege"),
        right=("# opgaver/ny-laege.yaml\nid: ny-laege\n# blanketter/ny-laege-skema.yaml\nid: ny-laege-skema"),
    ),
)


_ALIKE = 75  # percent of the letters: under that, one id is no misspelling of another


FIRST = 3  # a søgetest must find its entry among so many


@rule(
    "B046",
    says="id “{id}” bliver læst som noget andet: et tal eller ja/nej.",
    cure="Sæt et ord mere på, fx {id}-hjaelp, og giv filen samme navn.",
    why="YAML læser no og 12 som andet end tekst, og skranken læser 1 som nummeret på det første i listen.",
    wrong='# opgaver/12.yaml\nid: "12"',
    right="# opgaver/12-timer.yaml\nid: 12-timer",
)
def id_is_read_as_text(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if plain_value(entry.id) != entry.id:
        yield ("id",), {"id": entry.id}


@rule(
    "B031",
    says="Der findes ikke noget med id “{id}”.{hint}",
    cure="Ret id'et, eller opret det, der mangler.",
    why="En henvisning til ingenting hjælper ingen.",
    wrong="se_også: [fd-0001]",
    right="se_også: [fd-001a]",
)
def reference_exists(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, target, kinds in context.of(entry).references:
        if context.entry(target) is None:
            wanted = [key for key, other in context.entries.items() if kind_of(other) in kinds and key != entry.id]
            yield path, {"id": target, "hint": hint(target, wanted, _ALIKE)}
    if isinstance(entry, Municipality):
        yield from _places_of_layers(entry, context)


def _places_of_layers(entry: Municipality, context: RuleContext) -> Iterator[Finding]:
    """B031 of a place that a layer adds to a contact: its values are of any form, and are no references by type."""
    for identifier, layer in entry.layers.items():
        for key, target in layer.added.items():
            if key.endswith(".sted") and isinstance(target, str) and context.entry(target) is None:
                places = [one for one, other in context.entries.items() if kind_of(other) == "sted"]
                yield ("lag", identifier, "tilføj", key), {"id": target, "hint": hint(target, places, _ALIKE)}


def words_lead_somewhere(glossary: Glossary, context: RuleContext) -> Iterator[Finding]:
    """The glossary's part of B031: it is no entry, so it is not among the rules."""
    for number, word in enumerate(glossary.words):
        for position, target in enumerate(word.see):
            if context.entry(target) is None:
                yield ("ord", number, "se", position), {"id": target, "hint": hint(target, context.entries, _ALIKE)}


@rule(
    "B032",
    says="“{id}” er {kind}, og her skal stå {wanted}.",
    cure="Brug id på den rigtige slags.",
    why="Under “blanketter” kan programmet kun bruge blanketter.",
    wrong=("papir:\n  trin: [Ring.]\n  blanketter: [mitid-support]"),
    right=("papir:\n  trin: [Ring.]\n  blanketter: [fd-001a]"),
)
def reference_is_of_right_kind(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, target, kinds in context.of(entry).references:
        found = context.entry(target)
        if found is not None and kind_of(found) not in kinds:
            yield path, {"id": target, "kind": kind_of(found), "wanted": " eller ".join(kinds)}


@rule(
    "B041",
    says="Blanketten er udgået og må ikke bruges i en opgave.",
    cure="Henvis til den, der har afløst den.",
    why="Kommunen afviser en gammel blanket.",
    wrong=(
        "# blanketter/gammel.yaml\n"
        "status: udgået\n"
        "# opgaver/skift-laege.yaml\n"
        "papir: {trin: [Udfyld den.], blanketter: [gammel]}"
    ),
    right="papir: {trin: [Udfyld den.], blanketter: [fd-001a]}",
)
def withdrawn_form_is_not_used(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Task) and entry.paper:
        for number, form in enumerate(entry.paper.forms):
            found = context.entry(form)
            if isinstance(found, Form) and found.status == "udgået":
                yield ("papir", "blanketter", number), {}


@rule(
    "B042",
    says="“{id}” henviser til sig selv.",
    cure="Slet henvisningen.",
    why="Borgeren er der allerede.",
    wrong="id: skift-laege\nse_også: [skift-laege]",
    right="id: skift-laege\nse_også: [fd-001a]",
)
def entry_does_not_name_itself(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, target, _ in context.of(entry).references:
        if target in (entry.id, *entry.former_ids):
            yield path, {"id": target}


@rule(
    "B043",
    says="“{id}” er ikke et tidligere id: der findes et opslag med det navn.",
    cure="Slet det her, eller giv opslaget et andet id.",
    why=("Et gammelt id fører til det nye opslag. Findes det gamle endnu, kan det ikke føre to steder hen."),
    wrong="id: skift-laege\ntidligere_id: [skift-laege]",
    right="id: skift-laege\ntidligere_id: [laegevalg]",
)
def former_id_is_free(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, old in enumerate(entry.former_ids):
        if old in context.entries:
            yield ("tidligere_id", number), {"id": old}


@rule(
    "B044",
    says="“{id}” står også som tidligere id i {other}.",
    cure="Lad det stå ét sted.",
    why="Et gammelt id kan kun føre ét sted hen.",
    wrong="id: skift-laege\ntidligere_id: [laegevalg, laegevalg]",
    right="id: skift-laege\ntidligere_id: [laegevalg]",
)
def former_id_leads_to_one(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, old in enumerate(entry.former_ids):
        leads_to = context.former.get(old, entry.id)
        if leads_to != entry.id or old in entry.former_ids[:number]:
            yield ("tidligere_id", number), {"id": old, "other": leads_to}


@rule(
    "B104",
    says="Søgningen “{query}” finder ikke opslaget blandt de tre første. Den finder: {found}.",
    cure="Tilføj et søgeord, eller ret søgetesten.",
    why="Det, folk siger, skal føre til det rigtige opslag, også når andre opslag kommer til.",
    wrong="søgetest: [noget helt andet]",
    right="søgetest: [skift læge]",
)
def search_tests_find_the_entry(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, query in enumerate(entry.search_tests if context.finder else ()):
        assert context.finder
        found = context.finder(query)
        if entry.id not in found[:FIRST]:
            yield ("søgetest", number), {"query": query, "found": ", ".join(found[:FIRST]) or "ingenting"}


@rule(
    "B105",
    says="“{id}” er ikke en af Danmarks 98 kommuner.{hint}",
    cure="Skriv kommunens id, fx faaborg-midtfyn.",
    why="Så kan programmet vise det, der gælder, hvor borgeren bor.",
    wrong="# steder/biblioteket.yaml\nkommune: odens",
    right="# steder/biblioteket.yaml\nkommune: odense",
)
def kommune_is_one_of_denmarks(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    name, path = (
        (entry.id, "id") if isinstance(entry, Municipality) else (getattr(entry, "municipality", None), "kommune")
    )
    if name and name not in KOMMUNER:
        yield (path,), {"id": name, "hint": hint(name, KOMMUNER, _ALIKE)}
