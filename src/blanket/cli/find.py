"""`blanket find ORD…`: ranked hits over all kinds of entry."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from blanket.cli.completing import complete_choice
from blanket.cli.options import JsonOption, KbOption, named_by, one_of, preparing
from blanket.cli.outcome import Outcome, colour, width
from blanket.desk.finding import Hits, hits_for
from blanket.desk.last_search import remember
from blanket.desk.meaning import without_cpr
from blanket.desk.opening import noted_settings, open_base
from blanket.errors import BlanketError, Exit
from blanket.kb.files import KINDS
from blanket.kb.format.subjects import SUBJECTS
from blanket.printable import BOLD, PLAIN, clean
from blanket.search.ranking import Hit
from blanket.search.words import fold
from blanket.texts import desk as desk_texts
from blanket.texts import finding as texts
from blanket.texts import usage as usage_texts

ACUTE = "akut"
BEST = 3  # hits that say what they are; the rest are titles
LISTED = 12  # titles of a subject, where nobody asked for more


def find(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="ORD…", help="Det, borgeren siger.", show_default=False)
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--slags",
            metavar="SLAGS",
            help="Kun én slags, fx blanket eller forløb.",
            autocompletion=complete_choice(KINDS),
            show_default=False,
        ),
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option(
            "--emne",
            metavar="EMNE",
            help="Kun et emne, fx bolig.",
            autocompletion=complete_choice(SUBJECTS),
            show_default=False,
        ),
    ] = None,
    count: Annotated[
        int | None,
        typer.Option(
            "--antal", "-n", metavar="TAL", min=1, max=500, help="Hvor mange fund der vises.", show_default=False
        ),
    ] = None,
    why: Annotated[bool, typer.Option("--hvorfor", help="Vis, hvilke ord der passede.", show_default=False)] = False,
    everywhere: Annotated[
        bool, typer.Option("--alle", help="Tag steder i andre kommuner med.", show_default=False)
    ] = False,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Find opgaver, blanketter, steder og ord."""
    kinds = [one_of(item, KINDS, texts.UNKNOWN_KIND, "kind") for item in kind or ()]
    about = one_of(subject, SUBJECTS, texts.UNKNOWN_SUBJECT, "subject") if subject else None
    if not subject and not " ".join(words or ()).strip():
        raise BlanketError(texts.EMPTY_QUERY, usage_texts.HELP_TRY.format(command="blanket find"), Exit.WRONG_USE)
    with open_base(named_by(kb), preparing()) as base:
        query = " ".join(" ".join(without_cpr(base, words or ())).split())
        if not query and not subject:
            raise BlanketError(texts.ONLY_CPR, texts.EMPTY_QUERY, Exit.WRONG_USE)
        most = count if count or query or as_json else LISTED
        settings = noted_settings(base)
        result = base.ask(
            lambda base: hits_for(
                base, query, count=most, kinds=kinds, subject=about, settings=settings, everywhere=everywhere
            )
        )
    kept = remember([hit.id for hit in result.hits or result.near])
    if not kept and not base.in_memory:  # then it has been said already
        base.note(texts.NUMBERS_NOT_KEPT)
    code = Exit.DONE if result.hits else Exit.NOTHING_FOUND
    if as_json:
        return Outcome(data=_data(result), code=code, notes=base.notes)
    shown = Shown(width(), colour(), with_ids=not kept, why=why)
    lines = _found(result, shown, subject, chosen=count is not None) if result.hits else _nothing(result, shown)
    if fold(query).split()[:1] == [ACUTE]:  # with a word that is no subject, it is still a call for help
        lines = [*wrapped(desk_texts.DESK_CRISIS_112, shown.columns, ""), "", *lines]
    return Outcome(text="\n".join(lines), code=code, notes=base.notes)


def _data(result: Hits) -> dict[str, Any]:
    def plain(hit: Hit) -> dict[str, Any]:
        return {"id": hit.id, "slags": hit.kind, "titel": hit.title, "point": hit.points, "hvorfor": hit.why}

    data: dict[str, Any] = {"søgning": result.query, "resultater": [plain(hit) for hit in result.hits]}
    data["usikkert"] = not result.hits or result.weak
    if not result.hits:
        data["mente_du"] = [plain(hit) for hit in result.near]
    return data


class Shown:
    """How hits are shown: characters a line, whether in bold, with ids (where numbers cannot be kept), with why."""

    def __init__(self, columns: int, coloured: bool, *, with_ids: bool = False, why: bool = False) -> None:
        self.columns, self.with_ids, self.why = columns, with_ids, why
        self._bold, self._plain = (BOLD, PLAIN) if coloured else ("", "")

    def lines(self, hits: Sequence[Hit], best: int = BEST) -> list[str]:
        """Hits as numbered lines: the best with a line that says what they are, the rest as one line each."""
        lines: list[str] = []
        for number, hit in enumerate(hits, 1):
            first = number <= best
            head = f"{number:2}. {one_line(_headed(hit), self.columns - 4, _kind(hit))}"
            lines.append(f"{self._bold}{head}{self._plain}" if first else head)
            if self.with_ids:
                lines.append(f"    {hit.id}")
            if first and hit.summary:
                lines.append(f"    {one_line(hit.summary, self.columns - 4)}")
            if self.why and hit.why:
                lines += wrapped(texts.FOUND_BY.format(why=hit.why), self.columns, "    ")
            if first and number == best < len(hits):
                lines.append("")
        return lines


def _headed(hit: Hit) -> str:
    return f"{hit.number} {hit.title}" if hit.number else hit.title


def _kind(hit: Hit) -> str:
    return f" ({texts.KIND_NAMES[hit.kind]}{', udgået' if hit.status == 'udgået' else ''})"


def _found(result: Hits, shown: Shown, subject: str | None, *, chosen: bool) -> list[str]:
    what = result.hits[0].id if shown.with_ids else 1
    if not result.query:
        lines = shown.lines(result.hits, best=0)
        if result.all > len(result.hits):
            more = texts.MORE_OF_SUBJECT.format(count=result.all - len(result.hits), all=result.all, subject=subject)
            lines += wrapped(more, shown.columns, "    ")
        return [*lines, "", texts.SHOW_HINT.format(what=what)]
    if result.weak:
        hits = result.hits if chosen else result.hits[:BEST]
        return [*_unsure(result, shown), "", *shown.lines(hits), "", texts.SHOW_HINT.format(what=what)]
    return [*shown.lines(result.hits), "", texts.SHOW_HINT.format(what=what)]


def _nothing(result: Hits, shown: Shown) -> list[str]:
    lines = [texts.NOTHING_FOUND.format(query=clean(result.query)), texts.NOTHING_FOUND_CURE]
    lines += _ring(result, shown, texts.RING_AND_ASK, texts.RING_KOMMUNE_AND_ASK)
    if result.near:
        lines += ["", texts.DID_YOU_MEAN, *shown.lines(result.near)]
    return lines


def _unsure(result: Hits, shown: Shown) -> list[str]:
    """What the base does not have, and whom to ring instead."""
    what = wrapped(texts.WEAK_HITS.format(query=one_line(result.query, 60)), shown.columns, "")
    return [*what, *_ring(result, shown, texts.RING_INSTEAD, texts.RING_KOMMUNE_INSTEAD), texts.NEAREST]


def _ring(result: Hits, shown: Shown, known: str, unknown: str) -> list[str]:
    """Whom to ring: the chosen kommune with its number, or the citizen's own."""
    if result.ring is None:
        return wrapped(unknown, shown.columns, "")
    name, number = result.ring
    return wrapped(known.format(name=name, number=number), shown.columns, "")


def wrapped(text: str, columns: int, first: str) -> list[str]:
    """A text on lines of at most so many characters, whole words only, four blanks before all but the first."""
    rest = "    " if first else ""
    return textwrap.wrap(
        clean(text),
        columns,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def one_line(text: str, length: int, end: str = "") -> str:
    """The text's first sentences that fit in one line, or its first words; `end` stands whole after them."""
    text, room = clean(text), length - len(end)
    if len(text) <= room:
        return text + end
    cut = text[:room].rsplit(". ", 1)
    whole = len(cut) > 1 and len(cut[0]) > room // 3
    return f"{cut[0]}.{end}" if whole else f"{text[: room - 1].rsplit(' ', 1)[0]} …{end}"
