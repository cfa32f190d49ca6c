"""What was held up against its source: the log of readings, kb/laesninger/*.tsv, one file a reader.

Here goes reading the log and counting what it covers. A line holds for a sentence as long as that stands as it was
read; which sentences there are is said in `sentences`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from blanket.kb.files import READINGS_FOLDER
from blanket.kb.review.sentences import CLAIMS, FINGERPRINT, Claim
from blanket.kb.tab_lines import BrokenLine, LineError, cells_of, day_of, fingerprint_of, lines_of
from blanket.texts import checking as texts

COLUMNS = ("id", "felt", "fingeraftryk", "side", "dag", "dom", "note")
STANDS, MENDED, UNCERTAIN, UNREADABLE = VERDICTS = ("står", "rettet", "usikkert", "kan ikke læses")
TIED = "knyttet"  # no verdict: the sentence belongs to that page, and nobody has looked yet
NO_KIND = "(ingen)"  # where sentences of no kind of claim are counted
UNREAD = "ikke læst"


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the log: who read which sentence of which entry on which page, when, and what came of it."""

    id: str
    at: str
    fingerprint: str
    page: str
    day: date
    verdict: str
    note: str
    file: Path
    line: int


@dataclass(slots=True)
class Log:
    """All the readings of a base, in the order of files and lines, and the lines that cannot be used."""

    readings: list[Reading] = field(default_factory=list)
    broken: list[BrokenLine] = field(default_factory=list)


@dataclass(slots=True)
class Coverage:
    """How far the readings go.

    `counts`: kind of claim -> verdict, or `UNREAD` -> how many sentences; a sentence of several kinds counts in each.
    `whole`: the same over all sentences, each once. `outdated`: the readings whose sentence is gone or changed.
    """

    counts: dict[str, Counter[str]]
    whole: Counter[str]
    outdated: list[Reading]


def read_log(folders: Iterable[Path]) -> Log:
    """The log of the given folders of a knowledge base. Never raises: a file that cannot be read is a broken line."""
    log = Log()
    for folder in folders:
        for file in sorted((folder / READINGS_FOLDER).glob("*.tsv")):
            read_file(file, log)
    return log


def read_file(file: Path, log: Log) -> None:
    """Read one file into a log. What a killed review left of a last line, without an end, is no line yet."""
    unreadable = len(log.broken)
    lines = lines_of(file, log.broken)
    if len(log.broken) > unreadable:
        return
    if not lines or tuple(lines[0].rstrip("\r\n").split("\t")) != COLUMNS:
        log.broken.append(BrokenLine(file, 1, texts.LOG_HEAD.format(columns=" ".join(COLUMNS))))
        return
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        try:
            log.readings.append(_reading(line, file, number))
        except LineError as error:
            if number < len(lines) or line.endswith(("\n", "\r")):
                log.broken.append(BrokenLine(file, number, str(error)))


def _reading(line: str, file: Path, number: int) -> Reading:
    """A line as a reading. Raises LineError."""
    if line.count("\t") == len(COLUMNS) - 2:
        line += "\t"  # an editor took the last tab away: there is no note
    identifier, at, mark, page, typed, verdict, note = cells_of(line, COLUMNS)
    if not identifier or not at:
        raise LineError(texts.LOG_EMPTY)
    mark, day = fingerprint_of(mark, FINGERPRINT), day_of(typed)
    if verdict not in (*VERDICTS, TIED):
        raise LineError(texts.LOG_VERDICT.format(cell=verdict, verdicts=", ".join(VERDICTS)))
    if verdict == STANDS and not page:
        raise LineError(texts.LOG_NO_PAGE)
    return Reading(identifier, at, mark, page, day, verdict, note, file, number)


def verdicts(log: Log, former: Mapping[str, str]) -> dict[tuple[str, str], Reading]:
    """(Id, fingerprint) -> the latest reading of that sentence. `former`: ids that entries had before."""
    found: dict[tuple[str, str], Reading] = {}
    for reading in log.readings:
        if reading.verdict == TIED:
            continue
        key = (former.get(reading.id, reading.id), reading.fingerprint)
        if key not in found or found[key].day <= reading.day:
            found[key] = reading
    return found


def coverage(found: Iterable[Claim], log: Log, former: Mapping[str, str]) -> Coverage:
    """Count what was read of these sentences, by kind of claim and by verdict."""
    known = verdicts(log, former)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in (*CLAIMS, NO_KIND)}
    whole: Counter[str] = Counter()
    there: set[tuple[str, str]] = set()
    for claim in found:
        key = (claim.id, claim.fingerprint)
        there.add(key)
        verdict = known[key].verdict if key in known else UNREAD
        whole[verdict] += 1
        for kind in claim.kinds or (NO_KIND,):
            counts[kind][verdict] += 1
    outdated = [
        reading for reading in log.readings if (former.get(reading.id, reading.id), reading.fingerprint) not in there
    ]
    return Coverage(counts, whole, outdated)
