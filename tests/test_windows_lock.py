"""The wheels of the Windows folder are pinned, and they are those that the program asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "packaging/windows"
PIN = re.compile(r"([a-z0-9-]+)==([\w.]+) --hash=sha256:[0-9a-f]{64}")
WINDOWS = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "extra": ""}


def pinned(name: str) -> dict[str, str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    found = [match for line in lines if (match := PIN.fullmatch(line))]
    assert len(found) == len(lines), "a line without an exact version and a checksum"
    return {match[1]: match[2] for match in found}


@pytest.mark.skipif(not FOLDER.is_dir(), reason="not part of the source archive")
def test_every_dependency_is_pinned_to_a_version_that_it_allows() -> None:
    versions = pinned("lock.txt")
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for asked in map(Requirement, wanted):
        if asked.marker is None or asked.marker.evaluate(WINDOWS):
            assert versions[re.sub(r"[-_.]+", "-", asked.name).lower()] in asked.specifier, str(asked)


@pytest.mark.skipif(not FOLDER.is_dir(), reason="not part of the source archive")
def test_the_tests_on_windows_use_the_same_versions() -> None:
    program, tests = pinned("lock.txt"), pinned("lock-test.txt")
    assert tests
    assert {name: tests[name] for name in tests.keys() & program.keys()}.items() <= program.items()
    assert pinned("tools.txt").keys() == {"distlib", "pip"}
