"""Hundreds of wrong versions made by machine: the tests of the exercises let none of them pass."""

import contextlib
import functools
import io
import warnings
from collections import Counter

import numpy as np
from mutants import (
    EXERCISES,
    MASTER,
    PUBLIC,
    contexts,
    differences,
    fresh,
    mutants,
    right,
    same,
    verdict,
)

import public_tests
from course.notebooks import solutions

SHARE = 0.995  # of the wrong versions that must be caught; of those with wrong values, all
ENOUGH = 700


@contextlib.contextmanager
def silent():
    """Without what learners' functions print, and without their warnings."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def caught(mutant):
    """Whether the test of the exercise raises."""
    try:
        getattr(public_tests, f"{mutant.exercise}_test")(mutant.make())
    except Exception:
        return True
    return False


@functools.cache
def results():
    """(mutant, verdict, whether it is caught) of every mutant; equivalents are not tried."""
    rows = []
    with silent():
        for mutant in mutants():
            found = verdict(mutant)
            rows.append((mutant, found, found != "equivalent" and caught(mutant)))
    return rows


def outcome(found, is_caught):
    return found if found == "equivalent" else "caught" if is_caught else "escaped"


COLUMNS = "mutants", "equivalent", "caught", "escaped"


def table(rows):
    """A line for each exercise and kind, and the totals."""
    counts = {}
    for mutant, found, is_caught in rows:
        result = outcome(found, is_caught)
        for key in [(mutant.exercise, mutant.kind), ("all", mutant.exercise), ("all", "")]:
            counts.setdefault(key, Counter()).update(["mutants", result])
    totals = sorted(key for key in counts if key[0] == "all")
    kinds = [key for key in counts if key[0] != "all"]
    lines = [f"{'exercise':<28}{'kind':<28}" + "".join(f"{name:>12}" for name in COLUMNS)]
    for key in kinds + totals:
        numbers = "".join(f"{counts[key][name]:>12}" for name in COLUMNS)
        lines.append(f"{key[0]:<28}{key[1]:<28}{numbers}")
    return "\n".join(lines)


def test_the_mutants_are_caught():
    rows = results()
    wrong = [row for row in rows if row[1] != "equivalent"]
    escaped = [(mutant, found) for mutant, found, is_caught in wrong if not is_caught]
    print(table(rows))
    for mutant, found in escaped:
        print(f"\nESCAPED ({found}) {mutant.exercise}, {mutant.name}\n{mutant.source}")
    assert len(wrong) >= ENOUGH
    assert not [mutant.name for mutant, found in escaped if found == "value"]
    assert len(escaped) <= (1 - SHARE) * len(wrong)


def right_for_the_public_cases(mutant):
    """What a test sees that looks at the values of the public cases alone."""
    try:
        function = mutant.make()
        for arguments in PUBLIC[mutant.exercise]:
            answer = right()[mutant.exercise](*fresh(arguments))
            if "value" in differences(answer, function(*fresh(arguments))):
                return False
    except Exception:
        return False
    return True


def test_the_public_cases_alone_would_not_do():
    with silent():
        hidden = [row for row in results() if row[1] == "value"]
        hidden = [mutant.name for mutant, *_ in hidden if right_for_the_public_cases(mutant)]
    print(f"{len(hidden)} mutants with wrong values are right for the public cases")
    assert len(hidden) >= 100


def test_every_mutant_occurs_once():
    made = mutants()
    assert len({(mutant.exercise, mutant.source) for mutant in made}) == len(made)
    assert [mutant.name for mutant in mutants()] == [mutant.name for mutant in made]


def test_the_master_is_equivalent_to_itself_and_leaves_its_arguments():
    solved = solutions(MASTER)
    for exercise in EXERCISES:
        for arguments, answer in contexts(exercise):
            given = fresh(arguments)
            assert same(solved[exercise](*given), answer)
            assert same(given, arguments)
