"""Finding: from what somebody types to the hits that a face shows, with what it must say beside them.

Here goes the desk's search: cutting CPR numbers, one subject alone, guesses when there is nothing, whose places are
out of the way, and whom to ring when the base has no sure answer. How entries are ranked is settled in `search`.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from blanket.desk.opening import OpenBase
from blanket.search import lookup, weights
from blanket.search.engine import guesses, search
from blanket.search.layered import hidden
from blanket.search.ranking import Hit
from blanket.search.words import fold
from blanket.settings import Settings

SHOWN = 8  # hits, where nobody asked for another number
_SPARE = 12  # hits more than that, for those that are out of the way


class Hits(NamedTuple):
    """What a search came to. `near`: guesses, when there are no hits. `all`: how many there are with those not shown.

    `ring`: (name, number) of the chosen kommune, when the base has no sure answer.
    """

    query: str
    hits: list[Hit]
    near: list[Hit]
    all: int
    ring: tuple[str, str] | None = None

    @property
    def weak(self) -> bool:
        """Whether the best hit is doubtful."""
        return bool(self.hits) and self.hits[0].weak


def hits_for(
    base: OpenBase,
    query: str,
    *,
    count: int | None = None,
    kinds: Collection[str] | None = None,
    subject: str | None = None,
    settings: Settings = Settings(),  # noqa: B008  # it cannot be changed
    everywhere: bool = False,
    half_typed: bool = False,
) -> Hits:
    """The best hits for a query, of some kinds and one subject alone when they are given.

    `query`: without CPR numbers and with single blanks; an empty one lists the entries of the subject. `count`: at most
    so many; None: `SHOWN`, or all of the subject when it is listed. `settings`: places of other kommuner than the
    chosen one, and of other regions, are left out, unless they are asked for by name or `everywhere`; so are lines for
    staff, for a volunteer.
    `half_typed`: the last word may be only begun.
    """
    wanted = frozenset(kinds) if kinds else None
    if query:
        most = SHOWN if count is None else count
        chosen = count is not None  # then even what is far behind the best one is wanted
        found = search(
            base.db,
            query,
            limit=most + _SPARE,
            kinds=wanted,
            subject=subject,
            everything=chosen,
            half_typed=half_typed,
        )
        kept = found if chosen or half_typed else quiet(found)
        hits = _in_the_way(base, kept, query, settings, everywhere)[:most]
        total = len(hits)
    else:
        listed = lookup.of_subject(base.db, subject or "", wanted)
        hits = _in_the_way(base, listed, query, settings, everywhere)
        total, hits = len(hits), hits[:count]
    sure = bool(hits) and not hits[0].weak
    near = [] if hits else _in_the_way(base, guesses(base.db, query), query, settings, everywhere)
    ring = None if sure or not settings.municipality else lookup.number_of_municipality(base.db, settings.municipality)
    return Hits(query, hits, near, total, ring)


def quiet(hits: list[Hit]) -> list[Hit]:
    """The hits without those far behind the best one: most of these have nothing to do with the search.

    Forms and places count less than tasks, so each hit is measured by what its kind counts.
    """
    if not hits:
        return hits
    best = hits[0].points / weights.KIND[hits[0].kind]
    return [hit for hit in hits if hit.points >= weights.QUIET * min(hits[0].points, best * weights.KIND[hit.kind])]


def _in_the_way(base: OpenBase, hits: list[Hit], query: str, settings: Settings, everywhere: bool) -> list[Hit]:
    """The hits that this helper has a use for, the own kommune's places before those of others.

    Places of other kommuner and regions, and what the kommune does not use, are left out.
    """
    places = lookup.places_among(base.db, [hit.id for hit in hits if hit.kind == "sted"])
    asked = fold(query)
    unused = frozenset() if everywhere else hidden(base.db, settings.municipality)
    region = lookup.region_of(base.db, settings.municipality) if places else None

    def useful(hit: Hit) -> bool:
        if hit.id in unused and asked != hit.id:
            return False
        place = places.get(hit.id)
        if place is None:
            return True
        if place.staff_only and settings.role == "frivillig":
            return False
        own = settings.municipality is None or place.municipality in (None, settings.municipality)
        own = own or (place.municipality or "") in asked
        near = None in (region, place.region) or place.region == region or fold(place.region or "") in asked
        return everywhere or (own and near) or asked in (hit.id, fold(hit.title))

    left = [hit for hit in hits if useful(hit)]
    if settings.municipality is None:
        return [_with_municipality(hit, places[hit.id].municipality) if hit.id in places else hit for hit in left]
    among = [hit for hit in left if hit.id in places]
    among.sort(key=lambda hit: places[hit.id].municipality != settings.municipality)
    in_order = iter(among)
    return [next(in_order) if hit.id in places else hit for hit in left]


def _with_municipality(hit: Hit, municipality: str | None) -> Hit:
    """A place's hit with its kommune in the title, where no kommune is chosen that would say it."""
    if municipality is None or municipality in fold(hit.title):
        return hit
    return hit._replace(title=f"{hit.title} ({municipality.replace('-', ' ').title()})")
