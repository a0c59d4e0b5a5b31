"""A hostile class: whatever is handed in gets the points it must get, and changes no other's."""

import json
import re
import time

import pytest
from attacks import BANK, ODD

from classroom import (
    book,
    copy_of_class,
    files,
    grade,
    graded_notebook,
    hand_in,
    record,
    rows,
)

SEED = {"GRADING_SEED": "20240229"}
WALL = 20
CLASS = {attack.student: attack for attack in [*BANK, *ODD]}
HONEST = [attack.student for attack in ODD]
HOSTILE = [attack.student for attack in BANK]


@pytest.fixture(scope="module")
def hostile(released_course, tmp_path_factory):
    """The class, attackers and honest students, graded once, with its feedback."""
    course = copy_of_class(released_course, tmp_path_factory.mktemp("hostile"))
    for attack in CLASS.values():
        hand_in(course, attack)
    started = time.monotonic()
    done = grade(course, "--jobs", "2", **SEED)
    (course / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    print(f"graded {len(CLASS)} in {time.monotonic() - started:.0f} s")
    return course


@pytest.fixture(scope="module")
def table(hostile):
    return rows(hostile)


@pytest.fixture(scope="module")
def grades(hostile):
    return book(hostile)


def test_every_student_has_one_row(hostile, table, grades):
    assert sorted(table) == sorted(CLASS) == sorted(grades)
    assert f"{len(CLASS)} submissions = {len(CLASS)} graded" in (hostile / "said.txt").read_text()


@pytest.mark.parametrize("student", CLASS)
def test_it_gets_the_points_it_must_get(hostile, table, grades, student):
    points = CLASS[student].points
    assert table[student]["status"] == "graded", table[student]["reason"]
    assert float(table[student]["score"]) == points
    assert grades[student]["score"] == points
    assert record(hostile, student).score == points


@pytest.mark.parametrize("student", CLASS)
def test_it_ends_within_the_limit_and_leaves_little(hostile, student):
    assert record(hostile, student).seconds <= WALL + 2
    classroom = hostile / "classroom"
    for path in files(classroom / "autograded", classroom / "grading"):
        if student in str(path):
            assert path.stat().st_size < 1_000_000, path


@pytest.mark.parametrize("student", HOSTILE)
def test_it_has_gained_nothing_in_the_system(hostile, student):
    printed = graded_notebook(hostile, student).read_text(encoding="utf-8")
    gained = re.findall(r"gained \[([^\]]*)\]\\n", printed)
    assert not any(gained), gained
    if "gained" in json.dumps(CLASS[student].cells):
        assert gained, "the attack itself did not run to its end"
