"""Fresh cases for the exercises of notebook 04."""

from functools import partial

import numpy as np

from authoring import cases as shared

# The sizes as learners see them. Where they vary, each number above 1 stands for another one.
# (units, inputs, examples): many, one of each, one input, all the same.
LAYERS = (3, 4, 5), (1, 2, 1), (4, 1, 3), (2, 2, 2)
# The sizes of the layers, the input first, and the number of examples.
NETWORKS = (
    ((3, 1), 4),
    ((4, 3, 2, 1), 5),
    ((2, 3, 4, 2, 1), 3),
    ((3, 3, 3, 3, 1), 2),
    ((2,) * 5 + (1,), 1),
)


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    cases = {name: [] for name in solved if callable(solved[name])}
    size = shared.other_sizes(rng) if vary else list(range(7))

    def varied(sizes):
        """The sizes of the layers; a network of four layers or more gets up to two more."""
        more = int(rng.integers(3)) if vary and len(sizes) > 4 else 0
        found = [size[n] for n in sizes]
        return found[:-1] + more * found[-2:-1] + found[-1:]

    numbers = partial(shared.numbers, rng)

    def network(sizes):
        parameters = {}
        for layer in range(1, len(sizes)):
            n, n_prev = sizes[layer], sizes[layer - 1]
            # Else the numbers grow from layer to layer, and few wide networks would be alive.
            spread = np.sqrt(2 / n_prev) if vary else 1
            parameters[f"W{layer}"] = numbers(n, n_prev, spread=spread)
            parameters[f"b{layer}"] = numbers(n, 1)
        return parameters

    def labels(m):
        # Both labels occur where there is room for both.
        return np.array([(np.arange(m) + rng.integers(2)) % 2])

    for sizes in map(varied, ((2, 5, 3), (1, 1, 1), (6, 1, 2))):
        cases["initialize_parameters"].append((f"{sizes[1]} hidden units", tuple(sizes)))
    for sizes in map(varied, ([3, 2], [2, 3, 4, 2, 1], [1, 1, 1], [4, 2, 3, 5])):
        label = f"{len(sizes) - 1} layers" if len(sizes) > 2 else "1 layer"
        cases["initialize_parameters_deep"].append((label, (sizes,)))

    for n, n_prev, m in map(varied, LAYERS):
        label = f"{n} units, {n_prev} inputs, {m} examples".replace("1 units", "1 unit")
        label = label.replace("1 inputs", "1 input").replace("1 examples", "1 example")
        A, W, b = numbers(n_prev, m), numbers(n, n_prev), numbers(n, 1)
        cases["linear_forward"].append((label, (A, W, b)))
        cases["linear_backward"].append((label, (numbers(n, m), (A, W, b))))
        # One unit gets Z = 0 exactly, where the relu has its corner.
        corner_W, corner_b = W.copy(), b.copy()
        corner_W[-1], corner_b[-1] = 0, 0
        for activation in ("sigmoid", "relu"):
            both = f"{label}, {activation}"
            arguments = (A, corner_W, corner_b, activation)
            cases["linear_activation_forward"].append((both, arguments))
            _, cache = solved["linear_activation_forward"](*arguments)
            backward = (numbers(n, m), cache, activation)
            cases["linear_activation_backward"].append((both, backward))

    networks = [(varied(sizes), size[m]) for sizes, m in NETWORKS]
    for sizes, m in networks:
        layers = len(sizes) - 1
        label = f"{layers} layer{'s' * (layers > 1)}, {m} example{'s' * (m > 1)}"
        for _ in shared.tries():
            X, parameters = numbers(sizes[0], m), network(sizes)
            AL, caches = solved["L_model_forward"](X, parameters)
            backward = AL, labels(m), caches
            if not vary or _alive(caches, solved["L_model_backward"](*backward)):
                break
        cases["L_model_forward"].append((label, (X, parameters)))
        cases["L_model_backward"].append((label, backward))

    many, few, near = size[3] + 4, size[3], size[2] + 4
    for label, m, low in (
        (f"{many} examples", many, 0.05),
        (f"{few} examples", few, 0.1),
        ("1 example", 1, 0.2),
        ("AL near 0 and 1", near, 1e-5),
    ):
        AL = np.round(rng.uniform(low, 1 - low, size=(1, m)), 4)
        if low < 0.01:  # a number as small as 1e-12 shows, if it is added to them
            AL[0, :4] = low, low, 1 - low, 1 - low
        cases["compute_cost"].append((label, (AL, labels(m))))

    several_outputs = varied((2, 3, 4))
    networks = [sizes for sizes, _ in networks] + [several_outputs]
    for sizes, rate in zip(networks, (0.5, 0.001, 2.0, 10.0, 0.03, 1.0), strict=True):
        if vary:
            rate = float(f"{rate * rng.uniform(0.5, 2):.2g}")
        parameters = network(sizes)
        grads = {f"d{name}": numbers(*value.shape) for name, value in parameters.items()}
        # As L_model_backward makes them: with the gradients of the inputs too.
        grads |= {f"dA{layer}": numbers(n, 2) for layer, n in enumerate(sizes[:-1])}
        label = f"{len(sizes) - 1} layer{'s' * (len(sizes) > 2)}, learning rate {rate}"
        cases["update_parameters"].append((label, (parameters, grads, rate)))
    return {name: found for name, found in cases.items() if found}


def _alive(caches, grads):
    """Whether a gradient reaches the input of a network that is not too sure of its answers.

    A dead layer hides the mistakes below it, and AL within rounding of 0 or 1 makes right answers
    differ that are written in another way.
    """
    _, Z = caches[-1]
    return np.any(grads["dA0"]) and np.all(np.abs(Z) < 5)
