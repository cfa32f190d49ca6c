"""A text changed in somebody's own editor: written to a file of its own, opened, read back.

Here goes the round for one value. Whole entries are opened where they stand: see `kb ret`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from blanket.cli.keys import read_line
from blanket.errors import BlanketError
from blanket.kb.editing.opening import editor_command, run_editor


def typed_text(text: str, question: str) -> str:
    """A text after somebody has changed it; empty when there is none. Without an editor it is typed on a line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "tekst.txt"
        file.write_text(text + "\n", encoding="utf-8")
        try:
            program = editor_command(file, os.environ, windows=os.name == "nt")
        except BlanketError:
            return read_line(question)
        run_editor(program, file)
        written = file.read_text(encoding="utf-8-sig", errors="replace") if file.exists() else ""
    return written.strip()
