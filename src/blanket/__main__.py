"""The console script, and `python -m blanket`.

Here goes what comes before the program is imported: whoever presses Ctrl-C in that tenth of a second is told so, and no
traceback is shown. So nothing is imported at the top.
"""


def run() -> None:
    """Run the command line and exit with its code."""
    import sys

    try:
        from blanket.cli.app import main
    except KeyboardInterrupt:
        sys.exit(1)
    sys.exit(main())


if __name__ == "__main__":
    run()
