"""One visit: typing, choosing, the basket, what the paper shows, and that nothing of it outlives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blanket.desk import visit as desk
from blanket.desk.finding import Hits
from blanket.desk.visit import Visit
from blanket.search.ranking import Hit


def hit(identifier: str, title: str = "") -> Hit:
    return Hit(identifier, "opgave", title or identifier, "", 90.0, "")


def visit_with(*identifiers: str, query: str = "læge") -> Visit:
    visit = Visit(query=query, typed=query)
    desk.take_hits(visit, Hits(query, [hit(one) for one in identifiers], [], len(identifiers)))
    return visit


class TestTyping:
    def test_a_cpr_number_goes_as_it_is_typed(self) -> None:
        assert desk.as_kept("læge 010190-1234 ny") == ("læge   ny", True)

    def test_what_is_no_cpr_number_stays_as_it_is(self) -> None:
        assert desk.as_kept("ring  66131372 ") == ("ring  66131372 ", False)

    @pytest.mark.parametrize("typed", ["010190", "010190-", "010190-12", "0101901234"])
    def test_a_cpr_number_on_its_way_is_covered(self, typed: str) -> None:
        assert desk.masked(f"læge {typed}") == "læge " + "•" * len(typed)

    @pytest.mark.parametrize("typed", ["66131372", "fd 001", "14 dage", "2026"])
    def test_other_numbers_stay_legible(self, typed: str) -> None:
        assert desk.masked(typed) == typed

    @given(st.text(max_size=60))
    def test_covering_keeps_every_place(self, typed: str) -> None:
        assert len(desk.masked(typed)) == len(typed)

    def test_a_paste_becomes_one_line_of_bounded_length(self) -> None:
        pasted, _ = desk.as_kept("skift\nlæge " + "x" * 100_000)
        assert pasted.startswith("skift læge ")
        assert len(pasted) == desk.MOST_TYPED

    @pytest.mark.parametrize(
        ("typed", "query", "number"),
        [
            ("skift læge 2", "skift læge", 2),
            ("skift læge2", "skift læge", 2),
            ("3", "", 3),
            ("skifte læge 2 5", "skifte læge", 5),
            ("2 5", "", 5),
            ("om 14 dage", "om 14 dage", None),
            ("FD 001", "FD 001", None),
            ("fd 12", "fd 12", None),
            ("skift læge 0", "skift læge 0", None),
            ("", "", None),
        ],
    )
    def test_one_digit_at_the_end_chooses(self, typed: str, query: str, number: int | None) -> None:
        assert desk.choice_in(typed) == (query, number)

    def test_a_digit_marks_a_hit_and_leaves_the_list(self) -> None:
        visit = visit_with("a", "b", "c", query="læge")
        assert desk.search_for(visit, "læge 2") is None
        assert visit.chosen == hit("b")

    def test_a_digit_behind_nothing_found_is_searched_for(self) -> None:
        visit = visit_with(query="gruppe")
        assert desk.search_for(visit, "gruppe 2") == "gruppe 2"

    def test_a_form_number_is_searched_for_whole(self) -> None:
        visit = visit_with("a", "b", query="gp")
        assert desk.search_for(visit, "gp 2", is_number=True) == "gp 2"

    def test_a_pasted_query_with_a_digit_is_searched_for_whole(self) -> None:
        assert desk.search_for(Visit(), "gruppe 2") == "gruppe 2"

    def test_blanks_alone_ask_for_nothing_new(self) -> None:
        visit = visit_with("a", query="læge")
        assert desk.search_for(visit, "læge ") is None

    def test_typing_closes_what_stood_in_the_guides_place(self) -> None:
        visit = visit_with("a", query="læge")
        desk.open_pane(visit, "steder")
        assert desk.search_for(visit, "læger") == "læger"
        assert visit.pane == "skærm"


class TestChoosing:
    def test_the_best_hit_is_marked(self) -> None:
        assert visit_with("a", "b").chosen == hit("a")

    def test_nothing_found_marks_nothing(self) -> None:
        visit = visit_with()
        desk.move(visit, 1)
        assert visit.chosen is None

    def test_guesses_stand_in_the_list_as_doubtful(self) -> None:
        visit = Visit(query="lxge")
        desk.take_hits(visit, Hits("lxge", [], [hit("a")], 0))
        assert visit.chosen == hit("a")
        assert visit.weak

    def test_arrows_stop_at_both_ends(self) -> None:
        visit = visit_with("a", "b")
        desk.move(visit, -1)
        assert visit.chosen == hit("a")
        desk.move(visit, 5)
        assert visit.chosen == hit("b")

    def test_a_number_that_is_not_there_changes_nothing(self) -> None:
        visit = visit_with("a", "b")
        assert not desk.choose(visit, 3)
        assert visit.chosen == hit("a")

    def test_back_leaves_a_pane_then_clears_the_field(self) -> None:
        visit = visit_with("a")
        desk.open_pane(visit, "akut")
        assert desk.back(visit) is None
        assert visit.chosen == hit("a")
        assert desk.back(visit) == ""
        assert (visit.query, visit.hits) == ("", [])

    def test_back_from_what_a_list_led_to_is_the_list_and_then_what_stood_there(self) -> None:
        visit = visit_with("a", "b")
        typed = visit.query
        desk.open_pane(visit, "akut")
        visit.listed = [hit("c"), hit("d")]
        assert desk.search_for(visit, f"{typed}2") is None
        assert visit.chosen == hit("d")
        assert desk.search_for(visit, f"{typed}1") is None
        assert visit.chosen == hit("c")
        assert desk.back(visit) == typed
        assert (visit.pane, visit.hits, visit.query) == ("akut", [hit("a"), hit("b")], typed)
        assert desk.back(visit) is None
        assert visit.chosen == hit("a")

    def test_a_number_in_a_list_is_not_read_together_with_one_that_stood_before_it(self) -> None:
        visit = visit_with("a", "b")
        assert desk.search_for(visit, f"{visit.query}2") is None
        typed = visit.typed
        desk.open_pane(visit, "alt")
        visit.listed = [hit("c")]
        assert desk.search_for(visit, f"{typed}1") is None
        assert visit.chosen == hit("c")
        assert desk.back(visit) == typed
        assert (visit.pane, visit.chosen) == ("alt", hit("b"))

    def test_a_pane_that_was_asked_for_in_words_goes_with_them(self) -> None:
        visit = Visit()
        desk.open_acute(visit, "akut vold", "vold")
        visit.listed = [hit("c")]
        desk.search_for(visit, "akut vold 1")
        assert visit.chosen == hit("c")
        assert desk.back(visit) == "akut vold"
        assert desk.back(visit) == ""
        assert visit == Visit()

    def test_a_search_that_found_nothing_counts_once_it_is_left(self) -> None:
        visit = visit_with()
        desk.back(visit)
        desk.back(visit)
        assert visit.unanswered == 1

    def test_the_same_pane_again_shows_the_guide(self) -> None:
        visit = visit_with("a")
        desk.open_pane(visit, "net")
        desk.open_pane(visit, "net")
        assert visit.pane == "skærm"
        assert visit.read == {"a"}


class TestPaper:
    def test_without_a_word_the_paper_shows_the_way_without_the_net(self) -> None:
        assert visit_with("a").way == "papir"

    def test_mitid_at_hand_turns_the_paper_digital(self) -> None:
        visit = visit_with("a")
        visit.mitid = True
        assert visit.way == "digital"

    def test_what_the_form_says_goes_first(self) -> None:
        visit = visit_with("a")
        visit.mitid = True
        visit.paper.way = "papir"
        assert visit.way == "papir"

    @pytest.mark.parametrize(("mitid", "kept"), [(None, None), (True, "papir"), (False, None)])
    def test_the_forms_way_is_kept_only_where_it_is_not_the_visits_own(
        self, mitid: bool | None, kept: str | None
    ) -> None:
        visit = visit_with("a")
        visit.mitid = mitid
        assert visit.way_in_form("papir") == kept

    def test_one_key_goes_through_the_answers(self) -> None:
        answers = [None, True, False, None]
        assert [desk.next_answer(answer) for answer in answers[:3]] == answers[1:]

    def test_the_basket_holds_each_entry_once(self) -> None:
        visit = visit_with("a")
        assert desk.put_in_basket(visit, hit("a"))
        assert not desk.put_in_basket(visit, hit("a"))
        assert desk.for_paper(visit, whole_basket=True) == ["a"]

    def test_the_basket_has_a_limit(self) -> None:
        visit = Visit()
        added = [desk.put_in_basket(visit, hit(str(number))) for number in range(desk.MOST_BASKET + 1)]
        assert added == [True] * desk.MOST_BASKET + [False]

    def test_what_was_put_there_can_be_taken_out(self) -> None:
        visit = Visit()
        desk.put_in_basket(visit, hit("a", "Skift læge"))
        assert desk.take_out(visit, 2) is None
        assert desk.take_out(visit, 1) == "Skift læge"
        assert not desk.asks_before_next(visit)

    def test_an_unprinted_basket_is_asked_about_once_it_is_filled(self) -> None:
        visit = visit_with("a")
        assert not desk.asks_before_next(visit)
        desk.put_in_basket(visit, hit("a"))
        assert desk.asks_before_next(visit)
        desk.was_printed(visit, ["a"])
        assert not desk.asks_before_next(visit)

    def test_what_was_agreed_goes_with_the_paper_it_was_printed_on(self) -> None:
        visit = visit_with("a")
        visit.paper.note, visit.paper.large = "Kom igen på torsdag", True
        desk.was_printed(visit, ["a"])
        assert visit.paper.note == ""
        assert visit.paper.large
