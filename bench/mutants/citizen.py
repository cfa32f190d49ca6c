"""Breaks in what is printed for a citizen."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

# Gone with the code: at most two phones, and room for the kommune's number. `guide/paper/box` took their place.
CITIZEN = [
    Mutant("citizen", "no form that the citizen does not fill in", " or not form.for_citizen:", ":"),
    Mutant(
        "citizen",
        "no withdrawn form among the papers",
        'if form.status == "udgået" or not form.for_citizen',
        "if not form.for_citizen",
    ),
    Mutant(
        "citizen",
        "the same entry twice keeps its title",
        "len({found.id for found in entries}) > 1",
        "len(entries) > 1",
    ),
    Mutant("citizen", "no number of a place for staff", ' or found.content.audience == "personale":', ":"),
    Mutant(
        "citizen", "an empty note is no note", "[note for note in choices.notes if note.strip()]", "list(choices.notes)"
    ),
    Mutant("citizen", "no step of the staff", '("borger" if staff else "personale")', '("borger" if staff else "")'),
    Mutant("citizen", "no task that is the staff's", ' and step.reader != "personale" else None', " else None"),
    Mutant("citizen", "a withdrawn form is refused", 'if form.status == "udgået":', "if False:"),
    Mutant("citizen", "no address on a staging host", "if not address or is_staging(address):", "if not address:"),
    Mutant("citizen", "no staging host on a slip", "form.address and not is_staging(form.address)", "form.address"),
    Mutant("citizen", "the newest day counts", "max(days, default", "min(days, default"),
    Mutant(
        "citizen",
        "a digital task is printed when paper is asked for",
        ' if choices.way != "papir" or task.paper is None',
        ' if choices.way != "papir"',
    ),
    Mutant(
        "citizen",
        "a staff place is no meeting place",
        'if place.audience == "personale":\n        raise',
        "if False:\n        raise",
    ),
    Mutant("citizen", "a place for staff is no handout", ' if entry.audience != "personale":', ":"),
]
