"""Every notebook through release, grading and feedback, with a class from its banks."""

import csv
import functools
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import ENVIRONMENT, copy_of_course, nbgrader, needs_sandbox, solve, write

from authoring.answers import right_answers
from authoring.masters import exercises, masters
from authoring.mistakes import other_spellings

pytestmark = needs_sandbox
EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2], scope="module")
TITLE = "# Exercise {}: {}\n"


@functools.cache
def titles(master):
    """{exercise: the first line of its cell}."""
    return {
        name: TITLE.format(number, name)
        for number, name in enumerate(exercises(master).tests, start=1)
    }


def students(master):
    """What each student hands in, as {exercise: source}, or None for nothing but scaffolds.

    Two write each exercise in another way; each of the others has one of the learners' mistakes.
    """
    titled = titles(master)
    found = {"solved": {}, "blank": None}
    for number in (0, 1):
        answers = {name: [] for name in titled}
        for row in right_answers(master):
            answers[row.exercise].append(titled[row.exercise] + row.source)
        found[f"other way {number + 1}"] = {
            name: sources[number % len(sources)] for name, sources in answers.items()
        }
    for name, title in titled.items():
        row = next(row for row in other_spellings(master) if row.exercise == name)
        found[f"wrong {name}"] = {name: title + row.source.removeprefix(title)}
    return found


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return copy_of_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def graded(course, master):
    """{student: row of grades.csv}, and the folder of the feedback."""
    assignment = master.stem
    nbgrader(course, "generate_assignment", assignment)
    released = course / "classroom" / "release" / assignment / f"{assignment}.ipynb"
    for student, changes in students(master).items():
        notebook = nbformat.read(released, as_version=4)
        if changes is not None:
            solve(notebook, changes, master=master)
        folder = course / "classroom" / "submitted" / student / assignment
        write(notebook, folder / f"{assignment}.ipynb")
    done = subprocess.run(
        [sys.executable, "-m", "grading", assignment, "--quiet"],
        cwd=course,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    nbgrader(course, "generate_feedback", assignment)
    table = course / "classroom" / "grading" / assignment / "grades.csv"
    with table.open(encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def words(course, master, student):
    """What the feedback page of a student says, in one line."""
    page = course / "classroom" / "feedback" / student / master.stem / f"{master.stem}.html"
    html = re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", html).replace("&#39;", "'")


@EACH
def test_right_answers_get_all_points_and_nothing_gets_none(graded, master, course):
    assert set(graded) == set(students(master))
    for student in ("solved", "other way 1", "other way 2"):
        assert float(graded[student]["score"]) == 100, graded[student]
        assert "(Score: 100.0 / 100.0)" in words(course, master, student)
    assert float(graded["blank"]["score"]) == 0
    last = list(titles(master).values())[-1].strip().removeprefix("# ").replace(": ", ", ")
    assert f"{last}, is still open" in words(course, master, "blank")


@EACH
def test_a_mistake_costs_its_exercise_and_none_before_it(graded, master, course):
    names = list(titles(master))
    points = {name: test.points for name, test in exercises(master).tests.items()}
    for place, name in enumerate(names):
        row = graded[f"wrong {name}"]
        assert float(row[name]) < points[name], row
        for before in names[:place]:
            assert float(row[before]) == points[before], (name, before, row)
        assert f"(Score: {float(row['score']):.1f} / 100.0)" in words(
            course, master, f"wrong {name}"
        )
