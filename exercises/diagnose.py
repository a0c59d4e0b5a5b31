"""Diagnose: the cause of a mistake, in a sentence, from what comes out of all cases.

A known mistake is recognised by its outcomes. Otherwise the function is tried: with small changes
of its code, with another seed, with one argument changed, with other numbers in its code. At last
the cases are compared: a constant factor, rounding, a result in the place of another, one part or
one kind of case that is wrong. A cause is stated only where the evidence singles it out.
"""

import contextlib
import copy
import io
import itertools
import operator
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from exercises import calls
from exercises.about_errors import about_error, failed_operation
from exercises.calls import Call, Value
from exercises.compare import Unreadable, close, difference, part_names, readable
from exercises.declarations import Case, Exercise, Failure, Mistake
from exercises.functions import changed_first_line, first_line, numbers_in, reads_data, with_numbers
from exercises.repair import Repair, Result, repair

# The state of NumPy's random numbers in a case is that of this seed and the number of the case: no
# seed that a learner would choose.
SEED, OTHER_SEED = 10_000, 20_000
OR = " Or: "  # between two mistakes that end in the same error
MAX_TRIES = 40  # of numbers in the code that may be sizes
OVERWRITTEN = "It was right until a later call overwrote it: make a new array in each call."
# How `@` and `np.dot` say which two sizes do not fit.
SIZE = r"(\d{1,9})"
MISMATCH = re.compile(
    rf"size {SIZE} is different from {SIZE}|{SIZE} \(dim \d{{1,3}}\) != {SIZE} \(dim"
)
ROUNDING = 1e-10  # the `_distance` that another way to write the same thing may make
MAX_TEXT = 300  # characters of an error's text in an outcome


def cause(
    failure: Failure,
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    mistakes: Sequence[Mistake],
) -> str:
    """The sentences about the cause of a failure, or "". All cases run again.

    Arguments:
        failure: the first case that failed.
        target, cases, exercise: as in `judge`.
        mistakes: those that are known.
    """
    answers = all_answers(target, cases, exercise)
    actuals = _readable(answers, cases, exercise)
    right = right_answers(answers, cases, exercise)
    expected = [outcome(case.expected) for case in cases]
    known = None if all(right) else recognise(actuals, mistakes, expected)
    if failure.error is not None:
        return _cause_of_error(failure, known, right, target, cases, exercise)
    case = cases[failure.index]
    if difference(failure.answer, case, exercise) is None:
        return known or ""
    if all(right):
        return (
            "Called again, it is right: it remembers something, draws random numbers, or returns "
            "uninitialized memory from `np.empty`."
        )
    causes = [failure.changed and f"Along the way, {failure.changed}", known]
    change = Repair()
    if not any(causes):
        causes = [reads_data(target, exercise.takes)]
    if not any(causes):
        change = repaired(target, cases, exercise)
        causes = [change.full]
    if not any(causes):
        causes = [wrong_call(target, cases[0], exercise)]
    if not any(causes):
        causes = _causes_by_trying(answers[failure.index], failure.index, target, cases, exercise)
    if not any(causes):
        causes = [fixed_size(target, right, cases, exercise)]
    if not any(causes) and _is_smooth(answers[failure.index]):
        causes = [examples_that_count(target, cases, exercise)]
    if not any(causes):
        causes = _causes_by_comparison(
            failure.index, actuals, right, cases, exercise, change.partial
        )
    return " ".join(filter(None, causes))


def _cause_of_error(failure, known, right, target, cases, exercise):
    with quiet(exercise):
        arguments = cases[failure.index].arguments
        operation = failed_operation(failure.error, target, arguments, exercise)
    about = about_error(failure.error, target, exercise, operation)
    if isinstance(failure.error, FloatingPointError):  # NumPy's words always need an explanation
        return " ".join(filter(None, [about, known]))
    if exercise.needs and about:  # a package's own words say more than a change that avoids them
        return " ".join(filter(None, [known, about]))
    called = wrong_call(target, cases[0], exercise)
    return (
        (called if OR in (known or "") else "")
        or reads_data(target, exercise.takes)
        or " ".join(filter(None, [known, repaired(target, cases, exercise).full]))
        or called
        or fixed_size(target, right, cases, exercise)
        or about
        or one_sided(right, cases)
        or ""
    )


# ---------------------------------------------------------------- all cases


@contextlib.contextmanager
def quiet(exercise: Exercise) -> Iterator[None]:
    """The context of a call that the learner does not see: prints and warnings go nowhere."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(action="ignore"),
        exercise.floats(),
    ):
        yield


def call(target: Callable, arguments: tuple, exercise: Exercise, seed: int) -> Any:
    """What a function returns, or the exception it raises."""
    np.random.seed(seed)
    with quiet(exercise):
        try:
            return target(*copy.deepcopy(arguments))
        except Exception as error:
            return error


def announce(target: Callable, cases: Sequence[Case], first: int = 0) -> None:
    """Tell a function that runs in another process, as in the grader, on which cases it is called.

    It can then be called on all of them in one go.

    Arguments:
        cases: in the order of the calls.
        first: the number of the first one.
    """
    if hasattr(target, "announce"):
        target.announce([(case.arguments, SEED + n) for n, case in enumerate(cases, first)])


def all_answers(
    target: Callable, cases: Sequence[Case], exercise: Exercise, first: int = 0
) -> list:
    """Call a function in each case, and return what it returns, or the exception it raises.

    Arguments:
        first: the number of the first case.
    """
    announce(target, cases, first)
    return [
        call(target, case.arguments, exercise, SEED + number)
        for number, case in enumerate(cases, first)
    ]


def right_answers(answers: list, cases: Sequence[Case], exercise: Exercise) -> list[bool]:
    """For each case whether the answer is right, whatever happened to the arguments."""
    return [
        not isinstance(answer, Exception) and difference(answer, case, exercise) is None
        for answer, case in zip(answers, cases, strict=True)
    ]


def _readable(answers, cases, exercise):
    """What is compared of each answer; exceptions stay."""
    return [
        answer
        if isinstance(answer, Exception)
        else _asked_for(readable(answer, case.arguments, exercise), case, exercise)
        for answer, case in zip(answers, cases, strict=True)
    ]


def _asked_for(actual, case, exercise):
    """A dictionary without the keys that it may hold beside those that are asked for.

    Where one of these is missing it stays as it is: the others say what stands in its place.
    """
    if not (exercise.extra_keys and isinstance(actual, dict) and isinstance(case.expected, dict)):
        return actual
    if case.expected.keys() <= actual.keys():
        return {key: value for key, value in actual.items() if key in case.expected}
    return actual


# ---------------------------------------------------------------- known mistakes


def outcomes(target: Callable, cases: Sequence[Case], exercise: Exercise) -> list:
    """The `outcome` of a function in each case."""
    answers = all_answers(target, cases, exercise)
    return [outcome(actual) for actual in _readable(answers, cases, exercise)]


def outcome(actual: Any) -> list:
    """What came out of a call, short enough to store and to compare."""
    if isinstance(actual, Exception):
        text = str(actual)[:MAX_TEXT]
        sizes = MISMATCH.search(text)
        if sizes:
            text = " and ".join(sorted(filter(None, sizes.groups())))
        return [type(actual).__name__, text]
    if isinstance(actual, Unreadable):
        return [type(actual).__name__, actual.sentence]
    try:
        return _fingerprint(actual)
    except RecursionError:  # a list that holds itself
        return [type(actual).__name__]


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


def recognise(actuals: list, mistakes: Iterable[Mistake], right: list) -> str | None:
    """The sentence of the known mistake with the same outcome in every case, or None.

    Arguments:
        actuals: what came out of each case.
        mistakes: those that are known.
        right: the outcome of the right answer in each case. It may be as near to what came out as
            a mistake that changes little: then the mistake is not the cause.
    """
    found = [outcome(actual) for actual in actuals]
    least = max(_distance(found, right), ROUNDING)
    causes = [
        known.sentence
        for known in mistakes
        if same_outcome(found, known.outcomes) and _distance(found, known.outcomes) <= least
    ]
    if not all(isinstance(actual, Exception) for actual in actuals):
        return causes[0] if causes else None
    # No call returned anything, and another mistake may end in the same error.
    causes = list(dict.fromkeys(causes))
    return f"Perhaps this: {OR.join(causes)}" if 1 <= len(causes) <= 2 else None


def same_outcome(actual: Any, stored: Any) -> bool:
    """Whether two outcomes agree up to what another way to write the same thing may change."""
    if isinstance(actual, list) and isinstance(stored, list):
        return len(actual) == len(stored) and all(map(same_outcome, actual, stored))
    if isinstance(actual, float) and isinstance(stored, (float, int)):
        return bool(np.isclose(actual, stored, rtol=1e-6, atol=1e-9, equal_nan=True))
    return actual == stored


def _distance(one: Any, other: Any) -> float:
    """The sum of the differences between the numbers of two outcomes; inf if the rest differs."""
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return sum(map(_distance, one, other))
    if not (isinstance(one, float) and isinstance(other, (float, int))):
        return 0.0 if one == other else np.inf
    if np.isfinite([one, other]).all():
        return abs(one - other) / max(1.0, abs(other))
    return 0.0 if np.array_equal(one, other, equal_nan=True) else np.inf


# ---------------------------------------------------------------- trying the function


def repaired(target: Callable, cases: Sequence[Case], exercise: Exercise) -> Repair:
    """The small change that makes a function right, see `repair.py`."""

    def attempt(function, index):
        case = cases[index]
        answer = call(function, case.arguments, exercise, SEED + index)
        if isinstance(answer, Exception):
            return Result(False, None)
        right = {}
        if not exercise.facts and not _is_of_kind(answer, case.expected):
            right = None
        elif not exercise.facts:  # two dictionaries may have a key in common
            names = [name for name, *_ in _leaves(case.expected, case.expected, exercise.returns)]
            actual = list(_leaves(answer, case.expected, exercise.returns))
            for part in dict.fromkeys(names):
                pairs = [pair for name, *pair in actual if name == part]
                right[part] = len(pairs) == names.count(part) and all(
                    _equal(*pair) for pair in pairs
                )
        return Result(difference(answer, case, exercise) is None, right)

    texts = [
        text for case in (cases[0], cases[-1]) for text in _texts([case.arguments, case.expected])
    ]
    return repair(target, len(cases), attempt, texts, [name for name, _ in exercise.calls])


def _is_of_kind(answer, expected):
    """Whether an answer has the outermost shape of the expected one, so that it has its parts."""
    if isinstance(expected, (tuple, list)):
        return isinstance(answer, (tuple, list)) and len(answer) == len(expected)
    return not isinstance(expected, dict) or isinstance(answer, dict)


def _texts(value):
    """The texts in a value, such as the keys of its dictionaries."""
    if isinstance(value, str):
        yield value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)


def noted_calls(
    target: Callable, arguments: tuple, exercise: Exercise, names: set[str] | None = None
) -> tuple[list[Call], list[Value]]:
    """The calls that a function makes in a case, and the values with a name: see `calls.py`."""
    return calls.noted_calls(
        target, arguments, lambda function, given: call(function, given, exercise, SEED), names
    )


def wrong_call(target: Callable, case: Case, exercise: Exercise) -> str | None:
    """The sentence about a call with another argument than the solution's has, or None.

    Arguments:
        case: the first public one.
    """
    names = {name for name, _ in exercise.calls}
    if not names:
        return None
    actual, values = noted_calls(target, case.arguments, exercise, names)
    return calls.wrong_call(actual, exercise.calls, values)


def _causes_by_trying(answer, index, target, cases, exercise):
    """Sentences on what the function reads, and on what its answer depends."""
    data = reads_data(target, exercise.takes)
    line = changed_first_line(target, exercise, len(cases[index].arguments))
    if data:
        return [data]
    if line:
        return [
            f"Your first line is `{line}`; that of the exercise is `{first_line(exercise)}`: leave "
            "it as it was."
        ]
    if isinstance(answer, Exception) or answer is None or exercise.facts or _has_nan(answer):
        return []
    if _differ(answer, call(target, cases[index].arguments, exercise, OTHER_SEED + index)):
        return [
            "Your answer is different each time: the line `np.random.seed(...)` is missing or "
            "comes after the draw."
        ]
    if _holds_labels(cases[0].expected):
        return []  # labels hide what numbers show
    changes = dependence(target, cases[0], exercise)
    unused = [name for name in exercise.depends if changes.get(name) is False]
    for case in cases[1:3] if unused else ():  # in one case it may be chance
        more = dependence(target, case, exercise)
        unused = [name for name in unused if not more.get(name)]
    if not unused:
        return []
    if len(unused) > 1 and len(unused) == len(exercise.depends):
        zero = " Is it multiplied by 0, or left at the 0 with which it begins?"
        return [
            "Your answer is the same whatever comes in." + zero * (not any(outcome(answer)[1:]))
        ]
    names = " or ".join(f"`{name}`" for name in unused)
    values = "value that is passed in has" if len(unused) == 1 else "values passed in have"
    return [f"Your answer does not change when {names} changes: the {values} no effect."]


def _holds_labels(expected):
    """Whether an answer has labels in it, zeros and ones."""
    if isinstance(expected, dict):
        expected = tuple(expected.values())
    if isinstance(expected, (tuple, list)):
        return any(map(_holds_labels, expected))
    is_array = isinstance(expected, np.ndarray) and expected.size
    return bool(is_array and np.isin(expected, [0, 1]).all() and expected.any())


def _is_smooth(answer):
    """Whether an answer holds fractions alone, which change with every number that counts."""
    if isinstance(answer, dict):
        answer = tuple(answer.values())
    if isinstance(answer, (tuple, list)):
        try:
            return bool(answer) and all(map(_is_smooth, answer))
        except RecursionError:  # a list that holds itself
            return False
    numbers = np.asarray(answer)
    return numbers.dtype.kind == "f" and bool(np.isfinite(numbers).all())


def _has_nan(answer):
    return any(isinstance(part, float) and np.isnan(part) for part in outcome(answer))


def dependence(
    target: Callable, case: Case, exercise: Exercise, same: Callable[[Any, Any], bool] = operator.eq
) -> dict[str, bool]:
    """For each argument whether the answer changes when it does, all others being the same.

    Arguments that cannot be changed, or that the function cannot take then, are left out.

    Arguments:
        same: whether two fingerprints are of the same answer.
    """
    changes, answer = {}, call(target, case.arguments, exercise, SEED)
    if isinstance(answer, Exception):
        return changes
    for place, name in enumerate(exercise.takes[: len(case.arguments)]):
        for variant in range(2):
            arguments = list(copy.deepcopy(case.arguments))
            arguments[place] = _another(arguments[place], variant)
            if not _differ(list(case.arguments), arguments):
                continue
            other = call(target, tuple(arguments), exercise, SEED)
            if not isinstance(other, Exception):
                differs = not same(outcome(answer), outcome(other))
                changes[name] = changes.get(name, False) or differs
    return changes


def examples_that_count(target: Callable, cases: Sequence[Case], exercise: Exercise) -> str | None:
    """The sentence about examples that have no effect on the answer, or None.

    Examples are the entries of the last axis that all arrays among the arguments share. The first
    two cases that have three of them decide.
    """
    found, tried = set(MASKS), 0
    for case in cases:
        arrays = [value for value in case.arguments if isinstance(value, np.ndarray) and value.ndim]
        m = arrays[0].shape[-1] if arrays else 0
        if m < 3 or tried == 2:
            continue
        tried += 1
        answer = call(target, case.arguments, exercise, SEED)
        found &= {
            name
            for name, mask in MASKS.items()
            if all(
                not _differs_with(target, case, exercise, answer, mask(m), variant)
                for variant in range(2)
            )
        }
    # Where one example alone counts, each of the others has no effect.
    found = {name for name in found if name.startswith("Only")} or found
    if tried < 2 or len(found) != 1 or exercise.facts or _holds_labels(cases[0].expected):
        return None
    arrays = [value for value in cases[0].arguments if isinstance(value, np.ndarray)]
    return found.pop().format("entry" if arrays[0].ndim == 1 else "example")


# Which entries are changed; and what an answer says that does not change then.
MASKS = {
    "Only the last {} counts: is a result overwritten in each round of a loop?": (
        lambda m: np.arange(m) < m - 1
    ),
    "Only the first {} counts: is there a `return` in a loop, or an index 0?": (
        lambda m: np.arange(m) > 0
    ),
    "The last {} has no effect: does a loop or a slice end one too early?": (
        lambda m: np.arange(m) == m - 1
    ),
    "The first {} has no effect: does a loop or a slice begin at 1?": lambda m: np.arange(m) == 0,
}


def _differs_with(target, case, exercise, answer, mask, variant):
    """Whether the answer is another one with other numbers in the examples of a mask."""
    arguments = [
        np.where(mask, _another(value, variant), value).astype(value.dtype)
        if isinstance(value, np.ndarray) and value.ndim and value.shape[-1] == mask.size
        else value
        for value in case.arguments
    ]
    other = call(target, tuple(arguments), exercise, SEED)
    return isinstance(other, Exception) or not same_outcome(outcome(answer), outcome(other))


def _another(value, variant):
    """A value of the same kind with other numbers, in one of two variants.

    Labels stay labels, and probabilities probabilities.
    """
    if isinstance(value, dict):
        return {key: _another(item, variant) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return type(value)(_another(item, variant) for item in value)
    if type(value) in (int, float):
        return value + 1 + variant if type(value) is int else (0.9 - variant) * value + 0.03
    if not isinstance(value, np.ndarray) or not value.size:
        return value
    places = np.arange(value.size).reshape(value.shape)
    if value.dtype.kind in "biu" and np.isin(value, [0, 1]).all():
        flipped = places > 0 if variant else places == 0
        return np.where(flipped, 1 - value, value).astype(value.dtype)
    if value.dtype.kind in "iu":
        return (value // 2 + places % 50 + 1 + variant).astype(value.dtype)
    if np.all((value > 0) & (value < 1)):
        return 1 - value if variant else 0.5 * value + 0.25 + 0.24 * np.cos(1 + places)
    return (0.9 - 1.7 * variant) * value + 0.3 * np.cos(1 + places)


def _differ(one, other):
    if isinstance(other, Exception):  # such as a limit of time
        return False
    return not same_outcome(outcome(one), outcome(other))


# ---------------------------------------------------------------- comparing the cases


def _causes_by_comparison(index, actuals, right, cases, exercise, partial):
    """Sentences on how the answers differ from the right ones, where no mistake is recognised."""
    digits = nearly(actuals, cases, exercise.returns)
    if digits:
        return [digits]
    actual, expected = actuals[index], cases[index].expected
    how = misplaced(actual, expected, exercise.returns)
    how = how or factor(actuals, cases, exercise.returns)
    how = how or impossible(actual, cases[index], exercise.returns)
    how = how or relation(actuals, cases, exercise.returns)
    if how and how.endswith("wrong too."):
        return [how, partial]
    if how:
        return [how, one_sided(right, cases) if "wherever they are wrong" in how else None]
    parts = None if exercise.facts else right_parts(actuals, cases, exercise.returns)
    arrays = isinstance(actual, np.ndarray) and isinstance(expected, np.ndarray)
    if arrays and actual.shape != expected.shape:
        parts = None  # the difference has said that it is transposed
    if partial and "transposed" not in (parts or ""):
        return [partial]
    return [parts, one_sided(right, cases)]


def misplaced(actual: Any, expected: Any, returns: tuple[str, ...]) -> str | None:
    """The sentence about a result in the place of another, or None."""
    parts = [(name, value) for name, value, _ in _leaves(expected, expected, returns)]
    found = list(_leaves(actual, expected, returns))
    for name, value, own in found:
        for other, place in parts:
            if np.any(place) and not _equal(own, place) and _equal(value, place):
                moved = all(any(_equal(v, own) for _, v, _ in found) for *_, own in found)
                order = " Are the results in the wrong order?" if moved else ""
                return f"Your {name} is what {other} should be.{order}"
    return None


def impossible(actual: Any, case: Case, returns: tuple[str, ...]) -> str | None:
    """The sentence about a cost below 0 or a difference of exactly 0, or None."""
    for name, value, own in _leaves(actual, case.expected, returns):
        if np.size(value) != 1 or np.ndim(own) or np.asarray(value).dtype.kind not in "biuf":
            continue
        number = np.asarray(value).item()
        if name.startswith("cost") and number < 0 < own:
            # Where there are more than two classes, no label is taken from 1.
            labels = any(map(_holds_labels, case.arguments))
            label = ", and are there parentheses around 1 minus a label" if labels else ""
            return (
                "A cost is never below 0: the log of a probability is negative. Does the minus "
                f"stand in front of the whole sum{label}?"
            )
        if name == "difference" and number == 0 != own:
            return "A difference of exactly 0: the two numbers compared are identical."
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
            kinds = {np.asarray(value).dtype, np.asarray(expected).dtype}
            if np.shape(value) != np.shape(expected) or kinds != {np.dtype(float)}:
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
    """The sentence about a constant factor between the answers and the right ones, or None.

    Each part of the answer has a factor of its own: a number, minus one, m or 1/m.
    """
    parts, right = {}, set()  # {name: [(factor or None, examples), ...]} of those that are wrong
    for actual, case in zip(actuals, cases, strict=True):
        if isinstance(actual, Exception):
            return None
        for name, value, expected in _leaves(actual, case.expected, returns):
            if not _equal(value, expected):
                pair = _ratio(value, expected), _count_examples(case.arguments)
                parts.setdefault(name, []).append(pair)
            elif np.any(expected):
                right.add(name)
    factors = {name: _factor(pairs) for name, pairs in parts.items()}
    others = [name for name, words in factors.items() if words is None and len(parts[name]) > 1]
    if len(others) > 4:
        return None
    factors = {name: words for name, words in factors.items() if words}
    if not factors:
        return None
    groups = {}
    for name, words in factors.items():
        groups.setdefault(words, []).append(name)
    sentence = "; ".join(f"{', '.join(names)}: {words}" for words, names in groups.items())
    hint = HINTS.get(*groups) if len(groups) == 1 and not others else None
    if "exactly minus" in groups and right & set(parts):  # then it is no sign in the formula
        hint = None
    rest = f" {_join(others)} {'is' if len(others) == 1 else 'are'} wrong too." if others else ""
    return f"{sentence} the expected numbers{hint or ', wherever they are wrong.'}{rest}"


HINTS = {
    "exactly minus": ", so a sign is the other way round.",
    "m times": ". Is a division by m missing?",
    "1/m of": ". Do you divide by m once too often?",
    "1/(2m) of": ". Are they divided by m once too often, and by 2?",
    "0.5 times": ". Are they divided by 2?",
    "2 times": ". Is there a factor of 2 too many?",
}


def _factor(pairs):
    """The factor of a part in words, from those of all cases in which it is wrong, or None."""
    if len(pairs) < 2 or any(ratio is None for ratio, _ in pairs):
        return None  # any number is a multiple of any other
    ratios, examples = np.array(pairs).T
    if np.allclose(ratios, 0) or not np.isfinite(ratios).all():  # no factor at all
        return None
    if np.allclose(ratios, -1):
        return "exactly minus"
    if np.allclose(ratios, ratios[0]):
        return f"{ratios[0]:.6g} times"
    if np.allclose(ratios, examples):
        return "m times"
    if np.allclose(2 * ratios * examples, 1):
        return "1/(2m) of"
    return "1/m of" if np.allclose(ratios * examples, 1) else None


def _same_numbers(actual, expected):
    return _equal(np.sort(actual, axis=None), np.sort(expected, axis=None))


# What a part may be in place of the right one, and whether it is: simple functions of it.
RELATIONS = {
    "the sigmoid of what it should be": lambda a, b: _equal(a, 1 / (1 + np.exp(-b))),
    "the tanh of what it should be": lambda a, b: _equal(a, np.tanh(b)),
    "0 wherever it should be negative": lambda a, b: _equal(a, np.maximum(b, 0)),
    "cut to 0 and 1: return the numbers themselves": lambda a, b: _equal(a, b > 0.5),
    "1 minus what it should be": lambda a, b: _equal(a, 1 - b),
    "the square of what it should be": lambda a, b: _equal(a, b * b),
    "the square root of what it should be": lambda a, b: _equal(a, np.sqrt(b)),
    "1 divided by what it should be": lambda a, b: _equal(a, 1 / b),
    "the exponential of what it should be": lambda a, b: _equal(a, np.exp(b)),
    "the logarithm of what it should be": lambda a, b: _equal(a, np.log(b)),
    "right but for minus signs that are missing": lambda a, b: _equal(a, np.abs(b)),
    "made of the right numbers, in other places": _same_numbers,
}


def relation(actuals: list, cases: Sequence[Case], returns: tuple[str, ...]) -> str | None:
    """The sentence about the first wrong part that is a simple function of the right one, or None.

    It must hold in all cases, and for five numbers at least.
    """
    pairs = {}
    for actual, case in zip(actuals, cases, strict=True):
        if isinstance(actual, Exception):
            return None
        for name, value, expected in _leaves(actual, case.expected, returns):
            pairs.setdefault(name, []).append((value, expected))
    wrong = {name: values for name, values in pairs.items() if not all(_equal(*v) for v in values)}
    if not wrong:
        return None
    name, values = next(iter(wrong.items()))
    if any(np.shape(a) != np.shape(b) or np.asarray(b).dtype.kind != "f" for a, b in values):
        return None
    numbers = np.concatenate([np.ravel(actual) for actual, _ in values])
    if numbers.size < 5 or np.all(numbers == numbers[0]) or all(_is_transposed(*v) for v in values):
        return None
    with np.errstate(all="ignore"):
        for words, holds in RELATIONS.items():
            if all(holds(*pair) for pair in values):
                return f"Your {name} is {words}."
    return None


def right_parts(actuals: list, cases: Sequence[Case], returns: tuple[str, ...]) -> str | None:
    """The sentence about which parts of the answer are right in all cases, and which not, or None.

    Parts that are wrong because they are transposed are named as such.
    """
    states, turned = {}, {}
    for actual, case in zip(actuals, cases, strict=True):
        if isinstance(actual, Exception):
            return None
        found = {name: value for name, value, _ in _leaves(actual, case.expected, returns)}
        for name, expected, _ in _leaves(case.expected, case.expected, returns):
            value = found.get(name)
            is_right = value is not None and _equal(value, expected)
            states[name] = states.get(name, True) and is_right
            if not is_right:
                turned[name] = turned.get(name, True) and _is_transposed(value, expected)
    right = [name for name, state in states.items() if state]
    wrong = [name for name, state in states.items() if not state]
    if len(states) > 8 or not wrong:
        return None
    transposed = [name for name in wrong if turned[name]]
    if transposed == wrong:
        are = "is the right array" if len(wrong) == 1 else "are the right arrays"
        return f"{_join(wrong)} {are}, transposed."
    if not right:
        return None
    are, are_not = ("is" if len(names) == 1 else "are" for names in (right, wrong))
    return f"{_join(right)} {are} right; {_join(wrong)} {are_not} not."


def _is_transposed(actual, expected):
    return np.ndim(actual) == 2 and _equal(np.transpose(actual), expected)


def _join(names):
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


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


def fixed_size(
    target: Callable, right: list[bool], cases: Sequence[Case], exercise: Exercise
) -> str | None:
    """The sentence about numbers in the code that should be sizes of the arguments, or None.

    They are found by trying: with the size of each case in their place, all cases are right.
    """
    if not any(right) or all(right):
        return None
    sizes = [_sizes(case.arguments) for case in cases]
    first = right.index(True)
    fits = [
        {number: place}
        for number in sorted(numbers_in(target) - {0, 1})
        for place, size in sizes[first].items()
        if size == number
    ]
    pairs = [one | other for one, other in itertools.combinations(fits, 2)]
    tried = sorted(
        zip(right, cases, sizes, strict=True), key=lambda row: row[0]
    )  # wrong ones first
    for places in [*fits, *(pair for pair in pairs if len(pair) == 2)][:MAX_TRIES]:
        if all(
            size.keys() >= set(places.values())
            and _is_right_with(target, {n: size[at] for n, at in places.items()}, case, exercise)
            for _, case, size in tried
        ):
            numbers = " and ".join(map(str, places))
            if len(places) > 1:
                return (
                    f"The numbers {numbers} in your code are sizes: take them from the arguments."
                )
            return (
                f"The number {numbers} in your code is right for one size only: take the size from "
                "the arguments."
            )
    return None


def _is_right_with(target, numbers, case, exercise):
    """Whether a function is right in a case with other numbers in its code."""
    answer = call(with_numbers(target, numbers), case.arguments, exercise, SEED)
    return not isinstance(answer, Exception) and difference(answer, case, exercise) is None


def _sizes(value, place=()):
    """{place: size} of all arrays and lists in the arguments of a call, and of whole numbers."""
    if isinstance(value, np.ndarray):
        return {(*place, axis): size for axis, size in enumerate(value.shape)}
    if type(value) is int:
        return {place: value}
    items = value.items() if isinstance(value, dict) else ()
    found = {}
    if isinstance(value, (tuple, list)):
        items, found = enumerate(value), {(*place, "length"): len(value)}
    for key, item in items:
        found |= _sizes(item, (*place, key))
    return found


def one_sided(right: list[bool], cases: Sequence[Case]) -> str | None:
    """The sentence about which cases are right, when only some are wrong, or None."""
    if not any(right) or all(right):
        return None
    labels, distinct = ({state: [] for state in (True, False)} for _ in range(2))
    for state, case, name in zip(right, cases, _distinct(cases), strict=True):
        labels[state].append(case.label)
        distinct[state].append(name)
    # A word that all the wrong cases share, and no right one has, says it best.
    shared = set.intersection(*(set(label.split(", ")) for label in labels[False]))
    shared -= {word for label in labels[True] for word in label.split(", ")}
    if shared and len(labels[False]) > 1:
        return (
            f"It is wrong in every case with {' and '.join(sorted(shared))}, and right elsewhere."
        )
    return f"It is right on {_first(distinct[True])}. It is wrong on {_first(distinct[False])}."


def _distinct(cases):
    """The labels of the cases; a number tells those apart that are alike."""
    labels = [case.label for case in cases]
    return [
        f"{label} ({labels[:index].count(label) + 1})" if labels.count(label) > 1 else label
        for index, label in enumerate(labels)
    ]


def _first(labels):
    return "; ".join(labels[:3]) + ("; and so on" if len(labels) > 3 else "")
