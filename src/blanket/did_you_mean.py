"""Help with spelling: the word that a misspelt one most likely stands for, and the Danish "Mente du …?".

Here goes what every message about an unknown name adds. Which hits a search guesses is settled in `search`.
"""

from __future__ import annotations

from collections.abc import Iterable

from blanket.texts import faults as texts


def nearest_name(word: str, choices: Iterable[str], cutoff: float = 60) -> str | None:
    """The choice that a misspelt word most likely stands for, or None when none is near. Case is ignored.

    `cutoff`: how much of the letters must be alike, in percent. Long names need more, for all share some letters.
    """
    from rapidfuzz import fuzz, process  # only when something is wrong

    spelt = {choice.lower(): choice for choice in choices}
    found = process.extractOne(word.lower(), list(spelt), scorer=fuzz.ratio, processor=None, score_cutoff=cutoff)
    return spelt[found[0]] if found else None


def hint(word: str, choices: Iterable[str], cutoff: float = 60) -> str:
    """The sentence “Mente du X?” a blank before it, or nothing when no choice is near."""
    return said(nearest_name(word, choices, cutoff))


def said(name: str | None) -> str:
    """The same for a name that is already found."""
    return f" {texts.DID_YOU_MEAN_ONE.format(name=name)}" if name else ""
