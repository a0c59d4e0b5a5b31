"""Make `expected_values.py`, the answers that the tests of the exercises compare with.

    python -m course.expected            write the file anew
    python -m course.expected --check    exit with 1 if the file is stale

The answers come from the masters' own solution cells, so that there is one place to change.
"""

import argparse
import sys

import numpy as np

import public_tests
from course.notebooks import ROOT, masters, solutions

PATH = ROOT / "expected_values.py"

HEADER = '''"""The answers that the tests of the exercises compare with.

Made by `python -m course.expected` from the solved notebooks. Do not edit it: run that again.
`EXPECTED[function]` lists the answer to each case of `<function>_test`, in order.
`RECOGNISED[function]` lists other answers that can be explained: (sentence, answers).
"""

from numpy import array

'''


def answers():
    """The masters' answers to the cases of all tests: {function: [answer, ...]}."""
    found = {}
    for path in masters():
        for name, function in solutions(path).items():
            test = getattr(public_tests, f"{name}_test", None)
            if test is not None and callable(function):
                found[name] = [function(*case()) for case in test.cases]
    return found


def recognised():
    """Answers that are not the expected ones and can be explained.

    Returns:
        {function: [(the sentence for the learner, [answer to each case]), ...]}
    """
    name = "L_model_backward"
    (path,) = (path for path in masters() if name in path.read_text(encoding="utf-8"))
    ((AL, Y, caches),) = (case() for case in getattr(public_tests, f"{name}_test").cases)

    # The cut: what the master answers to an AL that was cut off to stay inside (0, 1).
    cut = solutions(path)[name](np.clip(AL, 1e-12, 1 - 1e-12), Y, caches)
    # The shortcut: the sigmoid's step back gives A - Y without looking at dA.
    namespace = solutions(path)
    namespace["sigmoid_backward"] = lambda dA, Z: AL - Y
    shortcut = namespace[name](AL, Y, caches)
    frozen = (
        "But the public case is frozen arithmetic: its AL holds 1.79 and belongs to another "
        "network, so here only equation (12) as it stands gives these numbers. Notebook 07 comes "
        "back to your idea."
    )
    return {
        name: [
            (f"Your mathematics is right: you keep AL inside (0, 1). {frozen}", [cut]),
            (f"Your mathematics is right: dZ = AL - Y for the last layer. {frozen}", [shortcut]),
        ]
    }


def written(value):
    """Python text for an answer, exact to the last digit."""
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, np.ndarray) and value.ndim:
        return f"array({value.tolist()!r})"
    if isinstance(value, dict):
        items = (f"{key!r}: {written(item)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(written, value)) + ",)"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return repr(float(value))


def same(one, other):
    """Whether two answers agree up to the rounding of the last digits."""
    if isinstance(one, str):
        return one == other
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and list(one) == list(other)
            and all(same(one[key], other[key]) for key in one)
        )
    if isinstance(one, (tuple, list)):
        return (
            type(one) is type(other)
            and len(one) == len(other)
            and all(same(*pair) for pair in zip(one, other, strict=True))
        )
    return np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=1e-12, atol=1e-14)


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m course.expected", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say whether the file is stale")
    arguments = parser.parse_args(argv)
    tables = {"EXPECTED": answers(), "RECOGNISED": recognised()}
    if all(same(table, getattr(public_tests, name)) for name, table in tables.items()):
        return 0
    if arguments.check:
        print(f"{PATH.name} is stale: run `python -m course.expected`.", file=sys.stderr)
        return 1
    lines = []
    for name, table in tables.items():
        lines.append(f"{name} = {{\n")
        for function, entries in table.items():
            lines += [f"    {function!r}: [\n"]
            lines += [f"        {written(entry)},\n" for entry in entries]
            lines += ["    ],\n"]
        lines.append("}\n")
    PATH.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{PATH.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
