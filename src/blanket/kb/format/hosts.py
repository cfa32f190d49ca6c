"""Addresses: where a text holds them, their parts, and whether one is a staging copy of a public site.

Here goes what rules, the check of links and the handout ask of an address; on the way of every handout, so it imports
little.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

# Hosts that hold staging copies of public sites: good enough to read a fact on, never to send a citizen to.
# Compiled when one is met.
_STAGING = (
    r"(^|\.)(liveserver\.nu|testserver\.nu|gopublic\.\w+|[\w-]*gopublic[\w.-]*|azurewebsites\.net)$"
    r"|^(pp|production|admin|staging|test|beta|demo|dev\d*)[.-]"
)
# What the address of one holds: nearly none does, and looking for it is ten times quicker than taking one apart.
_MAYBE_STAGING = re.compile(
    r"(?:live|test)server|gopublic|azurewebsites|skat|"
    r"(?:^|[/@])(?:pp|production|admin|staging|test|beta|demo|dev\d*)[.-]",
    re.IGNORECASE,
)


_FULL_ADDRESS = re.compile(r"https?://[^\s<>“”\"']*", re.IGNORECASE)
_ENDS_A_SENTENCE = ".,;:!?)”’"  # after an address that stands in running text


def addresses_in(text: str) -> list[str]:
    """The addresses that a text holds, written out with https:// or http://, as they stand. One that is the whole text
    keeps its last sign; one within a sentence does not keep the sentence's."""
    return [address if address == text else address.rstrip(_ENDS_A_SENTENCE) for address in _FULL_ADDRESS.findall(text)]


def is_staging(address: str) -> bool:
    """Whether an address is a staging copy of a public site, where no citizen may be sent."""
    if not _MAYBE_STAGING.search(address):
        return False
    parts = split_address(address)
    host = parts.hostname or ""
    return bool(re.search(_STAGING, host)) or (host.endswith("skat.dk") and parts.path.startswith("/test"))


def split_address(address: str) -> SplitResult:
    """The parts of an address, which may lack its https://; empty parts when it is none."""
    try:
        return urlsplit(address if "://" in address else f"//{address}")
    except ValueError:  # https://[
        return urlsplit("")
