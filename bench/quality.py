"""Search quality on the practice set and the control set, ours and ready-made engines' on the same entries in one run.

python -m bench.quality            prints the table
python -m bench.quality --skriv    writes it to docs/maalinger.md too
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from bench.measurements import write_section
from bench.peers import all_peers
from bench.phrases import CONTROL, Phrase, Search, mistyped, phrases, score
from blanket.kb.base import load
from blanket.kb.format.model import Entry, Journey, Task
from blanket.kb.rules.readability import citizen_text
from blanket.paths import shipped
from blanket.search.engine import search
from blanket.search.index import open_index


def ours() -> tuple[Search, set[str]]:
    """Our search over the shipped base, and the ids that it has."""
    db = open_index([shipped("kb")], Path(tempfile.mkdtemp())).db
    known = {row[0] for row in db.execute("SELECT id FROM entry")}
    return lambda query: [hit.id for hit in search(db, query, limit=10)], known


def entry_texts() -> dict[str, tuple[str, str]]:
    """Id -> (title and søgeord, all that a citizen reads) of the tasks and journeys, for the peers."""
    entries: list[Entry] = [
        entry for entry in load([shipped("kb")]).entries.values() if isinstance(entry, Task | Journey)
    ]
    return {
        entry.id: (" ".join([entry.title, *entry.keywords]), " ".join(citizen_text(entry)))  # type: ignore[attr-defined]
        for entry in entries
    }


def main() -> None:
    """Print, and with --skriv write, the tables."""
    find, known = ours()
    everything = phrases(known)
    plain = [phrase for phrase in everything if not phrase.weak]
    weak = [phrase for phrase in everything if phrase.weak]
    slips = mistyped(plain)
    control = phrases(known, CONTROL)
    counts = (
        f"Practice set: {len(plain)} phrases, {len(slips)} mistyped, {len(weak)} weak. Control set: {len(control)}."
    )
    lines = [counts, "Columns: hit@1, hit@3, MRR.", "", "```"]
    lines += [f"{'':30}  plain                  mistyped               weak                   control set"]
    for name, engine in {"blanket": find, **all_peers(entry_texts())}.items():
        scores = (score(group, engine) for group in (plain, slips, weak, control))
        lines.append(f"{name:30}  {'    '.join(map(str, scores))}")
    lines += ["", f"{'blanket, by kind of phrase':30}  plain                  count"]
    by_kind: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in plain:
        by_kind[phrase.kind].append(phrase)
    lines += [f"{kind:30}  {score(group, find)}    {len(group)}" for kind, group in sorted(by_kind.items())]
    for kind in sorted({phrase.kind for phrase in control}):
        group = [phrase for phrase in control if phrase.kind == kind]
        lines.append(f"{'control set, ' + kind:30}  {score(group, find)}    {len(group)}")
    lines.append("```")
    print("\n".join(lines))
    if "--skriv" in sys.argv:
        write_section("Search quality", "python -m bench.quality --skriv", lines)


if __name__ == "__main__":
    main()
