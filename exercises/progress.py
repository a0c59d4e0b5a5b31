"""The progress that survives a restart: the file `progress.txt` in the learner's folder `work/`.

The file has one line for each exercise that has passed its test, with the date it first passed:

    2026-11-27  notebook 04  exercise 7  linear_backward

Lines are added at the end, each in a single write, and never changed. So two notebooks can be open
at once, and an interruption costs at most the line that was being written. A line that cannot be
read does not count, and stays.

`work/` is the folder that `python run.py start` fills. It is recognized by the folder `.release`
in it. Anywhere else, and while nbgrader runs a notebook, nothing is read and nothing is written.
"""

import datetime
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

NAME, MARK, START = "progress.txt", ".release", "start.ipynb"
FORMAT = 1
HEADER = f"""\
# The exercises that have passed their tests, and the date on which each first did. Format {FORMAT}.
# This file stays on your computer. Delete it to start over; your code is not affected.
"""
LINE = re.compile(r"(\d{4}-\d\d-\d\d) +notebook +(\d\d) +exercise +\d+ +(\w+)")
WRITTEN_FORMAT = re.compile(r"^#.*\bFormat (\d+)", re.MULTILINE)


@dataclass
class Progress:
    """What the file says.

    Attributes:
        dates: {(notebook, function): the date on which it first passed}, such as
            {("04", "linear_backward"): "2026-11-27"}, in the order in which they passed.
        problem: a sentence on what cannot be read, or "".
        readable: whether lines may be added.
    """

    dates: dict[tuple[str, str], str] = field(default_factory=dict)
    problem: str = ""
    readable: bool = True


def work_folder() -> Path | None:
    """The learner's folder `work/` if this module is in a notebook's folder there, else None."""
    # work/NN-name/exercises/progress.py
    work = Path(__file__).absolute().parents[2]
    if os.environ.get("NBGRADER_EXECUTION") or not (work / MARK).is_dir():
        return None
    return work


def start_page() -> str:
    """The link from a notebook in `work/` to the page that shows all notebooks, or ""."""
    work = work_folder()
    return f"../{START}" if work is not None and (work / START).is_file() else ""


def read(work: Path | None) -> Progress:
    """Read the progress that is kept in a folder `work/`; without one there is none."""
    if work is None:
        return Progress()
    try:
        text = (work / NAME).read_bytes().decode("utf-8-sig", errors="replace")
    except FileNotFoundError:
        return Progress()
    except OSError as error:
        problem = f"{NAME} cannot be read ({error.strerror}), so what passed earlier is not shown."
        return Progress(problem=problem, readable=False)
    if any(int(found) > FORMAT for found in WRITTEN_FORMAT.findall(text)):
        problem = (
            f"{NAME} is from a newer version of the course and is left as it is: get the newer "
            "notebooks with `python run.py start`."
        )
        return Progress(problem=problem, readable=False)
    progress, damaged = Progress(), []
    for number, line in enumerate(text.split("\n"), 1):
        entry = _entry(line.strip())
        if entry:
            progress.dates.setdefault(*entry)
        elif line.strip() and not line.startswith("#"):
            damaged.append(str(number))
    if damaged:
        which = f"line {damaged[0]}" if len(damaged) == 1 else f"{len(damaged)} lines"
        rest = "" if len(damaged) == 1 else f", the first of them line {damaged[0]}"
        progress.problem = (
            f"{NAME} has {which} that cannot be read{rest}: not counted, and left as it was."
        )
    return progress


def _entry(line):
    """((notebook, function), date) of a line, or None."""
    found = LINE.fullmatch(line)
    if not found:
        return None
    try:
        datetime.date.fromisoformat(found[1])
    except ValueError:
        return None
    return (found[2], found[3]), found[1]


def keep(work: Path | None, notebook: str, number: int, function: str) -> str:
    """Add the line of an exercise that has passed, unless the file has one.

    Returns:
        a sentence on why it could not be kept, or "".
    """
    if work is None:
        return ""
    progress = read(work)
    if not progress.readable or (notebook, function) in progress.dates:
        return ""  # `read` has the sentence on a file that cannot be read
    date = datetime.date.today().isoformat()
    line = f"{date}  notebook {notebook}  exercise {number}  {function}\n".encode()
    try:
        with open(work / NAME, "a+b", buffering=0) as file:
            if file.seek(0, os.SEEK_END) == 0:
                line = HEADER.encode() + line
            else:
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else b"\n" + line
            file.write(line)
    except OSError as error:
        return (
            f"{NAME} cannot be written ({error.strerror}): what passes now counts until the kernel "
            "stops."
        )
    return ""
