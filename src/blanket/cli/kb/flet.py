"""`blanket kb flet [ID…]`: what the shared base changed underneath the own files, one decision at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from blanket.cli.completing import complete_choice, complete_entry
from blanket.cli.editor import typed_text
from blanket.cli.keys import STOP, has_person, read_key
from blanket.cli.options import KbOption, named_by, one_of
from blanket.cli.outcome import Outcome, tell, width
from blanket.desk.opening import own_of
from blanket.errors import Exit
from blanket.texts import layers as texts

if TYPE_CHECKING:
    from blanket.kb.base import Base
    from blanket.kb.editing.settling import Answer
    from blanket.kb.layers.overlaps import Copy, Overlap

ANSWERS = ("forslag", "vores", "fælles")
_KEYS = {"f": "forslag", "j": "vores", "n": "fælles"}


def flet(
    identifiers: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID…", help="Kun disse opslag.", autocompletion=complete_entry, show_default=False),
    ] = None,
    use: Annotated[
        str | None,
        typer.Option(
            "--brug",
            metavar="UDGAVE",
            help="Vælg det samme for alle uden at spørge: forslag, vores eller fælles.",
            autocompletion=complete_choice(ANSWERS),
            show_default=False,
        ),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Se, hvad der er ændret i det fælles under jeres rettelser, og flet det."""
    from blanket.kb.base import load
    from blanket.kb.layers.overlaps import copies, overlaps
    from blanket.paths import shipped

    answer = one_of(use, ANSWERS, texts.MERGE_UNKNOWN, "value") if use else None
    own, folders = own_of(named_by(kb))
    base = load(folders)
    templates = shipped("templates")
    wanted = {_known(name, base, folders, templates) for name in identifiers or ()}
    layered = [item for item in overlaps(base, own) if not wanted or item.entry.id in wanted]
    whole = [item for item in copies(folders, own, templates) if item.why]
    whole = [item for item in whole if not wanted or item.id in wanted]
    if not layered and not whole:
        named = texts.MERGE_NOTHING_OF.format(id=", ".join(identifiers)) if identifiers else texts.MERGE_NOTHING
        return Outcome(text=named)
    if answer is None and not has_person():
        return _shown(layered, whole)
    session = _Session(cast("Answer | None", answer), len(layered) + len(whole))
    session.keys(layered, base)
    for copy in whole:
        session.copy(copy)
    return session.outcome()


def _known(name: str, base: Base, folders: Sequence[Path], templates: Path) -> str:
    """The id or template that a name stands for. Raises BlanketError for one that is none."""
    from blanket.kb.entries import no_such_entry

    name = base.former.get(name, name)
    if name in base.entries or (templates / name).is_file():
        return name
    raise no_such_entry(name, folders)


def _shown(layered: Sequence[Overlap], whole: Sequence[Copy]) -> Outcome:
    """All of it, for reading: without somebody at the keyboard nothing is decided."""
    from blanket.guide.screens.three_versions import of_key

    parts = [of_key(item, width()) for item in layered] + [_of_copy(item) for item in whole]
    lines = [line for part in parts for line in (*part, "")]
    return Outcome(text="\n".join([*lines, _counted(len(parts))]), code=Exit.NOTHING_FOUND, notes=[texts.MERGE_HOW])


def _of_copy(copy: Copy) -> list[str]:
    from blanket.guide.screens.three_versions import of_copy
    from blanket.kb.editing.settling import regions

    return of_copy(copy, regions(copy) if copy.why == "outdated" else (), width())


def _counted(count: int) -> str:
    return texts.MERGE_COUNT[count != 1].format(count=count)


class _Session:
    """The decisions of one run. `answer`: the one for all, or None when each is asked about."""

    def __init__(self, answer: Answer | None, count: int) -> None:
        self._answer, self._count = answer, count
        self._at = self._left = 0
        self._stopped = False
        self._lines: list[str] = []

    def keys(self, found: Sequence[Overlap], base: Any) -> None:
        """Go through keys of layers. Each is looked up anew: one that is taken out moves those below it."""
        from blanket.kb.layers.overlaps import overlaps_in

        for item in found:
            origin = base.origin[item.kommune]
            now = next((one for one in overlaps_in(origin, base) if _same(one, item)), None)
            if now is None:  # somebody else has settled it
                self._at += 1
                continue
            self._one_key(now)

    def _one_key(self, item: Overlap) -> None:
        from msgspec import UNSET

        from blanket.guide.screens.three_versions import of_key, said_key
        from blanket.kb.editing.settling import settle

        what = f"{item.entry.id}, {said_key(item.key)}"
        offered = {"n", "s", STOP}
        if item.now is not UNSET and item.why != "same":
            offered |= {"j", "r"}
        if item.merged is not UNSET:
            offered.add("f")
        chosen = self._choice(of_key(item, width()), offered, what)
        if chosen == "r":
            text = _typed(item.ours if item.merged is UNSET else item.merged)
            if text is None:
                self._left += 1
                return
            settle(item, "vores", text)
            self._done("vores", what)
        elif chosen in _KEYS:
            settle(item, cast("Answer", _KEYS[chosen]))
            self._done(_KEYS[chosen], what)

    def copy(self, copy: Copy) -> None:
        """Go through a whole copy: the shared changes at once, then each place that both changed."""
        from blanket.kb.editing.settling import give_way, keep_copy, merge_copy, regions

        found = regions(copy) if copy.why == "outdated" else []
        offered = {"n", "s", STOP} | ({"j"} if copy.why != "same" else set()) | ({"f"} if found else set())
        conflicts = any(region.both for region in found)
        if conflicts and self._answer == "forslag":
            offered.discard("f")
        chosen = self._choice(_of_copy(copy), offered, copy.id)
        if chosen == "j":
            keep_copy(copy)
        elif chosen == "n":
            self._lines.append(texts.MERGE_ASIDE.format(file=give_way(copy)))
        elif chosen == "f":
            lines = self._merged(found)
            if lines is None:
                self._left += 1
                return
            if not merge_copy(copy, lines):
                self._lines.append(texts.MERGE_SPOILT.format(file=copy.own, id=copy.id))
                self._left += 1
                return
        else:
            return
        self._done(_KEYS[chosen], copy.id)

    def _merged(self, found: Sequence[Any]) -> list[str] | None:
        """The lines of a merged file; None when somebody stops before all is decided."""
        from blanket.guide.screens.three_versions import of_lines

        lines: list[str] = []
        for region in found:
            if region.both is None:
                lines += region.lines
                continue
            key = self._asked(of_lines(region, width()), {"j", "n", "s"})
            if key not in ("j", "n"):
                return None
            lines += region.both[1 if key == "j" else 2]
        return lines

    def _choice(self, lines: list[str], offered: set[str], what: str) -> str:
        """The key that was chosen, or would have been: the answer for all, where it fits."""
        self._at += 1
        if self._stopped:
            self._left += 1
            return STOP
        if self._answer:
            key = next(key for key, answer in _KEYS.items() if answer == self._answer)
            if key in offered:
                return key
            said = texts.MERGE_NO_SUGGESTION if key == "f" else texts.MERGE_NOT_OFFERED
            self._lines.append(said.format(what=what))
            self._left += 1
            return "s"
        key = self._asked([texts.MERGE_AT.format(number=self._at, count=self._count), *lines], offered)
        self._stopped = key == STOP
        self._left += key in ("s", STOP)
        return key

    def _asked(self, lines: list[str], offered: set[str]) -> str:
        choices = "   ".join(f"{key} {said}" for key, said in texts.MERGE_CHOICES.items() if key in offered)
        tell("\n".join([*lines, "", choices, ""]))
        return read_key(offered)

    def _done(self, answer: str, what: str) -> None:
        said = texts.MERGE_DONE[answer].format(what=what)
        self._lines.append(said)
        if not self._answer:
            tell(said + "\n")

    def outcome(self) -> Outcome:
        """What came of it all."""
        lines = [*self._lines, *([texts.MERGE_LEFT.format(count=self._left)] if self._left else [])]
        return Outcome(text="\n".join(lines), code=Exit.NOTHING_FOUND if self._left else Exit.DONE)


def _same(one: Overlap, other: Overlap) -> bool:
    return (one.said, one.key, one.was, one.ours) == (other.said, other.key, other.was, other.ours)


def _typed(value: Any) -> Any:
    """A value that somebody writes; None when there is none. What is no text is asked for as YAML."""
    written = typed_text(value if isinstance(value, str) else _as_yaml(value), texts.MERGE_WRITE)
    if not written:
        return None
    if isinstance(value, str):
        return " ".join(written.split())
    from blanket.kb.format.reading import read_bytes

    document = read_bytes(written.encode(), Path("ret.yaml"))
    return None if document.problems else document.data


def _as_yaml(value: Any) -> str:
    from blanket.kb.editing.whole_keys import dumped

    return dumped(value) if isinstance(value, dict) else "".join(f"- {item}\n" for item in value)
