"""Rules of plain language, all of them advice: short sentences, everyday words, one action a step.

Every rule leans towards silence: advice that is wrong half of the time is no longer read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.model import (
    Entry,
    Journey,
    Task,
)
from blanket.kb.format.reading import Keys
from blanket.kb.rules.at_hand import pieces_of
from blanket.kb.rules.ground import (
    Finding,
    RuleContext,
    rule,
)
from blanket.kb.rules.office import unexplained
from blanket.kb.rules.readability import LIX_LIMIT, lix, lix_of, sentences_of, words_of

LIX_WORDS = 20  # a shorter text is too little to measure


SENTENCE_WORDS = 20


SUMMARY_WORDS = 30


# What is done, in the imperative. Not here: what brings one to it (gå, log på, ring, mød op, åbn) and what is said
# there (bed, sig, spørg, fortæl): “Ring til lægen. Bed om et skema” is one action.
_DOING = (
    "aflever|afmeld|anmeld|ansøg|bestil|betal|book|godkend|hent|indsend|meld|opret|overfør|print|send|slet|spær|tilmeld"
    "|upload|vedhæft|udfyld"
)


_OPENS = re.compile(rf"(?:^|[.!:] |, og | og )({_DOING})\b(?! ikke)", re.IGNORECASE)


_ACTIONS = frozenset(_DOING.split("|"))


_FORBIDDEN = re.compile(r"\b(bare|blot|nemt|selvfølgelig|klik her)\b", re.IGNORECASE)


_LIGHT = frozenset({"bare", "blot", "nemt", "selvfølgelig", "klik"})  # one of them stands in every such place


@rule(
    "B112",
    says="Teksten er svær at læse: LIX er {lix}, og grænsen er {limit}.",
    cure="Del lange sætninger, og brug kortere ord. Begynd her.",
    why="LIX måler lange sætninger og lange ord. Under 35 er let for de fleste.",
    wrong=(
        "kort: Myndighedens sagsbehandling påbegyndes efterfølgende. Ansøgningsskemaet "
        "vedlægges dokumentationsmateriale. Afgørelsen fremsendes efterfølgende elektronisk. "
        "Klagevejledningen vedlægges afgørelsen særskilt. Sagsbehandlingstiden forlænges "
        "undertiden betragteligt. Ansøgeren underrettes skriftligt."
    ),
    right="kort: Du får svar fra kommunen.",
    error=False,
)
def text_is_light(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if not isinstance(entry, Task | Journey):
        return
    sentences = [sentence.words for sentence in context.of(entry).sentences]
    value = lix_of(sentences)
    if value > LIX_LIMIT and sum(map(len, sentences)) >= LIX_WORDS:
        texts = [(lix([text]), path) for path, text in context.of(entry).running if len(words_of(text)) >= 8]
        hardest = max(texts, default=(0.0, ("kort",)))[1]
        yield hardest, {"lix": f"{value:.1f}".replace(".", ","), "limit": LIX_LIMIT}


@rule(
    "B113",
    says="En sætning har {count} ord; højst {limit} er godt.",
    cure="Del den i to.",
    why="Man glemmer begyndelsen af en lang sætning.",
    wrong=(
        "kort: Du kan skifte læge, når du er flyttet, eller din læge er holdt op, og så skal du vælge en med åbent."
    ),
    right="kort: Du kan skifte læge, når du er flyttet. Vælg en læge, som har åbent for nye.",
    error=False,
)
def sentences_are_short(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for sentence in context.of(entry).sentences:
        if len(sentence.words) > SENTENCE_WORDS:
            yield sentence.path, {"count": len(sentence.words), "limit": SENTENCE_WORDS}


@rule(
    "B114",
    says="“kort” har {count} ord; højst {limit} er godt.",
    cure="Slet det, som trinene siger.",
    why="“kort” læses på et øjeblik for at se, om det er det rigtige opslag.",
    wrong=(
        "kort: Du kan vælge en ny læge. Du kan vælge en ny læge. Du kan vælge en ny læge. Du "
        "kan vælge en ny læge. Du kan vælge en ny læge. Så du kan vælge en ny læge."
    ),
    right="kort: Du kan vælge en ny læge.",
    error=False,
)
def summary_is_short(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    count = len(words_of(entry.summary))
    if count > SUMMARY_WORDS:
        yield ("kort",), {"count": count, "limit": SUMMARY_WORDS}


@rule(
    "B115",
    says="Der er to handlinger i trinet: {first} og {second}.",
    cure="Giv hver handling sit eget trin.",
    why="Et trin kan streges ud, når det er gjort. Med to handlinger bliver den ene glemt.",
    wrong=("papir:\n  trin:\n  - Udfyld skemaet. Send det til kommunen."),
    right=("papir:\n  trin:\n  - Udfyld skemaet.\n  - Send det til kommunen."),
    error=False,
)
def step_is_one_action(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """Two different verbs of doing, each opening a sentence or joined by “og”, are two actions.

    To fill in a form and sign it is one. A sentence with a condition (hvis, når) or a choice (eller) tells what else
    may be, and is not counted.
    """
    steps = () if len(context.of(entry).free.pieces & _ACTIONS) < 2 else _steps(entry)
    for path, text in steps:
        if len(_ACTIONS.intersection(pieces_of(text))) < 2:
            continue
        plain = [sentence for sentence in sentences_of(text) if not re.search(r"\b(hvis|når|eller|ellers)\b", sentence)]
        found = [match.casefold() for sentence in plain for match in _OPENS.findall(sentence)]
        actions = list(dict.fromkeys(found))
        if len(actions) > 1:
            yield path, {"first": actions[0], "second": actions[1]}


def _steps(entry: Entry) -> Iterator[tuple[Keys, str]]:
    match entry:
        case Task():
            for name, way in (("digital", entry.digital), ("papir", entry.paper)):
                for number, step in enumerate(way.steps if way else ()):
                    yield (name, "trin", number), step
        case Journey():
            for number, line in enumerate(entry.steps):
                yield ("trin", number, "tekst"), line.text


@rule(
    "B116",
    says="“{word}” er et fagord, som ikke er forklaret.",
    cure="Brug et almindeligt ord, eller forklar det i parentes. Ordbogen siger: {means}",
    why="Fagord er hverdag for os og nye for borgeren.",
    wrong="kort: Du får svar efter en partshøring.",
    right="kort: Du får svar efter en partshøring (du kan sige din mening, før de bestemmer).",
    error=False,
)
def office_words_are_explained(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Task | Journey):
        for path, word, means in unexplained(entry, context):
            yield path, {"word": word, "means": means}


@rule(
    "B123",
    says="“{word}” hører ikke til i en vejledning.",
    cure="Slet ordet, eller skriv, hvad man gør. Det, der er let for os, er det ikke for alle.",
    why="Den, der har svært ved det, føler sig dum, når det skal være nemt.",
    wrong="kort: Du skal bare logge på.",
    right="kort: Log på med MitID.",
    error=False,
)
def no_word_makes_light_of_it(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    at_hand = context.of(entry)
    for path, text in () if at_hand.free.pieces.isdisjoint(_LIGHT) else at_hand.running:
        for word in _FORBIDDEN.findall(text):
            yield path, {"word": word}
