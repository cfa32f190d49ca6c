"""One writer at a time: a lock that somebody looks at is let go all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.kb.editing.locking import locked


def test_a_lock_that_another_program_has_open_for_a_moment_is_taken_away_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows deletes no file that is open: what stayed kept everybody out for ten seconds and then failed."""
    refusals = [PermissionError(13, "sharing violation")] * 2
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if refusals:
            raise refusals.pop()
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    with locked(tmp_path / "a.json"):
        assert [file.name for file in tmp_path.iterdir()] == [".a.json.lås"]
    assert list(tmp_path.iterdir()) == []
