"""What is wrong with a file, where, and what to do: the one shape that reader, form check and rules report in.

Here goes the `Problem` and how it is made from a code. The Danish sentences stand with each rule: see `rule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from blanket.kb.format.rule import RULES

Position = tuple[int, int]  # line and column, both counted from 1


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One finding in one file.

    `line` and `column` count from 1, the column in characters. `error` is False for mere advice.
    """

    file: Path
    line: int
    column: int
    code: str
    message: str
    cure: str
    error: bool = True

    def __str__(self) -> str:
        """`file:line:column code message`, the form that editors and CI tools link."""
        return f"{self.file}:{self.line}:{self.column} {self.code} {self.message}"


def problem(file: Path, at: Position, code: str, /, **values: object) -> Problem:
    """Make the problem `code` at a place in a file.

    `values` fill the blanks of the rule's sentence and cure. Raises KeyError for a code that no rule has: a defect of
    the program, never of the file.
    """
    rule = RULES[code]
    return Problem(
        file=file,
        line=at[0],
        column=at[1],
        code=code,
        message=rule.says.format_map(values).strip(),
        cure=rule.cure.format_map(values).strip(),
        error=rule.error,
    )


def short(text: str) -> str:
    """A text as a message quotes it: on one line, and cut when it is long."""
    text = text.replace("\n", "↵").replace("\t", "⇥")
    return text if len(text) <= 60 else text[:57] + "…"
