"""Make `exercises/expected/`, the data that the tests of the exercises compare with.

All of it comes from the masters' own solution cells, so that there is one place to change: the
answers, the fresh cases, and what comes out of the wrong versions that learners write.
"""

import contextlib
import copy
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from authoring.cases import PUBLISHED, counterparts, fresh_cases
from authoring.masters import (
    ROOT,
    exercises,
    meta,
    module_name,
    part,
    references,
    solutions,
    sources,
)
from authoring.mistakes import known_mistakes
from exercises.compare import Unreadable, readable
from exercises.declarations import ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE, Case
from exercises.diagnose import dependence, noted_calls, outcomes, same_outcome
from exercises.testing import missing_package

FOLDER = ROOT / "exercises" / "expected"
SEED = 4  # of the fresh cases that learners see
SEVERAL = 3  # counterparts of a public case whose answer can be guessed

HEADER = '''"""The data that the tests of {notebook} compare with.

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
META[function]: what the master says of the exercise.
PUBLIC[function]: the expected answer of each public case.
FRESH[function]: cases as (label, arguments, expected answer).
KNOWN[function]: known mistakes as (sentence, outcome of each case).
"""

{imports}from numpy import array, inf, nan

'''


def tables(path: Path) -> dict[str, dict]:
    """What the tests of a notebook compare with, computed anew.

    Arguments:
        path: the master.

    Returns:
        {name: table}; the tables are META, PUBLIC, FRESH and KNOWN.

    Raises:
        ValueError: the master and what is written about its exercises elsewhere do not agree.
    """
    with contextlib.redirect_stdout(io.StringIO()):  # what a solution prints on request
        return _tables(path)


def _tables(path):
    solved, declared = solutions(path), exercises(path)
    texts = sources(path) | references(path)
    del texts["setup"]
    check_names(path, texts)
    mistakes = known_mistakes(module_name(path), solved, texts)
    declarations, public, fresh, known = meta(path), {}, {}, {}
    for name in texts:
        function, exercise = solved[name], declared.tests[name].exercise
        shown = [case() for case in exercise.public]
        if missing_package(exercise) and name not in references(path):
            # It cannot run here, so what is stored stays.
            public[name], fresh[name], known[name] = (
                declared.tables[table].get(name, []) for table in ("PUBLIC", "FRESH", "KNOWN")
            )
            stored = declared.tables["META"].get(name, {})
            declarations[name] |= {key: stored.get(key, ()) for key in ("depends", "calls")}
            continue
        declarations[name]["depends"] = _depends(function, shown, exercise)
        declarations[name]["calls"] = tuple(noted_calls(function, shown[0], exercise)[0])
        public[name] = [expected_value(function, arguments, exercise) for arguments in shown]
        drawn = fresh_cases(path, name, SEED, solved)
        alike = (_shapes(arguments) == _shapes(shown[0]) for _, arguments in drawn)
        if _holds_array(shown[0]) and not any(alike):
            # So that no answer can be remembered by the shapes of its arguments.
            first, *_ = counterparts(path, name, SEED, solved, PUBLISHED)
            drawn = [("the public case with other numbers", first), *drawn]
        fresh[name] = _with_answers(drawn, function, exercise)
        cases = [Case("", arguments, None) for arguments in shown]
        cases += [Case(*row) for row in fresh[name]]
        known[name] = [
            (sentence, outcomes(version, cases, exercise))
            for mistaken, version, sentence in mistakes
            if mistaken == name
        ]
        right = outcomes(function, cases, exercise)
        for sentence, found in known[name]:
            if found == right:
                raise ValueError(f"{name}: not a wrong version: {sentence}")
    return {"META": declarations, "PUBLIC": public, "FRESH": fresh, "KNOWN": known}


def check_names(path: Path, texts: Iterable[str]) -> None:
    """Make sure that a master and the declarations of its tests name the same exercises.

    Arguments:
        path: the master.
        texts: the grade_ids of its solution cells.

    Raises:
        ValueError: they do not.
    """
    tests = exercises(path).tests
    if set(texts) != set(tests):
        raise ValueError(
            f"{path.name} has the exercises {', '.join(texts)}, and exercises/{module_name(path)}"
            f".py has tests of {', '.join(tests)}."
        )


def public_answers(path: Path, solved: dict[str, Any]) -> dict[str, list]:
    """The right answers of the public cases of each exercise that can be tested here.

    Arguments: see `secret_tables`.
    """
    tests = exercises(path).tests
    declared = {name: test.exercise for name, test in tests.items()}
    with contextlib.redirect_stdout(io.StringIO()):
        return {
            name: [expected_value(solved[name], case(), exercise) for case in exercise.public]
            for name, exercise in declared.items()
            if not missing_package(exercise)
        }


def secret_tables(
    path: Path, seed: int, solved: dict[str, Any], public: dict[str, list]
) -> dict[str, dict]:
    """What the tests of a notebook compare with when a grader runs them.

    Arguments:
        path: the master; only its name counts.
        seed: the secret cases are drawn from it.
        solved: the namespace of the solved master.
        public: the `public_answers`.

    Returns:
        {name: table}; the tables are PUBLIC, COUNTERPARTS and FRESH, see `Exercises`.

    Raises:
        ValueError: there are no cases for this seed, or the solution is not right itself.
    """
    secret, fresh = {}, {}
    with contextlib.redirect_stdout(io.StringIO()):
        for name, answers in public.items():
            exercise = exercises(path).tests[name].exercise
            secret[name] = _counterparts(path, exercise, seed, solved, answers)
            drawn = fresh_cases(path, name, seed, solved, vary=True)
            fresh[name] = _with_answers(drawn, solved[name], exercise)
    return {"PUBLIC": public, "COUNTERPARTS": secret, "FRESH": fresh}


def _counterparts(path, exercise, seed, solved, public):
    """Secret counterparts of the public cases as (arguments, answer).

    None has the answer of a public case. Where an answer can be guessed there are several, and no
    two of them have the same answer. Where there are many right answers, which share their facts,
    it is the solution's own that differs.
    """
    function, rows = solved[exercise.function], []
    known = [function(*case()) for case in exercise.public] if exercise.facts else list(public)

    def is_new(arguments):
        expected = expected_value(function, arguments, exercise)
        answer = function(*copy.deepcopy(arguments)) if exercise.facts else expected
        if any(same(answer, other, exercise.tolerance) for other in known):
            return False
        known.append(answer)
        rows.append((arguments, expected))
        return True

    rounds = SEVERAL if any(map(_can_be_guessed, public)) else 1
    drawn = counterparts(path, exercise.function, seed, solved, rounds=rounds, good=is_new)
    return rows[-len(drawn) :]  # without those of a search that found too few


def _can_be_guessed(answer):
    """Whether an answer is a word, a number of few digits, or whole numbers, as labels are."""
    if isinstance(answer, dict):
        answer = tuple(answer.values())
    if isinstance(answer, (tuple, list)):
        return all(map(_can_be_guessed, answer))
    if isinstance(answer, str) or np.asarray(answer).dtype.kind in "biu":
        return True
    return np.size(answer) == 1 and bool(np.round(answer, 3) == answer)


def _with_answers(drawn, function, exercise):
    return [
        (label, arguments, expected_value(function, arguments, exercise))
        for label, arguments in drawn
    ]


def _depends(function, shown, exercise):
    """The names of the arguments that the right answer depends on in every public case."""
    if exercise.facts:
        return ()
    changes = [
        dependence(function, Case("", arguments, None), exercise, same_outcome)
        for arguments in shown
    ]
    return tuple(name for name in exercise.takes if all(each.get(name) for each in changes))


def _holds_array(value):
    if isinstance(value, dict):
        value = value.values()
    elif not isinstance(value, (tuple, list)):
        return isinstance(value, np.ndarray)
    return any(map(_holds_array, value))


def _shapes(arguments):
    """What the arguments of a call are without their numbers: the shapes of all arrays."""
    if isinstance(arguments, dict):
        arguments = list(arguments.items())
    if isinstance(arguments, (tuple, list)):
        return tuple(map(_shapes, arguments))
    return arguments if isinstance(arguments, str) else np.shape(arguments)


def expected_value(function, arguments, exercise):
    """The right answer of a case, or the facts of it where the exercise has `facts`.

    Raises:
        ValueError: the `facts` of the exercise cannot read it.
    """
    with exercise.floats():
        answer = function(*copy.deepcopy(arguments))
    expected = readable(answer, arguments, exercise)
    if isinstance(expected, Unreadable):
        raise ValueError(f"{exercise.function}: {expected.sentence}")
    return expected


def written(value):
    """Python text for a value, exact to the last digit."""
    if isinstance(value, np.ndarray) and value.ndim:
        numbers = value.tolist()
        kind = "" if np.array(numbers).dtype == value.dtype else f", dtype={value.dtype.name!r}"
        return f"array({numbers!r}{kind})"
    if isinstance(value, dict):
        items = (f"{key!r}: {written(item)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, tuple):
        return "(" + "".join(f"{written(item)}, " for item in value).strip() + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if value is None or isinstance(value, (str, bool, int)):
        return repr(value)
    if callable(value):
        return repr(value)  # as in IMPORTS of the cases
    return repr(value.item() if isinstance(value, np.generic) else float(value))


def agree(found, stored, tests):
    """Whether the stored tables of a notebook say what is found.

    Another processor rounds differently. So the answers are compared as exactly as the tests of
    the exercises do, and the wrong versions as exactly as they are recognised.
    """

    def fresh(tables, name, part):
        return [case[part] for case in tables["FRESH"][name]]

    if found["META"] != stored["META"]:
        return False
    return all(set(table) == set(stored[kind]) for kind, table in found.items()) and all(
        same(fresh(found, name, slice(2)), fresh(stored, name, slice(2)))
        and same(fresh(found, name, 2), fresh(stored, name, 2), test.exercise.tolerance)
        and same(found["PUBLIC"][name], stored["PUBLIC"][name], test.exercise.tolerance)
        and same_outcome(*([list(row) for row in kind["KNOWN"][name]] for kind in (found, stored)))
        for name, test in tests.items()
    )


def same(one, other, tolerance=RELATIVE_TOLERANCE):
    """Whether two values agree up to a relative error: unless told otherwise, up to rounding."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and list(one) == list(other)
            and all(same(one[key], other[key], tolerance) for key in one)
        )
    if isinstance(one, (tuple, list)):
        return (
            type(one) is type(other)
            and len(one) == len(other)
            and all(same(*pair, tolerance) for pair in zip(one, other, strict=True))
        )
    if isinstance(one, str) or isinstance(other, str) or callable(one) or callable(other):
        return one == other
    return np.shape(one) == np.shape(other) and np.allclose(
        one, other, rtol=tolerance, atol=ABSOLUTE_TOLERANCE, equal_nan=True
    )


def target(path: Path) -> Path:
    """The file with the data of the tests of a master."""
    return FOLDER / f"{module_name(path)}.py"


def is_stale(path: Path) -> bool:
    """Whether the stored tables of a master are not those computed anew."""
    if not target(path).exists():
        return True
    declared = exercises(path)
    return not agree(tables(path), declared.tables, declared.tests)


def write(path: Path) -> None:
    """Write the tables of a master, computed anew."""
    target(path).touch()  # the tests of a new notebook import it
    found, notebook = tables(path), module_name(path)
    # What the cases hold beside plain data, and how to import it.
    imports = getattr(part(notebook, "cases"), "IMPORTS", "")
    imports += "\n\n" * bool(imports)
    lines = [HEADER.format(notebook=notebook.replace("_", " "), imports=imports)]
    for name, table in found.items():
        lines.append(f"{name} = {{\n")
        for function, rows in table.items():
            if name == "META":
                lines.append(f"    {function!r}: {written(rows)},\n")
                continue
            lines += [f"    {function!r}: [\n"]
            lines += [f"        {written(row)},\n" for row in rows]
            lines += ["    ],\n"]
        lines.append("}\n")
    target(path).write_text("".join(lines), encoding="utf-8", newline="\n")
