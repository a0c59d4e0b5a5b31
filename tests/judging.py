"""Judge a function as the test of an exercise does, without a notebook around it."""

from exercises.diagnose import cause
from exercises.ladder import judge


def explained(target, cases, exercise, mistakes=()):
    """Judge a function, and look for the cause of its failure."""

    def explain(failure):
        return cause(failure, target, cases, exercise, mistakes)

    judge(target, cases, exercise, explain)
