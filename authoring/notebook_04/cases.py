"""Fresh cases for the exercises of notebook 04; see `authoring/cases.py`."""

from functools import partial

import numpy as np

from authoring import allowed
from authoring.cases import count, cross_entropy, find

# The sizes as learners see them, see `Draw.size`.
# (units, inputs, examples): many, one of each, one input, all the same.
LAYERS = (3, 4, 5), (1, 2, 1), (4, 1, 3), (2, 2, 2)
# The sizes of the layers, the input first, and the number of examples.
NETWORKS = (
    ((3, 1), 4),
    ((4, 3, 2, 1), 5),
    ((2, 3, 4, 2, 1), 3),
    ((3, 3, 3, 3, 1), 2),
    ((2, 2, 2, 2, 2, 1), 1),
)


def initialize_parameters(draw):
    for sizes in ((2, 5, 3), (1, 1, 1), (6, 1, 2)):
        n_x, n_h, n_y = draw.sizes(*sizes)
        yield count("hidden unit", n_h), (n_x, n_h, n_y)


def initialize_parameters_counterpart(draw, n_x, n_h, n_y):
    return tuple(draw.large(3))


def initialize_parameters_deep(draw):
    for sizes in ((3, 2), (2, 3, 4, 2, 1), (1, 1, 1), (4, 2, 3, 5)):
        layer_dims = _layer_dims(draw, sizes)
        yield _layers(layer_dims), (layer_dims,)


def initialize_parameters_deep_counterpart(draw, layer_dims):
    return (draw.large(len(layer_dims)),)


def linear_forward(draw):
    for label, A, W, b in _linear(draw):
        yield label, (A, W, b)


def linear_activation_forward(draw):
    for label, A, W, b in _linear_with_corner(draw):
        for activation in ("sigmoid", "relu"):
            yield f"{label}, {activation}", (A, W, b, activation)


def L_model_forward(draw):
    for label, X, parameters, _ in _networks(draw):
        yield label, (X, parameters)


compute_cost = partial(cross_entropy, "AL")


def linear_backward(draw):
    for label, A, W, b in _linear(draw):
        yield label, (draw.numbers(len(W), A.shape[1]), (A, W, b))


def linear_activation_backward(draw):
    for label, A, W, b in _linear_with_corner(draw):
        for activation in ("sigmoid", "relu"):
            _, cache = draw.solved["linear_activation_forward"](A, W, b, activation)
            dA = draw.numbers(len(W), A.shape[1])
            yield f"{label}, {activation}", (dA, cache, activation)


def L_model_backward(draw):
    for label, X, parameters, Y in _networks(draw):
        AL, caches = draw.solved["L_model_forward"](X, parameters)
        yield label, (AL, Y, caches)


def L_model_backward_counterpart(draw, AL, Y, caches):
    """The caches of a network: those of the public case belong to none."""
    layer_dims = [len(A_prev) for (A_prev, _, _), _ in caches] + [len(AL)]
    X, parameters, Y = _network(draw, layer_dims, AL.shape[1])
    AL, caches = draw.solved["L_model_forward"](X, parameters)
    return AL, Y, caches


def update_parameters(draw):
    several_outputs = (2, 3, 4)
    networks = [sizes for sizes, _ in NETWORKS] + [several_outputs]
    for sizes, rate in zip(networks, (0.5, 0.001, 2.0, 10.0, 0.03, 1.0), strict=True):
        layer_dims, rate = _layer_dims(draw, sizes), draw.rate(rate)
        parameters = draw.network(layer_dims)
        grads = {f"d{name}": draw.numbers(*value.shape) for name, value in parameters.items()}
        # As L_model_backward makes them: with the gradients of the inputs too.
        grads |= {f"dA{layer}": draw.numbers(n, 2) for layer, n in enumerate(layer_dims[:-1])}
        yield f"{_layers(layer_dims)}, learning rate {rate}", (parameters, grads, rate)


def _layer_dims(draw, sizes):
    """The sizes of the layers; a network of four layers or more gets up to two more."""
    layer_dims = draw.sizes(*sizes)
    more = draw.whole(0, 0, 3) if len(sizes) > 4 else 0
    return layer_dims[:-1] + more * layer_dims[-2:-1] + layer_dims[-1:]


def _layers(layer_dims):
    return count("layer", len(layer_dims) - 1)


def _linear(draw):
    """A label, A, W and b of layers of different shapes."""
    for sizes in LAYERS:
        n, n_prev, m = draw.sizes(*sizes)
        label = f"{count('unit', n)}, {count('input', n_prev)}, {count('example', m)}"
        yield label, draw.numbers(n_prev, m), draw.numbers(n, n_prev), draw.numbers(n, 1)


def _linear_with_corner(draw):
    """As `_linear`; the last unit gets Z = 0 exactly, where the relu has its corner."""
    for label, A, W, b in _linear(draw):
        W[-1], b[-1] = 0, 0
        yield label, A, W, b


def _networks(draw):
    """A label, X, parameters and Y of networks that are alive."""
    for sizes, m in NETWORKS:
        layer_dims, m = _layer_dims(draw, sizes), draw.size(m)

        yield f"{_layers(layer_dims)}, {count('example', m)}", *_network(draw, layer_dims, m)


def _network(draw, layer_dims, m):
    """X, parameters and Y of a network that is alive."""

    # With this gain the numbers do not grow from layer to layer, so wide networks live too.
    def make():
        parameters = draw.network(layer_dims, gain=np.sqrt(2), bias=1)
        return draw.numbers(layer_dims[0], m), parameters, draw.labels(m)

    return find(make, lambda found: _alive(draw.solved, *found))


def _alive(solved, X, parameters, Y):
    """Whether a gradient reaches the input of a network that is not too sure of its answers.

    A dead layer hides the mistakes below it, and AL within rounding of 0 or 1 makes right answers
    differ that are written in another way.
    """
    AL, caches = solved["L_model_forward"](X, parameters)
    grads = solved["L_model_backward"](AL, Y, caches)
    _, Z = caches[-1]
    return np.any(grads["dA0"]) and np.all(np.abs(Z) < 5)


# Arguments that the contract allows, for the mutants


def _layer(rng, right=None):
    """A, W and b of layers of several shapes."""
    for n_prev, n, m in [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 1, 2), (3, 3, 3), (1, 4, 6)]:
        yield allowed.layer(rng, n_prev, n, m)
    for _ in range(10):
        yield allowed.layer(rng, *rng.integers(1, 8, size=3))


def _allowed_networks(rng):
    """The sizes of networks of one to five layers, and a number of examples."""
    for depth in [1, 2, 3, 4, 5] * 4:
        sizes = [*map(int, rng.integers(1, 7, size=depth)), 1 if rng.random() < 0.7 else 2]
        yield sizes, int(rng.integers(1, 7))
    yield [4, 4, 4, 4, 1], 1
    yield [3, 3, 3, 1], 4


def _initialize(rng, right=None):
    return ((*map(int, rng.integers(1, 8, size=3)),) for _ in range(15))


def _initialize_deep(rng, right=None):
    return ((sizes,) for sizes, _ in _allowed_networks(rng))


def _activation_forward(rng, right=None):
    return ((*layer, name) for layer in _layer(rng) for name in ("sigmoid", "relu"))


def _model_forward(rng, right=None):
    """One output, as the contract has it: a network that gives one probability."""
    for sizes, m in _allowed_networks(rng):
        yield rng.normal(size=(sizes[0], m)), allowed.parameters(rng, [*sizes[:-1], 1])


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
        yield AL, allowed.labels(rng, AL.shape), caches


def _update(rng, right=None):
    """With the gradients of L_model_backward, dA among them, and with those of W and b alone."""
    for number, (sizes, m) in enumerate(_allowed_networks(rng)):
        grads = allowed.parameters(rng, sizes, "d")
        if number % 2:
            grads |= {f"dA{i}": rng.normal(size=(n, m)) for i, n in enumerate(sizes[:-1])}
        yield allowed.parameters(rng, sizes), grads, float(10 ** rng.uniform(-4, 1))


ALLOWED = {
    "initialize_parameters": _initialize,
    "initialize_parameters_deep": _initialize_deep,
    "linear_forward": _layer,
    "linear_activation_forward": _activation_forward,
    "L_model_forward": _model_forward,
    "compute_cost": allowed.compute_cost,
    "linear_backward": _backward,
    "linear_activation_backward": _activation_backward,
    "L_model_backward": _model_backward,
    "update_parameters": _update,
}
