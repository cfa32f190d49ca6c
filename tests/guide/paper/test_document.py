"""The PDF: what a reader, a printer and a screen reader get of it. Tools of the system that are missing are skipped."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from pathlib import Path

import pytest

from blanket.errors import BlanketError, Exit
from blanket.guide.paper import pdf
from blanket.guide.paper.document import _Press, document, strict_document
from blanket.guide.paper.fitting import told, without
from blanket.guide.paper.parts import CitizenGuide, Slip
from blanket.guide.paper.pdf import page_count
from blanket.paths import shipped
from tests.conftest import SMALL_BASE, TASK, vouched
from tests.guide.conftest import OpenKb, lines_of, made, need, printed, text_of, tool_on

STEP = "Tag papiret frem, og skriv dit navn på den øverste linje. "
LONG = (
    TASK
    + "papir:\n  trin:\n"
    + "".join(f"  - TRIN{number} {STEP * (1 + number % 4)}SLUT{number}\n" for number in range(60))
    + "godt_at_vide:\n"
    + "".join(f"- Råd {number}. {STEP * 3}Ring på 12 34 56 {number:02}.\n" for number in range(40))
)


@pytest.mark.parametrize("large", [False, True])
def test_tagged_a4_danish_with_a_title_and_every_font_inside(
    base: sqlite3.Connection, tmp_path: Path, large: bool
) -> None:
    content = made(printed(base, "skift-laege", large=large))
    info = tool_on(content, tmp_path, "pdfinfo", "{}")
    assert re.search(r"^Tagged: +yes", info, re.MULTILINE)
    assert re.search(r"^Page size: .*\(A4\)", info, re.MULTILINE)
    assert re.search(r"^Title: +Skift læge", info, re.MULTILINE)
    assert re.search(rb"/Lang *\(da", content)
    fonts = tool_on(content, tmp_path, "pdffonts", "{}").splitlines()[2:]
    assert {line.split()[0].split("+")[-1] for line in fonts} == {"SourceSansPro-Bold", "SourceSansPro-Regular"}
    assert all(line.split()[-5] == "yes" for line in fonts)


def test_it_says_that_it_is_pdf_ua(base: sqlite3.Connection) -> None:
    """Typst refuses to write a file as PDF/UA-1 when it breaks a rule that Typst can check."""
    assert b"pdfuaid:part>1<" in made(printed(base, "skift-laege"))


def test_letters_are_14_and_18_points_and_everything_grows(base: sqlite3.Connection, tmp_path: Path) -> None:
    heights = {}
    for large in (False, True):
        found = lines_of(made(printed(base, "skift-laege", large=large)), tmp_path)
        heights[large] = {text: height for height, text in found}
    for line in ("Tag med", "Dit sundhedskort (det gule kort)", "Ring til din kommune"):
        grown = heights[True][line] / heights[False][line]
        assert grown == pytest.approx(18 / 14, rel=0.02), line
    footers = [next(h for text, h in heights[large].items() if text.startswith("Side 1")) for large in (False, True)]
    assert footers[1] / footers[0] == pytest.approx(18 / 14, rel=0.02)


def test_every_page_says_which_it_is(base: sqlite3.Connection, tmp_path: Path) -> None:
    text = text_of(made(printed(base, "skift-laege")), tmp_path)
    assert "Side 1 af 2" in text
    assert "Side 2 af 2" in text


def test_the_text_reads_in_order(base: sqlite3.Connection, tmp_path: Path) -> None:
    doc = printed(base, "skift-laege", notes=["Vi ringer til dig."])
    guide = doc.guides[0]
    text = text_of(made(doc), tmp_path)
    position = 0
    assert guide.box is not None
    parts = [guide.title, guide.summary, guide.box.heading, guide.box.said, *(due.text for due in guide.due)]
    parts += [*guide.bring, *(step.text for way in guide.ways for step in way.steps), *guide.fees, *guide.advice]
    for part in [*parts, "Det har vi aftalt", "Vi ringer til dig.", "Pas på svindel.", "Tjekket af"]:
        position = text.find(part, position)
        assert position >= 0, part


@pytest.mark.slow
def test_the_code_on_the_page_leads_to_the_address(base: sqlite3.Connection, tmp_path: Path) -> None:
    need("zbarimg")
    for identifier, large in (("skift-laege", False), ("anmeld-doedsfald", True)):
        doc = printed(base, identifier, large=large)
        tool_on(made(doc), tmp_path, "pdftoppm", "-r", "150", "-png", "{}", str(tmp_path / identifier))
        pages = sorted(map(str, tmp_path.glob(f"{identifier}-*.png")))
        done = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True, check=False)
        web = doc.guides[0].web
        assert web is not None
        assert done.stdout.split() == [web.address]


def test_same_input_same_bytes(base: sqlite3.Connection) -> None:
    assert made(printed(base, "meld-flytning")) == made(printed(base, "meld-flytning"))


def test_the_time_in_the_file_is_that_of_the_entry(open_kb: OpenKb) -> None:
    own = TASK + 'kilder:\n- {navn: A, læst: 2026-11-03}\n- {navn: B, læst: "2025"}\n'
    assert b"D:20261103" in made(printed(open_kb({"opgaver/skift-laege.yaml": own}), "skift-laege"))
    files = {"opgaver/skift-laege.yaml": own}
    checked = {**files, **vouched({**SMALL_BASE, **files}, "skift-laege", day="2026-12-01")}
    assert b"D:20261201" in made(printed(open_kb(checked), "skift-laege"))


def test_source_date_epoch_is_the_time_in_the_file(
    base: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = made(printed(base, "skift-laege"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 14 November 2023
    dated = made(printed(base, "skift-laege"))
    assert dated != plain
    assert b"D:20231114" in dated
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "in vain")
    assert made(printed(base, "skift-laege")) == plain


@pytest.mark.parametrize("large", [False, True])
def test_no_step_and_no_number_is_split_over_pages(open_kb: OpenKb, tmp_path: Path, large: bool) -> None:
    doc = printed(open_kb({"opgaver/skift-laege.yaml": LONG}), "skift-laege", large=large)
    doc.for_staff = True  # of a citizen's paper, advice would give way
    doc.guides = [doc.guides[0], doc.guides[0]]
    pages = tool_on(made(doc), tmp_path, "pdftotext", "-raw", "{}", "-").split("\f")
    assert len(pages) > 10
    whole = " ".join(" ".join(pages).split())
    for number in range(60):
        assert whole.count(f"SLUT{number} ") == 2
        both = [page for page in pages if re.search(rf"TRIN{number}\b", page) or re.search(rf"SLUT{number}\b", page)]
        assert all(re.search(rf"TRIN{number}\b", page) and re.search(rf"SLUT{number}\b", page) for page in both)
    for number in range(40):
        assert sum(page.count(f"12 34 56 {number:02}") for page in pages) == 2


def test_what_is_longer_than_a_page_is_printed_whole(open_kb: OpenKb, tmp_path: Path) -> None:
    words = " ".join(f"ord{number}" for number in range(1500))
    own = TASK + f"papir:\n  trin:\n  - {words}\nfuldmagt: {words}\nfrister:\n- {{tekst: {words}, kilde: tester}}\n"
    doc = printed(open_kb({"opgaver/skift-laege.yaml": own}), "skift-laege", notes=[words], large=True)
    assert text_of(made(doc), tmp_path).count("ord1499") == 4
    boxes = tool_on(made(doc), tmp_path, "pdftotext", "-bbox", "{}", "-")
    assert all(0 < float(y) < 842 for y in re.findall(r'yMax="([\d.]+)"', boxes))
    assert all(0 < float(x) < 596 for x in re.findall(r'xMax="([\d.]+)"', boxes))


def test_letters_that_no_font_has_are_noted_and_the_rest_is_printed(
    open_kb: OpenKb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pdf._fonts
    monkeypatch.setattr(pdf, "_fonts", lambda which, copies: read("own", copies))  # as where nothing has it
    content, notes = document(printed(open_kb(), "skift-laege", notes=["Hej \N{OK HAND SIGN} igen"]), "pdf")
    assert notes
    assert "igen" in text_of(content, tmp_path)
    assert b"pdfuaid:part" not in content


def test_emoji_are_found_in_the_system_or_noted(open_kb: OpenKb, tmp_path: Path) -> None:
    content, notes = document(printed(open_kb(), "skift-laege", notes=["Hej \N{OK HAND SIGN} igen"]), "pdf")
    assert bool(notes) != (b"pdfuaid:part" in content)
    assert "\N{OK HAND SIGN}" in text_of(content, tmp_path) or notes


def test_the_first_page_of_several_is_a_list_with_their_pages(base: sqlite3.Connection, tmp_path: Path) -> None:
    content = made(printed(base, "skift-laege", "meld-flytning"))
    first = " ".join(tool_on(content, tmp_path, "pdftotext", "-l", "1", "-layout", "{}", "-").split())
    pages = [int(page) for page in re.findall(r"side (\d+)", first)]
    assert pages[0] == 2
    for page, title in zip(pages, ("Skift læge", "Meld flytning"), strict=True):
        assert tool_on(content, tmp_path, "pdftotext", "-f", str(page), "-l", str(page), "{}", "-").startswith(title)


def test_what_does_not_fit_gives_way_and_is_said(open_kb: OpenKb) -> None:
    advice = "".join(f"- Råd {number}. {STEP * 2}\n" for number in range(30))
    own = TASK + f"papir:\n  trin: [Ring til kommunen.]\nfuldmagt: Din datter må.\ngodt_at_vide:\n{advice}"
    content, notes = document(printed(open_kb({"opgaver/skift-laege.yaml": own}), "skift-laege"), "pdf")
    assert page_count(content) == 2
    assert len(notes) == 1
    assert re.search(r"“Skift læge”. Udeladt: godt at vide \(“Råd \d+\. Tag papiret frem[^”]* …”, .*”\)\.", notes[0])


def test_a_short_piece_stays_where_the_long_one_before_it_has_no_room(open_kb: OpenKb, tmp_path: Path) -> None:
    advice = "".join(f"- Råd {number}. {STEP * 9}\n" for number in range(6)) + "- Husk dit kort.\n"
    own = TASK + f"papir:\n  trin: [Ring til kommunen.]\ngodt_at_vide:\n{advice}"
    steps = "".join(f"  - Trin {number}. {STEP}\n" for number in range(9))
    own = own.replace("  trin: [Ring til kommunen.]\n", f"  trin:\n{steps}")
    content, notes = document(printed(open_kb({"opgaver/skift-laege.yaml": own}), "skift-laege"), "pdf")
    assert page_count(content) == 2
    assert "“Råd 5. " in notes[0]
    assert "Husk dit kort." not in notes[0]
    assert "Husk dit kort." in text_of(content, tmp_path)


@pytest.mark.parametrize("large", [False, True])
def test_no_last_page_holds_only_what_was_agreed(open_kb: OpenKb, tmp_path: Path, large: bool) -> None:
    for steps in range(1, 12):
        trin = "".join(f"  - Trin {number}. {STEP}\n" for number in range(steps))
        own = TASK + f"papir:\n  trin:\n{trin}godt_at_vide: [Tag dit kort med., Spørg efter prisen.]\n"
        content = made(printed(open_kb({"opgaver/skift-laege.yaml": own}), "skift-laege", large=large))
        last = tool_on(content, tmp_path, "pdftotext", "-layout", "{}", "-").rstrip("\f").split("\f")[-1]
        assert not last.strip().startswith("Det har vi aftalt")


def test_of_a_form_it_is_said_what_is_left_out_of_it() -> None:
    forms = [
        Slip("FD 001A", "Fritagelse", "Her beder du om brev på papir.", "kommunen", "kommunen", "Dit sundhedskort."),
        Slip("", "Fuldmagt", "", "kommunen", "kommunen", "Kopi af dit pas."),
    ]
    guide = CitizenGuide("skift-laege", "Skift læge", "", slips=forms)
    (said,) = told(guide, 2)
    assert "Udeladt: hvad en blanket er til (“FD 001A: Fritagelse”)" in said
    assert [slip.bring for slip in without(guide, 2).slips] == ["Dit sundhedskort.", "Kopi af dit pas."]


def test_one_step_a_page(base: sqlite3.Connection, tmp_path: Path) -> None:
    doc = printed(base, "skift-laege", each=True)
    pages = tool_on(made(doc), tmp_path, "pdftotext", "-raw", "{}", "-").split("\f")
    steps = doc.guides[0].ways[0].steps
    for number, step in enumerate(steps, 1):
        assert [f"{number} af {len(steps)}" in " ".join(page.split()) for page in pages].count(True) == 1
        assert any(step.text in " ".join(page.split()) for page in pages)


# --- Templates of one's own ------------------------------------------------------------------------------------------


def test_an_own_template_goes_before_the_shipped_one(open_kb: OpenKb, tmp_path: Path) -> None:
    (tmp_path / "handout.txt.j2").write_text("VORES {{ doc.title }}")
    assert made(printed(open_kb(), "skift-laege"), "txt", tmp_path) == b"VORES Skift l\xc3\xa6ge\n"
    assert b"VORES" not in made(printed(open_kb(), "skift-laege"), "md", tmp_path)


@pytest.mark.parametrize(
    ("template", "line", "why"),
    [
        ("a\n{% if %}\n", 2, "Jinjas"),
        ("{{ doc.title.__class__.__mro__ }}", 1, "må en skabelon ikke"),
        ("a\n{{ 1 / 0 }}", 2, "regnes ud"),
        ("{% include 'findes-ikke' %}", 1, "findes ikke"),
    ],
)
def test_a_broken_own_template_says_where_and_why_in_danish(
    open_kb: OpenKb, tmp_path: Path, template: str, line: int, why: str
) -> None:
    (tmp_path / "handout.txt.j2").write_text(template)
    with pytest.raises(BlanketError) as error:
        strict_document(printed(open_kb(), "skift-laege"), "txt", [tmp_path])
    assert f"linje {line}" in error.value.what
    assert why in error.value.what
    assert str(tmp_path / "handout.txt.j2") in error.value.what
    assert error.value.code == Exit.UNUSABLE
    content, notes = document(
        printed(open_kb(), "skift-laege"), "txt", [tmp_path]
    )  # at the counter the page is printed
    assert "Skift læge" in content.decode()
    assert why in notes[0]


def test_an_own_template_that_no_longer_fits_gives_way_with_a_note(open_kb: OpenKb, tmp_path: Path) -> None:
    (tmp_path / "handout.txt.j2").write_text("a\nb\n{{ doc.phones }}\n")
    content, notes = document(printed(open_kb(), "skift-laege"), "txt", [tmp_path])
    assert "Skift læge" in content.decode()
    assert len(notes) == 1
    assert "linje 3" in notes[0]
    assert "“phones”" in notes[0]


def test_a_template_that_is_not_typst_says_the_line(open_kb: OpenKb, tmp_path: Path) -> None:
    good = (shipped("templates") / "handout.typ.j2").read_text(encoding="utf-8")
    (tmp_path / "handout.typ.j2").write_text(good + "\n#findes-ikke()\n", encoding="utf-8")
    with pytest.raises(BlanketError, match=r"linje \d+ .*#findes-ikke\(\).*“findes-ikke” findes ikke"):
        strict_document(printed(open_kb(), "skift-laege"), "pdf", [tmp_path])


def test_a_forms_own_paper_stands_close_together_where_that_makes_it_one_page(open_kb: OpenKb) -> None:
    saved = 0
    for lines in range(14, 34, 2):
        requires = ", ".join(f"Papir nummer {number} med navn" for number in range(lines))
        form = SMALL_BASE["blanketter/fd-001a.yaml"] + f"kræver: [{requires}]\n"
        doc = printed(open_kb({**SMALL_BASE, "blanketter/fd-001a.yaml": form}), "fd-001a")
        press = _Press(doc, None, ())
        wide, close = (press.pages(doc.guides[0], tight=tight) for tight in (False, True))
        assert page_count(made(doc)) == close
        saved += wide > close
    assert saved
