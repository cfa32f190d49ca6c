"""The full screen under Textual's test pilot: every key, the timers, and that nothing is left for the next citizen."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.pilot import Pilot

from blanket.desk import paper, reports
from blanket.desk.opening import OpenBase
from blanket.desk.press import Press
from blanket.desk.visit import Visit
from blanket.guide.paper import printing
from blanket.settings import Settings, load_settings, save_settings
from blanket.texts import desk as texts
from blanket.texts import finding as finding_texts
from blanket.texts import papers as paper_texts
from blanket.texts import screens as screen_texts
from blanket.tui.app import DeskApp
from blanket.tui.covers import Hidden, Turned
from blanket.tui.forms import Basket, Field, Menu, Question, ReportForm, RoleForm
from blanket.tui.paper_forms import PrinterForm, PrintForm
from tests.conftest import JOURNEY, TASK
from tests.desk.conftest import Opened

Script = Callable[["Seen"], Awaitable[None]]
Shown = Callable[..., None]
SECONDS = 30.0  # the first paper takes long where much else is done
TWO_WAYS = TASK + "digital:\n  trin:\n  - Log på med MitID.\npapir:\n  trin:\n  - Ring til kommunen.\n"
ANOTHER = {"opgaver/ny-laege.yaml": TASK.replace("skift-laege", "ny-laege").replace("Skift læge", "Find en læge")}


class Seen:
    """The desk with a hand on its keys, and what stands on it."""

    def __init__(self, app: DeskApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    @property
    def field(self) -> str:
        return self.app.desk.query_one("#query", Field).value

    async def type(self, words: str) -> None:
        await self.pilot.press(*("space" if sign == " " else sign for sign in words))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait until something is so; fails after a while."""
        end = time.monotonic() + SECONDS
        while not there():
            assert time.monotonic() < end, self.text
            await self.pilot.pause(0.02)

    async def until_shown(self, words: str) -> None:
        await self.until(lambda: words in self.text)

    async def find(self, words: str = "læge", title: str = "Skift læge") -> None:
        await self.type(words)
        await self.until(lambda: any(hit.title == title for hit in self.app.desk.visit.hits))
        await self.until_shown("70 12 80 63")


@pytest.fixture
def show(desk: Opened) -> Shown:
    """`show(script)` opens the desk over the small base and runs the script on it."""

    def shown(
        script: Script,
        size: tuple[int, int] = (80, 24),
        own: dict[str, str] | None = None,
        first_time: bool = False,
        typed: str = "",
        kommune: str | None = None,
    ) -> None:
        base = desk(own)
        save_settings(Settings(municipality=kommune))

        async def run() -> None:
            app = DeskApp(base.named, first_time=first_time, typed=typed)
            async with app.run_test(size=size) as pilot:
                await script(Seen(app, pilot))

        asyncio.run(run())

    return shown


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    papers: list[bytes] = []

    def send(file: Path, printer: str | None) -> str:
        papers.append(file.read_bytes())
        return "laser"

    monkeypatch.setattr(printing, "send_to_printer", send)
    return papers


class TestTyping:
    def test_hits_follow_each_letter_and_the_guide_stands_below(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("l")
            await seen.type("æge")
            await seen.until_shown(">1 Skift læge")
            await seen.until_shown("Bestemmer: Kommunen")

        show(script)

    def test_at_80x24_five_hits_and_twelve_rows_of_the_guide_have_room(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            assert seen.app.desk.query_one("#list").size.height >= 5
            assert seen.app.desk.query_one("#guide").size.height >= 12

        show(script)

    def test_from_110_columns_list_and_guide_stand_side_by_side(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            listed, guide = seen.app.desk.query_one("#list").region, seen.app.desk.query_one("#guide").region
            assert (listed.y, listed.right) == (guide.y, guide.x)

        show(script, size=(110, 30))

    def test_a_cpr_number_never_stays_in_the_field(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("læge 010190-12")
            assert "0190" not in seen.text
            await seen.type("34")
            await seen.pilot.pause()
            assert seen.field == "læge  "
            assert finding_texts.CPR_CUT[:40] in seen.text

        show(script)

    def test_a_paste_of_100_000_letters_does_no_harm(self, show: Shown) -> None:
        from textual import events

        async def script(seen: Seen) -> None:
            seen.app.desk.query_one("#query", Field).post_message(events.Paste("læge " + "x" * 100_000))
            await seen.pilot.pause()
            assert len(seen.field) == 400
            await seen.press("escape")
            await seen.find()

        show(script)

    def test_a_digit_chooses_and_enter_shows_the_whole_guide(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("læge")
            await seen.until(lambda: len(seen.app.desk.visit.hits) > 1)
            second = seen.app.desk.visit.hits[1].title
            await seen.type("2")
            await seen.until_shown(f">2 {second}")
            await seen.press("enter")
            await seen.until(lambda: seen.app.desk.visit.pane == "alt")

        show(script, own=ANOTHER)

    def test_another_digit_chooses_again(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("læge")
            await seen.until(lambda: len(seen.app.desk.visit.hits) > 1)
            await seen.type(" 2 1")
            await seen.until_shown(f">1 {seen.app.desk.visit.hits[0].title}")
            assert seen.app.desk.visit.query == "læge"

        show(script, own=ANOTHER)

    def test_a_number_of_the_list_that_stands_open_shows_that_place(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("f9")
            await seen.until_shown("1. ")
            await seen.type("1")
            await seen.until_shown(">1 ")
            assert seen.app.desk.visit.chosen
            await seen.until_shown("20 57 07 20")

        show(script)

    def test_a_question_mark_alone_is_help(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("?")
            await seen.until_shown("Begynd bare at skrive")
            assert seen.field == ""

        show(script)

    def test_what_was_typed_before_the_desk_was_open_stands_in_the_field(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.until_shown(">1 Skift læge")
            assert seen.field == "læge"

        show(script, first_time=True, typed="læge")

    def test_forty_letters_of_the_citizens_words_stand_whole_in_the_field(self, show: Shown) -> None:
        words = "far skal på plejehjem om fjorten dage nu"

        async def script(seen: Seen) -> None:
            await seen.type(words)
            await seen.until_shown(f"Søg: {words}")

        show(script)

    @pytest.mark.parametrize("width", [60, 80, 120])
    @pytest.mark.parametrize("words", ["qqqq", "læge qqqq zzzz xxxx"])
    def test_the_number_to_ring_instead_is_never_cut(self, show: Shown, width: int, words: str) -> None:
        async def script(seen: Seen) -> None:
            await seen.type(words)
            await seen.until(lambda: seen.app.desk.visit.query == words and seen.app.desk.visit.weak)
            await seen.until_shown("66 13 13 72")

        show(script, size=(width, 24), kommune="odense")

    def test_what_is_not_there_is_said(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("qqqq")
            await seen.until_shown(texts.DESK_NOTHING)

        show(script)


class TestKeys:
    def test_escape_goes_back_and_never_ends_the_desk(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("enter", "escape")
            assert seen.field == "læge"
            await seen.press("escape")
            assert seen.field == ""
            await seen.press("escape", "escape", "ctrl+c")
            assert seen.app.is_running
            await seen.press("ctrl+q")
            await seen.until(lambda: not seen.app.is_running)

        show(script)

    @pytest.mark.parametrize(("key", "question"), [("f8", texts.DESK_ASK_NEW), ("ctrl+q", texts.DESK_ASK_CLOSE)])
    def test_only_j_leaves_a_basket_that_is_not_handed_out(self, show: Shown, key: str, question: str) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f3", key)
            await seen.until_shown(question)
            await seen.press("enter")
            await seen.until_shown(texts.DESK_ASK_AGAIN)
            await seen.press("ctrl+q")
            assert isinstance(seen.app.screen, Question)
            assert seen.app.desk.visit.basket
            await seen.press("j")
            await seen.until(lambda: not seen.app.is_running or not seen.app.desk.visit.basket)

        show(script)

    def test_help_says_how_the_desk_is_closed(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("f1")
            await seen.until_shown("Ctrl-Q")

        show(script)

    @pytest.mark.parametrize(
        ("keys", "words"),
        [
            (("f5",), "Vi kender ingen steder"),
            (("tab", "u"), "Vi kender ingen steder"),
            (("f7",), texts.DESK_CRISIS_112),
            (("tab", "a"), texts.DESK_CRISIS_112),
            (("f9",), "20 57 07 20"),
            (("tab", "h"), "20 57 07 20"),
            (("f6",), "Log på med MitID"),
            (("tab", "n"), "Log på med MitID"),
            (("f1",), "Begynd bare at skrive"),
            (("tab", "question_mark"), "Begynd bare at skrive"),
            (("ctrl+n",), "MitID: ja"),
            (("tab", "m"), "MitID: ja"),
            (("ctrl+s",), "sammen · kurv"),
            (("tab", "s"), "sammen · kurv"),
            (("f3",), "kurv: 1"),
            (("tab", "k"), "kurv: 1"),
        ],
    )
    def test_each_has_a_key_and_a_letter(self, show: Shown, keys: tuple[str, ...], words: str) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press(*keys)
            await seen.until_shown(words)
            await seen.press("escape")
            await seen.type(" x")
            await seen.until(lambda: seen.field.endswith("x"))

        show(script, own={"opgaver/skift-laege.yaml": TWO_WAYS})

    @pytest.mark.parametrize(
        ("keys", "screen"),
        [
            (("f2",), PrintForm),
            (("tab", "p"), PrintForm),
            (("f3", "f4"), Basket),
            (("f3", "tab", "d"), Basket),
            (("ctrl+t",), Turned),
            (("tab", "v"), Turned),
            (("ctrl+l",), Hidden),
            (("tab", "l"), Hidden),
            (("ctrl+r",), ReportForm),
            (("tab", "f"), ReportForm),
            (("f3", "f8"), Question),
            (("f3", "tab", "b"), Question),
            (("f10",), Menu),
        ],
    )
    def test_what_lies_over_the_desk_is_closed_by_escape(
        self, show: Shown, keys: tuple[str, ...], screen: type
    ) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press(*keys)
            await seen.until(lambda: isinstance(seen.app.screen, screen))
            await seen.press("escape")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            assert seen.field == "læge"

        show(script)

    def test_the_citizens_page_holds_nothing_for_staff(self, show: Shown) -> None:
        own = TASK + "personale:\n  noter:\n  - Kun for personalets øjne.\n"

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("ctrl+t")
            await seen.until(lambda: isinstance(seen.app.screen, Turned))
            await seen.until_shown("Skift læge")
            assert "Kun for personalets" not in seen.text
            assert "kurv" not in seen.text

        show(script, own={"opgaver/skift-laege.yaml": own})

    def test_choosing_a_kommune_shows_its_name(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("ctrl+o")
            await seen.type("odense")
            await seen.press("enter")
            await seen.until_shown("Odense Kommune")

        show(script)

    def test_an_unknown_kommune_is_said_in_the_form(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("ctrl+o")
            await seen.type("atlantis")
            await seen.press("enter")
            await seen.until_shown("atlantis”")

        show(script)

    def test_the_kommune_that_enter_takes_is_said_while_its_name_is_typed(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("ctrl+o")
            await seen.type("odnse")
            await seen.until_shown(texts.DESK_KOMMUNE_NEAR.format(name="Odense Kommune"))
            await seen.press("enter")
            await seen.until_shown("blanket · Odense Kommune")

        show(script)

    @pytest.mark.parametrize("keys", [("ctrl+g",), ("tab", "r")])
    def test_who_the_helper_is_can_be_changed(self, show: Shown, keys: tuple[str, ...]) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            assert screen_texts.ROLE_NAMES["frivillig"] not in seen.text
            await seen.press(*keys)
            await seen.until(lambda: isinstance(seen.app.screen, RoleForm))
            await seen.press("left", "enter")
            await seen.until_shown(f"blanket · vælg kommune: Ctrl-O · {screen_texts.ROLE_NAMES['frivillig']}")
            assert load_settings().role == "frivillig"
            await seen.until_shown(texts.DESK_ROLE_CHOSEN.format(name=screen_texts.ROLE_NAMES["frivillig"])[:40])
            await seen.press(*keys, "right", "escape")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            assert load_settings().role == "frivillig"

        show(script)

    def test_a_digit_says_who_the_helper_is_and_another_key_is_answered(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("ctrl+g", "x")
            await seen.until_shown(texts.DESK_ROLE_AGAIN)
            await seen.press("3")
            await seen.until_shown(f"‹ 3 {screen_texts.ROLE_NAMES['frivillig']} ›")
            await seen.press("enter")
            await seen.until(lambda: load_settings().role == "frivillig")

        show(script)

    def test_a_wrong_letter_in_the_menu_is_answered_and_a_key_does_what_it_does_on_the_desk(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.press("tab", "z")
            await seen.until_shown(texts.DESK_MENU_AGAIN.format(key="z"))
            await seen.press("pagedown")
            await seen.until_shown(texts.DESK_MENU_AGAIN.format(key=texts.DESK_MENU_OTHER_KEY))
            await seen.press("f1")
            await seen.until_shown("Begynd bare at skrive")

        show(script)

    def test_no_kommune_can_be_chosen_and_a_refusal_goes_with_its_form(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.until_shown("blanket · Odense Kommune")
            await seen.press("ctrl+o", "o", "enter")
            await seen.until_shown(texts.DESK_KOMMUNE_AGAIN)
            assert seen.text.count("Ctrl-O") == 0
            await seen.press("escape")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            assert texts.DESK_KOMMUNE_AGAIN not in seen.text
            await seen.press("ctrl+o")
            await seen.type("ingen")
            await seen.until_shown(texts.DESK_KOMMUNE_TO_NONE)
            await seen.press("enter")
            await seen.until_shown("vælg kommune: Ctrl-O")

        show(script, kommune="odense")

    def test_the_word_akut_opens_the_list_and_back_from_a_hit_leads_there(self, show: Shown) -> None:
        line = "id: krise\nnavn: Krisetelefonen\nslags: telefon\nfor: borgere\nkort: Ring.\nakut: [vold]\n"

        async def script(seen: Seen) -> None:
            await seen.type("akut")
            await seen.until_shown(texts.DESK_CRISIS_112)
            await seen.until_shown("1. Krisetelefonen")
            await seen.type("1")
            await seen.until_shown(">1 Krisetelefonen")
            await seen.press("escape")
            await seen.until_shown(texts.DESK_CRISIS_112)
            assert seen.field == "akut"
            await seen.press("escape")
            assert seen.field == ""
            await seen.type("akut selvmord")
            await seen.until(lambda: seen.app.desk.visit.subject == "selvmord")
            await seen.type("e")
            await seen.until(lambda: seen.app.desk.visit.pane == "skærm")

        show(script, own={"steder/krise.yaml": line + 'telefon: "70 20 12 01"\n'})

    def test_a_guide_that_goes_on_below_says_so_until_its_end(self, show: Shown) -> None:
        steps = "".join(f"  - Gør ting nummer {number}.\n" for number in range(1, 31))

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.until_shown(texts.DESK_MORE_BELOW)
            for _ in range(4):
                await seen.press("pagedown")
            await seen.until(lambda: texts.DESK_MORE_BELOW not in seen.text)

        show(script, own={"opgaver/skift-laege.yaml": TASK + "papir:\n  trin:\n" + steps})

    def test_a_number_in_the_whole_guide_leads_on_and_back_leads_there(self, show: Shown) -> None:
        own = {"forloeb/doedsfald.yaml": JOURNEY.replace("Ring til lægen.", "Ring til lægen.\n  opgave: skift-laege")}

        async def script(seen: Seen) -> None:
            await seen.find("død", "En i familien er død")
            await seen.press("enter")
            await seen.until_shown("Skift læge [1]")
            await seen.until_shown(texts.DESK_FOOT_LINKED[:40])
            await seen.type("1")
            await seen.until_shown(">1 Skift læge")
            await seen.press("escape")
            await seen.until_shown("Skift læge [1]")
            assert seen.field == "død"

        show(script, own=own)

    def test_the_first_start_shows_help_until_the_first_letter(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.until_shown("Begynd bare at skrive")
            await seen.type("læge")
            await seen.until_shown(">1 Skift læge")
            assert seen.field == "læge"

        show(script, first_time=True)


class TestPaper:
    def test_a_day_that_no_deadline_runs_from_is_left_out_in_the_desks_own_words(
        self, show: Shown, printed: list[bytes]
    ) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.until_shown("Arket er klar")
            seen.app.screen.query_one("#day", Field).value = "10-12"
            await seen.until_shown(texts.DESK_DAY_UNUSED)
            assert "--" not in seen.text
            await seen.press("enter")
            await seen.until(lambda: bool(printed))

        show(script)

    def test_f2_and_enter_print(self, show: Shown, printed: list[bytes]) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "enter")
            await seen.until_shown(paper_texts.PRINTED.format(name="laser"))

        show(script)
        assert len(printed) == 1

    def test_the_form_says_how_long_the_paper_is_before_enter(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.until_shown("Arket er klar")

        show(script)

    def test_a_note_is_typed_at_once(self, show: Shown, printed: list[bytes]) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.type("kom igen")
            await seen.until(lambda: seen.app.desk.visit.paper.note == "kom igen")
            await seen.press("enter")
            await seen.until(lambda: len(printed) == 1)

        show(script)

    def test_what_is_typed_while_a_paper_is_being_made_is_on_the_one_that_is_printed(
        self, show: Shown, printed: list[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made, may_go_on = paper.sheet, threading.Event()
        sheets: list[bytes] = []

        def slow(base: OpenBase, asked: paper.Wanted, press: Press) -> paper.Sheet:
            if not sheets:
                may_go_on.wait(SECONDS)
            sheet = made(base, asked, press)
            sheets.append(sheet.page.content)
            return sheet

        monkeypatch.setattr(paper, "sheet", slow)

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.type("kom igen")
            await seen.press("enter")
            may_go_on.set()
            await seen.until(lambda: len(printed) == 1)
            await seen.pilot.pause(0.5)

        show(script)
        assert printed == [sheets[-1]]
        assert sheets[0] != sheets[-1]

    def test_mitid_at_hand_turns_the_form_to_the_net(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("ctrl+n", "f2")
            await seen.until_shown("‹ på nettet ›")

        show(script)

    def test_the_form_follows_mitid_until_its_own_way_is_chosen(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.until_shown("‹ uden nettet ›")
            await seen.until_shown("Arket er klar")
            await seen.press("escape", "ctrl+n", "f2")
            await seen.until_shown("‹ på nettet ›")
            await seen.press("down", "right")
            await seen.until_shown("‹ begge veje ›")
            await seen.press("escape", "ctrl+n", "f2")
            await seen.until_shown("‹ begge veje ›")

        show(script, own={"opgaver/skift-laege.yaml": TWO_WAYS})

    def test_the_only_way_there_is_stands_with_mitid_at_hand_too(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("ctrl+n")
            await seen.until_shown("MitID: ja")
            await seen.press("escape")
            await seen.find()
            await seen.until_shown("Ring til kommunen.")

        show(script, own={"opgaver/skift-laege.yaml": TASK + "papir:\n  trin:\n  - Ring til kommunen.\n"})

    def test_a_day_ahead_is_asked_about_and_the_field_names_the_event(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "down", "down", "down")
            await seen.until_shown("dødsdagen, fx ")
            assert "tomt er også godt" in seen.text
            await seen.type("om 5 dage")
            await seen.until_shown("Det er om 5 dage.")

        show(script, own={"opgaver/skift-laege.yaml": TASK + "hændelse: dødsdagen\n"})

    def test_no_printer_is_said_with_the_whole_path_and_a_key(
        self, show: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("shutil.which", lambda name: None)
        monkeypatch.setattr(printing, "sys", SimpleNamespace(platform="linux"))
        short = tmp_path / "c"
        monkeypatch.setattr("blanket.desk.paper_files.cache_folder", lambda: short)
        monkeypatch.setattr(texts, "DESK_NO_PRINTER", texts.DESK_NO_PRINTER.replace("{file}", "/hjem/{file.name}"))

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f3", "f4", "enter")
            await seen.until_shown("Arket er klar")
            await seen.press("enter")
            await seen.until_shown("Ingen printer fundet. Arket ligger her til næste borger:")
            assert "│ /hjem/skift-laege.pdf  " in seen.text
            assert "(Esc, så Ctrl-T)" in seen.text
            assert "(Ctrl-O)" in seen.text
            assert "-o FIL" not in seen.text
            await seen.press("escape", "f8")
            await seen.until(lambda: not seen.app.desk.visit.basket)

        show(script)

    def test_without_a_default_printer_one_is_chosen_and_remembered(
        self, show: Shown, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        papers: list[str | None] = []

        def send(file: Path, printer: str | None) -> str:
            papers.append(printer)
            if printer is None:
                raise printing.ChoosePrinter("Der er ikke valgt en standardprinter.", ["Kontor", "PDF"])
            return printer

        monkeypatch.setattr(printing, "send_to_printer", send)

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "enter")
            await seen.until(lambda: isinstance(seen.app.screen, PrinterForm))
            await seen.until_shown("2 PDF")
            await seen.press("2", "enter")
            await seen.until_shown(paper_texts.PRINTED.format(name="PDF"))
            await seen.press("f2", "enter")
            await seen.until(lambda: len(papers) == 3)

        show(script)
        assert papers == [None, "PDF", "PDF"]
        assert load_settings().printer == "PDF"

    def test_another_printer_is_chosen_in_the_form(self, show: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(printing, "printers", lambda: ["Kontor", "PDF"])

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2")
            await seen.until_shown("Arket er klar")
            await seen.press("ctrl+p")
            await seen.until(lambda: isinstance(seen.app.screen, PrinterForm))
            await seen.press("right", "enter")
            await seen.until_shown(paper_texts.PRINTER_CHOSEN.format(name="PDF"))

        show(script)

    def test_one_key_opens_the_paper_where_it_can_be_kept(self, show: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
        opened: list[bytes] = []
        monkeypatch.setattr(printing, "open_in_viewer", lambda file: opened.append(file.read_bytes()))

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "ctrl+o")
            await seen.until_shown(texts.DESK_OPENED[:60])

        show(script)
        assert [paper[:4] for paper in opened] == [b"%PDF"]

    def test_a_forms_paper_is_said_to_be_about_the_form(self, show: Shown) -> None:
        own = {"opgaver/skift-laege.yaml": TASK + "papir:\n  trin:\n  - Ring.\n  blanketter: [fd-001a]\n"}

        async def script(seen: Seen) -> None:
            await seen.type("fritagelse")
            await seen.until_shown(">1 Ansøgning om fritagelse")
            await seen.press("f2")
            await seen.until_shown("Selve blanketten er ikke med")
            await seen.until_shown("“Skift læge” [skift-laege]")

        show(script, own=own)

    def test_a_day_that_is_none_is_said_and_nothing_is_printed(self, show: Shown, printed: list[bytes]) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "down", "down", "down")
            await seen.type("31. februar")
            await seen.press("enter")
            await seen.until_shown("31. februar” kan ikke bruges")

        show(script)
        assert printed == []

    def test_the_basket_becomes_one_paper(self, show: Shown, printed: list[bytes]) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f3", "escape")
            await seen.type("fritagelse")
            await seen.until(lambda: any(hit.kind == "blanket" for hit in seen.app.desk.visit.hits))
            await seen.press("f3", "f4", "enter")
            await seen.until(lambda: isinstance(seen.app.screen, PrintForm))
            await seen.press("enter")
            await seen.until(lambda: len(printed) == 1)
            await seen.until(lambda: not seen.app.desk.visit.unprinted)

        show(script)

    def test_escape_before_the_paper_is_ready_prints_nothing(
        self, show: Shown, printed: list[bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made, may_go_on = paper.sheet, threading.Event()

        def slow(base: OpenBase, asked: paper.Wanted, press: Press) -> paper.Sheet:
            may_go_on.wait(SECONDS)
            return made(base, asked, press)

        monkeypatch.setattr(paper, "sheet", slow)

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "enter", "escape")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            may_go_on.set()
            await seen.pilot.pause(0.5)
            await seen.press("f2")
            await seen.until_shown("Arket er klar")

        show(script)
        assert printed == []

    def test_a_form_that_is_gone_takes_no_answer(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            for _ in range(5):
                await seen.press("f2", "escape", "ctrl+o", "escape")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            await seen.pilot.pause(0.5)

        show(script)

    def test_a_printer_that_says_no_leaves_form_and_visit(self, show: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(
            printing, "sys", SimpleNamespace(platform="linux")
        )  # Windows prints without a command that could be looked for

        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f2", "enter")
            await seen.until_shown(texts.DESK_NO_PRINTER.split("\n")[0])
            assert isinstance(seen.app.screen, PrintForm)

        show(script)


class TestPrivacy:
    def test_a_new_citizen_sees_nothing_of_the_last_one(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f3", "f8")
            await seen.until(lambda: isinstance(seen.app.screen, Question))
            await seen.press("j")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            await seen.pilot.pause()
            assert seen.app.desk.visit == Visit()
            assert seen.field == ""
            assert "læge" not in seen.text

        show(script)

    def test_no_keeps_the_basket(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("f3", "f8", "n")
            await seen.until_shown("kurv: 1")

        show(script)

    def test_hidden_shows_nothing_and_any_key_brings_it_back(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("ctrl+l")
            await seen.until_shown(texts.DESK_HIDDEN)
            assert "læge" not in seen.text
            await seen.press("f8")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            assert seen.field == "læge"

        show(script)

    def test_minutes_without_a_key_hide_and_then_erase(self, show: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            seen.app._touched -= 60 * seen.app.settings.hide_minutes + 1
            seen.app.tick()
            await seen.until_shown(texts.DESK_HIDDEN)
            seen.app._touched -= 60 * seen.app.settings.erase_minutes
            seen.app.tick()
            await seen.press("a")
            await seen.until(lambda: seen.app.screen is seen.app.desk)
            assert seen.app.desk.visit == Visit()

        show(script)

    def test_nothing_that_is_typed_is_written(self, show: Shown, tmp_path: Path, printed: list[bytes]) -> None:
        async def script(seen: Seen) -> None:
            await seen.type("zebrafisk")
            await seen.until_shown(texts.DESK_NOTHING)
            await seen.press("escape")
            await seen.find()
            await seen.press("f2")
            await seen.type("zebrafisk")
            await seen.press("enter")
            await seen.until(lambda: len(printed) == 1)
            await seen.press("f8")

        show(script)
        for file in tmp_path.rglob("*"):
            if file.is_file():
                assert b"zebrafisk" not in file.read_bytes(), file

    def test_a_report_shows_its_text_before_it_is_kept(self, show: Shown) -> None:
        async def script(seen: Seen) -> None:
            await seen.find()
            await seen.press("ctrl+r")
            await seen.type("Ring")
            await seen.press("down")
            await seen.type("nyt nummer")
            await seen.press("enter")
            await seen.until_shown("nyt nummer")
            assert list(reports.read_reports()) == []
            await seen.press("enter")
            await seen.until(lambda: seen.app.screen is seen.app.desk)

        show(script)
        assert [(one.id, one.linje, one.forkert_fordi) for one in reports.read_reports()] == [
            ("skift-laege", "Ring", "nyt nummer")
        ]


def test_resizing_again_and_again_does_no_harm(show: Shown) -> None:
    async def script(seen: Seen) -> None:
        await seen.find()
        for at in range(30):
            await seen.pilot.resize_terminal(40 + 7 * at, 10 + 2 * at)
        await seen.pilot.resize_terminal(80, 24)
        await seen.until_shown(">1 Skift læge")

    show(script)


def test_an_edited_entry_is_shown_as_it_is_now(show: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blanket.desk.worker.RENEW_SECONDS", 0.05)
    monkeypatch.setattr("blanket.desk.worker._SHARE", 1)  # where a look at a file is slow, the next one waits long

    async def script(seen: Seen) -> None:
        await seen.find()
        file = tmp_path / "kb" / "opgaver" / "skift-laege.yaml"
        file.write_text(TASK.replace("Skift læge", "Få en anden læge"), encoding="utf-8")
        await seen.until_shown(">1 Få en anden læge")

    show(script, own={"opgaver/skift-laege.yaml": TASK})


def test_a_click_on_a_hit_chooses_it(show: Shown) -> None:
    async def script(seen: Seen) -> None:
        await seen.type("læge")
        await seen.until(lambda: len(seen.app.desk.visit.hits) > 1)
        await seen.pilot.click("#list", offset=(5, 1))
        await seen.until(lambda: seen.app.desk.visit.marked == 1)

    show(script, own=ANOTHER)
