"""Hours that do not hold every week are said right, and it is never called open when it is not."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec
import pytest

from blanket.guide.days import hours as opening
from blanket.guide.days.clock import COPENHAGEN
from blanket.kb.format.parts import Hours

NINE_TO_THREE = {"dage": ["man"], "fra": "09:00", "til": "15:00"}


def rows(**more: Any) -> tuple[Hours, ...]:
    return (msgspec.convert({**NINE_TO_THREE, **more}, Hours),)


@pytest.mark.parametrize(
    ("more", "moment", "opened", "text"),
    [
        ({"uger": "ulige"}, "2026-11-23T10:00", False, "mandag"),  # week 48
        ({"uger": "ulige"}, "2026-11-30T10:00", True, "15"),  # week 49
        ({"uger": "lige"}, "2026-11-23T10:00", True, "15"),
        ({"uger": "lige"}, "2026-11-24T10:00", False, "mandag den 7. december"),
        ({"i_måneden": "første"}, "2026-12-07T10:00", True, "15"),
        ({"i_måneden": "første"}, "2026-12-14T10:00", False, "mandag den 4. januar"),
        ({"i_måneden": "sidste"}, "2026-11-30T10:00", True, "15"),
        ({"i_måneden": "sidste"}, "2026-11-23T10:00", False, "mandag"),
        ({"lukket": [{"fra": "07-01", "til": "07-31"}]}, "2026-07-06T10:00", False, "lukket: 1. juli-31. juli"),
        (
            {"lukket": [{"fra": "07-01", "til": "07-31", "tekst": "sommerferie"}]},
            "2026-07-06T10:00",
            False,
            "sommerferie",
        ),
        ({"lukket": [{"fra": "07-01", "til": "07-31"}]}, "2026-08-03T10:00", True, "15"),
        ({"lukket": [{"fra": "12-21", "til": "01-04"}]}, "2027-01-04T10:00", False, "lukket"),
        ({"lukket": [{"fra": "2026-11-30", "til": "2026-11-30"}]}, "2026-11-30T10:00", False, "lukket"),
        ({"lukket": [{"fra": "2026-11-30", "til": "2026-11-30"}]}, "2027-11-29T10:00", True, "15"),
        ({"efter_aftale": "ja"}, "2026-11-30T10:00", None, "kun efter aftale"),
        # A note cannot be reckoned with, so nothing is promised by it: it may be open, and one rings first.
        ({"note": "kun i ulige uger"}, "2026-11-23T10:00", None, "måske åbent i dag (kun i ulige uger)"),
        ({"note": "lukket i juli"}, "2026-07-06T08:00", None, "måske åbent i dag (lukket i juli)"),
        ({"note": "kun efter aftale"}, "2026-11-23T16:00", False, "måske åbent mandag (kun efter aftale): ring først"),
        ({"note": "kun i ulige uger"}, "2026-11-24T10:00", False, "måske åbent mandag (kun i ulige uger): ring først"),
        ({"note": "indgang fra gården"}, "2026-11-23T10:00", True, "15"),
    ],
)
def test_open_or_not(more: dict[str, Any], moment: str, opened: bool | None, text: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=COPENHAGEN)
    found = opening.status(rows(**more), at)
    assert found.open is opened, found.text
    assert text in found.text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"uger": "ulige"}, "mandag kl. 9-15 (kun i ulige uger)"),
        ({"i_måneden": "første"}, "første mandag i måneden kl. 9-15"),
        ({"efter_aftale": "ja", "note": "1. sal"}, "mandag kl. 9-15 (kun efter aftale; 1. sal)"),
        ({"lukket": [{"fra": "07-01", "til": "07-31"}]}, "mandag kl. 9-15 (lukket 1. juli-31. juli)"),
    ],
)
def test_a_paper_says_what_limits_the_hours(more: dict[str, Any], said: str) -> None:
    assert opening.said(rows(**more)) == [said]
