"""Which commands there are, and where each is: read only when it is used.

Here goes the top group. Each command's module is imported when the command is run or its help is shown, so that a
`find` does not pay for the other commands.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer._click.core import Context as ClickContext
from typer.main import get_command, get_group

from blanket.cli.danish import CONTEXT_SETTINGS, METAVAR, DanishCommand, DanishGroup

COMPLETE = "_BLANKET_COMPLETE"  # set by the completion scripts: Typer then answers instead of running a command
# Name -> module and function (or Typer group), in the order of the help. Twins without æ, ø and å are not shown.
COMMANDS = {
    "find": "blanket.cli.find:find",
    "vis": "blanket.cli.vis:vis",
    "udskriv": "blanket.cli.udskriv:udskriv",
    "steder": "blanket.cli.steder:steder",
    "akut": "blanket.cli.akut:akut",
    "kommune": "blanket.cli.kommune:kommune",
    "optælling": "blanket.cli.optaelling:optælling",
    "kb": "blanket.cli.kb.app:app",
    "fuldførelse": "blanket.cli.completion:fuldførelse",
}
TWINS = {"fuldfoerelse": "fuldførelse", "optaelling": "optælling"}


class TopGroup(DanishGroup):
    """The top group: commands by name, and words that are no command are a search (`blanket skifte læge`)."""

    def list_commands(self, ctx: ClickContext) -> list[str]:  # noqa: ARG002  # the library's signature
        return list(COMMANDS)

    def get_command(self, ctx: ClickContext, cmd_name: str) -> Any:  # noqa: ARG002  # the library's signature
        name = TWINS.get(cmd_name, cmd_name)
        if name not in self.commands and name in COMMANDS:
            self.commands[name] = _load(name)
        return self.commands.get(name)

    def resolve_command(self, ctx: ClickContext, args: list[str]) -> Any:
        if args and _asks_who_is_where(args):
            return "steder", self.get_command(ctx, "steder"), args
        if args and args[0] not in COMMANDS and args[0] not in TWINS and not args[0].startswith("-"):
            if " " not in args[0]:
                from blanket.cli.mistyped import ask_whether_meant

                ask_whether_meant(args, COMMANDS)
            return "find", self.get_command(ctx, "find"), args
        if args and args[0] == "akut" and not _about_acute_help(args[1:]):
            return "find", self.get_command(ctx, "find"), args
        return super().resolve_command(ctx, args)


def _asks_who_is_where(words: list[str]) -> bool:
    """Whether words ask who is at a place on a named day (`hvem er på paraplyen onsdag`); without a day they may be
    what a citizen says (`hvem er på barsel`), and are searched."""
    if words[0].casefold() != "hvem" or len(words) < 4 or words[2].casefold() not in ("på", "i", "ved", "hos"):
        return False
    from blanket.cli.steder import DAYS

    said = " ".join(words[3:]).casefold()
    return any(said.endswith(f" {day}") for day in DAYS)


def _about_acute_help(rest: list[str]) -> bool:
    """Whether `akut` is alone or with one of its subjects; with other words it is what a citizen says."""
    from blanket.desk.places import acute_subject

    words = [word for word in rest if not word.startswith("-")]
    return not rest or rest[0].startswith("-") or (len(words) == 1 and acute_subject(words[0]) is not None)


def _load(name: str) -> Any:
    """Import a command and make it ready to run."""
    module, attribute = COMMANDS[name].split(":")
    found = getattr(import_module(module), attribute)
    if isinstance(found, typer.Typer):
        group = get_group(found)
        group.name = name
        return group
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    holder.command(name, cls=DanishCommand, options_metavar=METAVAR, context_settings=CONTEXT_SETTINGS)(found)
    return get_command(holder)
