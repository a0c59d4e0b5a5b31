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


def written(value):
    """Python text for an answer, exact to the last digit."""
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
    found = answers()
    if same(found, public_tests.EXPECTED):
        return 0
    if arguments.check:
        print(f"{PATH.name} is stale: run `python -m course.expected`.", file=sys.stderr)
        return 1
    lines = ["EXPECTED = {\n"]
    for name, cases in found.items():
        lines += [f"    {name!r}: [\n", *(f"        {written(case)},\n" for case in cases)]
        lines.append("    ],\n")
    PATH.write_text(HEADER + "".join(lines) + "}\n", encoding="utf-8", newline="\n")
    print(f"{PATH.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
