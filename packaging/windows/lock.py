"""Write the lock files anew: every wheel of the Windows folder with its version and its checksum.

    .venv/bin/pip install uv
    .venv/bin/python packaging/windows/lock.py

`uv` settles the versions as Windows' Python 3.11 needs them, pip fetches the wheels as `build.py` will, and their
checksums are written down. Look at the difference before you commit it: these are the bytes that a kommune runs.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PYTHON = "3.11"
TARGET = ("--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:")
# The lock file -> what `uv` reads for it.
LOCKS = {
    "lock.txt": [str(ROOT / "pyproject.toml")],
    "lock-test.txt": [str(HERE / "test-needs.txt"), "-c", str(HERE / "lock.txt")],
}


def wheel_name(file: Path) -> str:
    """The normal name of the package in a wheel's file name (PEP 503)."""
    return re.sub(r"[-_.]+", "-", file.name.split("-")[0]).lower()


def settle(sources: list[str]) -> str:
    """The requirements with exact versions, as `uv` settles them for Windows."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "-q", "--no-header", "--no-annotate", *sources]
    windows = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON, "--only-binary", ":all:"]
    return subprocess.run([*command, *windows], check=True, capture_output=True, text=True).stdout


def locked(settled: str) -> str:
    """The same with the checksum of each wheel that pip takes for Windows."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "settled.txt"
        wanted.write_text(settled, encoding="utf-8")
        fetch = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *TARGET, "-r", str(wanted)]
        subprocess.run(fetch, check=True)
        wheels = {wheel_name(file): file for file in Path(folder).glob("*.whl")}
        sums = {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in wheels.items()}
    lines = [line for line in settled.splitlines() if line and not line.startswith("#")]
    return "".join(f"{line} --hash=sha256:{sums[line.split('==')[0]]}\n" for line in sorted(lines))


def main() -> None:
    """Write every lock file anew."""
    for name, sources in LOCKS.items():
        text = locked(settle(sources))
        (HERE / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count('==')} wheels")


if __name__ == "__main__":
    main()
