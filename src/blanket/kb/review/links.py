"""Asking the addresses of a base whether they still lead somewhere: the only part of the program that uses the network.

Here go the questions and what the answers mean. Politely: every address once, one at a time for a host, with a pause
between, HEAD before GET, and an answer is good for the day. Only pages that entries rest on are read, and of their text
a fingerprint is kept.
"""

from __future__ import annotations

import ipaddress
import json
import queue
import socket
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import httpx

from blanket import __version__
from blanket.kb.format.hosts import addresses_in
from blanket.kb.format.problem import Position, Problem, problem
from blanket.kb.format.reading import read_file
from blanket.kb.review import link_rules
from blanket.kb.review.page_text import mark_of_text, says_gone, text_of
from blanket.writing import write_whole

State = Literal["virker", "flyttet", "død", "usikker"]
CODES: dict[State, str] = {"død": "B151", "flyttet": "B152", "usikker": "B153"}
HOPS = 10  # redirects of one address
HOSTS_AT_ONCE = 8
LONGEST = 400  # characters of a new address
FEW_HOSTS = 3  # that so many cannot be found at all is no accident
GONE = (404, 410)
REFUSES_HEAD = (400, 401, 403, 404, 405, 410, 500, 501, 503)  # servers that say this to HEAD and answer GET
HEADERS = {"User-Agent": f"blanket/{__version__} (blanket kb tjek --links)", "Accept": "*/*"}


@dataclass(frozen=True, slots=True)
class AddressAt:
    """An address, and where it stands."""

    address: str
    file: Path
    at: Position


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an address. `new`: where it has moved to. `why`: in Danish, when it does not work.

    `text`: the fingerprint of what its page says, where that was asked for.
    """

    state: State
    new: str = ""
    why: str = ""
    text: str = ""


@dataclass(slots=True)
class Manners:
    """How politely and how long to ask. In seconds; tests are less patient."""

    pause: float = 1.0
    connect: float = 8.0
    read: float = 12.0
    whole: float = 40.0  # one address with all its redirects
    private: bool = False  # ask addresses of one's own net too
    most: int = 4_000_000  # bytes of one page


@dataclass(slots=True)
class Answers:
    """The answers so far: address -> answer. `stopped`: somebody pressed Ctrl-C before all were asked.

    `offline`: no name at all could be found, so nothing is known of any address.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    stopped: bool = False
    offline: bool = False


def links_in(files: Iterable[Path]) -> list[AddressAt]:
    """Every address of the files, with its place, in order. Files that cannot be read have none."""
    found = []
    for file in files:
        document = read_file(file)
        for path, text in _texts(document.data, ()):
            for address in addresses_in(text):
                if not address.endswith("://"):  # nothing to ask: `kb tjek` says that it is none
                    found.append(AddressAt(address, file, document.place(path)))
    return found


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        if "://" in value:
            yield path, value
    elif isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(inner, (*path, key))


def link_problems(links: Sequence[AddressAt], answers: dict[str, Answer]) -> list[Problem]:
    """What the answers mean for the places where the addresses stand."""
    found = []
    for link in links:
        answer = answers.get(link.address)
        if answer and answer.state in CODES:
            values = {"address": link.address, "new": answer.new, "why": answer.why}
            found.append(problem(link.file, link.at, CODES[answer.state], **values))
    return sorted(found)


def ask_all(
    addresses: Sequence[str],
    cache: Path,
    today: date,
    *,
    manners: Manners | None = None,
    progress: Callable[[int, int], None] | None = None,
    reads: Collection[str] = (),
) -> Answers:
    """Ask every address once, and keep the answers in `cache` for the day.

    `reads`: those whose pages are read too, for a fingerprint of what they say. `progress`: called with (asked, in
    all). Ctrl-C ends it early: what was answered is returned and kept.
    """
    wanted = list(dict.fromkeys(addresses))
    asked = Answers({name: answer for name, answer in _remembered(cache, today).items() if name in set(wanted)})
    unread = {name for name in reads if name in asked.answers and not asked.answers[name].text}
    left = [
        name for name in wanted if name not in asked.answers or (name in unread and asked.answers[name].state != "død")
    ]
    hosts: dict[str, list[str]] = {}
    for name in left:
        hosts.setdefault(_host(name), []).append(name)
    with closing(_answers(hosts, manners or Manners(), frozenset(reads))) as answers:
        try:
            for name, answer in answers:
                asked.answers[name] = answer
                if progress:
                    progress(len(asked.answers), len(wanted))
        except KeyboardInterrupt:
            asked.stopped = True
    if len(hosts) >= FEW_HOSTS and all(
        answer.why == link_rules.LINK_NO_NAME for answer in map(asked.answers.get, left) if answer
    ):
        asked.offline = True
    else:
        _remember(cache, today, asked.answers)
    return asked


def _answers(
    hosts: Mapping[str, list[str]], manners: Manners, reads: frozenset[str]
) -> Generator[tuple[str, Answer], None, None]:
    """Each address of the hosts with its answer, as they come in. Closing it stops the threads that ask."""
    work: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    for group in sorted(hosts.values(), key=len, reverse=True):  # the longest first: it decides when all is done
        work.put(group)
    answered: queue.SimpleQueue[tuple[str, Answer]] = queue.SimpleQueue()
    stop = threading.Event()
    try:
        for _ in range(min(HOSTS_AT_ONCE, len(hosts))):
            threading.Thread(target=_work, args=(work, answered, stop, manners, reads), daemon=True).start()
        for _ in range(sum(map(len, hosts.values()))):
            yield answered.get()
    finally:
        stop.set()


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.casefold()
    except ValueError:
        return ""


def _work(
    work: queue.SimpleQueue[list[str]],
    answered: queue.SimpleQueue[tuple[str, Answer]],
    stop: threading.Event,
    manners: Manners,
    reads: frozenset[str],
) -> None:
    """Take one host after the other, and ask its addresses one at a time."""
    timeout = httpx.Timeout(manners.read, connect=manners.connect)
    with httpx.Client(timeout=timeout, headers=HEADERS, follow_redirects=False) as client:
        while not stop.is_set():
            try:
                addresses = work.get_nowait()
            except queue.Empty:
                return
            for number, address in enumerate(addresses):
                if stop.wait(manners.pause if number else 0):
                    return
                answered.put((address, ask(client, address, manners, read=address in reads)))


def ask(client: httpx.Client, address: str, manners: Manners, *, read: bool = False) -> Answer:
    """Ask one address, and follow it where it leads. Never raises for what a server does. `read`: read its page too."""
    at, permanent, seen = address, True, {address}
    deadline = time.monotonic() + manners.whole
    try:
        while True:
            if not manners.private and _is_private(at):
                return Answer("usikker", why=link_rules.LINK_PRIVATE)
            status, target = _status(client, at)
            if target is None:
                break
            at = urljoin(at, target)
            permanent = permanent and status in (301, 308)
            if at in seen or len(seen) > HOPS:
                return Answer("død", why=link_rules.LINK_LOOPS)
            if time.monotonic() > deadline:
                return Answer("usikker", why=link_rules.LINK_SLOW)
            seen.add(at)
    except httpx.TimeoutException:
        return Answer("usikker", why=link_rules.LINK_SLOW)
    except httpx.ConnectError as error:
        return _no_connection(str(error).casefold())
    except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError, ValueError):
        return Answer("død", why=link_rules.LINK_NO_ADDRESS)
    except httpx.HTTPError:
        return Answer("usikker", why=link_rules.LINK_DROPPED)
    found = _meaning(address, at, status, permanent)
    return _with_text(client, at, found, manners) if read and found.state in ("virker", "flyttet") else found


def _with_text(client: httpx.Client, at: str, found: Answer, manners: Manners) -> Answer:
    """The answer with the fingerprint of what the page says; a dead one when it says that it is not there."""
    try:
        with client.stream("GET", at) as got:
            content = bytearray()
            for piece in got.iter_bytes():
                content += piece
                if len(content) > manners.most:
                    break
            kind, coded = got.headers.get("content-type", ""), got.charset_encoding
    except httpx.HTTPError:
        return found  # it answered a moment ago; its text is for another day
    if "html" not in kind:
        return replace(found, text=mark_of_text(bytes(content)))
    try:
        html = content.decode(coded or "utf-8", "replace")
    except LookupError:  # an encoding that nobody knows
        html = content.decode("utf-8", "replace")
    heading, text = text_of(html)
    if says_gone(heading, text):
        return Answer("død", why=link_rules.LINK_SAYS_GONE)
    return replace(found, text=mark_of_text(text))


def sources_in(files: Iterable[Path]) -> set[str]:
    """The addresses that entries rest on: those of their `kilder` and `kilde`."""
    found: set[str] = set()
    for file in files:
        for path, text in _texts(read_file(file).data, ()):
            if path[0] == "kilder" or path[-1] == "kilde":
                found.update(addresses_in(text))
    return found


def _is_private(address: str) -> bool:
    """Whether an address leads to this machine or its own net (RFC 6890), where a list from elsewhere may not ask.

    A name that cannot be found is not private: asking it says so.
    """
    parts = urlsplit(address)
    try:
        found = socket.getaddrinfo(parts.hostname or "", parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, OverflowError):
        return False
    return any(not ipaddress.ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)


def _meaning(address: str, at: str, status: int, permanent: bool) -> Answer:
    if status in GONE:
        return Answer("død", why=link_rules.LINK_GONE.format(status=status))
    if status >= 400:
        return Answer("usikker", why=link_rules.LINK_STATUS.format(status=status))
    to_front_page = urlsplit(at).path in ("", "/") and urlsplit(address).path not in ("", "/")
    if at != address and to_front_page:
        return Answer("usikker", why=link_rules.LINK_FRONT_PAGE)
    at = "".join(sign for sign in at if sign.isprintable())[:LONGEST]
    return Answer("flyttet", new=at) if at != address and permanent else Answer("virker")


def _status(client: httpx.Client, address: str) -> tuple[int, str | None]:
    """The status of an address and where it redirects to: HEAD, and GET where HEAD is refused. No page is read."""
    with suppress(httpx.RemoteProtocolError, httpx.ReadError):  # some servers hang up on HEAD
        head = client.head(address)
        if head.status_code not in REFUSES_HEAD:
            return head.status_code, _target(head)
    with client.stream("GET", address) as got:
        return got.status_code, _target(got)


def _target(response: httpx.Response) -> str | None:
    return response.headers.get("location") if response.has_redirect_location else None


def _no_connection(said: str) -> Answer:
    if "certificate" in said or "ssl" in said:
        return Answer("usikker", why=link_rules.LINK_CERTIFICATE)
    unnamed = ("name or service", "nodename", "getaddrinfo", "name resolution", "no address")
    no_name = any(part in said for part in unnamed)
    return Answer("død", why=link_rules.LINK_NO_NAME if no_name else link_rules.LINK_NO_SERVER)


def _remembered(cache: Path, today: date) -> dict[str, Answer]:
    """The answers of the day; none when there are none, or they cannot be read."""
    try:
        data = json.loads(cache.read_text(encoding="utf-8"))
        if data["dag"] != today.isoformat():
            return {}
        return {address: Answer(**answer) for address, answer in data["svar"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _remember(cache: Path, today: date, answers: dict[str, Answer]) -> None:
    """Keep what was answered for good today; what was uncertain is asked again next time."""
    sure = {**_remembered(cache, today), **answers}
    data = {name: asdict(answer) for name, answer in sure.items() if answer.state != "usikker"}
    with suppress(OSError):
        write_whole(cache, json.dumps({"dag": today.isoformat(), "svar": data}, ensure_ascii=False))
