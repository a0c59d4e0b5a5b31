"""Fresh and secret cases for the tests of the exercises.

The same functions make both: learners get the fresh cases, drawn from a fixed seed and stored in
`exercises/expected/`; graders draw secret cases from a seed of their own, and the sizes vary too.
They cover what the public case does not: several widths and depths, one example and many, a number
of examples that is no width, and caches made by a forward pass.

`authoring/notebook_NN/cases.py` holds two kinds of functions, both called with a `Draw`:

- `<exercise>(draw)` yields the cases of an exercise as (label, arguments). The label says in words
  what is special about the case; its parts are separated by commas.
- `<exercise>_counterpart(draw, *arguments)` returns the secret counterpart of a public case, where
  `counterpart` below does not serve: its answer must be another one than that of a public case,
  and no number of a table of random numbers.

Its ALLOWED holds for each exercise a function that yields arguments which the contract allows, any
of them: with these the mutation run finds out which mutants are wrong, so they do not depend on
the cases.

Each exercise has a generator of its own, so an edit to one leaves the cases of the others alone.
Where an argument is a function, it is an object of a class with `__eq__` and a `__repr__` that
makes it again, and IMPORTS is the line that imports the class into `exercises/expected/`.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from authoring.masters import exercises, module_name, part

TRIES = 1000  # of one search for a good case
STARTS = 10  # each with another generator, where a search has found nothing
FRESH, COUNTERPARTS, PUBLISHED = 0, 1, 2  # the last number of the generator's seed


class NoCase(ValueError):
    """A search has found no good case."""


def find(make: Callable[[], Any], good: Callable[[Any], Any]) -> Any:
    """Make candidates until one is good.

    Arguments:
        make: draws a candidate.
        good: whether a candidate will do.

    Raises:
        NoCase: none of TRIES candidates will do.
    """
    for _ in range(TRIES):
        candidate = make()
        if good(candidate):
            return candidate
    raise NoCase(f"none of {TRIES} draws was a good case")


def count(word: str, number: int) -> str:
    """A number with its noun: "1 example", "5 examples"."""
    return f"{number} {word}{'s' * (number != 1)}"


@dataclass
class Draw:
    """The generator, the sizes and the helpers that draw the cases of one exercise.

    Attributes:
        rng: a generator of the exercise's own.
        solved: the namespace of the solved master, for arguments that an earlier exercise makes.
        vary: whether sizes, depths and rates are drawn too, so that no answer can be looked up.
    """

    rng: np.random.Generator
    solved: dict[str, Any]
    vary: bool = False
    _sizes: list[int] = field(init=False)

    def __post_init__(self):
        shown = range(2, 7)
        drawn = list(shown)
        if self.vary:
            drawn = find(
                lambda: self.rng.permutation(range(2, 10))[: len(shown)].tolist(),
                lambda drawn: all(new != old for new, old in zip(drawn, shown, strict=True)),
            )
        self._sizes = [0, 1, *drawn, max(drawn) + 1]

    def size(self, shown: int) -> int:
        """The size that replaces one from 1 to 7 where sizes vary.

        Within an exercise the same size is always replaced by the same one, from 2 to 10, and
        different sizes stay different. 1 stays 1.
        """
        return self._sizes[shown]

    def sizes(self, *shown: int) -> list[int]:
        """Several sizes, see `size`."""
        return [self._sizes[number] for number in shown]

    def large(self, count: int) -> list[int]:
        """Different sizes of large layers, for a case that no table of random numbers meets.

        An exercise that names the seed has the same numbers in each case, only cut in other ways:
        who has copied the first ones has the answers of all small cases.
        """
        return self.rng.choice(range(50, 100), size=count, replace=False).tolist()

    def seed(self) -> int:
        """A seed of NumPy's, any of them, so that no table holds what is drawn from it."""
        return int(self.rng.integers(2**32))

    def whole(self, shown: int, low: int, high: int) -> int:
        """A whole number: `shown`, or one from `low` to below `high` where the cases vary."""
        return int(self.rng.integers(low, high)) if self.vary else shown

    def rate(self, shown: float, low: float = 0.5, high: float = 2) -> float:
        """A rate: `shown`, or this times a number from `low` to `high` where the cases vary."""
        return float(f"{shown * self.rng.uniform(low, high):.2g}") if self.vary else shown

    def numbers(self, *shape: int, spread: float = 1) -> np.ndarray:
        """Normal numbers of three decimals: they are easy to read and take little room."""
        return np.round(self.rng.normal(scale=spread, size=shape), 3)

    def labels(self, m: int, n_y: int = 1) -> np.ndarray:
        """Labels of shape (n_y, m), half of them 0 and half 1; both occur unless there is one."""
        alternating = (self.rng.permutation(n_y * m) + self.rng.integers(2)) % 2
        return alternating.reshape(n_y, m)

    def network(self, sizes: list[int], gain: float = 1, bias: float = 0.5) -> dict:
        """Parameters W1, b1, ..., with W of shape (n, n_prev) and b of shape (n, 1).

        Arguments:
            sizes: of the layers, the input first.
            gain: a weight has the spread gain / sqrt(n_prev).
            bias: the spread of the biases.
        """
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
            parameters[f"W{layer}"] = self.numbers(n, n_prev, spread=gain / np.sqrt(n_prev))
            parameters[f"b{layer}"] = self.numbers(n, 1, spread=bias)
        return parameters


def cross_entropy(name: str, draw: Draw) -> Iterator[tuple[str, tuple]]:
    """The cases of a cost: probabilities and labels of shape (1, m).

    Arguments:
        name: what the notebook calls the probabilities.
    """
    many, few, near = draw.size(3) + 4, draw.size(3), draw.size(2) + 4
    for label, m, low in (
        (count("example", many), many, 0.05),
        (count("example", few), few, 0.1),
        ("1 example", 1, 0.2),
        (f"{name} near 0 and 1", near, 1e-5),
    ):
        probabilities = np.round(draw.rng.uniform(low, 1 - low, size=(1, m)), 4)
        if low < 0.01:  # so near that even 1e-12 shows, if it is added to them
            probabilities[0, :4] = low, low, 1 - low, 1 - low
        yield label, (probabilities, draw.labels(m))


def fresh_cases(
    path: Path, exercise: str, seed: int, solved: dict[str, Any], vary: bool = False
) -> list[tuple[str, tuple]]:
    """The fresh cases of an exercise; with `vary` its secret cases.

    Arguments:
        path: the master.
        exercise: the name of the function.
        seed: of the generator, with the number of the exercise.
        solved: the namespace of the solved master.
        vary: whether the sizes, the depths and the rates are drawn too, see `Draw`.

    Returns:
        list of (label, arguments).

    Raises:
        NoCase: there are none for this seed.
    """
    make = getattr(part(module_name(path), "cases"), exercise)
    return _drawn(path, exercise, seed, FRESH, lambda rng: make(Draw(rng, solved, vary)))


def counterparts(
    path: Path,
    exercise: str,
    seed: int,
    solved: dict[str, Any],
    kind: int = COUNTERPARTS,
    rounds: int = 1,
    good: Callable[[tuple], bool] = lambda arguments: True,
) -> list[tuple]:
    """The counterparts of the public cases of an exercise: the same shapes, other numbers.

    A function that is right on a public case must be right on its counterpart.

    Arguments:
        path, exercise, seed, solved: see `fresh_cases`.
        kind: PUBLISHED for those that learners see, which are never those of a grader.
        rounds: how many to draw of each public case.
        good: called with the arguments of each that is drawn: whether it will do.

    Returns:
        list of arguments: in each round one for each public case, in their order.

    Raises:
        NoCase: there are none for this seed.
    """
    make = getattr(part(module_name(path), "cases"), f"{exercise}_counterpart", counterpart)
    public = [case() for case in exercises(path).tests[exercise].exercise.public]

    def each(rng):
        draw = Draw(rng, solved, vary=True)
        for arguments in rounds * public:
            yield find(partial(make, draw, *arguments), good)

    return _drawn(path, exercise, seed, kind, each)


def _drawn(path, exercise, seed, kind, make):
    """A list of what make(rng) yields, with the first generator whose searches all succeed."""
    number = list(exercises(path).tests).index(exercise) + 1
    for start in range(STARTS):
        with contextlib.suppress(NoCase):
            return list(make(np.random.default_rng([seed, number, start, kind])))
    raise NoCase(
        f"There are no fresh cases of {exercise} in {module_name(path)} for the seed {seed}: "
        "take another one."
    )


def counterpart(draw: Draw, *arguments: Any) -> tuple:
    """The arguments of a public case with other numbers.

    Arrays of fractions keep their shapes, and probabilities stay probabilities. Sizes (whole
    numbers) become others. Labels, rates and words stay.
    """
    sizes = {}

    def other(value):
        if isinstance(value, dict):
            return {key: other(item) for key, item in value.items()}
        if isinstance(value, (tuple, list)):
            return type(value)(map(other, value))
        if isinstance(value, int):
            free = [n for n in range(2, 10) if n != value and n not in sizes.values()]
            return sizes.setdefault(value, int(draw.rng.choice(free)) if value > 1 else value)
        if not isinstance(value, np.ndarray) or value.dtype.kind != "f":
            return value
        if np.all((value > 0) & (value < 1)):
            return np.round(draw.rng.uniform(0.05, 0.95, value.shape), 4)
        return draw.numbers(*value.shape)

    return tuple(map(other, arguments))
