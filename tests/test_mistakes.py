"""Every mistake of the lists is rejected, with a message that says its sentence."""

import functools

import numpy as np
import pytest
from conftest import MASTER, with_package
from sampling import sampled

from authoring.masters import exercises, masters, solutions
from authoring.minimum import NAMED
from authoring.mistakes import explained, other_spellings
from exercises.diagnose import same_outcome
from exercises.errors import WrongAnswer

EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])


@functools.cache
def solved(master):
    return solutions(master)


def one_line(text):
    return " ".join(text.split())


def message(master, mistake):
    """What the learner reads about a mistake, in one line, or "" if it is accepted."""
    namespace = dict(solved(master))
    exec(mistake.source, namespace)
    try:
        with np.errstate(all="ignore"):
            exercises(master).tests[mistake.exercise](namespace[mistake.exercise])
    except WrongAnswer as error:
        text = str(error)
    except Exception as error:  # the learner's own code: Python's words, and the test's notes
        notes = getattr(error, "__notes__", [])
        text = "\n".join([f"{type(error).__name__}: {error}", *notes])
    else:
        return ""
    return one_line(text)


def judged(master, rows, capsys):
    """(mistake, its message, whether that says what it should) of some mistakes."""
    found = []
    for mistake in (row for row in rows if row.exercise in with_package(master)):
        text = message(master, mistake)
        found.append((mistake, text, one_line(mistake.message) in text))
    capsys.readouterr()  # what the tests of the exercises printed is no part of the table
    return found


def show(rows):
    for mistake, text, ok in rows:
        print(f"{mistake.exercise}: {mistake.name}\n    {'ok' if ok else 'no':<3} {text[-160:]}")


@EACH
def test_mistakes_in_other_spellings_occur_once(master):
    rows = other_spellings(master)
    assert len({(row.exercise, row.source) for row in rows}) == len(rows)


@EACH
def test_mistake_in_another_spelling_says_the_same_sentence(master, capsys):
    rows = judged(master, other_spellings(master), capsys)
    show(rows)
    print(f"{sum(ok for *_, ok in rows)} of {len(rows)} messages name the mistake")
    assert [row.name for row, text, _ in rows if not text] == []
    assert [row.name for row, _, ok in rows if row.named and not ok] == []
    # Those below are named by now: they belong among the OTHER_SPELLINGS.
    assert [row.name for row, _, ok in rows if not row.named and ok] == []
    assert np.mean([ok for *_, ok in rows]) >= NAMED


@EACH
def test_mistake_says_its_sentence(master, capsys):
    """Or that of another one that cannot be told from it: both have the same outcomes."""
    known = exercises(master).tables["KNOWN"]
    rows = sampled(explained(master), lambda row: (row.exercise, row.source), master.stem[:2])
    wrong = []
    for row, text, ok in judged(master, rows, capsys):
        outcomes = [outcome for sentence, outcome in known[row.exercise] if sentence == row.message]
        twins = [
            one_line(sentence)
            for sentence, outcome in known[row.exercise]
            if any(same_outcome(outcome, other) for other in outcomes)
        ]
        if not ok and not any(sentence in text for sentence in twins):
            wrong.append((row, text, ok))
    show(wrong)
    assert not wrong


NEXT_CACHE = """
def L_model_backward(AL, Y, caches):
    L, grads = len(caches), {}
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    dZ = dA * AL * (1 - AL)
    for l in range(L, 0, -1):
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_backward(dZ, caches[l - 1][0])
        grads[f"dA{l - 1}"] = dA
        dZ = dA * (caches[l - 1][0][0] > 0)
    return grads
"""


def test_slope_taken_from_the_next_cache_is_said_to_be_right_mathematics():
    """Written by hand, and not as the edit of the master that the list holds."""
    namespace = solutions(MASTER)
    exec(NEXT_CACHE, namespace)
    test = exercises(MASTER).tests["L_model_backward"]
    with pytest.raises(WrongAnswer, match="the next layer's A is above 0 where this layer's Z is"):
        test(namespace["L_model_backward"])
