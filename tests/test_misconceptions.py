"""Every wrong version of the banks is rejected, with a message that names what is wrong."""

import re

import numpy as np
import pytest

from authoring.banks import misconceptions, rows
from authoring.masters import exercises, masters, solutions
from exercises.errors import WrongAnswer

ROWS, IDS = rows(misconceptions, masters())
EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])
SHARE = 0.9  # of the messages that must name their cause


def said(master, wrong):
    """What the learner reads about a wrong version, in one line, or None if it is accepted."""
    namespace = solutions(master)
    exec(wrong.source, namespace)
    try:
        with np.errstate(all="ignore"):
            exercises(master).tests[wrong.exercise](namespace[wrong.exercise])
    except WrongAnswer as error:
        message = str(error)
    except Exception as error:  # the learner's own code: Python's words, and the test's notes
        notes = getattr(error, "__notes__", [])
        message = "\n".join([f"{type(error).__name__}: {error}", *notes])
    else:
        return None
    return " ".join(message.split())


def names_the_cause(wrong, message):
    return bool(re.search(wrong.cause, message or "", flags=re.IGNORECASE))


@EACH
def test_the_bank_is_large_enough(master):
    bank, names = misconceptions(master), set(exercises(master).tests)
    assert len({(row.exercise, row.name) for row in bank}) == len(bank)
    assert {row.exercise for row in bank} == names
    assert len(bank) >= 6 * len(names)


@pytest.mark.parametrize(("master", "wrong"), ROWS, ids=IDS)
def test_a_wrong_version_is_rejected(master, wrong):
    assert said(master, wrong) is not None


@EACH
def test_the_messages_name_the_cause(master, capsys):
    bank = misconceptions(master)
    messages = [said(master, wrong) for wrong in bank]
    found = [names_the_cause(*row) for row in zip(bank, messages, strict=True)]
    capsys.readouterr()  # what the tests of the exercises printed is no part of the table
    for row, message, ok in zip(bank, messages, found, strict=True):
        name = f"{row.exercise}: {row.name}"
        print(f"{name:<72} {'ok' if ok else 'no':<3} {(message or '(accepted)')[:160]}")
    print(f"{sum(found)} of {len(found)} messages name the cause")
    assert np.mean(found) >= SHARE
