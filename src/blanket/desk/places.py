"""Places for somebody at a desk: by words as they are said, by day, by what is helped with; and acute help by subject.

Here goes what every face asks about places. How they are chosen and laid out stands in `guide`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from blanket.desk.opening import OpenBase, chosen_municipality, noted_settings
from blanket.search import lookup
from blanket.search.engine import search
from blanket.search.ranking import Hit
from blanket.search.words import content, fold, query_words
from blanket.texts import days as texts

if TYPE_CHECKING:
    from blanket.guide.screens.acute import Acute
    from blanket.guide.screens.places import PlaceView, Refusal

MOST = 12  # places that words may find
BEHIND = 0.6  # of the best one's points, that a place must have to be shown beside it
VOLUNTEER = "frivillig"
# What an acute need is called by those who ask, folded -> the subject of the knowledge base.
OTHER_NAMES = {
    "fare": "liv",
    "selvmordstanker": "selvmord",
    "krisecenter": "vold",
    "psykiatri": "psyke",
    "psykisk": "psyke",
    "angst": "psyke",
    "alkohol": "misbrug",
    "stoffer": "misbrug",
    "seng": "bolig",
    "senge": "bolig",
    "herberg": "bolig",
    "husvild": "bolig",
    "hjemloes": "bolig",
    "mitid": "svindel",
    "kort": "svindel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceQuery:
    """What somebody wants to know of places. `day`: as typed; None: today, or the day that the words name."""

    words: Sequence[str] = ()
    day: str | None = None
    now: bool = False
    matter: str | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """What came of it. `kommune`: whose places come first. `day`: the one asked about, if any.

    `unknown`: places left out because their hours are not known. `refused`: who does not help with a matter. `is_now`:
    the question was who can be reached now, and nothing more. `instead`: places that the kommune sends the citizen to,
    when none of its places helps. `tasks`: the guides about a matter that no place helps with. `ring`: (name, number)
    of the kommune. `named`: how many guides lead to each place.
    """

    views: list[PlaceView]
    kommune: str | None = None
    day: date | None = None
    unknown: int = 0
    refused: list[Refusal] = field(default_factory=list)
    is_now: bool = False
    instead: list[PlaceView] = field(default_factory=list)
    tasks: list[Hit] = field(default_factory=list)
    ring: tuple[str, str] | None = None
    named: Counter[str] = field(default_factory=Counter)

    @property
    def is_answer(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.views or self.refused or self.tasks)


def places_for(base: OpenBase, asked: PlaceQuery, municipality: str | None = None) -> Places:
    """The places that were asked for. `municipality`: for this one time; None: the saved one.

    Raises BlanketError (wrong use) for a day that is none, and for an unknown kommune.
    """
    from blanket.guide.days.clock import now
    from blanket.guide.days.dates import parse_day
    from blanket.guide.screens.places import list_places, places_in_words, refusals

    moment = now()
    chosen = chosen_municipality(base, municipality)
    rest, named = day_among(asked.words, moment.date())
    day = parse_day(asked.day, moment.date()) if asked.day else named
    query = " ".join(token.shown for token in content(query_words(" ".join(rest)))) if rest else ""
    among = _named(base, query) if query else None
    everywhere = asked.everywhere or (chosen and _names_another(base, query, chosen.id))
    own = None if everywhere or chosen is None else chosen.id
    views = list_places(base.db, moment, own, only_open=asked.now, day=day, matter=asked.matter, among=among)
    unknown = 0
    if day and among is None:
        unknown = sum(not view.place.hours for view in list_places(base.db, moment, own, matter=asked.matter))
    refused = refusals(base.db, asked.matter, chosen) if asked.matter else []
    instead, tasks = [], []
    if asked.matter and not views:
        every = list_places(base.db, moment, own)
        said = [item.instead for item in refused if item.instead]
        instead = [view for view in every if any(view in places_in_words(every, one) for one in said)]
        tasks = _about(base, asked.matter, refused)
    if noted_settings(base).role == VOLUNTEER:
        views, instead = ([view for view in found if not view.staff_only] for found in (views, instead))
    return Places(
        views,
        chosen.title if own and chosen else None,
        day,
        unknown,
        refused,
        asked.now and among is None and day is None and not asked.matter,
        instead,
        tasks,
        lookup.number_of_municipality(base.db, chosen.id) if chosen else None,
        lookup.times_named(base.db, [view.place.id for view in views]) if asked.now else Counter(),
    )


def _about(base: OpenBase, matter: str, refused: Sequence[Refusal]) -> list[Hit]:
    """The guides about a matter that no place helps with: those that the kommune names, else the best sure one."""
    named = list(dict.fromkeys(task for item in refused for task in item.tasks))
    if named or any(item.instead for item in refused):
        return lookup.as_hits(base.db, named)
    found = search(base.db, " ".join(matter.split()), limit=1, kinds=frozenset(["opgave", "forløb"]))
    return [hit for hit in found if not hit.weak]


def day_among(words: Sequence[str], today: date) -> tuple[list[str], date | None]:
    """The words without the day that they name, and that day: paraplyen onsdag, i morgen, på torsdag."""
    from blanket.guide.days.dates import parse_day

    names = {fold(name) for name in list(texts.DAY_NAMES.values())[:7]}
    found = " ".join(words).split()
    for at, word in enumerate(found):
        first = fold(word)
        two = " ".join(found[at : at + 2])
        if first in names:
            before = fold(found[at - 1]) if at else ""
            begin = at - 1 if before in ("paa", "naeste") else at
            return [*found[:begin], *found[at + 1 :]], parse_day(" ".join(found[begin : at + 1]), today)
        if fold(two) in ("i dag", "i morgen", "i overmorgen"):
            return [*found[:at], *found[at + 2 :]], parse_day(two, today)
    return found, None


def acute_subject(word: str) -> str | None:
    """The subject that a word means, or None."""
    from blanket.kb.format.parts import CRISES

    spelt = fold(word)
    return next((name for name in CRISES if fold(name) == spelt), OTHER_NAMES.get(spelt))


def acute_words(typed: str) -> str | None:
    """The subject of acute help that words ask for: `akut` alone for all of it (empty), or with a subject; else None.

    With other words, `akut` is a part of what a citizen says.
    """
    first, *rest = typed.split() or [""]
    if fold(first) != "akut" or len(rest) > 1:
        return None
    return acute_subject(rest[0]) if rest else ""


def acute_help(base: OpenBase, subject: str | None = None, municipality: str | None = None) -> list[Acute]:
    """Crisis lines, beds and the tasks about them, by subject; those of one subject when it is given.

    Who answers now stands first, then who may, a place without a number of its own last. Places of other kommuner than
    the chosen one are left out. A number for a line that is for staff is not shown to a
    volunteer.
    """
    from blanket.guide.days.clock import now
    from blanket.guide.screens.acute import acute_by_subject

    chosen = chosen_municipality(base, municipality)
    with_staff = noted_settings(base).role != VOLUNTEER
    found = acute_by_subject(base.db, now(), chosen.id if chosen else None, with_staff=with_staff)
    return [item for item in found if subject in (None, item.subject)]


def _named(base: OpenBase, query: str) -> list[str]:
    """The places that words mean, the best first."""
    hits = [hit for hit in search(base.db, query, limit=MOST, kinds=frozenset(["sted"])) if not hit.weak]
    return [hit.id for hit in hits if hit.points >= BEHIND * hits[0].points]


def _names_another(base: OpenBase, query: str, chosen: str) -> bool:
    """Whether words name a kommune other than the chosen one, or another region."""
    from typing import get_args

    from blanket.kb.format.parts import Region

    said = fold(query).split()
    named = [name for name in lookup.ids_of_kind(base.db, "kommune") if name != chosen]
    own = lookup.region_of(base.db, chosen)
    named += [fold(region) for region in get_args(Region) if region != own]
    return any(name in said for name in named)
