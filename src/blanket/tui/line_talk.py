"""What is asked and answered in lines: a prompt, a line, and what becomes of an answer that is none.

Here goes the talking itself, for whatever part of the plain face has a question.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable

from blanket.printable import clean_lines
from blanket.texts import lines as texts

Read = Callable[[str, float | None], "str | None"]  # (prompt, seconds) -> the line, or None at the end of the input
Write = Callable[[str], None]


class Stopped(Exception):
    """The answer to a question was that nothing is to be done."""


class Talk:
    """A prompt and its answers. `read` raises TimeoutError when no line comes within `patience` seconds.

    Questions raise Stopped where the answer is `fortryd`. No line is longer than `width`: a terminal would break words.
    """

    def __init__(self, read: Read, write: Write, patience: float, width: int) -> None:
        self._read, self.write = read, write
        self._patience, self._width = patience, width
        self._kept: list[str] = []

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, without what could move the terminal."""
        self.write("".join(f"{self._wrapped(clean_lines(line))}\n" for line in lines))

    def read(self, prompt: str, seconds: float | None) -> str | None:
        """A line, after a prompt; None at the end of the input. Raises TimeoutError."""
        return self._read(self._wrapped(prompt), seconds)

    def next_line(self, prompt: str) -> str | None:
        """The next line, a kept one first; None at the end of the input. Raises TimeoutError."""
        return self._kept.pop(0) if self._kept else self.read(prompt, self._patience)

    def keep(self, line: str) -> None:
        """Keep a line that came as an answer to something else, for `next_line`."""
        self._kept.append(line)

    def asked(self, prompt: str) -> str:
        """The answer to a question; empty when none comes."""
        try:
            return self._answer(prompt) or ""
        except TimeoutError:
            return ""

    def agreed(self, prompt: str, *, usual: bool = True) -> bool:
        """Whether the answer is yes, in so many words. `usual`: what an empty answer means."""
        try:
            answer = self._answer(prompt)
        except TimeoutError:
            return False
        if answer is None:
            return False
        said = answer.strip().lower()
        return said in texts.LINES_YES if said else usual

    def agreed_at_once(self, prompt: str, again: str) -> bool:
        """Whether the answer is yes or nothing; to `again`, yes alone. Other words are kept: they are the next line."""
        for question in (prompt, again):
            try:
                answer = self._answer(question)
            except TimeoutError:
                return False
            said = (answer or "").strip().lower()
            if answer is None or said in texts.LINES_NO:
                return False
            if not said or said in texts.LINES_YES:
                return bool(said) or question == prompt
            self.keep(answer)
        return False

    def _answer(self, prompt: str) -> str | None:
        answer = self.read(prompt, self._patience)
        if answer is not None and answer.strip().lower() in texts.LINES_STOP:
            raise Stopped
        return answer

    def _wrapped(self, text: str) -> str:
        """A text whose long lines are broken between words; what follows is indented as its line is."""
        return "\n".join(self._broken(line) if len(line) > self._width else line for line in text.split("\n"))

    def _broken(self, line: str) -> str:
        head = re.match(r"\s*(?:\d+\. )?", line)
        indent = " " * (len(head[0]) if head else 0)
        lines = textwrap.wrap(
            line, self._width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
        )
        return "\n".join(lines) + (" " if line.endswith(" ") else "")
