"""The tests of the exercises: `<function>_test(your_function)`.

A test calls your function on the public case of its exercise and then on fresh cases, each time
with fresh arguments, and tells the first thing that is wrong, or prints " All tests passed.".
How it judges stands in `ladder.py`, the answers it compares with in `expected_values.py`; no
solution is in any of them.
"""

import os
import sys

import numpy as np

try:
    from expected_values import FRESH, KNOWN, PUBLIC
    from ladder import ExerciseOpen, WrongAnswer, answers, judge, right
    from score_card import ScoreCard
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"public_tests.py needs {missing.name}.py beside it: copy it there from the course."
    ) from None
from testCases import (
    L_model_backward_test_case,
    L_model_forward_test_case_2hidden,
    compute_cost_test_case,
    linear_activation_backward_test_case,
    linear_activation_forward_test_case,
    linear_backward_test_case,
    linear_forward_test_case,
    update_parameters_test_case,
)

__all__ = [
    "ExerciseOpen",
    "score_card",
    "initialize_parameters_test",
    "initialize_parameters_deep_test",
    "linear_forward_test",
    "linear_activation_forward_test",
    "L_model_forward_test",
    "compute_cost_test",
    "linear_backward_test",
    "linear_activation_backward_test",
    "L_model_backward_test",
    "update_parameters_test",
]

if os.environ.get("NBGRADER_EXECUTION"):
    # nbgrader gives a cell no points when anything stands on stderr. A warning is no mistake:
    # while nbgrader runs the notebook, warnings are printed where print() prints.
    sys.stderr = sys.stdout
# For the grader: the public case right, or all values right and an argument written over.
PUBLIC_CREDIT, VALUES_CREDIT = 0.5, 0.8
# The grader fills this with the public cases with other numbers, as (arguments, answer), because
# the answers to the public ones are known to everyone.
TWINS = {}

_CARD = ScoreCard()


class Credit(float):
    """A part of the points: a plain float for nbgrader, with the reason for our own grader."""

    def __new__(cls, points, reason):
        credit = super().__new__(cls, points)
        credit.reason = reason
        return credit


def score_card():
    """The exercises of the notebook: passed, not yet or open, and the points so far."""
    return _CARD


def _exercise(number, function, points, takes, returns, *public, extra_keys=False):
    """The test of one exercise.

    Arguments:
        number: the exercise's number in the notebook.
        function: the name of the function.
        points: what it counts.
        takes, returns: the names of its arguments and of its results, separated by commas.
        public: functions that return the arguments of the public cases.
        extra_keys: whether a returned dictionary may hold more than is asked for.

    Returns:
        test(target): prints " All tests passed." or raises WrongAnswer; what target itself
            raises comes through as it is. `test.public` are the public cases.
    """

    _CARD.add(number, function, points)

    def test(target):
        __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
        state = np.random.get_state()
        cases = [
            (_label(arguments), arguments, answer)
            for arguments, answer in zip((case() for case in public), PUBLIC[function], strict=True)
        ]
        cases += [
            (f"{_label(arguments)} with other numbers", arguments, answer)
            for arguments, answer in TWINS.get(function, [])
        ]
        known_shapes = len(cases)
        cases += FRESH[function]
        _CARD.mark(function, passed=False)
        try:
            judge(target, cases, takes, returns, KNOWN[function], extra_keys)
        except Exception as error:
            if isinstance(error, WrongAnswer):
                error = WrongAnswer(f"Exercise {number}, {function}, {error}", error.cause)
            good = right(answers(target, cases), cases, returns, extra_keys)
            credit = _credit(good, known_shapes)
            if credit and os.environ.get("NBGRADER_EXECUTION") == "autograde":
                return _partial(error, credit * points, points)
            raise error from None
        finally:
            np.random.set_state(state)
        _CARD.mark(function, passed=True)
        print(" All tests passed.")

    test.__name__ = test.__qualname__ = f"{function}_test"
    test.__doc__ = f"Test exercise {number}: call {test.__name__}({function})."
    test.public = public
    test.points = points
    return test


def _label(arguments):
    """The name of a public case; where there are two, the last argument tells them apart."""
    last = arguments[-1]
    return f"the public case, {last}" if isinstance(last, str) else "the public case"


def _credit(good, known_shapes):
    """The part of the points for a function that failed: which cases are right?

    The first `known_shapes` of them are the public ones, and in the grader their twins.
    """
    return VALUES_CREDIT if all(good) else PUBLIC_CREDIT if all(good[:known_shapes]) else 0


def _partial(error, credit, points):
    """Print the reason, and return the points in the way in which nbgrader reads them."""
    notes = getattr(error, "__notes__", [])
    print(*([] if isinstance(error, WrongAnswer) else [f"{type(error).__name__}:"]), error)
    print(*notes, f"{credit:g} of {points} points.", sep="\n")
    return Credit(credit, error)


initialize_parameters_test = _exercise(
    1,
    "initialize_parameters",
    5,
    "n_x, n_h, n_y",
    "parameters",
    lambda: (3, 2, 1),
    lambda: (4, 3, 2),
)
initialize_parameters_deep_test = _exercise(
    2,
    "initialize_parameters_deep",
    10,
    "layer_dims",
    "parameters",
    lambda: ([5, 4, 3],),
    lambda: ([4, 3, 2],),
)
linear_forward_test = _exercise(
    3, "linear_forward", 5, "A, W, b", "Z, cache", linear_forward_test_case
)
linear_activation_forward_test = _exercise(
    4,
    "linear_activation_forward",
    10,
    "A_prev, W, b, activation",
    "A, cache",
    lambda: (*linear_activation_forward_test_case(), "sigmoid"),
    lambda: (*linear_activation_forward_test_case(), "relu"),
)
L_model_forward_test = _exercise(
    5, "L_model_forward", 15, "X, parameters", "AL, caches", L_model_forward_test_case_2hidden
)
compute_cost_test = _exercise(
    6, "compute_cost", 10, "AL, Y", "cost", lambda: tuple(reversed(compute_cost_test_case()))
)
linear_backward_test = _exercise(
    7, "linear_backward", 10, "dZ, cache", "dA_prev, dW, db", linear_backward_test_case
)
linear_activation_backward_test = _exercise(
    8,
    "linear_activation_backward",
    10,
    "dA, cache, activation",
    "dA_prev, dW, db",
    lambda: (*linear_activation_backward_test_case(), "sigmoid"),
    lambda: (*linear_activation_backward_test_case(), "relu"),
)
L_model_backward_test = _exercise(
    9, "L_model_backward", 20, "AL, Y, caches", "grads", L_model_backward_test_case, extra_keys=True
)
update_parameters_test = _exercise(
    10,
    "update_parameters",
    5,
    "params, grads, learning_rate",
    "parameters",
    lambda: (*update_parameters_test_case(), 0.1),
)
