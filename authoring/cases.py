"""Fresh cases for the tests of the exercises: `notebook_NN.py` draws those of notebook NN.

The same cases serve learners (stored in `exercises/expected/`, drawn from a fixed seed) and, with
a secret seed, graders, for whom the sizes vary too. They are what the public case is not: several
widths and depths, one example and many, a number of examples that is no width, and caches that a
forward pass made.

A `notebook_NN.py` holds `draw(seed, solved, vary=False)`, and its own `twin(rng, function,
arguments)` where the one below does not serve. It returns
{function: [(label, arguments), ...]}; a label says in words what is special. Where an argument is a
function, it is an object of a class with `__eq__` and a `__repr__` that makes it again, and IMPORTS
is the line that imports the class into `exercises/expected/`.
"""

import numpy as np

from authoring.masters import part

TRIES = 1000  # over 300 seeds the longest search of all took 642


class NoCase(ValueError):
    """None of so many draws was a good case."""


def tries():
    """Count the tries of a search for a good case, as `for _ in tries():`; it ends in any case.

    Raises:
        NoCase: TRIES draws were not enough.
    """
    yield from range(TRIES)
    raise NoCase(f"none of {TRIES} draws was a good case")


def draw(notebook, seed, solved, vary=False):
    """Fresh cases for all exercises of a notebook.

    Arguments:
        notebook: "notebook_04".
        seed: an integer.
        solved: the namespace of the solved master, which makes what a case needs from others.
        vary: whether the sizes, the depths and the learning rates are drawn too, so that no
            answer can be looked up. What is the same size, or another one, stays so.

    Returns:
        {function: [(label, arguments), ...]}.

    Raises:
        NoCase: there are none for this seed.
    """
    cases = part(notebook, "cases")
    for again in range(10):  # sizes that leave hardly a good case are drawn anew
        try:
            return cases.draw([seed, again] if again else seed, solved, vary)
        except NoCase:
            continue
    raise NoCase(f"There are no fresh cases of {notebook} for the seed {seed}: take another one.")


def twin_of(notebook):
    """The function that makes a twin of a public case of a notebook: see `twin`."""
    return getattr(part(notebook, "cases"), "twin", twin)


def numbers(rng, *shape, spread=1):
    """Normal numbers of three decimals: they can be read, and stored in little room."""
    return np.round(rng.normal(scale=spread, size=shape), 3)


def twin(rng, function, arguments):
    """The arguments of a public case with other numbers: what is right there must be right here.

    Arrays keep their shapes, and sizes (whole numbers) become others. Labels, rates and words stay.
    """
    sizes = {}

    def other(value):
        if isinstance(value, dict):
            return {key: other(item) for key, item in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(map(other, value))
        if isinstance(value, int):
            free = [n for n in range(2, 10) if n != value and n not in sizes.values()]
            return sizes.setdefault(value, int(rng.choice(free)) if value > 1 else value)
        if not isinstance(value, np.ndarray) or value.dtype.kind != "f":
            return value
        if np.all((value > 0) & (value < 1)):  # probabilities
            return np.round(rng.uniform(0.05, 0.95, value.shape), 4)
        return np.round(rng.normal(size=value.shape), 3)

    return other(arguments)


def other_sizes(rng):
    """A number from 2 to 9 for each of 2 to 6, another one and no two the same; 1 stays 1.

    Returns:
        a list with, for each number from 0 to 6, the number that takes its place.
    """
    for _ in tries():
        drawn = rng.permutation(range(2, 10))[:5].tolist()
        if all(new != old for old, new in enumerate(drawn, start=2)):
            return [0, 1, *drawn]
