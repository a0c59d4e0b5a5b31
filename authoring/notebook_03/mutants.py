"""What the mutation engine needs for notebook 03; see `mutation.py`."""

from functools import partial

import numpy as np

from authoring.cases import find

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _network_conditions(cut):
    """Conditions on the sizes of a network; cut takes X and the parameters out of the arguments."""
    return {
        "one output": lambda *a: len(cut(*a)[1]["W2"]) == 1,
        "several outputs": lambda *a: len(cut(*a)[1]["W2"]) > 1,
        "four hidden units": lambda *a: len(cut(*a)[1]["W1"]) == 4,
        "more than one hidden unit": lambda *a: len(cut(*a)[1]["W1"]) > 1,
        "two inputs": lambda *a: len(cut(*a)[0]) == 2,
        "m == 3": lambda *a: cut(*a)[0].shape[1] == 3,
        "m > 1": lambda *a: cut(*a)[0].shape[1] > 1,
        "more hidden units than inputs": lambda *a: len(cut(*a)[1]["W1"]) > len(cut(*a)[0]),
        "b1 zero": lambda *a: not np.any(cut(*a)[1]["b1"]),
    }


CONDITIONS = {
    "layer_sizes": {
        "one output": lambda X, Y: len(Y) == 1,
        "two outputs": lambda X, Y: len(Y) == 2,
        "five inputs": lambda X, Y: len(X) == 5,
        "m == 3": lambda X, Y: X.shape[1] == 3,
        "more inputs than outputs": lambda X, Y: len(X) > len(Y),
        "m > 1": lambda X, Y: X.shape[1] > 1,
    },
    "initialize_parameters": {
        "one output": lambda n_x, n_h, n_y: n_y == 1,
        "four hidden units": lambda n_x, n_h, n_y: n_h == 4,
        "two inputs": lambda n_x, n_h, n_y: n_x == 2,
        "n_h > n_x": lambda n_x, n_h, n_y: n_h > n_x,
    },
    "forward_propagation": {
        name: holds
        for name, holds in _network_conditions(lambda X, parameters: (X, parameters)).items()
        if "output" not in name  # there is one
    },
    "compute_cost": {
        "m == 3": lambda A2, Y: A2.shape[1] == 3,
        "m > 1": lambda A2, Y: A2.shape[1] > 1,
        "A2 from 0.1 to 0.9": lambda A2, Y: A2.min() >= 0.1 and A2.max() <= 0.9,
        "most labels 1": lambda A2, Y: Y.mean() > 0.5,
        "good predictions": lambda A2, Y: np.all((A2 > 0.5) == Y),
    },
    "backward_propagation": _network_conditions(lambda p, c, X, Y: (X, p)),
    "update_parameters": {
        "one output": lambda p, g, rate=1.2: len(p["W2"]) == 1,
        "rate 1.2": lambda p, g, rate=1.2: rate == 1.2,
        "rate not 1.2": lambda p, g, rate=1.2: rate != 1.2,
        "rate below 1": lambda p, g, rate=1.2: rate < 1,
        "three hidden units": lambda p, g, rate=1.2: len(p["W1"]) == 3,
        "m > 1": lambda p, g, rate=1.2: len(p["W1"]) > 1,
    },
    "nn_model": {
        "four hidden units": lambda X, Y, n_h, steps, _=False: n_h == 4,
        "more than one hidden unit": lambda X, Y, n_h, steps, _=False: n_h > 1,
        "two inputs": lambda X, Y, n_h, steps, _=False: len(X) == 2,
        "100 steps": lambda X, Y, n_h, steps, _=False: steps == 100,
        "one step": lambda X, Y, n_h, steps, _=False: steps == 1,
        "m > 1": lambda X, Y, n_h, steps, _=False: X.shape[1] > 1,
    },
    "predict": {
        "m == 4": lambda parameters, X: X.shape[1] == 4,
        "m > 1": lambda parameters, X: X.shape[1] > 1,
        "two inputs": lambda parameters, X: len(X) == 2,
        "two hidden units": lambda parameters, X: len(parameters["W1"]) == 2,
    },
}


# Random arguments that the contract allows.

SIZES = [(2, 4, 1, 3), (1, 1, 1, 1), (3, 3, 3, 3), (5, 2, 1, 7), (2, 6, 3, 1), (4, 1, 2, 6)]


def _sizes(rng):
    """n_x, n_h, n_y and m of networks, one output more often than several."""
    yield from SIZES
    for _ in range(14):
        n_x, n_h, m = map(int, rng.integers(1, 8, size=3))
        yield n_x, n_h, 1 if rng.random() < 0.5 else int(rng.integers(2, 5)), m


def _parameters(rng, n_x, n_h, n_y, letter=""):
    """Weights and biases, or with the letter d their gradients."""
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}
    return {f"{letter}{name}": rng.normal(size=shape) for name, shape in shapes.items()}


def _labels(rng, n_y, m):
    labels = rng.integers(0, 2, size=(n_y, m))
    return labels if rng.random() < 0.5 else labels.astype(float)


def _layer_sizes(rng, right=None):
    for n_x, _, n_y, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), _labels(rng, n_y, m)


def _initialize(rng, right=None):
    return (sizes[:3] for sizes in _sizes(rng))


def _forward(rng, right=None):
    for n_x, n_h, _, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), _parameters(rng, n_x, n_h, 1)


def _cost(rng, right=None):
    for m in [1, 1, 2, 3, 4, 5, 7, 9, 12, 30]:
        yield rng.uniform(0.01, 0.99, size=(1, m)), _labels(rng, 1, m)
    near = np.array([[1e-6, 1 - 1e-6, 1e-3, 1 - 1e-3, 0.5]])
    yield near, np.array([[0, 1, 1, 0, 1]])
    yield near, np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])


def _backward(rng, right):
    for n_x, n_h, n_y, m in _sizes(rng):
        X, parameters = rng.normal(size=(n_x, m)), _parameters(rng, n_x, n_h, n_y)
        A2, cache = right["forward_propagation"](X, parameters)
        yield parameters, cache, X, _labels(rng, *A2.shape)


def _update(rng, right=None):
    """Each third time without a learning rate."""
    for number, (n_x, n_h, n_y, _) in enumerate(_sizes(rng)):
        arguments = _parameters(rng, n_x, n_h, n_y), _parameters(rng, n_x, n_h, n_y, "d")
        yield arguments if number % 3 == 0 else (*arguments, float(10 ** rng.uniform(-4, 1)))


def _model(rng, right=None):
    """Few steps: the default of 10,000 would take a second each time."""
    for n_x, n_h, _, m in _sizes(rng):
        X = rng.normal(scale=0.5, size=(n_x, m))
        yield X, _labels(rng, 1, m), n_h, int(rng.integers(1, 40))


def _predict(rng, right):
    """No probability within 1e-4 of 0.5, where rounding would decide."""
    for n_x, n_h, _, m in [*_sizes(rng)] * 3:
        yield find(partial(_network, rng, n_x, n_h, m), partial(_clear, right))


def _network(rng, n_x, n_h, m):
    parameters, X = _parameters(rng, n_x, n_h, 1), rng.normal(size=(n_x, m))
    parameters["W2"] *= rng.uniform(0.1, 2)
    return parameters, X


def _clear(right, arguments):
    parameters, X = arguments
    A2, _ = right["forward_propagation"](X, parameters)
    return np.min(np.abs(A2 - 0.5)) > 1e-4


MAKERS = {
    "layer_sizes": _layer_sizes,
    "initialize_parameters": _initialize,
    "forward_propagation": _forward,
    "compute_cost": _cost,
    "backward_propagation": _backward,
    "update_parameters": _update,
    "nn_model": _model,
    "predict": _predict,
}
