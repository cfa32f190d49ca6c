"""Whose numbers `vis 1` means: those of this terminal's last search, whatever started the command there."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from blanket.desk.last_search import last_hit
from tests.desk.conftest import Opened


def search(identifier: str, *, elsewhere: bool) -> None:
    """A search that found one entry, in a process of its own: in this terminal, or in another one."""
    code = f"from blanket.desk.last_search import remember; remember([{identifier!r}])"
    # as a launcher does: the process that searches is not the shell's own child
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], check=True)"
    subprocess.run([sys.executable, "-c", parent], start_new_session=elsewhere, env=os.environ, check=True, timeout=60)


@pytest.mark.usefixtures("desk")
@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows no sessions: there the last search anywhere is meant"
)
def test_a_terminals_own_search_goes_before_a_newer_one_elsewhere() -> None:
    search("skift-laege", elsewhere=False)
    search("doedsfald", elsewhere=True)
    assert last_hit(1) == "skift-laege"


def test_without_a_search_of_ones_own_the_last_one_anywhere_is_meant(desk: Opened) -> None:
    desk()
    search("doedsfald", elsewhere=True)
    assert last_hit(1) == "doedsfald"
