"""Rules of what a citizen or a helper goes by: numbers of deadlines, words for the phone, answers to “may I help?”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.format.deadlines import End, agrees, reservation
from blanket.kb.format.model import Entry, Journey, Municipality, Task
from blanket.kb.format.parts import MayI, Span
from blanket.kb.format.reading import Keys
from blanket.kb.rules.ground import Finding, RuleContext, rule

_CALL = re.compile(r"Ring\b(?!er)")


@rule(
    "B106",
    says="“{end}” siger {count} {unit}, men det siger ordene ikke.",
    cure="Skriv det samme begge steder. Før hændelsen er minus.",
    why="Datoen på borgerens ark bliver regnet ud fra tallet. Siger ordene noget andet, er en af dem forkert.",
    wrong="hændelse: dagen, du flytter\n"
    "frister: [{tekst: Sig det senest 5 dage efter., senest: {antal: 8, enhed: dage}, kilde: Loven}]",
    right="hændelse: dagen, du flytter\n"
    "frister: [{tekst: Sig det senest 5 dage efter., senest: {antal: 5, enhed: dage}, kilde: Loven}]",
)
def numbers_say_what_the_words_say(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, words, end, span in _spans(entry):
        if not agrees(words, span, end):
            yield path, {"end": end, "count": span.count, "unit": span.unit}


@rule(
    "B107",
    says="Tallet i “{end}” regnes ikke fra noget.",
    cure="Skriv “hændelse” på opslaget eller “fra” ved fristen, fx datoen på brevet.",
    why="En frist på 5 dage kan kun bruges, når man ved, hvilken dag de regnes fra.",
    wrong="frister: [{tekst: Sig det senest 5 dage efter., senest: {antal: 5, enhed: dage}, kilde: Loven}]",
    right="frister: [{tekst: Sig det senest 5 dage efter., senest: {antal: 5, enhed: dage, fra: dagen}, kilde: Loven}]",
)
def numbers_run_from_something(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    event = getattr(entry, "event", None)
    for path, _, end, span in _spans(entry):
        if not span.since and not event:
            yield path, {"end": end}


@rule(
    "B108",
    says="Svaret “{answer}” har ingen kilde.",
    cure="Skriv “kilde”, eller lad svaret være spørg.",
    why="Et ja uden kilde kan få en medarbejder til at gøre noget, hun ikke må. Uden kilde er svaret spørg.",
    wrong="personale: {må_jeg: {frivillige: {svar: ja, fordi: det går altid godt}}}",
    right="personale: {må_jeg: {frivillige: {svar: ja, fordi: kun det, kilde: Loven}}}",
)
def an_answer_has_a_source(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, asked in _answers(entry):
        for name in asked.__struct_fields__:
            found = getattr(asked, name)
            if found is not None and found.answer != "spørg" and not found.source:
                key = asked.__struct_encode_fields__[asked.__struct_fields__.index(name)]
                yield (*path, key), {"answer": found.answer}


@rule(
    "B125",
    says="Vejen uden nettet begynder med et opkald, men der står ikke, hvad borgeren kan sige.",
    cure="Skriv “sig” med “ord”, der kan læses højt, og gerne “hav_klar”.",
    why="Det sværeste er at ringe op. Med ordene på papiret tør flere.",
    wrong="papir: {trin: [Ring til kommunen.]}",
    right="papir: {trin: [Ring til kommunen.]}\nsig: {ord: Jeg vil skifte læge. Hvad skal jeg gøre?}",
    error=False,
)
def there_are_words_for_the_phone(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Task) and entry.paper and not entry.said and _CALL.match(entry.paper.steps[0]):
        yield ("papir", "trin", 0), {}


@rule(
    "B126",
    says="“{end}” giver en dato, men ordene siger “{words}”.",
    cure="Slet tallet, eller del fristen i to: en uden forbehold med tal, og en med forbeholdet.",
    why="Straks, som regel og en betingelse siger, at dagen kan være en anden. Så må arket ikke vise en dato.",
    wrong="hændelse: dagen\n"
    "frister: [{tekst: Det er som regel 5 dage efter., senest: {antal: 5, enhed: dage}, kilde: Loven}]",
    right="hændelse: dagen\nfrister: [{tekst: Det er 5 dage efter., senest: {antal: 5, enhed: dage}, kilde: Loven}]",
    error=False,
)
def no_number_where_words_make_a_reservation(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, words, end, _ in _spans(entry):
        if found := reservation(words):
            yield path, {"end": end, "words": found}


@rule(
    "B127",
    says="Opgaven svarer ikke på, om man må hjælpe.",
    cure="Skriv “må_jeg” under “personale”, et svar til hver rolle. Uden kilde er svaret spørg.",
    why="“Må jeg hjælpe?” er det første, en hjælper spørger om. Uden svar får hun besked på at spørge sin leder.",
    wrong="personale: {må: [Ringe sammen med borgeren.]}",
    right="personale: {må_jeg: {borgerservice: {svar: spørg, fordi: ingen kilde siger det}}}",
    error=False,
)
def a_task_answers_whether_one_may_help(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if isinstance(entry, Task) and entry.staff.may_i is None:
        yield ("personale",), {}


def _spans(entry: Entry) -> Iterator[tuple[Keys, str, End, Span]]:
    """Every number of a deadline: where it stands, the words beside it, and which end it is."""
    if isinstance(entry, Task):
        for number, one in enumerate(entry.deadlines):
            yield from _ends(("frister", number), one.text, one.earliest, one.latest)
    elif isinstance(entry, Journey):
        for number, step in enumerate(entry.steps):
            yield from _ends(("trin", number), step.deadline or "", step.earliest, step.latest)


def _ends(path: Keys, words: str, earliest: Span | None, latest: Span | None) -> Iterator[tuple[Keys, str, End, Span]]:
    if earliest:
        yield (*path, "tidligst"), words, "tidligst", earliest
    if latest:
        yield (*path, "senest"), words, "senest", latest


def _answers(entry: Entry) -> Iterator[tuple[Keys, MayI]]:
    if isinstance(entry, Task | Journey) and entry.staff.may_i:
        yield ("personale", "må_jeg"), entry.staff.may_i
    if isinstance(entry, Municipality):
        for identifier, staff in entry.tasks.items():
            if staff.may_i:
                yield ("opgaver", identifier, "må_jeg"), staff.may_i
