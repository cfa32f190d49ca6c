"""What tests of the site share: a small base with a site of it, and the shipped base's own, made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from blanket.desk.opening import OpenBase, chosen_municipality
from blanket.desk.website import Edition, Website, publish
from tests.conftest import SMALL_BASE, write_files

MakeSite = Callable[..., Path]
TODAY = "1795780800"  # 2026-11-27, as SOURCE_DATE_EPOCH


@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A home of the tests' own, and one day for all of them."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        for name in ("CACHE", "CONFIG", "DATA"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        yield


def written(folder: Path, named: list[Path], kommune: str | None = None, **asked: Any) -> Website:
    base = OpenBase(named)
    try:
        chosen = chosen_municipality(base, kommune)
        return publish(base, folder, Edition(municipality=chosen, **asked))
    finally:
        base.close()


@pytest.fixture
def make_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeSite:
    """`make_site({"opgaver/x.yaml": …}, despite="Lederen")`: the small base's site, these files laid over it."""

    def made(files: Mapping[str, str | bytes | None] | None = None, **asked: Any) -> Path:
        kb = write_files(tmp_path / "kb", {**SMALL_BASE, **(files or {})})
        monkeypatch.setattr("blanket.desk.opening.kb_folders", lambda _: [kb])
        return written(tmp_path / "site", [], **asked).folder

    return made


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory, _home: None) -> Website:
    """The site of the shipped base, which nobody has vouched for yet."""
    return written(tmp_path_factory.mktemp("site") / "hjaelp", [], despite="Lederen")


def texts_of(folder: Path) -> dict[str, str]:
    """Every file of a site that is text: path -> content."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".png")
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}
