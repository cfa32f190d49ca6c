"""Typer in Danish: help headings, usage lines, and the library's own error messages.

Here goes what turns the library's English into the Danish of `texts`. Typer 0.26-0.28 carries its own copy of click
without translations, so headings are turned in the help formatter and errors by their class.
"""

from __future__ import annotations

from typing import Any

from typer import Context
from typer._click import exceptions
from typer._click.core import Context as ClickContext
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from blanket import texts
from blanket.did_you_mean import said
from blanket.errors import BlanketError, Exit

HELP_NAMES = ["--hjælp", "--hjaelp", "--help", "-h"]
CONTEXT_SETTINGS: dict[str, Any] = {"help_option_names": HELP_NAMES}
METAVAR = "[VALG]"


class DanishFormatter(HelpFormatter):
    """Usage line and headings in Danish."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("{", "").replace("}", "")  # round what must be there; what need not be has [ ]
        super().write_usage(prog, args, texts.HELP_USAGE if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(texts.HELP_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Any, *arguments: Any, **settings: Any) -> None:
        rows = [(name, said.replace("[required]", texts.HELP_REQUIRED)) for name, said in rows]
        super().write_dl(rows, *arguments, **settings)


class DanishContext(Context):
    """A context whose help is Danish."""

    formatter_class = DanishFormatter


class DanishCommand(TyperCommand):
    """A command whose help is Danish."""

    context_class = DanishContext

    def get_help_option_names(self, ctx: ClickContext) -> list[str]:
        return sorted(super().get_help_option_names(ctx), key=HELP_NAMES.index)  # the library's order is a set's

    def get_help_option(self, ctx: ClickContext) -> Any:
        return _danish_help(super().get_help_option(ctx))


class DanishGroup(TyperGroup):
    """A group of commands whose help is Danish."""

    context_class = DanishContext

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "subcommand_metavar": "KOMMANDO …"})

    def get_help_option_names(self, ctx: ClickContext) -> list[str]:
        return sorted(super().get_help_option_names(ctx), key=HELP_NAMES.index)  # the library's order is a set's

    def get_help_option(self, ctx: ClickContext) -> Any:
        return _danish_help(super().get_help_option(ctx))


def to_danish(error: exceptions.ClickException) -> BlanketError:
    """A usage error of the library as one of ours, with what is wrong and the command's help as the cure."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "blanket"
    cure = texts.HELP_TRY.format(command=command)
    match error:
        case exceptions.NoSuchOption():
            near = sorted(error.possibilities or [])
            what = texts.NO_SUCH_OPTION.format(option=error.option_name, hint=said(near[0] if near else None))
        case exceptions.MissingParameter():
            option = getattr(error.param, "param_type_name", "") == "option"
            name = "" if error.param is None else error.param.opts[0] if option else error.param.human_readable_name
            what = (texts.MISSING_OPTION if option else texts.MISSING_ARGUMENT).format(name=name)
        case exceptions.BadOptionUsage():
            what = texts.OPTION_NEEDS_VALUE.format(option=error.option_name)
        case exceptions.BadParameter():
            name = error.param.opts[0] if error.param is not None and error.param.opts else ""
            what = texts.BAD_VALUE.format(name=name, value=_quoted(error.message))
        case _:
            words = error.message.split("'")
            known = len(words) > 1 and error.message.startswith("No such command")
            missing = error.message.startswith("Missing command")
            what = (
                texts.NO_SUCH_COMMAND.format(name=words[1])
                if known
                else texts.MISSING_COMMAND
                if missing
                else texts.BAD_USE
            )
    return BlanketError(what, cure, Exit.WRONG_USE)


def _quoted(message: str) -> str:
    """The value that an English message quotes."""
    parts = message.split("'")
    return parts[1] if len(parts) > 2 else message


def _danish_help(option: Any) -> Any:
    if option is not None:
        option.help = texts.HELP_OPTION
    return option
