"""The plain face of the desk: a prompt that stays open, for screen readers, simple terminals and those who like it.

Here goes what is typed and what is answered, line by line; nothing moves, nothing is written over. What is done stands
in `desk`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from blanket.desk import choosing, listing, paper, reports, tally
from blanket.desk import visit as desk
from blanket.desk.handing_out import day_read_back
from blanket.desk.kommuner import kommuner_meant
from blanket.desk.last_search import forget
from blanket.desk.opening import OpenBase, known_municipalities
from blanket.desk.paper_files import sweep
from blanket.desk.places import acute_subject
from blanket.desk.releases import in_use
from blanket.desk.visit import Pane, Visit
from blanket.errors import BlanketError
from blanket.search.words import fold
from blanket.settings import load_settings
from blanket.system import in_words
from blanket.texts import desk as desk_texts
from blanket.texts import finding as finding_texts
from blanket.texts import lines as texts
from blanket.texts import places as place_texts
from blanket.texts import reports as report_texts
from blanket.texts import screens as screen_texts
from blanket.tui.line_printing import open_paper, print_paper
from blanket.tui.line_talk import Read, Stopped, Talk, Write
from blanket.tui.line_words import ENDS, PANES, Asked, asked_in, with_words, with_words_rows

_CLEAR = "\x1b[H\x1b[2J\x1b[3J"  # the screen, and what has scrolled away (xterm's E3; Windows' console knows it too)
_ROWS_OF_A_SCREEN = 20
_ROWS_TO_CLEAR = 60  # where the terminal knows no such codes


class Lines:
    """One desk, until its end. `read` waits for a line, and raises TimeoutError when none comes in time."""

    def __init__(self, base: OpenBase, read: Read, write: Write, *, width: int = 78, clears: bool = True) -> None:
        self._base, self._width, self._clears = base, width, clears
        self._visit = Visit()
        self._paper: list[str] = []  # what the last paper was of, as long as it is the last thing looked at
        settings = load_settings()
        self._hide, self._erase = 60.0 * settings.hide_minutes, 60.0 * settings.erase_minutes
        self._talk = Talk(read, write, self._hide, width)
        self._say, self._asked, self._agreed = self._talk.say, self._talk.asked, self._talk.agreed

    def run(self, typed: str = "") -> None:
        """Answer until `slut` or the end of the input. `typed`: a line that came before the desk was open."""
        self._say([texts.LINES_WELCOME, *self._release()])
        if typed:
            self._talk.keep(typed)
        while True:
            try:
                line = self._talk.next_line(texts.LINES_PROMPT)
            except TimeoutError:
                if not self._hidden(self._erase - self._hide):
                    break
                continue
            if line is None or (line.strip().lower() in ENDS and self._may_end()):
                break
            if line.strip().lower() not in ENDS:
                self._answered(line)
        self._new_visit()

    def _answered(self, line: str) -> None:
        """Answer a line; what goes wrong is said, and the desk stays open."""
        try:
            self._base.renew()
            self._answer(line)
        except Stopped:
            self._say([texts.LINES_STOPPED])
        except BrokenPipeError:
            raise  # nobody reads what is said any more
        except (BlanketError, OSError) as error:
            said = in_words(error) if isinstance(error, OSError) else error
            self._say([said.what, *([with_words(said.cure)] if said.cure else [])])
        self._tell()

    def _release(self) -> list[str]:
        """The line that says which release is in use."""
        which = in_use(self._base)
        return [which] if which else []

    # --- One line ---------------------------------------------------------------------------------------------------

    def _answer(self, typed: str) -> None:
        line, was_cut = desk.as_kept(typed)
        if was_cut:
            self._say([finding_texts.CPR_CUT])
        said = " ".join(line.split())
        asked = asked_in(said)
        first, _, rest = said.partition(" ")
        if asked:
            self._do(asked)
        elif first.lower() == "akut" and (subject := acute_subject(rest)):
            self._show("akut", subject)
        elif said.isdigit() and (len(said) == 1 or self._visit.listed):
            self._choose(int(said))
        elif said:
            self._search(line.strip().removeprefix("."))

    def _do(self, asked: Asked) -> None:
        if asked.number is not None:
            self._choose(asked.number, shows=asked.act == "vis")
            if asked.act == "vis" or self._visit.chosen is None:
                return
        if asked.act in PANES:
            self._show(PANES[asked.act])
        else:
            self._acts()[asked.act](asked.words)

    def _choose(self, number: int, *, shows: bool = True) -> None:
        """Take the hit with a number, and show its guide when nothing else is to be done with it."""
        if not desk.choose_listed(self._visit, number) and not desk.choose(self._visit, number):
            raise BlanketError(texts.LINES_NO_CHOICE)
        self._paper = []
        if shows:
            self._show("skærm")

    def _acts(self) -> dict[str, Callable[[str], None]]:
        return {
            "hjælp": lambda _: self._say([texts.LINES_HELP, *self._release()]),
            "udskriv": lambda _: self._print(whole_basket=False),
            "åbn": lambda _: open_paper(self._base, self._visit, self._talk, self._paper or self._of_choice()),
            "dagsark": lambda _: self._print(whole_basket=True),
            "læg": lambda _: self._put(),
            "kurv": lambda _: self._basket(),
            "m": lambda _: self._mitid(desk.next_answer(self._visit.mitid)),
            "mitid": lambda said: self._mitid(said.lower() in texts.LINES_YES),
            "s": lambda _: self._together(desk.next_answer(self._visit.together)),
            "sammen": lambda _: self._together(True),
            "for borgeren": lambda _: self._together(False),
            "skjul": lambda _: self._hide_now(),
            "fejl": lambda _: self._report(),
            "vis": lambda _: self._read_together(),
            "ny": lambda _: self._next(),
            "stor": lambda _: self._large(),
            "kort": lambda _: self._card(),
            "kommune": self._kommune,
            "rolle": self._role,
            "note": self._note,
            "dag": self._day,
        }

    def _search(self, words: str) -> None:
        if self._visit.query and not self._visit.hits:
            self._visit.unanswered += 1
        query = " ".join(words.split())
        self._visit.query, self._visit.pane, self._visit.listed = query, "skærm", []
        desk.take_hits(self._visit, self._base.ask(lambda base: listing.hits_typed(base, query, words)))
        visit = self._visit
        if not visit.hits:
            instead = (
                [desk_texts.DESK_NOTHING_RING.format(name=visit.ring[0], number=visit.ring[1])] if visit.ring else []
            )
            self._say([desk_texts.DESK_NOTHING, *instead])
            return
        rows = [
            f"{number}. {hit.title} ({finding_texts.KIND_NAMES[hit.kind]})" for number, hit in enumerate(visit.hits, 1)
        ]
        if visit.weak:
            ring = visit.ring
            weak = desk_texts.DESK_WEAK_RING.format(name=ring[0], number=ring[1]) if ring else desk_texts.DESK_WEAK
            rows.insert(0, weak)
        self._say(rows)

    def _show(self, pane: Pane, subject: str | None = None) -> None:
        if pane in desk.OF_ENTRY and self._visit.chosen is None:
            self._say([texts.LINES_NO_CHOICE])
            return
        self._visit.pane = "skærm"
        desk.open_pane(self._visit, pane) if pane != "skærm" else None
        if self._visit.chosen and pane == "skærm":
            self._visit.read.add(self._visit.chosen.id)
        wanted = listing.beside(self._visit, subject)
        rows, numbered = self._base.ask(lambda base: listing.pane(base, wanted, self._width))
        if pane not in desk.OF_ENTRY:
            self._visit.listed = numbered
        self._say(with_words_rows([row.text for row in rows], self._width))
        if pane == "akut" and len(rows) > _ROWS_OF_A_SCREEN:
            self._say([desk_texts.DESK_CRISIS_112])  # the first line has left the screen

    # --- The visit ----------------------------------------------------------------------------------------------------

    def _put(self) -> None:
        hit = self._visit.chosen
        if hit is None:
            self._say([texts.LINES_NO_CHOICE])
        elif desk.put_in_basket(self._visit, hit):
            self._say([desk_texts.DESK_IN_BASKET.format(title=hit.title)])
        else:
            self._say([desk_texts.DESK_TWICE_IN_BASKET])

    def _basket(self) -> None:
        titles = list(self._visit.basket.values())
        if not titles:
            self._say([desk_texts.DESK_BASKET_EMPTY_LINES])
            return
        self._say([desk_texts.DESK_BASKET, *(f"{number}. {title}" for number, title in enumerate(titles, 1))])

    def _mitid(self, answer: bool | None) -> None:
        self._visit.mitid = answer
        self._say([texts.LINES_MITID[self._visit.mitid]])

    def _together(self, answer: bool | None) -> None:
        self._visit.together = answer
        self._say([texts.LINES_TOGETHER[self._visit.together]])

    def _large(self) -> None:
        self._visit.paper.large = not self._visit.paper.large
        self._say([texts.LINES_LARGE[self._visit.paper.large]])

    def _card(self) -> None:
        self._visit.paper.card = not self._visit.paper.card
        self._say([texts.LINES_CARD[self._visit.paper.card]])

    def _kommune(self, name: str) -> None:
        if not name:
            self._show("kommune")
            return
        known = self._base.ask(known_municipalities)
        found = kommuner_meant(name, known)
        if not found.sure and len(found.ids) == 1 and fold(name) not in desk_texts.DESK_KOMMUNE_NONE:
            title = known[found.ids[0]]
            if not self._agreed(texts.LINES_ASK_KOMMUNE.format(name=title)):
                self._say([texts.LINES_KOMMUNE_AS_IT_WAS])
                return
            name = found.ids[0]
        self._say([self._base.ask(lambda base: choosing.kommune_named(base, name))])

    def _role(self, said: str) -> None:
        answer = said or self._asked(texts.LINES_ASK_ROLE)
        if not answer.strip():
            return
        role = choosing.role_meant(answer) or choosing.role_meant(self._asked(texts.LINES_ROLE_AGAIN))
        if role is None:
            raise BlanketError(place_texts.UNKNOWN_ROLE.format(value=answer.strip(), hint=""), texts.LINES_ROLE_CURE)
        choosing.choose_role(role)
        self._say([place_texts.ROLE_CHOSEN.format(name=screen_texts.ROLE_NAMES[role])])

    def _note(self, note: str) -> None:
        self._visit.paper.note = note
        self._say([texts.LINES_NOTE.format(note=note)])

    def _day(self, typed: str) -> None:
        from blanket.guide.days.clock import now
        from blanket.guide.days.dates import parse_day

        day = parse_day(typed, now().date())
        self._visit.paper.day = day
        ids = [*desk.for_paper(self._visit, whole_basket=False), *desk.for_paper(self._visit, whole_basket=True)]
        event = self._base.ask(lambda base: paper.event_for(base, ids))
        self._say([desk_texts.DESK_DAY_UNUSED if ids and not event else day_read_back(day, event)])

    def _of_choice(self) -> list[str]:
        return desk.for_paper(self._visit, whole_basket=False)

    def _print(self, *, whole_basket: bool) -> None:
        self._paper = desk.for_paper(self._visit, whole_basket=whole_basket)
        print_paper(self._base, self._visit, self._talk, whole_basket=whole_basket)

    def _read_together(self) -> None:
        ids = desk.for_paper(self._visit, whole_basket=False)
        asked = paper.wanted(self._visit, ids)
        text = self._base.ask(lambda base: paper.read_together(base, asked))
        self._say(text.splitlines())

    def _report(self) -> None:
        hit = self._visit.chosen
        line = self._asked(report_texts.REPORT_LINE) if hit else ""
        because = self._asked(report_texts.REPORT_BECAUSE)
        if not because.strip():
            self._say([report_texts.REPORT_NOT_KEPT])
            return
        said = reports.report(date.today(), hit.id if hit else "", line, because, "" if hit else self._visit.query)
        self._say([report_texts.REPORT_SHOWN, said.as_text])
        if not self._agreed(report_texts.REPORT_ASK):
            self._say([report_texts.REPORT_NOT_KEPT])
            return
        reports.keep_report(said)
        self._say([report_texts.REPORT_KEPT])

    def _may_end(self, question: str = desk_texts.DESK_ASK_CLOSE) -> bool:
        """Whether the visit may go; what is gathered and not handed out is asked about first."""
        return not desk.asks_before_next(self._visit) or self._agreed(f"{question} [j/n] ", usual=False)

    def _next(self) -> None:
        if not self._may_end(desk_texts.DESK_ASK_NEW):
            return
        self._new_visit()
        self._say([desk_texts.DESK_NEW_VISIT])

    def _new_visit(self) -> None:
        if load_settings().tally and tally.is_counted(self._visit):
            visit = self._visit
            entries = self._base.ask(lambda base: tally.countable(base, visit))
            try:
                tally.keep_visit(date.today(), entries, visit.unanswered)
            except BlanketError as error:
                self._say([error.what])
        self._visit, self._paper = Visit(), []
        forget()
        sweep()
        self._clear()

    # --- Hiding -------------------------------------------------------------------------------------------------------

    def _hide_now(self) -> None:
        self._hidden(self._erase)

    def _hidden(self, seconds: float) -> bool:
        """Hide the screen until a line comes; the visit is erased after so long. Returns False at the end of input."""
        self._clear()
        try:
            return self._talk.read(texts.LINES_HIDDEN + " ", max(seconds, 1.0)) is not None
        except TimeoutError:
            self._new_visit()
            self._say([texts.LINES_ERASED])
            return True

    def _clear(self) -> None:
        self._talk.write(_CLEAR if self._clears else "\n" * _ROWS_TO_CLEAR)

    def _tell(self) -> None:
        """The base's notes, each once."""
        self._say(self._base.notes)
        self._base.notes.clear()
