"""The page in a browser: axe-core finds nothing wrong, and printed it is as long as the PDF with nothing cut.

Needs Chromium (Debian: chromium), and axe-core: from npm (`npm ci` in web/), or from PyPI (axe-core-python).
"""

from __future__ import annotations

import html
import json
import re
import shutil
import sqlite3
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from blanket.guide.paper.pdf import page_count
from tests.guide.conftest import made, need, printed

IDENTIFIERS = (
    *("skift-laege", "meld-flytning", "fritagelse-digital-post", "bestil-pas", "nemkonto", "soeg-folkepension"),
    *("indflytning-plejehjem", "doedsfald", "fd-001a", "odense-borgerservice"),
)

pytestmark = pytest.mark.browser
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
AXE_RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const pre = document.createElement("pre");
  pre.id = "axe";
  const violations = found.violations.map(v => [v.id, v.nodes.map(n => n.html)]);
  pre.textContent = JSON.stringify({ran: found.passes.length, violations: violations});
  document.body.append(pre);
});
"""


def chromium(folder: Path, page: Path, *arguments: str) -> str:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or need("google-chrome")
    command = [program, *FLAGS, f"--user-data-dir={folder / 'chromium'}", *arguments, page.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def axe() -> str:
    ours = Path(__file__).parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
    if ours.is_file():
        return ours.read_text(encoding="utf-8")
    for package in ("axe_playwright_python", "axe_core_python"):
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            return (Path(folder) / "axe.min.js").read_text(encoding="utf-8")
    pytest.skip("axe-core is not installed (`npm ci` in web/)")


def test_axe_finds_no_violation(base: sqlite3.Connection, tmp_path: Path) -> None:
    script = axe()
    wrong = {}
    pages = {identifier: printed(base, identifier) for identifier in IDENTIFIERS}
    pages["all"] = printed(base, *IDENTIFIERS, notes=["Vi ringer"], large=True)
    for identifier, doc in pages.items():
        page = tmp_path / f"{identifier}.html"
        text = (
            made(doc, "html").decode().replace("</body>", f"<script>{script}</script><script>{AXE_RUN}</script></body>")
        )
        page.write_text(text, encoding="utf-8")
        dom = chromium(tmp_path, page, "--virtual-time-budget=20000", "--dump-dom")
        found = re.search(r'<pre id="axe">(.*?)</pre>', dom, re.DOTALL)
        assert found is not None, "axe did not answer"
        answer = json.loads(html.unescape(found[1]))
        assert answer["ran"] > 10
        wrong[identifier] = answer["violations"]
    assert not {identifier: violations for identifier, violations in wrong.items() if violations}


def test_each_page_is_under_60_kilobytes_without_a_logo(base: sqlite3.Connection) -> None:
    for identifier in (*IDENTIFIERS, "skilsmisse", "kan-ikke-komme-ud", "udsat-for-svindel"):
        assert len(made(printed(base, identifier), "html")) < 60_000, identifier


@pytest.mark.parametrize("large", [False, True])
def test_printed_by_a_browser_it_is_as_long_and_whole(base: sqlite3.Connection, tmp_path: Path, large: bool) -> None:
    """The page carries no type, and the machine's own may be wider than Source Sans: one page more is allowed."""
    need("pdftotext")
    for identifier in IDENTIFIERS:
        doc = printed(base, identifier, large=large)
        page, out = tmp_path / f"{identifier}.html", tmp_path / f"{identifier}.pdf"
        page.write_bytes(made(doc, "html"))
        chromium(tmp_path, page, "--no-pdf-header-footer", f"--print-to-pdf={out}")
        info = subprocess.run(["pdfinfo", str(out)], capture_output=True, text=True, check=True).stdout
        difference = int(re.findall(r"Pages: +(\d+)", info)[0]) - page_count(made(doc))
        assert difference in (0, 1), identifier
        text = subprocess.run(["pdftotext", "-raw", str(out), "-"], capture_output=True, text=True, check=True).stdout
        body = re.sub(
            r'<style>.*?</style>|<title>.*?</title>|<(p|strong) class="screen">.*?</\1>|<[^>]+>',
            " ",
            made(doc, "html").decode(),
            flags=re.DOTALL,
        )
        missing = set(html.unescape(body).split()) - set(text.split())
        assert not {word for word in missing if word not in re.sub(r"\s", "", text)}, identifier
