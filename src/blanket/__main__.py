"""`python -m blanket`."""

from blanket.cli.app import run

run()
