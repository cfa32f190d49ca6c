"""Choosing: whose local layer is used and who the helper is, kept for the next time.

Here goes what every face does with the user's settings. Functions raise BlanketError when they cannot be saved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from blanket.settings import load_settings, save_settings

if TYPE_CHECKING:
    from blanket.kb.format.model import Municipality


def choose_municipality(chosen: Municipality) -> None:
    """Use this kommune's local layer from now on."""
    save_settings(load_settings()._replace(municipality=chosen.id, no_municipality=False))


def choose_no_municipality() -> None:
    """Use no local layer from now on."""
    save_settings(load_settings()._replace(municipality=None, no_municipality=True))


def choose_role(role: str) -> None:
    """The helper is this from now on: one of `settings.ROLES`."""
    save_settings(load_settings()._replace(role=role))


def role_chosen() -> str | None:
    """Who the helper has said to be, or None."""
    return load_settings().role
