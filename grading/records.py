"""What the grader remembers from one run to the next: a file for each submission, and the seed."""

import contextlib
import json
import os
import secrets
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from grading.results import Result


def put(path, text):
    """Write a file in one go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name[:200]}.new")
    beside.write_text(text, encoding="utf-8", errors="replace", newline="\n")
    os.replace(beside, path)


class Records:
    """What was found about each submission, in `<folder>/<student>.json`, and the run under way."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def _path(self, student):
        name = quote(student, safe=" ", errors="surrogateescape")
        if len(name) > 200 or name.startswith("."):
            name = sha256(student.encode("utf-8", "surrogateescape")).hexdigest()
        return self.folder / "students" / f"{name}.json"

    def read(self, student):
        """The Result of a student, or None if there is none that can be read."""
        try:
            return Result.from_dict(json.loads(self._path(student).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, result):
        put(self._path(result.student), json.dumps(replace(result, outputs={}).to_dict(), indent=1))

    def forget(self, student):
        self._path(student).unlink(missing_ok=True)

    def seed(self):
        """The seed of a run that was stopped; else one that nobody can guess."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return int(json.loads(self._unfinished().read_text(encoding="utf-8"))["seed"])
        return secrets.randbits(63)

    def begin(self, seed):
        """Note that a run with this seed begins."""
        put(self._unfinished(), json.dumps({"seed": seed}))

    def _unfinished(self):
        return self.folder / "unfinished.json"

    def end(self):
        """The run has come to its end: the next one draws a seed of its own."""
        self._unfinished().unlink(missing_ok=True)
