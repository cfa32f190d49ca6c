"""The plain face: what is typed and what is answered, without a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from blanket.desk import reports
from blanket.desk.opening import open_base
from blanket.guide.paper import printing
from blanket.kb.base import load
from blanket.search.release import Release
from blanket.search.releasing import build_release
from blanket.settings import Settings, load_settings, save_settings
from blanket.texts import desk as texts
from blanket.texts import finding as finding_texts
from blanket.texts import lines as line_texts
from blanket.texts import papers as paper_texts
from blanket.texts import places as place_texts
from blanket.texts import reports as report_texts
from blanket.texts import screens as screen_texts
from blanket.tui.line_words import ACTS, asked_in
from blanket.tui.lines import Lines
from tests.conftest import TASK
from tests.desk.conftest import Opened

Said = Callable[..., str]
CLEARED = "\x1b[3J"
PLACE = """\
id: odense-borgerservice
navn: Borgerservice Odense
slags: sted
for: borgere
kort: Her møder du op.
adresse: Østre Stationsvej 15, 5000 Odense C
"""
SECRET = (
    TASK.replace("skift-laege", "vold")
    .replace("Skift læge", "Vold i hjemmet")
    .replace("emne: sundhed", "emne: familie\nfølsom: ja")
)


DEATH = TASK.replace("kort: Du kan", "hændelse: dødsdagen\nkort: Du kan")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What went to the printer."""
    papers: list[bytes] = []

    def send(file, printer):  # type: ignore[no-untyped-def]
        papers.append(file.read_bytes())
        return "laser"

    monkeypatch.setattr(printing, "send_to_printer", send)
    return papers


@pytest.fixture
def said(desk: Opened) -> Said:
    """`said("læge", "1")` types these lines and gives all that was answered; None stands for a long silence."""

    def answered(*typed: str | None, own: dict[str, str] | None = None, width: int = 300) -> str:
        waiting, shown = list(typed), []

        def read(prompt: str, seconds: float | None) -> str | None:
            shown.append(prompt)
            if not waiting:
                return None
            line = waiting.pop(0)
            if line is None:
                raise TimeoutError
            return line

        Lines(desk(own), read, shown.append, width=width).run()
        return "".join(shown)

    return answered


def test_words_give_a_numbered_list_and_a_number_the_guide(said: Said) -> None:
    shown = said("læge", "1")
    assert "1. Skift læge (opgave)" in shown
    assert "70 12 80 63" in shown


def test_what_is_not_there_is_said(said: Said) -> None:
    assert texts.DESK_NOTHING in said("qqqq")


def test_a_number_before_a_search_says_what_to_do(said: Said) -> None:
    assert line_texts.LINES_NO_CHOICE in said("1")


def test_p_prints_the_chosen_entry_after_enter(said: Said, printed: list[bytes]) -> None:
    shown = said("læge", "p", "", "")
    assert paper_texts.PRINTED.format(name="laser") in shown
    assert printed[0].startswith(b"%PDF")


@pytest.mark.parametrize("answer", ["", "j", "ja", "Ja"])
def test_enter_and_what_says_yes_prints(said: Said, printed: list[bytes], answer: str) -> None:
    said("læge", "skriv ud", "", answer)
    assert len(printed) == 1


@pytest.mark.parametrize("answer", ["n", "nej", "jaaa vent nej", "slut", "?", "j nej"])
def test_nothing_else_prints(said: Said, printed: list[bytes], answer: str) -> None:
    assert line_texts.LINES_NOT_PRINTED in said("læge", "p", "", answer)
    assert printed == []


def test_other_words_at_the_question_are_the_next_search_after_one_question(said: Said, printed: list[bytes]) -> None:
    shown = said("læge", "p", "", "fritagelse", "n")
    assert shown.count(line_texts.LINES_ASK_PRINT_FIRST) == 1
    assert "1. Ansøgning om fritagelse" in shown[shown.index(line_texts.LINES_NOT_PRINTED) :]
    assert printed == []
    shown = said("læge", "p", "", "fritagelse", "j")
    assert "1. Ansøgning om fritagelse" in shown[shown.index(paper_texts.PRINTED.format(name="laser")) :]
    assert len(printed) == 1


def test_words_put_an_entry_into_the_basket(said: Said) -> None:
    assert texts.DESK_IN_BASKET.format(title="Skift læge") in said("læge", "læg i kurven")


def test_a_basket_is_asked_about_before_the_desk_closes(said: Said) -> None:
    shown = said("læge", "k", "slut", "", "kurv")
    assert "1. Skift læge" in shown[shown.index(texts.DESK_ASK_CLOSE) :]
    assert not said("læge", "k", "slut", "j", "kurv").endswith(line_texts.LINES_PROMPT)


def test_a_day_names_its_event_and_says_how_far_ahead_it_lies(said: Said) -> None:
    own = {"opgaver/skift-laege.yaml": DEATH}
    shown = said("læge", "dag om 5 dage", "dag i går", own=own)
    assert shown.count("(dødsdagen)") == 2
    assert shown.count(paper_texts.COUNTED_AHEAD[1].format(count=5)) == 1
    assert shown.count("Er det rigtigt?") == 1
    assert paper_texts.COUNTED_AHEAD[0] in said("dag i morgen")


def test_what_is_read_together_ends_without_words_to_staff(said: Said) -> None:
    assert paper_texts.PAPER_NOT_CHECKED not in said("læge", "vis")
    assert paper_texts.PAPER_NOT_CHECKED in said("læge", "p", "", "n")


def test_a_basket_that_lies_as_a_file_is_handed_out(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(printing, "sys", SimpleNamespace(platform="linux"))
    shown = said("læge", "k", "pp", "", "j", "ny")
    assert texts.DESK_NO_PRINTER.split("{")[0] in shown
    assert "(skriv vis)" in shown
    assert "-o FIL" not in shown
    assert texts.DESK_ASK_NEW not in shown


def test_a_printer_is_asked_for_where_none_is_the_default_and_remembered(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def send(file: Path, printer: str | None) -> str:
        if printer is None:
            raise printing.ChoosePrinter("Der er ikke valgt en standardprinter.", ["Kontor", "PDF"])
        return printer

    monkeypatch.setattr(printing, "send_to_printer", send)
    assert paper_texts.PRINTED.format(name="PDF") in said("læge", "udskriv", "", "j", "2")
    assert load_settings().printer == "PDF"
    assert line_texts.LINES_ASK_PRINTER not in said("læge", "udskriv", "", "j")


def test_the_paper_is_opened_by_a_word_where_it_can_be_kept(said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[bytes] = []
    monkeypatch.setattr(printing, "open_in_viewer", lambda file: opened.append(file.read_bytes()))
    assert line_texts.LINES_OPENED in said("læge", "1", "åbn")
    assert opened[0].startswith(b"%PDF")


def test_one_meets_only_at_the_chosen_kommunes_own_places(said: Said, printed: list[bytes]) -> None:
    bed = PLACE.replace("Borgerservice Odense", "Herberget").replace("odense-borgerservice", "herberg")
    post = PLACE.replace("Borgerservice Odense", "Adresse til breve").replace("odense-borgerservice", "post")
    own = {
        "steder/odense-borgerservice.yaml": PLACE + "kommune: odense\n",
        "steder/herberg.yaml": bed + "kommune: odense\nakut: [bolig]\n",
        "steder/post.yaml": post,
    }
    assert line_texts.LINES_ASK_PLACE not in said("læge", "p", "", "n", own=own)
    shown = said("kommune odense", "læge", "p", "", "", "n", own=own)
    assert "1. Borgerservice Odense" in shown
    assert "Herberget" not in shown
    assert "Adresse til breve" not in shown


@pytest.mark.parametrize("before", [("læge", "p"), ("læge", "p", "Anna"), ("læge", "k", "ny"), ("rolle",)])
def test_fortryd_stops_at_any_question(said: Said, printed: list[bytes], before: tuple[str, ...]) -> None:
    shown = said(*before, "fortryd", "læge")
    assert shown.count(line_texts.LINES_STOPPED) == 1
    assert "1. Skift læge" in shown[shown.index(line_texts.LINES_STOPPED) :]
    assert printed == []


def test_no_line_is_longer_than_the_terminal_and_no_word_is_broken(desk: Opened) -> None:
    title = "En meget lang titel om at skifte læge, når man flytter et andet sted hen i landet"
    typed = ["læge", "1", "hjælp", "kommune odense", "p", "", "n"]
    shown: list[str] = []

    def read(prompt: str, seconds: float | None) -> str | None:
        shown.append(f"{prompt}\n")  # as Enter does on a terminal
        return typed.pop(0) if typed else None

    base = desk({"opgaver/skift-laege.yaml": TASK.replace("Skift læge", title)})
    Lines(base, read, shown.append, width=60).run()
    said = "".join(shown)
    assert max(map(len, said.splitlines())) <= 60
    assert title in " ".join(said.split())


def test_the_line_about_112_is_said_again_where_it_has_left_the_screen(said: Said) -> None:
    line = "id: {id}\nnavn: Linje {id}\nslags: telefon\nfor: borgere\nkort: Ring.\nakut: [vold]\n"
    own = {f"steder/linje{at}.yaml": line.format(id=f"linje{at}") for at in range(25)}
    assert said("akut", own=own).count(texts.DESK_CRISIS_112) == 2
    assert said("akut").count(texts.DESK_CRISIS_112) == 1


@pytest.mark.parametrize(
    ("answer", "role"),
    [("Lise fra Borgerservice", "borgerservice"), ("frivillig på biblioteket", "frivillig"), ("jeg er ansat", "ansat")],
)
def test_who_somebody_is_is_understood_loosely_and_else_asked_again(said: Said, answer: str, role: str) -> None:
    assert line_texts.LINES_ROLE_AGAIN in said("rolle", "hej", answer)
    assert load_settings().role == role


def test_place_and_first_name_are_asked_and_stand_on_the_paper(said: Said, printed: list[bytes]) -> None:
    own = {"steder/odense-borgerservice.yaml": PLACE + "kommune: odense\n"}
    save_settings(Settings(municipality="odense"))
    shown = said("læge", "p", "1", "Anna", "j", own=own)
    assert "1. Borgerservice Odense" in shown
    assert "I mødes: Borgerservice Odense" in shown
    assert "Fra: Anna" in shown
    assert len(printed) == 1
    kept = said("læge", "p", "9", "Anna", "n", "p", "", "-", "n", own=own)
    assert line_texts.LINES_NO_SUCH_PLACE in kept
    assert line_texts.LINES_ASK_HELPER_AGAIN.format(name="Anna") in kept
    assert kept.count("Fra: Anna") == 1


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        ("akut", texts.DESK_CRISIS_112),
        ("Akut", texts.DESK_CRISIS_112),
        ("akut vold", texts.DESK_CRISIS_112),
        ("hjælp", "luk skranken"),
        ("skriv ud", line_texts.LINES_NO_CHOICE),
        ("udskriv", line_texts.LINES_NO_CHOICE),
        ("meld fejl", report_texts.REPORT_BECAUSE),
        ("skjul", line_texts.LINES_HIDDEN),
        ("hotline", "20 57 07 20"),
    ],
)
def test_the_words_of_the_acts_do_what_they_say(said: Said, word: str, answer: str) -> None:
    shown = said(word)
    assert answer in shown
    assert texts.DESK_NOTHING not in shown


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("læg", texts.DESK_IN_BASKET.format(title="Skift læge")),
        ("læg 1", texts.DESK_IN_BASKET.format(title="Skift læge")),
        ("k", texts.DESK_IN_BASKET.format(title="Skift læge")),
        ("dagsark", texts.DESK_BASKET_EMPTY_LINES),
        ("dagens ark", texts.DESK_BASKET_EMPTY_LINES),
        ("pp", texts.DESK_BASKET_EMPTY_LINES),
        ("udskriv 1", "Ark: Skift læge."),
        ("p", "Ark: Skift læge."),
        ("vis 1", "Bestemmer"),
        ("net", texts.DESK_NO_NET),
        ("n", texts.DESK_NO_NET),
        ("mitid ja", line_texts.LINES_MITID[True]),
        ("mitid nej", line_texts.LINES_MITID[False]),
        ("m", line_texts.LINES_MITID[True]),
        ("sammen", line_texts.LINES_TOGETHER[True]),
        ("for borgeren", line_texts.LINES_TOGETHER[False]),
        ("s", line_texts.LINES_TOGETHER[True]),
        ("fejl", report_texts.REPORT_LINE),
        ("vis 7", line_texts.LINES_NO_CHOICE),
        ("læg 7", line_texts.LINES_NO_CHOICE),
    ],
)
def test_each_act_has_a_clear_word_and_the_letters_still_work(said: Said, typed: str, answer: str) -> None:
    shown = said("læge", typed)
    assert answer in shown
    assert texts.DESK_NOTHING not in shown


def test_the_help_names_each_act_by_its_word(said: Said) -> None:
    words = {word.strip(".,:") for word in said("hjælp").split()}
    assert {act for act in ACTS if " " not in act} <= words


@pytest.mark.parametrize("words", ["mitid virker ikke", "mitid", "vis mig vej", "sammen med datter", "net 12 34 56"])
def test_words_that_only_begin_as_an_act_are_searched(said: Said, words: str) -> None:
    assert asked_in(words) is None
    assert "Traceback" not in said(words)


def test_who_the_helper_is_can_be_changed(said: Said) -> None:
    for typed, role in ((("rolle", "3"), "frivillig"), (("rolle ansat",), "ansat"), (("rolle 1",), "borgerservice")):
        assert place_texts.ROLE_CHOSEN.format(name=screen_texts.ROLE_NAMES[role]) in said(*typed)
        assert load_settings().role == role
    assert line_texts.LINES_ROLE_CURE in said("rolle", "direktør")
    said("rolle", "")
    assert load_settings().role == "borgerservice"


def test_a_day_that_no_deadline_runs_from_is_left_out_in_the_desks_own_words(said: Said, printed: list[bytes]) -> None:
    shown = said("læge", "dag 10-12", "udskriv", "", "")
    assert shown.count(texts.DESK_DAY_UNUSED) == 2
    assert "--" not in shown
    assert len(printed) == 1


def test_a_kommune_is_chosen_by_name(said: Said) -> None:
    assert "Odense Kommune er valgt." in said("kommune odense")
    assert "atlantis" in said("kommune atlantis")


def test_a_misspelt_kommune_is_asked_about_and_yes_chooses_it(said: Said) -> None:
    assert "Odense Kommune er valgt." in said("kommune odnse", "j")
    shown = said("kommune odnse", "n", "læge")
    assert line_texts.LINES_KOMMUNE_AS_IT_WAS in shown
    assert "1. Skift læge" in shown


def test_the_small_card_is_chosen_by_a_word_and_no_option_is_named(said: Said, printed: list[bytes]) -> None:
    own = {"opgaver/vold.yaml": SECRET}
    shown = said("vold", "kort", "p", "", "j", own=own)
    assert line_texts.LINES_CARD[True] in shown
    assert len(printed) == 1
    assert "--" not in said("vold", "1", "alt", "p", "", "n", own=own)


@pytest.mark.parametrize("word", ["slut", "q", "luk"])
def test_the_desk_is_closed_by_a_word(said: Said, word: str) -> None:
    assert texts.DESK_NOTHING not in said(word, "qqqq")


def test_a_full_stop_before_a_word_of_an_act_searches_it(said: Said) -> None:
    assert texts.DESK_CRISIS_112 not in said(".akut")


def test_a_number_of_the_list_that_stands_open_shows_that_place(said: Said) -> None:
    shown = said("hotline", "1")
    assert shown.count("20 57 07 20") > 1


def test_what_was_typed_before_the_desk_was_open_is_answered_first(desk: Opened) -> None:
    shown: list[str] = []
    Lines(desk(None), lambda prompt, seconds: None, shown.append).run("læge")
    assert "1. Skift læge" in "".join(shown)


def test_the_basket_is_printed_as_one_paper(said: Said, printed: list[bytes]) -> None:
    said("læge", "k", "fritagelse", "k", "pp", "", "")
    assert len(printed) == 1


def test_the_next_citizen_clears_screen_and_scrollback(said: Said) -> None:
    shown = said("læge", "1", "ny")
    assert CLEARED in shown
    assert "Skift læge" not in shown[shown.index(CLEARED) :]


def test_an_unprinted_basket_is_asked_about_once(said: Said) -> None:
    kept = said("læge", "k", "ny", "n", "kurv")
    assert "1. Skift læge" in kept[kept.index(texts.DESK_ASK_NEW) :]
    gone = said("læge", "k", "ny", "j", "kurv")
    assert texts.DESK_BASKET_EMPTY_LINES in gone


def test_silence_hides_and_a_line_brings_the_visit_back(said: Said) -> None:
    shown = said("læge", "k", None, "", "kurv")
    after = shown[shown.index(CLEARED) :]
    assert line_texts.LINES_HIDDEN in after
    assert "1. Skift læge" in after


def test_a_long_silence_erases_the_visit(said: Said) -> None:
    shown = said("læge", "k", None, None, "kurv")
    assert line_texts.LINES_ERASED in shown
    assert texts.DESK_BASKET_EMPTY_LINES in shown[shown.index(line_texts.LINES_ERASED) :]


def test_a_cpr_number_is_cut_before_anything_is_searched(said: Said) -> None:
    shown = said("læge 010190-1234")
    assert finding_texts.CPR_CUT in shown
    assert "1. Skift læge" in shown


def test_a_sensitive_entry_stands_only_under_a_whole_word_of_its_own(said: Said) -> None:
    own = {"opgaver/vold.yaml": SECRET}
    assert "Vold i hjemmet" not in said("vol", own=own)
    assert "1. Vold i hjemmet" in said("vold", own=own)


def test_a_report_shows_its_text_and_is_kept_after_enter(said: Said) -> None:
    shown = said("læge", "f", "Ring til Borgerservice", "Nummeret er nyt, 010190-1234 sagde det", "")
    kept = list(reports.read_reports())
    assert [(one.id, one.linje) for one in kept] == [("skift-laege", "Ring til Borgerservice")]
    assert kept[0].as_text in shown
    assert "1234" not in kept[0].as_text


def test_a_report_is_not_kept_after_no(said: Said) -> None:
    said("læge", "f", "", "Forkert", "n")
    assert list(reports.read_reports()) == []


def test_together_shows_what_to_say_at_each_kind_of_step(said: Said) -> None:
    own = {"opgaver/skift-laege.yaml": TASK + "papir:\n  trin:\n  - Skriv under på papiret.\n"}
    shown = said("læge", "s", "1", own=own)
    assert screen_texts.COACHING_TOGETHER["sign"] in " ".join(shown.split())


@pytest.mark.parametrize("command", ["?", "a", "ud", "h", "o", "m", "stor", "kurv", "vis", "n", "alt"])
def test_every_command_answers_also_before_a_search(said: Said, command: str) -> None:
    shown = said(command)
    assert shown.count("\n") > 1
    assert "Traceback" not in shown


def test_the_desk_says_which_release_it_is_and_how_old(desk: Opened, tmp_path: Path) -> None:
    desk()
    file = tmp_path / "vidensbase.blanket"
    folders = [tmp_path / "shipped"]
    build_release(load(folders), folders, file, Release("Uge 48", "2026-11-20T04:15:00+00:00", "0.2.0"))
    shown: list[str] = []
    with open_base([file]) as base:
        Lines(base, lambda prompt, seconds: None, shown.append).run()
    assert re.search(r"udgivelse Uge 48, lavet 20\.11\.2026 \(\d+ dage gammel|i dag|i går", "".join(shown))
