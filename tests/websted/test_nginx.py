"""docs/eksempler/nginx.conf with Debian's nginx on loopback: short addresses, headers, compression, and no log."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from blanket.desk.website import Website

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parent.parent.parent / "docs" / "eksempler" / "nginx.conf"
Ask = tuple[int, Path]


@pytest.fixture(scope="module")
def server(shipped_site: Website, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The port of a server with the example's own rules, and the folder that it writes in."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
    if program is None:
        pytest.skip("nginx is not installed (Debian: nginx-light)")
    folder = tmp_path_factory.mktemp("nginx")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = EXAMPLE.read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/hjaelp;", f"root {shipped_site.folder};"),
        ("/var/log/nginx/hjaelp-fejl.log", f"{folder}/fejl.log"),
    ):
        assert old in text
        text = text.replace(old, new)
    temp = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off;\nuser root;\npid {folder}/pid;\nevents {{}}\nhttp {{\n{temp}{text}\n}}\n"
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    running = subprocess.Popen([program, "-e", f"{folder}/start.log", "-p", str(folder), "-c", f"{folder}/nginx.conf"])
    try:
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert running.poll() is None, (folder / "start.log").read_text(encoding="utf-8")
            time.sleep(0.1)
        yield port, folder
    finally:
        running.terminate()
        running.wait(timeout=20)


def ask(server: Ask, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server[0], timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content


def test_a_short_address_leads_to_its_page(server: Ask) -> None:
    first, _ = ask(server, "/skift-laege")
    assert first.status == 301
    assert (first.getheader("Location") or "").endswith("/skift-laege/")
    page, content = ask(server, "/skift-laege/")
    assert page.status == 200
    assert page.getheader("Content-Type") == "text/html; charset=utf-8"
    assert "<h1>Skift læge</h1>".encode() in content
    assert ask(server, "/findes-ikke")[0].status == 404


def test_every_answer_says_what_a_page_may_load(server: Ask) -> None:
    for path in ("/", "/skift-laege/", "/sw.js", "/findes-ikke"):
        answer, _ = ask(server, path)
        assert (answer.getheader("Content-Security-Policy") or "").startswith("default-src 'self';"), path
        assert "http" not in (answer.getheader("Content-Security-Policy") or "")
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == "no-referrer"


def test_versioned_files_are_kept_and_pages_are_not(server: Ask, shipped_site: Website) -> None:
    names = [path.name for path in (shipped_site.folder / "filer").iterdir()]
    versioned = [name for name in names if re.search(r"-[0-9a-f]{10}\.\w+$", name)]
    assert len(versioned) >= 6
    for name in versioned:
        assert ask(server, f"/filer/{name}")[0].getheader("Cache-Control") == "public, max-age=31536000, immutable"
    for path in ("/", "/skift-laege/", "/sw.js", "/manifest.webmanifest", "/filer/katalog.jsonld"):
        assert ask(server, path)[0].getheader("Cache-Control") == "no-cache", path


def test_before_the_first_answer_no_more_than_a_megabyte_and_a_half_is_sent(server: Ask, shipped_site: Website) -> None:
    sent = 0
    names = sorted(path.name for path in (shipped_site.folder / "filer").iterdir())
    needed = [f"/filer/{name}" for name in names if name.startswith(("side-", "soeg-", "indeks-", "naboord-"))]
    assert len(needed) == 4
    for path in ("/", *needed):
        answer, content = ask(server, path, **{"Accept-Encoding": "gzip"})
        assert answer.getheader("Content-Encoding") == "gzip", path
        assert len(gzip.decompress(content)) > len(content)
        sent += len(content)
    assert sent <= 1_500_000


def test_nothing_is_written_down_of_who_asked(server: Ask) -> None:
    for path in ("/", "/skift-laege/", "/findes-ikke"):
        ask(server, path)
    written = "".join(file.read_text(encoding="utf-8") for file in server[1].rglob("*.log"))
    assert "skift-laege" not in written
    assert "127.0.0.1" not in written
    assert not (server[1] / "logs").exists()
