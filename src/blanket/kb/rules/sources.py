"""Rules of addresses and sources: they can be found again, and an authority stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from blanket.kb.authorities import is_authority
from blanket.kb.format.hosts import addresses_in, is_staging, split_address
from blanket.kb.format.model import Entry, Municipality, Place
from blanket.kb.format.parts import Contact
from blanket.kb.format.reading import Keys
from blanket.kb.review.due import due, first_day
from blanket.kb.rules.free_text import AMOUNT
from blanket.kb.rules.ground import ADDRESS, Finding, RuleContext, rule

_SCHEME = re.compile("://")  # in every such address, and quick to look for


_INNER_DOT = re.compile(r"\.(?<=[\w-]\.)[\w-]")  # in every address


_HOST = re.compile(r"([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]")


_AUTHORITY = re.compile(r"myndigheds egen side|officiel (side|kilde)|kilde fra en myndighed", re.IGNORECASE)


@rule(
    "B035",
    says="En kilde skal have “adresse” eller “navn”.",
    cure="Skriv sidens adresse eller dokumentets navn.",
    why="En kilde skal kunne findes igen.",
    wrong="kilder:\n- læst: 2026-11",
    right="kilder:\n- {navn: Sundhedsloven § 59, læst: 2026-11}",
)
def source_says_where(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, source in enumerate(entry.sources):
        if not source.address and not source.name:
            yield ("kilder", number), {}


@rule(
    "B040",
    says="Adressen er en prøveside ({host}), som borgere ikke må sendes til.",
    cure="Find den offentlige side.",
    why="Prøvesider kan forsvinde eller vise forkerte oplysninger.",
    wrong="digital: {adresse: https://x.liveserver.nu/, trin: [Log på.]}",
    right="digital: {adresse: https://www.borger.dk/, trin: [Log på.]}",
)
def citizen_is_not_sent_to_staging(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for path, text in context.of(entry).citizen.holding(_INNER_DOT):
        for address in ADDRESS.findall(text):
            if is_staging(address):
                yield path, {"host": split_address(address).hostname}


@rule(
    "B101",
    says="“{address}” er ikke en hel adresse.",
    cure="Hent adressen fra browserens adressefelt igen.",
    why="En adresse med en slåfejl fører ingen steder hen.",
    wrong="digital: {adresse: https://borger/, trin: [Se.]}",
    right="digital: {adresse: https://www.borger.dk/, trin: [Se.]}",
)
def addresses_are_whole(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, source in enumerate(entry.sources):
        if source.address and _is_crooked(source.address):
            yield ("kilder", number, "adresse"), {"address": source.address}
    for path, text in context.of(entry).citizen.holding(_SCHEME):
        for address in addresses_in(text):
            if _is_crooked(address):
                yield path, {"address": address}


@rule(
    "B118",
    says="Ingen af kilderne er fra en myndighed.",
    cure=("Find en side fra kommune, region eller stat, eller skriv under “usikkert”, at du ikke fandt en kilde."),
    why="Myndighedens egen side gælder, når andre siger noget andet.",
    wrong="kilder:\n- {adresse: https://avisen.example/, læst: 2026-11}",
    right="kilder:\n- {adresse: https://www.borger.dk/, læst: 2026-11}",
    error=False,
)
def there_is_a_source_of_authority(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """Some source is an authority's own, or `usikkert` says that none was found. A private solution needs none."""
    if isinstance(entry, Municipality) or getattr(entry, "private", False):
        return
    hosts = [split_address(source.address or "").hostname or "" for source in entry.sources]
    if any(is_authority(host, context.authorities) for host in hosts) or any(source.name for source in entry.sources):
        return
    if isinstance(entry, Place) and entry.web and _same_site(entry.web, hosts):
        return  # a place's own site is the authority on itself
    if not any(_AUTHORITY.search(point) for point in entry.uncertain):
        yield ("kilder",), {}


def _same_site(address: str, hosts: list[str]) -> bool:
    site = (split_address(address).hostname or "").removeprefix("www.")
    return any(host.endswith(site) for host in hosts)


def _is_crooked(address: str) -> bool:
    """Whether an address cannot lead anywhere: no host with a dot in it, a port that is none, two addresses in one."""
    try:
        parts = split_address(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return True
    bad_port = port == 0
    return (
        bad_port
        or not _HOST.fullmatch(host)
        or parts.username is not None
        or "\\" in address
        or (parts.path.startswith("//") or host in ("http", "https"))
        or address[-1] in ",;“”’"
    )


@rule(
    "B045",
    says="{day} ligger ude i fremtiden.",
    cure="Skriv den dag, det skete.",
    why="En kilde kan kun være læst og et opslag kun være kontrolleret på en dag, der har været.",
    wrong="kilder:\n- {navn: Sundhedsloven, læst: 2098-01}",
    right="kilder:\n- {navn: Sundhedsloven, læst: (i denne måned)}",
)
def days_have_been(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    said: list[tuple[Keys, str | None]] = []
    for number, source in enumerate(entry.sources):
        said += [(("kilder", number, "læst"), source.read), (("kilder", number, "sidens_dato"), source.page_date)]
    if entry.checked:
        said.append((("kontrolleret", "dato"), entry.checked.date))
    for path, day in said:
        if day and first_day(day) > context.today:
            yield path, {"day": day}


@rule(
    "B111",
    says="{what}.",
    cure="Læs kilderne igen, ret det, der er ændret, og skriv den nye dato i “læst”.",
    why=("Telefonnumre skifter tit, og beløb skifter hver januar. Se numre efter hvert halve år og resten hvert år."),
    wrong="kilder:\n- {navn: Loven, læst: 2024-01}",
    right="kilder:\n- {navn: Loven, læst: (i denne måned)}",
    error=False,
)
def review_is_due(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    """Contacts every six months, amounts every year, the rest every twelve months: see `kb.review`."""
    if not entry.sources and not entry.checked:
        return  # nobody says when it was read: B118 asks for sources
    where: dict[str, Keys] = {
        "kontakter": ("telefon",) if isinstance(entry, Place) else _first_phone(getattr(entry, "contacts", ())),
        "beløb": ("gebyr",),
        "indhold": ("kilder",) if entry.sources else ("kontrolleret",),
    }
    reasons = [reason for reason in due(entry, context.today) if reason in where]  # B117 says it of earlier years
    for reason in reasons:
        if reason == "indhold" or "indhold" not in reasons:  # the whole is due: that says enough
            yield where[reason], {"what": _DUE[reason]}


_DUE = {
    "kontakter": "Telefonnumre er ikke set efter i et halvt år",
    "beløb": "Beløb er ikke set efter i år",
    "indhold": "Opslaget er ikke set efter i et år",
}


def _first_phone(contacts: tuple[Contact, ...]) -> Keys:
    return next((("kontakt", number, "telefon") for number, contact in enumerate(contacts) if contact.phone), ())


@rule(
    "B117",
    says="{said}.",
    cure="Find beløbet for {year}, og skriv det med år og kilde.",
    why="Beløb ændres hver januar. Et beløb uden år kan være gammelt.",
    wrong="gebyr:\n- {tekst: Det koster 225 kr., kilde: Loven}",
    right="gebyr:\n- {tekst: Det koster 230 kr., år: (i år), kilde: Loven}",
    error=False,
)
def fee_is_of_this_year(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    for number, fee in enumerate(getattr(entry, "fees", ())):
        if fee.year is not None and fee.year < context.today.year:
            yield ("gebyr", number, "år"), {"said": f"Beløbet gælder {fee.year}", "year": context.today.year}
        elif fee.year is None and AMOUNT.search(fee.text):
            yield ("gebyr", number, "tekst"), {"said": "Beløbet har intet år", "year": context.today.year}
