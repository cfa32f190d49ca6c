"""Printing from the plain face: what the paper asks for, what it will be, and the way to the printer.

Here goes the conversation alone; how a paper is made stands in `desk`.
"""

from __future__ import annotations

from blanket.desk import choosing, paper
from blanket.desk import visit as desk
from blanket.desk.opening import OpenBase
from blanket.desk.press import Press
from blanket.desk.visit import Visit
from blanket.texts import desk as desk_texts
from blanket.texts import lines as texts
from blanket.texts import papers as paper_texts
from blanket.tui.line_talk import Talk
from blanket.tui.line_words import with_words


def print_paper(base: OpenBase, visit: Visit, talk: Talk, *, whole_basket: bool) -> None:
    """Ask what goes on the paper, show what it will be, and print it when that is agreed.

    Raises BlanketError when it cannot be made or printed.
    """
    ids = desk.for_paper(visit, whole_basket=whole_basket)
    if not ids:
        talk.say([desk_texts.DESK_BASKET_EMPTY_LINES if whole_basket else texts.LINES_NO_CHOICE])
        return
    place = _asked_place(base, visit, talk)
    _asked_helper(visit, talk)
    asked = paper.wanted(visit, ids)
    press = Press()
    try:
        made = base.ask(lambda base: paper.sheet(base, asked, press))
    finally:
        press.end()
    title = desk_texts.DESK_BASKET if whole_basket else visit.chosen.title if visit.chosen else ""
    talk.say([*([made.day] if made.day else []), *map(with_words, made.notes)])
    form = texts.LINES_FORM.format(
        title=title,
        way=texts.LINES_WAY[asked.way].capitalize(),
        large=f", {texts.LINES_LARGE[True].lower()}" if asked.paper.large else "",
        place=texts.LINES_FORM_PLACE.format(name=place) if place else "",
        helper=texts.LINES_FORM_HELPER.format(name=asked.paper.helper) if asked.paper.helper else "",
    )
    if not talk.agreed_at_once(form, texts.LINES_ASK_PRINT_FIRST):
        talk.say([texts.LINES_NOT_PRINTED])
        return
    try:
        printer = paper.print_sheet(made)
    except paper.LeftAsFile as error:
        desk.was_left(visit, ids)
        name = _asked_printer(error, talk)
        if not name:
            raise
        printer = paper.print_sheet(made, name)
    desk.was_printed(visit, ids)
    talk.say([paper_texts.PRINTED.format(name=printer)])


def open_paper(base: OpenBase, visit: Visit, talk: Talk, ids: list[str]) -> None:
    """Open a paper in the machine's own viewer, where it can be kept and printed from.

    Raises BlanketError when it cannot be made, or nothing opens it.
    """
    if not ids:
        talk.say([texts.LINES_NO_CHOICE])
        return
    asked = paper.wanted(visit, ids)
    paper.open_sheet(base.ask(lambda base: paper.sheet(base, asked)))
    desk.was_left(visit, ids)
    talk.say([texts.LINES_OPENED])


def _asked_printer(error: paper.LeftAsFile, talk: Talk) -> str:
    """Ask which printer, where one would do, and remember it; empty when none was chosen."""
    if not error.printers:
        return ""
    talk.say([error.what, *(f"{number}. {name}" for number, name in enumerate(error.printers, 1))])
    answer = talk.asked(texts.LINES_ASK_PRINTER).strip().rstrip(".")
    if not answer.isdigit() or not 1 <= int(answer) <= len(error.printers):
        return ""
    name = error.printers[int(answer) - 1]
    choosing.choose_printer(name)
    return name


def _asked_place(base: OpenBase, visit: Visit, talk: Talk) -> str:
    """Ask where they meet. Returns the place's name; empty when it does not go on the paper."""
    places = base.ask(paper.meeting_places)
    visit.paper.place = None
    if not places:
        return ""
    talk.say(f"{number}. {name}" for number, (_, name) in enumerate(places, 1))
    answer = talk.asked(texts.LINES_ASK_PLACE).strip().rstrip(".")
    if not answer:
        return ""
    if not answer.isdigit() or not 1 <= int(answer) <= len(places):
        talk.say([texts.LINES_NO_SUCH_PLACE])
        return ""
    visit.paper.place, name = places[int(answer) - 1]
    return name


def _asked_helper(visit: Visit, talk: Talk) -> None:
    """Ask for the helper's first name; who has said it is only asked whether it stays."""
    name = visit.paper.helper
    ask = texts.LINES_ASK_HELPER_AGAIN.format(name=name) if name else texts.LINES_ASK_HELPER
    answer, _ = desk.as_kept(talk.asked(ask))
    if answer.strip():
        visit.paper.helper = "" if answer.strip() == "-" else answer.strip()
