"""`blanket kb skema [SLAGS]`: JSON Schema for editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from blanket.cli.options import KbOption, named_by, one_of
from blanket.cli.outcome import Outcome
from blanket.desk.opening import maintained
from blanket.errors import BlanketError, Exit
from blanket.texts import editing as texts
from blanket.texts import finding as finding_texts
from blanket.texts import usage as usage_texts


def skema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[SLAGS]", help="Kun opgave, forløb, blanket, sted, kommune eller ord.", show_default=False
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--ud",
            metavar="MAPPE",
            help="Ellers docs/skema ved siden af kb/; - viser det.",
            readable=False,
            show_default=False,
        ),
    ] = None,
    kb: KbOption = None,
) -> Outcome:
    """Skriv skemaer, så fx VS Code forklarer nøglerne og foreslår værdier."""
    from blanket.kb.format.json_schema import SCHEMA_FILES, SCHEMA_FOLDER, schema_of, write_schemas

    chosen = one_of(kind, tuple(SCHEMA_FILES), finding_texts.UNKNOWN_KIND, "kind") if kind else None
    if out == Path("-"):
        if chosen is None:
            cure = usage_texts.CHOICES.format(choices=", ".join(SCHEMA_FILES))
            raise BlanketError(texts.SCHEMA_NEEDS_KIND, cure, Exit.WRONG_USE)
        return Outcome(text=json.dumps(schema_of(chosen), ensure_ascii=False, indent=2))
    if out is None:
        own, _ = maintained(named_by(kb))
        if own is None:
            raise BlanketError(texts.SCHEMA_NO_FOLDER, texts.SCHEMA_NO_FOLDER_CURE, Exit.WRONG_USE)
        out = own.parent / SCHEMA_FOLDER
    done = write_schemas(out, [chosen] if chosen else list(SCHEMA_FILES))
    lines = [(texts.SCHEMA_WRITTEN if changed else texts.SCHEMA_UNCHANGED).format(file=file) for file, changed in done]
    return Outcome(text="\n".join(lines))
