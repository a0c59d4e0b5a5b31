"""Whatever happens to the grader, running it again ends with the same grades."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from attacks import Attack
from conftest import ASSIGNMENT, needs_sandbox

from classroom import (
    book,
    command,
    copy_of_class,
    grade,
    gradebook,
    hand_in,
    options,
    record,
    rows,
    solutions,
)
from grading import execution
from grading.assignment import Assignment, load
from grading.records import Records
from grading.results import Problem, Result
from grading.run import Options, Run
from grading.sandbox import Limits

pytestmark = needs_sandbox

SEED = {"GRADING_SEED": "20240229"}
COST = solutions()["compute_cost"]
# Right or wrong according to the numbers that are drawn: other secret cases, other points.
BY_CHANCE = COST.replace("cost = -np", "cost = -(AL[0, 0] < 0.5) * np")
CELLS = {
    "right": {},
    "wrong": {"compute_cost": COST.replace("-np.sum", "np.sum")},
    "by chance": {"compute_cost": BY_CHANCE},
    "open": {name: None for name in solutions()},
    "ends": {"compute_cost": COST.replace("    m = Y", "    import os; os._exit(1)\n    m = Y")},
}
CLASS = [
    Attack(f"{name} {number}", 0, cells, solved=True)
    for name, cells in CELLS.items()
    for number in (1, 2)
]


def plain(course):
    """{student: what matters of the grades}."""
    return {name: (row["score"], row["grades"], row["late"]) for name, row in book(course).items()}


@pytest.fixture(scope="module")
def handed_in(released_course, tmp_path_factory):
    """A class that has handed in and is not graded."""
    course = copy_of_class(released_course, tmp_path_factory.mktemp("handed-in"))
    for submission in CLASS:
        cells = {name: text for name, text in submission.cells.items() if text is not None}
        solved = not submission.student.startswith("open")
        hand_in(course, submission._replace(cells=cells, solved=solved))
    return course


@pytest.fixture
def course(handed_in, tmp_path):
    return copy_of_class(handed_in, tmp_path / "course")


@pytest.fixture(scope="module")
def graded(handed_in, tmp_path_factory):
    """The class, graded by a run that nothing disturbs; to copy."""
    course = copy_of_class(handed_in, tmp_path_factory.mktemp("undisturbed"))
    assert grade(course, "--jobs", "1", **SEED).returncode == 0
    assert len(rows(course)) == len(CLASS)
    return course


@pytest.fixture(scope="module")
def undisturbed(graded):
    """The grades of a run that nothing disturbs."""
    return plain(graded)


def records_folder(course):
    return course / "classroom" / "grading" / ASSIGNMENT


def processes_below(course):
    """Processes that still work in a course, or in a sandbox of it."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if str(course) in os.readlink(entry / "cwd"):
                    found.append((entry.name, (entry / "cmdline").read_bytes()))
            except OSError:
                continue  # it has ended
    return found


def start(course, *arguments, **variables):
    return subprocess.Popen(
        command("--quiet", "--call-seconds", "2", *arguments), **options(course, **variables)
    )


def wait_until(condition, process):
    """Wait until something is true while a grader runs."""
    while not condition():
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)


def count_of_records(course):
    return len(list(records_folder(course).glob("students/[!.]*.json")))


def kill(course, process, signal_number=signal.SIGKILL):
    """End a grader that runs; nothing of it is left a few seconds later."""
    assert processes_below(course) != []
    process.send_signal(signal_number)
    said = process.communicate(timeout=30)
    deadline = time.monotonic() + 10
    while processes_below(course) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes_below(course) == []
    return said


def seeds(course):
    """The seeds of what has been graded."""
    paths = records_folder(course).glob("students/[!.]*.json")
    return {json.loads(path.read_text(encoding="utf-8"))["seed"] for path in paths}


def test_points_by_chance_depend_on_the_seed(undisturbed):
    """Or else a run that took another seed would not be noticed."""
    assert undisturbed["right 1"][0] == 100
    assert undisturbed["wrong 1"][0] == 90
    assert undisturbed["by chance 1"][0] < 100
    assert undisturbed["ends 1"][0] == 90
    assert undisturbed["open 1"][0] == 0


def test_cluster_gives_the_same_grades(course, undisturbed):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        done = grade(course, "--scheduler", cluster.scheduler_address, **SEED)
    assert done.returncode == 0, done.stderr
    assert plain(course) == undisturbed


ASSIGNED = Assignment(ASSIGNMENT, {}, "", [], {}, seed=1, tests="", solutions={"setup": ""})


def test_scheduler_that_does_not_answer_is_a_problem(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("grading.run.SCHEDULER", 1)
    run = Run(ASSIGNED, Options(scheduler="tcp://127.0.0.1:9"))
    with pytest.raises(Problem, match="No dask scheduler answers at tcp://127.0.0.1:9"):
        run.__enter__()


class Collected(list):
    """In place of the gradebook: a list of the results."""

    records = Records("/nonexistent")

    def write(self, submission, result):
        self.append(result)


class Pool(Executor):
    """Grades nothing: each submission is right, but "wrong 1" ends its process, and so the pool."""

    def submit(self, call, packed, student=None, *_):
        future, self.broken = Future(), student == "wrong 1"
        if self.broken:
            time.sleep(0.2)
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(Result(student, "graded").to_dict())
        return future


@pytest.mark.parametrize(
    ("wall", "status", "reason"),
    [
        (0.1, "graded", "Grading it took more than 0.1 s, twice: what its functions return takes"),
        (9, "error", "The grader itself failed, run it again: the process that graded it has"),
    ],
)
def test_submission_that_ends_the_grader_twice_costs_no_other(
    handed_in, monkeypatch, wall, status, reason
):
    monkeypatch.setattr("grading.run._executor", lambda options: Pool())
    monkeypatch.setattr(execution, "GRACE", 0)
    run = Run(load(ASSIGNMENT, seed=1), Options(jobs=2, limits=Limits(wall=wall)))
    results = Collected()
    with run:
        run.grade(handed_in / "classroom" / "submitted", results)
    found = {result.student: result for result in results}
    assert len(results) == len(found) == len(CLASS)
    assert found["wrong 1"].status == status
    assert found["wrong 1"].reason.startswith(reason)
    assert not any(exercise.points for exercise in found["wrong 1"].exercises)
    assert {result.status for result in results if result is not found["wrong 1"]} == {"graded"}


def wait_within_the_bound(seconds):
    with execution.bounded(seconds):
        threading.Event().wait()


def test_kernel_ends_a_grader_that_does_not_come_to_an_end():
    with ProcessPoolExecutor(1, get_context("fork")) as pool, pytest.raises(BrokenExecutor):
        pool.submit(wait_within_the_bound, 0.2).result(60)


kept = []


def numbers_within_the_bound(megabytes, keep=False):
    """Whether an array of this size can be made, and kept, in the grader's process."""
    with execution.bounded(60):
        try:
            numbers = np.ones(megabytes << 17)
        except MemoryError:
            return False
        kept.extend([numbers] * keep)
        return True


def test_grader_takes_no_more_memory_than_its_bound():
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        assert pool.submit(numbers_within_the_bound, 200).result()
        assert not pool.submit(numbers_within_the_bound, 400).result()


def test_memory_that_earlier_submissions_left_taken_counts_too():
    with ProcessPoolExecutor(1, get_context("fork")) as pool:
        assert pool.submit(numbers_within_the_bound, 200, keep=True).result()
        assert pool.submit(numbers_within_the_bound, 100).result()
        assert not pool.submit(numbers_within_the_bound, 200).result()


def test_student_who_has_handed_in_nothing_is_a_problem(handed_in):
    run = Run(ASSIGNED, Options(students=["nobody"]))
    with pytest.raises(Problem, match="nobody has handed in nothing"):
        run.names(handed_in / "classroom" / "submitted")


def test_run_killed_at_five_points_ends_with_the_same_grades(course, undisturbed):
    """At the start, after the first, in the middle, after the last, among the reports.

    Each run goes on from the one before, so each grades something before it is killed.
    """
    points = [
        lambda: (records_folder(course) / "unfinished.json").exists(),
        lambda: count_of_records(course) >= 1,
        lambda: count_of_records(course) >= 5,
        lambda: count_of_records(course) >= len(CLASS),
        lambda: (records_folder(course) / "grades.csv").exists(),
    ]
    for number, reached in enumerate(points):
        # All but the first would draw a seed of their own, if none had been interrupted.
        process = start(course, "--jobs", "1", **({} if number else SEED))
        wait_until(reached, process)
        kill(course, process)
    assert count_of_records(course) == len(CLASS)
    assert seeds(course) == {int(SEED["GRADING_SEED"])}
    assert grade(course, **SEED).returncode == 0
    assert plain(course) == undisturbed
    assert set(rows(course)) == {submission.student for submission in CLASS}


def test_run_stopped_by_ctrl_c_keeps_its_seed(course):
    process = start(course, "--jobs", "1")
    wait_until(lambda: count_of_records(course) >= 3, process)
    # Meanwhile no other run can write.
    second = grade(course, "--wait", "0")
    assert second.returncode == 1
    assert second.stderr == "Another run is grading this course: wait until it is done.\n"
    assert process.poll() is None
    assert kill(course, process, signal.SIGINT) == (
        "",
        "Stopped. Run the same command again to go on.\n",
    )
    assert process.returncode == 130
    (seed,) = seeds(course)
    assert count_of_records(course) < len(CLASS)
    assert grade(course).returncode == 0
    assert count_of_records(course) == len(CLASS)
    assert seeds(course) == {seed}
    unfinished = records_folder(course) / "unfinished.json"
    assert not unfinished.exists()
    process = start(course, "--force")  # a new run, a new seed
    wait_until(unfinished.exists, process)
    assert json.loads(unfinished.read_text(encoding="utf-8"))["seed"] != seed
    kill(course, process)


def test_submissions_of_a_process_that_ends_are_graded_all_the_same(course, undisturbed):
    process = start(course, "--jobs", "4", **SEED)
    wait_until(lambda: count_of_records(course) >= 1, process)
    children = subprocess.run(
        ["pgrep", "-P", str(process.pid)], capture_output=True, text=True
    ).stdout.split()
    assert children
    os.kill(int(children[0]), signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert f"{len(CLASS)} submissions = {len(CLASS)} graded" in out
    assert plain(course) == undisturbed


def test_only_what_is_new_is_graded(graded, undisturbed, tmp_path):
    """Also where the first window of submissions holds nothing new."""
    course = copy_of_class(graded, tmp_path / "course")
    before = {name: record(course, name).seconds for name in rows(course)}
    submitted = course / "classroom" / "submitted"
    shutil.copytree(submitted / "right 1", submitted / "zoe")
    path = submitted / "wrong 1" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.write_text(path.read_text().replace("cost = np.sum", "cost = -np.sum"))
    assert grade(course, "--jobs", "1", **SEED).returncode == 0
    after = {name: record(course, name).seconds for name in before}
    assert {name for name in before if after[name] != before[name]} == {"wrong 1"}
    assert plain(course) == undisturbed | {
        "wrong 1": undisturbed["right 1"],
        "zoe": undisturbed["right 1"],
    }


def test_record_under_an_earlier_name_is_found(graded, tmp_path):
    """Earlier versions spelled a name in another way."""
    course = copy_of_class(graded, tmp_path / "course")
    folder = records_folder(course) / "students"
    expected = record(course, "right 1")
    (folder / "right 1.json").rename(folder / "right%201.json")
    assert record(course, "right 1") == expected
    assert not (folder / "right%201.json").exists()


def test_what_was_given_by_hand_survives_and_the_reports_are_about_all(
    graded, undisturbed, tmp_path
):
    course = copy_of_class(graded, tmp_path / "course")
    where = (ASSIGNMENT, ASSIGNMENT, "wrong 1")
    with gradebook(course) as open_book:
        given = open_book.find_grade("compute_cost_test", *where)
        given.manual_score, given.extra_credit = 7.0, 2.0
        open_book.find_comment("compute_cost", *where).manual_comment = "a good try"
        open_book.db.commit()
    assert grade(course, "--student", "wrong 1", "--force", **SEED).returncode == 0
    assert len(rows(course)) == len(CLASS)
    assert rows(course)["wrong 1"]["score"] == "99"
    entry = book(course)["wrong 1"]
    assert ("compute_cost", "", "a good try") in entry["comments"]
    assert ("compute_cost_test", 0.0, 7.0, 2.0, True) in entry["grades"]
    others = {name: row for name, row in plain(course).items() if name != "wrong 1"}
    assert others == {name: row for name, row in undisturbed.items() if name != "wrong 1"}


def test_locked_gradebook_is_waited_for_or_one_sentence(course, undisturbed):
    begun, enough = threading.Event(), threading.Event()

    def hold():
        with sqlite3.connect(course / "classroom" / "gradebook.db") as connection:
            connection.execute("BEGIN EXCLUSIVE")
            begun.set()
            enough.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait()
    try:
        done = grade(course, "--wait", "1", **SEED)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "database is locked" in done.stderr
        assert "run the same command again" in done.stderr
        process = start(course, **SEED)  # which waits for a minute
        wait_until((records_folder(course) / "unfinished.json").exists, process)
        time.sleep(4)
        assert process.poll() is None
    finally:
        enough.set()
        thread.join()
    assert process.wait(120) == 0, process.communicate()
    assert plain(course) == undisturbed
