"""The list that follows each letter at the desk, and what stands beside it: what is typed is half a word, mostly.

Here goes what a list on a screen that a citizen may see must not show, and the panes that stand in the guide's place.
How hits are found is for `finding`, what a guide says for `guiding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from blanket import texts
from blanket.desk.finding import Hits, hits_for
from blanket.desk.guiding import full_guide, guide_for, has_screen, one_screen
from blanket.desk.opening import OpenBase, chosen_municipality, noted_settings
from blanket.desk.places import Asked, acute_help, places_for
from blanket.search import lookup
from blanket.search.ranking import Hit
from blanket.search.words import content, query_words, words

if TYPE_CHECKING:
    from blanket.desk.visit import Pane, Visit
    from blanket.guide.screens.screen import Row


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


def beside(visit: Visit) -> Beside:
    """What the visit wants to see now."""
    return Beside(visit.pane, visit.chosen.id if visit.chosen else None, visit.together, visit.mitid)


def pane_rows(base: OpenBase, wanted: Beside, width: int) -> list[Row]:
    """The lines of a pane, at most `width` characters each. Empty where there is nothing to show."""
    match wanted.pane:
        case "steder":
            return places_today(base, width)
        case "akut":
            return crisis(base, width)
        case "hotline":
            return hotline(base, width)
        case "kommune":
            return kommune(base, width)
        case _:
            return _of_entry(base, wanted, width)


def _of_entry(base: OpenBase, wanted: Beside, width: int) -> list[Row]:
    from blanket.guide.screens.coaching import coached
    from blanket.guide.screens.screen import Row

    found = lookup.get(base.db, wanted.id) if wanted.id else None
    if found is None:
        return []
    guiding = guide_for(base, found)
    advice = [] if wanted.together is None else coached(guiding.guide, width, together=wanted.together)
    if wanted.pane in ("alt", "kilder") or not has_screen(guiding):
        text = full_guide(guiding, width, coloured=False, sources=wanted.pane == "kilder")
        full = [Row(line, "bold" if at == 0 else "") for at, line in enumerate(text.splitlines())]
        return [*full[:1], *advice, *full[1:]]
    on_net = wanted.pane == "net" or (wanted.pane == "skærm" and wanted.mitid is True)
    shown = one_screen(guiding, width, net=on_net)
    return [*shown[:1], *advice, *shown[1:]] if wanted.pane == "net" else [*shown, *advice]


def places_today(base: OpenBase, width: int) -> list[Row]:
    """Who is out today: the kommune's places with the hours of the day."""
    from blanket.guide.screens.place_rows import grouped, legend, place_rows
    from blanket.guide.screens.screen import wrapped_rows

    found = places_for(base, Asked(day=texts.DESK_TODAY))
    groups = [group for group in grouped(found.views, found.kommune) if not group.short]
    if not groups:
        return wrapped_rows(texts.DESK_NOBODY_OUT, width)
    return [*place_rows(groups, width), *legend(found.views)]


def hotline(base: OpenBase, width: int) -> list[Row]:
    """The lines that only staff may ring, with whether they are open now. A volunteer is told whom to ask."""
    from blanket.guide.screens.may_i import VOLUNTEER
    from blanket.guide.screens.place_rows import Group, legend, place_rows
    from blanket.guide.screens.screen import Row, wrapped_rows

    if noted_settings(base).role == VOLUNTEER:
        return wrapped_rows(texts.DESK_HOTLINE_VOLUNTEER, width)
    views = [view for view in places_for(base, Asked()).views if view.staff_only]
    if not views:
        return wrapped_rows(texts.DESK_NO_HOTLINE, width)
    rows = place_rows([Group(texts.DESK_HOTLINE, views)], width)
    return [*rows, *legend(views), Row(""), *wrapped_rows(texts.DESK_HOTLINE_NOT_OUT, width)]


def crisis(base: OpenBase, width: int) -> list[Row]:
    """Whom to ring at once, by subject."""
    from blanket.guide.screens.place_rows import acute_rows
    from blanket.guide.screens.screen import Row, wrapped_rows

    found = [(item.subject, item.views, [task.content for task in item.tasks]) for item in acute_help(base)]
    return [Row(texts.DESK_CRISIS, "bold"), *wrapped_rows(texts.DESK_CRISIS_112, width), *acute_rows(found, width)]


def kommune(base: OpenBase, width: int) -> list[Row]:
    """What is local in the chosen kommune, or how to choose one."""
    from blanket.guide.screens.screen import wrapped_rows

    chosen = chosen_municipality(base, None)
    found = lookup.get(base.db, chosen.id) if chosen else None
    if found is None:
        return wrapped_rows(f"{texts.NO_MUNICIPALITY} {texts.DESK_CHOOSE_MUNICIPALITY}", width)
    return [*one_screen(guide_for(base, found), width), *wrapped_rows(texts.DESK_CHOOSE_MUNICIPALITY, width)]
