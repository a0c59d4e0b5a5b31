"""What the mutation engine needs for notebook 02; see `mutation.py`."""

from functools import partial

import numpy as np

from authoring.cases import find

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _count(arguments):
    """How many iterations a call of `optimize` or `model` asks for, or None for the default."""
    return arguments[4] if len(arguments) > 4 else None


def _rate(arguments):
    return arguments[5] if len(arguments) > 5 else None


def _neuron_conditions(cut):
    """Conditions on the examples; cut takes X out of the arguments."""
    return {
        "one example": lambda *a: cut(a).shape[1] == 1,
        "more than one example": lambda *a: cut(a).shape[1] > 1,
        "three examples": lambda *a: cut(a).shape[1] == 3,
        "two inputs": lambda *a: len(cut(a)) == 2,
        "more than one input": lambda *a: len(cut(a)) > 1,
        "fewer inputs than examples": lambda *a: len(cut(a)) < cut(a).shape[1],
    }


SETTINGS = {
    "at most 100 iterations": lambda *a: (_count(a) or 100) <= 100,
    "more than 100 iterations": lambda *a: (_count(a) or 2000) > 100,
    "iterations given": lambda *a: _count(a) is not None,
    "rate given": lambda *a: _rate(a) is not None,
    "rate not given": lambda *a: _rate(a) is None,
    "rate below 0.5": lambda *a: _rate(a) is not None and _rate(a) < 0.5,
    "print_cost not given": lambda *a: len(a) < 7,
}

CONDITIONS = {
    "initialize_with_zeros": {
        "two inputs": lambda dim: dim == 2,
        "two or three inputs": lambda dim: dim in (2, 3),
        "at most ten inputs": lambda dim: dim <= 10,
        "more than one input": lambda dim: dim > 1,
    },
    "propagate": _neuron_conditions(lambda a: a[2])
    | {
        "as many inputs as examples": lambda w, b, X, Y: X.shape[0] == X.shape[1],
        "Z of moderate size": lambda w, b, X, Y: np.abs(w.T @ X + b).max() < 3,
        "b above 0": lambda w, b, X, Y: b > 0,
        "most labels 1": lambda w, b, X, Y: Y.mean() > 0.5,
    },
    "optimize": _neuron_conditions(lambda a: a[2]) | SETTINGS,
    "predict": _neuron_conditions(lambda a: a[2])
    | {"b below 0": lambda w, b, X: b < 0, "any yes": lambda w, b, X: (w.T @ X + b > 0).any()},
    "model": _neuron_conditions(lambda a: a[0])
    | SETTINGS
    | {
        "fewer to test than to train": lambda *a: a[2].shape[1] < a[0].shape[1],
        "one to test": lambda *a: a[2].shape[1] == 1,
    },
}


# Random arguments that the contract allows, far from where rounding decides an answer.


def _labels(rng, m):
    return rng.integers(2, size=(1, m))


def _neuron(rng, n, m):
    """w, b and X whose Z is neither near 0 nor far out."""

    def good(neuron):
        w, b, X = neuron
        Z = np.abs(w.T @ X + b)
        return Z.min() > 0.01 and Z.max() < 7

    return find(
        lambda: (rng.normal(size=(n, 1)), float(rng.normal()), rng.normal(size=(n, m))), good
    )


SIZES = (2, 3), (3, 5), (1, 4), (4, 1), (1, 1), (3, 3), (7, 2), (2, 9), (5, 8)


def initialize_with_zeros(rng, right):
    for dim in (2, 1, 3, 4, 10, 65, 257):
        yield (dim,)


def propagate(rng, right):
    for n, m in SIZES:
        yield (*_neuron(rng, n, m), _labels(rng, m))
    w, b, X = _neuron(rng, 3, 6)
    yield w, b, X, np.ones((1, 6), dtype=int)
    yield w, b, X, np.zeros((1, 6), dtype=int)
    yield 4 * w / np.abs(w.T @ X).max() * 1.5, 0.0, X, _labels(rng, 6)


def optimize(rng, right):
    settings = (1,), (2, 0.5), (99, 0.001), (100, 0.2, False), (101, 0.05), (203, 0.1), (7, 1.0), ()
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        yield (*_neuron(rng, n, m), _labels(rng, m), *chosen)


def predict(rng, right):
    for n, m in (*SIZES, (3, 20), (2, 12), (6, 7)):
        yield _neuron(rng, n, m)


def model(rng, right):
    # Three examples with three inputs can be told apart, so that training never comes to rest.
    settings = (1,), (2, 0.3), (99, 0.01), (100, 0.2, False), (101, 0.05), (), (7, 1.0), (203, 0.1)
    for (n, m), chosen in zip(SIZES, settings, strict=False):
        m_test = int(rng.integers(1, 9))
        yield find(partial(_examples, rng, n, m, m_test, chosen), partial(_clear, right))


def _examples(rng, n, m, m_test, settings):
    X, Y, X_test = rng.normal(size=(n, m)), _labels(rng, m), rng.normal(size=(n, m_test))
    return X, Y, X_test, _labels(rng, m_test), *settings


def _clear(right, arguments):
    """Whether no prediction of the trained neuron is near 0.5, and none too sure."""
    results = right["model"](*arguments)
    Z = np.abs(results["w"].T @ np.hstack([arguments[0], arguments[2]]) + results["b"])
    return Z.min() > 1e-4 and Z.max() < 9


MAKERS = {
    "initialize_with_zeros": initialize_with_zeros,
    "propagate": propagate,
    "optimize": optimize,
    "predict": predict,
    "model": model,
}
