"""Take in a submission: from whatever lies in a student's folder to the text of the solution cells.

A submission is data. Nothing of it is run, copied or followed here; what cannot be read becomes a
sentence, never an exception.
"""

import json
import os
import re
import stat
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from grading.results import GRADED, MISSING, REFUSED

MAX_NOTEBOOK = 5_000_000  # bytes of a notebook
MAX_CELL = 20_000  # characters of a solution
MAX_TIMESTAMP = 100  # bytes
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # no part of any program


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
        sources: {grade_id: text} of the solution cells that are in it.
        timestamp: the text of its timestamp.txt, or "".
    """

    student: str
    status: str = GRADED
    reason: str = ""
    notebook: bytes = b""
    sources: dict[str, str] = field(default_factory=dict)
    timestamp: str = ""


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


def take_in(
    submitted: Path | str, student: str, assignment: str, solutions: Collection[str]
) -> Submission:
    """Read the submission of a student.

    Arguments:
        submitted: the folder of all submissions.
        solutions: the grade_ids of the solution cells.

    Returns:
        a Submission, always.
    """
    found = Submission(student)
    folder = Path(submitted) / student / assignment
    name = f"{assignment}.ipynb"
    if not is_name(student):
        found.status = REFUSED
        found.reason = "nbgrader cannot work with the name of this folder: rename it."
        return found
    try:
        if not os.path.lexists(folder):
            raise Refused(f"should lie in a folder {assignment} of the student's folder")
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
        found.sources, found.reason = read_sources(found.notebook, solutions)
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


def read_sources(data: bytes, solutions: Collection[str]) -> tuple[dict[str, str], str]:
    """The text of the solution cells in the bytes of a notebook.

    Returns:
        {grade_id: text}, and a sentence about what is odd, or "".

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
    found, left_out, copies = {}, [], set()
    for cell in cells(notebook):
        grade_id = _grade_id(cell)
        if grade_id not in solutions:
            continue
        source = _text(cell.get("source"))
        if source is None or len(source) > MAX_CELL:
            left_out.append(grade_id)
            continue
        if grade_id in found:
            copies.add(grade_id)
        found[grade_id] = source
    remarks = []
    if not found and not left_out:
        raise Refused("has none of the cells of the exercises: it is another notebook")
    if left_out:
        remarks.append(
            f"Not taken, because it is no text or longer than {MAX_CELL:,} characters: "
            f"{', '.join(sorted(set(left_out)))}."
        )
    if copies:
        remarks.append(
            f"There more than once, and the last one was taken: {', '.join(sorted(copies))}."
        )
    missing = [name for name in solutions if name not in found and name not in left_out]
    if missing:
        remarks.append(f"The cell is missing: {', '.join(missing)}.")
    return found, " ".join(remarks)


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


def _grade_id(cell):
    place = cell.get("metadata")
    for key in ("nbgrader", "grade_id"):
        place = place.get(key) if isinstance(place, dict) else None
    return place if isinstance(place, str) else None


def _text(source):
    """The source of a cell as one string that can be written anywhere, or None."""
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or CONTROL.search(source):
        return None
    return source.encode("utf-8", "replace").decode("utf-8")  # without half characters


def _first_line(error):
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def timestamp(folder: Path) -> str:
    """The text of a submission's `timestamp.txt`; "" if there is none that can be read."""
    try:
        return regular_file(folder / "timestamp.txt", MAX_TIMESTAMP).decode().strip()
    except (Refused, OSError, ValueError):
        return ""
