"""A first word that is nearly a command: asked about, never searched, when what follows looks like a command's.

Here goes when a word that is no command may still have been meant as one. Whatever else is typed is a search, for
citizens say anything: `blanket kommunen vil ikke hjælpe` is one.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from blanket.cpr import cut_cpr
from blanket.errors import BlanketError, Exit
from blanket.search import lookup
from blanket.search.engine import knows_word
from blanket.search.words import fold, word
from blanket.texts import usage as texts

if TYPE_CHECKING:
    from blanket.desk.opening import OpenBase

# Words that people type for a command, folded. Those that a citizen may well say stand here too: they only count when
# nothing follows, or a number, an id or an option.
OTHER_NAMES = {
    "print": "udskriv",
    "printe": "udskriv",
    "skriv": "udskriv",
    "udprint": "udskriv",
    "ark": "udskriv",
    "se": "vis",
    "vise": "vis",
    "show": "vis",
    "aabn": "vis",
    "soeg": "find",
    "soege": "find",
    "search": "find",
    "sted": "steder",
    "kommuner": "kommune",
    "hjaelp": "--hjælp",
    "help": "--hjælp",
    "version": "--version",
}
_LONG = 7  # letters of a command in which two slips still leave no doubt, when a number or an id follows


def ask_whether_meant(words: Sequence[str], commands: Collection[str]) -> None:
    """Raise the question (wrong use) when words that begin with no command were most likely meant as one.

    Nothing is searched and nothing is kept, so the numbers of the last search stay what they were.
    """
    first, rest = words[0], list(words[1:])
    if _is_number(words):
        meant, rest = "vis", list(words)
    elif found := _meant(first, rest, commands):
        meant = found
    else:
        return
    line = " ".join(["blanket", meant, *(shlex.quote(item) if " " in item else item for item in rest)])
    what = texts.NEARLY_A_COMMAND.format(word=first, line=line)
    cure = texts.NEARLY_A_COMMAND_CURE.format(words=" ".join(words))
    raise BlanketError(cut_cpr(what)[0], cut_cpr(cure)[0], Exit.WRONG_USE)


def _meant(first: str, rest: Sequence[str], commands: Collection[str]) -> str | None:
    """The command that a first word was most likely meant as, by what follows it."""
    near = _nearest(fold(first), commands)
    if near is None:
        return None
    command, slips = near
    if rest:
        return command if _like_an_argument(rest) else None
    return command if slips == 0 or (slips == 1 and not _is_known(first, command)) else None


def _nearest(spelt: str, commands: Collection[str]) -> tuple[str, int] | None:
    """The command that a folded word looks like, and by how many slips: none for capitals or another name for it."""
    folded = {fold(name): name for name in commands}
    exact = folded.get(spelt) or OTHER_NAMES.get(spelt)
    if exact:
        return exact, 0
    # A slip takes one letter away at most, so most words need no closer look.
    most = {name: 2 if len(name) >= _LONG else 1 for name in folded}
    alike = [name for name in folded if max(abs(len(name) - len(spelt)), len(set(name) - set(spelt))) <= most[name]]
    if not alike:
        return None
    from rapidfuzz.distance import OSA

    near = [(slips, name) for name in alike if (slips := OSA.distance(spelt, name)) <= most[name]]
    return (folded[min(near)[1]], min(near)[0]) if near else None


def _is_known(typed: str, name: str) -> bool:
    """Whether a lone word is one of the base's own, as visa is, and no form of the command's name."""
    if word(typed).stem == word(name).stem:
        return False
    return _of_base(lambda base: knows_word(base.db, typed))


def _like_an_argument(rest: Sequence[str]) -> bool:
    """Whether what follows a word is what follows a command: a number, an option, an id or a form's number."""
    return rest[0].startswith("-") or _is_number(rest[:1]) or _names_entry(rest)


def _is_number(words: Sequence[str]) -> bool:
    from blanket.desk.meaning import hit_numbers

    return hit_numbers([word for word in words if not word.startswith("-")]) is not None


def _names_entry(words: Sequence[str]) -> bool:
    """Whether words are an entry's id or a form's number."""
    named = [word for word in words if not word.startswith("-")]
    return _of_base(lambda base: any(lookup.names_entry(base.db, text) for text in (named[0], " ".join(named))))


def _of_base(question: Callable[[OpenBase], bool]) -> bool:
    """The base's answer to a question. One that cannot be opened knows nothing."""
    from blanket.cli.options import named_by
    from blanket.desk.opening import open_base

    with suppress(BlanketError), open_base(named_by(None)) as base:
        return base.ask(question)
    return False
