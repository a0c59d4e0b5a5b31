"""How the test of an exercise goes.

A test `<function>_test(your_function)` calls your function on the public cases of its exercise and
then on fresh cases, each time with fresh arguments, and reports the first thing that is wrong, or
prints " All tests passed.". `ladder.py` judges; what it compares with is data, in `expected/`.
"""

import contextlib
import importlib.util
import io
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from exercises import diagnose
from exercises.declarations import Case, Exercise, Mistake
from exercises.diagnose import all_answers, announce, quiet, right_answers
from exercises.errors import NoAnswer, WrongAnswer
from exercises.functions import global_names, namespace
from exercises.ladder import judge
from exercises.score_card import NOT_YET, PASSED, ScoreCard
from exercises.tracebacks import explain_tracebacks

# What the tests compare with, see the first lines of `expected/`. COUNTERPARTS, which the grader
# alone has, are the public cases with other numbers, as (arguments, answer), once or several times
# in their order: everyone knows the answers to the public ones.
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
        self._published = None  # the published tables while a grader tests with its own
        self._card = ScoreCard(notebook=getattr(expected, "__name__", "")[-2:])
        self._cells = explain_tracebacks(self)

    def score_card(self) -> ScoreCard:
        """The exercises of the notebook: passed, not yet or open, and the points so far."""
        return self._card

    @contextlib.contextmanager
    def graded(self, tables: dict[str, dict]) -> Iterator[None]:
        """Test as a grader does: with tables of its own, and with partial credit.

        They decide. The cause of a failure is looked for on the published cases, of which it is
        known what comes out of each mistake.
        """
        published = self.tables
        self.tables, self._published = {**published, **tables}, published
        try:
            yield
        finally:
            self.tables, self._published = published, None

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
            options: those of `Exercise`, such as extra_keys, tolerance, facts and needs.

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
        cases, credit = self._cases(exercise), []

        def failed(failure):
            # The credit comes first: looking for the cause may take all the time there is.
            credit.append(self._credit(failure, target, cases, exercise))
            return self._cause(failure, target, cases, exercise) if explain else ""

        self._card.mark(exercise, NOT_YET)
        try:
            with contextlib.redirect_stdout(io.StringIO() if exercise.quiet else sys.stdout):
                announce(target, cases)
                judge(target, cases, exercise, failed)
        except Exception as error:
            points = sum(credit) * exercise.points
            if points:
                return _partial(error, points, exercise.points)
            raise error from None
        finally:
            np.random.set_state(state)
        self._card.mark(exercise, PASSED)
        print(" All tests passed.")
        return None

    def _cases(self, exercise, tables=None):
        """The cases of an exercise: those with the shapes of the public ones come first."""
        function, tables = exercise.function, tables or self.tables
        if function not in tables["PUBLIC"]:
            raise LookupError(
                f"{function} has no expected answers yet: run `python -m authoring make`."
            )
        public = [case() for case in exercise.public]
        labels = _labels(public)
        answers, secret = tables["PUBLIC"][function], tables["COUNTERPARTS"].get(function, [])
        cases = [Case(*row, printed=True) for row in zip(labels, public, answers, strict=True)]
        cases += [
            Case(f"{label} with other numbers", arguments, expected)
            for label, (arguments, expected) in zip(itertools.cycle(labels), secret, strict=False)
        ]
        return cases + [Case(*row) for row in tables["FRESH"][function]]

    def _cause(self, failure, target, cases, exercise):
        """The cause of a failure: what the notebook around the function knows comes first."""
        old = self._cells.why_old(exercise.function)
        if old:
            return old
        if isinstance(failure.error, NameError) and not hasattr(failure.error, "learner"):
            outside = self.not_defined(failure.error)
        else:
            outside = self._fails_before(target, exercise)
        if outside:
            return outside
        if self._published is not None:
            published = self._cases(exercise, self._published)
            again = _failure(target, published, exercise)
            if again is None:  # right there, so it is no mistake that is known
                return diagnose.cause(failure, target, cases, exercise, [])
            failure, cases = again, published
        known = [Mistake(*row) for row in self.tables["KNOWN"].get(exercise.function, [])]
        return diagnose.cause(failure, target, cases, exercise, known)

    def not_defined(self, error: NameError) -> str | None:
        """The sentence about the name of an exercise that is not defined, or None."""
        if error.name not in self.tests or isinstance(error, UnboundLocalError):
            return None
        title = f"{error.name} is exercise {self.tests[error.name].exercise.number}: its cell"
        if error.name in self._cells.failed:
            return f"{title} failed when you ran it last."
        how = "Run > Run All Above Selected Cell"
        return f"{title} has not been run since the kernel started ({how})."

    def _fails_before(self, target, exercise):
        """The sentence about the first other exercise that a function uses and that fails."""
        names, used, queue = namespace(target), {}, [target]
        while queue:
            for name in global_names(queue.pop()):
                if name in self.tests and name not in {exercise.function, *used} and name in names:
                    used[name] = names[name]
                    queue.append(names[name])
        for name, test in self.tests.items():  # in the order of the notebook
            if name in used and self._fails(used[name], test.exercise):
                return (
                    f"{name}, which this uses, does not pass its own test (exercise "
                    f"{test.exercise.number}): begin there."
                )
        return None

    def _fails(self, target, exercise):
        if not is_installed(exercise.needs):
            return False
        try:
            with quiet(exercise):
                judge(target, self._cases(exercise), exercise)
        except Exception:
            return True
        return False

    def _credit(self, failure, target, cases, exercise):
        """The part of the points for a function that failed: which cases are right?

        It is 0 where no points are given, and for a function that cannot be called. The function
        is called on the cases that are left, and then on all again: an answer is right only if it
        was right each time.
        """
        if self._published is None and nbgrader_execution() != "autograde":
            return 0
        if isinstance(failure.error, NoAnswer):
            return 0
        done = failure.index + 1
        answers = [failure.error or failure.answer]
        answers += all_answers(target, cases[done:], exercise, first=done)
        right = [True] * failure.index + right_answers(answers, cases[failure.index :], exercise)
        if not any(isinstance(answer, NoAnswer) for answer in answers):
            again = right_answers(all_answers(target, cases, exercise), cases, exercise)
            right = [one and other for one, other in zip(right, again, strict=True)]
        if all(right):
            return VALUES_CREDIT
        fresh = len(self.tables["FRESH"][exercise.function])
        return PUBLIC_CREDIT if all(right[: len(right) - fresh]) else 0


def _failure(target, cases, exercise):
    """The Failure of a function on some cases, in calls that the learner does not see, or None."""
    found = []

    def note(failure):
        found.append(failure)
        return ""

    with contextlib.suppress(Exception), quiet(exercise):
        judge(target, cases, exercise, note)
    return found[0] if found else None


def _labels(public):
    """The names of the public cases; a word or a number tells several apart."""
    last = [arguments[-1] for arguments in public]
    if all(isinstance(word, str) for word in last):
        return [f"the public case, {word}" for word in last]
    if len(public) == 1:
        return ["the public case"]
    return [f"public case {number}" for number in range(1, len(public) + 1)]


def _partial(error, credit, points):
    """Print the reason, and return the points in the way in which nbgrader reads them."""
    notes = getattr(error, "__notes__", [])
    print(*([] if isinstance(error, WrongAnswer) else [f"{type(error).__name__}:"]), error)
    print(*notes, f"{credit:g} of {points} points.", sep="\n")
    return Credit(credit, error)
