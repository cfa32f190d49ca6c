"""What is done at a desk, for every face of the program: opening a base, what HVAD means, finding, handing out.

Nothing here prints, exits, or knows Typer or Textual. Only here are the user's settings and cache known.
"""
