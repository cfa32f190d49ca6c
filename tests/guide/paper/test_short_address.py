"""A kommune that has a site prints its short addresses, and says in words whose page they lead to."""

from __future__ import annotations

from blanket.guide.wording import on_site, web_of
from blanket.kb.format.model import Municipality
from blanket.search import lookup
from tests.conftest import MUNICIPALITY, TASK
from tests.guide.conftest import OpenKb, made, printed

LONG = "https://www.borger.dk/sundhed-og-sygdom/Laege-og-sygesikring/valg-af-laege"
NET = f'digital: {{adresse: "{LONG}", trin: [Find lægen.]}}\npapir: {{trin: [Ring.]}}\n'


def test_the_paper_has_the_short_address_and_names_the_authority(open_kb: OpenKb) -> None:
    kommune = MUNICIPALITY + "web: https://www.odense.dk/hjaelp/\n"
    db = open_kb({"opgaver/skift-laege.yaml": TASK + NET, "kommuner/odense.yaml": kommune})
    found = lookup.get(db, "odense")
    assert found
    assert isinstance(found.content, Municipality)
    doc = printed(db, "skift-laege", municipality=found.content)
    web = doc.guides[0].web
    assert web
    assert web.address == "https://www.odense.dk/hjaelp/skift-laege"
    assert web.source == LONG
    text = made(doc, "txt").decode()
    assert "odense.dk/hjaelp/skift-laege (den fører dig til borger.dk)" in " ".join(text.split())
    assert "valg-af-laege" not in text


def test_without_a_site_the_authoritys_address_stands(open_kb: OpenKb) -> None:
    doc = printed(open_kb({"opgaver/skift-laege.yaml": TASK + NET}), "skift-laege")
    assert doc.guides[0].web
    assert doc.guides[0].web.address == LONG


def test_a_short_address_that_is_too_long_to_type_is_not_used() -> None:
    web = web_of(LONG, (), "Skift læge")
    assert web
    assert on_site(web, "https://www.lyngby-taarbaek.dk/borgerservice/hjaelp", "skift-laege") is web
