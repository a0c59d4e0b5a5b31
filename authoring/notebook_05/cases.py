"""Fresh cases for the exercises of notebook 05; see `authoring/cases.py`."""

import numpy as np

from authoring.cases import count, counterpart, find
from dnn_tools.planted_backward import KINDS, NAMES, planted
from solved.notebook_04 import L_model_backward, L_model_forward

IMPORTS = "from dnn_tools.planted_backward import PlantedBackward"

# The sizes as learners see them, see `_sizes`.
# The sizes of the layers, the input first, the number of examples, and epsilon.
NETWORKS = (
    ((3, 1), 6, 1e-3),
    ((4, 3, 2, 1), 5, 1e-2),
    ((2, 3, 1), 3, 3e-3),
    ((3, 3, 3, 3, 1), 2, 5e-3),
    ((2, 4, 2, 1), 1, 1e-2),
)
# Of exercise 8: three layers; m is a width, no width, or 1.
THREE_LAYERS = (
    ((4, 3, 2, 1), 6),
    ((2, 4, 3, 1), 5),
    ((3, 2, 4, 1), 3),
    ((5, 3, 3, 1), 4),
    ((2, 3, 4, 1), 1),
)
# Of exercise 7: the parameter whose gradient is wrong, and how.
FACTOR, LARGE, SIGN, NO_M, TWICE, ENTRY, PLACES, ZERO = KINDS
PLANTED = (
    ("W1", LARGE),
    ("", ""),
    ("b1", NO_M),
    ("W3", SIGN),
    ("b2", ENTRY),
    ("W2", FACTOR),
    ("b3", TWICE),
    ("", ""),
    ("W1", ENTRY),
    ("b3", FACTOR),
    ("b2", ZERO),
)


def forward_propagation(draw):
    for label, signs in (
        ("positive numbers", (1, 1)),
        ("theta negative", (1, -1)),
        ("x negative", (-1, 1)),
        ("both negative", (-1, -1)),
    ):
        yield label, tuple(sign * _number(draw) for sign in signs)
    yield "theta = 0", (_number(draw), 0.0)
    yield "theta = 1", (_number(draw), 1.0)


backward_propagation = forward_propagation


def gradient_check(draw):
    yield "ordinary numbers", (_number(draw), -_number(draw))
    yield "theta large", _line(draw)
    yield "theta large", _line(draw)
    for epsilon in (1e-5, 1e-6):
        yield f"epsilon {epsilon}, theta large", (*_line(draw, epsilon), epsilon)
    yield "epsilon 0.01", (-_number(draw), _number(draw), 1e-2)


def gradient_check_counterpart(draw, x, theta):
    return _line(draw) if isinstance(theta, float) else counterpart(draw, x, theta)


def dictionary_to_vector(draw):
    for label, dictionary in _dictionaries(draw):
        yield label, (dictionary,)


def vector_to_dictionary(draw):
    for label, dictionary in _dictionaries(draw):
        shapes = {name: array.shape for name, array in dictionary.items()}
        yield label, (draw.numbers(sum(map(np.size, dictionary.values())), 1), shapes)


def vector_to_dictionary_counterpart(draw, theta, shapes):
    return draw.numbers(*theta.shape), shapes


def gradient_check_n(draw):
    size = _sizes(draw)
    errors = iter(draw.rng.permutation(list(SPOILS)).tolist())  # each of them occurs
    for sizes, m, epsilon in NETWORKS:
        layer_dims, m, epsilon = [size[n] for n in sizes], size[m], draw.rate(epsilon, 0.8, 1.25)
        layers = len(layer_dims) - 1
        label = f"{count('layer', layers)}, {count('example', m)}"
        network = _network(draw, layer_dims, m, epsilon)
        yield f"{label}, right gradients, epsilon {epsilon}", (*network, epsilon)
        if layers > 1:
            parameters, gradients, X, Y = _network(draw, layer_dims, m)
            name = f"d{draw.rng.choice(['W', 'b'])}{draw.rng.integers(1, layers + 1)}"
            error = next(errors)
            wrong = gradients | {name: SPOILS[error](draw, gradients[name])}
            yield f"{label}, {error.format(name)}", (parameters, wrong, X, Y)


def gradient_check_n_counterpart(draw, parameters, gradients, X, Y, *epsilon):
    """Right gradients where epsilon is given, and else dW2 doubled."""
    layer_dims = [len(X), *(len(parameters[f"b{layer}"]) for layer in (1, 2, 3))]
    parameters, gradients, X, Y = _network(draw, layer_dims, X.shape[1], *epsilon)
    if not epsilon:
        gradients = gradients | {"dW2": 2 * gradients["dW2"]}
    return parameters, gradients, X, Y, *epsilon


def find_the_bug(draw):
    cases = [
        (
            f"an error in {name}: {kind}" if name else "no error",
            (planted(name, kind, int(draw.rng.integers(100))),),
        )
        for name, kind in PLANTED
    ]
    if draw.vary:
        draw.rng.shuffle(cases)
    return cases


def find_the_bug_counterpart(draw, backward):
    return (planted(str(draw.rng.choice(NAMES[1:])), ENTRY, int(draw.rng.integers(100))),)


def backward_propagation_n(draw):
    size = _sizes(draw)
    for sizes, m in THREE_LAYERS:
        layer_dims, m = [size[n] for n in sizes], size[m]
        parameters, _, X, Y = _network(draw, layer_dims, m, off=True)
        yield f"{_units(layer_dims)}, {count('example', m)}", (parameters, X, Y)


def backward_propagation_n_counterpart(draw, parameters, X, Y):
    layer_dims = [len(X), *(len(parameters[f"b{layer}"]) for layer in (1, 2, 3))]
    parameters, _, X, Y = _network(draw, layer_dims, X.shape[1], off=True)
    return parameters, X, Y


def _sizes(draw):
    """The size that replaces each one from 0 to 6 where sizes vary, as in `Draw.size`.

    They are so small that a numerical gradient, two passes for each number, is quick, and the last
    one is more examples than there are units anywhere.
    """
    widths = draw.rng.permutation(range(2, 6)).tolist() if draw.vary else range(2, 6)
    return [0, 1, *widths, draw.whole(9, 8, 12)]


def _units(layer_dims):
    return " - ".join(map(str, layer_dims)) + " units"


def _dictionaries(draw):
    """A label and a dictionary: parameters, one in another order, and no network."""
    size = _sizes(draw)
    for sizes in [(3, 2, 4, 1), *(sizes for sizes, _, _ in NETWORKS), (2, 3, 4)]:
        layer_dims = [size[n] for n in sizes]
        parameters = draw.network(layer_dims)
        if sizes == (3, 2, 4, 1):
            backwards = {f"d{name}": parameters[name] for name in reversed(parameters)}
            yield "in another order", backwards
            yield "no network", {"C": draw.numbers(2, 3)}
        else:
            yield _units(layer_dims), parameters


def _number(draw):
    """A positive number of three decimals that is neither very small nor near 1."""
    rng = draw.rng
    return float(np.round(rng.choice([rng.uniform(0.2, 0.8), rng.uniform(1.3, 5)]), 3))


def _line(draw, epsilon=1e-7):
    """x, and theta a power of 2 so large that epsilon is only some steps of a float64 there.

    Above it the steps are twice as long as below: theta + epsilon and theta - epsilon are rounded
    differently, always in the same way, and the difference shows which of them were used.
    """

    def make():
        x = float(draw.rng.choice([-1.0, 1.0])) * _number(draw)
        theta = float(draw.rng.choice([-1.0, 1.0]) * 2.0 ** draw.rng.integers(25, 29))
        return x, theta * 2.0 ** round(np.log2(epsilon / 1e-7))

    def good(found):
        x, theta = found
        middle, up, down = theta * x, (theta + epsilon) * x, (theta - epsilon) * x
        slopes = (up - down) / (2 * epsilon), (up - middle) / epsilon, (middle - down) / epsilon
        both, right, left = (abs(x - slope) / (abs(x) + abs(slope)) for slope in slopes)
        return both > 1e-3 and min(abs(right - both), abs(left - both)) > 0.05 * both

    return find(make, good)


def _network(draw, layer_dims, m, epsilon=1e-7, off=False):
    """The parameters, the right gradients, X and Y of a network that is alive.

    Nothing in it is near a corner, where a step of epsilon would change what is right.

    Arguments:
        off: whether the mask of the first layer must matter, as far as the examples can show it.
    """

    def make():
        parameters, X = draw.network(layer_dims), draw.numbers(layer_dims[0], m)
        Y = 1.0 * draw.labels(m)
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        gradients = {
            name: np.round(grad, 12) for name, grad in grads.items() if not name.startswith("dA")
        }
        return parameters, gradients, X, Y

    def good(found):
        parameters, gradients, X, _ = found
        AL, caches = L_model_forward(X, parameters)
        hidden = [Z for _, Z in caches[:-1]]
        nearest = min((np.min(np.abs(Z)) for Z in hidden), default=1)
        return (
            nearest > max(8 * epsilon, 1e-3)
            and 0.05 < AL.min() <= AL.max() < 0.95
            and all(np.linalg.norm(gradient) > 0.02 for gradient in gradients.values())
            and (not off or _masked(hidden[0], parameters, caches))
        )

    return find(make, good)


def _masked(Z, parameters, caches):
    """Whether some units of the first layer are off where a gradient reaches them."""
    reached = np.abs(parameters["W2"].T @ (caches[1][1] > 0)) > 0.1
    # Among many units there is also one that is barely on.
    return np.any((Z < 0) & reached) and (Z.size < 12 or np.any((Z > 0) & (Z < 0.06) & reached))


def _enlarged_entry(draw, gradient):
    gradient = gradient.copy()
    gradient.flat[np.argmax(np.abs(gradient))] *= 1.2
    return gradient


SPOILS = {  # of one gradient among right ones: as many as there are networks of several layers
    "{} too large": lambda draw, gradient: gradient * draw.rng.integers(13, 21) / 10,
    "{} too small": lambda draw, gradient: gradient * draw.rng.integers(3, 7) / 10,
    "{} negative": lambda draw, gradient: -gradient,
    "an entry of {} too large": _enlarged_entry,
}


# Arguments that the contract allows, for the mutants


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


ALLOWED = {
    "forward_propagation": make_forward_propagation,
    "backward_propagation": make_forward_propagation,
    "gradient_check": make_gradient_check,
    "dictionary_to_vector": make_dictionary_to_vector,
    "vector_to_dictionary": make_vector_to_dictionary,
    "gradient_check_n": make_gradient_check_n,
    "find_the_bug": make_find_the_bug,
    "backward_propagation_n": make_backward_propagation_n,
}
