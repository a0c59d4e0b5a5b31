"""Take in a submission: from whatever lies in a student's folder to the text of the solution cells.

A submission is data. Nothing of it is run, copied or followed here; what cannot be read becomes a
sentence, never an exception.
"""

import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from grading.assignment import Assignment
from grading.cells import read_answers
from grading.results import GRADED, MISSING, REFUSED

MAX_NOTEBOOK = 5_000_000  # bytes of a notebook
MAX_TIMESTAMP = 100  # bytes


class Refused(Exception):
    """Why a file is not taken, in words that go on from its name."""


@dataclass
class Submission:
    """The submission of one student.

    Attributes:
        student: the name of the folder.
        status: GRADED if there is something to grade, else REFUSED or MISSING.
        reason: a sentence; "" where there is nothing to say.
        notebook: the bytes of the notebook, as they were found.
        sources: {grade_id of a solution cell: texts of cells, to be run one after the other}.
        timestamp: the text of its timestamp.txt, or "".
    """

    student: str
    status: str = GRADED
    reason: str = ""
    notebook: bytes = b""
    sources: dict[str, list[str]] = field(default_factory=dict)
    timestamp: str = ""

    def text(self, grade_id: str, released: str) -> str:
        """What the graded notebook shows in a cell; what was released where nothing was found."""
        return "\n\n".join(self.sources[grade_id]) if grade_id in self.sources else released


def students(submitted: Path | str, assignment: str) -> list[str]:
    """The students who have handed something in for this assignment, in alphabetical order.

    That is, a folder of its name, whatever it is, or its notebook one folder too high.
    """
    try:
        names = sorted(os.listdir(submitted))
    except FileNotFoundError:
        return []
    entries = (assignment, f"{assignment}.ipynb")
    return [
        name
        for name in names
        if any(os.path.lexists(Path(submitted) / name / entry) for entry in entries)
    ]


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
    try:
        if not os.path.lexists(folder):
            raise Refused(f"should lie in a folder {assignment.name} of the student's folder")
        for step in (folder.parent, folder):
            if not stat.S_ISDIR(os.lstat(step).st_mode):
                raise Refused("lies in a link or a file, where there should be a folder")
        found.timestamp = timestamp(folder)
        if not os.path.lexists(folder / name):
            others = [other for other in sorted(os.listdir(folder)) if other.endswith(".ipynb")]
            found.status = REFUSED if others else MISSING
            found.reason = f"There is no {name} in the folder." + (
                f" There is {', '.join(others[:3])}: if that is it, rename it and grade again."
                if others
                else ""
            )
            return found
        found.notebook = regular_file(folder / name, MAX_NOTEBOOK)
        found.sources, found.reason = read_sources(found.notebook, assignment)
    except Refused as refusal:
        found.status, found.reason = REFUSED, f"{name} {refusal}."
    except OSError as error:
        found.status, found.reason = REFUSED, f"{name} cannot be read: {error.strerror}."
    return found


def is_name(name: str) -> bool:
    """Whether nbgrader can work with a folder of this name, which it uses as a pattern."""
    # Bytes that are no text are half characters here, and not printable.
    return name.isprintable() and not name.startswith(".") and not set(name) & set("*?[")


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
    except UnicodeDecodeError:
        raise Refused("is not UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"is no notebook, or a part of one: {_first_line(error)}") from None
    sources, remarks = read_answers(cells(notebook), assignment)
    if not sources and not remarks.left_out:
        raise Refused("has none of the cells of the exercises: it is another notebook")
    return sources, " ".join(remarks.sentences())


def cells(notebook: object) -> list[dict]:
    """The cells of a notebook of any version.

    Raises:
        Refused: it is none.
    """
    if not isinstance(notebook, dict):
        raise Refused("is no notebook")
    version = notebook.get("nbformat")
    if type(version) is int and 1 <= version < 4:
        import nbformat  # slow, and such notebooks are rare

        try:
            notebook = nbformat.convert(nbformat.from_dict(notebook), 4)
        except Exception as error:
            raise Refused(
                f"is a notebook of version {version} that cannot be converted: {_first_line(error)}"
            ) from None
    found = notebook.get("cells")
    if not isinstance(found, list):
        raise Refused("is no notebook: it has no cells")
    return [cell for cell in found if isinstance(cell, dict)]


def _first_line(error):
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def timestamp(folder: Path) -> str:
    """The text of a submission's `timestamp.txt`; "" if there is none that can be read."""
    try:
        return regular_file(folder / "timestamp.txt", MAX_TIMESTAMP).decode().strip()
    except (Refused, OSError, ValueError):
        return ""
