"""Rendering: a view model and a template -> text. The one place that escapes, by format.

Here goes Jinja: where templates are looked for, the sandbox they run in, and the filters that make a text safe and
wrapped for its format. What is said stands in the view models, how it is laid out in templates/<name>.<format>.j2.
"""

from __future__ import annotations

import re
import textwrap
from functools import partial
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from blanket import texts
from blanket.guide.staff import source_line
from blanket.paths import shipped

# Control characters, and marks that turn the direction of writing: neither may reach a terminal from a YAML text.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
BOLD, RED, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[0m"


def clean(text: object) -> str:
    """A text without control characters; a line break in it becomes a space."""
    return _UNSAFE.sub("", " ".join(str(text).split()))


def wrap(text: object, width: int, first: str = "", rest: str | None = None) -> str:
    """A text on lines of at most `width` characters, whole words only.

    `first` goes before the first line, `rest` (as many spaces as `first`, when left out) before the others. A word
    longer than a line, such as an address, stands alone on its line, whole, so that it can be copied.
    """
    return textwrap.fill(
        clean(text),
        width=width,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def render_screen(name: str, *, width: int, colour: bool, **values: Any) -> str:
    """Render templates/<name>.txt.j2 for the terminal.

    `width`: characters a line. `colour`: whether bold and red may be used. Raises jinja2.TemplateError for a template
    that is wrong.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([shipped("templates")]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,  # plain text: every text goes through clean() in the filters
    )
    environment.filters.update(
        wrap=partial(_wrap_filter, width),
        clean=clean,
        bold=partial(_mark, BOLD if colour else ""),
        warn=partial(_mark, RED if colour else ""),
        source=source_line,
    )
    environment.globals.update(texts=texts)
    text = environment.get_template(f"{name}.txt.j2").render(**values)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _wrap_filter(width: int, text: object, first: str = "", rest: str | None = None) -> str:
    return wrap(text, width, first, rest)


def _mark(code: str, text: str) -> str:
    return f"{code}{text}{PLAIN}" if code else text
