"""Rules of the local layer: what a kommune says of a shared entry leads somewhere, fits, and is not overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from blanket.kb.format.model import Entry, Municipality
from blanket.kb.format.rule import Rule, Sample, declare
from blanket.kb.layers.laying import Trouble, Why, lay
from blanket.kb.rules.ground import Finding, RuleContext, rule

_ODENSE = "# kommuner/odense.yaml\nlag:\n  skift-laege: "
_KEPT = _ODENSE + "{ret: [{nøgle: kort, til: Vores ord., før: Du kan vælge en ny læge.}]}"


def _found(entry: Entry, context: RuleContext, why: Why) -> Iterator[Finding]:
    if not isinstance(entry, Municipality):
        return
    for identifier, trouble in _troubles(entry, context):
        if trouble.why == why:
            yield ("lag", identifier, *trouble.path), {"key": trouble.key, "entry": identifier}


def _troubles(entry: Municipality, context: RuleContext) -> list[tuple[str, Trouble]]:
    """What is to be said of the layers of the kommune at hand. Kept, for each of these rules asks for a part of it."""
    kept = context.kept.get("layers")
    if kept is None or kept[0] is not entry:
        laid = ((identifier, context.entry(identifier), layer) for identifier, layer in entry.layers.items())
        found = [
            (identifier, trouble)
            for identifier, shared, layer in laid
            for trouble in (lay(shared, layer).troubles if shared else ())
        ]
        kept = context.kept["layers"] = (entry, found)
    troubles: list[tuple[str, Trouble]] = kept[1]
    return troubles


@rule(
    "B055",
    says="“{key}” fører ikke til noget i {entry}.",
    cure="Se opslaget med blanket kb flet {entry}, og skriv nøglen, som den står; numre tælles fra 1.",
    why="En rettelse, der ikke rammer noget, kommer ikke på arket.",
    wrong=_ODENSE + "{ret: [{nøgle: papir.trin.9, til: Ring.}]}",
    right=_KEPT,
)
def a_layer_leads_somewhere(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    return _found(entry, context, "missing")


@rule(
    "B056",
    says="Værdien til “{key}” kan ikke stå dér i {entry}.",
    cure="Skriv den i samme form som i det fælles opslag.",
    why="Så kan opslaget ikke bruges med jeres lag, og det fælles vises i stedet.",
    wrong=_ODENSE + "{ret: [{nøgle: kort, til: [en, to]}]}",
    right=_KEPT,
)
def a_layer_fits(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    return _found(entry, context, "unfit")


@rule(
    "B143",
    says="“{key}” i {entry} er ændret i den fælles base, siden I rettede det.",
    cure="Se de tre udgaver, og flet dem: blanket kb flet {entry}",
    why="Jeres udgave kan være blevet forkert: en frist eller et beløb kan være ændret.",
    wrong=_ODENSE + "{ret: [{nøgle: kort, til: Vores ord., før: De gamle fælles ord.}]}",
    right=_KEPT,
    error=False,
)
def a_layer_is_not_overtaken(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    return _found(entry, context, "outdated")


@rule(
    "B144",
    says="Der står ikke, hvad “{key}” var i {entry}, da I rettede det.",
    cure="Kør blanket kb flet {entry}: så bliver “før” skrevet.",
    why="Ellers kan ingen se, når den fælles base ændrer det, I har rettet.",
    wrong=_ODENSE + "{ret: [{nøgle: kort, til: Vores ord.}]}",
    right=_KEPT,
    error=False,
)
def a_layer_says_what_it_replaced(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    return _found(entry, context, "unmarked")


@rule(
    "B145",
    says="“{key}” i {entry} siger nu det samme i den fælles base.",
    cure="Slet rettelsen i jeres lag, eller kør blanket kb flet {entry}.",
    why="En rettelse, der ikke retter noget, skjuler den næste ændring.",
    wrong=_ODENSE + "{ret: [{nøgle: kort, til: Du kan vælge en ny læge., før: De gamle ord.}]}",
    right="# kommuner/odense.yaml\nlag: {}",
    error=False,
)
def a_layer_says_something_else(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    return _found(entry, context, "same")


_SHADOWED = "opgaver/skift-laege.yaml"


def _copy_sample(basis: str | None, shared: str) -> dict[str, bytes | None]:
    """An own copy of a task, the shared task, and the shared one as it was when the copy was made."""
    entry = (
        "id: skift-laege\ntitel: Skift læge\nemne: sundhed\nmyndighed: Kommunen\nkort: {}\n"
        'kontakt: [{{navn: Borgerservice, telefon: "70 12 80 63", kilde: Loven}}]\n'
    )
    files = {f"fælles/{_SHADOWED}": entry.format(shared), f"egen/{_SHADOWED}": entry.format("Vores ord.")}
    if basis:
        files[f"egen/udgangspunkt/{_SHADOWED}"] = entry.format(basis)
    return {name: text.encode() for name, text in files.items()}


COPY_OVERTAKEN = Rule(
    "B147",
    says="{what} er ændret, siden I lavede jeres egen kopi.",
    cure="Se, hvad der er nyt, og flet det: blanket kb flet {name}",
    why="En egen kopi skygger for hele det fælles: en ny frist eller et nyt beløb når aldrig frem.",
    wrong=Sample(
        "(en egen kopi af skift-laege; det fælles er ændret siden)", lambda: _copy_sample("Gamle ord.", "Nye ord.")
    ),
    right=Sample("(en egen kopi af skift-laege; det fælles er som dengang)", lambda: _copy_sample("Ord.", "Ord.")),
    error=False,
)
COPY_UNMARKED = Rule(
    "B148",
    says="{what} bliver skygget af jeres egen kopi, og ingen ved, hvad kopien er lavet af.",
    cure="Kør blanket kb flet {name}: så siger tjek til, når det fælles ændres. Lav hellere rettelsen i jeres lag.",
    why="Uden udgangspunktet kan ingen se, hvad der er jeres, og hvad der bare er gammelt.",
    wrong=Sample("(en egen kopi af skift-laege uden udgangspunkt)", lambda: _copy_sample(None, "Ord.")),
    right=Sample("(en egen kopi af skift-laege med udgangspunkt)", lambda: _copy_sample("Ord.", "Ord.")),
    error=False,
)
declare(COPY_OVERTAKEN, COPY_UNMARKED)
