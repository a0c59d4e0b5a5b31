"""Every right answer of the lists is accepted, however it is written."""

import functools

import pytest
from conftest import with_package

from authoring.answers import right_answers
from authoring.masters import exercises, masters, solutions

EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])


@functools.cache
def solved(master):
    return solutions(master)


def problem(master, exercise, function, capsys):
    """Why a right answer is rejected, or None."""
    try:
        exercises(master).tests[exercise](function)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    printed = capsys.readouterr().out
    return None if printed.endswith(" All tests passed.\n") else f"it printed {printed!r}"


@EACH
def test_right_answer_is_accepted(master, capsys):
    """Alone: whatever else it calls is the master's."""
    rejected = {}
    for row in (row for row in right_answers(master) if row.exercise in with_package(master)):
        namespace = dict(solved(master))
        exec(row.source, namespace)
        found = problem(master, row.exercise, namespace[row.exercise], capsys)
        if found:
            rejected[f"{row.exercise}: {row.name}"] = found
    assert rejected == {}


@pytest.mark.parametrize("number", range(10))
@EACH
def test_notebook_of_right_answers_is_accepted(master, number, capsys):
    """Together: right answers that call each other, as in a learner's notebook."""
    namespace, tests = dict(solved(master)), with_package(master)
    for exercise in tests:
        answers = [row.source for row in right_answers(master) if row.exercise == exercise]
        exec(answers[number % len(answers)], namespace)
    found = {name: problem(master, name, namespace[name], capsys) for name in tests}
    assert {name: text for name, text in found.items() if text} == {}
