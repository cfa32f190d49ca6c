"""Publishing: check everything, and make the one file that a kommune hands out.

Here goes what `kb udgiv` does: what stops it, what goes with the release, what nobody has vouched for, and which
release came before. The file itself is written by `search.releasing`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from blanket import __version__
from blanket.desk.copies import open_copy, stamp_of
from blanket.desk.kommuner import unknown
from blanket.desk.releases import now
from blanket.desk.trying import logos_of, templates_of, try_out
from blanket.errors import BlanketError, Exit
from blanket.kb.base import Base
from blanket.kb.editing.checked import own_kommune
from blanket.kb.format.model import Municipality
from blanket.kb.format.problem import Problem
from blanket.kb.review.checking import check
from blanket.kb.review.status import counted
from blanket.kb.review.unvouched import Unvouched, unvouched
from blanket.kb.rules import Finder
from blanket.paths import RELEASE_FILE, data_folder
from blanket.search.index import HandedOut, NotAnIndexError, open_one_file
from blanket.search.release import Release
from blanket.search.releasing import Attachment, build_release, figures_of
from blanket.system import refused
from blanket.texts import editing as editing_texts
from blanket.texts import opening as texts
from blanket.texts import papers as paper_texts
from blanket.texts import releases as release_texts
from blanket.writing import write_whole

Progress = Callable[[int, int], None]
_REMEMBERED = "udgivet.json"  # own folder -> where its last release was written
SHOWN = 10  # problems in one message


@dataclass(frozen=True, slots=True)
class Terms:
    """What the maintainer said. `name`: of the release; None: its day. `municipality`: the kommune that is in use where
    none is chosen; None: the one of the own folder. `anyway`: also when something is broken. `progress`, `building`:
    of checking and of writing.
    """

    name: str | None = None
    municipality: str | None = None
    anyway: bool = False
    progress: Progress | None = None
    building: Progress | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it. `left_out`: the files that could not be used. `problems`: all that is broken, when it was
    published anyway. `attached`: the logos and templates that went with it.
    """

    file: Path
    release: Release
    entries: int
    unvouched: Unvouched
    left_out: list[Path] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def publish(typed: Path, own: Path | None, folders: Sequence[Path], finder: Finder, terms: Terms) -> Published:
    """Check the base of these folders, and write its release to a file, or into a folder under the usual name.

    Every entry is read once: what goes into the release is what was checked, whoever saves a file meanwhile. Raises
    BlanketError when something is broken (unless `terms.anyway`), when a logo or template was changed while it was
    tried, when the kommune is not in the base, and when the file cannot be written or is something else; nothing is
    written then, and a release that was there stays.
    """
    file = typed / RELEASE_FILE if typed.is_dir() else typed
    refuse_other_files(file)
    attachments: list[Attachment] = []

    def trial(base: Base) -> list[Problem]:
        attachments.extend(_attachments(base, folders))  # before they are tried, and seen to be the same after it
        return try_out(base, folders)

    report = check(folders, None, date.today(), only_errors=True, finder=finder, trial=trial, progress=terms.progress)
    base = report.base
    broken = [found for found in report.problems if found.error]
    if broken and not terms.anyway:
        raise _refusal(broken)
    release = Release(_name(terms.name, file), now(), __version__, _municipality(base, terms.municipality))
    changed = {*attachments} ^ {*_attachments(base, folders)}
    if changed:
        name = min(item.name for item in changed)
        raise BlanketError(release_texts.CHANGED_MEANWHILE.format(name=name), release_texts.CHANGED_MEANWHILE_CURE)
    figures = counted(base, date.today()).figures
    with refused(paper_texts.FILE_UNWRITABLE, paper_texts.INDEX_UNWRITABLE_CURE, file=file):
        written = build_release(base, folders, file, release, attachments, figures, terms.building)
    if own:
        _remember(own, file)
    return Published(
        file,
        release,
        written.entries,
        unvouched(base.entries.values()),
        sorted(base.broken),
        broken,
        [item.name for item in attachments],
    )


def refuse_other_files(file: Path) -> None:
    """An index or a release may be replaced by a newer one. Raises BlanketError for anything else that is there."""
    if not file.exists():
        return
    try:
        open_one_file(file).db.close()
    except NotAnIndexError as error:
        if type(error) is not NotAnIndexError or str(error) == "format":  # one of another version may be replaced too
            return
        raise BlanketError(texts.NOT_OVER_THAT.format(file=file), texts.NOT_OVER_THAT_CURE) from error
    except OSError as error:
        raise BlanketError(texts.NOT_OVER_THAT.format(file=file), texts.NOT_OVER_THAT_CURE) from error


def last_release(own: Path | None) -> tuple[Release, dict[str, int]] | None:
    """The last release that was written from an own folder on this PC, with its figures; None when none can be read."""
    named = _remembered().get(str(own)) if own else None
    if not named:
        return None
    try:
        opened = open_copy(Path(named), stamp_of(Path(named))).opened
    except (BlanketError, OSError):
        return None
    try:
        release = opened.db.release if isinstance(opened.db, HandedOut) else None
        return (release, figures_of(opened.db)) if release else None
    finally:
        opened.db.close()


def _refusal(broken: Sequence[Problem]) -> BlanketError:
    """Why nothing is published: the first of what is broken, and how many more there are."""
    lines = [f"{found} {found.cure}" for found in broken[:SHOWN]]
    if len(broken) > SHOWN:
        lines.append(release_texts.NOT_PUBLISHED_MORE.format(count=len(broken) - SHOWN))
    return BlanketError("\n".join([release_texts.NOT_PUBLISHED, *lines]), release_texts.NOT_PUBLISHED_CURE)


def _name(wanted: str | None, file: Path) -> str:
    """What the release is called: as it was asked, else its day, with a number when that day has one already."""
    if wanted is not None:
        name = wanted.strip()
        if not name or not name.isprintable():
            raise BlanketError(editing_texts.BAD_NAME, editing_texts.NAME_CURE, Exit.WRONG_USE)
        return name
    today = date.today().isoformat()
    before = _name_of(file)
    if before != today and not before.startswith(f"{today}."):
        return today
    number = before.partition(".")[2]
    return f"{today}.{int(number) + 1 if number.isdecimal() else 2}"


def _name_of(file: Path) -> str:
    """The name of the release that a file holds; empty for none."""
    try:
        opened = open_one_file(file)
    except (NotAnIndexError, OSError):
        return ""
    with_release = opened.db.release if isinstance(opened.db, HandedOut) else None
    opened.db.close()
    return with_release.name if with_release else ""


def _municipality(base: Base, wanted: str | None) -> str:
    if wanted is None:
        mine = own_kommune(base)
        return mine.id if mine else ""
    if isinstance(base.entries.get(wanted), Municipality):
        return wanted
    raise unknown(wanted, {one.id: one.title for one in base.entries.values() if isinstance(one, Municipality)})


def _attachments(base: Base, folders: Sequence[Path]) -> list[Attachment]:
    """Logos and templates; of two with one name the later folder's. What cannot be read was said and is left behind."""
    files = {f"logo/{file.name}": file for file in sorted(logos_of(base), key=lambda file: str(file))}
    files |= {f"templates/{file.name}": file for file in templates_of(folders)}
    found = []
    for name, file in sorted(files.items()):
        try:
            found.append(Attachment(name, file.read_bytes()))
        except OSError:
            continue
    return found


def _remembered() -> dict[str, str]:
    try:
        data = json.loads((data_folder() / _REMEMBERED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(own): str(file) for own, file in data.items()} if isinstance(data, dict) else {}


def _remember(own: Path, file: Path) -> None:
    """Keep where the release of an own folder lies, for the trend in `kb status`; nothing where that cannot be kept."""
    with suppress(OSError):
        known = {**_remembered(), str(own): str(file.absolute())}
        write_whole(data_folder() / _REMEMBERED, json.dumps(known, ensure_ascii=False, indent=1) + "\n")
