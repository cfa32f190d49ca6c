"""Breaks in what is printed for a citizen."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

CITIZEN = [
    Mutant("citizen", "at most two phones", "[:MOST_PHONES]", ""),
    Mutant(
        "citizen",
        "room for the kommune's number only on its own tasks",
        'municipality is None and task.authority.startswith("Kommune")',
        "municipality is None",
    ),
    Mutant(
        "citizen",
        "room for the kommune's number only on a form without phones",
        "municipality is None and not guide.phones",
        "municipality is None",
    ),
    Mutant("citizen", "advice gives way to the steps", "guide.advice.pop()", "break"),
    Mutant("citizen", "no form that the citizen does not fill in", " and form.for_citizen else None", " else None"),
    Mutant(
        "citizen",
        "no withdrawn form among the papers",
        'form.status != "udgået" and form.for_citizen',
        "form.for_citizen",
    ),
    Mutant(
        "citizen",
        "the same entry twice keeps its title",
        "len({found.id for found in entries}) == 1",
        "len(entries) == 1",
    ),
    Mutant("citizen", "no number of a place for staff", ' or found.content.audience == "personale":', ":"),
    Mutant("citizen", "an empty note is no note", "[note for note in notes if note.strip()]", "list(notes)"),
    Mutant(
        "citizen",
        "no step of the staff",
        ' for step in journey.steps if step.reader != "personale"]',
        " for step in journey.steps]",
    ),
    Mutant("citizen", "a withdrawn form is refused", 'if form.status == "udgået":', "if False:"),
    Mutant(
        "citizen",
        "no address on a staging host",
        "if address and not is_staging(address):\n        guide",
        "if address:\n        guide",
    ),
    Mutant("citizen", "the newest day counts", "max(days, default", "min(days, default"),
    Mutant(
        "citizen",
        "one way when only one is there",
        ' if way != "papir" or task.paper is None else None',
        ' if way != "papir" else None',
    ),
]
