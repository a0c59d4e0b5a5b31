"""What the grader remembers from one run to the next: a file for each submission, and the seed."""

import contextlib
import json
import re
import secrets
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from grading.results import Result
from release.files import write_atomically


def file_name(student: str) -> str:
    """A student's name as the name of a file or a folder, a different one for each student.

    What could lead elsewhere, hide the file or not be written is spelled as in a web address.
    """

    def spelled(match):
        return "".join(f"%{byte:02X}" for byte in match[0].encode(errors="surrogatepass"))

    name = re.sub(r"[^\w .,@+'()-]|^\.|[. ]$", spelled, student) or "%"
    if len(name.encode()) > 200:
        digest = sha256(student.encode(errors="surrogatepass")).hexdigest()
        name = f"{name.encode()[:150].decode(errors='ignore')}%{digest[:32]}"
    return name


class Records:
    """The result of each submission, in `<folder>/students`, and the run under way."""

    def __init__(self, folder: Path | str):
        self.folder = Path(folder)
        self._rename_old_records()

    def _path(self, student):
        return self.folder / "students" / f"{file_name(student)}.json"

    def _rename_old_records(self):
        """Give a record that an earlier version has written under another name its present one."""
        for path in self.folder.glob("students/*.json"):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                wanted = self._path(json.loads(path.read_text(encoding="utf-8"))["student"])
                if path != wanted and not wanted.exists():
                    path.rename(wanted)

    def read(self, student: str) -> Result | None:
        """The Result of a student, or None if there is none that can be read."""
        try:
            return Result.from_dict(json.loads(self._path(student).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, result: Result) -> None:
        """Remember a Result, without the outputs of its cells."""
        self._put(self._path(result.student), replace(result, outputs={}).to_dict())

    def forget(self, student: str) -> None:
        """Remove what is remembered of a student."""
        self._path(student).unlink(missing_ok=True)

    def seed(self) -> int:
        """The seed of a run that was stopped; else one that nobody can guess."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return int(json.loads(self._unfinished().read_text(encoding="utf-8"))["seed"])
        return secrets.randbits(63)

    def begin(self, seed: int) -> None:
        """Note that a run with this seed begins."""
        self._put(self._unfinished(), {"seed": seed})

    def end(self) -> None:
        """Note that the run has come to its end: the next one draws a seed of its own."""
        self._unfinished().unlink(missing_ok=True)

    def _unfinished(self):
        return self.folder / "unfinished.json"

    def _put(self, path, data):
        write_atomically(path, json.dumps(data, indent=1).encode())
