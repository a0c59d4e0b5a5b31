"""The tests of the exercises: `<function>_test(your_function)`.

A test calls your function on the public case of its exercise and climbs a ladder: does it run,
is it the right kind of thing, are all the keys there, the type, the shape, is every number
finite, is every number right. The first rung that fails is what you read. When all hold, it
prints " All tests passed.".

The answers a test compares with stand in `expected_values.py`; no solution is in either file.
"""

import os
import sys

import numpy as np

try:
    from expected_values import EXPECTED, RECOGNISED
except ModuleNotFoundError:
    raise ModuleNotFoundError(
        "public_tests.py needs expected_values.py beside it: copy it there from the course."
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

# Correct solutions that add up in another order differ by about 1e-15.
RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE = 1e-7, 1e-10

if os.environ.get("NBGRADER_EXECUTION"):
    # nbgrader gives a cell no points when anything stands on stderr. A warning is no mistake:
    # while nbgrader runs the notebook, warnings are printed where print() prints.
    sys.stderr = sys.stdout


class _OneSentence:
    """An exception that Jupyter shows as its sentence alone, without a traceback."""

    def _render_traceback_(self):
        return str(self).split("\n")


class ExerciseOpen(_OneSentence, NotImplementedError):
    """An exercise has been reached that has no code yet."""

    def __init__(self, number, function):
        super().__init__(
            f"Exercise {number}, {function}, is still open: write your code between the two "
            "markers, in place of the line that raises this."
        )


class WrongAnswer(_OneSentence, AssertionError):
    """A function ran, and what it returned is not what the exercise asks for."""


def _exercise(number, function, takes, returns, *cases, extra_keys=False):
    """The test of one exercise.

    Arguments:
        number: the exercise's number in the notebook.
        function: the name of the function.
        takes: the names of its arguments, separated by commas.
        returns: the name of what it returns, or the names, separated by commas.
        cases: functions that return fresh arguments, one for each entry of EXPECTED[function].
        extra_keys: whether a returned dictionary may hold more than is asked for.

    Returns:
        test(target): prints " All tests passed." or raises WrongAnswer; what target itself
            raises comes through as it is. `test.cases` are the cases.
    """

    def test(target):
        __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
        for index, (case, expected) in enumerate(zip(cases, EXPECTED[function], strict=True)):
            arguments = case()
            call = f"{function}, called with {_describe(arguments, takes)}"
            try:
                answer = target(*arguments)
            except ExerciseOpen:
                raise
            except Exception as error:
                error.add_note(f"This is exercise {number}, {call}.")
                raise
            try:
                _compare(answer, expected, returns, extra_keys)
            except WrongAnswer as wrong:
                cause = _explain(function, index, answer, returns)
                raise WrongAnswer(f"Exercise {number}, {call}:\n{wrong}{cause}") from None
        print(" All tests passed.")

    test.__name__ = test.__qualname__ = f"{function}_test"
    test.__doc__ = f"Test exercise {number}: call {test.__name__}({function})."
    test.cases = cases
    return test


def _explain(function, index, answer, returns):
    """The sentence for a wrong answer to this case that is known, or nothing."""
    for sentence, answers in RECOGNISED.get(function, ()):
        try:
            _compare(answer, answers[index], returns, extra_keys=True)
        except WrongAnswer:
            continue
        return f"\n{sentence}"
    return ""


def _describe(arguments, names):
    """The arguments of a call in a few words: arrays by their shape, the rest as it is."""

    def one(value):
        if isinstance(value, np.ndarray):
            return f"array {value.shape}"
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {one(item)}" for key, item in value.items()) + "}"
        if isinstance(value, tuple):
            return "(" + ", ".join(map(one, value)) + ")"
        if isinstance(value, list) and any(isinstance(item, (tuple, np.ndarray)) for item in value):
            return "[" + ", ".join(map(one, value)) + "]"
        return repr(value)

    named = zip(names.split(", "), arguments, strict=True)
    return ", ".join(f"{name} = {one(value)}" for name, value in named)


def _compare(answer, expected, name, extra_keys):
    """Raise WrongAnswer at the first rung on which `answer` differs from `expected`."""
    if isinstance(expected, dict):
        _compare_dictionaries(answer, expected, name, extra_keys)
    elif isinstance(expected, (tuple, list)):
        _compare_sequences(answer, expected, name, extra_keys)
    else:
        _compare_numbers(answer, expected, name)


def _compare_dictionaries(answer, expected, name, extra_keys):
    if not isinstance(answer, dict):
        raise WrongAnswer(f"{name} should be a dictionary, and yours is {_kind(answer)}.")
    missing = [key for key in expected if key not in answer]
    if missing:
        raise WrongAnswer(
            f"{name} should have the keys {', '.join(expected)}; yours has "
            f"{', '.join(map(str, answer)) or 'none'}, so {', '.join(missing)} is missing."
        )
    extra = [str(key) for key in answer if key not in expected]
    if extra and not extra_keys:
        raise WrongAnswer(
            f"{name} should have the keys {', '.join(expected)} and no other; yours also has "
            f"{', '.join(extra)}."
        )
    for key in expected:
        _compare(answer[key], expected[key], key, extra_keys)


def _compare_sequences(answer, expected, name, extra_keys):
    names = name.split(", ")
    if len(names) == 1:
        names = [f"{name}[{index}]" for index in range(len(expected))]
    if not isinstance(answer, (tuple, list)):
        raise WrongAnswer(
            f"{name} should be a {type(expected).__name__} of {len(expected)}, and yours is "
            f"{_kind(answer)}."
        )
    if len(answer) != len(expected):
        raise WrongAnswer(
            f"{name} should hold {len(expected)} items, and yours holds {len(answer)}."
        )
    for one_answer, one_expected, one_name in zip(answer, expected, names, strict=True):
        _compare(one_answer, one_expected, one_name, extra_keys)


def _compare_numbers(answer, expected, name):
    is_number = np.ndim(expected) == 0
    due = "a number" if is_number else f"an array of shape {expected.shape}"
    if type(answer) is not np.ndarray and not (is_number and isinstance(answer, float)):
        raise WrongAnswer(f"{name} should be {due}, and yours is {_kind(answer)}.")
    answer = np.asarray(answer)
    if answer.dtype != np.float64:
        raise WrongAnswer(f"{name} should hold float64 numbers, and yours holds {answer.dtype}.")
    if answer.shape != np.shape(expected):
        raise WrongAnswer(f"{name} should be {due}, and yours has shape {answer.shape}.")
    right = np.isclose(answer, expected, rtol=RELATIVE_TOLERANCE, atol=ABSOLUTE_TOLERANCE)
    if right.all():
        return
    # Show an entry that is not a number if there is one: it tells more than a wrong value.
    bad = ~np.isfinite(answer) if not np.isfinite(answer).all() else ~right
    where = tuple(int(index) for index in np.argwhere(bad)[0])
    entry = f"{name}[{', '.join(map(str, where))}]" if where else name
    raise WrongAnswer(
        f"{entry} should be {np.asarray(expected)[where]:.8g}, and yours is {answer[where]:.8g}."
    )


def _kind(answer):
    """What something is, in words: "an array of shape (3, 2)", "None", "a tuple of 2"."""
    if answer is None:
        return "None (is a `return` missing?)"
    if isinstance(answer, np.ndarray):
        return f"{type(answer).__name__} of shape {answer.shape}"
    if isinstance(answer, (tuple, list)):
        return f"a {type(answer).__name__} of {len(answer)}"
    return f"of type {type(answer).__name__}"


initialize_parameters_test = _exercise(
    1,
    "initialize_parameters",
    "n_x, n_h, n_y",
    "parameters",
    lambda: (3, 2, 1),
    lambda: (4, 3, 2),
)
initialize_parameters_deep_test = _exercise(
    2,
    "initialize_parameters_deep",
    "layer_dims",
    "parameters",
    lambda: ([5, 4, 3],),
    lambda: ([4, 3, 2],),
)
linear_forward_test = _exercise(
    3, "linear_forward", "A, W, b", "Z, cache", linear_forward_test_case
)
linear_activation_forward_test = _exercise(
    4,
    "linear_activation_forward",
    "A_prev, W, b, activation",
    "A, cache",
    lambda: (*linear_activation_forward_test_case(), "sigmoid"),
    lambda: (*linear_activation_forward_test_case(), "relu"),
)
L_model_forward_test = _exercise(
    5, "L_model_forward", "X, parameters", "AL, caches", L_model_forward_test_case_2hidden
)
compute_cost_test = _exercise(
    6, "compute_cost", "AL, Y", "cost", lambda: tuple(reversed(compute_cost_test_case()))
)
linear_backward_test = _exercise(
    7, "linear_backward", "dZ, cache", "dA_prev, dW, db", linear_backward_test_case
)
linear_activation_backward_test = _exercise(
    8,
    "linear_activation_backward",
    "dA, cache, activation",
    "dA_prev, dW, db",
    lambda: (*linear_activation_backward_test_case(), "sigmoid"),
    lambda: (*linear_activation_backward_test_case(), "relu"),
)
L_model_backward_test = _exercise(
    9, "L_model_backward", "AL, Y, caches", "grads", L_model_backward_test_case, extra_keys=True
)
update_parameters_test = _exercise(
    10,
    "update_parameters",
    "params, grads, learning_rate",
    "parameters",
    lambda: (*update_parameters_test_case(), 0.1),
)
