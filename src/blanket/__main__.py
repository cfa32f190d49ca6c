"""The console script, and `python -m blanket`.

Here goes what comes before the program is imported: whoever presses Ctrl-C in that tenth of a second is told so, and no
traceback is shown. So nothing is imported at the top.
"""


def run() -> None:
    """Run the command line and exit with its code."""
    import gc
    import sys

    gc.disable()  # what is imported stays: to look for garbage among it takes a sixth of a find
    try:
        from blanket.cli.app import main
    except KeyboardInterrupt:
        sys.exit(1)
    gc.freeze()
    gc.enable()
    code = main()
    gc.freeze()  # the process ends, and takes all of it along
    sys.exit(code)


if __name__ == "__main__":
    run()
