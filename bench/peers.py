"""Ready-made search engines on the same entries: what a project without a ranking of its own would use.

Each gets the texts that ours gets: title, søgeord, summary and body of tasks and journeys. Built once, asked often.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from typing import Any

from bench.phrases import Search
from blanket.search.words import fold


def all_peers(texts: dict[str, tuple[str, str]]) -> dict[str, Search]:
    """Name -> search, over id -> (title and søgeord, all text). Those that are not installed are left out."""
    makers: dict[str, Callable[[dict[str, tuple[str, str]]], Search]] = {
        "RapidFuzz WRatio": lambda found: rapidfuzz(found, "WRatio"),
        "RapidFuzz token_set_ratio": lambda found: rapidfuzz(found, "token_set_ratio"),
        "SQLite FTS5 unicode61": lambda found: fts5(found, "unicode61"),
        "SQLite FTS5 trigram": lambda found: fts5(found, "trigram"),
        "bm25s, Danish Snowball": bm25,
        "tantivy, Danish stems, fuzzy": tantivy,
    }
    peers = {}
    for name, maker in makers.items():
        try:
            peers[name] = maker(texts)
        except ImportError as error:
            print(f"{name}: not installed ({error.name})")
    return peers


def rapidfuzz(texts: dict[str, tuple[str, str]], scorer: str) -> Search:
    """RapidFuzz over title and søgeord: over all the text every long entry wins."""
    from rapidfuzz import fuzz, process, utils

    choices = {identifier: short for identifier, (short, _) in texts.items()}

    def search(query: str) -> list[str]:
        found = process.extract(query, choices, scorer=getattr(fuzz, scorer), processor=utils.default_process, limit=10)
        return [identifier for _, _, identifier in found]

    return search


def fts5(texts: dict[str, tuple[str, str]], tokenizer: str) -> Search:
    """SQLite's own full-text search, title and søgeord weighing more than text (bm25 weights 5 and 1)."""
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE VIRTUAL TABLE entry USING fts5(id UNINDEXED, short, body, tokenize = '{tokenizer}')")
    db.executemany("INSERT INTO entry VALUES (?, ?, ?)", [(i, short, body) for i, (short, body) in texts.items()])

    def search(query: str) -> list[str]:
        words = [word for word in fold(query).replace("-", " ").split() if any(map(str.isalnum, word))]
        original = ["".join(sign for sign in word if sign.isalnum()) for word in query.split()]
        terms = [f'"{word}"' for word in original if len(word) >= (3 if tokenizer == "trigram" else 1)]
        if not terms or not words:
            return []
        if tokenizer == "trigram":  # the query's trigrams, not its whole words, so that a slip does not lose the word
            pieces = {word.strip('"')[n : n + 3] for word in terms for n in range(len(word) - 4)}
            terms = [f'"{piece}"' for piece in sorted(pieces)]
        rows = db.execute(
            "SELECT id FROM entry WHERE entry MATCH ? ORDER BY bm25(entry, 0, 5, 1) LIMIT 10", (" OR ".join(terms),)
        )
        return [row[0] for row in rows]

    return search


def bm25(texts: dict[str, tuple[str, str]]) -> Search:
    """bm25s with PyStemmer's Danish stems; title and søgeord counted three times."""
    import bm25s
    import Stemmer

    ids = list(texts)
    stemmer = Stemmer.Stemmer("danish")
    corpus = [" ".join([short] * 3 + [body]) for short, body in texts.values()]
    engine: Any = bm25s.BM25()
    engine.index(bm25s.tokenize(corpus, stemmer=stemmer, stopwords=[], show_progress=False), show_progress=False)

    def search(query: str) -> list[str]:
        tokens = bm25s.tokenize([query], stemmer=stemmer, stopwords=[], show_progress=False)
        rows, scores = engine.retrieve(tokens, k=10, show_progress=False)
        return [ids[row] for row, value in zip(rows[0], scores[0], strict=True) if value > 0]

    return search


def tantivy(texts: dict[str, tuple[str, str]]) -> Search:
    """tantivy with its Danish analyzer, fuzzy by one letter, title and søgeord boosted."""
    import tantivy as engine

    builder = engine.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("short", tokenizer_name="danish")
    builder.add_text_field("body", tokenizer_name="danish")
    index = engine.Index(builder.build(), path=tempfile.mkdtemp())
    analyzer = (
        engine.TextAnalyzerBuilder(engine.Tokenizer.simple())
        .filter(engine.Filter.lowercase())
        .filter(engine.Filter.stemmer("danish"))
        .build()
    )
    index.register_tokenizer("danish", analyzer)
    writer: Any = index.writer()
    for identifier, (short, body) in texts.items():
        writer.add_document(engine.Document(id=identifier, short=short, body=body))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[str]:
        words = "".join(sign if sign.isalnum() or sign.isspace() else " " for sign in query)
        if not words.strip():
            return []
        parsed, _ = index.parse_query_lenient(
            words,
            ["short", "body"],
            field_boosts={"short": 5.0, "body": 1.0},
            fuzzy_fields={"short": (False, 1, True), "body": (False, 1, True)},
        )
        found = searcher.search(parsed, 10).hits
        return [searcher.doc(address)["id"][0] for _, address in found]

    return search
