"""Names of files that a page is written to."""

from __future__ import annotations

import pytest

from blanket.desk.paper_files import is_no_windows_name


@pytest.mark.parametrize(
    "name", ["nul.pdf", "CON", "aux.txt", "com1.pdf", "a:b.pdf", "hvad?.pdf", "a|b", 'sagt "ja".pdf']
)
def test_windows_has_no_file_of_that_name(name: str) -> None:
    assert is_no_windows_name(name)


@pytest.mark.parametrize("name", ["ark.pdf", "ark til Åse.pdf", "nulpunkt.pdf", "konto.pdf", "skift-laege-2.pdf"])
def test_a_usual_name_is_one(name: str) -> None:
    assert not is_no_windows_name(name)
