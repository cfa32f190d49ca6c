"""Getting what the Windows folder is made of: packages of the registry by name, each held to a checksum.

Here goes pip, and the folder where packages are kept between builds. Nothing is fetched that is there already.

    .venv/bin/python packaging/windows/fetching.py MAPPE       all that is wanted; ends with 1 where it cannot be had
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import embedded

TARGET = ("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:")
_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+) --hash=sha256:(?P<sum>[0-9a-f]{64})$", re.MULTILINE)


def wheels_of(lock: Path, kept: Path) -> list[Path]:
    """The wheels that a lock file names, in its order. Raises CalledProcessError when pip cannot have one of them."""
    wanted = [match["sum"] for match in _PINNED.finditer(lock.read_text(encoding="utf-8"))]
    kept.mkdir(parents=True, exist_ok=True)
    have = _by_sum(kept)
    if not all(one in have for one in wanted):
        hashed = ["--require-hashes", "-r", str(lock)]
        _pip("download", "-q", "--no-deps", "-d", str(kept), *TARGET, *hashed)
        have = _by_sum(kept)
    return [have[one] for one in wanted]


def source_of(package: str, checksum: str, kept: Path) -> Path:
    """A source archive. pip asks its setup.py for its name, so nothing is run whose checksum is not the pinned one."""
    kept.mkdir(parents=True, exist_ok=True)
    have = _by_sum(kept)
    if checksum not in have:
        line = kept / "source.txt"
        line.write_text(f"{package} --hash=sha256:{checksum}\n", encoding="utf-8")
        _pip("download", "-q", "--no-deps", "--require-hashes", "--no-binary=:all:", "-d", str(kept), "-r", str(line))
        have = _by_sum(kept)
    return have[checksum]


def own_wheel(root: Path, kept: Path) -> Path:
    """The wheel of this very tree."""
    for old in kept.glob("blanket-*.whl"):
        old.unlink()
    _pip("wheel", "-q", "--no-deps", "-w", str(kept), str(root))
    return next(kept.glob("blanket-*.whl"))


def _by_sum(folder: Path) -> dict[str, Path]:
    files = [file for file in folder.iterdir() if file.name.endswith((".whl", ".tar.gz"))]
    return {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in files}


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    # pip names places of its settings that are not there: what it says is shown only when it fails.
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        done.check_returncode()


def main() -> int:
    """Exit code 0 when everything is there."""
    kept = Path(sys.argv[1])
    try:
        source_of(embedded.PACKAGE, embedded.SHA256, kept)
        for lock in ("lock.txt", "lock-test.txt", "tools.txt"):
            wheels_of(Path(__file__).parent / lock, kept)
    except subprocess.SubprocessError as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
