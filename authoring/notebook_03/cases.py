"""Fresh cases for the exercises of notebook 03; see `authoring/cases.py`."""

from functools import partial

import numpy as np

from authoring import allowed
from authoring.cases import count, counterpart, cross_entropy, find

# The sizes as learners see them, see `Draw.size`.
# (inputs, outputs, examples)
LAYERS = (3, 1, 5), (1, 2, 6), (2, 3, 1), (4, 4, 2)
# (inputs, hidden units, outputs, examples): one output and several, one example, one of each, all
# the same.
NETWORKS = (2, 3, 1, 5), (3, 5, 2, 4), (1, 4, 1, 6), (4, 2, 3, 1), (5, 1, 1, 3), (2, 2, 2, 2)


def layer_sizes(draw):
    for sizes in LAYERS:
        n_x, n_y, m = draw.sizes(*sizes)
        label = f"{count('input', n_x)}, {count('output', n_y)}, {count('example', m)}"
        yield label, (draw.numbers(n_x, m), draw.labels(m, n_y))


def layer_sizes_counterpart(draw, X, Y):
    """The result consists of sizes, so they must be others."""
    n_x, n_y, m = draw.rng.permutation([2, 3, 6, 7, 8, 9])[:3].tolist()
    return draw.numbers(n_x, m), draw.labels(m, n_y)


def initialize_parameters(draw):
    for sizes in ((2, 5, 3), (1, 1, 1), (6, 1, 2), (3, 4, 1)):
        n_x, n_h, n_y = draw.sizes(*sizes)
        yield f"{count('hidden unit', n_h)}, {count('output', n_y)}", (n_x, n_h, n_y)


def initialize_parameters_counterpart(draw, n_x, n_h, n_y):
    return tuple(draw.large(3))


def forward_propagation(draw):
    for label, parameters, X in _networks(draw, n_y=1):  # as its docstring says
        yield label, (X, parameters)


compute_cost = partial(cross_entropy, "A2")


def backward_propagation(draw):
    for label, parameters, X in _networks(draw):
        A2, cache = draw.solved["forward_propagation"](X, parameters)
        yield label, (parameters, cache, X, draw.labels(A2.shape[1], len(A2)))


def backward_propagation_counterpart(draw, parameters, cache, X, Y):
    parameters, X = counterpart(draw, parameters, X)
    _, cache = draw.solved["forward_propagation"](X, parameters)
    return parameters, cache, X, Y


def update_parameters(draw):
    rates = None, 0.5, 0.001, 2.0, 0.1, 10.0
    for sizes, rate in zip(NETWORKS, rates, strict=True):
        n_x, n_h, n_y, _ = draw.sizes(*sizes)
        parameters = draw.network([n_x, n_h, n_y])
        grads = {f"d{name}": draw.numbers(*value.shape) for name, value in parameters.items()}
        units = count("hidden unit", n_h)
        if rate is None:
            yield f"{units}, no learning rate given", (parameters, grads)
        else:
            rate = draw.rate(rate)
            yield f"{units}, learning rate {rate}", (parameters, grads, rate)


def nn_model(draw):
    for sizes, iterations, more in (  # inputs, hidden units, examples
        ((2, 3, 5), draw.whole(20, 22, 29), (True,)),
        ((3, 5, 4), draw.whole(7, 9, 16), ()),
        ((1, 2, 6), draw.whole(12, 14, 21), ()),
        ((4, 6, 3), 1, ()),
        ((5, 1, 1), draw.whole(30, 32, 39), ()),
    ):
        n_x, n_h, m = draw.sizes(*sizes)
        label = f"{count('hidden unit', n_h)}, {count('iteration', iterations)}"
        yield label, (draw.numbers(n_x, m), draw.labels(m), n_h, iterations, *more)
    # Half the labels are 1 and the inputs are small, so the cost hardly changes.
    n_x, n_h = draw.sizes(2, 4)
    yield "a cost that hardly changes", (draw.numbers(n_x, 8, spread=0.02), draw.labels(8), n_h, 10)


def nn_model_counterpart(draw, X, Y, n_h, iterations):
    """As many hidden units, and points near the public ones.

    They can be learned without jumps, which would make a large difference of a rounding.
    """
    X = np.round(X * draw.rng.uniform(0.9, 1.1, size=X.shape), 3)
    return X, Y, n_h, int(iterations - draw.rng.integers(10, 40))


def predict(draw):
    few = draw.size(2)
    for label, arguments in (
        ("both labels", _to_predict(draw, few, *draw.sizes(3, 6))),
        ("both labels", _to_predict(draw, few, *draw.sizes(5, 4))),
        ("A2 near 0.5", _to_predict(draw, few, draw.size(2), draw.size(3) + 9, near=True)),
        ("all 1", _to_predict(draw, few, *draw.sizes(4, 5), all_of=1)),
        ("all 0", _to_predict(draw, few, *draw.sizes(6, 3), all_of=0)),
    ):
        yield f"{count('hidden unit', len(arguments[0]['W1']))}, {label}", arguments
    yield "1 example", _to_predict(draw, draw.size(3), 1, 1)


def predict_counterpart(draw, parameters, X):
    n_h, n_x = parameters["W1"].shape
    return _to_predict(draw, n_x, n_h, X.shape[1])


def _networks(draw, n_y=None):
    """A label, parameters and X, which saturate neither the tanh nor the sigmoid.

    Arguments:
        n_y: the number of outputs, where it must not be that of NETWORKS.
    """
    for sizes in NETWORKS:
        n_x, n_h, outputs, m = draw.sizes(*sizes)
        outputs = n_y or outputs
        label = f"{count('hidden unit', n_h)}, {count('output', outputs)}, {count('example', m)}"
        yield label, draw.network([n_x, n_h, outputs]), draw.numbers(n_x, m)


def _to_predict(draw, n_x, n_h, m, near=False, all_of=None):
    """Parameters and X for which no prediction hangs on a rounding.

    Both labels are predicted, unless there is one example.

    Arguments:
        near: whether A2 stays near 0.5.
        all_of: the label that all examples get, if they get the same one.
    """

    def forward(parameters, X):
        return draw.solved["forward_propagation"](X, parameters)

    def make():
        parameters, X = draw.network([n_x, n_h, 1]), draw.numbers(n_x, m)
        parameters["W2"] = draw.numbers(1, n_h, spread=3 / np.sqrt(n_h))
        b2 = parameters["b2"]
        Z2 = np.sort(forward(parameters, X)[1]["Z2"][0])
        if all_of == 1:
            b2 += 0.2 - Z2[0]
        elif all_of == 0:
            b2 -= 0.2 + Z2[-1]
        elif m > 1:  # 0 is halfway between the two numbers in the middle
            b2 -= (Z2[m // 2 - 1] + Z2[m // 2]) / 2
        if near:
            for name in ("W2", "b2"):
                parameters[name] *= 0.8 / np.ptp(Z2)
        return {name: np.round(value, 3) for name, value in parameters.items()}, X

    def good(found):
        distances = np.abs(forward(*found)[0] - 0.5)
        return distances.min() > 0.003 and distances.max() < 0.495

    return find(make, good)


# Arguments that the contract allows, for the mutants


SIZES = [(2, 4, 1, 3), (1, 1, 1, 1), (3, 3, 3, 3), (5, 2, 1, 7), (2, 6, 3, 1), (4, 1, 2, 6)]


def _sizes(rng):
    """n_x, n_h, n_y and m of networks, one output more often than several."""
    yield from SIZES
    for _ in range(14):
        n_x, n_h, m = map(int, rng.integers(1, 8, size=3))
        yield n_x, n_h, 1 if rng.random() < 0.5 else int(rng.integers(2, 5)), m


def _layer_sizes(rng, right=None):
    for n_x, _, n_y, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), allowed.labels(rng, (n_y, m))


def _initialize(rng, right=None):
    return (sizes[:3] for sizes in _sizes(rng))


def _forward(rng, right=None):
    for n_x, n_h, _, m in _sizes(rng):
        yield rng.normal(size=(n_x, m)), allowed.parameters(rng, [n_x, n_h, 1])


def _backward(rng, right):
    for n_x, n_h, n_y, m in _sizes(rng):
        X, parameters = rng.normal(size=(n_x, m)), allowed.parameters(rng, [n_x, n_h, n_y])
        A2, cache = right["forward_propagation"](X, parameters)
        yield parameters, cache, X, allowed.labels(rng, A2.shape)


def _update(rng, right=None):
    """Each third time without a learning rate."""
    for number, (n_x, n_h, n_y, _) in enumerate(_sizes(rng)):
        arguments = (
            allowed.parameters(rng, [n_x, n_h, n_y]),
            allowed.parameters(rng, [n_x, n_h, n_y], "d"),
        )
        yield arguments if number % 3 == 0 else (*arguments, float(10 ** rng.uniform(-4, 1)))


def _model(rng, right=None):
    """Few steps: the default of 10,000 would take a second each time."""
    for n_x, n_h, _, m in _sizes(rng):
        X = rng.normal(scale=0.5, size=(n_x, m))
        yield X, allowed.labels(rng, (1, m)), n_h, int(rng.integers(1, 40))


def _predict(rng, right):
    """No probability within 1e-4 of 0.5, where rounding would decide."""
    for n_x, n_h, _, m in [*_sizes(rng)] * 3:
        yield find(partial(_network, rng, n_x, n_h, m), partial(_clear, right))


def _network(rng, n_x, n_h, m):
    parameters, X = allowed.parameters(rng, [n_x, n_h, 1]), rng.normal(size=(n_x, m))
    parameters["W2"] *= rng.uniform(0.1, 2)
    return parameters, X


def _clear(right, arguments):
    parameters, X = arguments
    A2, _ = right["forward_propagation"](X, parameters)
    return np.min(np.abs(A2 - 0.5)) > 1e-4


ALLOWED = {
    "layer_sizes": _layer_sizes,
    "initialize_parameters": _initialize,
    "forward_propagation": _forward,
    "compute_cost": allowed.compute_cost,
    "backward_propagation": _backward,
    "update_parameters": _update,
    "nn_model": _model,
    "predict": _predict,
}
