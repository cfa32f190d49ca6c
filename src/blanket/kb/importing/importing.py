"""What a publisher's list of forms means for the base: new forms, new versions, withdrawn ones; and writing them.

Here goes the comparison of rows with entries. Nothing is written before `write`; until then a plan is only words and
the new content of each file. Existing entries change in the lines concerned and nowhere else.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from blanket.errors import BlanketError, Exit
from blanket.kb.base import Base
from blanket.kb.editing.splicing import mapping_lines, scalar, set_keys
from blanket.kb.entries import file_of, own_path, read_entry, write_entry
from blanket.kb.files import KIND_FOLDERS, KbFile
from blanket.kb.format.json_schema import schema_line
from blanket.kb.format.key_order import key_order
from blanket.kb.format.model import Entry, Form
from blanket.kb.format.reading import read_bytes
from blanket.kb.format.roles import references
from blanket.kb.format.schema import decode
from blanket.kb.importing.form_lists import BadRow, FormList, ListedForm, NumberKey
from blanket.texts import importing as texts


@dataclass(frozen=True, slots=True)
class FormChange:
    """One form that the list changes. `file`: where it is to stand. `diff`: the lines that change, none for a new one.

    `used_in`: the ids of entries that name it.
    """

    id: str
    number: str
    title: str
    file: Path
    content: bytes = field(repr=False)
    diff: tuple[str, ...] = ()
    used_in: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """What a list comes to. `missing`: forms of the publisher that are not on it; in `withdrawn` when they are to be
    marked. `returned`: ids of forms that are on the list and withdrawn in the base. `same`: how many are as they were.
    """

    new: list[FormChange] = field(default_factory=list)
    changed: list[FormChange] = field(default_factory=list)
    withdrawn: list[FormChange] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    returned: list[str] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    same: int = 0

    @property
    def changes(self) -> list[FormChange]:
        """All that is to be written."""
        return [*self.new, *self.changed, *self.withdrawn]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the maintainer said of the list, and where things stand. `sure`: also when most of the forms would go.

    `publisher` and `subject` go into new forms. Only forms of this publisher (and of this subject, when it is given:
    lists come a subject at a time) can be missing. `mark_missing`: whether those are withdrawn.
    """

    own: Path
    folders: Sequence[Path]
    today: date
    publisher: str | None = None
    subject: str | None = None
    mark_missing: bool = False
    sure: bool = False


def plan(listed: FormList, base: Base, terms: Terms, number_key: NumberKey) -> Plan:
    """Compare a list with the base. Nothing is written.

    Raises BlanketError when the list is empty, or an entry's file cannot be read or changed.
    """
    if not listed.rows and not listed.bad:
        raise BlanketError(texts.CSV_EMPTY.format(file=listed.file), texts.CSV_EMPTY_CURE)
    forms: dict[str, list[Form]] = {}
    for entry in base.entries.values():
        if isinstance(entry, Form) and entry.number and (key := number_key(entry.number)):
            forms.setdefault(key, []).append(entry)
    result = Plan(bad=list(listed.bad))
    work = _Work(listed, base, terms, result)
    met: set[str] = set()
    for row in listed.rows:
        found = _same_form(forms.get(row.key, []), terms.publisher)
        met.update(form.id for form in found)
        if len(found) > 1:
            ids = ", ".join(form.id for form in found)
            work.refuse(row, texts.CSV_SEVERAL.format(number=row.number, ids=ids), texts.CSV_SEVERAL_CURE)
        elif found:
            work.compare(row, found[0])
        else:
            work.add(row)
    if terms.publisher is not None:
        for form in sorted((form for forms_ in forms.values() for form in forms_), key=lambda form: form.id):
            if form.id not in met and form.status != "udgået" and _is_covered(form, terms):
                work.miss(form)
    result.bad.sort(key=lambda row: row.line)
    return result


def write(found: Plan) -> int:
    """Write what a plan holds, each file whole. Returns how many.

    Raises BlanketError when one cannot be written; it says how many were.
    """
    for written, change in enumerate(found.changes):
        try:
            write_entry(change.file, change.content, new=change in found.new)
        except BlanketError as error:
            half = texts.IMPORT_HALF.format(done=written, total=len(found.changes))
            raise BlanketError(f"{error.what}\n{half}", error.cure, error.code) from error
    return len(found.changes)


@dataclass(slots=True)
class _Work:
    """Filling a plan, row by row."""

    listed: FormList
    base: Base
    terms: Terms
    plan: Plan

    def refuse(self, row: ListedForm, message: str, cure: str) -> None:
        self.plan.bad.append(BadRow(self.listed.file, row.line, message, cure))

    def add(self, row: ListedForm) -> None:
        """A form that the base does not have."""
        identifier = "-".join(re.findall(r"[a-z0-9]+", _ascii(row.number)))
        taken = file_of(identifier, self.terms.folders)
        if taken is not None:
            self.refuse(row, texts.CSV_ID_TAKEN.format(id=identifier, file=taken.path), texts.CSV_ID_TAKEN_CURE)
            return
        file = self.terms.own / KIND_FOLDERS["blanket"] / f"{identifier}.yaml"
        content = new_form(identifier, row, self.listed.file.name, self.terms).encode()
        if self.terms.publisher and self.terms.subject and (why := _why_not(content, file)):
            self.refuse(row, texts.CSV_BAD_ENTRY.format(why=why), "")
            return
        self.plan.new.append(FormChange(identifier, row.number, row.title, file, content))

    def compare(self, row: ListedForm, form: Form) -> None:
        """A form that the base has."""
        if row.withdrawn and form.status != "udgået":
            self.plan.withdrawn.append(self._withdrawal(form, texts.IMPORT_MARKED))
        elif not row.withdrawn and form.status == "udgået":
            self.plan.returned.append(form.id)
        elif values := _differing(row, form):
            said = texts.IMPORT_ON_LIST.format(file=self.listed.file.name, day=self.terms.today.isoformat())
            self.plan.changed.append(self._change(form, {**values, "status_grundlag": said}))
        else:
            self.plan.same += 1

    def miss(self, form: Form) -> None:
        """A form that the list does not have. With rows that cannot be read, nobody knows that it is gone."""
        if self.terms.mark_missing and not self.plan.bad:
            self.plan.withdrawn.append(self._withdrawal(form, texts.IMPORT_NOT_ON_LIST))
        else:
            self.plan.missing.append(form.id)

    def _withdrawal(self, form: Form, basis: str) -> FormChange:
        said = basis.format(file=self.listed.file.name, day=self.terms.today.isoformat())
        return self._change(form, {"status": "udgået", "status_grundlag": said})

    def _change(self, form: Form, values: Mapping[str, str]) -> FormChange:
        file: KbFile = self.base.origin[form.id]
        before = read_entry(file.path)
        after = set_keys(before, file.path, values, key_order(Form))
        used = tuple(entry.id for entry in self.base.entries.values() if _names(entry, form.id))
        target = own_path(file, self.terms.own)
        return FormChange(
            form.id, form.number or "", form.title, target, after, _diff(before, after), tuple(sorted(used))
        )


def _differing(row: ListedForm, form: Form) -> dict[str, str]:
    """The keys that the list has another value for. What it says nothing of stays."""
    values = {}
    if row.version and _plain_version(row.version) != _plain_version(form.version or ""):
        values["version"] = row.version
    if _folded(row.title) != _folded(form.title):
        values["titel"] = row.title
    if row.address and row.address != form.address:
        values["adresse"] = row.address
    return values


def new_form(identifier: str, row: ListedForm, source: str, terms: Terms) -> str:
    """The text of a new form's entry: what the list says, and that no more than that is known."""
    day = terms.today.isoformat()
    basis = texts.IMPORT_MARKED if row.withdrawn else texts.IMPORT_ON_LIST
    values = {
        "id": identifier,
        "nummer": row.number,
        "titel": row.title,
        "udgiver": terms.publisher,
        "emne": terms.subject,
        "kort": texts.IMPORT_WITHDRAWN_SUMMARY if row.withdrawn else texts.IMPORT_SUMMARY,
        "version": row.version,
        "status": "udgået" if row.withdrawn else "gælder",
        "status_grundlag": basis.format(file=source, day=day),
        "adresse": row.address,
    }
    lines = [schema_line("blanket")]
    for key, value in values.items():
        lines += mapping_lines(key, value) if value else []
    lines += ["kilder:", f"- navn: {scalar(source)}", f"  læst: {day}"]
    lines += ["usikkert:", f"- {scalar(texts.IMPORT_UNCERTAIN)}"]
    return "\n".join(lines) + "\n"


def _same_form(found: list[Form], publisher: str | None) -> list[Form]:
    """Which of the forms with a number the list means: those of its publisher, when there are some."""
    theirs = [form for form in found if publisher is not None and _folded(form.publisher) == _folded(publisher)]
    return theirs or found


def _is_covered(form: Form, terms: Terms) -> bool:
    same = _folded(form.publisher) == _folded(terms.publisher or "")
    return same and terms.subject in (None, form.subject)


def _why_not(content: bytes, file: Path) -> str:
    """What is wrong with an entry's text; nothing when it is right."""
    document = read_bytes(content, file)
    decode(document, Form)
    return " ".join(found.message for found in document.problems[:1])


def _names(entry: Entry, identifier: str) -> bool:
    return any(target == identifier for _, target, _ in references(entry))


def _diff(before: bytes, after: bytes) -> tuple[str, ...]:
    """The lines that differ, with - and + in front."""
    old, new = (content.decode().splitlines() for content in (before, after))
    lines = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
    return tuple(line for line in lines if not line.startswith("@@"))


def _plain_version(text: str) -> list[str]:
    """A version without what is only spelling: 1/2020 is 01/2020."""
    return [part.lstrip("0") or "0" for part in re.findall(r"\d+|[^\W\d_]+", text.lower())]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _ascii(text: str) -> str:
    return text.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")


def needs(found: Plan, terms: Terms) -> None:
    """Raises BlanketError for what nobody has said: whose the new forms are and what about, or that most of them go."""
    if found.new and not (terms.publisher and terms.subject):
        raise BlanketError(texts.IMPORT_NEEDS, texts.IMPORT_NEEDS_CURE, Exit.WRONG_USE)
    gone, stay = len(found.withdrawn), found.same + len(found.changed)
    if gone > 1 and gone > stay and not terms.sure:
        raise BlanketError(texts.IMPORT_MOST_GO.format(gone=gone, stay=stay), texts.IMPORT_MOST_GO_CURE)
