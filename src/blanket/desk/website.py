"""The site: which entries it has, whether it may be written, and its files in a folder.

Here goes what `blanket kb websted` does. What stands on the pages is settled in `guide.site`; what a browser needs to
search them is made by `search.browser`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blanket.cores import processes
from blanket.errors import BlanketError, Exit
from blanket.guide.cache import keep_in
from blanket.kb.files import KINDS
from blanket.paths import cache_folder
from blanket.search import lookup
from blanket.search.index import open_one_file
from blanket.search.lookup import Found
from blanket.system import refused
from blanket.texts import site as site_texts
from blanket.writing import write_whole

if TYPE_CHECKING:
    from blanket.desk.opening import OpenBase
    from blanket.guide.site.parts import Listed, Site
    from blanket.kb.format.model import Municipality

Progress = Callable[[int, int], None]
VERSIONED = "filer"  # the folder of the files whose names change with their content
CONTENTS = f"{VERSIONED}/indhold.txt"  # what a site of ours holds: by it a folder is known as one
KEPT_WHOLE = 2000  # pages: a phone keeps all of so many; of more only those that were opened
MOST_NAMED = 10  # ids in a message
_CORE = ("index.html", VERSIONED, "manifest.webmanifest", "akut", "frakoblet", "emner", "kommuner")  # kept first
PARALLEL_FROM = 300  # pages: below that, another process costs more than it saves
MOST_AT_ONCE = 250  # pages that one process makes before it hands them over


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is asked for. `intern`: the staff's edition. `despite`: who decides to show what nobody has vouched for."""

    municipality: Municipality | None = None
    intern: bool = False
    despite: str = ""


class Website(NamedTuple):
    """What was written. `unvouched`: the ids of the entries that nobody vouches for."""

    folder: Path
    pages: int
    size: int
    unvouched: list[str]


def publish(base: OpenBase, folder: Path, asked: Edition, progress: Progress | None = None) -> Website:
    """Write the site of an open base into a folder.

    Every file is written whole; pages come after what they need, what is no longer part of the site is taken away, and
    the list of what there is comes last. Raises BlanketError when the folder holds something else or cannot be
    written, when entries are not vouched for and nobody has decided to show them, and for an id of a folder of ours.
    """
    _must_be_ours(folder)
    found = base.ask(lambda base: _chosen(base, asked))
    known, unvouched = _known(found, asked)
    files = base.ask(lambda base: _files(base, found, known, asked, progress))
    with refused(site_texts.NO_WRITE, site_texts.NO_WRITE_CURE, folder=folder):
        size = _write(folder, files)
    return Website(folder, sum(path.endswith(".html") for path in files), size, unvouched)


def _chosen(base: OpenBase, asked: Edition) -> list[Found]:
    """The entries of the site, by kind and id. Raises BlanketError when there are none."""
    from blanket.guide.site.pages import is_public

    own = asked.municipality.id if asked.municipality else None
    found = []
    for kind in KINDS:
        for identifier in lookup.ids_of_kind(base.db, kind):
            entry = lookup.get(base.db, identifier)
            if entry and not entry.hidden and (is_public(entry, own) or (asked.intern and entry.kind != "kommune")):
                found.append(entry)
    if not found:
        raise BlanketError(site_texts.NOTHING, "", Exit.NOTHING_FOUND)
    return found


def _known(found: Sequence[Found], asked: Edition) -> tuple[dict[str, Listed], list[str]]:
    """The entries as lists show them, and the ids of those that nobody vouches for."""
    from blanket.guide.site.pages import is_public, listed
    from blanket.guide.site.rendering import OWN_FOLDERS

    known = {entry.id: listed(entry) for entry in found}
    for entry in found:
        if entry.id in OWN_FOLDERS:
            raise BlanketError(site_texts.TAKEN.format(id=entry.id), site_texts.TAKEN_CURE)
        if not is_public(entry, None):
            known[entry.id].own = site_texts.STAFF_LINE
    pages = [entry for entry in known.values() if entry.kind not in ("ord", "kommune")]
    unvouched = sorted(entry.id for entry in pages if not entry.vouched)
    if unvouched and not asked.intern and not asked.despite:
        more = [*unvouched[:MOST_NAMED], *(["…"] if len(unvouched) > MOST_NAMED else [])]
        said = site_texts.UNVOUCHED_ONE if len(unvouched) == 1 else site_texts.UNVOUCHED
        what = said.format(count=len(unvouched), total=len(pages), ids=", ".join(more))
        raise BlanketError(what, site_texts.UNVOUCHED_CURE)
    return known, unvouched


def _files(
    base: OpenBase, found: Sequence[Found], known: dict[str, Listed], asked: Edition, progress: Progress | None
) -> dict[str, bytes]:
    """Every file of the site, in the order in which they are written: path -> content."""
    from blanket.guide.site.linked import catalogue
    from blanket.guide.site.rendering import list_files, manifest, worker

    site, files = _site(base, found, asked)
    pages = [entry for entry in found if entry.kind not in ("ord", "kommune")]
    phones: dict[str, list[str]] = {}
    texts: dict[str, str] = {}
    for number, page in enumerate(_rendered(base, [entry.id for entry in pages], site, known), 1):
        texts[page.path] = page.text
        phones[page.id] = page.phones
        if progress:
            progress(number, len(pages))
    texts |= dict(list_files(base.db, site, known, found, lookup.ids_of_crisis(base.db)))
    data = catalogue([(entry.content, known[entry.id], phones[entry.id]) for entry in pages], site)
    files[site.files["katalog.jsonld"]] = data.encode()
    files |= {path: text.encode() for path, text in texts.items()}
    files["manifest.webmanifest"] = manifest(site).encode()
    private = {known[entry.id].path for entry in pages if known[entry.id].sensitive}
    kept = [path for path in files if path not in private]
    core = [path for path in kept if path.partition("/")[0] in _CORE]
    rest = [path for path in kept if path not in core] if len(pages) <= KEPT_WHOLE else []
    version = sha256(b"".join(sha256(content).digest() for content in files.values())).hexdigest()[:16]
    files["sw.js"] = worker(version, core, rest).encode()
    return files


def _site(base: OpenBase, found: Sequence[Found], asked: Edition) -> tuple[Site, dict[str, bytes]]:
    """What holds for every page, and the files that all pages share, each named after its content."""
    from blanket.guide.days.dates import today
    from blanket.guide.paper.box import local_of
    from blanket.guide.site.pages import number_of
    from blanket.guide.site.parts import Site
    from blanket.guide.site.rendering import help_rows, minified, page_script, source
    from blanket.kb.format.model import Task
    from blanket.search.browser import as_scripts, public_index

    now, municipality = today(), asked.municipality
    shared = {
        "tryk.css": minified(source("tryk.css")).encode(),
        "ikon.svg": source("ikon.svg").encode(),
        "soeg.js": source("soeg.js").encode(),
    }
    index = as_scripts(public_index(base.db, found, staff=asked.intern))
    shared |= {name: script.encode() for name, script in zip(("indeks.js", "naboord.js"), index, strict=True)}
    logo = _logo(base, municipality)
    if logo:
        shared[logo[0]] = logo[1]
    named = {name: _versioned(name, content) for name, content in shared.items()}
    search = [named[name] for name in ("soeg.js", "indeks.js", "naboord.js")]
    site = Site(
        made=now,
        files={**named, "katalog.jsonld": f"{VERSIONED}/katalog.jsonld"},
        municipality=municipality,
        address=(municipality.web or "").rstrip("/") if municipality else "",
        intern=asked.intern,
        despite=asked.despite,
        phone=local_of(base.db, municipality, now).phone if municipality else None,
        logo=named[logo[0]] if logo else "",
        logo_alt=municipality.logo.alt if municipality and municipality.logo else "",
    )
    if site.phone and not site.phone.number:
        site.phone = None
    numbers = {entry.id: number for entry in found if (number := number_of(base.db, entry, now))}
    last = [entry.id for entry in found if isinstance(entry.content, Task) and entry.content.for_authority]
    script = page_script(now, search, numbers, help_rows(site, found), last)
    shared["side.js"] = script.encode()
    named["side.js"] = site.files["side.js"] = _versioned("side.js", shared["side.js"])
    return site, {named[name]: content for name, content in shared.items()}


def _logo(base: OpenBase, municipality: Municipality | None) -> tuple[str, bytes] | None:
    """The file name and content of the kommune's logo. Raises BlanketError for one that cannot be used."""
    from blanket.guide.paper.pictures import read_logo

    found = lookup.get(base.db, municipality.id) if municipality and municipality.logo else None
    if found is None or municipality is None or municipality.logo is None:
        return None
    beside = base.file or found.path
    logo = read_logo(beside.with_name(municipality.logo.file), municipality.logo.alt)
    return f"logo{Path(municipality.logo.file).suffix}", logo.content


def _versioned(name: str, content: bytes) -> str:
    """The path of a file that is kept for ever under its name: another content has another one."""
    stem, _, ending = name.rpartition(".")
    return f"{VERSIONED}/{stem}-{sha256(content).hexdigest()[:10]}.{ending}"


class _Rendered(NamedTuple):
    """A page of an entry: its file, and the numbers that stand on it."""

    id: str
    path: str
    text: str
    phones: list[str]


class _Maker:
    """Makes the pages of entries. `known`: the entries that have a page."""

    def __init__(self, db: sqlite3.Connection, site: Site, known: Mapping[str, Listed]) -> None:
        from blanket.guide.site import lists

        self._db, self._site, self._known = db, site, known
        self._subjects = {group.entries[0].subject: group for group in lists.by_subject(known.values())}

    def pages(self, ids: Sequence[str]) -> Iterator[_Rendered]:
        from blanket.guide.site.linked import phones_of
        from blanket.guide.site.pages import entry_page
        from blanket.guide.site.rendering import entry_file

        for identifier in ids:
            found = lookup.get(self._db, identifier)
            assert found is not None, identifier
            page = entry_page(self._db, found, self._site, self._known)
            path, text = entry_file(page, self._site, self._subjects)
            yield _Rendered(identifier, path, text, [phone.number for phone in phones_of(page.either)])


def _rendered(base: OpenBase, ids: Sequence[str], site: Site, known: Mapping[str, Listed]) -> Iterator[_Rendered]:
    """The entries' pages, on every core when there are so many that starting processes pays."""
    cores = os.cpu_count() or 1
    if len(ids) < PARALLEL_FROM or cores == 1 or base.index_file is None:
        yield from _Maker(base.db, site, known).pages(ids)
        return
    from concurrent.futures import ProcessPoolExecutor

    size = min(MOST_AT_ONCE, len(ids) // cores + 1)
    parts = [ids[start : start + size] for start in range(0, len(ids), size)]
    given = (base.index_file, site, known)
    with ProcessPoolExecutor(cores, processes(), _begin_apart, given) as pool:
        for done in pool.map(_render_apart, parts):
            yield from done


_apart: list[_Maker] = []  # of a process that only makes pages


def _begin_apart(file: Path, site: Site, known: Mapping[str, Listed]) -> None:
    """Make ready for pages in a process of their own: SQLite's connections do not go from one to another."""
    keep_in(cache_folder())
    db = open_one_file(file).db
    db.layer = site.municipality.id if site.municipality else None
    _apart[:] = [_Maker(db, site, known)]


def _render_apart(ids: Sequence[str]) -> list[_Rendered]:
    return list(_apart[0].pages(ids))


def _must_be_ours(folder: Path) -> None:
    """Raise BlanketError when the folder is none, or holds something that no site of ours has put there."""
    with refused(site_texts.NO_WRITE, site_texts.NO_WRITE_CURE, folder=folder):
        if folder.exists() and any(folder.iterdir()) and not (folder / CONTENTS).is_file():
            raise BlanketError(site_texts.NOT_OURS.format(folder=folder), site_texts.NOT_OURS_CURE)


def _contents(folder: Path) -> set[str]:
    """The files of an earlier site in the folder: none that leads out of it."""
    try:
        lines = (folder / CONTENTS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {line for line in lines if line and not line.startswith(("/", "\\")) and ".." not in line.split("/")}


def _write(folder: Path, files: dict[str, bytes]) -> int:
    """Write the files, take away what an earlier site had besides, and write down what there is. Returns the bytes."""
    before = _contents(folder)
    for path, content in files.items():
        write_whole(folder / path, content)
    for path in before - files.keys():
        with suppress(OSError):
            (folder / path).unlink()
            (folder / path).parent.rmdir()  # when it is empty
    write_whole(folder / CONTENTS, "\n".join([*sorted(files), ""]))
    return sum(map(len, files.values()))
