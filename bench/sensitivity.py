"""What every number of search is worth: switched off, a quarter less, a quarter more, on every set.

    python -m bench.sensitivity            prints the table (about half an hour, on all cores)
    python -m bench.sensitivity NAME ...   only these numbers
    python -m bench.sensitivity --fra      only switched off: a third of the time
    python -m bench.sensitivity --skriv    writes it to docs/maalinger.md too; of some numbers, to a section of its own

Columns: phrases gained or lost by it, at the first place and among three, in the practice, new practice and control
sets, and in the practice and control sets mistyped once; among five with a half-typed word; wrong answers shown as
sure, right ones shown as weak, and sure answers to off-topic questions. The last one counts the questions that are
answered otherwise in any way (the first eight, and which of them are sure): a number with none has no case in any set.
One standard error is about four phrases in the practice and control sets.

It is fast because a lexicon is asked the same thing once, and because only those questions are asked anew at whose
first search the number was read.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, cast

from bench.measurements import write_section
from bench.phrases import CONTROL, NEW_PRACTICE, Phrase, half_typed, living_ids, mistyped, off_topic, phrases, rank_of
from blanket.paths import shipped
from blanket.search import asking, matching, preparing, ranking, sureness, weights
from blanket.search.index import open_index
from blanket.search.lexicon import Lexicon
from blanket.search.sqlite_lexicon import SqliteLexicon

# Number -> its value when what it stands for is switched off (SAID is divided by, so nearly).
# Those of INDEXED take effect with a new index.
OFF: dict[str, Any] = {
    "SPELT_BARE": 0.0, "OTHER_WORD": 0.0, "PREFIX_LEAST": 0.0, "PREFIX_FULL": 0.0, "SUFFIX_LEAST": 0.0,
    "SUFFIX_FULL": 0.0, "KNOWN_PART": 0.0, "PART": 0.0, "PART_HEAD": 0.0, "PART_TAIL": 0.0, "NO_SLIP": 0.0,
    "ONE_SLIP": 0.0, "TWO_SLIPS": 0.0, "UNLIKELY": 1.0, "WORD_ITSELF": 1.0, "OTHER_ENDING": 0.0,
    "MIN_OTHER": 99, "OTHER_SHARE": 2.0, "WHOLE_IF_BEGUN": 1.0, "BEGUN_LEAST": 0.0, "BEGUN_FULL": 0.0, "MIN_BEGUN": 99,
    "MOST_TO_COME": 0, "MOST_BEGUN": 0, "MIN_BEGUN_LAY": 99, "MOST_BEGUN_LAY": 0, "MIN_PREFIX": 99, "MIN_SUFFIX": 99,
    "MIN_PART": 99, "ONE_SLIP_FROM": 99, "TWO_SLIPS_FROM": 99, "SURE_INFLECTED_FROM": 99,
    "SURE_START_FROM": 1, "MIN_REST": 0, "MIN_TAIL": 99, "TAIL": 0.0, "SURE_STEM_FROM": 1, "ACTION": 1.0, "NEAR": 0.0,
    "RARITY": 0.0, "STOP": 0.0, "SAID": 1e-9, "SAID_IN_PART": 1.0, "AS_TELLING": 99.0,
    "BEHIND": 1.0, "NEARLY_AS_GOOD": 99.0, "MOST_SAID": 1, "MOST_MEANT": 0, "AKIN": 0.0, "PHRASE": 0.0,
    "KIND": dict.fromkeys(weights.KIND, 1.0), "KIND_ASKED_FOR": 0.66, "FORM_HINTED": 0.66, "NAMED": 0.0,
    "NAMED_FIT": 2.0, "WITHDRAWN": 1.0, "CANDIDATES": 1000, "NOTHING": 0.0, "FAINT": 1.0, "FAR_BEHIND": 0.0,
    "SHORT": dict.fromkeys(weights.SHORT, 0), "SURE": 0.0, "SURE_PHRASE": 0.0, "SURE_LEAD": 0.0,
    "SURE_MOST_LEAD": 1.0, "SURE_LENGTH": 0.0, "SURE_WORDS": 99, "SURE_AKIN": 0.0, "SURE_TOLD": 0.0, "SURE_MUCH": 0.0,
    "SURE_RARE": 99.0, "SURE_FEW": 0, "SURE_COVERED": 0.0,
    "TRUST": dict.fromkeys(weights.TRUST, 1.0), "MOST_AKIN": 1000,
}  # fmt: skip
INDEXED: dict[str, Any] = {
    "TITLE": 30, "KEYWORD": 30, "PART_OF_KEYWORD": 99, "SUMMARY": 30, "TEXT": 0, "ONCE": 1.0, "ONCE_ALONE": 1.0,
    "OFTEN": 2, "TITLE_TIMES": 1, "SUMMARY_TIMES": 1,
}  # fmt: skip
FULL = 100  # what an index can hold as a word's weight in an entry, at most: blanket.search.postings
# Number -> why no set can say what it is worth.
UNMEASURED = {
    "EXACT": "what all others are measured by",
    "COVERAGE": "the other half of PHRASE",
    "NUMBER": "a number is typed or it is not: tests",
    "MORE_SLIPS": "what is guessed when nothing is found: tests",
    "MORE_SLIPS_FROM": "what is guessed when nothing is found: tests",
    "GUESS": "what is guessed when nothing is found: tests",
    "RARITY_LEAST": "of a base so small that every entry holds a word: tests",
    "MOST_FAINT": "how many are shown: tests",
    "QUIET": "of the desk's list, which is judged by hand: bench/lister.yaml",
    "MOST_WHY": "words, not an order: tests",
    "CLEAR_POINTS": "one entry that is meant, not a list: tests",
    "CLEAR_LEAD": "one entry that is meant, not a list: tests",
    "WHOLE_LEAD": "one entry that is meant, not a list: tests",
    "MOST_ALIKE": "cost", "MOST_FORMS": "cost", "MOST_HOLDERS": "cost", "MOST_EXACT": "cost", "MOST_GUESSED": "cost",
}  # fmt: skip
HEAD = (
    f"{'number':19} {'value':>6}  practice   new prac.  control    mistyped   half   sure:wrong,weak  off-topic  other"
)

_kept: tempfile.TemporaryDirectory[str]
Answer = tuple[tuple[str, bool], ...]  # the first hits: id, and whether it is weak


class Asked(NamedTuple):
    """A query, whether its last word is only begun, and the phrase that it comes from: none when nothing answers it."""

    query: str
    begun: bool
    phrase: Phrase | None


class Remembering:
    """A lexicon that asks the index the same thing once. What search asks depends on the weights, no answer does."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[Any, Any] = {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        ask = getattr(self._lexicon, name)

        def remembered(*asked: Any, **how: Any) -> Any:
            asked = tuple(one if isinstance(one, str | int) else tuple(sorted(one)) for one in asked)
            key = (name, asked, *how.items())
            if key not in self._known:
                self._known[key] = ask(*asked, **how)
            return self._known[key]

        setattr(self, name, remembered)
        return remembered


class Noticing:
    """The weights, and which of them were read."""

    def __init__(self) -> None:
        self.read: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        self.read.add(name)
        return getattr(weights, name)


class Sets:
    """Everything that is asked, by set, and the index that it is asked of."""

    def __init__(self, folder: Path) -> None:
        self.lexicon, living = _opened(folder)
        practice = [phrase for phrase in phrases(living) if not phrase.weak]
        whole = [practice, phrases(living, NEW_PRACTICE), phrases(living, CONTROL)]
        half = [phrase for group in whole for phrase in half_typed(group, 3)[0][::2]]
        groups = [*whole, mistyped([*practice, *whole[2]], (1,))]
        self.groups = [[Asked(phrase.query, begun=False, phrase=phrase) for phrase in group] for group in groups]
        self.groups.append([Asked(phrase.query, begun=True, phrase=phrase) for phrase in half])
        self.groups.append([Asked(query, begun=False, phrase=None) for query in off_topic()])
        self.all = [asked for group in self.groups for asked in group]

    def answer(self, asked: Asked, lexicon: Lexicon | None = None) -> Answer:
        """The first hits of one question."""
        hits = ranking.rank(lexicon or self.lexicon, asked.query, limit=8, half_typed=asked.begun)
        return tuple((hit.id, hit.weak) for hit in hits)

    def as_it_is(self) -> tuple[list[Answer], list[set[str]]]:
        """The answer to everything, and which weights were read for it."""
        noticing = Noticing()
        modules: list[Any] = [asking, matching, ranking, sureness]
        answers, read = [], []
        for module in modules:
            module.weights = noticing
        try:
            for asked in self.all:
                noticing.read = set()
                answers.append(self.answer(asked))
                read.append(noticing.read)
        finally:
            for module in modules:
                module.weights = weights
        return answers, read

    def counts(self, answers: list[Answer]) -> list[int]:
        """Hits at 1 and 3 of each group, at 5 of half-typed words; wrong but sure, right but weak, sure off-topic."""
        found: list[int] = []
        left = iter(answers)
        signs = []
        for number, group in enumerate(self.groups[:-1]):
            ranks = []
            for asked, answer in zip(group, left, strict=False):
                assert asked.phrase
                ranks.append(rank_of(asked.phrase, [identifier for identifier, _ in answer]))
                if answer and number < 3:
                    signs.append((ranks[-1] == 1, answer[0][1]))
            places = [5] if group is self.groups[-2] else [1, 3]
            found += [sum(1 <= rank <= place for rank in ranks) for place in places]
        sure = sum(bool(answer) and not answer[0][1] for answer in answers[-len(self.groups[-1]) :])
        return [*found, signs.count((False, False)), signs.count((True, True)), sure]

    def with_changed(self, name: str, value: Any, places: list[int]) -> list[Answer]:
        """The answers to the questions at some places with one number changed."""
        before = getattr(weights, name)
        setattr(weights, name, value)
        preparing._stressed.cache_clear()
        try:
            if name not in INDEXED:
                return [self.answer(self.all[place]) for place in places]
            with tempfile.TemporaryDirectory() as folder:
                lexicon, _ = _opened(Path(folder))
                return [self.answer(self.all[place], lexicon) for place in places]
        finally:
            setattr(weights, name, before)
            preparing._stressed.cache_clear()


def main() -> None:
    """Print, and with --skriv write, the table."""
    named = [name for name in sys.argv[1:] if name in OFF | INDEXED]
    wanted = [
        (name, label, value)
        for name in named or [*OFF, *INDEXED]
        for label, value in _values(name, only_off="--fra" in sys.argv)
    ]
    with tempfile.TemporaryDirectory() as cache:
        sets = Sets(Path(cache))
        now, read = sets.as_it_is()
        lines = [HEAD, _line("as it is", "", sets.counts(now))]
        print("\n".join(lines), flush=True)
        every = list(range(len(now)))
        touched = {
            name: every if name in INDEXED else [place for place in every if name in read[place]]
            for name, _, _ in wanted
        }
        with ProcessPoolExecutor(initializer=_open, initargs=(Path(cache),)) as workers:
            trials = [(name, value, touched[name]) for name, _, value in wanted]
            for (name, label, _), found in zip(wanted, workers.map(_answers, trials), strict=True):
                then = list(now)
                for place, answer in zip(touched[name], found, strict=True):
                    then[place] = answer
                others = sum(one != other for one, other in zip(then, now, strict=True))
                lines.append(_line(name, label, sets.counts(then), sets.counts(now), others))
                print(lines[-1], flush=True)
    if "--skriv" in sys.argv:
        title = "What some numbers of search are worth" if named else "What the numbers of search are worth"
        command = " ".join(["python -m bench.sensitivity", *sys.argv[1:]])
        write_section(title, command, ["```", *lines, "```"])


def _values(name: str, *, only_off: bool) -> Iterator[tuple[str, Any]]:
    """What a number is tried with, and how that is called: off, a quarter less, a quarter more."""
    value, off = getattr(weights, name), (OFF | INDEXED)[name]
    yield "off" if isinstance(off, dict) else f"{off:.3g}", off
    for label, share in () if only_off else (("-1/4", 0.75), ("+1/4", 1.25)):
        moved = (
            {key: _moved(one, share) for key, one in value.items()} if isinstance(value, dict) else _moved(value, share)
        )
        if name in INDEXED and isinstance(moved, int):
            moved = min(moved, FULL)
        if moved != value:
            yield label if isinstance(moved, dict) else f"{moved:.3g}", moved


def _moved(value: float, share: float) -> float:
    """A quarter away; a count at least by one, and never to nothing."""
    if not isinstance(value, int):
        return value * share
    return max(1, min(value - 1, round(value * share)) if share < 1 else max(value + 1, round(value * share)))


def _opened(folder: Path) -> tuple[Lexicon, dict[str, str]]:
    """The index of the shipped base, made in a folder when it is not there, and the ids that it knows."""
    db = open_index([shipped("kb")], folder).db
    return cast("Lexicon", Remembering(SqliteLexicon(db))), living_ids(db)


_sets: Sets  # of a worker


def _open(folder: Path) -> None:
    """What a worker keeps."""
    global _sets
    _sets = Sets(folder)


def _answers(trial: tuple[str, Any, list[int]]) -> list[Answer]:
    return _sets.with_changed(*trial)


def _line(name: str, value: str, found: list[int], now: list[int] | None = None, others: int | None = None) -> str:
    shown = [f"{one - other:+d}" for one, other in zip(found, now, strict=True)] if now else [str(one) for one in found]
    pairs = "  ".join(f"{shown[at]:>4} {shown[at + 1]:>4}" for at in range(0, 8, 2))
    signs = f"{shown[8]:>5}   {shown[9]:>6} {shown[10]:>6}   {shown[11]:>8}"
    return f"{name:19} {value:>6} {pairs}  {signs}  {'' if others is None else others:>5}".rstrip()


if __name__ == "__main__":
    main()
