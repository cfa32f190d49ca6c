"""Rules of texts that YAML has cut: a ` #` that makes the rest a remark, a comma that makes two items of one.

Both read well in an editor and are half gone on paper, so they are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from blanket.kb.format.model import Entry
from blanket.kb.format.rule import Rule, declare
from blanket.kb.rules.at_hand import BETWEEN
from blanket.kb.rules.ground import Finding, RuleContext, rule

declare(
    Rule(
        "B047",
        says="Teksten er klippet af ved “#{rest}”: det, der står efter et mellemrum og #, kommer ikke med.",
        cure="Sæt hele teksten i anførselstegn. Skal det være en note til jer selv, så skriv # og et mellemrum.",
        why="YAML tager # efter et mellemrum for en bemærkning. Borgeren får den halve tekst.",
        wrong="godt_at_vide:\n- Gå til kontor #1 i stuen.",
        right="godt_at_vide:\n- 'Gå til kontor #1 i stuen.'",
    ),
)
_MAYBE = re.compile(r"^[^#\n]*\S #(?:\S| \d)", re.MULTILINE)
_REST = re.compile(r" #(\S.*| \d.*)")
MOST_SHOWN = 20


def cut_by_a_remark(text: str) -> Iterator[tuple[int, int, str]]:
    """B047, which is about a file as it is written: line and column from 1, and what was cut off.

    A remark is told from a cut text by the blank behind its #, and by more than one before it.
    """
    if " #" not in text or not _MAYBE.search(text):  # the first is quick, and nearly always enough
        return
    lines = text.split("\n")
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.ScalarToken) and token.plain:
                line, column = token.end_mark.line, token.end_mark.column
                rest = _REST.match(lines[line], column)
                if rest:
                    yield line + 1, column + 2, rest[1].strip()[:MOST_SHOWN]
    except yaml.YAMLError:  # B004 says so
        return


# What begins a clause and no item of a list: with a capital it begins a sentence, and then it is one.
_BEGINS = r"(?:hvis|når|som|der|men|fordi|så|inden|medmindre|selvom|og|eller|samt|undtagen|før|efter|indtil) \w"
_CLAUSE, _LATER_CLAUSE = re.compile(_BEGINS), re.compile(BETWEEN + _BEGINS)


@rule(
    "B048",
    says="Listen er delt midt i en sætning: “{before}” og “{text}” er blevet to punkter.",
    cure="Sæt hele sætningen i anførselstegn, eller skriv hvert punkt på sin egen linje med - foran.",
    why="I [en liste] skiller komma punkterne ad. Borgeren får to halve sætninger.",
    wrong="medbring: [Pas, hvis du har bestilt tid]",
    right="medbring:\n- Pas, hvis du har bestilt tid",
)
def a_list_is_not_cut_by_a_comma(entry: Entry, context: RuleContext) -> Iterator[Finding]:
    if not _LATER_CLAUSE.search(context.of(entry).read.joined):
        return
    before: tuple[object, str] = ((), "")
    for leaf in context.of(entry).leaves:
        follows = isinstance(leaf.path[-1], int) and leaf.path[-1] > 0 and before[0] == leaf.path[:-1]
        if follows and leaf.role.reader != "nobody" and leaf.role.weight != "keyword" and _CLAUSE.match(leaf.text):
            yield leaf.path, {"before": before[1][-MOST_SHOWN:], "text": leaf.text[:MOST_SHOWN]}
        before = (leaf.path[:-1], leaf.text)
