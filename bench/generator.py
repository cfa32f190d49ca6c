"""Knowledge bases of any size with natural vocabulary, made from the shipped one with a fixed seed.

    python -m bench.generator 10000 MAPPE

Each entry is a task whose title is a verb and a compound of two real words, whose søgeord are real words, and whose
texts are sentences of real entries: so words are as rare and as common as they are in the shipped base, and new
compounds keep coming as they do in Danish.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from pathlib import Path

from blanket.kb.base import load
from blanket.kb.format.model import Task
from blanket.kb.rules.denmark import KOMMUNER
from blanket.kb.rules.readability import citizen_text, sentences_of
from blanket.paths import shipped
from blanket.search.index import build_file

SEED = 2026


def generate(count: int, folder: Path, seed: int = SEED) -> list[str]:
    """Write `count` tasks into folder/opgaver and return their titles. The same seed gives the same files."""
    random_ = random.Random(seed)
    tasks = [entry for entry in load([shipped("kb")]).entries.values() if isinstance(entry, Task)]
    sentences = sorted({sentence for task in tasks for text in citizen_text(task) for sentence in sentences_of(text)})
    words = sorted({word.lower() for text in sentences for word in re.findall(r"\b[a-zæøå]{4,9}\b", text.lower())})
    verbs = ["Søg om", "Få", "Meld", "Skift", "Bestil", "Klag over", "Forny", "Opsig", "Ret", "Vis"]
    target = folder / "opgaver"
    target.mkdir(parents=True, exist_ok=True)
    titles = []
    for number in range(count):
        title = f"{random_.choice(verbs)} {random_.choice(words)}{random_.choice(words)}"
        keywords = ", ".join(random_.sample(words, 6))
        steps = "\n".join(f"  - {_quoted(text)}" for text in random_.sample(sentences, 5))
        text = (
            f"id: opslag-{number}\ntitel: {title}\nsøgeord: [{keywords}]\nemne: hverdag\nmyndighed: Kommunen\n"
            f"kort: {_quoted(random_.choice(sentences))}\npapir:\n  trin:\n{steps}\n"
            'kontakt:\n- {navn: Borgerservice, telefon: "66 13 13 72", kilde: "https://www.odense.dk/"}\n'
        )
        (target / f"opslag-{number}.yaml").write_text(text, encoding="utf-8")
        titles.append(title)
    return titles


def one_file(work: Path, count: int) -> Path:
    """Write `count` tasks as a one-file index into `work` and return its path."""
    folder, file = work / f"kb-{count}", work / f"{count}.blanket"
    generate(count, folder)
    build_file([folder], file)
    shutil.rmtree(folder)
    return file


MOST_LAID = (8, 16, 24, 40, 120)  # entries that a layer changes: the shipped ones are of 40 lines, the longest of 210


def lay_over(count: int, folder: Path, layers: int = 98, seed: int = SEED) -> None:
    """Write the files of so many kommuner, each with a layer over some of `count` generated entries: a value replaced
    and a text added in each, a note for staff in every other one, and what the kommune helps with.
    """
    random_ = random.Random(seed)
    target = folder / "kommuner"
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(KOMMUNER)[:layers]:
        changed = sorted(random_.sample(range(count), min(random_.choice(MOST_LAID), count)))
        laid = "\n".join(
            f"  opslag-{number}:\n    ret:\n    - {{nøgle: myndighed, til: Borgerservice, før: Kommunen}}\n"
            f"    tilføj: {{godt_at_vide: [Ring først.]}}"
            for number in changed
        )
        notes = "\n".join(f"  opslag-{number}: {{noter: [Ring først. Spørg efter en tid.]}}" for number in changed[::2])
        text = (
            f"id: {name}\nnavn: {name.title()} Kommune\nkort: Kommunens eget lag.\n"
            "hjælper_med: [MitID, Digital Post, blanketter på papir, at skifte læge]\n"
            f"opgaver:\n{notes}\nlag:\n{laid}\n"
            'kilder:\n- {adresse: "https://www.borger.dk/", læst: 2026-11}\n'
        )
        (target / f"{name}.yaml").write_text(text, encoding="utf-8")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
