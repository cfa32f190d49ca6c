"""The site of the shipped base: nothing for staff in it, no link that leads nowhere, and its size."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path, PurePosixPath

import pytest

from blanket.desk.website import Website
from blanket.guide.site.linked import TERMS
from blanket.kb.base import load
from blanket.kb.format.roles import leaves_of
from blanket.paths import shipped
from tests.websted.conftest import texts_of

pytestmark = pytest.mark.slow
FIRST_PAGE, ALL = 60_000, 8_000_000  # bytes


@pytest.fixture(scope="module")
def files(shipped_site: Website) -> dict[str, str]:
    return texts_of(shipped_site.folder)


def test_no_text_for_staff_stands_in_it_that_no_text_for_citizens_says_too(files: dict[str, str]) -> None:
    base = load([shipped("kb")])
    found = [leaf for entry in base.entries.values() for leaf in leaves_of(entry)]
    public = {leaf.text for leaf in found if leaf.role.reader == "citizen"}
    said = "\n".join(public)
    staff = {leaf.text for leaf in found if leaf.role.reader == "staff" and leaf.text not in said}
    whole = html.unescape("\n".join(files.values()))
    assert len(staff) > 1000
    assert sorted(text for text in staff if text in whole) == []


def test_no_number_for_staff_stands_in_it(files: dict[str, str]) -> None:
    base = load([shipped("kb")])
    numbers = {entry.phone for entry in base.entries.values() if getattr(entry, "audience", "") == "personale"}  # type: ignore[attr-defined]
    assert numbers
    for number in numbers:
        if number:
            assert not [path for path, text in files.items() if number in text or number.replace(" ", "") in text]


def test_every_link_leads_somewhere(files: dict[str, str]) -> None:
    lost = []
    for path, text in files.items():
        if not path.endswith(".html"):
            continue
        for target in re.findall(r'(?:href|src|data-soeg|data-indeks|data-naboord)="([^"#:]+)(?:#[^"]*)?"', text):
            if "/" in target or "." in target:
                there = (PurePosixPath("/") / PurePosixPath(path).parent / target).as_posix()
                whole = "/".join(_walked(there))
                if whole not in files:
                    lost.append((path, target))
    assert lost == []


def _walked(path: str) -> list[str]:
    parts: list[str] = []
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return parts


def test_every_anchor_is_there(files: dict[str, str]) -> None:
    ids = {path: set(re.findall(r' id="([^"]+)"', text)) for path, text in files.items() if path.endswith(".html")}
    lost = [
        (path, target, anchor)
        for path in ids
        for target, anchor in re.findall(r'href="([^"#:]*)#([^"]+)"', files[path])
        if anchor not in ids["/".join(_walked(f"{PurePosixPath(path).parent}/{target}")) if target else path]
    ]
    assert lost == []


def test_it_is_small(shipped_site: Website, files: dict[str, str]) -> None:
    script = next(path for path in files if re.fullmatch(r"filer/side-\w+\.js", path))
    assert len(files["index.html"].encode()) + len(files[script].encode()) <= FIRST_PAGE
    assert shipped_site.size <= 0.95 * ALL  # with room for what is written next


def test_a_page_needs_no_other_file_before_its_text_shows(files: dict[str, str]) -> None:
    """A style sheet for print, a deferred script and an icon stand in nobody's way."""
    for path, text in files.items():
        if path.endswith(".html"):
            head = text.partition("<body>")[0]
            sheets = re.findall(r"<link rel=\"stylesheet\"[^>]*>", text)
            assert all('media="print"' in sheet for sheet in sheets), path
            assert all("defer" in tag for tag in re.findall(r"<script(?![^>]*ld\+json)[^>]*>", head)), path
            assert "@import" not in head


def test_nothing_comes_from_elsewhere(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".html"):
            loaded = re.findall(
                r'<(?:link rel="(?:stylesheet|icon|manifest)"[^>]*href|img[^>]*src|script[^>]*src)="([^"]+)"', text
            )
            assert loaded
            assert not [one for one in loaded if re.match(r"(?!data:image/png;base64,)\w+:|//", one)], path


def test_every_page_says_its_facts_as_data(files: dict[str, str]) -> None:
    kinds = set()
    for path, text in files.items():
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            said = json.loads(data)
            assert said["license"] == "https://creativecommons.org/licenses/by/4.0/", path
            kinds.add(said["mainEntity"]["@type"])
    assert kinds == {"GovernmentService", "ItemList", "DigitalDocument", "Place"}


def test_the_catalogue_holds_to_the_terms_of_cpsv_ap(files: dict[str, str], shipped_site: Website) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph()
    graph.parse(data=files["filer/katalog.jsonld"], format="json-ld")
    allowed = {address + name for address, names in TERMS.values() for name in names}
    used = {str(term) for term in graph.predicates()} - {str(rdflib.RDF.type)}
    used |= {str(term) for term in graph.objects(predicate=rdflib.RDF.type)}
    assert used <= allowed
    cv, dct = rdflib.Namespace(TERMS["cv"][0]), rdflib.Namespace(TERMS["dct"][0])
    services = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(TERMS["cpsv"][0] + "PublicService")))
    assert len(services) > 150
    for service in services:  # what CPSV-AP 3.2.0 makes mandatory of a public service
        for needed in (dct.identifier, dct.title, dct.description, cv.hasCompetentAuthority):
            assert graph.value(service, needed) is not None, (service, needed)
    authorities = set(graph.objects(predicate=cv.hasCompetentAuthority))
    for authority in authorities:
        assert graph.value(authority, rdflib.SKOS.prefLabel) is not None
        assert graph.value(authority, dct.spatial) is not None


def test_letters_come_in_the_danish_order(shipped_site: Website) -> None:
    front = (shipped_site.folder / "alle" / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'href="\w+\.html">(\S+)</a>', front)
    assert shown == sorted(shown, key=lambda letter: "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0–9".index(letter[0]))
    assert Path(shipped_site.folder / "alle" / "aa.html").is_file()
