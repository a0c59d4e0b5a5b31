"""What the mutation engine needs for notebook 01; see `mutation.py`."""

import numpy as np

# Conditions on the arguments of a function: a wrong version may be right only where one holds.

ENTRIES = {
    "one axis": lambda x: x.ndim == 1,
    "two axes": lambda x: x.ndim == 2,
    "at most two axes": lambda x: x.ndim <= 2,
    "three entries": lambda x: x.size == 3,
    "more than one entry": lambda x: x.size > 1,
    "as many rows as columns": lambda x: x.ndim == 2 and x.shape[0] == x.shape[1],
    "nothing below zero": lambda x: np.all(x >= 0),
    "whole numbers": lambda x: x.dtype.kind == "i",
    "fractions": lambda x: x.dtype.kind == "f",
}
TABLE = {
    "two rows": lambda x: len(x) == 2,
    "one row": lambda x: len(x) == 1,
    "more than one row": lambda x: len(x) > 1,
    "more than one column": lambda x: x.shape[1] > 1,
    "more columns than rows": lambda x: x.shape[1] > x.shape[0],
    "as many rows as columns": lambda x: x.shape[0] == x.shape[1],
    "no more rows than columns": lambda x: x.shape[0] <= x.shape[1],
    "nothing below zero": lambda x: np.all(x >= 0),
    "whole numbers": lambda x: x.dtype.kind == "i",
    "fractions": lambda x: x.dtype.kind == "f",
}
PREDICTIONS = {
    "five examples": lambda yhat, y: len(y) == 5,
    "one example": lambda yhat, y: len(y) == 1,
    "more than one example": lambda yhat, y: len(y) > 1,
    "labels": lambda yhat, y: np.all((y == 0) | (y == 1)),
    "whole labels": lambda yhat, y: y.dtype.kind == "i",
    "predictions from 0 to 1": lambda yhat, y: np.all((yhat >= 0) & (yhat <= 1)),
    "on the right side of 0.5": lambda yhat, y: np.all((yhat > 0.5) == (y > 0.5)),
}
CONDITIONS = {
    "basic_sigmoid": {
        "x above 0": lambda x: x > 0,
        "x from 0 on": lambda x: x >= 0,
        "x below 0": lambda x: x < 0,
        "x not 0": lambda x: x != 0,
        "a whole number": lambda x: x == int(x),
        "a fraction": lambda x: x != int(x),
        "an int": lambda x: isinstance(x, int),
        "near 0": lambda x: abs(x) <= 1,
    },
    "sigmoid": ENTRIES,
    "sigmoid_derivative": ENTRIES,
    "image2vector": {
        "grey": lambda image: image.shape[2] == 1,
        "colour": lambda image: image.shape[2] == 3,
        "square": lambda image: image.shape[0] == image.shape[1],
        "wide or square": lambda image: image.shape[0] <= image.shape[1],
        "two rows": lambda image: len(image) == 2,
        "more than one row": lambda image: len(image) > 1,
        "more than one column": lambda image: image.shape[1] > 1,
        "as deep as wide": lambda image: image.shape[1] == image.shape[2],
        "twelve numbers": lambda image: image.size == 12,
        "more than one number": lambda image: image.size > 1,
        "whole numbers": lambda image: image.dtype.kind == "i",
        "fractions": lambda image: image.dtype.kind == "f",
    },
    "normalize_rows": TABLE,
    "softmax": TABLE,
    "L1": PREDICTIONS,
    "L2": PREDICTIONS,
    "linear_forward_loop": {
        "one unit": lambda A, W, b: len(W) == 1,
        "two units": lambda A, W, b: len(W) == 2,
        "more than one unit": lambda A, W, b: len(W) > 1,
        "m == 4": lambda A, W, b: A.shape[1] == 4,
        "m > 1": lambda A, W, b: A.shape[1] > 1,
        "three inputs": lambda A, W, b: len(A) == 3,
        "more than one input": lambda A, W, b: len(A) > 1,
        "as many inputs as units": lambda A, W, b: len(A) == len(W),
        "no more units than examples": lambda A, W, b: len(W) <= A.shape[1],
        "no bias below zero": lambda A, W, b: np.all(b >= 0),
    },
}


# Random arguments that the contract allows.


def _number(rng, right=None):
    """Whole numbers and fractions, of either sign and zero."""
    for number in (0, 1, -1, 3, -7, 0.0, 0.5, -0.5, 2.75, -8.125, 12, -12):
        yield (number,)
    for number in rng.normal(scale=4, size=10):
        yield (float(number),)


def _arrays(rng, right=None):
    """Arrays of one to three axes, of fractions and of whole numbers."""
    for shape in [(1,), (3,), (6,), (1, 1), (3, 1), (1, 4), (2, 3), (3, 3), (5, 2), (2, 3, 4)]:
        yield (rng.normal(scale=3, size=shape),)
        yield (rng.integers(-8, 9, size=shape),)


def _images(rng, right=None):
    """Images of several sizes, grey and colour, of whole numbers and of fractions."""
    for shape in [(2, 2, 3), (3, 2, 1), (1, 5, 3), (4, 1, 2), (3, 3, 3), (1, 1, 1), (2, 3, 4)]:
        yield (rng.integers(0, 256, size=shape),)
        yield (rng.uniform(size=shape),)
    for _ in range(6):
        yield (rng.uniform(size=rng.integers(1, 6, size=3)),)


def _tables(rng, right=None):
    """Tables of several shapes, of fractions and of whole numbers; no row is all zeros."""
    for shape in [(2, 3), (3, 2), (3, 3), (1, 4), (4, 1), (1, 1), (5, 4), (2, 8)]:
        yield (rng.normal(scale=2, size=shape),)
        found = rng.integers(-8, 9, size=shape)
        found[np.all(found == 0, axis=1), 0] = 3
        yield (found,)


def _predictions(rng, right=None):
    """Predictions with labels of either kind, and with any numbers."""
    for m in [1, 1, 2, 3, 5, 8, 20]:
        yield rng.uniform(size=m), rng.integers(0, 2, size=m)
        yield rng.uniform(size=m), rng.integers(0, 2, size=m).astype(float)
        yield rng.normal(scale=3, size=m), rng.normal(scale=3, size=m)


def _layers(rng, right=None):
    """A, W and b of layers of several shapes."""
    sizes = [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 1, 2), (3, 3, 3), (1, 4, 6)]
    sizes += [tuple(map(int, rng.integers(1, 6, size=3))) for _ in range(6)]
    for n_prev, n, m in sizes:
        yield (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))


MAKERS = {
    "basic_sigmoid": _number,
    "sigmoid": _arrays,
    "sigmoid_derivative": _arrays,
    "image2vector": _images,
    "normalize_rows": _tables,
    "softmax": _tables,
    "L1": _predictions,
    "L2": _predictions,
    "linear_forward_loop": _layers,
}
