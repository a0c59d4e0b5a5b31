"""The engine of the tests of the exercises: cases in, a verdict and a sentence out.

A test climbs a ladder: does the function run, does it return the right kind of thing, with the
right keys, type and shape, is every number finite and right, and were the arguments left alone.
The first rung that fails is reported, with a cause where one is found: a known wrong version is
recognised by what comes out of it on all cases, and a constant factor by its size.

It needs NumPy alone and holds no solution: the answers are data, in `expected/`.
"""

import contextlib
import copy
import io
import os
import re
import sys
import textwrap
import warnings

import numpy as np

# Correct solutions that add up in another order differ by about 1e-15.
RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE = 1e-9, 1e-12
# Characters in a line of a message: Jupyter breaks longer ones in the middle of a word, and
# nbgrader's Validate cuts them off.
WIDTH = 100


MISFIT = re.compile(r"size (\d+) is different from (\d+)|(\d+) \(dim \d+\) != (\d+) \(dim")


class OneSentence:
    """An exception that Jupyter shows as its sentence alone, without a traceback."""

    def _render_traceback_(self):
        lines = [_wrap(line) for line in str(self).split("\n")]
        if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
            return sum(lines, [])
        # In a terminal: what is wrong in red, and the cause, if there is one, in blue.
        colours = ("", "\033[31m", "\033[34m") if len(lines) > 1 else ("\033[33m",)
        return [
            f"{colours[min(place, len(colours) - 1)]}{part}\033[0m"
            for place, line in enumerate(lines)
            for part in line
        ]


def _wrap(line):
    """A line in pieces of at most WIDTH characters, broken between words."""
    whole = {"break_long_words": False, "break_on_hyphens": False}
    return textwrap.wrap(line, WIDTH, **whole) if len(line) > WIDTH else [line]


class ExerciseOpen(OneSentence, NotImplementedError):
    """An exercise has been reached that has no code yet."""

    def __init__(self, number, function):
        super().__init__(
            f"Exercise {number}, {function}, is still open: write your code between the two "
            "markers, in place of the line that raises this."
        )


class WrongAnswer(OneSentence, AssertionError):
    """A function ran, and what it returned is not what the exercise asks for.

    `cause` is the sentence about the cause that its text ends with, or "".
    """

    def __init__(self, text, cause=""):
        super().__init__(text)
        self.cause = cause


def judge(target, cases, takes, returns, known=(), extra_keys=False, tolerance=RELATIVE_TOLERANCE):
    """Try a function on all cases.

    Arguments:
        target: the function.
        cases: list of (label, arguments, expected answer).
        takes: the names of its arguments, separated by commas; a case may leave out the last ones.
        returns: the name of what it returns, or the names, separated by commas.
        known: wrong versions as (sentence, `outcome` on each case).
        extra_keys: whether a returned dictionary may hold more than is asked for.
        tolerance: the relative error up to which a number is right.

    Raises:
        WrongAnswer: the first case that fails, and why.
        Exception: what the function itself raised, with a note, and its `cause` too.
    """
    __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
    kept = []
    for index, (label, arguments, expected) in enumerate(cases):
        given = copy.deepcopy(arguments)
        before = [dict(value) if isinstance(value, dict) else None for value in given]
        np.random.seed(index)  # an answer must not depend on what was drawn before
        call = f"called on {label} with {_describe(arguments, takes)}"
        try:
            answer = target(*given)
        except ExerciseOpen:
            raise
        except Exception as error:
            cause = recognise(answers(target, cases), known) or about_error(error) or ""
            with contextlib.suppress(Exception):  # a learner's exception may not let itself be set
                error.cause = cause
            error.add_note("\n".join(filter(None, [f"The function was {call}.", cause])))
            raise
        wrong = compare(answer, expected, returns, extra_keys, tolerance)
        spoiled = changed(given, before, arguments, takes)
        problem = wrong or (spoiled and f"The answer is right, but {spoiled}")
        if problem:
            found = answers(target, cases)
            good = right(found, cases, returns, extra_keys, tolerance)
            if not wrong:
                causes = [recognise(found, known)]
            elif all(good):
                causes = [
                    "Called once more it is right: it remembers something, draws numbers, or "
                    "hands on what `np.empty` has found in the memory."
                ]
            else:
                causes = [spoiled and f"On the way {spoiled}", recognise(found, known)]
                if not any(causes):
                    causes = causes_by_comparison(answer, expected, found, good, cases, returns)
            cause = "\n".join(filter(None, causes))
            raise WrongAnswer("\n".join(filter(None, [f"{call}:\n{problem}", cause])), cause)
        kept.append((call, answer, expected))
    for call, answer, expected in kept:
        problem = compare(answer, expected, returns, extra_keys, tolerance)
        if problem:
            cause = "It was right until a later call wrote into it: make new arrays each time."
            raise WrongAnswer(f"{call}:\n{problem}\n{cause}", cause)


# ---------------------------------------------------------------- the ladder


def compare(answer, expected, name, extra_keys=False, tolerance=RELATIVE_TOLERANCE):
    """The sentence about the first difference between an answer and the expected one, or None."""
    if isinstance(expected, dict):
        return _compare_dictionaries(answer, expected, name, extra_keys, tolerance)
    if isinstance(expected, (tuple, list)):
        return _compare_sequences(answer, expected, name, extra_keys, tolerance)
    if isinstance(expected, str):
        return _compare_texts(answer, expected, name)
    return _compare_numbers(answer, expected, name, tolerance)


def _compare_dictionaries(answer, expected, name, extra_keys, tolerance):
    if not isinstance(answer, dict):
        return f"{name} should be a dictionary, and yours is {_kind(answer)}."
    missing = [key for key in expected if key not in answer]
    if missing:
        return (
            f"{name} should have the keys {', '.join(expected)}; yours has "
            f"{', '.join(map(str, answer)) or 'none'}, so {', '.join(missing)} is missing."
        )
    extra = [str(key) for key in answer if key not in expected]
    if extra and not extra_keys:
        return (
            f"{name} should have the keys {', '.join(expected)} and no other; yours also has "
            f"{', '.join(extra)}."
        )
    problems = (compare(answer[key], expected[key], key, extra_keys, tolerance) for key in expected)
    return next(filter(None, problems), None)


def _compare_sequences(answer, expected, name, extra_keys, tolerance):
    names = _names(name, len(expected))
    if not isinstance(answer, (tuple, list)):
        due = f"a {type(expected).__name__} of {len(expected)}"
        return f"{name} should be {due}, and yours is {_kind(answer)}."
    if len(answer) != len(expected):
        return f"{name} should hold {len(expected)} items, and yours holds {len(answer)}."
    problems = (
        compare(mine, due, part, extra_keys, tolerance)
        for mine, due, part in zip(answer, expected, names, strict=True)
    )
    return next(filter(None, problems), None)


def _compare_texts(answer, expected, name):
    if not isinstance(answer, str):
        return f"{name} should be a text, and yours is {_kind(answer)}."
    return (
        None if answer == expected else f"{name} should be {expected!r}, and yours is {answer!r}."
    )


def _compare_numbers(answer, expected, name, tolerance):
    is_number = np.ndim(expected) == 0
    due = "a number" if is_number else f"an array of shape {expected.shape}"
    # Counts, labels, yes or no: 1, 1.0 and True say the same.
    whole = np.asarray(expected).dtype.kind in "biu"
    numbers = (float, int, np.integer, np.bool_) if whole else float
    if type(answer) is not np.ndarray and not (is_number and isinstance(answer, numbers)):
        if is_number and isinstance(answer, (int, np.integer)) and not isinstance(answer, bool):
            return (
                f"{name} should be a float, and yours is {_kind(answer)}. A float has a point: "
                f"{answer}.0."
            )
        return f"{name} should be {due}, and yours is {_kind(answer)}."
    answer = np.asarray(answer)
    if whole and answer.dtype.kind not in "biuf":
        return f"{name} should hold whole numbers, and yours holds {answer.dtype}."
    if not whole and answer.dtype != np.asarray(expected).dtype:
        return f"{name} should hold float64 numbers, and yours holds {answer.dtype}."
    if answer.shape != np.shape(expected):
        hint = ""
        if is_number and answer.size == 1:
            hint = " It is a number in brackets: `np.squeeze` takes them off."
        elif answer.T.shape == np.shape(expected) and _close(answer.T, expected):
            hint = " It is the right one, transposed."
        elif answer.ndim == 2 and answer.shape[::-1] == np.shape(expected):
            hint = " Rows and columns are exchanged."
        elif answer.ndim == 1 and answer.size == np.size(expected):
            due_is_row = np.shape(expected)[0] == 1 < answer.size
            stands = "a row has two, (1, m)" if due_is_row else "a column has two, (n, 1)"
            hint = f" One pair of brackets is a flat array: {stands}."
        return f"{name} should be {due}, and yours has shape {answer.shape}.{hint}"
    answer, expected = np.asarray(answer, float), np.asarray(expected, float)
    right = np.isclose(answer, expected, rtol=tolerance, atol=ABSOLUTE_TOLERANCE)
    if right.all():
        return None
    # Show an entry that is not a number if there is one: it tells more than a wrong value.
    bad = ~np.isfinite(answer) if not np.isfinite(answer).all() else ~right
    where = tuple(int(index) for index in np.argwhere(bad)[0])
    entry = f"{name}[{', '.join(map(str, where))}]" if where else name
    due, mine = float(expected[where]), float(answer[where])
    digits = next((digits for digits in (8, 12) if f"{due:.{digits}g}" != f"{mine:.{digits}g}"), 17)
    return f"{entry} should be {due:.{digits}g}, and yours is {mine:.{digits}g}."


def _close(answer, expected):
    try:
        return bool(np.allclose(answer, expected, RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE))
    except TypeError:
        return False


def changed(given, before, arguments, takes):
    """The sentence about the first argument that the function has written over, or None.

    Arguments:
        given: the arguments after the call.
        before: of those that are dictionaries, copies with the same entries, made before the call.
        arguments: the same values, as they should still be.
        takes: the names of the arguments, separated by commas.
    """
    for name, mine, old, due in zip(takes.split(", "), given, before, arguments, strict=False):
        if _untouched(mine, due):
            continue
        if isinstance(due, dict) and [*map(id, mine.values())] != [*map(id, old.values())]:
            how = f"`{name}[key] = ...` writes into the caller's dictionary: make a new one."
        elif isinstance(due, np.ndarray) and mine.shape != due.shape:
            how = "`x.reshape(...)` makes a new array, `x.shape = ...` reshapes the old one."
        else:
            how = (
                "`x = x - step` makes a new array, `x -= step` writes into the old one, also "
                "after a `.copy()` of the dictionary around it."
            )
        return (
            f"your function has changed its argument {name}, which the caller may still need: {how}"
        )
    return None


def _untouched(one, other):
    if callable(other):
        return True
    if isinstance(other, dict):
        return list(one) == list(other) and all(_untouched(one[key], other[key]) for key in other)
    if isinstance(other, (tuple, list)):
        return len(one) == len(other) and all(map(_untouched, one, other))
    return np.array_equal(one, other)


# ---------------------------------------------------------------- the cause


def answers(target, cases):
    """What a function returns on each case, or the exception it raises; prints go nowhere."""
    found = []
    for index, (_, arguments, _) in enumerate(cases):
        np.random.seed(index)
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(action="ignore"):
            try:
                found.append(target(*copy.deepcopy(arguments)))
            except Exception as error:
                found.append(error)
    return found


def outcome(answer):
    """What came out of a call, short enough to store and to compare."""
    if isinstance(answer, Exception):
        text = str(answer)
        # `@` and `np.dot` say in other words which two sizes do not fit.
        sizes = MISFIT.search(text)
        if sizes:
            text = " and ".join(sorted(filter(None, sizes.groups())))
        return [type(answer).__name__, text]
    return _fingerprint(answer)


def _fingerprint(answer):
    """A flat list of the kinds, keys, shapes and one weighted sum of each array."""
    if isinstance(answer, dict):
        keys = sorted(answer, key=str)
        return [part for key in keys for part in [str(key), *_fingerprint(answer[key])]]
    if isinstance(answer, (tuple, list)):
        return [len(answer), *(part for item in answer for part in _fingerprint(item))]
    if isinstance(answer, str):
        return ["text", answer[:100]]
    try:
        array = np.asarray(np.real(answer), dtype=float)
    except (TypeError, ValueError, OverflowError):
        return [type(answer).__name__]
    weights = np.cos(1 + np.arange(array.size))
    with np.errstate(all="ignore"):  # what grows without bounds ends as nan
        return [str(array.shape), float(weights @ array.ravel()) if array.size else 0.0]


def causes_by_comparison(answer, expected, found, good, cases, returns):
    """Sentences from how the answers differ from the right ones, where no version is known."""
    digits = nearly(found, cases, returns)
    if digits:
        return [digits]
    how = misplaced(answer, expected, returns) or factor(found, cases, returns)
    return [how, one_sided(good, cases)]


def recognise(found, known):
    """The sentence of the known wrong version with the same outcome on every case, or None."""
    came = [outcome(answer) for answer in found]
    causes = [sentence for sentence, those in known if same_outcome(came, those)]
    if not all(isinstance(answer, Exception) for answer in found):
        return causes[0] if causes else None
    # Nothing ever came out, and another mistake may end in the same error.
    causes = list(dict.fromkeys(causes))
    return f"Perhaps this: {' Or: '.join(causes)}" if 1 <= len(causes) <= 2 else None


def same_outcome(one, other):
    """Whether two outcomes agree up to what another way to write the same thing may change."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same_outcome, one, other))
    if isinstance(one, float) and isinstance(other, (float, int)):
        return bool(np.isclose(one, other, rtol=1e-6, atol=1e-9, equal_nan=True))
    return one == other


def about_error(error):
    """A sentence on what an error of this kind often means, or None."""
    text = str(error)
    if isinstance(error, KeyError):
        return (
            f"No entry has the key {text} at that moment: count from which number to which your "
            "loop runs, in which order, and what the keys are called."
        )
    if "not aligned" in text or "mismatch in its core dimension" in text:
        return (
            "A matrix product needs (n, k) times (k, m): print both shapes. Is the order the "
            "other way round, a transpose missing or one too many, or is it another layer's array?"
        )
    if "broadcast" in text:
        return "The shapes do not fit for a calculation entry by entry: print both of them."
    if "converted to Python scalars" in text:
        return (
            "A function for one number was given a whole array: those of `math` and `float` take "
            "numbers only. NumPy's, as `np.exp`, take arrays of any shape, and `np.sum` makes one "
            "number of an array."
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


def misplaced(answer, expected, name):
    """The sentence about a result that stands where another one should, or None."""
    mine = [(part, value) for part, value, _ in _leaves(answer, expected, name)]
    due = [(part, value) for part, value, _ in _leaves(expected, expected, name)]
    for part, value in mine:
        here = next(other for place, other in due if place == part)
        for place, other in due:
            if np.any(other) and not _equal(here, other) and _equal(value, other):
                exchanged = (
                    " Are the results in another order?" if place in name.split(", ") else ""
                )
                return f"Your {part} is what {place} should be.{exchanged}"
    return None


def _equal(one, other):
    return np.shape(one) == np.shape(other) and _close(one, other)


def nearly(found, cases, name):
    """The sentence about answers of which only the last digits are wrong, or None."""
    pairs = []
    for answer, (_, _, expected) in zip(found, cases, strict=True):
        if isinstance(answer, Exception):
            return None
        leaves = [(mine, due) for _, mine, due in _leaves(answer, expected, name)]
        if not leaves or len(leaves) < len(list(_leaves(expected, expected, name))):
            return None
        for mine, due in leaves:
            if np.shape(mine) != np.shape(due) or np.asarray(mine).dtype.kind != "f":
                return None
        pairs += [(mine, due) for mine, due in leaves if not _equal(mine, due)]
    if not pairs:  # a difference that is smaller than what is looked for here
        return None
    for digits in range(1, 9):
        if all(np.allclose(mine, np.round(due, digits), 0, 1e-12) for mine, due in pairs):
            return f"It is rounded to {digits} decimal{'s' * (digits > 1)}: hand on all the digits."
    if all(np.allclose(mine, due, 0, 1e-3 * np.abs(due).max(initial=0)) for mine, due in pairs):
        return "Only the last digits are wrong: is something rounded, or a small number added?"
    return None


def factor(found, cases, name):
    """The sentence about a constant factor between all answers and the right ones, or None."""
    parts, ratios, examples = {}, [], []
    for answer, (_, arguments, expected) in zip(found, cases, strict=True):
        if isinstance(answer, Exception):
            return None
        for part, mine, due in _leaves(answer, expected, name):
            if _equal(mine, due):
                continue
            if np.shape(mine) != np.shape(due) or not np.any(due):
                return None
            if np.asarray(mine).dtype.kind not in "biuf" or np.asarray(due).dtype.kind != "f":
                return None
            ratio = float(np.sum(mine * due) / np.sum(due * due))  # the best fit
            if not _close(mine, ratio * due):
                return None
            parts[part] = True
            ratios.append(ratio)
            examples.append(_examples(arguments) or 0)
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


def _leaves(answer, expected, name):
    """(name, part of the answer, part of the expected one) of each number or array in both."""
    if isinstance(expected, dict) and isinstance(answer, dict):
        for key in expected:
            if key in answer:
                yield from _leaves(answer[key], expected[key], key)
    elif isinstance(expected, (tuple, list)):
        if isinstance(answer, (tuple, list)) and len(answer) == len(expected):
            names = _names(name, len(expected))
            for triple in zip(answer, expected, names, strict=True):
                yield from _leaves(*triple)
    elif isinstance(answer, (np.ndarray, float)) and isinstance(expected, (np.ndarray, float)):
        yield name, answer, expected


def one_sided(good, cases):
    """The sentence about the cases that are right, when only some are wrong, or None."""
    if not any(good) or all(good):
        return None
    labels = {state: [] for state in (True, False)}
    for state, (label, _, _) in zip(good, cases, strict=True):
        labels[state].append(label)
    # A word that all the wrong cases share and no right one has says it best.
    shared = set.intersection(*(set(label.split(", ")) for label in labels[False]))
    shared -= {word for label in labels[True] for word in label.split(", ")}
    if shared and len(labels[False]) > 1:
        return (
            f"It is wrong in every case with {' and '.join(sorted(shared))}, and right elsewhere."
        )
    only = all(label.startswith("the public case") for label in labels[True])
    fits = " Something in it is fixed that must depend on the input." if only else ""
    return f"It is right on {_some(labels[True])}. It is wrong on {_some(labels[False])}.{fits}"


def _some(labels):
    labels = list(dict.fromkeys(labels))
    return "; ".join(labels[:4]) + ("; and so on" if len(labels) > 4 else "")


def right(found, cases, returns, extra_keys=False, tolerance=RELATIVE_TOLERANCE):
    """For each case whether the answer is right, whatever happened to the arguments."""
    return [
        not isinstance(answer, Exception)
        and compare(answer, expected, returns, extra_keys, tolerance) is None
        for answer, (_, _, expected) in zip(found, cases, strict=True)
    ]


# ---------------------------------------------------------------- words


def _names(name, count):
    """The names of the parts of something: those it is made of, or its name with an index."""
    names = name.split(", ")
    return names if len(names) == count > 1 else [f"{name}[{index}]" for index in range(count)]


def _examples(arguments):
    """The number of examples in the arguments of a call: the columns of the first array."""
    arrays = [value for value in arguments if isinstance(value, np.ndarray) and value.ndim > 1]
    return arrays[0].shape[1] if arrays else None


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
        return getattr(value, "__name__", "a function") if callable(value) else repr(value)

    named = zip(names.split(", "), arguments, strict=False)
    return ", ".join(f"{name} = {one(value)}" for name, value in named)


def _kind(answer):
    """What something is, in words: "an array of shape (3, 2)", "None", "a tuple of 2"."""
    if answer is None:
        return "None (is a `return` missing?)"
    if isinstance(answer, np.ndarray):
        return f"{type(answer).__name__} of shape {answer.shape}"
    if isinstance(answer, (tuple, list)):
        return f"a {type(answer).__name__} of {len(answer)}"
    return f"of type {type(answer).__name__}"
