"""Changing entries: cutting a key in or out, mending, opening in an editor, scaffolds, vouching."""
