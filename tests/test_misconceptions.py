"""Every wrong version of the bank is rejected, with a message that names what is wrong."""

import re
from collections import Counter

import numpy as np
import pytest
from misconceptions import MISCONCEPTIONS

import public_tests
from course.notebooks import masters, solutions

MASTER = masters()[0]
EXERCISES = [name.removesuffix("_test") for name in public_tests.__all__ if name.endswith("_test")]
IDS = [f"{wrong.exercise}: {wrong.name}" for wrong in MISCONCEPTIONS]
SHARE = 0.9  # of the messages that must name their cause


def said(wrong):
    """What the learner reads about a wrong version, in one line, or None if it is accepted."""
    namespace = solutions(MASTER)
    exec(wrong.source, namespace)
    try:
        with np.errstate(all="ignore"):
            getattr(public_tests, f"{wrong.exercise}_test")(namespace[wrong.exercise])
    except public_tests.WrongAnswer as error:
        message = str(error)
    except Exception as error:  # the learner's own code: Python's words, and the test's notes
        notes = getattr(error, "__notes__", [])
        message = "\n".join([f"{type(error).__name__}: {error}", *notes])
    else:
        return None
    return " ".join(message.split())


def names_the_cause(wrong, message):
    return bool(re.search(wrong.cause, message or "", flags=re.IGNORECASE))


def test_the_bank_is_large_enough():
    assert len(MISCONCEPTIONS) >= 80
    assert len(set(IDS)) == len(IDS)
    counts = Counter(wrong.exercise for wrong in MISCONCEPTIONS)
    assert set(counts) == set(EXERCISES)


@pytest.mark.parametrize("wrong", MISCONCEPTIONS, ids=IDS)
def test_a_wrong_version_is_rejected(wrong):
    assert said(wrong) is not None


def test_the_messages_name_the_cause(capsys):
    messages = [said(wrong) for wrong in MISCONCEPTIONS]
    found = [names_the_cause(*row) for row in zip(MISCONCEPTIONS, messages, strict=True)]
    capsys.readouterr()  # what the tests of the exercises printed is no part of the table
    for name, message, ok in zip(IDS, messages, found, strict=True):
        print(f"{name:<72} {'ok' if ok else 'no':<3} {(message or '(accepted)')[:160]}")
    print(f"{sum(found)} of {len(found)} messages name the cause")
    assert np.mean(found) >= SHARE
