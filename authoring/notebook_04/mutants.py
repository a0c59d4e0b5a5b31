"""What the mutation engine needs for notebook 04; see `mutation.py`."""

import numpy as np

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _layer_conditions(cut):
    """Conditions on the arguments of a function of one layer; cut takes A and W out of them."""
    return {
        "one unit": lambda *a: len(cut(*a)[1]) == 1,
        "more than one unit": lambda *a: len(cut(*a)[1]) > 1,
        "m == 2": lambda *a: cut(*a)[0].shape[1] == 2,
        "m == 4": lambda *a: cut(*a)[0].shape[1] == 4,
        "m > 1": lambda *a: cut(*a)[0].shape[1] > 1,
        "three inputs": lambda *a: len(cut(*a)[0]) == 3,
        "as many inputs as units": lambda *a: len(cut(*a)[0]) == len(cut(*a)[1]),
        "more inputs than units": lambda *a: len(cut(*a)[0]) > len(cut(*a)[1]),
    }


def _network_conditions(depth):
    """Conditions on the depth of a network; depth finds it in the arguments."""
    return {
        "one layer": lambda *a: depth(*a) == 1,
        "two layers": lambda *a: depth(*a) == 2,
        "three layers": lambda *a: depth(*a) == 3,
        "at most two layers": lambda *a: depth(*a) <= 2,
        "at most three layers": lambda *a: depth(*a) <= 3,
        "more than one layer": lambda *a: depth(*a) > 1,
        "not three layers": lambda *a: depth(*a) != 3,
    }


CONDITIONS = {
    "initialize_parameters": {
        "one output": lambda n_x, n_h, n_y: n_y == 1,
        "n_x > n_h > n_y": lambda n_x, n_h, n_y: n_x > n_h > n_y,
        "three inputs": lambda n_x, n_h, n_y: n_x == 3,
        "two hidden units": lambda n_x, n_h, n_y: n_h == 2,
        "fewer units than inputs": lambda n_x, n_h, n_y: n_h < n_x,
        "fewer outputs than units": lambda n_x, n_h, n_y: n_y < n_h,
        "three or four inputs": lambda n_x, n_h, n_y: n_x in (3, 4),
    },
    "initialize_parameters_deep": _network_conditions(lambda layer_dims: len(layer_dims) - 1)
    | {"falling sizes": lambda layer_dims: layer_dims == sorted(layer_dims)[::-1]},
    "linear_forward": _layer_conditions(lambda A, W, b: (A, W)),
    "linear_activation_forward": _layer_conditions(lambda A, W, b, activation: (A, W))
    | {
        "relu": lambda A, W, b, activation: activation == "relu",
        "sigmoid": lambda A, W, b, activation: activation == "sigmoid",
    },
    "L_model_forward": _network_conditions(lambda X, parameters: len(parameters) // 2)
    | {"m == 4": lambda X, parameters: X.shape[1] == 4, "m > 1": lambda X, p: X.shape[1] > 1},
    "compute_cost": {
        "m == 3": lambda AL, Y: AL.shape[1] == 3,
        "m > 1": lambda AL, Y: AL.shape[1] > 1,
        "AL from 0.1 to 0.9": lambda AL, Y: AL.min() >= 0.1 and AL.max() <= 0.9,
        "most labels 1": lambda AL, Y: Y.mean() > 0.5,
        "good predictions": lambda AL, Y: np.all((AL > 0.5) == Y),
    },
    "linear_backward": _layer_conditions(lambda dZ, cache: cache[:2]),
    "linear_activation_backward": _layer_conditions(lambda dA, cache, activation: cache[0][:2])
    | {
        "relu": lambda dA, cache, activation: activation == "relu",
        "sigmoid": lambda dA, cache, activation: activation == "sigmoid",
    },
    "L_model_backward": _network_conditions(lambda AL, Y, caches: len(caches))
    | {"m == 2": lambda AL, Y, c: AL.shape[1] == 2, "m > 1": lambda AL, Y, c: AL.shape[1] > 1},
    "update_parameters": _network_conditions(lambda params, grads, rate: len(params) // 2)
    | {"rate 0.1": lambda p, g, rate: rate == 0.1, "rate below 1": lambda p, g, rate: rate < 1},
}


# Random arguments that the contract allows.


def _layer(rng, right=None):
    """A, W and b of layers of several shapes."""
    for n_prev, n, m in [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 1, 2), (3, 3, 3), (1, 4, 6)]:
        yield (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))
    for _ in range(10):
        n_prev, n, m = rng.integers(1, 8, size=3)
        yield (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))


def _networks(rng):
    """The sizes of networks of one to five layers, and a number of examples."""
    for depth in [1, 2, 3, 4, 5] * 4:
        sizes = [*map(int, rng.integers(1, 7, size=depth)), 1 if rng.random() < 0.7 else 2]
        yield sizes, int(rng.integers(1, 7))
    yield [4, 4, 4, 4, 1], 1
    yield [3, 3, 3, 1], 4


def _parameters(rng, sizes, letter=""):
    """Weights and biases of a network, or with the letter d their gradients."""
    drawn = {}
    for number, (n_prev, n) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
        drawn[f"{letter}W{number}"] = rng.normal(size=(n, n_prev))
        drawn[f"{letter}b{number}"] = rng.normal(size=(n, 1))
    return drawn


def _labels(rng, shape):
    labels = rng.integers(0, 2, size=shape)
    return labels if rng.random() < 0.5 else labels.astype(float)


def _initialize(rng, right=None):
    return ((*map(int, rng.integers(1, 8, size=3)),) for _ in range(15))


def _initialize_deep(rng, right=None):
    return ((sizes,) for sizes, _ in _networks(rng))


def _activation_forward(rng, right=None):
    return ((*layer, name) for layer in _layer(rng) for name in ("sigmoid", "relu"))


def _model_forward(rng, right=None):
    """One output, as the contract has it: a network that gives one probability."""
    for sizes, m in _networks(rng):
        yield rng.normal(size=(sizes[0], m)), _parameters(rng, [*sizes[:-1], 1])


def _cost(rng, right=None):
    for m in [1, 1, 2, 3, 4, 5, 7, 9, 12, 30]:
        yield rng.uniform(0.01, 0.99, size=(1, m)), _labels(rng, (1, m))
    near = np.array([[1e-6, 1 - 1e-6, 1e-3, 1 - 1e-3, 0.5]])
    yield near, np.array([[0, 1, 1, 0, 1]])
    yield near, np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])


def _backward(rng, right=None):
    for A, W, b in _layer(rng):
        yield rng.normal(size=(len(W), A.shape[1])), (A, W, b)


def _activation_backward(rng, right):
    for A, W, b in _layer(rng):
        for name in "sigmoid", "relu":
            out, cache = right["linear_activation_forward"](A, W, b, name)
            yield rng.normal(size=out.shape), cache, name


def _model_backward(rng, right):
    for X, parameters in _model_forward(rng):
        AL, caches = right["L_model_forward"](X, parameters)
        yield AL, _labels(rng, AL.shape), caches


def _update(rng, right=None):
    """With the gradients of L_model_backward, dA among them, and with those of W and b alone."""
    for number, (sizes, m) in enumerate(_networks(rng)):
        grads = _parameters(rng, sizes, "d")
        if number % 2:
            grads |= {f"dA{i}": rng.normal(size=(n, m)) for i, n in enumerate(sizes[:-1])}
        yield _parameters(rng, sizes), grads, float(10 ** rng.uniform(-4, 1))


MAKERS = {
    "initialize_parameters": _initialize,
    "initialize_parameters_deep": _initialize_deep,
    "linear_forward": _layer,
    "linear_activation_forward": _activation_forward,
    "L_model_forward": _model_forward,
    "compute_cost": _cost,
    "linear_backward": _backward,
    "linear_activation_backward": _activation_backward,
    "L_model_backward": _model_backward,
    "update_parameters": _update,
}
