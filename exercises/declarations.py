"""What is known of an exercise: its declaration, its cases, and the mistakes that learners make."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

import numpy as np

# Correct solutions that add up in another order differ by about 1e-15.
RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE = 1e-9, 1e-12
# Underflow is allowed: exp(-1000) = 0 is the right way to compute many things.
STRICT_FLOATS = {"over": "raise", "invalid": "raise", "divide": "raise", "under": "ignore"}


@dataclass(frozen=True)
class Case:
    """One set of arguments.

    Attributes:
        label: what is special about it, in words.
        arguments: the positional arguments; a case may leave out the last ones.
        expected: the right answer, or the facts of it where the exercise has `facts`.
        printed: whether the notebook prints the arguments, above the message of a test.
    """

    label: str
    arguments: tuple
    expected: Any
    printed: bool = False


@dataclass(frozen=True)
class Mistake:
    """A wrong version of a function.

    Attributes:
        sentence: what a learner who made it should read.
        outcomes: the `outcome` of the version on each case.
    """

    sentence: str
    outcomes: list


@dataclass(frozen=True)
class Failure:
    """The first case that a function fails in.

    Attributes:
        index: the number of the case.
        error: what the function raised, or None if it returned.
        answer: what it returned.
        changed: what it did to its arguments, in words, see `changed_argument`; None for nothing.
    """

    index: int
    error: Exception | None = None
    answer: Any = None
    changed: str | None = None


@dataclass(frozen=True)
class Exercise:
    """One graded function.

    Attributes:
        number, function, points: as in the notebook.
        takes: the names of its arguments.
        defaults: the defaults of the last ones, each as Python text.
        depends: the names of the arguments that the right answer depends on in every public case.
        calls: what the solution calls in the first public case, see `calls.py`.
        returns: the name of its result, or the names where it returns a tuple.
        public: functions that return the arguments of the public cases.
        extra_keys: whether a returned dictionary may hold more than is asked for.
        tolerance: the relative error up to which a number is right.
        quiet: whether to hide what the function prints, for one that prints on request.
        strict_floats: whether an overflow, a division by zero or a nan made on the way raises
            FloatingPointError, also where the result would be right.
        slow_defaults: whether the defaults make the function run long. A case that leaves all of
            them out is then not run where the first line says that they are the right ones.
        facts: for an exercise with many right answers, facts(answer, *arguments): a dictionary
            {name: value} of what must be true of one. The facts are compared in place of the
            answer, in order. The name of a fact that is true or false is a sentence without its
            point, as "every node occurs once". Where a fact is wrong, those below it may be left
            out. The function must not change what it is given.
        needs: the package without which the exercise is neither tested nor counted, or None.
    """

    number: int
    function: str
    points: int
    takes: tuple[str, ...]
    returns: tuple[str, ...]
    public: tuple[Callable[[], tuple], ...] = ()
    extra_keys: bool = False
    tolerance: float = RELATIVE_TOLERANCE
    quiet: bool = False
    strict_floats: bool = False
    slow_defaults: bool = False
    facts: Callable[..., dict] | None = None
    needs: str | None = None
    defaults: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()
    calls: tuple = ()

    @property
    def title(self) -> str:
        """As a message names it: "Exercise 6, compute_cost"."""
        return f"Exercise {self.number}, {self.function}"

    def floats(self) -> AbstractContextManager:
        """The context in which the function runs: what NumPy does about floating-point errors."""
        return np.errstate(**STRICT_FLOATS) if self.strict_floats else nullcontext()
