"""`blanket find ORD…`: ranked hits over all kinds of entry."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from blanket import texts
from blanket.cli.outcome import Outcome, colour, width
from blanket.cli.session import JsonOption, KbOption, remember, session
from blanket.errors import BlanketError, Exit
from blanket.kb.files import KINDS
from blanket.kb.format.subjects import SUBJECTS
from blanket.search.engine import guesses, search
from blanket.search.ranking import Hit
from blanket.search.words import cut_cpr, fold

DEFAULT_COUNT = 8


class Hits(NamedTuple):
    """What a search came to. `near`: guesses, when there are no hits."""

    query: str
    hits: list[Hit]
    near: list[Hit]


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
    query, cut = cut_cpr(" ".join(words or []))
    query = " ".join(query.split())
    if not query and not subject:
        raise BlanketError(texts.EMPTY_QUERY, texts.HELP_TRY.format(command="blanket find"), Exit.WRONG_USE)
    kinds = frozenset(one_of(item, KINDS, texts.UNKNOWN_KIND, "kind") for item in kind) if kind else None
    about = one_of(subject, SUBJECTS, texts.UNKNOWN_SUBJECT, "subject") if subject else None
    with session(kb) as opened:
        if query:
            hits = search(opened.db, query, limit=count, kinds=kinds, subject=about)
            result = Hits(query, hits, [] if hits else guesses(opened.db, query))
        else:
            result = Hits(query, _of_subject(opened.db, about or "", kinds), [])
        notes = ([texts.CPR_CUT] if cut else []) + opened.notes
    remember([hit.id for hit in result.hits or result.near])
    code = Exit.DONE if result.hits else Exit.NOTHING_FOUND
    if as_json:
        return Outcome(data=_data(result), code=code, notes=notes)
    return Outcome(text=_text(result, width(), colour()), code=code, notes=notes)


def _of_subject(db: Any, subject: str, kinds: frozenset[str] | None) -> list[Hit]:
    """Every entry of a subject, by kind and title."""
    rows = db.execute(
        "SELECT id, kind, title, summary, number, status FROM entry WHERE subject = ? ORDER BY kind, title", (subject,)
    )
    hits = [
        Hit(i, kind, title, summary, 0.0, "", False, number, status) for i, kind, title, summary, number, status in rows
    ]
    return sorted((hit for hit in hits if kinds is None or hit.kind in kinds), key=lambda hit: KINDS.index(hit.kind))


def one_of(value: str, choices: tuple[str, ...], message: str, name: str) -> str:
    """The choice that a value is, in any spelling of æ ø å; raises BlanketError with a suggestion when it is none."""
    for choice in choices:
        if fold(value) in (fold(choice), fold(choice) + "er", fold(choice) + "ter"):
            return choice
    from blanket.kb.format.schema import nearest as nearest_word

    near = nearest_word(value, list(choices))
    hint = f" Mente du {near}?" if near else ""
    raise BlanketError(
        message.format(**{name: value, "hint": hint}),
        texts.CHOICES.format(choices=", ".join(choices)),
        Exit.WRONG_USE,
    )


def _data(result: Hits) -> dict[str, Any]:
    def plain(hit: Hit) -> dict[str, Any]:
        return {"id": hit.id, "slags": hit.kind, "titel": hit.title, "point": hit.points, "hvorfor": hit.why}

    data: dict[str, Any] = {"søgning": result.query, "resultater": [plain(hit) for hit in result.hits]}
    if not result.hits:
        data["mente_du"] = [plain(hit) for hit in result.near]
    return data


def _text(result: Hits, columns: int, coloured: bool) -> str:
    if not result.hits:
        lines = [texts.NOTHING_FOUND.format(query=_printable(result.query)), texts.NOTHING_FOUND_CURE]
        if result.near:
            lines += ["", texts.DID_YOU_MEAN, *hit_lines(result.near, columns, coloured)]
        return "\n".join(lines)
    lines = [texts.WEAK_HITS, ""] if result.hits[0].weak else []
    return "\n".join([*lines, *hit_lines(result.hits, columns, coloured), "", texts.SHOW_HINT])


def hit_lines(hits: list[Hit], columns: int, coloured: bool) -> list[str]:
    """Hits as numbered lines: number, title, kind; then what it is, and why it matched."""
    lines = []
    for number, hit in enumerate(hits, 1):
        name = f"{hit.number} {hit.title}" if hit.number else hit.title
        kind = texts.KIND_NAMES[hit.kind] + (", udgået" if hit.status == "udgået" else "")
        bold, plain = ("\x1b[1m", "\x1b[0m") if coloured else ("", "")
        head = _wrapped(f"{_printable(name)} ({kind})", columns, f"{number:2}. ")
        lines += [f"{bold}{line}{plain}" for line in head]
        lines += _wrapped(_shortened(hit.summary, 2 * (columns - 4)), columns, "    ")
        if hit.why:
            lines += _wrapped(f"Fundet på: {hit.why}", columns, "    ")
    return lines


def _wrapped(text: str, columns: int, first: str) -> list[str]:
    import textwrap

    return textwrap.wrap(
        _printable(text),
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


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable())
