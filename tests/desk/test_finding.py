"""What a search shows at a desk: whose places, in which order, and how much."""

from __future__ import annotations

from blanket.desk.finding import hits_for, quiet
from blanket.desk.opening import OpenBase
from blanket.search.ranking import Hit
from blanket.settings import Settings
from tests.conftest import MUNICIPALITY, PLACE, TASK
from tests.desk.conftest import Opened


def place(identifier: str, title: str, more: str = "") -> str:
    return PLACE.replace("mitid-support", identifier).replace("MitID Support", title) + more


PLACES = {
    "kommuner/odense.yaml": MUNICIPALITY + "region: syddanmark\n",
    "kommuner/lejre.yaml": MUNICIPALITY.replace("odense", "lejre"),
    "steder/a.yaml": place("a", "Datastue"),
    "steder/b.yaml": place("b", "Datastue", "kommune: odense\n"),
    "steder/c.yaml": place("c", "Datastue", "kommune: lejre\n"),
    "steder/d.yaml": place("d", "Datastue Syddanmark", "region: syddanmark\n"),
    "steder/e.yaml": place("e", "Datastue Sjælland", "region: sjælland\n"),
}


def found_of(base: OpenBase, query: str, kommune: str | None, *, everywhere: bool = False) -> list[str]:
    hits = hits_for(base, query, settings=Settings(municipality=kommune), everywhere=everywhere).hits
    return [hit.id for hit in hits]


def test_the_own_kommunes_place_stands_before_others_and_those_of_another_are_out_of_the_way(desk: Opened) -> None:
    """Stumble 3. A kommune whose region is not known sees the offices of all."""
    base = desk(PLACES)
    assert found_of(base, "datastuer", "odense") == ["b", "a", "d"]
    assert found_of(base, "datastuer", "lejre") == ["c", "a", "d", "e"]
    assert sorted(found_of(base, "datastuer", "odense", everywhere=True)) == ["a", "b", "c", "d", "e"]


def test_a_place_of_another_kommune_or_region_is_there_for_who_names_it(desk: Opened) -> None:
    base = desk(PLACES)
    assert "c" in found_of(base, "datastue lejre", "odense")
    assert "e" in found_of(base, "datastue sjaelland", "odense")


def test_without_a_kommune_a_place_says_whose_it_is(desk: Opened) -> None:
    titles = {hit.id: hit.title for hit in hits_for(desk(PLACES), "datastue").hits}
    assert titles == {
        **{"a": "Datastue", "b": "Datastue (Odense)", "c": "Datastue (Lejre)"},
        **{"d": "Datastue Syddanmark", "e": "Datastue Sjælland"},
    }


def test_whoever_asks_for_more_hits_gets_what_is_far_behind_too(desk: Opened) -> None:
    far = (
        TASK.replace("skift-laege", "far").replace("Skift læge", "Andet") + "søgeord: [tandlæge og noget helt andet]\n"
    )
    near = TASK.replace("skift-laege", "near").replace("Skift læge", "Tandlæge tilskud")
    base = desk({"opgaver/far.yaml": far, "opgaver/near.yaml": near})
    assert [hit.id for hit in hits_for(base, "tandlæge tilskud").hits] == ["near"]
    assert [hit.id for hit in hits_for(base, "tandlæge tilskud", count=8).hits][:2] == ["near", "far"]


def test_what_is_far_behind_the_best_is_left_out_each_kind_by_its_own_measure() -> None:
    best, near, far = hit("a", 80.0), hit("b", 60.0), hit("c", 40.0)
    form, far_form = hit("d", 40.0, "blanket"), hit("e", 20.0, "blanket")
    assert quiet([best, near, far, form, far_form]) == [best, near, form]
    assert quiet([form, far_form]) == [form]
    assert quiet([]) == []


def hit(identifier: str, points: float, kind: str = "opgave") -> Hit:
    return Hit(identifier, kind, identifier, "", points, "")
