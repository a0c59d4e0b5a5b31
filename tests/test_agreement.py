"""The same grades whoever asks: nbgrader as it comes, its command, its button, the grader."""

import json
import subprocess
import sys

import pytest
from attacks import RIGHT_COST, Attack
from conftest import ASSIGNMENT, ENVIRONMENT, MASTER, nbgrader, needs_sandbox

from authoring.answers import right_answers
from classroom import book, copy_of_class, grade, hand_in, solutions

pytestmark = needs_sandbox

SEED = {"GRADING_SEED": "20240229"}
COST, UPDATE = solutions()["compute_cost"], solutions()["update_parameters"]
FIRST = solutions()["initialize_parameters"]


def answers(number):
    """For each exercise another right answer than the master's."""
    by_exercise = {}
    for answer in right_answers(MASTER):
        by_exercise.setdefault(answer.exercise, []).append(answer.source)
    return {name: sources[number % len(sources)] for name, sources in by_exercise.items()}


def edited(source, old, new):
    assert source.count(old) == 1
    return source.replace(old, new)


def cost(source):
    return {"compute_cost": source}


WRONG_SHAPE = edited(FIRST, "np.zeros((n_h, 1))", "np.zeros(n_h)")
IN_PLACE = edited(
    UPDATE,
    'W - learning_rate * grads["dW" + str(l + 1)]',
    'np.subtract(W, learning_rate * grads["dW" + str(l + 1)], out=W)',
)
# Exercise by exercise the points are compared, so one student can make several mistakes.
HONEST = [
    Attack("perfect", 100, {}, solved=True),
    Attack("other answers", 100, answers(1), solved=True),
    Attack("half", 45, dict(list(solutions().items())[:5])),
    Attack(
        "value, shape, in place",
        84,
        {
            **cost(edited(COST, "-np.sum(Y", "np.sum(Y")),
            "initialize_parameters": WRONG_SHAPE,
            "update_parameters": IN_PLACE,
        },
        solved=True,
    ),
    Attack("exception", 90, cost(edited(COST, "    m = Y", "    1 / 0\n    m = Y")), solved=True),
    Attack(
        "remembers",
        90,
        cost(edited(COST, "return np.squeeze(cost)", "return 0.2797765635793423")),
        solved=True,
    ),
    Attack(
        "public shapes only",
        95,
        cost(f"def compute_cost(AL, Y):\n    return {RIGHT_COST} * Y.shape[1] / 3"),
        solved=True,
    ),
    Attack("syntax", 90, cost("def compute_cost(AL, Y):\n    return ("), solved=True),
]


# Nbgrader's own way has the published cases alone, and half the points are for the public one.
# Here the public case comes with other numbers too, so that a published answer is worth nothing.
STOCK_GIVES = {"remembers": {"compute_cost_test": 5.0}}


@pytest.fixture(scope="module")
def handed_in(released_course, tmp_path_factory):
    course = copy_of_class(released_course, tmp_path_factory.mktemp("honest"))
    for attack in HONEST:
        hand_in(course, attack)
    return course


@pytest.fixture(scope="module")
def ours(handed_in, tmp_path_factory):
    """The grades of `python -m grading`."""
    course = copy_of_class(handed_in, tmp_path_factory.mktemp("ours"))
    assert grade(course, **SEED).returncode == 0
    return book(course)


@pytest.fixture(scope="module")
def stock(handed_in, tmp_path_factory):
    """The grades of nbgrader as it comes, with its kernels and without our grader."""
    course = copy_of_class(handed_in, tmp_path_factory.mktemp("stock"))
    path = course / "nbgrader_config.py"
    text = path.read_text(encoding="utf-8")
    assert text.count("\npatch_nbgrader()") == 1
    path.write_text(text.replace("\npatch_nbgrader()", "\n"), encoding="utf-8")
    nbgrader(course, "autograde", ASSIGNMENT)
    made = {path.name for path in (course / "classroom").iterdir()}
    assert "autograded" in made
    assert "grading" not in made, "our grader has run, and not nbgrader's own"
    return book(course)


@pytest.mark.parametrize("attack", HONEST, ids=lambda attack: attack.student)
def test_stock_nbgrader_gives_the_same_points(stock, ours, attack):
    assert ours[attack.student]["score"] == attack.points
    theirs, mine = (
        {name: auto for name, auto, *_ in grades[attack.student]["grades"]}
        for grades in (stock, ours)
    )
    assert theirs == mine | STOCK_GIVES.get(attack.student, {})


def test_nbgraders_command_gives_the_same_verdicts(handed_in, ours, tmp_path, monkeypatch):
    course = copy_of_class(handed_in, tmp_path / "command")
    monkeypatch.setitem(ENVIRONMENT, *next(iter(SEED.items())))
    nbgrader(course, "autograde", ASSIGNMENT)
    assert book(course) == ours


BUTTON = """
import json, sys
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import PyFileConfigLoader
config = PyFileConfigLoader("nbgrader_config.py", path=".").load_config()
api = NbGraderAPI(config=config)
print(json.dumps([api.autograde(sys.argv[1], student)["success"] for student in sys.argv[2:]]))
"""


def test_formgraders_button_gives_the_same_verdicts(handed_in, ours, tmp_path):
    course = copy_of_class(handed_in, tmp_path / "button")
    students = ["half", "exception"]
    done = subprocess.run(
        [sys.executable, "-c", BUTTON, ASSIGNMENT, *students],
        cwd=course,
        env=ENVIRONMENT | SEED,
        capture_output=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [True] * len(students), done.stderr
    assert book(course) == {student: ours[student] for student in students}
