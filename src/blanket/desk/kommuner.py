"""Which kommune a name means: with æ, ø and å or without, a part of it, its first letters, or misspelt.

Here goes comparing names and nothing else; how one is chosen stands in `choosing`, where it is read in `opening`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from blanket.did_you_mean import nearest_name
from blanket.errors import BlanketError, Exit
from blanket.search.words import fold
from blanket.texts import faults as fault_texts
from blanket.texts import opening as texts

LEAST = 3  # letters that may stand for the rest of a name
FEW = 12  # names that a message can hold
_WORDS = re.compile(r"\b(?:kommunes?|regionskommune)\b")
_SHORT = {"kbh": "koebenhavn", "cph": "koebenhavn"}  # what people write for it
_DOUBLE = str.maketrans({"-": " "})


class KommunerMeant(NamedTuple):
    """The ids that a name may mean. `sure`: it is their name or a part of it; otherwise the nearest one is guessed."""

    ids: list[str]
    sure: bool


def kommuner_meant(name: str, known: Mapping[str, str]) -> KommunerMeant:
    """What a name means among the known kommuner (id -> title). Several: it stands for each of them."""
    said = _bare(name)
    said = _SHORT.get(said, said)
    if not said:
        return KommunerMeant([], sure=True)
    names = {identifier: {_bare(identifier), _bare(title)} for identifier, title in known.items()}
    for fits in (
        lambda one: said == one,
        lambda one: _plain(said) == _plain(one),
        lambda one: _plain(said) in _plain(one).split(),
        lambda one: len(said) >= LEAST and _plain(one).startswith(_plain(said)),
    ):
        found = [identifier for identifier, own in names.items() if any(map(fits, own))]
        if found:
            return KommunerMeant(found, sure=True)
    spelt = {one: identifier for identifier, own in names.items() for one in own}
    near = nearest_name(said, spelt, cutoff=70)
    return KommunerMeant([spelt[near]] if near else [], sure=False)


def unknown(name: str, known: Mapping[str, str]) -> BlanketError:
    """The error for a name that means none of them, or more than one."""
    found = kommuner_meant(name, known)
    titles = [known[identifier] for identifier in found.ids]
    if found.sure and titles:
        what = texts.MUNICIPALITY_UNCLEAR.format(name=name, names=either(titles))
        return BlanketError(what, texts.MUNICIPALITY_UNCLEAR_CURE, Exit.NOTHING_FOUND)
    hint = f" {fault_texts.DID_YOU_MEAN_ONE.format(name=titles[0])}" if titles else ""
    few = sorted(known.values()) if len(known) <= FEW else []
    cure = texts.CHOOSE_MUNICIPALITY.format(names=either(few)) if few else texts.CHOOSE_MUNICIPALITY_HOW
    return BlanketError(texts.UNKNOWN_MUNICIPALITY.format(name=name, hint=hint), cure, Exit.NOTHING_FOUND)


def either(names: list[str]) -> str:
    """`A, B eller C`; of many the first ones."""
    shown = names[:FEW]
    return f" {texts.OR} ".join([*([", ".join(shown[:-1])] if shown[:-1] else []), *shown[-1:]])


def _bare(name: str) -> str:
    """A name folded, without the word kommune, with single blanks."""
    return " ".join(_WORDS.sub(" ", fold(name).translate(_DOUBLE)).split())


def _plain(name: str) -> str:
    """A folded name as those spell it who write o for ø and a for å, without the s of a genitive."""
    for double, single in (("oe", "o"), ("ae", "a"), ("aa", "a")):
        name = name.replace(double, single)
    return " ".join(word.removesuffix("s") for word in name.split())
