"""How a test of an exercise goes.

A test `<function>_test(your_function)` calls your function on the public case of its exercise and
then on fresh cases, each time with fresh arguments, and tells the first thing that is wrong, or
prints " All tests passed.". How it judges stands in `ladder.py`; what it compares with is data, in
`expected/`.
"""

import contextlib
import io
import os
import sys

import numpy as np

from exercises.ladder import RELATIVE_TOLERANCE, WrongAnswer, answers, judge, right
from exercises.score_card import ScoreCard
from exercises.tracebacks import explain_tracebacks

if os.environ.get("NBGRADER_EXECUTION"):
    # nbgrader gives a cell no points when anything stands on stderr. A warning is no mistake:
    # while nbgrader runs the notebook, warnings are printed where print() prints.
    sys.stderr = sys.stdout
# For the grader: the public case right, or all values right and an argument written over.
PUBLIC_CREDIT, VALUES_CREDIT = 0.5, 0.8


class Credit(float):
    """A part of the points: a plain float for nbgrader, with the reason for our own grader."""

    def __new__(cls, points, reason):
        credit = super().__new__(cls, points)
        credit.reason = reason
        return credit


class Exercises:
    """The exercises of a notebook.

    Attributes:
        tests: {function: its test}, in the order of the notebook.
        tables: {"PUBLIC": ..., "FRESH": ..., "KNOWN": ..., "COUNTERPARTS": ...}, each from the name
            of a function to what its test compares with; see the first lines of `expected/`. The
            grader puts its own in their place. COUNTERPARTS, which it alone has, are the public
            cases with other numbers, because the answers to the public ones are known to everyone.
    """

    def __init__(self, expected):
        self.tests = {}
        names = ("PUBLIC", "FRESH", "KNOWN", "COUNTERPARTS")
        self.tables = {name: getattr(expected, name, {}) for name in names}
        self._card = ScoreCard()
        explain_tracebacks(self.tests)

    def score_card(self):
        """The exercises of the notebook: passed, not yet or open, and the points so far."""
        return self._card

    def test(
        self,
        number,
        function,
        points,
        takes,
        returns,
        *public,
        extra_keys=False,
        tolerance=RELATIVE_TOLERANCE,
        quiet=False,
    ):
        """Declare an exercise, and make its test.

        Arguments:
            number: the exercise's number in the notebook.
            function: the name of the function.
            points: what it counts.
            takes, returns: the names of its arguments and of its results, separated by commas.
            public: functions that return the arguments of the public cases.
            extra_keys: whether a returned dictionary may hold more than is asked for.
            tolerance: the relative error up to which a number is right.
            quiet: whether what the function prints is left out, for one that prints on request.

        Returns:
            test(target): prints " All tests passed." or raises WrongAnswer; what target itself
                raises comes through as it is. `test.public` are the public cases.
        """
        self._card.add(number, function, points)

        def test(target):
            __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
            state = np.random.get_state()
            cases, known_shapes = self._cases(function, public)
            known = self.tables["KNOWN"].get(function, [])
            self._card.mark(function, passed=False)
            try:
                with contextlib.redirect_stdout(io.StringIO() if quiet else sys.stdout):
                    judge(target, cases, takes, returns, known, extra_keys, tolerance)
            except Exception as error:
                if isinstance(error, WrongAnswer):
                    error = WrongAnswer(f"Exercise {number}, {function}, {error}", error.cause)
                if os.environ.get("NBGRADER_EXECUTION") == "autograde":
                    good = right(answers(target, cases), cases, returns, extra_keys, tolerance)
                    credit = _credit(good, known_shapes)
                    if credit:
                        return _partial(error, credit * points, points)
                raise error from None
            finally:
                np.random.set_state(state)
            self._card.mark(function, passed=True)
            print(" All tests passed.")

        test.__name__ = test.__qualname__ = f"{function}_test"
        test.__doc__ = f"Test exercise {number}: call {test.__name__}({function})."
        test.public = public
        test.points, test.extra_keys, test.tolerance = points, extra_keys, tolerance
        self.tests[function] = test
        return test

    def _cases(self, function, public):
        """The cases of an exercise, as (label, arguments, answer), and how many are no news.

        So many of the first have the shapes of the public ones.
        """
        expected = self.tables["PUBLIC"][function]
        cases = [
            (_label(arguments), arguments, answer)
            for arguments, answer in zip((case() for case in public), expected, strict=True)
        ]
        cases += [
            (f"{_label(arguments)} with other numbers", arguments, answer)
            for arguments, answer in self.tables["COUNTERPARTS"].get(function, [])
        ]
        return cases + self.tables["FRESH"][function], len(cases)


def _label(arguments):
    """The name of a public case; where there are two, the last argument tells them apart."""
    last = arguments[-1]
    return f"the public case, {last}" if isinstance(last, str) else "the public case"


def _credit(good, known_shapes):
    """The part of the points for a function that failed: which cases are right?

    The first `known_shapes` of them are the public ones, and in the grader their counterparts.
    """
    return VALUES_CREDIT if all(good) else PUBLIC_CREDIT if all(good[:known_shapes]) else 0


def _partial(error, credit, points):
    """Print the reason, and return the points in the way in which nbgrader reads them."""
    notes = getattr(error, "__notes__", [])
    print(*([] if isinstance(error, WrongAnswer) else [f"{type(error).__name__}:"]), error)
    print(*notes, f"{credit:g} of {points} points.", sep="\n")
    return Credit(credit, error)
