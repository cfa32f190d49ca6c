"""The command `blanket`: its commands put together, and where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer._completion_classes import completion_init

from blanket import __version__, texts
from blanket.cli.commands import COMPLETE, TopGroup
from blanket.cli.danish import CONTEXT_SETTINGS, METAVAR, to_danish
from blanket.cli.options import use_top_folders
from blanket.cli.outcome import Outcome, show, show_error, use_utf8
from blanket.errors import BlanketError, Exit
from blanket.system import reason

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
    kb_folders: Annotated[
        list[Path] | None,
        typer.Option("--kb", metavar="STI", help=texts.HELP_KB, show_default=False),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Vis programmets udgave.", show_default=False)] = False,
) -> Outcome | None:
    """Find den rigtige opgave eller blanket, læs trinene, og giv borgeren et ark med hjem.

    Skriv det, borgeren siger: blanket mor kan ikke læse sin digitale post
    """
    use_top_folders(kb_folders)
    if version:
        return Outcome(text=f"blanket {__version__}")
    if context.invoked_subcommand is None:
        return Outcome(text=context.get_help())
    return None


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code; nothing that goes wrong shows a traceback.

    `arguments`: without the program's name; those of the process when left out.
    """
    use_utf8()
    if COMPLETE in os.environ:  # a shell asks what could come next
        completion_init()
    try:
        return _answer(arguments)
    except NoArgsIsHelpError as error:
        return show(Outcome(text=error.message))
    except ClickException as error:
        return show_error(to_danish(error))
    except BlanketError as error:
        return show_error(error)
    except (KeyboardInterrupt, typer.Abort):
        return show_error(BlanketError(texts.INTERRUPTED, code=Exit.NOTHING_FOUND))
    except BrokenPipeError:  # the reader (head, less) has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:  # the system said no where nothing closer to it has put it into words
        what = texts.SYSTEM_SAYS_NO.format(file=error.filename or "", why=reason(error)).replace(" :", ":")
        return show_error(BlanketError(what, texts.SYSTEM_SAYS_NO_CURE, Exit.UNUSABLE))
    except Exception as error:  # a defect of ours: said plainly, never as a traceback
        what = texts.UNEXPECTED.format(error=f"{type(error).__name__}: {error}")
        return show_error(BlanketError(what, texts.UNEXPECTED_CURE, Exit.UNUSABLE))


def _answer(arguments: list[str] | None) -> int:
    result: Any = app(arguments, prog_name="blanket", standalone_mode=False)
    return show(result) if isinstance(result, Outcome) else int(result or 0)


def run() -> None:
    """The console script."""
    sys.exit(main())
