"""Reading one YAML file: bytes -> plain data with a position for every key, or problems.

Here goes what is true of any file, whatever kind of entry it holds: encoding, size, depth, aliases, duplicate
keys, syntax. What keys and values mean belongs in `schema`. Files may come from anybody, so nothing here trusts
them: the parser's events are read one by one, no object is ever built from a tag, and depth and size are bounded.
A sound file goes through `quick` instead, and its events are read only when somebody asks where something stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import is_normalized, normalize

import yaml

from blanket.kb.format.file_rules import MAX_BYTES
from blanket.kb.format.problem import Position, Problem, problem, short
from blanket.kb.format.quick import MAX_DEPTH, Unusual, plain_value, quick_data
from blanket.kb.format.roles import Keys as Keys
from blanket.kb.format.rule import RULES
from blanket.kb.opening import read_regular
from blanket.system import reason

MAX_PROBLEMS = 50  # of one file: more would bury the first one

# The C loader reads ten times faster; PyYAML is built without it on a few systems.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML 1.2 leaves out of a stream (section 5.1), but for tab and line ends. DEL and C1 would reach the terminal.
# Then signs that nobody sees and that come along from web pages: soft hyphen, zero-width space and byte order mark
# split words for the search, line separators count as lines in YAML and not in editors, bidi marks turn text around.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
    r"\xad\u200b\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
# Blanks that YAML takes for letters, where it looks for indentation or for the blank after a colon: they come along
# from word processors and web pages.
_HARD_BLANK = re.compile(
    r"^[ -]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])[^\S\n]*(?:- |[\w-]+:(?:\s|$))"
    r"|^[ -]*[\w-]+:([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])",
    re.MULTILINE,
)
_BRACKET = re.compile(r"[][{}]")
_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


@dataclass(slots=True)
class Places:
    """Where things stand in one file.

    `keys` and `values`: the path of keys and list numbers -> where the key and its value stand.
    `raw`: the same path -> a plain scalar as it was typed, so that a message can quote it.
    """

    keys: dict[Keys, Position] = field(default_factory=dict)
    values: dict[Keys, Position] = field(default_factory=dict)
    raw: dict[Keys, str] = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    """One file's content.

    `text`: as it was read, without a byte order mark; empty when it is no UTF-8.
    `data`: dicts, lists, str (in NFC), int, float, bool and None; None when the file could not be read.
    `tidy`: True when no key is without a value, and no text is empty or has blanks around it.
    `counted`: the codes of advice that nobody is going to see, when it is only counted; otherwise None. Places and
    sentences for it would take longer than reading.
    """

    file: Path
    text: str = ""
    data: Any = None
    tidy: bool = False
    counted: list[str] | None = None
    problems: list[Problem] = field(default_factory=list)
    _places: Places | None = None

    @property
    def places(self) -> Places:
        """Where everything stands. Found when it is first asked for: a file without problems is never asked."""
        if self._places is None:
            again = Document(self.file, self.text)
            _read_events(again)
            self._places = again.places
        return self._places

    def report(self, code: str, at: Keys = (), /, of_key: bool = False, **values: Any) -> None:
        """Add a problem at a path (its value, or its key if `of_key`), or the nearest parent that has a place."""
        if self.counted is not None and not RULES[code].error:
            self.counted.append(code)
        elif not self.full:
            self.problems.append(problem(self.file, self.place(at, key=of_key), code, **values))

    @property
    def full(self) -> bool:
        """Whether so much is wrong that looking further helps nobody."""
        return len(self.problems) >= MAX_PROBLEMS

    def place(self, path: Keys, *, key: bool = False) -> Position:
        """Where a path stands in the file: line and column from 1."""
        while path:
            keys, values = self.places.keys, self.places.values
            found = (keys if key else values).get(path) or values.get(path) or keys.get(path)
            if found:
                return found
            path = path[:-1]
        return self.places.values.get((), (1, 1))


def read_file(file: Path) -> Document:
    """Read a YAML file from disk. Never raises for what the file holds: see `Document.problems`."""
    try:
        content = read_regular(file, MAX_BYTES)
    except OSError as error:
        document = Document(file)
        document.problems.append(problem(file, (1, 1), "B001", why=reason(error)))
        return document
    return read_bytes(content, file)


def read_bytes(content: bytes, file: Path) -> Document:
    """Read YAML text in UTF-8 (with or without a byte order mark). `file` only names it in problems."""
    document = Document(file)
    if len(content) > MAX_BYTES:
        document.problems.append(problem(file, (1, 1), "B005", limit=MAX_BYTES // 1024))
        return document
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        rest = error.object  # the content without its byte order mark
        before = rest[: error.start].decode("utf-8", "replace")
        document.problems.append(problem(file, position(before), "B002", byte=f"0x{rest[error.start]:02x}"))
        return document
    document.text = text
    if not text.replace("\n", "").isprintable() and _refused(document):  # nearly every file is but letters and blanks
        return document
    try:
        if not is_normalized("NFC", text):  # letters in two parts, as macOS writes file names
            raise Unusual
        document.data = quick_data(text)
        document.tidy = True
    except Unusual:
        _read_events(document)
    return document


def _refused(document: Document) -> bool:
    """Whether a sign stands in the text that may not stand in a file, which is then reported."""
    text, file = document.text, document.file
    if bad := _CONTROL.search(text):
        at = position(text[: bad.start()])
        document.problems.append(problem(file, at, "B003", sign=f"U+{ord(bad.group()):04X}"))
    elif hard := _HARD_BLANK.search(text):
        document.problems.append(problem(file, position(text[: hard.start(1) if hard[1] else hard.start(2)]), "B014"))
    return bool(document.problems)


def _read_events(document: Document) -> None:
    """Read with care: the data and every place, or what is wrong and where."""
    document._places = Places()
    try:
        _build(document, document._places, yaml.parse(document.text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        document.problems.append(_too_deep(document) or _syntax_problem(document, error))
    except yaml.YAMLError:
        document.problems.append(problem(document.file, (1, 1), "B004"))
    except _Stop:
        pass
    if document.data is None and not document.problems:  # an empty last line may be counted as one that is not there
        document.problems.append(problem(document.file, min(document.place(()), position(document.text)), "B013"))
    if document.problems:
        document.data = None


def _too_deep(document: Document) -> Problem | None:
    """The problem of brackets that nest too deep, in a file that the parser gave up on.

    libyaml from 0.2.6 has a limit of its own, which its look-ahead meets before a single event comes out. What stands
    before the first brackets too many is within that limit, and is read again for our own.
    """
    depth, end = 0, 0
    for found in _BRACKET.finditer(document.text):  # those in quotation marks too: it is only asked where to stop
        depth = max(0, depth + (1 if found.group() in "[{" else -1))
        if depth == 2 * MAX_DEPTH:
            end = found.end()
            break
    part = Document(document.file, document.text[:end])
    with suppress(yaml.YAMLError, _Stop):
        _build(part, Places(), yaml.parse(part.text, Loader=_LOADER))
    return next((found for found in part.problems if found.code == "B006"), None)


def _syntax_problem(document: Document, error: yaml.MarkedYAMLError) -> Problem:
    """What the parser stumbled on, at the place where a person would look for it."""
    text, context = document.text, error.context or ""
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    code = "B009" if "\\t" in (error.problem or "") or (mark and _tab_indent(text, mark.line + 1)) else "B004"
    if opened and ("alias" in context or "anchor" in context):  # *vigtigt*: no name, but a * all the same
        code, mark = "B007", opened
    elif mark and opened and ("flow" in context or "quoted" in context) and opened.line < mark.line:
        mark = opened  # a bracket or quotation mark that is never closed: the parser only notices lines below
    at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return problem(document.file, min(at, position(text)), code)  # a file without a last line end: C counts one more


class _Stop(Exception):
    """Reading on would only repeat the problem just reported."""


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been read yet."""

    path: Keys
    into: dict[Any, Any] | list[Any]
    key: str | None = None
    key_at: Position = (1, 1)
    skip: bool = False  # the value now due belongs to a duplicate key: read it, keep nothing


def _build(document: Document, places: Places, events: Iterator[Any]) -> None:
    """Build the data from the parser's events, with a stack of our own: no recursion, so no depth can crash it."""
    stack: list[_Open] = []
    root_done = False
    for event in events:
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent) and root_done:
            _refuse(document, at, "B008")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            _refuse(document, at, "B007")
        if getattr(event, "tag", None) not in _PLAIN_TAGS:
            _refuse(document, at, "B010", tag=short(event.tag.replace("tag:yaml.org,2002:", "!!")))
        if isinstance(event, yaml.ScalarEvent) and (bad := _CONTROL.search(event.value)):  # "\e": typed as an escape
            _refuse(document, at, "B003", sign=f"U+{ord(bad.group()):04X}")
        if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
            continue
        if not isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent | yaml.SequenceStartEvent):
            continue
        root_done = True
        top = stack[-1] if stack else None
        if top is not None and isinstance(top.into, dict) and top.key is None:
            _take_key(document, places, top, event, at)
            continue
        value, children = _value(event)
        path = _place(document, places, top, value, at)
        if isinstance(event, yaml.ScalarEvent) and not isinstance(value, str) and value is not None:
            places.raw[path] = event.value
        if children is not None:
            if len(stack) >= MAX_DEPTH:
                _refuse(document, at, "B006", limit=MAX_DEPTH)
            stack.append(_Open(path, children))


def _take_key(document: Document, places: Places, top: _Open, event: Any, at: Position) -> None:
    if not isinstance(event, yaml.ScalarEvent) or not event.value:
        _refuse(document, at, "B011")
    assert isinstance(top.into, dict)
    top.key, top.key_at = normalize("NFC", event.value), at
    top.skip = top.key in top.into
    if top.skip:
        first = places.keys[(*top.path, top.key)]
        document.problems.append(problem(document.file, at, "B012", key=short(top.key), line=first[0]))
        if document.full:
            raise _Stop


def _place(document: Document, places: Places, top: _Open | None, value: Any, at: Position) -> Keys:
    """Put a value where it belongs and note its position. Returns its path."""
    if top is None:
        document.data = value
        places.values[()] = at
        return ()
    if isinstance(top.into, list):
        path = (*top.path, len(top.into))
        top.into.append(value)
        places.keys[path] = places.values[path] = at
        return path
    assert top.key is not None
    path = (*top.path, top.key)
    if not top.skip:
        top.into[top.key] = value
        places.keys[path], places.values[path] = top.key_at, at
    top.key = None
    return path


def _value(event: Any) -> tuple[Any, dict[Any, Any] | list[Any] | None]:
    """The value of an event, and the container that its children go into, if it has any."""
    if isinstance(event, yaml.MappingStartEvent):
        mapping: dict[Any, Any] = {}
        return mapping, mapping
    if isinstance(event, yaml.SequenceStartEvent):
        sequence: list[Any] = []
        return sequence, sequence
    value = normalize("NFC", event.value)
    if not event.implicit[0] or event.tag == "!":  # quoted or block text
        return value, None
    return plain_value(value), None


def _refuse(document: Document, at: Position, code: str, **values: object) -> None:
    document.problems.append(problem(document.file, at, code, **values))
    raise _Stop


def position(before: str) -> Position:
    """Line and column, from 1, of what comes after `before`."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _tab_indent(text: str, line: int) -> bool:
    lines = text.splitlines()
    return 0 < line <= len(lines) and "\t" in lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
