"""Rules of what an entry is made of, all of them advice: a way on paper, few steps, words that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from blanket.kb.format.key_order import key_order
from blanket.kb.format.model import Entry, Task
from blanket.kb.format.reading import Keys
from blanket.kb.format.rule import Rule, declare
from blanket.kb.rules.ground import (
    Finding,
    RuleContext,
    rule,
)
from blanket.kb.rules.mends import keys_in_order

MOST_STEPS = 8


_PAPER = re.compile(r"papir|uden nettet|uden digital|uden mitid|telefonisk|personlig", re.IGNORECASE)


@rule(
    "B119",
    says="Vejen uden digital selvbetjening mangler.",
    cure="Tilføj “papir” med trin, eller skriv under “usikkert”, at en vej på papir ikke er fundet.",
    why="En del borgere kan ikke bruge nettet. De skal også kunne hjælpes.",
    wrong="digital: {trin: [Log på.]}",
    right="digital: {trin: [Log på.]}\npapir: {trin: [Ring til kommunen.]}",
    error=False,
)
def there_is_a_way_on_paper(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if not isinstance(entry, Task) or entry.paper or entry.private:
        return
    if not any(_PAPER.search(point) for point in entry.uncertain):
        yield ("digital",) if entry.digital else ("titel",), {}


@rule(
    "B120",
    says="Søgeordet “{word}” siger det samme som titlen.",
    cure="Slet det.",
    why="Titlen kan altid findes. Søgeord er til andre ord for det samme.",
    wrong="titel: Skift læge\nsøgeord: [skift læge]",
    right="titel: Skift læge\nsøgeord: [ny læge]",
    error=False,
)
def keywords_are_not_the_title(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    title = one_spelling(entry.title)
    for number, keyword in enumerate(entry.keywords):
        if one_spelling(keyword) == title:
            yield ("søgeord", number), {"word": keyword}


@rule(
    "B121",
    says="“{word}” fører også til {others}.",
    cure="Lad ordet stå der, hvor det passer bedst.",
    why=("Den forkerte opgave kommer måske først. Hører de sammen, så skriv den anden under “se_også”."),
    wrong=("# opgaver/find-laege.yaml\nsøgeord: [ny læge]\n# opgaver/skift-laege.yaml\nsøgeord: [ny læge]"),
    right=("# opgaver/find-laege.yaml\nsøgeord: [finde læge]\n# opgaver/skift-laege.yaml\nsøgeord: [ny læge]"),
    error=False,
)
def tasks_do_not_answer_the_same(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """The same title or søgeord in two tasks, unless one names the other: then the reader is led on."""
    if not isinstance(entry, Task):
        return
    shared, known = _answers(context)
    mine = known.get(entry.id, ())
    for path, text in _sayings(entry):
        others = (other for other in shared.get(one_spelling(text), ()) if other != entry.id and other not in mine)
        if named := list(islice(others, 3)):
            yield path, {"word": text, "others": ", ".join(named)}


def _sayings(task: Task) -> Iterator[tuple[Keys, str]]:
    """What leads to a task: its title and søgeord."""
    yield ("titel",), task.title
    for number, keyword in enumerate(task.keywords):
        yield ("søgeord", number), keyword


_Answers = tuple[dict[str, list[str]], dict[str, set[str]]]


def _answers(context: RuleContext) -> _Answers:
    """What leads to several tasks, in one spelling -> their ids; and id -> those that it names or that name it."""
    if "answers" not in context.kept:
        said: dict[str, list[str]] = {}
        tasks = [entry for entry in context.entries.values() if isinstance(entry, Task)]
        for task in tasks:
            for spelled in {one_spelling(text) for _, text in _sayings(task)}:
                said.setdefault(spelled, []).append(task.id)
        known: dict[str, set[str]] = {}
        for task in tasks:
            for other in filter(None, map(context.entry, task.see_also)):
                known.setdefault(task.id, set()).add(other.id)
                known.setdefault(other.id, set()).add(task.id)
        context.kept["answers"] = ({text: ids for text, ids in said.items() if len(ids) > 1}, known)
    found: _Answers = context.kept["answers"]
    return found


_WORDS = re.compile(r"[\w/-]+")


def one_spelling(text: str) -> str:
    """A text in small letters without punctuation, to see whether two say the same."""
    folded = text.casefold()
    return folded if folded.isalnum() else " ".join(_WORDS.findall(folded))


@rule(
    "B122",
    says="Der er {count} trin; højst {limit} er godt.",
    cure="Saml dem i færre, eller del opgaven i to.",
    why="Mange trin tager modet fra folk.",
    wrong="papir: {trin: [Ring., Ring., Ring., Ring., Ring., Ring., Ring., Ring., Ring.]}",
    right="papir: {trin: [Ring., Ring., Ring., Ring., Ring., Ring., Ring., Ring.]}",
    error=False,
)
def steps_are_few(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Task):
        for name, way in (("digital", entry.digital), ("papir", entry.paper)):
            if way and len(way.steps) > MOST_STEPS:
                yield (name, "trin", MOST_STEPS), {"count": len(way.steps), "limit": MOST_STEPS}


declare(
    Rule(
        "B124",
        says="Nøglen “{key}” står ikke på sin plads.",
        cure="Sæt nøglerne i den vante orden: kør tjek med --ret.",
        why="Står nøglerne ens i alle filer, er det let at se, hvad der mangler.",
        wrong="titel: Skift læge\nid: skift-laege",
        right="id: skift-laege\ntitel: Skift læge",
        error=False,
        mend=keys_in_order,
    ),
)


def keys_out_of_order(data: Mapping[str, Any], model: type[Entry]) -> str | None:
    """B124, which is about how a file is written: the first key that stands after one that belongs below it."""
    order = _place_of_keys(model)
    last = -1
    for key in data:
        if order.get(key, last) < last:
            return key
        last = order.get(key, last)
    return None


@cache
def _place_of_keys(model: type[Entry]) -> dict[str, int]:
    return {key: number for number, key in enumerate(key_order(model))}
