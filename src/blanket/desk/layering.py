"""An entry as the chosen kommune has it, and what the user should be told about its layer.

Here goes what every face does with a found entry once it is known whose layer is used.
"""

from __future__ import annotations

from collections.abc import Sequence

from blanket.desk.opening import OpenBase
from blanket.errors import BlanketError
from blanket.search import lookup
from blanket.search.layered import is_outdated_copy
from blanket.search.lookup import Found
from blanket.texts import layers as texts


def as_laid(base: OpenBase, found: Found, municipality: str | None) -> Found:
    """The entry with the layer of a kommune over it. Notes what in the layer is older than the shared base.

    `municipality`: its id, or None for the entry as it is shared.
    """
    base.use_layer(municipality)
    laid = lookup.get(base.db, found.id) or found
    if laid.outdated:
        base.note(texts.LAYER_OUTDATED.format(keys=", ".join(laid.outdated), id=laid.id))
    if laid.folder and is_outdated_copy(base.db, laid.id):
        base.note(texts.COPY_OUTDATED.format(id=laid.id))
    if laid.hidden:
        base.note(texts.LAYER_HIDES.format(id=laid.id))
    return laid


def to_hand_out(base: OpenBase, entries: Sequence[Found], municipality: str | None) -> list[Found]:
    """The entries of a page, laid. Raises BlanketError for one that the kommune does not use."""
    laid = [as_laid(base, found, municipality) for found in entries]
    for found in laid:
        if found.hidden:
            raise BlanketError(texts.LAYER_HIDES.format(id=found.id), texts.LAYER_HIDES_CURE)
    return laid
