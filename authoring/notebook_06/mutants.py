"""What the mutation engine needs for notebook 06; see `mutation.py`."""

import numpy as np

from authoring.cases import Draw
from authoring.notebook_06.cases import clear, images, steady

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _training(X, Y, layers_dims, *more):
    """learning_rate, num_iterations, print_cost, seed, as they are or by default."""
    return (*more, *(0.3, 2500, False, 1)[len(more) :])


TRAINING = {
    "m > 1": lambda X, *a: X.shape[1] > 1,
    "m == 6": lambda X, *a: X.shape[1] == 6,
    "at most 100 iterations": lambda *a: _training(*a)[1] <= 100,
    "more than 100 iterations": lambda *a: _training(*a)[1] > 100,
    "more than 2 iterations": lambda *a: _training(*a)[1] > 2,
    "a rate below 1": lambda *a: _training(*a)[0] < 1,
    "nothing printed": lambda *a: not _training(*a)[2],
    "most labels 0": lambda X, Y, *a: Y.mean() <= 0.5,
}

CONDITIONS = {
    "flatten_and_standardize": {
        "grey": lambda images: images.shape[3] == 1,
        "square": lambda images: images.shape[1] == images.shape[2],
        "more than one": lambda images: len(images) > 1,
        "white among them": lambda images: images.max() == 255,
        "black among them": lambda images: images.min() == 0,
        "three images": lambda images: len(images) == 3,
    },
    "predict": {
        "two layers": lambda X, parameters: len(parameters) == 4,
        "more than one layer": lambda X, parameters: len(parameters) > 2,
        "at most three layers": lambda X, parameters: len(parameters) <= 6,
        "m > 1": lambda X, parameters: X.shape[1] > 1,
        "five examples": lambda X, parameters: X.shape[1] == 5,
    },
    "accuracy": {
        "m > 1": lambda predictions, Y: Y.shape[1] > 1,
        "eight examples": lambda predictions, Y: Y.shape[1] == 8,
        "some wrong": lambda predictions, Y: np.any(predictions != Y),
        "some right": lambda predictions, Y: np.any(predictions == Y),
        "as many ones": lambda predictions, Y: predictions.sum() == Y.sum(),
        "at most ten examples": lambda predictions, Y: Y.shape[1] <= 10,
    },
    "two_layer_model": TRAINING
    | {
        "four units": lambda X, Y, layers_dims, *a: layers_dims[1] == 4,
        "more units than inputs": lambda X, Y, layers_dims, *a: layers_dims[1] > layers_dims[0],
    },
    "initialize_parameters_scaled": {
        "the usual seed": lambda layers_dims, seed=1: seed == 1,
        "another seed": lambda layers_dims, seed=1: seed != 1,
        "two layers": lambda layers_dims, seed=1: len(layers_dims) == 3,
        "at most three layers": lambda layers_dims, seed=1: len(layers_dims) <= 4,
        "more than one layer": lambda layers_dims, seed=1: len(layers_dims) > 2,
        "falling sizes": lambda layers_dims, seed=1: layers_dims == sorted(layers_dims)[::-1],
    },
    "L_layer_model": TRAINING
    | {
        "the usual seed": lambda *a: _training(*a)[3] == 1,
        "another seed": lambda *a: _training(*a)[3] != 1,
        "two layers": lambda X, Y, layers_dims, *a: len(layers_dims) == 3,
        "three layers": lambda X, Y, layers_dims, *a: len(layers_dims) == 4,
        "more than one layer": lambda X, Y, layers_dims, *a: len(layers_dims) > 2,
        "at most four layers": lambda X, Y, layers_dims, *a: len(layers_dims) <= 5,
    },
}

# Mistakes written out by hand: (old, new, old, new, ...), pieces of the master's text.

FLAT = "images.reshape(m, -1).T / 255"
LABELS = "(AL > 0.5).astype(int)"
FORWARD = "AL, _ = L_model_forward(X, parameters)"
SHARE = "np.mean(predictions == Y)"
W, B = "np.random.randn(n, n_prev) / np.sqrt(n_prev)", "np.zeros((n, 1))"
UPDATE = "update_parameters(parameters, grads, learning_rate)"
UPDATED = f"        parameters = {UPDATE}\n"
KEEP = "if i % 100 == 0:\n            costs.append(float(cost))"
TWO_START, TWO_BEGIN = "initialize_parameters(n_x, n_h, n_y)", '        W1, b1 = parameters["W1"]'
TWO_AFTER = """
        A1, _ = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
        A2, _ = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
        cost = compute_cost(A2, Y)
"""
DA2 = "-(Y / A2 - (1 - Y) / (1 - A2))"
DEEP_START = "initialize_parameters_scaled(layers_dims, seed)"
DEEP_BEGIN = "        AL, caches = L_model_forward(X, parameters)\n"
BACK = "L_model_backward(AL, Y, caches)"

LOOP = [  # of both models
    ("learning_rate)\n        # YOUR", "0.3)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "0.0075)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "1.0)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate / 2)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "-learning_rate)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate**2)\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate / X.shape[1])\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate * X.shape[1])\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "min(learning_rate, 0.5))\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate / (1 + 0.01 * i))\n        # YOUR"),
    ("learning_rate)\n        # YOUR", "learning_rate * 0.99**i)\n        # YOUR"),
    (UPDATED, f"        {UPDATE}\n"),
    (UPDATED, ""),
    (UPDATED, UPDATED * 2),
    (UPDATED, f"        new = {UPDATE}\n"),
    (UPDATED, f"        if i:\n    {UPDATED}"),
    (UPDATED, f"        if i < num_iterations - 1:\n    {UPDATED}"),
    (UPDATED, f"        if i % 100:\n    {UPDATED}"),
    (UPDATED, f"        if not print_cost:\n    {UPDATED}"),
    (UPDATED, UPDATED + "        if print_cost: learning_rate = 0.9 * learning_rate\n"),
    (UPDATED, UPDATED + "        learning_rate = 0.99 * learning_rate\n"),
    ("range(num_iterations)", "range(1, num_iterations)"),
    ("range(num_iterations)", "range(1, num_iterations + 1)"),
    ("range(num_iterations)", "range(num_iterations + 1)"),
    ("range(num_iterations)", "range(num_iterations - 1)"),
    ("range(num_iterations)", "range(min(num_iterations, 100))"),
    ("range(num_iterations)", "range(max(num_iterations, 2))"),
    ("range(num_iterations)", "range(201)"),
    ("range(num_iterations)", "range(0, num_iterations, 2)"),
    (KEEP, KEEP.replace("== 0", "== 0 or i == num_iterations - 1")),
    (KEEP, KEEP.replace("== 0", "== 0 and i")),
    (KEEP, KEEP.replace("i % 100 == 0", "print_cost and i % 100 == 0")),
    (KEEP, KEEP.replace("i % 100 == 0", "not print_cost and i % 100 == 0")),
    (KEEP, KEEP.replace("i % 100 == 0", "True")),
    (KEEP, KEEP.replace("i % 100 == 0", "i % 10 == 0")),
    (KEEP, KEEP.replace("i % 100 == 0", "(i + 1) % 100 == 0")),
    (KEEP, KEEP.replace("i % 100 == 0", "i in (0, 100)")),
    (KEEP, KEEP.replace("i % 100 == 0", "i == 0")),
    (KEEP, KEEP.replace("float(cost)", "round(float(cost), 4)")),
    (KEEP, KEEP.replace("float(cost)", "float(cost) * X.shape[1]")),
    (KEEP, KEEP.replace("float(cost)", "i")),
    (KEEP, KEEP.replace("costs.append(float(cost))", "costs = [float(cost)]")),
    (KEEP, KEEP.replace("costs.append(float(cost))", "costs.insert(0, float(cost))")),
    ("return parameters, costs", "return parameters"),
    ("return parameters, costs", "return parameters, costs[-1]"),
    ("return parameters, costs", "return parameters, costs[::-1]"),
    ("return parameters, costs", "return parameters, sorted(costs)[::-1]"),
    ("return parameters, costs", "return parameters, costs[:2]"),
    ("return parameters, costs", "return grads, costs"),
    ("    return parameters, costs", "        return parameters, costs"),
]

BY_HAND = {
    "flatten_and_standardize": [
        (FLAT, "images.reshape(-1, m) / 255"),
        (FLAT, "images.reshape(m, -1).T"),
        (FLAT, "images.reshape(m, -1).T / 256"),
        (FLAT, "images.reshape(m, -1).T // 255"),
        (FLAT, "images.reshape(m, -1).T / images.max()"),
        (FLAT, "images.reshape(m, -1).T / 100"),
        (FLAT, "images.reshape(m, -1) / 255"),
        (FLAT, "images.T.reshape(-1, m) / 255"),
        (FLAT, "images[..., :1].reshape(m, -1).T / 255"),
        (FLAT, "images.mean(axis=3).reshape(m, -1).T / 255"),
        (FLAT, "images.transpose(0, 3, 1, 2).reshape(m, -1).T / 255"),
        (FLAT, "images.transpose(0, 2, 1, 3).reshape(m, -1).T / 255"),
        (FLAT, "images[..., ::-1].reshape(m, -1).T / 255"),
        (FLAT, "images[:, ::-1].reshape(m, -1).T / 255"),
        (FLAT, "images[::-1].reshape(m, -1).T / 255"),
        (FLAT, 'images.reshape(m, -1, order="F").T / 255'),
        (FLAT, "(images.reshape(m, -1).T / 255).astype(np.float32)"),
        (FLAT, "(images.reshape(m, -1).T / 255 - 0.5)"),
        (FLAT, "2 * images.reshape(m, -1).T / 255 - 1"),
        (FLAT, "images.reshape(m, -1).T * 2 / 510"),
        (FLAT, "1 - images.reshape(m, -1).T / 255"),
        (FLAT, "(images.reshape(m, -1).T / 255) ** 2"),
        (FLAT, "(images > 127).reshape(m, -1).T * 1.0"),
        (FLAT, "np.round(images.reshape(m, -1).T / 255, 2)"),
        (FLAT, "images.reshape(3, -1).T / 255"),
        (FLAT, "images.reshape(m, 4).T / 255"),
        (FLAT, "np.clip(images, 1, 254).reshape(m, -1).T / 255"),
        (FLAT, "(images + 1).reshape(m, -1).T / 256"),
    ],
    "predict": [
        (LABELS, "AL"),
        (LABELS, "(AL < 0.5).astype(int)"),
        (LABELS, "(AL > 0).astype(int)"),
        (LABELS, "(AL > 0.6).astype(int)"),
        (LABELS, "(AL > 0.4).astype(int)"),
        (LABELS, "(AL > 1).astype(int)"),
        (LABELS, "AL.astype(int)"),
        (LABELS, "np.ceil(AL).astype(int)"),
        (LABELS, "(AL > AL.mean()).astype(int)"),
        (LABELS, "(AL > np.median(AL)).astype(int)"),
        (LABELS, "(AL == AL.max()).astype(int)"),
        (LABELS, "(AL >= AL.max() / 2).astype(int)"),
        (LABELS, "np.argmax(AL, axis=0)"),
        (LABELS, "(AL > 0.5).astype(int).T"),
        (LABELS, "(AL > 0.5).astype(int)[0]"),
        (LABELS, "np.squeeze(AL > 0.5).astype(int)"),
        (LABELS, "np.where(AL > 0.5, 1, -1)"),
        (LABELS, "(AL[0, 0] > 0.5).astype(int)"),
        (LABELS, "(AL > 0.5).astype(int)[:, :1]"),
        (LABELS, "(AL > 0.5).astype(int)[:, ::-1]"),
        (LABELS, "(AL > 0.5).tolist()"),
        (LABELS, "((AL > 0.5) * AL)"),
        (FORWARD, 'AL = parameters["W1"] @ X + parameters["b1"]'),
        (FORWARD, "AL = L_model_forward(X, parameters)"),
        (FORWARD, "AL, _ = L_model_forward(X / 255, parameters)"),
        (FORWARD, "AL, _ = L_model_forward(-X, parameters)"),
        (FORWARD, 'AL, _ = L_model_forward(X, parameters | {"b1": 0 * parameters["b1"]})'),
    ],
    "accuracy": [
        (SHARE, "np.mean(predictions == Y.T)"),
        (SHARE, "np.mean(predictions.T == Y)"),
        (SHARE, "np.mean(predictions != Y)"),
        (SHARE, "np.sum(predictions == Y)"),
        (SHARE, "np.mean(predictions == Y) * 100"),
        (SHARE, "np.sum(predictions == Y) / 8"),
        (SHARE, "np.sum(predictions == Y) / len(Y)"),
        (SHARE, "np.sum(predictions == Y) // Y.shape[1]"),
        (SHARE, "predictions == Y"),
        (SHARE, "np.mean(predictions == Y, axis=0)"),
        (SHARE, "np.mean(predictions == Y, axis=1)"),
        (SHARE, "np.mean(predictions * Y)"),
        (SHARE, "np.mean(predictions)"),
        (SHARE, "np.mean(Y)"),
        (SHARE, "1 - abs(np.mean(predictions) - np.mean(Y))"),
        (SHARE, "np.all(predictions == Y)"),
        (SHARE, "np.any(predictions == Y)"),
        (SHARE, "np.mean(np.abs(predictions - Y))"),
        (SHARE, "np.mean(predictions - Y)"),
        (SHARE, "1 - np.mean(predictions - Y)"),
        (SHARE, "np.median(predictions == Y)"),
        (SHARE, "round(float(np.mean(predictions == Y)), 1)"),
        (SHARE, "round(float(np.mean(predictions == Y)), 2)"),
        (SHARE, "np.sum(predictions * Y) / max(1, np.sum(Y))"),
        (SHARE, "np.sum(predictions * Y) / max(1, np.sum(predictions))"),
        (SHARE, "np.mean(predictions == Y) - np.mean(predictions != Y)"),
        (SHARE, "np.corrcoef(predictions, Y)[0, 1]"),
        (SHARE, "np.mean(predictions[0, :8] == Y[0, :8])"),
        (SHARE, "np.mean(np.sort(predictions) == np.sort(Y))"),
        (SHARE, "str(np.mean(predictions == Y))"),
    ],
    "two_layer_model": LOOP
    + [
        (UPDATED, UPDATED + TWO_AFTER),
        (TWO_BEGIN, f"        parameters = {TWO_START}\n" + TWO_BEGIN),
        (TWO_BEGIN, f"        if i % 100 == 0: parameters = {TWO_START}\n" + TWO_BEGIN),
        (TWO_START, "initialize_parameters_deep(layers_dims)"),
        (TWO_START, "{k: 100 * v for k, v in initialize_parameters(n_x, n_h, n_y).items()}"),
        (TWO_START, "{k: 0 * v for k, v in initialize_parameters(n_x, n_h, n_y).items()}"),
        (TWO_START, "initialize_parameters(n_x, 4, n_y)"),
        (TWO_START, "initialize_parameters(X.shape[0], layers_dims[1], layers_dims[0])"),
        ('W1, b1, "relu"', 'W1, b1, "sigmoid"'),
        ('W1, b1, "relu"', 'W1, b1, "sigmoid"', 'cache1, "relu"', 'cache1, "sigmoid"'),
        ('cache1, "relu"', 'cache1, "sigmoid"'),
        ('cache2, "sigmoid"', 'cache2, "relu"'),
        (DA2, "Y / A2 - (1 - Y) / (1 - A2)"),
        (DA2, "A2 - Y"),
        (DA2, "-(Y / A2)"),
        (DA2, "(1 - Y) / (1 - A2)"),
        (DA2, "-(Y / A2 - (1 - Y) / (1 - A2)) / Y.shape[1]"),
        (DA2, "-(Y / A2 + (1 - Y) / (1 - A2))"),
        (DA2, "-(Y / np.maximum(A2, 0.6) - (1 - Y) / (1 - np.minimum(A2, 0.4)))"),
        ('"dW1": dW1', '"dW1": 0 * dW1'),
        ('"db1": db1', '"db1": 0 * db1'),
        ('"dW2": dW2', '"dW2": 0 * dW2'),
        ('"db2": db2', '"db2": 0 * db2'),
        ('"dW1": dW1', '"dW1": dW1 + 0.1 * W1'),
        ('"db1": db1', '"db1": db1 / 2'),
        ("compute_cost(A2, Y)", "np.mean((A2 - Y) ** 2)"),
        ("compute_cost(A2, Y)", "compute_cost(A2, Y) + 0.01 * np.sum(W1**2)"),
        ("compute_cost(A2, Y)", "-np.mean(Y * np.log(A2))"),
        ("forward(X, W1", "forward(np.array(X, np.float32), W1"),
        ("forward(X, W1", "forward(X - X.mean(axis=1, keepdims=True), W1"),
    ],
    "initialize_parameters_scaled": [
        (W, "np.random.randn(n, n_prev) * 0.01"),
        (W, "np.random.randn(n, n_prev)"),
        (W, "np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)"),
        (W, "np.random.randn(n, n_prev) / np.sqrt(n)"),
        (W, "np.random.randn(n, n_prev) / n_prev"),
        (W, "np.random.randn(n, n_prev) * np.sqrt(n_prev)"),
        (W, "np.random.randn(n, n_prev) * np.sqrt(2 / (n + n_prev))"),
        (W, "np.random.randn(n, n_prev) / np.sqrt(layers_dims[0])"),
        (W, "np.random.randn(n, n_prev) / np.sqrt(n_prev + 1)"),
        (W, "np.random.randn(n, n_prev) // np.sqrt(n_prev)"),
        (W, "np.random.rand(n, n_prev) / np.sqrt(n_prev)"),
        (W, "np.zeros((n, n_prev))"),
        (W, "np.ones((n, n_prev)) / np.sqrt(n_prev)"),
        (W, "np.random.randn(n_prev, n).T / np.sqrt(n_prev)"),
        (W, "np.abs(np.random.randn(n, n_prev)) / np.sqrt(n_prev)"),
        (W, "np.random.default_rng(seed).standard_normal((n, n_prev)) / np.sqrt(n_prev)"),
        ("np.random.seed(seed)", "np.random.seed(1)"),
        ("np.random.seed(seed)", "np.random.seed(3)"),
        ("np.random.seed(seed)", "np.random.seed(seed + 1)"),
        ("np.random.seed(seed)", "pass"),
        ("        n, n_prev =", "        np.random.seed(seed)\n        n, n_prev ="),
        ("        n, n_prev =", "        np.random.seed(seed + l)\n        n, n_prev ="),
        (B, "np.zeros(n)"),
        (B, "np.zeros((1, n))"),
        (B, "np.zeros((n, 1), dtype=int)"),
        (B, "np.ones((n, 1))"),
        (B, "np.full((n, 1), 0.01)"),
        (B, "np.random.randn(n, 1)"),
        (B, "np.zeros((n, n_prev))"),
        ("layers_dims[l], layers_dims[l - 1]", "layers_dims[l - 1], layers_dims[l]"),
        ("range(1, len(layers_dims))", "range(1, len(layers_dims) - 1)"),
        ("range(1, len(layers_dims))", "range(1, min(4, len(layers_dims)))"),
        ("range(1, len(layers_dims))", "reversed(range(1, len(layers_dims)))"),
        ("    return parameters", "        return parameters"),
    ],
    "L_layer_model": LOOP
    + [
        (UPDATED, UPDATED + "        cost = compute_cost(L_model_forward(X, parameters)[0], Y)\n"),
        (DEEP_BEGIN, f"        parameters = {DEEP_START}\n" + DEEP_BEGIN),
        (DEEP_BEGIN, f"        if i % 100 == 0: parameters = {DEEP_START}\n" + DEEP_BEGIN),
        (DEEP_BEGIN, f"        if print_cost and i == 1: parameters = {DEEP_START}\n" + DEEP_BEGIN),
        (DEEP_START, "initialize_parameters_deep(layers_dims)"),
        (DEEP_START, "initialize_parameters_scaled(layers_dims)"),
        (DEEP_START, "initialize_parameters_scaled(layers_dims, 3)"),
        (DEEP_START, "initialize_parameters_scaled(layers_dims, seed + 1)"),
        (DEEP_START, "initialize_parameters_scaled(layers_dims[:1] + layers_dims[-1:], seed)"),
        (DEEP_START, "{k: 0 * v for k, v in initialize_parameters_scaled(layers_dims).items()}"),
        (BACK, "L_model_backward(AL, 1 - Y, caches)"),
        (BACK, "L_model_backward((AL > 0.5) * 0.98 + 0.01, Y, caches)"),
        (BACK, "L_model_backward(AL, Y, caches) if i == 0 else grads"),
        (BACK, "L_model_backward(AL, Y * 0.9 + 0.05, caches)"),
        (BACK, 'L_model_backward(AL, Y, caches); grads["db1"] = 0 * grads["db1"]'),
        (BACK, 'L_model_backward(AL, Y, caches); grads["dW1"] = 0 * grads["dW1"]'),
        (BACK, "{k: np.clip(g, -0.1, 0.1) for k, g in L_model_backward(AL, Y, caches).items()}"),
        (BACK, "{k: np.sign(g) for k, g in L_model_backward(AL, Y, caches).items()}"),
        (BACK, "{k: g / X.shape[1] for k, g in L_model_backward(AL, Y, caches).items()}"),
        ("compute_cost(AL, Y)", "np.mean((AL - Y) ** 2)"),
        ("compute_cost(AL, Y)", "-np.mean(Y * np.log(AL))"),
        ("compute_cost(AL, Y)", 'compute_cost(AL, Y) + 0.01 * np.sum(parameters["W1"] ** 2)'),
        ("compute_cost(AL, Y)", "1 - np.mean((AL > 0.5) == Y)"),
        ("L_model_forward(X, parameters)", "L_model_forward(X[:, :1], parameters)"),
        ("L_model_forward(X, parameters)", "L_model_forward(X / 255, parameters)"),
    ],
}  # fmt: skip


# Random arguments that the contract allows.


def _images(rng, right):
    draw = Draw(rng, right)
    for m, height, width, channels in [(3, 2, 2, 1), (1, 3, 2, 3), (2, 4, 4, 1), (4, 3, 4, 3)] * 2:
        yield (images(draw, (m, height, width, channels)),)
    for dark in (True, False):
        for _ in range(4):
            shape = (*map(int, rng.integers(1, 6, size=3)), int(rng.choice([1, 3])))
            if np.prod(shape) > 1:
                yield (images(draw, shape, dark),)


def _predict(rng, right):
    for depth in [1, 2, 3, 4, 5] * 3:
        layers_dims = [*map(int, rng.integers(2, 6, size=depth)), 1]
        yield clear(Draw(rng, right), layers_dims, int(rng.integers(1, 9)))


def _accuracy(rng, right):
    for m in [1, 1, 2, 3, 5, 8, 8, 13, 40, 101]:
        Y = Draw(rng, right).labels(m)
        yield rng.integers(0, 2, size=(1, m)), Y
        yield Y.copy(), Y
        yield 1 - Y, Y
        yield rng.integers(0, 2, size=(1, m)), rng.integers(0, 2, size=(1, m)).astype(float)


def _two_layers(rng, right):
    for m, rate, iterations, more in [
        *((1, 0.3, 3, ()), (2, 1.0, 1, ()), (6, 0.5, 2, (False,)), (5, 1.0, 101, ())),
        *((7, 0.5, 100, ()), (4, 2.0, 12, (True,)), (3, 0.05, 4, ()), (6, 1.5, 205, (True,))),
    ]:
        layers_dims = (*map(int, rng.integers(2, 6, size=2)), 1)
        draw = Draw(rng, right)
        yield steady(draw, "two_layer_model", layers_dims, m, rate, iterations, *more)


def _initialize(rng, right):
    for number, depth in enumerate([1, 2, 3, 4, 5] * 3):
        sizes = list(map(int, rng.integers(1, 7, size=depth + 1)))
        yield (sizes,) if number % 3 == 0 else (sizes, int(rng.integers(0, 50)))


def _deep(rng, right):
    for depth, m, rate, iterations, more in [
        *((1, 5, 0.5, 3, ()), (2, 1, 0.3, 2, ()), (3, 6, 0.2, 101, (False, 4))),
        *((4, 4, 0.3, 12, (True, 9)), (5, 7, 0.2, 5, (False, 2)), (2, 6, 0.7, 205, ())),
        *((3, 2, 1.0, 1, (True,)), (2, 5, 0.05, 100, (False, 1))),
    ]:
        layers_dims = [*map(int, rng.integers(3, 6, size=depth)), 1]
        draw = Draw(rng, right)
        yield steady(draw, "L_layer_model", layers_dims, m, rate, iterations, *more)


MAKERS = {
    "flatten_and_standardize": _images,
    "predict": _predict,
    "accuracy": _accuracy,
    "two_layer_model": _two_layers,
    "initialize_parameters_scaled": _initialize,
    "L_layer_model": _deep,
}
