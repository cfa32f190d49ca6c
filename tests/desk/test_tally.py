"""The tally: what is counted, what never is, and what leaves the machine."""

from __future__ import annotations

from datetime import date

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


def test_it_is_off_until_it_is_switched_on(desk: Opened) -> None:
    from blanket.settings import load_settings

    desk()
    assert not load_settings().tally
    assert main(["optælling", "--til"]) == 0
    assert load_settings().tally
    assert main(["optælling", "--fra"]) == 0
    assert not load_settings().tally
