"""Make `exercises/expected/`, the data that the tests of the exercises compare with.

    python -m authoring.expected            write the files that are stale anew
    python -m authoring.expected --check    exit with 1 if a file is stale

All of it comes from the masters' own solution cells, so that there is one place to change: the
answers, the fresh cases, and what comes out of the wrong versions that learners write.
"""

import argparse
import contextlib
import copy
import io
import sys
from pathlib import Path

import numpy as np

from authoring.cases import draw, twin_of
from authoring.masters import ROOT, exercises, masters, module_name, part, solutions, sources
from authoring.mistakes import known_mistakes
from exercises.ladder import (
    ABSOLUTE_TOLERANCE,
    RELATIVE_TOLERANCE,
    answers,
    outcome,
    same_outcome,
)

FOLDER = ROOT / "exercises" / "expected"
SEED = 4  # of the fresh cases that learners see

HEADER = '''"""The data that the tests of {notebook} compare with.

Made by `python -m authoring.expected` from the solved notebook. Do not edit it: run that again.
PUBLIC[function]: the answer to each public case.
FRESH[function]: cases as (label, arguments, answer).
KNOWN[function]: known wrong versions as (sentence, what comes out on each case).
"""

{imports}from numpy import array, inf, nan

'''


def tables(path, seed=SEED, vary=False):
    """What the tests of a notebook compare with, computed anew.

    Arguments:
        path: the master.
        seed: an integer, from which the fresh cases are drawn.
        vary: whether their sizes are drawn too, see `draw`.

    Returns:
        {name: table}; the tables are PUBLIC, FRESH and KNOWN, and where the cases vary TWINS too,
        the public cases with other numbers.

    Raises:
        ValueError: the master and what is written about its exercises elsewhere do not agree.
    """
    with contextlib.redirect_stdout(io.StringIO()):  # what a solution prints on request
        return _tables(path, seed, vary)


def _tables(path, seed, vary):
    notebook = module_name(path)
    solved, texts, tests = solutions(path), sources(path), exercises(path).tests
    del texts["setup"]
    if set(texts) != set(tests):
        raise ValueError(
            f"{path.name} has the exercises {', '.join(texts)}, and exercises/{notebook}.py has "
            f"tests of {', '.join(tests)}."
        )
    versions, twin = known_mistakes(notebook, solved, texts), twin_of(notebook)
    public, twins, fresh, known = {}, {}, {}, {}
    drawn, rng = draw(notebook, seed, solved, vary), np.random.default_rng([seed, 1])
    for name in texts:
        function = solved[name]
        shown = [case() for case in tests[name].public]
        public[name] = [function(*copy.deepcopy(arguments)) for arguments in shown]
        fresh[name] = [
            (label, arguments, function(*copy.deepcopy(arguments)))
            for label, arguments in drawn[name]
        ]
        like_shown = [twin(rng, name, arguments) for arguments in shown] if vary else []
        twins[name] = [(arguments, function(*copy.deepcopy(arguments))) for arguments in like_shown]
        cases = [("", arguments, None) for arguments in shown + like_shown] + fresh[name]
        known[name] = [
            (sentence, [outcome(answer) for answer in answers(version, cases)])
            for exercise, version, sentence in versions
            if exercise == name
        ]
        right = [outcome(answer) for answer in answers(function, cases)]
        for sentence, found in known[name]:
            if found == right:
                raise ValueError(f"{name}: not a wrong version: {sentence}")
    found = {"PUBLIC": public, "FRESH": fresh, "KNOWN": known}
    return found | {"TWINS": twins} if vary else found


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

    return all(set(table) == set(stored[kind]) for kind, table in found.items()) and all(
        same(fresh(found, name, slice(2)), fresh(stored, name, slice(2)))
        and same(fresh(found, name, 2), fresh(stored, name, 2), test.tolerance)
        and same(found["PUBLIC"][name], stored["PUBLIC"][name], test.tolerance)
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


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m authoring.expected", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say whether the file is stale")
    parser.add_argument("notebook", nargs="*", type=Path, help="a master; default: every one")
    arguments = parser.parse_args(argv)
    stale = False
    for path in arguments.notebook or masters():
        found, notebook = tables(path), module_name(path)
        notebook_exercises = exercises(path)
        if agree(found, notebook_exercises.tables, notebook_exercises.tests):
            continue
        stale = True
        if arguments.check:
            print(f"{notebook} is stale: run `python -m authoring.expected`.", file=sys.stderr)
            continue
        # What the cases hold beside plain data, and how to import it.
        imports = getattr(part(notebook, "cases"), "IMPORTS", "")
        imports += "\n\n" * bool(imports)
        lines = [HEADER.format(notebook=notebook.replace("_", " "), imports=imports)]
        for name, table in found.items():
            lines.append(f"{name} = {{\n")
            for function, entries in table.items():
                lines += [f"    {function!r}: [\n"]
                lines += [f"        {written(entry)},\n" for entry in entries]
                lines += ["    ],\n"]
            lines.append("}\n")
        target = FOLDER / f"{notebook}.py"
        target.write_text("".join(lines), encoding="utf-8", newline="\n")
        print(f"{target.relative_to(ROOT)} written")
    return int(stale and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
