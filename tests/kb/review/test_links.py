"""Asking addresses, of a server on this machine that moves, stalls, loops, refuses and hangs up."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from blanket.kb.review import link_rules, links
from blanket.kb.review.links import Answer, Manners, ask_all, links_in
from tests.conftest import TASK, WriteKb

TODAY = date(2026, 11, 22)
QUICK = Manners(pause=0.0, connect=1.0, read=0.5, whole=2.0, private=True)


@dataclass
class Server:
    """A server that does what the path says. `asked`: what was asked of it. `most`: how many at once."""

    address: str = ""
    asked: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    now: int = 0
    most: int = 0


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.reply()

        def do_GET(self) -> None:
            self.reply()

        def reply(self) -> None:
            with lock:
                made.asked.append(f"{self.command} {self.path}")
                made.times.append(time.monotonic())
                made.now += 1
                made.most = max(made.most, made.now)
            try:
                self.act(self.path.rsplit("/", 1)[-1])
            finally:
                with lock:
                    made.now -= 1

        def act(self, what: str) -> None:
            head = self.command == "HEAD"
            match what:
                case "flyttet":
                    self.say(301, "/side/ny")
                case "lånt":
                    self.say(302, "/side/login")
                case "ring":
                    self.say(301, "/a/ring2")
                case "ring2":
                    self.say(302, "/a/ring")
                case "langt":
                    self.say(301, f"{self.path}/../x{time.monotonic_ns()}/langt")
                case "forside":
                    self.say(301, "/")
                case "væk" | "v%C3%A6k":
                    self.say(404)
                case "kun-get":
                    self.say(405 if head else 200)
                case "lukket":
                    self.say(403)
                case "venter":
                    time.sleep(1.5)
                case "hænger-på" | "h%C3%A6nger-p%C3%A5":
                    if not head:
                        self.say(200)
                    else:
                        self.close_connection = True
                case "hænger" | "h%C3%A6nger":
                    self.close_connection = True
                case "ingensteder":
                    self.say(301, "http://[")
                case "ftp":
                    self.say(301, "ftp://a.dk/")
                case _:
                    self.say(200)

        def say(self, status: int, location: str = "") -> None:
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    made.address = f"http://127.0.0.1:{running.server_port}"
    thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    running.shutdown()
    running.server_close()


def answer_of(server: Server, path: str, tmp_path: Path) -> Answer:
    address = f"{server.address}/a/{path}"
    return ask_all([address], tmp_path / "links.json", TODAY, manners=QUICK).answers[address]


@pytest.mark.parametrize(
    ("path", "state", "why"),
    [
        ("her", "virker", ""),
        ("lånt", "virker", ""),
        ("kun-get", "virker", ""),
        ("hænger-på", "virker", ""),
        ("væk", "død", link_rules.LINK_GONE.format(status=404)),
        ("ring", "død", link_rules.LINK_LOOPS),
        ("langt", "død", link_rules.LINK_LOOPS),
        ("ingensteder", "død", link_rules.LINK_NO_ADDRESS),
        ("ftp", "død", link_rules.LINK_NO_ADDRESS),
        ("lukket", "usikker", link_rules.LINK_STATUS.format(status=403)),
        ("venter", "usikker", link_rules.LINK_SLOW),
        ("hænger", "usikker", link_rules.LINK_DROPPED),
        ("forside", "usikker", link_rules.LINK_FRONT_PAGE),
    ],
)
def test_what_an_answer_means(server: Server, tmp_path: Path, path: str, state: str, why: str) -> None:
    found = answer_of(server, path, tmp_path)
    assert (found.state, found.why) == (state, why)


def test_a_page_that_moved_for_good_names_its_new_address(server: Server, tmp_path: Path) -> None:
    assert answer_of(server, "flyttet", tmp_path) == Answer("flyttet", f"{server.address}/side/ny")


def test_a_server_that_is_not_there_is_dead(tmp_path: Path, server: Server) -> None:
    free = "http://127.0.0.1:1/a"
    assert ask_all([free], tmp_path / "c", TODAY, manners=QUICK).answers[free] == Answer(
        "død", why=link_rules.LINK_NO_SERVER
    )


@pytest.mark.parametrize("address", ["http://", "http://[", "https://:1/a", "http://127.0.0.1:99999/"])
def test_what_is_no_address_is_dead_and_no_crash(address: str, tmp_path: Path) -> None:
    assert ask_all([address], tmp_path / "c", TODAY, manners=QUICK).answers[address].state == "død"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "169.254.169.254",
        "10.0.0.1",
        "192.168.1.1",
        "[::1]",
        "[fd00::1]",
        "0.0.0.0",
        "2130706433",
    ],
)
def test_addresses_of_ones_own_net_are_not_asked(host: str, server: Server, tmp_path: Path) -> None:
    port = server.address.rpartition(":")[2]
    address = f"http://{host}:{port}/a"
    answer = ask_all([address], tmp_path / "c", TODAY, manners=Manners(pause=0.0)).answers[address]
    assert answer == Answer("usikker", why=link_rules.LINK_PRIVATE)
    assert server.asked == []


def test_every_address_is_asked_once_with_head_and_one_at_a_time(server: Server, tmp_path: Path) -> None:
    addresses = [f"{server.address}/a/{number}" for number in range(5)]
    manners = Manners(pause=0.05, private=True)
    counts: list[tuple[int, int]] = []
    ask_all([*addresses, *addresses], tmp_path / "c", TODAY, manners=manners, progress=lambda *at: counts.append(at))
    assert Counter(server.asked) == {f"HEAD /a/{number}": 1 for number in range(5)}
    assert server.most == 1
    assert min(later - first for first, later in zip(server.times, server.times[1:], strict=False)) >= 0.04
    assert counts == [(number, 5) for number in range(1, 6)]


def test_answers_are_good_for_the_day_and_uncertain_ones_are_asked_again(server: Server, tmp_path: Path) -> None:
    addresses = [f"{server.address}/a/{path}" for path in ("her", "flyttet", "lukket")]
    cache = tmp_path / "cache" / "links.json"
    first = ask_all(addresses, cache, TODAY, manners=QUICK)
    server.asked.clear()
    assert ask_all(addresses, cache, TODAY, manners=QUICK).answers == first.answers
    assert {line.split()[1] for line in server.asked} == {"/a/lukket"}
    server.asked.clear()
    ask_all(addresses, cache, date(2026, 11, 23), manners=QUICK)
    assert {line.split()[1] for line in server.asked} >= {"/a/her", "/a/flyttet"}


@pytest.mark.parametrize("broken", [b"", b"[]", b'{"dag": "2026-11-22", "svar": []}', b"\xff", b'{"dag": 1}'])
def test_a_broken_cache_is_no_cache(server: Server, tmp_path: Path, broken: bytes) -> None:
    cache = tmp_path / "links.json"
    cache.write_bytes(broken)
    address = f"{server.address}/a/her"
    assert ask_all([address], cache, TODAY, manners=QUICK).answers[address].state == "virker"


def test_stopping_keeps_what_was_answered(server: Server, tmp_path: Path) -> None:
    addresses = [f"{server.address}/a/{number}" for number in range(20)]

    def stop(done: int, total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    asked = ask_all(addresses, tmp_path / "c", TODAY, manners=Manners(pause=0.02, private=True), progress=stop)
    assert asked.stopped
    assert len(asked.answers) == 3
    server.asked.clear()
    again = ask_all(addresses, tmp_path / "c", TODAY, manners=QUICK)
    assert not again.stopped
    assert len(again.answers) == 20
    assert len([line for line in server.asked if line.split()[1] in ("/a/0", "/a/1", "/a/2")]) == 0


def test_without_a_network_nothing_is_said_of_any_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "ask", lambda *_, **__: Answer("død", why=link_rules.LINK_NO_NAME))
    asked = ask_all([f"https://{name}.dk/" for name in "abc"], tmp_path / "c", TODAY, manners=QUICK)
    assert asked.offline
    assert not (tmp_path / "c").exists()


def test_addresses_are_found_where_they_stand(write_kb: WriteKb) -> None:
    folder = write_kb({"opgaver/skift-laege.yaml": f"{TASK}fuldmagt: Se https://a.dk/b. Og (http://c.dk/d).\n"})
    file = folder / "opgaver" / "skift-laege.yaml"
    assert [(link.address, link.at) for link in links_in([file])] == [
        ("https://www.borger.dk/", (9, 10)),
        ("https://a.dk/b", (10, 11)),
        ("http://c.dk/d", (10, 11)),
    ]
    assert links_in([folder / "gone.yaml"]) == []


def test_only_one_module_can_use_the_network() -> None:
    source = Path(links.__file__).parents[2]
    for file in source.rglob("*.py"):
        if file != Path(links.__file__):
            text = file.read_text(encoding="utf-8")
            for module in ("httpx", "http.client", "urllib.request", "socket", "ssl"):
                assert f"import {module}" not in text, file
                assert f"from {module}" not in text, file
