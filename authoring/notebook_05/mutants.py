"""What the mutation engine needs for notebook 05; see `mutation.py`."""

import numpy as np

from authoring.cases import find
from dnn_tools.planted_backward import KINDS, NAMES, planted
from solved.notebook_04 import L_model_backward, L_model_forward

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _depth(parameters):
    return len(parameters) // 2


CONDITIONS = {
    "forward_propagation": {
        "x > 0": lambda x, theta: x > 0,
        "theta > 0": lambda x, theta: theta > 0,
        "the same sign": lambda x, theta: x * theta > 0,
        "theta is not 0": lambda x, theta: theta != 0,
        "theta is not 1": lambda x, theta: theta != 1,
        "whole numbers": lambda x, theta: isinstance(x, int),
        "x > 1": lambda x, theta: x > 1,
        "theta > 1": lambda x, theta: theta > 1,
    },
    "gradient_check": {
        "x > 0": lambda x, theta, epsilon=1e-7: x > 0,
        "theta > 0": lambda x, theta, epsilon=1e-7: theta > 0,
        "the usual epsilon": lambda x, theta, epsilon=1e-7: epsilon == 1e-7,
        "another epsilon": lambda x, theta, epsilon=1e-7: epsilon != 1e-7,
        "x > 1": lambda x, theta, epsilon=1e-7: x > 1,
        "x == 3": lambda x, theta, epsilon=1e-7: x == 3,
    },
    "dictionary_to_vector": {
        "two layers": lambda parameters: _depth(parameters) == 2,
        "at most two layers": lambda parameters: _depth(parameters) <= 2,
        "keys from W1": lambda parameters: next(iter(parameters)) == "W1",
        "three inputs": lambda parameters: next(iter(parameters.values())).shape[1] == 3,
        "one output": lambda parameters: len([*parameters.values()][-1]) == 1,
        "more than two arrays": lambda parameters: len(parameters) > 2,
        "11 numbers": lambda parameters: sum(a.size for a in parameters.values()) == 11,
    },
    "vector_to_dictionary": {
        "two layers": lambda theta, shapes: _depth(shapes) == 2,
        "at most two layers": lambda theta, shapes: _depth(shapes) <= 2,
        "keys from W1": lambda theta, shapes: next(iter(shapes)) == "W1",
        "three inputs": lambda theta, shapes: next(iter(shapes.values()))[1] == 3,
        "one output": lambda theta, shapes: [*shapes.values()][-1][0] == 1,
        "more than two arrays": lambda theta, shapes: len(shapes) > 2,
        "11 numbers": lambda theta, shapes: len(theta) == 11,
    },
    "gradient_check_n": {
        "three layers": lambda parameters, *a: _depth(parameters) == 3,
        "at most three layers": lambda parameters, *a: _depth(parameters) <= 3,
        "more than one layer": lambda parameters, *a: _depth(parameters) > 1,
        "m == 5": lambda p, g, X, Y, *e: X.shape[1] == 5,
        "m > 1": lambda p, g, X, Y, *e: X.shape[1] > 1,
        "the usual epsilon": lambda p, g, X, Y, *e: not e,
        "another epsilon": lambda p, g, X, Y, *e: bool(e),
        "four inputs": lambda p, g, X, Y, *e: len(X) == 4,
        "no dA": lambda p, g, X, Y, *e: len(g) == len(p),
    },
    "backward_propagation_n": {
        "m == 5": lambda p, X, Y: X.shape[1] == 5,
        "m > 1": lambda p, X, Y: X.shape[1] > 1,
        "four inputs": lambda p, X, Y: len(X) == 4,
        "three units": lambda p, X, Y: len(p["b1"]) == 3,
        "falling sizes": lambda p, X, Y: len(X) > len(p["b1"]) > len(p["b2"]),
        "m above the widths": lambda p, X, Y: X.shape[1] > max(map(len, p.values())),
        "as many examples as units": lambda p, X, Y: X.shape[1] == len(p["b1"]),
    },
}
CONDITIONS["backward_propagation"] = CONDITIONS["forward_propagation"]


# Random arguments that the contract allows.


def number(rng):
    return float(np.round(rng.normal(scale=3), 3))


def make_forward_propagation(rng, solved):
    yield 3, 5
    yield from ((number(rng), number(rng)) for _ in range(8))
    yield number(rng), 0.0
    yield number(rng), 1.0


def make_gradient_check(rng, solved):
    """Where theta is large the rounding of theta +- epsilon decides, always in the same way."""
    for sign in 1, -1, 1, -1, 1, 1:
        theta = float(rng.choice([-1, 1]) * 2.0 ** rng.integers(25, 29))
        yield sign * float(np.round(rng.uniform(0.2, 5), 3)), theta
    yield 3, 2.0**26
    yield 1.7, 2.0**28, 1e-6
    yield -2.3, -(2.0**27), 1e-6
    yield 0.4, -(2.0**29), 1e-5
    yield -0.9, 2.0**30, 1e-5


def dictionaries(rng):
    for layers in [3, 2, 1], [2, 1], [3, 4, 2, 1], [2, 2, 3, 2, 1], [4, 3, 2], [1, 1, 1]:
        yield {
            f"{letter}{layer}": rng.normal(size=(n, n_prev if letter == "W" else 1))
            for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1)
            for letter in "Wb"
        }
    for found in [*dictionaries_of_three(rng)]:
        yield {f"d{name}": found[name] for name in reversed(found)}
    yield {"C": rng.normal(size=(2, 3))}


def dictionaries_of_three(rng):
    for sizes in ((2, 3), (3, 2)):
        yield {"W1": rng.normal(size=sizes), "b1": rng.normal(size=(sizes[0], 1))}


def make_dictionary_to_vector(rng, solved):
    yield from ((parameters,) for parameters in dictionaries(rng))


def make_vector_to_dictionary(rng, solved):
    for parameters in dictionaries(rng):
        theta = rng.normal(size=(sum(array.size for array in parameters.values()), 1))
        yield theta, {name: array.shape for name, array in parameters.items()}


def network(rng, layers, m):
    """A network that is alive and far from the corners of its relus, its gradients, X and Y."""

    def make():
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1):
            parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
            parameters[f"b{layer}"] = rng.normal(size=(n, 1), scale=0.5)
        X, Y = rng.normal(size=(layers[0], m)), 1.0 * np.array([np.arange(m) % 2])
        AL, caches = L_model_forward(X, parameters)
        return parameters, L_model_backward(AL, Y, caches), X, Y

    def good(found):
        parameters, gradients, X, _ = found
        AL, caches = L_model_forward(X, parameters)
        near = min((np.min(np.abs(Z)) for _, Z in caches[:-1]), default=1)
        dead = min(np.linalg.norm(gradients["d" + name]) for name in parameters) < 0.03
        return near > 0.08 and not dead and 0.05 < AL.min() <= AL.max() < 0.95

    return find(make, good)


def make_gradient_check_n(rng, solved):
    for layers, m, epsilon in (
        ([2, 3, 1], 4, 1e-2),
        ([3, 2, 2, 1], 5, 1e-2),
        ([3, 1], 3, 3e-3),
        ([2, 2, 2, 2, 1], 1, 1e-2),
    ):
        yield *network(rng, layers, m), epsilon
    for layers, m, spoiled in (
        ([3, 2, 1], 2, "dW1"),
        ([2, 3, 2, 1], 6, "db2"),
        ([4, 3, 1], 5, "dW2"),
    ):
        parameters, gradients, X, Y = network(rng, layers, m)
        gradients = {name: gradients[name] for name in gradients if not name.startswith("dA")}
        yield parameters, gradients | {spoiled: 1.5 * gradients[spoiled]}, X, Y


def make_find_the_bug(rng, solved):
    for name in NAMES[1:]:
        for kind in rng.choice(KINDS, 3, replace=False):
            yield (planted(name, str(kind), int(rng.integers(100))),)
    for kind in KINDS:
        yield (planted(str(rng.choice(NAMES[1:])), kind, int(rng.integers(100))),)
    yield (planted(""),)


def make_backward_propagation_n(rng, solved):
    for layers, m in (
        ([4, 3, 2, 1], 6),
        ([2, 4, 3, 1], 5),
        ([3, 2, 4, 1], 3),
        ([5, 5, 5, 1], 4),
        ([2, 3, 4, 1], 1),
        ([1, 2, 2, 1], 2),
        ([3, 6, 4, 1], 7),
    ):
        parameters, _, X, Y = network(rng, layers, m)
        yield parameters, X, Y


MAKERS = {
    "forward_propagation": make_forward_propagation,
    "backward_propagation": make_forward_propagation,
    "gradient_check": make_gradient_check,
    "dictionary_to_vector": make_dictionary_to_vector,
    "vector_to_dictionary": make_vector_to_dictionary,
    "gradient_check_n": make_gradient_check_n,
    "find_the_bug": make_find_the_bug,
    "backward_propagation_n": make_backward_propagation_n,
}
