"""Diagnose: the cause of a mistake, in a sentence, from what comes out of all cases.

A known mistake is recognised by its outcomes. Otherwise the cases are compared: a constant factor,
rounding, a result in the place of another, one kind of case that is wrong.
"""

import contextlib
import copy
import io
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from exercises.compare import close, difference, part_names, readable
from exercises.declarations import Case, Exercise, Mistake

OVERWRITTEN = "It was right until a later call overwrote it: make a new array in each call."
# How `@` and `np.dot` say which two sizes do not fit.
MISMATCH = re.compile(r"size (\d+) is different from (\d+)|(\d+) \(dim \d+\) != (\d+) \(dim")
FLOATING_POINT = re.compile(r"(overflow|invalid value|divide by zero) encountered in (\w+)")


def cause_of_error(
    error: Exception,
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    mistakes: Iterable[Mistake],
) -> str:
    """The sentences about the cause of what a function raises, one per line, or ""."""
    actuals = _readable(all_answers(target, cases, exercise), cases, exercise)
    known, about = recognise(actuals, mistakes), about_error(error)
    if isinstance(error, FloatingPointError):  # NumPy's words need an explanation in any case
        return "\n".join(filter(None, [about, known]))
    return known or about or ""


def cause_of_difference(
    answer: Any,
    case: Case,
    changed: str | None,
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    mistakes: Iterable[Mistake],
) -> str:
    """The sentences about the cause of a failed case, one per line, or "".

    Arguments:
        answer: what the function returned in this case.
        changed: what it did to its arguments: see `changed_argument`.
        target, cases, exercise, mistakes: as in `judge`.
    """
    answers = all_answers(target, cases, exercise)
    actuals = _readable(answers, cases, exercise)
    known = recognise(actuals, mistakes)
    if difference(answer, case, exercise) is None:
        return known or ""
    right = right_answers(answers, cases, exercise)
    if all(right):
        return (
            "Called again, it is right: it remembers something, draws random numbers, or returns "
            "uninitialized memory from `np.empty`."
        )
    causes = [changed and f"Along the way, {changed}", known]
    if not any(causes):
        actual = readable(answer, case.arguments, exercise)
        causes = _causes_by_comparison(actual, case, actuals, right, cases, exercise.returns)
    return "\n".join(filter(None, causes))


# ---------------------------------------------------------------- all cases


def all_answers(target: Callable, cases: Sequence[Case], exercise: Exercise) -> list:
    """What a function returns in each case, or the exception it raises; prints go nowhere."""
    answers = []
    for index, case in enumerate(cases):
        np.random.seed(index)
        with (
            contextlib.redirect_stdout(io.StringIO()),
            warnings.catch_warnings(action="ignore"),
            exercise.floats(),
        ):
            try:
                answers.append(target(*copy.deepcopy(case.arguments)))
            except Exception as error:
                answers.append(error)
    return answers


def right_answers(answers: list, cases: Sequence[Case], exercise: Exercise) -> list[bool]:
    """For each case whether the answer is right, whatever happened to the arguments."""
    return [
        not isinstance(answer, Exception) and difference(answer, case, exercise) is None
        for answer, case in zip(answers, cases, strict=True)
    ]


def _readable(answers, cases, exercise):
    """What is compared of each answer; exceptions stay."""
    return [
        answer if isinstance(answer, Exception) else readable(answer, case.arguments, exercise)
        for answer, case in zip(answers, cases, strict=True)
    ]


# ---------------------------------------------------------------- known mistakes


def outcomes(target: Callable, cases: Sequence[Case], exercise: Exercise) -> list:
    """The `outcome` of a function in each case."""
    answers = all_answers(target, cases, exercise)
    return [outcome(actual) for actual in _readable(answers, cases, exercise)]


def outcome(actual: Any) -> list:
    """What came out of a call, short enough to store and to compare."""
    if isinstance(actual, Exception):
        text = str(actual)
        sizes = MISMATCH.search(text)
        if sizes:
            text = " and ".join(sorted(filter(None, sizes.groups())))
        return [type(actual).__name__, text]
    return _fingerprint(actual)


def _fingerprint(actual):
    """A flat list of the kinds, keys, shapes and one weighted sum of each array."""
    if isinstance(actual, dict):
        keys = sorted(actual, key=str)
        return [part for key in keys for part in [str(key), *_fingerprint(actual[key])]]
    if isinstance(actual, (tuple, list)):
        return [len(actual), *(part for item in actual for part in _fingerprint(item))]
    if isinstance(actual, str):
        return ["text", actual[:100]]
    try:
        array = np.asarray(np.real(actual), dtype=float)
    except (TypeError, ValueError, OverflowError):
        return [type(actual).__name__]
    weights = np.cos(1 + np.arange(array.size))
    with np.errstate(all="ignore"):  # what grows without bounds ends as nan
        return [str(array.shape), float(weights @ array.ravel()) if array.size else 0.0]


def recognise(actuals: list, mistakes: Iterable[Mistake]) -> str | None:
    """The sentence of the known mistake with the same outcome in every case, or None."""
    found = [outcome(actual) for actual in actuals]
    causes = [known.sentence for known in mistakes if same_outcome(found, known.outcomes)]
    if not all(isinstance(actual, Exception) for actual in actuals):
        return causes[0] if causes else None
    # No call returned anything, and another mistake may end in the same error.
    causes = list(dict.fromkeys(causes))
    return f"Perhaps this: {' Or: '.join(causes)}" if 1 <= len(causes) <= 2 else None


def same_outcome(actual: Any, stored: Any) -> bool:
    """Whether two outcomes agree up to what another way to write the same thing may change."""
    if isinstance(actual, list) and isinstance(stored, list):
        return len(actual) == len(stored) and all(map(same_outcome, actual, stored))
    if isinstance(actual, float) and isinstance(stored, (float, int)):
        return bool(np.isclose(actual, stored, rtol=1e-6, atol=1e-9, equal_nan=True))
    return actual == stored


# ---------------------------------------------------------------- errors


def about_error(error: Exception) -> str | None:
    """A sentence on what an error of this kind often means, or None."""
    text = str(error)
    if isinstance(error, FloatingPointError):
        return about_floats(text)
    if isinstance(error, KeyError):
        return (
            f"There is no entry with the key {text} at that point: check where your loop begins "
            "and ends, its order, and what the keys are called."
        )
    if "not aligned" in text or "mismatch in its core dimension" in text:
        return (
            "A matrix product needs (n, k) times (k, m): print both shapes. Is the order reversed, "
            "is there a transpose missing or one too many, or is it another layer's array?"
        )
    if "broadcast" in text:
        return "The shapes do not fit an entry-by-entry calculation: print both of them."
    if "converted to Python scalars" in text:
        return (
            "A function for one number was given a whole array: those of `math` and `float` take "
            "numbers only. NumPy's, such as `np.exp`, take arrays of any shape, and `np.sum` makes "
            "one number of an array."
        )
    if "has no attribute 'ln'" in text:
        return "The natural logarithm is called `np.log`."
    if "setting an array element with a sequence" in text:
        return (
            "One entry of an array holds one number, and it was given an array. In a column b, "
            "b[i] is an array of one number; b[i, 0] is the number itself."
        )
    if "Cannot cast ufunc" in text:
        return (
            "An array of whole numbers cannot hold fractions, and `x -= y` or `x /= y` writes "
            "them into it: `x = x / y` makes a new array."
        )
    return None


def about_floats(text: str) -> str | None:
    """The sentence about NumPy's words for a floating-point error, or None for other words."""
    match = FLOATING_POINT.search(text)
    if not match:
        return None
    problem, operation = match.groups()
    return {
        "overflow": f"`{operation}` overflows: its result is larger than any float can be.",
        "invalid value": f"`{operation}` gets a value for which it has no result, only nan.",
        "divide by zero": f"`{operation}` divides by 0, or takes the logarithm of 0.",
    }[problem]


# ---------------------------------------------------------------- comparing the cases


def _causes_by_comparison(actual, case, actuals, right, cases, returns):
    """Sentences on how the answers differ from the right ones, where no mistake is recognised."""
    digits = nearly(actuals, cases, returns)
    if digits:
        return [digits]
    how = misplaced(actual, case.expected, returns) or factor(actuals, cases, returns)
    return [how, one_sided(right, cases)]


def misplaced(actual: Any, expected: Any, returns: tuple[str, ...]) -> str | None:
    """The sentence about a result in the place of another, or None."""
    parts = [(name, value) for name, value, _ in _leaves(expected, expected, returns)]
    for name, value, own in _leaves(actual, expected, returns):
        for other, place in parts:
            if np.any(place) and not _equal(own, place) and _equal(value, place):
                order = " Are the results in the wrong order?" if other in returns else ""
                return f"Your {name} is what {other} should be.{order}"
    return None


def nearly(actuals: list, cases: Sequence[Case], returns: tuple[str, ...]) -> str | None:
    """The sentence about answers of which only the last digits are wrong, or None."""
    wrong = []
    for actual, case in zip(actuals, cases, strict=True):
        if isinstance(actual, Exception):
            return None
        pairs = [pair for _, *pair in _leaves(actual, case.expected, returns)]
        if not pairs or len(pairs) < len(list(_leaves(case.expected, case.expected, returns))):
            return None
        for value, expected in pairs:
            if np.shape(value) != np.shape(expected) or np.asarray(value).dtype.kind != "f":
                return None
        wrong += [(value, expected) for value, expected in pairs if not _equal(value, expected)]
    if not wrong:  # a difference that is smaller than what is looked for here
        return None
    for digits in range(1, 9):
        if all(
            np.allclose(value, np.round(expected, digits), 0, 1e-12) for value, expected in wrong
        ):
            return f"It is rounded to {digits} decimal{'s' * (digits > 1)}: return it unrounded."
    if all(
        np.allclose(value, expected, 0, 1e-3 * np.abs(expected).max(initial=0))
        for value, expected in wrong
    ):
        return "Only the last digits are wrong: is something rounded, or a small number added?"
    return None


def factor(actuals: list, cases: Sequence[Case], returns: tuple[str, ...]) -> str | None:
    """The sentence about a constant factor between all answers and the right ones, or None."""
    parts, ratios, examples = {}, [], []
    for actual, case in zip(actuals, cases, strict=True):
        if isinstance(actual, Exception):
            return None
        for name, value, expected in _leaves(actual, case.expected, returns):
            if _equal(value, expected):
                continue
            ratio = _ratio(value, expected)
            if ratio is None:
                return None
            parts[name] = True
            ratios.append(ratio)
            examples.append(_count_examples(case.arguments))
    if len(ratios) < 2:  # any number is a multiple of any other
        return None
    ratios, examples, names = np.array(ratios), np.array(examples), ", ".join(parts)
    if np.allclose(ratios, -1):
        return f"{names}: exactly minus the expected numbers, so a sign is the other way round."
    if np.allclose(ratios, ratios[0]):
        return f"{names}: {ratios[0]:.6g} times the expected numbers, wherever they are wrong."
    if np.allclose(ratios, examples):
        return f"{names}: m times the expected numbers. Is a division by m missing?"
    if np.allclose(ratios * examples, 1):
        return f"{names}: 1/m of the expected numbers. Do you divide by m once too often?"
    return None


def _ratio(actual, expected):
    """The number by which the expected array is multiplied in the actual one, or None."""
    if np.shape(actual) != np.shape(expected) or not np.any(expected):
        return None
    if np.asarray(actual).dtype.kind not in "biuf" or np.asarray(expected).dtype.kind != "f":
        return None
    ratio = float(np.sum(actual * expected) / np.sum(expected * expected))  # the best fit
    return ratio if close(actual, ratio * expected) else None


def _count_examples(arguments):
    """The number of examples in the arguments of a call: the columns of the first array, or 0."""
    arrays = [value for value in arguments if isinstance(value, np.ndarray) and value.ndim > 1]
    return arrays[0].shape[1] if arrays else 0


def _leaves(actual, expected, names) -> Iterator[tuple[str, Any, Any]]:
    """(name, actual part, expected part) of each number or array that is in both."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in expected:
            if key in actual:
                yield from _leaves(actual[key], expected[key], (key,))
    elif isinstance(expected, (tuple, list)):
        if isinstance(actual, (tuple, list)) and len(actual) == len(expected):
            for item, expected_item, name in zip(
                actual, expected, part_names(names, len(expected)), strict=True
            ):
                yield from _leaves(item, expected_item, (name,))
    elif isinstance(actual, (np.ndarray, float)) and isinstance(expected, (np.ndarray, float)):
        yield ", ".join(names), actual, expected


def _equal(actual, expected):
    return np.shape(actual) == np.shape(expected) and close(actual, expected)


def one_sided(right: list[bool], cases: Sequence[Case]) -> str | None:
    """The sentence about which cases are right, when only some are wrong, or None."""
    if not any(right) or all(right):
        return None
    labels = {state: [] for state in (True, False)}
    for state, case in zip(right, cases, strict=True):
        labels[state].append(case.label)
    # A word that all the wrong cases share, and no right one has, says it best.
    shared = set.intersection(*(set(label.split(", ")) for label in labels[False]))
    shared -= {word for label in labels[True] for word in label.split(", ")}
    if shared and len(labels[False]) > 1:
        return (
            f"It is wrong in every case with {' and '.join(sorted(shared))}, and right elsewhere."
        )
    only_public = all(label.startswith("the public case") for label in labels[True])
    fixed = " Something is fixed that must depend on the input." if only_public else ""
    return f"It is right on {_first(labels[True])}. It is wrong on {_first(labels[False])}.{fixed}"


def _first(labels):
    labels = list(dict.fromkeys(labels))
    return "; ".join(labels[:4]) + ("; and so on" if len(labels) > 4 else "")
