"""What a site shows of a small base, to whom, and what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from blanket.errors import BlanketError
from blanket.guide.site.rendering import bare
from tests.conftest import FORM, JOURNEY, MUNICIPALITY, PLACE, TASK, vouched
from tests.websted.conftest import MakeSite, texts_of

STAFF = """\
personale: {må: [Personalemå.], må_ikke: [Personaleikke.], noter: [Personalenote.], sammen: [Personalesammen.]}
usikkert: [Personaletvivl.]
"""
STAFF_WORDS = ("Personale", "20 57 07 20", "20570720", "Hotline for medarbejdere")
DATED = """\
hændelse: dagen, du flytter
frister:
- tekst: Du skal gøre det senest 5 dage efter den dag, du flytter.
  senest: {antal: 5, enhed: dage}
  kilde: https://www.borger.dk/
- tekst: Svar på brevet senest 14 dage efter datoen på brevet.
  senest: {antal: 14, enhed: dage, fra: datoen på brevet}
  kilde: https://www.borger.dk/
"""
BOTH = """\
digital: {adresse: "https://www.borger.dk/", trin: [Log på med MitID.]}
papir: {trin: [Ring til din kommune., Det koster 225 kr.]}
"""
LEADER = "Lederen"
ACUTE = TASK.replace("skift-laege", "vold").replace("Skift læge", "Kom væk fra vold") + "akut: [vold]\n"
FOR_AUTHORITY = TASK.replace("skift-laege", "brev").replace("Skift læge", "Skriv et brev") + "til_myndighed: ja\n"


def page(site: Path, identifier: str) -> str:
    return (site / identifier / "index.html").read_text(encoding="utf-8")


def test_nothing_for_staff_stands_in_any_file(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + STAFF}, despite=LEADER)
    for path, text in texts_of(site).items():
        assert not [word for word in STAFF_WORDS if word in text], path
    assert not (site / "hotline").exists()


def test_the_staffs_edition_has_it_and_says_so_on_every_page(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + STAFF}, intern=True)
    for word in ("Personalemå.", "Personaleikke.", "Personalenote.", "Personalesammen.", "Personaletvivl."):
        assert word in page(site, "skift-laege")
    assert "20 57 07 20" in page(site, "hotline")
    pages = {path: text for path, text in texts_of(site).items() if path.endswith(".html")}
    assert len(pages) > 10
    assert not [path for path, text in pages.items() if "Intern udgave til medarbejdere" not in text]


def test_what_nobody_vouches_for_is_refused_and_named(make_site: MakeSite, tmp_path: Path) -> None:
    with pytest.raises(BlanketError) as error:
        make_site()
    assert "4 af 4 opslag" in error.value.what
    assert "skift-laege" in error.value.what
    assert "--trods" in error.value.cure
    assert not (tmp_path / "site").exists()


def test_what_somebody_vouches_for_needs_no_decision(make_site: MakeSite) -> None:
    files = {"opgaver/skift-laege.yaml": TASK, "blanketter/fd-001a.yaml": FORM, "forloeb/doedsfald.yaml": JOURNEY}
    files["steder/mitid-support.yaml"] = PLACE
    site = make_site(vouched(files, "skift-laege", "fd-001a", "doedsfald", "mitid-support"))
    assert "Ingen har tjekket" not in page(site, "skift-laege")
    assert not (site / "ikke-kontrolleret").exists()


def test_a_page_says_that_nobody_checked_it_and_whom_to_ring(make_site: MakeSite) -> None:
    only = vouched({"opgaver/skift-laege.yaml": TASK}, "skift-laege")
    site = make_site(only, despite=LEADER)
    assert "Ingen har tjekket siden endnu." in page(site, "fd-001a")
    assert "så ring til nummeret her på siden" in page(site, "mitid-support")
    assert "Ingen har tjekket" not in page(site, "skift-laege")
    unchecked = page(site, "ikke-kontrolleret")
    assert "Lederen viser dem alligevel" in unchecked
    assert "fd-001a/index.html" in unchecked
    assert "skift-laege/index.html" not in unchecked


def test_the_number_comes_before_everything_else_that_is_said(make_site: MakeSite) -> None:
    shown = page(make_site(despite=LEADER), "mitid-support").partition("<article>")[2]
    first = shown.index('href="tel:33980010"')
    assert first < shown.index("Ingen har tjekket siden endnu.") < shown.index('id="kort"')


def test_where_the_first_has_no_number_the_others_come_right_after(make_site: MakeSite) -> None:
    head = TASK[: TASK.index("kontakt")]
    bank = head + 'papir: {trin: ["Ring til din bank."]}\nkontakt:\n- sted: mitid-support\n'
    said = "sig: {ord: Jeg har mistet mit kort., hav_klar: [dit kontonummer]}\n"
    site = make_site({"opgaver/skift-laege.yaml": bank + said, "steder/mitid-support.yaml": PLACE}, despite=LEADER)
    shown = page(site, "skift-laege").partition("<article>")[2]
    assert shown.index("Søg det ikke på nettet.") < shown.index('href="tel:33980010"') < shown.index("mistet mit kort")


def test_a_sensitive_page_can_be_left_and_is_kept_by_no_phone(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + "følsom: ja\n"}, despite=LEADER)
    assert "Forlad siden" in page(site, "skift-laege")
    assert "Forlad siden" not in page(site, "fd-001a")
    worker = (site / "sw.js").read_text(encoding="utf-8")
    assert '"fd-001a/index.html"' in worker
    assert '"skift-laege/index.html"' not in worker


def test_both_ways_stand_on_the_page_with_a_switch_and_no_script(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + BOTH}, despite=LEADER)
    shown = page(site, "skift-laege")
    assert shown.index("<div class=pa>") < shown.index("til din kommune.")
    assert re.search(r"<div class=di><h2>Sådan gør du på nettet", shown)
    assert re.search(r'type="radio" name="vej" id="vp" checked', shown)
    assert 'id="vp"' not in page(site, "fd-001a")


def test_numbers_can_be_rung(make_site: MakeSite) -> None:
    site = make_site(despite=LEADER)
    assert 'href="tel:33980010"' in page(site, "mitid-support")
    assert 'href="tel:70128063"' in page(site, "skift-laege")


def test_only_days_that_run_from_the_event_are_counted(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + DATED}, despite=LEADER)
    shown = page(site, "skift-laege")
    assert "Hvilken dato er dagen, du flytter?" in shown
    assert re.findall(r'data-n="(\d+)" data-e="(\w+)" data-s="(\w+)"', shown) == [("5", "dage", "senest")]
    assert 'id="dag"' not in page(site, "fd-001a")


def test_sums_and_deadlines_are_marked_so_that_an_old_copy_can_hide_them(make_site: MakeSite) -> None:
    site = make_site({"opgaver/skift-laege.yaml": TASK + DATED + BOTH}, despite=LEADER)
    marked = re.findall(r"<i>(.*?)</i>", page(site, "skift-laege"))
    assert "Du skal gøre det senest 5 dage efter den dag, du flytter." in marked
    assert any("225 kr." in text for text in marked)
    assert not any("Ring" in text for text in marked)


def test_a_withdrawn_form_says_what_to_do_instead(make_site: MakeSite) -> None:
    gone = FORM.replace("status: gælder", "status: udgået\ni_stedet: Ring til kommunen.")
    site = make_site({"blanketter/fd-001a.yaml": gone}, despite=LEADER)
    assert "Blanketten er udgået. Brug den ikke.</strong> Ring til kommunen." in page(site, "fd-001a")


def test_a_kommunes_site_has_its_own_places_and_number_alone(make_site: MakeSite) -> None:
    other = PLACE.replace("mitid-support", "vejle-hjaelp") + "kommune: vejle\n"
    vejle = MUNICIPALITY.replace("odense", "vejle").replace("Odense", "Vejle")
    hidden = MUNICIPALITY + "kilder: [{navn: Byen, læst: 2026-11}]\nlag: {fd-001a: {skjul: ja}}\n"
    files = {"steder/vejle-hjaelp.yaml": other, "kommuner/vejle.yaml": vejle, "kommuner/odense.yaml": hidden}
    site = make_site(files, kommune="odense", despite=LEADER)
    assert not (site / "vejle-hjaelp").exists()
    assert not (site / "fd-001a").exists()
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "Odense Kommune" in front
    assert "66 13 13 72" in front
    assert "Vejle" not in page(site, "kommuner")


def test_an_id_that_is_a_folder_of_the_sites_own_is_refused(make_site: MakeSite) -> None:
    with pytest.raises(BlanketError, match="filer"):
        make_site({"opgaver/filer.yaml": TASK.replace("skift-laege", "filer")}, despite=LEADER)


def test_a_folder_with_something_else_in_it_is_left_alone(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "brev.txt").write_text("mit", encoding="utf-8")
    with pytest.raises(BlanketError, match="har andet i sig"):
        make_site(despite=LEADER)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["brev.txt"]


def test_a_newer_site_takes_the_place_of_the_older_one(make_site: MakeSite, tmp_path: Path) -> None:
    site = make_site({"opgaver/gammel.yaml": TASK.replace("skift-laege", "gammel")}, despite=LEADER)
    assert (site / "gammel" / "index.html").is_file()
    (tmp_path / "kb" / "opgaver" / "gammel.yaml").unlink()
    (site / "egen.txt").write_text("stays", encoding="utf-8")
    make_site(despite=LEADER)
    assert not (site / "gammel").exists()
    assert (site / "egen.txt").is_file()


def test_an_edit_changes_the_release(make_site: MakeSite) -> None:
    def release(site: Path) -> str:
        found = re.search(r'"udgave":"(\w+)"', (site / "sw.js").read_text(encoding="utf-8"))
        assert found
        return found[1]

    before = release(make_site(despite=LEADER))
    assert release(make_site(despite=LEADER)) == before
    changed = TASK.replace("Du kan vælge en ny læge.", "Du kan få en ny læge.")
    assert release(make_site({"opgaver/skift-laege.yaml": changed}, despite=LEADER)) != before


def test_hostile_text_stays_text_also_in_the_data(make_site: MakeSite) -> None:
    wild = TASK.replace("Du kan vælge en ny læge.", "'</script><script>alert(1)</script>&<b>'")
    site = make_site({"opgaver/skift-laege.yaml": wild}, despite=LEADER)
    shown = page(site, "skift-laege")
    assert "<script>alert" not in shown
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', shown)
    assert data
    assert json.loads(data[1])["mainEntity"]["description"].startswith("</script>")


def test_a_page_says_how_old_it_is_and_until_when_it_can_be_trusted(make_site: MakeSite) -> None:
    shown = page(make_site(despite=LEADER), "skift-laege")
    assert 'data-made="2026-11-27"' in shown
    assert "Lavet 27. november 2026." in shown
    assert "Efter 25. februar 2027 kan beløb og frister være ændret." in shown


CRISIS_LINE = PLACE.replace("mitid-support", "nat-linjen").replace("MitID Support", "Natlinjen") + "akut: [vold]\n"
ALWAYS = """\
tider:
- {dage: [man, tir, ons, tor, fre, lør, søn, helligdage], fra: "00:00", til: "24:00"}
"""


def test_acute_help_is_numbers_to_press_those_that_always_answer_first(make_site: MakeSite) -> None:
    day = CRISIS_LINE.replace("nat-linjen", "dag-linjen").replace("Natlinjen", "Daglinjen").replace("33 98", "33 99")
    site = make_site(
        {"steder/nat-linjen.yaml": CRISIS_LINE + ALWAYS, "steder/dag-linjen.yaml": day, "opgaver/vold.yaml": ACUTE},
        despite=LEADER,
    )
    shown = page(site, "akut").partition("<main")[2]
    order = [shown.index(f'href="tel:{number}"') for number in ("112", "33980010", "33990010")]
    assert order == sorted(order)
    assert "Døgnet rundt" in shown[order[1] : order[2]]
    assert order[-1] < shown.index("vold/index.html")


def test_a_kommune_without_a_number_says_whom_to_ask(make_site: MakeSite) -> None:
    other = """\
id: svendborg
navn: Svendborg Kommune
kort: Borgerservice hjælper.
kilder: [{adresse: "https://www.svendborg.dk/borger/x", læst: 2026-11}]
"""
    line = PLACE.replace("mitid-support", "landets-linje").replace("for: borgere", "for: borgere\nlandslinje: ja")
    files = {"kommuner/svendborg.yaml": other, "steder/landets-linje.yaml": line.replace("33 98", "70 10")}
    shown = page(make_site(files, despite=LEADER), "kommuner").partition('id="svendborg"')[2]
    assert 'href="https://svendborg.dk/"' in shown
    assert 'href="tel:70100010"' in shown
    assert "bed om nummeret til Borgerservice i Svendborg Kommune" in shown


def test_what_is_written_for_an_authority_is_last_in_a_citizens_search(make_site: MakeSite) -> None:
    site = make_site({"opgaver/brev.yaml": FOR_AUTHORITY}, despite=LEADER)
    script = next((site / "filer").glob("side-*.js")).read_text(encoding="utf-8")
    assert '"sidst":["brev"]' in script
    assert '"mitid-support":"33 98 00 10"' in script


def test_a_page_loses_what_no_browser_needs_and_no_word() -> None:
    ul = '<ul>\n<li>En</li>\n<li><a href="x">To</a> tre</li>\n</ul>'
    rest = '\n<p class="pr">Fire\n<b>fem</b></p>\n<p>Seks</p>\n</div>'
    assert bare(ul + rest) == '<ul><li>En<li><a href="x">To</a> tre</ul><p class=pr>Fire\n<b>fem</b><p>Seks</div>'
    assert bare("<p>Et</p>\n<a>to</a>") == "<p>Et</p><a>to</a>"  # a link does not end a paragraph
