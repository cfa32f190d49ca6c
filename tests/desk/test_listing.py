"""The panes that stand beside the desk's list."""

from __future__ import annotations

from typing import get_args

import pytest

from blanket.desk.listing import Beside, pane
from blanket.desk.visit import OF_ENTRY, Pane
from blanket.search import lookup
from tests.desk.conftest import Opened

WORDS = "ord:\n- ord: partshøring\n  betyder: Du må sige din mening, før der bliver bestemt noget.\n"


@pytest.mark.parametrize("asked", [one for one in get_args(Pane) if one in OF_ENTRY])
def test_every_kind_of_entry_has_something_in_each_pane_of_an_entry(desk: Opened, asked: Pane) -> None:
    base = desk({"ordbog.yaml": WORDS})
    for kind in ("opgave", "blanket", "forløb", "sted", "kommune", "ord"):
        for identifier in lookup.ids_of_kind(base.db, kind):
            assert pane(base, Beside(asked, identifier, None, None), 79)[0], (kind, identifier)
    assert lookup.ids_of_kind(base.db, "ord")
