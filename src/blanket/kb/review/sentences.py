"""What the base claims: every sentence that a citizen reads, where it stands, and which kinds of claim it makes.

Here goes the list that a reader holds up against the sources. A sentence has a fingerprint, so that what was read of it
counts only as long as it stands as it was read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from blanket.kb.base import Base
from blanket.kb.files import GLOSSARY_KIND
from blanket.kb.format.model import Entry, kind_of
from blanket.kb.format.reading import Keys
from blanket.kb.format.roles import leaves_of
from blanket.kb.rules.readability import sentences_of

FINGERPRINT = 12  # hexadecimal digits: among 10,000 sentences two are alike once in five million bases
KIND_ORDER = ("opgave", "forløb", "blanket", "sted", GLOSSARY_KIND)  # what is handed out most comes first

_NUMBERS = (
    "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|tyve|tredive|fyrre|halvtreds|tres|firs"
    "|halvfems|hundrede|tusind|halvdelen|dobbelt"
)
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|hverdag|helligdag|weekend"
_DECIDES = "bestemmer|afgør|beslutter|vurderer|godkender|bevilger|visiterer|tager stilling|giver lov|træffer afgørelse"
# Kind of claim -> what says it. In the order in which they are listed.
CLAIMS: dict[str, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "altid": r"\baltid\b",
        "kun": r"\bkun\b",
        "aldrig": r"\baldrig\b",
        "senest": r"\bsenest\b",
        "tidligst": r"\btidligst\b",
        "til og med": r"\btil og med\b",
        "før": r"\bfør\b",
        "efter": r"\befter\b",
        "hvis": r"\bhvis\b",
        "skal": r"\bskal\b",
        "må ikke": r"\bmå (?:du |man |de |vi |han |hun )?ikke\b",
        "gratis": r"\bgratis\b",
        "automatisk": r"\bautomatisk",
        "af sig selv": r"\baf sig selv\b",
        "alle": r"\balle\b",
        "ingen": r"\b(?:ingen|intet)\b",
        "tal": rf"\d|\b(?:{_NUMBERS})\b",
        "alder": r"\b\d+[ \u00a0](?:år|årig)\b|\b\d+-?årig|\b(?:fyld(?:t|er|te)|under|over) \d+(?!\d|[.,]\d| ?kr)",
        "beløb": r"\d[\d.,]*[ \u00a0]?(?:kr\b|kroner\b|millioner\b)|\b(?:kr\.?|kroner) \d",
        "ugedag": rf"\b(?:{_DAYS})",
        "myndighed": rf"\b(?:{_DECIDES})\b",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that a citizen reads. `at`: the YAML path of its text. `kinds`: of claim, of `CLAIMS`; may be none."""

    id: str
    kind: str
    at: str
    text: str
    kinds: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """What the sentence is known by in the log of readings."""
        return fingerprint(self.text)


def fingerprint(sentence: str) -> str:
    """The first digits of the sentence's SHA-256, the same however its letters are composed."""
    return sha256(unicodedata.normalize("NFC", sentence).encode()).hexdigest()[:FINGERPRINT]


def claims(base: Base) -> Iterator[Claim]:
    """Every sentence of a base that a citizen reads: by kind, then id, then as it stands in the file."""
    entries = sorted(base.entries.values(), key=lambda entry: entry.id)
    for kind in KIND_ORDER:
        if kind == GLOSSARY_KIND:
            for number, word in enumerate(base.words.values()):
                if word.means:
                    yield from _of_text(word.word, kind, ("ord", number, "betyder"), word.means)
        for entry in entries:
            if kind_of(entry) == kind:
                yield from claims_of(entry)


def claims_of(entry: Entry) -> Iterator[Claim]:
    """The sentences of one entry. Those of a place that is for staff only are none of a citizen's."""
    if getattr(entry, "audience", "borgere") == "personale":
        return
    for leaf in leaves_of(entry):
        if leaf.role.reader == "citizen" and leaf.role.grade != "label":  # names, numbers and addresses claim nothing
            yield from _of_text(entry.id, kind_of(entry), leaf.path, leaf.text)


def said_path(path: Keys) -> str:
    """A path as it is written down: `papir.trin[2]`."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def only(found: Iterable[Claim], ids: Iterable[str] = (), kinds: Iterable[str] = ()) -> Iterator[Claim]:
    """The claims of these entries and of these kinds; all when none are named."""
    wanted_ids, wanted_kinds = set(ids), set(kinds)
    for claim in found:
        if (not wanted_ids or claim.id in wanted_ids) and (not wanted_kinds or wanted_kinds & set(claim.kinds)):
            yield claim


def _of_text(identifier: str, kind: str, path: Keys, text: str) -> Iterator[Claim]:
    for sentence in sentences_of(text):
        yield Claim(identifier, kind, said_path(path), sentence, kinds_of(sentence, path))


def kinds_of(sentence: str, path: Keys = ()) -> tuple[str, ...]:
    """The kinds of claim that a sentence makes. What stands at the key `myndighed` names who decides."""
    return tuple(
        kind
        for kind, pattern in CLAIMS.items()
        if pattern.search(sentence) or (kind == "myndighed" and path[-1:] == ("myndighed",))
    )
