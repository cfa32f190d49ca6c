"""The list that follows each letter at the desk, and what stands beside it: what is typed is half a word, mostly.

Here goes what a list on a screen that a citizen may see must not show, and the panes that stand in the guide's place.
How hits are found is for `finding`, what a guide says for `guiding`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from blanket.desk.finding import Hits, hits_for
from blanket.desk.guiding import full_guide, guide_for, has_screen, one_screen
from blanket.desk.opening import OpenBase, chosen_municipality, noted_settings
from blanket.desk.places import PlaceQuery, acute_help, places_for
from blanket.search import lookup
from blanket.search.ranking import Hit
from blanket.search.words import content, query_words, words
from blanket.texts import desk as texts
from blanket.texts import places as place_texts

if TYPE_CHECKING:
    from blanket.desk.visit import Pane, Visit
    from blanket.guide.screens.screen import Row


_ID = re.compile(r"\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")  # as the guide's templates name an entry


def hits_typed(base: OpenBase, query: str, typed: str) -> Hits:
    """The hits for what stands in the field now. `typed`: the field as it is; `query`: without the number of a hit.

    Sensitive entries (violence, suicide, debt) stand in it only when a word of their own is typed whole.
    """
    if not query:
        return Hits("", [], [], 0)
    settings = noted_settings(base)
    if lookup.names_entry(base.db, typed):
        query = typed
    found = hits_for(base, query, settings=settings, half_typed=not typed.endswith(" "))
    return found._replace(hits=_seemly(base, found.hits, query), near=_seemly(base, found.near, query))


def _seemly(base: OpenBase, hits: list[Hit], query: str) -> list[Hit]:
    """The hits without sensitive ones that no whole word of theirs was typed for."""
    own_words = lookup.sensitive_among(base.db, [hit.id for hit in hits])
    if not own_words:
        return hits
    typed = {token.bare for token in content(query_words(query)) if not token.action}
    seemly = {one for one, own in own_words.items() if typed & {token.bare for token in words(own)}}
    return [hit for hit in hits if hit.id not in own_words or hit.id in seemly]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a pane is made from: it goes to the thread of the base, so it changes no more."""

    pane: Pane
    id: str | None
    together: bool | None
    mitid: bool | None
    subject: str | None = None
    linked: bool = False


def beside(visit: Visit, subject: str | None = None, *, linked: bool = False) -> Beside:
    """What the visit wants to see now. `subject`: of acute help; None: that of the visit.

    `linked`: ids in the whole guide give way to numbers, for a face where one key follows them.
    """
    chosen = visit.chosen.id if visit.chosen else None
    return Beside(visit.pane, chosen, visit.together, visit.mitid, subject or visit.subject, linked)


@dataclass(frozen=True, slots=True)
class Shown:
    """The lines of a pane. `numbered`: the ids of what has a number in them, in order."""

    rows: list[Row]
    numbered: list[str] = field(default_factory=list)


def pane(base: OpenBase, wanted: Beside, width: int) -> tuple[list[Row], list[Hit]]:
    """The lines of a pane, at most `width` characters each, and what has a number in them.

    No lines where there is nothing to show.
    """
    match wanted.pane:
        case "steder":
            shown = places_today(base, width)
        case "akut":
            shown = crisis(base, width, wanted.subject)
        case "hotline":
            shown = hotline(base, width)
        case "kommune":
            shown = Shown(kommune(base, width))
        case _:
            shown = Shown(_of_entry(base, wanted, width))
            shown = _linked(base, shown.rows) if wanted.linked else shown
    known = {hit.id: hit for hit in lookup.as_hits(base.db, shown.numbered)}
    return shown.rows, [known[identifier] for identifier in shown.numbered if identifier in known]


def _linked(base: OpenBase, rows: list[Row]) -> Shown:
    """The lines of a guide with a number for each entry that they name by its id."""
    named = list(dict.fromkeys(found for row in rows for found in _ID.findall(row.text)))
    known = lookup.titles(base.db, named)
    ids = [identifier for identifier in named if identifier in known]
    numbers = {identifier: f"[{number}]" for number, identifier in enumerate(ids, 1)}

    def numbered(text: str) -> str:
        return _ID.sub(lambda found: numbers.get(found[1], found[0]), text)

    return Shown([row._replace(text=numbered(row.text)) for row in rows], ids)


def _of_entry(base: OpenBase, wanted: Beside, width: int) -> list[Row]:
    from blanket.guide.screens.coaching import coached
    from blanket.guide.screens.screen import Row, wrapped_rows

    found = lookup.get(base.db, wanted.id) if wanted.id else None
    if found is None:
        return []
    guiding = guide_for(base, found)
    advice = [] if wanted.together is None else coached(guiding.guide, width, together=wanted.together)
    if wanted.pane in ("alt", "kilder") or not has_screen(guiding):
        text = full_guide(guiding, width, coloured=False, sources=wanted.pane == "kilder")
        full = [Row(line, "bold" if at == 0 else "") for at, line in enumerate(text.splitlines())]
        return [*full[:1], *advice, *full[1:]]
    has_net = bool(getattr(guiding.guide.entry, "digital", None))
    on_net = has_net and (wanted.pane == "net" or (wanted.pane == "skærm" and wanted.mitid is True))
    if wanted.pane == "net" and not has_net:
        return wrapped_rows(texts.DESK_NO_NET, width)
    shown = one_screen(guiding, width, net=on_net)
    return [*shown[:1], *advice, *shown[1:]] if wanted.pane == "net" else [*shown, *advice]


def places_today(base: OpenBase, width: int) -> Shown:
    """Who is out today: the kommune's places with the hours of the day."""
    from blanket.guide.screens.place_rows import Group, grouped, legend, place_rows
    from blanket.guide.screens.screen import wrapped_rows

    found = places_for(base, PlaceQuery(day=texts.DESK_TODAY))
    named = lookup.times_named(base.db, [view.place.id for view in found.views])
    views = sorted(found.views, key=lambda view: (view.is_over, -named.get(view.place.id, 0)))
    groups = [group for group in grouped(views, found.kommune) if not group.short]
    untimed = [
        view for view in places_for(base, PlaceQuery()).views if view.place.municipality and not view.place.hours
    ]
    if found.kommune and untimed:
        groups.append(Group(place_texts.OPEN_UNKNOWN, untimed, short=True, timeless=True))
    numbered = [view.place.id for group in groups for view in group.views]
    own = found.kommune
    shown = [*place_rows(groups, width), *legend([view for group in groups for view in group.views])]
    if all(group.timeless for group in groups):  # none is known to be open today
        known = own and any(view.place.municipality for view in places_for(base, PlaceQuery()).views)
        said = texts.DESK_NOBODY_OUT if known else texts.DESK_NO_PLACES if own else texts.DESK_NO_PLACES_ANYWHERE
        shown = [*wrapped_rows(said.format(name=own), width), *shown]
    return Shown(shown, numbered)


def hotline(base: OpenBase, width: int) -> Shown:
    """The lines that only staff may ring, with whether they are open now. A volunteer is told whom to ask."""
    from blanket.guide.screens.may_i import VOLUNTEER
    from blanket.guide.screens.place_rows import Group, legend, place_rows
    from blanket.guide.screens.screen import Row, wrapped_rows

    if noted_settings(base).role == VOLUNTEER:
        return Shown(wrapped_rows(texts.DESK_HOTLINE_VOLUNTEER, width))
    found = places_for(base, PlaceQuery())
    views = [view for view in found.views if view.staff_only]
    if not views:
        said = texts.DESK_NO_HOTLINE if found.kommune else texts.DESK_NO_HOTLINE_ANYWHERE
        return Shown(wrapped_rows(said.format(name=found.kommune), width))
    rows = place_rows([Group(texts.DESK_HOTLINE, views)], width)
    end = [*legend(views), Row(""), *wrapped_rows(texts.DESK_HOTLINE_NOT_OUT, width)]
    return Shown([*rows, *end], [view.place.id for view in views])


def crisis(base: OpenBase, width: int, subject: str | None = None) -> Shown:
    """Whom to ring at once, by subject; one subject alone when it is given."""
    from blanket.guide.screens.place_rows import acute_rows
    from blanket.guide.screens.screen import Row, wrapped_rows

    found = acute_help(base, subject)
    rows = acute_rows([(item.subject, item.views, [task.content for task in item.tasks]) for item in found], width)
    numbered = [identifier for item in found for identifier in item.numbered]
    return Shown([Row(texts.DESK_CRISIS, "bold"), *wrapped_rows(texts.DESK_CRISIS_112, width), *rows], numbered)


def kommune(base: OpenBase, width: int) -> list[Row]:
    """What is local in the chosen kommune, or how to choose one."""
    from blanket.guide.screens.screen import wrapped_rows

    chosen = chosen_municipality(base, None)
    found = lookup.get(base.db, chosen.id) if chosen else None
    if found is None:
        return wrapped_rows(f"{place_texts.NO_MUNICIPALITY} {texts.DESK_CHOOSE_MUNICIPALITY}", width)
    return [*one_screen(guide_for(base, found), width), *wrapped_rows(texts.DESK_CHOOSE_MUNICIPALITY, width)]
