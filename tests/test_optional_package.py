"""An exercise that needs a package which is not installed counts for nobody, and all else does."""

import csv
import re
from xml.etree import ElementTree

import pytest
from attacks import Attack
from conftest import ASSIGNMENT, needs_sandbox

from classroom import (
    book,
    copy_of_class,
    grade,
    gradebook,
    graded_notebook,
    hand_in,
    nbgrader,
    rows,
    solutions,
)

pytestmark = needs_sandbox
NAME, PACKAGE = "compute_cost", "package_of_the_instructor"
NEEDS = f"""

from dataclasses import replace

{NAME}_test.exercise = replace({NAME}_test.exercise, needs="{PACKAGE}")
"""
SENTENCE = (
    f"Exercise 6, {NAME}, is not graded, and its points do not count: "
    f"the package {PACKAGE} is not installed where this was graded."
)


@pytest.fixture(scope="module")
def course(released_course, tmp_path_factory):
    """A class whose exercise 6 needs a package that is missing; graded, with its feedback."""
    course = copy_of_class(released_course, tmp_path_factory.mktemp("without"))
    with (course / "exercises" / "notebook_04.py").open("a", encoding="utf-8") as file:
        file.write(NEEDS)
    hand_in(course, Attack("solved", 90, {}, solved=True))
    hand_in(course, Attack("imports it", 90, {NAME: f"import {PACKAGE}"}, solved=True))
    hand_in(course, Attack("half", 45, dict(list(solutions().items())[:5])))
    hand_in(course, Attack("empty", 0, {}, hand_in=lambda folder, notebook: b""))
    done = grade(course, "--markdown", "page.md", fresh=True)
    assert done.returncode == 0, done.stderr
    assert SENTENCE in " ".join(done.stdout.split())
    nbgrader(course, "generate_feedback", ASSIGNMENT, "--student=imports it")
    return course


def reports(course):
    return course / "classroom" / "grading" / ASSIGNMENT


def test_points_of_the_exercise_are_out_of_score_and_of_max_score(course):
    table, grades = rows(course), book(course)
    for student, score in {"solved": 90, "imports it": 90, "half": 45}.items():
        assert (table[student]["score"], table[student]["max_score"]) == (str(score), "90")
        assert table[student][NAME] == ""
        assert grades[student]["score"] == score
    assert table["solved"]["update_parameters"] == "5"
    assert table["empty"]["max_score"] == "90"


def test_gradebook_counts_ninety_points(course):
    with gradebook(course) as open_book:
        assert open_book.find_assignment(ASSIGNMENT).max_score == 90
        for submission in open_book.assignment_submissions(ASSIGNMENT):
            assert submission.max_score == 90
            assert not submission.needs_manual_grade


def test_exports_say_that_it_is_not_graded(course):
    folder = reports(course)
    with (folder / "canvas.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1][-1] == "90"
    moodle = (folder / "moodle.csv").read_text(encoding="utf-8")
    assert f"9 of 9 exercises passed; not graded: 6 {NAME}." in moodle
    root = ElementTree.parse(folder / "junit.xml").getroot()
    (case,) = root.findall(f"testsuite[@name='solved']/testcase[@name='6 {NAME}']")
    assert [(child.tag, child.get("message")) for child in case] == [("skipped", SENTENCE)]
    assert (root.get("failures"), root.get("skipped")) == ("4", "3")
    gradescope = (folder / "gradescope" / "solved" / "results.json").read_text(encoding="utf-8")
    assert SENTENCE in gradescope
    assert gradescope.count('"status": "passed"') == 9
    assert gradescope.count('"status"') == 9


def test_people_read_the_sentence(course):
    page = (reports(course) / "class.html").read_text(encoding="utf-8")
    assert page.count(SENTENCE) == 1
    assert 'aria-label="not graded"' in page
    summary = (course / "page.md").read_text(encoding="utf-8")
    assert "90 of 90 points" in summary
    assert f"| 6 | `{NAME}` | – not graded | do not count |" in summary
    feedback = course / "classroom" / "feedback" / "imports it" / ASSIGNMENT
    html = (feedback / f"{ASSIGNMENT}.html").read_text(encoding="utf-8")
    words = " ".join(re.sub(r"<[^>]+>", "", html).split())
    assert "(Score: 90.0 / 90.0)" in words
    assert SENTENCE in words
    assert "ModuleNotFoundError" not in words
    assert SENTENCE in graded_notebook(course, "solved").read_text(encoding="utf-8")


def test_class_is_graded_again_where_the_package_is_installed_later(course, tmp_path):
    course = copy_of_class(course, tmp_path / "with")
    package = course / PACKAGE
    package.mkdir()
    (package / "__init__.py").touch()
    # Not one student alone: the points of all would be out of 100.
    done = grade(course, "--student", "solved", fresh=True)
    assert done.returncode == 1
    assert f"{PACKAGE} was installed or removed since the class was graded" in done.stderr
    assert done.stderr.count("\n") == 1
    assert grade(course, fresh=True).returncode == 0
    assert {name: row["score"] for name, row in rows(course).items()} == {
        **{"solved": "100", "imports it": "90", "half": "45", "empty": ""}
    }
    assert {row["max_score"] for row in rows(course).values()} == {"100"}
    assert book(course)["solved"]["score"] == 100
    with gradebook(course) as open_book:
        assert open_book.find_assignment(ASSIGNMENT).max_score == 100
