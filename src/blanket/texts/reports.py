"""Reporting a fault of the base."""

from __future__ import annotations

REPORT_WHAT = "Hvad er forkert i “{title}”? "
REPORT_LINE = "Hvilken linje? Skriv den af, eller tryk Enter: "
REPORT_BECAUSE = "Forkert, fordi: "
REPORT_SHOWN = "Det her gemmes på maskinen til dem, der vedligeholder vidensbasen:"
REPORT_ASK = "Gem det? Enter gemmer, n fortryder: "
REPORT_KEPT = "Gemt. Tak."
REPORT_NOT_KEPT = "Ikke gemt."
REPORT_UNWRITABLE = "Fejlmeldingen kan ikke gemmes i {file}: {why}."
REPORT_UNWRITABLE_CURE = "Skriv den ned, og giv den til den, der vedligeholder vidensbasen."
