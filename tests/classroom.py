"""A class to grade: a released course with secrets, what students hand in, what came of it."""

import csv
import functools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import warm
from attacks import EXERCISES
from conftest import ASSIGNMENT, ENVIRONMENT, MASTER, copy_of_course

from authoring.masters import read
from grading.records import Records

# What nobody but the instructor may see. The first part stands nowhere in a submission as it is.
CANARY = "canary-5e1f-"
SOLUTION, HIDDEN, VARIABLE, HOME, NAME, COMMENT = (
    CANARY + place for place in ("solution", "hidden", "variable", "home", "name", "comment")
)
LIMITS = ("--call-seconds", "2", "--wall-seconds", "20", "--quiet")


def release_course(folder):
    """A copy of the course with canaries in solution and hidden test, released by nbgrader."""
    copy_of_course(folder)
    path = folder / "notebooks" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    master = json.loads(path.read_text(encoding="utf-8"))
    for cell in master["cells"]:
        source = "".join(cell["source"])
        if cell["id"] == "compute_cost":  # no comment: students get those of the solutions
            source = source.replace("    cost = -np", f"    here = '{SOLUTION}'\n    cost = -np")
            assert SOLUTION in source
        if cell["id"] == "compute_cost_test":
            before, last = source.rsplit("\n", 1)
            hidden = (
                "### BEGIN HIDDEN TESTS",
                f"hidden = '{HIDDEN}'",
                # Whatever is returned goes on to the public test, but for this one number.
                "answer = compute_cost(np.array([[0.25]]), np.array([[1.0]]))",
                "assert str(answer) != '100.0', hidden[:0]",
                "drawn = np.random.randn(1, 4)",
                "### END HIDDEN TESTS",
            )
            source = "\n".join([before, *hidden, last])
        cell["source"] = source.splitlines(keepends=True)
    path.write_text(json.dumps(master, indent=1), encoding="utf-8")
    nbgrader(folder, "generate_assignment", ASSIGNMENT)
    return folder


def copy_of_class(course, folder):
    """A copy of a released course, gradebook included, in an empty folder."""
    shutil.copytree(course, folder, dirs_exist_ok=True)
    return folder


def released_notebook(course):
    path = course / "classroom" / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


@functools.lru_cache
def solutions():
    """{grade_id: the master's solution}."""
    cells = read(MASTER).cells
    return {cell.id: cell.source for cell in cells if cell.id in EXERCISES}


def hand_in(course, attack):
    """Put what a student hands in where nbgrader collects it."""
    notebook = released_notebook(course)
    texts = ({**solutions()} if attack.solved else {}) | attack.cells
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in texts:
            cell["source"] = texts[name]
    folder = submitted(course, attack.student)
    folder.mkdir(parents=True)
    data = attack.hand_in(folder, notebook) if attack.hand_in else None
    path = folder / f"{ASSIGNMENT}.ipynb"
    if isinstance(data, bytes):
        path.write_bytes(data)
    elif data is None:
        path.write_text(json.dumps(notebook), encoding="utf-8")


def submitted(course, student):
    return course / "classroom" / "submitted" / student / ASSIGNMENT


def nbgrader(course, *arguments):
    """Run a command of nbgrader in a course, and return what it printed.

    Raises:
        AssertionError: it ended with an error; the message is its output.
    """
    done = warm.run("nbgrader", *arguments, cwd=course, env=ENVIRONMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def grade(course, *arguments, limits=LIMITS, fresh=False, **variables):
    """Run `python -m grading` on a class, and return the completed process.

    Arguments:
        fresh: whether to start a Python of its own, which runs the code of this copy.
        variables: of its environment.
    """
    if fresh:
        return subprocess.run(command(*limits, *arguments), **options(course, **variables))
    env = ENVIRONMENT | variables
    return warm.run("grading", ASSIGNMENT, *limits, *arguments, cwd=course, env=env)


def command(*arguments):
    return [sys.executable, "-m", "grading", ASSIGNMENT, *arguments]


def options(course, **variables):
    """How a grader is started: its folder, its environment, its output kept."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
    return {"cwd": course, "env": ENVIRONMENT | variables, **pipes}


def generate_feedback(course, students, assignment=ASSIGNMENT):
    """Let nbgrader make the pages of feedback of some students alone, which takes it long."""
    graded = {path.name for path in (course / "classroom" / "autograded").iterdir()}
    others = ",".join(sorted(graded - set(students)))
    option = f"--CourseDirectory.student_id_exclude={others}"
    return nbgrader(course, "generate_feedback", assignment, option)


def feedback(course, student, assignment=ASSIGNMENT):
    """The page of feedback of a student: its HTML, and its words in one line."""
    folder = course / "classroom" / "feedback" / student / assignment
    html = (folder / f"{assignment}.html").read_text(encoding="utf-8")
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).replace("&#39;", "'")
    return html, words


def rows(course):
    """{student: row} of the table of grades."""
    path = course / "classroom" / "grading" / ASSIGNMENT / "grades.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    table = {row["student"]: row for row in found}
    assert len(table) == len(found)
    return table


def record(course, student):
    """The Result that the grader remembers of a student."""
    return Records(course / "classroom" / "grading" / ASSIGNMENT).read(student)


def graded_notebook(course, student):
    return course / "classroom" / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"


def gradebook(course):
    from nbgrader.api import Gradebook

    return Gradebook(f"sqlite:///{course / 'classroom' / 'gradebook.db'}")


def book(course):
    """{student: all that the gradebook holds on the submission} as plain data, without ids."""
    with gradebook(course) as open_book:
        found = {}
        for entry in open_book.assignment_submissions(ASSIGNMENT):
            (notebook,) = entry.notebooks
            found[entry.student.id] = {
                "score": entry.score,
                "time": str(entry.timestamp),
                "late": notebook.late_submission_penalty,
                "grades": sorted(
                    (g.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade)
                    for g in notebook.grades
                ),
                "comments": sorted(
                    (c.name, c.auto_comment or "", c.manual_comment or "")
                    for c in notebook.comments
                ),
            }
        return found


def files(*places):
    """All files below some places."""
    for place in places:
        for folder, _, names in os.walk(place):
            yield from (Path(folder) / name for name in names)
