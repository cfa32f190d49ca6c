"""The pictures of the desk in docs/billeder, and its screens in README.md and docs/haandbog.md.

    python -m bench.skrankebilleder

Six screens as SVG, and as text what stands between the marks `<!-- skærm: what is typed -->` and `<!-- slut -->`; under
Textual's own test driver at 80x24, with Odense chosen and a clock that stands still.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "billeder"
PAGES = (ROOT / "README.md", ROOT / "docs" / "haandbog.md")
_SCREEN = re.compile(r"<!-- skærm: (?P<typed>.*?) -->\n.*?<!-- slut -->", re.DOTALL)
KOMMUNE = '{"kommune": "odense", "rolle": "borgerservice", "linjer": false}'
MOMENT = datetime(2026, 11, 26, 13, 5)
# Name -> (what is typed, the keys after it).
SCREENS: dict[str, tuple[str, Sequence[str]]] = {
    "skranke-soeg": ("skifte læ", ()),
    "skranke-hele": ("skifte læ", ("enter",)),
    "skranke-skriv-ud": ("skifte læ", ("f2",)),
    "skranke-akut": ("", ("f7",)),
    "skranke-mere": ("", ("tab",)),
    "skranke-vendt": ("skifte læ", ("ctrl+t",)),
}
# Textual's pictures fetch their type from the net; without these they take the reader's own monospaced one.
_FETCHED = re.compile(r"<!--.*?-->|@font-face\s*\{.*?\}", re.DOTALL)


async def taken(typed: str, keys: Sequence[str]) -> tuple[str, str]:
    """One screen as SVG, and as text."""
    from blanket.tui.app import DeskApp

    app = DeskApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(2.0)
        await pilot.press(*("space" if sign == " " else sign for sign in typed))
        await pilot.pause(2.0)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(2.0)
        strips = app.screen._compositor.render_strips()
        text = "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
        return _FETCHED.sub("", app.export_screenshot(title="blanket", simplify=True)), text


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(home, kind.lower()))
        settings = Path(home, "config", "blanket", "indstillinger.json")
        settings.parent.mkdir(parents=True)
        settings.write_text(KOMMUNE, encoding="utf-8")
        from blanket.guide.days import clock
        from blanket.tui import picture

        still = MOMENT.replace(tzinfo=clock.COPENHAGEN)
        picture.now = lambda: still  # type: ignore[assignment]
        for name, (typed, keys) in SCREENS.items():
            (FOLDER / f"{name}.svg").write_text(asyncio.run(taken(typed, keys))[0], encoding="utf-8")
            print(f"{name}.svg")
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            page.write_text(_SCREEN.sub(_with_screen, text), encoding="utf-8")
            print(page.name)


def _with_screen(found: re.Match[str]) -> str:
    shown = asyncio.run(taken(found["typed"], ()))[1]
    return f"<!-- skærm: {found['typed']} -->\n```\n{shown}\n```\n<!-- slut -->"


if __name__ == "__main__":
    main()
