"""What stumbled when a kommune kept its own layer for a year, and which test holds each: the list is tried here.

A stumble is held where what was mended stands, beside the tests of the same thing; this list says where. Whoever moves
or renames such a test moves its line.
"""

from __future__ import annotations

import ast
import json
import os
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from blanket.paths import RELEASE_FILE
from tests.conftest import PLACE, SMALL_BASE, WriteKb, write_files
from tests.e2e.conftest import Blanket, run
from tests.e2e.typing_keys import at_a_terminal

TESTS = Path(__file__).parents[1]
PAGES = ("vedligehold.md", "drift.md")
HELD = {
    # A. Something untrue on paper, silently
    1: [  # a vouch survives an edit
        "kb/layers/test_standing.py::test_a_vouch_that_an_edit_ended_is_named",
        "e2e/test_story.py::test_from_a_new_kommune_to_a_merged_layer",
    ],
    2: [  # hours know no weeks, closed months or appointments
        "guide/days/test_hours_limits.py::test_open_or_not",
        "guide/days/test_hours_limits.py::test_a_paper_says_what_limits_the_hours",
    ],
    3: [
        "desk/test_finding.py::test_the_own_kommunes_place_stands_before_others_and_those_of_another_are_out_of_the_way",
        "desk/test_places.py::test_offices_of_another_kommune_or_region_are_left_out",
    ],
    4: [  # a text cut by a remark, a list by a comma; the scaffold that invites it
        "kb/rules/test_samples.py::test_the_wrong_sample_breaks_the_rule_and_the_right_one_does_not",
        "kb/editing/test_scaffold.py::test_no_list_is_begun_in_brackets",
    ],
    5: ["desk/test_trying.py::test_a_stub_of_the_importer_is_not_printed_and_says_nothing_on_another_page"],
    # B. Green when it is not
    6: [
        "e2e/test_tjek.py::test_own_entries_are_seen_whatever_their_folder_is_called",
        "e2e/test_tjek.py::test_tjek_says_what_it_has_looked_at",
    ],
    7: ["kb/test_unread.py::test_every_place_where_an_entry_is_not_read_is_named"],
    8: ["e2e/test_drift.py::test_the_hook_checks_the_whole_base_whatever_was_touched"],
    9: [  # a missing logo, a broken template
        "desk/test_trying.py::test_the_wrong_sample_breaks_the_rule_and_the_right_one_does_not",
        "guide/paper/test_pictures.py::test_without_a_logo_that_can_be_used_printing_goes_on_and_says_so",
    ],
    10: ["kb/review/test_status.py::test_an_amount_of_an_earlier_year_is_due_though_somebody_looked_at_it_this_year"],
    11: [
        "desk/test_publishing.py::test_nothing_is_published_when_anything_is_broken",
        "e2e/test_one_file.py::test_what_could_not_be_built_in_is_said_and_ends_with_one",
    ],
    12: [
        "e2e/test_drift.py::test_a_kommune_follows_the_shared_base_publishes_and_gives_back",
        "e2e/test_drift.py::test_the_samples_are_whole",
    ],
    # C. The base changes underneath
    13: [  # an outdated local copy, an outdated template
        "e2e/test_flet.py::test_stumble_13_the_three_versions_are_shown_and_said_in_words",
        "e2e/test_flet.py::test_stumble_13_an_own_template_is_merged_likewise",
    ],
    14: [  # a line, and a vouch, without a copy of the file
        "e2e/test_ret_layer.py::test_stumble_14_one_line_needs_no_copy_of_the_file",
        "e2e/test_stumbles.py::test_vouching_for_shared_entries_copies_none",
    ],
    15: [  # local text, number, place; hiding; what one kommune does in shared entries
        "kb/layers/test_laying.py::test_what_a_layer_says_is_what_comes_out",
        "desk/test_layering.py::test_what_is_hidden_is_not_found_nor_printed",
        "kb/rules/test_samples.py::test_the_wrong_sample_breaks_the_rule_and_the_right_one_does_not",
    ],
    16: [  # index and program must match to the version; the maintainer's paths
        "desk/test_publishing.py::test_search_tables_of_another_format_are_made_anew_from_the_content",
        "desk/test_publishing.py::test_the_first_release_ever_made_is_read_by_its_own_program_and_the_next",
    ],
    17: ["desk/test_publishing.py::test_one_file_holds_all_and_no_path_of_whoever_made_it"],
    18: ["kb/editing/test_opening.py::test_the_second_of_two_who_edit_one_entry_is_told_and_nothing_is_lost"],
    # D. Documentation and messages
    19: [
        "e2e/test_stumbles.py::test_the_pages_for_maintainers_tell_of_every_command_and_file",
        "e2e/test_vedligehold.py::test_stumble_19_all_that_the_page_says_can_be_followed",
        "e2e/test_drift.py::test_a_kommune_follows_the_shared_base_publishes_and_gives_back",
    ],
    20: ["kb/editing/test_scaffold.py::test_an_editor_is_pointed_to_a_schema_only_where_there_is_one"],
    21: [
        "e2e/test_stumbles.py::test_messages_lead_on",
        "e2e/test_stumbles.py::test_vouching_for_shared_entries_copies_none",
    ],
    22: [
        "kb/importing/test_importing.py::test_of_two_rows_with_one_number_that_differ_neither_is_taken",
        "kb/importing/test_importing.py::test_another_title_and_another_address_are_changes",
        "kb/importing/test_importing.py::test_a_new_version_changes_its_line_and_says_where_it_is_from",
    ],
    23: [  # one setting, or a file beside the program; no git, no Typst
        "e2e/test_stumbles.py::test_a_kommune_is_set_up_and_used_without_git_variables_or_an_editor",
        "e2e/test_ny_kommune.py::test_stumble_23_a_kommune_is_set_up_by_answering_twelve_questions",
        "test_paths.py::test_a_release_beside_the_program_is_found_and_one_in_the_current_folder_is_not",
        "desk/test_opening.py::test_where_nothing_is_named_the_release_of_the_settings_is_used",
    ],
}


@cache
def defined_in(file: Path) -> frozenset[str]:
    """The tests that a file defines."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_stumble_is_held_by_a_test_that_is_there() -> None:
    assert sorted(HELD) == list(range(1, 24))
    for number, held in HELD.items():
        for name in held:
            file, _, test = name.partition("::")
            assert test in defined_in(TESTS / file), f"stumble {number}: {name}"


# What a kommune keeps in its own folder, as vedligehold.md must name it for somebody to find out.
KEPT = ("kommuner/", "ordbog.yaml", "kontrol.tsv", "templates", "logo:", "udgangspunkt", "myndigheder.yaml",
        "naboord-egne.txt", "tider:", "uger:", "trin:", "lag:")  # fmt: skip


def test_the_pages_for_maintainers_tell_of_every_command_and_file(blanket: Blanket) -> None:
    """Stumble 19. That what they tell is right is tried where they are followed."""
    pages = "".join((TESTS.parent / "docs" / name).read_text(encoding="utf-8") for name in PAGES)
    commands = re.findall(r"^  ([a-zæøå]+)  ", blanket("kb", "--help").out, re.MULTILINE)
    assert {"byg", "importer", "ny", "ret", "skema", "status", "tjek", "udgiv"} <= set(commands)
    assert [name for name in commands if f"blanket kb {name}" not in pages] == []
    kinds = ("opgave", "blanket", "sted", "forløb", "kommune", "skabelon")
    assert [kind for kind in kinds if f"\nblanket kb ny {kind} " not in pages] == []
    assert [name for name in KEPT if name not in pages] == []
    for named in set(re.findall(r"`blanket kb ([a-zæøå]+)[ `]", pages)):
        assert named in commands, "the pages name no command that is not there"


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.usefixtures("small_base")
def test_a_kommune_is_set_up_and_used_without_git_variables_or_an_editor(tmp_path: Path) -> None:
    """Stumble 23: a folder kb, twelve questions, one command to publish, one line of settings on a colleague's PC."""
    (tmp_path / "kb").mkdir()
    (tmp_path / "deling").mkdir()
    maintainer, colleague, bare = tmp_path / "hjem", tmp_path / "kollega", {"PATH": str(tmp_path / "tom"), "EDITOR": ""}
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8")
    answers = ["62 23 30 00", "man-tor 9-15", "Ramsherred 5, 5700 Svendborg", "9-15 man-fre", "-", "-", "-", "MitID",
               "-", str(logo)]  # fmt: skip
    made = at_a_terminal(
        maintainer,
        ("kb", "ny", "kommune", "svendborg"),
        [f"{line}\n" for line in answers],
        tmp_path,
        begin="   > ",
        **bare,
    )
    assert made.code == 0, made.out
    published = run(maintainer, "kb", "udgiv", "deling", cwd=tmp_path, **bare)
    assert published.code == 0, published.err
    settings = {"vidensbase": str(tmp_path / "deling" / RELEASE_FILE)}
    write_files(colleague / "config" / "blanket", {"indstillinger.json": json.dumps(settings)})
    elsewhere = tmp_path / "andetsteds"
    elsewhere.mkdir()
    places = run(colleague, "steder", cwd=elsewhere, **bare)
    assert "Borgerservice i Svendborg: 62 23 30 00" in places.out, places.err
    page = run(colleague, "udskriv", "skift-laege", "-f", "html", "-o", "-", cwd=elsewhere, **bare)
    assert 'alt="Svendborg Kommune"' in page.out, "the logo went with the release"


def test_messages_lead_on(blanket: Blanket, write_kb: WriteKb, tmp_path: Path) -> None:
    """Stumble 21."""
    kb = write_kb({})
    said = blanket("kb", "ny", "opgave", "laan-cykel", "--kb", str(kb))
    assert f"blanket kb ret laan-cykel --kb {kb}" in said.out
    edited = blanket("kb", "ret", "laan-cykel", "--kb", str(kb), EDITOR=f'"{sys.executable}" -c 0')
    assert f"fejl. Ret den med: blanket kb ret laan-cykel --kb {kb}" in edited.out
    (kb / "opgaver/laan-cykel.yaml").unlink()
    file = tmp_path / "a.blanket"
    assert blanket("kb", "byg", str(file), "--kb", str(write_kb(SMALL_BASE, "andet"))).code == 0
    for command in ("tjek", "status"):
        refused = blanket("kb", command, "--kb", str(file))
        assert "er et samlet indeks" in refused.err
        assert "findes ikke" not in refused.err
    nowhere = blanket("kb", "byg", str(tmp_path / "findes-ikke" / "a.blanket"))
    assert " -o" not in nowhere.err
    (tmp_path / "liste.csv").write_text("Nummer;Blankettens navn\nXX 901;Ansøgning\n", encoding="utf-8")
    assert "Nye (1):" in blanket("kb", "importer", str(tmp_path / "liste.csv"), "--kb", str(kb)).out
    near = write_kb({"steder/lejre-borgerservice.yaml": PLACE.replace("mitid-support", "lejre-borgerservice")}, "nær")
    gone = blanket("kb", "kontrolleret", "svendborg-borgerservice", "--af", "Mette", "--kb", str(near))
    assert (gone.code, "Mente du" in gone.err) == (1, False), "another kommune's office is none that was meant"
    slip = blanket("kb", "kontrolleret", "lejre-borgersevice", "--af", "Mette", "--kb", str(near))
    assert "Mente du “lejre-borgerservice”?" in slip.err


def test_vouching_for_shared_entries_copies_none(blanket: Blanket, write_kb: WriteKb) -> None:
    """Stumbles 14 and 21: several ids at once, and none of them when one is not there."""
    kb = write_kb({})
    ids = ("skift-laege", "fd-001a")
    assert blanket("kb", "kontrolleret", ids[0], "findes-ikke", "--af", "Mette", "--kb", str(kb)).code == 1
    assert list(kb.iterdir()) == []
    done = blanket("kb", "kontrolleret", *ids, "--af", "Mette", "--rolle", "Borgerservice", "--kb", str(kb))
    assert done.code == 0, done.err
    assert [file.name for file in kb.rglob("*") if file.is_file()] == ["kontrol.tsv"]
    assert len((kb / "kontrol.tsv").read_text(encoding="utf-8").splitlines()) == 1 + len(ids)
