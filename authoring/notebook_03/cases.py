"""Fresh cases for the exercises of notebook 03."""

from functools import partial

import numpy as np

from authoring import cases as shared
from dnn_utils import sigmoid

# The sizes as learners see them. Where they vary, each number above 1 stands for another one.
# (inputs, outputs, examples)
LAYERS = (3, 1, 5), (1, 2, 6), (2, 3, 1), (4, 4, 2)
# (inputs, hidden units, outputs, examples): one output and several, one example, one of each, all
# the same.
NETWORKS = (2, 3, 1, 5), (3, 5, 2, 4), (1, 4, 1, 6), (4, 2, 3, 1), (5, 1, 1, 3), (2, 2, 2, 2)
# (inputs, hidden units, examples, iterations, whether to print the cost)
MODELS = (2, 3, 5, 20, True), (3, 5, 4, 7), (1, 2, 6, 12), (4, 6, 3, 1), (5, 1, 1, 30)
# (hidden units, examples, what the labels are). A2 stays near 0.5 where it says so.
PREDICTIONS = (
    (3, 6, "both labels"),
    (5, 4, "both labels"),
    (2, 12, "A2 near 0.5"),
    (4, 5, "all 1"),
    (6, 3, "all 0"),
    (1, 1, "1 example"),
)


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    cases = {name: [] for name in solved if callable(solved[name])}
    size = shared.other_sizes(rng) if vary else list(range(7))
    numbers = partial(shared.numbers, rng)

    for n_x, n_y, m in LAYERS:
        n_x, n_y, m = size[n_x], size[n_y], size[m]
        label = f"{_count(n_x, 'input')}, {_count(n_y, 'output')}, {_count(m, 'example')}"
        cases["layer_sizes"].append((label, (numbers(n_x, m), _labels(rng, n_y, m))))

    for n_x, n_h, n_y in ((2, 5, 3), (1, 1, 1), (6, 1, 2), (3, 4, 1)):
        sizes = size[n_x], size[n_h], size[n_y]
        label = f"{_count(sizes[1], 'hidden unit')}, {_count(sizes[2], 'output')}"
        cases["initialize_parameters"].append((label, sizes))

    rates = iter((None, 0.5, 0.001, 2.0, 0.1, 10.0))
    for n_x, n_h, n_y, m in NETWORKS:
        n_x, n_h, n_y, m = size[n_x], size[n_h], size[n_y], size[m]
        units, outputs = _count(n_h, "hidden unit"), _count(n_y, "output")
        label = f"{units}, {outputs}, {_count(m, 'example')}"
        parameters = _parameters(rng, n_x, n_h, n_y)
        X, Y = numbers(n_x, m), _labels(rng, n_y, m)
        cases["forward_propagation"].append((label, (X, parameters)))
        _, cache = solved["forward_propagation"](X, parameters)
        cases["backward_propagation"].append((label, (parameters, cache, X, Y)))

        grads = {f"d{name}": numbers(*value.shape) for name, value in parameters.items()}
        rate = next(rates)
        if rate and vary:
            rate = float(f"{rate * rng.uniform(0.5, 2):.2g}")
        label = f"{units}, {f'learning rate {rate}' if rate else 'no learning rate given'}"
        arguments = (parameters, grads, rate) if rate else (parameters, grads)
        cases["update_parameters"].append((label, arguments))

    many, few, near = size[3] + 4, size[3], size[2] + 4
    for label, m, low in (
        (f"{many} examples", many, 0.05),
        (f"{few} examples", few, 0.1),
        ("1 example", 1, 0.2),
        ("A2 near 0 and 1", near, 1e-5),
    ):
        A2 = np.round(rng.uniform(low, 1 - low, size=(1, m)), 4)
        if low < 0.01:  # a number as small as 1e-12 shows, if it is added to them
            A2[0, :4] = low, low, 1 - low, 1 - low
        cases["compute_cost"].append((label, (A2, _labels(rng, 1, m))))

    for n_x, n_h, m, steps, *prints in MODELS:
        n_x, n_h, m = size[n_x], size[n_h], size[m]
        if vary:
            steps = steps if steps == 1 else int(steps + rng.integers(2, 9))
        label = f"{_count(n_h, 'hidden unit')}, {_count(steps, 'iteration')}"
        arguments = numbers(n_x, m), _labels(rng, 1, m), n_h, steps, *prints
        cases["nn_model"].append((label, arguments))

    for n_h, m, label in PREDICTIONS:
        n_x = size[2] if m > 1 else size[3]
        arguments = _to_predict(rng, n_x, size[n_h], size[m] if m < 7 else size[3] + 9, label)
        if m > 1:
            label = f"{_count(size[n_h], 'hidden unit')}, {label}"
        cases["predict"].append((label, arguments))
    return {name: found for name, found in cases.items() if found}


def twin(rng, function, arguments):
    """The arguments of a public case with other numbers: see `authoring.cases.twin`."""
    if function == "layer_sizes":  # its answer is nothing but sizes, so they must be others
        n_x, n_y, m = rng.permutation([2, 3, 6, 7, 8, 9])[:3].tolist()
        return shared.numbers(rng, n_x, m), _labels(rng, n_y, m)
    if function == "backward_propagation":
        parameters, _, X, Y = arguments
        parameters, X = shared.twin(rng, function, (parameters, X))
        return parameters, _cache(X, parameters), X, Y
    if function == "nn_model":
        # With as many hidden units, and points near the public ones: they can be learned without
        # jumps, which would make a large difference of a rounding.
        X, Y, n_h, steps = arguments
        X = np.round(X * rng.uniform(0.9, 1.1, size=X.shape), 3)
        return X, Y, n_h, int(steps - rng.integers(10, 40))
    if function == "predict":
        parameters, X = arguments
        n_h, n_x = parameters["W1"].shape
        return _to_predict(rng, n_x, n_h, X.shape[1], "both labels")
    return shared.twin(rng, function, arguments)


def _count(number, what):
    return f"{number} {what}{'s' * (number > 1)}"


def _labels(rng, n_y, m):
    """Labels of shape (n_y, m); both occur where there is room for both."""
    return (np.arange(n_y * m).reshape(n_y, m) + rng.integers(2)) % 2


def _parameters(rng, n_x, n_h, n_y):
    """Weights small enough that neither the tanh nor the sigmoid saturates."""
    return {
        "W1": shared.numbers(rng, n_h, n_x, spread=1 / np.sqrt(n_x)),
        "b1": shared.numbers(rng, n_h, 1, spread=0.5),
        "W2": shared.numbers(rng, n_y, n_h, spread=1 / np.sqrt(n_h)),
        "b2": shared.numbers(rng, n_y, 1, spread=0.5),
    }


def _cache(X, parameters):
    """What the forward pass with these parameters keeps."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    Z2 = parameters["W2"] @ np.tanh(Z1) + parameters["b2"]
    return {"Z1": Z1, "A1": np.tanh(Z1), "Z2": Z2, "A2": sigmoid(Z2)[0]}


def _to_predict(rng, n_x, n_h, m, label):
    """Parameters and X for which no answer hangs on a rounding, and the label is true."""
    for _ in shared.tries():
        X, parameters = shared.numbers(rng, n_x, m), _parameters(rng, n_x, n_h, 1)
        parameters["W2"] = shared.numbers(rng, 1, n_h, spread=3 / np.sqrt(n_h))
        b2 = parameters["b2"]
        Z2 = np.sort(_cache(X, parameters)["Z2"][0])
        if label == "all 1":
            b2 += 0.2 - Z2[0]
        elif label == "all 0":
            b2 -= 0.2 + Z2[-1]
        elif m > 1:  # 0 is between the two in the middle
            b2 -= (Z2[m // 2 - 1] + Z2[m // 2]) / 2
        if label == "A2 near 0.5":
            for name in ("W2", "b2"):
                parameters[name] *= 0.8 / np.ptp(Z2)
        parameters = {name: np.round(value, 3) for name, value in parameters.items()}
        A2 = _cache(X, parameters)["A2"]
        if np.min(np.abs(A2 - 0.5)) > 0.003 and np.max(np.abs(A2 - 0.5)) < 0.495:
            return parameters, X
