"""Draw fresh cases for the tests of the exercises.

The same cases serve learners (stored in `expected_values.py`, drawn from a fixed seed) and, with a
secret seed, graders. They are what the public case is not: several widths and depths, one
example and many, a number of examples that is no width, and caches that a forward pass made.
"""

import numpy as np

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


def draw(seed, solved):
    """Fresh cases for all exercises of notebook 04.

    Arguments:
        seed: an integer.
        solved: the namespace of the solved master, which makes the caches.

    Returns:
        {function: [(label, arguments), ...]}; a label says in words what is special.
    """
    rng = np.random.default_rng(seed)
    cases = {name: [] for name in solved if callable(solved[name])}

    def numbers(*shape):
        # Three decimals: what is drawn can be read, and stored in little room.
        return np.round(rng.normal(size=shape), 3)

    def network(sizes):
        parameters = {}
        for layer in range(1, len(sizes)):
            parameters[f"W{layer}"] = numbers(sizes[layer], sizes[layer - 1])
            parameters[f"b{layer}"] = numbers(sizes[layer], 1)
        return parameters

    def labels(m):
        # Both labels occur where there is room for both.
        return np.array([(np.arange(m) + rng.integers(2)) % 2])

    for sizes in ((2, 5, 3), (1, 1, 1), (6, 1, 2)):
        cases["initialize_parameters"].append((f"{sizes[1]} hidden units", sizes))
    for sizes in ([3, 2], [2, 3, 4, 2, 1], [1, 1, 1], [4, 2, 3, 5]):
        label = f"{len(sizes) - 1} layers" if len(sizes) > 2 else "1 layer"
        cases["initialize_parameters_deep"].append((label, (sizes,)))

    for n, n_prev, m in LAYERS:
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

    for sizes, m in NETWORKS:
        layers = len(sizes) - 1
        label = f"{layers} layer{'s' * (layers > 1)}, {m} example{'s' * (m > 1)}"
        X, parameters = numbers(sizes[0], m), network(sizes)
        cases["L_model_forward"].append((label, (X, parameters)))
        AL, caches = solved["L_model_forward"](X, parameters)
        cases["L_model_backward"].append((label, (AL, labels(m), caches)))

    for label, m, low in (
        ("7 examples", 7, 0.05),
        ("3 examples", 3, 0.1),
        ("1 example", 1, 0.2),
        ("AL near 0 and 1", 6, 1e-4),
    ):
        AL = np.round(rng.uniform(low, 1 - low, size=(1, m)), 4)
        if low < 0.01:
            AL[0, :4] = low, 1 - low, low, 1 - low
        cases["compute_cost"].append((label, (AL, labels(m))))

    several_outputs = (2, 3, 4)
    networks = [sizes for sizes, _ in NETWORKS] + [several_outputs]
    for sizes, rate in zip(networks, (0.5, 0.001, 2.0, 10.0, 0.03, 1.0), strict=True):
        parameters = network(sizes)
        grads = {f"d{name}": numbers(*value.shape) for name, value in parameters.items()}
        # As L_model_backward makes them: with the gradients of the inputs too.
        grads |= {f"dA{layer}": numbers(n, 2) for layer, n in enumerate(sizes[:-1])}
        label = f"{len(sizes) - 1} layer{'s' * (len(sizes) > 2)}, learning rate {rate}"
        cases["update_parameters"].append((label, (parameters, grads, rate)))
    return {name: found for name, found in cases.items() if found}
