"""The sentences that citizens read, to hold up against their sources, and how many of them were.

python -m bench.readings list [--ids ID…] [--kinds KIND…] [--of opgave forløb…] [--unread]
    The sentences as TSV: id, felt, fingeraftryk, slags, sætning.
python -m bench.readings count [--of opgave forløb…]
    How many there are by kind of claim and by verdict in the log, kb/laesninger/*.tsv; and how many of those that are
    read first, the riskiest kinds.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from blanket.kb.base import Base, load
from blanket.kb.review.readings import UNREAD, VERDICTS, Log, coverage, read_log, verdicts
from blanket.kb.review.sentences import CLAIMS, Claim, claims, only
from blanket.paths import shipped

# The kinds whose faults do most harm: what is read first.
RISKY = ("altid", "kun", "aldrig", "senest", "tidligst", "gratis", "automatisk", "af sig selv", "ingen", "tal", "beløb")


def main(arguments: list[str]) -> int:
    """Print what was asked for. Returns 1 when a line of the log cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m bench.readings", description=__doc__)
    parser.add_argument("--kb", type=Path, default=shipped("kb"), help="the folder of the knowledge base")
    commands = parser.add_subparsers(dest="command", required=True)
    listing, counting = commands.add_parser("list"), commands.add_parser("count")
    listing.add_argument("--ids", nargs="+", default=[], metavar="ID")
    listing.add_argument("--kinds", nargs="+", default=[], metavar="KIND", choices=[*CLAIMS, "risky"])
    listing.add_argument("--unread", action="store_true", help="only those that the log does not hold")
    for command in (listing, counting):
        command.add_argument("--of", nargs="+", default=[], metavar="SLAGS", help="only entries of these kinds")
    asked = parser.parse_args(arguments)
    base, log = load([asked.kb]), read_log([asked.kb])
    found = [claim for claim in claims(base) if not asked.of or claim.kind in asked.of]
    if asked.command == "count":
        return _count(found, base, log)
    kinds = RISKY if "risky" in asked.kinds else asked.kinds
    wanted = only(found, [base.former.get(identifier, identifier) for identifier in asked.ids], kinds)
    known = verdicts(log, base.former) if asked.unread else {}
    print("id", "felt", "fingeraftryk", "slags", "sætning", sep="\t")
    for claim in wanted:
        if (claim.id, claim.fingerprint) not in known:
            print(claim.id, claim.at, claim.fingerprint, ", ".join(claim.kinds), claim.text, sep="\t")
    return 0


def _count(claimed: list[Claim], base: Base, log: Log) -> int:
    found = coverage(claimed, log, base.former)
    risky = coverage(only(claimed, (), RISKY), log, base.former)
    columns = (*VERDICTS, UNREAD)
    print(f"{'':14} {'i alt':>8}", *(f"{name:>15}" for name in columns))
    for kind, counted in [("alle slags", found.whole), ("læses først", risky.whole), *found.counts.items()]:
        print(_row(kind, counted, columns))
    outdated = len(coverage(claims(base), log, base.former).outdated)
    print(f"\n{len(log.readings)} linjer i loggen. {outdated} passer ikke længere på en sætning.")
    for line in log.broken:
        print(line, file=sys.stderr)
    return 1 if log.broken else 0


def _row(name: str, counted: Counter[str], columns: tuple[str, ...]) -> str:
    return " ".join([f"{name:14} {sum(counted.values()):>8}", *(f"{counted[column]:>15}" for column in columns)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
