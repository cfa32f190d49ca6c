"""Rules of what is said without ground: stubs from a list, texts without a source, what one kommune does as if all did.

All of them advice: whoever knows better goes on, and whoever does not is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.model import Entry, Form, Journey, Municipality, Task
from blanket.kb.importing.stubs import is_stub
from blanket.kb.rules.at_hand import pieces_of
from blanket.kb.rules.ground import Finding, RuleContext, rule


@rule(
    "B133",
    says="Det fælles opslag siger, hvad {name} gør.",
    cure="Flyt det til kommunens lag: kommuner/{id}.yaml, under opgaver eller lag. Her står det, der gælder alle.",
    why="De andre 97 kommuner læser det også, og for dem er det ikke rigtigt.",
    wrong="personale: {noter: [I Odense kan man møde op uden tid.]}",
    right="personale: {noter: [Spørg, om man kan møde op uden tid.]}",
    error=False,
)
def a_shared_entry_speaks_of_no_single_kommune(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """Addresses, publishers, courts and offices that are named after a town stay, and so do names in parentheses:
    they say where a thing was read. A kommune's own form may speak of its kommune."""
    if not isinstance(entry, Task | Form | Journey) or entry.id not in context.shared:
        return
    names, begin, pattern = _kommuner(context)
    publisher = entry.publisher if isinstance(entry, Form) else ""
    free = context.of(entry).free
    for path, text in () if free.pieces.isdisjoint(begin) else free:
        said = _CITED.sub(lambda cited: " " * len(cited.group()), text)
        for found in pattern.finditer(said):
            if found["name"] not in publisher and not _OFFICE.search(said[: found.start()]):
                yield path, {"name": found["name"], "id": names[found["name"]]}
                break


_CITED = re.compile(r"\([^()]*\)")
# Right before a name: a post code, or an office that serves more than its town.
_OFFICE = re.compile(
    r"(?:\b\d{4}|\b(?:retten|byret|landsret|fængsel|politi|universitet|sygehus|stift)(?: i| på)?) ?$", re.IGNORECASE
)
_NO_KOMMUNE = r"(?:[- ](?:byret|politi|stift|universitet|kredsen))"


# København and Bornholm stand in the genitive, which is no part of the name as in Assens.
_OF_TOWN = re.compile(r"(?<=København)s Kommune$|(?<=Bornholm)s Regionskommune$| Kommune$")


_Kommuner = tuple[dict[str, str], frozenset[str], re.Pattern[str]]


def _kommuner(context: RuleContext) -> _Kommuner:
    """Name -> id of every kommune, what their names begin with in small letters, and what finds one in a text."""
    if "kommuner" not in context.kept:
        kommuner = [entry for entry in context.entries.values() if isinstance(entry, Municipality)]
        names = {_OF_TOWN.sub("", entry.title): entry.id for entry in kommuner}
        said = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        pattern = re.compile(rf"\b(?P<name>{said})(?:s Kommune| Kommune|s)?(?![\wæøå]|{_NO_KOMMUNE})")
        first = {pieces_of(name)[0] for name in names}
        context.kept["kommuner"] = (names, frozenset(first | {f"{piece}s" for piece in first}), pattern)
    found: _Kommuner = context.kept["kommuner"]
    return found


@rule(
    "B149",
    says="Blanketten er kun en linje fra udgiverens liste: ingen har skrevet, hvad den bruges til.",
    cure="Skriv “kort”, hvem der udfylder den, og hvor den afleveres. Før det kan den ikke udskrives.",
    why="Borgeren kan ikke bruge et ark, der beder hende spørge udgiveren.",
    wrong="# blanketter/fd-001a.yaml\nkort: Spørg udgiveren, hvad blanketten bruges til.",
    right="# blanketter/fd-001a.yaml\nkort: Her beder du om at få post på papir.",
    error=False,
)
def a_form_is_more_than_a_line_of_a_list(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Form) and is_stub(entry):
        yield ("kort",), {}


@rule(
    "B150",
    says="Det, laget siger om {id}, kommer på borgerens ark og hviler ikke på nogen kilde.",
    cure="Skriv “kilder” med siden og dagen, den blev læst. Ved I det selv, så skriv navnet på den, der ved det.",
    why="Uden en kilde kan ingen se efter, om det stadig er rigtigt.",
    wrong="# kommuner/odense.yaml\nlag:\n  skift-laege: {tilføj: {godt_at_vide: [Vi har åbent lørdag.]}}",
    right="# kommuner/odense.yaml\nlag:\n  skift-laege: {tilføj: {godt_at_vide: [Vi har åbent lørdag.]}}\n"
    "kilder:\n- {navn: Borgerservice, læst: 2026-11}",
    error=False,
)
def a_layer_rests_on_a_source(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """What a kommune lays over shared entries; of the entries themselves B118 says it."""
    if isinstance(entry, Municipality) and not entry.sources:
        for identifier, layer in entry.layers.items():
            if layer.changes or layer.added:
                yield ("lag", identifier), {"id": identifier}
