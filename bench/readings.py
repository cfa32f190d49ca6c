"""The sentences that citizens read, to hold up against their sources, and how many of them were.

python -m bench.readings list [--ids ID…] [--kinds KIND…]
    The sentences as TSV: id, felt, fingeraftryk, slags, sætning.
python -m bench.readings count
    How many there are by kind of claim and by verdict in the log, kb/laesninger/*.tsv.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from blanket.kb.base import load
from blanket.kb.review.readings import UNREAD, VERDICTS, coverage, read_log
from blanket.kb.review.sentences import CLAIMS, claims, only
from blanket.paths import shipped


def main(arguments: list[str]) -> int:
    """Print what was asked for. Returns 1 when a line of the log cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m bench.readings", description=__doc__)
    parser.add_argument("--kb", type=Path, default=shipped("kb"), help="the folder of the knowledge base")
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list")
    listing.add_argument("--ids", nargs="+", default=[], metavar="ID")
    listing.add_argument("--kinds", nargs="+", default=[], metavar="KIND", choices=list(CLAIMS))
    commands.add_parser("count")
    asked = parser.parse_args(arguments)
    if asked.command == "list":
        return _list(asked.kb, asked.ids, asked.kinds)
    return _count(asked.kb)


def _list(folder: Path, ids: list[str], kinds: list[str]) -> int:
    print("id", "felt", "fingeraftryk", "slags", "sætning", sep="\t")
    base = load([folder])
    for claim in only(claims(base), [base.former.get(identifier, identifier) for identifier in ids], kinds):
        print(claim.id, claim.at, claim.fingerprint, ", ".join(claim.kinds), claim.text, sep="\t")
    return 0


def _count(folder: Path) -> int:
    base = load([folder])
    log = read_log([folder])
    found = coverage(claims(base), log, base.former)
    columns = (*VERDICTS, UNREAD)
    print(f"{'':12} {'i alt':>8}", *(f"{name:>15}" for name in columns))
    for kind, counted in [("alle slags", found.whole), *found.counts.items()]:
        print(_row(kind, counted, columns))
    print(f"\n{len(log.readings)} linjer i loggen. {len(found.outdated)} passer ikke længere på en sætning.")
    for line in log.broken:
        print(line, file=sys.stderr)
    return 1 if log.broken else 0


def _row(name: str, counted: Counter[str], columns: tuple[str, ...]) -> str:
    return " ".join([f"{name:12} {sum(counted.values()):>8}", *(f"{counted[column]:>15}" for column in columns)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
