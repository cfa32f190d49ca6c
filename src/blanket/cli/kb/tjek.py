"""`blanket kb tjek [FIL…]`: what is wrong with the entries, where, and what to do."""

from __future__ import annotations

from typing import Annotated

import typer

from blanket import texts
from blanket.cli.outcome import Outcome
from blanket.cli.session import JsonOption, KbOption, folders_of
from blanket.errors import Exit


def tjek(
    only: Annotated[
        list[str] | None,
        typer.Argument(metavar="FIL…", help="Kun filer, hvis navn indeholder dette.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    kb: KbOption = None,
) -> Outcome:
    """Tjek alle opslag: form, henvisninger og regler."""
    from blanket.kb.base import load

    base = load(folders_of(kb))
    problems = [found for found in base.problems if not only or any(part in str(found.file) for part in only)]
    errors = sum(found.error for found in problems)
    code = Exit.UNUSABLE if base.broken else Exit.NOTHING_FOUND if errors else Exit.DONE
    if as_json:
        data = [
            {
                "fil": str(found.file), "linje": found.line, "kolonne": found.column, "kode": found.code,
                "besked": found.message, "gør": found.cure, "fejl": found.error,
            }
            for found in problems
        ]  # fmt: skip
        return Outcome(data={"opslag": len(base.entries), "fund": data}, code=code)
    lines = [f"{found} {found.cure}" for found in problems]
    summary = texts.KB_PROBLEMS if problems else texts.KB_OK
    lines.append(summary.format(count=len(base.entries), errors=errors, advice=len(problems) - errors))
    return Outcome(text="\n".join(lines), code=code)
