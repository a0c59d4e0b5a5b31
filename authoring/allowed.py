"""Arguments that a contract allows, as ALLOWED in several notebooks draws them for the mutants."""

from collections.abc import Iterator

import numpy as np


def layer(rng: np.random.Generator, n_prev: int, n: int, m: int) -> tuple[np.ndarray, ...]:
    """A of shape (n_prev, m), W of shape (n, n_prev) and b of shape (n, 1)."""
    return rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1))


def parameters(rng: np.random.Generator, sizes: list[int], letter: str = "") -> dict:
    """Weights and biases of a network, or with the letter d their gradients.

    Arguments:
        sizes: of the layers, the input first.
    """
    drawn = {}
    for number, (n_prev, n) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
        drawn[f"{letter}W{number}"] = rng.normal(size=(n, n_prev))
        drawn[f"{letter}b{number}"] = rng.normal(size=(n, 1))
    return drawn


def labels(rng: np.random.Generator, shape: tuple[int, int]) -> np.ndarray:
    """Labels, as whole numbers or as fractions."""
    drawn = rng.integers(0, 2, size=shape)
    return drawn if rng.random() < 0.5 else drawn.astype(float)


def compute_cost(
    rng: np.random.Generator, right: None = None
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Probabilities and labels of shape (1, m), some of the probabilities near 0 and 1."""
    for m in [1, 1, 2, 3, 4, 5, 7, 9, 12, 30]:
        yield rng.uniform(0.01, 0.99, size=(1, m)), labels(rng, (1, m))
    near = np.array([[1e-6, 1 - 1e-6, 1e-3, 1 - 1e-3, 0.5]])
    yield near, np.array([[0, 1, 1, 0, 1]])
    yield near, np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])
