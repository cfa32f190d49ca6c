"""A base of a few entries, opened as every face opens it, with a cache and settings of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from blanket import paths
from blanket.desk.opening import OpenBase, open_base
from tests.conftest import SMALL_BASE, WriteKb, write_files

Opened = Callable[..., OpenBase]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_kb: WriteKb) -> Iterator[Opened]:
    """`desk()` opens the small base; `desk({"opgaver/x.yaml": …})` lays a kommune's own folder over it."""
    shipped = write_files(tmp_path / "shipped", SMALL_BASE)
    packed = paths.shipped
    monkeypatch.setattr(paths, "shipped", lambda name: shipped if name == "kb" else packed(name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))
    monkeypatch.delenv("BLANKET_KB", raising=False)
    with ExitStack() as stack:

        def opened(own: dict[str, str] | None = None) -> OpenBase:
            return stack.enter_context(open_base([write_kb(own)] if own else []))

        yield opened
