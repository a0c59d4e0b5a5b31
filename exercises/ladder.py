"""The ladder that a test climbs with a function, case by case.

Does the function take the arguments, does it run, does it return the right kind of thing, with the
right keys, type and shape, is every number finite and right, and were the arguments left alone? The
first rung that fails is reported, with its cause where one is found.

It needs NumPy alone and holds no solution: the expected answers are data, in `expected/`.
"""

import copy
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from exercises.compare import call_in_words, changed_argument, difference, entries
from exercises.declarations import Case, Exercise, Mistake
from exercises.diagnose import OVERWRITTEN, SEED, cause_of_difference, cause_of_error
from exercises.errors import ExerciseOpen, WrongAnswer, annotate
from exercises.functions import cannot_be_called, first_line


def nothing_known(error: Exception | None) -> str | None:
    """What the notebook around a function says of its failure: nothing."""


def judge(
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    mistakes: Iterable[Mistake] = (),
    explain: bool = True,
    known_outside: Callable[[Exception | None], str | None] = nothing_known,
) -> None:
    """Try a function on all cases of an exercise.

    Arguments:
        target: the function.
        cases, mistakes: with what it is compared.
        explain: whether to look for the cause, for which all cases run again.
        known_outside: given what the function raised, or None, the cause that the notebook around
            it knows, or None. It is asked before any other cause is looked for.

    Raises:
        WrongAnswer: the first case that fails, and why.
        Exception: what the function itself raised, with a note, and its `cause` too.
    """
    __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
    tried, finished = (target, cases, exercise, mistakes), []
    line = cannot_be_called(target, cases, exercise)
    if line:
        raise WrongAnswer(
            f"{exercise.title}: your first line is `{line}`.",
            f"That of the exercise is `{first_line(exercise)}`: leave it as it was.",
        )
    for index, case in enumerate(cases):
        call = call_in_words("Called on", case, exercise.takes)
        arguments = copy.deepcopy(case.arguments)
        before = entries(arguments)
        np.random.seed(SEED + index)  # an answer must not depend on what was drawn before
        try:
            with exercise.floats():
                answer = target(*arguments)
        except ExerciseOpen:
            raise
        except Exception as error:
            cause = (known_outside(error) or cause_of_error(error, case, *tried)) if explain else ""
            start = f"{exercise.title}, was called on"
            annotate(error, call_in_words(start, case, exercise.takes), cause)
            raise
        problem = difference(answer, case, exercise)
        changed = changed_argument(arguments, before, case.arguments, exercise.takes)
        if problem or changed:
            cause = ""
            if explain:
                cause = known_outside(None) or cause_of_difference(answer, index, changed, *tried)
            problem = problem or f"the answer is right, but {changed}"
            raise WrongAnswer(f"{exercise.title}: {problem}", cause, call)
        finished.append((call, answer, case))
    for call, answer, case in finished:
        problem = difference(answer, case, exercise)
        if problem:
            raise WrongAnswer(f"{exercise.title}: {problem}", OVERWRITTEN, call)
