"""The ladder that a test climbs with a function, case by case.

Does the function run, does it return the right kind of thing, with the right keys, type and shape,
is every number finite and right, and were the arguments left alone? The first rung that fails is
reported, with its cause where one is found.

It needs NumPy alone and holds no solution: the expected answers are data, in `expected/`.
"""

import copy
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from exercises.compare import changed_argument, describe, difference, entries
from exercises.declarations import Case, Exercise, Mistake
from exercises.diagnose import OVERWRITTEN, cause_of_difference, cause_of_error
from exercises.errors import ExerciseOpen, WrongAnswer, annotate


def judge(
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    mistakes: Iterable[Mistake] = (),
    explain: bool = True,
) -> None:
    """Try a function on all cases of an exercise.

    Arguments:
        target: the function.
        cases, mistakes: with what it is compared.
        explain: whether to look for the cause, for which all cases run again.

    Raises:
        WrongAnswer: the first case that fails, and why.
        Exception: what the function itself raised, with a note, and its `cause` too.
    """
    __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
    tried, finished = (target, cases, exercise, mistakes), []
    for index, case in enumerate(cases):
        call = f"called on {case.label} with {describe(case.arguments, exercise.takes)}"
        arguments = copy.deepcopy(case.arguments)
        before = entries(arguments)
        np.random.seed(index)  # an answer must not depend on what was drawn before
        try:
            with exercise.floats():
                answer = target(*arguments)
        except ExerciseOpen:
            raise
        except Exception as error:
            cause = cause_of_error(error, *tried) if explain else ""
            annotate(error, f"The function was {call}.", cause)
            raise
        problem = difference(answer, case, exercise)
        changed = changed_argument(arguments, before, case.arguments, exercise.takes)
        if problem or changed:
            cause = cause_of_difference(answer, case, changed, *tried) if explain else ""
            problem = problem or f"The answer is right, but {changed}"
            raise WrongAnswer(f"{exercise.title}, {call}:\n{problem}", cause)
        finished.append((call, answer, case))
    for call, answer, case in finished:
        problem = difference(answer, case, exercise)
        if problem:
            raise WrongAnswer(f"{exercise.title}, {call}:\n{problem}", OVERWRITTEN)
