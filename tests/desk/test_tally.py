"""The tally: what is counted, what never is, and what leaves the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from blanket.cli.app import main
from blanket.desk import tally
from blanket.desk.visit import Visit
from tests.conftest import TASK
from tests.desk.conftest import Opened

DAY = date(2026, 11, 27)
SECRET = TASK.replace("skift-laege", "vold").replace("emne: sundhed", "emne: familie\nfølsom: ja")


def test_a_visit_counts_once_for_the_day_and_once_for_each_entry(desk: Opened) -> None:
    desk()
    tally.keep_visit(DAY, ["skift-laege"], 0)
    tally.keep_visit(DAY, ["skift-laege"], 2)
    counted = tally.load_tally()
    assert counted.visits == {"2026-11-27": 2}
    assert counted.entries == {"2026-11": {"skift-laege": 2}}
    assert counted.unanswered == {"2026-11": 2}


def test_a_sensitive_entry_is_never_counted(desk: Opened) -> None:
    base = desk({"opgaver/vold.yaml": SECRET})
    assert tally.countable(base, Visit(read={"vold", "skift-laege"})) == {"skift-laege"}


def test_an_empty_visit_is_none() -> None:
    assert not tally.is_counted(Visit())
    assert tally.is_counted(Visit(printed={"skift-laege"}))


def test_small_counts_leave_the_machine_as_fewer_than_five() -> None:
    counted = tally.Tally()
    for _ in range(5):
        counted.add(DAY, ["a"], 0)
    counted.add(DAY, ["b"], 0)
    rows = dict(tally.rows_of(counted, "2026-11", {}, leaves=True))
    assert (rows["a"], rows["b"]) == ("5", "<5")
    assert dict(tally.rows_of(counted, "2026-11", {}, leaves=False))["b"] == "1"


def test_no_cell_is_a_formula() -> None:
    content = tally.as_csv("2026-11", [("=1+1", "5")]).decode("utf-8-sig")
    assert "\r\n2026-11;'=1+1;5\r\n" in content


def test_two_desks_at_once_lose_no_visit(desk: Opened) -> None:
    desk()
    script = (
        "from datetime import date\nfrom blanket.desk.tally import keep_visit\n"
        "for _ in range(20): keep_visit(date(2026, 11, 27), ['skift-laege'], 1)"
    )
    desks = [subprocess.Popen([sys.executable, "-c", script]) for _ in range(3)]
    assert [one.wait() for one in desks] == [0, 0, 0]
    counted = tally.load_tally()
    assert counted.visits == {"2026-11-27": 60}
    assert counted.entries["2026-11"] == {"skift-laege": 60}
    assert counted.unanswered == {"2026-11": 60}


def test_a_months_page_has_plots_and_tells_no_small_count(desk: Opened, tmp_path: Path) -> None:
    desk()
    for _ in range(12):
        tally.keep_visit(DAY, ["skift-laege"], 0)
    for _ in range(3):
        tally.keep_visit(date(2026, 10, 5), ["<script>alert(1)</script>"], 1)
        tally.keep_visit(DAY, ["bolig"], 1)
    page = tmp_path / "november.html"
    assert main(["optælling", "--side", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert "Skranken i november 2026" in html
    assert html.count("<svg") == 2
    assert "november 2026 15" in html  # in words, for who cannot see the bars
    assert "oktober 2026 &lt;5" in html
    assert "Skift læge" in html
    assert re.findall(r">\s*[1-4]\s*<", html) == []
    widths = set(re.findall(r'class="light" x="280" y="\d+" width="([\d.]+)"', html))
    assert len(widths) <= 2  # one for each plot: a bar of one is as long as a bar of four
    for stranger in ("http", "<script", "src="):
        assert stranger not in html
    assert main(["optælling", "--side", str(page)]) != 0  # a file that is there is not written over


def test_a_month_that_was_not_counted_is_said(desk: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    desk()
    tally.keep_visit(DAY, ["skift-laege"], 0)
    assert main(["optælling", "--måned", "2025-01"]) == 2
    assert "2026-11" in capsys.readouterr().err


def test_it_is_off_until_it_is_switched_on(desk: Opened) -> None:
    from blanket.settings import load_settings

    desk()
    assert not load_settings().tally
    assert main(["optælling", "--til"]) == 0
    assert load_settings().tally
    assert main(["optælling", "--fra"]) == 0
    assert not load_settings().tally
