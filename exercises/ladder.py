"""The ladder that a test climbs with a function, case by case.

Does the function take the arguments, does it run, does it return the right kind of thing, with the
right keys, type and shape, is every number finite and right, and were the arguments left alone? The
first rung that fails is reported, with its cause where one is found.

It needs NumPy alone and holds no solution: the expected answers are data, in `expected/`.
"""

import copy
from collections.abc import Callable, Sequence

import numpy as np

from exercises.compare import call_in_words, changed_argument, difference, entries
from exercises.declarations import Case, Exercise, Failure
from exercises.diagnose import OVERWRITTEN, SEED
from exercises.errors import ExerciseOpen, WrongAnswer, annotate
from exercises.functions import cannot_be_called, first_line, says_its_defaults


def no_cause(failure: Failure) -> str:
    """What is said of the cause where only the verdict counts: nothing."""
    return ""


def judge(
    target: Callable,
    cases: Sequence[Case],
    exercise: Exercise,
    cause: Callable[[Failure], str] = no_cause,
) -> None:
    """Try a function on all cases of an exercise.

    Arguments:
        target: the function.
        cases: with what it is compared.
        cause: called once, if a case fails: returns the sentences about the cause, or "".

    Raises:
        WrongAnswer: the first case that fails, and why.
        Exception: what the function itself raised, with a note, and its `cause` too.
    """
    __tracebackhide__ = True  # Jupyter shows the learner's lines, not these
    finished = []
    line = cannot_be_called(target, cases, exercise)
    if line:
        raise WrongAnswer(
            f"{exercise.title}: your first line is `{line}`.",
            f"That of the exercise is `{first_line(exercise)}`: leave it as it was.",
        )
    for index, case in enumerate(cases):
        if exercise.slow_defaults and says_its_defaults(target, case, exercise):
            continue
        arguments = copy.deepcopy(case.arguments)
        before = entries(arguments)
        np.random.seed(SEED + index)  # an answer must not depend on what was drawn before
        try:
            with exercise.floats():
                answer = target(*arguments)
        except ExerciseOpen:
            raise
        except Exception as error:
            start = f"{exercise.title}, was called on"
            words = call_in_words(start, case, exercise.takes)
            annotate(error, words, cause(Failure(index, error)))
            raise
        problem = difference(answer, case, exercise)
        changed = changed_argument(arguments, before, case.arguments, exercise.takes)
        if problem or changed:
            sentences = cause(Failure(index, answer=answer, changed=changed))
            problem = problem or f"the answer is right, but {changed}"
            call = call_in_words("Called on", case, exercise.takes)
            raise WrongAnswer(f"{exercise.title}: {problem}", sentences, call)
        finished.append((answer, case))
    for answer, case in finished:
        problem = difference(answer, case, exercise)
        if problem:
            call = call_in_words("Called on", case, exercise.takes)
            raise WrongAnswer(f"{exercise.title}: {problem}", OVERWRITTEN, call)
