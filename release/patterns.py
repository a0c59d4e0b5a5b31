"""Let nbgrader take the path of the course as it is, also where it looks for files by a pattern.

A folder may be called `course [new]`; in a pattern `[new]` is one letter of three.
"""

import glob
from pathlib import Path
from types import SimpleNamespace

from nbgrader import utils
from nbgrader.apps import api
from nbgrader.converters import base


def take_literally(root: Path) -> None:
    """Let nbgrader read the path of the course literally, from now on in this process."""

    def find(pattern: str) -> list[str]:
        if pattern.startswith(str(root)):
            pattern = glob.escape(str(root)) + pattern[len(str(root)) :]
        return glob.glob(pattern)

    for module in (utils, api, base):
        module.glob = SimpleNamespace(glob=find)  # all that they use of Python's `glob`
