"""The faces of the desk, the screen that stays open: `screen` (Textual) and `lines` (a plain prompt), over `desk`."""
