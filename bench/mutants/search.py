"""Breaks in ranking, asking and matching. The first of each are those that survived when the suite was reviewed."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

RANKING = [
    Mutant("ranking", "a withdrawn form stands lower", "score *= 0.8", "score *= 1.0"),
    Mutant("ranking", "an id typed as it is gets full points", "score = 1.0", "score = score"),
    Mutant("ranking", "what is far behind is left out", "score < FAR_BEHIND *", "score < 0.0 *"),
    Mutant("ranking", "very common words are completed", "if not cut:", "if True:"),
    Mutant("ranking", "words that ask for a form", "weights[kind] = 1.0", "weights[kind] = weights[kind]"),
    Mutant("ranking", "ties go by kind", "KIND_ORDER[rows[item[1]].kind], ", ""),
    Mutant("ranking", "the title before a søgeord", "KEYWORD_PHRASE = 0.94", "KEYWORD_PHRASE = 1.0"),
    Mutant("ranking", "DP 200 finds DP 200A", "if key[0].isalpha() and key[-1].isdigit()", "if False"),
    Mutant("ranking", "at most three reasons", "notes[:3]", "notes[:9]"),
    Mutant("ranking", "a guess must be near", ">= 0.35", ">= 0.0"),
    Mutant("ranking", "a narrow search looks beyond the best forty", "if narrow else", "if False else"),
    Mutant("ranking", "small words count in a phrase", "STOP = 0.5", "STOP = 0.0"),
    Mutant("ranking", "a form number gets nearly full points", "max(score, 0.995)", "max(score, 0.2)"),
    Mutant("ranking", "a short look-alike is a guess", "return True\n\n\ndef _why", "return False\n\n\ndef _why"),
    Mutant("ranking", "the phrase as a whole counts", "PHRASE * phrases.get(n, 0.0)", "PHRASE * 0.0"),
    Mutant("ranking", "a journey and a task before a form", '"blanket": 0.66', '"blanket": 1.0'),
]
ASKING = [
    Mutant("asking", "a word that all entries hold still counts", "max(0.25, log", "max(0.0, log"),
    Mutant("asking", "a query of one word is never noise", "len(asked) > 1 and ", ""),
    Mutant("asking", "one of two words of the glossary is not all", "else 0.75", "else 1.0"),
    Mutant("asking", "a word with near ones only is as common as they", "sum(near) if near", "0 if near"),
    Mutant(
        "asking",
        "the tail of a compound says more",
        "0.45 * head.get(entry, 0.0) + 0.55 *",
        "0.55 * head.get(entry, 0.0) + 0.45 *",
    ),
    Mutant("asking", "words of doing weigh less", "ACTION = 0.5", "ACTION = 1.0"),
    Mutant(
        "asking",
        "a phrase of the glossary needs its small words",
        "if not needs or not stops.isdisjoint",
        "if not stops.isdisjoint",
    ),
    Mutant(
        "asking", "the glossary leads straight to an entry", "for identifier in sees.split():", "for identifier in ():"
    ),
    Mutant("asking", "joined words stand for both", "            right.add(match)\n", ""),
    Mutant("asking", "a mistyped stop word is dropped", "if len(noise) < len(asked):", "if False:"),
    Mutant("asking", "the surest match of a word counts", "known.sure < match.sure", "known.sure > match.sure"),
    Mutant("asking", "the strongest place in an entry counts", "known.strength < place.strength", "False"),
    Mutant(
        "asking",
        "a phrase of four words is found in the glossary",
        "range(min(4, len(found)), 0, -1)",
        "range(min(2, len(found)), 0, -1)",
    ),
]
MATCHING = [
    Mutant("matching", "s and e between the parts of a compound", 'LINKS = ("", "s", "e")', 'LINKS = ("",)'),
    Mutant("matching", "a link is cut from a head", 'text[cut - 1] in "se"', 'text[cut - 1] in ""'),
    Mutant("matching", "the same letters when bare are another word", "OTHER_WORD = 0.7", "OTHER_WORD = 0.95"),
    Mutant("matching", "two slips from eight letters", "1 if length < 8 else 2", "1"),
    Mutant("matching", "no slip under four letters", "0 if length < 4 else", "0 if length < 2 else"),
    Mutant("matching", "a typed ø is meant", "elif named or len(stem) < len(found.stem):", "elif named:"),
    Mutant("matching", "spelt bare is a little less than spelt right", "SPELT_BARE = 0.95", "SPELT_BARE = 0.3"),
    Mutant("matching", "a longer beginning is surer", "PREFIX = (0.65, 0.30)", "PREFIX = (0.65, 0.0)"),
    Mutant("matching", "the end of a word finds it", "if length >= MIN_SUFFIX:", "if False:"),
    Mutant(
        "matching",
        "a short word begins as it should",
        "UNSURE_START, SURE_LENGTH = 0.6",
        "UNSURE_START, SURE_LENGTH = 1.0",
    ),
    Mutant("matching", "only the fewest slips count", "if slips == fewest", "if slips >= fewest"),
    Mutant("matching", "no further slip for a short word", "if len(target) >= 6 else 0", "if len(target) >= 4 else 0"),
    Mutant(
        "matching",
        "a part of a compound may be mistyped",
        "if mistyped_too and bool(heads)",
        "if False and bool(heads)",
    ),
    Mutant(
        "matching", "a swap over a joint is found", "length(bare) BETWEEN ? AND ?", "length(bare) + 1 BETWEEN ? AND ?"
    ),
]
