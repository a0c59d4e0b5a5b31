"""Hundreds of wrong versions made by machine: the tests of the exercises let none of them pass."""

import contextlib
import functools
import io
import warnings
from collections import Counter

import numpy as np
import pytest

from authoring.masters import masters, solutions
from authoring.mutation import Mutation, differences, fresh, same

SHARE = 0.995  # of the wrong versions that must be caught; of those with wrong values, all
ENOUGH = 50  # wrong versions of an exercise, in the mean
EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])


@functools.cache
def mutation(master):
    return Mutation(master)


@contextlib.contextmanager
def silent():
    """Without what learners' functions print, and their warnings."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield


def caught(master, mutant):
    """Whether the test of the exercise raises."""
    try:
        mutation(master).tests[mutant.exercise](mutant.make(), explain=False)
    except Exception:
        return True
    return False


@functools.cache
def results(master):
    """(mutant, verdict, whether it is caught) of every mutant; equivalents are not tried."""
    rows = []
    with silent():
        for mutant in mutation(master).mutants():
            found = mutation(master).verdict(mutant)
            rows.append((mutant, found, found != "equivalent" and caught(master, mutant)))
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


@EACH
def test_the_mutants_are_caught(master):
    rows = results(master)
    wrong = [row for row in rows if row[1] != "equivalent"]
    escaped = [(mutant, found) for mutant, found, is_caught in wrong if not is_caught]
    print(table(rows))
    for mutant, found in escaped:
        print(f"\nESCAPED ({found}) {mutant.exercise}, {mutant.name}\n{mutant.source}")
    assert len(wrong) >= ENOUGH * len(mutation(master).exercises)
    assert not [mutant.name for mutant, found in escaped if found == "value"]
    assert len(escaped) <= (1 - SHARE) * len(wrong)


@functools.cache
def public_answers(master, exercise):
    right, cases = mutation(master).right[exercise], mutation(master).public[exercise]
    return [(arguments, right(*fresh(arguments))) for arguments in cases]


def right_for_the_public_cases(master, mutant):
    """What a test sees that looks at the values of the public cases alone."""
    try:
        function = mutant.make()
        for arguments, answer in public_answers(master, mutant.exercise):
            if "value" in differences(answer, function(*fresh(arguments))):
                return False
    except Exception:
        return False
    return True


@EACH
def test_the_public_cases_alone_would_not_do(master):
    with silent():
        hidden = [mutant for mutant, found, _ in results(master) if found == "value"]
        hidden = [mutant for mutant in hidden if right_for_the_public_cases(master, mutant)]
    print(f"{len(hidden)} mutants with wrong values are right for the public cases")
    assert len(hidden) >= 5 * len(mutation(master).exercises)


@EACH
def test_every_mutant_occurs_once(master):
    made = mutation(master).mutants()
    assert len({(mutant.exercise, mutant.source) for mutant in made}) == len(made)
    assert [mutant.name for mutant in mutation(master).mutants()] == [m.name for m in made]


@EACH
def test_the_master_is_equivalent_to_itself_and_leaves_its_arguments(master):
    solved = solutions(master)
    for exercise in mutation(master).exercises:
        for arguments, answer in mutation(master).contexts(exercise):
            given = fresh(arguments)
            with silent():
                assert same(solved[exercise](*given), answer)
            assert same(given, arguments)
