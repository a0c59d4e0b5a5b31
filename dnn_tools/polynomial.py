"""Polynomials in several variables, whose slopes notebook 10 measures."""

from collections.abc import Sequence


class Polynomial:
    """A sum of products of powers, as a function of a list of numbers.

    Polynomial((2.0, 3, 0), (-1.0, 1, 1)) is 2 x0^3 - x0 x1: for each term its factor, then the
    exponent of each variable.
    """

    __name__ = "f"  # as a message shows it

    def __init__(self, *terms: tuple):
        self._terms = terms

    def __repr__(self) -> str:
        return f"Polynomial({', '.join(map(repr, self._terms))})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Polynomial) and self._terms == other._terms

    def __hash__(self) -> int:
        return hash(self._terms)

    def __call__(self, x: Sequence[float]) -> float:
        """The value at x, a list of as many numbers as there are variables.

        Raises:
            ValueError: x holds more numbers, or fewer.
        """
        total = 0.0
        for factor, *exponents in self._terms:
            if len(x) != len(exponents):
                raise ValueError(f"f takes a list of {len(exponents)} numbers, not of {len(x)}")
            for number, exponent in zip(x, exponents, strict=True):
                factor = factor * float(number) ** exponent
            total += factor
        return total
