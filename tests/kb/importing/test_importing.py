"""Lists of forms: as Excel writes them, with rows gone wrong, against a base that has some of the forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blanket.errors import BlanketError
from blanket.kb.base import load
from blanket.kb.importing.form_lists import FormList, ListedForm, read_list
from blanket.kb.importing.importing import Plan, Terms, needs, plan, write
from blanket.search.words import number_key
from tests.conftest import SMALL_BASE, TASK, WriteKb, write_files

DAY = date(2026, 11, 22)
SINCE = 'status_grundlag: "Står på listen liste.csv, indlæst 2026-11-22."\n'
HEAD = "nummer;titel;version;adresse\n"
OLD = """\
id: fd-001a   # KL's
nummer: "FD 001A"
titel: Ansøgning om fritagelse
udgiver: KL
emne: digital-post
kort: Her beder du om at få post på papir.
version: '01/2020'  # fra siden
status: gælder
adresse: https://www.kl.dk/gammel
"""
OTHER = OLD.replace("fd-001a", "fd-002").replace("FD 001A", "FD 002").replace("version: '01/2020'  # fra siden\n", "")
GONE = OTHER.replace("fd-002", "fd-003").replace("FD 002", "FD 003").replace("gælder", "udgået")
FOREIGN = OTHER.replace("fd-002", "ud-002").replace("udgiver: KL", "udgiver: Udbetaling Danmark")
BASE = {
    **SMALL_BASE,
    "blanketter/fd-001a.yaml": OLD,
    "blanketter/fd-002.yaml": OTHER,
    "blanketter/fd-003.yaml": GONE,
    "blanketter/ud-009.yaml": FOREIGN.replace("ud-002", "ud-009").replace("FD 002", "UD 009"),
    "opgaver/skift-laege.yaml": f"{TASK}papir:\n  trin: [Ring.]\n  blanketter: [fd-002]\n",
}


def read(tmp_path: Path, content: str | bytes) -> FormList:
    """The list with this content."""
    file = tmp_path / "liste.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_list(file, number_key)


def numbers(found: FormList) -> list[str]:
    """The numbers of the rows that can be used."""
    return [row.number for row in found.rows]


# --- The file -----------------------------------------------------------------------------------------------------

DANISH = 'Version;BLANKETNR.;"Titel";Link\r\n01/2026;FD 001A;"Læge; ny ""blanket""\r\nmed to linjer";https://a.dk/æ\r\n'
AS_READ = ListedForm(2, "fd1a", "FD 001A", 'Læge; ny "blanket" med to linjer', "01/2026", "https://a.dk/æ")


@pytest.mark.parametrize(
    "content",
    [
        DANISH.encode("cp1252"),
        DANISH.encode("utf-8"),
        DANISH.encode("utf-8-sig"),
        DANISH.encode("utf-16"),
        DANISH.replace("\r\n", "\n").encode(),
        DANISH.replace(";", "\t").replace("Læge\t", "Læge;").encode(),
        DANISH.replace(";", ",").replace("Læge,", "Læge;").encode(),
    ],
    ids=["Windows-1252", "UTF-8", "UTF-8 with mark", "UTF-16", "bare line ends", "tabs", "commas"],
)
def test_files_as_programs_write_them(content: bytes, tmp_path: Path) -> None:
    found = read(tmp_path, content)
    assert (found.rows, found.bad) == ([AS_READ], [])


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Nr.;Titel", "FD 001A;T"),
        ("titel;NUMMER", "T;FD 001A"),
        ("Emne;Blankettens titel;Blanketnummer", "x;T;FD 001A"),
        (" nummer ; TITEL ;x", "FD 001A;T;"),
    ],
)
def test_headings_in_any_order_and_case(head: str, row: str, tmp_path: Path) -> None:
    assert numbers(read(tmp_path, f"{head}\n{row}\n")) == ["FD 001A"]


def test_headings_may_stand_under_a_title(tmp_path: Path) -> None:
    assert numbers(read(tmp_path, f"KL's blanketter;;;\n;;;\n{HEAD}FD 001A;T;;\n")) == ["FD 001A"]


@pytest.mark.parametrize(
    ("content", "says"), [("", "overskrifter"), ("a;b\n1;2\n", "overskrifter"), (b"PK\x03\x04x", "regneark")]
)
def test_files_that_are_no_list(content: str | bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(BlanketError, match=says) as refused:
        read(tmp_path, content)
    assert refused.value.cure


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BlanketError, match="den findes ikke"):
        read_list(tmp_path / "nej.csv", number_key)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (";Titel;;", "Nummeret mangler"),
        ("fritekst her;Titel;;", "ligner ikke et blanketnummer"),
        ("FD 009;;;", "Titlen mangler"),
        ("FD 009;Titel;;ftp://x", "adresse"),
        ("FD 009;Titel;;https://x.liveserver.nu/a", "adresse"),
        ("FD 009;Titel;;https://x.dk/a b", "adresse"),
        ("FD 009;Titel;;;ekstra", "felter"),
        ('FD 009;"slem" titel;;', "Anførselstegnene"),
        ('FD 009;"aldrig lukket;;', "Anførselstegnene"),
    ],
)
def test_a_bad_row_is_named_and_the_rest_goes_on(row: str, says: str, tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}FD 008;Først;;\n{row}\nFD 010;Sidst;;\n")
    assert numbers(found) == ["FD 008", "FD 010"]
    assert len(found.bad) == 1
    assert str(found.bad[0]).startswith(f"{found.file}:3 ")
    assert says in found.bad[0].message
    assert found.bad[0].cure


def test_what_is_no_fault(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"{HEAD}\n;;;\nFD 008;Kort række\nFD 009;Uden skjulte\u200b tegn\x07;;www.kl.dk/a\nFD 008;Kort række;;\n",
    )
    assert found.bad == []
    assert [(row.title, row.address) for row in found.rows] == [
        ("Kort række", None), ("Uden skjulte tegn", "https://www.kl.dk/a"),
    ]  # fmt: skip


MARKED = {
    "Gammel (udgået)": "Gammel",
    "UDGÅET: Gammel": "Gammel",
    "Gammel - udgaaet": "Gammel",
    "Gammel – udgået 2024": "Gammel",
    "Gammel, udgået": "Gammel",
    "Gammel UDGÅET": "Gammel",
    "(udgået pr. 1. januar) Gammel": "Gammel",
    "[Udgået] Gammel": "Gammel",
}
ONLY_SPOKEN_OF = (
    "Erklæring om udgået recept",
    "Blanketten er ikke udgået",
    "Liste over udgåede blanketter",
    "Ansøgning (erstatning for udgået kort)",
    "Udgået kort, ansøgning",
    "Uudgået",
)


@pytest.mark.parametrize(("text", "title"), MARKED.items())
def test_a_mark_at_an_end_of_the_title_withdraws_a_form_and_leaves_its_title(
    text: str, title: str, tmp_path: Path
) -> None:
    row = read(tmp_path, f'{HEAD}FD 009;"{text}";;\n').rows[0]
    assert (row.withdrawn, row.title) == (True, title)


@pytest.mark.parametrize("text", ONLY_SPOKEN_OF)
def test_a_title_that_only_speaks_of_it_is_kept_whole(text: str, tmp_path: Path) -> None:
    row = read(tmp_path, f'{HEAD}FD 009;"{text}";;\n').rows[0]
    assert (row.withdrawn, row.title) == (False, text)


@pytest.mark.parametrize("version", ["udgået", "UDGÅET", "01/2020 (udgået)", "01/2020 - udgået"])
def test_a_version_may_carry_the_mark(version: str, tmp_path: Path) -> None:
    row = read(tmp_path, f"{HEAD}FD 009;Gammel;{version};\n").rows[0]
    assert row.withdrawn
    assert row.version in (None, "01/2020")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=300)
    | st.text(alphabet='ab1;,\t"\r\n æ', max_size=200).map(lambda text: (HEAD + text).encode())
)
def test_no_bytes_are_too_much(content: bytes, tmp_path: Path) -> None:
    try:
        found = read(tmp_path, content)
    except BlanketError:
        return
    assert all(row.title and row.key for row in found.rows)


# --- The base -----------------------------------------------------------------------------------------------------


def compared(folder: Path, own: Path, listed: str, *, mark_missing: bool = False, publisher: str | None = "KL",
             subject: str | None = "digital-post") -> Plan:  # fmt: skip
    """What a list means for the base in a folder."""
    folders = [folder] if own == folder else [folder, own]
    terms = Terms(own, folders, DAY, publisher=publisher, subject=subject, mark_missing=mark_missing)
    return plan(read(folder, HEAD + listed), load(folders), terms, number_key)


@pytest.fixture
def base(write_kb: WriteKb) -> Path:
    """A base with forms of two publishers."""
    return write_kb(BASE)


def test_a_new_form_becomes_an_entry_without_fault(base: Path) -> None:
    found = compared(base, base, "LÆ 125;Ansøgning: hjælp, #1;01/2026;https://www.kl.dk/x\n")
    assert [(change.id, change.diff) for change in found.new] == [("lae-125", ())]
    assert not (base / "blanketter/lae-125.yaml").exists()
    assert write(found) == 1
    after = load([base])
    entry = after.entries["lae-125"]
    assert (entry.title, entry.number, entry.version) == ("Ansøgning: hjælp, #1", "LÆ 125", "01/2026")  # type: ignore[attr-defined]
    assert [item for item in after.problems if item.file.stem == "lae-125" and item.error] == []
    assert compared(base, base, "LÆ 125;Ansøgning: hjælp, #1;1/2026;https://www.kl.dk/x\n").changes == []


def test_a_new_version_changes_its_line_and_says_where_it_is_from(base: Path) -> None:
    """Stumble 22: the entry says which list it follows, and since when."""
    found = compared(base, base, "fd-1a;ansøgning om  fritagelse;02/2026;\n")
    changed = ("-version: '01/2020'  # fra siden", "+version: '02/2026'  # fra siden")
    assert [line for line in found.changed[0].diff if "status_grundlag" not in line] == list(changed)
    assert SINCE.strip() in found.changed[0].diff[-1]
    assert (base / "blanketter/fd-001a.yaml").read_text(encoding="utf-8") == OLD
    write(found)
    text = (base / "blanketter/fd-001a.yaml").read_text(encoding="utf-8")
    assert text.replace(SINCE, "") == OLD.replace("01/2020", "02/2026")


@pytest.mark.parametrize("second", ["fd 8;En anden titel;;", "FD 008;Først;2;", "FD 008;Først;;https://www.kl.dk/b"])
def test_of_two_rows_with_one_number_that_differ_neither_is_taken(second: str, tmp_path: Path) -> None:
    """Stumble 22: nobody knows which of them is the older one."""
    found = read(tmp_path, f"{HEAD}FD 008;Først;;https://www.kl.dk/a\n{second}\nFD 010;Sidst;;\n")
    assert numbers(found) == ["FD 010"]
    assert "står også på linje 2" in found.bad[0].message


def test_with_a_new_version_comes_its_address(base: Path) -> None:
    found = compared(base, base, "FD 001A;Ansøgning om fritagelse;02/2026;https://www.kl.dk/ny\n")
    assert found.changed[0].diff[-1] == "+adresse: https://www.kl.dk/ny"
    assert compared(base, base, "FD 001A;Ansøgning om fritagelse;1/2020;https://www.kl.dk/gammel\n").same == 1


def test_another_title_and_another_address_are_changes(base: Path) -> None:
    found = compared(base, base, "FD 001A;Ny titel;01/2020;https://www.kl.dk/ny\n")
    (change,) = found.changed
    new = [line for line in change.diff if line[0] == "+" and "status_grundlag" not in line]
    assert new == ["+titel: Ny titel", "+adresse: https://www.kl.dk/ny"]
    write(found)
    assert compared(base, base, "FD 001A;Ny titel;01/2020;https://www.kl.dk/ny\n").same == 1


def test_an_empty_list_withdraws_nothing(base: Path) -> None:
    with pytest.raises(BlanketError, match="tom"):
        compared(base, base, "", mark_missing=True)


def test_that_most_forms_go_is_asked_about(base: Path) -> None:
    others = {
        f"blanketter/fd-1{n}.yaml": OTHER.replace("fd-002", f"fd-1{n}").replace("FD 002", f"FD 1{n}") for n in (1, 2)
    }
    write_files(base, others)
    line = "FD 001A;Ansøgning om fritagelse;;\n"
    found = compared(base, base, line, mark_missing=True)
    assert [change.id for change in found.withdrawn] == ["fd-002", "fd-11", "fd-12"]
    with pytest.raises(BlanketError, match="3 blanketter ville udgå, og kun 1 ville blive"):
        needs(found, Terms(base, [base], DAY, publisher="KL", mark_missing=True))
    needs(found, Terms(base, [base], DAY, publisher="KL", mark_missing=True, sure=True))


@pytest.mark.parametrize("codepage", ["cp865", "cp850"])
@pytest.mark.parametrize("title", ["Prøveblanket", "Ansøgning til å", "Læge og gade", "Støtte på vej"])
def test_letters_of_another_encoding_are_doubted(title: str, codepage: str, tmp_path: Path) -> None:
    with pytest.raises(BlanketError, match="tegnsæt"):
        read(tmp_path, f"{HEAD}FD 009;{title};;\n".encode(codepage))


@pytest.mark.parametrize(
    "title", ["Læge, bolig og støtte på øen", "Ældre – “hjælp” fra d’Angleterre", "Bolig › Støtte"]
)
def test_windows_own_letters_and_signs_are_not_doubted(title: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"{HEAD}FD 009;{title};;\n".encode("cp1252")).rows[0].title == title


def test_a_first_version_is_put_in(base: Path) -> None:
    write(compared(base, base, "FD 002;Ansøgning om fritagelse;02/2026;\n"))
    text = (base / "blanketter/fd-002.yaml").read_text(encoding="utf-8")
    assert text.replace(SINCE, "") == OTHER.replace("status: gælder", "version: 02/2026\nstatus: gælder")


def test_a_withdrawn_one_is_marked_and_who_uses_it_is_said(base: Path) -> None:
    found = compared(base, base, "FD 002;Ansøgning om fritagelse (udgået);;\n")
    assert [(change.id, change.used_in) for change in found.withdrawn] == [("fd-002", ("skift-laege",))]
    write(found)
    text = (base / "blanketter/fd-002.yaml").read_text(encoding="utf-8")
    assert 'status: udgået\nstatus_grundlag: "Står som udgået på listen liste.csv, indlæst 2026-11-22."\n' in text


def test_a_shipped_form_is_changed_in_the_own_folder(base: Path, tmp_path: Path) -> None:
    own = write_files(tmp_path / "egen", {})
    write(compared(base, own, "FD 001A;Ansøgning om fritagelse;02/2026;\n"))
    assert (base / "blanketter/fd-001a.yaml").read_text(encoding="utf-8") == OLD
    assert "02/2026" in (own / "blanketter/fd-001a.yaml").read_text(encoding="utf-8")


def test_missing_ones_are_only_named_until_asked_for(base: Path) -> None:
    found = compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n")
    assert (found.missing, found.withdrawn) == (["fd-002"], [])  # fd-003 is withdrawn, ud-009 is another's
    found = compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n", mark_missing=True)
    assert (found.missing, [change.id for change in found.withdrawn]) == ([], ["fd-002"])
    assert "ikke længere" in "".join(found.withdrawn[0].diff)


def test_missing_ones_of_another_subject_or_publisher_are_left(base: Path) -> None:
    assert compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n", subject="bolig", mark_missing=True).changes == []
    assert compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n", publisher=None).missing == []
    assert compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n", publisher="kl").missing == ["fd-002"]


def test_with_rows_unread_nothing_is_thought_gone(base: Path) -> None:
    found = compared(base, base, "FD 001A;Ansøgning om fritagelse;;\n;Ulæselig;;\n", mark_missing=True)
    assert (found.missing, found.withdrawn) == (["fd-002"], [])


def test_a_withdrawn_one_back_on_the_list_is_left_to_a_person(base: Path) -> None:
    found = compared(base, base, "FD 003;Ansøgning om fritagelse;05/2026;\n")
    assert (found.returned, found.changes) == (["fd-003"], [])


def test_the_same_number_of_two_publishers(base: Path) -> None:
    write_files(base, {"blanketter/ud-002.yaml": FOREIGN})
    assert [change.id for change in compared(base, base, "FD 002;Ansøgning om fritagelse;02/2026;\n").changed] == [
        "fd-002"
    ]
    found = compared(base, base, "FD 002;Ansøgning om fritagelse;02/2026;\n", publisher=None)
    assert found.changes == []
    assert "fd-002, ud-002" in found.bad[0].message


def test_an_id_of_something_else_is_never_taken(base: Path) -> None:
    write_files(base, {"opgaver/fd-077.yaml": TASK.replace("skift-laege", "fd-077")})
    found = compared(base, base, "FD 077;Ansøgning om fritagelse;;\n")
    assert found.new == []
    assert "fd-077" in found.bad[0].message


def test_new_ones_need_publisher_and_subject(base: Path) -> None:
    found = compared(base, base, "FD 088;Ansøgning om fritagelse;;\n", publisher=None, subject=None)
    terms = Terms(base, [base], DAY)
    assert len(found.new) == 1
    with pytest.raises(BlanketError, match="udgiver og et emne"):
        needs(found, terms)
    needs(Plan(), terms)


def test_an_import_that_stops_half_way_says_how_much_is_written(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = compared(base, base, "FD 021;Ny;;\nFD 022;Nyere;;\n")
    calls: list[Path] = []

    def full(file: Path, content: bytes | str, *, new: bool = False) -> None:
        calls.append(file)
        if len(calls) == 2:
            raise BlanketError("fuldt", "ryd op")

    monkeypatch.setattr("blanket.kb.importing.importing.write_entry", full)
    with pytest.raises(BlanketError, match="1 af 2 filer er skrevet"):
        write(found)
