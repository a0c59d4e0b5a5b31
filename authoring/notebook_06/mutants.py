"""What the mutation engine needs for notebook 06; see `mutation.py`."""

import numpy as np

from authoring.cases import Draw
from authoring.notebook_06.cases import clear, images, steady

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _training(X, Y, layers_dims, *more):
    """learning_rate, num_iterations, print_cost, seed, as they are or by default."""
    return (*more, *(0.3, 2500, False, 1)[len(more) :])


TRAINING = {
    "m > 1": lambda X, *a: X.shape[1] > 1,
    "m == 6": lambda X, *a: X.shape[1] == 6,
    "at most 100 iterations": lambda *a: _training(*a)[1] <= 100,
    "more than 100 iterations": lambda *a: _training(*a)[1] > 100,
    "more than 2 iterations": lambda *a: _training(*a)[1] > 2,
    "a rate below 1": lambda *a: _training(*a)[0] < 1,
    "nothing printed": lambda *a: not _training(*a)[2],
    "most labels 0": lambda X, Y, *a: Y.mean() <= 0.5,
}

CONDITIONS = {
    "flatten_and_standardize": {
        "grey": lambda images: images.shape[3] == 1,
        "square": lambda images: images.shape[1] == images.shape[2],
        "more than one": lambda images: len(images) > 1,
        "white among them": lambda images: images.max() == 255,
        "black among them": lambda images: images.min() == 0,
        "three images": lambda images: len(images) == 3,
    },
    "predict": {
        "two layers": lambda X, parameters: len(parameters) == 4,
        "more than one layer": lambda X, parameters: len(parameters) > 2,
        "at most three layers": lambda X, parameters: len(parameters) <= 6,
        "m > 1": lambda X, parameters: X.shape[1] > 1,
        "five examples": lambda X, parameters: X.shape[1] == 5,
    },
    "accuracy": {
        "m > 1": lambda predictions, Y: Y.shape[1] > 1,
        "eight examples": lambda predictions, Y: Y.shape[1] == 8,
        "some wrong": lambda predictions, Y: np.any(predictions != Y),
        "some right": lambda predictions, Y: np.any(predictions == Y),
        "as many ones": lambda predictions, Y: predictions.sum() == Y.sum(),
        "at most ten examples": lambda predictions, Y: Y.shape[1] <= 10,
    },
    "two_layer_model": TRAINING
    | {
        "four units": lambda X, Y, layers_dims, *a: layers_dims[1] == 4,
        "more units than inputs": lambda X, Y, layers_dims, *a: layers_dims[1] > layers_dims[0],
    },
    "initialize_parameters_scaled": {
        "the usual seed": lambda layers_dims, seed=1: seed == 1,
        "another seed": lambda layers_dims, seed=1: seed != 1,
        "two layers": lambda layers_dims, seed=1: len(layers_dims) == 3,
        "at most three layers": lambda layers_dims, seed=1: len(layers_dims) <= 4,
        "more than one layer": lambda layers_dims, seed=1: len(layers_dims) > 2,
        "falling sizes": lambda layers_dims, seed=1: layers_dims == sorted(layers_dims)[::-1],
    },
    "L_layer_model": TRAINING
    | {
        "the usual seed": lambda *a: _training(*a)[3] == 1,
        "another seed": lambda *a: _training(*a)[3] != 1,
        "two layers": lambda X, Y, layers_dims, *a: len(layers_dims) == 3,
        "three layers": lambda X, Y, layers_dims, *a: len(layers_dims) == 4,
        "more than one layer": lambda X, Y, layers_dims, *a: len(layers_dims) > 2,
        "at most four layers": lambda X, Y, layers_dims, *a: len(layers_dims) <= 5,
    },
}


# Random arguments that the contract allows.


def _images(rng, right):
    draw = Draw(rng, right)
    for m, height, width, channels in [(3, 2, 2, 1), (1, 3, 2, 3), (2, 4, 4, 1), (4, 3, 4, 3)] * 2:
        yield (images(draw, (m, height, width, channels)),)
    for dark in (True, False):
        for _ in range(4):
            shape = (*map(int, rng.integers(1, 6, size=3)), int(rng.choice([1, 3])))
            if np.prod(shape) > 1:
                yield (images(draw, shape, dark),)


def _predict(rng, right):
    for depth in [1, 2, 3, 4, 5] * 3:
        layers_dims = [*map(int, rng.integers(2, 6, size=depth)), 1]
        yield clear(Draw(rng, right), layers_dims, int(rng.integers(1, 9)))


def _accuracy(rng, right):
    for m in [1, 1, 2, 3, 5, 8, 8, 13, 40, 101]:
        Y = Draw(rng, right).labels(m)
        yield rng.integers(0, 2, size=(1, m)), Y
        yield Y.copy(), Y
        yield 1 - Y, Y
        yield rng.integers(0, 2, size=(1, m)), rng.integers(0, 2, size=(1, m)).astype(float)


def _two_layers(rng, right):
    for m, rate, iterations, more in [
        *((1, 0.3, 3, ()), (2, 1.0, 1, ()), (6, 0.5, 2, (False,)), (5, 1.0, 101, ())),
        *((7, 0.5, 100, ()), (4, 2.0, 12, (True,)), (3, 0.05, 4, ()), (6, 1.5, 205, (True,))),
    ]:
        layers_dims = (*map(int, rng.integers(2, 6, size=2)), 1)
        draw = Draw(rng, right)
        yield steady(draw, "two_layer_model", layers_dims, m, rate, iterations, *more)


def _initialize(rng, right):
    for number, depth in enumerate([1, 2, 3, 4, 5] * 3):
        sizes = list(map(int, rng.integers(1, 7, size=depth + 1)))
        yield (sizes,) if number % 3 == 0 else (sizes, int(rng.integers(0, 50)))


def _deep(rng, right):
    for depth, m, rate, iterations, more in [
        *((1, 5, 0.5, 3, ()), (2, 1, 0.3, 2, ()), (3, 6, 0.2, 101, (False, 4))),
        *((4, 4, 0.3, 12, (True, 9)), (5, 7, 0.2, 5, (False, 2)), (2, 6, 0.7, 205, ())),
        *((3, 2, 1.0, 1, (True,)), (2, 5, 0.05, 100, (False, 1))),
    ]:
        layers_dims = [*map(int, rng.integers(3, 6, size=depth)), 1]
        draw = Draw(rng, right)
        yield steady(draw, "L_layer_model", layers_dims, m, rate, iterations, *more)


MAKERS = {
    "flatten_and_standardize": _images,
    "predict": _predict,
    "accuracy": _accuracy,
    "two_layer_model": _two_layers,
    "initialize_parameters_scaled": _initialize,
    "L_layer_model": _deep,
}
