"""Counting the base, what is due on a day, and the two ways of showing it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from blanket.guide.screens.status_page import due_rows, status_page, status_text
from blanket.kb.base import Base, load
from blanket.kb.format.model import Form, Place, Task
from blanket.kb.format.parts import Checked, Contact, Fee, Source
from blanket.kb.review.due import due, first_day, months_after, newest
from blanket.kb.review.status import BaseStatus, status_data, status_of
from blanket.paths import shipped
from tests.conftest import MUNICIPALITY, PLACE, SMALL_BASE, TASK, WriteKb, vouched

DAY = date(2026, 11, 22)
FEE = (Fee(text="Det koster 10 kr.", year=2026, source="Loven"),)
OWN = Contact(name="A", phone="70 12 80 63", source="Loven")


def task(
    read: str | None = None, checked: str | None = None, *, contact: Contact = OWN, fees: tuple[Fee, ...] = ()
) -> Task:
    """A task whose source was read and which was checked on these days."""
    return Task(
        id="a", title="A", subject="bolig", authority="K", summary="Kort.", contacts=(contact,), fees=fees,
        sources=(Source(name="Loven", read=read),) if read else (),
        checked=Checked(date=checked, by="Mette") if checked else None,
    )  # fmt: skip


BY_PLACE = Contact(place="mitid-support")


@pytest.mark.parametrize(
    ("entry", "reasons"),
    [
        (task("2026-11-22"), ()),
        (task("2026-05-23"), ()),
        (task("2026-05-22"), ("kontakter",)),
        (task("2026-05-22", contact=BY_PLACE), ()),
        (task("2025-11-23", contact=BY_PLACE), ()),
        (task("2025-11-22", contact=BY_PLACE), ("indhold",)),
        (task("2025-12-31", contact=BY_PLACE, fees=FEE), ("beløb",)),
        (task("2026-01-01", contact=BY_PLACE, fees=FEE), ()),
        (task("2020", "2026-11-01", fees=FEE), ()),
        (task("2026-11", "2020-01-01", fees=FEE), ()),
        (task(fees=FEE), ("kontakter", "beløb", "indhold")),
        (task("2024"), ("kontakter", "indhold")),
    ],
)
def test_what_is_due(entry: Task, reasons: tuple[str, ...]) -> None:
    assert due(entry, DAY) == reasons


def test_a_place_is_due_for_its_number() -> None:
    place = Place(
        id="a", title="A", sort="telefon", audience="borgere", summary="K.", sources=(Source(name="L", read="2026-01"),)
    )
    assert due(place, DAY) == ()
    assert due(msgspec.structs.replace(place, phone="70 12 80 63"), DAY) == ("kontakter",)


def test_days() -> None:
    assert [first_day(typed) for typed in ("2024", "2024-05", "2024-05-31", "2023-02-31", "0000")] == [
        date(2024, 1, 1), date(2024, 5, 1), date(2024, 5, 31), date(2023, 2, 28), date.min,
    ]  # fmt: skip
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 6, 30), 6) == date(2026, 12, 30)
    assert months_after(date.min, 12) == date(2, 1, 1)
    assert newest(task()) is None


@pytest.fixture
def status(write_kb: WriteKb) -> BaseStatus:
    """The state of a small base with one task checked, without a paper way, and one broken file."""
    more = "papir: {trin: [Ring.]}\nusikkert: [a, b]\n"
    files = {
        **SMALL_BASE,
        "opgaver/med-papir.yaml": TASK.replace("skift-laege", "med-papir") + more,
        "opgaver/halv.yaml": "id: halv\n",
    }
    return status_of(load([write_kb({**files, **vouched(files, "med-papir")})]), DAY)


def test_counts(status: BaseStatus) -> None:
    rows = {row.kind: (row.entries, row.checked, row.due, row.uncertain) for row in status.kinds}
    assert rows == {
        "opgave": (2, 1, 1, 2),
        "forløb": (1, 0, 1, 0),
        "blanket": (1, 0, 1, 0),
        "sted": (2, 0, 2, 0),
        "kommune": (1, 0, 1, 0),
    }
    assert (status.total.entries, status.words, status.broken) == (7, 1, 1)
    assert status.no_paper == ["skift-laege"]
    assert status.forms == {"gælder": ["fd-001a"], "ukendt": [], "udgået": []}
    assert status.due["kontakter"] == ["doedsfald", "hotline", "mitid-support", "odense", "skift-laege"]
    assert set(status.lix.values) == {"skift-laege", "med-papir", "doedsfald"}


def test_json_holds_the_same(status: BaseStatus) -> None:
    data = status_data(status)
    assert data["dato"] == "2026-11-22"
    assert data["i_alt"] == {"antal": 7, "kontrolleret": 1, "skal_gennemgås": 6, "usikre_punkter": 2}
    assert data["uden_papirvej"] == ["skift-laege"]
    assert data["lix"]["mindst"] <= data["lix"]["midterst"] <= data["lix"]["højest"]


def test_text_is_plain_and_narrow(status: BaseStatus) -> None:
    text = status_text(status, 80)
    assert max(map(len, text.splitlines())) <= 80
    assert not re.search("[\u2500-\u257f|]", text)
    assert re.search(r"^Opgaver +2 +1 +1 +2$", text, re.MULTILINE)
    assert "22. november 2026" in text
    assert max(map(len, status_text(status, 40).splitlines())) <= 70


class _Page(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_stands_alone_and_says_what_its_plots_show(status: BaseStatus) -> None:
    html = status_page(status)
    page = _Page()
    page.feed(html)
    assert page.open == []
    fetched = re.sub(r'<a href="https://[^"]*">[^<]*</a>', "", html)  # a link is followed by a person, or not
    assert not re.search(r"<script|<link|<img|https?:|url\(|@import", fetched)
    plots = [attributes for tag, attributes in page.tags if tag == "svg"]
    assert len(plots) == 4
    assert all(plot["role"] == "img" and plot["aria-label"] for plot in plots)
    assert "Opgaver 1 af 2" in str(plots[0]["aria-label"])
    for tag, attributes in page.tags:
        if tag == "rect":
            assert 0 < float(attributes["width"] or 0) <= 360


def test_an_empty_base_is_no_mishap() -> None:
    empty = status_of(Base(), DAY)
    assert empty.total.entries == 0
    assert "Der er ingen tekst at måle." in status_text(empty, 80)
    assert "<svg" in status_page(empty)
    assert status_data(empty)["lix"]["midterst"] == 0.0


@pytest.mark.slow
def test_the_shipped_base_is_counted_whole() -> None:
    base = load([shipped("kb")])
    status = status_of(base, DAY)
    assert status.total.entries == len(base.entries)
    forms = [entry for entry in base.entries.values() if isinstance(entry, Form)]
    assert sum(len(ids) for ids in status.forms.values()) == len(forms)
    assert max(map(len, status_text(status, 80).splitlines())) <= 80
    assert Path(shipped("templates") / "status.html.j2").is_file()


OLD_FEE = TASK + 'gebyr:\n- {tekst: Det koster 225 kr., år: 2024, kilde: "https://www.borger.dk/a"}\n'
SEEN = 'kilder:\n- {adresse: "https://www.borger.dk/a", læst: 2026-11}\n'
UNCONFIRMED = "ubekræftet:\n- {hvad: adresse, tekst: Torvet 1, kilde: https://www.svendborg.dk/, læst: 2026-11}\n"


def of(write_kb: WriteKb, own: dict[str, str]) -> BaseStatus:
    return status_of(load([write_kb(SMALL_BASE, "fælles"), write_kb(own, "egen")]), DAY)


def test_a_vouch_that_an_edit_has_ended_is_said_with_its_day(write_kb: WriteKb) -> None:
    vouch = vouched(SMALL_BASE, "skift-laege", "fd-001a")
    assert "Ikke længere" not in status_text(of(write_kb, vouch), 80)
    status = of(write_kb, {**vouch, "opgaver/skift-laege.yaml": TASK.replace("en ny læge", "en anden læge")})
    assert "Ikke længere kontrolleret, fordi teksten er ændret: 1 opslag (skift-laege)." in status_text(status, 80)
    assert "(skift-laege)" in status_page(status)
    assert status_data(status)["ikke_længere_kontrolleret"] == {"skift-laege": "2026-11-01"}
    rows = [row for row in due_rows(status) if row[4] == "ikke længere kontrolleret: teksten er ændret"]
    assert [(row[0], row[1], row[3], row[5]) for row in rows] == [("skift-laege", "Skift læge", "eget", "2026-11-01")]


def test_an_amount_of_an_earlier_year_is_due_though_somebody_looked_at_it_this_year(write_kb: WriteKb) -> None:
    """Stumble 10."""
    status = of(write_kb, {"opgaver/skift-laege.yaml": OLD_FEE + SEEN})
    assert status.due["tidligere_år"] == ["skift-laege"]
    assert status.due["beløb"] == []
    assert status.old_amounts == 1
    assert re.search(r"gælder et tidligere år +1$", status_text(status, 80), re.MULTILINE)


def test_own_and_shared_are_counted_apart(write_kb: WriteKb) -> None:
    status = of(write_kb, {"opgaver/skift-laege.yaml": OLD_FEE, "opgaver/ny.yaml": TASK.replace("skift-laege", "ny")})
    assert (status.own.entries, status.shared.entries, status.total.entries) == (2, 5, 7)
    assert re.search(r"heraf egne +2 ", status_text(status, 80))


def test_what_is_due_has_its_reason_id_and_page(write_kb: WriteKb) -> None:
    status = of(write_kb, {"opgaver/skift-laege.yaml": OLD_FEE + SEEN})
    row = next(row for row in due_rows(status) if row[0] == "skift-laege")
    assert row == (
        "skift-laege", "Skift læge", "opgave", "eget", "Beløb, der gælder et tidligere år", "2026-11-01",
        "https://www.borger.dk/a",
    )  # fmt: skip
    page = status_page(status)
    assert '<a href="https://www.borger.dk/a">' in page
    assert "Skift læge (skift-laege, eget, 2026-11-01)" in page


def test_the_kommuner_are_counted_by_what_the_base_knows_of_them(write_kb: WriteKb) -> None:
    own = MUNICIPALITY.replace("odense", "svendborg").split("kontakt:")[0] + UNCONFIRMED
    place = PLACE.replace("mitid-support", "raadhus").replace(
        "telefon: ", "kommune: odense\nadresse: Torvet 1\ntelefon: "
    )
    status = of(write_kb, {"kommuner/svendborg.yaml": own, "steder/raadhus.yaml": place})
    known = status.kommuner
    assert (known.count, known.known) == (2, {"telefon": ["odense"], "adresse": ["odense"], "tider": []})
    assert known.waiting == {"svendborg": ["adresse"]}
    assert known.missing == {"odense": ["tider"], "svendborg": ["telefon", "tider"]}
    text = status_text(status, 80)
    assert "2 kommuner: 1 med nummer, 1 med adresse, 0 med åbningstider." in text
    assert "svendborg: mangler: telefon, tider" in text  # the own one is told what it can fill in
    assert "odense: mangler" not in text
    assert ("odense", "", "kommune", "", "mangler: tider", "", "") in due_rows(status)


def test_what_changed_since_the_last_release_is_said_with_its_sign(status: BaseStatus) -> None:
    assert "ikke udgivet noget endnu" in status_text(status, 80)
    status.before = (
        "2026-11-01, lavet 01.11.2026 (21 dage gammel)",
        {**status.figures, "opslag": 4, "kontrolleret": 1},
    )
    text = status_text(status, 80)
    assert "Sidste udgivelse: 2026-11-01, lavet 01.11.2026 (21 dage gammel)" in text
    assert "Siden da: opslag +3." in text
    assert status_data(status)["siden_sidste_udgivelse"]["opslag"] == 3


@pytest.mark.browser
def test_the_page_is_read_on_a_telephone_390_points_wide(status: BaseStatus, tmp_path: Path) -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("Chromium is not on this machine (Debian: chromium)")
    measured = (
        "<script>addEventListener('load', () => document.body.setAttribute('data-measured', JSON.stringify({"
        "wide: document.documentElement.scrollWidth, small: Math.min(...[...document.querySelectorAll('svg text')]"
        ".map(text => text.getBoundingClientRect().height))})))</script></body>"
    )
    frame = '<iframe src="side.html" style="width:390px;height:800px;border:0"></iframe>'
    (tmp_path / "side.html").write_text(status_page(status).replace("</body>", measured), encoding="utf-8")
    report = "<script>addEventListener('load', () => setTimeout(() => document.title = document.querySelector('iframe')"
    report += ".contentDocument.body.dataset.measured, 100))</script>"
    (tmp_path / "ramme.html").write_text(f"<title></title>{frame}{report}", encoding="utf-8")
    done = subprocess.run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         "--virtual-time-budget=5000", "--dump-dom", f"--user-data-dir={tmp_path / 'c'}",
         (tmp_path / "ramme.html").as_uri()],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    found = re.search(r"<title>(\{.*?\})</title>", done.stdout.decode())
    assert found is not None, done.stderr.decode()[-500:]
    sizes = json.loads(found[1])
    assert sizes["wide"] <= 390
    assert sizes["small"] >= 14
