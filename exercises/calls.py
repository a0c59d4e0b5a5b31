"""Compare the calls that a learner's function makes with those of the solution.

A call is noted as (function, {parameter: fingerprint}). The solution's calls in the first public
case are stored with the exercise. A function that lives in another process, as in the grader,
shows no calls.
"""

import copy
import inspect
from collections.abc import Callable, Iterable
from types import FunctionType
from typing import Any

import numpy as np

from exercises.functions import global_names, namespace

MOST = 12  # calls that are noted: one round of training and a little more
Call = tuple[str, dict[str, list]]
Value = tuple[str, list, int]


def noted_calls(
    target: Callable, arguments: tuple, run: Callable, names: Iterable[str] | None = None
) -> tuple[list[Call], list[Value]]:
    """The first calls that a function makes of other functions of the notebook.

    Arguments:
        target, arguments: the function, and what it is called with.
        run: run(function, arguments) calls it, and keeps what it prints and raises.
        names: the functions whose calls are noted; by default all.

    Returns:
        the calls; and (words, fingerprint, number of calls before) of each value that has a name:
        the arguments of the function, and what the calls have returned.
    """
    calls, values = [], []
    if not isinstance(target, FunctionType):
        return calls, values
    found = namespace(target)
    watched = {
        name: _noting(name, found[name], calls, values)
        for name in global_names(target)
        if inspect.isfunction(found.get(name)) and (names is None or name in names)
    }
    watching = FunctionType(
        target.__code__, found | watched, target.__name__, target.__defaults__, target.__closure__
    )
    watching.__kwdefaults__ = target.__kwdefaults__
    given = list(inspect.signature(target).parameters)
    values += [(f"`{name}`", fingerprint(value), 0) for name, value in zip(given, arguments)]  # noqa: B905
    run(watching, arguments)
    return calls, values


def _noting(name, function, calls, values):
    """A function that does the same, and notes its calls and what they return."""

    def noting(*args, **kwargs):
        is_noted = len(calls) < MOST
        if is_noted:
            try:
                bound = inspect.signature(function).bind(*args, **kwargs).arguments
            except TypeError:
                bound = dict(enumerate(args)) | kwargs
            calls.append((name, {key: fingerprint(value) for key, value in bound.items()}))
        result = function(*args, **kwargs)
        if is_noted:
            parts = result if isinstance(result, tuple) else (result,)
            which = f"result of `{name}`"
            for place, part in enumerate(parts):
                words = f"the {ORDINALS[place]} {which}" if len(parts) > 1 else f"the {which}"
                values.append((words, fingerprint(part), len(calls)))
        return result

    return noting


ORDINALS = "first", "second", "third", *(f"{n}th" for n in range(4, 20))


def fingerprint(value: Any) -> list:
    """A short list that tells values apart: kinds and shapes, and a sum of the numbers."""
    kinds, numbers = [], []

    def walk(value):
        if isinstance(value, dict):
            for key in sorted(value, key=str):
                kinds.append(str(key))
                walk(value[key])
        elif isinstance(value, (tuple, list)):
            kinds.append(f"{len(value)}")
            for item in value:
                walk(item)
        elif isinstance(value, str):
            kinds.append(value)
        else:
            try:
                array = np.asarray(value, float)
            except (TypeError, ValueError, OverflowError):
                kinds.append(type(value).__name__)
            else:
                kinds.append(str(array.shape))
                numbers.extend(array.ravel()[:1000])

    walk(copy.copy(value))
    weights = np.cos(1 + np.arange(len(numbers)))
    with np.errstate(all="ignore"):
        return [" ".join(kinds)[:60], float(weights @ np.array(numbers)) if numbers else 0.0]


def same_value(one: list, other: list) -> bool:
    """Tell if two fingerprints are of the same value."""
    return one[0] == other[0] and bool(np.isclose(one[1], other[1], rtol=1e-6, atol=1e-9))


def wrong_call(actual: list[Call], expected: list[Call], values: list[Value]) -> str | None:
    """The sentence about the first call that gets what it should not, or None.

    Arguments:
        actual, expected: the calls of the learner's function and of the solution.
        values: as of `noted_calls`.
    """
    # The classic way asks twice, as in `n_x = layer_sizes(X, Y)[0]`, `n_y = layer_sizes(X, Y)[2]`.
    pairs = zip(actual, [None, *actual], strict=False)
    actual = [call for call, before in pairs if before is None or not _is_same(call, before)]
    names = [call[0] for call in actual]
    if names != [call[0] for call in expected][: len(names)]:
        return None
    for index, ((name, given), (_, wanted)) in enumerate(zip(actual, expected, strict=False)):
        if given.keys() != wanted.keys():
            return None
        wrong = [key for key in wanted if not same_value(given[key], wanted[key])]
        if not wrong:
            continue
        which = _which(index, names)
        if _is_exchanged(given, wanted, wrong):
            order = ", ".join(map(str, wanted))
            return f"{which} gets its arguments in another order: it is `{name}({order})`."
        known = [(words, value) for words, value, before in values if before <= index]
        names = {key: [w for w, value in known if same_value(value, given[key])] for key in wrong}
        if not all(names[key] and given[key][1] for key in wrong):
            return None
        if all(f"`{key}`" in names[key] for key in wrong):
            return f"{which} still gets the {' and '.join(wrong)} that your function was given."
        key = wrong[0]
        meant = [words for words, value in known if same_value(value, wanted[key])]
        instead = f" in place of {meant[0]}" if meant and meant[0].startswith("`") else ""
        return f"{which} gets {names[key][0]} as its argument {key}{instead}."
    return None


def _is_same(call, other):
    return call[0] == other[0] and all(
        same_value(one, two) for one, two in zip(call[1].values(), other[1].values(), strict=False)
    )


def _which(index, names):
    """The words for a call: by its number, where the function is called more than once."""
    name, number = names[index], names[: index + 1].count(names[index])
    if names.count(name) == 1:
        return f"Your call of `{name}`"
    return f"Your {ORDINALS[number - 1]} call of `{name}`"


def _is_exchanged(given, wanted, wrong):
    """Tell if the wrong arguments are the right ones in another order."""
    left = [given[key] for key in wrong]
    for key in wrong:
        same = next((value for value in left if same_value(value, wanted[key])), None)
        if same is None:
            return False
        left.remove(same)
    return len(wrong) > 1
