"""What opening the desk costs is paid by the desk alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LOOKS = """
import json, sys
from blanket.cli.app import main
main({arguments!r})
print(json.dumps(sorted({{name.split(".")[0] for name in sys.modules}})), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["find", "skifte læge"], ["vis", "skift-laege"], ["steder"], ["--hjælp"], []])
def test_no_other_command_imports_textual(arguments: list[str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOOKS.format(arguments=arguments)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    loaded = json.loads(ran.stderr.splitlines()[-1])
    assert "typer" in loaded
    assert {"textual", "rich"}.isdisjoint(loaded)
