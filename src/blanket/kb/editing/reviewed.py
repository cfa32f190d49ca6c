"""What follows from the answers of a review: the day a page was read, and a vouch where an entry is complete.

Here goes the writing of both. They follow from the answers alone, so a run that was killed in between only has them
written the next time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from blanket.kb.editing.checked import role_of, write_vouches
from blanket.kb.editing.edits import Edit, encoded, verified, with_value
from blanket.kb.editing.locking import locked
from blanket.kb.editing.splicing import child_of, scalar
from blanket.kb.entries import read_entry, write_entry
from blanket.kb.format.reading import read_bytes
from blanket.kb.layers.standing import mark_of
from blanket.kb.layers.vouches import Vouch
from blanket.kb.review import page_states
from blanket.kb.review.due import first_day
from blanket.kb.review.queue import Review


@dataclass(slots=True)
class Settled:
    """What was written. `read`: ids whose `læst` is another now. `vouched`: ids that somebody vouches for now."""

    read: list[str] = field(default_factory=list)
    vouched: list[str] = field(default_factory=list)


def write_settled(review: Review, own: Path, by: str | None, ids: Iterable[str] | None = None) -> Settled:
    """Write what the answers so far have settled. `by`: who vouches; None: nobody does. `ids`: only of these entries.

    Own files alone get another `læst`: vouching forks no shared one. Raises BlanketError when a file cannot be written.
    """
    done = Settled()
    wanted = [identifier for identifier in (ids if ids is not None else review.stated) if review.stated[identifier]]
    page_states.reviewed(own, _pages_done(review, wanted))
    for identifier in wanted:
        if review.base.origin[identifier].path.is_relative_to(own):
            days = _days(review, identifier)
            if days and _read_on(review.base.origin[identifier].path, days):
                done.read.append(identifier)
    if by:
        role = role_of(review.kommune)
        held = review.base.vouches.held
        vouches = [
            Vouch(name, mark_of(review.base.entries[name], review.base.entries, review.kommune),
                  review.today.isoformat(), by, role)
            for name in wanted
            if (name not in held or (ids is not None and held[name].day < review.today.isoformat()))
            and review.complete(name)
        ]  # fmt: skip
        if vouches:
            done.vouched = [item.vouch.id for item in write_vouches(vouches, own) if item.changed]
            held.update((vouch.id, vouch) for vouch in vouches)
    return done


def _pages_done(review: Review, ids: Iterable[str]) -> list[str]:
    """The pages of these entries that want a look and on which nothing waits any more, in any entry."""
    pages = {item.page for identifier in ids for item in review.stated[identifier]}
    looked = {page for page in pages if page in review.states and review.states[page].wants_a_look}
    if not looked:
        return []
    waiting = {item.page for items in review.stated.values() for item in items if review.is_open(item)}
    return sorted(looked - waiting)


def _days(review: Review, identifier: str) -> dict[int, str]:
    """Number of a source -> the day it was read, where all that rests on it was answered later than it says."""
    entry, items = review.base.entries[identifier], review.stated[identifier]
    found = {}
    for number, source in enumerate(entry.sources):
        resting = [item for item in items if item.page == (source.address or source.name)]
        if resting and not any(map(review.is_open, resting)):
            day = max(map(review.answers.day_of, resting))
            if day > first_day(source.read) and day.isoformat() != source.read:
                found[number] = day.isoformat()
    return found


def _read_on(file: Path, days: Mapping[int, str]) -> bool:
    """Write when sources were read into an entry's file. False, and nothing written, where that cannot be cut in."""
    with locked(file):
        content = read_entry(file)
        before = read_bytes(content, file)
        if before.problems:
            return False
        root = yaml.compose(before.text, Loader=yaml.SafeLoader)
        sources = child_of(root, "kilder") if isinstance(root, yaml.MappingNode) else None
        wanted, edits = before.data, []
        for number, day in days.items():
            listed = sources.value if isinstance(sources, yaml.SequenceNode) else []
            source = listed[number] if number < len(listed) else None
            node = child_of(source, "læst") if isinstance(source, yaml.MappingNode) else None
            if not isinstance(node, yaml.ScalarNode):
                return False
            edits.append(Edit(node.start_mark.index, node.end_mark.index, scalar(day, node.style)))
            wanted = with_value(wanted, ("kilder", number, "læst"), day)
        after = verified(before, edits, wanted)
        if after is None:
            return False
        if (new := encoded(after, content)) != content:
            write_entry(file, new)
        return True


def write_new_address(review: Review, own: Path, old: str, new: str) -> int:
    """Write a page's new address wherever the own entries name the old one. Returns how many files were written.

    Only the address itself is cut: one that merely begins in the same way is another page.
    """
    named = re.compile(re.escape(old) + r"(?![^\s\"'<>,;)\]}])")
    count = 0
    for identifier, origin in review.base.origin.items():
        if not origin.path.is_relative_to(own) or identifier not in review.base.entries:
            continue
        with locked(origin.path):
            content = read_entry(origin.path)
            before = read_bytes(content, origin.path)
            edits = [Edit(found.start(), found.end(), new) for found in named.finditer(before.text)]
            if not edits or before.problems:
                continue
            after = verified(before, edits, _readdressed(before.data, named, new))
            if after is not None:
                write_entry(origin.path, encoded(after, content))
                count += 1
    return count


def _readdressed(data: Any, named: re.Pattern[str], new: str) -> Any:
    if isinstance(data, dict):
        return {key: _readdressed(value, named, new) for key, value in data.items()}
    if isinstance(data, list):
        return [_readdressed(value, named, new) for value in data]
    return named.sub(lambda _: new, data) if isinstance(data, str) else data
