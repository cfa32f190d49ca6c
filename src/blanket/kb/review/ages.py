"""How old what the base says is: amounts by the year that they are for, claims by the age of the page they rest on.

Here goes the counting by year. What must be looked over again stands in `due`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from blanket.kb.format.model import Entry
from blanket.kb.format.roles import Keys, leaves_of
from blanket.kb.review.sentences import claims_of
from blanket.kb.rules.free_text import AMOUNT, YEAR

OLD_BEFORE = 2022  # a page from before then is old
UNKNOWN = "ukendt"  # where no year is known


@dataclass(slots=True)
class Ages:
    """`amounts`: year or UNKNOWN -> how many. `claims`: year of the newest page an entry rests on -> how many sentences
    of citizens. `old`: the ids of entries that rest on no page from OLD_BEFORE on, by what is known of their pages.
    """

    amounts: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    old: list[str] = field(default_factory=list)


def ages_of(entries: Iterable[Entry]) -> Ages:
    """Count the amounts and claims of some entries by year."""
    ages = Ages()
    for entry in entries:
        newest = page_year(entry)
        ages.amounts.update(_amounts(entry))
        ages.claims[newest or UNKNOWN] += sum(1 for _ in claims_of(entry))
        if newest and int(newest) < OLD_BEFORE:
            ages.old.append(entry.id)
    return ages


def page_year(entry: Entry) -> str:
    """The year of the newest page that an entry rests on, as its sources say; nothing when none says its date."""
    return max((source.page_date[:4] for source in entry.sources if source.page_date), default="")


def _amounts(entry: Entry) -> list[str]:
    """The year of every amount: that of its key, else the last one that its text names."""
    fees: dict[Keys, int | None] = {
        ("gebyr", number): fee.year for number, fee in enumerate(getattr(entry, "fees", ()))
    }
    found = []
    for leaf in leaves_of(entry):
        if leaf.role.reader != "nobody" and leaf.role.grade != "label":
            said = YEAR.findall(leaf.text)
            year = fees.get(leaf.path[:2])
            named = str(year) if year else max(said, default=UNKNOWN)
            found += [named] * len(AMOUNT.findall(leaf.text))
    return found
