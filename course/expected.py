"""Make `expected_values.py`, the data that the tests of the exercises compare with.

    python -m course.expected            write the file anew
    python -m course.expected --check    exit with 1 if the file is stale

All of it comes from the masters' own solution cells, so that there is one place to change: the
answers, the fresh cases, and what comes out of the wrong versions that learners write.
"""

import argparse
import sys

import numpy as np

import public_tests
from course.cases import draw, twin
from course.notebooks import ROOT, masters, solutions, sources
from course.wrong_versions import WRONG_VERSIONS
from ladder import answers, outcome

PATH = ROOT / "expected_values.py"
SEED = 4  # of the fresh cases that learners see

HEADER = '''"""The data that the tests of the exercises compare with.

Made by `python -m course.expected` from the solved notebooks. Do not edit it: run that again.
PUBLIC[function]: the answer to each public case.
FRESH[function]: cases as (label, arguments, answer).
KNOWN[function]: known wrong versions as (sentence, what comes out on each case).
"""

from numpy import array, inf, nan

'''


def tables(path=None, seed=SEED, vary=False):
    """What `expected_values.py` holds, computed anew.

    Arguments:
        path: the master. Default: the only one there is.
        seed: an integer, from which the fresh cases are drawn.
        vary: whether their sizes are drawn too, see `draw`.

    Returns:
        {name: table}; the tables are PUBLIC, FRESH and KNOWN, and where the cases vary TWINS too,
        the public cases with other numbers.
    """
    if path is None:
        (path,) = masters()
    solved, texts = solutions(path), sources(path)
    del texts["setup"]
    public, twins, fresh, known = {}, {}, {}, {}
    drawn, rng = draw(seed, solved, vary), np.random.default_rng([seed, 1])
    for name in texts:
        test, function = getattr(public_tests, f"{name}_test"), solved[name]
        public[name] = [function(*case()) for case in test.public]
        fresh[name] = [(label, arguments, function(*arguments)) for label, arguments in drawn[name]]
        shown = [case() for case in test.public]
        like_shown = [twin(rng, arguments) for arguments in shown] if vary else []
        twins[name] = [(arguments, function(*arguments)) for arguments in like_shown]
        cases = [("", arguments, None) for arguments in shown + like_shown] + fresh[name]
        versions = [
            (sentence, replaced(solved, texts, name, edits))
            for exercise, edits, sentence in WRONG_VERSIONS
            if exercise == name
        ]
        if name == "L_model_backward":
            versions += other_mathematics(solved, texts)
        known[name] = [
            (sentence, [outcome(answer) for answer in answers(version, cases)])
            for sentence, version in versions
        ]
        right = [outcome(answer) for answer in answers(function, cases)]
        for sentence, found in known[name]:
            assert found != right, f"not a wrong version: {sentence}"
    found = {"PUBLIC": public, "FRESH": fresh, "KNOWN": known}
    return found | {"TWINS": twins} if vary else found


def replaced(solved, texts, name, edits):
    """The solution of an exercise with pieces of its text replaced, all else as it is."""
    source = texts[name]
    for old, new in edits:
        assert old in source, f"{name}: {old!r} is not in the solution any more"
        source = source.replace(old, new)
    namespace = dict(solved)
    exec(source, namespace)
    return namespace[name]


def other_mathematics(solved, texts):
    """Two versions that are right mathematics, and meet a public case that no network made."""
    frozen = (
        "But the public case is frozen arithmetic: its AL holds 1.79 and belongs to another "
        "network, so there only equation (12) as it stands gives these numbers. Notebook 07 comes "
        "back to your idea."
    )
    # Both functions in a namespace where the sigmoid's step back can be replaced for them.
    namespace = dict(solved)
    exec(texts["linear_activation_backward"], namespace)
    exec(texts["L_model_backward"], namespace)

    def cut(AL, Y, caches):
        return solved["L_model_backward"](np.clip(AL, 1e-12, 1 - 1e-12), Y, caches)

    def shortcut(AL, Y, caches):
        # The sigmoid's step back gives AL - Y without looking at dA.
        namespace["sigmoid_backward"] = lambda dA, Z: AL - Y
        return namespace["L_model_backward"](AL, Y, caches)

    return [
        (f"Your mathematics is right: you keep AL inside (0, 1). {frozen}", cut),
        (f"Your mathematics is right: dZ = AL - Y for the last layer. {frozen}", shortcut),
    ]


def written(value):
    """Python text for a value, exact to the last digit."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"array({value.tolist()!r})"
    if isinstance(value, dict):
        items = (f"{key!r}: {written(item)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, tuple):
        return "(" + "".join(f"{written(item)}, " for item in value).strip() + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, (str, int)):
        return repr(value)
    return repr(float(value))


def same(one, other):
    """Whether two values agree up to the rounding of the last digits."""
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
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return np.shape(one) == np.shape(other) and np.allclose(
        one, other, rtol=1e-9, atol=1e-12, equal_nan=True
    )


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m course.expected", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say whether the file is stale")
    arguments = parser.parse_args(argv)
    found = tables()
    if all(same(table, getattr(public_tests, name)) for name, table in found.items()):
        return 0
    if arguments.check:
        print(f"{PATH.name} is stale: run `python -m course.expected`.", file=sys.stderr)
        return 1
    lines = []
    for name, table in found.items():
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
