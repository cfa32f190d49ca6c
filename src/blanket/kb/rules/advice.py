"""Rules that only advise: an entry that breaks one can be used, and a maintainer should look at it.

Every rule leans towards silence: advice that is wrong half of the time is no longer read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any

from blanket.kb.format.model import Entry, Journey, Municipality, Place, Task, key_order
from blanket.kb.format.parts import Contact
from blanket.kb.format.reading import Keys
from blanket.kb.review.due import due
from blanket.kb.rules.denmark import is_authority
from blanket.kb.rules.ground import Finding, Rule, Surroundings, one_spelling, registrar, split_address
from blanket.kb.rules.office import unexplained
from blanket.kb.rules.readability import citizen_text, lix, sentences_of, words_of

ADVICE: dict[str, Rule] = {}
rule = registrar(ADVICE)

LIX_LIMIT = 35
LIX_WORDS = 20  # a shorter text is too little to measure
SENTENCE_WORDS = 20
SUMMARY_WORDS = 30
MOST_STEPS = 8

# What is done, in the imperative. Not here: what brings one to it (gå, log på, ring, mød op, åbn) and what is said
# there (bed, sig, spørg, fortæl): “Ring til lægen. Bed om et skema” is one action.
_DOING = (
    "aflever|afmeld|anmeld|ansøg|bestil|betal|book|godkend|hent|indsend|meld|opret|overfør|print|send|slet|spær|tilmeld"
    "|upload|vedhæft|udfyld"
)
_OPENS = re.compile(rf"(?:^|[.!:] |, og | og )({_DOING})\b(?! ikke)", re.IGNORECASE)
_AMOUNT = re.compile(r"\b\d[\d.]*(?:,\d+)? (?:kr\b|kroner\b)|\b(?:kr|kroner) \d", re.IGNORECASE)
_PAPER = re.compile(r"papir|uden nettet|uden digital|uden mitid|telefonisk|personlig", re.IGNORECASE)
_AUTHORITY = re.compile(r"myndigheds egen side|officiel (side|kilde)|kilde fra en myndighed", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\b(bare|blot|nemt|selvfølgelig|klik her)\b", re.IGNORECASE)


@rule("B111")
def review_is_due(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """Contacts every six months, amounts every year, the rest every twelve months: see `kb.review`."""
    if not entry.sources and not entry.checked:
        return  # nobody says when it was read: B118 asks for sources
    where: dict[str, Keys] = {
        "kontakter": ("telefon",) if isinstance(entry, Place) else _first_phone(getattr(entry, "contacts", ())),
        "beløb": ("gebyr",),
        "indhold": ("kilder",) if entry.sources else ("kontrolleret",),
    }
    reasons = due(entry, base.today)
    for reason in reasons:
        if reason == "indhold" or "indhold" not in reasons:  # the whole is due: that says enough
            yield where[reason], {"what": _DUE[reason]}


_DUE = {
    "kontakter": "Telefonnumre er ikke set efter i et halvt år",
    "beløb": "Beløb er ikke set efter i år",
    "indhold": "Opslaget er ikke set efter i et år",
}


def _first_phone(contacts: tuple[Contact, ...]) -> Keys:
    return next((("kontakt", number, "telefon") for number, contact in enumerate(contacts) if contact.phone), ())


@rule("B112")
def text_is_light(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if not isinstance(entry, Task | Journey):
        return
    value = lix(citizen_text(entry))
    if value > LIX_LIMIT and sum(len(sentence.words) for sentence in base.sentences(entry)) >= LIX_WORDS:
        texts = [(lix([text]), path) for path, text in base.running(entry) if len(words_of(text)) >= 8]
        hardest = max(texts, default=(0.0, ("kort",)))[1]
        yield hardest, {"lix": f"{value:.1f}".replace(".", ","), "limit": LIX_LIMIT}


@rule("B113")
def sentences_are_short(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for sentence in base.sentences(entry):
        if len(sentence.words) > SENTENCE_WORDS:
            yield sentence.path, {"count": len(sentence.words), "limit": SENTENCE_WORDS}


@rule("B114")
def summary_is_short(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    count = len(words_of(entry.summary))  # type: ignore[attr-defined]  # every kind has one
    if count > SUMMARY_WORDS:
        yield ("kort",), {"count": count, "limit": SUMMARY_WORDS}


@rule("B115")
def step_is_one_action(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """Two different verbs of doing, each opening a sentence or joined by “og”, are two actions.

    To fill in a form and sign it is one. A sentence with a condition (hvis, når) or a choice (eller) tells what else
    may be, and is not counted.
    """
    for path, text in _steps(entry):
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


@rule("B116")
def office_words_are_explained(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if isinstance(entry, Task | Journey):
        for path, word, means in unexplained(entry, base):
            yield path, {"word": word, "means": means}


@rule("B117")
def fee_is_of_this_year(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for number, fee in enumerate(getattr(entry, "fees", ())):
        if fee.year is not None and fee.year < base.today.year:
            yield ("gebyr", number, "år"), {"said": f"Beløbet gælder {fee.year}", "year": base.today.year}
        elif fee.year is None and _AMOUNT.search(fee.text):
            yield ("gebyr", number, "tekst"), {"said": "Beløbet har intet år", "year": base.today.year}


@rule("B118")
def there_is_a_source_of_authority(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """Some source is an authority's own, or `usikkert` says that none was found. A private solution needs none."""
    if isinstance(entry, Municipality) or getattr(entry, "private", False):
        return
    hosts = [split_address(source.address or "").hostname or "" for source in entry.sources]
    if any(is_authority(host) for host in hosts) or any(source.name for source in entry.sources):
        return
    if isinstance(entry, Place) and entry.web and _same_site(entry.web, hosts):
        return  # a place's own site is the authority on itself
    if not any(_AUTHORITY.search(point) for point in entry.uncertain):
        yield ("kilder",), {}


def _same_site(address: str, hosts: list[str]) -> bool:
    site = (split_address(address).hostname or "").removeprefix("www.")
    return any(host.endswith(site) for host in hosts)


@rule("B119")
def there_is_a_way_on_paper(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if not isinstance(entry, Task) or entry.paper or entry.private:
        return
    if not any(_PAPER.search(point) for point in entry.uncertain):
        yield ("digital",) if entry.digital else ("titel",), {}


@rule("B120")
def keywords_are_not_the_title(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    title = one_spelling(entry.title)  # type: ignore[attr-defined]  # every kind has one
    for number, keyword in enumerate(entry.keywords):
        if one_spelling(keyword) == title:
            yield ("søgeord", number), {"word": keyword}


@rule("B121")
def tasks_do_not_answer_the_same(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    """The same title or søgeord in two tasks, unless one names the other: then the reader is led on."""
    if not isinstance(entry, Task):
        return
    said: list[tuple[Keys, str]] = [(("titel",), entry.title)]
    said += [(("søgeord", number), keyword) for number, keyword in enumerate(entry.keywords)]
    for path, text in said:
        alike = base.answers.get(one_spelling(text), [])
        others = (other for other in alike if other != entry.id and not _know_each_other(entry, base.entries[other]))
        if named := list(islice(others, 3)):
            yield path, {"word": text, "others": ", ".join(named)}


def _know_each_other(entry: Task, other: Entry) -> bool:
    there = getattr(other, "see_also", ())
    return not {other.id, *other.former_ids}.isdisjoint(entry.see_also) or not {entry.id, *entry.former_ids}.isdisjoint(
        there
    )


@rule("B122")
def steps_are_few(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    if isinstance(entry, Task):
        for name, way in (("digital", entry.digital), ("papir", entry.paper)):
            if way and len(way.steps) > MOST_STEPS:
                yield (name, "trin", MOST_STEPS), {"count": len(way.steps), "limit": MOST_STEPS}


@rule("B123")
def no_word_makes_light_of_it(entry: Entry, base: Surroundings) -> Iterator[Finding]:
    for path, text in base.running(entry):
        for word in _FORBIDDEN.findall(text):
            yield path, {"word": word}


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
