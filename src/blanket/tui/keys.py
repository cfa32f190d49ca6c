"""The keys of the full screen: each thing that it does, with its one key and a letter behind Tab.

Here goes the one table that bindings, footer, menu and help are made of. Some terminals and laptops keep F-keys for
themselves, so everything has a letter too; the letters are those of the plain face where it has one.
"""

from __future__ import annotations

from typing import NamedTuple

from blanket.texts import desk as texts


class Act(NamedTuple):
    """Something that the screen does. `name` is the action's and that of `texts.KEY_NAMES`."""

    name: str
    key: str
    letter: str

    @property
    def said(self) -> str:
        """The key as people read it: F2, Ctrl-N."""
        if self.key in texts.KEY_SAID:
            return texts.KEY_SAID[self.key]
        return f"{texts.KEY_SAID['ctrl+']}{self.key[5:].upper()}" if self.key.startswith("ctrl+") else self.key.upper()


ACTS = (
    Act("print", "f2", "p"),
    Act("put", "f3", "k"),
    Act("basket", "f4", "d"),
    Act("places", "f5", "u"),
    Act("net", "f6", "n"),
    Act("crisis", "f7", "a"),
    Act("next", "f8", "b"),
    Act("hotline", "f9", "h"),
    Act("mitid", "ctrl+n", "m"),
    Act("together", "ctrl+s", "s"),
    Act("turn", "ctrl+t", "v"),
    Act("hide", "ctrl+l", "l"),
    Act("report", "ctrl+r", "f"),
    Act("kommune", "ctrl+o", "o"),
    Act("role", "ctrl+g", "r"),
    Act("sources", "ctrl+k", "i"),
    Act("help", "f1", "?"),
    Act("close", "ctrl+q", "q"),
)
MENU = Act("menu", "tab", "")
BY_NAME = {act.name: act for act in (*ACTS, MENU)}


def keys_said() -> dict[str, str]:
    """Action -> its key as people read it, for texts with blanks."""
    return {name: act.said for name, act in BY_NAME.items()}


def foot_label(part: str) -> tuple[str, str]:
    """(what stands in the footer, the action that a click on it does; empty where there is none)."""
    act = BY_NAME.get(part)
    return (f"{act.said} {texts.KEY_NAMES[part][1]}", part) if act else (part, "")
