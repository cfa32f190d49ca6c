"""What may reach a terminal: our own signs for bold and red, and none that came with a text."""

from __future__ import annotations

import pytest

from blanket.printable import for_terminal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Skift læge\nog mere", "Skift læge\nog mere"),
        ("\x1b[1mSkift læge\x1b[0m\n\x1b[31mPas på\x1b[0m", "\x1b[1mSkift læge\x1b[0m\n\x1b[31mPas på\x1b[0m"),
        ("\x1b[1ma\x1bc\x1b[0m", "\x1b[1ma�c\x1b[0m"),
        ("a\x1b[2Jb\x9b\u202ec", "a�[2Jb��c"),
        ("\x1b[1;31mrød", "�[1;31mrød"),
    ],
)
def test_only_our_own_signs_stay(text: str, shown: str) -> None:
    assert for_terminal(text) == shown
