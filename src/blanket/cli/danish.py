"""Typer in Danish: help headings, usage lines, and the library's own error messages.

Here goes what turns the library's English into the Danish of `texts`. Typer 0.26-0.28 carries its own copy of click
without translations, so headings are turned in the help formatter and errors by their class.
"""

from __future__ import annotations

import re
from typing import Any

from typer import Context
from typer._click import exceptions
from typer._click.core import Command
from typer._click.core import Context as ClickContext
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from blanket.did_you_mean import nearest_name, said
from blanket.errors import BlanketError, Exit
from blanket.texts import usage as texts

HELP_NAMES = ["--hjælp", "--hjaelp", "--help", "-h"]
CONTEXT_SETTINGS: dict[str, Any] = {"help_option_names": HELP_NAMES}
METAVAR = "[VALG]"
EXAMPLE_WIDTH = 46
_BETWEEN = re.compile(r" *\[(?P<least>\d+)<=x<=(?P<most>\d+)\]")
CLOSE = 70  # percent of the letters that an option and what was typed for it have in common


class DanishFormatter(HelpFormatter):
    """Usage line and headings in Danish."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        args = args.replace("{", "").replace("}", "")  # round what must be there; what need not be has [ ]
        super().write_usage(prog, args, texts.HELP_USAGE if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(texts.HELP_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Any, *arguments: Any, **settings: Any) -> None:
        rows = [(name, _read_aloud(said)) for name, said in rows]
        super().write_dl(rows, *arguments, **settings)


def _read_aloud(said: str) -> str:
    """The library's own marks in words that can be read aloud: `[1<=x<=500]` is none."""
    return _BETWEEN.sub(texts.HELP_BETWEEN, said.replace("[required]", texts.HELP_REQUIRED))


class DanishContext(Context):
    """A context whose help is Danish."""

    formatter_class = DanishFormatter


class _DanishHelp(Command):
    """What commands and groups have in common: the option of the help, and examples in it."""

    context_class = DanishContext

    def get_help_option_names(self, ctx: ClickContext) -> list[str]:
        return sorted(super().get_help_option_names(ctx), key=HELP_NAMES.index)  # the library's order is a set's

    def get_help_option(self, ctx: ClickContext) -> Any:
        return _danish_help(super().get_help_option(ctx))

    def format_help_text(self, ctx: ClickContext, formatter: HelpFormatter) -> None:
        super().format_help_text(ctx, formatter)
        _write_examples(ctx, formatter)


class DanishCommand(_DanishHelp, TyperCommand):
    """A command whose help is Danish."""


class DanishGroup(_DanishHelp, TyperGroup):
    """A group of commands whose help is Danish."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "subcommand_metavar": "KOMMANDO …"})

    def format_commands(self, ctx: ClickContext, formatter: HelpFormatter) -> None:
        """The commands, each with the whole first line of its help: the library cuts it at 45 letters."""
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, (command.help or "").strip().split("\n")[0]) for name, command in known if command]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _write_examples(ctx: ClickContext, formatter: HelpFormatter) -> None:
    """The three everyday examples of a command, before its options."""
    examples = texts.EXAMPLES.get(ctx.info_name or "")
    if examples:
        with formatter.section(texts.HELP_EXAMPLES):
            formatter.write_dl(examples, col_max=EXAMPLE_WIDTH)


def to_danish(error: exceptions.ClickException, command: str = "blanket") -> BlanketError:
    """A usage error of the library as one of ours, with what is wrong and the command's help as the cure.

    `command`: what was called, for the errors that do not know it themselves.
    """
    context = getattr(error, "ctx", None)
    cure = texts.HELP_TRY.format(command=context.command_path if context is not None else command)
    match error:
        case exceptions.NoSuchOption():
            what = texts.NO_SUCH_OPTION.format(option=error.option_name, hint=_option_hint(error))
            if re.fullmatch(r"-\d.*", error.option_name):  # minus five degrees, not an option
                cure = texts.WORDS_WITH_DASH_CURE
        case exceptions.MissingParameter():
            option = getattr(error.param, "param_type_name", "") == "option"
            name = "" if error.param is None else error.param.opts[0] if option else error.param.human_readable_name
            what = (texts.MISSING_OPTION if option else texts.MISSING_ARGUMENT).format(name=name)
        case exceptions.BadOptionUsage():
            what = texts.OPTION_NEEDS_VALUE.format(option=error.option_name)
        case exceptions.BadParameter():
            what = _bad_value(error)
        case _:
            what = _bad_use(error.message)
    return BlanketError(what, cure, Exit.WRONG_USE)


def _option_hint(error: exceptions.NoSuchOption) -> str:
    """The option that was most likely meant: one of the command's, or one of any command's before there is one."""
    context, typed = error.ctx, error.option_name
    if context is None:
        return ""
    command = context.command
    if isinstance(command, TyperGroup) and context.parent is None:
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            near = nearest_name(typed, _options(found), CLOSE) if found else None
            if near:
                return said(f"blanket {name} … {near}")
        return ""
    return said(nearest_name(typed, _options(command), CLOSE))


def _options(command: Any) -> list[str]:
    return [name for option in command.params for name in option.opts if name.startswith("--")]


def _bad_value(error: exceptions.BadParameter) -> str:
    """What is wrong with an option's value: said from the option's own type, not from the library's sentence."""
    name = error.param.opts[0] if error.param is not None and error.param.opts else ""
    kind = error.param.type if error.param is not None else None
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if least is not None and most is not None:
        return texts.OUT_OF_RANGE.format(name=name, least=least, most=most)
    if getattr(kind, "name", "") in ("integer", "int"):
        return texts.NOT_A_NUMBER.format(name=name)
    parts = error.message.split("'")  # the library quotes the value
    return texts.BAD_VALUE.format(name=name, value=parts[1] if len(parts) > 2 else "?")


def _bad_use(message: str) -> str:
    """A usage error that the library knows by its sentence alone."""
    words = message.split("'")
    if message.startswith("No such command") and len(words) > 1:
        return texts.NO_SUCH_COMMAND.format(name=words[1])
    if message.startswith("Missing command"):
        return texts.MISSING_COMMAND
    surplus = re.search(r"unexpected extra argument(?:s|\(s\))? \((.*)\)", message)
    return texts.TOO_MANY_WORDS.format(words=surplus[1]) if surplus else texts.BAD_USE


def _danish_help(option: Any) -> Any:
    if option is not None:
        option.help = texts.HELP_OPTION
    return option
