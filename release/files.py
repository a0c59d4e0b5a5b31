"""Write a file so that an interruption leaves it as it was or complete."""

import os
from pathlib import Path


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file in one step; its folder is made if it is missing.

    The new content is written beside it first, under a hidden name that is always the same for a
    file, so that an interruption leaves one such file at most and the next attempt replaces it.

    Raises:
        OSError: the file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    name = os.fsencode(path.name)[:200].decode(errors="ignore")  # as long as file systems allow
    beside = path.with_name(f".{name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)
