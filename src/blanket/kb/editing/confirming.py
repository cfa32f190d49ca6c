"""Confirming what only one page says of a kommune: from `ubekræftet` to what paper and screen say as a fact.

Here goes where each kind of fact belongs: the number is a contact, address and hours are those of a place, the rest are
keys of the kommune's own file.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from blanket.errors import BlanketError
from blanket.kb.base import load
from blanket.kb.editing.locking import locked
from blanket.kb.editing.whole_keys import dumped, with_keys
from blanket.kb.entries import no_such_entry, read_entry, write_entry
from blanket.kb.files import KIND_FOLDERS, OWN_OFFICE
from blanket.kb.format.addresses import is_address
from blanket.kb.format.key_order import key_order
from blanket.kb.format.layer_parts import Unconfirmed
from blanket.kb.format.model import MODELS, Municipality, Place
from blanket.texts import finding as finding_texts
from blanket.texts import layers as texts

_WITH_VALUE = ("telefon", "adresse", "tider", "telefontid")  # without one, people have to write it themselves: a note
_OF_A_PLACE = ("adresse", "tider", "aftale", "web")


def confirm(
    identifier: str, kinds: Collection[str], today: date, *, own: Path, folders: Sequence[Path]
) -> tuple[Municipality, list[Path], int]:
    """Write as facts what the kommune has looked at. `kinds`: which of it; all when empty.

    Returns the kommune, the files that were written, and how many facts there were. Raises BlanketError when there is
    no such kommune, nothing to confirm, or a file cannot be written.
    """
    base = load(folders)
    kommune = base.entries.get(identifier)
    if not isinstance(kommune, Municipality):
        raise no_such_entry(identifier, folders)
    facts = [item for item in kommune.unconfirmed if not kinds or item.what in kinds]
    if not facts:
        cure = texts.NOTHING_TO_CONFIRM_CURE.format(id=identifier)
        raise BlanketError(texts.NOTHING_TO_CONFIRM.format(name=kommune.title), cure)
    files = []
    of_place = _of_place(facts)
    keys = _own_keys(kommune, facts, of_place, today)
    if of_place:
        place = own / KIND_FOLDERS["sted"] / f"{OWN_OFFICE.format(kommune=identifier)}.yaml"
        known = base.entries.get(place.stem)
        place_keys = _place_keys(kommune, facts, of_place, today, new=known is None)
        _write(place, place_keys, "sted")
        files.append(place)
        if "telefon" in place_keys or (isinstance(known, Place) and known.phone):
            keys["kontakt"] = _at_the_place(place.stem, keys.get("kontakt", ()))
    file = own / KIND_FOLDERS["kommune"] / f"{identifier}.yaml"
    _write(file, keys, "kommune")
    return kommune, [file, *files], len(facts)


def _of_place(facts: Sequence[Unconfirmed]) -> list[Unconfirmed]:
    """Those that belong to the place of the citizen service: of addresses the first that is one."""
    address = next((item for item in facts if item.what == "adresse" and is_address(item.value)), None)
    return [item for item in facts if item is address or (item.what in _OF_A_PLACE and item.what != "adresse")]


def _own_keys(
    kommune: Municipality, facts: Sequence[Unconfirmed], of_place: Sequence[Unconfirmed], today: date
) -> dict[str, Any]:
    """What the own file of the kommune says, besides what it said. An address more, and what is none, is a note."""
    shared: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(kommune))
    keys: dict[str, Any] = {"id": kommune.id, "navn": kommune.title, "kort": shared["kort"]}
    contacts = [dict(contact) for contact in shared.get("kontakt", ())]
    for item in facts:
        if item.what == "telefon" and isinstance(item.value, str):
            there = any(contact.get("telefon") == item.value for contact in contacts)
            contacts += [] if there else [{"navn": kommune.title, "telefon": item.value, "kilde": item.source}]
        elif item.what == "telefontid" and isinstance(item.value, list) and contacts:
            contacts[0]["tider"] = [*contacts[0].get("tider", ()), *item.value]
        elif item.what == "hjælper_med":
            keys["hjælper_med"] = [*keys.get("hjælper_med", shared.get("hjælper_med", ())), item.text]
        elif item.what == "hjælper_ikke_med":
            there = keys.get("hjælper_ikke_med", shared.get("hjælper_ikke_med", ()))
            keys["hjælper_ikke_med"] = [*there, {"tekst": item.text}]
        elif (
            item.what == "note"
            or (item.what in _WITH_VALUE and isinstance(item.value, msgspec.UnsetType))
            or (item.what == "adresse" and item not in of_place)
        ):
            keys["noter"] = [*keys.get("noter", shared.get("noter", ())), item.text]
    if contacts:
        keys["kontakt"] = contacts
    settled = [*shared.get("afklaret", ()), *(item.what for item in facts)]
    keys["afklaret"] = list(dict.fromkeys(settled))
    keys["kilder"] = _sources(facts, today)
    return keys


def _place_keys(
    kommune: Municipality, facts: Sequence[Unconfirmed], of_place: Sequence[Unconfirmed], today: date, *, new: bool
) -> dict[str, Any]:
    """Where the citizen service is, and when it is open."""
    name = kommune.title.removesuffix(" Kommune")
    keys: dict[str, Any] = {"id": OWN_OFFICE.format(kommune=kommune.id)}
    if new:
        keys |= {"navn": f"Borgerservice i {name}", "slags": "sted", "for": "borgere", "kommune": kommune.id}
        keys["kort"] = texts.OWN_OFFICE.format(name=kommune.title)
    number = next((contact.phone for contact in kommune.contacts if contact.phone), None)
    for item in facts:
        if item.what == "adresse" and item in of_place:
            keys["adresse"] = item.value
        elif item.what == "tider" and isinstance(item.value, list):
            keys["tider"] = [*keys.get("tider", ()), *item.value]
        elif item.what == "aftale":
            keys.setdefault("aftale", item.text)
        elif item.what == "web":
            keys.setdefault("web", item.text)
        elif item.what == "telefon" and isinstance(item.value, str):
            number = item.value
    if number:
        keys["telefon"] = number
    keys["kilder"] = _sources(of_place, today)
    return keys


def _at_the_place(place: str, contacts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The contacts, the first with a number now being the place: it keeps its number and hours. The others stay."""
    said: dict[str, Any] = next((contact for contact in contacts if "telefon" in contact), {})
    kept = {key: value for key, value in said.items() if key in ("telefon", "tid", "tider", "ring_først")}
    others = [contact for contact in contacts if contact is not said and contact.get("sted") != place]
    return [{"sted": place, **kept}, *others]


def _sources(facts: Sequence[Unconfirmed], today: date) -> list[dict[str, str]]:
    """The pages, as read on the day that the kommune confirmed them."""
    pages = {item.source: item.page_date for item in facts}
    return [
        {
            ("adresse" if page.startswith("http") else "navn"): page,
            "læst": today.isoformat(),
            **({"sidens_dato": dated} if dated else {}),
        }
        for page, dated in pages.items()
    ]


def _write(file: Path, keys: dict[str, Any], kind: str) -> None:
    """Write keys into an own file, which is made when it is not there."""
    order = key_order(MODELS[kind])
    with locked(file):
        if not file.exists():
            text = dumped({key: keys[key] for key in order if key in keys})
            write_entry(file, text, new=True)
            return
        content = read_entry(file)
        write_entry(file, with_keys(content, file, keys, order))


def kinds_named(names: Sequence[str], choices: Sequence[str]) -> list[str]:
    """The kinds of facts that are named. Raises BlanketError for one that there is not."""
    unknown = [name for name in names if name not in choices]
    if unknown:
        from blanket.did_you_mean import hint
        from blanket.errors import Exit

        what = finding_texts.UNKNOWN_KIND.format(kind=unknown[0], hint=hint(unknown[0], choices))
        raise BlanketError(what, texts.CONFIRM_CHOICES.format(choices=", ".join(choices)), Exit.WRONG_USE)
    return list(names)
