"""What the tests of the exercises are tried on: a folder a notebook.

right_answers.py     RIGHT_ANSWERS: right answers, each written in another way; all must pass
misconceptions.py    MISCONCEPTIONS: wrong versions as learners write them, each with its cause;
                     none may pass, and the message should name the cause
mutants.py           what the mutation engine needs, see `mutation.py`
"""

from textwrap import dedent
from typing import NamedTuple

from authoring.masters import module_name, part


class Right(NamedTuple):
    exercise: str
    name: str
    source: str


class Misconception(NamedTuple):
    """`cause` is a regular expression for what a message must say that helps.

    It is lenient in the wording and strict in the meaning, and capitals do not matter.
    """

    exercise: str
    name: str
    cause: str
    source: str


def right(exercise, name, source):
    return Right(exercise, name, dedent(source).lstrip())


def wrong(exercise, name, cause, source):
    return Misconception(exercise, name, cause, dedent(source).lstrip())


def right_answers(master):
    return part(module_name(master), "answers").RIGHT_ANSWERS


def misconceptions(master):
    return part(module_name(master), "misconceptions").MISCONCEPTIONS


def rows(bank, masters):
    """(master, row) of every row in a bank, with the ids to show.

    Arguments:
        bank: `right_answers` or `misconceptions`.
    """
    found = [(master, row) for master in masters for row in bank(master)]
    return found, [f"{master.stem[:2]} {row.exercise}: {row.name}" for master, row in found]
