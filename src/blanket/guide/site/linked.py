"""The site as open data: schema.org in every page, and one catalogue in the terms of CPSV-AP.

Here goes which of an entry's public facts are said in which terms. Schema.org: https://schema.org/GovernmentService.
CPSV-AP 3.2.0, the EU's profile for public services: https://semiceu.github.io/CPSV-AP/releases/3.2.0/.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from blanket.guide.paper.parts import CitizenGuide, Phone
from blanket.guide.site.parts import EntryPage, Listed, Site
from blanket.kb.format.hosts import is_staging
from blanket.kb.format.model import Entry, Form, Journey, Place, Task
from blanket.kb.format.parts import Hours
from blanket.search.browser import as_json
from blanket.texts import site as texts

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
COUNTRY = "http://publications.europa.eu/resource/authority/country/DNK"
LANGUAGE = "http://publications.europa.eu/resource/authority/language/DAN"
_DAYS = {"man": "Monday", "tir": "Tuesday", "ons": "Wednesday", "tor": "Thursday", "fre": "Friday"}
_DAYS |= {"lør": "Saturday", "søn": "Sunday", "helligdage": "PublicHolidays"}

# The terms of the catalogue, each with where it belongs. A test reads the catalogue with rdflib and finds no other.
TERMS = {
    "dcat": ("http://www.w3.org/ns/dcat#", ("Dataset", "keyword", "landingPage")),
    "dct": (
        "http://purl.org/dc/terms/",
        (
            *("title", "description", "identifier", "language", "spatial", "hasPart", "isPartOf", "publisher"),
            *("license", "modified", "Location", "LinguisticSystem"),
        ),
    ),
    "cpsv": ("http://purl.org/vocab/cpsv#", ("PublicService",)),
    "cv": (
        "http://data.europa.eu/m8g/",
        (
            *("PublicOrganisation", "ContactPoint", "Channel", "LifeEvent", "hasCompetentAuthority", "contactPoint"),
            *("hasChannel", "telephone", "contactPage", "isGroupedBy", "hasRelatedService", "thematicArea"),
        ),
    ),
    "skos": ("http://www.w3.org/2004/02/skos/core#", ("prefLabel", "Concept")),
    "foaf": ("http://xmlns.com/foaf/0.1/", ("Agent",)),
}


def as_linked_data(entry: Entry, page: EntryPage, site: Site) -> str:
    """The page's facts as JSON-LD, safe to stand in a page."""
    listed = page.listed
    about: dict[str, Any] = {"name": listed.title, "description": listed.summary}
    match entry:
        case Task():
            about = {"@type": "GovernmentService", **about, "areaServed": {"@type": "Country", "name": "Danmark"}}
            about["provider"] = {"@type": "Organization", "name": entry.authority}
            about["availableChannel"] = _channels(page)
        case Form():
            about = {"@type": "DigitalDocument", **about}
            about["publisher"] = {"@type": "Organization", "name": entry.publisher}
            if entry.number:
                about["identifier"] = entry.number
            if entry.address and not is_staging(entry.address):
                about["url"] = entry.address
        case Journey():
            steps = [line.step.text for guide in page.either for group in guide.groups for line in group.lines]
            parts = [{"@type": "ListItem", "position": at, "name": text} for at, text in enumerate(steps, 1)]
            about = {"@type": "ItemList", **about, "itemListElement": parts}
        case Place():
            about = {"@type": "Place", **about, **_place(entry)} if page.paper else {"@type": "Place", **about}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "inLanguage": "da",
        "license": LICENCE,
        "dateModified": site.made.isoformat(),
        "mainEntity": about,
    }
    if site.address:
        data["url"] = about["@id"] = f"{site.address}/{listed.id}"
    return _for_page(data)


def catalogue(entries: Iterable[tuple[object, Listed, Sequence[str]]], site: Site) -> str:
    """The tasks and journeys of a site as one JSON-LD file in the terms of CPSV-AP. No context is fetched.

    `entries`: each with how lists show it and the numbers that stand on its page. What is private is no public service.
    """
    subjects = texts.SUBJECT_NAMES
    base = f"{site.address or 'urn:blanket'}{'/' if site.address else ':'}"
    services: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    authorities: dict[str, str] = {}
    for entry, listed, phones in entries:
        if isinstance(entry, Task) and not entry.private:
            authorities.setdefault(entry.authority, f"{base}#myndighed-{len(authorities) + 1}")
            services.append(_service(entry, listed, phones, base, authorities[entry.authority]))
        elif isinstance(entry, Journey):
            said = {"@id": base + entry.id, "@type": "cv:LifeEvent", **_named(listed)}
            tasks = (step.task for step in entry.steps if step.task and step.reader != "personale")
            events.append(said | {"cv:hasRelatedService": [{"@id": base + task} for task in dict.fromkeys(tasks)]})
    named = {service["@id"] for service in services}
    for event in events:
        event["cv:hasRelatedService"] = [one for one in event["cv:hasRelatedService"] if one["@id"] in named]
    of_event = {one["@id"]: event["@id"] for event in events for one in event["cv:hasRelatedService"]}
    for service in services:
        if service["@id"] in of_event:
            service["cv:isGroupedBy"] = {"@id": of_event[service["@id"]]}
    organisations = [
        {"@id": at, "@type": "cv:PublicOrganisation", "skos:prefLabel": _da(name), "dct:spatial": {"@id": COUNTRY}}
        for name, at in authorities.items()
    ]
    themes = [
        {"@id": f"{base}#emne-{subject}", "@type": "skos:Concept", "skos:prefLabel": _da(name)}
        for subject, name in subjects.items()
    ]
    publisher = site.municipality.title if site.municipality else texts.NAME
    dataset = {
        "@id": f"{base}#katalog",
        "@type": "dcat:Dataset",
        "dct:title": _da(texts.NAME),
        "dct:description": _da(texts.ABOUT),
        "dct:identifier": f"{base}#katalog",
        "dct:license": {"@id": LICENCE},
        "dct:language": {"@id": LANGUAGE},
        "dct:modified": {"@value": site.made.isoformat(), "@type": "http://www.w3.org/2001/XMLSchema#date"},
        "dct:publisher": {"@id": f"{base}#udgiver", "@type": "foaf:Agent", "dct:title": _da(publisher)},
        "dct:hasPart": [{"@id": service["@id"]} for service in services],
    }
    if site.address:
        dataset["dcat:landingPage"] = {"@id": f"{site.address}/"}
    graph = [dataset, *themes, *organisations, *events, *services]
    context = {prefix: address for prefix, (address, _) in TERMS.items()}
    return as_json({"@context": context, "@graph": graph})


def _service(task: Task, listed: Listed, phones: Sequence[str], base: str, authority: str) -> dict[str, Any]:
    at = base + task.id
    said: dict[str, Any] = {
        "@id": at,
        "@type": "cpsv:PublicService",
        **_named(listed),
        "cv:hasCompetentAuthority": {"@id": authority},
        "dct:language": {"@id": LANGUAGE},
        "dct:spatial": {"@id": COUNTRY},
    }
    said["cv:thematicArea"] = {"@id": f"{base}#emne-{task.subject}"}
    if phones:
        said["cv:contactPoint"] = [{"@type": "cv:ContactPoint", "cv:telephone": _dialled(number)} for number in phones]
    if task.digital and task.digital.address and not is_staging(task.digital.address):
        channel = {"@id": f"{at}#net", "@type": "cv:Channel", "dct:identifier": f"{task.id}-net"}
        said["cv:hasChannel"] = channel | {"dct:description": _da(task.digital.address)}
    return said


def _named(listed: Listed) -> dict[str, Any]:
    return {
        "dct:identifier": listed.id,
        "dct:title": _da(listed.title),
        "dct:description": _da(listed.summary),
    }


def _da(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "da"}


def _channels(page: EntryPage) -> list[dict[str, Any]]:
    channels: list[dict[str, Any]] = [
        {
            "@type": "ServiceChannel",
            "servicePhone": {"@type": "ContactPoint", "name": phone.name, "telephone": _dialled(phone.number)},
        }
        for phone in phones_of(page.either)
    ]
    web = next((guide.web for guide in page.either if guide.web), None)
    return [*channels, *([{"@type": "ServiceChannel", "serviceUrl": web.source or web.address}] if web else [])]


def phones_of(guides: Iterable[CitizenGuide]) -> list[Phone]:
    """The numbers that stand on a page, each once."""
    boxes = [guide.box for guide in guides if guide.box]
    return list({one.number: one for box in boxes for one in (box.phone, *box.others) if one.number}.values())


def _dialled(number: str) -> str:
    """A number as other machines dial it: with the country's code, but for the short ones."""
    digits = number.replace(" ", "")
    return f"+45{digits}" if len(digits) == 8 else digits


def _place(place: Place) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if place.address:
        said["address"] = place.address
    if place.phone:
        said["telephone"] = _dialled(place.phone)
    if place.web and not is_staging(place.web):
        said["url"] = place.web
    hours = [one for row in place.hours for one in _hours(row)]
    return said | ({"openingHoursSpecification": hours} if hours else {})


def _hours(row: Hours) -> list[dict[str, Any]]:
    """Hours that hold every week; those with a condition stand in the page's words alone."""
    if not row.opens or not row.closes or row.weeks or row.of_month or row.by_appointment:
        return []
    days = [f"https://schema.org/{_DAYS[day]}" for day in row.days]
    return [{"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": row.opens, "closes": row.closes}]


def _for_page(data: Mapping[str, Any]) -> str:
    """JSON that ends no script element and holds no sign that a browser reads otherwise."""
    text = as_json(data)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
