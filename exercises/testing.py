"""How the test of an exercise goes.

A test `<function>_test(your_function)` calls your function on the public cases of its exercise and
then on fresh cases, each time with fresh arguments, and reports the first thing that is wrong, or
prints " All tests passed.". `ladder.py` judges; what it compares with is data, in `expected/`.
"""

import contextlib
import importlib.util
import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from exercises.declarations import Case, Exercise, Mistake
from exercises.diagnose import all_answers, right_answers
from exercises.errors import WrongAnswer
from exercises.ladder import judge
from exercises.score_card import NOT_YET, PASSED, ScoreCard
from exercises.tracebacks import explain_tracebacks

# What the tests compare with, see the first lines of `expected/`. COUNTERPARTS, which the grader
# alone has, are the public cases with other numbers: everyone knows the answers to the public ones.
TABLES = "META", "PUBLIC", "FRESH", "KNOWN", "COUNTERPARTS"
# Partial credit: the public case right; or all values right and an argument changed.
PUBLIC_CREDIT, VALUES_CREDIT = 0.5, 0.8
# Packages by the name under which people know them.
PACKAGES = {"torch": "PyTorch"}


def nbgrader_execution() -> str:
    """The command of nbgrader that runs this notebook, as "autograde" or "validate", or ""."""
    return os.environ.get("NBGRADER_EXECUTION", "")


if nbgrader_execution():
    # nbgrader gives a cell no points when anything stands on stderr. A warning is no mistake:
    # while nbgrader runs the notebook, warnings are printed where print() prints.
    sys.stderr = sys.stdout


def is_installed(package: str | None) -> bool:
    """Whether a package can be imported here; True where none is needed."""
    return package is None or importlib.util.find_spec(package) is not None


def missing_package(exercise: Exercise) -> str | None:
    """The sentence that an exercise cannot be tested for lack of a package, or None if it can."""
    if is_installed(exercise.needs):
        return None
    return (
        f"{exercise.title}, needs {package_name(exercise)}, which is not installed here: it is not "
        f"tested, and its {exercise.points} points do not count."
    )


def package_name(exercise: Exercise) -> str:
    return PACKAGES.get(exercise.needs, exercise.needs)


class Credit(float):
    """A part of the points: a plain float for nbgrader, with the reason for our own grader."""

    def __new__(cls, points: float, reason: Exception):
        credit = super().__new__(cls, points)
        credit.reason = reason
        return credit


class Exercises:
    """The exercises of a notebook.

    Attributes:
        tests: {function: its test}, in the order of the notebook.
        tables: {"PUBLIC": ..., ...}, see TABLES; each from the name of a function to its rows.
    """

    def __init__(self, expected: Any):
        """`expected` is the module of `expected/` that belongs to the notebook."""
        self.tests: dict[str, Callable] = {}
        self.tables = {name: getattr(expected, name, {}) for name in TABLES}
        self._partial_credit = False
        self._card = ScoreCard()
        explain_tracebacks(self.tests)

    def score_card(self) -> ScoreCard:
        """The exercises of the notebook: passed, not yet or open, and the points so far."""
        return self._card

    @contextlib.contextmanager
    def graded(self, tables: dict[str, dict]) -> Iterator[None]:
        """Test as a grader does: with tables of its own, and with partial credit."""
        published, credit = self.tables, self._partial_credit
        self.tables, self._partial_credit = {**published, **tables}, True
        try:
            yield
        finally:
            self.tables, self._partial_credit = published, credit

    def test(
        self,
        function: str,
        returns: str | tuple[str, ...],
        public: list[Callable[[], tuple]],
        **options: Any,
    ) -> Callable:
        """Declare an exercise, and make its test.

        Its number, points and arguments are those of the master: META in `expected/`.

        Arguments:
            function: the name of the function.
            returns: the name of its result, or the names where it returns a tuple.
            public: functions that return the arguments of the public cases.
            options: those of `Exercise`: extra_keys, tolerance, quiet, strict_floats, facts, needs.

        Returns:
            test(target, explain=True): prints " All tests passed." or raises WrongAnswer; what
                target itself raises comes through as it is. With explain=False the verdict is the
                same, and no cause is looked for. `test.exercise` is the Exercise.
        """
        # A new exercise has no META until `python -m authoring make` has run once.
        meta = self.tables["META"].get(function, {"number": 0, "points": 0, "takes": ()})
        names = (returns,) if isinstance(returns, str) else returns
        exercise = Exercise(
            function=function, returns=names, public=tuple(public), **meta, **options
        )

        def test(target, explain=True):
            __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
            return self._run(test.exercise, target, explain)

        test.__name__ = test.__qualname__ = f"{function}_test"
        test.__doc__ = f"Test exercise {exercise.number}: call {test.__name__}({function})."
        test.exercise = exercise
        self._card.add(exercise)
        self.tests[function] = test
        return test

    def _run(self, exercise, target, explain):
        __tracebackhide__ = True
        missing = missing_package(exercise)
        if missing:
            self._card.mark(exercise, f"needs {package_name(exercise)}")
            print(missing)
            return None
        state = np.random.get_state()  # the public cases may set a seed
        cases, known = self._cases(exercise), self.tables["KNOWN"].get(exercise.function, [])
        mistakes = (Mistake(*row) for row in known)  # most calls need none
        self._card.mark(exercise, NOT_YET)
        try:
            with contextlib.redirect_stdout(io.StringIO() if exercise.quiet else sys.stdout):
                judge(target, cases, exercise, mistakes, explain)
        except Exception as error:
            if self._partial_credit or nbgrader_execution() == "autograde":
                points = exercise.points * self._credit(target, cases, exercise)
                if points:
                    return _partial(error, points, exercise.points)
            raise error from None
        finally:
            np.random.set_state(state)
        self._card.mark(exercise, PASSED)
        print(" All tests passed.")
        return None

    def _cases(self, exercise):
        """The cases of an exercise: those with the shapes of the public ones come first."""
        function = exercise.function
        if function not in self.tables["PUBLIC"]:
            raise LookupError(
                f"{function} has no expected answers yet: run `python -m authoring make`."
            )
        public = [case() for case in exercise.public]
        cases = [
            Case(_label(arguments), arguments, expected)
            for arguments, expected in zip(public, self.tables["PUBLIC"][function], strict=True)
        ]
        cases += [
            Case(f"{_label(arguments)} with other numbers", arguments, expected)
            for arguments, expected in self.tables["COUNTERPARTS"].get(function, [])
        ]
        return cases + [Case(*row) for row in self.tables["FRESH"][function]]

    def _credit(self, target, cases, exercise):
        """The part of the points for a function that failed: which cases are right?"""
        right = right_answers(all_answers(target, cases, exercise), cases, exercise)
        if all(right):
            return VALUES_CREDIT
        fresh = len(self.tables["FRESH"][exercise.function])
        return PUBLIC_CREDIT if all(right[: len(right) - fresh]) else 0


def _label(arguments):
    """The name of a public case; where there are two, the last argument tells them apart."""
    last = arguments[-1]
    return f"the public case, {last}" if isinstance(last, str) else "the public case"


def _partial(error, credit, points):
    """Print the reason, and return the points in the way in which nbgrader reads them."""
    notes = getattr(error, "__notes__", [])
    print(*([] if isinstance(error, WrongAnswer) else [f"{type(error).__name__}:"]), error)
    print(*notes, f"{credit:g} of {points} points.", sep="\n")
    return Credit(credit, error)
