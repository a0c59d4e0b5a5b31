"""Every right answer of the banks is accepted, however it is written."""

from collections import Counter

import pytest

from authoring.banks import right_answers, rows
from authoring.masters import exercises, masters, solutions

ROWS, IDS = rows(right_answers, masters())
EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])


def check(master, exercise, function, capsys):
    exercises(master).tests[exercise](function)
    assert capsys.readouterr().out.endswith(" All tests passed.\n")


@EACH
def test_the_bank_is_large_enough(master):
    bank = right_answers(master)
    assert len({(row.exercise, row.name) for row in bank}) == len(bank)
    counts = Counter(row.exercise for row in bank)
    assert set(counts) == set(exercises(master).tests)
    assert min(counts.values()) >= 5


@pytest.mark.parametrize(("master", "right"), ROWS, ids=IDS)
def test_a_right_answer_is_accepted(master, right, capsys):
    """Alone: whatever else it calls is the master's."""
    namespace = solutions(master)
    exec(right.source, namespace)
    check(master, right.exercise, namespace[right.exercise], capsys)


@pytest.mark.parametrize("number", range(10))
@EACH
def test_a_notebook_of_right_answers_is_accepted(master, number, capsys):
    """Together: right answers that call each other, as in a learner's notebook."""
    namespace, tests = solutions(master), exercises(master).tests
    for exercise in tests:
        answers = [row.source for row in right_answers(master) if row.exercise == exercise]
        exec(answers[number % len(answers)], namespace)
    for exercise in tests:
        check(master, exercise, namespace[exercise], capsys)
