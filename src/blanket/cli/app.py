"""The command `blanket`: its commands put together, and where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError

from blanket.cli.commands import COMMANDS, COMPLETE, TopGroup
from blanket.cli.danish import CONTEXT_SETTINGS, METAVAR, to_danish
from blanket.cli.options import KbOption, use_top_folders
from blanket.cli.outcome import Outcome, let_go_of_stdout, show, show_error, use_utf8
from blanket.cli.typed import readable
from blanket.errors import BlanketError, Exit
from blanket.system import in_words, reason
from blanket.texts import faults as texts

_INTERRUPTED = 130  # the exit code that shells give a command stopped by Ctrl-C

app = typer.Typer(
    name="blanket",
    cls=TopGroup,
    rich_markup_mode=None,  # plain text that a screen reader can read, and no import of rich
    context_settings=CONTEXT_SETTINGS,
    options_metavar=METAVAR,
    add_completion=False,
    no_args_is_help=False,
)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    kb_folders: KbOption = None,
    lines: Annotated[
        bool, typer.Option("--linjer", help="Åbn skranken i linjer, fx til skærmlæser.", show_default=False)
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Vis programmets udgave.", show_default=False)] = False,
) -> Outcome | None:
    """Find den rigtige opgave eller blanket, læs trinene, og giv borgeren et ark med hjem.

    Skriv det, borgeren siger: blanket mor kan ikke læse sin digitale post
    """
    use_top_folders(kb_folders)
    if version:
        from blanket.cli.version import version_told

        return version_told(kb_folders or [])
    if context.invoked_subcommand is None:
        from blanket.cli.skranke import is_wanted, open_desk

        if lines or is_wanted():
            return open_desk(kb_folders or [], lines=lines)
        return Outcome(text=context.get_help())
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code; nothing that goes wrong shows a traceback.

    `arguments`: without the program's name; those of the process when left out.
    """
    use_utf8()
    given = [readable(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
    as_json = "--json" in given
    try:
        return _answered(given, as_json)
    except BrokenPipeError:  # the reader (head, less) has seen enough
        let_go_of_stdout()
        return int(Exit.DONE)
    except OSError as error:  # what was to be shown cannot be: stdout is full or closed
        let_go_of_stdout()
        return show_error(
            BlanketError(texts.CANNOT_SHOW.format(why=reason(error)), texts.CANNOT_SHOW_CURE, Exit.UNUSABLE)
        )


def _answered(arguments: list[str], as_json: bool) -> int:
    """Run the command line and show what came of it, errors included. Raises OSError when it cannot be shown."""
    try:
        if COMPLETE in os.environ:  # a shell asks what could come next
            from blanket.cli.completion import understand_shells

            understand_shells()
        result: Any = app(arguments, prog_name="blanket", standalone_mode=False)
        if result == _INTERRUPTED:  # Typer makes this of Ctrl-C
            raise KeyboardInterrupt
        outcome = result if isinstance(result, Outcome) else Outcome(code=Exit(result or 0))
    except NoArgsIsHelpError as error:
        outcome = Outcome(text=error.message)
    except ClickException as error:
        return show_error(to_danish(error, _called(arguments)), as_json=as_json)
    except BlanketError as error:
        return show_error(error, as_json=as_json)
    except (KeyboardInterrupt, typer.Abort):
        return show_error(BlanketError(texts.INTERRUPTED, code=Exit.NOTHING_FOUND), as_json=as_json)
    except OSError as error:  # the system said no where nothing closer to it has put it into words
        if isinstance(error, BrokenPipeError):
            raise
        return show_error(in_words(error), as_json=as_json)
    except Exception as error:  # a defect of ours: said plainly, never as a traceback
        from blanket.cli.defects import defect  # half a millisecond of every find otherwise

        return show_error(defect(error), as_json=as_json)
    return show(outcome)


def _called(arguments: list[str]) -> str:
    """The command that arguments call, as it is typed."""
    words = [argument for argument in arguments if not argument.startswith("-")][:2]
    if not words or words[0] not in COMMANDS:
        return "blanket find" if words else "blanket"
    return " ".join(["blanket", *(words if words[0] == "kb" else words[:1])])


def run() -> None:
    """The console script."""
    sys.exit(main())
