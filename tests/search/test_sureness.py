"""What makes a hit sure, asked without an index."""

from blanket.search import weights
from blanket.search.asking import Evidence, QueryWord
from blanket.search.sureness import is_sure
from blanket.search.words import query_words


def asked(query: str, weight: float) -> list[QueryWord]:
    """The words of a query, each of a weight; the first one is held by entry 1, which the glossary leads to."""
    found = [QueryWord(token) for token in query_words(query)]
    for word in found:
        word.weight = weight
    found[0].put(1, Evidence(1.0, None, direct=True))
    return found


def test_a_hit_that_holds_nothing_for_a_rare_word_of_a_short_query_is_not_sure() -> None:
    common, rare = weights.SURE_RARE - 0.1, weights.SURE_RARE
    assert is_sure(asked("tandlæge regning", common), 1, lead=1.0, phrase=1.0)
    assert not is_sure(asked("tandlæge regning", rare), 1, lead=1.0, phrase=1.0)
