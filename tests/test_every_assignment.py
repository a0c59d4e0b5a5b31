"""Every notebook through release, grading and feedback, with a class of answers and mistakes."""

import csv
import functools

import nbformat
import pytest
import warm
from conftest import ENVIRONMENT, copy_of_course, needs_sandbox, solve, with_package, write
from sampling import left_out

from authoring.answers import right_answers
from authoring.masters import masters, sources
from authoring.mistakes import other_spellings
from classroom import feedback, generate_feedback, nbgrader

pytestmark = needs_sandbox


def each(paths):
    """Run a test for those of some masters that this run tries."""
    rows = [pytest.param(path, id=path.stem[:2], marks=left_out(path.stem[:2])) for path in paths]
    return pytest.mark.parametrize("master", rows, scope="module")


TITLE = "# Exercise {}: {}\n"
# {notebook: (exercise, text of the solution, text instead, score)}: right in part.
PARTIAL = {
    # An argument is written over, and all values are right.
    "01": ("linear_forward_loop", "    return Z", "    b *= 0\n    return Z", 97),
    # It trains from a start that is right for the seed 1 alone, as the public case has it.
    "06": ("L_layer_model", "(layers_dims, seed)", "(layers_dims)", 87.5),
}


@functools.cache
def titles(master):
    """{exercise: the first line of its cell}."""
    return {
        name: TITLE.format(number, name)
        for number, name in enumerate(with_package(master), start=1)
    }


def full(master):
    """The points that there are, where each exercise is tested that can be."""
    return sum(test.exercise.points for test in with_package(master).values())


def students(master):
    """What each student hands in, as {exercise: source}, or None for nothing but scaffolds.

    Two write each exercise in another way; each of the others has one of the learners' mistakes.
    """
    titled = titles(master)
    found = {"solved": {}, "blank": None}
    for number in (0, 1):
        answers = {name: [] for name in titled}
        for row in right_answers(master):
            if row.exercise not in titled:
                continue
            answers[row.exercise].append(titled[row.exercise] + row.source)
        found[f"other way {number + 1}"] = {
            name: sources[number % len(sources)] for name, sources in answers.items()
        }
    for name, title in titled.items():
        row = next(row for row in other_spellings(master) if row.exercise == name)
        found[f"wrong {name}"] = {name: title + row.source.removeprefix(title)}
    if master.stem[:2] in PARTIAL:
        name, old, new, _ = PARTIAL[master.stem[:2]]
        solution = sources(master)[name]
        assert old in solution
        found["right in part"] = {name: solution.replace(old, new)}
    return found


def shown(master):
    """The students whose feedback is looked at."""
    return ["solved", "blank", f"wrong {next(iter(titles(master)))}"]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return copy_of_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def graded(course, master):
    """{student: row of grades.csv}; a right, a blank and a wrong submission have feedback."""
    assignment = master.stem
    nbgrader(course, "generate_assignment", assignment)
    released = course / "classroom" / "release" / assignment / f"{assignment}.ipynb"
    for student, changes in students(master).items():
        notebook = nbformat.read(released, as_version=4)
        if changes is not None:
            solve(notebook, changes, master=master)
        folder = course / "classroom" / "submitted" / student / assignment
        write(notebook, folder / f"{assignment}.ipynb")
    done = warm.run("grading", assignment, "--quiet", cwd=course, env=ENVIRONMENT)
    assert done.returncode == 0, done.stdout + done.stderr
    generate_feedback(course, shown(master), assignment)
    table = course / "classroom" / "grading" / assignment / "grades.csv"
    with table.open(encoding="utf-8", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


@each(masters())
def test_right_answers_get_all_points_and_blank_gets_none(graded, master, course):
    assert set(graded) == set(students(master))
    for student in ("solved", "other way 1", "other way 2"):
        assert float(graded[student]["score"]) == full(master), graded[student]
    assert (
        f"(Score: {full(master):.1f} / {full(master):.1f})"
        in feedback(course, "solved", master.stem)[1]
    )
    assert float(graded["blank"]["score"]) == 0
    last = list(titles(master).values())[-1].strip().removeprefix("# ").replace(": ", ", ")
    assert f"{last}, is still open" in feedback(course, "blank", master.stem)[1]


@each(masters())
def test_mistake_costs_its_exercise_and_none_before_it(graded, master, course):
    names = list(titles(master))
    points = {name: test.exercise.points for name, test in with_package(master).items()}
    for place, name in enumerate(names):
        row = graded[f"wrong {name}"]
        assert float(row[name]) < points[name], row
        for before in names[:place]:
            assert float(row[before]) == points[before], (name, before, row)
    student = shown(master)[-1]
    words = feedback(course, student, master.stem)[1]
    assert f"(Score: {float(graded[student]['score']):.1f} / {full(master):.1f})" in words


@each([path for path in masters() if path.stem[:2] in PARTIAL])
def test_partial_credit_depends_on_what_is_right(graded, master):
    assert float(graded["right in part"]["score"]) == PARTIAL[master.stem[:2]][-1]
