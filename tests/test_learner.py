"""The calls of a test travel together: each keeps its own answer, prints, limits and draws."""

import time

import numpy as np
import pytest
from attacks import FRAMES, RIGHT_COST
from conftest import MASTER, needs_sandbox
from IPython.core.inputtransformer2 import TransformerManager

from authoring.answers import right_answers
from authoring.masters import sources
from exercises.errors import ExerciseOpen
from grading.assignment import load
from grading.execution import close_sandboxes, grade
from grading.learner import Learner, ProcessEnded, TimeLimit
from grading.sandbox import Limits, Sandbox

pytestmark = needs_sandbox

# What a call does depends on the word that it gets.
CELL = """
import os, time
from exercises.errors import ExerciseOpen
called = []
def f(x):
    called.append(x)
    print("called with", x)
    if x == "hang":
        while True:
            pass
    if x == "end":
        os._exit(1)
    if x == "large":
        return np.zeros(3_000_000)
    if x == "open":
        raise ExerciseOpen(1, "f")
    if x == "draw":
        return np.random.randn()
    if x == "called":
        return called[:]
    if isinstance(x, list):
        x.append(1)
    return x
"""


@pytest.fixture(scope="module")
def sandbox():
    code = b"class ExerciseOpen(Exception):\n    pass\n"
    files = {"exercises/__init__.py": b"", "exercises/errors.py": code}
    with Sandbox(files, "import numpy as np", ["f"], limits=Limits(call=1)) as found:
        yield found


@pytest.fixture
def learner(sandbox):
    found = Learner(sandbox)
    assert found.run("f", CELL) == ("", None)
    found.restart_clock()
    yield found
    found.close()


def announced(learner, *words):
    """The outcomes of calls that were announced: answers, or types of exceptions."""
    learner.announce("f", [((word,), 7) for word in words])
    return [outcome(learner, word) for word in words]


def outcome(learner, word):
    np.random.seed(7)
    try:
        return learner.call("f", (word,), {})
    except Exception as error:
        return type(error)


def test_announced_calls_are_answered_in_their_order(learner, capsys):
    learner.announce("f", [(("a",), 7), (([],), 7), (("called",), 7)])
    given = []
    assert learner.call("f", ("a",), {}) == "a"
    time.sleep(0.2)  # the others have been made, and nothing of them is to be seen
    assert capsys.readouterr().out == "called with a\n"
    assert learner.call("f", (given,), {}) == given == [1]
    assert learner.call("f", ("called",), {}) == ["a", [1], "called"]
    assert capsys.readouterr().out == "called with []\ncalled with called\n"


@pytest.mark.parametrize(
    ("word", "error", "rest"),
    [("hang", TimeLimit, TimeLimit), ("end", ProcessEnded, ProcessEnded), ("large", None, "c")],
)
def test_announced_call_without_an_answer_loses_no_earlier_one(learner, word, error, rest):
    assert announced(learner, "a", "b", word, "c") == ["a", "b", error or ValueError, rest]


def test_call_that_was_not_announced_is_made_in_a_new_process(learner):
    learner.announce("f", [(("a",), 7), (("hang",), 7)])
    assert outcome(learner, "a") == "a"
    assert outcome(learner, "called") == ["called"]


def test_announcement_that_does_not_come_true_calls_nothing(learner):
    learner.announce("f", [(("a",), 7), (("b",), 7)])
    assert outcome(learner, "called") == ["called"]


def test_open_exercise_ends_what_was_announced(learner):
    assert announced(learner, "open", "a") == [ExerciseOpen, "a"]
    assert outcome(learner, "called") == ["open", "a", "called"]


def test_announced_call_draws_what_another_would(learner):
    first, again = announced(learner, "draw", "draw")
    assert first == again == outcome(learner, "draw")


def test_cell_of_python_is_what_ipython_makes_of_it(sandbox):
    """It is not taken apart for magics, and the others are."""
    texts = [*sources(MASTER).values(), *(answer.source for answer in right_answers(MASTER))]
    texts += ["x = '''\n!ls\n%pip\n'''\ny = 1 # what?", "\n\nx = 1\ny = 2", "  x = 1\n  y = 2"]
    texts += ["x = 1\n  ", "if x:\n    y\n    \n    z\n", "x = 1\n\n\n"]
    texts += ["%matplotlib inline\nx = 1", "files = !ls\nx?", "if x:\n    !ls\n", ">>> x\n>>> y"]
    texts += ["In [1]: x\nIn [2]: y", "%%time\nx = 1", "x = (", "await x\ny", "x = 1\x0cy = 2\n"]
    cell = f"found = [get_ipython().transform_cell(text) for text in {texts!r}]\nprint(found)"
    with sandbox.session() as session:
        reply = session.ask({"cell": cell, "name": "transforms"})
    manager = TransformerManager()
    assert reply["printed"] == f"{[manager.transform_cell(text) for text in texts]}\n"


@pytest.fixture(scope="module")
def points_of():
    """The points that a cell of compute_cost gets."""
    packed = load(MASTER.stem, 4).packed()

    def points(cell):
        result = grade(packed, "student", {"compute_cost": [cell]}, Limits(call=1.5))
        (found,) = [one for one in result["exercises"] if one["name"] == "compute_cost"]
        return found["points"]

    yield points
    close_sandboxes()


COST = "np.squeeze(-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL), axis=1))"
FEW = f"""
def compute_cost(AL, Y):
    if Y.shape[1] == 3:
        return {COST}
"""


@pytest.mark.parametrize(
    ("then", "points"),
    [
        ("    return 0.25", 5.0),
        # A wrong answer, and later a call that does not come back.
        ("    while Y.shape[1] == 1: pass\n    return 0.25", 5.0),
        ("    while True: pass", 0.0),
    ],
)
def test_part_of_the_points_is_for_the_public_case(points_of, then, points):
    assert points_of(FEW + then) == points


def test_answer_that_turns_wrong_when_asked_again_gets_no_points(points_of):
    first = f"asked = []\n{FEW}".replace("Y.shape[1] == 3", "asked.append(1) or len(asked) < 3")
    assert points_of(f"{first}    return 0.25") == 0


FORGERS = {
    "answers the other calls before they are made": f"""
        if len(up("requests")) > 1:
            answer = forged(d(answer=["v", 0.25], error=NONE, printed=s("")))
            up("sock").sendall(answer * (len(up("requests")) - 1))
        return {RIGHT_COST}
    """,
    "says that the exercise is open, and answers all the same": """
        error = d(type=s("ExerciseOpen"), text=s("x"), traceback=s(""))
        answer = d(answer=["v", 0.25], error=NONE, printed=s(""))
        up("sock").sendall(forged(d(error=error, printed=s(""))) + forged(answer) * 30)
    """,
    "makes the first case of all": f"""
        for request in up("requests"):
            request["args"] = AL, Y
        return {RIGHT_COST}
    """,
}


@pytest.mark.parametrize("code", FORGERS.values(), ids=FORGERS)
def test_forged_reply_to_an_announced_call_gets_no_points(points_of, code):
    assert points_of(f"{FRAMES}\ndef compute_cost(AL, Y):\n{code}") == 0
