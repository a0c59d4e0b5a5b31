"""Whatever happens to the grader, running it again ends with the same grades."""

import os
import signal
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

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
def undisturbed(handed_in, tmp_path_factory):
    """The grades of a run that nothing disturbs."""
    course = copy_of_class(handed_in, tmp_path_factory.mktemp("undisturbed"))
    assert grade(course, **SEED).returncode == 0
    assert len(rows(course)) == len(CLASS)
    return plain(course)


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


def after_the_first(course, process, count=1):
    """Wait until some submissions have been graded; return the folder of the records."""
    students = course / "classroom" / "grading" / ASSIGNMENT / "students"
    while not (students.is_dir() and len(list(students.iterdir())) >= count):
        assert process.poll() is None
        time.sleep(0.01)
    return students


def test_the_points_by_chance_depend_on_the_seed(undisturbed):
    """Or else a run that took another seed would not be noticed."""
    assert undisturbed["right 1"][0] == 100
    assert undisturbed["wrong 1"][0] == 90
    assert undisturbed["by chance 1"][0] < 100
    assert undisturbed["ends 1"][0] == 90
    assert undisturbed["open 1"][0] == 0


@pytest.mark.parametrize("jobs", ["1", "4"])
def test_as_many_jobs_as_you_like_give_the_same_grades(course, undisturbed, jobs):
    assert grade(course, "--jobs", jobs, **SEED).returncode == 0
    assert plain(course) == undisturbed


def test_a_cluster_gives_the_same_grades(course, undisturbed):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        done = grade(course, "--scheduler", cluster.scheduler_address, **SEED)
    assert done.returncode == 0, done.stderr
    assert plain(course) == undisturbed


def test_a_scheduler_that_does_not_answer_is_one_sentence(course):
    pytest.importorskip("distributed")
    done = grade(course, "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 1
    assert "No dask scheduler answers at tcp://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr


def test_killed_at_twenty_points_it_ends_with_the_same_grades(course, undisturbed):
    """The delays spread over a whole run, start-up included, and each run goes on from the last."""
    begun = time.monotonic()
    assert grade(copy_of_class(course, course.with_name("timed")), **SEED).returncode == 0
    whole = time.monotonic() - begun
    killed = 0
    for point in range(20):
        # Every other run draws its own seed, unless one was interrupted.
        process = start(course, **({} if point % 2 else SEED))
        try:
            process.wait(whole * (point + 1) / 20)
        except subprocess.TimeoutExpired:
            killed += 1
            process.kill()
        process.communicate()
        if point == 9:  # half way, all over again, so that the later points hit something
            assert start(course, "--force", **SEED).wait() == 0
            for submission in CLASS:
                path = course / "classroom" / "grading" / ASSIGNMENT / "students"
                (path / f"{submission.student}.json").unlink()
    assert killed >= 10
    assert grade(course, **SEED).returncode == 0
    assert plain(course) == undisturbed
    assert set(rows(course)) == {submission.student for submission in CLASS}


def test_a_run_that_was_killed_keeps_its_seed(course):
    process = start(course, "--jobs", "1")
    students = after_the_first(course, process, 3)
    process.kill()
    process.communicate()
    graded = {path.stem: record(course, path.stem).seed for path in students.glob("*.json")}
    assert 0 < len(graded) < len(CLASS)
    assert grade(course).returncode == 0
    seeds = {submission.student: record(course, submission.student).seed for submission in CLASS}
    assert set(seeds.values()) == set(graded.values())
    assert len(set(seeds.values())) == 1
    assert not students.with_name("unfinished.json").exists()
    assert grade(course, "--force").returncode == 0  # a new run, a new seed
    assert record(course, "right 1").seed != seeds["right 1"]


def test_nothing_is_left_running(course):
    process = start(course)
    after_the_first(course, process)
    assert processes_below(course) != []
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while processes_below(course) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_below(course) == []


def test_ctrl_c_is_one_sentence(course):
    process = start(course, "--jobs", "1")
    after_the_first(course, process)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert said == "Stopped. Run the same command again to go on.\n"


def test_when_a_process_of_the_pool_ends_its_submissions_are_graded_all_the_same(
    course, undisturbed
):
    process = start(course, "--jobs", "2", **SEED)
    after_the_first(course, process)
    children = subprocess.run(
        ["pgrep", "-P", str(process.pid)], capture_output=True, text=True
    ).stdout.split()
    assert children
    os.kill(int(children[0]), signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert f"{len(CLASS)} submissions = {len(CLASS)} graded" in out
    assert plain(course) == undisturbed


def test_what_is_graded_is_not_graded_again_and_what_is_new_is(course, undisturbed):
    """Also where the first window of submissions holds nothing new."""
    late = CLASS[-1].student
    submitted = course / "classroom" / "submitted"
    (submitted / late).rename(course / late)
    assert grade(course, "--jobs", "1", **SEED).returncode == 0
    before = {name: record(course, name).seconds for name in rows(course)}
    assert late not in before
    (course / late).rename(submitted / late)
    assert grade(course, "--jobs", "1", **SEED).returncode == 0
    assert {name: record(course, name).seconds for name in before} == before
    assert plain(course) == undisturbed
    path = submitted / "wrong 1" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.write_text(path.read_text().replace("cost = np.sum", "cost = -np.sum"))
    assert grade(course, "--jobs", "1", **SEED).returncode == 0
    assert rows(course)["wrong 1"]["score"] == "100"


def test_one_student_alone_and_the_reports_are_about_all(course):
    assert grade(course, **SEED).returncode == 0
    assert grade(course, "--student", "right 1", "--force", **SEED).returncode == 0
    assert len(rows(course)) == len(CLASS)
    done = grade(course, "--student", "nobody")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "nobody has handed in nothing" in done.stderr


def test_what_was_given_by_hand_survives(course, undisturbed):
    assert grade(course, **SEED).returncode == 0
    where = (ASSIGNMENT, ASSIGNMENT, "wrong 1")
    with gradebook(course) as open_book:
        given = open_book.find_grade("compute_cost_test", *where)
        given.manual_score, given.extra_credit = 7.0, 2.0
        open_book.find_comment("compute_cost", *where).manual_comment = "a good try"
        open_book.db.commit()
    assert grade(course, "--force", **SEED).returncode == 0
    assert rows(course)["wrong 1"]["score"] == "99"
    entry = book(course)["wrong 1"]
    assert ("compute_cost", "", "a good try") in entry["comments"]
    assert ("compute_cost_test", 0.0, 7.0, 2.0, True) in entry["grades"]
    others = {name: row for name, row in plain(course).items() if name != "wrong 1"}
    assert others == {name: row for name, row in undisturbed.items() if name != "wrong 1"}


def lock(course, seconds):
    """Keep the gradebook locked in a thread; the thread says when it has begun."""
    begun = threading.Event()

    def hold():
        with sqlite3.connect(course / "classroom" / "gradebook.db") as connection:
            connection.execute("BEGIN EXCLUSIVE")
            begun.set()
            time.sleep(seconds)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait()
    return thread


def test_a_gradebook_that_is_locked_for_a_while_is_waited_for(course, undisturbed):
    thread = lock(course, 6)
    assert grade(course, **SEED).returncode == 0
    thread.join()
    assert plain(course) == undisturbed


def test_a_gradebook_that_stays_locked_is_one_sentence(course, undisturbed):
    thread = lock(course, 15)
    done = grade(course, "--wait", "3", **SEED)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "database is locked" in done.stderr
    assert "run the same command again" in done.stderr
    thread.join()
    assert grade(course, **SEED).returncode == 0
    assert plain(course) == undisturbed


def test_two_runs_do_not_write_at_the_same_time(course, undisturbed):
    first = start(course, "--jobs", "1", **SEED)
    while not (course / "classroom" / "grading" / "lock").exists():
        time.sleep(0.01)
    time.sleep(0.2)
    second = grade(course, "--wait", "0", **SEED)
    assert first.wait() == 0
    assert second.returncode == 1
    assert second.stderr == "Another run is grading this course: wait until it is done.\n"
    assert plain(course) == undisturbed
