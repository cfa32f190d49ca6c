"""A release: what stops it, what goes with it, who can read it, and that it can be replaced at any time."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from blanket import __version__
from blanket.desk import publishing
from blanket.desk.handing_out import Request, page_of
from blanket.desk.opening import OpenBase, chosen_municipality, open_base
from blanket.desk.publishing import Published, Terms, last_release, publish
from blanket.desk.trying import try_out
from blanket.errors import BlanketError
from blanket.guide.rendering import _environment
from blanket.kb.base import load
from blanket.kb.format.problem import Problem
from blanket.search import index, lookup, release
from blanket.search.engine import search
from blanket.search.release import RELEASE, Release
from blanket.settings import Settings, save_settings
from tests.conftest import MUNICIPALITY, TASK, WriteKb
from tests.desk.conftest import Opened

FIRST = Path(__file__).parents[1] / "data" / "udgivelse-1.blanket"  # made by the first version that made any
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
OWN = {
    "kommuner/odense.yaml": MUNICIPALITY + "logo: {fil: vaaben.svg, alt: Odenses våben}\n",
    "kommuner/vaaben.svg": SVG,
    "templates/handout.txt.j2": "ODENSES SKABELON {{ doc.title }}",
}


@pytest.fixture
def published(desk: Opened, write_kb: WriteKb, tmp_path: Path) -> Callable[..., Published]:
    """Publish the small base with an own folder over it, to udgivet/vidensbase.blanket."""
    (tmp_path / "udgivet").mkdir()

    def make(own: dict[str, str] | None = None, **terms: object) -> Published:
        shutil.rmtree(tmp_path / "kb", ignore_errors=True)
        _environment.cache_clear()  # one process publishes once
        folder = write_kb(OWN if own is None else own)
        return publish(
            tmp_path / "udgivet", folder, [tmp_path / "shipped", folder], no_search, Terms(**terms)  # type: ignore[arg-type]
        )  # fmt: skip

    return make


def no_search(query: str) -> Sequence[str]:
    raise AssertionError(f"the small base has no søgetest: {query}")


def text_of(file: Path, identifier: str = "skift-laege") -> tuple[str, list[str]]:
    """The text page of an entry as whoever uses the file gets it, and what is said beside it."""
    with open_base([file]) as base:
        found = lookup.get(base.db, identifier)
        assert found is not None
        page = page_of(base, [found], Request(form="txt", municipality=chosen_municipality(base, None)))
        return page.content.decode(), base.notes


def set_meta(file: Path, key: str, value: str) -> None:
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE meta SET value = ? WHERE key = ?", (value, key))
        db.commit()


def test_one_file_holds_all_and_no_path_of_whoever_made_it(published: Callable[..., Published], tmp_path: Path) -> None:
    """Stumbles 16 and 17."""
    done = published(name="Uge 48")
    assert done.file == tmp_path / "udgivet" / "vidensbase.blanket"
    assert done.release == Release("Uge 48", done.release.made, __version__, "odense", RELEASE)
    assert str(tmp_path).encode() not in done.file.read_bytes()
    for folder in ("kb", "shipped"):
        shutil.rmtree(tmp_path / folder)
    page, _ = text_of(done.file)
    assert page == "ODENSES SKABELON Skift læge\n"
    with open_base([done.file]) as base:
        assert base.release == done.release
        chosen = chosen_municipality(base, None)
        assert chosen is not None
        assert chosen.id == "odense"
        found = lookup.get(base.db, "skift-laege")
        assert found is not None
        pdf = page_of(base, [found], Request(form="html", municipality=chosen)).content
        assert b"Odenses v\xc3\xa5ben" in pdf
        assert not [note for note in base.notes if "logo" in note.lower()]


def test_whoever_has_chosen_another_kommune_or_none_keeps_that(published: Callable[..., Published]) -> None:
    file = published().file
    with open_base([file]) as base:
        save_settings(Settings(no_municipality=True))
        assert chosen_municipality(base, None) is None


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ({"opgaver/skift-laege.yaml": TASK.replace("emne: sundhed", "emne: sunhed")}, "B025"),
        ({"opgave/ny.yaml": TASK.replace("skift-laege", "ny")}, "B015"),
        ({"kommuner/odense.yaml": OWN["kommuner/odense.yaml"]}, "B057"),
        ({"templates/handout.txt.j2": "{{ doc.findes_ikke }}"}, "B058"),
        ({"templates/handuot.txt.j2": "hej"}, "B058"),
        ({"templates/handout.typ.j2": "#findes-ikke()"}, "B058"),
    ],
)
def test_nothing_is_published_when_anything_is_broken(
    published: Callable[..., Published], tmp_path: Path, own: dict[str, str], says: str
) -> None:
    """Stumbles 9 and 11."""
    before = published()
    kept = before.file.read_bytes()
    with pytest.raises(BlanketError, match=says):
        published(own)
    assert before.file.read_bytes() == kept
    done = published(own, anyway=True)
    assert says in [found.code for found in done.problems]
    assert [file.name for file in done.left_out] == (["skift-laege.yaml"] if says == "B025" else [])


def test_what_is_saved_while_it_is_checked_waits_for_the_next_release(
    published: Callable[..., Published], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that breaks, one that comes, a vouch: the release holds what was read and checked, and nothing of it."""
    (tmp_path / "shipped/opgaver/gammel.yaml").write_text(TASK.replace("skift-laege", "gammel"), encoding="utf-8")

    def edit(*_: object, **__: object) -> list[Problem]:
        for name in ("opgaver/skift-laege.yaml", "ordbog.yaml", "kontrol.tsv"):
            (tmp_path / "shipped" / name).write_text("id: [", encoding="utf-8")
        (tmp_path / "shipped/opgaver/ny.yaml").write_text(TASK.replace("skift-laege", "ny"), encoding="utf-8")
        (tmp_path / "shipped/opgaver/gammel.yaml").unlink()
        return []

    monkeypatch.setattr(publishing, "try_out", edit)
    done = published({})
    with open_base([done.file]) as base:
        assert sorted(lookup.ids_of_kind(base.db, "opgave")) == ["gammel", "skift-laege"]
        assert lookup.ids_of_kind(base.db, "ord") == ["ord-partshoering"]
        assert lookup.get(base.db, "skift-laege") is not None
    assert done.entries == 7
    assert done.left_out == []


@pytest.mark.parametrize("name", ["kommuner/vaaben.svg", "templates/handout.txt.j2", "templates/guide.txt.j2"])
def test_a_logo_or_template_that_changes_while_it_is_tried_stops_the_release(
    published: Callable[..., Published], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def edit(*_: object, **__: object) -> list[Problem]:
        (tmp_path / "kb" / name).write_text("ny", encoding="utf-8")
        return []

    monkeypatch.setattr(publishing, "try_out", edit)
    with pytest.raises(BlanketError, match=f"{Path(name).name} blev ændret"):
        published()
    assert list((tmp_path / "udgivet").iterdir()) == []


def test_sound_logos_and_templates_are_in_order(write_kb: WriteKb, desk: Opened, tmp_path: Path) -> None:
    folders = [tmp_path / "shipped", write_kb(OWN)]
    assert try_out(load(folders), folders) == []


def test_what_nobody_has_vouched_for_is_counted(published: Callable[..., Published]) -> None:
    deadline = 'frister:\n- {tekst: Senest fredag., kilde: "https://www.borger.dk/"}\n'
    counts = published({**OWN, "opgaver/skift-laege.yaml": TASK + deadline}).unvouched
    assert (counts.deadlines.unvouched, counts.sums.unvouched, counts.answers.unvouched) == (1, 0, 0)


def test_releases_of_one_day_have_names_of_their_own(published: Callable[..., Published]) -> None:
    names = [published().release.name for _ in range(3)]
    assert names == [names[0], f"{names[0]}.2", f"{names[0]}.3"]


def test_the_last_release_is_remembered_for_the_trend(published: Callable[..., Published], tmp_path: Path) -> None:
    done = published()
    kept = last_release(tmp_path / "kb")
    assert kept is not None
    assert kept[0] == done.release
    assert kept[1]["opslag"] == 6
    assert last_release(tmp_path / "shipped") is None


# --- Who can read it -----------------------------------------------------------------------------------------------


def test_search_tables_of_another_format_are_made_anew_from_the_content(
    published: Callable[..., Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stumble 16."""
    file = published().file
    with open_base([file]) as base:
        wanted = [hit.id for hit in search(base.db, "ny læge")]
        words = lookup.ids_of_kind(base.db, "ord")
    with closing(sqlite3.connect(file)) as db:  # as a version with other tables would have made it
        db.execute("UPDATE meta SET value = '17' WHERE key = 'format'")
        for table in ("posting", "term", "form", "number", "reference", "former"):
            db.execute(f"DROP TABLE {table}")
        db.commit()
    with open_base([file]) as base:
        assert [hit.id for hit in search(base.db, "ny læge")] == wanted
        assert lookup.ids_of_kind(base.db, "ord") == words
        assert base.release is not None
    assert text_of(file)[0].startswith("ODENSES SKABELON")
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)  # where nothing can be kept it is made in memory
    with open_base([file]) as base:
        assert [hit.id for hit in search(base.db, "ny læge")] == wanted


def test_the_first_release_ever_made_is_read_by_its_own_program_and_the_next(
    desk: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A release format is raised with what reads the one before: then this file moves on to that format."""
    desk()
    file = Path(shutil.copy(FIRST, tmp_path))
    for program in (1, 2):
        monkeypatch.setattr(release, "RELEASE", program)
        with open_base([file]) as base:
            assert next(hit.id for hit in search(base.db, "ny læge")) == "skift-laege"


def test_a_newer_release_says_who_must_do_what(published: Callable[..., Published]) -> None:
    file = published().file
    set_meta(file, "udgivelsesformat", str(RELEASE + 1))
    set_meta(file, "program", "0.9.0")
    with pytest.raises(BlanketError, match="nyere blanket") as refused, open_base([file]):
        pass
    assert "Opdater blanket" in refused.value.cure
    assert "0.9.0" in refused.value.cure


def test_a_key_that_only_a_newer_program_knows_says_the_same(published: Callable[..., Published]) -> None:
    file = published().file
    set_meta(file, "program", "9.0.0")
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE entry SET body = json_insert(CAST(body AS TEXT), '$.nyt', 'x') WHERE id = 'skift-laege'")
        db.commit()
    with open_base([file]) as base, pytest.raises(BlanketError) as refused:
        base.ask(lambda base: lookup.get(base.db, "skift-laege"))
    assert "Opdater blanket" in refused.value.cure


def test_a_release_that_is_too_old_is_for_whoever_publishes(
    published: Callable[..., Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = published().file
    monkeypatch.setattr(release, "RELEASE", RELEASE + 2)
    with pytest.raises(BlanketError, match="ældre blanket") as refused, open_base([file]):
        pass
    assert "kb udgiv" in refused.value.cure


@pytest.mark.parametrize("name", ["logo/../../ud.svg", "/etc/ud.svg", "logo/a/b.svg", "templates/..", "andet/x"])
def test_a_crafted_release_writes_nothing_outside_of_its_folder(
    published: Callable[..., Published], tmp_path: Path, name: str
) -> None:
    file = published().file
    with closing(sqlite3.connect(file)) as db:
        db.execute("INSERT INTO attachment VALUES (?, ?)", (name, b"<svg/>"))
        db.commit()
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    text_of(file)
    made = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert not [path for path in made if path.name in ("ud.svg", "b.svg", "x")]


# --- While others read ---------------------------------------------------------------------------------------------


def test_a_release_out_of_reach_goes_on_from_the_last_copy_and_says_so(
    published: Callable[..., Published], tmp_path: Path
) -> None:
    file = published(name="Uge 48").file
    text_of(file)
    (tmp_path / "udgivet").rename(tmp_path / "væk")
    page, notes = text_of(file)
    assert "Skift læge" in page
    assert any("kan ikke nås" in note and "Uge 48" in note for note in notes)


def test_a_desk_that_is_open_takes_the_new_release_and_outlives_its_absence(
    published: Callable[..., Published], tmp_path: Path
) -> None:
    file = published(name="en").file
    base = OpenBase([file])
    try:
        published(name="to")
        assert base.renew()
        assert base.release is not None
        assert base.release.name == "to"
        file.unlink()
        assert not base.renew()
        assert lookup.get(base.db, "skift-laege") is not None
    finally:
        base.close()


def test_a_file_that_somebody_has_open_on_windows_is_tried_again(
    published: Callable[..., Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [32, 5, 33]
    real = os.replace

    def replace(source: str, target: str) -> None:
        if held and str(target).endswith("vidensbase.blanket"):
            error = PermissionError(13, "held")
            error.winerror = held.pop()  # type: ignore[attr-defined]
            raise error
        real(source, target)

    published()
    monkeypatch.setattr(os, "replace", replace)
    assert published(name="ny").release.name == "ny"
    assert held == []


def test_the_same_base_at_the_same_time_gives_the_same_bytes(
    published: Callable[..., Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    first = published(name="ny").file.read_bytes()
    assert index.open_one_file(published(name="ny").file).db.release.made.startswith("2026-11-18")  # type: ignore[attr-defined]
    assert published(name="ny").file.read_bytes() == first


def test_a_file_that_is_never_let_go_of_stays_as_it_was(
    published: Callable[..., Published], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = published(name="gammel").file

    def replace(source: str, target: str) -> None:
        error = PermissionError(13, "held")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(index, "PATIENCE", 0.1)
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(BlanketError, match="vidensbase"):
        published(name="ny")
    monkeypatch.undo()
    assert index.open_one_file(file).db.release.name == "gammel"  # type: ignore[attr-defined]
    assert [path.name for path in file.parent.iterdir()] == [file.name]
