"""One class through a term: what a grade depends on changes, and every report follows."""

import csv
import json
import os
import shutil
from datetime import datetime, timedelta
from types import SimpleNamespace

import nbformat
import pytest
from conftest import ASSIGNMENT, ENVIRONMENT, MASTER, needs_sandbox, solve, write
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from test_class import WRONG_COST
from traitlets.config import PyFileConfigLoader

from authoring.masters import ROOT
from authoring.notebook_04 import mistakes
from classroom import book, feedback, gradebook, rows
from exercises.notebook_04 import EXERCISES
from grading.__main__ import course_directory, main
from grading.assignment import load
from grading.gradebook import Writer
from grading.records import Records
from grading.reports import write_reports
from grading.results import Problem

pytestmark = needs_sandbox
NOTEBOOK = f"{ASSIGNMENT}.ipynb"
COST, LAST = "compute_cost", "update_parameters"
DUE = datetime(2026, 11, 25, 18)
PLUGIN = """
from nbgrader.plugins import LateSubmissionPlugin

class TakesPoints(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, seconds):
        return {penalty}

c.AssignLatePenalties.plugin_class = TakesPoints
"""


class Course(SimpleNamespace):
    """A small course in a folder: a master, the configuration, a class; nothing is a subprocess.

    Attributes:
        folder: a Path.
    """

    def configure(self, penalty="10.0"):
        text = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
        path = self.folder / "nbgrader_config.py"
        path.write_text(text + PLUGIN.format(penalty=penalty), encoding="utf-8")

    def run(self, converter, **facts):
        """Do what the nbgrader command of a converter does."""
        loader = PyFileConfigLoader("nbgrader_config.py", path=str(self.folder))
        config = loader.load_config()
        config.CourseDirectory.update({"assignment_id": ASSIGNMENT, **facts})
        converter(coursedir=CourseDirectory(config=config), config=config).start()

    def release(self, force=False):
        loader = PyFileConfigLoader("nbgrader_config.py", path=str(self.folder))
        config = loader.load_config()
        config.CourseDirectory.assignment_id = ASSIGNMENT
        config.GenerateAssignment.force = force
        GenerateAssignment(coursedir=CourseDirectory(config=config), config=config).start()

    def grade(self, *arguments):
        done = main([ASSIGNMENT, "--course", str(self.folder), "--jobs=1", "--quiet", *arguments])
        assert done == 0

    def hand_in(self, student, changes=None, time=None):
        place = self.folder / "classroom" / "submitted" / student / ASSIGNMENT
        write(solve(nbformat.read(self.released, as_version=4), changes), place / NOTEBOOK)
        if time:
            (place / "timestamp.txt").write_text(time, encoding="utf-8")

    @property
    def released(self):
        return self.folder / "classroom" / "release" / ASSIGNMENT / NOTEBOOK

    @property
    def reports(self):
        return self.folder / "classroom" / "grading" / ASSIGNMENT

    def results(self):
        """The results of those who were graded, brought up to date, as {student: Result}."""
        self.assignment = self.assignment or load(ASSIGNMENT, 1, self.folder / "notebooks")
        records = Records(self.reports)
        coursedir = course_directory(self.folder, "")
        with Writer(coursedir, self.assignment, records, wait=5) as writer:
            found = [records.read(student) for student in ("ann", "bob", "refused")]
            assert all(writer.is_written(result) for result in found)
        return {result.student: result for result in found}

    def grades(self, student, **facts):
        """Set facts of a student's grade for compute_cost, as formgrader does."""
        with gradebook(self.folder) as open_book:
            grade = open_book.find_grade(f"{COST}_test", ASSIGNMENT, ASSIGNMENT, student)
            for name, value in (facts | {"needs_manual_grade": False}).items():
                setattr(grade, name, value)
            open_book.db.commit()

    def due(self, date, **extension):
        with gradebook(self.folder) as open_book:
            open_book.update_or_create_assignment(ASSIGNMENT, duedate=date)
            if extension:
                open_book.grant_extension(ASSIGNMENT, "ann", **extension)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A class that was graded once. Ann is half an hour late, which costs her 10 points."""
    course = Course(folder=tmp_path_factory.mktemp("term"), assignment=None)
    shutil.copytree(MASTER.parent, course.folder / "notebooks" / ASSIGNMENT)
    (course.folder / "classroom").mkdir()
    course.configure()
    path, os.environ["PATH"] = os.environ["PATH"], ENVIRONMENT["PATH"]  # nbgrader starts alembic
    course.release()
    os.environ["PATH"] = path
    course.due(DUE)
    course.hand_in("ann", time="2026-11-25 19:30 Europe/Berlin")
    course.hand_in("bob", WRONG_COST, time="2026-11-25 17:00 UTC")
    course.hand_in("leaver")
    course.hand_in("bad*name")
    (course.folder / "classroom" / "submitted" / "refused" / ASSIGNMENT).mkdir(parents=True)
    (course.folder / "classroom" / "submitted" / "refused" / ASSIGNMENT / "work.pdf").touch()
    course.grade()
    course.first = rows(course.folder)
    return course


@pytest.fixture(scope="module")
def term(course):
    """What came of the class, step by step: a dictionary of what each step left behind."""
    seen = {}
    for name, due, penalty, extension in (
        ("due later", DUE + timedelta(days=1), "10.0", {}),
        ("due earlier", DUE - timedelta(days=1), "10.0", {}),
        ("extension", DUE, "10.0", {"hours": 1}),
        ("no due date", None, "10.0", {}),
        ("no extension", DUE, "10.0", {"hours": 0}),
        ("plugin", DUE, "score / 4", {}),
    ):
        course.due(due, **extension)
        course.configure(penalty)
        seen[name] = course.results()
    seen["book"] = book(course.folder)

    course.grades("bob", manual_score=7.0)
    course.grades("ann", extra_credit=15.0)
    course.grades("refused", manual_score=4.0)
    seen["by hand"] = course.results()
    about = {"seed": 1, "sandbox": True, "started": "", "seconds": 1.0, "jobs": 1, "note": ""}
    write_reports(course.reports, ASSIGNMENT, list(seen["by hand"].values()), about)
    seen["reports"] = {path.name: path.read_text("utf-8") for path in course.reports.glob("*.*")}
    seen["rows by hand"] = rows(course.folder)
    course.run(GenerateFeedback, student_id="bob")
    seen["page"] = feedback(course.folder, "bob")[1]

    # Bob hands in anew, one leaves, the last exercise is dropped, and all is released anew.
    course.hand_in("bob")
    course.configure()
    (course.folder / "classroom" / "feedback" / "leaver" / ASSIGNMENT).mkdir(parents=True)
    shutil.rmtree(course.folder / "classroom" / "submitted" / "leaver")
    master = course.folder / "notebooks" / ASSIGNMENT / NOTEBOOK
    whole = master.read_text(encoding="utf-8")
    notebook = json.loads(whole)
    notebook["cells"] = [c for c in notebook["cells"] if c["id"] not in (LAST, f"{LAST}_test")]
    master.write_text(json.dumps(notebook), encoding="utf-8")
    course.release(force=True)
    seen["released"] = course.released.read_text(encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(EXERCISES.tests, LAST)
        patch.setattr(mistakes, "MISTAKES", [row for row in mistakes.MISTAKES if row[0] != LAST])
        course.grade()
    seen["dropped"] = rows(course.folder)
    seen["page of the class"] = (course.reports / "class.html").read_text(encoding="utf-8")
    seen["places"] = {
        path.relative_to(course.folder / "classroom").as_posix()
        for step in ("autograded/*", "feedback/*", "grading/*/gradescope/*")
        for path in (course.folder / "classroom").glob(step)
    }
    course.run(GenerateFeedback, student_id="bob")
    seen["new page"] = feedback(course.folder, "bob")[1]

    # The exercise comes back. One more has handed in, and Ann alone is graded.
    master.write_text(whole, encoding="utf-8")
    course.release(force=True)
    course.hand_in("new")
    course.grade("--student=ann")
    seen["added"] = rows(course.folder)
    return seen


def test_late_submission_has_its_penalty(course):
    assert (course.first["ann"]["score"], course.first["ann"]["late_penalty"]) == ("90", "10")
    assert course.first["bob"]["score"] == "90"


@pytest.mark.parametrize(
    ("step", "score"),
    [
        ("due later", 100),
        ("due earlier", 90),
        ("extension", 100),
        ("no due date", 100),
        ("no extension", 90),
        ("plugin", 75),
    ],
)
def test_changed_due_date_or_plugin_reaches_what_was_graded(term, step, score):
    assert (term[step]["ann"].score, term[step]["ann"].late_penalty) == (score, 100 - score)
    assert term[step]["bob"].score == {"due earlier": 80}.get(step, 90)


def test_new_penalty_is_in_the_gradebook(term):
    assert (term["book"]["ann"]["late"], term["book"]["bob"]["late"]) == (25, None)


def test_plugin_that_fails_is_told_in_one_sentence(course, term):
    course.configure("1 / 0")
    with pytest.raises(Problem, match="penalty of ann cannot be computed by TakesPoints: ZeroDiv"):
        course.results()
    course.configure()


def test_points_by_hand_are_in_every_report(term):
    row = term["rows by hand"]["bob"]
    said = f"6 {COST}: 7 points by hand (the test gives 0)."
    assert (row["score"], row[COST], row["reason"]) == ("97", "7", said)
    total = sum(float(value) for name, value in list(row.items())[8:])
    assert total == 97
    for name in ("moodle.csv", "class.html", "junit.xml"):
        assert said in term["reports"][name]


def test_extra_credit_is_named(term):
    row = term["rows by hand"]["ann"]
    assert (row["score"], row[COST]) == ("86.25", "25")  # a quarter of 115 is taken off
    assert row["reason"] == f"6 {COST}: 15 points of extra credit."


def test_refused_submission_with_points_by_hand_has_a_score(term):
    row = term["rows by hand"]["refused"]
    assert (row["status"], row["score"], row[COST]) == ("refused", "4", "4")
    canvas = {row[3]: row[5] for row in csv.reader(term["reports"]["canvas.csv"].splitlines())}
    assert canvas["refused"] == "4"


def test_feedback_names_points_by_hand(term):
    assert "Your instructor: 7 points by hand (the test gives 0)." in term["page"]
    assert "(Score: 97.0 / 100.0)" in term["page"]


def test_new_submission_under_older_points_by_hand_needs_a_look(term):
    assert term["dropped"]["bob"]["score"] == "92"  # of 95, and the test would give 10 for 7
    said = f"Graded anew after points were given by hand: 6 {COST}, 7 points by hand (the test"
    assert said in term["page of the class"]


def test_feedback_is_made_anew(term):
    assert "(Score: 92.0 / 95.0)" in term["new page"]
    assert "7 points by hand (the test gives 10)" in term["new page"]


def test_exercise_is_dropped_and_nothing_else_is_lost(course, term):
    assert f'"{LAST}_test"' not in term["released"]
    assert LAST not in term["dropped"]["bob"]
    assert term["dropped"]["ann"]["max_score"] == "95"
    (copy,) = (course.folder / "classroom").glob("gradebook-before-*.db")
    assert copy.stat().st_size


def test_exercise_is_added(term):
    row = term["added"]["ann"]
    assert (row[LAST], row["max_score"]) == ("5", "100")
    assert row["score"] == "105"  # 15 points of extra credit, and 10 taken off


def test_release_stays_where_the_new_one_fails(course, term):
    master = course.folder / "notebooks" / ASSIGNMENT / NOTEBOOK
    whole, before = master.read_text(encoding="utf-8"), course.released.read_text(encoding="utf-8")
    notebook = json.loads(whole)
    twice = [{**cell, "id": "twice"} for cell in notebook["cells"] if cell["id"] == COST]
    notebook["cells"] += twice
    master.write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(NbGraderException):
        course.release(force=True)
    assert course.released.read_text(encoding="utf-8") == before
    assert [path.name for path in course.released.parents[1].iterdir()] == [ASSIGNMENT]
    master.write_text(whole, encoding="utf-8")


def test_nothing_is_left_of_a_student_who_has_left(term):
    names = {place.rpartition("/")[2] for place in term["places"]}
    assert names == {"ann", "bob", "refused", "bad%2Aname"}
    assert (
        "In the gradebook and no longer in classroom/submitted: leaver."
        in (term["page of the class"])
    )


def test_every_submission_has_a_row_where_one_student_is_graded(term):
    status = {student: row["status"] for student, row in term["added"].items()}
    assert status == {
        "ann": "graded",
        "bob": "waiting",  # the exercises are others now
        "new": "waiting",
        "refused": "waiting",
        "bad*name": "refused",
    }


@pytest.mark.parametrize(
    ("student", "assignment", "said"),
    [
        ("*", "04-deep", "There is no assignment 04-deep: "),
        ("*", ASSIGNMENT, f"Nobody has handed in anything for {ASSIGNMENT}."),
        ("zoe", ASSIGNMENT, f"zoe has handed in nothing for {ASSIGNMENT}."),
    ],
)
def test_autograde_of_nobody_is_told_in_one_sentence(course, student, assignment, said):
    config = {"assignment_id": assignment, "student_id": student}
    submitted = "classroom/nobody" if student == "*" else "classroom/submitted"
    with pytest.raises(NbGraderException, match=f"^{said}"):
        course.run(Autograde, submitted_directory=submitted, **config)
