"""Logos and templates tried for real, as `kb tjek` and `kb udgiv` do."""

from __future__ import annotations

from pathlib import Path

import pytest

from blanket.desk.handing_out import Request, page_of
from blanket.desk.trying import try_out
from blanket.errors import BlanketError
from blanket.guide.rendering import _environment
from blanket.kb.base import load
from blanket.kb.format.rule import Sample
from blanket.kb.review.all_rules import ALL_RULES
from blanket.search import lookup
from blanket.texts import importing as texts
from tests.conftest import FORM, MUNICIPALITY, TASK, WriteKb, write_files
from tests.desk.conftest import Opened

NAMED = {"kommuner/odense.yaml": MUNICIPALITY + "logo: {fil: odense.svg, alt: Odense Kommune}\n"}


def codes_in(sample: str | Sample, folder: Path, shipped: Path) -> list[str]:
    assert isinstance(sample, Sample)
    files = sample.files()
    write_files(folder, {**files, **(NAMED if "kommuner/odense.svg" in files else {})})
    return [found.code for found in try_out(load([shipped, folder]), [shipped, folder])]


@pytest.mark.parametrize("code", ["B057", "B058"])
def test_the_wrong_sample_breaks_the_rule_and_the_right_one_does_not(desk: Opened, tmp_path: Path, code: str) -> None:
    """Stumble 9."""
    rule = ALL_RULES[code]
    assert codes_in(rule.wrong, tmp_path / "wrong", tmp_path / "shipped") == [code]
    assert codes_in(rule.right, tmp_path / "right", tmp_path / "shipped") == []


def test_a_logo_that_is_not_there_is_named_where_it_is_asked_for(
    desk: Opened, write_kb: WriteKb, tmp_path: Path
) -> None:
    folders = [tmp_path / "shipped", write_kb(NAMED)]
    (found,) = try_out(load(folders), folders)
    assert (found.file.name, found.line, found.code) == ("odense.yaml", 8, "B057")
    assert "odense.svg" in found.message


@pytest.mark.parametrize("name", ["handuot.txt.j2", "handout.j2"])
def test_a_template_that_no_page_uses_is_told(desk: Opened, write_kb: WriteKb, tmp_path: Path, name: str) -> None:
    folders = [tmp_path / "shipped", write_kb({f"templates/{name}": "hej"})]
    _environment.cache_clear()
    (found,) = try_out(load(folders), folders)
    assert "ingen side bruger den" in found.message
    assert "handout.typ.j2" in found.message


def test_a_stub_of_the_importer_is_not_printed_and_says_nothing_on_another_page(desk: Opened) -> None:
    """Stumble 5."""
    stub = FORM.replace("Her beder du om at få post på papir.", texts.IMPORT_SUMMARY)
    task = TASK + "papir: {trin: [Ring.], blanketter: [fd-001a]}\n"
    base = desk({"blanketter/fd-001a.yaml": stub, "opgaver/skift-laege.yaml": task})
    form, guide = lookup.get(base.db, "fd-001a"), lookup.get(base.db, "skift-laege")
    assert form is not None
    assert guide is not None
    with pytest.raises(BlanketError, match=r"fd-001a.*udskrives ikke"):
        page_of(base, [form], Request(form="txt"))
    page = page_of(base, [guide], Request(form="txt")).content.decode()
    assert "Ansøgning om fritagelse" in page
    assert "Spørg udgiveren" not in page
