"""`blanket find ORD…`: ranked hits over all kinds of entry."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from blanket import texts
from blanket.cli.options import JsonOption, KbOption, named_by, one_of, preparing
from blanket.cli.outcome import Outcome, colour, width
from blanket.desk.finding import Hits, hits_for
from blanket.desk.last_search import remember
from blanket.desk.meaning import without_cpr
from blanket.desk.opening import open_base
from blanket.errors import BlanketError, Exit
from blanket.kb.files import KINDS
from blanket.kb.format.subjects import SUBJECTS
from blanket.printable import clean
from blanket.search.ranking import Hit

DEFAULT_COUNT = 8


def find(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="ORD…", help="Det, borgeren siger.", show_default=False)
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--slags", metavar="SLAGS", help="Kun opgave, forløb, blanket, sted, kommune eller ord.", show_default=False
        ),
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--emne", metavar="EMNE", help="Kun et emne, fx bolig.", show_default=False)
    ] = None,
    count: Annotated[
        int,
        typer.Option(
            "--antal", "-n", metavar="TAL", min=1, max=100, help="Hvor mange fund der vises.", show_default=False
        ),
    ] = DEFAULT_COUNT,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Find opgaver, blanketter, steder og ord."""
    kinds = [one_of(item, KINDS, texts.UNKNOWN_KIND, "kind") for item in kind or ()]
    about = one_of(subject, SUBJECTS, texts.UNKNOWN_SUBJECT, "subject") if subject else None
    if not subject and not " ".join(words or ()).strip():
        raise BlanketError(texts.EMPTY_QUERY, texts.HELP_TRY.format(command="blanket find"), Exit.WRONG_USE)
    with open_base(named_by(kb), preparing()) as base:
        query = " ".join(" ".join(without_cpr(base, words or ())).split())
        if not query and not subject:
            raise BlanketError(texts.ONLY_CPR, texts.EMPTY_QUERY, Exit.WRONG_USE)
        result = base.ask(lambda base: hits_for(base, query, count=count, kinds=kinds, subject=about))
    kept = remember([hit.id for hit in result.hits or result.near])
    if not kept:
        base.note(texts.NUMBERS_NOT_KEPT)
    code = Exit.DONE if result.hits else Exit.NOTHING_FOUND
    if as_json:
        return Outcome(data=_data(result), code=code, notes=base.notes)
    return Outcome(text=_text(result, width(), colour(), with_ids=not kept), code=code, notes=base.notes)


def _data(result: Hits) -> dict[str, Any]:
    def plain(hit: Hit) -> dict[str, Any]:
        return {"id": hit.id, "slags": hit.kind, "titel": hit.title, "point": hit.points, "hvorfor": hit.why}

    data: dict[str, Any] = {"søgning": result.query, "resultater": [plain(hit) for hit in result.hits]}
    if not result.hits:
        data["mente_du"] = [plain(hit) for hit in result.near]
    return data


def _text(result: Hits, columns: int, coloured: bool, *, with_ids: bool) -> str:
    if not result.hits:
        lines = [texts.NOTHING_FOUND.format(query=clean(result.query)), texts.NOTHING_FOUND_CURE]
        if result.near:
            lines += ["", texts.DID_YOU_MEAN, *hit_lines(result.near, columns, coloured, with_ids=with_ids)]
        return "\n".join(lines)
    lines = [texts.WEAK_HITS, ""] if result.hits[0].weak else []
    hint = texts.SHOW_HINT.format(what=result.hits[0].id if with_ids else 1)
    return "\n".join([*lines, *hit_lines(result.hits, columns, coloured, with_ids=with_ids), "", hint])


def hit_lines(hits: list[Hit], columns: int, coloured: bool, *, with_ids: bool = False) -> list[str]:
    """Hits as numbered lines: number, title, kind; then what it is, and why it matched.

    `with_ids`: the id too, for where numbers cannot be kept.
    """
    lines = []
    for number, hit in enumerate(hits, 1):
        name = f"{hit.number} {hit.title}" if hit.number else hit.title
        kind = texts.KIND_NAMES[hit.kind] + (", udgået" if hit.status == "udgået" else "")
        bold, plain = ("\x1b[1m", "\x1b[0m") if coloured else ("", "")
        head = _wrapped(f"{clean(name)} ({kind})", columns, f"{number:2}. ")
        lines += [f"{bold}{line}{plain}" for line in head]
        if with_ids:
            lines.append(f"    {hit.id}")
        lines += _wrapped(_shortened(hit.summary, 2 * (columns - 4)), columns, "    ")
        if hit.why:
            lines += _wrapped(f"Fundet på: {hit.why}", columns, "    ")
    return lines


def _wrapped(text: str, columns: int, first: str) -> list[str]:
    import textwrap

    return textwrap.wrap(
        clean(text),
        columns,
        initial_indent=first,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _shortened(text: str, length: int) -> str:
    """The text's first sentences that fit, or its first words."""
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(". ", 1)
    return cut[0] + "." if len(cut) > 1 else text[:length].rsplit(" ", 1)[0] + " …"
