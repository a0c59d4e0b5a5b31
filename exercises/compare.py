"""Compare: the sentence about the first difference between what is and what should be.

An answer is compared with the expected one from the outside in: the kind of thing, the keys, the
type, the shape, and then the numbers. An argument is compared with what it was before the call.
"""

import operator
import textwrap
from typing import Any

import numpy as np

from exercises.declarations import ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE, Case, Exercise
from exercises.errors import WIDTH


def difference(answer: Any, case: Case, exercise: Exercise) -> str | None:
    """What is wrong with the answer to a case, in a sentence, or None."""
    actual = readable(answer, case.arguments, exercise)
    if isinstance(actual, Unreadable):
        return actual.sentence
    if exercise.facts:
        return _compare_facts(actual, case.expected, exercise)
    return compare(actual, case.expected, exercise.returns, exercise.extra_keys, exercise.tolerance)


def compare(
    actual: Any,
    expected: Any,
    names: tuple[str, ...],
    extra_keys: bool = False,
    tolerance: float = RELATIVE_TOLERANCE,
) -> str | None:
    """The sentence about the first difference between a value and the expected one, or None.

    Arguments:
        actual, expected: the values.
        names: the name of the value, or the names of its parts.
        extra_keys: whether a dictionary may hold more than is asked for.
        tolerance: the relative error up to which a number is right.
    """
    if isinstance(expected, dict):
        return _compare_dictionaries(actual, expected, names, extra_keys, tolerance)
    if isinstance(expected, (tuple, list)):
        return _compare_sequences(actual, expected, names, extra_keys, tolerance)
    if isinstance(expected, str):
        return _compare_strings(actual, expected, names)
    return _compare_numbers(actual, expected, names, tolerance)


def _compare_dictionaries(actual, expected, names, extra_keys, tolerance):
    name = ", ".join(names)
    if not isinstance(actual, dict):
        return f"{name} should be a dictionary, and yours is {kind(actual)}."
    missing = [key for key in expected if key not in actual]
    if missing:
        return (
            f"{name} should have the keys {', '.join(expected)}; yours has "
            f"{', '.join(map(str, actual)) or 'none'}, so {', '.join(missing)} is missing."
        )
    extra = [str(key) for key in actual if key not in expected]
    if extra and not extra_keys:
        return (
            f"{name} should have the keys {', '.join(expected)} and no other; yours also has "
            f"{', '.join(extra)}."
        )
    problems = (
        compare(actual[key], expected[key], (key,), extra_keys, tolerance) for key in expected
    )
    return next(filter(None, problems), None)


def _compare_sequences(actual, expected, names, extra_keys, tolerance):
    name = ", ".join(names)
    if not isinstance(actual, (tuple, list)):
        return f"{name} should be {kind(expected)}, and yours is {kind(actual)}."
    if len(actual) != len(expected):
        items = f"item{'s' * (len(expected) != 1)}"
        return f"{name} should hold {len(expected)} {items}, and yours holds {len(actual)}."
    problems = (
        compare(item, expected_item, (part,), extra_keys, tolerance)
        for item, expected_item, part in zip(
            actual, expected, part_names(names, len(expected)), strict=True
        )
    )
    return next(filter(None, problems), None)


def _compare_strings(actual, expected, names):
    name = ", ".join(names)
    if not isinstance(actual, str):
        return f"{name} should be a string, and yours is {kind(actual)}."
    if actual != expected:
        return f"{name} should be {expected!r}, and yours is {actual!r}."
    return None


def _compare_numbers(actual, expected, names, tolerance):
    name = ", ".join(names)
    is_number = np.ndim(expected) == 0
    required = "a number" if is_number else f"an array of shape {expected.shape}"
    # Counts, labels, yes or no: 1, 1.0 and True say the same.
    whole = np.asarray(expected).dtype.kind in "biu"
    if is_number and type(actual) is int and actual != expected and abs(actual) < 1e300:
        actual = float(actual)  # that it is wrong says more than that it is no float
    numbers = (float, int, np.integer, np.bool_) if whole else float
    if type(actual) is not np.ndarray and not (is_number and isinstance(actual, numbers)):
        if is_number and isinstance(actual, (int, np.integer)) and not isinstance(actual, bool):
            return (
                f"{name} should be a float, and yours is {kind(actual)}. A float has a decimal "
                f"point: {actual}.0."
            )
        return f"{name} should be {required}, and yours is {kind(actual)}."
    actual = np.asarray(actual)
    if whole and actual.dtype.kind not in "biuf":
        return f"{name} should hold whole numbers, and yours holds {actual.dtype}."
    if not whole and actual.dtype != np.asarray(expected).dtype:
        return f"{name} should hold float64 numbers, and yours holds {actual.dtype}."
    if actual.shape != np.shape(expected):
        hint = _shape_hint(actual, expected)
        return f"{name} should be {required}, and yours has shape {actual.shape}.{hint}"
    actual, expected = np.asarray(actual, float), np.asarray(expected, float)
    if (actual == expected).all():  # most right answers, and ten times as fast
        return None
    is_right = np.isclose(actual, expected, rtol=tolerance, atol=ABSOLUTE_TOLERANCE)
    if is_right.all():
        return None
    # Show an entry that is not finite if there is one: it says more than a wrong value.
    shown = is_right if np.isfinite(actual).all() else np.isfinite(actual)
    index = tuple(int(i) for i in np.argwhere(~shown)[0])
    entry = f"{name}[{', '.join(map(str, index))}]" if index else name
    pair = float(expected[index]), float(actual[index])
    digits = next((n for n in (8, 12) if len({f"{value:.{n}g}" for value in pair}) == 2), 17)
    hint = _number_hint(pair[1])
    return f"{entry} should be {pair[0]:.{digits}g}, and yours is {pair[1]:.{digits}g}.{hint}"


def _number_hint(actual):
    """Where a number that is not finite comes from, in a sentence after a space, or ""."""
    if np.isnan(actual):
        return ' nan means "not a number": from 0 / 0, inf - inf, or the log of a negative number.'
    if np.isinf(actual):
        return " inf comes from a division by 0, the log of 0, or a number that is too large."
    return ""


def _shape_hint(actual, expected):
    """What a wrong shape often means, in a sentence after a space, or ""."""
    shape = np.shape(expected)
    if shape == () and actual.size == 1:
        return " It is an array that holds one number: `np.squeeze` takes the number out."
    if actual.T.shape == shape and close(actual.T, expected):
        return " It is the right array, transposed."
    if shape and actual.ndim == len(shape) + 1 and actual.shape[1:] == shape and len(actual) < 5:
        return (
            f" That is {len(actual)} arrays in one: a tuple of results becomes such an array where "
            "it is not unpacked, as in `A, _ = f(...)`."
        )
    if actual.ndim == 2 and actual.shape[::-1] == shape:
        return " Rows and columns are swapped."
    if actual.ndim == 1 and actual.size == np.size(expected):
        is_row = shape[0] == 1 < actual.size
        required = "A row has shape (1, m)." if is_row else "A column has shape (n, 1)."
        return f" This is a 1-D array. {required}"
    return ""


def close(actual: Any, expected: Any) -> bool:
    """Whether two values are numbers of shapes that fit, equal up to rounding."""
    try:
        return bool(np.allclose(actual, expected, RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE))
    except TypeError:
        return False


# ---------------------------------------------------------------- facts


class Unreadable:
    """Stands for an answer whose facts cannot be read."""

    def __init__(self, sentence: str):
        self.sentence = sentence


def readable(answer: Any, arguments: tuple, exercise: Exercise) -> Any:
    """What is compared with the expected value of a case.

    Returns:
        the answer itself; where the exercise has `facts`, its facts, or Unreadable.
    """
    if exercise.facts is None:
        return answer
    try:
        return exercise.facts(answer, *arguments)
    except Exception as error:
        return Unreadable(
            f"{', '.join(exercise.returns)} cannot be read; yours is {kind(answer)} "
            f"({type(error).__name__}: {error})."
        )


def _compare_facts(actual, expected, exercise):
    name = ", ".join(exercise.returns)
    for fact, value in expected.items():
        if isinstance(value, (bool, np.bool_)):
            if actual.get(fact) is None or bool(actual[fact]) != value:
                should, does = ("should", "does not") if value else ("should not", "does")
                return f"{name}: this {should} hold and {does}: {fact}."
            continue
        names = (f"{name}: {fact}",)
        problem = compare(actual.get(fact), value, names, exercise.extra_keys, exercise.tolerance)
        if problem:
            return problem
    return None


# ---------------------------------------------------------------- arguments


def entries(arguments: tuple) -> list[dict | None]:
    """For `changed_argument`: a copy of each argument that is a dictionary, else None."""
    return [dict(value) if isinstance(value, dict) else None for value in arguments]


def changed_argument(
    actual: tuple, before: list[dict | None], expected: tuple, takes: tuple[str, ...]
) -> str | None:
    """The sentence about the first argument that a call has changed, or None.

    Arguments:
        actual: the arguments after the call.
        before: their `entries` before the call.
        expected: equal arguments that the call has not seen.
        takes: the names of the arguments.
    """
    for name, value, old, unchanged in zip(takes, actual, before, expected, strict=False):
        if _same(value, unchanged):
            continue
        if isinstance(unchanged, dict) and unchanged.keys() - value.keys():
            how = f"`{name}.pop(key)` and `del` take a key away: look it up, `{name}[key]`."
        elif isinstance(unchanged, list):
            how = (
                f"`{name}[i] = ...`, and methods such as `{name}.reverse()` and `{name}.pop()`, "
                f"change the list itself: work on a copy, `{name}.copy()`."
            )
        elif isinstance(unchanged, dict) and not _same_objects(value, old):
            how = f"`{name}[key] = ...` writes into the caller's dictionary: make a new one."
        elif isinstance(unchanged, np.ndarray) and value.shape != unchanged.shape:
            how = "`x.reshape(...)` makes a new array, `x.shape = ...` reshapes the old one."
        else:
            how = (
                "`x = x - step` makes a new array, `x -= step` writes into the old one, even "
                "after a `.copy()` of the dictionary that holds it."
            )
        return (
            f"your function has changed its argument {name}, which the caller may still need: {how}"
        )
    return None


def _same(actual, expected):
    if callable(expected):
        return True
    if isinstance(expected, dict):
        keys = list(expected)
        return list(actual) == keys and all(_same(actual[key], expected[key]) for key in keys)
    if isinstance(expected, (tuple, list)):
        return len(actual) == len(expected) and all(map(_same, actual, expected))
    return np.array_equal(actual, expected)


def _same_objects(actual, expected):
    """Whether two dictionaries hold the same objects in the same order."""
    return len(actual) == len(expected) and all(
        map(operator.is_, actual.values(), expected.values())
    )


# ---------------------------------------------------------------- words


def part_names(names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """The names of the parts of a sequence: its own, or its name with an index."""
    if len(names) == count > 1:
        return names
    return tuple(f"{', '.join(names)}[{index}]" for index in range(count))


def describe(arguments: tuple, takes: tuple[str, ...]) -> str:
    """The arguments of a call in a few words: arrays by their shape, the rest as it is."""

    def value_in_words(value):
        if isinstance(value, np.ndarray):
            return f"array {value.shape}"
        if isinstance(value, dict):
            items = (f"{key}: {value_in_words(item)}" for key, item in value.items())
            return "{" + ", ".join(items) + "}"
        if isinstance(value, tuple):
            return "(" + ", ".join(map(value_in_words, value)) + ")"
        if isinstance(value, list) and any(isinstance(item, (tuple, np.ndarray)) for item in value):
            return "[" + ", ".join(map(value_in_words, value)) + "]"
        return getattr(value, "__name__", "a function") if callable(value) else repr(value)

    named = zip(takes, arguments, strict=False)
    return ", ".join(f"{name} = {value_in_words(value)}" for name, value in named)


def call_in_words(start: str, case: Case, takes: tuple[str, ...]) -> str:
    """Which call it was, in one line: "Called on 1 example: x = array (2, 1)."

    The notebook prints the arguments of a public case above.
    """
    if case.printed:
        return f"{start} {case.label}."
    words = f"{start} {case.label}: {describe(case.arguments, takes)}."
    return textwrap.shorten(words, WIDTH, placeholder=" ...")


def kind(value: Any) -> str:
    """What something is, in words: "ndarray of shape (3, 2)", "None", "a tuple of 2"."""
    if value is None:
        return "None (is a `return` missing?)"
    if isinstance(value, np.ndarray):
        return f"{type(value).__name__} of shape {value.shape}"
    if isinstance(value, (tuple, list)):
        return f"a {type(value).__name__} of {len(value)}"
    return f"of type {type(value).__name__}"
