"""Every right answer of the bank is accepted, however it is written."""

from collections import Counter

import pytest
from right_answers import RIGHT_ANSWERS

import public_tests
from course.notebooks import masters, solutions

MASTER = masters()[0]
EXERCISES = [name.removesuffix("_test") for name in public_tests.__all__ if name.endswith("_test")]
IDS = [f"{right.exercise}: {right.name}" for right in RIGHT_ANSWERS]


def check(exercise, function, capsys):
    getattr(public_tests, f"{exercise}_test")(function)
    assert capsys.readouterr().out == " All tests passed.\n"


def test_the_bank_is_large_enough():
    assert len(RIGHT_ANSWERS) >= 60
    assert len(set(IDS)) == len(IDS)
    counts = Counter(right.exercise for right in RIGHT_ANSWERS)
    assert set(counts) == set(EXERCISES)
    assert min(counts.values()) >= 6


@pytest.mark.parametrize("right", RIGHT_ANSWERS, ids=IDS)
def test_a_right_answer_is_accepted(right, capsys):
    """Alone: whatever else it calls is the master's."""
    namespace = solutions(MASTER)
    exec(right.source, namespace)
    check(right.exercise, namespace[right.exercise], capsys)


@pytest.mark.parametrize("number", range(10))
def test_a_notebook_of_right_answers_is_accepted(number, capsys):
    """Together: ten right answers that call each other, as in a learner's notebook."""
    namespace = solutions(MASTER)
    for exercise in EXERCISES:
        answers = [right.source for right in RIGHT_ANSWERS if right.exercise == exercise]
        exec(answers[number % len(answers)], namespace)
    for exercise in EXERCISES:
        check(exercise, namespace[exercise], capsys)
