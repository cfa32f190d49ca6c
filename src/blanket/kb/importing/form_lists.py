"""Reading a publisher's list of forms: a CSV file, as Excel and web pages make them -> rows, and what is wrong.

Here goes what is true of the file: encoding, separators, quotes, headings, and whether a row can be a form at all.
What a row means for the base belongs in `importing`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from blanket.errors import BlanketError, Exit
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.parts import Url
from blanket.system import reason
from blanket.texts import importing as texts

MAX_MB = 10
HEADING_ROWS = 10  # lists may have a title and a date above their headings
# Column -> what it may be called, folded to small letters and digits.
_HEADINGS = {
    "number": ("nummer", "nr", "blanketnummer", "blanketnr", "formularnummer", "formularnr"),
    "title": (
        "titel",
        "title",
        "blankettitel",
        "blankettenstitel",
        "blankettensnavn",
        "navn",
        "blanketnavn",
        "blanket",
    ),
    "version": ("version", "udgave", "versionsdato", "versionsnummer"),
    "address": ("adresse", "webadresse", "link", "url", "hent", "henvisning"),
}
# A form is withdrawn when a list marks it so at an end of the title, apart from its words: (udgået), - udgået 2024,
# Udgået: …, or UDGÅET in capitals. A title that only speaks of something withdrawn keeps every word.
_MARK = r"(?i:udg(?:å|aa)et)"
_WITHDRAWN = re.compile(
    rf"^\s*(?:[(\[]\s*{_MARK}[^)\]]*[)\]]|{_MARK}\s*[:–—-])\s*"
    rf"|\s*(?:[(\[]\s*{_MARK}[^)\]]*[)\]]|[–—,-]\s*{_MARK}[\s\d./-]*|\bUDG(?:Å|AA)ET)\s*\.?\s*$"
)
_ONLY_WITHDRAWN = re.compile(rf"\s*{_MARK}\s*")  # all that a cell says
# Letters that only a wrong encoding puts there: æ, ø and å of DOS (code page 850 and 865) read as Windows-1252.
_DOUBTFUL = re.compile(r"[^\W\d_][†›]|[†›][^\W\d_]|(?<!\S)†(?!\S)|[^\W\d_]‘[^\W\d_]|\ufffd")
NumberKey = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class ListedForm:
    """One form of the list. `key`: its number in the one spelling. `line`: where the row begins in the file."""

    line: int
    key: str
    number: str
    title: str
    version: str | None = None
    address: str | None = None
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used: where, what is wrong, what to do."""

    file: Path
    line: int
    message: str
    cure: str

    def __str__(self) -> str:
        """`file:line message cure`."""
        return f"{self.file}:{self.line} {self.message} {self.cure}"


@dataclass(slots=True)
class FormList:
    """What a list held."""

    file: Path
    rows: list[ListedForm] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)

    def refuse(self, line: int, message: str, cure: str) -> None:
        """Note a row that cannot be used."""
        self.bad.append(BadRow(self.file, line, message, cure))


def read_list(file: Path, number_key: NumberKey) -> FormList:
    """Read a list of forms. `number_key` gives a form number's one spelling, or None for what is no such number.

    Raises BlanketError when the file cannot be read or has no headings; a row that cannot be used is in `bad`.
    """
    result = FormList(file)
    lines = _text(file).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    separator = _separator(lines)
    columns: dict[str, int] = {}
    width = 0
    seen: dict[str, ListedForm] = {}
    bad_before: list[BadRow] = []
    for line, cells in _records(lines, separator, result):
        if not any(cells):
            continue
        if not columns:
            columns, width = _columns(cells), len(cells)
            if not columns and line > HEADING_ROWS:
                break
            if columns:
                bad_before, result.bad = result.bad, []  # what stands above the headings is no row
            continue
        row = _row(line, cells, columns, width, number_key, result)
        if row is None:
            continue
        first = seen.setdefault(row.key, row)
        if first is row:
            result.rows.append(row)
        elif _said(first) != _said(row):  # nobody knows which of them holds: neither is taken
            result.rows = [other for other in result.rows if other.key != row.key]
            result.refuse(line, texts.CSV_TWICE.format(number=row.number, line=first.line), texts.CSV_TWICE_CURE)
    if not columns:
        first_bad = f"\n{bad_before[0]}" if bad_before else ""
        raise BlanketError(texts.CSV_NO_HEADINGS.format(file=file) + first_bad, texts.CSV_NO_HEADINGS_CURE)
    return result


def _said(row: ListedForm) -> tuple[str, str | None, str | None, bool]:
    """What a row says of its form."""
    return row.title, row.version, row.address, row.withdrawn


def _text(file: Path) -> str:
    """The file's text: UTF-8 or UTF-16 where it says so or fits, else Windows-1252 as Danish Excel writes it."""
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_MB * 1024 * 1024 + 1)
    except OSError as error:
        why = reason(error)
        raise BlanketError(texts.CSV_UNREADABLE.format(file=file, why=why), texts.CSV_UNREADABLE_CURE) from error
    if len(content) > MAX_MB * 1024 * 1024:
        raise BlanketError(texts.CSV_TOO_BIG.format(file=file, limit=MAX_MB), texts.CSV_TOO_BIG_CURE)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):  # .xlsx and .xls
        raise BlanketError(texts.CSV_IS_EXCEL.format(file=file), texts.CSV_IS_EXCEL_CURE, Exit.WRONG_USE)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if found := _DOUBTFUL.search(text):
        around = " ".join(text[max(0, found.start() - 15) : found.end() + 15].split())
        raise BlanketError(texts.CSV_DOUBTFUL.format(file=file, text=around), texts.CSV_DOUBTFUL_CURE)
    return text


def _separator(lines: list[str]) -> str:
    """What stands between fields: what the first line with two known headings is best cut by."""
    for line in lines[:HEADING_ROWS]:
        for sign in ";\t,":
            if len(_columns(next(csv.reader([line], delimiter=sign), []))) > 1:
                return sign
    return ";"


def _records(lines: list[str], separator: str, result: FormList) -> Iterator[tuple[int, list[str]]]:
    """Every record with the line that it begins on. A quotation mark gone astray costs its own line and no other."""
    at = 0
    while at < len(lines):
        reader = csv.reader((line + "\n" for line in lines[at:]), delimiter=separator, strict=True)
        begins = at
        try:
            for cells in reader:
                yield begins + 1, [_clean(cell) for cell in cells]
                begins = at + reader.line_num
            return
        except csv.Error:
            result.refuse(begins + 1, texts.CSV_BAD_QUOTES, texts.CSV_BAD_QUOTES_CURE)
            at = begins + 1


def _clean(cell: str) -> str:
    """A cell on one line without signs that nobody sees."""
    return " ".join("".join(sign for sign in cell if sign.isspace() or _visible(sign)).split())


def _visible(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")


def _columns(cells: list[str]) -> dict[str, int]:
    """Column -> its place, when a line holds the headings of number and title; else nothing."""
    names = ["".join(sign for sign in cell.lower() if sign.isalnum()) for cell in cells]
    found = {}
    for column, known in _HEADINGS.items():
        place = next((names.index(name) for name in known if name in names), None)
        if place is not None:
            found[column] = place
    return found if {"number", "title"} <= set(found) else {}


def _row(
    line: int, cells: list[str], columns: dict[str, int], width: int, number_key: NumberKey, result: FormList
) -> ListedForm | None:
    """A record as a form; None, with the reason noted, when it is none."""
    if len(cells) > width and any(cells[width:]):
        result.refuse(line, texts.CSV_COLUMNS.format(count=len(cells), wanted=width), texts.CSV_COLUMNS_CURE)
        return None
    cell = {column: cells[place] if place < len(cells) else "" for column, place in columns.items()}
    number, title, version = cell["number"], cell["title"], cell.get("version", "")
    key = number_key(number)
    withdrawn = bool(_WITHDRAWN.search(title) or _WITHDRAWN.search(version) or _ONLY_WITHDRAWN.fullmatch(version))
    version = "" if _ONLY_WITHDRAWN.fullmatch(version) else version
    title, version = (_WITHDRAWN.sub("", text).strip() for text in (title, version))
    address = _address(cell.get("address", ""))
    if not number:
        result.refuse(line, texts.CSV_NO_NUMBER, texts.CSV_NO_NUMBER_CURE)
    elif key is None:
        result.refuse(line, texts.CSV_BAD_NUMBER.format(number=number), texts.CSV_BAD_NUMBER_CURE)
    elif not title:
        result.refuse(line, texts.CSV_NO_TITLE, texts.CSV_NO_TITLE_CURE)
    elif address is None:
        result.refuse(line, texts.CSV_BAD_ADDRESS.format(address=cell["address"]), texts.CSV_BAD_ADDRESS_CURE)
    else:
        return ListedForm(line, key, number, title, version or None, address or None, withdrawn)
    return None


def _address(typed: str) -> str | None:
    """An address as it may be printed; "" for none, None for one that cannot be used."""
    if not typed:
        return ""
    whole = f"https://{typed}" if typed.lower().startswith("www.") else typed
    return whole if re.fullmatch(get_args(Url)[1].pattern, whole) and not is_staging(whole) else None
