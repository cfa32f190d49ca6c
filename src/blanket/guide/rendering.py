"""Rendering: a view model and a template -> text. The one place that escapes, by format.

Here goes Jinja: where templates are looked for, the sandbox they run in, and how a value is made safe for each format.
Whatever a template prints with {{ }} goes through its format's `escape`, so no template can forget it. What is said
stands in the view models, how it is laid out in templates/<name>.<format>.j2.
"""

from __future__ import annotations

import base64
import re
import textwrap
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import Markup

from blanket import __version__
from blanket.errors import BlanketError, Exit
from blanket.guide.cache import kept
from blanket.guide.site.aging import ages, sentences
from blanket.paths import shipped
from blanket.printable import BOLD, PLAIN, RED, clean
from blanket.texts import papers as texts
from blanket.writing import write_whole

_WHOLE = re.compile(r"\b(?:\d\d \d\d \d\d \d\d\b|kl\. (?=\d)|nr\. (?=\d))")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$&:=^@\"'])")
_WIDTH, _COLOUR = "_width", "_colour"  # names in the context that no template uses
LINK_SCHEMES = ("http", "https", "tel", "mailto")


# Text that is already right for its format: it is not escaped again. Jinja knows markupsafe's Markup, and marks what a
# macro returns with it, whatever the format.
Safe = Markup


class Format(NamedTuple):
    """A format: how a text is made safe in it, and the file's ending."""

    ending: str
    escape: Callable[[str], str]


def typst_string(text: str) -> str:
    """A Typst string literal, quotes included: nothing in it is markup or code (Typst reference, `str`).

    An @ is written as its number, so that any that is left in a page stands in the template itself. The blanks of a
    telephone number, and the one before an hour, keep it on one line.
    """
    text = _WHOLE.sub(lambda found: found.group().replace(" ", "\u00a0"), text)
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("@", "\\u{40}") + '"'


def markdown_text(text: str) -> str:
    """Text with every sign that CommonMark could read as markup behind a backslash (CommonMark 0.31, section 2.4)."""
    return _MARKDOWN.sub(r"\\\1", text)


FORMATS: dict[str, Format] = {
    "html": Format("html", lambda text: str(Markup.escape(text))),
    "typ": Format("pdf", typst_string),
    "md": Format("md", markdown_text),
    "txt": Format("txt", str),
}


def render(
    name: str, form: str, *, own: Sequence[Path] = (), width: int = 78, colour: bool = False, **values: Any
) -> str:
    """Render templates/<name>.<form>.j2.

    `own`: folders whose templates go before the shipped ones, the last first. `width`: characters a line for `wrap`.
    `colour`: whether `bold` and `warn` use terminal colours. Raises BlanketError for a template that is wrong,
    TemplateMisfitError when it names something that is not there.
    """
    environment = _environment(form, tuple(own), kept("skabeloner"))
    file = f"{name}.{form}.j2"
    try:
        text = environment.get_template(file).render(**values, **{_WIDTH: width, _COLOUR: colour})
    except TemplateSyntaxError as error:
        raise _broken(error.filename or file, error.lineno, error) from error
    except Exception as error:  # whatever a template's expressions may raise is a fault of the template
        raise _broken(*_place_of(file, error), error) from error
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def load(name: str, form: str, own: Sequence[Path] = ()) -> None:
    """Read templates/<name>.<form>.j2, to have it at hand. Raises BlanketError where that cannot be done."""
    file = f"{name}.{form}.j2"
    try:
        _environment(form, tuple(own), kept("skabeloner")).get_template(file)
    except Exception as error:  # as in `render`
        raise _broken(*_place_of(file, error), error) from error


class TemplateMisfitError(BlanketError):
    """A template of one's own names something that a page does not have: it was made for another version."""


class _Compiled(BytecodeCache):
    """Compiled templates in a folder, or nowhere when it cannot be written. Jinja looks whether they are fresh.

    Jinja works out constants as it compiles, and what it makes of them depends on the format and on whether it is for
    the sandbox: each has a folder of its own.
    What may change within a run, as the width of a window, comes from the context and is never worked out before.
    """

    def __init__(self, folder: Path, form: str) -> None:
        self._folder = folder / f"{__version__}-{Path(__file__).stat().st_mtime_ns}-{form}"

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError), (self._folder / bucket.key).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            write_whole(self._folder / bucket.key, bucket.bytecode_to_string())


@lru_cache(maxsize=8)
def _environment(form: str, own: tuple[Path, ...], folder: Path | None) -> Environment:
    """Templates of a kommune run in the sandbox, and ours beside them. Ours alone are code like any other here: looking
    at every name before it is read would take as long as all the rest of a site's pages."""
    escape = FORMATS[form].escape

    def finalize(value: object) -> Safe:
        return value if isinstance(value, Safe) else Safe(escape(clean(value)))

    kind = Environment
    if own:
        from jinja2.sandbox import ImmutableSandboxedEnvironment as kind  # noqa: N813
    environment = kind(
        loader=FileSystemLoader([*reversed(own), shipped("templates")]),
        undefined=StrictUndefined,
        bytecode_cache=_Compiled(folder, f"{form}-egne" if own else form) if folder else None,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,  # what `finalize` has made safe is left alone, in every format
    )
    environment.filters.update(
        wrap=_wrap_filter,
        bold=_bold,
        warn=_warn,
        link=partial(_link, form),
        data_uri=_data_uri,
        raw=lambda value: Safe(str(value)),
        digits=lambda number: re.sub(r"\D", "", number),
        host=lambda address: (urlsplit(address).hostname or "").removeprefix("www."),
        sentences=sentences,
        ages=ages,
    )
    return environment


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


def is_link(address: str) -> bool:
    """Whether an address may become a link: only web pages, telephone numbers and mail."""
    try:
        return urlsplit(address).scheme.lower() in LINK_SCHEMES
    except ValueError:
        return False


@pass_context
def _wrap_filter(context: Context, text: object, first: str = "", rest: str | None = None) -> Safe:
    return Safe(wrap(text, context[_WIDTH], first, rest))


@pass_context
def _bold(context: Context, text: str) -> Safe:
    return _mark(BOLD if context[_COLOUR] else "", text)


@pass_context
def _warn(context: Context, text: str) -> Safe:
    return _mark(RED if context[_COLOUR] else "", text)


def _mark(code: str, text: str) -> Safe:
    if isinstance(text, Safe):
        return Safe(f"{code}{text!s}{PLAIN}") if code else text
    return _mark(code, Safe(clean(text)))


def _link(form: str, address: str, words: str = "") -> Safe:
    """A link in the format (an expression in Typst), or only the words when the address is of no allowed kind."""
    words = clean(words or address)
    address = clean(address)
    escape = FORMATS[form].escape
    if not is_link(address):
        return Safe(escape(words))
    match form:
        case "html":
            return Safe(f'<a href="{escape(address)}">{escape(words)}</a>')
        case "typ":
            return Safe(f"link({escape(address)}, {escape(words)})")
        case "md":
            target = address.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
            return Safe(f"[{escape(words)}](<{target}>)")
        case _:
            return Safe(words)


def _data_uri(content: bytes, kind: str) -> Safe:
    """A picture inside the page itself."""
    return Safe(f"data:{kind};base64,{base64.b64encode(content).decode()}")


def _broken(name: str, line: int, error: Exception) -> BlanketError:
    kind = TemplateMisfitError if isinstance(error, UndefinedError) else BlanketError
    said = texts.TEMPLATE_BROKEN.format(name=name, line=line, why=_why(error))
    return kind(said, texts.TEMPLATE_BROKEN_CURE, Exit.UNUSABLE)


def _why(error: Exception) -> str:
    """What is wrong, in Danish: Jinja and Python say it in English."""
    match error:
        case UndefinedError():
            named = re.findall(r"'([^']+)'", str(error))
            return texts.TEMPLATE_UNDEFINED.format(name=named[-1] if named else "?")
        case TemplateNotFound():
            return texts.TEMPLATE_NOT_FOUND.format(name=error.name)
        case TemplateSyntaxError():
            return texts.TEMPLATE_SYNTAX
        case SecurityError():
            return texts.TEMPLATE_FORBIDDEN
        case UnicodeDecodeError():
            return texts.TEMPLATE_NOT_UTF8
        case _:
            return texts.TEMPLATE_NO_VALUE


def _place_of(file: str, error: Exception) -> tuple[str, int]:
    """The template and its line that a run-time error went through last; the first line when none is known."""
    place, trace = (file, 1), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place
