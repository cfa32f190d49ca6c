"""Run pytest in the Python of the Windows folder, which looks for modules nowhere but in the folder itself.

    python.exe suite.py REPOSITORY TEST-PACKAGES [pytest's own arguments]

Also on a real Windows PC. The guard below matters: a process that is started to share work imports this file again.
"""

from __future__ import annotations

import os
import sys


def main() -> int:
    """pytest's exit code."""
    repository, packages, *arguments = sys.argv[1:]
    sys.path[:0] = [os.path.abspath(repository), os.path.abspath(packages)]
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])
    os.chdir(repository)
    import pytest

    return int(pytest.main(arguments))


if __name__ == "__main__":
    sys.exit(main())
