"""Breaks in ranking, asking and matching. The first of each are those that survived when the suite was reviewed."""

from __future__ import annotations

from bench.mutants.mutant import Mutant

RANKING = [
    Mutant("ranking", "a withdrawn form stands lower", "score *= weights.WITHDRAWN", "score *= 1.0"),
    Mutant("ranking", "an id typed as it is gets full points", "if n in query.ids:\n        return 1.0\n", ""),
    Mutant("ranking", "what is far behind is left out", "weights.FAR_BEHIND * scores", "0.0 * scores"),
    Mutant("ranking", "very common words are completed", "if not cut:", "if True:"),
    Mutant("ranking", "words that ask for a form", "by_kind[kind] = weights.KIND_ASKED_FOR", "pass"),
    Mutant("ranking", "ties go by kind", "KIND_ORDER[rows[n].kind], rows[n].id", "rows[n].id"),
    # That a søgeord as a whole counts less than the title is gone: no set saw it.
    Mutant("ranking", "DP 200 finds DP 200A", "if may_go_on else exact", "if False else exact"),
    Mutant("ranking", "at most three reasons", "[: weights.MOST_WHY]", "[:9]"),
    Mutant("ranking", "a guess must be near", "if found[n][0] >= weights.GUESS", "if found[n][0] >= 0.0"),
    Mutant(
        "ranking",
        "a narrow search looks beyond the best forty",
        "list(covered) if narrow else",
        "list(covered) if False else",
    ),
    Mutant(
        "ranking",
        "small words count in a phrase",
        "weights.STOP * len(meaning.stops.intersection(phrase))",
        "0.0",
    ),
    Mutant("ranking", "a form number gets nearly full points", "max(score, weights.NUMBER) if", "score if"),
    Mutant(
        "ranking", "a short look-alike is a guess", "return False\n    return True", "return False\n    return False"
    ),
    Mutant("ranking", "who misses a rare word is not sure", "enough and not signs.misses and", "enough and"),
    Mutant("ranking", "the phrase as a whole counts", "weights.PHRASE * phrase", "weights.PHRASE * 0.0"),
    Mutant("ranking", "a task before a form that fits as well", "* phrase) * kind_weight", "* phrase)"),
]
ASKING = [
    Mutant("asking", "a word that all entries hold still counts", "max(weights.RARITY_LEAST, log", "max(0.0, log"),
    Mutant("asking", "a query of one word is taken as it is", "if len(telling) == 1:", "if not telling:"),
    Mutant("asking", "one of two words of the glossary is not all", "else weights.SAID_IN_PART", "else 1.0"),
    Mutant("asking", "a word with near ones only is no unknown one", "weights.NEAR * sum(near)", "0.0 * sum(near)"),
    Mutant(
        "asking",
        "the tail of a compound says more",
        "weights.PART_HEAD * head.get(entry, 0.0) + weights.PART_TAIL *",
        "weights.PART_TAIL * head.get(entry, 0.0) + weights.PART_HEAD *",
    ),
    Mutant("asking", "words of doing weigh less", "weights.ACTION if _is_action(item)", "1.0 if _is_action(item)"),
    Mutant(
        "asking",
        "a phrase of the glossary needs its small words",
        "if not saying.stops or 2 * len(stops & saying.stops) > len(saying.stops):",
        "if True:",
    ),
    Mutant(
        "asking",
        "the glossary leads straight to an entry",
        "for entry in map(lexicon.with_id, sees):",
        "for entry in ():",
    ),
    # Gone, as no set saw it: two neighbours looked up as one word.
    Mutant("asking", "a mistyped stop word is put right", "meant = matching.stop_word_meant(token)", "meant = None"),
    Mutant(
        "asking", "the glossary knows a word that looks mistyped", "or _is_said(lexicon, token, telling)", "or False"
    ),
    Mutant("asking", "the surest match of a word counts", "known.sure < match.sure", "known.sure > match.sure"),
    Mutant("asking", "the strongest evidence in an entry counts", "known.strength < found.strength", "False"),
    Mutant(
        "asking",
        "a phrase of four words is found in the glossary",
        "range(min(weights.MOST_SAID, len(query)), 0, -1)",
        "range(min(2, len(query)), 0, -1)",
    ),
]
MATCHING = [
    Mutant("matching", "s and e between the parts of a compound", 'LINKS = ("", "s", "e")', 'LINKS = ("",)'),
    Mutant("matching", "a link is cut from a head", "text[cut - 1] in LINKS", "False"),
    Mutant(
        "matching",
        "the same letters when bare are another word",
        "sure = weights.OTHER_WORD",
        "sure = weights.SPELT_BARE",
    ),
    Mutant("matching", "two slips from eight letters", " + (length >= weights.TWO_SLIPS_FROM)", ""),
    Mutant("matching", "no slip under four letters", "(length >= weights.ONE_SLIP_FROM) +", "(length >= 2) +"),
    Mutant("matching", "a typed ø is meant", "elif named or len(found.stem) < len(token.stem):", "elif named:"),
    Mutant("matching", "spelt bare is a little less than spelt right", "sure = weights.SPELT_BARE", "sure = 0.3"),
    Mutant("matching", "a longer beginning is surer", "weights.PREFIX_FULL * length / len(found.bare)", "0.0"),
    Mutant("matching", "the end of a word finds it", "if len(token.bare) >= weights.MIN_SUFFIX:", "if False:"),
    # Gone, as no set saw it: a typo at the beginning of a short word counting less.
    Mutant("matching", "only the fewest slips count", "if slips == fewest}", "if slips >= fewest}"),
    Mutant(
        "matching",
        "no further slip for a short word",
        "if len(target) >= weights.MORE_SLIPS_FROM else 0",
        "if len(target) >= 4 else 0",
    ),
    Mutant(
        "matching",
        "a part of a compound may be mistyped",
        "if mistyped_too and bool(heads)",
        "if False and bool(heads)",
    ),
    Mutant("matching", "a word with a letter too few is found", "len(target) + limit, weights", "len(target), weights"),
]
