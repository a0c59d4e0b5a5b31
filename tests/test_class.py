"""A small class, from the released notebook to the grades, with nbgrader's own commands."""

import csv
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import nbformat
import pytest
from conftest import (
    ASSIGNMENT,
    ENVIRONMENT,
    MASTER,
    copy_of_course,
    nbgrader,
    needs_sandbox,
    solve,
    write,
)

from authoring.masters import masters, read
from classroom import feedback

pytestmark = needs_sandbox

FIRST_FIVE = (
    "initialize_parameters",
    "initialize_parameters_deep",
    "linear_forward",
    "linear_activation_forward",
    "L_model_forward",
)


def changed(exercise, old, new):
    """The master's solution of an exercise with one thing changed: {exercise: source}."""
    source = next(cell.source for cell in read(MASTER).cells if cell.id == exercise)
    assert source.count(old) == 1
    return {exercise: source.replace(old, new)}


COST = "cost = -np.sum(Y"
WRONG_COST = changed("compute_cost", COST, "cost = np.sum(Y")
WARNS = changed(
    "compute_cost",
    COST,
    "np.exp(np.array([1000.0]))\n    import sys; print('hm', file=sys.stderr)\n    " + COST,
)
LOOP = changed("compute_cost", COST, "while True:\n        pass\n    " + COST)
SHAPE = changed("initialize_parameters", "np.zeros((n_h, 1))", "np.zeros(n_h)")
RAISES = changed("update_parameters", 'params["W" + str(l + 1)]', 'params["W" + str(l)]')

REMEMBERS = changed("compute_cost", "return np.squeeze(cost)", "return 0.2797765635793423")
IN_PLACE = changed(
    "update_parameters",
    'W - learning_rate * grads["dW" + str(l + 1)]',
    'np.subtract(W, learning_rate * grads["dW" + str(l + 1)], out=W)',
)

# Right for two layers, as the public case has them, and for no other depth.
TWO_LAYERS = changed("L_model_backward", "(dA, caches[l],", "(dA, caches[0],")

# What each student hands in, and the points it must get.
STUDENTS = {
    "perfect": ({}, 100),
    "blank": (None, 0),
    "half": (FIRST_FIVE, 5 + 10 + 5 + 10 + 15),
    "mistakes": (WRONG_COST | SHAPE | IN_PLACE, 100 - 10 - 5 - 1),
    "exception": (RAISES | TWO_LAYERS, 100 - 5 - 10),
    "warning": (WARNS, 100),
    "loop": (LOOP, 90),
    "forger": (WRONG_COST, 90),
    "remembers": (REMEMBERS, 90),
}
# What a student must find in the feedback.
FEEDBACK = {
    "perfect": ["All tests passed."],
    "blank": ["Exercise 6, compute_cost, is still open"],
    "half": ["All tests passed.", "Exercise 7, linear_backward, is still open"],
    "mistakes": [
        "cost should be 0.27977656, and yours is -0.27977656",
        "b1 should be an array of shape (2, 1), and yours has shape (2,)",
        "your function has changed its argument params",
    ],
    "exception": ["KeyError", "10 of 20 points."],
    "warning": ["RuntimeWarning"],
    "loop": ["compute_cost did not come back within 4 s"],
    "forger": ["cost should be 0.27977656"],
    "remembers": ["Your answer is the same whatever comes in."],
}

ALWAYS_PASSED = """
def __getattr__(name):
    return lambda target: print(" All tests passed.")
__all__ = [f"{n}_test" for n in ("compute_cost",)]
class ExerciseOpen(Exception): pass
compute_cost_test = initialize_parameters_test = lambda target: print(" All tests passed.")
"""


def hand_in(course, student):
    """Put a student's submission where nbgrader collects it."""
    what, _ = STUDENTS[student]
    notebook = nbformat.read(
        course / "classroom" / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", as_version=4
    )
    if what is not None:
        solve(notebook, **({"only": what} if what is FIRST_FIVE else {"changes": what}))
    folder = course / "classroom" / "submitted" / student / ASSIGNMENT
    if student == "forger":
        (folder / "public_tests").mkdir(parents=True)
        (folder / "public_tests" / "__init__.py").write_text(ALWAYS_PASSED)
        (folder / "expected_values.py").write_text("EXPECTED = {}\n")
        notebook.cells = [cell for cell in notebook.cells if cell.id != "compute_cost_test"]
    write(notebook, folder / f"{ASSIGNMENT}.ipynb")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course whose class is released, graded, and has its feedback."""
    course = copy_of_course(tmp_path_factory.mktemp("course"))
    said = nbgrader(course, "generate_assignment", ASSIGNMENT)
    for student in STUDENTS:
        hand_in(course, student)
    said += nbgrader(course, "autograde", ASSIGNMENT, "--Execute.timeout=4")
    said += nbgrader(course, "generate_feedback", ASSIGNMENT)
    said += nbgrader(course, "export", "--to", "grades.csv")
    (course / "said.txt").write_text(said, encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def grades(course):
    with (course / "grades.csv").open(encoding="utf-8") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("student", STUDENTS)
def test_the_grade_is_what_it_must_be(grades, student):
    assert float(grades[student]["score"]) == STUDENTS[student][1]
    assert float(grades[student]["max_score"]) == 100


def test_every_student_has_one_row(grades):
    assert sorted(grades) == sorted(STUDENTS)


@pytest.mark.parametrize("student", STUDENTS)
def test_the_feedback_shows_the_score_and_says_why(course, student):
    html, words = feedback(course, student)
    assert f"(Score: {STUDENTS[student][1]:.1f} / 100.0)" in words
    for text in FEEDBACK[student]:
        assert text in words
    # A page of its own: it is sent to the student without the folder of pictures.
    pictures = len([*(course / "notebooks" / ASSIGNMENT / "images").iterdir()])
    assert html.count("data:image/svg+xml") == pictures
    assert 'src="images/' not in html


def test_nothing_waits_for_a_manual_grade(course):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'classroom' / 'gradebook.db'}") as gradebook:
        submissions = gradebook.assignment_submissions(ASSIGNMENT)
        assert [s.student.id for s in submissions if s.needs_manual_grade] == []


def test_all_that_was_made_lies_in_one_folder(course):
    made = {path.name for path in (course / "classroom").iterdir()} - {".gitignore"}
    assert made == {"release", "submitted", "autograded", "grading", "feedback", "gradebook.db"}
    there = {path.name for path in course.iterdir()} - {"grades.csv", "said.txt", "__pycache__"}
    from authoring.masters import ROOT

    assert there - {path.name for path in ROOT.iterdir()} == set()


def test_no_warning_is_of_our_making(course):
    said = (course / "said.txt").read_text("utf-8")
    assert re.findall(r".*(?:WARNING|ERROR).*", said) == []


def request(url, data=None, headers=()):
    """Ask a server on this machine, and return the JSON it answers."""
    asked = urllib.request.Request(url, data=data, headers=dict(headers))
    with urllib.request.urlopen(asked, timeout=120) as answer:
        return json.loads(answer.read())


def test_formgrader_lists_the_class_and_autogrades(course):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
        + ["--IdentityProvider.token=secret", "--ServerApp.ip=127.0.0.1"],
        cwd=course,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        url = f"http://127.0.0.1:{port}/formgrader/api"
        headers = {"Authorization": "token secret"}
        for _ in range(120):
            try:
                listed = request(f"{url}/assignments", headers=headers)
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.5)
        assert {row["name"] for row in listed} == {path.stem for path in masters()}
        (assignment,) = (row for row in listed if row["name"] == ASSIGNMENT)
        assert assignment["max_score"] == 100
        assert assignment["num_submissions"] == len(STUDENTS)
        shutil.rmtree(course / "classroom" / "autograded" / "half")
        graded = request(f"{url}/submission/{ASSIGNMENT}/half/autograde", b"", headers)
        assert graded["success"], graded
        submission = request(f"{url}/submission/{ASSIGNMENT}/half", headers=headers)
        assert submission["score"] == STUDENTS["half"][1]
    finally:
        server.terminate()
        server.wait(30)
