"""A press beside a desk that stays open: papers are made in a process of their own, which ends with the print form.

Here goes that process and the way to it. Typst keeps what it has read, some thirty megabytes at the first page and more
with each: a desk that is open all day would carry that for papers that are long since printed.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from blanket.errors import BlanketError
from blanket.guide.cache import keep_in
from blanket.paths import cache_folder

if TYPE_CHECKING:
    from blanket.guide.paper.document import Kind
    from blanket.guide.paper.parts import Handout

_SECONDS_TO_END = 2.0
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a black one for a moment


class Press:
    """Makes documents as `guide.paper.document` does. Where no process can be had, in this one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Start the process, when it does not run yet. Raises nothing: without one, papers are made here."""
        if self._process is None:
            # -P: a file in the folder where the desk was opened is never taken for a module of ours.
            command = [sys.executable, "-P", "-m", "blanket.desk.press"]
            pipe = subprocess.PIPE
            with suppress(OSError):
                self._process = subprocess.Popen(
                    command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, creationflags=_NO_WINDOW
                )

    def document(self, handout: Handout, kind: Kind, own_templates: Sequence[Path] = ()) -> tuple[bytes, list[str]]:
        """The file, and notes for the user. Raises BlanketError for a template or logo that cannot be used."""
        try:
            said, answer = self._asked((handout, kind, list(own_templates)))
        except (OSError, EOFError, pickle.PickleError):  # no process, or one that was ended on its way
            self.end()
            from blanket.guide.paper.document import document

            return document(handout, kind, own_templates)
        if said == "no":
            raise BlanketError(*answer)
        made: tuple[bytes, list[str]] = answer
        return made

    def end(self) -> None:
        """Let the process go, and what it holds."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                stream and stream.close()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_TO_END)
            return
        process.kill()
        process.wait()

    def _asked(self, work: Any) -> tuple[str, Any]:
        self.begin()
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise EOFError
        pickle.dump(work, self._process.stdin)
        self._process.stdin.flush()
        answer: tuple[str, Any] = pickle.load(self._process.stdout)
        return answer


def main() -> None:
    """The process: documents as they are asked for, until nobody asks any more."""
    from blanket.guide.paper.document import document

    keep_in(cache_folder())
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever is printed must not stand among the answers
    while True:
        try:
            work = pickle.load(asked)
        except (EOFError, pickle.PickleError):
            return
        try:
            said: tuple[str, Any] = ("made", document(*work))
        except BlanketError as error:
            said = ("no", (error.what, error.cure, error.code))
        pickle.dump(said, answers)
        answers.flush()


if __name__ == "__main__":
    main()
