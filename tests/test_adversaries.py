"""A hostile class: whatever is handed in gets the points it must get, and changes no other's."""

import json
import re
import shutil
import time
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import attacks
import numpy as np
import pytest
from attacks import BANK, ODD
from conftest import ASSIGNMENT, needs_sandbox

from classroom import (
    book,
    copy_of_class,
    files,
    grade,
    graded_notebook,
    hand_in,
    nbgrader,
    record,
    rows,
)
from exercises.diagnose import outcome
from grading.learner import Learner, _exception
from grading.messages import cell_outputs
from grading.sandbox import Limits

pytestmark = needs_sandbox

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


def test_nothing_changes_for_the_honest(hostile, grades, released_course, tmp_path):
    """In a class without attackers they get the same: row, gradebook, notebook, to the byte."""
    quiet = copy_of_class(released_course, tmp_path / "quiet")
    for student in HONEST:
        hand_in(quiet, CLASS[student])
    assert grade(quiet, **SEED).returncode == 0
    assert book(quiet) == {student: grades[student] for student in HONEST}
    reports = Path("classroom") / "grading" / ASSIGNMENT
    for table in ("grades.csv", "canvas.csv", "moodle.csv"):
        among_all = (hostile / reports / table).read_bytes().splitlines()
        alone = (quiet / reports / table).read_bytes().splitlines()
        assert len(alone) >= len(HONEST)
        assert set(alone) <= set(among_all)
    for student in HONEST:
        one, other = graded_notebook(quiet, student), graded_notebook(hostile, student)
        assert one.read_bytes() == other.read_bytes()


class Forger:
    """A sandbox, and a session of it, whose learner sends a random state of its own."""

    limits = Limits()

    def __init__(self, **reply):
        self.reply, self.states = {"answer": 0.25, **reply}, []

    def session(self):
        return self

    def ask_all(self, requests, *_):
        for request in requests:
            self.states.append([*request["state"][1].tolist(), request["state"][2]])
            yield self.reply


def test_random_state_of_the_learner_does_not_reach_the_grader():
    """One of zeros would let the next draw of a hidden test loop forever."""
    kind, *_ = before = np.random.get_state()
    zeros = kind, np.zeros(624, np.uint32), 624, 0, 0.0
    try:
        drawn = []
        for forger in (Forger(), Forger(state=zeros)):
            np.random.seed(5)
            assert Learner(forger).call(attacks.FAMOUS, (), {}) == 0.25
            assert np.random.get_state()[1].any()
            drawn.append(np.random.randn(3).tolist())
        assert drawn[0] == drawn[1]
    finally:
        np.random.set_state(before)


@pytest.mark.parametrize("whole", [True, False])
def test_long_text_of_an_error_is_cut_before_anything_looks_at_it(whole):
    text = "1" * 999_999
    error = {"type": "ValueError", "text": text, "args": [text], "whole": whole, "traceback": text}
    with pytest.raises(ValueError, match="^1{4000}$") as caught:
        Learner(Forger(error=error)).call(attacks.FAMOUS, (), {})
    assert len(caught.value.learner) == 20_000
    assert outcome(ValueError(text)) == ["ValueError", "1" * 300]


def test_what_is_printed_is_cut_for_all_calls_together(capsys):
    learner = Learner(Forger(printed="x" * 150_000))
    for _ in range(3):
        learner.call(attacks.FAMOUS, (), {})
    assert 200_000 <= len(capsys.readouterr().out) < 200_200


def test_two_calls_in_a_row_draw_different_numbers():
    before, forger = np.random.get_state(), Forger()
    try:
        np.random.seed(5)
        learner = Learner(forger)
        for _ in range(2):
            learner.call(attacks.FAMOUS, (), {})
        np.random.seed(5)
        learner.call(attacks.FAMOUS, (), {})
        first, second, again = forger.states
        assert first == again != second
    finally:
        np.random.set_state(before)


def test_forged_unicode_error_is_not_made_here():
    """To ask some Pythons for its text is to get an IndexError, now or some steps later."""
    forged = {"type": "UnicodeEncodeError", "args": ["utf-8", "x", -(10**9), 1 - 10**9, "r"]}
    error = _exception({**forged, "whole": True, "text": "x"}, {})
    assert not isinstance(error, UnicodeError)
    assert (type(error).__name__, str(error)) == ("UnicodeEncodeError", "x")


def test_control_characters_of_outputs_are_written_out():
    (printed,) = cell_outputs("a\x1b[2J\x9b\u202eb\r\n\tc\rd", None)
    assert printed["text"] == "a\\x1b[2J\\x9b\\u202eb\n\tc\rd"
    (raised,) = cell_outputs("", ValueError("\u202e"))
    assert raised["evalue"] == "\\u202e"


# ---------------------------------------------------------------- in the browser

SHOWN = [
    "perfect",
    "writes scripts everywhere",
    "is graded before it is run",
    "runs html",
    "runs magics",
    "shows pages",
    "raises what cannot be printed",
    "an exception of a hostile name",
    "half a letter",
    "hostile keys",
    "prints a lot",
]


class Active(HTMLParser):
    """Collects what a page can do: its elements that are no mere text, with their attributes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.found, self.inside = Counter(), False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.inside = tag in ("script", "style")
        does = [(k, v) for k, v in attributes if k.startswith("on") or k in ("srcdoc", "style")]
        if does or tag in ("script", "img", "svg", "iframe", "object", "embed", "link", "form"):
            self.found[tag, *does] += 1

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found[data] += 1


@pytest.fixture(scope="module")
def pages(hostile, tmp_path_factory):
    """{student: the page of feedback} of some."""
    course = copy_of_class(hostile, tmp_path_factory.mktemp("pages"))
    for folder in (course / "classroom" / "autograded").iterdir():
        if folder.name not in SHOWN:
            shutil.rmtree(folder)
    nbgrader(course, "generate_feedback", ASSIGNMENT)
    folder = course / "classroom" / "feedback"
    name = f"{ASSIGNMENT}.html"
    return {
        student: (folder / student / ASSIGNMENT / name).read_text(encoding="utf-8")
        for student in SHOWN
    }


@pytest.mark.parametrize("student", SHOWN)
def test_a_page_of_feedback_can_do_what_any_other_can(pages, student):
    found = Active(pages[student]).found
    assert found.total() > 10
    assert found == Active(pages["perfect"]).found
