"""`blanket kb tjek [FIL…]`: what is wrong with the entries, where, and what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from blanket.cli.options import JsonOption, KbOption, Progress, named_by
from blanket.cli.outcome import Outcome, tell
from blanket.desk.opening import maintained, open_base
from blanket.did_you_mean import hint
from blanket.errors import BlanketError, Exit
from blanket.paths import shipped
from blanket.printable import clean_lines
from blanket.texts import checking as texts
from blanket.texts import review as review_texts

if TYPE_CHECKING:
    from blanket.kb.format.problem import Problem
    from blanket.kb.review.checking import Report
    from blanket.kb.review.links import Answer
    from blanket.kb.rules import Finder

CodeOption = Annotated[
    list[str] | None,
    typer.Option("--kun", metavar="KODE", help="Kun denne kode; kan skrives flere gange.", show_default=False),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option("--uden", metavar="KODE", help="Ikke denne kode; kan skrives flere gange.", show_default=False),
]


def tjek(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIL…", help="Kun disse filer og dem, der henviser til dem. Et id duer også.", show_default=False
        ),
    ] = None,
    advice: Annotated[
        bool, typer.Option("--råd", "--raad", help="Vis også gode råd om det, der kan blive bedre.", show_default=False)
    ] = False,
    mend: Annotated[
        bool,
        typer.Option("--ret", help="Ret det, der kan rettes sikkert: telefonnumre i par, nøgler i orden.",
                     show_default=False),
    ] = False,
    links: Annotated[
        bool, typer.Option("--links", help="Spørg også alle adresser på nettet, om de virker.", show_default=False)
    ] = False,
    own_net: Annotated[
        bool,
        typer.Option("--også-egne", "--ogsaa-egne", help="Med --links: spørg også adresser på jeres eget net.",
                     show_default=False),
    ] = False,
    only: CodeOption = None,
    without: WithoutOption = None,
    explain: Annotated[
        str | None,
        typer.Option("--forklar", metavar="KODE", help="Forklar en kode med eksempler.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:  # fmt: skip
    """Tjek alle opslag: form, henvisninger, regler og søgetest."""
    if explain:
        return Outcome(text=_explanation(_code(explain)))
    from blanket.desk.trying import try_out
    from blanket.kb.review.checking import check, files_meant

    own, folders = maintained(named_by(kb))
    named = None
    if names:
        named, folders = files_meant(names, folders)
    whole = all(Path(name).is_dir() for name in names or ())
    notes: list[str] = []

    def look() -> Report:
        with finder_of(folders) as finder:
            return check(
                folders,
                named,
                date.today(),
                advice=advice or not whole,
                only=[_code(code) for code in only or ()],
                without=[_code(code) for code in without or ()],
                finder=finder,
                trial=partial(try_out, folders=folders) if whole else None,
                progress=Progress(texts.CHECKING),
                templates=shipped("templates"),
            )

    report = look()
    if mend and (mended := _mend(sorted(named) if named is not None else report.files, notes)):
        notes = [*(texts.MENDED.format(file=shown(file)) for file in mended), *notes]
        report = look()
    if links:
        report.problems = sorted([*report.problems, *_ask_links(report.files, notes, own_net, own)])
    code = Exit.UNUSABLE if report.unusable else Exit.NOTHING_FOUND if report.errors else Exit.DONE
    notes = [*notes, *report.notes]
    if as_json:
        return Outcome(data=_data(report), code=code, notes=notes)
    return Outcome(text=_text(report, folders), code=code, notes=notes)


def shown(file: Path) -> Path:
    """A file as it is shown: from here, when it lies below."""
    try:
        here = Path.cwd()
    except OSError:  # the folder one stands in is gone
        return file
    return file.relative_to(here) if file.is_relative_to(here) else file


def _text(report: Report, folders: Sequence[Path]) -> str:
    lines = []
    for found in report.problems:
        said = str(found).replace(str(found.file), str(shown(found.file)), 1)
        lines += [clean_lines(said), f"    {found.cure}"]
    parts = [_counted_entries(report, folders)]
    parts.append(_counted(texts.CHECK_ERRORS, report.errors) if report.errors else texts.CHECK_OK)
    if report.advice:
        parts.append(_counted(texts.CHECK_ADVICE, report.advice))
    if report.hidden:
        parts.append(_counted(texts.CHECK_HIDDEN, report.hidden))
    return "\n".join([*lines, " ".join(parts)])


def _counted_entries(report: Report, folders: Sequence[Path]) -> str:
    """How many entries were looked at, how many of them one's own, and in which folders."""
    if len(folders) == 1:
        return texts.CHECK_SHARED.format(count=report.entries)
    names = ", ".join(str(shown(folder)) for folder in folders[1:])
    return texts.CHECK_OWN.format(count=report.entries, own=report.own, folders=names)


def _counted(words: tuple[str, str], count: int) -> str:
    return words[count != 1].format(count=count)


def _data(report: Report) -> dict[str, Any]:
    found = [
        {
            "fil": str(one.file), "linje": one.line, "kolonne": one.column, "kode": one.code,
            "besked": one.message, "gør": one.cure, "fejl": one.error,
        }
        for one in report.problems
    ]  # fmt: skip
    return {
        "opslag": report.entries,
        "egne": report.own,
        "fejl": report.errors,
        "råd": report.advice + report.hidden,
        "fund": found,
    }


def _code(typed: str) -> str:
    """A problem code as it is written; raises BlanketError with a suggestion for what is none."""
    from blanket.kb.review.all_rules import ALL_RULES

    code = typed.strip().upper()
    if code in ALL_RULES:
        return code
    what = texts.UNKNOWN_CODE.format(code=typed, hint=hint(code, ALL_RULES))
    raise BlanketError(what, texts.UNKNOWN_CODE_CURE, Exit.WRONG_USE)


def _explanation(code: str) -> str:
    from blanket.kb.format.rule import plain
    from blanket.kb.review.all_rules import ALL_RULES

    rule = ALL_RULES[code]
    kind = texts.RULE_KINDS[rule.error]
    lines = [texts.RULE_HEADING.format(code=code, kind=kind, message=plain(rule.says))]
    lines += [texts.RULE_DO.format(cure=plain(rule.cure)), texts.RULE_WHY.format(why=rule.why)]
    for heading, sample in ((texts.RULE_WRONG, rule.wrong), (texts.RULE_RIGHT, rule.right)):
        lines += ["", heading, *(f"    {line}" for line in str(sample).splitlines())]
    return "\n".join(lines)


@contextmanager
def finder_of(folders: list[Path]) -> Iterator[Finder]:
    """How a søgetest is tried: in the index of the same folders, opened when the first one needs it."""
    from blanket.cpr import cut_cpr
    from blanket.search.engine import search

    with ExitStack() as stack:
        opened: list[Any] = []

        def find(query: str) -> list[str]:
            if not opened:
                opened.append(stack.enter_context(open_base(folders)).db)
            return [hit.id for hit in search(opened[0], cut_cpr(query)[0], limit=3)]

        yield find


def _mend(files: Sequence[Path], notes: list[str]) -> list[Path]:
    """Mend files, each written whole. Returns those that changed; what was let be goes into the notes."""
    from blanket.kb.editing.mending import mend
    from blanket.kb.entries import read_entry, write_entry
    from blanket.paths import is_packed

    mended = []
    packed = 0
    for file in files:
        if is_packed(file):
            packed += 1
            continue
        try:
            content = read_entry(file)
        except BlanketError:  # a folder or a link to nowhere: B001 has said so
            continue
        better = mend(content, file)
        if better != content:
            write_entry(file, better)
            mended.append(file)
    if packed:
        notes.append(texts.NOT_MENDED_SHIPPED.format(count=packed))
    return mended


def _ask_links(files: Sequence[Path], notes: list[str], own_net: bool, own: Path | None) -> list[Problem]:
    """Ask the addresses of files, saying so on stderr. What was found is kept, also when somebody stops it."""
    from importlib.util import find_spec

    from blanket.paths import cache_folder

    if find_spec("httpx") is None:
        raise BlanketError(texts.LINKS_LEFT_OUT, texts.LINKS_LEFT_OUT_CURE, Exit.UNUSABLE)
    from blanket.kb.review.links import ask_all, link_problems, links_in, sources_in

    links = links_in(files)
    addresses = list(dict.fromkeys(link.address for link in links))
    tell(texts.LINKS_NETWORK.format(count=len(addresses)))
    asked = ask_all(
        addresses,
        cache_folder() / "links.json",
        date.today(),
        manners=_manners(own_net),
        progress=Progress(texts.LINKS_ASKING, 1),
        reads=(sources := sources_in(files)),
    )
    if asked.offline:
        raise BlanketError(texts.LINKS_OFFLINE, texts.LINKS_OFFLINE_CURE, Exit.NOTHING_FOUND)
    read = {name: asked.answers[name] for name in sources & asked.answers.keys()}
    if own is not None and (waiting := _remember_pages(own, read)):
        notes.append(review_texts.PAGES_WAIT.format(count=waiting))
    states = [answer.state for answer in asked.answers.values()]
    if asked.stopped:
        notes.append(texts.LINKS_STOPPED.format(done=len(states), total=len(addresses)))
    notes.append(
        texts.LINKS_DONE.format(
            count=len(states),
            works=states.count("virker"),
            moved=states.count("flyttet"),
            dead=states.count("død"),
            unsure=states.count("usikker"),
        )
    )
    return link_problems(links, asked.answers)


def _remember_pages(own: Path, answers: Mapping[str, Answer]) -> int:
    """Keep what the pages that entries rest on say, beside the entries. Returns how many want a look."""
    from blanket.kb.review.page_states import PageState, read_states, seen

    found = {page: PageState(page, answer.text, "", answer.state, answer.new) for page, answer in answers.items()}
    seen(own, found, date.today())
    return sum(state.wants_a_look for page, state in read_states(own).items() if page in found)


def _manners(own_net: bool) -> Any:
    """The pause between two questions to a host can be set for a server of one's own: BLANKET_PAUSE, in seconds."""
    from blanket.kb.review.links import Manners

    try:
        return Manners(pause=max(0.0, float(os.environ["BLANKET_PAUSE"])), private=own_net)
    except (KeyError, ValueError):
        return Manners(private=own_net)
