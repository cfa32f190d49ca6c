"""Choosing: whose local layer is used and who the helper is, kept for the next time.

Here goes what every face does with the user's settings. Functions raise BlanketError when they cannot be saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blanket.search import lookup
from blanket.search.words import fold
from blanket.settings import ROLES, load_settings, save_settings
from blanket.texts import desk as desk_texts
from blanket.texts import lines as line_texts
from blanket.texts import places as texts

if TYPE_CHECKING:
    from blanket.desk.opening import OpenBase
    from blanket.kb.format.model import Municipality


MOST_WORDS = 5  # of an answer to who somebody is; more are what a citizen says


def choose_municipality(base: OpenBase, chosen: Municipality) -> str:
    """Use this kommune's local layer from now on. Returns a sentence that says so, and how much of it is known."""
    save_settings(load_settings()._replace(municipality=chosen.id, no_municipality=False))
    return _chosen(base, chosen)


def choose_no_municipality() -> None:
    """Use no local layer from now on."""
    save_settings(load_settings()._replace(municipality=None, no_municipality=True))


def kommune_named(base: OpenBase, name: str) -> str:
    """Use the layer of the kommune that a name means, or of none. Returns a sentence that says so.

    Raises BlanketError when it is not in the base or means more than one.
    """
    from blanket.desk.opening import chosen_municipality

    if fold(name) in map(fold, desk_texts.DESK_KOMMUNE_NONE):
        choose_no_municipality()
        return texts.MUNICIPALITY_CLEARED
    chosen = chosen_municipality(base, name)
    assert chosen is not None  # an unknown one raises
    return choose_municipality(base, chosen)


def _chosen(base: OpenBase, chosen: Municipality) -> str:
    """That a kommune is chosen, and what is known of it: of most there is little, and nobody should look for more."""
    number = bool(lookup.number_of_municipality(base.db, chosen.id))
    places = lookup.places_among(base.db, lookup.ids_of_kind(base.db, "sted"))
    own = sum(place.municipality == chosen.id for place in places.values())
    counted = [
        names[count != 1].format(count=count)
        for names, count in ((texts.KNOWN_PLACES, own), (texts.KNOWN_NOTES, len(chosen.tasks)))
        if count
    ]
    if not number and not counted:
        return texts.MUNICIPALITY_CHOSEN_BARE.format(name=chosen.title)
    known = [*([texts.KNOWN_NUMBER] if number else []), *counted]
    local = texts.KNOWN_AND.join([*([", ".join(known[:-1])] if known[:-1] else []), known[-1]])
    return texts.MUNICIPALITY_CHOSEN.format(name=chosen.title, local=local if number else local + texts.BUT_NO_NUMBER)


def choose_role(role: str) -> None:
    """The helper is this from now on: one of `settings.ROLES`."""
    save_settings(load_settings()._replace(role=role))


def choose_printer(name: str) -> None:
    """Papers go to this printer from now on."""
    save_settings(load_settings()._replace(printer=name))


def role_meant(said: str) -> str | None:
    """The role that an answer names: 1, 2 or 3, its name, or in a few words who somebody is; None when none is."""
    answer = fold(said).strip().strip(".")
    if answer in ("1", "2", "3"):
        return ROLES[int(answer) - 1]
    if len(answer.split()) > MOST_WORDS:
        return None
    return next((role for role, words in line_texts.ROLE_WORDS if any(fold(word) in answer for word in words)), None)


def role_chosen() -> str | None:
    """Who the helper has said to be, or None."""
    return load_settings().role
