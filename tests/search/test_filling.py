"""The index after any changes to the files is the index that would be made of them anew."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from blanket.kb.base import load
from blanket.search import filling
from blanket.search.index import open_index, open_one_file, write_file
from blanket.search.postings import BYTES, code, codes, from_blob, from_phrases, split_phrases, to_blob, to_phrases
from tests.conftest import FORM, GLOSSARY, MUNICIPALITY, SMALL_BASE, TASK, write_files

# What may stand at a place in one of two folders: as it was, other words, broken, or nothing at all.
TEXTS: dict[str, tuple[str | None, ...]] = {
    "opgaver/skift-laege.yaml": (TASK, TASK.replace("ny læge", "anden tandlæge med MitID"), "id: [", None),
    "opgaver/laegevalg.yaml": (
        TASK.replace("id: skift-laege", "id: laegevalg\ntidligere_id: [skift-laege, fd-001a]"),
        TASK.replace("id: skift-laege", "id: laegevalg"),
        TASK.replace("id: skift-laege", "id: laegevalg\ntidligere_id: [huslaege]"),
        None,
    ),
    "opgaver/fd-001a.yaml": (TASK.replace("id: skift-laege", "id: fd-001a") + "se_også: [skift-laege]\n", None),
    "blanketter/fd-001a.yaml": (FORM, FORM + "nummer: FD 001A\nsøgeord: [fritagelse, brev på papir]\n", None),
    "kommuner/odense.yaml": (MUNICIPALITY, MUNICIPALITY + "hjælper_med: [MitID]\n", "id: odense\nnavn: Odense\n", None),
    "opgaver/ord-partshoering.yaml": (TASK.replace("id: skift-laege", "id: ord-partshoering"), None),
    "ordbog.yaml": (
        GLOSSARY,
        GLOSSARY + "- ord: doktor\n  brug: [læge]\n  se: [skift-laege]\n",
        "ord:\n- ord: tandlæge\n  betyder: En læge til tænderne.\n",
        "ord: nej",
        None,
    ),
}
CHANGE = st.sampled_from([(folder, name, at) for folder in (0, 1) for name in TEXTS for at in range(len(TEXTS[name]))])
_clock = count(1_700_000_000)


def everything(db: sqlite3.Connection) -> dict[str, Any]:
    """What the index says, with words and entries by name: their numbers depend on what came first."""
    stems = dict(db.execute("SELECT n, stem FROM term"))
    ids = dict(db.execute("SELECT n, id FROM entry"))
    phrases = {
        ids[n]: [[stems.get(term, term) for term in phrase] for phrase in split_phrases(from_phrases(blob))]
        for n, blob in db.execute("SELECT n, phrases FROM entry")
    }
    own = {
        ids[n]: sorted((stems[term], w) for term, w in from_blob(blob))
        for n, blob in db.execute("SELECT n, terms FROM entry")
    }
    held = {
        stems[term]: sorted((ids[n], w) for n, w in from_blob(blob))
        for term, blob in db.execute("SELECT term, entries FROM posting")
    }
    return {
        "files": db.execute("SELECT path, id, problem FROM file ORDER BY path").fetchall(),
        "entries": db.execute("SELECT id, kind, title, number, path, folder, body FROM entry ORDER BY id").fetchall(),
        "phrases": phrases,
        "own": own,
        "held": held,
        "counts": dict(db.execute("SELECT stem, df FROM term")),
        "numbers": sorted((key, ids[n]) for key, n in db.execute("SELECT key, entry FROM number")),
        "references": sorted((target, ids[n]) for target, n in db.execute("SELECT target, entry FROM reference")),
        "former": db.execute("SELECT old, id, path FROM former ORDER BY old, path").fetchall(),
        "glossary": db.execute("SELECT key, said, uses, sees FROM lay ORDER BY key").fetchall(),
        "vouches": db.execute("SELECT id, fingerprint, day, role, folder FROM vouch ORDER BY id, folder").fetchall(),
        "meta": dict(db.execute("SELECT key, value FROM meta")),
    }


def but_for_origin(db: sqlite3.Connection) -> dict[str, Any]:
    """The same, but for files that are in use, for ids that live on, and for what the cache alone is told."""
    said = everything(db)
    said["files"] = [row for row in said["files"] if row[2] is not None]
    said["entries"] = [(*row[:4], *row[5:]) for row in said["entries"]]
    living = {row[0] for row in said["entries"]}
    said["former"] = sorted({(old, now) for old, now, _ in said["former"] if old not in living})
    for key in ("akin", "folders"):
        said["meta"].pop(key, None)
    return said


def put(folder: Path, name: str, text: str | None) -> None:
    """Write or delete a file, with a time of change that no file had before."""
    file = folder / name
    if text is None:
        file.unlink(missing_ok=True)
        return
    write_files(folder, {name: text})
    os.utime(file, (moment := next(_clock), moment))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CHANGE, min_size=1, max_size=4), min_size=1, max_size=5))
@example([[(1, "opgaver/skift-laege.yaml", 1)], [(1, "opgaver/skift-laege.yaml", 3)]])  # the shipped one shows again
@example([[(1, "opgaver/skift-laege.yaml", 2)], [(0, "opgaver/skift-laege.yaml", 1)]])
@example([[(0, "ordbog.yaml", 2), (1, "ordbog.yaml", 1)], [(0, "ordbog.yaml", 4)], [(1, "ordbog.yaml", 3)]])
@example([[(0, "opgaver/laegevalg.yaml", 0)], [(1, "opgaver/skift-laege.yaml", 0)], [(0, "opgaver/laegevalg.yaml", 1)]])
@example([[(1, "opgaver/laegevalg.yaml", 0)], [(1, "opgaver/laegevalg.yaml", 3)], [(1, "opgaver/skift-laege.yaml", 1)]])
@example([[(1, "opgaver/ord-partshoering.yaml", 0)], [(1, "opgaver/ord-partshoering.yaml", 1)]])  # a word shows again
@example([[(0, "opgaver/fd-001a.yaml", 0)], [(0, "blanketter/fd-001a.yaml", 2)], [(0, "opgaver/fd-001a.yaml", 1)]])
@example([[(0, "opgaver/laegevalg.yaml", 0), (1, "opgaver/laegevalg.yaml", 2)]])  # both say what it was called
def test_changes_lead_to_the_same_index_as_a_new_start(rounds: list[list[tuple[int, str, int]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        folders = [write_files(top / "shipped", SMALL_BASE), write_files(top / "own", {})]
        with closing(open_index(folders, top / "cache").db):
            pass
        for number, changes in enumerate(rounds):
            for folder, file, at in changes:
                put(folders[folder], file, TEXTS[file][at])
            with (
                closing(open_index(folders, top / "cache").db) as changed,
                closing(open_index(folders, top / f"new{number}").db) as new,
            ):
                assert everything(changed) == everything(new)
                base = load(folders)
                if not any(found.code == "B043" for found in base.problems):  # then it is said and not settled
                    write_file(top / "whole.blanket", partial(filling.fill_from_base, base=base))
                    with closing(open_one_file(top / "whole.blanket").db) as whole:
                        assert but_for_origin(whole) == but_for_origin(new)
                forms = "SELECT form.bare, stem FROM form JOIN term ON n = term"
                assert set(new.execute(forms)) <= set(changed.execute(forms))


def test_several_processes_make_the_same_index_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_files(tmp_path / "kb", SMALL_BASE)
    with closing(open_index([folder], tmp_path / "one").db) as db:
        alone = everything(db)
    monkeypatch.setattr(filling, "PARALLEL_FROM", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with closing(open_index([folder], tmp_path / "two").db) as db:
        assert everything(db) == alone


@given(st.lists(st.tuples(st.integers(0, 2**24 - 1), st.integers(0, 100))))
def test_postings_come_back_strongest_first(postings: list[tuple[int, int]]) -> None:
    blob = to_blob(code(number, weight) for number, weight in postings)
    assert len(blob) == BYTES * len(postings)
    assert from_blob(blob) == sorted(postings, key=lambda item: (-item[1], item[0]))
    assert to_blob(codes(blob)) == blob


@given(st.lists(st.lists(st.integers(1, 2**32 - 1), max_size=4), max_size=4))
def test_phrases_come_back_as_they_were(phrases: list[list[int]]) -> None:
    assert split_phrases(from_phrases(to_phrases(phrases))) == [tuple(phrase) for phrase in phrases]


def test_sqlite_finds_an_index_sound_down_to_its_tables_columns(tmp_path: Path) -> None:
    renamed = TASK.replace("id: skift-laege", "id: laegevalg\ntidligere_id: [skift-laege]")
    folder = write_files(tmp_path / "kb", {"opgaver/laegevalg.yaml": renamed, "ordbog.yaml": GLOSSARY})
    with closing(open_index([folder], tmp_path).db) as db:
        assert db.execute("SELECT count(*) FROM former").fetchone() == (1,)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
