"""Fresh cases for the exercises of notebook 05."""

from functools import partial

import numpy as np

from authoring import cases as shared
from dnn_tools.planted_backward import KINDS, NAMES, planted
from solved.notebook_04 import L_model_backward, L_model_forward

IMPORTS = "from dnn_tools.planted_backward import PlantedBackward"

# The sizes of the layers, the input first, and the number of examples. Where the cases vary, each
# number above 1 stands for another one; 6 examples are more than there are units anywhere.
NETWORKS = (
    ((3, 1), 6),
    ((4, 3, 2, 1), 5),
    ((2, 3, 1), 3),
    ((3, 3, 3, 3, 1), 2),
    ((2, 4, 2, 1), 1),
)
# Of exercise 8: three layers; m is a width, no width, or 1.
THREE_LAYERS = (
    ((4, 3, 2, 1), 6),
    ((2, 4, 3, 1), 5),
    ((3, 2, 4, 1), 3),
    ((5, 3, 3, 1), 4),
    ((2, 3, 4, 1), 1),
)
# Of exercise 7: what is wrong with the gradient of which parameter.
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


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    numbers = partial(shared.numbers, rng)
    # So small that a numerical gradient, two passes for each number, is quick.
    size = [0, 1, *(rng.permutation(range(2, 6)).tolist() if vary else range(2, 6))]
    size.append(int(rng.integers(8, 12)) if vary else 9)
    cases = {}

    for name in ("forward_propagation", "backward_propagation"):
        cases[name] = [
            (label, (_number(rng) * signs[0], _number(rng) * signs[1]))
            for label, signs in (
                ("positive numbers", (1, 1)),
                ("theta negative", (1, -1)),
                ("x negative", (-1, 1)),
                ("both negative", (-1, -1)),
            )
        ]
        cases[name] += [("theta = 0", (_number(rng), 0.0)), ("theta = 1", (_number(rng), 1.0))]
    cases["gradient_check"] = _lines(rng)

    sizes = [size[n] for n in (3, 2, 4, 1)]
    networks = [([size[n] for n in layers], size[m]) for layers, m in NETWORKS]
    for layers in [sizes, *(layers for layers, _ in networks), [size[2], size[3], size[4]]]:
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1):
            parameters[f"W{layer}"], parameters[f"b{layer}"] = numbers(n, n_prev), numbers(n, 1)
        several = [(" - ".join(map(str, layers)) + " units", parameters)]
        if layers == sizes:
            backwards = {name: parameters[name] for name in reversed(parameters)}
            gradients = {f"d{name}": array for name, array in backwards.items()}
            several = [("in another order", gradients), ("no network", {"C": numbers(2, 3)})]
        for label, dictionary in several:
            shapes = {name: array.shape for name, array in dictionary.items()}
            theta = numbers(sum(array.size for array in dictionary.values()), 1)
            cases.setdefault("dictionary_to_vector", []).append((label, (dictionary,)))
            cases.setdefault("vector_to_dictionary", []).append((label, (theta, shapes)))

    checks = cases["gradient_check_n"] = []
    for (layers, m), epsilon in zip(networks, (1e-3, 1e-2, 3e-3, 1e-2, 5e-3), strict=True):
        if vary:
            epsilon = float(f"{epsilon * rng.uniform(0.8, 1.25):.2g}")
        label = f"{_layers(len(layers) - 1)}, {m} example{'s' * (m > 1)}"
        arguments = _network(rng, layers, m, epsilon)
        checks.append((f"{label}, right gradients, epsilon {epsilon}", (*arguments, epsilon)))
        if len(layers) > 2:
            parameters, gradients, X, Y = _network(rng, layers, m)
            what, wrong = _spoiled(rng, gradients, len(layers) - 1)
            checks.append((f"{label}, {what}", (parameters, wrong, X, Y)))

    sizes_of_errors = rng.integers(100, size=len(PLANTED)).tolist()
    cases["find_the_bug"] = [
        (f"an error in {name}: {kind}" if name else "no error", (planted(name, kind, number),))
        for (name, kind), number in zip(PLANTED, sizes_of_errors, strict=True)
    ]
    if vary:
        rng.shuffle(cases["find_the_bug"])

    cases["backward_propagation_n"] = []
    for layers, m in THREE_LAYERS:
        layers, m = [size[n] for n in layers], size[m]
        label = f"{' - '.join(map(str, layers))} units, {m} example{'s' * (m > 1)}"
        parameters, _, X, Y = _network(rng, layers, m, off=True)
        cases["backward_propagation_n"].append((label, (parameters, X, Y)))
    return cases


def twin(rng, function, arguments):
    """The arguments of a public case with other numbers: see `authoring.cases.twin`."""
    if function == "vector_to_dictionary":
        theta, shapes = arguments
        return shared.numbers(rng, *theta.shape), shapes
    if function == "gradient_check" and isinstance(arguments[1], float):
        return _line(rng)
    if function == "gradient_check_n":
        parameters, gradients, X, Y, *epsilon = arguments
        layers = [len(X), *(len(parameters[f"b{n}"]) for n in (1, 2, 3))]
        parameters, gradients, X, Y = _network(rng, layers, X.shape[1], *epsilon)
        if not epsilon:
            gradients = gradients | {"dW2": 2 * gradients["dW2"]}
        return parameters, gradients, X, Y, *epsilon
    if function == "find_the_bug":
        return (planted(str(rng.choice(NAMES[1:])), ENTRY, int(rng.integers(100))),)
    if function == "backward_propagation_n":
        parameters, X, _ = arguments
        layers = [len(X), *(len(parameters[f"b{n}"]) for n in (1, 2, 3))]
        parameters, _, X, Y = _network(rng, layers, X.shape[1], off=True)
        return parameters, X, Y
    return shared.twin(rng, function, arguments)


def _layers(count):
    return f"{count} layer{'s' * (count > 1)}"


def _number(rng):
    """A positive number of three decimals that is neither very small nor near 1."""
    return float(np.round(rng.choice([rng.uniform(0.2, 0.8), rng.uniform(1.3, 5)]), 3))


def _line(rng, epsilon=1e-7):
    """x, and theta a power of 2 so large that epsilon is only some steps of a float64 there.

    Above it the steps are twice as long as below: theta + epsilon and theta - epsilon are rounded
    differently, always in the same way, and the difference shows which of them were used.
    """
    for _ in shared.tries():
        x = float(rng.choice([-1.0, 1.0])) * _number(rng)
        theta = float(rng.choice([-1.0, 1.0]) * 2.0 ** rng.integers(25, 29))
        theta *= 2.0 ** round(np.log2(epsilon / 1e-7))
        middle, up, down = theta * x, (theta + epsilon) * x, (theta - epsilon) * x
        slopes = (up - down) / (2 * epsilon), (up - middle) / epsilon, (middle - down) / epsilon
        both, right, left = (abs(x - slope) / (abs(x) + abs(slope)) for slope in slopes)
        if both > 1e-3 and min(abs(right - both), abs(left - both)) > 0.05 * both:
            return x, theta


def _lines(rng):
    """Cases of exercise 3."""
    return [
        ("ordinary numbers", (_number(rng), -_number(rng))),
        ("theta large", _line(rng)),
        ("theta large", _line(rng)),
        ("epsilon 1e-05, theta large", (*_line(rng, 1e-5), 1e-5)),
        ("epsilon 1e-06, theta large", (*_line(rng, 1e-6), 1e-6)),
        ("epsilon 0.01", (-_number(rng), _number(rng), 1e-2)),
    ]


def _network(rng, layers, m, epsilon=1e-7, off=False):
    """The parameters, the right gradients, X and Y of a network that is alive.

    Nothing in it is near a corner, where a step of epsilon would change what is right.

    Arguments:
        off: whether the mask of the first layer must matter, as far as the examples can show it.
    """
    for _ in shared.tries():
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(layers, layers[1:], strict=False), start=1):
            spread = 1 / np.sqrt(n_prev)
            parameters[f"W{layer}"] = shared.numbers(rng, n, n_prev, spread=spread)
            parameters[f"b{layer}"] = shared.numbers(rng, n, 1, spread=0.5)
        X = shared.numbers(rng, layers[0], m)
        Y = 1.0 * np.array([(np.arange(m) + rng.integers(2)) % 2])
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        gradients = {name: grad for name, grad in grads.items() if not name.startswith("dA")}
        hidden = [Z for _, Z in caches[:-1]]
        near = min((np.min(np.abs(Z)) for Z in hidden), default=1)
        if (
            near > max(8 * epsilon, 1e-3)
            and 0.05 < AL.min() <= AL.max() < 0.95
            and all(np.linalg.norm(gradient) > 0.02 for gradient in gradients.values())
            and (not off or _masked(hidden[0], parameters, caches))
        ):
            gradients = {name: np.round(grad, 12) for name, grad in gradients.items()}
            return parameters, gradients, X, Y


def _masked(Z, parameters, caches):
    """Whether some units of the first layer are off where a gradient reaches them."""
    reached = np.abs(parameters["W2"].T @ (caches[1][1] > 0)) > 0.1
    # Among many units there is also one that is barely on.
    return np.any((Z < 0) & reached) and (Z.size < 12 or np.any((Z > 0) & (Z < 0.06) & reached))


def _spoiled(rng, gradients, layers):
    """What is wrong with them, and gradients with an error, in the order of a backward pass."""
    layer = int(rng.integers(1, layers + 1))
    name = f"d{rng.choice(['W', 'b'])}{layer}"
    wrong = {key: gradient.copy() for key, gradient in gradients.items()}
    kind = rng.integers(3)
    if kind == 0:
        wrong[name] *= float(np.round(rng.uniform(1.3, 2), 1))
        return f"{name} too large", wrong
    if kind == 1:
        wrong[name] *= -1
        return f"{name} negative", wrong
    wrong[name].flat[np.argmax(np.abs(wrong[name]))] *= 1.2
    return f"an entry of {name} too large", wrong
