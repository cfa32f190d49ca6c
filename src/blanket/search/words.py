"""Words: how a text is cut up, spelt alike and stemmed, the same for entries and for what the user types.

Here goes what is true of words alone, without an index: tokens, folding of æ ø å, Danish stems, stop words, form
numbers. It is on the way of every `find`, so it imports next to nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import Stemmer

from blanket.search.languages import SMALL_WORDS

_STEM = Stemmer.Stemmer("danish").stemWord  # Snowball, https://snowballstem.org/algorithms/danish/stemmer.html
# What Snowball, which only cuts endings, cannot bring together: vowel changes and strong verbs. Folded.
IRREGULAR = {
    form: _STEM(root)
    for root, forms in {
        "barn": "boern boernene boernenes boerns unger ungerne",
        "mand": "maend maendene",
        "far": "faedre fader faderen faren",
        "mor": "moedre moder moderen moren",
        "bror": "broedre broderen broder",
        "datter": "doetre datteren",
        "tand": "taender taenderne",
        "haand": "haender haenderne",
        "bog": "boeger boegerne",
        "doed": "doede doer doeer doende doedt",
        "hjaelp": "hjalp hjulpet hjaelpes",
        "stjael": "stjaalet stjal stjaalne",
        "skriv": "skrev skrevet",
        "vaelg": "valgt valgte",
        "saelg": "solgt solgte",
        "spoerg": "spurgt spurgte",
        "bryd": "brudt broed",
        "find": "fandt fundet",
        "forsvind": "forsvundet forsvandt",
        "bestem": "bestemt bestemte",
        "glem": "glemt glemte",
        "mist": "mistet mistede mister",
        "betal": "betalt betalte",
        "ny": "nyt nye",
        "gammel": "gamle aeldre",
        "lille": "smaa",
        "snyd": "snydt snoed",
    }.items()
    for form in forms.split()
}
# What Snowball cuts too far, so that words that have nothing to do with each other would be one: the probate court
# (skifteret) is no change, a flat no rent, a room no being, and minding a child is no passport.
IRREGULAR |= {
    form: forms.split()[0]
    for forms in (
        "billet billetten billetter billetterne",
        "blanket blankets blanketter blanketten",
        "fod foden foedder foedderne",
        "indsigt indsigten",
        "levering leveringen levere leverer leveres leveret leverede",
        "logerende logi logere logerer",
        "oversigt oversigten oversigter",
        "passe passer passes pasning pasningen",
        "sidde sidder siddet siddende sad",
        "skifteret skifteretten skifterettens",
        "styrelse styrelsen styrelser styrelserne styrelsens",
        "tale taler talt talte talende",
        "vaerelse vaerelset vaerelser vaerelserne",
    )
    for form in forms.split()
}
# Latin words have another stem in the plural and before the article: museum, museet, museer.
IRREGULAR |= {
    root + end: root + "um"
    for root in "muse jubilae gymnasi stipendi laboratori ministeri kriteri medi sanatori".split()
    for end in ("um", "ums", "ummet", "et", "ets", "er", "ers", "erne", "ernes")
}
# The same from a keyboard without æ, ø and å: born, maend.
IRREGULAR = {
    form.replace("ae", "a").replace("oe", "o").replace("aa", "a"): stem for form, stem in IRREGULAR.items()
} | IRREGULAR
# A center and its plural, two spellings of the same word, also at the end of compounds.
_CENTER = re.compile(r"(\w*cent)(?:er|eret|erets|ers|re|ret|rets|rene|renes|er(?:ne|nes))")
# Adjectives in -ig, compared, and their nouns in -ighed.
_ADJECTIVE = re.compile(r"(\w{2,}ig)(?:e|t|ere|st|ste|en|er|erne|ens|ers|s|hed|heden|hedens|heder|hederne|heds)?")
_TOKEN = re.compile(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
MOST_WORDS, MOST_LETTERS = 40, 60
_DIGITS = re.compile(r"\d+")
_FIRST_STOP = 1 << 31

# Spelt out, as in ids, on foreign keyboards and in old mails.
_FOLD = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "é": "e", "è": "e"})
_UNDOTTED = str.maketrans("æøå", "aoa")
# Bare, as from somebody who has no æ ø å and drops the dots. Applied to folded text.
_BARE = (("ae", "a"), ("oe", "o"), ("aa", "a"))

# Words that say what is done or who asks, and little of what it is about. Stems of folded words.
ACTION_WORDS = frozenset(
    IRREGULAR.get(item) or _STEM(item)
    for item in """
    afmelde anmode ansoege begynde behoeve bede bestille betale blive bruge faa finde foerst forny fortaelle
    gaa goere henvende hjaelpe hente hjaelp hvordan kontakte lave laese maaske mangle melde miste modtage
    oenske opdatere oprette ophaeve personlig problem ret rette ring ringe sende sker slette soege spoerge
    spoergsmaal starte stille svaer svare tale tilmelde tilbud udfylde vaelge valg vide vise aabne aendre
    laenge lang langt nye ny gammel borger person menneske folk gang maade mor far mand kone soen datter bror
    soester aegtefaelle kaereste nabo mormor farmor morfar farfar blanket skema formular telefon telefonnummer
    bedstemor bedstefar svigermor svigerfar ven veninde mother father husband wife son daughter
    """.split()
)

# Words that ask for a paper form or for a place's number, alone or at the end of a compound: then that kind answers as
# well as a task. Folded.
ASKS_FOR = {
    "blanket": ("blanket", "blanketten", "blanketter", "skema", "skemaet", "skemaer", "formular", "formularen"),
    "sted": ("telefon", "telefonnummer", "telefonnummeret", "hotline", "aabningstid", "aabningstider"),
}
# Words that most forms are called by, and many tasks too. Folded.
FORM_WORDS = (
    *("attest", "erklaering", "ansoegning", "fuldmagt"),
    *("fuldmagten", "attesten", "erklaeringen", "ansoegningen"),
)


class Token(NamedTuple):
    """One word of a text.

    `shown`: as it was written. `folded`: lower case with æ ø å spelt out. `stem`: the stem of `folded`. `bare`: the
    stem with ae, oe, aa as a, o, a: equal for every spelling of the same word.
    """

    shown: str
    folded: str
    stem: str
    bare: str

    @property
    def action(self) -> bool:
        """Whether the word only says what is done: apply, change, order."""
        return self.stem in ACTION_WORDS

    @property
    def number(self) -> bool:
        """Whether it holds a digit: then no other word is meant by it."""
        return _DIGITS.search(self.folded) is not None

    @property
    def spellings(self) -> list[str]:
        """Bare, as it may be meant: the o and e of a førtidsoension stand there by a slip, and spell no ø."""
        typed = fold(self.shown.lower().translate(_UNDOTTED))
        return [bare(self.folded)] if bare(self.folded) == typed else [bare(self.folded), typed]

    @property
    def stop(self) -> bool:
        """Whether the word says nothing of the subject."""
        return self.folded in STOP_WORDS


def fold(text: str) -> str:
    """Lower case, composed, æ ø å as ae oe aa, no other marks."""
    text = unicodedata.normalize("NFC", text).lower().translate(_FOLD)
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


# Words that carry no subject: question words, pronouns, small verbs, prepositions. Folded.
DANISH_STOPS = frozenset(
    """
    ad af alle alt altid andet andre anden at baade bare bedre bedst bedste blev blevet blive bliver bor da de dem den
    denne der deres det dette dig din dine dit dog du efter egen eller en end endnu er et ej faa faaet faar
    fik for fordi fra foer gaa gaar gerne goer goere gjort gjorde godt gaelder give giver god gode ham han hans har hav
    have havde hej hele hen hende hendes her hos hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan
    hvorfor hvornaar i igen igennem ikke imod ind inden ingen intet ja jeg jer jeres jo kan kom komme kommer
    kun kunne lade lave lige man mange med meget mellem men mens mere mig min mine mit mod maa maaske naar ned
    nej noget nogen nogle nu og ogsaa om op os over paa saa sagt sammen samt se selv sig sige siger sin sine
    sit skal skulle slags som stadig synes tak ta tage tager temmelig til ting uden ud under vaere vaeret var
    ved vel vi via vide vil ville vor vores vaer
    """.split()
)
OTHER_STOPS = frozenset(map(fold, SMALL_WORDS.split()))
STOP_WORDS = DANISH_STOPS | OTHER_STOPS


def bare(folded: str) -> str:
    """A folded text with ae, oe and aa as a, o and a."""
    for spelt, plain in _BARE:
        folded = folded.replace(spelt, plain)
    return folded


@lru_cache(maxsize=16384)
def word(shown: str) -> Token:
    """The word as it is written, with its folded form, stem and bare stem."""
    folded = fold(shown)
    stem = IRREGULAR.get(folded) or _stem(folded)
    return Token(shown, folded, stem, bare(stem))


def _stem(folded: str) -> str:
    """The Snowball stem, but words in -ig keep it: Snowball makes ledig, leder and led one word, and bolig bol."""
    center = _CENTER.fullmatch(folded)
    if center:
        return center.group(1) + "er"
    adjective = _ADJECTIVE.fullmatch(folded)
    return adjective.group(1) if adjective else str(_STEM(folded))


def keeps_double(sign: str) -> bool:
    """Whether this Snowball leaves a doubled consonant at the end of a word: buzz, which before 3.1 was buz."""
    return str(_STEM(f"ba{sign}{sign}")) == f"ba{sign}{sign}"


def words(text: str) -> list[Token]:
    """The words of a text in order. A hyphenated word gives its parts, and then itself written together."""
    found: list[Token] = []
    for token in _TOKEN.findall(text):
        parts = _PART.findall(token)
        found.extend(word(part) for part in parts)
        if len(parts) > 1:
            found.append(word("".join(parts)))
    return found


def query_words(text: str) -> list[Token]:
    """The words of a query in order; hyphenated words only as parts.

    Nobody says more than a few words to a search: what is beyond MOST_WORDS, or MOST_LETTERS of a word, is left out.
    """
    return [word(part) for part in _query_parts(text)]


def _query_parts(text: str) -> list[str]:
    return [part[:MOST_LETTERS] for part in _PART.findall(text[: MOST_WORDS * MOST_LETTERS])][:MOST_WORDS]


def content(found: list[Token]) -> list[Token]:
    """The words that carry a subject; all of them when none does."""
    return [item for item in found if not item.stop] or found


def is_other_language(found: Sequence[Token]) -> bool:
    """Whether a query is in another language: it holds more small words of those than Danish ones."""
    theirs = sum(item.folded in OTHER_STOPS and item.folded not in DANISH_STOPS for item in found)
    return theirs > sum(item.folded in DANISH_STOPS and item.folded not in OTHER_STOPS for item in found)


def stop_term(found: Token) -> int:
    """The number that stands for a stop word in a phrase: above those of all other words, the same in every index."""
    return _FIRST_STOP | crc32(found.folded.encode()) >> 1


def is_stop_term(number: int) -> bool:
    """Whether a number in a phrase stands for a stop word."""
    return number >= _FIRST_STOP


def number_key(text: str) -> str | None:
    """The one spelling of a form number: FD 001A, fd001a and FD-1A are all `fd1a`; 04.003 is `4003`.

    None when the text is no such number: it needs a digit, and at most four letters in front.
    """
    joined = "".join(_PART.findall(fold(text)))
    if not re.fullmatch(r"[a-z]{0,4}\d+[a-z]{0,2}\d{0,2}", joined):
        return None
    key = _DIGITS.sub(lambda match: match.group().lstrip("0") or "0", joined)
    return key if len(key) >= 3 else None


def is_form_number(text: str) -> bool:
    """Whether a whole text is written as the number of a form: DP 200, fd001a, 04.003."""
    return re.fullmatch(r"\s*(?:[a-z]{1,3}[ .-]?\d{2,4}[ .-]?[a-z]?|\d\d[.-]\d{3})\s*", fold(text)) is not None


def number_keys(text: str) -> dict[str, str]:
    """Every form number that a query may hold: key -> how it was typed. Numbers may be split over three words."""
    parts = _query_parts(text)
    keys: dict[str, str] = {}
    for size in (3, 2, 1):
        for start in range(len(parts) - size + 1):
            typed = " ".join(parts[start : start + size])
            if any(part.isdigit() or _DIGITS.search(part) for part in parts[start : start + size]):
                key = number_key(typed)
                if key and key not in keys:
                    keys[key] = typed
    return keys
