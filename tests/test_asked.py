"""Questions that learners asked in public: the message of the test answers them.

`asked.json` holds what they had written, in our template. Each row says what its message must say
for the asker to know what to change (`says`, a regular expression, or "accepted"), and may say what
would send the asker astray (`misleads`). Both are judged as a tutor would who sees the message
alone. A row of the kind "second step" is what the asker had after following a first answer.
"""

import contextlib
import functools
import io
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from authoring.masters import exercises, master, needed, sources
from exercises.errors import WrongAnswer
from exercises.score_card import PASSED

ASKED = json.loads(Path(__file__).with_name("asked.json").read_text(encoding="utf-8"))
ACCEPTED = "accepted"
ANSWERED, NOT_ANSWERED, MISLEADING = "answered", "not answered", "misleading"
MINIMUM = 71  # of the 73 wrong versions


def notebook_of(row):
    """The names of a learner's notebook: the master's, with the functions of the row.

    What it imports is what the master imports, so `copy` must be among it.
    """
    texts = sources(master(row["notebook"]))
    setup = texts.pop("setup")
    texts |= row["sources"]
    namespace = {}
    exec(compile(needed(setup, "\n".join(texts.values())), "setup", "exec"), namespace)
    for text in texts.values():
        exec(text, namespace)
    return namespace


def message(row):
    """What the learner reads, in one line, or "accepted".

    Whatever the learner has not changed has passed its test, and what the row changes is tested in
    the order of the notebook.
    """
    declared, namespace = exercises(master(row["notebook"])), notebook_of(row)
    for function, test in declared.tests.items():
        if function not in row["sources"]:
            declared.score_card().mark(test.exercise, PASSED)
    found = ACCEPTED
    changed = [name for name in declared.tests if name in row["sources"]]
    for function in [*(name for name in changed if name != row["function"]), row["function"]]:
        try:
            with contextlib.redirect_stdout(io.StringIO()), np.errstate(all="ignore"):
                declared.tests[function](namespace[function])
            found = ACCEPTED
        except WrongAnswer as error:
            found = str(error)
        except Exception as error:
            notes = getattr(error, "__notes__", [])
            found = "\n".join([f"{type(error).__name__}: {error}", *notes])
    return " ".join(found.split())


def verdict(row, text):
    if (text == ACCEPTED) != (row["says"] == ACCEPTED):
        return NOT_ANSWERED
    if "misleads" in row and re.search(row["misleads"], text):
        return MISLEADING
    return ANSWERED if re.search(row["says"], text) else NOT_ANSWERED


@functools.cache
def judged():
    """(row, its message, what that is worth), printed as a table."""
    rows = [(row, message(row)) for row in ASKED]
    rows = [(row, text, verdict(row, text)) for row, text in rows]
    for row, text, found in rows:
        print(f"{row['id']:<16}{row['notebook']}  {row['function']:<28}{found}")
        if found != ANSWERED:
            print(f"    asked: {row['cause']}\n    read:  {text}")
    return rows


def test_questions_asked_in_public_are_answered():
    found = Counter(worth for row, _, worth in judged() if row["kind"] == "wrong")
    print(dict(found))
    assert found.total() == 73
    assert found[ANSWERED] >= MINIMUM
    assert found[MISLEADING] == 0


@pytest.mark.parametrize("kind", ["right", "second step"])
def test_right_versions_and_second_steps_are_answered(kind):
    assert [
        row["id"] for row, _, found in judged() if row["kind"] == kind and found != ANSWERED
    ] == []
