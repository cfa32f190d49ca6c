"""A rule of the knowledge base: its code, what it says, what to do, why it is there, and what breaks and keeps it.

Here goes the shape of a rule and the one list of them. Each stands beside what checks it: those of any file in
`file_rules`, of form in `form_rules`, of content in `blanket.kb.rules`, of links in `blanket.kb.review.link_rules`.
Messages, the handbook's table, `kb tjek --forklar` and a test of every rule come from here.

A sample (`wrong`, `right`) is lines as they may stand in a file. `# opgaver/ny-laege.yaml` alone on a line says which
file the lines below it stand in; without it that is some task. (i år), (i denne måned) and <tabulator> stand for what
cannot be typed once and for all.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample that lines alone cannot show. `files`: makes the files' contents; None stands for a folder.

    `status`, `location`: what a page answers, for the rules of links.
    """

    text: str
    files: Callable[[], Mapping[str, bytes | None]] = dict
    status: int = 0
    location: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `says` and `cure` may hold blanks, which a finding fills. `error`: False for mere advice.

    `check`: what looks at one entry, see `blanket.kb.rules.ground`; None where reading, form check or base do it.
    `mend`: a `Document` that was read without problems -> the same with this rule kept, or None when there is nothing
    to do or it cannot be done safely. A rule without one has to be mended by hand.
    """

    code: str
    says: str
    cure: str
    why: str
    wrong: str | Sample
    right: str | Sample
    error: bool = True
    check: Callable[[Any, Any], Iterator[Any]] | None = None
    mend: Callable[[Any], Any] | None = None


RULES: dict[str, Rule] = {}  # of the modules that are imported; `blanket.kb.review.all_rules` imports them all


def declare(*rules: Rule) -> None:
    """Take rules into the list. A code stands for one rule."""
    for rule in rules:
        assert rule.code not in RULES, rule.code
        RULES[rule.code] = rule


def plain(text: str) -> str:
    """A sentence with … for its blanks, and without those that hold a mere hint."""
    blanks = {name: "" if name == "hint" else "…" for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format_map(blanks).strip()
