"""Broken submissions: each gets one row with a status and a reason, and the class goes on."""

import csv
import json
import os
import re
import socket
import subprocess
import sys
from typing import NamedTuple
from xml.etree import ElementTree

import nbformat
import pytest
from conftest import ASSIGNMENT, needs_sandbox

from classroom import (
    book,
    copy_of_class,
    feedback,
    generate_feedback,
    grade,
    graded_notebook,
    hand_in,
    rows,
    solutions,
    submitted,
)
from grading.cells import MAX_CELL
from grading.intake import MAX_NOTEBOOK, is_name

pytestmark = needs_sandbox

NOTEBOOK = f"{ASSIGNMENT}.ipynb"
GRADED, REFUSED, MISSING = "graded", "refused", "missing"


class Broken(NamedTuple):
    """A right submission that something has happened to.

    Attributes:
        student: the name of the folder.
        status, reason: what its row must say; the reason is a regular expression, "" for none.
        points: what it must get, if it is graded.
        hand_in: as in `attacks.Attack`.
    """

    student: str
    status: str
    reason: str
    points: float
    hand_in: object
    cells: dict = {}
    solved: bool = True


BANK = []


def broken(status, reason, points=100):
    """Put a function into the bank; its name is the student's."""

    def add(function):
        BANK.append(Broken(function.__name__, status, reason, points, function))
        return function

    return add


def written(notebook):
    return json.dumps(notebook).encode()


def cell(notebook, name="compute_cost"):
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


@broken(GRADED, "")
def whole(folder, notebook):
    return written(notebook)


# ---------------------------------------------------------------- what is no notebook


@broken(REFUSED, "is empty")
def empty(folder, notebook):
    return b""


@broken(REFUSED, "is empty")
def white(folder, notebook):
    return b" \n\t\n"


@broken(REFUSED, "is no notebook, or a part of one")
def truncated(folder, notebook):
    return written(notebook)[:5000]


@broken(REFUSED, "is no notebook, or a part of one")
def corrupt(folder, notebook):
    return written(notebook).replace(b'"cells":', b'"cells";')


@broken(REFUSED, "is not UTF-8")
def latin(folder, notebook):
    return written(notebook) + "é".encode("latin-1")


@broken(REFUSED, "is not UTF-8")
def utf_16(folder, notebook):
    return written(notebook).decode().encode("utf-16")


@broken(GRADED, "")
def with_mark(folder, notebook):
    return b"\xef\xbb\xbf" + written(notebook)


@broken(REFUSED, "is not UTF-8|is no notebook")
def a_picture(folder, notebook):
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@broken(REFUSED, "is no notebook")
def nested_deep(folder, notebook):
    return b"[" * 1_000_000


@broken(REFUSED, "is no notebook")
def a_huge_number(folder, notebook):
    return b'{"nbformat": ' + b"9" * 10_000 + b"}"


@broken(REFUSED, "is no notebook")
def not_a_number(folder, notebook):
    return b"NaN"


@broken(REFUSED, "is no notebook")
def a_list(folder, notebook):
    return b"[]"


@broken(REFUSED, "has no cells")
def no_cells(folder, notebook):
    del notebook["cells"]
    return written(notebook)


@broken(REFUSED, "has no cells")
def cells_of_text(folder, notebook):
    return written({**notebook, "cells": "text"})


@broken(REFUSED, "another notebook")
def cells_of_nothing(folder, notebook):
    return written({**notebook, "cells": [None, 1, "a", [], {"metadata": 5}]})


@broken(REFUSED, "another notebook")
def another_notebook(folder, notebook):
    return written(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")]))


@broken(REFUSED, "has no cells")
def no_version_2(folder, notebook):
    return written({**notebook, "nbformat": 2})


# ---------------------------------------------------------------- other versions


@broken(GRADED, "")
def version_3(folder, notebook):
    old = nbformat.convert(nbformat.reads(json.dumps(notebook), as_version=4), 3)
    return nbformat.writes(old, version=3).encode()


@broken(GRADED, "")
def version_99(folder, notebook):
    return written({**notebook, "nbformat": 99})


@broken(GRADED, "")
def another_schema(folder, notebook):
    for one in notebook["cells"]:
        if "nbgrader" in one["metadata"]:
            one["metadata"]["nbgrader"]["schema_version"] = 99
    return written(notebook)


# ---------------------------------------------------------------- what is no file


@broken(MISSING, "There is no .*ipynb in the folder")
def nothing(folder, notebook):
    return False


@broken(REFUSED, "There is hw4.ipynb: if that is it, rename it")
def renamed(folder, notebook):
    (folder / "hw4.ipynb").write_bytes(written(notebook))
    return False


@broken(REFUSED, "but a link")
def a_link(folder, notebook):
    (folder / NOTEBOOK).symlink_to(folder.parents[3] / "notebooks" / ASSIGNMENT / NOTEBOOK)
    return False


@broken(REFUSED, "but a link")
def a_link_to_nothing(folder, notebook):
    (folder / NOTEBOOK).symlink_to("/nowhere")
    return False


@broken(REFUSED, "hard link")
def a_hard_link(folder, notebook):
    os.link(folder.parents[3] / "notebooks" / ASSIGNMENT / NOTEBOOK, folder / NOTEBOOK)
    return False


@broken(REFUSED, "but a folder")
def a_folder(folder, notebook):
    (folder / NOTEBOOK).mkdir()
    return False


@broken(REFUSED, "but a named pipe")
def a_pipe(folder, notebook):
    os.mkfifo(folder / NOTEBOOK)
    return False


@broken(REFUSED, "but a socket")
def a_socket(folder, notebook):
    here = os.open(folder, os.O_RDONLY)  # an address may only be about 100 bytes long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"/proc/self/fd/{here}/{NOTEBOOK}")
    os.close(here)
    return False


@broken(REFUSED, "too large: 209,715,200 bytes")
def two_hundred_megabytes(folder, notebook):
    with open(folder / NOTEBOOK, "wb") as file:
        file.truncate(200 << 20)
    return False


@broken(REFUSED, "too large")
def a_little_too_large(folder, notebook):
    notebook["metadata"]["padding"] = "x" * MAX_NOTEBOOK
    return written(notebook)


@broken(REFUSED, "lies in a link or a file")
def student_is_a_link(folder, notebook):
    folder.rmdir()
    folder.parent.rmdir()
    folder.parent.symlink_to(folder.parents[1] / "whole")
    return False


@broken(REFUSED, "lies in a link or a file")
def assignment_is_a_link(folder, notebook):
    folder.rmdir()
    folder.symlink_to(folder.parents[1] / "whole" / ASSIGNMENT)
    return False


@broken(REFUSED, "lies in a link or a file")
def assignment_is_a_file(folder, notebook):
    folder.rmdir()
    folder.write_bytes(written(notebook))
    return False


@broken(REFUSED, "should lie in a folder")
def one_folder_too_high(folder, notebook):
    folder.rmdir()
    (folder.parent / NOTEBOOK).write_bytes(written(notebook))
    return False


# ---------------------------------------------------------------- cells that are not as they were


@broken(GRADED, "Put together from several cells: compute_cost")
def a_cell_twice(folder, notebook):
    first = dict(cell(notebook))
    first["source"] = "def compute_cost(AL, Y): return 0.0"
    notebook["cells"].insert(0, first)
    return written(notebook)


@broken(GRADED, "The cell is missing: compute_cost", 90)
def a_cell_missing(folder, notebook):
    notebook["cells"].remove(cell(notebook))
    return written(notebook)


@broken(GRADED, "")
def without_tests(folder, notebook):
    notebook["cells"] = [one for one in notebook["cells"] if not one["id"].endswith("_test")]
    return written(notebook)


@broken(GRADED, "")
def in_another_order(folder, notebook):
    notebook["cells"].reverse()
    return written(notebook)


@broken(GRADED, "Not taken.*compute_cost", 90)
def a_number_for_a_text(folder, notebook):
    cell(notebook)["source"] = 5
    return written(notebook)


@broken(GRADED, "Not taken.*compute_cost", 90)
def a_cell_too_long(folder, notebook):
    cell(notebook)["source"] += "#" * MAX_CELL
    return written(notebook)


@broken(GRADED, "")
def a_cell_of_prose(folder, notebook):
    one = cell(notebook)
    one["cell_type"] = "markdown"
    del one["outputs"], one["execution_count"]
    return written(notebook)


@broken(GRADED, "")
def half_a_character(folder, notebook):
    cell(notebook)["source"] = "# \ud800\n" + cell(notebook)["source"]
    return written(notebook)


@broken(GRADED, "Not taken.*compute_cost", 90)
def a_zero_byte(folder, notebook):
    cell(notebook)["source"] += "\0"
    return written(notebook)


@broken(GRADED, "", 90)
def no_python(folder, notebook):
    cell(notebook)["source"] = "def compute_cost(AL, Y:\n  return"
    return written(notebook)


@broken(GRADED, "")
def other_outputs(folder, notebook):
    for one in notebook["cells"]:
        if one["cell_type"] == "code":
            one["outputs"] = [{"output_type": "display_data", "data": {"text/html": "<script>"}}]
    return written(notebook)


# ---------------------------------------------------------------- times


def at(folder, notebook, data):
    (folder / "timestamp.txt").write_bytes(data)
    return written(notebook)


NO_TIME = "holds no full date and time in a known time zone, so it counts as handed in on time"


@broken(GRADED, NO_TIME)
def no_time(folder, notebook):
    return at(folder, notebook, b"yesterday evening")


@broken(GRADED, NO_TIME)
def a_time_of_bytes(folder, notebook):
    return at(folder, notebook, b"\xff\xfe")


@broken(GRADED, "")
def a_time_elsewhere(folder, notebook):
    return at(folder, notebook, b"2026-02-02 15:58:23 America/Los_Angeles")


@broken(GRADED, NO_TIME)
def a_pipe_for_the_time(folder, notebook):
    os.mkfifo(folder / "timestamp.txt")
    return written(notebook)


NAMES = {"a b": GRADED, "né": GRADED, "=cmd()": GRADED, "-rf": GRADED, "<b>&quot;": GRADED}
NAMES |= {"x" * 250: GRADED, "..x": REFUSED, "[a]*": REFUSED, "\x1b[31m": REFUSED}
NAMES |= {os.fsdecode(b"\xff"): REFUSED}
# Names that come near others: of =cmd(), and of the row that Canvas has for the maximum.
NAMES |= {"'=cmd()": GRADED, "    Points Possible": GRADED}
NAMES |= {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645": GRADED}  # with a non-joiner
for name, status in NAMES.items():
    reason = "" if status == GRADED else "nbgrader cannot work with the name"
    BANK.append(Broken(name, status, reason, 100, lambda folder, notebook: written(notebook)))


# A page of every kind: graded and not, with a reason and without, and of all odd names.
WITH_FEEDBACK = ["whole", "truncated", "nothing", "a_cell_twice", "a_number_for_a_text"]
WITH_FEEDBACK += ["half_a_character", "other_outputs", "no_time", *filter(is_name, NAMES)]


@pytest.fixture(scope="module")
def graded(released_course, tmp_path_factory):
    """The class, graded, with the feedback of some."""
    course = copy_of_class(released_course, tmp_path_factory.mktemp("broken"))
    assert solutions()
    for submission in BANK:
        hand_in(course, submission)
    done = grade(course)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    generate_feedback(course, WITH_FEEDBACK)
    return course


@pytest.fixture(scope="module")
def table(graded):
    return rows(graded)


@pytest.fixture(scope="module")
def grades(graded):
    return book(graded)


def shown(name):
    """A name as the reports write it."""
    text = name if is_name(name) else name.encode("unicode_escape").decode()
    return ("'" if text[0] in "'=+-@" else "") + text


IDS = [shown(submission.student)[:40] for submission in BANK]


@pytest.mark.parametrize("submission", BANK, ids=IDS)
def test_it_gets_one_row_with_a_status_and_a_reason(table, submission):
    row = table[shown(submission.student)]
    assert row["status"] == submission.status
    assert re.search(submission.reason, row["reason"]), row["reason"]
    assert bool(row["reason"]) == bool(submission.reason)
    assert row["score"] == (f"{submission.points:g}" if submission.status == GRADED else "")


@pytest.mark.parametrize("submission", BANK, ids=IDS)
def test_gradebook_and_feedback_say_the_same(graded, grades, submission):
    if not is_name(submission.student):
        return  # nbgrader cannot work with such a name; the reports have the row
    points = submission.points if submission.status == GRADED else 0
    entry = grades[submission.student]
    assert entry["score"] == points
    assert not any(needs_look for *_, needs_look in entry["grades"])
    reason = json.loads(graded_notebook(graded, submission.student).read_text())["cells"][0]
    if submission.reason:
        assert re.search(submission.reason, reason["source"])
    if submission.student in WITH_FEEDBACK:
        _, words = feedback(graded, submission.student)
        assert f"(Score: {points:.1f} / 100.0)" in words
        if submission.reason:
            assert re.search(submission.reason, words)
    nbformat.validate(nbformat.read(graded_notebook(graded, submission.student), as_version=4))


def test_as_many_come_out_as_went_in(graded):
    folder = graded / "classroom" / "grading" / ASSIGNMENT
    assert len(rows(graded)) == len(BANK)
    for name, head in (("canvas.csv", 2), ("moodle.csv", 1)):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            table = list(csv.reader(file))
        assert len(table) == len(BANK) + head
        assert sum("Points Possible" in row[0] for row in table) == 1
    assert len(list((folder / "gradescope").iterdir())) == len(BANK)
    assert len(ElementTree.parse(folder / "junit.xml").getroot().findall("testsuite")) == len(BANK)


def test_nothing_that_was_beside_the_notebook_is_copied(graded):
    for submission in BANK:
        if is_name(submission.student):
            place = graded_notebook(graded, submission.student).parent
            assert {path.name for path in place.iterdir()} == {NOTEBOOK, "images"}
    assert submitted(graded, "whole").is_dir()


def test_remarks_are_in_one_order():
    """Else the reason, and with it the digest, would change from run to run: graded in vain."""
    code = """if True:
        from types import SimpleNamespace as Any
        from grading.cells import read_answers
        exercises = [Any(name=name, solution=name, test=f"{name}_test") for name in "abcd"]
        released = Any(exercises=exercises, setup="", ids={*"abcd"})
        sources = ["a = x + y + z", "b = 1"] + [f"{name} = 0" for name in "xyzabcd"]
        ids = [*"ab", *"123", *"abcd"]
        cells = [
            {"cell_type": "code", "source": source, "id": name}
            for source, name in zip(sources, ids)
        ]
        sources, remarks = read_answers(cells, released)
        print(list(sources), remarks.sentences())
    """
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in "12"
    }
    (said,) = said
    assert "Taken along from other cells of the notebook: x, y, z." in said
    assert "Put together from several cells: a, b." in said
    assert "found by its id: a, b, c, d." in said
