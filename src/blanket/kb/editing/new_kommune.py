"""A kommune in an hour: what is asked, what the base already knows of it, and the files that the answers become.

Here goes everything but the asking. The number is a contact, address and hours are those of its citizen service, a
place and the staff's line become places of their own, the rest stands in the kommune's own file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import UnsetType

from blanket.errors import BlanketError
from blanket.kb.base import Base
from blanket.kb.editing.scaffold import scaffold
from blanket.kb.editing.splicing import set_keys
from blanket.kb.editing.whole_keys import dumped
from blanket.kb.entries import read_entry, write_entry
from blanket.kb.files import KIND_FOLDERS, OWN_OFFICE
from blanket.kb.format.addresses import is_address
from blanket.kb.format.json_schema import SCHEMA_FILES, SCHEMA_FOLDER
from blanket.kb.format.key_order import key_order, order_of
from blanket.kb.format.model import MODELS, Municipality, Place
from blanket.kb.format.parts import WEEKDAYS
from blanket.kb.format.phones import in_pairs
from blanket.kb.rules.denmark import KOMMUNER
from blanket.texts import new_kommune as texts
from blanket.writing import write_whole

Kind = Literal["phone", "hours", "list", "file", "text"]
_DAY = "|".join(WEEKDAYS)
_DAYS = rf"(?:{_DAY})[a-zæøå]*(?:\s*-\s*(?:{_DAY})[a-zæøå]*)?"
_SOME_DAYS = rf"(?P<days>{_DAYS}(?:\s*(?:,|og)\s*{_DAYS})*)"
_SPAN = r"(?:kl\.?\s*)?(?P<fra>\d{1,2}(?:[.:]\d\d)?)\s*-\s*(?P<til>\d{1,2}(?:[.:]\d\d)?)"
_ROWS = [re.compile(rf"{first}\s*{last}", re.IGNORECASE) for first, last in ((_SOME_DAYS, _SPAN), (_SPAN, _SOME_DAYS))]


@dataclass(frozen=True, slots=True)
class Known:
    """What the base already says. `value`: as it may be accepted; empty when somebody has to write it anew."""

    text: str
    source: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `key`: what its answer is called here. `needs`: the question that must have had an answer."""

    key: str
    kind: Kind
    needs: str = ""

    @property
    def text(self) -> str:
        """The question as it is asked."""
        return texts.KOMMUNE_QUESTIONS[self.key]


QUESTIONS = (
    Question("telefon", "phone"),
    Question("telefontid", "hours", "telefon"),
    Question("adresse", "text"),
    Question("tider", "hours"),
    Question("aftale", "text"),
    Question("rolig_tid", "text"),
    Question("sted", "text"),
    Question("sted_adresse", "text", "sted"),
    Question("sted_tider", "hours", "sted"),
    Question("hjælper_med", "list"),
    Question("hotline", "phone"),
    Question("logo", "file"),
)


@dataclass(slots=True)
class Draft:
    """The answers so far: key -> text as typed or accepted. `sources`: key -> the page of an accepted one.

    `earlier`, `earlier_sources`: those that were kept of questions that nobody finished.
    """

    kommune: Municipality
    today: date
    answers: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    earlier: dict[str, str] = field(default_factory=dict)
    earlier_sources: dict[str, str] = field(default_factory=dict)


class _Kept(msgspec.Struct):
    """What `keep` writes."""

    mappe: str
    svar: dict[str, str]
    kilder: dict[str, str]


def keep(draft: Draft, own: Path, file: Path) -> None:
    """Keep the answers so far: whoever is called away goes on where they were. Raises OSError when nothing is kept."""
    kept = {"mappe": str(own), "svar": draft.answers, "kilder": draft.sources}
    write_whole(file, json.dumps(kept, ensure_ascii=False, indent=1) + "\n", durable=True)


def take_up(draft: Draft, own: Path, file: Path) -> None:
    """Give a draft the answers that were kept for the same folder; none when nothing usable was kept."""
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return
    if kept.mappe == str(own):
        draft.earlier, draft.earlier_sources = kept.svar, kept.kilder


def kommune_named(base: Base, identifier: str) -> Municipality | None:
    """The kommune as the base has it, or with its name alone; None when no kommune is called so."""
    found = base.entries.get(identifier)
    if isinstance(found, Municipality):
        return found
    if identifier not in KOMMUNER:
        return None
    name = " ".join(part.capitalize() for part in identifier.split("-"))
    return Municipality(id=identifier, title=f"{name} Kommune", summary=texts.KOMMUNE_SUMMARY.format(name=name))


def known(base: Base, kommune: Municipality, question: Question) -> list[Known]:
    """What the base says about a question, each with its source; first what can be taken over as it stands."""
    found: list[Known] = []
    for contact in kommune.contacts:
        if question.key == "telefon" and contact.phone:
            found.append(Known(contact.phone, contact.source or kommune.id, contact.phone))
    for place in base.entries.values():
        if isinstance(place, Place) and place.municipality == kommune.id:
            found += _of_place(place, question)
    for fact in kommune.unconfirmed:
        if fact.what == question.key:
            value = fact.value if isinstance(fact.value, str) else ""
            value = value or (fact.text if question.kind == "text" and isinstance(fact.value, UnsetType) else "")
            if question.key == "adresse" and not is_address(value):
                value = ""  # shown, and nobody's answer
            found.append(Known(fact.text, f"{fact.source}, læst {fact.read}", value))
    if question.key in ("rolig_tid",) and kommune.quiet_time:
        found.append(Known(kommune.quiet_time, kommune.id, kommune.quiet_time))
    if question.key == "hjælper_med" and kommune.helps_with:
        said = ", ".join(kommune.helps_with)
        found.append(Known(said, kommune.id, said))
    once = list({item.text: item for item in reversed(found)}.values())[::-1]
    return sorted(once, key=lambda item: not item.value)


def _of_place(place: Place, question: Question) -> list[Known]:
    source = next((source.address or source.name or "" for source in place.sources), place.id)
    if place.audience == "personale":
        return [Known(place.phone, source, place.phone)] if question.key == "hotline" and place.phone else []
    if question.key == "sted":
        return [Known(place.title, source)]
    return []


def hours_of(typed: str) -> list[dict[str, Any]] | None:
    """Hours as people write them, `man-tor 10-15, fre 10-12` or `10-15 man-tor`, as rows of a place.

    None when they cannot be read.
    """
    return next((rows for way in _ROWS if (rows := _rows(way, typed.strip().rstrip(".")))), None)


def _rows(way: re.Pattern[str], typed: str) -> list[dict[str, Any]] | None:
    rows = []
    for match in way.finditer(typed):
        days: list[str] = []
        for part in re.findall(_DAYS, match["days"], re.IGNORECASE):
            first, _, last = (piece.strip().casefold()[:3] for piece in part.partition("-"))
            begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
            days += WEEKDAYS[begin : end + 1]
        span = [_clock(match["fra"]), _clock(match["til"])]
        if not days or None in span or span[0] == span[1]:
            return None
        rows.append({"dage": list(dict.fromkeys(days)), "fra": span[0], "til": span[1]})
    return None if re.sub(r"[\s,;.]|og", "", way.sub("", typed)) else rows


def _clock(typed: str) -> str | None:
    hour, _, minute = typed.replace(".", ":").partition(":")
    good = int(hour) < 24 or (int(hour) == 24 and not int(minute or 0))
    return f"{int(hour):02}:{minute or '00'}" if good and int(minute or 0) < 60 else None


def usable(question: Question, typed: str) -> str:
    """An answer as it is kept. Raises BlanketError, saying how it is written, when it cannot be used."""
    if question.kind == "phone":
        pairs = in_pairs(typed)
        if pairs is None:
            raise BlanketError(texts.KOMMUNE_BAD_PHONE.format(typed=typed))
        return pairs
    if question.kind == "hours" and hours_of(typed) is None:
        raise BlanketError(texts.KOMMUNE_BAD_HOURS.format(typed=typed))
    if question.kind == "file" and not (Path(typed).suffix.lower() in (".svg", ".png") and Path(typed).is_file()):
        raise BlanketError(texts.KOMMUNE_BAD_LOGO.format(typed=typed))
    return typed


def write(draft: Draft, own: Path) -> list[Path]:
    """Write the kommune's own files from the answers. Raises BlanketError when one is there or cannot be written."""
    said, kommune, files = draft.answers, draft.kommune, []
    name = kommune.title.removesuffix(" Kommune")
    office: dict[str, Any] = {
        "id": OWN_OFFICE.format(kommune=kommune.id), "navn": f"Borgerservice i {name}", "slags": "sted",
        "for": "borgere", "kommune": kommune.id, "kort": texts.KOMMUNE_OFFICE.format(name=name),
        **{key: said[key] for key in ("aftale", "adresse", "telefon") if key in said},
    }  # fmt: skip
    if "tider" in said:
        office["tider"] = hours_of(said["tider"])
    place: dict[str, Any] = {}
    if "sted" in said:
        place = {"id": f"{kommune.id}-{_slug(said['sted'])}", "navn": said["sted"], "slags": "sted", "for": "borgere",
                 "kommune": kommune.id, "kort": texts.KOMMUNE_PLACE.format(name=name)}  # fmt: skip
        if "sted_adresse" in said:
            place["adresse"] = said["sted_adresse"]
        if "sted_tider" in said:
            place["tider"] = hours_of(said["sted_tider"])
    hotline: dict[str, Any] = {}
    if "hotline" in said:
        hotline = {"id": f"{kommune.id}-hotline", "navn": texts.KOMMUNE_LINE.format(name=name), "slags": "telefon",
                   "for": "personale", "kommune": kommune.id, "kort": texts.KOMMUNE_LINE_FOR,
                   "telefon": said["hotline"]}  # fmt: skip
    parts: list[tuple[dict[str, Any], tuple[str, ...]]] = []
    if {"adresse", "tider", "aftale"} & said.keys():
        parts.append((office, ("telefon", "adresse", "tider", "aftale")))
    parts += [(place, ("sted", "sted_adresse", "sted_tider"))] if place else []
    parts += [(hotline, ("hotline",))] if hotline else []
    for keys, asked in parts:
        keys["kilder"] = _sources(draft, asked)
        files.append((own / KIND_FOLDERS["sted"] / f"{keys['id']}.yaml", keys, "sted"))
    own_keys = _own_keys(draft, has_office=any(keys is office for keys, _ in parts))
    files.append((own / KIND_FOLDERS["kommune"] / f"{kommune.id}.yaml", own_keys, "kommune"))
    written = [(file, _as_yaml(keys, kind)) for file, keys, kind in files]
    for file, text in written:
        if file.exists() and (kommune.id == file.stem or read_entry(file) != text.encode()):  # one of a run cut short
            raise BlanketError(texts.KOMMUNE_THERE.format(file=file), texts.KOMMUNE_THERE_CURE.format(id=file.stem))
    if "logo" in said:
        logo = Path(said["logo"])
        write_entry(own / KIND_FOLDERS["kommune"] / f"{kommune.id}-logo{logo.suffix.lower()}", read_entry(logo))
    for file, text in written:  # the kommune's own file last: it names the others
        if not file.exists():
            write_entry(file, text, new=True)
    return [file for file, _ in written]


def _as_yaml(keys: Mapping[str, Any], kind: str) -> str:
    return dumped({key: keys[key] for key in key_order(MODELS[kind]) if keys.get(key)})


def _own_keys(draft: Draft, *, has_office: bool) -> dict[str, Any]:
    said, kommune = draft.answers, draft.kommune
    keys: dict[str, Any] = {"id": kommune.id, "navn": kommune.title, "kort": kommune.summary}
    if "telefon" in said:
        keys["kontakt"] = [{"navn": kommune.title, "telefon": said["telefon"], "kilde": _source(draft, "telefon")}]
        if has_office:
            keys["kontakt"] = [{"sted": OWN_OFFICE.format(kommune=kommune.id)}]
        if "telefontid" in said:
            keys["kontakt"][0]["tider"] = hours_of(said["telefontid"])
    if "hjælper_med" in said:
        keys["hjælper_med"] = [part.strip() for part in said["hjælper_med"].split(",") if part.strip()]
    if "rolig_tid" in said:
        keys["rolig_tid"] = said["rolig_tid"]
    if "logo" in said:
        name = f"{kommune.id}-logo{Path(said['logo']).suffix.lower()}"
        keys["logo"] = {"fil": name, "alt": kommune.title}
    keys["afklaret"] = [fact for fact in ("telefon", "telefontid", "adresse", "tider", "aftale") if fact in said]
    keys["kilder"] = _sources(draft, tuple(said))
    return keys


def _source(draft: Draft, key: str) -> str:
    return draft.sources.get(key) or texts.KOMMUNE_SELF.format(name=draft.kommune.title)


def _sources(draft: Draft, asked: tuple[str, ...]) -> list[dict[str, str]]:
    """Where answers come from: the pages that were accepted, and the kommune itself."""
    named = dict.fromkeys(_source(draft, key) for key in asked if key in draft.answers)
    day = draft.today.isoformat()
    return [{("adresse" if page.startswith("http") else "navn"): page, "læst": day} for page in named] or [
        {"navn": texts.KOMMUNE_SELF.format(name=draft.kommune.title), "læst": day}
    ]


def _slug(name: str) -> str:
    folded = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return "-".join(re.findall(r"[a-z0-9]+", folded))[:40] or "sted"


def write_scaffold(kommune: Municipality, own: Path) -> Path:
    """The explained file of a kommune, to be filled in by hand, with what it must say already in it.

    Raises BlanketError when it is there or cannot be written.
    """
    file = own / KIND_FOLDERS["kommune"] / f"{kommune.id}.yaml"
    text = scaffold("kommune", kommune.id).replace("\nnavn:\n", "\nnavn: x\n").replace("\nkort:\n", "\nkort: x\n")
    if not (own.parent / SCHEMA_FOLDER / SCHEMA_FILES["kommune"]).is_file():
        text = text.partition("\n")[2]  # an editor complains of a schema that is not there
    filled: Mapping[str, str] = {"navn": kommune.title, "kort": kommune.summary}
    write_entry(file, set_keys(text.encode(), file, filled, order_of(file)), new=True)
    return file
