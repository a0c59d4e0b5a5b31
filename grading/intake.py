"""Take in a submission: from whatever lies in a student's folder to the text of the solution cells.

A submission is data. Nothing of it is run, copied or followed here; what cannot be read becomes a
sentence, never an exception.
"""

import contextlib
import itertools
import json
import os
import re
import stat
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from grading.assignment import Assignment
from grading.cells import read_answers
from grading.outputs import without_outputs
from grading.results import GRADED, MISSING, REFUSED
from grading.times import utc_time

MAX_FILE = 100_000_000  # bytes of a notebook as it lies there
MAX_NOTEBOOK = 5_000_000  # bytes of a notebook without its outputs
MAX_TIMESTAMP = 200  # bytes
# By which a learner finds the feedback in nbgrader's exchange.
SECRET_FILE, SECRET = "submission_secret.txt", re.compile(rb"[0-9a-f]{128}")
MAX_ENTRIES = 1000  # files that are looked at where the notebook is missing
CHECKPOINTS = {".ipynb_checkpoints"}  # where Jupyter keeps a copy of a notebook


class Refused(Exception):
    """Why a file is not taken, in words that go on from its name."""


@dataclass
class Submission:
    """The submission of one student.

    Attributes:
        student: the name of the folder.
        status: GRADED if there is something to grade, else REFUSED or MISSING.
        reason: a sentence; "" where there is nothing to say.
        notebook: the bytes of the notebook as they were found; of a large one without outputs.
        sources: {grade_id of a solution cell: texts of cells, to be run one after the other}.
        time: when it was handed in, in UTC; None where nothing says so.
        secret: by which its learner finds the feedback in nbgrader's exchange; "" without one.
    """

    student: str
    status: str = GRADED
    reason: str = ""
    notebook: bytes = b""
    sources: dict[str, list[str]] = field(default_factory=dict)
    time: datetime | None = None
    secret: str = ""

    def text(self, grade_id: str, released: str) -> str:
        """What the graded notebook shows in a cell; what was released where nothing was found."""
        return "\n\n".join(self.sources[grade_id]) if grade_id in self.sources else released


def students(submitted: Path | str, assignment: str) -> list[str]:
    """The students who have handed something in for this assignment, in alphabetical order.

    That is, a folder of its name, whatever it is, or beside it a file or folder of a name such as
    that of the assignment with ".zip", ".ipynb" or " (1)" at its end.
    """
    try:
        names = sorted(os.listdir(submitted))
    except FileNotFoundError:
        return []
    return [
        name
        for name in names
        if os.path.lexists(Path(submitted) / name / assignment)
        or _beside(Path(submitted) / name, assignment)
    ]


def _beside(folder, assignment):
    """What lies beside the folder of an assignment, where it has its name."""
    with contextlib.suppress(OSError):
        return sorted(
            entry
            for entry in os.listdir(folder)
            if entry.startswith((f"{assignment}.", f"{assignment} ", f"{assignment}("))
        )
    return []


def take_in(submitted: Path | str, student: str, assignment: Assignment) -> Submission:
    """Read the submission of a student.

    Arguments:
        submitted: the folder of all submissions.
        assignment: what is graded.

    Returns:
        a Submission, always.
    """
    found = Submission(student)
    folder = Path(submitted) / student / assignment.name
    name = f"{assignment.name}.ipynb"
    if not is_name(student):
        found.status = REFUSED
        found.reason = "nbgrader cannot work with the name of this folder: rename it."
        return found
    remark = ""
    try:
        if not os.path.lexists(folder):
            raise Refused(
                f"should lie in a folder {assignment.name} of the student's folder, where there is "
                f"{', '.join(_beside(folder.parent, assignment.name)[:3])}"
            )
        for step in (folder.parent, folder):
            if not stat.S_ISDIR(os.lstat(step).st_mode):
                raise Refused("lies in a link or a file, where there should be a folder")
        found.time, remark = timestamp(folder)
        found.secret = exchange_secret(folder)
        if os.path.lexists(folder / name):
            found.notebook = notebook_bytes(folder / name)
            found.sources, found.reason = read_sources(found.notebook, assignment)
        else:
            others = _in_its_place(folder, name)
            found.status = REFUSED if others else MISSING
            found.reason = f"There is no {name} in the folder.{others}"
    except Refused as refusal:
        found.status, found.reason = REFUSED, f"{name} {refusal}."
    except OSError as error:
        found.status, found.reason = REFUSED, f"{name} cannot be read: {error.strerror}."
    found.reason = " ".join(filter(None, [found.reason, remark]))
    return found


def is_name(name: str) -> bool:
    """Whether nbgrader can work with a folder of this name, which it uses as a pattern."""
    # What joins letters or keeps them apart, as in Persian, and spaces of other widths.
    shown = re.sub(r"(?<=[^\x00-\x7f])[\u200c\u200d]|[\u00a0\u3000]", "", name)
    # Bytes that are no text are half characters here, and not printable.
    return shown.isprintable() and not name.startswith(".") and not set(name) & set("*?[")


def _in_its_place(folder, name):
    """A sentence about what was handed in in place of the notebook; "" where nothing was."""
    inside = (
        (Path(place) / entry).relative_to(folder)
        for place, folders, files in os.walk(folder)
        for entry in files + [one for one in folders if os.path.islink(os.path.join(place, one))]
    )
    found = sorted(
        (*_advice(path), path.as_posix())
        for path in itertools.islice(inside, MAX_ENTRIES)
        if path.as_posix() not in ("timestamp.txt", SECRET_FILE)
        and not any(part.startswith((".", "__MACOSX")) for part in set(path.parts) - CHECKPOINTS)
    )
    if not found:
        return ""
    best, advice, _ = found[0]
    names = [path for rank, _, path in found if rank == best]
    if len(names) > 1:
        advice = advice.replace("if that is it", "if one of them is it")
    return f" There is {', '.join(names[:3])}: {advice}."


def _advice(path):
    """How likely a file is the notebook, the likeliest first, and what to do about it."""
    if path.suffix.lower() == ".ipynb":
        if len(path.parts) == 1:
            return 0, "if that is it, rename it and grade again"
        return 1, "if that is it, move it into the folder itself and grade again"
    if ".ipynb" in path.name.lower():
        return 2, "if that is it, rename it and grade again"
    if path.suffix.lower() in (".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz"):
        return 3, "if the notebook is in it, unpack it and grade again"
    return 4, "ask for the notebook"


def notebook_bytes(path: Path) -> bytes:
    """The bytes of a notebook; where they are many, without the outputs.

    Raises:
        Refused: it is no regular file, or too large.
        OSError: it cannot be read.
    """
    data = regular_file(path, MAX_FILE)
    if len(data) <= MAX_NOTEBOOK:
        return data
    try:
        return without_outputs(data, MAX_NOTEBOOK)
    except ValueError as error:
        raise Refused(f"is too large: {error}") from None


def regular_file(path: Path, most: int) -> bytes:
    """The bytes of a file that is a file and nothing else.

    Raises:
        Refused: it is a link, a folder, a pipe, a device, or too large.
        OSError: it cannot be read.
    """
    kind = os.lstat(path).st_mode
    if not stat.S_ISREG(kind):
        raise Refused(f"is no regular file but {_kind(kind)}")
    # Without following a link, or waiting at a pipe, that has been put there since.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("is no regular file")
        if status.st_nlink > 1:
            raise Refused("is a hard link: the same file has another name elsewhere")
        if status.st_size > most:
            raise Refused(f"is too large: {status.st_size:,} bytes, and {most:,} are allowed")
        return file.read(most + 1)


def _kind(mode):
    names = {
        stat.S_IFLNK: "a link",
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a named pipe",
        stat.S_IFSOCK: "a socket",
    }
    return names.get(stat.S_IFMT(mode), "a device")


def read_sources(data: bytes, assignment: Assignment) -> tuple[dict[str, list[str]], str]:
    """What the bytes of a notebook have for the exercises.

    Returns:
        {grade_id of a solution cell: texts of cells}, and sentences about what is odd, or "".

    Raises:
        Refused: it is no notebook, or not this one.
    """
    if not data.strip():
        raise Refused("is empty")
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(_what_it_is(data, error)) from None
    sources, remarks = read_answers(cells(notebook), assignment)
    if not sources and not remarks.left_out:
        raise Refused("has none of the cells of the exercises: it is another notebook")
    return sources, " ".join(remarks.sentences())


# How a file begins that is taken for a notebook and is none.
OTHERS = {
    b"version https://git-lfs": "is a pointer of Git LFS and not the file itself: `git lfs pull`",
    b"<!": "is a web page, perhaps of a login, and not what was to be downloaded",
    b"<html": "is a web page, perhaps of a login, and not what was to be downloaded",
    b"pk\x03\x04": "is a zip file: unpack it and grade again",
    b"%pdf": "is a PDF and no notebook",
}


def _what_it_is(data, error):
    """What the bytes are that are no JSON, in words that go on from the file's name."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:100].lower()
    for beginning, what in OTHERS.items():
        if start.startswith(beginning):
            return what
    if re.search(rb"^(<{7}|>{7})( |\r?$)", data, re.MULTILINE):
        return "has conflict markers of Git in it, <<<<<<< and >>>>>>>: two versions to be merged"
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8 text"
    return f"is no notebook, or a part of one: {_first_line(error)}"


def cells(notebook: object) -> list[dict]:
    """The cells of a notebook of version 2 or newer.

    Raises:
        Refused: it is none.
    """
    if not isinstance(notebook, dict):
        raise Refused("is no notebook")
    found, version = notebook.get("cells"), notebook.get("nbformat")
    if type(version) is int and version < 4:
        found = _old_cells(notebook.get("worksheets"))
    if not isinstance(found, list):
        raise Refused("is no notebook: it has no cells")
    return [cell for cell in found if isinstance(cell, dict)]


def _old_cells(worksheets):
    """The cells of a notebook of version 2 or 3, as newer ones have them; None if it has none.

    nbformat could convert it, but takes up to ten seconds for 5 MB of tiny cells.
    """
    if not isinstance(worksheets, list):
        return None
    sheets = [sheet.get("cells") for sheet in worksheets if isinstance(sheet, dict)]
    cells = [cell for sheet in sheets if isinstance(sheet, list) for cell in sheet]
    return [{"source": c.get("input"), **c} for c in cells if isinstance(c, dict)]


def _first_line(error):
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def timestamp(folder: Path) -> tuple[datetime | None, str]:
    """When a submission was handed in, by its `timestamp.txt`.

    Returns:
        the time in UTC, or None; and a sentence where the file does not say one, or "".
    """
    try:
        data = regular_file(folder / "timestamp.txt", MAX_TIMESTAMP)
        utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # as PowerShell writes
        return utc_time(data.decode("utf-16" if utf_16 else "utf-8-sig")), ""
    except FileNotFoundError:
        return None, ""
    except (Refused, OSError, ValueError):
        return None, (
            "Its timestamp.txt holds no full date and time in a known time zone, so it counts as "
            "handed in on time: write it like 2026-11-25 18:00:00 UTC."
        )


def exchange_secret(folder: Path) -> str:
    """What nbgrader's exchange has put beside a submission; "" where it has not."""
    with contextlib.suppress(Refused, OSError):
        found = SECRET.fullmatch(regular_file(folder / SECRET_FILE, 128))
        return found[0].decode() if found else ""
    return ""
