"""From the site's view models to its files: every page as text, and the small files that stand beside them.

Here goes which template a page has and what it is given. Nothing is written here: `desk.website` does.
"""

from __future__ import annotations

import re
import sqlite3
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from blanket.guide import labels
from blanket.guide.days.dates import said_date
from blanket.guide.days.holidays import holidays_of
from blanket.guide.days.reckoning import POST_DAYS
from blanket.guide.paper.pictures import qr_png
from blanket.guide.rendering import render
from blanket.guide.site import lists
from blanket.guide.site.aging import MOST_DAYS
from blanket.guide.site.parts import FRONT, EntryPage, Group, Listed, Site
from blanket.guide.wording import said_day
from blanket.kb.format.parts import WEEKDAYS
from blanket.paths import shipped
from blanket.search.browser import as_json
from blanket.search.lookup import Found
from blanket.texts import days as day_texts
from blanket.texts import site as texts

# Folders of the site's own: no entry may have one of these ids.
OWN_FOLDERS = (
    "alle",
    "akut",
    "emner",
    "filer",
    "frakoblet",
    "ikke-kontrolleret",
    "kommuner",
    "ordbog",
    "steder",
    "was",
)
HOLIDAY_YEARS = 4  # from the year in which the site was made
# Elements that begin a line of their own: a blank beside them shows nowhere.
_BLOCK = (
    "p|li|ul|ol|dl|dt|dd|div|section|article|nav|main|header|footer|fieldset|legend|h[1-6]|html|head|body|title|meta|"
    "link|style|script"
)
_BESIDE = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCK})[ >])|(?<=>)\n\s*(?<=\n)(?=<(?:{_BLOCK})[ >])")
_AFTER = re.compile(rf"(</?(?:{_BLOCK})(?: [^<>]*)?>)\s*\n\s*")
_ENDS = re.compile(
    r"</p>(?=<(?:p|ul|ol|dl|div|section|article|nav|main|header|footer|fieldset|h[1-6])[ >]"
    r"|</(?:div|section|article|nav|main|footer|fieldset)>)|</li>(?=<li[ >]|</[uo]l>)"
)
_CLASS = re.compile(r'(<[^<>]* class=)"(\w+)"')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s*([{};:,>])\s*")

File = tuple[str, str]  # path below the site's folder, content


def source(name: str) -> str:
    """A file of the site that is the same in every site: style sheets, icon, built scripts."""
    return (shipped("templates") / "websted" / name).read_text(encoding="utf-8")


def minified(css: str) -> str:
    """A style sheet of ours without comments and blanks that say nothing. Selectors keep the blanks inside them."""
    css = _BLANKS.sub(r"\1", " ".join(_COMMENT.sub("", css).split()))
    return re.sub(r"(?<=\))(?=(?:and|or)\b)|(?<=and)(?=\()", " ", css).replace(";}", "}")


@cache
def style(*, lists_too: bool = False) -> str:
    """The style sheet that stands in every page; with what only lists need, for those."""
    return minified(source("stil.css") + (source("lister.css") if lists_too else ""))


@cache
def policy(*, lists_too: bool = False) -> str:
    """What a page may load: its own files, and the one style sheet that stands in it."""
    mark = b64encode(sha256(style(lists_too=lists_too).encode()).digest()).decode()
    rest = "img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self'"
    return f"default-src 'self';{rest};style-src 'self' 'sha256-{mark}'"


def page_script(
    today: date,
    search: Sequence[str],
    numbers: Mapping[str, str],
    help_rows: Sequence[tuple[str, str, str, str]],
    last: Sequence[str],
) -> str:
    """The script of every page, with the words and days that it needs.

    `search`: the files of the search, its index and the akin words, below the site's folder. `numbers`: that hits are
    shown with, by id. `help_rows`: path, title, summary and number of whom to ask when nothing is found. `last`: the
    ids of pages that are not written for citizens.
    """
    years = range(today.year - 1, today.year + HOLIDAY_YEARS)
    data = {
        "mest": MOST_DAYS,
        "post": POST_DAYS,
        "søgning": list(search),
        "stil": [f"{rule}}}" for rule in minified(source("script.css")).split("}") if rule],
        "numre": numbers,
        "hjælp": [list(row) for row in help_rows],
        "sidst": list(last),
        "dage": [day_texts.DAY_NAMES[day] for day in WEEKDAYS],
        "måneder": list(day_texts.MONTH_NAMES),
        "fri": {str(year): {day[5:]: int(public) for day, public in holidays_of(year).items()} for year in years},
        "ord": {
            "senest": labels.LATEST,
            "tidligst": labels.EARLIEST,
            "forbi": labels.PAST,
            "send": labels.SEND_BY,
            "for_sent": labels.TOO_LATE_TO_SEND,
            "hændelse": labels.EVENT,
            "fridag": labels.WEEKEND,
            **texts.SCRIPT,
        },
    }
    return f"self.blanket={as_json(data)};{source('side.js')}"


def help_rows(site: Site, found: Sequence[Found]) -> list[tuple[str, str, str, str]]:
    """Whom to ask when nothing is found: path, title, summary and number of each."""
    kommune = ("kommuner/index.html", texts.KOMMUNER, "", "")
    if site.phone:
        kommune = (kommune[0], labels.CALL.format(whom=site.phone.name), "; ".join(site.phone.hours), site.phone.number)
    line = lists.national_line(found)
    anybody = [(f"{line.id}/{FRONT}", line.title, texts.HELP_ANYBODY, line.phone or "")] if line else []
    acute = (f"akut/{FRONT}", texts.ACUTE, texts.ACUTE_112, "112")
    return [kommune, *anybody, acute, (f"{FRONT}#emner", texts.HELP_SUBJECTS, "", "")]


def manifest(site: Site) -> str:
    """What makes the site something that can be installed."""
    icon = {"src": site.files["ikon.svg"], "sizes": "any", "type": "image/svg+xml"}
    name = f"{texts.NAME}, {site.municipality.title}" if site.municipality else texts.NAME
    data = {
        "name": name,
        "short_name": texts.SHORT_NAME,
        "description": texts.ABOUT,
        "lang": "da",
        "start_url": FRONT,
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#102a43",
        "icons": [icon, {**icon, "purpose": "maskable"}],
    }
    return as_json(data)


def worker(version: str, core: Sequence[str], rest: Sequence[str]) -> str:
    """The service worker of one release. `core`: kept before anything else; `rest`: kept when there is time."""
    data = {"udgave": version, "først": list(core), "resten": list(rest), "frakoblet": f"frakoblet/{FRONT}"}
    return f"self.udgivelse={as_json(data)};{source('sw.js')}"


def entry_file(page: EntryPage, site: Site, subjects: Mapping[str, Group]) -> File:
    """The file of one entry's page."""
    guide = page.paper
    code = qr_png(guide.web.address) if guide and guide.web else b""
    text = _page(
        "opslag",
        site,
        "../",
        page.listed.title,
        "",
        sensitive=page.listed.sensitive,
        page=page,
        qr=code,
        printed=said_date(site.made),
        subject=subjects.get(page.listed.subject),
    )
    return f"{page.listed.id}/{FRONT}", text


def list_files(
    db: sqlite3.Connection, site: Site, known: Mapping[str, Listed], found: Sequence[Found], acute: Sequence[str]
) -> Iterator[File]:
    """The front page and all lists. `acute`: the ids of what helps in a crisis."""
    pages = [entry for entry in known.values() if entry.kind not in ("ord", "kommune")]
    subjects = lists.by_subject(pages)
    names = {entry.id: entry.title for entry in known.values() if entry.kind == "kommune"}
    journeys = lists.in_order(entry for entry in pages if entry.kind == "forløb")
    title = f"{texts.NAME}, {site.municipality.title}" if site.municipality else texts.NAME
    yield FRONT, _page("forside", site, "", title, texts.ABOUT, subjects=subjects, journeys=journeys)
    for group in subjects:
        yield f"emner/{group.anchor}.html", _list(site, group.heading, lists.by_kind(group.entries))
    letters = lists.by_letter(pages)
    yield f"alle/{FRONT}", _list(site, texts.ALL, [], texts.ALL_ABOUT, letters)
    for letter in letters:
        heading = f"{texts.ALL}: {letter.shown}"
        yield (
            f"alle/{letter.file}",
            _list(site, heading, [Group("", letter.entries)], "", letters, letter.shown, short=True),
        )
    yield f"steder/{FRONT}", _list(site, texts.PLACES, lists.places(pages, names))
    urgent = lists.in_order(known[identifier] for identifier in acute if identifier in known)
    yield f"akut/{FRONT}", _page("akut", site, "../", texts.ACUTE, "", groups=lists.acute(db, site, known))
    lines, anybody = lists.kommuner(db, found, site.made), lists.national_line(found)
    yield f"kommuner/{FRONT}", _page("kommuner", site, "../", texts.KOMMUNER, "", lines=lines, anybody=anybody)
    words = lists.meanings(found, known)
    yield f"ordbog/{FRONT}", _page("ordbog", site, "../", texts.WORDS, texts.WORDS_ABOUT, words=words)
    yield f"was/{FRONT}", _page("was", site, "../", texts.ACCESSIBILITY, "", statement=_statement(site.address))
    offline = [Group("", lists.in_order(entry for entry in urgent if not entry.sensitive))]
    yield f"frakoblet/{FRONT}", _list(site, texts.OFFLINE, offline, texts.OFFLINE_WHY)
    if site.despite:
        unchecked = lists.by_kind(entry for entry in pages if not entry.vouched)
        about = texts.UNCHECKED_ABOUT.format(role=site.despite)
        yield f"ikke-kontrolleret/{FRONT}", _list(site, texts.UNCHECKED_SOME, unchecked, about, short=True)


def _list(
    site: Site,
    title: str,
    groups: Sequence[Group],
    summary: str = "",
    letters: Sequence[lists.Letter] = (),
    here: str = "",
    *,
    short: bool = False,
) -> str:
    """The page of a list. `short`: titles alone."""
    return _page("liste", site, "../", title, summary, groups=groups, letters=letters, here=here, short=short)


def _page(
    template: str, site: Site, root: str, title: str, summary: str, *, sensitive: bool = False, **more: Any
) -> str:
    until = site.made + timedelta(days=MOST_DAYS)
    text = render(
        f"websted/{template}",
        "html",
        site=site,
        root=root,
        title=title,
        summary=summary,
        sensitive=sensitive,
        made=said_day(site.made.isoformat()),
        until=said_day(until.isoformat()),
        style=style(lists_too=template != "opslag"),
        policy=policy(lists_too=template != "opslag"),
        s=texts,
        t=labels,
        **more,
    )
    return bare(text)


def bare(text: str) -> str:
    """A page without what no browser needs: blanks beside blocks, ends that the next beginning implies, quotation marks
    around a class of one word. https://html.spec.whatwg.org/multipage/syntax.html#optional-tags"""
    text = _AFTER.sub(r"\1", _BESIDE.sub("", text))
    return _CLASS.sub(r"\1\2", _ENDS.sub("", text))


def _statement(address: str) -> str:
    """Where the authority has the statement of a site: was.digst.dk, and the site's name with dashes (digst.dk)."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return f"{texts.WAS_ADDRESS}{host.replace('.', '-')}" if host else ""
